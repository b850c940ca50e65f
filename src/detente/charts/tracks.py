"""The tracks of a relation, one above the other: it can warm on one while it cools on another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from detente.charts.style import BLUE, GREY, INK, PALE, data, notice, styled
from detente.charts.time import period_bounds, time_axis, time_scale
from detente.charts.wording import name_of, signed
from detente.measures.index import Index

_PANEL = 84  # pixels
_BOUNDS = {"mean": 10.0, "net": 1.0, "bounded": 9.0}


def tracks_chart(
    tracks: Mapping[str, Index], pair: tuple[str, str], names: Mapping[str, str] | None = None, *, width: int = 680
) -> alt.Chart:
    """The level of a relation on each track, on one scale of levels and of time; a period without a record is a gap.

    Args:
        tracks: an index for each track, by its name, of the same pair, periods and measure (mean, net or bounded).
        pair: the parties, in the order of the indexes.
        names: names by code.
        width: pixels of a panel.

    Raises:
        ValueError: a measure has no range of its own, so that panels could not be compared.
    """
    measures = {index.measure for index in tracks.values()}
    if not measures <= set(_BOUNDS) or len(measures) > 1:
        raise ValueError(f"tracks are drawn of one of {', '.join(_BOUNDS)}, not of {', '.join(sorted(measures))}")
    told = {track: _rows(index, pair) for track, index in tracks.items()}
    every = [row for rows in told.values() for row in rows]
    if not every:
        return notice("Nothing on record is dated to one period", width)
    first = dt.date.fromisoformat(min(row["start"] for row in every))
    last = dt.date.fromisoformat(max(row["end"] for row in every))
    (measure,) = measures
    ends = [abs(row[key]) for row in every for key in ("value", "low", "high") if row[key] is not None]
    bound = 5.0 if measure == "mean" and max(ends) <= 5 else _BOUNDS[measure]
    scale = time_scale(first, last)
    shown = list(told)
    panels = [
        _panel(track, rows, scale, time_axis(first, last, width, grid=False) if track == shown[-1] else None, bound)
        .properties(width=width, height=_PANEL)
        for track, rows in told.items()
    ]  # fmt: skip
    one, other = (name_of(party, names) for party in pair)
    frequency = next(iter(tracks.values())).frequency
    words = {"mean": "mean score", "net": "net cooperation", "bounded": "bounded score"}[measure]
    aid = [f"Bars: {words} of a {frequency}; an occurrence can be on several tracks, or on none."]
    if any(row["low"] is not None for row in every):
        aid.append("Upright lines: bootstrap bands.")
    title = alt.TitleParams(f"{one} – {other}: {words} by track and {frequency}", subtitle=aid)
    return styled(alt.vconcat(*panels, spacing=10).resolve_scale(x="shared").properties(title=title))


def _rows(index: Index, pair: tuple[str, str]) -> list[dict[str, Any]]:
    fading = index.measure == "bounded"
    rows = index.rows[(index.rows["direction"] == "-".join(pair)) & index.rows[index.measure].notna()]
    found = []
    for row in rows.to_dict("records"):
        if not row["count"] and not fading:
            continue
        start, end = period_bounds(str(row["period"]), week=index.frequency == "week")
        low, high = (None if pd.isna(row.get(key, None)) else float(row[key]) for key in ("low", "high"))
        found.append({
            "period": row["period"], "start": start.isoformat(), "end": end.isoformat(),
            "middle": (start + (end - start) / 2).isoformat(), "value": float(row[index.measure]), "low": low,
            "high": high, "count": int(row["count"]), "reports": int(row["reports"]),
            "told": signed(float(row[index.measure]), 2),
        })  # fmt: skip
    return found


def _panel(
    track: str, rows: list[dict[str, Any]], scale: alt.Scale, axis: alt.Axis | None, bound: float
) -> alt.LayerChart:
    number = sum(row["count"] for row in rows)
    y_axis = alt.Axis(title=[track.title(), f"n = {number:,}"], values=[-bound, 0, bound], grid=True, titleAngle=0,
                      titleAlign="left", titleX=-112, titleBaseline="middle", titleColor=INK,
                      labelExpr="(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + abs(datum.value)")  # fmt: skip
    levels = alt.Scale(domain=[-bound, bound], nice=False)
    y = alt.Y("value:Q", scale=levels, axis=y_axis)
    x = alt.X("start:T", scale=scale, axis=axis)
    tips = [alt.Tooltip("period:N", title="Period"), alt.Tooltip("told:N", title="Value"),
            alt.Tooltip("count:Q", title="Occurrences"), alt.Tooltip("reports:Q", title="Reports")]  # fmt: skip
    base = alt.Chart(data(rows)).encode(x=x, x2="end:T", y=y)
    banded = alt.Chart(data([row for row in rows if row["low"] is not None]))
    return alt.LayerChart(layer=[
        base.mark_rect(color=PALE, opacity=0.75).encode(y2=alt.datum(0), tooltip=tips),
        base.mark_rule(color=BLUE, strokeWidth=2),
        alt.Chart(data([{"value": 0}])).mark_rule(color=INK, strokeWidth=0.8).encode(y=y),
        banded.mark_rule(color=GREY, strokeWidth=3, opacity=0.35).encode(
            x=alt.X("middle:T", scale=scale, axis=axis), y=alt.Y("low:Q", scale=levels), y2="high:Q"
        ),
    ])  # fmt: skip
