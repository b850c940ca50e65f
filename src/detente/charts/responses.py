"""How what one state does is answered: impulse responses in a grid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import altair as alt

from detente.charts.style import BLUE, GREY, INK, data, notice, styled, wrapped
from detente.charts.wording import name_of
from detente.measures.refusal import Refusal
from detente.measures.responses import Responses

_WIDE, _NARROW = (260, 150), (150, 105)  # pixels of a panel: of two directions, of six


def responses_chart(
    found: Responses | Refusal,
    names: Mapping[str, str] | None = None,
    *,
    kind: Literal["orthogonal", "generalised"] = "generalised",
) -> alt.Chart:
    """Responses to an impulse of one standard deviation: a row for each effect, a column for each cause.

    Where the interval holds 0, the line is pale: nothing is known of its sign there. What speaks against the model
    stands below the title. Too little data gives the reason, and no curve.

    Args:
        found: of :func:`detente.measures.responses`.
        names: names by code.
        kind: which impulses; the command line prints the generalised ones.
    """
    if isinstance(found, Refusal):
        return notice(str(found), 680)
    rows = found.impulses[found.impulses["kind"] == kind]
    said = {direction: _say(direction, names) for direction in found.directions}
    values = [
        {
            "cause": said[row["cause"]], "effect": said[row["effect"]], "step": int(row["step"]),
            "response": float(row["response"]), "low": float(row["low"]), "high": float(row["high"]),
            "sure": bool(row["low"] > 0 or row["high"] < 0),
        }
        for row in rows.to_dict("records")
    ]  # fmt: skip
    panel_width, panel_height = _WIDE if len(said) == 2 else _NARROW
    axis = alt.Axis(title=f"{found.frequency.title()}s after", tickMinStep=1, format="d", grid=False)
    x = alt.X("step:Q", axis=axis, scale=alt.Scale(nice=False))
    y_axis = alt.Axis(title=None, tickCount=4, grid=True)
    base = alt.Chart().encode(x=x)
    tips = [alt.Tooltip("step:Q", title="After"), alt.Tooltip("response:Q", format="+.2f"),
            alt.Tooltip("low:Q", format="+.2f"), alt.Tooltip("high:Q", format="+.2f")]  # fmt: skip
    panel = alt.layer(
        base.mark_area(color=BLUE, opacity=0.18).encode(y=alt.Y("low:Q", axis=y_axis), y2="high:Q"),
        alt.Chart().mark_rule(color=INK, strokeWidth=0.8).encode(y=alt.datum(0)),
        base.mark_line(color=BLUE, strokeWidth=1.6, opacity=0.55).encode(y=alt.Y("response:Q", axis=y_axis)),
        base.mark_point(filled=True, size=24, opacity=1).encode(
            y=alt.Y("response:Q", axis=y_axis),
            tooltip=tips,
            color=alt.condition("datum.sure", alt.value(BLUE), alt.value("#9ecae1")),
        ),
    ).properties(width=panel_width, height=panel_height)
    order = list(said.values())
    header: dict[str, Any] = {"labelFontSize": 12, "labelPadding": 4, "titlePadding": 0, "labelColor": INK,
                              "titleFontSize": 12, "titleFontWeight": "normal", "titleColor": GREY}  # fmt: skip
    grid = panel.facet(
        data=data(values),
        column=alt.Column("cause:N", sort=order, header=alt.Header(title="An impulse of", labelOrient="top", **header)),
        row=alt.Row("effect:N", sort=order, header=alt.Header(title="answered by", labelAngle=0, labelAlign="left",
                                                              labelLimit=170, **header)),
        spacing=14,
    ).resolve_scale(y="independent" if len(order) > 2 else "shared")  # fmt: skip
    aid = wrapped(_aid(found), (panel_width + 30) * len(said) + 120)
    return styled(grid.properties(title=alt.TitleParams(_heading(found, kind), subtitle=aid)))


def _heading(found: Responses, kind: str) -> str:
    return f"Responses to an impulse of one standard deviation ({kind})"


def _aid(found: Responses) -> list[str]:
    number = f"{found.periods:,} {found.frequency}s, {found.first} to {found.last}, {found.reports:,} reports"
    lags = f"{found.lags} lag{'s' if found.lags != 1 else ''}"
    aid = [f"{found.measure.title()} of scores ({found.scale}); {number}; {lags}. Bands: bootstrap.",
           "Dark marks: the band leaves out 0."]  # fmt: skip
    if found.verdicts:
        aid.append("Against it: " + "; ".join(_short(verdict) for verdict in found.verdicts[:3]) + ".")
    return aid


def _short(verdict: str) -> str:
    """The first clause of a verdict; what follows the colon or bracket is in the listing."""
    for stop in (":", " ("):
        verdict = verdict.partition(stop)[0]
    return verdict


def _say(direction: str, names: Mapping[str, str] | None) -> str:
    return " → ".join(name_of(party, names) for party in direction.split(">"))
