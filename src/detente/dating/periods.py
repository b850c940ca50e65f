"""Stretches of the calendar: inclusive first and last day, with the precision of the unit that names them."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from detente.records import Precision

DAY = dt.timedelta(days=1)


class Period(NamedTuple):
    """First and last day, both included."""

    start: dt.date
    end: dt.date
    precision: Precision


def day_of(date: dt.date) -> Period:
    """One day."""
    return Period(date, date, Precision.DAY)


def week_of(date: dt.date) -> Period:
    """The week, Monday to Sunday, that holds ``date``: a range."""
    monday = date - date.weekday() * DAY
    return Period(monday, monday + 6 * DAY, Precision.RANGE)


def weekend_of(date: dt.date) -> Period:
    """Saturday and Sunday of the week that holds ``date``: a range."""
    week = week_of(date)
    return Period(week.end - DAY, week.end, Precision.RANGE)


def month_of(year: int, month: int) -> Period:
    """One month."""
    return Period(dt.date(year, month, 1), _month_end(year, month), Precision.MONTH)


def season_of(year: int, season: int) -> Period:
    """Season 1 (spring, from March) to 4 (winter, December of ``year`` to the next February)."""
    return _months(year, 3 * season, 3, Precision.SEASON)


def quarter_of(year: int, quarter: int) -> Period:
    """Quarter 1 to 4 of a calendar year."""
    return _months(year, 3 * quarter - 2, 3, Precision.QUARTER)


def half_of(year: int, half: int) -> Period:
    """Half 1 or 2 of a calendar year."""
    return _months(year, 6 * half - 5, 6, Precision.HALF)


def year_of(year: int) -> Period:
    """One calendar year."""
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)


def decade_of(year: int) -> Period:
    """The ten years that share ``year`` but for its last digit."""
    first = year - year % 10
    return Period(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), Precision.DECADE)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month ``count`` months after (before, if negative) the given."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def gap_between(one: Period, other_start: dt.date, other_end: dt.date) -> int:
    """Days between two stretches; 0 where they touch or overlap."""
    return max(0, (other_start - one.end).days, (one.start - other_end).days)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _months(year: int, first: int, count: int, precision: Precision) -> Period:
    return Period(dt.date(year, first, 1), _month_end(*add_months(year, first, count - 1)), precision)
