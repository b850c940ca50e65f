"""Third countries as lines and as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from detente.cli.tables import Column, draw_table

if TYPE_CHECKING:
    import pandas as pd

    from detente.measures.thirds import Thirds

Line = dict[str, Any]
KEYS = ("third", "region", "track", "dealing", "why", "competes", "parallel", "acts_together", "one", "other",
        "one_count", "other_count", "together", "contested", "one_conflict", "other_conflict", "reports", "one_first",
        "one_last", "other_first", "other_last", "first_tie", "lean", "ring", "one_ids", "other_ids", "together_ids",
        "contested_ids", "conflict_ids")  # fmt: skip
DEAL_KEYS = ("third", "side", "track", "kind", "year", "count", "reports", "first", "last", "ids")


def lines_of(found: Thirds) -> Iterator[Line]:
    """How the sides lie, a line for each third state and track."""
    return _lines(found.rows, KEYS)


def deal_lines(found: Thirds) -> Iterator[Line]:
    """What each side does, a line for each third state, side, track, kind and year."""
    return _lines(found.deals, DEAL_KEYS)


def draw_thirds(lines: Iterable[Line], out: TextIO) -> None:
    """One row a third state and track: how it lies, how often and since when each side engages it."""
    told = list(lines)
    one, other = (told[0]["one"], told[0]["other"]) if told else ("one", "other")
    columns = (
        Column("Third"), Column("Track"), Column("Dealing"), Column(one, right=True), Column(other, right=True),
        Column("Both", right=True), Column("Contested", right=True), Column(f"{one} since"),
        Column(f"{other} since"), Column("First"), Column("Why", from_width=150),
    )  # fmt: skip
    rows = [
        (
            line["third"] if line["track"] == told[0]["track"] else "", line["track"], _dealing(line),
            _count(line["one_count"], line["one_conflict"]), _count(line["other_count"], line["other_conflict"]),
            line["together"], line["contested"], line["one_first"], line["other_first"], line["first_tie"], line["why"],
        )
        for line in told
    ]  # fmt: skip
    draw_table(columns, rows, out, "third countries")


def draw_deals(lines: Iterable[Line], out: TextIO) -> None:
    """One row a third state, side, track, kind and year."""
    columns = (
        Column("Third"), Column("Side"), Column("Track"), Column("Kind"), Column("Year"), Column("Count", right=True),
        Column("Reports", right=True), Column("First"), Column("Last"),
    )  # fmt: skip
    draw_table(columns, ([line[key] for key in DEAL_KEYS[:-1]] for line in lines), out, "deals")


def _dealing(line: Line) -> str:
    return (
        f"only {line['one'] if line['one_count'] else line['other']}"
        if line["dealing"] == "one side"
        else line["dealing"]
    )


def _count(engaged: int, against: int) -> str | None:
    """ "7", or with conflicts "7 (3 against)"."""
    against_it = f"{engaged:,} ({against:,} against)" if against else f"{engaged:,}"
    return against_it if engaged or against else None


def _lines(table: pd.DataFrame, keys: Iterable[str]) -> Iterator[Line]:
    import pandas as pd

    wanted = list(keys)
    for row in table.astype(object).to_dict("records"):
        yield {
            key: list(row[key]) if isinstance(row[key], tuple) else None if pd.isna(row[key]) else row[key]
            for key in wanted
        }
