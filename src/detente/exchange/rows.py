"""What becomes of a line of somebody else's file: events, or why there are none."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from detente.errors import DetenteError
from detente.store import ImportedEvent

Line = tuple[int, str]  # number in the file, from 1; text without its end


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that breaks its own format."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A good line that is no event between two parties we know.

    Attributes:
        line: its number.
        reason: why it is left out, for the count.
        name: the name that was not resolved, if that is why.
    """

    line: int
    reason: str
    name: str | None = None


Item = ImportedEvent | BadLine | LeftOut
UNKNOWN_PARTY = "an actor of no state or organisation we know"
WITHIN = "within one state or organisation"
NO_ACTOR = "no source or no target"


class BadValueError(DetenteError):
    """A cell that can't be what its column says; becomes a :class:`BadLine`."""


class Repeats:
    """Keys for rows without an id: the row itself, and how often it came before.

    Two rows that say the same are two events; reading the file again gives both their old keys.
    """

    def __init__(self) -> None:
        self._seen: Counter[bytes] = Counter()

    def key(self, row: str) -> str:
        """The key of a row."""
        digest = hashlib.blake2b(row.encode(), digest_size=8).digest()
        self._seen[digest] += 1
        count = self._seen[digest]
        return row if count == 1 else f"{row}\x00{count}"


@lru_cache(maxsize=65536)
def parse_day(text: str) -> dt.date:
    """A day written 2014-07-26 or 20140726.

    Raises:
        BadValueError: it is none.
    """
    cell = text.strip()[:10]
    try:
        if len(cell) == 8 and cell.isdigit():
            return dt.date(int(cell[:4]), int(cell[4:6]), int(cell[6:]))
        return dt.date.fromisoformat(cell)
    except ValueError:
        raise BadValueError(f"{text!r} is no date") from None


@lru_cache(maxsize=65536)
def parse_number(text: str) -> float | None:
    """A score; None where the cell is empty.

    Raises:
        BadValueError: it is no number, or outside -10 to 10.
    """
    if not text.strip():
        return None
    try:
        number = float(text)
    except ValueError:
        raise BadValueError(f"{text!r} is no number") from None
    if not -10 <= number <= 10:
        raise BadValueError(f"the score {text} is outside -10 to 10")
    return number


@lru_cache(maxsize=65536)
def parse_count(text: str) -> int:
    """How many reports or outlets; 1 where the cell is empty.

    Raises:
        BadValueError: it is no whole number above zero.
    """
    if not text.strip():
        return 1
    if not text.strip().isdigit():
        raise BadValueError(f"{text!r} is no count")
    return max(1, int(text))


def columns_of(header: str, wanted: Iterable[str], what: str) -> dict[str, int]:
    """Where each column stands, by its name in the header.

    Raises:
        BadValueError: the header lacks one.
    """
    names = [name.strip() for name in split_cells(header, quoted='"' in header)]
    missing = [name for name in wanted if name not in names]
    if missing:
        raise BadValueError(f"no header of {what}: it lacks {', '.join(missing)}")
    return {name: at for at, name in enumerate(names)}


def split_cells(text: str, *, quoted: bool) -> list[str]:
    """The cells of a line between tabs.

    Args:
        text: the line.
        quoted: whether cells stand in quotes, as where a Dataverse has made its own ``.tab`` of a file; elsewhere a
            quote is a letter like any other.
    """
    return next(csv.reader([text], delimiter="\t"), []) if quoted and '"' in text else text.split("\t")


def split_off(lines: Iterator[Line]) -> tuple[Line, Iterator[Line]]:
    """The first line that is not empty, and the rest."""
    for number, text in lines:
        if text.strip():
            return (number, text), lines
    return (1, ""), lines
