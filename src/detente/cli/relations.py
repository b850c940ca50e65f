"""``detente index`` and ``detente brief``: a relation measured, and written up."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TextIO

from cyclopts import Parameter

from detente.cli.options import DEFAULT_DB, Db, Listing, Output, open_record

if TYPE_CHECKING:
    from detente.measures import Index
    from detente.store import Filter, Store

Line = dict[str, Any]

_DEFAULT = Output()
Frequency = Literal["day", "week", "month", "quarter", "year"]


INDEX_KEYS = ("period", "direction", "mean", "count", "reports")


def index(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    db: Db = DEFAULT_DB,
    freq: Annotated[Frequency, Parameter(help="Length of a period.")] = "month",
    since: Annotated[str | None, Parameter(help="From this date on: 2024-07-26, 2024-07 or 2024.")] = None,
    until: Annotated[str | None, Parameter(help="Up to this date, inclusive.")] = None,
    chart: Annotated[Path | None, Parameter(help="Draw it too: a file .png, .svg, .html or .json.")] = None,
    output: Output = _DEFAULT,
) -> None:
    """Measure a relation over time: mean PLOVER score and number of occurrences, each way and together.

    Only what happened counts, and only what is dated to one period.

    Examples
    --------
    detente index CHN JPN

    detente index CHN JPN --freq year --since 2010 --format csv -o index.csv

    detente index CHN JPN --freq quarter --chart index.svg
    """
    from detente.cli.messages import note
    from detente.cli.output import choose_format, write_lines
    from detente.measures import index as measure
    from detente.measures import tidy

    pair, wanted = _relation(one, other, since, until)
    choose_format(output)  # what makes no sense is refused before anything is written
    if chart:
        _check_chart(chart)
    with open_record(db) as store:
        measured = measure(tidy(store.occurrences(wanted)), *pair, frequency=freq)
        if (since or until) and (undated := _count_undated(store, wanted)):
            note(f"{undated:,} without a date left out by --since and --until")
    if measured.undated or measured.coarse:
        note(f"left out: {measured.undated:,} without a date, {measured.coarse:,} dated to more than one {freq}")
    rows: list[Line] = [
        dict(zip(INDEX_KEYS, row, strict=True)) for row in measured.rows[list(INDEX_KEYS)].itertuples(index=False)
    ]
    lines = [{**row, "mean": None if row["count"] == 0 else row["mean"]} for row in rows]
    write_lines(lines, INDEX_KEYS, output, draw_index)
    if chart:
        _draw_chart(measured, pair, chart)


def _check_chart(path: Path) -> None:
    from detente.charts import check_format
    from detente.cli.running import WrongUseError
    from detente.errors import DetenteError

    try:
        check_format(path)
    except DetenteError as error:
        raise WrongUseError(str(error)) from error


def _draw_chart(measured: Index, pair: tuple[str, str], path: Path) -> None:
    from detente.charts import index_chart, save
    from detente.cli.naming import name_party

    names = {party: name_party(party) for party in pair}
    save(index_chart(measured.rows, pair, names, frequency=measured.frequency), path)


def _count_undated(store: Store, wanted: Filter) -> int:
    """Occurrences that happened between the two, whose date is unknown."""
    from dataclasses import replace

    from detente.measures import deals_between
    from detente.records import Modality

    asked = replace(wanted, since=None, until=None, undated=True, modality=(Modality.HAPPENED,))
    return sum(deals_between(one, *wanted.parties) for one in store.occurrences(asked))


def draw_index(lines: Iterable[Line], out: TextIO) -> None:
    """One row a period: each direction's mean score and, in brackets, its number of occurrences."""
    from detente.cli.tables import Column, draw_table

    by_period: dict[str, dict[str, Line]] = {}
    for line in lines:
        by_period.setdefault(line["period"], {})[line["direction"]] = line
    directions = list(next(iter(by_period.values()), {}))
    told = {period: row for period, row in by_period.items() if any(line["count"] for line in row.values())}
    columns = [Column("Period"), *(Column(direction, right=True) for direction in directions)]
    rows = [[period, *(_cell(row[direction]) for direction in directions)] for period, row in told.items()]
    draw_table(columns, rows, out, "periods with an occurrence")


def _cell(line: Line) -> str | None:
    return f"{round(line['mean'], 1) + 0.0:+.1f} ({line['count']:,})" if line["count"] else None


def _relation(one: str, other: str, since: str | None, until: str | None) -> tuple[tuple[str, str], Filter]:
    """The pair that two names stand for, and the filter of what happened between them."""
    from detente.cli.naming import parse_pair

    pair = parse_pair(one, other)
    return pair, Listing(pair=pair, since=since, until=until).to_filter()


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
    from detente.briefs import check_format, write_brief
    from detente.cli.messages import note
    from detente.cli.running import WrongUseError
    from detente.errors import DetenteError

    try:
        check_format(output)
    except DetenteError as error:
        raise WrongUseError(str(error)) from error
    pair, wanted = _relation(one, other, since, until)
    with open_record(db) as store:
        write_brief(store, *pair, output, since=wanted.since, until=wanted.until)
    note(f"wrote {output}")
