"""What of a frame counts between two parties: each direction and the relation, in the order of dates."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from detente.measures.periods import Frequency, Numbers, day_numbers, period_of
from detente.measures.scales import Scale, score
from detente.measures.tracks import AnyTrack, on_track

_USED = frozenset({"occurrence", "start", "end", "modality", "source", "root", "mode", "quad", "score", "reports",
                   "coder", "goldstein", "cameo", "contexts"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Strand:
    """Occurrences of one direction or of the relation, by day.

    Attributes:
        direction: "CHN>JPN", or "CHN-JPN" for the relation, in which an occurrence counts once.
        occurrence: ids.
        period: numbers of periods (:func:`detente.measures.periods.period_of`).
        day: since 1970-01-01; the middle of a date that is coarser than a day.
        score: on the scale.
        quad: quad class, 1 to 4; 0 where PLOVER has no type for it.
        reports: how many stand behind each.
    """

    direction: str
    occurrence: NDArray[np.object_]
    period: Numbers
    day: Numbers
    score: NDArray[np.float64]
    quad: Numbers
    reports: Numbers


@dataclass(frozen=True, slots=True)
class Selection:
    """The strands of a relation, and what is not in them.

    Attributes:
        strands: one to other, other to one, the relation.
        elsewhere: occurrences that are not on the track asked for.
        undated: occurrences without a date.
        coarse: occurrences whose date spans more than one period.
        unscored: occurrences that the scale has no weight for.
        coders: how many occurrences in the strands come from each coder.
    """

    strands: tuple[Strand, Strand, Strand]
    elsewhere: int
    undated: int
    coarse: int
    unscored: int
    coders: Mapping[str, int]


def select(
    frame: pd.DataFrame,
    one: str,
    other: str,
    frequency: Frequency,
    *,
    scale: Scale | None,
    track: AnyTrack = "all",
    coders: Collection[str] = (),
    modalities: Collection[str] = ("happened",),
) -> Selection:
    """What counts between two parties.

    Args:
        frame: tidy occurrences (:func:`detente.measures.frames.tidy`, ``Store.frame``).
        one: a party: ISO 3166 alpha-3, or an organisation.
        other: the other one.
        frequency: length of a period; only what is dated to one counts.
        scale: only what it has a weight for counts; None where nothing is weighed.
        track: only what is on it counts.
        coders: only what one of them coded; all where none is named. A frame without the column has one coder, detente.
        modalities: only these count.
    """
    between = _between(frame, one, other)
    asked = frame.loc[between, [name for name in frame if name in _USED]]
    asked = asked.assign(number=pd.factorize(asked["occurrence"])[0])  # quicker to compare than ids
    asked = asked[asked["modality"].isin(list(modalities)).to_numpy()]
    if coders:
        asked = asked[_coder(asked).isin(list(coders)).to_numpy()]
    tracked = asked[on_track(asked, track)]
    dated = tracked[(tracked["start"].notna() & tracked["end"].notna()).to_numpy()]
    starts, ends = day_numbers(dated["start"]), day_numbers(dated["end"])
    periods = period_of(starts, frequency)
    within = periods == period_of(ends, frequency)
    fine = dated[within].assign(day=((starts + ends) // 2)[within], period=periods[within])
    weighed = fine.assign(weight=score(fine, scale) if scale else 0.0)
    weighed = weighed[weighed["weight"].notna().to_numpy()]
    left = [_count(rows) for rows in (asked, tracked, dated, fine, weighed)]
    elsewhere, undated, coarse, unscored = (more - fewer for more, fewer in pairwise(left))
    return Selection(
        strands=_strands(weighed, one, other),
        elsewhere=elsewhere,
        undated=undated,
        coarse=coarse,
        unscored=unscored,
        coders=_count_coders(weighed),
    )


def streams(strands: tuple[Strand, Strand, Strand]) -> tuple[int, int, int]:
    """A stream of random numbers for each strand, the same whichever party is named first."""
    forward, backward, _ = (strand.direction for strand in strands)
    return (0, 1, 2) if forward < backward else (1, 0, 2)


def _strands(rows: pd.DataFrame, one: str, other: str) -> tuple[Strand, Strand, Strand]:
    kept = ["occurrence", "number", "source", "day", "period", "weight", "quad", "reports"]
    rows = rows[kept].sort_values("day", kind="stable")
    forward = (rows["source"] == one).to_numpy()
    first = ~rows["number"].duplicated().to_numpy()
    return (
        _strand(rows[forward], f"{one}>{other}"),
        _strand(rows[~forward], f"{other}>{one}"),
        _strand(rows[first], f"{one}-{other}"),
    )


def _strand(rows: pd.DataFrame, direction: str) -> Strand:
    return Strand(
        direction,
        rows["occurrence"].to_numpy(dtype=object),
        rows["period"].to_numpy(dtype=np.int64),
        rows["day"].to_numpy(dtype=np.int64),
        rows["weight"].to_numpy(dtype=np.float64),
        rows["quad"].fillna(0).to_numpy(dtype=np.int64),
        rows["reports"].to_numpy(dtype=np.int64),
    )


def _between(frame: pd.DataFrame, one: str, other: str) -> NDArray[np.bool_]:
    source, target = frame["source"], frame["target"]
    forward = (source == one).to_numpy(dtype=bool) & (target == other).to_numpy(dtype=bool)
    backward = (source == other).to_numpy(dtype=bool) & (target == one).to_numpy(dtype=bool)
    return forward | backward


def _coder(rows: pd.DataFrame) -> pd.Series[str]:
    return rows["coder"] if "coder" in rows else pd.Series("detente", index=rows.index)


def _count(rows: pd.DataFrame) -> int:
    return int(rows["number"].nunique())


def _count_coders(rows: pd.DataFrame) -> dict[str, int]:
    counts = _coder(rows)[~rows["number"].duplicated().to_numpy()].value_counts()
    return {str(coder): int(count) for coder, count in counts.items() if count}
