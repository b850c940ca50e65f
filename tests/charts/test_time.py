"""Periods as dates, and an axis that doesn't crowd."""

import datetime as dt

import pytest

from detente.charts.time import period_bounds, time_axis


@pytest.mark.parametrize(
    ("label", "week", "start", "end"),
    [
        ("2024-07-26", False, "2024-07-26", "2024-07-27"),
        ("2024-07-22", True, "2024-07-22", "2024-07-29"),
        ("2024-07", False, "2024-07-01", "2024-08-01"),
        ("2024-12", False, "2024-12-01", "2025-01-01"),
        ("2024-Q1", False, "2024-01-01", "2024-04-01"),
        ("2024-Q4", False, "2024-10-01", "2025-01-01"),
        ("1592", False, "1592-01-01", "1593-01-01"),
    ],
)
def test_bounds(label, week, start, end):
    assert tuple(map(str, period_bounds(label, week=week))) == (start, end)


@pytest.mark.parametrize("label", ["", "July", "2024-13", "2024-Q5", "2024-02-30"])
def test_no_period(label):
    with pytest.raises(ValueError, match=r".+"):
        period_bounds(label)


@pytest.mark.parametrize("width", [270, 680])
@pytest.mark.parametrize("days", [1, 7, 31, 92, 366, 731, 1827, 3653, 7305, 36525])
def test_labels_have_room(days, width):
    axis = time_axis(dt.date(2004, 1, 1), dt.date(2004, 1, 1) + dt.timedelta(days), width).to_dict()
    length = {"day": 1, "month": 30.44, "year": 365.25}[axis["tickCount"]["interval"]]
    assert days / (length * axis["tickCount"]["step"]) <= max(2, width // 62) + 1


@pytest.mark.parametrize(
    ("years", "interval"), [(0.08, "day"), (1, "month"), (2, "month"), (20, "year"), (100, "year")]
)
def test_long_times_are_told_in_years(years, interval):
    axis = time_axis(dt.date(2004, 1, 1), dt.date(2004, 1, 1) + dt.timedelta(round(years * 365.25)), 680).to_dict()
    assert axis["tickCount"]["interval"] == interval
