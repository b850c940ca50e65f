"""People named with a title: "Japanese Foreign Minister Yoko Kamikawa"."""

from __future__ import annotations

from detente.actors.bare_offices import emit_leader, emit_office
from detente.actors.discourse import is_person
from detente.actors.gazetteer import Kind
from detente.actors.identify import Identity, identify, rise, speaks_for
from detente.actors.learn import learn_person
from detente.actors.names import NameSpan, parse_name, skip_honorific
from detente.actors.nearby import is_single
from detente.actors.sentence import Sentence
from detente.actors.titled import (
    Titled,
    closes,
    countries_of,
    level_of,
    origin_after,
    parse_apposition,
    parse_titled,
    wording_of,
)
from detente.actors.words import FUNCTION, INSTITUTION, VENUE_NOUNS, words_of
from detente.records import Form, Level

_ADJECTIVAL = words_of("major general chief head chair executive royal deputy expert officer")
_MEMBERS = words_of("state states country countries nation nations government governments economy economies")
_POSSESSIVE = words_of("his her their its")
_ROLE_WORDS = words_of("as become becomes became becoming appointed elected named formerly")


def read_titled(sentence: Sentence, p: int) -> int | None:
    """Read a title with or without names from token ``p``; the token after, or None where there is none."""
    titled = parse_titled(sentence, p)
    if titled is None:
        return None
    after = titled.office.j
    if _venue(sentence, after) or (_mere_members(titled) and sentence.word(after) in _MEMBERS):
        return None
    name_at = skip_honorific(sentence.article, after)
    name = parse_name(sentence.article, name_at, sentence.j)
    if name is not None and _is_name(sentence, name):
        return _emit_people(sentence, titled, name)
    if sentence.word(after) == "," and not titled.office.plural:
        name = parse_name(sentence.article, after + 1, sentence.j)
        if name is not None and closes(sentence, name.j) and (name.core or name.j - name.i > 1):
            return _emit_person(sentence, titled, name, titled.i)
    if sentence.word(p - 1) in _ROLE_WORDS:
        sentence.leave("a role and no party")
        return after
    if _mere_members(titled) and not titled.owners:
        return None
    leader = emit_leader(sentence, titled)
    if leader is not None:
        return leader
    if (titled.owners or titled.speakers()) and not _is_common_noun(sentence, titled):
        return emit_office(sentence, titled)
    return None


def _is_common_noun(sentence: Sentence, titled: Titled) -> bool:
    """Whether a title without a name is better read as a group ("officials"), or as no noun ("major ports")."""
    office = titled.office
    last = sentence.article.cores.get(titled.start)
    alone = last is not None and last.j == office.j
    if alone and last is not None and last.has(Kind.AGENT) and not office.unique(sentence.article.gazetteer.held):
        return True
    word = sentence.word(office.j - 1)
    follows = sentence.word(office.j)
    lower = not sentence.article.tokens.capital(office.j - 1)
    if titled.owners and titled.owners[-1].kind is Kind.ORGANISATION:
        return False
    return lower and word in _ADJECTIVAL and follows[:1].isalpha() and follows not in FUNCTION


def _mere_members(titled: Titled) -> bool:
    """ "Members of ASEAN" is the organisation, and no title."""
    return any(title.name in ("member", "members") for title in titled.office.titles)


def _venue(sentence: Sentence, p: int) -> bool:
    q = p + sentence.article.clitic(p)
    return sentence.word(q) in VENUE_NOUNS


def _is_name(sentence: Sentence, name: NameSpan) -> bool:
    return name.core is not None or sentence.word(name.i) not in INSTITUTION


def _learnable(sentence: Sentence, titled: Titled, name: NameSpan) -> bool:
    """Whether an unknown name may be learned: one word alone needs a title that says whose it is."""
    if sentence.word(name.i - 1) == "official" and titled.owners and titled.owners[-1].possessive:
        return False
    if len(name.words(sentence.article)) > 1:
        return True
    return not titled.office.plural and bool(titled.owners or titled.office.offices)


def _emit_people(sentence: Sentence, titled: Titled, name: NameSpan) -> int:
    """The person of the title; of a plural title, every person in the list."""
    j = _emit_person(sentence, titled, name, titled.i)
    while titled.office.plural:
        q = j
        while sentence.word(q) in (",", "and", "&"):
            q += 1
        if q == j:
            break
        other = parse_name(sentence.article, q, sentence.j)
        if other is None:
            break
        j = _emit_person(sentence, titled, other, q)
    return j


def _emit_person(sentence: Sentence, titled: Titled, name: NameSpan, i: int) -> int:
    office = titled.office
    origin = origin_after(sentence, name.j)
    chief = _chief_of(sentence, i) if not countries_of(sentence, titled) and not origin else None
    countries = countries_of(sentence, titled) or (origin[0] if origin else ()) or ((chief,) if chief else ())
    found = identify(sentence.article, sentence.discourse, name, office, countries, sentence.when)
    if found.known is None and not found.candidates and name.core is not None and countries:
        found = identify(sentence.article, sentence.discourse, name, office, (), sentence.when)
    wording = wording_of(sentence, titled)
    if found.known is None and not found.candidates:
        if not _learnable(sentence, titled, name):
            sentence.leave("a single word after a title")
            return name.j
        found = Identity(learn_person(sentence, name, titled.speakers(), countries, office))
    if found.known is None:
        return sentence.emit(i, name.j, (), Form.NAME, wording, office.level(None), found.candidates, found.reason)
    known = found.known
    country = speaks_for(known.actor)
    known.office, known.former = wording, titled.former
    related = chief is not None or sentence.word(i - 1) in _POSSESSIVE
    bare = sentence.article.tokens.folded[titled.start : office.j] == ["deputy"] or not office.offices_in(country)
    level = Level.OTHER if related and bare else level_of(titled, country)
    known.level = rise(sentence.article.gazetteer, known, level, sentence.when)
    known.titles.update(title.name for title in office.titles)
    known.offices.update(row.id for row in office.offices_in(country))
    known.shorts.add(" ".join(name.words(sentence.article)))
    known.shorts.update(_last_word(sentence, name))
    if len(name.words(sentence.article)) > 1:
        sentence.discourse.full.setdefault(name.words(sentence.article), known.actor.id)
    j = origin[1] if origin and known.actor.country in origin[0] else name.j
    apposition = parse_apposition(sentence, j)
    if apposition is not None:
        j = apposition[1]
    return sentence.emit(i, j, (known.actor,), Form.NAME, wording, known.level)


def _chief_of(sentence: Sentence, i: int) -> str | None:
    """The country of the person whose adviser, deputy or envoy the title at token ``i`` names: "Macron's adviser"."""
    seen = sentence.discourse.seen
    if not seen or seen[-1].sentence != sentence.number or not is_single(seen[-1], is_person):
        return None
    last = seen[-1]
    possessed = sentence.article.clitic(last.j) and last.j + 1 == i
    if possessed or (last.j == i and last.mention.text.lower() in ("his", "her")):
        return last.mention.actors[0].country
    return None


def _last_word(sentence: Sentence, name: NameSpan) -> tuple[str, ...]:
    """A short name for someone whom only the tables of full names know."""
    return () if name.core is not None else name.words(sentence.article)[-1:]
