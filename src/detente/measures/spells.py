"""How the type of a triangle moved: spells of one type, and which sides turned between them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from detente.measures.triangle import TriangleHistory, TriangleType

SPELL_COLUMNS = ("first", "last", "periods", "type", "who", "turned", "reason")
_SINGLED = {TriangleType.ROMANTIC_TRIANGLE: "pivot", TriangleType.STABLE_MARRIAGE: "outcast"}


def find_spells(history: TriangleHistory) -> pd.DataFrame:
    """Neighbouring periods of the same type and roles taken together.

    Args:
        history: of :func:`detente.measures.triangle.triangle`.

    Returns:
        Rows in order: ``first``, ``last`` (periods), ``periods`` (how many), ``type`` (missing where there was none
        to name), ``who`` ("USA pivot", "CHN outcast": whom the type singles out; missing in the others, and where none
        is likely enough), ``turned`` (tuple of sides, as "CHN-JPN positive to negative", whose sign is another one than
        when a type was last named; a side that was or is undetermined is not among them), ``reason`` (why there is no
        type: "too few occurrences" or "no type is likely enough").
    """
    signs = history.sides.pivot(index="period", columns="side", values="sign") if len(history.sides) else None
    roles = dict(iter(history.roles.groupby("period", sort=False)))
    spells: list[dict[str, Any]] = []
    before: dict[str, str] = {}
    for row in history.types.to_dict("records"):
        period, kind = str(row["period"]), row["type"] if isinstance(row["type"], str) else None
        reason = None if kind else _shorten(str(row["reason"]))
        who = _find_singled(roles[period], TriangleType(kind)) if kind else None
        now = {str(side): str(sign) for side, sign in signs.loc[period].items()} if kind and signs is not None else {}
        told = {"type": kind, "who": who, "reason": reason}
        if spells and {name: spells[-1][name] for name in told} == told:
            spells[-1]["last"] = period
            spells[-1]["periods"] += 1
        else:
            turned = tuple(f"{side} {before[side]} to {now[side]}" for side in now if _is_turned(before, now, side))
            spells.append({"first": period, "last": period, "periods": 1, "turned": turned, **told})
        before = now or before
    return pd.DataFrame(spells, columns=list(SPELL_COLUMNS))


def _find_singled(roles: pd.DataFrame, kind: TriangleType) -> str | None:
    role = _SINGLED.get(kind)
    if role is None:
        return None
    likely = roles[roles[role] > 0.5]["party"].tolist()
    return f"{likely[0]} {role}" if len(likely) == 1 else None


def _shorten(reason: str) -> str:
    return "too few occurrences" if reason.startswith("fewer than") else reason


def _is_turned(before: dict[str, str], now: dict[str, str], side: str) -> bool:
    return {before.get(side), now[side]} == {"positive", "negative"}
