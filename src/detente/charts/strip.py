"""Words above a chart, each with a line down to its period, placed so that they don't lie on each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
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


def height_of(placed: Sequence[Placed]) -> int:
    """Pixels that the words take; none without any."""
    if not placed:
        return 0
    return (max(one.row for one in placed) + 1) * _step(placed) + 6


def strip(placed: Sequence[Placed], scale: alt.Scale, height: int) -> list[alt.Chart]:
    """Layers with the words and their lines, for the top of a chart of so many pixels."""
    values = [_row(one, placed) for one in placed]
    pixels = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
    x = alt.X("at:T", scale=scale, axis=None)
    base = alt.Chart(data(values)).encode(x=x, y=alt.Y("top:Q", scale=pixels, axis=None))
    layers = [base.mark_rule(color=GREY, strokeWidth=1).encode(y2=alt.datum(height), strokeDash=dash_of())]
    for align, shift in (("left", 4), ("right", -4)):
        words = base.transform_filter(f"datum.side === '{align}'")
        look: dict[str, Any] = {
            "align": align,
            "dx": shift,
            "baseline": "top",
            "fontSize": SIZE,
            "lineBreak": "\n",
            "lineHeight": _LINE,
        }
        layers.append(words.mark_text(stroke="white", strokeWidth=4, strokeJoin="round", **look).encode(text="text:N"))
        layers.append(words.mark_text(color=INK, **look).encode(text="text:N"))
    return layers


def dash_of() -> alt.StrokeDash:
    """How surely a landmark stands, by its line."""
    scale = alt.Scale(domain=list(DASHES), range=list(DASHES.values()))
    return alt.StrokeDash("kind:N", scale=scale, legend=None)


def _step(placed: Sequence[Placed]) -> int:
    return max(len(one.landmark.lines) for one in placed) * _LINE + 6


def _row(one: Placed, placed: Sequence[Placed]) -> dict[str, Any]:
    rows = max(other.row for other in placed) + 1
    return {
        "at": one.at.isoformat(), "text": "\n".join(one.landmark.lines), "kind": one.landmark.kind,
        "side": one.side, "top": (rows - 1 - one.row) * _step(placed),
    }  # fmt: skip
