"""The index of a relation over time: how cooperative, and from how much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from detente.charts.landmarks import Landmark
from detente.charts.strip import height_of, place, strip
from detente.charts.style import BLUE, GREEN, GREY, INK, PALE, VERMILLION, data, is_wide, notice, styled, wrapped
from detente.charts.time import period_bounds, time_axis, time_scale

AXIS_TITLE = "PLOVER score (conflict to cooperation)"
_BOUNDS = {"net": 1.0, "bounded": 9.0}
_HEADINGS = {
    "mean": "how cooperative", "sum": "cooperation less conflict, added up", "net": "net cooperation",
    "stock": "the fading stock of what happened", "bounded": "bounded cumulative score",
}  # fmt: skip
_BARS = {
    "mean": "mean of all that happened in a {}", "sum": "sum over all that happened in a {}",
    "net": "cooperation less conflict as a share of both, of all that happened in a {}",
    "stock": "what has come in by the end of a {}, fading", "bounded": "score at the end of a {}",
}  # fmt: skip
_TOGETHER = "both together"
_LEAST_WIDTH, _WIDEST_BAR, _HEIGHT = 260, 60, 240  # pixels
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
    low: float | None = None
    high: float | None = None

    @property
    def middle(self) -> dt.date:
        """A day in the midst of it."""
        return self.start + (self.end - self.start) / 2

    def as_row(self) -> dict[str, Any]:
        """Dates as text, which means the same day in every time zone."""
        return {
            "period": self.label, "start": self.start.isoformat(), "end": self.end.isoformat(), "mean": self.mean,
            "count": self.count, "reports": self.reports, "link": self.link, "middle": self.middle.isoformat(),
            "lower": self.low, "upper": self.high,
        }  # fmt: skip


def index_chart(
    rows: pd.DataFrame,
    pair: tuple[str, str],
    names: Mapping[str, str],
    *,
    frequency: str = "month",
    measure: str = "mean",
    scale: str = "plover",
    landmarks: Sequence[Landmark] = (),
    width: int = 680,
    links: Mapping[str, str] | None = None,
    title: bool = True,
) -> alt.Chart:
    """The index of a relation: its level above, the number of occurrences below.

    A bar from zero to the value of each period for the relation, with its band where it has one; a dot for each
    direction, joined where periods follow each other; a period without anything on record stays empty. Landmarks
    stand above as words, with a line down to their period.

    Args:
        rows: of :func:`detente.measures.index`, of any measure but counts.
        pair: the two parties, in the order that ``rows`` were measured in.
        names: names by code.
        frequency: length of a period.
        measure: what was measured: mean, sum, net, stock or bounded.
        scale: on which scale.
        landmarks: of :func:`detente.charts.find_landmarks`; those of periods that aren't drawn are left out.
        width: pixels of the drawing at most, without its axis.
        links: address that a period leads to when clicked, by its label.
        title: whether the chart says what it is; not where a heading does.

    Source:
        Colours: Okabe & Ito (2008), "Color Universal Design".
    """
    periods = _periods(rows, frequency, measure, links or {})
    if not periods:
        return notice("Nothing on record is dated to one period", width)
    one, other = (names.get(party, party) for party in pair)
    labels = {f"{pair[0]}>{pair[1]}": f"{one} → {other}", f"{pair[1]}>{pair[0]}": f"{other} → {one}"}
    who = tuple(labels.values())
    both = [period for period in periods if period.direction == "-".join(pair)]
    each = {labels[key]: [period for period in periods if period.direction == key] for key in labels}
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    if not landmarks:
        width = min(width, max(_LEAST_WIDTH, _WIDEST_BAR * rows["period"].nunique()))
    time = time_scale(first, last)
    middles = {period.label: period.middle for period in both}
    placed = place([(one, middles[one.period]) for one in landmarks if one.period in middles], first, last, width)
    above = height_of(placed)
    y = _axis_of(periods, measure, scale, above)
    top = _scores(both, each, who, time, y, width)
    if placed:
        layers = alt.layer(*strip(placed, time, above + _HEIGHT))
        top = alt.LayerChart(layer=[layers, top]).resolve_scale(y="independent")
    top = top.properties(width=width, height=above + _HEIGHT)
    bottom = _counts(both, each, who, time, time_axis(first, last, width), width)
    chart = alt.vconcat(top, bottom, spacing=12).resolve_scale(color="shared", x="shared")
    if title:
        heading = f"{one} – {other}: {_HEADINGS[measure]}, by {frequency}"
        aid = _reading_aid(both, frequency, measure, landmarks if placed else (), width)
        chart = chart.properties(title=alt.TitleParams(heading, subtitle=aid))
    return styled(chart)


def _axis_of(periods: Sequence[_Period], measure: str, scale: str, above: int) -> alt.Y:
    """The whole range of a measure that has one, halved where nothing comes near its ends; else as far as needed."""
    values = [abs(value) for period in periods for value in (period.mean, period.low, period.high) if value is not None]
    bound = _BOUNDS.get(measure, 10.0 if max(values) > 5 else 5.0)
    domain = [-bound, bound]
    if measure in {"sum", "stock"}:
        all_values = [value for period in periods for value in (period.mean, period.low, period.high, 0.0)
                      if value is not None]  # fmt: skip
        domain = [min(all_values), max(*all_values, min(all_values) + 1.0)]
    name = AXIS_TITLE if scale == "plover" else AXIS_TITLE.replace("PLOVER", scale)
    titles = {"net": "Net cooperation (−1 to +1)", "bounded": "Bounded score (−9 to +9)",
              "sum": name.replace("score", "scores, summed"),
              "stock": name.replace("score", "scores, fading")}  # fmt: skip
    ticks: dict[str, list[float]] = {
        "net": [-1, -0.5, 0, 0.5, 1],
        "bounded": [-9, -6, -3, 0, 3, 6, 9],
        "mean": [-10, -5, -2.5, 0, 2.5, 5, 10],
    }
    shown = [tick for tick in ticks.get(measure, ()) if abs(tick) <= bound and not (bound > 5 and abs(tick) == 2.5)]
    settings: dict[str, Any] = {"titleY": above + _HEIGHT / 2} if above else {}
    settings |= {"values": shown} if shown else {"tickCount": 5}
    axis = alt.Axis(title=titles.get(measure, name), grid=True, labelExpr=_SIGNED, **settings)
    reach: dict[str, Any] = {"range": [above + _HEIGHT, above]} if above else {}
    return alt.Y("mean:Q", scale=alt.Scale(domain=domain, nice=measure in {"sum", "stock"}, **reach), axis=axis)


def _reading_aid(
    both: Sequence[_Period], frequency: str, measure: str, landmarks: Sequence[Landmark], width: int
) -> list[str]:
    bars = f"Bars: {_BARS[measure].format(frequency)}."
    dots = "Marks: each direction; what both do together counts in both."
    number = sum(period.count for period in both)
    spans = [f"{number:,} occurrences."]
    if any(period.low is not None for period in both):
        spans.append("Upright lines: bootstrap bands.")
    kinds = {landmark.kind for landmark in landmarks}
    if "turning point" in kinds:
        spans.append("Solid line: turning point.")
    if "may be chance" in kinds:
        spans.append("Dashed: a turn that may be chance.")
    if is_wide(width):
        return wrapped([f"{bars} {dots}", " ".join(spans)], width + 60)
    return [bars, *dots.replace("; ", ";\n").split("\n"), *spans]


def _periods(rows: pd.DataFrame, frequency: str, measure: str, links: Mapping[str, str]) -> list[_Period]:
    found = []
    fading = measure in {"stock", "bounded"}  # these stand between occurrences too
    for row in rows[rows[measure].notna() & ((rows["count"] > 0) | fading)].to_dict("records"):
        label = str(row["period"])
        start, end = period_bounds(label, week=frequency == "week")
        band = [float(row[key]) if key in row and not pd.isna(row[key]) else None for key in ("low", "high")]
        found.append(
            _Period(label, start, end, row["direction"], float(row[measure]), int(row["count"]), int(row["reports"]),
                    links.get(label), *band)
        )  # fmt: skip
    return found


def _dots(each: Mapping[str, Sequence[_Period]]) -> list[dict[str, Any]]:
    """Dots of the two directions side by side within their period; runs of periods numbered, to join their dots."""
    rows = []
    for spot, (who, periods) in enumerate(each.items(), start=1):
        run, before = 0, None
        for period in periods:
            run += period.start != before
            before = period.end
            midnight = dt.datetime(period.start.year, period.start.month, period.start.day)
            at = midnight + (period.end - period.start) * (spot / 3)
            rows.append({**period.as_row(), "who": who, "at": at.isoformat(), "run": f"{spot}.{run}"})
    return rows


def _scores(
    both: Sequence[_Period],
    each: Mapping[str, Sequence[_Period]],
    who: Sequence[str],
    scale: alt.Scale,
    y: alt.Y,
    width: int,
) -> alt.LayerChart:
    x = alt.X("start:T", scale=scale, axis=None)
    together = any(row["who"] == _TOGETHER for row in _stacks(both, each))
    tips = [
        alt.Tooltip("period:N", title="Period"),
        alt.Tooltip("mean:Q", title="Value", format="+.2f"),
        alt.Tooltip("count:Q", title="Occurrences"),
        alt.Tooltip("reports:Q", title="Reports"),
    ]
    means = alt.Chart(data([period.as_row() for period in both]))
    dots = alt.Chart(data(_dots(each))).encode(
        x=alt.X("at:T", scale=scale, axis=None), y=y, color=_color(who, width, together)
    )
    layers = (
        means.mark_rect(color=PALE, opacity=0.75).encode(
            x=x, x2="end:T", y=y, y2=alt.datum(0), tooltip=tips, href="link:N"
        ),
        means.mark_rule(color=GREY, strokeWidth=1.5).encode(x=x, x2="end:T", y=y),
        alt.Chart(data([{"mean": 0}])).mark_rule(color=INK, strokeWidth=1).encode(y=y),
        alt.Chart(data([period.as_row() for period in both if period.low is not None]))
        .mark_rule(color=GREY, strokeWidth=5, opacity=0.35)
        .encode(x=alt.X("middle:T", scale=scale, axis=None), y=alt.Y("lower:Q"), y2="upper:Q"),
        dots.mark_line(strokeWidth=1.25, opacity=0.65).encode(detail="run:N"),
        dots.mark_point(
            filled=True, opacity=1, size=50 if is_wide(width) else 26, stroke="white", strokeWidth=0.6
        ).encode(
            shape=_shape(who, width, together), tooltip=[alt.Tooltip("who:N", title="Direction"), *tips], href="link:N"
        ),
    )
    return alt.LayerChart(layer=layers)


def _counts(
    both: Sequence[_Period],
    each: Mapping[str, Sequence[_Period]],
    who: Sequence[str],
    scale: alt.Scale,
    axis: alt.Axis,
    width: int,
) -> alt.LayerChart:
    stacks = _stacks(both, each)
    together = any(row["who"] == _TOGETHER for row in stacks)
    most = max(1, *(period.count for period in both))
    y_axis = alt.Axis(title="Occurrences", tickCount=min(most, 3), tickMinStep=1, format="d", grid=True)
    bars = (
        alt.Chart(data(stacks))
        .mark_rect(stroke="white", strokeWidth=0.4)
        .encode(
            x=alt.X("start:T", scale=scale, axis=axis),
            x2="end:T",
            y=alt.Y("low:Q", scale=alt.Scale(domain=[0, most], nice=True), axis=y_axis),
            y2="high:Q",
            color=_color(who, width, together),
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


def _color(who: Sequence[str], width: int, together: bool) -> alt.Color:
    scale = alt.Scale(domain=[*who, _TOGETHER], range=[BLUE, VERMILLION, GREEN])
    return alt.Color("who:N", scale=scale, legend=_legend([*who, *[_TOGETHER] * together], width))


def _shape(who: Sequence[str], width: int, together: bool) -> alt.Shape:
    scale = alt.Scale(domain=[*who, _TOGETHER], range=["circle", "triangle-up", "square"])
    return alt.Shape("who:N", scale=scale, legend=_legend([*who, *[_TOGETHER] * together], width))


def _legend(shown: Sequence[str], width: int) -> alt.Legend:
    columns = 3 if is_wide(width) else 1
    return alt.Legend(
        title=None, orient="top", columns=columns, values=list(shown), symbolOpacity=1, symbolStrokeWidth=0
    )
