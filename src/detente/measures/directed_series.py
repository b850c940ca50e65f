"""What each party did to each other one, period by period, without gaps that nobody knows of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

import numpy as np
import pandas as pd

from detente.measures import tallies
from detente.measures.periods import Frequency, Numbers, day_numbers, first_day, last_day, period_of
from detente.measures.scales import Scale
from detente.measures.selection import Strand, select
from detente.measures.tracks import AnyTrack

Flow = Literal["sum", "mean", "net"]
FLOWS: tuple[Flow, ...] = get_args(Flow)


@dataclass(frozen=True, slots=True)
class DirectedSeries:
    """Series of directions side by side.

    Attributes:
        values: periods (numbers) by directions; missing where nothing is known.
        told: the same shape: whether anything of the direction is on record in the period.
        uncovered: periods in between in which the record tells nothing of any of the parties.
        reports: behind the occurrences that entered, each counted once.
        undated: occurrences without a date.
        coarse: occurrences whose date spans more than one period.
        unscored: occurrences that the scale has no weight for.
        elsewhere: occurrences that are not on the track.
    """

    values: pd.DataFrame
    told: pd.DataFrame
    uncovered: int
    reports: int
    undated: int
    coarse: int
    unscored: int
    elsewhere: int


def directed_series(
    frame: pd.DataFrame,
    parties: Sequence[str],
    frequency: Frequency,
    *,
    measure: Flow,
    scale: Scale,
    track: AnyTrack = "all",
    coders: Collection[str] = (),
) -> DirectedSeries:
    """The series of every direction among two or three parties.

    A period is covered where the frame tells anything dated within it, be it of one of the parties and a stranger: the
    source was there. In a covered period the sum of no occurrences is 0, by what a sum is, and as in the series of
    Goldstein and Freeman; the mean of none, and net cooperation, are missing. A period that isn't covered is missing
    whatever the measure. A first or last period whose first or last day the frame doesn't reach is left out of sums:
    they would be of a part of it.

    Args:
        frame: tidy occurrences that touch a party (``Record.frame(touching=parties)``), not only those among them.
        parties: two or three.
        frequency: length of a period.
        measure: "sum" or "mean" of weights, or "net" cooperation.
        scale: of the weights.
        track: only what is on it.
        coders: only what one of them coded; all where none is named.

    Source:
        Goldstein & Freeman (1990), Three-Way Street: Strategic Reciprocity in World Politics, University of Chicago
        Press, who sum weighted events by direction and period.
    """
    covered = _cover(frame, frequency, coders, whole=measure == "sum")
    strands: list[Strand] = []
    left = np.zeros(4, dtype=int)
    reports: dict[str, int] = {}
    for one, other in combinations(parties, 2):
        chosen = select(frame, one, other, frequency, scale=scale, track=track, coders=coders)
        strands += chosen.strands[:2]
        left += [chosen.undated, chosen.coarse, chosen.unscored, chosen.elsewhere]
        both = chosen.strands[2]
        entered = np.isin(both.period, covered)
        reports |= dict(zip(both.occurrence[entered].tolist(), both.reports[entered].tolist(), strict=True))
    grid = np.arange(covered.min(), covered.max() + 1) if len(covered) else covered
    there = np.isin(grid, covered)
    count = {strand.direction: _counted(strand, grid) for strand in strands}
    told = pd.DataFrame(count, index=grid) > 0
    values = pd.DataFrame({strand.direction: _measured(strand, grid, measure) for strand in strands}, index=grid)
    if measure == "sum":
        values = values.mask(values.isna() & there[:, None], 0.0)
    return DirectedSeries(values, told, int((~there).sum()), sum(reports.values()), *map(int, left))


def longest_run(values: pd.DataFrame) -> pd.DataFrame:
    """The longest stretch of periods without anything missing; of equal ones the latest."""
    whole = values.notna().all(axis=1).to_numpy()
    edges = np.flatnonzero(np.diff(np.concatenate([[False], whole, [False]]).astype(int)))
    runs = list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
    first, last = max(runs, key=lambda run: (run[1] - run[0], run[0]), default=(0, 0))
    return values.iloc[first:last]


def _cover(frame: pd.DataFrame, frequency: Frequency, coders: Collection[str], *, whole: bool) -> Numbers:
    """The periods within which anything is dated, rising."""
    rows = frame[frame["coder"].isin(list(coders))] if coders else frame
    rows = rows[(rows["start"].notna() & rows["end"].notna()).to_numpy()]
    starts, ends = day_numbers(rows["start"]), day_numbers(rows["end"])
    periods = period_of(starts, frequency)
    within = periods == period_of(ends, frequency)
    covered = np.unique(periods[within])
    if whole and len(covered) and starts[within].min() > first_day(covered[:1], frequency)[0]:
        covered = covered[1:]
    if whole and len(covered) and ends[within].max() < last_day(covered[-1:], frequency)[0]:
        covered = covered[:-1]
    return covered


def _counted(strand: Strand, grid: Numbers) -> pd.Series[int]:
    periods, counts = np.unique(strand.period, return_counts=True)
    return pd.Series(counts, index=periods, dtype="int64").reindex(grid, fill_value=0)


def _measured(strand: Strand, grid: Numbers, measure: Flow) -> pd.Series[float]:
    by_name = {"sum": tallies.total, "mean": tallies.mean, "net": tallies.net}
    statistic = by_name[measure](strand)
    return pd.Series(statistic.estimate(), index=statistic.periods, dtype=float).reindex(grid)
