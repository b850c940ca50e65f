"""Maps of the world: outlines, points of states, and great circles between them."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import NDArray

from detente.charts.style import data
from detente.knowledge.states import states

LAND, BORDER = "#ebebeb", "#ffffff"
_FOLDER = resources.files("detente.charts").joinpath("data")


@cache
def outlines() -> Mapping[str, Any]:
    """Outlines of countries, TopoJSON, by ISO 3166-1 numeric codes.

    Source:
        Natural Earth 1:110m, public domain, as world-atlas 2.0.2 packs it (ISC): ``data/README.md``.
    """
    text = _FOLDER.joinpath("countries-110m.json").read_text(encoding="utf-8")
    topology: dict[str, Any] = json.loads(text)
    kept = [shape for shape in topology["objects"]["countries"]["geometries"] if shape.get("id") != "010"]
    topology["objects"] = {"countries": {"type": "GeometryCollection", "geometries": kept}}  # no Antarctica
    return topology


@cache
def points() -> Mapping[str, tuple[float, float]]:
    """Longitude and latitude of one point for each state."""
    with _FOLDER.joinpath("points.csv").open(encoding="utf-8") as file:
        return {row["state"]: (float(row["longitude"]), float(row["latitude"])) for row in csv.DictReader(file)}


def numeric_of(party: str) -> str | None:
    """The code that a party's outline has; None where it has none."""
    state = states().get(party)
    return state.numeric if state and state.numeric in _drawn() else None


def world() -> alt.Data:
    """Outlines as data, the same in every chart that shares them."""
    shapes: alt.Data = alt.InlineData(
        values=dict(outlines()), format=alt.TopoDataFormat(type="topojson", feature="countries")
    )
    return shapes


def great_circles(lines: Iterable[Mapping[str, Any]], bow: float = 0.0) -> alt.InlineData:
    """Lines between points as shapes, which bend as the shortest way does.

    Args:
        lines: each with ``from`` and ``to``, codes of states that have a point, and anything else to be kept.
        bow: degrees by which a line keeps to the right of its way, so that there and back don't lie on each other.
    """
    at = points()
    shapes = [
        {
            **{key: value for key, value in line.items() if key not in {"from", "to"}},
            "type": "Feature",
            "geometry": {"type": "LineString", "coordinates": _way(at[line["from"]], at[line["to"]], bow)},
        }
        for line in lines
    ]
    return data(shapes)


def runs_over(one: str, other: str, meridian: float) -> bool:
    """Whether the shortest way between two states crosses a meridian."""
    sides = [(point[0] - meridian) % 360 for point in _way(points()[one], points()[other], 0.0)]
    return any(abs(here - there) > 180 for here, there in pairwise(sides))


def _way(start: tuple[float, float], end: tuple[float, float], bow: float) -> list[list[float]]:
    """Points along a great circle, moved to the right of it by as much as ``bow`` in the middle."""
    one, other = _vector(start), _vector(end)
    angle = math.acos(max(-1.0, min(1.0, float(one @ other))))
    right = np.cross(other, one)
    length = float(np.linalg.norm(right))
    if length < 1e-9:  # the same point, or its antipode: no way is the shortest
        return [list(start), list(end)]
    right /= length
    found = []
    for share in np.linspace(0, 1, 2 + int(math.degrees(angle) / 3)):
        along = (math.sin((1 - share) * angle) * one + math.sin(share * angle) * other) / math.sin(angle)
        aside = math.radians(bow) * math.sin(math.pi * share)
        x, y, z = math.cos(aside) * along + math.sin(aside) * right
        found.append([round(math.degrees(math.atan2(y, x)), 2), round(math.degrees(math.asin(z)), 2)])
    return found


def _vector(point: tuple[float, float]) -> NDArray[np.float64]:
    longitude, latitude = map(math.radians, point)
    return np.array([math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude),
                     math.sin(latitude)])  # fmt: skip


@cache
def _drawn() -> frozenset[str]:
    shapes = outlines()["objects"]["countries"]["geometries"]
    return frozenset(shape["id"] for shape in shapes if "id" in shape)
