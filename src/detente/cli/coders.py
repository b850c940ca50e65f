"""``detente classify`` and ``detente evaluate``: the coder by itself."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

from cyclopts import Parameter

from detente.cli.options import Output

if TYPE_CHECKING:
    from detente.records import Document

_DEFAULT = Output()
CLASSIFY_KEYS = ("root", "direction", "mode", "modality", "confidence")


def classify(
    file: Annotated[str, Parameter(help="Tab-separated pairs; - for standard input.")],
    *,
    coder: Annotated[str, Parameter(help="Which coder.")] = "blind.v1",
    output: Output = _DEFAULT,
) -> None:
    """Code marked pairs: one row a pair, in order; JSON lines unless another form is asked for.

    Columns sentence, source, target; or marked_sentence with <s></s> and <t></t> around the two.

    Examples
    --------
    detente classify pairs.tsv

    detente classify pairs.tsv --format csv -o codes.csv
    """
    from detente.cli.output import write_lines
    from detente.coding import load_coder
    from detente.coding.classify import classify_pairs

    codes = classify_pairs(read_pairs(file), load_coder(coder), source=file)
    lines = (
        {
            "root": code.root,
            "direction": code.direction,
            "mode": code.mode,
            "modality": code.modality.value if code.modality else None,
            "confidence": code.confidence,
        }
        for code in codes
    )
    write_lines(lines, CLASSIFY_KEYS, output, _draw_codes, default="jsonl")


def read_pairs(file: str) -> list[dict[str, str | None]]:
    """The rows of a tab-separated file with a header.

    Quotation marks at the ends of a cell are quoting only where the file was written so: a sentence may
    begin with one of its own.

    Raises:
        InputError: the file can't be read, has no rows, or lacks the columns.
    """
    from detente.errors import EmptyInput, MalformedInput, UnreadableInput

    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableInput(file, f"can't be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(file, f"is not UTF-8 (byte {error.start})") from error
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


SCORE_KEYS = ("what", "precision", "recall", "f1", "right", "found", "gold")


def evaluate(
    file: Annotated[Path, Parameter(help="A gold file, or a folder of them.")],
    *,
    coder: Annotated[str, Parameter(help="Which coder.")] = "lexicon.v1",
    output: Output = _DEFAULT,
) -> None:
    """Score a coder against gold annotations: precision and recall of events, contacts and ledgers.

    Examples
    --------
    detente evaluate examples/gold

    detente evaluate examples/gold --format json
    """
    from detente.cli.messages import note
    from detente.cli.output import write_lines
    from detente.coding import code_document, load_coder
    from detente.evaluation import read_gold, score_documents
    from detente.ledgers import with_ledger

    loaded = load_coder(coder)
    pairs = [(with_ledger(code_document(_read_article(article), loaded)), gold) for article, gold in read_gold(file)]
    note(f"{coder} on {len(pairs):,} annotated documents")
    lines = ({key: getattr(score, key) for key in SCORE_KEYS} for score in score_documents(pairs))
    write_lines(lines, SCORE_KEYS, output, _draw_scores)


def _read_article(path: Path) -> Document:
    from detente.errors import EmptyInput, InputError
    from detente.reading import read_path

    for item in read_path(path):
        if isinstance(item, InputError):
            raise item
        return item
    raise EmptyInput(str(path), "there is no article in it")


def _draw_scores(lines: Iterable[dict[str, Any]], out: TextIO) -> None:
    from detente.cli.tables import Column, draw_table

    columns = (Column("What"), *(Column(key.capitalize(), right=True) for key in SCORE_KEYS[1:]))
    shares = ("precision", "recall", "f1")
    rows = ([f"{value:.2f}" if key in shares else value for key, value in line.items()] for line in lines)
    draw_table(columns, rows, out, "scores")


def _unquote(cell: str) -> str:
    inner = cell[1:-1]
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and inner.count('"') == 2 * inner.count('""')
    return inner.replace('""', '"') if quoted else cell


def _draw_codes(lines: Iterable[dict[str, Any]], out: TextIO) -> None:
    from detente.cli.tables import Column, draw_table

    columns = tuple(Column(key.capitalize()) for key in CLASSIFY_KEYS)
    draw_table(columns, ([line[key] for key in CLASSIFY_KEYS] for line in lines), out, "pairs")
