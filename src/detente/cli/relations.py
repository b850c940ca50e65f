"""``detente index`` and ``detente brief``: a relation measured, and written up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from detente.cli.options import DEFAULT_DB, Db, Output

_DEFAULT = Output()
Frequency = Literal["day", "week", "month", "quarter", "year"]


def index(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    db: Db = DEFAULT_DB,
    since: Annotated[str | None, Parameter(help="From this date on: 2024-07-26, 2024-07 or 2024.")] = None,
    until: Annotated[str | None, Parameter(help="Up to this date, inclusive.")] = None,
    output: Output = _DEFAULT,
) -> None:
    """Measure a relation month by month: mean PLOVER score and number of occurrences, each way.

    Examples
    --------
    detente index CHN JPN

    detente index CHN JPN --since 2020 --format csv -o index.csv
    """
    raise NotImplementedError


def brief(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"], help="The brief: a file .html or .md.")],
    db: Db = DEFAULT_DB,
    since: Annotated[str | None, Parameter(help="From this date on: 2024-07-26, 2024-07 or 2024.")] = None,
    until: Annotated[str | None, Parameter(help="Up to this date, inclusive.")] = None,
) -> None:
    """Write a brief on a relation: a chart, the contacts, the events with their sentences.

    Examples
    --------
    detente brief CHN JPN -o brief.html

    detente brief China Japan -o brief.md --since 2024
    """
    raise NotImplementedError
