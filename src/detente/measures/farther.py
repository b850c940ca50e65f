"""Which of two pairs is farther apart."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from detente.measures.distance import PLACES, Distance, Level, Place

Verdict = Literal["greater", "smaller", "the same", "mixed", "unknown"]
COLUMNS = ("level", "place", "verdict", "days", "days_most", "other_days", "other_most")
_MAIN: tuple[Level, ...] = ("leader", "minister")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pair's distance against another's.

    Attributes:
        verdict: whether the first pair's is greater; "mixed" where what it rests on doesn't agree.
        place: the sort of place that the verdict rests on; None where nothing can be told.
        levels: the levels that it rests on.
        against: other rows that say the opposite: (level, place).
        rows: for each level and place ``verdict``, with the days since each pair's last encounter: at least, and at
            most (infinite where there is none on record).
    """

    verdict: Verdict
    place: Place | None
    levels: tuple[Level, ...]
    against: tuple[tuple[Level, Place], ...]
    rows: pd.DataFrame


def compare(one: Distance, other: Distance, level: Level | None = None) -> Comparison:
    """Whether one pair is farther apart than another: whether its last encounter is longer ago.

    A row is greater where the first pair's days are more even at the least than the other's at the most. A pair
    without an encounter on record is at least as far as its record reaches back (``none_since``), and without any
    contact on record nothing is known. The verdict rests on the first of these that tells anything: encounters at home,
    then in person anywhere, of leaders and of ministers; then the same, and any way, of any level. Where leaders and
    ministers don't say the same it is mixed. How often they met does not enter: that depends on how much the record
    tells of either pair.

    Args:
        one: a pair's distance.
        other: another's, of the same day and from the same contacts.
        level: only this one.

    Raises:
        ValueError: they are not of the same day.
    """
    if one.on != other.on:
        raise ValueError(f"distances of {one.on} and {other.on} can't be compared")
    rows = _compare_rows(one, other)
    if level:
        rows = rows[rows["level"] == level].reset_index(drop=True)
    told = {(row["level"], row["place"]): row["verdict"] for row in rows.to_dict("records")}
    for place, levels in _order(level):
        says = {each: told[each, place] for each in levels if told[each, place] != "unknown"}
        if says:
            verdict = _agree(tuple(says.values()))
            opposite = {"greater": "smaller", "smaller": "greater"}.get(verdict)
            against = tuple(key for key, its in told.items() if its == opposite)
            return Comparison(verdict, place, tuple(says), against, rows)
    return Comparison("unknown", None, (), (), rows)


def _order(level: Level | None) -> list[tuple[Place, tuple[Level, ...]]]:
    if level:
        return [(place, (level,)) for place in PLACES]
    return [(place, _MAIN) for place in PLACES[:2]] + [(place, ("any",)) for place in PLACES]


def _agree(verdicts: Sequence[Verdict]) -> Verdict:
    strict = set(verdicts) - {"the same"}
    if len(strict) > 1:
        return "mixed"
    return strict.pop() if strict else "the same"


def _compare_rows(one: Distance, other: Distance) -> pd.DataFrame:
    rows = []
    for mine, its in zip(one.rows.to_dict("records"), other.rows.to_dict("records"), strict=True):
        (least, most), (other_least, other_most) = _range(mine, one.on), _range(its, other.on)
        verdict: Verdict = "unknown"
        if least > other_most:
            verdict = "greater"
        elif most < other_least:
            verdict = "smaller"
        elif least == most == other_least == other_most:
            verdict = "the same"
        rows.append((mine["level"], mine["place"], verdict, least, most, other_least, other_most))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _range(row: dict[Hashable, Any], on: dt.date) -> tuple[float, float]:
    """Days since the last encounter, at least and at most; none on record is at least as long as the record."""
    if not pd.isna(row["days"]):
        return float(row["days"]), float(row["days_most"])
    since = row["none_since"]
    least = 0 if pd.isna(since) else (on - dt.date.fromisoformat(since)).days
    return float(least), math.inf
