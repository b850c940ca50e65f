"""Momentum: which way a relation is moving, and whether its surroundings move too."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from detente.knowledge.states import states
from detente.measures.local_slope import LEAST_POINTS, fit_slope
from detente.measures.periods import Frequency, Numbers, labels
from detente.measures.resampling import Floats
from detente.measures.scales import Scale, find_scale
from detente.measures.selection import Strand, select
from detente.measures.tracks import AnyTrack

Level = Literal["bilateral", "regional", "global"]
COLUMNS = ("level", "side", "direction", "slope", "low", "high", "p", "verdict", "value", "first", "last", "periods",
           "silent", "count", "reports", "reason")  # fmt: skip
WINDOWS: Mapping[Frequency, int] = {"day": 365, "week": 104, "month": 24, "quarter": 12, "year": 12}
_A_YEAR: Mapping[Frequency, float] = {"day": 365.25, "week": 365.25 / 7, "month": 12.0, "quarter": 4.0, "year": 1.0}
_THEM = "*"  # stands for all partners of a level


@dataclass(frozen=True, slots=True)
class Momentum:
    """The momentum of a pair at three levels.

    Attributes:
        rows: see :func:`momentum`.
        series: ``direction``, ``level``, ``period``, ``mean``, ``fitted`` (the line at the end of the window): what
            each slope is of; only periods with occurrences.
        frequency: length of a period.
        window: its length in periods.
        scale: on which scale.
        until: the last period.
    """

    rows: pd.DataFrame
    series: pd.DataFrame
    frequency: Frequency
    window: int
    scale: str
    until: str | None


def momentum(
    frame: pd.DataFrame,
    one: str,
    other: str,
    frequency: Frequency = "month",
    *,
    window: int | None = None,
    scale: str | Scale = "plover",
    track: AnyTrack = "all",
    coders: Collection[str] = (),
    coverage: float = 0.95,
) -> Momentum:
    """The slope of the smoothed index at the end of a window, at three levels that share no partner.

    Bilateral: the pair, and each direction. Regional: each side with the states of its own region without the other
    side. Global: each side with everyone else. The index is the mean of weights of a period, and the smooth is LOWESS:
    its slope at the last period is that of the line fitted to the window with weights that fade into the past
    (:func:`detente.measures.local_slope.fit_slope`). Periods without occurrences are left out, not zero.

    Args:
        frame: tidy occurrences that touch either side (``record.frame(touching=...)``).
        one: a party: ISO 3166 alpha-3, or an organisation, which has no region.
        other: the other one.
        frequency: length of a period.
        window: in periods, up to the last one in which anything touches either side; 24 months if not given, or as in
            ``WINDOWS``.
        scale: see :func:`detente.measures.scales.find_scale`.
        track: only what is on it.
        coders: only what one of them coded; all where none is named.
        coverage: of the interval.

    Returns:
        A row for each level and side: ``level``, ``side`` (the party whose partners are pooled; of the pair missing),
        ``direction`` ("CHN-JPN", "CHN>JPN", "CHN~east-asia", "CHN~rest"), ``slope`` (units of the scale a year),
        ``low``, ``high`` (t interval, heteroskedasticity and autocorrelation consistent), ``p`` (of no slope),
        ``verdict`` ("warming", "cooling", "no direction" where the interval holds 0, "too little data"), ``value`` (the
        smoothed index in the last period), ``first`` and ``last`` period with occurrences, ``periods`` with
        and ``silent`` ones without between these, ``count`` of occurrences, ``reports``, ``reason`` where there
        are no numbers.

    Raises:
        ValueError: the window or the track is none.
        InputError: there is no such scale.

    Source:
        Cleveland (1979), "Robust Locally Weighted Regression and Smoothing Scatterplots", JASA 74, 829-836; Newey &
        West (1987), Econometrica 55, 703-708. The three levels are ours.
    """
    length = WINDOWS[frequency] if window is None else window
    if length < LEAST_POINTS:
        raise ValueError(f"a window of {length} periods: give {LEAST_POINTS} or more")
    weights = scale if isinstance(scale, Scale) else find_scale(scale)
    happened = frame[(frame["modality"] == "happened").to_numpy()]
    strands: list[tuple[Level, str | None, Strand]] = []
    pair = select(happened, one, other, frequency, scale=weights, track=track, coders=coders).strands
    for strand in (pair[2], pair[0], pair[1]):
        strands.append(("bilateral", None, strand))
    for side, partner in ((one, other), (other, one)):
        for level, name, partners in _partners(happened, side, partner):
            pooled = select(
                _pool(happened, side, partners), side, _THEM, frequency, scale=weights, track=track, coders=coders
            )  # fmt: skip
            strands.append((level, side, _rename(pooled.strands[2], f"{side}~{name}")))
    last = max((int(strand.period.max()) for _, _, strand in strands if len(strand.period)), default=None)
    fits = [_fit(level, side, strand, last, length, frequency, coverage) for level, side, strand in strands]
    order = {"bilateral": 0, "regional": 1, "global": 2}
    rows = pd.DataFrame([row for row, _ in fits], columns=list(COLUMNS))
    rows = rows.sort_values("level", key=lambda levels: levels.map(order), kind="stable", ignore_index=True)
    return Momentum(
        rows=rows,
        series=pd.concat([series for _, series in fits], ignore_index=True),
        frequency=frequency,
        window=length,
        scale=weights.name,
        until=None if last is None else labels(np.array([last]), frequency)[0],
    )


def _partners(frame: pd.DataFrame, side: str, partner: str) -> list[tuple[Level, str, set[str]]]:
    """The partners of one side at the regional and the global level, with the name of each lot."""
    met = set(frame.loc[frame["source"] == side, "target"]) | set(frame.loc[frame["target"] == side, "source"])
    met -= {side, partner}
    state = states().get(side)
    if state is None:
        return [("global", "rest", met)]
    near = {party for party in met if party in states() and states()[party].region is state.region}
    return [("regional", state.region.value, near), ("global", "rest", met - near)]


def _pool(frame: pd.DataFrame, side: str, partners: set[str]) -> pd.DataFrame:
    """What goes on between one side and many partners, as if these were one."""
    forward = ((frame["source"] == side) & frame["target"].isin(partners)).to_numpy()
    backward = ((frame["target"] == side) & frame["source"].isin(partners)).to_numpy()
    rows = frame[forward | backward]
    mine = (rows["source"] == side).to_numpy()
    return rows.assign(source=np.where(mine, side, _THEM), target=np.where(mine, _THEM, side))


def _rename(strand: Strand, direction: str) -> Strand:
    return Strand(
        direction, strand.occurrence, strand.period, strand.day, strand.score, strand.quad, strand.reports
    )  # fmt: skip


def _fit(
    level: Level, side: str | None, strand: Strand, last: int | None, window: int, frequency: Frequency, coverage: float
) -> tuple[dict[str, object], pd.DataFrame]:
    first = -math.inf if last is None else last - window + 1
    inside = strand.period >= first
    periods, means = _means(strand.period[inside], strand.score[inside])
    row: dict[str, object] = {
        "level": level, "side": side, "direction": strand.direction, "periods": len(periods),
        "silent": int(periods[-1] - periods[0]) + 1 - len(periods) if len(periods) else 0,
        "count": int(inside.sum()), "reports": int(strand.reports[inside].sum()),
    }  # fmt: skip
    series = pd.DataFrame({"level": level, "direction": strand.direction, "period": labels(periods, frequency),
                           "mean": means, "fitted": np.nan})  # fmt: skip
    if len(periods):
        row |= {"first": series["period"].iloc[0], "last": series["period"].iloc[-1]}
    if last is None or len(periods) < LEAST_POINTS:
        return row | _refuse(
            f"{len(periods)} {frequency}s with occurrences in the window, needed {LEAST_POINTS}"
        ), series
    ago = (periods - last) / _A_YEAR[frequency]
    line = fit_slope(ago, means, span=window / _A_YEAR[frequency], step=1 / _A_YEAR[frequency], coverage=coverage)
    if line is None:
        return row | _refuse(f"the {frequency}s with occurrences lie too early in the window, or never differ"), series
    verdict = "warming" if line.low > 0 else "cooling" if line.high < 0 else "no direction"
    found = {"slope": line.slope, "low": line.low, "high": line.high, "p": line.p, "value": line.value,
             "verdict": verdict}  # fmt: skip
    return row | found, series.assign(fitted=line.value + line.slope * ago)


def _refuse(reason: str) -> dict[str, object]:
    return {"verdict": "too little data", "reason": reason}


def _means(periods: Numbers, scores: Floats) -> tuple[Numbers, Floats]:
    """The mean of each period that has any."""
    distinct, at = np.unique(periods, return_inverse=True)
    return distinct, np.bincount(at, weights=scores) / np.maximum(np.bincount(at), 1)
