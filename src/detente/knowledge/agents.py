"""Head nouns that make a nationality and a noun an actor: "Chinese vessels" (agents.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from detente.knowledge.sectors import SECTORS
from detente.knowledge.tables import FOLDER, read_table

COLUMNS = ("lemma", "plural", "sector", "source")


@dataclass(frozen=True, slots=True)
class Agent:
    """A head noun, of one word or several, lower case.

    Attributes:
        lemma: the singular, or the only form ("police", "troops").
        plural: the plural; equal to ``lemma`` where they do not differ, None where it is not used of actors.
        sector: PLOVER sector of the actor it makes.
    """

    lemma: str
    plural: str | None
    sector: str


@cache
def agents() -> Mapping[str, Agent]:
    """The head nouns by lemma.

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    return read_agents(FOLDER / "agents.csv")


def read_agents(table: Path) -> Mapping[str, Agent]:
    """Read head nouns from a file of the form of agents.csv.

    Raises:
        KnowledgeError: the file breaks its schema.
    """
    found: dict[str, Agent] = {}
    for row in read_table(table, COLUMNS):
        lemma, sector = row.text("lemma"), row.text("sector")
        if sector not in SECTORS:
            row.fail(f"{sector!r} is no sector")
        if lemma in found:
            row.fail(f"{lemma!r} is there twice")
        found[lemma] = Agent(lemma, row.maybe("plural"), sector)
    return MappingProxyType(found)
