"""Mixed signals: worked by hand, and against net cooperation."""

import pandas as pd
import pytest
from hypothesis import given, settings
from tidy_rows import FREQUENCIES, RECORDS, frame, row, series

from detente.measures import index
from detente.measures.mixed import COLUMNS, mixed_signals

RECORD = frame(
    row("2024-01-10", "CHN", "CONSULT visit", "JPN", occurrence="visit"),  # 4
    row("2024-01-12", "CHN", "AGREE", "JPN", occurrence="promise"),  # 2.5
    row("2024-01-20", "CHN", "ACCUSE disapprove", "JPN", occurrence="rebuke", reports=2),  # -2
    row("2024-01-20", "JPN", "AID", "CHN", occurrence="loan"),  # 10
    row("2024-02-01", "CHN", "REQUEST meet", "JPN", occurrence="request"),  # 0
    row("2024-02-01", "JPN", "AGREE", "CHN", occurrence="plan", modality="planned"),
    row("2024-02-02", "JPN", "SANCTION", "CHN", occurrence="ban"),
)


def cell(found, period, direction):
    rows = found.rows
    return rows[(rows["period"] == period) & (rows["direction"] == direction)].iloc[0]


def test_by_hand():
    there = cell(mixed_signals(RECORD, "CHN", "JPN"), "2024-01", "CHN>JPN")
    assert there["mixed"] == pytest.approx(1 - (6.5 - 2) / (6.5 + 2))
    assert (there["cooperation"], there["conflict"], there["cooperative"], there["conflictual"]) == (6.5, 2, 2, 1)
    assert there["reports"] == 4
    assert there["pairs"] == (("visit", "rebuke"),)


def test_signals_of_one_kind_are_not_mixed():
    back = cell(mixed_signals(RECORD, "CHN", "JPN"), "2024-01", "JPN>CHN")
    assert (back["mixed"], back["pairs"]) == (0, ())


def test_nothing_with_a_weight_is_missing_and_not_unmixed():
    there = cell(mixed_signals(RECORD, "CHN", "JPN"), "2024-02", "CHN>JPN")
    assert pd.isna(there["mixed"])
    assert (there["cooperative"], there["conflictual"]) == (0, 0)


def test_plans_are_signals_where_they_are_asked_for():
    back = cell(mixed_signals(RECORD, "CHN", "JPN", modalities=("happened", "planned")), "2024-02", "JPN>CHN")
    assert back["pairs"] == (("plan", "ban"),)
    assert back["mixed"] == pytest.approx(1 - 3.5 / 8.5)


def test_the_strongest_contradictions_come_first_and_no_more_than_asked():
    record = frame(*RECORD.to_dict("records"), row("2024-01-25", "CHN", "MOBILIZE", "JPN", occurrence="fleet"))
    pairs = cell(mixed_signals(record, "CHN", "JPN"), "2024-01", "CHN>JPN")["pairs"]
    assert pairs == (("visit", "fleet"), ("promise", "rebuke"))
    assert len(cell(mixed_signals(record, "CHN", "JPN", pairs=1), "2024-01", "CHN>JPN")["pairs"]) == 1


@pytest.mark.parametrize("draws", [0, 10])
def test_nothing_on_record_has_the_same_columns(draws):
    found = mixed_signals(RECORD, "FRA", "DEU", draws=draws).rows
    assert (list(found.columns), len(found)) == (list(COLUMNS), 0)


@settings(max_examples=25, deadline=None)
@given(RECORDS, FREQUENCIES)
def test_mixed_is_what_net_cooperation_leaves(record, frequency):
    rows = frame(*record)
    found = mixed_signals(rows, "CHN", "JPN", frequency, draws=25, seed=5).rows
    net = index(rows, "CHN", "JPN", frequency, measure="net", scale="plover")
    for one in found.itertuples():
        left = series(net, one.direction)[one.period]
        assert pd.isna(one.mixed) if left is None else one.mixed == pytest.approx(1 - abs(left))
    for column in ("mixed", "low", "high"):
        assert found[column].dropna().between(0, 1).all()
    few = found[found["cooperative"] + found["conflictual"] == 0]
    assert few["mixed"].isna().all()


@settings(max_examples=25, deadline=None)
@given(RECORDS, FREQUENCIES)
def test_swapping_the_parties_swaps_the_directions(record, frequency):
    one, other = (
        mixed_signals(frame(*record), *pair, frequency, draws=10).rows for pair in (("CHN", "JPN"), ("JPN", "CHN"))
    )
    other = other.assign(direction=other["direction"].replace("JPN-CHN", "CHN-JPN"))
    keys = ["period", "direction"]
    left, right = (rows.sort_values(keys, ignore_index=True) for rows in (one, other))
    pd.testing.assert_frame_equal(left, right)
