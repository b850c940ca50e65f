"""Figures over time, and beside those of others: results by version, and what rivals published."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import version
from pathlib import Path

from detente.errors import UnreadableInput
from detente.evaluation.pairs import PairReport
from detente.knowledge.tables import read_table

RESULT_COLUMNS = ("version", "coder", "set", "pairs", "what", "value", "low", "high")
_RIVAL_COLUMNS = ("rival", "what", "value", "source")


@dataclass(frozen=True, slots=True)
class Rival:
    """A figure that somebody published of a coder of theirs; ``value`` from 0 to 1."""

    rival: str
    what: str
    value: float
    source: str


def read_rivals() -> list[Rival]:
    """The published figures that ours are compared with (rivals.csv)."""
    with resources.as_file(resources.files(__package__).joinpath("rivals.csv")) as table:
        return [
            Rival(row.text("rival"), row.text("what"), float(row.text("value")), row.text("source"))
            for row in read_table(table, _RIVAL_COLUMNS)
        ]


def keep_figures(report: PairReport, coder: str, of: str, file: Path) -> None:
    """Append a report's figures to a table of results.

    Args:
        report: what was measured.
        coder: name and version of the coder.
        of: name of the set of pairs.
        file: a CSV file with the columns of ``RESULT_COLUMNS``; made when it is missing.

    Raises:
        UnreadableInput: the file can't be written.
    """
    try:
        fresh = not file.exists()
        with file.open("a", encoding="utf-8", newline="") as out:
            table = csv.writer(out, lineterminator="\n")
            if fresh:
                table.writerow(RESULT_COLUMNS)
            for figure in report.figures:
                shares = (f"{share:.3f}" for share in (figure.value, figure.low, figure.high))
                table.writerow((version("detente"), coder, of, report.pairs, figure.what, *shares))
    except OSError as error:
        raise UnreadableInput(str(file), f"can't be written: {error.strerror or error}") from error
