"""The causal map of a pair: what its articles say drives the relation, which way, and how many say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from detente.records import Claim, ClaimKind, Document, Sign

if TYPE_CHECKING:
    import networkx as nx

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Driver:
    """One cause that articles name for how a relation goes.

    Attributes:
        cause: its words, as first told.
        sign: what it does to the relation; None where no article tells.
        effects: what it leads to, in the articles' words, each once.
        claims: all explanations that name it, in order of their documents.
        documents: ids of the articles that name it, each once.
        outlets: their outlets, each once, sorted; an article without one counts for none.
        speakers: who says so, by name, each once, sorted; the authors are not among them.
    """

    cause: str
    sign: Sign | None
    effects: tuple[str, ...]
    claims: tuple[Claim, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    speakers: tuple[str, ...]


def find_drivers(
    claims: Iterable[Claim], pair: Collection[str], documents: Mapping[str, Document]
) -> tuple[Driver, ...]:
    """The drivers of a pair's relation, those with the most articles first.

    Causes told in the same words with the same sign are one driver; one that improves to some and worsens to others
    is two, for the articles disagree.

    Args:
        claims: of any kind and about anybody.
        pair: the two parties.
        documents: the articles by id, for their outlets.

    Raises:
        ValueError: ``pair`` is not two parties.
    """
    if len(set(pair)) != 2:
        raise ValueError(f"a pair is two parties, not {', '.join(sorted(set(pair))) or 'none'}")
    groups: dict[tuple[str, Sign | None], list[Claim]] = {}
    for claim in _explanations(claims, frozenset(pair)):
        groups.setdefault((_key(claim.cause or ""), claim.sign), []).append(claim)
    drivers = [_driver(group, documents) for group in groups.values()]
    return tuple(sorted(drivers, key=lambda one: (-len(one.documents), one.cause.casefold(), one.sign or "")))


def causal_graph(drivers: Iterable[Driver], pair: Collection[str]) -> nx.DiGraph[str]:
    """The causal map as a graph: an edge from each driver to the relation.

    Returns:
        Nodes have ``kind`` (driver or relation) and ``label``; edges ``sign`` (improves, worsens, constrains,
        unknown), ``sources`` (number of articles), ``outlets`` (number of outlets), ``effects`` and ``speakers``.
    """
    import networkx as nx

    relation = "-".join(sorted(set(pair)))
    graph: nx.DiGraph[str] = nx.DiGraph(pair=relation)
    graph.add_node(relation, kind="relation", label=relation)
    for number, driver in enumerate(drivers, start=1):
        node = f"driver-{number}"
        graph.add_node(node, kind="driver", label=driver.cause)
        graph.add_edge(
            node,
            relation,
            sign=str(driver.sign or "unknown"),
            sources=len(driver.documents),
            outlets=len(driver.outlets),
            effects=" | ".join(driver.effects),
            speakers=" | ".join(driver.speakers),
        )
    return graph


def graphml(graph: nx.DiGraph[str]) -> str:
    """A graph as GraphML, which Gephi, Cytoscape and yEd read."""
    import networkx as nx

    out = BytesIO()
    nx.write_graphml(graph, out, encoding="utf-8", prettyprint=True)
    return out.getvalue().decode("utf-8")


def _explanations(claims: Iterable[Claim], pair: frozenset[str]) -> Iterator[Claim]:
    for claim in claims:
        if claim.kind is ClaimKind.EXPLANATION and claim.cause and pair <= set(claim.about):
            yield claim


def _key(cause: str) -> str:
    return " ".join(_ARTICLE.sub("", cause.strip(" .\"'“”")).casefold().split())


def _driver(claims: list[Claim], documents: Mapping[str, Document]) -> Driver:
    ids = tuple(dict.fromkeys(claim.evidence.document for claim in claims))
    outlets = {outlet for one in ids if one in documents and (outlet := documents[one].outlet)}
    return Driver(
        cause=claims[0].cause or "",
        sign=claims[0].sign,
        effects=tuple(dict.fromkeys(claim.effect for claim in claims if claim.effect)),
        claims=tuple(claims),
        documents=ids,
        outlets=tuple(sorted(outlets)),
        speakers=tuple(sorted({claim.speaker.name for claim in claims if claim.speaker})),
    )
