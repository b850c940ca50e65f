"""Partitions: no other has less frustration, planted camps are found, and what is not proven says so."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.measures.partition import frustration_of, partition, search


def least(weights, camps):
    """The least frustration by trying every partition, each once."""
    size, best = len(weights), np.inf

    def place(own, used):
        nonlocal best
        if len(own) == size:
            best = min(best, frustration_of(weights, np.array(own)))
            return
        for camp in range(min(used + 1, camps or size)):
            place([*own, camp], max(used, camp + 1))

    place([], 0)
    return best


@st.composite
def networks(draw, most=7):
    size = draw(st.integers(2, most))
    values = draw(st.sampled_from([[-1, 0, 1], [-3, -1, 0, 1, 2], [-1.37, -0.2, 0.71, 1.9]]))
    ties = draw(st.lists(st.sampled_from(values), min_size=size * size, max_size=size * size))
    upper = np.triu(np.array(ties, dtype=float).reshape(size, size), 1)
    return upper + upper.T


def planted(size, camps, noise, seed):
    rng = np.random.default_rng(seed)
    own = rng.permutation(np.arange(size) % camps)
    signs = np.where(own[:, None] == own, 1, -1) * np.where(rng.random((size, size)) < noise, -1, 1)
    upper = np.triu(signs.astype(float), 1)
    return upper + upper.T, own


@pytest.mark.parametrize("camps", [2, 3, None])
@settings(deadline=None, max_examples=25)
@given(networks())
def test_no_partition_is_better(camps, weights):
    found = partition(weights, camps, seconds=60)
    assert found.frustration == pytest.approx(least(weights, camps), abs=1e-6)
    assert found.bound == found.frustration
    assert frustration_of(weights, found.camps) == pytest.approx(found.frustration)
    assert len(set(found.camps.tolist())) <= (camps or len(weights))


@settings(deadline=None, max_examples=4)
@given(networks(most=10).filter(lambda weights: len(weights) >= 9))
def test_two_camps_among_ten(weights):
    assert partition(weights, 2, seconds=60).frustration == pytest.approx(least(weights, 2), abs=1e-6)


@settings(deadline=None, max_examples=25)
@given(networks())
def test_more_camps_never_leave_more(weights):
    two, three, free = (partition(weights, camps, seconds=60).frustration for camps in (2, 3, None))
    assert free <= three + 1e-6
    assert three <= two + 1e-6


@settings(deadline=None, max_examples=25)
@given(networks(), st.randoms())
def test_the_order_of_states_is_of_no_account(weights, dice):
    order = dice.sample(range(len(weights)), len(weights))
    found, turned = partition(weights, 2, seconds=60), partition(weights[np.ix_(order, order)], 2, seconds=60)
    assert turned.frustration == pytest.approx(found.frustration)


@pytest.mark.parametrize(("size", "camps", "asked"), [(40, 2, 2), (40, 3, 3), (30, 4, None)])
def test_planted_camps_are_found_and_proven(size, camps, asked):
    weights, own = planted(size, camps, 0.1, seed=4)
    found = partition(weights, asked, seconds=60)
    assert found.bound == found.frustration
    assert ((found.camps[:, None] == found.camps) == (own[:, None] == own)).all()


def test_the_search_alone_finds_planted_camps_among_many_and_claims_no_proof():
    weights, own = planted(120, 2, 0.15, seed=5)
    found = partition(weights, 2, seconds=0)
    assert found.bound == 0 < found.frustration
    assert ((found.camps[:, None] == found.camps) == (own[:, None] == own)).all()
    assert [own.tolist() for own in search(weights, 2, seed=1)] == [own.tolist() for own in search(weights, 2, seed=1)]


def test_partitions_that_fit_as_well_are_counted():
    """A triangle of foes in two camps: any one may be alone; a pair of foes has but one way."""
    foes = np.eye(3) - np.ones((3, 3))
    assert partition(foes, 2, seconds=10).equals == 3
    assert partition(foes, None, seconds=10).equals == 1
    assert partition(foes[:2, :2], 2, seconds=10).equals == 1


def test_without_the_time_for_a_proof_the_bound_stays_below():
    rng = np.random.default_rng(6)
    upper = np.triu(rng.choice([-1.0, 1.0], (34, 34)), 1)
    found = partition(upper + upper.T, None, seconds=0.5)
    assert 0 <= found.bound < found.frustration
