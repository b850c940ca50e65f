import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.partial_dates import first_day, last_day


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2012", dt.date(2012, 1, 1), dt.date(2012, 12, 31)),
        ("2012-02", dt.date(2012, 2, 1), dt.date(2012, 2, 29)),
        ("2013-02", dt.date(2013, 2, 1), dt.date(2013, 2, 28)),
        ("2012-12-26", dt.date(2012, 12, 26), dt.date(2012, 12, 26)),
    ],
)
def test_a_date_cut_short_spans_all_its_days(partial: str, first: dt.date, last: dt.date) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)


@pytest.mark.parametrize("partial", ["", "12", "2012-13", "2012-02-30", "2012-1", "2012/01", "incumbent"])
def test_what_is_no_date_is_refused(partial: str) -> None:
    for read in (first_day, last_day):
        with pytest.raises(ValueError, match=r".+"):
            read(partial)


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_a_day_lies_within_every_cut_of_its_date(day: dt.date, length: int) -> None:
    partial = day.isoformat()[:length]
    assert first_day(partial) <= day <= last_day(partial)
