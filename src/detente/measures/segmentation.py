"""A series cut into stretches of one level each, and many series at once for resampling."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.measures.resampling import Floats

_AT_ONCE = 4_000_000  # costs in memory at a time


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where series change their level.

    Attributes:
        first: periods by series: whether a new level starts with this period.
        gain: of each series: how far its cuts lower the penalised cost, in units of the noise's variance; 0 without
            a cut. What two series gain can be compared.
    """

    first: NDArray[np.bool_]
    gain: Floats


def estimate_noise(values: Floats, weights: Floats) -> float:
    """The standard deviation of one value of weight 1, from differences of neighbours.

    A change of level enters one difference only, so that the estimate hardly sees it. The usual median of absolute
    deviations was tried and dropped: scores have heavy tails, and on 52 values of Student's t with 3 degrees of freedom
    it led to a change point in 40% of series that had none, where the differences' mean square led to 11%.

    Args:
        values: in order of time, none missing.
        weights: of each, above 0; a value of weight w has the variance of w values taken together.

    Returns:
        0 or more; 0 where there are fewer than two values.

    Source:
        Rice (1984), "Bandwidth choice for nonparametric regression", Annals of Statistics 12(4), 1215-1230.
    """
    if len(values) < 2:
        return 0.0
    spread = np.diff(values) ** 2 / (1 / weights[1:] + 1 / weights[:-1])
    return float(np.sqrt(spread.mean()))


def penalty_of(noise: float, periods: int) -> float:
    """What one change point has to save: 2 * variance * log(n), BIC for a level and a place more.

    Source:
        Yao (1988), "Estimating the number of change-points via Schwarz' criterion", Statistics & Probability Letters
        6, 181-189; Killick, Fearnhead & Eckley (2012), JASA 107, 1590-1598.
    """
    return 2 * noise**2 * float(np.log(max(periods, 2)))


def find_changes(values: Floats, weights: Floats, min_size: int) -> list[int]:
    """The positions at which a new level starts: the cut of least squared error and penalty.

    Args:
        values: in order of time, none missing.
        weights: of each, above 0.
        min_size: a stretch has at least so many values.

    Returns:
        Rising; empty where one level fits best, or where the values don't vary.

    Source:
        PELT: Killick, Fearnhead & Eckley (2012), "Optimal detection of changepoints with a linear computational cost",
        JASA 107(500), 1590-1598, as in ruptures (Truong, Oudre & Vayatis 2020, Signal Processing 167). Values that
        weigh unlike, which ruptures doesn't know, are cut by :func:`cut_many`, which finds the same optimum.
    """
    import ruptures

    penalty = penalty_of(estimate_noise(values, weights), len(values))
    if penalty == 0 or len(values) < 2 * min_size:
        return []
    if (weights != 1).any():
        return [int(at) for at in np.flatnonzero(cut_many(values[:, None], weights[:, None], min_size).first[:, 0])]
    found = ruptures.KernelCPD(kernel="linear", min_size=min_size).fit(values.reshape(-1, 1)).predict(pen=penalty)
    return [int(at) for at in found[:-1]]


def cut_many(values: Floats, weights: Floats, min_size: int) -> Cuts:
    """Cut many series of the same periods at once, each with its own noise and penalty.

    Args:
        values: periods by series.
        weights: periods by series; 0 where a series has no value.
        min_size: a stretch has at least so many values that are there.

    Source:
        Optimal partitioning: Jackson et al. (2005), "An algorithm for optimal partitioning of data on an interval",
        IEEE Signal Processing Letters 12(2), 105-108.
    """
    periods, series = values.shape
    step = max(1, _AT_ONCE // max(1, periods))
    parts = [_cut(values[:, at : at + step], weights[:, at : at + step], min_size) for at in range(0, series, step)]
    return Cuts(np.concatenate([part.first for part in parts], axis=1), np.concatenate([part.gain for part in parts]))


def _cut(values: Floats, weights: Floats, min_size: int) -> Cuts:
    periods, series = values.shape
    there = weights > 0
    known = np.where(there, values, 0.0)
    noises = [estimate_noise(known[on, at], weights[on, at]) for at, on in enumerate(there.T)]
    penalty = np.array([penalty_of(noise, int(on.sum())) for noise, on in zip(noises, there.T, strict=True)])
    weight, total, number = (_cumulate(part) for part in (weights, weights * known, there))
    kept, back = np.full((periods + 1, series), np.inf), np.zeros((periods + 1, series), dtype=np.int64)
    kept[0] = -penalty  # the least cost of what comes before a place, less the squares up to there
    every = np.arange(series)
    for end in range(min_size, periods + 1):
        before = slice(0, end - min_size + 1)
        explained = total[end] - total[before]
        explained *= explained
        with np.errstate(invalid="ignore", divide="ignore"):
            explained /= weight[end] - weight[before]
        costs = np.subtract(kept[before], explained, out=explained)
        costs[number[end] - number[before] < min_size] = np.inf
        back[end] = np.argmin(costs, axis=0)
        kept[end] = costs[back[end], every] + penalty
    whole = -np.divide(total[-1] ** 2, weight[-1], out=np.zeros(series), where=weight[-1] > 0)
    varied = (penalty > 0) & np.isfinite(kept[-1])
    gain = np.divide(whole - kept[-1], np.square(noises), out=np.zeros(series), where=varied)
    return Cuts(_trace(back, varied, there), np.maximum(gain, 0.0))


def _trace(back: NDArray[np.int64], varied: NDArray[np.bool_], there: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which periods start a level, read from the end; a level starts with a value that is there."""
    periods, series = there.shape
    places = np.where(there, np.arange(periods)[:, None], periods)
    following = np.minimum.accumulate(places[::-1], axis=0)[::-1]
    first = np.zeros((periods + 1, series), dtype=bool)
    at, every = np.where(varied, periods, 0), np.arange(series)
    while (at > 0).any():
        at = back[at, every]  # 0 stays 0
        start = following[at, every]
        first[np.where(at > 0, start, periods), every] = True
    return first[:periods]


def _cumulate(values: NDArray[np.float64] | NDArray[np.bool_]) -> Floats:
    return np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0, dtype=float)])
