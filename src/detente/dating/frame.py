"""What an expression may count from: the publication date, the discourse, the direction of its words."""

from __future__ import annotations

import datetime as dt

from detente.dating.periods import Period
from detente.records import Precision, When

NO_PUBLICATION = "no publication date"
NO_DISCOURSE = "no date to count from"
NO_YEAR = "no year"
OUT_OF_CALENDAR = "out of the calendar"
# Years that leave room to count from; a page dated before or after is misdated.
FIRST_YEAR, LAST_YEAR = 1000, 9000
FINE = (Precision.DAY, Precision.RANGE)


class Unknown(Exception):
    """No date, with the reason; ``anchor`` turns it into an unknown date."""


class Frame:
    """What an expression may count from."""

    __slots__ = ("_published", "_running", "forward")

    def __init__(self, published: dt.date | None, running: When, forward: bool) -> None:
        self._published = published
        self._running = running
        self.forward = forward

    @property
    def known(self) -> bool:
        """Whether there is a publication date."""
        return self._published is not None

    @property
    def published(self) -> dt.date:
        """The publication date; Unknown without one."""
        if self._published is None:
            raise Unknown(NO_PUBLICATION)
        if not FIRST_YEAR <= self._published.year <= LAST_YEAR:
            raise Unknown(OUT_OF_CALENDAR)
        return self._published

    @property
    def running(self) -> Period | None:
        """The date of the discourse, if there is one."""
        when = self._running
        return Period(when.start, when.end, when.precision) if when.start and when.end else None

    @property
    def discourse(self) -> Period:
        """The date of the discourse; Unknown without one."""
        if self.running is None:
            raise Unknown(NO_DISCOURSE)
        return self.running


def require(period: Period | None, reason: str) -> Period:
    """``period``, or Unknown with the reason."""
    if period is None:
        raise Unknown(reason)
    return period


def single_year(period: Period) -> int:
    if period.start.year != period.end.year:
        raise Unknown("the discourse spans several years")
    return period.start.year
