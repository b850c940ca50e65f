"""All pairs of some states in one square."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import altair as alt
import pandas as pd

from detente.charts.style import GREY, INK, PALE, data, diverging, notice, styled
from detente.charts.wording import name_of, signed

_TITLES = {"mean": "Mean PLOVER score", "net": "Net cooperation"}
_BOUNDS = {"mean": 10.0, "net": 1.0}
_CELL = 46  # pixels


def matrix_chart(
    rows: pd.DataFrame,
    parties: Sequence[str],
    names: Mapping[str, str] | None = None,
    *,
    value: Literal["mean", "net"] = "mean",
    fewest: int = 1,
) -> alt.Chart:
    """Every pair: below the diagonal how cooperative, above it from how many occurrences.

    A pair without an occurrence, or with fewer than ``fewest``, has a dash and no colour: it is not known, which is
    not the same as neither friendly nor hostile.

    Args:
        rows: of :meth:`detente.measures.Record.pair_matrix`.
        parties: in the order to be shown, two or more.
        names: names by code.
        value: what colours mean: the mean of scores, or net cooperation.
        fewest: occurrences that a number takes at least.

    Source:
        Colours: PuOr of Brewer, ColorBrewer 2.0, which colour-blind readers can tell apart.
    """
    wanted = list(dict.fromkeys(parties))
    found = {frozenset((row["one"], row["other"])): row for row in rows.to_dict("records")}
    cells = [
        _cell(found.get(frozenset((left, top))), left, top, names, value, fewest, below=row > column)
        for row, left in enumerate(wanted)
        for column, top in enumerate(wanted)
        if row != column
    ]
    if not any(cell["count"] for cell in cells):
        return notice("No occurrence between any two of these on record", _CELL * len(wanted) + 120)
    order = [name_of(party, names) for party in wanted]
    x = alt.X("top:N", sort=order, scale=alt.Scale(domain=order), axis=_axis(-40, "right"))
    y = alt.Y("left:N", sort=order, scale=alt.Scale(domain=order), axis=_axis(0, "right"))
    tips = [
        alt.Tooltip("pair:N", title="Pair"), alt.Tooltip("mean:N", title="Mean score"),
        alt.Tooltip("net:N", title="Net cooperation"), alt.Tooltip("count:Q", title="Occurrences"),
        alt.Tooltip("reports:Q", title="Reports"),
    ]  # fmt: skip
    bound = _BOUNDS[value]
    base = alt.Chart(data(cells)).encode(x=x, y=y, tooltip=tips)
    colour = diverging(bound, _TITLES[value], orient="right", gradientLength=160)
    told = base.transform_filter("datum.below && datum.value !== null")
    layers = [
        base.transform_filter("!datum.below").mark_rect(fill="white", stroke=PALE, strokeWidth=0.5),
        base.transform_filter("datum.below && datum.value === null").mark_rect(
            fill="white", stroke=PALE, strokeDash=[2, 2]
        ),
        told.mark_rect(stroke="white", strokeWidth=1).encode(color=colour),
        told.mark_text(fontSize=12).encode(
            text="text:N",
            color=alt.condition(f"abs(datum.value) > {0.55 * bound}", alt.value("white"), alt.value(INK)),
        ),
        base.transform_filter("!datum.below || datum.value === null")
        .mark_text(fontSize=11, color=GREY)
        .encode(text="text:N"),
    ]
    pairs = [cell for cell in cells if cell["below"]]
    number = sum(cell["count"] for cell in pairs)
    missing = sum(cell["value"] is None for cell in pairs)
    few = f"fewer than {fewest} occurrences" if fewest > 1 else "no occurrence on record"
    aid = ["Below the diagonal: how cooperative. Above: from how many occurrences.",
           f"{number:,} occurrences between {len(pairs):,} pairs"
           + (f"; {missing:,} (–): {few}." if missing else ".")]  # fmt: skip
    side = _CELL * len(wanted)
    title = alt.TitleParams(f"{_TITLES[value]} of every pair", subtitle=aid)
    chart = alt.LayerChart(layer=layers).properties(width=side, height=round(side * 0.72), title=title)
    return styled(chart)


def _axis(angle: int, align: Literal["left", "right"]) -> alt.Axis:
    return alt.Axis(title=None, domain=False, ticks=False, labelAngle=angle, labelAlign=align, labelLimit=150)


def _cell(
    row: Mapping[Any, Any] | None, left: str, top: str, names: Mapping[str, str] | None, value: str, fewest: int,
    *, below: bool,
) -> dict[str, Any]:  # fmt: skip
    count = int(row["count"]) if row else 0
    number = None if row is None or count < fewest or pd.isna(row[value]) else float(row[value])
    missing = "–"
    digits = 2 if value == "net" else 1
    told = missing if number is None else signed(number, digits)
    return {
        "left": name_of(left, names), "top": name_of(top, names), "below": below, "value": number,
        "text": told if below else f"{count:,}" if count else missing,
        "pair": f"{name_of(left, names)} – {name_of(top, names)}", "count": count,
        "reports": int(row["reports"]) if row else 0,
        "mean": missing if row is None or pd.isna(row["mean"]) else signed(float(row["mean"]), 2),
        "net": missing if row is None or pd.isna(row["net"]) else signed(float(row["net"]), 2),
    }  # fmt: skip
