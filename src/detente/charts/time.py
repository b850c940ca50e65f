"""Time along the horizontal axis: periods as dates, and labels that don't crowd."""

from __future__ import annotations

import datetime as dt
import re

import altair as alt

_DAYS_IN_YEAR = 365.25
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def period_bounds(label: str, *, week: bool = False) -> tuple[dt.date, dt.date]:
    """First day of a period, and first day of the next one.

    Args:
        label: ISO 8601: 2024-07-26, 2024-07, 2024-Q3 or 2024.
        week: whether a full date stands for the week that starts with it.

    Raises:
        ValueError: the label is none of these.
    """
    if quarter := _QUARTER.fullmatch(label):
        year, first = int(quarter[1]), 3 * int(quarter[2]) - 2
        return dt.date(year, first, 1), _months_later(year, first, 3)
    parts = [int(part) for part in label.split("-")]
    if len(parts) == 1:
        return dt.date(parts[0], 1, 1), dt.date(parts[0] + 1, 1, 1)
    if len(parts) == 2:
        return dt.date(parts[0], parts[1], 1), _months_later(parts[0], parts[1], 1)
    start = dt.date.fromisoformat(label)
    return start, start + dt.timedelta(days=7 if week else 1)


def time_axis(first: dt.date, last: dt.date, width: int, grid: bool = False) -> alt.Axis:
    """An axis with as many labels as there is room for: days, months with their year below, or years.

    Args:
        first: the first day shown.
        last: the last one.
        width: pixels.
        grid: whether lines go through the chart.
    """
    years = max((last - first).days, 1) / _DAYS_IN_YEAR
    room = max(2, width // 62)  # labels that fit side by side
    months = years * 12
    if months <= 2:
        step = max(1, round((last - first).days / room))
        count, label = {"interval": "day", "step": step}, "utcFormat(datum.value, '%-d %b %Y')"
    elif months <= room * 6:
        step = next((step for step in (1, 2, 3, 6) if months / step <= room), 6)
        count = {"interval": "month", "step": step}
        # the year stands once, under the first month shown of it
        label = (
            f"month(datum.value) < {step} || datum.index === 0 "
            "? [utcFormat(datum.value, '%b'), utcFormat(datum.value, '%Y')] : utcFormat(datum.value, '%b')"
        ).replace("month(", "utcmonth(")
    else:
        step = next((step for step in (1, 2, 5, 10, 20, 50) if years / step <= room), 100)
        count, label = {"interval": "year", "step": step}, "utcFormat(datum.value, '%Y')"
    return alt.Axis(tickCount=count, labelExpr=label, labelOverlap="greedy", labelFlush=False, title=None, grid=grid)


def time_scale(first: dt.date, last: dt.date) -> alt.Scale:
    """A scale from the first day to the last, the same in every time zone."""
    return alt.Scale(type="utc", domain=[first.isoformat(), last.isoformat()], nice=False)


def _months_later(year: int, month: int, count: int) -> dt.date:
    years, rest = divmod(month - 1 + count, 12)
    return dt.date(year + years, rest + 1, 1)
