"""CAMEO's event codes: their names, what PLOVER calls them, and their Goldstein scores (cameo.csv)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from detente.errors import KnowledgeError
from detente.knowledge import plover
from detente.knowledge.tables import FOLDER, Row, read_table

COLUMNS = ("code", "name", "variants", "plover", "goldstein", "source")

_CODE = re.compile(r"(0[1-9]|1\d|20)(\d[\di]?[\di]?|y)?")
_WORD = re.compile(r"[^\W_]+")
_FILLERS = frozenset({"or", "and", "a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Cameo:
    """One code of CAMEO.

    Attributes:
        code: two digits for a cue category, three or four below it; as a few of ICEWS, with a letter.
        name: its name in the codebook.
        variants: other names that data sets print for it.
        root: PLOVER event type; None where PLOVER has none (public statements).
        mode: PLOVER mode, where it has one.
        goldstein: Goldstein score, -10 to 10; None where none was published.
    """

    code: str
    name: str
    variants: tuple[str, ...]
    root: str | None
    mode: str | None
    goldstein: float | None


@cache
def cameo() -> Mapping[str, Cameo]:
    """All codes.

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    return read_cameo(FOLDER / "cameo.csv")


def find_code(text: str) -> Cameo | None:
    """The entry of a code, exactly as the codebook writes it.

    "42" may be an 042 that a spreadsheet cut, but "18" is assault as well as an 018 cut: neither is guessed at.
    """
    return cameo().get(text.strip())


def find_event_name(text: str) -> Cameo | None:
    """The entry of a name as data sets write it, whatever its case, underscores, commas and conjunctions.

    Args:
        text: "Make_a_visit", "Meet at a 'third' location".
    """
    return _by_name().get(_folded(text))


def read_cameo(table: Path) -> Mapping[str, Cameo]:
    """Read codes from a file of the form of cameo.csv.

    A code without a PLOVER type of its own has that of the longest code that it begins with.

    Raises:
        KnowledgeError: the file breaks its schema.
    """
    found: dict[str, Cameo] = {}
    types: dict[str, tuple[str | None, str | None]] = {}
    for row in read_table(table, COLUMNS):
        code = row.text("code")
        if not _CODE.fullmatch(code):
            row.fail(f"{code!r} is no CAMEO code")
        if code in found:
            row.fail(f"{code} is there twice")
        if row.maybe("plover"):
            types[code] = _plover(row)
        cue = next((code[:length] for length in range(len(code), 1, -1) if code[:length] in types), None)
        if cue is None:
            row.fail(f"nothing says which PLOVER type {code} is; the cue category comes first")
        found[code] = Cameo(code, row.text("name"), row.items("variants"), *types[cue], _goldstein(row))
    return MappingProxyType(found)


def _plover(row: Row) -> tuple[str | None, str | None]:
    cell = row.text("plover")
    if cell == "none":
        return None, None
    root, _, mode = cell.partition(" ")
    try:
        plover.score(root, mode or None)
    except KnowledgeError as error:
        row.fail(str(error))
    return root, mode or None


def _goldstein(row: Row) -> float | None:
    cell = row.maybe("goldstein")
    if cell is None:
        return None
    try:
        score = float(cell)
    except ValueError:
        row.fail(f"goldstein is {cell!r}, no number")
    if not -10 <= score <= 10:
        row.fail(f"goldstein is {score:g}, outside -10 to 10")
    return score


@cache
def _by_name() -> Mapping[str, Cameo]:
    """Entries by every folded name; of a cue category and its "in general" code, the latter."""
    return MappingProxyType({_folded(name): one for one in cameo().values() for name in (one.name, *one.variants)})


def _folded(name: str) -> str:
    return " ".join(word for word in _WORD.findall(name.casefold()) if word not in _FILLERS)
