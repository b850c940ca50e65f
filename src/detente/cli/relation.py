"""A relation's occurrences in a few numbers, for the terminal page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from detente.knowledge import plover
from detente.records import Occurrence, Precision
from detente.store.rows import party_of_id

_BARS = "▁▂▃▄▅▆▇█"
_MONTHLY = {Precision.DAY, Precision.RANGE, Precision.MONTH}


def monthly_scores(occurrences: Iterable[Occurrence]) -> list[tuple[str, float | None]]:
    """The mean PLOVER score of each month, from the first to the last with an occurrence.

    Args:
        occurrences: only those dated to one month count.

    Returns:
        Months as "2024-07" with their mean from -10 to 10, None for a month without occurrences.
    """
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for occurrence in occurrences:
        start, end = occurrence.when.start, occurrence.when.end
        if (
            start
            and end
            and occurrence.when.precision in _MONTHLY
            and start.isoformat()[:7] == end.isoformat()[:7]
        ):
            scores[start.isoformat()[:7]].append(plover.score(occurrence.root, occurrence.mode))
    if not scores:
        return []
    first, last = _number(min(scores)), _number(max(scores))
    months = (f"{number // 12}-{number % 12 + 1:02}" for number in range(first, last + 1))
    return [(month, sum(scores[month]) / len(scores[month]) if month in scores else None) for month in months]


def sparkline(values: Sequence[float | None], low: float = -10, high: float = 10) -> str:
    """One character a value between ``low`` and ``high``; a blank for none."""
    steps = len(_BARS) - 1
    return "".join(
        " " if value is None else _BARS[max(0, min(steps, round((value - low) / (high - low) * steps)))]
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


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1
