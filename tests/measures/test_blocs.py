"""Blocs: by hand, against all partitions, and known camps recovered."""

import importlib
import time
from itertools import combinations, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.measures.blocs import blocs, signed_network

NAMES = [f"S{number:02d}" for number in range(40)]


def least_frustration(relations: dict[tuple[str, str], float]) -> float:
    """The frustration index by trying every partition."""
    named = sorted({party for pair in relations for party in pair})
    return min(
        sum(abs(w) for (a, b), w in relations.items() if (camp[a] == camp[b]) != (w > 0))
        for signs in product((0, 1), repeat=len(named))
        for camp in [dict(zip(named, signs, strict=True))]
    )


def test_two_camps_by_hand() -> None:
    found = blocs({("A", "B"): 1.0, ("C", "D"): 1.0, ("A", "C"): -1.0, ("B", "D"): -1.0, ("B", "C"): 1.0})
    camps = found.members.set_index("party")["camp"]
    assert (found.frustration, found.total, found.method) == (1.0, 5.0, "exact")
    assert camps["A"] == camps["B"] != camps["C"] == camps["D"]
    assert found.frustrated == (("B", "C"),)
    assert found.members.set_index("party").loc["B", "margin"] == 1.0  # 1 frustrated more: A-B and B-D for B-C


def test_a_balanced_network_has_no_frustration() -> None:
    found = blocs({("A", "B"): 1.0, ("A", "C"): -1.0, ("B", "C"): -1.0}, parties=["A", "B", "C", "D"])
    assert (found.frustration, found.frustrated, found.left) == (0.0, (), ("D",))
    assert blocs({}).members.empty


@settings(deadline=None, max_examples=40)
@given(st.integers(3, 8), st.randoms())
def test_no_partition_is_better(size: int, dice) -> None:  # type: ignore[no-untyped-def]
    relations = {
        pair: float(dice.choice([-3, -1, 1, 2])) for pair in combinations(NAMES[:size], 2) if dice.random() < 0.7
    }
    if relations:
        found = blocs(relations)
        assert found.method == "exact"
        assert found.frustration == pytest.approx(least_frustration(relations))
        assert (found.members["margin"] >= -1e-9).all()


@settings(deadline=None, max_examples=15)
@given(st.randoms())
def test_names_and_scale_are_of_no_account(dice) -> None:  # type: ignore[no-untyped-def]
    relations = {pair: float(dice.choice([-1, 1])) for pair in combinations(NAMES[:7], 2)}
    other = dict(zip(NAMES[:7], dice.sample(NAMES, 7), strict=True))
    renamed = {tuple(sorted((other[a], other[b]))): 2 * w for (a, b), w in relations.items()}
    assert blocs(renamed).frustration == pytest.approx(2 * blocs(relations).frustration)  # type: ignore[arg-type]


def planted(size: int, seed: int, noise: float = 0.1) -> tuple[dict[tuple[str, str], float], dict[str, int]]:
    rng = np.random.default_rng(seed)
    camp = {name: int(rng.integers(2)) for name in NAMES[:size]}
    return {
        (a, b): (1.0 if camp[a] == camp[b] else -1.0) * (-1 if rng.random() < noise else 1)
        for a, b in combinations(NAMES[:size], 2)
        if rng.random() < 0.6
    }, camp


def test_known_camps_are_recovered_among_forty_states() -> None:
    relations, camp = planted(40, seed=2)
    begun = time.perf_counter()
    found = blocs(relations)
    assert found.method == "exact"
    assert time.perf_counter() - begun < 30  # no benchmark: that the optimum is proven at all
    told = found.members.set_index("party")["camp"]
    agree = np.mean([(told[a] == told[b]) == (camp[a] == camp[b]) for a, b in combinations(NAMES, 2)])
    assert agree == 1.0


def test_beyond_the_limit_the_search_says_that_it_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    relations, _ = planted(12, seed=3)
    exact = blocs(relations)
    monkeypatch.setattr(importlib.import_module("detente.measures.blocs"), "_EXACT", 5)
    found = blocs(relations)
    assert found.method == "heuristic"
    assert found.frustration == pytest.approx(exact.frustration)


def test_relations_that_count() -> None:
    matrix = pd.DataFrame(
        [
            {"one": "JPN", "other": "USA", "count": 9, "mean": 3.0, "net": 0.5},
            {"one": "CHN", "other": "JPN", "count": 9, "mean": 1.0, "net": -0.2},
            {"one": "CHN", "other": "USA", "count": 2, "mean": -4.0, "net": -1.0},
            {"one": "CHN", "other": "RUS", "count": 9, "mean": 2.0, "net": None},
        ]
    )
    assert signed_network(matrix) == {("JPN", "USA"): 1, ("CHN", "JPN"): 1, ("CHN", "RUS"): 1}
    assert signed_network(matrix, neutral=2.0) == {("JPN", "USA"): 1, ("CHN", "JPN"): -1}
    assert signed_network(matrix, ["CHN", "JPN"], value="net", weighted=True) == {("CHN", "JPN"): -0.2}
