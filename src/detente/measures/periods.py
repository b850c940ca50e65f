"""Days, weeks, months, quarters and years as whole numbers, which reach back before 1677 and are quick to compare."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Frequency = Literal["day", "week", "month", "quarter", "year"]
Numbers = NDArray[np.int64]

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_MONDAY = 3  # 1970-01-01, day 0, was a Thursday: its week began three days earlier


def day_numbers(dates: pd.Series[Any]) -> Numbers:
    """Days since 1970-01-01, one for each date.

    Args:
        dates: none of them missing; timestamps of any unit, or :class:`datetime.date`.

    Raises:
        ValueError: a date is missing.
    """
    if dates.isna().any():
        raise ValueError("a date is missing")
    if dates.dtype.kind == "M":
        days = dates.to_numpy().astype("datetime64[D]").astype(np.int64)
    else:  # each date once: numpy is slow to read Python's
        at, distinct = pd.factorize(dates.to_numpy(dtype=object), use_na_sentinel=False)
        days = np.array(distinct.tolist(), dtype="datetime64[D]").astype(np.int64)[at]
    return days


def period_of(days: Numbers, frequency: Frequency) -> Numbers:
    """The period that each day lies in; periods are numbered one by one, so that those in between can be counted."""
    if frequency == "day":
        return days
    if frequency == "week":
        return (days + _MONDAY) // 7
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return months // _MONTHS[frequency]


def first_day(periods: Numbers, frequency: Frequency) -> Numbers:
    """The first day of each period."""
    if frequency == "day":
        return periods
    if frequency == "week":
        return periods * 7 - _MONDAY
    months = (periods * _MONTHS[frequency]).astype("datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int64)


def last_day(periods: Numbers, frequency: Frequency) -> Numbers:
    """The last day of each period."""
    return first_day(periods + 1, frequency) - 1


def labels(periods: Numbers, frequency: Frequency) -> list[str]:
    """Periods in ISO 8601; a quarter as 2024-Q3, a week by its first day."""
    days = first_day(periods, frequency).astype("datetime64[D]")
    if frequency == "month":
        return list(np.datetime_as_string(days, unit="M").tolist())
    if frequency in {"day", "week"}:
        return list(np.datetime_as_string(days, unit="D").tolist())
    years: list[str] = np.datetime_as_string(days, unit="Y").tolist()
    if frequency == "year":
        return years
    return [f"{year}-Q{quarter + 1}" for year, quarter in zip(years, (periods % 4).tolist(), strict=True)]
