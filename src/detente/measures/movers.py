"""Which occurrences moved a level."""

from __future__ import annotations

import numpy as np
import pandas as pd

from detente.measures.periods import Numbers
from detente.measures.selection import Strand

MOVER_COLUMNS = ("period", "direction", "occurrence", "day", "score", "moved", "reports")


def find_movers(
    strand: Strand, nearby: Numbers, start: int, before: float, after: float, measure: str, most: int
) -> pd.DataFrame:
    """The occurrences around a turning point that pull the most from the old level towards the new one.

    Args:
        strand: occurrences of the direction.
        nearby: the periods to look in.
        start: the first period of the new level; of equals, what lies nearest to it comes first.
        before: the old level.
        after: the new one.
        measure: "mean" or "net", whose level it is.
        most: how many at most.

    Returns:
        The strongest first: ``period`` (to be filled in), ``direction``, ``occurrence`` (id), ``day`` (since
        1970-01-01), ``score`` (on the scale), ``moved``: how far it lies from the old level on the side of the new
        one; above 0. For a mean that is its weight less the level; for net cooperation abs(w) * (sign(w) - level), to
        which the move of the ratio by one occurrence is proportional. ``reports`` behind it.
    """
    here = np.isin(strand.period, nearby)
    score = strand.score[here]
    away = score - before if measure == "mean" else np.abs(score) * (np.sign(score) - before)
    rows = pd.DataFrame(
        {
            "period": None,
            "direction": strand.direction,
            "occurrence": strand.occurrence[here],
            "day": strand.day[here],
            "score": score,
            "moved": away * np.sign(after - before),
            "reports": strand.reports[here],
            "distance": np.abs(strand.period[here] - start),
        }
    )
    rows = rows[rows["moved"] > 1e-9].sort_values(
        ["moved", "reports", "distance", "day", "occurrence"], ascending=[False, False, True, True, True], kind="stable"
    )
    return rows.head(most)[list(MOVER_COLUMNS)].reset_index(drop=True)
