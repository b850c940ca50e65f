"""The stock: what a relation has built up, each occurrence fading with a half-life."""

from __future__ import annotations

import numpy as np

from detente.measures.periods import Frequency, Numbers, last_day
from detente.measures.resampling import Floats
from detente.measures.selection import Strand
from detente.measures.tallies import Statistic, make_cells

HALF_LIFE = 90.0  # days; a season, for want of an agreed value


def stock(strand: Strand, frequency: Frequency, half_life: float = HALF_LIFE) -> Statistic:
    """Exponentially decayed stock at the end of each period: the sum of w * 2 ** (-age / half-life).

    The age is counted in days from an occurrence to the last day of the period, on which the value stands. Computed by
    recursion, S(t) = S(s) * 2 ** (-(t - s) / half-life) + what came in between.

    Args:
        strand: occurrences.
        frequency: length of a period.
        half_life: days, above 0, after which half of a weight is left.

    Returns:
        In the scale's units, unbounded. The stock starts empty on the day of the first occurrence on record, so that
        its first half-lives understate what was there.

    Raises:
        ValueError: the half-life is not above 0.
    """
    check_half_life(half_life)
    cells = make_cells(strand, by_day=True)
    ends = last_day(cells.periods, frequency)
    sizes = np.diff(np.append(cells.starts, len(cells.day)))
    faded = cells.score * fade(np.repeat(ends, sizes) - cells.day, half_life)
    kept = fade(np.diff(ends), half_life)

    def of(weights: Floats) -> Floats:
        levels = cells.total(weights * faded[:, None])
        for at in range(1, len(levels)):
            levels[at] += kept[at - 1] * levels[at - 1]
        return levels

    return Statistic(cells.periods, cells.counts, of)


def fade(days: Numbers, half_life: float) -> Floats:
    """What is left of 1 after so many days."""
    left: Floats = np.exp2(-days / half_life)
    return left


def check_half_life(half_life: float) -> None:
    """Refuse a half-life that is none.

    Raises:
        ValueError: it is not above 0.
    """
    if not 0 < half_life < np.inf:
        raise ValueError(f"a half-life of {half_life:g} days: give a number above 0")
