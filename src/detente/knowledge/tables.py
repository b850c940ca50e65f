"""Reading of the tables in this folder: CSV rows and YAML entries that know where they come from."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import yaml

from detente.errors import KnowledgeError

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the file and the line it stands on."""

    file: str
    line: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """The cell, which must not be empty."""
        cell = self.cells[column]
        if not cell:
            self.fail(f"{column} is empty")
        return cell

    def maybe(self, column: str) -> str | None:
        """The cell, or None where it is empty."""
        return self.cells[column] or None

    def items(self, column: str) -> tuple[str, ...]:
        """The items of a cell, which ``|`` separates."""
        cell = self.cells[column]
        if not cell:
            return ()
        found = tuple(item.strip() for item in cell.split("|"))
        if not all(found):
            self.fail(f"{column} has an empty item: {cell!r}")
        return found

    def fail(self, reason: str) -> NoReturn:
        """Raise what is wrong with this row."""
        raise KnowledgeError(f"{self.file}:{self.line}: {reason}")


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Read a CSV table whose header must be exactly ``columns``.

    Args:
        path: the file, UTF-8.
        columns: the header, in order.

    Returns:
        The rows, with their cells stripped.

    Raises:
        KnowledgeError: the header differs, or a row has too few or too many cells.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader, [])
        if header != list(columns):
            raise KnowledgeError(f"{path.name}:1: the columns are {','.join(header)}, not {','.join(columns)}")
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                raise KnowledgeError(f"{path.name}:{reader.line_num}: {len(cells)} cells, not {len(header)}")
            stripped = [cell.strip() for cell in cells]
            yield Row(path.name, reader.line_num, dict(zip(header, stripped, strict=True)))


def read_entries(path: Path) -> Sequence[object]:
    """Read a YAML file that is one list.

    Raises:
        KnowledgeError: the file is no YAML, or no list.
    """
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path.name}: {error}") from error
    if not isinstance(entries, list):
        raise KnowledgeError(f"{path.name}: the top is no list")
    return entries


# The C loader reads ten times as fast, and is not in every build of PyYAML.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
