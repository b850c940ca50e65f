"""The signed network of states: camps, those between them, and what runs across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from detente.charts.style import BLUE, GREEN, GREY, INK, ORANGE, PURPLE, SKY, VERMILLION, data, notice, styled, wrapped
from detente.charts.wording import name_of, signed

_SIDE = (680, 480)
_CAMPS = (BLUE, ORANGE, GREEN, PURPLE, SKY)
_SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down")
_BETWEEN = "between camps"
_ABOVE, _BELOW = "above neutral", "below neutral"


def bloc_chart(
    edges: pd.DataFrame,
    camps: Mapping[str, int | None],
    names: Mapping[str, str] | None = None,
    *,
    said: Sequence[str] = (),
    seed: int = 0,
) -> alt.Chart:
    """States by camp; ties above neutral solid, those below it dashed, as wide as they are strong.

    Places come from a spring layout in which ties above neutral pull and those within a camp pull more; distance on the
    page is no measure.

    Args:
        edges: ``one``, ``other``, ``weight`` (how far above neutral; negative below it) and, where known,
            ``count`` (occurrences).
        camps: camp of each state, numbered; None for one that stands between camps.
        names: names by code.
        said: lines below the title, such as the frustration index.
        seed: of the layout: the same seed, the same picture.
    """
    tied = edges[edges["weight"].notna() & (edges["weight"] != 0)]
    if tied.empty:
        return notice("No tie between states on record", _SIDE[0])
    at = _layout(tied, camps, seed)
    most = float(tied["weight"].abs().max())
    ties = [
        {
            "x": at[row["one"]][0], "y": at[row["one"]][1], "x2": at[row["other"]][0], "y2": at[row["other"]][1],
            "sign": _ABOVE if row["weight"] > 0 else _BELOW, "strength": abs(float(row["weight"])) / most,
            "pair": f"{name_of(row['one'], names)} – {name_of(row['other'], names)}",
            "told": signed(float(row["weight"]), 2), "count": int(row["count"]) if "count" in row else None,
            "strained": _strained(row, camps),
        }
        for row in tied.to_dict("records")
    ]  # fmt: skip
    labels = {camp: f"camp {number}" for number, camp in enumerate(sorted({c for c in camps.values() if c is not None}),
                                                                  start=1)}  # fmt: skip
    states = [
        {"x": x, "y": y, "name": name_of(party, names), "camp": _camp(camps.get(party), labels)}
        for party, (x, y) in at.items()
    ]
    aid = [*said, f"{len(states)} states, {len(ties)} ties. Dark: ties that don't fit the camps (below neutral "
                  "within one, above it across)."]  # fmt: skip
    title = alt.TitleParams("Camps in the network of states", subtitle=wrapped(aid, _SIDE[0]))
    layers = [_ties(ties), *_states(states, list(labels.values()))]
    chart = alt.LayerChart(layer=layers)
    return styled(chart.properties(width=_SIDE[0], height=_SIDE[1], title=title))


def _layout(ties: pd.DataFrame, camps: Mapping[str, int | None], seed: int) -> dict[str, tuple[float, float]]:
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(sorted(set(ties["one"]) | set(ties["other"])))
    most = float(ties["weight"].abs().max())
    for row in ties.to_dict("records"):
        if row["weight"] > 0:
            graph.add_edge(row["one"], row["other"], pull=0.15 + row["weight"] / most)
    parties = list(graph)
    for place, one in enumerate(parties):
        for other in parties[place + 1 :]:
            if camps.get(one) is not None and camps.get(one) == camps.get(other):
                before = graph.edges[one, other]["pull"] if graph.has_edge(one, other) else 0.0
                graph.add_edge(one, other, pull=before + 0.6)
    found = nx.spring_layout(graph, weight="pull", seed=seed, k=1.6 / len(parties) ** 0.5, iterations=300)
    return {party: (round(float(x), 4), round(float(y), 4)) for party, (x, y) in found.items()}


def _strained(row: Mapping[Any, Any], camps: Mapping[str, int | None]) -> bool:
    """Whether a tie doesn't fit: below neutral within a camp, or above it across two."""
    one, other = camps.get(row["one"]), camps.get(row["other"])
    if one is None or other is None:
        return False
    return bool((row["weight"] > 0) != (one == other))


def _camp(camp: int | None, labels: Mapping[int, str]) -> str:
    return _BETWEEN if camp is None else labels[camp]


def _ties(ties: list[dict[str, Any]]) -> alt.Chart:
    signs = [_ABOVE, _BELOW]
    legend = alt.Legend(title=None, orient="top", symbolType="stroke", symbolStrokeWidth=2, offset=2)
    tips = [alt.Tooltip("pair:N", title="Pair"), alt.Tooltip("told:N", title="Weight"),
            alt.Tooltip("count:Q", title="Occurrences")]  # fmt: skip
    drawn: alt.Chart = alt.Chart(data(ties)).mark_rule().encode(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(nice=False, zero=False, padding=50)),
        y=alt.Y("y:Q", axis=None, scale=alt.Scale(nice=False, zero=False, padding=24)),
        x2="x2:Q", y2="y2:Q", tooltip=tips,
        stroke=alt.Stroke("sign:N", scale=alt.Scale(domain=signs, range=["#8a8a8a", VERMILLION]), legend=legend),
        strokeDash=alt.StrokeDash("sign:N", scale=alt.Scale(domain=signs, range=[[1, 0], [5, 3]]), legend=legend),
        strokeWidth=alt.StrokeWidth("strength:Q", scale=alt.Scale(domain=[0, 1], range=[0.5, 3.5]), legend=None),
        opacity=alt.condition("datum.strained", alt.value(0.95), alt.value(0.4)),
    )  # fmt: skip
    return drawn


def _states(states: list[dict[str, Any]], camps: list[str]) -> list[alt.Chart]:
    order = [*camps, *[_BETWEEN] * any(state["camp"] == _BETWEEN for state in states)]
    colours = [_CAMPS[place % len(_CAMPS)] for place in range(len(camps))] + [GREY] * (len(order) - len(camps))
    shapes = [_SHAPES[place % len(_SHAPES)] for place in range(len(camps))] + ["cross"] * (len(order) - len(camps))
    legend = alt.Legend(title=None, orient="top", symbolOpacity=1, offset=2)
    base = alt.Chart(data(states)).encode(x="x:Q", y="y:Q")
    return [
        base.mark_point(filled=True, size=190, opacity=1, stroke="white", strokeWidth=1.2).encode(
            color=alt.Color("camp:N", scale=alt.Scale(domain=order, range=colours), legend=legend),
            shape=alt.Shape("camp:N", scale=alt.Scale(domain=order, range=shapes), legend=legend),
            tooltip=[alt.Tooltip("name:N", title="State"), alt.Tooltip("camp:N", title="Camp")],
        ),
        base.mark_text(dy=-14, fontSize=12, stroke="white", strokeWidth=3.5, strokeJoin="round").encode(text="name:N"),
        base.mark_text(dy=-14, fontSize=12, color=INK).encode(text="name:N"),
    ]
