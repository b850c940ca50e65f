"""Momentum as lines and as a table."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from detente.cli.tables import Column, draw_table

if TYPE_CHECKING:
    from detente.measures.momentum import Momentum

Line = dict[str, Any]
KEYS = ("level", "side", "direction", "slope", "low", "high", "p", "verdict", "value", "first", "last", "periods",
        "silent", "count", "reports", "reason")  # fmt: skip


def lines_of(found: Momentum) -> Iterator[Line]:
    """The rows, what is missing as None."""
    for row in found.rows.to_dict("records"):
        yield {key: None if isinstance(row[key], float) and math.isnan(row[key]) else row[key] for key in KEYS}


def draw_momentum(lines: Iterable[Line], out: TextIO) -> None:
    """One row a level and side: the slope with its interval, and what it rests on."""
    columns = (
        Column("Level"), Column("Between"), Column("Slope a year", right=True), Column("p", right=True),
        Column("Verdict"), Column("Now", right=True), Column("Periods", right=True), Column("Silent", right=True),
        Column("Occurrences", right=True),
    )  # fmt: skip
    rows = [
        (
            line["level"], line["direction"],
            None if line["slope"] is None else f"{line['slope']:+.2f} [{line['low']:+.2f}, {line['high']:+.2f}]",
            None if line["p"] is None else f"{line['p']:.3f}", line["verdict"],
            None if line["value"] is None else f"{line['value']:+.1f}", line["periods"], line["silent"], line["count"],
        )
        for line in lines
    ]  # fmt: skip
    draw_table(columns, rows, out, "levels")
