"""The bounded cumulative score of Yan Xuetong and Zhou Fangyin, and its six grades."""

from __future__ import annotations

import numpy as np

from detente.measures.resampling import Floats
from detente.measures.selection import Strand
from detente.measures.tallies import Statistic

BOUND = 9.0
GRADES = ("confrontation", "tension", "discord", "ordinary", "good", "friendly")
_NOTHING_LEFT = -700.0  # exp of it is as good as 0, and unlike the logarithm of 0 it can be multiplied


def bounded(strand: Strand, top: float, initial: float = 0.0, unit: float = 1.0) -> Statistic:
    """Cumulative score at the end of each period, from -9 (confrontation) to 9 (friendship).

    Each occurrence, in the order of dates, moves the score P by I * (9 - P) / 9 where its impact I is 0 or more, and by
    I * (9 + P) / 9 where it is less: a friendly act adds little among friends, and much among enemies.

    Args:
        strand: occurrences. Those of one day are taken in the order of their ids.
        top: greatest weight of the scale.
        initial: where the relation stood before the first occurrence on record, from -9 to 9. Nothing on record tells
            it; 0 is between discord and ordinary.
        unit: the impact of an occurrence that has the scale's greatest weight, above 0 and at most 9; the impact of
            another is in proportion, I = unit * weight / top.

    Returns:
        Within [-9, 9] at any time. Where much is reported the score forgets the initial value soon: after n
        occurrences of impact I, (1 - abs(I) / 9) ** n of it is left.

    Raises:
        ValueError: the initial value or the unit is out of range.

    Source:
        Yan Xuetong & Zhou Fangyin (2004), "Quantitative Measurement of Bilateral Relations", Social Sciences in China
        (in Chinese) 2004(6), 90-103: the formula, the bound and the grades. Their impacts are a table of their own by
        kind of event and are judged month by month; ours come from the scale, so that levels don't compare with theirs.
    """
    check_bounded(initial, unit)
    periods, starts = np.unique(strand.period, return_index=True)
    order = np.lexsort((strand.occurrence.astype(str), strand.day))
    impact = unit * strand.score[order] / top
    # P + I * (9 - P) / 9 is k * P + (1 - k) * 9 with k = 1 - I / 9: a share k of the old value, the rest from the
    # bound.
    with np.errstate(divide="ignore"):
        kept = np.maximum(np.log1p(-np.abs(impact) / BOUND), _NOTHING_LEFT)[:, None]
    pull = BOUND * np.sign(impact)[:, None]
    sizes = np.diff(np.append(starts, len(impact)))

    def of(weights: Floats) -> Floats:
        logs = weights * kept
        by_period = np.add.reduceat(logs, starts, axis=0) if len(starts) else logs
        # What is left of each occurrence's pull after those that follow it in its period.
        passed = np.cumsum(logs, axis=0)
        after = np.exp(np.repeat(passed[_ends(sizes)], sizes, axis=0) - passed)
        pulled = np.add.reduceat(-np.expm1(logs) * pull * after, starts, axis=0) if len(starts) else logs
        levels, share = np.empty_like(by_period), np.exp(by_period)
        before: Floats | float = initial
        for at in range(len(levels)):
            levels[at] = before = share[at] * before + pulled[at]
        return np.clip(levels, -BOUND, BOUND)  # the last digit of a sum may lie beyond

    return Statistic(periods, np.ones(len(impact), dtype=np.int64), of)


def grade(score: float) -> str:
    """The grade of a bounded score: each begins at its lower end, discord at -3 and ordinary at 0.

    Source:
        Yan & Zhou (2004): confrontation -9 to -6, tension -6 to -3, discord -3 to 0, ordinary 0 to 3, good 3 to 6,
        friendly 6 to 9.
    """
    if not -BOUND <= score <= BOUND:
        raise ValueError(f"{score:g} is not from -9 to 9")
    return GRADES[min(len(GRADES) - 1, int((score + BOUND) // 3))]


def check_bounded(initial: float, unit: float) -> None:
    """Refuse an initial value or a unit out of range.

    Raises:
        ValueError: which one, and its range.
    """
    if not -BOUND <= initial <= BOUND:
        raise ValueError(f"an initial score of {initial:g}: give one from -9 to 9")
    if not 0 < unit <= BOUND:
        raise ValueError(f"a unit of {unit:g}: give one above 0, and at most 9")


def _ends(sizes: np.ndarray[tuple[int], np.dtype[np.int64]]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.cumsum(sizes) - 1
