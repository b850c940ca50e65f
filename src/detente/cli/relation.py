"""A relation's occurrences in a few numbers, for the terminal page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from detente.actors import party_of_id
from detente.knowledge import plover
from detente.records import Occurrence

_BARS = "▁▂▃▄▅▆▇█"


class Unit(StrEnum):
    """A length of time that scores are taken over."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Series:
    """Mean PLOVER scores over time.

    Attributes:
        unit: the length of each period.
        first: the first period: "2024-07", "2024-Q3", "2024".
        last: the last one.
        values: mean score of each period from -10 to 10, None for one without occurrences.
    """

    unit: Unit
    first: str
    last: str
    values: tuple[float | None, ...]


def score_series(occurrences: Iterable[Occurrence], width: int) -> Series | None:
    """Scores by month, or by quarter or year where that many months would not fit.

    Args:
        occurrences: those with a date that falls into one month count.
        width: at most this many periods; of years, the last ones.

    Returns:
        The series, or None without a dated occurrence.
    """
    scores: defaultdict[int, list[float]] = defaultdict(list)
    for occurrence in occurrences:
        month = _month_of(occurrence)
        if month is not None:
            scores[month].append(plover.score(occurrence.root, occurrence.mode))
    if not scores:
        return None
    first, last = min(scores), max(scores)
    unit = next((u for u in Unit if last // _MONTHS[u] - first // _MONTHS[u] < width), Unit.YEAR)
    pooled: defaultdict[int, list[float]] = defaultdict(list)
    for month, values in scores.items():
        pooled[month // _MONTHS[unit]] += values
    periods = range(min(pooled), max(pooled) + 1)[-width:]
    means = tuple(sum(pooled[at]) / len(pooled[at]) if at in pooled else None for at in periods)
    return Series(unit, _label(periods[0], unit), _label(periods[-1], unit), means)


def sparkline(values: Sequence[float | None], low: float = -10, high: float = 10) -> str:
    """One character a value between ``low`` and ``high``; a dot for none."""
    steps = len(_BARS) - 1
    return "".join(
        "·" if value is None else _BARS[max(0, min(steps, round((value - low) / (high - low) * steps)))]
        for value in values
    )


def count_quads(occurrences: Iterable[Occurrence], pair: tuple[str, str]) -> dict[str, Counter[int]]:
    """Occurrences by quad class: ``forward`` (first to second), ``backward``, ``both`` (together)."""
    counts: dict[str, Counter[int]] = {"forward": Counter(), "backward": Counter(), "both": Counter()}
    for occurrence in occurrences:
        actors = {party_of_id(actor) for actor in occurrence.actors}
        recipients = {party_of_id(recipient) for recipient in occurrence.recipients}
        quad = plover.quad(occurrence.root)
        if pair[0] in actors and pair[1] in recipients:
            counts["forward"][quad] += 1
        if pair[1] in actors and pair[0] in recipients:
            counts["backward"][quad] += 1
        if set(pair) <= actors:
            counts["both"][quad] += 1
    return counts


def _month_of(occurrence: Occurrence) -> int | None:
    """Months since year 0, where an occurrence is dated to one month or less."""
    start, end = occurrence.when.start, occurrence.when.end
    if not start or not end or (start.year, start.month) != (end.year, end.month):
        return None
    return start.year * 12 + start.month - 1


def _label(period: int, unit: Unit) -> str:
    if unit is Unit.YEAR:
        return str(period)
    if unit is Unit.QUARTER:
        return f"{period // 4}-Q{period % 4 + 1}"
    return f"{period // 12}-{period % 12 + 1:02}"
