"""Fixed expressions of foreign policy whose use or absence signals (formulations.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from detente.knowledge.tables import FOLDER, read_table
from detente.records import Stance

COLUMNS = ("id", "words", "parties", "polarity", "source")


@dataclass(frozen=True, slots=True)
class Formulation:
    """A fixed expression.

    Attributes:
        id: kebab-case.
        words: its wordings, the fullest first.
        parties: whose expression it is: ISO 3166 alpha-3, or organisations.
        polarity: what it says of the one whom it is said of; neutral where its meaning depends on who says it.
    """

    id: str
    words: tuple[str, ...]
    parties: tuple[str, ...]
    polarity: Stance


@cache
def formulations() -> Mapping[str, Formulation]:
    """The expressions by id.

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    return read_formulations(FOLDER / "formulations.csv")


def read_formulations(table: Path) -> Mapping[str, Formulation]:
    """Read expressions from a file of the form of formulations.csv.

    Raises:
        KnowledgeError: the file breaks its schema.
    """
    found: dict[str, Formulation] = {}
    for row in read_table(table, COLUMNS):
        ident, polarity = row.text("id"), row.text("polarity")
        if polarity not in tuple(Stance):
            row.fail(f"polarity is one of {', '.join(Stance)}, not {polarity!r}")
        if ident in found:
            row.fail(f"{ident} is there twice")
        words = row.items("words")
        if not words:
            row.fail("words is empty")
        found[ident] = Formulation(ident, words, row.items("parties"), Stance(polarity))
    return MappingProxyType(found)
