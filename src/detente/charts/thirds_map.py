"""Two powers' dealings with third countries on a map of the world."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from detente.charts.style import BLUE, INK, PURPLE, SKY, data, notice, styled, wrapped
from detente.charts.wording import name_of
from detente.charts.world import BORDER, LAND, numeric_of, points, world
from detente.measures.thirds import Thirds

_SIZE = (820, 400)
_NAMED = 10
_FILLS = {
    "compete": "#e2854a", "together": "#4dbb9d", "parallel": "#efdf7f", "different tracks": SKY, "one side": "#b5b5b5",
}  # fmt: skip
_WORDS = {"compete": "compete", "together": "act together", "parallel": "run parallel",
          "different tracks": "on different tracks", "one side": "only one side"}  # fmt: skip
_HALVES = {"left": "M0,-1A1,1,0,0,0,0,1Z", "right": "M0,-1A1,1,0,0,1,0,1Z"}


def thirds_map(
    found: Thirds, names: Mapping[str, str] | None = None, *, track: str = "all", discs: int = 40
) -> alt.Chart:
    """Where two sides compete, run parallel or act together, and how often each engages a country.

    The colour of a country says how the two sides lie there. A disc is cut in half: its left half is as large as one
    side's engagements are many, its right half as the other's. Light grey: neither engages it on record.

    Args:
        found: of :func:`detente.measures.thirds.thirds`.
        names: names by code.
        track: of which track.
        discs: so many countries have a disc, those with the most engagements.

    Source:
        Outlines: Natural Earth; colours: Okabe & Ito (2008).
    """
    one, other = (name_of(side, names) for side in found.pair)
    rows = [_row(row, one, other, names) for row in found.rows[found.rows["track"] == track].to_dict("records")
            if row["third"] in points()]  # fmt: skip
    if not rows:
        return notice(f"No engagement of {one} or {other} with a third country on record", _SIZE[0])
    rows.sort(key=lambda row: (-row["total"], row["third"]))
    domain = [_WORDS[key] for key in _FILLS if any(row["dealing"] == _WORDS[key] for row in rows)]
    fills = [_FILLS[key] for key in _FILLS if _WORDS[key] in domain]
    tips = [alt.Tooltip("name:N", title="Country"), alt.Tooltip("dealing:N", title="How the two lie"),
            alt.Tooltip("one:Q", title=one), alt.Tooltip("other:Q", title=other),
            alt.Tooltip("together:Q", title="Both at once"), alt.Tooltip("contested:Q", title="Conflict over it"),
            alt.Tooltip("first:N", title="First tie"), alt.Tooltip("reports:Q", title="Reports")]  # fmt: skip
    colour = alt.Color("dealing:N", scale=alt.Scale(domain=domain, range=fills),
                       legend=alt.Legend(title=None, orient="bottom", symbolType="square", symbolOpacity=1, columns=5,
                                         symbolStrokeWidth=0))  # fmt: skip
    fields = ["name", "dealing", "one", "other", "together", "contested", "first", "reports"]
    shapes = alt.Chart(world())
    known = alt.LookupData(data=data([row for row in rows if row["id"]]), key="id", fields=fields)
    layers: list[alt.Chart] = [
        shapes.mark_geoshape(fill=LAND, stroke=BORDER, strokeWidth=0.5),
        shapes.mark_geoshape(stroke=BORDER, strokeWidth=0.5)
        .encode(color=colour, tooltip=tips)
        .transform_lookup(lookup="id", from_=known)
        .transform_filter("isValid(datum.dealing)"),
    ]
    own = [numeric for side in found.pair if (numeric := numeric_of(side))]
    if own:
        test = " || ".join(f"datum.id === '{numeric}'" for numeric in own)
        layers.append(shapes.mark_geoshape(fill=INK, stroke=BORDER).transform_filter(test))
    small = [row for row in rows if not row["id"]]
    layers.append(
        alt.Chart(data(small)).mark_circle(size=40, opacity=1, stroke="white", strokeWidth=0.5)
        .encode(longitude="longitude:Q", latitude="latitude:Q", color=colour, tooltip=tips)
    )  # fmt: skip
    layers += _discs(rows[:discs], one, other)
    layers += _names(rows, found.pair, names)
    number = sum(row["total"] for row in rows)
    aid = [f"{number:,} engagements (visits, meetings, agreements, aid, exercises, projects) with {len(rows):,} "
           f"countries{'' if track == 'all' else f', {track} track'}.",
           f"Half discs: how often {one} (left) and {other} (right) engage the {min(discs, len(rows))} countries with "
           "most. Light grey: nothing on record."]  # fmt: skip
    title = alt.TitleParams(f"{one} and {other} in third countries", subtitle=wrapped(aid, _SIZE[0]))
    middle = 150.0 if sum(points()[side][0] > 60 for side in found.pair if side in points()) else 11.0
    chart = alt.LayerChart(layer=layers).project(type="naturalEarth1", rotate=[-middle, 0, 0])
    return styled(chart.properties(width=_SIZE[0], height=_SIZE[1], title=title))


def _row(row: Mapping[Any, Any], one: str, other: str, names: Mapping[str, str] | None) -> dict[str, Any]:
    longitude, latitude = points()[row["third"]]
    counts = {"one": int(row["one_count"]), "other": int(row["other_count"]), "together": int(row["together"])}
    dealing = _WORDS[row["dealing"]]
    first = row["first_tie"]
    return {
        "third": row["third"], "id": numeric_of(row["third"]), "name": name_of(row["third"], names),
        "dealing": dealing, **counts, "total": sum(counts.values()), "contested": int(row["contested"]),
        "first": name_of(first, names) if isinstance(first, str) else "not told", "reports": int(row["reports"]),
        "longitude": longitude, "latitude": latitude,
    }  # fmt: skip


def _discs(rows: list[dict[str, Any]], one: str, other: str) -> list[alt.Chart]:
    most = max(max(row["one"], row["other"]) + row["together"] for row in rows)
    halves = [
        {"who": who, "half": half, "number": row[key] + row["together"], "name": row["name"],
         "longitude": row["longitude"], "latitude": row["latitude"]}
        for row in rows
        for key, who, half in (("one", one, "left"), ("other", other, "right"))
        if row[key] + row["together"]
    ]  # fmt: skip
    legend = alt.Legend(title=None, orient="bottom", symbolStrokeWidth=0, symbolOpacity=1)
    sizes = alt.Scale(domain=[0, most], range=[0, 700], type="linear")
    tips = [alt.Tooltip("name:N", title="Country"), alt.Tooltip("who:N", title="Side"),
            alt.Tooltip("number:Q", title="Engagements")]  # fmt: skip
    return [
        alt.Chart(data(halves)).mark_point(filled=True, opacity=0.9, stroke="white", strokeWidth=0.7).encode(
            longitude="longitude:Q", latitude="latitude:Q", tooltip=tips,
            size=alt.Size("number:Q", scale=sizes, legend=None),
            shape=alt.Shape("who:N", scale=alt.Scale(domain=[one, other], range=list(_HALVES.values())), legend=legend),
            fill=alt.Fill("who:N", scale=alt.Scale(domain=[one, other], range=[BLUE, PURPLE]), legend=legend),
        )
    ]  # fmt: skip


def _names(rows: list[dict[str, Any]], pair: tuple[str, str], names: Mapping[str, str] | None) -> list[alt.Chart]:
    wanted = [*(side for side in pair if side in points()), *(row["third"] for row in rows[: 2 * _NAMED])]
    shown: list[str] = []
    for party in wanted:
        longitude, latitude = points()[party]
        clear = all(abs(latitude - points()[one][1]) > 6 or abs(longitude - points()[one][0]) > 24 for one in shown)
        if clear and len(shown) < _NAMED + 2:
            shown.append(party)
    told = [{"name": name_of(party, names), "longitude": points()[party][0], "latitude": points()[party][1]}
            for party in shown]  # fmt: skip
    base = alt.Chart(data(told)).encode(longitude="longitude:Q", latitude="latitude:Q", text="name:N")
    return [
        base.mark_text(fontSize=11, stroke="white", strokeWidth=3, strokeJoin="round", dy=-16),
        base.mark_text(fontSize=11, color=INK, dy=-16),
    ]
