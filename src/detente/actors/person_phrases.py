"""People named with a title, people named alone, and offices without a name."""

from __future__ import annotations

from dataclasses import dataclass

from detente.actors.gazetteer import Kind
from detente.actors.identify import Identity, identify, level_on, meet_person, resolve_office_by, sole_leader
from detente.actors.learn import learn_person
from detente.actors.lexicon import Institution
from detente.actors.making import group_actor, office_actor, state_actor
from detente.actors.names import NameSpan, parse_name, skip_honorific
from detente.actors.office_phrases import OfficePhrase, parse_office
from detente.actors.owners import Owner, parse_owner, parse_owners, predicate_after
from detente.actors.sentence import Sentence, skip_premodifiers
from detente.actors.words import COMPOUND_NOUNS, FUNCTION, INSTITUTION, VENUE_NOUNS
from detente.knowledge.holders import Person
from detente.knowledge.organisations import Organisation
from detente.records import Actor, Form, Level

_CABINETS = ("administration", "government", "cabinet", "regime")
_NOT_IN_APPOSITION = frozenset(
    [
        "who",
        "which",
        "that",
        "said",
        "says",
        "is",
        "was",
        "were",
        "are",
        "has",
        "have",
        "had",
        "will",
        "would",
        "told",
        "when",
        "where",
    ]
)
_SMALL = 8
_ADJECTIVAL = frozenset(
    ["major", "general", "chief", "head", "chair", "executive", "royal", "deputy", "expert", "officer"]
)
_ROLE_WORDS = frozenset(["as", "become", "becomes", "became", "becoming", "appointed", "elected", "named", "formerly"])


@dataclass(frozen=True, slots=True)
class Titled:
    """A title with its owners: "then Japanese Foreign Minister".

    Attributes:
        i: first token of the phrase.
        start: first token of the title itself, after article and owners.
        owners: the owners named before it.
        office: the title.
        former: whether the office is over.
    """

    i: int
    start: int
    owners: tuple[Owner, ...]
    office: OfficePhrase
    former: bool

    def speakers(self) -> tuple[Actor, ...]:
        """The states and organisations that the title speaks for, by the words around it."""
        owners = tuple(owner.actor for owner in self.owners if owner.actor is not None)
        if owners:
            return owners
        return () if self.office.tail.to else self.office.tail.states


def parse_titled(sentence: Sentence, p: int) -> Titled | None:
    """The title that begins at token ``p``, with article, owners and "former"."""
    q, former = skip_premodifiers(sentence, p)
    owners = parse_owners(sentence.article, q, sentence.j, sentence.named)
    for some in (owners, owners[:1], ()):
        if some and some[-1].kind is Kind.PLACE and some[-1].possessive is False and not _local(sentence, some[-1].j):
            continue
        if some and predicate_after(sentence.article, some[-1]):
            continue
        start = some[-1].j if some else q
        start, over = skip_premodifiers(sentence, start) if some else (start, False)
        office = parse_office(sentence.article, start, sentence.j)
        if office is not None:
            return Titled(p, start, some, office, former or over)
        if len(owners) < 2 and not some:
            break
    return None


def _local(sentence: Sentence, p: int) -> bool:
    return sentence.word(p) in ("mayor", "governor", "vice", "deputy", "party", "police", "city", "municipal")


def read_titled(sentence: Sentence, p: int) -> int | None:
    """Read a title with or without names from token ``p``; the token after, or None where there is none."""
    titled = parse_titled(sentence, p)
    if titled is None:
        return None
    after = titled.office.j
    if _venue(sentence, after):
        return None
    name_at = skip_honorific(sentence.article, after)
    name = parse_name(sentence.article, name_at, sentence.j)
    if name is not None and _is_name(sentence, name):
        return _emit_people(sentence, titled, name)
    if sentence.word(after) == "," and not titled.office.plural:
        name = parse_name(sentence.article, after + 1, sentence.j)
        if name is not None and _closes(sentence, name.j) and (name.core or name.j - name.i > 1):
            return _emit_person(sentence, titled, name, titled.i)
    if sentence.word(p - 1) in _ROLE_WORDS:
        sentence.leave("a role and no party")
        return after
    if _mere_members(titled) and not titled.owners:
        return None
    if (titled.owners or titled.speakers()) and not _is_common_noun(sentence, titled):
        return _emit_office(sentence, titled)
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


def _closes(sentence: Sentence, q: int) -> bool:
    return q >= sentence.j or sentence.word(q) in (",", ".", ";", ")", ":", "—", "–", '"', "”")


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


def _countries(sentence: Sentence, titled: Titled) -> tuple[str, ...]:
    """Countries that the title can speak for: by its owners, else by its bodies."""
    speakers = titled.speakers()
    if speakers:
        return tuple(actor.country for actor in speakers if actor.country)
    bodies = [body for body in titled.office.all_bodies if isinstance(body, Institution | Organisation)]
    for body in bodies:
        if isinstance(body, Organisation):
            return (body.country,) if body.country else ()
        if body.countries:
            return body.countries
    return ()


def _emit_person(sentence: Sentence, titled: Titled, name: NameSpan, i: int) -> int:
    office = titled.office
    origin = _origin(sentence, name.j)
    countries = _countries(sentence, titled) or (origin[0] if origin else ())
    found = identify(sentence.article, sentence.discourse, name, office, countries, sentence.when)
    if found.known is None and not found.candidates and name.core is not None and countries:
        found = identify(sentence.article, sentence.discourse, name, office, (), sentence.when)
    wording = _wording(sentence, titled)
    if found.known is None and not found.candidates:
        if not _learnable(sentence, titled, name):
            sentence.leave("a single word after a title")
            return name.j
        found = Identity(learn_person(sentence, name, titled.speakers(), countries, office))
    if found.known is None:
        return sentence.emit(i, name.j, (), Form.NAME, wording, office.level(None), found.candidates, found.reason)
    known = found.known
    country = known.actor.country or (titled.speakers()[0].id if titled.speakers() else None)
    known.office, known.former = wording, titled.former
    known.level = _level(titled, country)
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


def _origin(sentence: Sentence, p: int) -> tuple[tuple[str, ...], int] | None:
    """ "Of Britain" behind a name: the country, and the token after it."""
    if sentence.word(p) != "of":
        return None
    owner = parse_owner(sentence.article, p + 1, sentence.named)
    if owner is None or owner.kind is not Kind.STATE or owner.possessive or owner.actor is None:
        return None
    return ((owner.actor.country,), owner.name_end) if owner.actor.country else None


def _level(titled: Titled, country: str | None) -> Level | None:
    """The level of a title; unknown where nothing says whose title it is."""
    if titled.former:
        return Level.OTHER
    return titled.office.level(country) if country is not None else None


def _last_word(sentence: Sentence, name: NameSpan) -> tuple[str, ...]:
    """A short name for someone whom only the tables of full names know."""
    return () if name.core is not None else name.words(sentence.article)[-1:]


def _wording(sentence: Sentence, titled: Titled) -> str:
    """The title as the text words it, without article and owner, with "former"."""
    words = sentence.article.tokens.quote(titled.start, titled.office.j)
    return f"former {words}" if titled.former and not words.lower().startswith("former") else words


def _emit_office(sentence: Sentence, titled: Titled) -> int:
    """An office without a name: the person who held it then, else the office."""
    office = titled.office
    speakers = titled.speakers()
    wording = _wording(sentence, titled)
    unclear = tuple(code for owner in titled.owners for code in owner.candidates)
    if unclear:
        return sentence.emit(
            titled.i,
            office.j,
            (),
            Form.OFFICE,
            wording,
            office.level(None),
            unclear,
            "several states of that name",
        )
    actors: list[Actor] = []
    form = Form.OFFICE
    for speaker in speakers:
        for owner in _members(sentence, speaker, office):
            actor, named = _office_of(sentence, titled, owner, len(speakers) > 1 or owner is not speaker)
            form = form if named else Form.GROUP
            actors.append(actor)
    level = Level.OTHER if titled.former else office.level(speakers[0].country if speakers else None)
    return sentence.emit(titled.i, office.j, tuple(dict.fromkeys(actors)), form, wording, level)


def _members(sentence: Sentence, speaker: Actor, office: OfficePhrase) -> tuple[Actor, ...]:
    """The member states whose ministers a plural title of a small bloc means."""
    org = sentence.article.gazetteer.organisations.get(speaker.id)
    if org is None or not office.plural or sentence.when is None or sentence.when.start is None:
        return (speaker,)
    members = org.members_on(sentence.when.start)
    if not 0 < len(members) <= _SMALL:
        return (speaker,)
    states = sentence.article.gazetteer.states
    return tuple(state_actor(states[code]) for code in members if code in states)


def _office_of(sentence: Sentence, titled: Titled, owner: Actor, one_each: bool) -> tuple[Actor, bool]:
    """The actor of a title without a name, and whether it is one office and no group."""
    office = titled.office
    rows = office.offices_in(owner.country)
    if not office.unique(sentence.article.gazetteer.held) or sentence.word(titled.i) in ("a", "an"):
        rows = ()
    end = office.head_end if office.tail.closed else office.j
    plain = " ".join(sentence.article.tokens.folded[titled.start : end])
    if titled.former:
        return group_actor(owner, f"former {plain}".replace("former former", "former"), office.sector(None)), False
    if not rows or (office.plural and not one_each):
        return group_actor(owner, plain, office.sector(owner.country)), not office.plural
    actors = [office_actor(owner, row) for row in rows]
    resolved = [resolve_office_by(sentence.article.gazetteer, actor, sentence.when) for actor in actors]
    people = [actor for actor in resolved if actor not in actors]
    return (people or actors)[0], True


def parse_apposition(sentence: Sentence, p: int) -> tuple[Titled, int] | None:
    """A title behind a name, after a comma: the title and the token where the apposition closes."""
    if sentence.word(p) not in (",", "("):
        return None
    titled = parse_titled(sentence, p + 1)
    if titled is None:
        return None
    q = titled.office.j
    name = parse_name(sentence.article, q, sentence.j)
    if name is not None and (name.core is not None or name.j - name.i > 1):
        return None
    for k in range(q, min(q + 14, sentence.j + 1)):
        if _closes(sentence, k):
            return titled, k
        if sentence.word(k) in _NOT_IN_APPOSITION:
            return None
    return None


def read_name(sentence: Sentence, p: int) -> int | None:
    """Read a person named without a title before the name; the token after, or None."""
    name_at = skip_honorific(sentence.article, p)
    if name_at == p and sentence.word(p) == "the":
        return _read_cabinet(sentence, p)
    name = parse_name(sentence.article, name_at, sentence.j)
    if name is None:
        return None
    if sentence.word(name.j + sentence.article.clitic(name.j)) in _CABINETS:
        cabinet = _read_cabinet(sentence, p)
        if cabinet is not None:
            return cabinet
    found = identify(sentence.article, sentence.discourse, name, None, (), sentence.when)
    if found.known is None and not found.candidates:
        found = _first_mention(sentence, name, polite=name_at > p)
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


def _first_mention(sentence: Sentence, name: NameSpan, polite: bool) -> Identity:
    """A surname before the document gave the full name: only of a leader in office, or after "Mr" and "Ms"."""
    gazetteer = sentence.article.gazetteer
    short = " ".join(name.words(sentence.article))
    if name.i > sentence.i and sentence.article.unknown_capital(name.i - 1) and not polite:
        return Identity()
    person = sole_leader(gazetteer, short, sentence.when)
    if person is None and polite and sentence.when is not None and sentence.when.start is not None:
        day = sentence.when.start
        serving = [p for p in gazetteer.names.by_short(short) if gazetteer.names.offices_on(p, day)]
        person = serving[0] if len(serving) == 1 else None
    if person is None:
        return Identity()
    return Identity(meet_person(gazetteer, sentence.discourse, person, sentence.when))


def _emit_apposed(sentence: Sentence, p: int, name: NameSpan, apposition: tuple[Titled, int]) -> int:
    """A name with its title behind it: the mention covers both."""
    titled, close = apposition
    countries = _countries(sentence, titled) or _countries_within(sentence, titled.office.j, close)
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
    known.level = _level(titled, known.actor.country)
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
            known = known or _first_mention(sentence, name, polite=False).known
            codes.update([known.actor.country] if known is not None and known.actor.country else [])
    return tuple(codes) if len(codes) == 1 else ()


def _read_cabinet(sentence: Sentence, p: int) -> int | None:
    """ "The Trump administration": the state whose leader it is."""
    q, _ = skip_premodifiers(sentence, p)
    name = parse_name(sentence.article, q, sentence.j)
    if name is None:
        return None
    noun = name.j + sentence.article.clitic(name.j)
    if sentence.word(noun) not in _CABINETS:
        return None
    found = identify(sentence.article, sentence.discourse, name, None, (), sentence.when)
    if found.known is None and not found.candidates:
        found = _first_mention(sentence, name, polite=False)
    if found.known is None:
        person = _only_leader_ever(sentence, name)
        if person is not None:
            found = Identity(meet_person(sentence.article.gazetteer, sentence.discourse, person, sentence.when))
    if found.known is None or found.known.actor.country not in sentence.article.gazetteer.states:
        return None
    state = sentence.article.gazetteer.states[found.known.actor.country]
    return sentence.emit(p, noun + 1, (state_actor(state),), Form.GROUP)


def _only_leader_ever(sentence: Sentence, name: NameSpan) -> Person | None:
    """The only person of that surname who ever led a state, for "the Abe cabinet" in an article of later years."""
    gazetteer = sentence.article.gazetteer
    short = " ".join(name.words(sentence.article))
    offices = {row.id for row in gazetteer.offices if row.level is Level.LEADER}
    people = [p for p in gazetteer.names.by_short(short) if any(t.office in offices for t in p.tenures)]
    return people[0] if len(people) == 1 else None


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
