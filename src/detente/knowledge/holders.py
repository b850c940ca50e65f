"""Holders of offices: people, the offices they held, and when (holders/*.csv)."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from detente.knowledge.partial_dates import first_day, last_day
from detente.knowledge.tables import FOLDER, Row, read_table

COLUMNS = ("country", "person", "name", "family", "given", "aliases", "office", "from", "until", "note")
COVERED_FROM = dt.date(2000, 1, 1)

_AS_OF = re.compile(r"\bas of (\d{4}(?:-\d\d){0,2})\b")
_NATIONAL = re.compile(r"\bnational of ([A-Z]{3})\b")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in one office.

    Attributes:
        country: alpha-3 of the state, or id of the organisation, whose office it is.
        office: id of the office.
        start: ISO date cut to what is known; None where not known.
        end: the same; None too for an incumbent.
        incumbent_as_of: for one still in office when the table was written: the date it was certain.
        note: "acting", "co-holder", why a gap before it, and the like.
    """

    country: str
    office: str
    start: str | None
    end: str | None
    incumbent_as_of: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A holder of offices.

    Attributes:
        id: ``JPN:person:kishida-fumio``; by the state, for holders of an organisation's offices too, where the
            table has whose national they are.
        name: the form of reference, family name first where the culture has it so.
        family: family name; None where the name must not be split.
        given: given name; None where the name must not be split.
        aliases: other spellings, and short forms that the press uses.
        country: alpha-3 of the state; the id of the organisation for those of whom no table has it.
        tenures: in order of the tables, those in states before those in organisations.
    """

    id: str
    name: str
    family: str | None
    given: str | None
    aliases: tuple[str, ...]
    country: str
    tenures: tuple[Tenure, ...]


@cache
def holders() -> tuple[Person, ...]:
    """All people of all tables of holders.

    Raises:
        KnowledgeError: a table breaks its schema.
    """
    return read_holders(FOLDER / "holders")


def read_holders(folder: Path) -> tuple[Person, ...]:
    """Read every ``*.csv`` of a folder as a table of holders, and gather each person's rows.

    Rows are one person's when they have the same slug and the same state; for an office of an organisation the
    state is that of the note "national of PRT".

    Raises:
        KnowledgeError: a table breaks its schema, or the rows of one person differ in the name.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    for table in sorted(folder.glob("*.csv")):
        for row in read_table(table, COLUMNS):
            slug = row.text("person")
            if not _SLUG.fullmatch(slug):
                row.fail(f"{slug!r} is no slug")
            rows[f"{_home(row)}:person:{slug}"].append(row)
    return tuple(_person(ident, own) for ident, own in rows.items())


def split_by_party(person: Person) -> tuple[Person, ...]:
    """The person as the holder of the offices of one state or organisation only, for each of them.

    A secretary-general speaks for the organisation, and spoke for a state before: what is done in an office is done
    by that party. Ids begin with the party: ``PRT:person:guterres-antonio``, ``org:UN:person:guterres-antonio``.

    Args:
        person: a person of the tables.

    Returns:
        One for each party, in order of the tenures; the person unchanged, alone, where there is only the own state.
    """
    parties: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in person.tenures:
        parties[tenure.country].append(tenure)
    slug = person.id.rpartition(":")[2]
    return tuple(
        replace(person, id=f"{party}:person:{slug}", country=party, tenures=tuple(own))
        for party, own in parties.items()
    )


def find_holder(ident: str) -> Person | None:
    """The person whose id, or whose id in one party (see :func:`split_by_party`), that is; None if no holder's."""
    return _by_id().get(ident)


@cache
def _by_id() -> Mapping[str, Person]:
    parts = {part.id: person for person in holders() for part in split_by_party(person)}
    return parts | {person.id: person for person in holders()}


def holder_on(country: str, office: str, day: dt.date) -> tuple[Person, ...]:
    """Who held an office on a day: everyone who can have, given what is known of the dates.

    A date cut short can mean any of its days. A start that is not known is no earlier than the last known
    end before it, nor than 2000, where the tables begin; an end that is not known is no later than the next
    known start, and where there is none the tenure is certain at its start only. An incumbent counts until the
    "as of" of the table.

    Args:
        country: alpha-3, or the id of an organisation.
        office: id of the office.
        day: the day.

    Returns:
        The holders in order of their start; several on a day of handover or where dates are cut short; none
        where nothing is known.
    """
    return tuple(person for span, person in _spans().get((country, office), ()) if span[0] <= day <= span[1])


def possible_spans(tenures: Sequence[Tenure]) -> tuple[tuple[dt.date, dt.date] | None, ...]:
    """First and last day on which each tenure of one office can have run; None where nothing bounds it.

    Args:
        tenures: all known tenures of one office in one country, in any order.
    """
    return tuple(_span(tenure, tenures) for tenure in tenures)


def _span(tenure: Tenure, others: Iterable[Tenure]) -> tuple[dt.date, dt.date] | None:
    end = tenure.end or tenure.incumbent_as_of
    last = last_day(end) if end else None
    if tenure.start:
        first = first_day(tenure.start)
    elif last:
        ends = [last_day(other.end) for other in others if other.end and last_day(other.end) < last]
        first = max([COVERED_FROM, *ends])
    else:
        return None
    if last is None:
        starts = [last_day(other.start) for other in others if other.start and first_day(other.start) > first]
        last = min(starts, default=last_day(tenure.start or ""))
    return (first, last) if first <= last else None


@cache
def _spans() -> Mapping[tuple[str, str], tuple[tuple[tuple[dt.date, dt.date], Person], ...]]:
    held: dict[tuple[str, str], list[tuple[Tenure, Person]]] = defaultdict(list)
    for person in holders():
        for tenure in person.tenures:
            held[tenure.country, tenure.office].append((tenure, person))
    found = {}
    for key, pairs in held.items():
        spans = possible_spans([tenure for tenure, _ in pairs])
        known = [(span, person) for span, (_, person) in zip(spans, pairs, strict=True) if span]
        found[key] = tuple(sorted(known, key=lambda pair: (pair[0], pair[1].id)))
    return found


def _home(row: Row) -> str:
    """The state of a row: that of the office, or of its holder where it is an organisation's."""
    national = _NATIONAL.search(row.maybe("note") or "")
    country = row.text("country")
    return national.group(1) if national and country.startswith("org:") else country


def _person(ident: str, rows: Sequence[Row]) -> Person:
    rows = sorted(rows, key=lambda row: row.text("country").startswith("org:"))
    first = rows[0]
    by_country: dict[str, Row] = {}
    for row in rows:
        one = by_country.setdefault(row.text("country"), row)
        _check_same(row, first, ("name", "family", "given"))
        _check_same(row, one, ("aliases",))
    aliases = dict.fromkeys(alias for row in by_country.values() for alias in row.items("aliases"))
    return Person(
        id=ident,
        name=first.text("name"),
        family=first.maybe("family"),
        given=first.maybe("given"),
        aliases=tuple(aliases),
        country=ident.rpartition(":person:")[0],
        tenures=tuple(_tenure(row) for row in rows),
    )


def _check_same(row: Row, first: Row, columns: Sequence[str]) -> None:
    for column in columns:
        if row.cells[column] != first.cells[column]:
            row.fail(
                f"{column} of {first.cells['person']} is {row.cells[column]!r} here and "
                f"{first.cells[column]!r} in {first.file}:{first.line}"
            )


def _tenure(row: Row) -> Tenure:
    until, note = row.maybe("until"), row.maybe("note")
    as_of = None
    if until == "incumbent":
        match = _AS_OF.search(note or "")
        if match is None:
            row.fail('an incumbent needs the note "as of YYYY-MM"')
        as_of, until = match.group(1), None
    for date in (row.maybe("from"), until, as_of):
        if date is not None:
            try:
                first_day(date)
            except ValueError as error:
                row.fail(str(error))
    start = row.maybe("from")
    if start and until and first_day(start) > last_day(until):
        row.fail(f"from {start} is after until {until}")
    return Tenure(row.text("country"), row.text("office"), start, until, as_of, note)
