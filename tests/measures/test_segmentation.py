"""Cuts of a series: against ruptures, against every cut there is, and by law."""

import itertools

import numpy as np
import pytest
import ruptures
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.measures.segmentation import cut_many, estimate_noise, find_changes, penalty_of


def ones(values):
    return np.ones(len(values))


def cut_one(values, weights, min_size):
    return np.flatnonzero(cut_many(values[:, None], weights[:, None], min_size).first[:, 0]).tolist()


def cost_of(values, weights, starts):
    """Weighted squared error about the levels, and the penalties."""
    penalty = penalty_of(estimate_noise(values, weights), len(values))
    parts = zip(np.split(values, starts), np.split(weights, starts), strict=True)
    return sum(w @ (y - np.average(y, weights=w)) ** 2 for y, w in parts) + penalty * len(starts)


def test_noise_by_hand():
    assert estimate_noise(np.array([0.0, 2.0, 0.0]), np.ones(3)) == pytest.approx(np.sqrt((4 / 2 + 4 / 2) / 2))
    assert estimate_noise(np.array([0.0, 2.0]), np.array([1.0, 3.0])) == pytest.approx(np.sqrt(4 / (1 + 1 / 3)))
    assert estimate_noise(np.array([1.0]), np.ones(1)) == 0


def test_noise_hardly_sees_a_break():
    rng = np.random.default_rng(1)
    values = rng.normal(size=200) + 5 * (np.arange(200) >= 100)
    assert estimate_noise(values, ones(values)) == pytest.approx(1, abs=0.15)


@pytest.mark.parametrize("seed", range(25))
def test_the_reference_implementation_cuts_alike(seed):
    """ruptures' PELT; a weighted level is a regression of y * sqrt(w) on sqrt(w)."""
    rng = np.random.default_rng(seed)
    size = int(rng.integers(8, 70))
    values = rng.normal(size=size) + rng.choice([0, 1.5, 3]) * (np.arange(size) >= size // 3)
    penalty = penalty_of(estimate_noise(values, ones(values)), size)
    reference = ruptures.Pelt(model="l2", min_size=3, jump=1).fit(values).predict(pen=penalty)[:-1]
    assert find_changes(values, ones(values), 3) == cut_one(values, ones(values), 3) == reference
    weights = rng.integers(1, 9, size).astype(float)
    penalty = penalty_of(estimate_noise(values, weights), size)
    regression = np.column_stack([values * np.sqrt(weights), np.sqrt(weights)])
    reference = ruptures.Pelt(model="linear", min_size=3, jump=1).fit(regression).predict(pen=penalty)[:-1]
    assert find_changes(values, weights, 3) == reference


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(1, 5)), min_size=4, max_size=9), st.integers(1, 2))
def test_no_other_cut_costs_less(pairs, min_size):
    values, weights = np.array(pairs, dtype=float).T
    found = cut_one(values, weights, min_size)
    places = range(min_size, len(values) - min_size + 1)
    every = [
        list(starts)
        for number in range(len(values))
        for starts in itertools.combinations(places, number)
        if all(b - a >= min_size for a, b in itertools.pairwise((0, *starts, len(values))))
    ]
    least = min(cost_of(values, weights, starts) for starts in every)
    assert cost_of(values, weights, found) == pytest.approx(least)


def test_a_known_break_is_found_within_one_period():
    rng = np.random.default_rng(3)
    hits = 0
    for _ in range(100):
        values = rng.normal(size=48) + 3 * (np.arange(48) >= 30)
        hits += any(abs(at - 30) <= 1 for at in find_changes(values, ones(values), 3))
    assert hits >= 95


def test_white_noise_has_few_breaks():
    rng = np.random.default_rng(4)
    values = rng.normal(size=(60, 1000))
    alarms = cut_many(values, np.ones(values.shape), 3).first.any(axis=0).mean()
    assert alarms < 0.15  # BIC is no test: it has no nominal rate, and lets through the fewer the longer a series is
    longer = rng.normal(size=(300, 300))
    assert cut_many(longer, np.ones(longer.shape), 3).first.any(axis=0).mean() < 0.08


def test_what_is_missing_is_as_if_it_were_not_there():
    rng = np.random.default_rng(5)
    for _ in range(20):
        values = rng.normal(size=40) + 4 * (np.arange(40) >= 20)
        there = rng.random(40) > 0.3
        shorter = cut_one(values[there], np.ones(there.sum()), 3)
        full = cut_one(np.where(there, values, np.nan), there.astype(float), 3)
        assert np.flatnonzero(there)[shorter].tolist() == full


def test_series_together_are_cut_as_each_alone():
    rng = np.random.default_rng(6)
    values = rng.normal(size=(30, 7)) + 3 * (np.arange(30) >= 12)[:, None] * rng.integers(0, 2, 7)
    together = cut_many(values, np.ones(values.shape), 2)
    for at in range(7):
        alone = cut_many(values[:, at : at + 1], np.ones((30, 1)), 2)
        assert (together.first[:, at] == alone.first[:, 0]).all()
        assert together.gain[at] == pytest.approx(alone.gain[0])


@settings(deadline=None)
@given(st.lists(st.integers(-9, 9), min_size=8, max_size=30), st.sampled_from([0.5, 3.0]), st.sampled_from([-2.0, 7.0]))
def test_units_and_origin_are_of_no_account(numbers, factor, offset):
    values = np.array(numbers, dtype=float)
    gain = cut_many(values[:, None], np.ones((len(values), 1)), 2).gain[0]
    moved = cut_many((values * factor + offset)[:, None], np.ones((len(values), 1)), 2).gain[0]
    assert moved == pytest.approx(gain, abs=1e-6)


@pytest.mark.parametrize("values", [[1.0] * 12, [1.0, 2.0, 3.0], []])
def test_nothing_to_cut(values):
    assert find_changes(np.array(values), np.ones(len(values)), 3) == []
