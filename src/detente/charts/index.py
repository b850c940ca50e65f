"""The index of a relation over time: how cooperative, and from how much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from detente.charts.style import BLUE, GREEN, GREY, INK, PALE, VERMILLION, data, is_wide, notice, styled
from detente.charts.time import period_bounds, time_axis, time_scale

AXIS_TITLE = "PLOVER score (conflict to cooperation)"
_TOGETHER = "both together"
_LEAST_WIDTH, _WIDEST_BAR = 260, 60  # pixels
_SIGNED = "(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + abs(datum.value)"


@dataclass(frozen=True, slots=True)
class _Period:
    """What one period has on record, in one direction or for the relation."""

    label: str
    start: dt.date
    end: dt.date  # the first day after it
    direction: str
    mean: float
    count: int
    reports: int
    link: str | None

    def as_row(self) -> dict[str, Any]:
        """Dates as text, which means the same day in every time zone."""
        return {
            "period": self.label, "start": self.start.isoformat(), "end": self.end.isoformat(), "mean": self.mean,
            "count": self.count, "reports": self.reports, "link": self.link,
        }  # fmt: skip


def index_chart(
    rows: pd.DataFrame,
    pair: tuple[str, str],
    names: Mapping[str, str],
    *,
    frequency: str = "month",
    width: int = 680,
    links: Mapping[str, str] | None = None,
    title: bool = True,
) -> alt.Chart:
    """The index of a relation: scores above, the number of occurrences below.

    A bar from zero to the mean score of each period for the relation, a dot for each direction, joined where
    periods follow each other; a period without anything on record stays empty.

    Args:
        rows: of :func:`detente.measures.index`.
        pair: the two parties, in the order that ``rows`` were measured in.
        names: names by code.
        frequency: length of a period.
        width: pixels of the drawing at most, without its axis.
        links: address that a period leads to when clicked, by its label.
        title: whether the chart says what it is; not where a heading does.

    Source:
        Colours: Okabe & Ito (2008), "Color Universal Design".
    """
    periods = _periods(rows, frequency, links or {})
    if not periods:
        return notice("Nothing on record is dated to one period", width)
    one, other = (names.get(party, party) for party in pair)
    labels = {f"{pair[0]}>{pair[1]}": f"{one} → {other}", f"{pair[1]}>{pair[0]}": f"{other} → {one}"}
    who = tuple(labels.values())
    both = [period for period in periods if period.direction == "-".join(pair)]
    each = {labels[key]: [period for period in periods if period.direction == key] for key in labels}
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    width = min(width, max(_LEAST_WIDTH, _WIDEST_BAR * rows["period"].nunique()))
    scale = time_scale(first, last)
    top = _scores(both, each, who, scale, width)
    bottom = _counts(both, each, who, scale, time_axis(first, last, width), width)
    chart = alt.vconcat(top, bottom, spacing=12).resolve_scale(color="shared", x="shared")
    if title:
        heading = f"{one} – {other}: how cooperative, by {frequency}"
        chart = chart.properties(title=alt.TitleParams(heading, subtitle=_reading_aid(frequency, width)))
    return styled(chart)


def _reading_aid(frequency: str, width: int) -> list[str]:
    bars = f"Bars: mean of all that happened in a {frequency}."
    dots = "Marks: each direction; what both do together counts in both."
    return [f"{bars} {dots}"] if is_wide(width) else [bars, *dots.replace("; ", ";\n").split("\n")]


def _periods(rows: pd.DataFrame, frequency: str, links: Mapping[str, str]) -> list[_Period]:
    found = []
    for row in rows[rows["count"] > 0].to_dict("records"):
        label = str(row["period"])
        start, end = period_bounds(label, week=frequency == "week")
        found.append(
            _Period(label, start, end, row["direction"], float(row["mean"]), int(row["count"]), int(row["reports"]),
                    links.get(label))
        )  # fmt: skip
    return found


def _dots(each: Mapping[str, Sequence[_Period]]) -> list[dict[str, Any]]:
    """Dots of the two directions side by side within their period; runs of periods numbered, to join their dots."""
    rows = []
    for place, (who, periods) in enumerate(each.items(), start=1):
        run, before = 0, None
        for period in periods:
            run += period.start != before
            before = period.end
            midnight = dt.datetime(period.start.year, period.start.month, period.start.day)
            at = midnight + (period.end - period.start) * (place / 3)
            rows.append({**period.as_row(), "who": who, "at": at.isoformat(), "run": f"{place}.{run}"})
    return rows


def _scores(
    both: Sequence[_Period], each: Mapping[str, Sequence[_Period]], who: Sequence[str], scale: alt.Scale, width: int
) -> alt.LayerChart:
    axis = alt.Axis(title=AXIS_TITLE, values=[-10, -5, 0, 5, 10], grid=True, labelExpr=_SIGNED)
    y = alt.Y("mean:Q", scale=alt.Scale(domain=[-10, 10], nice=False), axis=axis)
    x = alt.X("start:T", scale=scale, axis=None)
    tips = [
        alt.Tooltip("period:N", title="Period"),
        alt.Tooltip("mean:Q", title="Mean score", format="+.1f"),
        alt.Tooltip("count:Q", title="Occurrences"),
        alt.Tooltip("reports:Q", title="Reports"),
    ]
    means = alt.Chart(data([period.as_row() for period in both]))
    dots = alt.Chart(data(_dots(each))).encode(x=alt.X("at:T", scale=scale, axis=None), y=y, color=_color(who, width))
    layers = (
        means.mark_rect(color=PALE, opacity=0.75).encode(
            x=x, x2="end:T", y=y, y2=alt.datum(0), tooltip=tips, href="link:N"
        ),
        means.mark_rule(color=GREY, strokeWidth=1.5).encode(x=x, x2="end:T", y=y),
        alt.Chart(data([{"mean": 0}])).mark_rule(color=INK, strokeWidth=1).encode(y=y),
        dots.mark_line(strokeWidth=1.25, opacity=0.65).encode(detail="run:N"),
        dots.mark_point(
            filled=True, opacity=1, size=50 if is_wide(width) else 26, stroke="white", strokeWidth=0.6
        ).encode(shape=_shape(who, width), tooltip=[alt.Tooltip("who:N", title="Direction"), *tips], href="link:N"),
    )
    return alt.LayerChart(layer=layers).properties(width=width, height=240)


def _counts(
    both: Sequence[_Period],
    each: Mapping[str, Sequence[_Period]],
    who: Sequence[str],
    scale: alt.Scale,
    axis: alt.Axis,
    width: int,
) -> alt.LayerChart:
    most = max(period.count for period in both)
    y_axis = alt.Axis(title="Occurrences", tickCount=min(most, 3), tickMinStep=1, format="d", grid=True)
    bars = (
        alt.Chart(data(_stacks(both, each)))
        .mark_rect(stroke="white", strokeWidth=0.4)
        .encode(
            x=alt.X("start:T", scale=scale, axis=axis),
            x2="end:T",
            y=alt.Y("low:Q", scale=alt.Scale(domain=[0, most], nice=True), axis=y_axis),
            y2="high:Q",
            color=_color(who, width),
            tooltip=[
                alt.Tooltip("period:N", title="Period"),
                alt.Tooltip("who:N", title="Who"),
                alt.Tooltip("number:Q", title="Occurrences"),
            ],
            href="link:N",
        )
    )
    return alt.LayerChart(layer=[bars]).properties(width=width, height=70)


def _stacks(both: Sequence[_Period], each: Mapping[str, Sequence[_Period]]) -> list[dict[str, Any]]:
    """Occurrences of each period by who acts: one, the other, both together; stacked from ``low`` to ``high``."""
    counts = {who: {period.label: period.count for period in periods} for who, periods in each.items()}
    rows = []
    for period in both:
        together = sum(count.get(period.label, 0) for count in counts.values()) - period.count
        parts = {who: count.get(period.label, 0) - together for who, count in counts.items()} | {_TOGETHER: together}
        low = 0
        for who, number in parts.items():
            if number:
                rows.append({**period.as_row(), "who": who, "number": number, "low": low, "high": low + number})
            low += number
    return rows


def _color(who: Sequence[str], width: int) -> alt.Color:
    scale = alt.Scale(domain=[*who, _TOGETHER], range=[BLUE, VERMILLION, GREEN])
    return alt.Color("who:N", scale=scale, legend=_legend(width))


def _shape(who: Sequence[str], width: int) -> alt.Shape:
    scale = alt.Scale(domain=[*who, _TOGETHER], range=["circle", "triangle-up", "square"])
    return alt.Shape("who:N", scale=scale, legend=_legend(width))


def _legend(width: int) -> alt.Legend:
    columns = 3 if is_wide(width) else 1
    return alt.Legend(title=None, orient="top", columns=columns, symbolOpacity=1, symbolStrokeWidth=0)
