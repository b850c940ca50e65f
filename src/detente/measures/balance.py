"""Structural balance of a signed network: how many of its triangles are balanced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from detente.measures.blocs import Blocs

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Balance:
    """The triangles of a signed network.

    Attributes:
        triangles: states that are all related to each other, three by three, by how many of their relations are
            negative: 0, 1, 2, 3.
        unbalanced: the triangles whose signs have a negative product (one or three negative relations).
    """

    triangles: tuple[int, int, int, int]
    unbalanced: tuple[Triple, ...]

    @property
    def share(self) -> float | None:
        """Share of triangles that are balanced, 0 to 1; None without a triangle."""
        total = sum(self.triangles)
        return (self.triangles[0] + self.triangles[2]) / total if total else None

    @property
    def weak_share(self) -> float | None:
        """Share that is balanced or has three negative relations: without one lone negative relation, 0 to 1."""
        total = sum(self.triangles)
        return (total - self.triangles[1]) / total if total else None


def balance(relations: Mapping[tuple[str, str], float]) -> Balance:
    """Count the balanced and the unbalanced triangles.

    A friend's friend and a foe's foe are friends, a friend's foe is a foe: of three states that is so when the product
    of the signs is positive. The weights are of no account.

    Args:
        relations: weight by pair: positive for friends, negative for foes
            (:func:`detente.measures.blocs.signed_network`).

    Source:
        Cartwright & Harary (1956), "Structural Balance: A Generalization of Heider's Theory", Psychological Review 63,
        277-293; weak balance: Davis (1967), "Clustering and structural balance in graphs", Human Relations 20, 181-187.
    """
    signs = {tuple(sorted(pair)): weight > 0 for pair, weight in relations.items() if weight}
    counts, unbalanced = [0, 0, 0, 0], list[Triple]()
    for one, other, third in combinations(sorted({party for pair in signs for party in pair}), 3):
        sides = [signs.get(pair) for pair in ((one, other), (one, third), (other, third))]
        if None in sides:
            continue
        negative = sides.count(False)
        counts[negative] += 1
        if negative % 2:
            unbalanced.append((one, other, third))
    return Balance((counts[0], counts[1], counts[2], counts[3]), tuple(unbalanced))


def to_graph(relations: Mapping[tuple[str, str], float], found: Blocs | None = None) -> nx.Graph:
    """The signed network as a graph of networkx, for layouts, other measures and its writers of files.

    Args:
        relations: weight by pair.
        found: gives states their ``camp`` and ``margin``, and relations whether they are ``frustrated``.

    Returns:
        Nodes are parties; edges have ``weight`` (signed) and ``sign`` (1 or -1).
    """
    import networkx as nx

    graph = nx.Graph()
    for (one, other), weight in sorted(relations.items()):
        graph.add_edge(one, other, weight=weight, sign=1 if weight > 0 else -1)
    if found is not None:
        for row in found.members.to_dict("records"):
            graph.add_node(row["party"], camp=row["camp"], margin=row["margin"])
        frustrated = {frozenset(pair) for pair in found.frustrated}
        for one, other, told in graph.edges(data=True):
            told["frustrated"] = frozenset((one, other)) in frustrated
    return graph
