"""Periods as whole numbers: where they begin, end, and what they are called."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.measures.periods import day_numbers, first_day, labels, last_day, period_of

FREQUENCIES = ["day", "week", "month", "quarter", "year"]
PANDAS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}


def number(text):
    return day_numbers(pd.Series([dt.date.fromisoformat(text)], dtype=object))


@pytest.mark.parametrize(
    ("day", "frequency", "label", "first", "last"),
    [
        ("2024-07-26", "day", "2024-07-26", "2024-07-26", "2024-07-26"),
        ("2024-07-28", "week", "2024-07-22", "2024-07-22", "2024-07-28"),
        ("2024-07-29", "week", "2024-07-29", "2024-07-29", "2024-08-04"),
        ("2024-02-29", "month", "2024-02", "2024-02-01", "2024-02-29"),
        ("2024-12-31", "quarter", "2024-Q4", "2024-10-01", "2024-12-31"),
        ("1592-05-23", "week", "1592-05-18", "1592-05-18", "1592-05-24"),
        ("1592-05-23", "quarter", "1592-Q2", "1592-04-01", "1592-06-30"),
        ("1592-05-23", "year", "1592", "1592-01-01", "1592-12-31"),
        ("0960-02-04", "year", "0960", "0960-01-01", "0960-12-31"),
        ("1969-12-31", "month", "1969-12", "1969-12-01", "1969-12-31"),
    ],
)
def test_a_day_lies_in_its_period(day, frequency, label, first, last):
    period = period_of(number(day), frequency)
    assert labels(period, frequency) == [label]
    assert (first_day(period, frequency), last_day(period, frequency)) == (number(first), number(last))


@given(st.dates(dt.date(1700, 1, 1), dt.date(2200, 1, 1)), st.sampled_from(FREQUENCIES))
def test_periods_are_those_of_pandas(day, frequency):
    period = pd.Period(day, PANDAS[frequency])
    found = period_of(number(str(day)), frequency)
    assert first_day(found, frequency) == number(str(period.start_time.date()))
    assert last_day(found, frequency) == number(str(period.end_time.date()))


@given(st.dates(), st.sampled_from(FREQUENCIES))
def test_periods_follow_one_another_without_a_gap(day, frequency):
    period = period_of(number(str(day)), frequency)
    assert first_day(period, frequency) <= number(str(day)) <= last_day(period, frequency)
    assert last_day(period, frequency) + 1 == first_day(period + 1, frequency)


@pytest.mark.parametrize("unit", ["s", "ms", "ns"])
def test_timestamps_count_as_dates_do(unit):
    days = pd.Series(["2024-07-26", "1999-01-01"])
    expected = day_numbers(pd.Series([dt.date.fromisoformat(day) for day in days], dtype=object))
    assert (day_numbers(days.astype(f"datetime64[{unit}]")) == expected).all()
    assert (expected == np.array([19930, 10592])).all()


@pytest.mark.parametrize("missing", [None, pd.NaT])
def test_a_missing_date_is_refused(missing):
    with pytest.raises(ValueError, match="missing"):
        day_numbers(pd.Series([dt.date(2024, 7, 26), missing], dtype=object))
