"""The index of a relation: how cooperative or conflictual what happened in each period was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np
import pandas as pd

from detente.measures import tallies
from detente.measures.bounded import BOUND, bounded, check_bounded, grade
from detente.measures.periods import Frequency, Numbers, labels, last_day
from detente.measures.resampling import Floats, percentile_bands
from detente.measures.scales import Scale, find_scale
from detente.measures.selection import Selection, Strand, select, streams
from detente.measures.stock import HALF_LIFE, check_half_life, fade, stock
from detente.measures.tracks import AnyTrack

Measure = Literal["mean", "sum", "net", "count", "quad", "stock", "bounded"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
COLUMNS = ("period", "direction", "mean", "count", "reports")
_COARSER: tuple[Frequency, ...] = ("month", "quarter", "year")
_UNWEIGHED: frozenset[Measure] = frozenset({"count", "quad"})
_LEVELS: frozenset[Measure] = frozenset({"stock", "bounded"})
_RATIOS: frozenset[Measure] = frozenset({"mean", "net"})


@dataclass(frozen=True, slots=True)
class Index:
    """An index with what it leaves out.

    Attributes:
        rows: see :func:`index`.
        undated: occurrences without a date.
        coarse: occurrences whose date spans more than one period.
        frequency: length of a period.
        measure: what was measured.
        scale: on which scale; None where occurrences are only counted.
        track: on which track.
        unscored: occurrences that the scale has no weight for.
        elsewhere: occurrences that are not on the track.
        coders: how many occurrences come from each coder.
    """

    rows: pd.DataFrame
    undated: int
    coarse: int
    frequency: Frequency = "month"
    measure: Measure = "mean"
    scale: str | None = "plover"
    track: AnyTrack = "all"
    unscored: int = 0
    elsewhere: int = 0
    coders: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Way:
    """How to measure: see :func:`index` for its attributes."""

    frequency: Frequency
    measure: Measure
    scale: Scale
    half_life: float
    initial: float
    unit: float
    draws: int
    seed: int
    coverage: float


def index(
    frame: pd.DataFrame,
    one: str,
    other: str,
    frequency: Frequency = "month",
    *,
    measure: Measure = "mean",
    scale: str | Scale | None = None,
    track: AnyTrack = "all",
    coders: Collection[str] = (),
    half_life: float = HALF_LIFE,
    initial: float = 0.0,
    unit: float = 1.0,
    draws: int = 0,
    seed: int = 0,
    coverage: float = 0.95,
) -> Index:
    """What happened between two parties in numbers, period by period, each way and together.

    Args:
        frame: tidy occurrences (:func:`detente.measures.frames.tidy`, ``Store.frame``).
        one: a party: ISO 3166 alpha-3, or an organisation.
        other: the other one.
        frequency: length of a period; weeks end on Sunday.
        measure: "mean" and "sum" of the weights; "net", cooperation less conflict as a share of both, -1 to 1;
            "count"; "quad", counts by quad class; "stock", the decayed sum at the end of the period; "bounded", the
            cumulative score of Yan and Zhou at the end of the period, -9 to 9. Their definitions:
            :mod:`detente.measures.tallies`, :mod:`detente.measures.stock`, :mod:`detente.measures.bounded`.
        scale: "plover", "goldstein", "quad" or a file (:func:`detente.measures.scales.find_scale`); where none is
            named, "quad" for net cooperation, which then compares counts, and "plover" for the rest; of no account
            for counts.
        track: only what is on it (:func:`detente.measures.tracks.assign_tracks`).
        coders: only what one of them coded, "detente" or a source that was imported; all where none is named.
        half_life: of the stock, in days.
        initial: of the bounded score: where the relation stood before what is on record, -9 to 9.
        unit: of the bounded score: the impact of an occurrence with the scale's greatest weight.
        draws: of the bootstrap (:func:`detente.measures.resampling.percentile_bands`); 0 for no bands.
        seed: of the bootstrap.
        coverage: of its bands.

    Returns:
        Rows in order of period, one for each direction: ``period`` (ISO 8601: 2024-07-26, 2024-07, 2024-Q3, 2024; a
        week by its first day), ``direction`` ("CHN>JPN", "JPN>CHN", and "CHN-JPN" for the relation, in which an
        occurrence counts once; one in which both act together counts in either direction), the measure under its name
        (for "quad" a column for each class as in :data:`detente.measures.tallies.QUADS`; for "bounded" also
        ``grade``), with bands ``low`` and ``high``, ``count`` (occurrences), ``reports``. Where nothing is on record
        the measure is missing, never zero, and the count 0; a stock goes on fading and a bounded score stands still
        there, and both are missing before the first occurrence. The bands of a mean and of net cooperation are
        missing where a period has fewer than two occurrences, and quad counts have none. Only what happened counts,
        and only where its date lies within one period.

    Raises:
        ValueError: there is no such measure or track, or a number is out of range.
        InputError: there is no such scale.

    Source:
        Scores: PLOVER Coding Manual. The mean by dyad and period follows Goldstein (1992), J. Conflict Resolution
        36(2), 369-385, who weights events so.
    """
    if measure not in MEASURES:
        raise ValueError(f"no measure is called {measure!r}; there are {', '.join(MEASURES)}")
    check_half_life(half_life)
    check_bounded(initial, unit)
    name = scale or ("quad" if measure == "net" else "plover")
    found = name if isinstance(name, Scale) else find_scale(name)
    weighed = None if measure in _UNWEIGHED else found
    selection = select(frame, one, other, frequency, scale=weighed, track=track, coders=coders)
    return Index(
        rows=_rows(selection, _Way(frequency, measure, found, half_life, initial, unit, draws, seed, coverage)),
        undated=selection.undated,
        coarse=selection.coarse,
        frequency=frequency,
        measure=measure,
        scale=weighed.name if weighed else None,
        track=track,
        unscored=selection.unscored,
        elsewhere=selection.elsewhere,
        coders=selection.coders,
    )


def index_to_fit(frame: pd.DataFrame, one: str, other: str, most: int) -> Index:
    """The index by month, or by quarter or year where there would be more than so many periods.

    Args:
        frame: tidy occurrences.
        one: a party.
        other: the other one.
        most: at most this many periods; by year, there may be more.
    """
    for frequency in _COARSER:
        found = index(frame, one, other, frequency)
        if found.rows["period"].nunique() <= most:
            break
    return found


def columns_of(measure: Measure, bands: bool = False) -> tuple[str, ...]:
    """The columns of an index, in order."""
    numbers = tallies.QUADS if measure == "quad" else (measure,)
    extra = ("grade",) * (measure == "bounded") + ("low", "high") * (bands and measure != "quad")
    counts = ("reports",) if measure == "count" else ("count", "reports")
    return ("period", "direction", *numbers, *extra, *counts)


def _rows(selection: Selection, way: _Way) -> pd.DataFrame:
    """Every period from the first to the last, those without anything on record shown as missing."""
    relation = selection.strands[2].period
    grid = np.arange(relation.min(), relation.max() + 1) if len(relation) else relation
    numbered = zip(selection.strands, streams(selection.strands), strict=True)
    parts = [_fill(strand, grid, way, (way.seed, stream)) for strand, stream in numbered]
    rows = pd.concat(parts).sort_index(kind="stable")  # periods in order, directions as they were within each
    rows["period"] = np.repeat(np.array(labels(grid, way.frequency), dtype=object), len(parts))
    rows = rows.reset_index(drop=True).astype({"period": str, "direction": str})
    return rows[list(columns_of(way.measure, way.draws > 0))]


def _fill(strand: Strand, grid: Numbers, way: _Way, seed: tuple[int, int]) -> pd.DataFrame:
    """A row for each period of the grid."""
    place = strand.period - grid[0] if len(grid) else strand.period
    rows = pd.DataFrame(
        {
            "direction": strand.direction,
            "count": np.bincount(place, minlength=len(grid)),
            "reports": np.bincount(place, weights=strand.reports, minlength=len(grid)).astype(int),
        },
        index=grid,
    )
    if way.measure == "quad":
        return rows.join(tallies.count_quads(strand).reindex(grid, fill_value=0))
    for name, values in _measure(strand, way, seed).items():
        column = pd.Series(values[1], index=values[0], dtype=float).reindex(grid)
        rows[name] = _carry(column, strand, grid, way) if way.measure in _LEVELS else column
    if way.measure == "count":
        rows["count"] = np.bincount(place, minlength=len(grid))
    if way.draws and way.measure in _RATIOS:
        rows.loc[rows["count"] < 2, ["low", "high"]] = np.nan
    if way.measure == "bounded":
        rows["grade"] = [None if np.isnan(value) else grade(value) for value in rows["bounded"]]
    return rows


def _measure(strand: Strand, way: _Way, seed: tuple[int, int]) -> dict[str, tuple[Numbers, Floats]]:
    """The measure, and its bands where they are wanted, with the periods that each is of."""
    statistic = _statistic(strand, way)
    found = {str(way.measure): (statistic.periods, statistic.estimate())}
    if way.draws:
        low, high = percentile_bands(statistic.of, statistic.counts, way.draws, seed, way.coverage)
        found |= {"low": (statistic.periods, low), "high": (statistic.periods, high)}
    return found


def _statistic(strand: Strand, way: _Way) -> tallies.Statistic:
    if way.measure == "stock":
        return stock(strand, way.frequency, way.half_life)
    if way.measure == "bounded":
        return bounded(strand, way.scale.top, way.initial, way.unit)
    by_name: dict[str, Callable[[Strand], tallies.Statistic]] = {
        "mean": tallies.mean,
        "sum": tallies.total,
        "net": tallies.net,
        "count": tallies.count,
    }
    return by_name[way.measure](strand)


def _carry(values: pd.Series[float], strand: Strand, grid: Numbers, way: _Way) -> pd.Series[float]:
    """A level in periods without occurrences: a stock fades on, a bounded score stays."""
    carried = values.ffill()
    if way.measure == "bounded":
        return carried.clip(-BOUND, BOUND)
    ends = last_day(grid, way.frequency)
    known = pd.Series(ends, index=grid, dtype=float).where(values.notna()).ffill()
    since = (pd.Series(ends, index=grid) - known).fillna(0).to_numpy(dtype=np.int64)
    return carried * fade(since, way.half_life)
