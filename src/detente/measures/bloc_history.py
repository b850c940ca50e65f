"""Camps over time: the same number for the same camp, as far as its members stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from detente.measures.blocs import Blocs, blocs, signed_network
from detente.measures.matrix import add_up_by_period
from detente.measures.periods import Frequency


@dataclass(frozen=True, slots=True)
class BlocHistory:
    """Camps period by period.

    Attributes:
        periods: of each period with any occurrence among the states, its camps; without members where no pair has
            enough occurrences.
        undated: occurrences without a date.
        coarse: occurrences whose date spans more than one period.
    """

    periods: Mapping[str, Blocs]
    undated: int
    coarse: int


def blocs_by_period(
    frame: pd.DataFrame,
    frequency: Frequency,
    parties: Sequence[str],
    *,
    value: str = "mean",
    neutral: float = 0.0,
    least: int = 5,
    weighted: bool = False,
    camps: int | None = 2,
    seconds: float = 30.0,
    seed: int = 0,
) -> BlocHistory:
    """The camps that leave the least frustration, in each period.

    Args:
        frame: tidy occurrences.
        frequency: length of a period.
        parties: the states.
        value: see :func:`detente.measures.blocs.signed_network`, as for ``neutral``, ``least`` and ``weighted``.
        neutral: what divides friends from foes, the same in every period.
        least: a relation needs so many occurrences in a period.
        weighted: weigh a relation by how far its value is from neutral.
        camps: see :func:`detente.measures.blocs.blocs`, as for ``seconds`` (of each period) and ``seed``.
        seconds: for the proof.
        seed: of the search.

    Returns:
        The camps of each period, numbered so that as many states as can be keep their number from the period before
        that has any; in the first, the largest is 1.
    """
    among = frame[frame["source"].isin(list(parties)) & frame["target"].isin(list(parties))]
    added = add_up_by_period(among, frequency)
    found: dict[str, Blocs] = {}
    before: dict[str, int] = {}
    for period, pairs in added.rows.groupby("period", sort=False):
        relations = signed_network(pairs, parties, value=value, neutral=neutral, least=least, weighted=weighted)
        told = _keep_numbers(blocs(relations, parties, seed, camps=camps, seconds=seconds), before, camps)
        found[str(period)] = told
        before |= dict(zip(told.members["party"], told.members["camp"], strict=True))
    return BlocHistory(found, added.undated, added.coarse)


def _keep_numbers(found: Blocs, before: Mapping[str, int], camps: int | None) -> Blocs:
    """Camps renumbered to agree with those before; states of different networks are renumbered apart."""
    from scipy.optimize import linear_sum_assignment

    members, fresh = found.members, found.members["camp"].copy()
    for _, inside in members.groupby("network"):
        own = sorted(inside["camp"].unique())
        most = camps or max([len(members), *before.values()])
        agree = np.zeros((len(own), most))
        for party, camp in zip(inside["party"], inside["camp"], strict=True):
            if (known := before.get(party)) is not None:
                agree[own.index(camp), known - 1] += 1
        # Where nobody was there before, a camp keeps its own number rather than another.
        agree[np.arange(len(own)), [camp - 1 for camp in own]] += 0.5 / (1 + len(inside))
        rows, columns = linear_sum_assignment(agree, maximize=True)
        names = {own[row]: int(column) + 1 for row, column in zip(rows, columns, strict=True)}
        fresh[inside.index] = inside["camp"].map(names)
    order = ["network", "camp", "margin", "party"]
    renumbered = members.assign(camp=fresh).sort_values(order, ascending=[True, True, False, True], ignore_index=True)
    return replace(found, members=renumbered)
