"""Who a name, with or without its title, is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from detente.actors.article import Article
from detente.actors.discourse import Discourse, Known
from detente.actors.gazetteer import Gazetteer, Kind
from detente.actors.making import person_actor
from detente.actors.names import NameSpan
from detente.actors.office_phrases import OfficePhrase
from detente.actors.people import short_names
from detente.actors.words import words_of
from detente.knowledge.holders import Person
from detente.records import Actor, Level, When

_LATELY = 8  # sentences
_RANK = {level: rank for rank, level in enumerate(Level)}
# Surnames that English writes as other words; alone they name nobody.
_COMMON = words_of(
    """may brown bush park moon key long major blair young good king bishop cook moore rice powell rudd
    hunt straw grey green white black little wolf short small turnbull court dean day power peace
    hope pence bolton baker mason west"""
)


@dataclass(frozen=True, slots=True)
class Identity:
    """The outcome of a search for a person: the person, or the candidates and why there is none."""

    known: Known | None = None
    candidates: tuple[str, ...] = ()
    reason: str | None = None


def identify(
    article: Article,
    discourse: Discourse,
    name: NameSpan,
    office: OfficePhrase | None,
    countries: tuple[str, ...],
    when: When | None,
) -> Identity:
    """The person that a name stands for.

    Args:
        article: the text.
        discourse: what it has named so far.
        name: where the name stands.
        office: the title that goes with it.
        countries: the countries that the title speaks for; empty where none is named.
        when: the date of the sentence, as far as known.

    Returns:
        The person; else the candidates, if the tables or the document know several; else nothing.
    """
    words = name.words(article)
    ident = discourse.full.get(words) or discourse.full.get(tuple(sorted(words)))
    if ident is not None and (not countries or speaks_for(discourse.people[ident].actor) in (*countries, None)):
        return Identity(discourse.meet(discourse.people[ident].actor))
    if name.core is not None:
        people = tuple(entry.what for entry in name.core.of(Kind.PERSON) if isinstance(entry.what, Person))
        return _choose_person(article.gazetteer, discourse, people, office, countries, when)
    short = " ".join(words)
    return _by_short(article.gazetteer, discourse, short, office, countries, when)


def speaks_for(actor: Actor) -> str | None:
    """The country of a person, else the id of the organisation."""
    return actor.country or actor.id.rpartition(":person:")[0] or None


def _by_short(
    gazetteer: Gazetteer,
    discourse: Discourse,
    short: str,
    office: OfficePhrase | None,
    countries: tuple[str, ...],
    when: When | None,
) -> Identity:
    here = discourse.called(short)
    if countries:
        here = tuple(known for known in here if speaks_for(known.actor) in countries)
    if len(here) > 1 and office is not None:
        fitting = tuple(known for known in here if _fits(known, office))
        here = fitting or here
    if len(here) > 1:
        here = _lately_named(discourse, here)
    if len(here) == 1:
        known = here[0]
        if office is None or _fits(known, office) or not _others_fit(gazetteer, short, known, office, countries, when):
            return Identity(discourse.meet(known.actor))
    elif len(here) > 1:
        return Identity(None, tuple(known.actor.id for known in here), f"several people named {short}")
    people = gazetteer.names.by_short(short)
    if office is not None:
        return _choose_person(gazetteer, discourse, people, office, countries, when, strict=True)
    return Identity()


def _lately_named(discourse: Discourse, people: tuple[Known, ...]) -> tuple[Known, ...]:
    """Of several people of a name, the one whom alone the last sentences named; else all."""
    number = discourse.seen[-1].sentence if discourse.seen else 0
    near = {actor.id for one in discourse.recent(number, _LATELY) for actor in one.mention.actors}
    return tuple(known for known in people if known.actor.id in near) or people


def _others_fit(
    gazetteer: Gazetteer,
    short: str,
    known: Known,
    office: OfficePhrase,
    countries: tuple[str, ...],
    when: When | None,
) -> bool:
    others = (person for person in gazetteer.names.by_short(short) if person.id != known.actor.id)
    return any(_held(gazetteer, person, office, countries, when) for person in others)


def _fits(known: Known, office: OfficePhrase) -> bool:
    if known.offices & {row.id for row in office.offices}:
        return True
    return bool(known.titles & {title.name for title in office.titles})


def _choose_person(
    gazetteer: Gazetteer,
    discourse: Discourse,
    people: tuple[Person, ...],
    office: OfficePhrase | None,
    countries: tuple[str, ...],
    when: When | None,
    strict: bool = False,
) -> Identity:
    """The one of several people of that name whom country, title and date leave."""
    if countries:
        people = tuple(person for person in people if person.country in countries)
    if office is not None and (strict or len(people) > 1):
        holding = tuple(person for person in people if _held(gazetteer, person, office, countries, when))
        if not holding and strict and len({person.id for person in people}) == 1 and countries:
            holding = tuple(p for p in people if {t.office for t in p.tenures} & {o.id for o in office.offices})
        people = holding if strict else holding or _ever_held(people, office) or people
    if len(people) > 1 and when is not None and when.start is not None:
        serving = tuple(p for p in people if gazetteer.names.offices_on(p, when.start))
        people = serving if len(serving) == 1 else people
    if len(people) == 1:
        return Identity(meet_person(gazetteer, discourse, people[0], when))
    if people:
        return Identity(None, tuple(sorted(person.id for person in people)), "several people of that name")
    return Identity()


def _ever_held(people: tuple[Person, ...], office: OfficePhrase) -> tuple[Person, ...]:
    """Those who had the office at any time: "Prime Minister" is said of past ones too."""
    ids = {row.id for row in office.offices}
    return tuple(person for person in people if ids & {tenure.office for tenure in person.tenures})


def _held(
    gazetteer: Gazetteer,
    person: Person,
    office: OfficePhrase,
    countries: tuple[str, ...],
    when: When | None,
) -> bool:
    offices = {row.id for row in office.offices_in(person.country)}
    if countries and person.country not in countries:
        return False
    if when is None or when.start is None or when.end is None:
        return bool(offices & {tenure.office for tenure in person.tenures})
    return any(person in gazetteer.names.holders(person.country, ident, when.start, when.end) for ident in offices)


def meet_person(gazetteer: Gazetteer, discourse: Discourse, person: Person, when: When | None) -> Known:
    """Take a person of the tables into the document's people."""
    known = discourse.meet(person_actor(person))
    known.shorts.update(short_names(person))
    known.offices.update(tenure.office for tenure in person.tenures)
    if known.level is None:
        known.level = level_on(gazetteer, person, when.start if when else None)
    return known


def level_on(gazetteer: Gazetteer, person: Person, day: dt.date | None) -> Level | None:
    """The highest level that a person speaks for on a day, by the offices held; None where no day is known."""
    if day is None:
        return None
    held = gazetteer.names.offices_on(person, day)
    levels = [
        row.level
        for row in gazetteer.offices
        if row.id in held and (not row.countries or person.country in row.countries)
    ]
    return min(levels, key=_RANK.__getitem__, default=Level.OTHER)


def rise(gazetteer: Gazetteer, known: Known, level: Level | None, when: When | None) -> Level | None:
    """The level of a title, or the higher one that the tables give the person then ("leader", "General")."""
    person = gazetteer.by_id.get(known.actor.id)
    if level is not Level.OTHER or known.former or person is None:
        return level
    return level_on(gazetteer, person, when.start if when else None) or level


def sole_leader(gazetteer: Gazetteer, short: str, when: When | None) -> Person | None:
    """The only leader in office of that surname, for "Putin" at first mention; None where in doubt."""
    if when is None or when.start is None or len(short) < 4 or short in _COMMON:
        return None
    leaders = [
        person for person in gazetteer.names.by_short(short) if level_on(gazetteer, person, when.start) is Level.LEADER
    ]
    return leaders[0] if len(leaders) == 1 else None


def resolve_office_by(gazetteer: Gazetteer, actor: Actor, when: When | None) -> Actor:
    """The person who held an office over the whole of ``when``; the office itself where that is not one person."""
    parts = actor.id.split(":office:")
    if len(parts) != 2 or when is None or when.start is None or when.end is None:
        return actor
    found = gazetteer.names.holders(parts[0], parts[1], when.start, when.end)
    if len(found) != 1 or not gazetteer.names.covers(found[0], parts[0], parts[1], when.start, when.end):
        return actor
    return person_actor(found[0], actor.sector)
