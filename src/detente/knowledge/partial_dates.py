"""Dates as the tables write them: ISO, cut to what is known ("2012-12-26", "2012-12", "2012")."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def first_day(partial: str) -> dt.date:
    """The first day that a date cut short can mean.

    Args:
        partial: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises:
        ValueError: it is none of these, or no date of the calendar.
    """
    year, month, day = _parts(partial)
    return dt.date(year, month or 1, day or 1)


def last_day(partial: str) -> dt.date:
    """The last day that a date cut short can mean; arguments and errors as :func:`first_day`."""
    year, month, day = _parts(partial)
    month = month or 12
    first = dt.date(year, month, day or 1)
    return first if day else first.replace(day=calendar.monthrange(year, month)[1])


def _parts(partial: str) -> tuple[int, int | None, int | None]:
    match = _SHAPE.fullmatch(partial)
    if match is None:
        raise ValueError(f"no date of the form YYYY, YYYY-MM or YYYY-MM-DD: {partial!r}")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None
