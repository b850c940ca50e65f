"""Companies and banks that news on states names as parties to acts: Huawei, Nippon Steel (companies.csv)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from detente.knowledge.tables import FOLDER, Row, read_table

COLUMNS = ("id", "name", "aliases", "country", "sector", "source")
COMPANY_SECTORS = frozenset({"BUS", "MNC"})

_ID = re.compile(r"(?P<country>[A-Z]{3}):company:[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Company:
    """A company or bank.

    Attributes:
        id: ``CHN:company:huawei``.
        name: the name that we print; matched only as spelled, as the aliases are.
        aliases: further names.
        country: alpha-3 of the state that it is counted to: that of its seat, or of its owners where news
            takes it for theirs.
        sector: MNC where it does business in several countries, BUS where chiefly in one.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str
    sector: str


@cache
def companies() -> Mapping[str, Company]:
    """The companies by id.

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    return read_companies(FOLDER / "companies.csv")


def read_companies(table: Path) -> Mapping[str, Company]:
    """Read companies from a file of the form of companies.csv.

    Raises:
        KnowledgeError: the file breaks its schema.
    """
    found: dict[str, Company] = {}
    for row in read_table(table, COLUMNS):
        company = _company(row)
        if company.id in found:
            row.fail(f"{company.id} is there twice")
        found[company.id] = company
    return MappingProxyType(found)


def _company(row: Row) -> Company:
    ident, country, sector = row.text("id"), row.text("country"), row.text("sector")
    parts = _ID.fullmatch(ident)
    if parts is None:
        row.fail(f"an id is of the form CHN:company:huawei, not {ident!r}")
    if parts["country"] != country:
        row.fail(f"{ident} is of {country}")
    if sector not in COMPANY_SECTORS:
        row.fail(f"the sector of a company is BUS or MNC, not {sector!r}")
    return Company(ident, row.text("name"), row.items("aliases"), country, sector)
