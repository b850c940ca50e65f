"""The stock and the bounded score: worked by hand, and against the plain loop that their definitions are."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tidy_rows import RECORDS, frame, row, series

from detente.measures import index
from detente.measures.bounded import grade

quick = settings(max_examples=30, deadline=None)


def test_a_stock_halves_in_its_half_life():
    record = frame(row("2024-01-11", "CHN", "CONSULT visit", "JPN"), row("2024-03-31", "CHN", "SANCTION", "JPN"))
    found = index(record, "CHN", "JPN", measure="stock", half_life=20)
    assert series(found, "CHN>JPN") == {
        "2024-01": pytest.approx(4 / 2),  # 20 days later
        "2024-02": pytest.approx(4 * 2 ** (-49 / 20)),
        "2024-03": pytest.approx(4 / 2**4 - 6),  # 80 days later
    }
    assert series(found, "JPN>CHN") == dict.fromkeys(["2024-01", "2024-02", "2024-03"])
    assert series(found, "CHN>JPN", "count")["2024-02"] == 0


def test_a_direction_has_no_stock_before_its_first_occurrence():
    record = frame(row("2024-01-31", "CHN", "AID", "JPN"), row("2024-02-29", "JPN", "AID", "CHN"))
    assert series(index(record, "CHN", "JPN", measure="stock"), "JPN>CHN") == {"2024-01": None, "2024-02": 10}
    assert series(index(record, "CHN", "JPN", measure="bounded"), "JPN>CHN")["2024-01"] is None


def test_a_stock_of_a_month_stands_on_its_middle():
    record = frame(row("2024-01-01/2024-01-31", "CHN", "AID", "JPN", precision="month"))
    found = index(record, "CHN", "JPN", measure="stock", half_life=15)
    assert series(found, "CHN-JPN") == {"2024-01": pytest.approx(5)}


def test_a_bounded_score_by_hand():
    record = frame(
        row("2024-01-02", "CHN", "AID", "JPN"),  # impact 1: 0 + 1 * (9 - 0) / 9 = 1
        row("2024-01-03", "CHN", "AID", "JPN"),  # 1 + (9 - 1) / 9 = 17 / 9
        row("2024-02-01", "CHN", "SANCTION", "JPN"),  # -0.6: 17 / 9 - 0.6 * (9 + 17 / 9) / 9
    )
    found = index(record, "CHN", "JPN", measure="bounded")
    after = 17 / 9 - 0.6 * (9 + 17 / 9) / 9
    assert series(found, "CHN>JPN") == {"2024-01": pytest.approx(17 / 9), "2024-02": pytest.approx(after)}
    assert series(found, "CHN>JPN", "grade") == {"2024-01": "ordinary", "2024-02": "ordinary"}


def test_a_friendly_act_adds_little_among_friends_and_much_among_enemies():
    record = frame(row("2024-01-02", "CHN", "AID", "JPN"))
    gains = [
        series(index(record, "CHN", "JPN", measure="bounded", initial=initial), "CHN-JPN")["2024-01"] - initial
        for initial in (-9, -4.5, 0, 4.5, 9)
    ]
    assert gains == [pytest.approx(gain) for gain in (2, 1.5, 1, 0.5, 0)]


def test_the_greatest_unit_reaches_the_bound_at_once():
    record = frame(row("2024-01-02", "CHN", "SANCTION", "JPN"), row("2024-01-03", "CHN", "AID", "JPN"))
    assert series(index(record, "CHN", "JPN", measure="bounded", unit=9), "CHN-JPN") == {"2024-01": pytest.approx(9)}


def test_a_bounded_score_stands_still_where_nothing_happens():
    record = frame(row("2024-01-02", "CHN", "AID", "JPN"), row("2024-03-02", "JPN", "AID", "CHN"))
    assert list(series(index(record, "CHN", "JPN", measure="bounded"), "CHN>JPN").values()) == [1, 1, 1]


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (-9, "confrontation"), (-6.01, "confrontation"), (-6, "tension"), (-3, "discord"), (-0.01, "discord"),
        (0, "ordinary"), (2.99, "ordinary"), (3, "good"), (6, "friendly"), (9, "friendly"),
    ],
)  # fmt: skip
def test_grades(score, name):
    assert grade(score) == name


@pytest.mark.parametrize("score", [-9.1, 9.1, float("nan")])
def test_no_grade_beyond_the_bounds(score):
    with pytest.raises(ValueError, match="is not from -9 to 9"):
        grade(score)


@quick
@given(RECORDS, st.floats(-9, 9), st.floats(0.1, 9))
def test_bounded_is_the_loop_of_its_definition(record, initial, unit):
    found = index(frame(*record), "CHN", "JPN", "year", measure="bounded", initial=initial, unit=unit)
    between = [one for one in record if {one["source"], one["target"]} == {"CHN", "JPN"}]
    score, expected = initial, {}
    for one in sorted(between, key=lambda one: (one["start"], one["occurrence"])):
        impact = unit * one["score"] / 10
        score += impact * (9 - score) / 9 if impact >= 0 else impact * (9 + score) / 9
        expected[str(one["start"].year)] = pytest.approx(score, abs=1e-6)
    assert {period: value for period, value in series(found, "CHN-JPN").items() if period in expected} == expected


@quick
@given(RECORDS, st.floats(0.5, 5000))
def test_the_stock_is_the_sum_of_its_definition(record, half_life):
    found = index(frame(*record), "CHN", "JPN", "quarter", measure="stock", half_life=half_life)
    between = [one for one in record if {one["source"], one["target"]} == {"CHN", "JPN"}]
    for label, value in series(found, "CHN-JPN").items():
        year, quarter = int(label[:4]), int(label[-1])
        end = dt.date(year + quarter // 4, quarter * 3 % 12 + 1, 1) - dt.timedelta(days=1)
        ages = [((end - one["start"]).days, one["score"]) for one in between if one["start"] <= end]
        assert value == pytest.approx(sum(score * 2 ** (-age / half_life) for age, score in ages), abs=1e-9)


@quick
@given(RECORDS)
def test_turning_every_sign_turns_the_score(record):
    turned = [{**one, "score": -one["score"]} for one in record]
    for measure in ("bounded", "stock", "mean"):
        one, other = (
            series(index(frame(*rows), "CHN", "JPN", measure=measure), "CHN-JPN") for rows in (record, turned)
        )
        assert other == {period: None if v is None else pytest.approx(-v) for period, v in one.items()}
