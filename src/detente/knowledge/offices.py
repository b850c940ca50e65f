"""Offices: the titles that people hold and the wordings of them (offices/*.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from detente.knowledge.sectors import SECTORS
from detente.knowledge.tables import FOLDER, Row, read_table
from detente.records import Level

COLUMNS = ("id", "names", "level", "sector", "countries", "source")


@dataclass(frozen=True, slots=True)
class Office:
    """A title and its wordings, in every country or in some; several rows may share an id.

    Attributes:
        id: kebab-case: "foreign-minister".
        names: English wordings, lower case, without country.
        level: the level that its holder speaks for in a contact.
        sector: PLOVER sector.
        countries: alpha-3 of the countries where these wordings hold; empty: any.
        source: where the wordings come from.
    """

    id: str
    names: tuple[str, ...]
    level: Level
    sector: str
    countries: tuple[str, ...]
    source: str


@cache
def offices() -> tuple[Office, ...]:
    """All rows of all tables of offices, in order of file and line.

    Raises:
        KnowledgeError: a table breaks its schema.
    """
    return read_offices(FOLDER / "offices")


def read_offices(folder: Path) -> tuple[Office, ...]:
    """Read every ``*.csv`` of a folder as a table of offices.

    Raises:
        KnowledgeError: a table breaks its schema.
    """
    tables = sorted(folder.glob("*.csv"))
    return tuple(_office(row) for table in tables for row in read_table(table, COLUMNS))


def _office(row: Row) -> Office:
    level, sector = row.text("level"), row.text("sector")
    if level not in tuple(Level):
        row.fail(f"level is {level!r}, not one of {', '.join(Level)}")
    if sector not in SECTORS:
        row.fail(f"{sector!r} is no sector")
    names = row.items("names")
    if not names:
        row.fail("names is empty")
    return Office(row.text("id"), names, Level(level), sector, row.items("countries"), row.text("source"))
