"""Names with a state's name in them that mean something else: seas, treaties, papers (other_names.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from detente.knowledge.tables import FOLDER, read_table

COLUMNS = ("name", "kind", "source")
KINDS = frozenset({"water", "region", "treaty", "medium", "body", "event", "company", "place", "thing"})


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name, as spelled, in which the state that it names is no party.

    Attributes:
        name: "South China Sea".
        kind: water, region, treaty, medium, body, event, company, place, or thing.
    """

    name: str
    kind: str


@cache
def other_names() -> Mapping[str, OtherName]:
    """The names, by name.

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    return read_other_names(FOLDER / "other_names.csv")


def read_other_names(table: Path) -> Mapping[str, OtherName]:
    """Read names from a file of the form of other_names.csv.

    Raises:
        KnowledgeError: the file breaks its schema.
    """
    found: dict[str, OtherName] = {}
    for row in read_table(table, COLUMNS):
        name, kind = row.text("name"), row.text("kind")
        if kind not in KINDS:
            row.fail(f"{kind!r} is no kind of name: {', '.join(sorted(KINDS))}")
        if name in found:
            row.fail(f"{name!r} is there twice")
        found[name] = OtherName(name, kind)
    return MappingProxyType(found)
