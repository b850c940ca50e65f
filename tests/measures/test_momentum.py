"""Momentum: known slopes are found, noise has none, and levels share no partner."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from tidy_rows import frame, row

from detente.measures.local_slope import fit_slope
from detente.measures.momentum import momentum


def monthly(codes, source="CHN", target="JPN", first=(2022, 1)):
    """One occurrence a month: code by code; None for a silent month."""
    months = [(first[0] + (first[1] - 1 + at) // 12, (first[1] - 1 + at) % 12 + 1) for at in range(len(codes))]
    return [row(dt.date(*month, 15).isoformat(), source, code, target) for month, code in
            zip(months, codes, strict=True) if code]  # fmt: skip


THAW = ["SANCTION"] * 6 + ["ACCUSE"] * 6 + ["CONSULT visit"] * 6 + ["COOPERATE"] * 6


def direction(found, name):
    return found.rows[found.rows["direction"] == name].iloc[0]


def test_a_thaw_is_warming_and_the_other_way_round_cooling():
    warm = direction(momentum(frame(*monthly(THAW)), "CHN", "JPN"), "CHN-JPN")
    cold = direction(momentum(frame(*monthly(THAW[::-1])), "CHN", "JPN"), "CHN-JPN")
    assert (warm["verdict"], cold["verdict"]) == ("warming", "cooling")
    assert warm["low"] < warm["slope"] < warm["high"]
    assert warm["slope"] > 5


def test_the_slope_is_that_of_a_weighted_regression():
    rng = np.random.default_rng(1)
    ago = np.arange(-29, 1) / 12
    values = 2 + 3 * ago + rng.standard_normal(30)
    found = fit_slope(ago, values, 30 / 12, 1 / 12)
    weights = np.clip(1 - np.abs(ago / (30.5 / 12)) ** 3, 0, None) ** 3
    reference = sm.WLS(values, sm.add_constant(ago), weights=weights).fit()
    assert found.slope == pytest.approx(reference.params[1])
    assert found.value == pytest.approx(reference.params[0])


def test_a_straight_line_has_its_slope_whatever_is_missing():
    ago = np.array([-20, -18, -17, -12, -9, -8, -5, -3, -2, 0]) / 12
    noise = np.tile([1e-6, -1e-6], 5)
    assert fit_slope(ago, 4 * ago + noise, 24 / 12, 1 / 12).slope == pytest.approx(4, abs=1e-4)


def test_scale_and_shift_move_the_line_as_they_should():
    rng = np.random.default_rng(2)
    ago, values = np.arange(-23, 1) / 12, rng.standard_normal(24)
    plain, moved = fit_slope(ago, values, 2, 1 / 12), fit_slope(ago, 3 * values + 7, 2, 1 / 12)
    assert moved.slope == pytest.approx(3 * plain.slope)
    assert moved.high - moved.low == pytest.approx(3 * (plain.high - plain.low))
    assert moved.p == pytest.approx(plain.p)


def test_intervals_hold_the_truth_as_often_as_they_say():
    rng = np.random.default_rng(3)
    ago = np.arange(-23, 1) / 12
    fits = [fit_slope(ago, rng.standard_normal(24), 2, 1 / 12) for _ in range(400)]
    assert 0.92 <= np.mean([fit.low <= 0 <= fit.high for fit in fits]) <= 0.99


def test_levels_share_no_partner_and_directions_are_told_apart():
    rows = [
        *monthly(THAW), *monthly(["AID"] * 5, "CHN", "KOR"), *monthly(["AID"] * 4, "CHN", "FRA"),
        *monthly(["ACCUSE"] * 3, "USA", "JPN"), *monthly(["ACCUSE"] * 2, "FRA", "USA"),
    ]  # fmt: skip
    counts = momentum(frame(*rows), "CHN", "JPN").rows.set_index("direction")["count"].to_dict()
    assert counts == {"CHN-JPN": 24, "CHN>JPN": 24, "JPN>CHN": 0, "CHN~east-asia": 5, "JPN~east-asia": 0,
                      "CHN~rest": 4, "JPN~rest": 3}  # fmt: skip


def test_too_little_data_has_no_numbers():
    codes = [code if at % 3 == 0 else None for at, code in enumerate(THAW[:21])]
    row = direction(momentum(frame(*monthly(codes)), "CHN", "JPN"), "CHN-JPN")
    assert (row["verdict"], row["periods"], row["silent"]) == ("too little data", 7, 12)
    assert pd.isna(row["slope"])
    assert "needed 8" in row["reason"]


def test_what_lies_before_the_window_does_not_count():
    rows = monthly(["ASSAULT"] * 12, first=(2015, 1)) + monthly(THAW)
    assert direction(momentum(frame(*rows), "CHN", "JPN"), "CHN-JPN")["count"] == 24


def test_an_empty_frame_and_a_window_that_is_none():
    assert set(momentum(frame(), "CHN", "JPN").rows["verdict"]) == {"too little data"}
    with pytest.raises(ValueError, match="give 8 or more"):
        momentum(frame(), "CHN", "JPN", window=3)


def test_a_series_that_never_differs_is_refused():
    row = direction(momentum(frame(*monthly(["ACCUSE"] * 24)), "CHN", "JPN"), "CHN-JPN")
    assert row["verdict"] == "too little data"
    assert "never differ" in row["reason"]
