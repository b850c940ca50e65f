"""The relations of a record as a network, for Gephi, Cytoscape, igraph, NetworkX."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from detente.errors import DetenteError
from detente.knowledge.states import states

FORMATS = (".graphml", ".gexf")


def write_network(edges: pd.DataFrame, path: Path) -> None:
    """Write a network of parties.

    Args:
        edges: one row an edge: ``one``, ``other``, and numbers, each of which becomes an attribute.
        path: a file .graphml or .gexf.

    Raises:
        DetenteError: the ending is neither, or the file can't be written.
    """
    import networkx as nx

    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise DetenteError(f"{path}: a network is written as {' or '.join(FORMATS)}")
    graph: nx.Graph = nx.Graph()
    for party in sorted({*edges["one"], *edges["other"]}):
        state = states().get(party)
        graph.add_node(
            party,
            label=state.name if state else party,
            kind="state" if state else "organisation",
            region=state.region.value if state else "",
        )
    for row in edges.to_dict("records"):
        one, other = row.pop("one"), row.pop("other")
        # An attribute without a value is left out: neither format has a missing number.
        graph.add_edge(one, other, **{str(name): value for name, value in row.items() if not pd.isna(value)})
    try:
        (nx.write_graphml if ending == ".graphml" else nx.write_gexf)(graph, path)
    except OSError as error:
        raise DetenteError(f"can't write {path}: {error.strerror or error}") from error
