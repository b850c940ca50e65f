"""Responses between two states and among three: recovered, refused, and by law."""

import datetime as dt
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from test_impulses import TRUE, simulate
from tidy_rows import frame, row

from detente.measures.refusal import Refusal
from detente.measures.responses import responses

MONDAY = dt.date(2015, 1, 5)


def record_of(values, directions, start=MONDAY):
    """One occurrence a week and direction, of the weight that the series has; and strangers' doings on every Sunday."""
    rows = []
    for week, numbers in enumerate(values):
        day = start + dt.timedelta(weeks=week)
        for (source, target), number in zip(directions, numbers, strict=True):
            if not np.isnan(number):
                rows.append(row(str(day), source, "CONSULT", target, score=number))
        rows += [row(str(day + dt.timedelta(days=shift)), "CHN", "CONSULT", "LAO") for shift in (0, 6)]
    return frame(*rows)


PAIR = (("CHN", "JPN"), ("JPN", "CHN"))
ONE_WAY = np.array([[[0.3, 0.0], [0.6, 0.2]]])  # JPN answers CHN; CHN doesn't answer


def pair_record(periods=150, coefs=ONE_WAY, seed=1):
    return record_of(simulate(coefs, periods, seed=seed), PAIR)


def test_a_known_answer_is_recovered():
    found = responses(pair_record(400), ("CHN", "JPN"), draws=200, what_if="CHN>JPN", shock=10)
    assert (found.directions, found.lags, found.differenced) == (("CHN>JPN", "JPN>CHN"), 1, False)
    granger = found.granger.set_index("cause")
    assert granger.loc["CHN>JPN", "p_holm"] < 0.001
    assert granger.loc["JPN>CHN", "p_holm"] > 0.05
    assert (found.largest_root < 1, found.white_p > 0.01, found.verdicts) == (True, True, ())
    told = found.what_if.set_index(["effect", "step"])
    assert told.loc[("CHN>JPN", 0), ["response", "low", "high"]].tolist() == [10, 10, 10]
    assert told.loc[("JPN>CHN", 0), "response"] == 0
    answer = told.loc[("JPN>CHN", 1)]
    assert answer["low"] < 6 < answer["high"]
    assert answer["response"] == pytest.approx(6, abs=1)
    shares = found.variance[(found.variance["effect"] == "JPN>CHN") & (found.variance["step"] == 8)]
    assert shares["share"].sum() == pytest.approx(1)


def test_what_a_result_rests_on():
    found = responses(pair_record(60), ("CHN", "JPN"), draws=20)
    assert (found.first, found.last, found.periods, found.left_out) == ("2015-01-05", "2016-02-22", 60, 0)
    assert (found.zeros, found.reports) == ({"CHN>JPN": 0, "JPN>CHN": 0}, 120)
    assert (found.what_if.empty, found.shock) == (True, None)
    assert set(found.impulses["kind"]) == {"orthogonal", "generalised"}
    assert len(found.impulses) == 2 * 4 * 9
    assert (found.impulses["low"] <= found.impulses["high"]).all()


def test_silent_weeks_are_zeros_that_are_counted_and_gaps_cut_the_series():
    values = simulate(ONE_WAY, 120, seed=2)
    values[10:16, 0] = np.nan
    record = record_of(values, PAIR)
    assert responses(record, ("CHN", "JPN"), draws=20).zeros == {"CHN>JPN": 6, "JPN>CHN": 0}
    unknown = record[
        ~record["start"].between(MONDAY + dt.timedelta(weeks=40), MONDAY + dt.timedelta(weeks=42, days=-1))
    ]
    found = responses(unknown, ("CHN", "JPN"), draws=20)
    assert (found.periods, found.left_out, found.zeros) == (78, 42, {"CHN>JPN": 0, "JPN>CHN": 0})
    by_mean = responses(record, ("CHN", "JPN"), measure="mean", draws=20)
    assert (by_mean.periods, by_mean.left_out) == (104, 16)


def test_noise_says_that_nothing_is_to_be_learnt():
    values = np.random.default_rng(3).normal(size=(100, 2))
    found = responses(record_of(values, PAIR), ("CHN", "JPN"), draws=20, what_if="CHN>JPN")
    assert found.chosen == 0
    assert "tells nothing" in found.verdicts[0]
    assert any("don't trust a what-if" in said for said in found.verdicts)


def test_a_walk_is_modelled_in_changes_and_told_in_levels():
    walk = np.cumsum(np.random.default_rng(4).normal(size=(200, 2)), axis=0)
    found = responses(record_of(walk, PAIR), ("CHN", "JPN"), draws=50, what_if="JPN>CHN", shock=2)
    assert found.differenced
    assert "unit root" in found.unit_roots["verdict"].tolist()
    moved = found.what_if[found.what_if["effect"] == "JPN>CHN"]["response"]
    assert moved.iloc[0] == 2
    assert moved.iloc[-1] == pytest.approx(2, abs=0.8)  # it stays: a walk forgets nothing


def test_a_triangle():
    directions = [pair for sides in (("CHN", "JPN"), ("CHN", "USA"), ("JPN", "USA")) for pair in permutations(sides)]
    coefs = 0.2 * np.eye(6)[None]
    coefs[0, 2, 5] = 0.7  # what USA does to JPN, CHN answers towards USA
    record = record_of(simulate(coefs, 250, seed=5), directions)
    found = responses(record, ("CHN", "JPN", "USA"), draws=20)
    assert found.directions == ("CHN>JPN", "JPN>CHN", "CHN>USA", "USA>CHN", "JPN>USA", "USA>JPN")
    sure = found.granger[found.granger["p_holm"] < 0.01]
    assert sure[["cause", "effect"]].to_numpy().tolist() == [["USA>JPN", "CHN>USA"]]
    assert len(found.granger) == 30


@pytest.mark.parametrize(
    ("record", "parties", "reason", "counts"),
    [
        (frame(), ("CHN", "JPN"), "too little data", {"periods": 0, "needed": 30}),
        (pair_record(29), ("CHN", "JPN"), "too little data", {"periods": 29, "needed": 30}),
        (pair_record(49), ("CHN", "JPN", "USA"), "too little data", {"periods": 49, "needed": 50}),
        (
            pair_record(60), ("CHN", "JPN", "USA"), "less than half",
            {"periods": 60, "CHN>USA in": 0, "USA>CHN in": 0, "JPN>USA in": 0, "USA>JPN in": 0},
        ),
        (record_of(np.ones((40, 2)), PAIR), ("CHN", "JPN"), "never moves", {"periods": 40}),
    ],
)  # fmt: skip
def test_too_little_data_gives_counts_and_no_numbers(record, parties, reason, counts):
    found = responses(record, parties)
    assert isinstance(found, Refusal)
    assert reason in found.reason
    assert found.counts == counts
    assert all(str(count) in str(found) for count in counts.values())


def test_changes_that_wander_are_refused():
    wild = np.cumsum(np.cumsum(np.random.default_rng(6).normal(size=(120, 2)), axis=0), axis=0)
    found = responses(record_of(wild, PAIR), ("CHN", "JPN"))
    assert isinstance(found, Refusal)
    assert "unit root" in found.reason


def test_what_leaves_nothing_to_chance_is_refused():
    values = np.random.default_rng(1).normal(size=(60, 1))
    copied = np.column_stack([values[1:], values[:-1]])
    found = responses(record_of(copied, PAIR), ("CHN", "JPN"))
    assert isinstance(found, Refusal)
    assert found.reason == "JPN>CHN follows exactly from what came before"


def test_forecasts_are_tried_in_the_shortest_series_too():
    found = responses(pair_record(30), ("CHN", "JPN"), draws=20)
    assert set(found.errors["step"]) == {1, 2, 3, 4}
    assert found.errors["forecasts"].min() == 7


def test_the_order_of_the_parties_is_of_no_account_but_to_orthogonal_impulses():
    record = pair_record(120, TRUE[:1], seed=7)
    one, other = (responses(record, each, draws=30, what_if="CHN>JPN") for each in (("CHN", "JPN"), ("JPN", "CHN")))
    for table, value in (("granger", "p"), ("what_if", "response"), ("errors", "rmse")):
        keys = [key for key in ("cause", "effect", "step", "method") if key in getattr(one, table)]
        first, second = (getattr(each, table).set_index(keys)[value].sort_index() for each in (one, other))
        pd.testing.assert_series_equal(first, second)
    assert one.shock == pytest.approx(other.shock)


def test_a_unit_is_of_no_account():
    record = pair_record(100, TRUE[:1], seed=8)
    doubled = record.assign(score=record["score"] * 2)
    one, two = (responses(each, ("CHN", "JPN"), draws=30) for each in (record, doubled))
    assert two.impulses["response"].to_numpy() == pytest.approx(2 * one.impulses["response"].to_numpy())
    assert two.granger["p"].to_numpy() == pytest.approx(one.granger["p"].to_numpy())


def test_a_seed_gives_the_same_intervals():
    record = pair_record(80)
    one, again, other = (responses(record, ("CHN", "JPN"), draws=30, seed=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(one.impulses, again.impulses)
    assert (one.impulses["low"] != other.impulses["low"]).any()
    assert (one.impulses["response"] == other.impulses["response"]).all()


def test_lags_are_no_more_than_asked_for():
    record = record_of(simulate(TRUE, 300, seed=9), PAIR)
    assert responses(record, ("CHN", "JPN"), draws=5).lags == 2
    found = responses(record, ("CHN", "JPN"), draws=5, lags=1)
    assert (found.lags, found.most) == (1, 1)


@pytest.mark.parametrize(
    ("parties", "options"),
    [
        (("CHN",), {}),
        (("CHN", "CHN"), {}),
        (("CHN", "JPN", "USA", "RUS"), {}),
        (("CHN", "JPN"), {"measure": "count"}),
        (("CHN", "JPN"), {"lags": 0}),
        (("CHN", "JPN"), {"horizon": 0}),
        (("CHN", "JPN"), {"draws": 0}),
        (("CHN", "JPN"), {"shock": 5.0}),
        (("CHN", "JPN"), {"what_if": "CHN>USA"}),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(parties, options):
    with pytest.raises(ValueError, match=r"give|there are|name what"):
        responses(pair_record(40), parties, **options)
