"""The index of a relation: values worked by hand, and the laws that hold for any record."""

import datetime as dt
import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge import plover
from detente.measures import deals_between, index, index_to_fit, tidy
from detente.measures.index import COLUMNS
from detente.records import Modality, Occurrence, Precision, When, WhenFrom

NUMBERS = itertools.count()


def when(text):
    """ "2024-07-26" a day, "2024-07" a month, "2024" a year, "2024-06-28/2024-07-02" a range, "" unknown."""
    if not text:
        return When(reason="no date given")
    start, _, end = text.partition("/")
    precision = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}[len(start)]
    if end:
        return When(dt.date.fromisoformat(start), dt.date.fromisoformat(end), Precision.RANGE, WhenFrom.EXPRESSION)
    first = pd.Period(start, {10: "D", 7: "M", 4: "Y"}[len(start)])
    return When(first.start_time.date(), first.end_time.date(), precision, WhenFrom.EXPRESSION)


def act(date, actors, code, recipients="", modality="happened", reports=1):
    """One occurrence: act("2024-07-26", "CHN", "ACCUSE disapprove", "JPN")."""
    root, _, mode = code.partition(" ")
    key = f"o{next(NUMBERS)}"
    return Occurrence(
        id=key,
        root=root,
        mode=mode or None,
        actors=tuple(actors.split()),
        recipients=tuple(recipients.split()),
        modality=Modality(modality),
        when=when(date),
        place=None,
        events=tuple(f"{key}.{n}" for n in range(reports)),
        outlets=("Harbour Wire",),
    )


RECORD = [
    act("2024-07-01", "CHN", "ACCUSE disapprove", "JPN"),  # -2
    act("2024-07-26", "CHN:person:wang-yi JPN:person:kamikawa-yoko", "CONSULT", reports=2),  # 2.5, both ways
    act("2024-07", "JPN", "CONSULT visit", "CHN"),  # 4
    act("2024-07-12", "JPN", "SANCTION", "CHN", "planned"),
    act("2024-07-12", "JPN", "SANCTION", "KOR"),
    act("2024-07-12", "CHN JPN", "AID", "KOR"),
    act("2024-09-30", "JPN", "SANCTION", "CHN"),  # -6
    act("2024", "JPN", "AID", "CHN"),
    act("2024-06-28/2024-07-02", "JPN", "AID", "CHN"),
    act("", "CHN", "COERCE arrest", "JPN"),
]


def cells(found):
    """{(period, direction): (mean, count, reports)}, a missing mean as None."""
    return {
        (row.period, row.direction): (None if pd.isna(row.mean) else row.mean, row.count, row.reports)
        for row in found.rows[list(COLUMNS)].itertuples()
    }


def test_by_month():
    found = index(tidy(RECORD), "CHN", "JPN")
    assert cells(found) == {
        ("2024-07", "CHN>JPN"): ((-2 + 2.5) / 2, 2, 3),
        ("2024-07", "JPN>CHN"): ((2.5 + 4) / 2, 2, 3),
        ("2024-07", "CHN-JPN"): ((-2 + 2.5 + 4) / 3, 3, 4),
        ("2024-08", "CHN>JPN"): (None, 0, 0),
        ("2024-08", "JPN>CHN"): (None, 0, 0),
        ("2024-08", "CHN-JPN"): (None, 0, 0),
        ("2024-09", "CHN>JPN"): (None, 0, 0),
        ("2024-09", "JPN>CHN"): (-6, 1, 1),
        ("2024-09", "CHN-JPN"): (-6, 1, 1),
    }
    assert (found.undated, found.coarse, found.frequency) == (1, 2, "month")


@pytest.mark.parametrize(
    ("frequency", "periods", "coarse"),
    [
        ("day", ["2024-07-01", "2024-07-26", "2024-09-30"], 3),
        ("week", ["2024-07-01", "2024-07-22", "2024-09-30"], 3),
        ("month", ["2024-07", "2024-09"], 2),
        ("quarter", ["2024-Q3"], 2),
        ("year", ["2024"], 0),
    ],
)
def test_periods_with_something_on_record(frequency, periods, coarse):
    found = index(tidy(RECORD), "CHN", "JPN", frequency)
    told = found.rows[found.rows["count"] > 0]["period"].unique()
    assert list(told) == periods
    assert found.coarse == coarse


def test_a_period_without_a_record_is_missing_and_no_zero():
    rows = index(tidy(RECORD), "CHN", "JPN").rows
    silent = rows[rows["count"] == 0]
    assert len(silent) == 4
    assert silent["mean"].isna().all()


def test_a_balanced_period_is_zero_and_not_missing():
    record = [act("2024-07-01", "CHN", "CONSULT visit", "JPN"), act("2024-07-02", "CHN", "THREATEN territory", "JPN")]
    assert cells(index(tidy(record), "CHN", "JPN"))["2024-07", "CHN>JPN"] == (0, 2, 2)


@pytest.mark.parametrize("record", [[], RECORD], ids=["empty record", "other parties"])
def test_nothing_on_record_has_the_same_columns(record):
    found = index(tidy(record), "FRA", "DEU")
    assert list(found.rows.columns) == list(COLUMNS)
    assert (len(found.rows), found.undated, found.coarse) == (0, 0, 0)


def test_long_ago_counts_too():
    """Dates before 1677 are beyond a clock that counts nanoseconds."""
    record = [act("1592-05-23", "JPN", "ASSAULT", "KOR"), act("1598-12-16", "JPN", "RETREAT withdraw", "KOR")]
    found = index(tidy(record), "JPN", "KOR", "year")
    assert cells(found)["1592", "JPN>KOR"] == (-9, 1, 1)
    assert cells(found)["1598", "JPN>KOR"] == (8, 1, 1)
    assert index(tidy(record), "JPN", "KOR", "week").rows["period"].iloc[0] == "1592-05-18"


@pytest.mark.parametrize(("most", "frequency"), [(3, "month"), (2, "quarter"), (1, "quarter"), (0, "year")])
def test_the_finest_frequency_that_fits(most, frequency):
    assert index_to_fit(tidy(RECORD), "CHN", "JPN", most).frequency == frequency


@pytest.mark.parametrize(
    ("actors", "recipients", "deals"),
    [
        ("CHN", "JPN", True),
        ("JPN:person:abe-shinzo", "CHN:person:xi-jinping", True),
        ("CHN JPN KOR", "", True),
        ("CHN JPN", "KOR", False),
        ("USA", "CHN JPN", False),
        ("CHN JPN", "JPN:person:abe-shinzo", True),
        ("CHN", "", False),
    ],
)
def test_dealing_with_each_other(actors, recipients, deals):
    assert deals_between(act("2024", actors, "CONSULT", recipients), "CHN", "JPN") is deals


STATES = st.sampled_from(["CHN", "JPN", "KOR"])
CODES = st.sampled_from([root.name for root in plover.roots().values()] + ["CONSULT visit", "COERCE arrest"])
DATES = st.one_of(
    st.dates(dt.date(2019, 11, 1), dt.date(2021, 2, 1)).map(str), st.sampled_from(["", "2020", "2020-05"])
)


@st.composite
def occurrences(draw):
    sides = draw(st.lists(STATES, min_size=2, max_size=3, unique=True))
    mutual = draw(st.booleans())
    modality = draw(st.sampled_from(["happened", "happened", "happened", "planned", "negated"]))
    actors, recipients = (sides, []) if mutual else (sides[:1], sides[1:])
    return act(draw(DATES), " ".join(actors), draw(CODES), " ".join(recipients), modality)


RECORDS = st.lists(occurrences(), max_size=12)
FREQUENCIES = st.sampled_from(["day", "week", "month", "quarter", "year"])


def assert_same(first, second):
    """Means may differ in their last digit: sums depend on the order."""
    assert first.keys() == second.keys()
    for key, (mean, *rest) in first.items():
        assert second[key] == (pytest.approx(mean), *rest)


@given(RECORDS, FREQUENCIES)
def test_swapping_the_parties_swaps_the_directions(record, frequency):
    one, other = (index(tidy(record), *pair, frequency) for pair in (("CHN", "JPN"), ("JPN", "CHN")))
    swapped = {
        (period, direction.replace("JPN-CHN", "CHN-JPN")): cell for (period, direction), cell in cells(other).items()
    }
    assert_same(cells(one), swapped)
    assert (one.undated, one.coarse) == (other.undated, other.coarse)


@given(RECORDS, FREQUENCIES, st.randoms())
def test_the_order_of_the_record_is_of_no_account(record, frequency, random):
    shuffled = random.sample(record, len(record))
    first, second = (cells(index(tidy(each), "CHN", "JPN", frequency)) for each in (record, shuffled))
    assert_same(first, second)


@given(RECORDS, FREQUENCIES)
def test_means_lie_between_the_scores_and_nothing_is_lost(record, frequency):
    found = index(tidy(record), "CHN", "JPN", frequency)
    happened = [one for one in record if one.modality is Modality.HAPPENED and deals_between(one, "CHN", "JPN")]
    scores = [plover.score(one.root, one.mode) for one in happened]
    means = found.rows["mean"].dropna()
    assert all(min(scores) - 1e-9 <= mean <= max(scores) + 1e-9 for mean in means)
    both = found.rows[found.rows["direction"] == "CHN-JPN"]
    assert int(both["count"].sum()) + found.undated + found.coarse == len(happened)


@given(RECORDS, FREQUENCIES)
def test_a_mean_is_missing_exactly_where_nothing_is_on_record(record, frequency):
    rows = index(tidy(record), "CHN", "JPN", frequency).rows
    assert (rows["mean"].isna() == (rows["count"] == 0)).all()
