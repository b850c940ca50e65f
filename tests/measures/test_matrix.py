"""All pairs: added up by period, squared, and the busiest states."""

import pandas as pd
import pytest
from hypothesis import given, settings
from tidy_rows import FREQUENCIES, RECORDS, frame, row

from detente.measures.matrix import add_up, add_up_by_period, busiest, square


def pairs(*rows):
    return pd.DataFrame(rows, columns=["one", "other", "count", "mean"])


def test_by_period_by_hand():
    found = add_up_by_period(
        frame(
            row("2014-03-01", "CHN", "AID", "JPN"),
            row("2014-03-09", "JPN", "ACCUSE", "CHN", reports=3),
            row("2014-04-01", "JPN", "AID", "USA"),
            row("2014-03-20/2014-04-02", "JPN", "AID", "USA"),
            {**row("2014-03-01", "CHN", "AID", "JPN"), "start": None, "end": None},
            row("2014-03-01", "CHN", "AID", "JPN", modality="planned"),
        ),
        "month",
    )
    march, april = found.rows.to_dict("records")
    score = {name: row("2014-03-01", "CHN", name, "JPN")["score"] for name in ("AID", "ACCUSE")}
    assert (march["period"], march["one"], march["other"]) == ("2014-03", "CHN", "JPN")
    assert march["mean"] == pytest.approx((score["AID"] + score["ACCUSE"]) / 2)
    assert (march["count"], march["cooperation"], march["conflict"], march["net"], march["reports"]) == (2, 1, 1, 0, 4)
    assert (april["period"], april["one"], april["other"], april["count"]) == ("2014-04", "JPN", "USA", 1)
    assert (found.undated, found.coarse) == (1, 1)


def test_what_both_do_together_counts_once():
    together = row("2014-03-01", "CHN", "CONSULT phone", "JPN", mutual=True)
    back = {**together, "source": "JPN", "target": "CHN"}
    assert add_up_by_period(frame(together, back), "year").rows["count"].tolist() == [1]


@settings(deadline=None, max_examples=40)
@given(RECORDS, FREQUENCIES)
def test_periods_add_up_to_the_whole(rows, frequency):
    table = frame(*rows)
    whole = add_up(table, {}, {}).set_index(["one", "other"])
    parts = add_up_by_period(table, frequency).rows.groupby(["one", "other"])
    for column in ("count", "sum", "cooperation", "conflict", "reports"):
        assert parts[column].sum().to_dict() == pytest.approx(whole[column].to_dict())


def test_nothing_is_an_empty_table():
    assert add_up_by_period(frame(), "month").rows.empty


def test_a_square_is_the_same_either_way_and_missing_where_nothing_is():
    table = pairs(("CHN", "JPN", 4, -1.5), ("JPN", "USA", 2, 3.0))
    found = square(table, ["USA", "CHN", "JPN"])
    assert found.loc["CHN", "JPN"] == found.loc["JPN", "CHN"] == -1.5
    assert list(found.index) == list(found.columns) == ["USA", "CHN", "JPN"]
    assert found.isna().sum().sum() == 3 + 2
    counts = square(table, ["USA", "CHN", "JPN"], "count")
    assert counts.loc["CHN", "USA"] == 0
    assert counts.isna().sum().sum() == 3


def test_the_busiest_are_states():
    table = pairs(("CHN", "JPN", 4, 0), ("JPN", "USA", 2, 0), ("CHN", "IMF", 90, 0), ("KOR", "USA", 2, 0))
    assert busiest(table, 3) == ["CHN", "JPN", "USA"]
    assert busiest(table.iloc[:0], 3) == []
