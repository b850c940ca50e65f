"""What to write beside an index: where its level turned, which periods were full, and what happened in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from detente.charts.time import period_bounds
from detente.charts.wording import name_of, say_occurrence, say_period, signed

if TYPE_CHECKING:
    from detente.measures.index import Index
    from detente.measures.turning_points import TurningPoints

LIKELY = 0.05  # share of shuffled series that show as much; above it, a turning point may be chance
_FULL = 1.5  # times the median count: a period with as many is worth a word
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Landmark:
    """A period with what is to be said of it.

    Attributes:
        period: its label.
        lines: what is said, a line each.
        kind: "turning point", "may be chance" for one that shuffled series show too, or "busy period".
    """

    period: str
    lines: tuple[str, ...]
    kind: str


def find_landmarks(
    index: Index,
    frame: pd.DataFrame,
    pair: tuple[str, str],
    names: Mapping[str, str],
    *,
    turns: TurningPoints | None = None,
    texts: Mapping[str, str] | None = None,
    most: int = 5,
) -> tuple[Landmark, ...]:
    """Turning points, the surest first, then the fullest periods, each with what happened that weighs most.

    Args:
        index: of the pair.
        frame: the tidy occurrences it was measured from.
        pair: the parties, in the order of the index.
        names: of parties by code.
        turns: turning points of the same pair and periods.
        texts: what is to be said of an occurrence, by id.
        most: at most so many in all, and at most three of the fullest periods.

    Returns:
        In order of period. A full period's words are those of the occurrence with the greatest score on the side
        (cooperation or conflict) that its mean lies on; of equals, the earliest.
    """
    known = frame.drop_duplicates("occurrence").set_index("occurrence", drop=False)
    turned = _turned(turns, known, pair, names, texts) if turns is not None else []
    taken = {landmark.period for landmark in turned[:most]}
    full = [
        landmark for period in _full_periods(index, pair)
        if period not in taken and (landmark := _tell_full(period, index, known, pair, names, texts))
    ]  # fmt: skip
    kept = [*turned[:most], *full[: max(0, min(3, most - len(turned)))]]
    return tuple(sorted(kept, key=lambda landmark: landmark.period))


def _turned(
    turns: TurningPoints, known: pd.DataFrame, pair: tuple[str, str], names: Mapping[str, str],
    texts: Mapping[str, str] | None,
) -> list[Landmark]:  # fmt: skip
    """One a period: the relation's, or else the surest direction's."""
    found: dict[str, Landmark] = {}
    rows = turns.rows.assign(relation=turns.rows["direction"] == "-".join(pair))
    rows = rows.sort_values(["chance", "relation", "stands"], ascending=[True, False, False], kind="stable")
    for row in rows.to_dict("records"):
        sides = row["direction"].split(">")
        who = " → ".join(name_of(side, names) for side in sides) + " " if len(sides) == 2 else ""
        digits = 2 if turns.measure == "net" else 1
        step = f"{who}{signed(row['before'], digits)} to {signed(row['after'], digits)}"
        stands = "" if pd.isna(row["stands"]) else f", found again in {row['stands']:.0%} of resamples"
        lines = [f"{say_period(row['period'], turns.frequency)}: {step}{stands}"]
        movers = [known.loc[mover] for mover in row["movers"] if mover in known.index]
        if movers:
            lines.append(say_occurrence(movers[0].to_dict(), names, texts))
        sure = pd.isna(row["chance"]) or row["chance"] <= LIKELY
        kind = "turning point" if sure else "may be chance"
        found.setdefault(row["period"], Landmark(row["period"], tuple(lines), kind))
    return list(found.values())


def _full_periods(index: Index, pair: tuple[str, str]) -> list[str]:
    relation = index.rows[(index.rows["direction"] == "-".join(pair)) & (index.rows["count"] > 0)]
    if len(relation) < 3:
        return []
    least = max(_FEWEST, _FULL * float(relation["count"].median()))
    full = relation[relation["count"] >= least].sort_values("count", ascending=False, kind="stable")
    return [str(period) for period in full["period"]]


def _tell_full(
    period: str, index: Index, known: pd.DataFrame, pair: tuple[str, str], names: Mapping[str, str],
    texts: Mapping[str, str] | None,
) -> Landmark | None:  # fmt: skip
    first, after = period_bounds(period, week=index.frequency == "week")
    here = known[[_within(row, first, after) for row in known.to_dict("records")]]
    if here.empty:
        return None
    side = 1 if here["score"].mean() >= 0 else -1
    weighty = here.assign(weight=here["score"] * side).sort_values(["weight", "start"], ascending=[False, True],
                                                                  kind="stable")  # fmt: skip
    told = say_occurrence({str(key): value for key, value in weighty.iloc[0].items()}, names, texts)
    number = int(index.rows.loc[(index.rows["direction"] == "-".join(pair)) & (index.rows["period"] == period),
                                "count"].iloc[0])  # fmt: skip
    return Landmark(period, (f"{say_period(period, index.frequency)}: {number} on record", told), "busy period")


def _within(row: Mapping[Any, Any], first: Any, after: Any) -> bool:
    start, end = row["start"], row["end"]
    if row["modality"] != "happened" or pd.isna(start) or pd.isna(row["score"]):
        return False
    return bool(first <= start and end < after)
