"""Issues that states contest, world-wide, under the names that each side uses (issues.csv)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from detente.knowledge.tables import FOLDER, Row, read_table

COLUMNS = ("id", "name", "kind", "parties", "names", "pattern", "side_names", "contested", "source")
KINDS = frozenset(
    "territorial maritime trade economic history nuclear technology water energy environment health human_rights "
    "sanctions security political legal migration".split()
)
_PARTY = re.compile(r"[A-Z][A-Za-z]+")
_ANY = "any"  # parties of an issue that any two states may have


@dataclass(frozen=True, slots=True)
class Camp:
    """Parties that stand together in an issue.

    Attributes:
        parties: ISO 3166 alpha-3, or organisations ("EU"); the chief one first.
        always: whether naming the issue is naming this camp; else it is in it only where a text names it.
    """

    parties: tuple[str, ...]
    always: bool


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue between states.

    Attributes:
        id: kebab-case.
        name: the name that we print: where the sides differ, both.
        kind: one of ``KINDS``.
        camps: who contests it, the chief camp first. Camps contest the issue with each other, the parties of one don't.
            None where any two states may contest it, as they do detained citizens.
        names: wordings by which English-language news names it.
        pattern: wordings that vary too much for a list; None where there are none.
        side_names: pairs (party, the words in which that party names it).
        contested: whether naming it is naming a dispute; else only words of dispute beside it make it one.
    """

    id: str
    name: str
    kind: str
    camps: tuple[Camp, ...]
    names: tuple[str, ...]
    pattern: re.Pattern[str] | None
    side_names: tuple[tuple[str, str], ...]
    contested: bool

    @property
    def parties(self) -> tuple[str, ...]:
        """All who contest it, the chief ones first."""
        return tuple(party for camp in self.camps for party in camp.parties)

    def side_of(self, wording: str) -> str | None:
        """The party whose name for the issue a wording is; None where it is nobody's own."""
        lower = wording.lower()
        return next((party for party, name in self.side_names if name.lower() in lower), None)


@cache
def issues() -> Mapping[str, Issue]:
    """The issues by id.

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    return read_issues(FOLDER / "issues.csv")


def read_issues(table: Path) -> Mapping[str, Issue]:
    """Read issues from a file of the form of issues.csv.

    Raises:
        KnowledgeError: the file breaks its schema.
    """
    found: dict[str, Issue] = {}
    for row in read_table(table, COLUMNS):
        issue = _issue(row)
        if issue.id in found:
            row.fail(f"{issue.id} is there twice")
        found[issue.id] = issue
    return MappingProxyType(found)


def _issue(row: Row) -> Issue:
    kind, contested = row.text("kind"), row.text("contested")
    if kind not in KINDS:
        row.fail(f"{kind!r} is no kind of issue")
    if contested not in ("yes", "no"):
        row.fail(f"contested is yes or no, not {contested!r}")
    sides = []
    for item in row.items("side_names"):
        party, equals, name = item.partition("=")
        if not (party and equals and name):
            row.fail(f"a side's name is of the form JPN=Senkaku, not {item!r}")
        sides.append((party, name))
    names, pattern = row.items("names"), row.maybe("pattern")
    if not names and not pattern:
        row.fail("has neither names nor a pattern")
    try:
        compiled = re.compile(pattern, re.IGNORECASE) if pattern else None
    except re.error as error:
        row.fail(f"the pattern is none: {error}")
    return Issue(row.text("id"), row.text("name"), kind, _camps(row), names, compiled, tuple(sides), contested == "yes")


def _camps(row: Row) -> tuple[Camp, ...]:
    if row.items("parties") == (_ANY,):
        return ()
    camps = []
    for item in row.items("parties"):
        bracketed = item.startswith("(") and item.endswith(")")
        parties = tuple((item[1:-1] if bracketed else item).split("+"))
        if not all(_PARTY.fullmatch(party) for party in parties):
            row.fail(f"a camp is of the form USA+KOR or (USA+KOR), not {item!r}")
        camps.append(Camp(parties, always=not bracketed))
    if not camps[1:]:
        row.fail("an issue has two camps at least")
    return tuple(camps)
