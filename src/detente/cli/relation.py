"""A relation's occurrences in a few numbers, for the terminal page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.actors import party_of_id
from detente.knowledge import plover
from detente.records import Occurrence

if TYPE_CHECKING:
    from detente.measures import Frequency

_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Series:
    """Mean PLOVER scores over time.

    Attributes:
        unit: the length of each period: month, quarter or year.
        first: the first period: "2024-07", "2024-Q3", "2024".
        last: the last one.
        values: mean score of each period from -10 to 10, None for one without occurrences.
    """

    unit: Frequency
    first: str
    last: str
    values: tuple[float | None, ...]


def score_series(occurrences: Iterable[Occurrence], pair: tuple[str, str], width: int) -> Series | None:
    """The index of a relation by month, or by quarter or year where that many months would not fit.

    Args:
        occurrences: those that happened, are dated to one period and of the pair count.
        pair: the two parties.
        width: at most this many periods; of years, the last ones.

    Returns:
        The series, or None without a dated occurrence.
    """
    from detente.measures import index_to_fit, tidy

    found = index_to_fit(tidy(occurrences), *pair, most=width)
    rows = found.rows[found.rows["direction"] == "-".join(pair)][-width:]
    if rows.empty:
        return None
    labels = [str(label) for label in rows["period"]]
    values = tuple(float(mean) if count else None for mean, count in zip(rows["mean"], rows["count"], strict=True))
    return Series(found.frequency, labels[0], labels[-1], values)


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
