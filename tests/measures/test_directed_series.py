"""Directed series: what is zero, what is missing, and what is left out."""

import numpy as np
import pytest
from tidy_rows import frame, row

from detente.measures.directed_series import directed_series, longest_run
from detente.measures.scales import find_scale

PLOVER = find_scale("plover")
RECORD = [
    row("2024-01-01", "CHN", "CONSULT visit", "JPN"),  # 4
    row("2024-01-20", "CHN", "ACCUSE disapprove", "JPN"),  # -2
    row("2024-01-20", "JPN", "CONSULT visit", "CHN"),
    row("2024-02-10", "CHN", "AID", "LAO"),  # the source was there, and told nothing of the two
    row("2024-04-03", "JPN", "SANCTION", "CHN"),  # -6; nothing at all in March
    row("2024-04-30", "JPN", "AID", "LAO"),
]


def series(rows=RECORD, measure="sum", parties=("CHN", "JPN"), **options):
    return directed_series(frame(*rows), parties, "month", measure=measure, scale=PLOVER, **options)


def columns(found):
    return {name: [None if np.isnan(value) else value for value in found.values[name]] for name in found.values}


def test_a_sum_is_zero_where_the_source_was_there_and_missing_where_it_was_not():
    found = series()
    assert columns(found) == {"CHN>JPN": [2, 0, None, 0], "JPN>CHN": [4, 0, None, -6]}
    assert found.told["CHN>JPN"].tolist() == [True, False, False, False]
    assert (found.uncovered, found.reports) == (1, 4)


@pytest.mark.parametrize("measure", ["mean", "net"])
def test_a_mean_of_nothing_is_missing(measure):
    found = columns(series(measure=measure))
    assert [value is None for value in found["CHN>JPN"]] == [False, True, True, True]
    assert [value is None for value in found["JPN>CHN"]] == [False, True, True, False]


def test_sums_of_parts_of_a_period_are_left_out():
    later = [{**RECORD[0], "start": RECORD[1]["start"], "end": RECORD[1]["end"]}, *RECORD[1:]]
    assert columns(series(later)) == {"CHN>JPN": [0, None, 0], "JPN>CHN": [0, None, -6]}
    assert columns(series(later, "mean"))["JPN>CHN"] == [4, None, None, -6]
    assert columns(series(RECORD[:-1])) == {"CHN>JPN": [2, 0], "JPN>CHN": [4, 0]}


def test_only_the_coder_asked_for_shows_that_a_period_is_covered():
    rows = [*RECORD, row("2024-03-09", "CHN", "AID", "LAO", coder="icews")]
    assert series(rows).uncovered == 0
    assert series(rows, coders=("detente",)).uncovered == 1


def test_what_is_left_out_is_counted_by_reason():
    rows = [
        *RECORD,
        row("2024-01-25/2024-02-03", "CHN", "AID", "JPN"),
        row("2024-01-25", "CHN", "AID", "JPN", start=None, end=None),
        row("2024-01-26", "JPN", "AID", "CHN", score=None, root=None, quad=1),
    ]
    found = series(rows)
    assert (found.undated, found.coarse, found.unscored, found.elsewhere) == (1, 1, 1, 0)
    assert series(track="security").elsewhere == 4


def test_a_triangle_has_six_directions():
    found = series(parties=("CHN", "JPN", "LAO"))
    assert list(found.values) == ["CHN>JPN", "JPN>CHN", "CHN>LAO", "LAO>CHN", "JPN>LAO", "LAO>JPN"]
    assert columns(found)["CHN>LAO"] == [0, 10, None, 0]


def test_nothing_on_record():
    found = series([])
    assert (len(found.values), found.uncovered, found.reports) == (0, 0, 0)
    assert list(found.values) == ["CHN>JPN", "JPN>CHN"]
    assert longest_run(found.values).empty


def test_the_longest_stretch_without_a_gap():
    values = series().values
    assert longest_run(values).index.tolist() == values.index[:2].tolist()
    assert longest_run(values.iloc[2:]).index.tolist() == values.index[3:].tolist()
