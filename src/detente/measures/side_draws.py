"""Resamples of the three sides of a triangle together, so that what all three do at once moves all sides at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from detente.measures.resampling import Floats
from detente.measures.selection import Strand


def draw_sides(
    strands: Sequence[Strand], least: int, draws: int, seed: Sequence[int]
) -> Iterator[tuple[int, list[Floats | None]]]:
    """Mean scores of the sides in each draw, for every period with an occurrence.

    Each draw takes every occurrence as often as a Poisson variable of mean 1 says, as in
    :func:`detente.measures.resampling.percentile_bands`. An occurrence that is on two or three sides, such as a meeting
    of all three, is taken as often on each.

    Args:
        strands: one a side.
        least: a side with fewer occurrences in a period has no draws there.
        draws: how many.
        seed: of the draws; a period has a stream of its own, whatever other periods there are.

    Yields:
        Number of the period, and for each side its mean in each draw (missing in a draw that took none of its
        occurrences), or None.
    """
    for period, cells in _cells(strands).groupby("period"):
        number = int(str(period))
        rng = np.random.default_rng([*seed, number + 1_000_000])
        counts, scores = cells["count"].to_numpy(), cells["score"].to_numpy()
        weights = rng.poisson(counts[:, None], (len(cells), draws)).astype(float)
        found: list[Floats | None] = []
        for side in range(len(strands)):
            on = (cells["sides"].to_numpy() >> side) & 1 == 1
            found.append(_mean(weights[on], scores[on]) if counts[on].sum() >= least else None)
        yield number, found


def _cells(strands: Sequence[Strand]) -> pd.DataFrame:
    """Occurrences of the same period, score and sides (as bits) taken together, with their count."""
    rows = pd.concat(
        [
            pd.DataFrame({"period": strand.period, "occurrence": strand.occurrence, "score": strand.score,
                          "sides": 1 << side})
            for side, strand in enumerate(strands)
        ]
    )  # fmt: skip
    once = rows.groupby(["period", "occurrence", "score"], as_index=False)["sides"].sum()
    return once.groupby(["period", "score", "sides"]).size().reset_index(name="count")


def _mean(weights: Floats, scores: Floats) -> Floats:
    taken = weights.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(taken > 0, scores @ weights / taken, np.nan)
