"""The causal map of a pair: which drivers are one, how they are counted, and the graph of them."""

import networkx as nx
import pytest

from detente.ledgers.causes import causal_graph, find_drivers, graphml
from detente.records import Actor, ActorKind, Claim, ClaimKind, Document, Evidence, Sign, Span

DOCUMENTS = {
    name: Document(name, f"{name}.txt", "text", outlet=outlet)
    for name, outlet in (("a", "Harbour Wire"), ("b", "Harbour Wire"), ("c", "Straits Courier"), ("d", None))
}


def explanation(document: str, cause: str, sign: Sign | None = Sign.WORSENS, about: tuple[str, ...] = ("KEN", "PER"),
                speaker: str | None = None) -> Claim:  # fmt: skip
    return Claim(
        id=f"{document}{cause}",
        evidence=Evidence(document, Span(0, 4), Span(0, 4), "test"),
        kind=ClaimKind.EXPLANATION,
        speaker=Actor("x", speaker, ActorKind.PERSON) if speaker else None,
        about=about,
        stance=None,
        text=cause,
        cause=cause,
        effect=f"after {cause}",
        sign=sign,
    )


def test_the_same_cause_with_the_same_sign_is_one_driver() -> None:
    claims = [explanation("a", "the fish ban"), explanation("c", "The fish  ban"), explanation("b", "a war")]
    first, second = find_drivers(claims, ("PER", "KEN"), DOCUMENTS)
    assert (first.cause, first.documents) == ("the fish ban", ("a", "c"))
    assert first.outlets == ("Harbour Wire", "Straits Courier")
    assert (second.cause, second.documents) == ("a war", ("b",))


def test_articles_that_disagree_on_the_sign_are_two_drivers() -> None:
    claims = [explanation("a", "the summit", Sign.IMPROVES), explanation("b", "the summit", Sign.WORSENS)]
    assert {one.sign for one in find_drivers(claims, ("KEN", "PER"), DOCUMENTS)} == {Sign.IMPROVES, Sign.WORSENS}


def test_other_pairs_and_articles_without_outlet_do_not_count() -> None:
    claims = [explanation("d", "x"), explanation("a", "y", about=("KEN",)), explanation("a", "z", about=("KEN", "CHL"))]
    (driver,) = find_drivers(claims, ("KEN", "PER"), DOCUMENTS)
    assert (driver.cause, driver.outlets) == ("x", ())


def test_a_pair_is_two() -> None:
    with pytest.raises(ValueError, match="two parties"):
        find_drivers([], ("KEN", "KEN"), DOCUMENTS)


def test_the_graph_survives_graphml() -> None:
    claims = [explanation("a", "the <fish> ban", speaker="Wanjiru"), explanation("b", "drought", None)]
    graph = causal_graph(find_drivers(claims, ("PER", "KEN"), DOCUMENTS), ("PER", "KEN"))
    read = nx.parse_graphml(graphml(graph))
    assert dict(read.nodes(data=True)) == dict(graph.nodes(data=True))
    edges = {read.nodes[driver]["label"]: data for driver, _, data in read.edges(data=True)}
    assert edges["the <fish> ban"]["sign"] == "worsens"
    assert edges["the <fish> ban"]["speakers"] == "Wanjiru"
    assert edges["drought"]["sign"] == "unknown"
    assert read.nodes["KEN-PER"]["kind"] == "relation"
