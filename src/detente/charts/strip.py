"""Words above a chart, each with a line down to its period, placed so that they don't lie on each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from detente.charts.landmarks import Landmark
from detente.charts.style import GREY, INK, data

SIZE = 11  # of letters
_LETTER = 5.8  # pixels a letter takes on average
_LINE = 14
_GAP = 12
DASHES = {"turning point": [1, 0], "may be chance": [4, 3], "busy period": [1, 3]}


@dataclass(frozen=True, slots=True)
class Placed:
    """A landmark with its place: ``at`` its middle day, ``row`` from 0 at the bottom, ``side`` text goes to."""

    landmark: Landmark
    at: dt.date
    row: int
    side: str


def place(
    landmarks: Sequence[tuple[Landmark, dt.date]], first: dt.date, last: dt.date, width: int
) -> tuple[Placed, ...]:
    """A row for each landmark, as low as it can be without lying on another's words.

    Args:
        landmarks: with the day each points at.
        first: the first day shown.
        last: the last one.
        width: pixels between the two.
    """
    days = max((last - first).days, 1)
    spans: list[tuple[float, float, int]] = []
    found = []
    reach = {id(landmark): _LETTER * max(map(len, landmark.lines)) + _GAP for landmark, _ in landmarks}
    spots = {id(landmark): width * (at - first).days / days for landmark, at in landmarks}
    to_right = [one for one in landmarks if spots[id(one[0])] + reach[id(one[0])] <= width + _GAP]
    to_left = [one for one in landmarks if one not in to_right]
    # what stands further left goes higher, so that no line runs through the words of another; the other way round
    # for words that stand left of their line
    ordered = [*((one, "left") for one in sorted(to_right, key=lambda one: one[1], reverse=True)),
               *((one, "right") for one in sorted(to_left, key=lambda one: one[1]))]  # fmt: skip
    for (landmark, at), align in ordered:
        x, length = spots[id(landmark)], reach[id(landmark)]
        low, high = (x, x + length) if align == "left" else (x - length, x)
        row = 1 + max((row for start, end, row in spans if start < high and low < end), default=-1)
        spans.append((low, high, row))
        found.append(Placed(landmark, at, row, align))
    return tuple(sorted(found, key=lambda placed: placed.at))


def strip(placed: Sequence[Placed], scale: alt.Scale, width: int) -> alt.LayerChart:
    """The words, in a chart of their own above the one they belong to."""
    tallest = max(len(one.landmark.lines) for one in placed)
    rows = max(one.row for one in placed) + 1
    step = tallest * _LINE + 6
    values = [_row(one, rows) for one in placed]
    x = alt.X("at:T", scale=scale, axis=None)
    y = alt.Y("top:Q", scale=alt.Scale(domain=[0, rows], nice=False), axis=None)
    base = alt.Chart(data(values)).encode(x=x, y=y)
    layers: list[alt.Chart] = [
        base.mark_rule(color=GREY, strokeWidth=1).encode(y2=alt.datum(0), strokeDash=dash_of()),
    ]
    for align, shift in (("left", 4), ("right", -4)):
        words = base.transform_filter(f"datum.side === '{align}'")
        look = {"align": align, "dx": shift, "baseline": "top", "fontSize": SIZE, "lineBreak": "\n", "lineHeight": _LINE}
        layers.append(words.mark_text(stroke="white", strokeWidth=4, strokeJoin="round", **look).encode(text="text:N"))
        layers.append(words.mark_text(color=INK, **look).encode(text="text:N"))
    return alt.LayerChart(layer=layers).properties(width=width, height=rows * step)


def rules(placed: Sequence[Placed], scale: alt.Scale) -> alt.Chart:
    """The lines go on through the chart below."""
    x = alt.X("at:T", scale=scale, axis=None)
    chart = alt.Chart(data([_row(one, 1) for one in placed]))
    return chart.mark_rule(color=GREY, strokeWidth=1).encode(x=x, strokeDash=dash_of())


def dash_of() -> alt.StrokeDash:
    """How surely a landmark stands, by its line."""
    scale = alt.Scale(domain=list(DASHES), range=list(DASHES.values()))
    return alt.StrokeDash("kind:N", scale=scale, legend=None)


def _row(one: Placed, rows: int) -> Mapping[str, Any] | dict[str, Any]:
    return {
        "at": one.at.isoformat(), "text": "\n".join(one.landmark.lines), "kind": one.landmark.kind,
        "side": one.side, "top": one.row + 1,
    }  # fmt: skip
