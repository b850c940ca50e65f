"""What is written beside an index: turning points and full periods, with what happened in them."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.charts.landmarks import Landmark, find_landmarks
from detente.charts.strip import place
from detente.measures import index, turning_points

NAMES = {"AUS": "Australia", "IDN": "Indonesia"}


def frame(*rows):
    """(day, source, target, score, root, cameo)."""
    told = []
    for number, (day, source, target, score, root, cameo) in enumerate(rows):
        date = dt.date.fromisoformat(day)
        told.append({
            "occurrence": f"o{number}", "start": date, "end": date, "precision": "day", "modality": "happened",
            "source": source, "target": target, "mutual": False, "root": root, "mode": None,
            "quad": 1 if score > 0 else 3, "score": score, "reports": 1, "outlets": 1, "coder": "icews",
            "goldstein": None, "cameo": cameo, "contexts": (),
        })  # fmt: skip
    return pd.DataFrame(told)


QUIET = [(f"2021-{month:02}-05", "AUS", "IDN", -2.0, "REJECT", "120") for month in range(1, 11)]
FULL = [(f"2021-11-{day:02}", "IDN", "AUS", 2.5, "CONSULT", "040") for day in range(3, 8)]
DEED = [("2021-11-20", "AUS", "IDN", 5.0, "SUPPORT", "057")]


def test_the_fullest_period_is_told_by_its_weightiest_deed_on_the_side_of_its_mean():
    rows = frame(*QUIET, *FULL, *DEED)
    (landmark,) = find_landmarks(index(rows, "AUS", "IDN"), rows, ("AUS", "IDN"), NAMES)
    assert landmark == Landmark(
        "2021-11", ("Nov 2021: 6 on record", "20 Nov, Australia → Indonesia: sign formal agreement"), "busy period"
    )


def test_an_occurrence_can_be_told_in_other_words():
    rows = frame(*QUIET, *FULL, *DEED)
    texts = {"o15": "Two ministers: meeting, Bali"}
    (landmark,) = find_landmarks(index(rows, "AUS", "IDN"), rows, ("AUS", "IDN"), NAMES, texts=texts)
    assert landmark.lines[1] == "20 Nov: Two ministers: meeting, Bali"


def test_a_turning_point_says_from_what_to_what_and_how_surely():
    before = [(f"2020-{month:02}-05", "AUS", "IDN", -2.0, "REJECT", "120") for month in range(1, 13)]
    after = [(f"2021-{month:02}-05", "AUS", "IDN", 2.5, "CONSULT", "040") for month in range(1, 13)]
    rows = frame(*before, *after)
    turns = turning_points(rows, "AUS", "IDN", draws=200)
    found = find_landmarks(index(rows, "AUS", "IDN"), rows, ("AUS", "IDN"), NAMES, turns=turns)
    (turn,) = [landmark for landmark in found if landmark.kind == "turning point"]
    assert turn.period == "2021-01"
    assert turn.lines[0].startswith("Jan 2021: −2.0 to +2.5, found again in ")
    assert turn.lines[1] == "5 Jan, Australia → Indonesia: consult"


def test_no_more_than_asked_for_and_none_where_nothing_stands_out():
    rows = frame(*QUIET)
    assert find_landmarks(index(rows, "AUS", "IDN"), rows, ("AUS", "IDN"), NAMES) == ()
    rows = frame(*QUIET, *FULL, *DEED)
    assert find_landmarks(index(rows, "AUS", "IDN"), rows, ("AUS", "IDN"), NAMES, most=0) == ()


START = dt.date(2020, 1, 1)


@given(
    st.lists(st.tuples(st.integers(0, 365), st.integers(5, 60)), min_size=1, max_size=8),
    st.sampled_from([320, 680, 900]),
)
def test_words_never_lie_on_each_other(spots, width):
    landmarks = [
        (Landmark(str(number), ("x" * length,), "busy period"), START + dt.timedelta(days=day))
        for number, (day, length) in enumerate(spots)
    ]
    placed = place(landmarks, START, START + dt.timedelta(days=366), width)
    assert len(placed) == len(landmarks)
    spans = []
    for one in placed:
        x = width * (one.at - START).days / 366
        length = 5.8 * len(one.landmark.lines[0])
        spans.append((one.row, *((x, x + length) if one.side == "left" else (x - length, x))))
    for number, (row, low, high) in enumerate(spans):
        for other, start, end in spans[number + 1 :]:
            assert row != other or high <= start or end <= low


@pytest.mark.parametrize(("score", "told"), [(-2.0, "reject"), (2.5, "consult")])
def test_the_words_follow_the_sign_of_the_mean(score, told):
    full = [(f"2021-11-{day:02}", "IDN", "AUS", score, "X", "120" if score < 0 else "040") for day in range(3, 9)]
    other = ("2021-11-20", "AUS", "IDN", -score, "X", "040" if score < 0 else "120")
    rows = frame(*QUIET, *full, other)
    (landmark,) = find_landmarks(index(rows, "AUS", "IDN"), rows, ("AUS", "IDN"), NAMES)
    assert landmark.lines[1].endswith(told)
