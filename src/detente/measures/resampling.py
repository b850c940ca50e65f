"""How far a number would move, had the record caught other occurrences of the same kind."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_AT_ONCE = 2_000_000  # weights in memory at a time, so that a long record doesn't fill it


def percentile_bands(
    statistic: Callable[[Floats], Floats],
    counts: NDArray[np.int64],
    draws: int,
    seed: int | tuple[int, ...],
    coverage: float = 0.95,
) -> tuple[Floats, Floats]:
    """The percentile bootstrap of several numbers at once, over occurrences.

    Each draw takes every occurrence as often as a Poisson variable of mean 1 says: an occurrence may be
    missing, or stand there twice, and their number varies as well as their kind. Like occurrences are drawn together,
    because the sum of Poisson variables is one.

    Args:
        statistic: takes weights (cells by draws) and gives numbers (numbers by draws), missing (nan) where a draw has
            none.
        counts: how many like occurrences each cell stands for.
        draws: how many times, 1 or more.
        seed: the same seed gives the same bands.
        coverage: share of the draws between the bands, above 0 and below 1.

    Returns:
        Lower and upper band, one for each number; missing where no draw has any.

    Raises:
        ValueError: there is no draw, or the coverage is none.

    Source:
        Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13 (percentile); Hanley & MacGibbon (2006),
        "Creating non-parametric bootstrap samples using Poisson frequencies", Computer Methods and Programs in
        Biomedicine 83, 57-62.
    """
    if draws < 1 or not 0 < coverage < 1:
        raise ValueError(f"{draws} draws and a coverage of {coverage:g}: give 1 or more, and a share between 0 and 1")
    rng = np.random.default_rng(seed)
    step = max(1, min(draws, _AT_ONCE // max(1, len(counts))))
    mean = counts.astype(float)[:, None] if (counts != 1).any() else 1.0
    drawn = [
        statistic(rng.poisson(mean, (len(counts), min(step, draws - at))).astype(float)) for at in range(0, draws, step)
    ]
    tail = (1 - coverage) / 2
    low, high = _quantiles(np.concatenate(drawn, axis=1), (tail, 1 - tail))
    return low, high


def _quantiles(values: Floats, shares: tuple[float, float]) -> Floats:
    """Quantiles of each row's numbers that are there; many times as fast as :func:`numpy.nanquantile`."""
    ranked = np.sort(values, axis=1)  # the missing come last
    there = np.count_nonzero(~np.isnan(ranked), axis=1)
    at = np.array(shares)[:, None] * np.maximum(there - 1, 0)
    below = np.floor(at).astype(int)
    above = np.minimum(below + 1, np.maximum(there - 1, 0))
    rows = np.arange(len(ranked))
    low, high = ranked[rows, below], ranked[rows, above]
    found: Floats = low + (high - low) * (at - below)
    return found
