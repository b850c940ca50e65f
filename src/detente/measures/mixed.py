"""Mixed signals: cooperation and conflict side by side."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from detente.measures import tallies
from detente.measures.periods import Frequency, labels
from detente.measures.resampling import percentile_bands
from detente.measures.scales import Scale, find_scale
from detente.measures.selection import Strand, select, streams
from detente.measures.tracks import AnyTrack

COLUMNS = ("period", "direction", "mixed", "low", "high", "cooperation", "conflict", "cooperative", "conflictual",
           "reports", "pairs")  # fmt: skip


@dataclass(frozen=True, slots=True)
class MixedSignals:
    """Mixed signals with what they leave out.

    Attributes:
        rows: see :func:`mixed_signals`.
        undated: occurrences without a date.
        coarse: occurrences whose date spans more than one period.
        unscored: occurrences that the scale has no weight for.
        elsewhere: occurrences that are not on the track.
    """

    rows: pd.DataFrame
    undated: int
    coarse: int
    unscored: int
    elsewhere: int


def mixed_signals(
    frame: pd.DataFrame,
    one: str,
    other: str,
    frequency: Frequency = "month",
    *,
    scale: str | Scale = "plover",
    track: AnyTrack = "all",
    coders: Collection[str] = (),
    modalities: Collection[str] = ("happened",),
    pairs: int = 3,
    draws: int = 0,
    seed: int = 0,
    coverage: float = 0.95,
) -> MixedSignals:
    """How far cooperation and conflict stand side by side in a period and a direction: 1 - abs(c - k) / (c + k).

    c is the sum of the weights above 0, k that of the weights below it without their sign.

    Args:
        frame: tidy occurrences.
        one: a party.
        other: the other one.
        frequency: the window: within it signals count as side by side.
        scale: see :func:`detente.measures.scales.find_scale`.
        track: only what is on it.
        coders: only what one of them coded; all where none is named.
        modalities: which occurrences are signals; with "planned" also what was announced.
        pairs: how many contradictions to name at most.
        draws: of the bootstrap over occurrences; 0 for no bands.
        seed: of the bootstrap.
        coverage: of its bands.

    Returns:
        Rows in order of period, for each direction and the relation, where anything is on record: ``period``,
        ``direction``, ``mixed`` (0 where all signals are of one kind, 1 where both kinds weigh the same; missing
        where nothing has a weight other than 0), ``low``, ``high`` (missing without draws and below two occurrences),
        ``cooperation`` (c), ``conflict`` (k), ``cooperative``, ``conflictual`` (how many of each), ``reports``,
        ``pairs``: ids of a cooperative and a conflictual occurrence each, the strongest with the strongest.

    Raises:
        ValueError: there is no such track.
        InputError: there is no such scale.

    Source:
        Ours; c and k as in Goldstein (1992). Unlike net cooperation it doesn't tell a warm month from a cold one, and
        it can't tell a change of course within the period from two messages at once: a finer period can.
    """
    weights = scale if isinstance(scale, Scale) else find_scale(scale)
    selection = select(
        frame, one, other, frequency, scale=weights, track=track, coders=coders, modalities=modalities
    )  # fmt: skip
    numbered = zip(selection.strands, streams(selection.strands), strict=True)
    parts = [
        _measure(strand, pairs, draws, (seed, stream), coverage).assign(direction=strand.direction)
        for strand, stream in numbered
    ]
    rows = pd.concat(parts).sort_index(kind="stable")
    rows["period"] = np.array(labels(rows.index.to_numpy(dtype=np.int64), frequency), dtype=object)
    return MixedSignals(
        rows=rows.reset_index(drop=True)[list(COLUMNS)],
        undated=selection.undated,
        coarse=selection.coarse,
        unscored=selection.unscored,
        elsewhere=selection.elsewhere,
    )


def _measure(strand: Strand, pairs: int, draws: int, seed: tuple[int, int], coverage: float) -> pd.DataFrame:
    """A row for each period with anything on record, indexed by the period's number."""
    net = tallies.net(strand)
    good, bad = np.maximum(strand.score, 0), np.maximum(-strand.score, 0)
    frame = pd.DataFrame(
        {"cooperation": good, "conflict": bad, "cooperative": good > 0, "conflictual": bad > 0,
         "reports": strand.reports}
    )  # fmt: skip
    rows = frame.groupby(strand.period).sum()
    rows["mixed"] = 1 - np.abs(net.estimate())
    rows["low"], rows["high"] = np.nan, np.nan
    if draws:
        low, high = percentile_bands(lambda w: 1 - np.abs(net.of(w)), net.counts, draws, seed, coverage)
        enough = np.bincount(strand.period - net.periods[0])[net.periods - net.periods[0]] > 1 if len(low) else low > 0
        rows["low"], rows["high"] = np.where(enough, low, np.nan), np.where(enough, high, np.nan)
    ranked = _rank(strand)
    named = [_pair(ranked, period, pairs) for period in rows.index]
    return rows.assign(pairs=pd.Series(named, index=rows.index, dtype=object))


def _rank(strand: Strand) -> dict[tuple[int, bool], list[str]]:
    """Ids by period and by whether they are cooperative: the strongest first, of equals the newest."""
    ranked: dict[tuple[int, bool], list[str]] = {}
    order = np.lexsort((strand.occurrence.astype(str), -strand.day, -np.abs(strand.score)))
    for at in order[strand.score[order] != 0].tolist():
        ranked.setdefault((int(strand.period[at]), bool(strand.score[at] > 0)), []).append(strand.occurrence[at])
    return ranked


def _pair(ranked: dict[tuple[int, bool], list[str]], period: int, most: int) -> tuple[tuple[str, str], ...]:
    good, bad = ranked.get((period, True), []), ranked.get((period, False), [])
    return tuple(zip(good[:most], bad[:most], strict=False))
