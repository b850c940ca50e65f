"""The index of a relation over time: how cooperative, and from how much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from detente.charts.style import BLUE, GREEN, GREY, INK, PALE, VERMILLION, styled
from detente.charts.time import period_bounds, time_axis, time_scale

AXIS_TITLE = "PLOVER score (conflict to cooperation)"
_TOGETHER = "both together"
_LEAST_WIDTH, _WIDEST_BAR = 260, 60  # pixels
_NOTHING = "Nothing on record is dated to one period"


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
        width: pixels of the drawing, without its axis.
        links: address that a period leads to when clicked, by its label.
        title: whether the chart says what it is; not where a heading does.

    Source:
        Colours: Okabe & Ito (2008), "Color Universal Design".
    """
    one, other = (names.get(party, party) for party in pair)
    told = rows[rows["count"] > 0]
    if told.empty:
        return _empty(width)
    labels = {f"{pair[0]}>{pair[1]}": f"{one} → {other}", f"{pair[1]}>{pair[0]}": f"{other} → {one}"}
    wide = _with_dates(told, frequency, links or {})
    first, last = min(wide["start"]), max(wide["end"])
    scale, width = time_scale(first, last), min(width, max(_LEAST_WIDTH, _WIDEST_BAR * rows["period"].nunique()))
    both = wide[wide["direction"] == f"{pair[0]}-{pair[1]}"]
    each = wide[wide["direction"].isin(list(labels))].assign(who=lambda frame: frame["direction"].map(labels))
    top = _scores(both, _placed(each, list(labels)), list(labels.values()), scale, width)
    bottom = _counts(both, each, list(labels.values()), scale, time_axis(first, last, width, grid=False), width)
    chart = alt.vconcat(top, bottom, spacing=12).resolve_scale(color="shared", x="shared")
    if title:
        chart = chart.properties(
            title=alt.TitleParams(
                f"{one} – {other}: how cooperative, by {frequency}",
                subtitle=_reading_aid(frequency, width),
            )
        )
    return styled(chart)


def _reading_aid(frequency: str, width: int) -> list[str]:
    bars = f"Bars: mean of all that happened in a {frequency}."
    dots = "Dots: each direction; what both do together counts in both."
    return [bars, dots] if width < 520 else [f"{bars} {dots}"]


def _with_dates(rows: pd.DataFrame, frequency: str, links: Mapping[str, str]) -> pd.DataFrame:
    bounds = [period_bounds(label, week=frequency == "week") for label in rows["period"]]
    return rows.assign(
        start=[start for start, _ in bounds],
        end=[end for _, end in bounds],
        link=[links.get(label) for label in rows["period"]],
    )


def _placed(each: pd.DataFrame, directions: list[str]) -> pd.DataFrame:
    """Dots of the two directions side by side within their period; runs of periods numbered, to join their dots."""
    share = each["direction"].map({directions[0]: 1 / 3, directions[1]: 2 / 3})
    at = [_between(row.start, row.end, part) for row, part in zip(each.itertuples(), share, strict=True)]
    run = each.groupby("direction", group_keys=False)["start"].transform(
        lambda starts: (starts != each.loc[starts.index, "end"].shift()).cumsum()
    )
    return each.assign(at=at, run=run.astype(int))


def _between(start: dt.date, end: dt.date, part: float) -> dt.datetime:
    midnight = dt.datetime(start.year, start.month, start.day)
    return midnight + (end - start) * part


def _records(frame: pd.DataFrame) -> alt.Data:
    """Rows with dates as text, which means the same day in every time zone."""
    rows: list[dict[str, Any]] = [
        {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in row.items()}
        for row in frame.to_dict("records")
    ]
    return alt.Data(values=rows)


def _x(field: str, scale: alt.Scale, axis: alt.Axis | None) -> alt.X:
    return alt.X(f"{field}:T", scale=scale, axis=axis)


def _scores(both: pd.DataFrame, each: pd.DataFrame, who: list[str], scale: alt.Scale, width: int) -> alt.LayerChart:
    y = alt.Y(
        "mean:Q", scale=alt.Scale(domain=[-10, 10], nice=False),
        axis=alt.Axis(title=AXIS_TITLE, values=[-10, -5, 0, 5, 10], grid=True,
                      labelExpr="(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + abs(datum.value)"),
    )  # fmt: skip
    tips = [
        alt.Tooltip("period:N", title="Period"),
        alt.Tooltip("mean:Q", title="Mean score", format="+.1f"),
        alt.Tooltip("count:Q", title="Occurrences"),
        alt.Tooltip("reports:Q", title="Reports"),
    ]
    href = alt.Href("link:N")
    color, shape = _color(who, width), _shape(who, width)
    means = alt.Chart(_records(both))
    dots = alt.Chart(_records(each)).encode(x=_x("at", scale, None), y=y, color=color)
    size = 46 if width >= 520 else 26
    return alt.layer(
        means.mark_rect(color=PALE, opacity=0.75).encode(
            x=_x("start", scale, None), x2="end:T", y=y, y2=alt.datum(0), tooltip=tips, href=href
        ),
        means.mark_rule(color=GREY, strokeWidth=1.5).encode(x=_x("start", scale, None), x2="end:T", y=y),
        alt.Chart(alt.Data(values=[{"zero": 0}])).mark_rule(color=INK, strokeWidth=1).encode(y=alt.Y("zero:Q")),
        dots.mark_line(strokeWidth=1.25, opacity=0.65).encode(detail=alt.Detail("run:N")),
        dots.mark_point(filled=True, opacity=1, size=size, stroke="white", strokeWidth=0.6).encode(
            shape=shape, tooltip=[alt.Tooltip("who:N", title="Direction"), *tips], href=href
        ),
    ).properties(width=width, height=240)


def _color(who: list[str], width: int) -> alt.Color:
    scale = alt.Scale(domain=[*who, _TOGETHER], range=[BLUE, VERMILLION, GREEN])
    return alt.Color("who:N", scale=scale, legend=_legend(width))


def _shape(who: list[str], width: int) -> alt.Shape:
    scale = alt.Scale(domain=[*who, _TOGETHER], range=["circle", "triangle-up", "square"])
    return alt.Shape("who:N", scale=scale, legend=_legend(width))


def _legend(width: int) -> alt.Legend:
    direction = "horizontal" if width >= 520 else "vertical"
    return alt.Legend(title=None, orient="top", direction=direction, symbolOpacity=1, symbolStrokeWidth=0)


def _counts(
    both: pd.DataFrame, each: pd.DataFrame, who: list[str], scale: alt.Scale, axis: alt.Axis, width: int
) -> alt.LayerChart:
    shares = _shares(both, each, who)
    most = max(int(both["count"].max()), 1)
    y = alt.Y(
        "low:Q", scale=alt.Scale(domain=[0, most], nice=True),
        axis=alt.Axis(title="Occurrences", tickCount=3 if most > 2 else most, tickMinStep=1, format="d", grid=True),
    )  # fmt: skip
    return alt.layer(
        alt.Chart(_records(shares))
        .mark_rect(stroke="white", strokeWidth=0.4)
        .encode(
            x=_x("start", scale, axis), x2="end:T", y=y, y2="high:Q",
            color=_color(who, width),
            tooltip=[alt.Tooltip("period:N", title="Period"), alt.Tooltip("who:N", title="Who"),
                     alt.Tooltip("number:Q", title="Occurrences")],
            href=alt.Href("link:N"),
        )
    ).properties(width=width, height=70)  # fmt: skip


def _shares(both: pd.DataFrame, each: pd.DataFrame, who: list[str]) -> pd.DataFrame:
    """Occurrences of each period by who acts: one, the other, both together; stacked from ``low`` to ``high``."""
    counts = each.pivot_table(index="period", columns="who", values="count", fill_value=0).reindex(
        columns=who, fill_value=0
    )
    rows = []
    for row in both.itertuples():
        one, other = (int(counts[name].get(row.period, 0)) for name in who)
        together = one + other - int(row.count)
        low = 0
        for part, number in ((who[0], one - together), (who[1], other - together), (_TOGETHER, together)):
            rows.append(
                {"period": row.period, "start": row.start, "end": row.end, "who": part, "number": number,
                 "low": low, "high": low + number, "link": row.link}
            )  # fmt: skip
            low += number
    return pd.DataFrame([row for row in rows if row["number"]])


def _empty(width: int) -> alt.Chart:
    text = alt.Chart(alt.Data(values=[{"text": _NOTHING}])).mark_text(color=GREY, fontSize=13).encode(text="text:N")
    return styled(alt.layer(text).properties(width=width, height=60))
