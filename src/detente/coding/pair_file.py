"""Files of marked pairs: tab-separated, with a header."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from detente.errors import EmptyInput, MalformedInput, UnreadableInput

PairRow = dict[str, str | None]


def read_pair_rows(file: str) -> list[PairRow]:
    """The rows of a tab-separated file with a header; "-" is standard input.

    Quotation marks at the ends of a cell are quoting only where the file was written so: a sentence may
    begin with one of its own.

    Raises:
        InputError: the file can't be read, has no rows, or has neither the columns sentence, source and target nor
            marked_sentence.
    """
    text = _read(file)
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    if not lines:
        raise EmptyInput(file, "the file is empty")
    header = [_unquote(name).strip() for name in lines[0].split("\t")]
    if not ({"sentence", "source", "target"} <= set(header) or "marked_sentence" in header):
        raise MalformedInput(
            file, f"has the columns {', '.join(header)}; needs sentence, source, target, or marked_sentence"
        )
    cells = [line.split("\t") for line in lines[1:]]
    if any(len(row) != len(header) for row in cells):  # quoted cells with tabs or line ends in them
        cells = list(csv.reader(text.splitlines(keepends=True), delimiter="\t"))[1:]
        for number, row in enumerate(cells, start=1):
            if len(row) != len(header):
                raise MalformedInput(f"{file}#{number}", f"has {len(row)} cells, the header {len(header)}")
        return [dict(zip(header, row, strict=True)) for row in cells]
    return [dict(zip(header, map(_unquote, row), strict=True)) for row in cells]


def _read(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableInput(file, f"can't be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(file, f"is not UTF-8 (byte {error.start})") from error


def _unquote(cell: str) -> str:
    inner = cell[1:-1]
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and inner.count('"') == 2 * inner.count('""')
    return inner.replace('""', '"') if quoted else cell
