"""Contacts of a pair become encounters: one for a visit and the talks during it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pandas as pd

_NEXT_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Encounter:
    """Contacts that can't be told apart in time.

    Attributes:
        first: its first day; of a coarse date the first that it can have been.
        last: its last day; of a coarse date the last that it can have been.
        exact: whether these are the days it lasted.
        contacts: ids.
    """

    first: dt.date
    last: dt.date
    exact: bool
    contacts: tuple[str, ...]

    @property
    def began(self) -> dt.date:
        """When it began; the middle of a coarse date."""
        return self.first if self.exact else self._middle

    @property
    def ended(self) -> dt.date:
        """When it ended; the middle of a coarse date."""
        return self.last if self.exact else self._middle

    @property
    def _middle(self) -> dt.date:
        return self.first + (self.last - self.first) // 2


def find_encounters(meetings: pd.DataFrame, on: dt.date) -> list[Encounter]:
    """The encounters up to a day.

    Contacts dated to the day are one encounter where they overlap or one follows the other on the next day. A contact
    dated to a month or year is one of its own only where no other lies in its span.

    Args:
        meetings: contacts of one pair (:func:`detente.measures.meetings.tidy_contacts`).
        on: what began later does not count, nor what is dated too coarsely to be sure that it didn't.

    Returns:
        In order of time.
    """
    rows = meetings[["start", "end", "exact", "contact"]].itertuples(index=False, name=None)
    exact, coarse = list[Encounter](), list[Encounter]()
    for start, end, is_exact, contact in rows:
        if is_exact and start <= on:
            exact.append(Encounter(start, min(end, on), True, (contact,)))
        elif not is_exact and end <= on:
            coarse.append(Encounter(start, end, False, (contact,)))
    found = _merge(exact)
    for one in sorted(coarse, key=lambda each: (each.last - each.first, each.first)):
        if not any(other.first <= one.last and one.first <= other.last for other in found):
            found.append(one)
    return sorted(found, key=lambda each: (each.ended, each.began))


def find_gaps(encounters: list[Encounter]) -> list[int]:
    """Days from each encounter to the next one."""
    return [max(0, (later.began - earlier.ended).days) for earlier, later in pairwise(encounters)]


def middle_gap(gaps: list[int]) -> float | None:
    """The median, or None where there is no gap."""
    return float(median(gaps)) if gaps else None


def days_since(encounters: list[Encounter], on: dt.date) -> tuple[int, int] | None:
    """How many days ago the last one was, at least and at most; None where there is none."""
    if not encounters:
        return None
    least = min((on - one.last).days for one in encounters)
    most = min((on - (one.last if one.exact else one.first)).days for one in encounters)
    return least, most


def _merge(exact: list[Encounter]) -> list[Encounter]:
    found: list[Encounter] = []
    for one in sorted(exact, key=lambda each: (each.first, each.last)):
        if found and one.first <= found[-1].last + _NEXT_DAY:
            before = found.pop()
            last = max(before.last, one.last)
            found.append(Encounter(before.first, last, True, before.contacts + one.contacts))
        else:
            found.append(one)
    return found
