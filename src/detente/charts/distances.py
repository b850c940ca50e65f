"""How far apart pairs are: how long since they last met, by level, and the contacts that this rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import altair as alt
import pandas as pd

from detente.charts.style import (
    BLUE,
    GREEN,
    GREY,
    INK,
    ORANGE,
    PURPLE,
    SKY,
    VERMILLION,
    data,
    is_wide,
    notice,
    styled,
    wrapped,
)
from detente.charts.time import time_axis, time_scale
from detente.charts.wording import name_of
from detente.measures.distance import Distance

_LEVELS = {"leader": "Leaders", "minister": "Ministers", "deputy_minister": "Deputy ministers",
           "parliament": "Parliaments", "party": "Parties", "any": "Any level"}  # fmt: skip
_COLOURS = (BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY)
_SHAPES = ("circle", "triangle-up", "square", "diamond", "triangle-down", "cross")
_ROW = 34


def distances_chart(
    distances: Sequence[Distance],
    names: Mapping[str, str] | None = None,
    *,
    place: Literal["home", "in person", "any way"] = "in person",
    width: int = 680,
) -> alt.Chart:
    """Days since the last encounter of each pair, by level; below, every contact on record as a tick.

    A line spans the days that a coarse date leaves open. A hollow mark: none on record, so that it is at least as long
    ago as the record of the pair reaches back. A pair without any contact on record has no mark.

    Args:
        distances: of :func:`detente.measures.distance.distance`, of one day.
        names: names by code.
        place: which encounters.
        width: pixels of the drawing, without its axis.
    """
    pairs = [" – ".join(name_of(party, names) for party in each.pair) for each in distances]
    rows = [row for pair, each in zip(pairs, distances, strict=True) for row in _rows(each, pair, place)]
    ticks = [tick for pair, each in zip(pairs, distances, strict=True) for tick in _ticks(each, pair)]
    silent = [label for label in _LEVELS.values() if all(row["none"] for row in rows if row["level"] == label)]
    rows = [row for row in rows if row["level"] not in silent]
    if not rows or not ticks:
        return notice("No contact of these pairs on record", width)
    shown = len(pairs)
    colour = alt.Color("pair:N", scale=_colours(pairs), legend=_legend(width))
    shape = alt.Shape("pair:N", scale=alt.Scale(domain=pairs, range=list(_SHAPES[:shown])), legend=_legend(width))
    on = distances[0].on
    number = sum(len(each.meetings) for each in distances)
    aid = [f"On {on.isoformat()}; encounters {'in ' if place == 'home' else ''}{place}; {number:,} contacts on record."]
    if any(row["none"] for row in rows):
        aid.append("Hollow: none on record, so at least so long.")
    if silent:
        aid.append(f"No such encounter of any of these pairs on record: {', '.join(silent).lower()}.")
    title = alt.TitleParams("Distance: days since the last encounter on record", subtitle=wrapped(aid, width))
    top = _levels(rows, pairs, colour, shape, width)
    bottom = _timeline(ticks, pairs, colour, on, width)
    return styled(alt.vconcat(top, bottom, spacing=18).resolve_scale(color="shared").properties(title=title))


def _rows(distance: Distance, pair: str, place: str) -> list[dict[str, Any]]:
    found = []
    for row in distance.rows[distance.rows["place"] == place].to_dict("records"):
        none = pd.isna(row["days"])
        if none and pd.isna(row["none_since"]):
            continue
        days = (distance.on - dt.date.fromisoformat(row["none_since"])).days if none else int(row["days"])
        most = days if none or pd.isna(row["days_most"]) else int(row["days_most"])
        found.append({
            "pair": pair, "level": _LEVELS[row["level"]], "days": days, "most": most, "none": bool(none),
            "last": "none on record" if none else row["last"], "number": int(row["encounters"]),
            "year": int(row["in_1y"]),
        })  # fmt: skip
    return found


def _ticks(distance: Distance, pair: str) -> list[dict[str, Any]]:
    return [
        {
            "pair": pair, "start": row["start"].isoformat(), "end": row["end"].isoformat(),
            "date": row["date"], "kind": row["kind"], "level": _LEVELS.get(row["level"], "not said"),
            "who": ", ".join(row["people"]) or "not said",
        }
        for row in distance.meetings.to_dict("records")
    ]  # fmt: skip


def _levels(
    rows: list[dict[str, Any]], pairs: list[str], colour: alt.Color, shape: alt.Shape, width: int
) -> alt.LayerChart:
    levels = [label for label in _LEVELS.values() if any(row["level"] == label for row in rows)]
    y = alt.Y("level:N", sort=levels, scale=alt.Scale(domain=levels), axis=alt.Axis(title=None, domain=False, grid=True,
                                                                                    tickBand="center"))  # fmt: skip
    apart = alt.YOffset("pair:N", scale=alt.Scale(domain=pairs, paddingInner=0.5))
    x = alt.X("days:Q", axis=alt.Axis(title="Days", grid=True, tickMinStep=1, format=",d"), scale=alt.Scale(zero=True))
    tips = [alt.Tooltip("pair:N", title="Pair"), alt.Tooltip("level:N", title="Level"),
            alt.Tooltip("last:N", title="Last"), alt.Tooltip("days:Q", title="Days"),
            alt.Tooltip("number:Q", title="Encounters on record"),
            alt.Tooltip("year:Q", title="In the year before")]  # fmt: skip
    base = alt.Chart(data(rows)).encode(x=x, y=y, yOffset=apart, color=colour)
    spans = base.transform_filter("datum.most > datum.days").mark_rule(strokeWidth=3, opacity=0.4).encode(x2="most:Q")
    marks = base.mark_point(size=80, strokeWidth=1.6, opacity=1).encode(
        shape=shape,
        fill=alt.condition("datum.none", alt.value("white"), alt.Color("pair:N", scale=_colours(pairs), legend=None)),
        tooltip=tips,
    )
    height = (_ROW + 8 * max(0, len(pairs) - 2)) * len(levels)
    return alt.LayerChart(layer=[spans, marks]).properties(width=width, height=height)


def _timeline(
    ticks: list[dict[str, Any]], pairs: list[str], colour: alt.Color, on: dt.date, width: int
) -> alt.LayerChart:
    first = min(dt.date.fromisoformat(tick["start"]) for tick in ticks)
    scale = time_scale(first, max(on, *(dt.date.fromisoformat(tick["end"]) for tick in ticks)))
    x = alt.X("start:T", scale=scale, axis=time_axis(first, on, width))
    y = alt.Y("pair:N", sort=pairs, scale=alt.Scale(domain=pairs, paddingInner=0.3),
              axis=alt.Axis(title=None, domain=False, ticks=False, labelLimit=200))  # fmt: skip
    tips = [alt.Tooltip("date:N", title="Date"), alt.Tooltip("kind:N", title="Kind"),
            alt.Tooltip("level:N", title="Level"), alt.Tooltip("who:N", title="Who")]  # fmt: skip
    base = alt.Chart(data(ticks)).encode(x=x, y=y, color=colour)
    layers = [
        base.transform_filter("datum.end !== datum.start").mark_rule(strokeWidth=4, opacity=0.3).encode(x2="end:T"),
        base.mark_tick(thickness=1.5, height=15, opacity=0.75).encode(tooltip=tips),
        alt.Chart(data([{"on": on.isoformat()}])).mark_rule(color=INK, strokeDash=[2, 2]).encode(
            x=alt.X("on:T", scale=scale)
        ),
    ]  # fmt: skip
    title = alt.TitleParams("Contacts on record", fontSize=12, fontWeight="normal", color=GREY, offset=4)
    return alt.LayerChart(layer=layers).properties(width=width, height=24 * len(pairs), title=title)


def _colours(pairs: list[str]) -> alt.Scale:
    return alt.Scale(domain=pairs, range=list(_COLOURS[: len(pairs)]))


def _legend(width: int) -> alt.Legend:
    return alt.Legend(title=None, orient="top", columns=3 if is_wide(width) else 1, symbolOpacity=1)
