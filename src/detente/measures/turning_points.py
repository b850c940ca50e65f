"""Turning points: when the level of a relation changed, how surely, and what moved it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from detente.measures import tallies
from detente.measures.movers import MOVER_COLUMNS, find_movers
from detente.measures.periods import Frequency, labels
from detente.measures.resampling import Floats
from detente.measures.scales import Scale, find_scale
from detente.measures.segmentation import cut_many, estimate_noise, find_changes, penalty_of
from detente.measures.selection import Strand, select, streams
from detente.measures.tracks import AnyTrack

Level = Literal["mean", "net"]
MIN_PERIODS = 8
COLUMNS = ("period", "direction", "previous", "before", "before_low", "before_high", "after", "after_low", "after_high",
           "stands", "chance", "count", "reports", "movers")  # fmt: skip
SERIES_COLUMNS = ("direction", "periods", "silent", "needed", "points", "noise", "penalty", "chance", "autocorrelation")
_RANGE = {"net": 1.0}


@dataclass(frozen=True, slots=True)
class TurningPoints:
    """Turning points with what was looked at for them.

    Attributes:
        rows: see :func:`turning_points`.
        movers: the occurrences that moved each point most (:func:`detente.measures.movers.find_movers`).
        series: a row for each direction: ``periods`` with occurrences, ``silent`` ones between them (left out, not
            zero), ``needed`` (a series with fewer periods is not searched, and the rest of its row is missing),
            ``points`` found, ``noise`` (standard deviation of a period's value about its level), ``penalty``,
            ``chance`` (share of shuffled series whose cuts gain as much; low where the order matters; 1 where nothing
            was found), ``autocorrelation`` (of neighbours about their level, -1 to 1: well above 0, levels drift
            rather than jump, and points are found too easily, with a low ``chance`` too).
        frequency: length of a period.
        measure: whose level it is.
        scale: on which scale.
        draws: resamples behind ``stands`` and ``chance``.
        undated: occurrences without a date.
        coarse: occurrences whose date spans more than one period.
        unscored: occurrences that the scale has no weight for.
        elsewhere: occurrences that are not on the track.
        coders: how many occurrences come from each coder.
    """

    rows: pd.DataFrame
    movers: pd.DataFrame
    series: pd.DataFrame
    frequency: Frequency
    measure: Level
    scale: str
    draws: int
    undated: int
    coarse: int
    unscored: int
    elsewhere: int
    coders: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Way:
    """How to look: see :func:`turning_points` for its attributes."""

    frequency: Frequency
    measure: Level
    min_size: int
    weighted: bool
    movers: int
    draws: int
    seed: int
    coverage: float


def turning_points(
    frame: pd.DataFrame,
    one: str,
    other: str,
    frequency: Frequency = "month",
    *,
    measure: Level = "mean",
    scale: str | Scale | None = None,
    track: AnyTrack = "all",
    coders: Collection[str] = (),
    min_size: int = 3,
    weighted: bool = False,
    movers: int = 5,
    draws: int = 1000,
    seed: int = 0,
    coverage: float = 0.95,
) -> TurningPoints:
    """When the level of the index changed, each way and together.

    The series is cut where that lowers the squared error by more than the penalty, 2 * variance * log(periods). Only
    periods with occurrences enter, in their order: a silent one is neither zero nor interpolated.

    Args:
        frame: tidy occurrences.
        one: a party.
        other: the other one.
        frequency: length of a period.
        measure: the level of "mean" (weights) or of "net" cooperation.
        scale: see :func:`detente.measures.scales.find_scale`; for "net", "quad" where none is named.
        track: only what is on it.
        coders: only what one of them coded; all where none is named.
        min_size: a level lasts at least so many periods with occurrences.
        weighted: weigh a period by the number of its occurrences; else each period counts alike.
        movers: how many occurrences to name for each point at most.
        draws: of the bootstrap over occurrences and of the shuffling; 0 for neither.
        seed: of both.
        coverage: of the intervals of the levels.

    Returns:
        Rows in order of period: ``period`` (the first of the new level), ``direction`` ("CHN>JPN", "JPN>CHN",
        "CHN-JPN"), ``previous`` (the last period of the old one), ``before``, ``after`` (mean of the periods of the
        stretch before and after, in the scale's units, or -1 to 1 for net cooperation) with ``before_low``,
        ``before_high``, ``after_low``, ``after_high`` (t intervals over periods; they take the cut as given, so that
        they are rather too narrow; missing below two periods), ``stands`` (share of the draws in which a level starts
        within one period of it, 0 to 1: each draw takes every occurrence as often as a Poisson variable of mean 1
        says and cuts anew; missing without draws), ``chance`` (share of shuffles of the series whose cuts gain as much:
        BIC alone finds a point in 15% of series of 24 normal values that have none and in 4% of those of 300, and in
        more where tails are heavy; of series with a ``chance`` of 0.05 or less, one in twenty without a point is taken
        for one with), ``count``,
        ``reports`` (occurrences and reports behind both levels), ``movers`` (ids). A series of fewer periods than
        ``TurningPoints.series`` says are needed has no rows.

    Raises:
        ValueError: a number is out of range, or there is no such measure or track.
        InputError: there is no such scale.

    Source:
        :func:`detente.measures.segmentation.find_changes`; the bootstrap as in
        :func:`detente.measures.resampling.percentile_bands`.
    """
    _check(measure, min_size, draws, coverage)
    name = scale or ("quad" if measure == "net" else "plover")
    weights = name if isinstance(name, Scale) else find_scale(name)
    selection = select(frame, one, other, frequency, scale=weights, track=track, coders=coders)
    way = _Way(frequency, measure, min_size, weighted, movers, draws, seed, coverage)
    numbered = zip(selection.strands, streams(selection.strands), strict=True)
    found = [_search(strand, way, (seed, stream)) for strand, stream in numbered]
    moved = pd.concat([part[1] for part in found if len(part[1])] or [found[0][1]], ignore_index=True)
    rows = pd.DataFrame([row for part in found for row in part[0]], columns=[*COLUMNS, "at"])
    return TurningPoints(
        rows=rows.sort_values("at", kind="stable", ignore_index=True)[list(COLUMNS)],
        movers=moved,
        series=pd.DataFrame([part[2] for part in found], columns=list(SERIES_COLUMNS)),
        frequency=frequency,
        measure=measure,
        scale=weights.name,
        draws=draws,
        undated=selection.undated,
        coarse=selection.coarse,
        unscored=selection.unscored,
        elsewhere=selection.elsewhere,
        coders=selection.coders,
    )


def _check(measure: str, min_size: int, draws: int, coverage: float) -> None:
    if measure not in get_args(Level):
        raise ValueError(f"no level is called {measure!r}; there are {', '.join(get_args(Level))}")
    if min_size < 1 or draws < 0 or not 0 < coverage < 1:
        raise ValueError(
            f"levels of {min_size} periods, {draws} draws, a coverage of {coverage:g}: "
            "give 1 or more, 0 or more, and a share between 0 and 1"
        )


def _search(
    strand: Strand, way: _Way, seed: tuple[int, int]
) -> tuple[list[dict[str, Any]], pd.DataFrame, dict[str, Any]]:
    """The points of one direction, what moved them, and what was looked at."""
    statistic = _statistic(strand, way)
    counts = np.unique(strand.period, return_counts=True)[1].astype(float)
    estimate = statistic.estimate()
    there = ~np.isnan(estimate)  # net cooperation is missing where every weight is 0
    periods, values = statistic.periods[there], estimate[there]
    weights = counts[there] if way.weighted else np.ones(len(values))
    needed = max(MIN_PERIODS, 2 * way.min_size)
    silent = int(periods[-1] - periods[0] + 1 - len(periods)) if len(periods) else 0
    looked = {"direction": strand.direction, "periods": len(periods), "silent": silent, "needed": needed}
    nothing = pd.DataFrame(columns=list(MOVER_COLUMNS))
    if len(periods) < needed:
        return [], nothing, looked
    starts = find_changes(values, weights, way.min_size)
    chance = _chance(values, weights, way, seed) if starts else 1.0
    stands = _stand(strand, there, starts, way, seed)
    rows, moved = [], [nothing]
    for number, at in enumerate(starts):
        edges = [0, *starts, len(values)]
        old, new = slice(edges[number], at), slice(at, edges[number + 2])
        levels = [_level(values[part], weights[part], way) for part in (old, new)]
        nearby = periods[max(at - 1, 0) : at + way.min_size]
        movers = find_movers(strand, nearby, int(periods[at]), levels[0][0], levels[1][0], way.measure, way.movers)
        period, previous = labels(periods[[at, at - 1]], way.frequency)
        moved.append(movers.assign(period=period))
        behind = np.isin(strand.period, periods[edges[number] : edges[number + 2]])
        rows.append(
            dict(
                zip(COLUMNS, (period, strand.direction, previous, *levels[0], *levels[1], stands[number], chance,
                              int(behind.sum()), int(strand.reports[behind].sum()), tuple(movers["occurrence"])),
                    strict=True), at=int(periods[at])
            )
        )  # fmt: skip
    noise = estimate_noise(values, weights)
    looked |= {"points": len(starts), "noise": noise, "penalty": penalty_of(noise, len(values)),
               "chance": chance,
               "autocorrelation": _autocorrelate(values, starts)}  # fmt: skip
    return rows, pd.concat(moved[1:], ignore_index=True) if starts else nothing, looked


def _level(values: Floats, weights: Floats, way: _Way) -> tuple[float, float, float]:
    """The mean of a stretch and its t interval."""
    from scipy import stats

    level = float(np.average(values, weights=weights))
    if len(values) < 2:
        return level, np.nan, np.nan
    variance = float(weights @ (values - level) ** 2) / (len(values) - 1) / float(weights.sum())
    reach = float(stats.t.ppf((1 + way.coverage) / 2, len(values) - 1)) * variance**0.5
    bound = _RANGE.get(way.measure, np.inf)
    return level, max(level - reach, -bound), min(level + reach, bound)


def _statistic(strand: Strand, way: _Way) -> tallies.Statistic:
    return tallies.mean(strand) if way.measure == "mean" else tallies.net(strand)


def _stand(
    strand: Strand, there: NDArray[np.bool_], starts: list[int], way: _Way, seed: tuple[int, int]
) -> list[float]:
    """The share of resamples in which each point is found again, give or take a period."""
    if not starts or not way.draws:
        return [np.nan] * len(starts)
    statistic = _statistic(strand, way)
    rng = np.random.default_rng((*seed, 0))
    drawn = rng.poisson(statistic.counts[:, None], (len(statistic.counts), way.draws)).astype(float)
    values = statistic.of(drawn)[there]
    weights = tallies.count(strand).of(drawn)[there] if way.weighted else np.ones(values.shape)
    first = cut_many(values, np.where(np.isnan(values), 0.0, weights), way.min_size).first
    return [float(first[max(at - 1, 0) : at + 2].any(axis=0).mean()) for at in starts]


def _chance(values: Floats, weights: Floats, way: _Way, seed: tuple[int, int]) -> float:
    """The share of shuffled series, the series itself among them, whose cuts gain at least as much."""
    if not way.draws:
        return np.nan
    rng = np.random.default_rng((*seed, 1))
    orders = np.argsort(rng.random((len(values), way.draws)), axis=0)
    orders = np.concatenate([np.arange(len(values))[:, None], orders], axis=1)
    gain = cut_many(values[orders], weights[orders], way.min_size).gain
    return float((gain >= gain[0] - 1e-9).mean())


def _autocorrelate(values: Floats, starts: list[int]) -> float:
    """Correlation of neighbours about their level."""
    parts = np.split(values, starts)
    about = np.concatenate([part - part.mean() for part in parts])
    spread = float(about @ about)
    return float(about[1:] @ about[:-1]) / spread if spread > 0 else np.nan
