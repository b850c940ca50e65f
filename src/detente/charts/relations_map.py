"""A state's relations and visits on a map of the world."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import altair as alt
import pandas as pd

from detente.charts.style import BLUE, GREY, INK, VERMILLION, data, diverging, notice, styled
from detente.charts.wording import name_of, signed
from detente.charts.world import BORDER, LAND, great_circles, numeric_of, points, runs_over, world

_SIZE = (820, 400)
_NAMED = 12  # partners with their names written beside them
_TITLES = {"mean": "Mean PLOVER score", "net": "Net cooperation"}


def relations_map(
    rows: pd.DataFrame,
    state: str,
    names: Mapping[str, str] | None = None,
    *,
    visits: pd.DataFrame | None = None,
    value: Literal["mean", "net"] = "mean",
    fewest: int = 1,
    lines: int = 25,
) -> alt.Chart:
    """How a state stands with each other, and who visits whom.

    States are coloured by the measure; grey ones have nothing on record with it, which is not zero. Lines are visits,
    one colour for those that it paid and one for those that it received, as wide as they are many.

    Args:
        rows: of :meth:`detente.measures.Record.pair_matrix`.
        state: whose map it is.
        names: names by code.
        visits: of :func:`detente.charts.count_visits`; none for no lines.
        value: what colours mean.
        fewest: occurrences that a colour takes at least.
        lines: at most so many lines, the most frequent.

    Source:
        Outlines: Natural Earth; colours: PuOr of ColorBrewer 2.0.
    """
    if state not in points():
        return notice(f"{name_of(state, names)} has no place on the map", _SIZE[0])
    partners = _partners(rows, state, names, value, fewest)
    if not partners:
        return notice(f"Nothing on record between {name_of(state, names)} and another state", _SIZE[0])
    bound = 1.0 if value == "net" else 10.0
    # means of scores hardly leave the inner half of the scale: full colours start there, and the legend says so
    reach = bound if value == "net" else bound / 2
    ends = f"{_TITLES[value]}{'' if value == 'net' else ' (full colour from 5 on)'}"
    colour = diverging(reach, ends, orient="bottom", gradientLength=150)
    tips = [alt.Tooltip("name:N", title="State"), alt.Tooltip("told:N", title=_TITLES[value]),
            alt.Tooltip("count:Q", title="Occurrences"), alt.Tooltip("reports:Q", title="Reports")]  # fmt: skip
    fields = ["value", "name", "told", "count", "reports"]
    drawn = [partner for partner in partners if partner["id"]]
    small = [partner for partner in partners if not partner["id"]]
    shapes = alt.Chart(world())
    known = alt.LookupData(data=data(drawn), key="id", fields=fields)
    paths = _paths(visits, state, names, lines)
    layers: list[alt.Chart] = [
        shapes.mark_geoshape(fill=LAND, stroke=BORDER, strokeWidth=0.5),
        shapes.mark_geoshape(stroke=BORDER, strokeWidth=0.5)
        .encode(color=colour, tooltip=tips)
        .transform_lookup(lookup="id", from_=known)
        .transform_filter("isValid(datum.value)"),
    ]
    if own := numeric_of(state):
        layers.append(shapes.mark_geoshape(fill=INK, stroke=BORDER).transform_filter(f"datum.id === '{own}'"))
    place = {"longitude": "longitude:Q", "latitude": "latitude:Q"}
    layers.append(
        alt.Chart(data(small)).mark_circle(size=34, stroke=GREY, strokeWidth=0.5, opacity=1)
        .encode(**place, color=colour, tooltip=tips)
    )  # fmt: skip
    if paths:
        layers.append(_lines(paths))
    layers += _labels(partners, paths, state, names)
    number = sum(partner["count"] for partner in partners)
    aid = [f"{number:,} occurrences with {len(partners):,} states. Grey: nothing on record"
           + (f", or fewer than {fewest} occurrences." if fewest > 1 else ".")]  # fmt: skip
    if paths:
        shown = sum(path["count"] for path in paths)
        total = sum(int(count) for count in visits["count"][_touches(visits, state)]) if visits is not None else shown
        most = f"the {len(paths)} most frequent ways of " if shown < total else ""
        aid.append(f"Lines: {most}{total:,} visits, counted by the day; each keeps to the right of its way.")
    title = alt.TitleParams(f"{name_of(state, names)}: relations{' and visits' if paths else ''}", subtitle=aid)
    chart = alt.LayerChart(layer=layers).project(type="naturalEarth1", rotate=[-_middle(paths, state), 0, 0])
    return styled(chart.properties(width=_SIZE[0], height=_SIZE[1], title=title))


def _middle(paths: list[dict[str, Any]], state: str) -> float:
    """The middle meridian, the Atlantic's side or the Pacific's: that with fewer visits running over the edge."""
    if not paths:
        return 150.0 if points()[state][0] > 90 else 11.0
    over = {middle: sum(path["count"] for path in paths if runs_over(path["from"], path["to"], middle - 180))
            for middle in (11.0, 150.0)}  # fmt: skip
    return min(over, key=lambda middle: over[middle])


def _partners(
    rows: pd.DataFrame, state: str, names: Mapping[str, str] | None, value: str, fewest: int
) -> list[dict[str, Any]]:
    found = []
    for row in rows[(rows["one"] == state) | (rows["other"] == state)].to_dict("records"):
        other = row["other"] if row["one"] == state else row["one"]
        if other not in points() or pd.isna(row[value]) or row["count"] < fewest:
            continue
        longitude, latitude = points()[other]
        found.append({
            "state": other, "id": numeric_of(other), "name": name_of(other, names), "value": float(row[value]),
            "told": signed(float(row[value]), 2), "count": int(row["count"]), "reports": int(row["reports"]),
            "longitude": longitude, "latitude": latitude,
        })  # fmt: skip
    return sorted(found, key=lambda partner: (-partner["count"], partner["state"]))


def _touches(visits: pd.DataFrame, state: str) -> pd.Series[bool]:
    on_map = visits["guest"].isin(list(points())) & visits["host"].isin(list(points()))
    return on_map & ((visits["guest"] == state) | (visits["host"] == state))


def _paths(
    visits: pd.DataFrame | None, state: str, names: Mapping[str, str] | None, most: int
) -> list[dict[str, Any]]:  # fmt: skip
    if visits is None:
        return []
    kept = visits[_touches(visits, state)].sort_values("count", ascending=False, kind="stable").head(most)
    own = name_of(state, names)
    return [
        {
            "from": row["guest"], "to": row["host"], "count": int(row["count"]),
            "way": f"{own} visits" if row["guest"] == state else f"visits to {own}",
            "told": f"{name_of(row['guest'], names)} → {name_of(row['host'], names)}",
            "other": row["host"] if row["guest"] == state else row["guest"],
        }
        for row in kept.to_dict("records")
    ]  # fmt: skip


def _lines(paths: list[dict[str, Any]]) -> alt.Chart:
    ways = sorted({path["way"] for path in paths}, key=lambda way: way.startswith("visits to"))
    colours = [VERMILLION if way.startswith("visits to") else BLUE for way in ways]
    most = max(path["count"] for path in paths)
    drawn: alt.Chart = alt.Chart(great_circles(paths, bow=3)).mark_geoshape(filled=False, opacity=0.8).encode(
        stroke=alt.Stroke("way:N", scale=alt.Scale(domain=ways, range=colours),
                          legend=alt.Legend(title=None, orient="bottom", symbolType="stroke", symbolStrokeWidth=2)),
        strokeWidth=alt.StrokeWidth("count:Q", scale=alt.Scale(domain=[0, most], range=[0.5, 4]), legend=None),
        tooltip=[alt.Tooltip("told:N", title="Visits"), alt.Tooltip("count:Q", title="Number")],
    )  # fmt: skip
    return drawn


def _labels(
    partners: list[dict[str, Any]], paths: list[dict[str, Any]], state: str, names: Mapping[str, str] | None
) -> list[alt.Chart]:
    """Names of the partners with most on record and of those with most visits, as far as they don't crowd."""
    visited = [path["other"] for path in paths]
    wanted = list(dict.fromkeys([state, *visited[: _NAMED // 2], *(partner["state"] for partner in partners[:_NAMED])]))
    shown: list[str] = []
    for party in wanted:
        longitude, latitude = points()[party]
        if all(abs(latitude - points()[one][1]) > 5 or abs(longitude - points()[one][0]) > 22 for one in shown):
            shown.append(party)
    rows = [{"name": name_of(party, names), "longitude": points()[party][0], "latitude": points()[party][1],
             "own": party == state} for party in shown]  # fmt: skip
    base = alt.Chart(data(rows)).encode(longitude="longitude:Q", latitude="latitude:Q", text="name:N")
    return [
        base.mark_text(fontSize=11, stroke="white", strokeWidth=3, strokeJoin="round", dy=-7),
        base.mark_text(fontSize=11, color=INK, dy=-7),
    ]
