"""States and territories: how English-language news names them (states.csv, places.csv, ambiguous.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import pycountry

from detente.errors import UnknownActor
from detente.knowledge.tables import FOLDER, Row, read_table

STATE_COLUMNS = (
    *("id", "name", "official", "names", "case_names", "adjectives", "prefixes", "nouns"),
    *("capital", "metonyms", "region", "un", "numeric", "valid_from", "valid_until", "source"),
)
PLACE_COLUMNS = ("country", "kind", "places", "source")
AMBIGUOUS_COLUMNS = ("name", "readings", "usual", "note", "source")


E = TypeVar("E", bound=StrEnum)


class Region(StrEnum):
    EAST_ASIA = "east-asia"
    SOUTHEAST_ASIA = "southeast-asia"
    SOUTH_ASIA = "south-asia"
    CENTRAL_ASIA = "central-asia"
    PACIFIC = "pacific"
    MIDDLE_EAST = "middle-east"
    EUROPE = "europe"
    EURASIA = "eurasia"
    AFRICA = "africa"
    NORTH_AMERICA = "north-america"
    LATIN_AMERICA = "latin-america"


class Standing(StrEnum):
    """Standing in the United Nations."""

    MEMBER = "member"
    OBSERVER = "observer"
    NONE = "none"


class PlaceKind(StrEnum):
    CITY = "city"
    REGION = "region"
    SITE = "site"  # a base, port, border post or house that names a meeting or an incident


@dataclass(frozen=True, slots=True)
class Metonym:
    """A capital or seat of government that news uses for the government; without its article."""

    text: str
    sector: str  # PLOVER: GOV, or MIL, LEG, SPY for the seat of one branch


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region or site, for the place of an event."""

    name: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory.

    Attributes:
        id: ISO 3166-1 alpha-3; XKX for Kosovo; ISO 3166-3 for former states (SUN, YUG, CSK, DDR).
        name: the name that we print.
        official: the long official name, where it differs; it is among ``names`` too where news uses it.
        names: all names and abbreviations that hold in any case ("japan", "JAPAN"); the first is ``name``
            unless that one is in ``case_names``.
        case_names: names that hold only as they are spelled ("US" and never "us", "Turkey").
        adjectives: "Chinese", as spelled.
        prefixes: combining forms with their hyphen: "Sino-".
        nouns: people of that state, singular and plural: "Filipino", "Filipinos", "Japanese".
        capital: the capital in its usual spelling; None where there is none.
        metonyms: capitals and seats of government used for the government; as spelled, without article.
        places: cities, regions and sites, the capital among them.
        region: where we count it.
        un: standing in the United Nations.
        numeric: ISO 3166-1 numeric code.
        valid_from: ISO date, cut to what is known, from which the state exists; for some of the younger ones.
        valid_until: the same until which it existed; for former states only.
    """

    id: str
    name: str
    official: str | None
    names: tuple[str, ...]
    case_names: tuple[str, ...]
    adjectives: tuple[str, ...]
    prefixes: tuple[str, ...]
    nouns: tuple[str, ...]
    capital: str | None
    metonyms: tuple[Metonym, ...]
    places: tuple[Place, ...]
    region: Region
    un: Standing
    numeric: str | None
    valid_from: str | None
    valid_until: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that an ambiguous name can mean.

    ``kind`` is name, adjective, noun, metonym or place for a state, organisation for an organisation, and
    person or word (an ordinary word or another proper name) where ``actor`` is None.
    """

    actor: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A name with several readings; ``usual`` is the id that news on states nearly always means, if any."""

    name: str
    readings: tuple[Reading, ...]
    usual: str | None
    note: str | None


READING_KINDS = frozenset({"name", "adjective", "noun", "metonym", "place", "organisation", "person", "word"})


@cache
def states() -> Mapping[str, State]:
    """All states and territories by id, former ones included.

    Raises:
        KnowledgeError: a table breaks its schema.
    """
    return read_states(FOLDER / "states.csv", FOLDER / "places.csv")


@cache
def ambiguities() -> Mapping[str, Ambiguity]:
    """The names with more than one reading, by the name as spelled ("Georgia", "Brussels").

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    return read_ambiguities(FOLDER / "ambiguous.csv")


def find_state(text: str) -> State:
    """The state that a code or a name stands for, as a user types it.

    Args:
        text: alpha-3 code, alpha-2 code, or any English name, in any case.

    Raises:
        UnknownActor: no state or territory has that code or name, or several have it.
    """
    key = text.strip().casefold()
    found = _by_name().get(key) or _by_alpha_2(key)
    if not found:
        raise UnknownActor(f"{text!r} is no state or territory; try its ISO code, as JPN")
    if len(found) > 1:
        raise UnknownActor(f"{text!r} can be any of {', '.join(sorted(found))}; name one")
    return states()[found[0]]


def read_states(table: Path, places: Path) -> Mapping[str, State]:
    """Read states and their places from files of the form of states.csv and places.csv.

    Raises:
        KnowledgeError: a file breaks its schema.
    """
    located = _read_places(places)
    found: dict[str, State] = {}
    for row in read_table(table, STATE_COLUMNS):
        state = _state(row, located)
        if state.id in found:
            row.fail(f"{state.id} is there twice")
        found[state.id] = state
    return MappingProxyType(found)


def read_ambiguities(table: Path) -> Mapping[str, Ambiguity]:
    """Read ambiguous names from a file of the form of ambiguous.csv.

    Raises:
        KnowledgeError: the file breaks its schema.
    """
    found: dict[str, Ambiguity] = {}
    for row in read_table(table, AMBIGUOUS_COLUMNS):
        name = row.text("name")
        readings = tuple(_reading(row, item) for item in row.items("readings"))
        if len(readings) < 2:
            row.fail(f"{name} has fewer than two readings")
        if name in found:
            row.fail(f"{name} is there twice")
        found[name] = Ambiguity(name, readings, row.maybe("usual"), row.maybe("note"))
    return MappingProxyType(found)


def _state(row: Row, places: Mapping[str, tuple[Place, ...]]) -> State:
    code = row.text("id")
    if not (len(code) == 3 and code.isalpha() and code.isupper()):
        row.fail(f"{code!r} is no alpha-3 code")
    name, case_names = row.text("name"), row.items("case_names")
    capital = row.maybe("capital")
    located = places.get(code, ())
    if capital and all(place.name != capital for place in located):
        located = (Place(capital, PlaceKind.CITY), *located)
    return State(
        id=code,
        name=name,
        official=row.maybe("official"),
        names=row.items("names") if name in case_names else (name, *row.items("names")),
        case_names=case_names,
        adjectives=row.items("adjectives"),
        prefixes=row.items("prefixes"),
        nouns=row.items("nouns"),
        capital=capital,
        metonyms=tuple(_metonym(item) for item in row.items("metonyms")),
        places=located,
        region=_member(Region, row, "region"),
        un=_member(Standing, row, "un"),
        numeric=row.maybe("numeric"),
        valid_from=row.maybe("valid_from"),
        valid_until=row.maybe("valid_until"),
    )


def _metonym(item: str) -> Metonym:
    text, _, sector = item.partition("=")
    return Metonym(text, sector or "GOV")


def _reading(row: Row, item: str) -> Reading:
    actor, _, kind = item.rpartition(" ")
    if kind not in READING_KINDS:
        row.fail(f"{kind!r} is no kind of reading: {', '.join(sorted(READING_KINDS))}")
    return Reading(actor or None, kind)


def _read_places(table: Path) -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for row in read_table(table, PLACE_COLUMNS):
        kind = _member(PlaceKind, row, "kind")
        code = row.text("country")
        found[code] = found.get(code, ()) + tuple(Place(name, kind) for name in row.items("places"))
    return found


def _member(kinds: type[E], row: Row, column: str) -> E:
    cell = row.text(column)
    if cell not in tuple(kinds):
        row.fail(f"{column} is {cell!r}, not one of {', '.join(kinds)}")
    return kinds(cell)


@cache
def _by_name() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for state in states().values():
        keys = {state.id, state.name, *state.names, *state.case_names}
        if state.official:
            keys.add(state.official)
        for key in {key.casefold() for key in keys}:
            found[key] = (*found.get(key, ()), state.id)
    return MappingProxyType(found)


def _by_alpha_2(code: str) -> tuple[str, ...]:
    country = pycountry.countries.get(alpha_2=code.upper()) if len(code) == 2 else None
    return (country.alpha_3,) if country is not None and country.alpha_3 in states() else ()
