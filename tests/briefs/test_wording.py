"""Dates are said as exactly as they are known, never more."""

import datetime as dt

import pytest

from detente.briefs.wording import count, party_name, say_when
from detente.records import Precision, When, WhenFrom


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        ("2024-07-26", "2024-07-26", "day", "26 July 2024"),
        ("2018-10-25", "2018-10-27", "range", "25 to 27 October 2018"),
        ("2018-10-30", "2018-11-02", "range", "30 October to 2 November 2018"),
        ("2018-12-30", "2019-01-02", "range", "30 December 2018 to 2 January 2019"),
        ("2024-07-01", "2024-07-31", "month", "July 2024"),
        ("2024-06-01", "2024-08-31", "season", "June to August 2024"),
        ("2023-12-01", "2024-02-29", "season", "December 2023 to February 2024"),
        ("2024-07-01", "2024-09-30", "quarter", "quarter 3 of 2024"),
        ("2024-01-01", "2024-06-30", "half", "January to June 2024"),
        ("2024-01-01", "2024-12-31", "year", "2024"),
        ("1990-01-01", "1999-12-31", "decade", "the 1990s"),
    ],
)
def test_dates(start, end, precision, said):
    days = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    assert say_when(When(*days, Precision(precision), WhenFrom.EXPRESSION)) == said


def test_unknown():
    assert say_when(When(reason="no date given")) == "no date"


def test_counts():
    said = [count(1, "outlet"), count(0, "outlet"), count(1204, "outlet"), count(2, "party", "parties")]
    assert said == ["1 outlet", "0 outlets", "1,204 outlets", "2 parties"]


def test_names():
    assert [party_name("JPN"), party_name("ASEAN")] == ["Japan", "ASEAN"]
