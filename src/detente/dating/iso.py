"""Dates as ISO 8601 text, cut to what is known, and back."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from detente.records import Precision, When

_CUT = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LENGTHS = {
    Precision.DAY: 10,
    Precision.MONTH: 7,
    Precision.SEASON: 7,
    Precision.QUARTER: 7,
    Precision.HALF: 7,
    Precision.YEAR: 4,
    Precision.DECADE: 4,
}


def format_when(when: When) -> tuple[str | None, str | None]:
    """Write a date as its first and last day, month or year.

    Args:
        when: any date.

    Returns:
        Two ISO 8601 dates cut to the precision: ``("2024-07-26", "2024-07-26")`` for a day, ``("2024-07",
        "2024-07")`` for a month, ``("2024-06", "2024-08")`` for a season, ``("1990", "1999")`` for a decade.
        A range is written in days, in months where it is made of whole months, in years where it is made
        of several whole years. ``(None, None)`` when unknown.
    """
    if when.start is None or when.end is None:
        return None, None
    length = _LENGTHS.get(when.precision) or _range_length(when.start, when.end)
    return when.start.isoformat()[:length], when.end.isoformat()[:length]


def parse_iso(start: str, end: str) -> tuple[dt.date, dt.date]:
    """Read back what ``format_when`` wrote.

    Args:
        start: ISO 8601 date, month or year.
        end: the same, for the end.

    Returns:
        First day of ``start`` and last day of ``end``.

    Raises:
        ValueError: either is not an ISO 8601 date, month or year.
    """
    for cut in (start, end):
        if _CUT.fullmatch(cut) is None:
            raise ValueError(f"not an ISO 8601 date, month or year: {cut!r}")
    return dt.date.fromisoformat(start + "-01-01"[len(start) - 4 :]), _last_day(end)


def _last_day(cut: str) -> dt.date:
    if len(cut) == 10:
        return dt.date.fromisoformat(cut)
    year, month = int(cut[:4]), int(cut[5:7] or 12)
    return dt.date.fromisoformat(f"{cut[:4]}-{month:02}-{calendar.monthrange(year, month)[1]}")


def _range_length(start: dt.date, end: dt.date) -> int:
    whole_months = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if not whole_months:
        return 10
    whole_years = start.month == 1 and end.month == 12 and start.year < end.year
    return 4 if whole_years else 7
