"""Dates as text, cut to their precision."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.dating import format_when, parse_iso
from detente.dating.periods import (
    Period,
    day_of,
    decade_of,
    half_of,
    month_of,
    quarter_of,
    season_of,
    week_of,
    year_of,
)
from detente.records import Precision, When, WhenFrom

DATES = st.dates(dt.date(1800, 1, 1), dt.date(2199, 12, 31))
YEARS = st.integers(1800, 2199)


def as_when(period: Period) -> When:
    return When(*period, WhenFrom.EXPRESSION)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (day_of(dt.date(2024, 7, 26)), ("2024-07-26", "2024-07-26")),
        (month_of(2024, 7), ("2024-07", "2024-07")),
        (season_of(2024, 2), ("2024-06", "2024-08")),
        (season_of(2023, 4), ("2023-12", "2024-02")),
        (quarter_of(2024, 3), ("2024-07", "2024-09")),
        (half_of(2024, 2), ("2024-07", "2024-12")),
        (year_of(2024), ("2024", "2024")),
        (decade_of(1995), ("1990", "1999")),
        (week_of(dt.date(2024, 7, 26)), ("2024-07-22", "2024-07-28")),
        (Period(dt.date(2024, 6, 1), dt.date(2024, 8, 31), Precision.RANGE), ("2024-06", "2024-08")),
        (Period(dt.date(2024, 6, 1), dt.date(2024, 8, 30), Precision.RANGE), ("2024-06-01", "2024-08-30")),
        (Period(dt.date(2013, 1, 1), dt.date(2016, 12, 31), Precision.RANGE), ("2013", "2016")),
    ],
)
def test_cut_to_precision(period: Period, expected: tuple[str, str]) -> None:
    assert format_when(as_when(period)) == expected


def test_unknown_has_no_text() -> None:
    assert format_when(When(reason="no year")) == (None, None)


PERIODS = st.one_of(
    DATES.map(day_of),
    DATES.map(week_of),
    st.builds(month_of, YEARS, st.integers(1, 12)),
    st.builds(season_of, YEARS, st.integers(1, 4)),
    st.builds(quarter_of, YEARS, st.integers(1, 4)),
    st.builds(half_of, YEARS, st.integers(1, 2)),
    YEARS.map(year_of),
    YEARS.map(decade_of),
    st.tuples(DATES, DATES).map(lambda pair: Period(min(pair), max(pair), Precision.RANGE)),
)


@given(PERIODS)
def test_round_trip(period: Period) -> None:
    start, end = format_when(as_when(period))
    assert start is not None
    assert end is not None
    assert parse_iso(start, end) == (period.start, period.end)


@pytest.mark.parametrize("text", ["", "24", "2024-13", "2024-02-30", "July 2024", "2024-7"])
def test_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_iso("2024", text)
    with pytest.raises(ValueError, match=r"."):
        parse_iso(text, "2024")
