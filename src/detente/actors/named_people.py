"""People named without a title before the name."""

from __future__ import annotations

from detente.actors.first_mentions import first_mention, read_cabinet
from detente.actors.identify import Identity, identify, level_on, meet_person, rise
from detente.actors.learn import learn_person
from detente.actors.names import NameSpan, parse_name, skip_honorific
from detente.actors.owners import parse_owner
from detente.actors.sentence import Sentence
from detente.actors.titled import Titled, countries_of, level_of, parse_apposition
from detente.actors.words import COMPOUND_NOUNS
from detente.records import Form, Level

_CABINETS = ("administration", "government", "cabinet", "regime")


def read_name(sentence: Sentence, p: int) -> int | None:
    """Read a person named without a title before the name; the token after, or None."""
    name_at = skip_honorific(sentence.article, p)
    if name_at == p and sentence.word(p) == "the":
        return read_cabinet(sentence, p)
    name = parse_name(sentence.article, name_at, sentence.j)
    if name is None:
        return None
    if sentence.word(name.j + sentence.article.clitic(name.j)) in _CABINETS:
        cabinet = read_cabinet(sentence, p)
        if cabinet is not None:
            return cabinet
    found = identify(sentence.article, sentence.discourse, name, None, (), sentence.when)
    if found.known is None and not found.candidates:
        found = first_mention(sentence, name, polite=name_at > p)
    apposition = parse_apposition(sentence, name.j)
    if found.known is None and not found.candidates:
        if apposition is not None and name.j - name.i > 1:
            return _emit_apposed(sentence, p, name, apposition)
        return _skip_unknown(sentence, name)
    if found.known is None:
        return sentence.emit(p, name.j, (), Form.NAME, None, None, found.candidates, found.reason)
    if apposition is not None:
        return _emit_apposed(sentence, p, name, apposition)
    known = found.known
    if sentence.word(name.j) in COMPOUND_NOUNS and sentence.word(p - 1) in (
        "the",
        "a",
        "first",
        "second",
        "this",
    ):
        return sentence.emit(p, name.j, (known.actor,), Form.ADJECTIVE, None, known.level)
    if name.core is not None:
        known.shorts.update(name.words(sentence.article)[-1:] if len(known.actor.name.split()) == 1 else ())
    return sentence.emit(p, name.j, (known.actor,), Form.NAME, None, known.level)


def _skip_unknown(sentence: Sentence, name: NameSpan) -> int | None:
    """Leave a run of unknown capitalised words; a sentence's first word may be no part of it."""
    if name.i == sentence.i and name.j > name.i + 1:
        return name.i + 1
    sentence.leave("capitalised words that no table or title explains")
    return name.j


def _emit_apposed(sentence: Sentence, p: int, name: NameSpan, apposition: tuple[Titled, int]) -> int:
    """A name with its title behind it: the mention covers both."""
    titled, close = apposition
    countries = countries_of(sentence, titled) or _countries_within(sentence, titled.office.j, close)
    found = identify(sentence.article, sentence.discourse, name, titled.office, countries, sentence.when)
    if found.known is None and not found.candidates and name.core is not None:
        found = identify(sentence.article, sentence.discourse, name, titled.office, (), sentence.when)
    office = sentence.article.tokens.quote(titled.start, close)
    known = found.known
    if known is None and not found.candidates:
        known = learn_person(sentence, name, titled.speakers(), countries, titled.office)
    if known is None:
        return sentence.emit(p, close, (), Form.NAME, office, None, found.candidates, found.reason)
    known.office, known.former = office, titled.former
    level = level_of(titled, known.actor.country)
    known.level = rise(sentence.article.gazetteer, known, level, sentence.when)
    known.titles.update(title.name for title in titled.office.titles)
    known.offices.update(row.id for row in titled.office.offices_in(known.actor.country))
    return sentence.emit(p, close, (known.actor,), Form.NAME, office, known.level)


def _countries_within(sentence: Sentence, p: int, close: int) -> tuple[str, ...]:
    """The one country that the rest of an apposition names ("a spokesman for President Putin")."""
    if sentence.word(p) not in ("for", "of", "at", "from"):
        return ()
    codes: set[str] = set()
    for q in range(p + 1, close):
        owner = parse_owner(sentence.article, q, sentence.named)
        if owner is not None and owner.actor is not None and owner.actor.country:
            codes.add(owner.actor.country)
        name = parse_name(sentence.article, q, close)
        if name is not None:
            known = identify(sentence.article, sentence.discourse, name, None, (), sentence.when).known
            known = known or first_mention(sentence, name, polite=False).known
            codes.update([known.actor.country] if known is not None and known.actor.country else [])
    return tuple(codes) if len(codes) == 1 else ()


def read_owned_name(sentence: Sentence, p: int) -> int | None:
    """ "Japan's Kishida", "China's Xi Jinping": a person with the country; the token after, or None."""
    owner = parse_owner(sentence.article, p, sentence.named)
    if owner is None or not owner.possessive or owner.actor is None or owner.actor.country is None:
        return None
    name = parse_name(sentence.article, owner.j, sentence.j)
    if name is None:
        return None
    country = owner.actor.country
    found = identify(sentence.article, sentence.discourse, name, None, (country,), sentence.when)
    if found.known is None and sentence.when is not None and sentence.when.start is not None:
        gazetteer, day = sentence.article.gazetteer, sentence.when.start
        people = gazetteer.names.by_short(" ".join(name.words(sentence.article)))
        serving = [q for q in people if q.country == country and gazetteer.names.offices_on(q, day)]
        leading = [q for q in serving if level_on(gazetteer, q, day) is Level.LEADER]
        chosen = serving if len(serving) == 1 else leading
        if len(chosen) == 1:
            found = Identity(meet_person(gazetteer, sentence.discourse, chosen[0], sentence.when))
    if found.known is None:
        return None
    return sentence.emit(p, name.j, (found.known.actor,), Form.NAME, None, found.known.level)
