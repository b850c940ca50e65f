"""Structural balance: by hand, and the theorem that ties it to two camps."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.measures.balance import balance, to_graph
from detente.measures.blocs import blocs

PAIRS = list(combinations("ABCDEF", 2))
COMPLETE = st.lists(st.sampled_from([-1.0, 1.0]), min_size=15, max_size=15).map(
    lambda signs: dict(zip(PAIRS, signs, strict=True))
)


def test_triangles_by_hand():
    """ABC all friends; D foe of A and B, friend of C; E related to A only."""
    relations = {("A", "B"): 2.0, ("A", "C"): 1.0, ("B", "C"): 0.5, ("A", "D"): -1.0, ("D", "B"): -3.0, ("C", "D"): 1.0,
                 ("A", "E"): -1.0}  # fmt: skip
    found = balance(relations)
    assert found.triangles == (1, 2, 1, 0)  # ABC; ACD, BCD; ABD
    assert found.unbalanced == (("A", "C", "D"), ("B", "C", "D"))
    assert found.share == 0.5
    assert found.weak_share == 0.5


@pytest.mark.parametrize(("signs", "share", "weak"), [((1, 1, 1), 1, 1), ((1, 1, -1), 0, 0), ((1, -1, -1), 1, 1),
                                                       ((-1, -1, -1), 0, 1)])  # fmt: skip
def test_one_triangle(signs, share, weak):
    found = balance(dict(zip([("A", "B"), ("A", "C"), ("B", "C")], signs, strict=True)))
    assert (found.share, found.weak_share) == (share, weak)


def test_without_triangles_there_is_no_share():
    assert balance({("A", "B"): 1.0}).share is None
    assert balance({}).weak_share is None


@settings(deadline=None, max_examples=40)
@given(COMPLETE)
def test_a_complete_network_is_balanced_if_two_camps_leave_no_frustration(relations):
    """Harary's theorem, and that of Davis for any number of camps."""
    found = balance(relations)
    assert (found.share == 1) == (blocs(relations).frustration == 0)
    assert (found.weak_share == 1) == (blocs(relations, camps=None).frustration == 0)


@settings(deadline=None, max_examples=40)
@given(COMPLETE, st.sets(st.sampled_from("ABCDEF")))
def test_switching_states_keeps_the_balance(relations, turned):
    """All relations of a state turned round: each triangle has two of them."""
    switched = {pair: weight * (-1 if len(turned & set(pair)) == 1 else 1) for pair, weight in relations.items()}
    assert balance(switched).unbalanced == balance(relations).unbalanced
    assert blocs(switched).frustration == blocs(relations).frustration


def test_a_graph_for_networkx(tmp_path):
    relations = {("A", "B"): 2.0, ("A", "C"): -1.5, ("B", "C"): 0.5}
    graph = to_graph(relations, blocs(relations))
    assert graph.edges["A", "C"] == {"weight": -1.5, "sign": -1, "frustrated": False}
    assert graph.edges["B", "C"]["frustrated"]
    assert graph.nodes["A"]["camp"] == graph.nodes["B"]["camp"] != graph.nodes["C"]["camp"]
    nx.write_graphml(graph, tmp_path / "blocs.graphml")
    again = nx.read_graphml(tmp_path / "blocs.graphml")
    assert {frozenset(edge): told["weight"] for *edge, told in again.edges(data=True)} == {
        frozenset(pair): weight for pair, weight in relations.items()
    }
