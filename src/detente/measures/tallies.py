"""What the occurrences of a period come to: mean, sum, net cooperation, count, quad counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from detente.measures.periods import Numbers
from detente.measures.resampling import Floats
from detente.measures.selection import Strand

QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number for each period, as a function of how often each occurrence counts.

    Attributes:
        periods: numbers of the periods with occurrences, rising.
        counts: how many like occurrences each cell stands for.
        of: takes weights (cells by draws) and gives numbers (periods by draws), missing (nan) where there is nothing.
    """

    periods: Numbers
    counts: Numbers
    of: Callable[[Floats], Floats]

    def estimate(self) -> Floats:
        """The numbers of the record as it is."""
        return self.of(self.counts[:, None].astype(float))[:, 0]


@dataclass(frozen=True, slots=True)
class Cells:
    """Like occurrences of a period taken together.

    Attributes:
        periods: numbers of the periods with occurrences, rising.
        starts: at which cell each period starts.
        day: of each cell; the first of its occurrences' where they are of several.
        score: of each cell.
        counts: how many occurrences each cell stands for.
    """

    periods: Numbers
    starts: Numbers
    day: Numbers
    score: Floats
    counts: Numbers

    def total(self, values: Floats) -> Floats:
        """Sums of cells by period."""
        found: Floats = np.add.reduceat(values, self.starts, axis=0) if len(self.starts) else values[:0]
        return found


def make_cells(strand: Strand, *, by_day: bool = False) -> Cells:
    """Occurrences with the same period and score, and the same day where it matters, as one cell."""
    order = np.lexsort((strand.score, strand.day if by_day else strand.period))
    period, day, score = strand.period[order], strand.day[order], strand.score[order]
    key = day if by_day else period
    new = np.flatnonzero(_changes(key) | _changes(score))
    periods, starts = np.unique(period[new], return_index=True)
    return Cells(periods, starts, day[new], score[new], np.diff(np.append(new, len(order))))


def mean(strand: Strand) -> Statistic:
    """Mean weight of a period's occurrences, in the scale's units and range.

    Source:
        Goldstein (1992), J. Conflict Resolution 36(2), 369-385, who weights the events of a dyad and period so.
    """
    cells = make_cells(strand)
    score = cells.score[:, None]
    return Statistic(cells.periods, cells.counts, lambda w: _share(cells.total(w * score), cells.total(w)))


def total(strand: Strand) -> Statistic:
    """Sum of the weights of a period's occurrences, in the scale's units; it grows with how much is reported.

    Source:
        Goldstein & Freeman (1990), Three-Way Street, who sum weighted events by dyad and month.
    """
    cells = make_cells(strand)
    score = cells.score[:, None]
    return Statistic(cells.periods, cells.counts, lambda w: cells.total(w * score))


def net(strand: Strand) -> Statistic:
    """Net cooperation: (cooperation - conflict) / (cooperation + conflict), from -1 to 1.

    Cooperation is the sum of the weights above 0, conflict that of the weights below it without their sign; on the
    scale "quad" both are counts. Missing where a period has neither.
    """
    cells = make_cells(strand)
    score = cells.score[:, None]
    return Statistic(
        cells.periods, cells.counts, lambda w: _share(cells.total(w * score), cells.total(w * np.abs(score)))
    )


def count(strand: Strand) -> Statistic:
    """Number of occurrences in a period."""
    cells = make_cells(strand)
    return Statistic(cells.periods, cells.counts, cells.total)


def count_quads(strand: Strand) -> pd.DataFrame:
    """Occurrences by quad class: a row for each period with any, indexed by its number; columns as in ``QUADS``."""
    counts = pd.crosstab(strand.period, strand.quad).reindex(columns=range(1, 5), fill_value=0)
    return counts.set_axis(list(QUADS), axis=1)


def _share(part: Floats, whole: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(whole > 0, part / whole, np.nan)


def _changes(values: Numbers | Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Where a value differs from the one before it; the first does."""
    return np.append(np.ones(min(1, len(values)), dtype=bool), values[1:] != values[:-1])
