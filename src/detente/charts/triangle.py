"""The history of a triangle: its type, its three sides, its balance, and what they rest on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from detente.charts.style import (
    BLUE,
    GREEN,
    GREY,
    INK,
    ORANGE,
    PALE,
    PURPLE,
    SKY,
    VERMILLION,
    data,
    notice,
    styled,
    wrapped,
)
from detente.charts.time import period_bounds, time_axis, time_scale
from detente.charts.wording import name_of, signed
from detente.measures.triangle import TriangleHistory, TriangleType

_TYPES = {
    TriangleType.MENAGE_A_TROIS: ("ménage à trois (3 positive)", SKY),
    TriangleType.ROMANTIC_TRIANGLE: ("romantic triangle (2)", PURPLE),
    TriangleType.STABLE_MARRIAGE: ("stable marriage (1)", ORANGE),
    TriangleType.UNIT_VETO: ("unit veto (0)", GREY),
}
_NONE = "none told"
_SIDES = (BLUE, VERMILLION, GREEN)
_SHAPES = ("circle", "triangle-up", "square")


def triangle_chart(
    history: TriangleHistory, names: Mapping[str, str] | None = None, *, frequency: str = "year", width: int = 680
) -> alt.Chart:
    """Type by period on top, then the mean score of each side with its interval, the balance, and the counts.

    A side with too few occurrences is a gap, and so is a type that is not likely enough.

    Args:
        history: of :func:`detente.measures.triangle`.
        names: names by code.
        frequency: length of its periods.
        width: pixels of a panel.
    """
    told = history.sides[history.sides["mean"].notna()]
    if told.empty:
        least = "Too few occurrences on record in every period"
        return notice(f"{least}: {' – '.join(name_of(party, names) for party in history.parties)}", width)
    bounds = {str(label): period_bounds(str(label), week=frequency == "week") for label in history.types["period"]}
    first, last = min(start for start, _ in bounds.values()), max(end for _, end in bounds.values())
    time = time_scale(first, last)
    labels = {side: " – ".join(name_of(party, names) for party in side.split("-"))
              for side in history.sides["side"].unique()}  # fmt: skip
    panels = [
        _types(history, bounds, time, width),
        _sides(told, history.neutral, bounds, labels, time, width),
        _balance(history, bounds, time, width),
        _counts(history, bounds, labels, time, time_axis(first, last, width), width),
    ]
    number = int(history.sides["occurrences"].sum())
    missing = int(history.types["type"].isna().sum())
    aid = [f"{number:,} occurrences. A side is positive where its mean is above {signed(history.neutral, 2)}; "
           "bands: 95%, bootstrap."]  # fmt: skip
    if missing:
        aid.append(f"No type in {missing:,} of {len(history.types):,} {frequency}s: too few occurrences on a side, "
                   "or none is likely enough.")  # fmt: skip
    who = " – ".join(name_of(party, names) for party in history.parties)
    title = alt.TitleParams(f"Triangle {who}, by {frequency}", subtitle=wrapped(aid, width + 60))
    chart = alt.vconcat(*panels, spacing=10).resolve_scale(color="independent", shape="independent")
    return styled(chart.properties(title=title))


Bounds = Mapping[str, tuple[dt.date, dt.date]]


def _span(period: str, bounds: Bounds) -> dict[str, str]:
    start, end = bounds[period]
    middle = dt.datetime(start.year, start.month, start.day) + (end - start) / 2
    return {"period": period, "start": start.isoformat(), "end": end.isoformat(), "middle": middle.isoformat()}


def _types(history: TriangleHistory, bounds: Bounds, time: alt.Scale, width: int) -> alt.LayerChart:
    rows: list[dict[str, Any]] = []
    for row in history.types.to_dict("records"):
        known = isinstance(row["type"], str)
        share = float(row["probability"]) if known else 0.0
        rows.append({
            "row": 0,
            **_span(str(row["period"]), bounds), "type": _TYPES[TriangleType(row["type"])][0] if known else _NONE,
            "share": share, "told": f"{share:.0%}" if known else "–",
            "why": row["reason"] if isinstance(row["reason"], str) else "",
        })  # fmt: skip
    domain = [label for label, _ in _TYPES.values() if any(row["type"] == label for row in rows)]
    colours = [colour for label, colour in _TYPES.values() if label in domain]
    axis = alt.Axis(title="Type", titleAngle=0, titleAlign="right", titleBaseline="middle", titleX=-12, labels=False,
                    ticks=False, domain=False, grid=False)  # fmt: skip
    y = alt.Y("row:O", axis=axis)
    x = alt.X("start:T", scale=time, axis=None)
    tips = [alt.Tooltip("period:N", title="Period"), alt.Tooltip("type:N", title="Type"),
            alt.Tooltip("told:N", title="Probability"), alt.Tooltip("why:N", title="Why none")]  # fmt: skip
    base = alt.Chart(data(rows)).encode(x=x, x2="end:T", y=y, tooltip=tips)
    told = base.transform_filter(f"datum.type !== '{_NONE}'")
    layers: list[alt.Chart] = [
        base.transform_filter(f"datum.type === '{_NONE}'").mark_bar(
            height=24, fill="white", stroke=PALE, strokeDash=[3, 2]
        )
    ]
    if domain:
        legend = alt.Legend(title=None, orient="top", columns=4, symbolOpacity=1)
        layers.append(
            told.mark_bar(height=24, stroke="white", strokeWidth=1, opacity=0.85).encode(
                color=alt.Color("type:N", scale=alt.Scale(domain=domain, range=colours), legend=legend)
            )
        )
    if width / len(rows) > 30:
        words = alt.Chart(data(rows)).mark_text(fontSize=11, color=INK)
        layers.append(words.encode(x=alt.X("middle:T", scale=time, axis=None), y=y, text="told:N"))
    return alt.LayerChart(layer=layers).properties(width=width, height=28)


def _sides(
    told: pd.DataFrame, neutral: float, bounds: Bounds, labels: Mapping[str, str], time: alt.Scale, width: int
) -> alt.LayerChart:
    places = {period: place for place, period in enumerate(bounds)}
    rows: list[dict[str, Any]] = []
    for at, (side, those) in enumerate(told.groupby("side", sort=False)):
        run, before = 0, None
        for row in those.to_dict("records"):
            period = str(row["period"])
            run += before is None or places[period] != before + 1
            before = places[period]
            start, end = bounds[period]
            moment = dt.datetime(start.year, start.month, start.day) + (end - start) * ((at + 1) / 4)
            rows.append({
                **_span(period, bounds), "at": moment.isoformat(), "side": labels[str(side)], "mean": row["mean"],
                "low": row["low"], "high": row["high"], "run": f"{side} {run}", "count": int(row["occurrences"]),
                "reports": int(row["reports"]), "positive": f"{row['positive']:.0%}",
            })  # fmt: skip
    reach = max(abs(value) for row in rows for value in (row["low"], row["high"], neutral))
    bound = 5 if reach <= 5 else 10
    who = list(labels.values())
    legend = alt.Legend(title=None, orient="top", columns=3, symbolOpacity=1, symbolStrokeWidth=0)
    colour = alt.Color("side:N", scale=alt.Scale(domain=who, range=list(_SIDES)), legend=legend)
    shape = alt.Shape("side:N", scale=alt.Scale(domain=who, range=list(_SHAPES)), legend=legend)
    axis = alt.Axis(title="Mean PLOVER score", values=[-bound, 0, bound], grid=True,
                    labelExpr="(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + abs(datum.value)")  # fmt: skip
    levels = alt.Scale(domain=[-bound, bound], nice=False)
    base = alt.Chart(data(rows)).encode(x=alt.X("at:T", scale=time, axis=None), color=colour)
    y = alt.Y("mean:Q", scale=levels, axis=axis)
    tips = [alt.Tooltip("period:N", title="Period"), alt.Tooltip("side:N", title="Side"),
            alt.Tooltip("mean:Q", title="Mean score", format="+.2f"), alt.Tooltip("positive:N", title="P(positive)"),
            alt.Tooltip("count:Q", title="Occurrences"), alt.Tooltip("reports:Q", title="Reports")]  # fmt: skip
    return alt.LayerChart(layer=[
        alt.Chart(data([{"mean": neutral}])).mark_rule(color=INK, strokeWidth=1).encode(y=y),
        base.mark_rule(strokeWidth=3, opacity=0.3).encode(y=alt.Y("low:Q", scale=levels, axis=axis), y2="high:Q"),
        base.mark_line(strokeWidth=1.4, opacity=0.7).encode(y=y, detail="run:N"),
        base.mark_point(filled=True, size=46, opacity=1, stroke="white", strokeWidth=0.6).encode(
            y=y, shape=shape, tooltip=tips
        ),
    ]).properties(width=width, height=190)  # fmt: skip


def _balance(history: TriangleHistory, bounds: Bounds, time: alt.Scale, width: int) -> alt.LayerChart:
    rows = [
        {**_span(str(row["period"]), bounds), "balanced": float(row["balanced"])}
        for row in history.types[history.types["balanced"].notna()].to_dict("records")
    ]
    axis = alt.Axis(title="P(balanced)", values=[0, 0.5, 1], format="%", grid=True)
    y = alt.Y("balanced:Q", scale=alt.Scale(domain=[0, 1]), axis=axis)
    bars = alt.Chart(data(rows)).mark_rect(color="#9a9a9a", stroke="white", strokeWidth=0.5)
    tips = [alt.Tooltip("period:N", title="Period"), alt.Tooltip("balanced:Q", title="P(balanced)", format=".0%")]
    x = alt.X("start:T", scale=time, axis=None)
    return alt.LayerChart(layer=[bars.encode(x=x, x2="end:T", y=y, y2=alt.datum(0), tooltip=tips)]).properties(
        width=width, height=54
    )


def _counts(
    history: TriangleHistory, bounds: Bounds, labels: Mapping[str, str], time: alt.Scale, axis: alt.Axis, width: int
) -> alt.LayerChart:
    rows = []
    for period, those in history.sides.groupby("period", sort=False):
        low = 0
        for row in those.to_dict("records"):
            high = low + int(row["occurrences"])
            rows.append({**_span(str(period), bounds), "side": labels[row["side"]], "low": low, "high": high,
                         "count": high - low})  # fmt: skip
            low = high
    colour = alt.Color("side:N", scale=alt.Scale(domain=list(labels.values()), range=list(_SIDES)), legend=None)
    y_axis = alt.Axis(title="Occurrences", tickCount=3, tickMinStep=1, format="d", grid=True)
    tips = [alt.Tooltip("period:N", title="Period"), alt.Tooltip("side:N", title="Side"),
            alt.Tooltip("count:Q", title="Occurrences")]  # fmt: skip
    bars = alt.Chart(data(rows)).mark_rect(stroke="white", strokeWidth=0.4)
    return alt.LayerChart(layer=[
        bars.encode(x=alt.X("start:T", scale=time, axis=axis), x2="end:T", y=alt.Y("low:Q", axis=y_axis), y2="high:Q",
                    color=colour, tooltip=tips)
    ]).properties(width=width, height=64)  # fmt: skip
