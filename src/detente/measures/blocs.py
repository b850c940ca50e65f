"""Blocs: the camps that fit best the friendships and hostilities of many states, and how far they don't fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

MEMBER_COLUMNS = ("party", "camp", "margin", "friends", "foes")
_EXACT = 40  # states up to which the optimum is looked for and proven
_SECONDS = 30.0  # for the proof
_STARTS = 200  # of the local search


@dataclass(frozen=True, slots=True)
class Blocs:
    """A partition of states into two camps.

    Attributes:
        members: rows by party: ``party``, ``camp`` (1 or 2; the larger is 1), ``margin`` (by how much frustration would
            grow if it changed camps: small for those between the camps), ``friends`` and ``foes`` (positive and
            negative relations that it has).
        frustration: weight of the relations that don't fit: negative within a camp, positive between camps.
        total: weight of all relations; with ``frustration`` 0 the network is balanced.
        frustrated: the pairs that don't fit.
        method: "exact" where no partition is better, "heuristic" where that wasn't proven.
        left: states without a relation that counts.
    """

    members: pd.DataFrame
    frustration: float
    total: float
    frustrated: tuple[tuple[str, str], ...]
    method: str
    left: tuple[str, ...]


def signed_network(
    matrix: pd.DataFrame,
    parties: Sequence[str] | None = None,
    *,
    value: str = "mean",
    neutral: float = 0.0,
    least: int = 5,
    weighted: bool = False,
) -> dict[tuple[str, str], float]:
    """The signed relations of a matrix of all pairs.

    Args:
        matrix: rows by pair, with ``one``, ``other``, ``count`` and the value (``Record.pair_matrix``).
        parties: only relations among these; all where none is named.
        value: the column whose sign counts: mean score or net cooperation.
        neutral: what divides positive from negative.
        least: a relation needs so many occurrences.
        weighted: weigh a relation by how far its value is from neutral; else each weighs 1.

    Returns:
        Weight by pair, in order of the alphabet: positive for friends, negative for foes; none at neutral.
    """
    wanted = matrix[matrix["count"] >= least]
    if parties is not None:
        wanted = wanted[wanted["one"].isin(list(parties)) & wanted["other"].isin(list(parties))]
    found: dict[tuple[str, str], float] = {}
    for row in wanted[["one", "other", value]].dropna().itertuples(index=False):
        lean = float(row[2]) - neutral
        if lean:
            one, other = sorted((str(row[0]), str(row[1])))
            found[one, other] = lean if weighted else float(np.sign(lean))
    return found


def blocs(relations: Mapping[tuple[str, str], float], parties: Sequence[str] | None = None, seed: int = 0) -> Blocs:
    """The two camps that leave the least frustration.

    Args:
        relations: weight by pair: positive for friends, negative for foes.
        parties: the states; those in ``relations`` where none is named.
        seed: of the local search beyond 40 states.

    Returns:
        The camps. To 40 states the partition is an optimum, by integer programming, if the solver proves it in half a
        minute; beyond, or without the proof, the best of a local search from 200 random starts, which says so.

    Source:
        Frustration index: Harary (1959), "On the measurement of structural balance", Behavioral Science 4, 316-323;
        the linear model is that of Aref, Mason & Wilson (2018), "Computing the line index of balance using integer
        programming optimisation": a binary for each state's camp, and one for each relation: is it frustrated?
    """
    named = sorted({party for pair in relations for party in pair})
    left = tuple(party for party in parties or () if party not in named)
    edges = [(named.index(one), named.index(other), weight) for (one, other), weight in sorted(relations.items())]
    camps, method = _search(len(named), edges, seed), "heuristic"
    if 0 < len(named) <= _EXACT:
        exact = _solve(len(named), edges)
        if exact is not None:
            camps, method = exact, "exact"
    if camps.sum() * 2 > len(named) or (camps.sum() * 2 == len(named) and camps[:1].any()):
        camps = 1 - camps
    return Blocs(
        members=_members(named, edges, camps),
        frustration=_frustration(edges, camps),
        total=float(sum(abs(weight) for *_, weight in edges)),
        frustrated=tuple(
            (named[one], named[other]) for one, other, weight in edges if _is_off(camps, one, other, weight)
        ),
        method=method,
        left=left,
    )


Edges = Sequence[tuple[int, int, float]]
Camps = NDArray[np.int64]


def _is_off(camps: Camps, one: int, other: int, weight: float) -> bool:
    """Whether a relation doesn't fit: foes in one camp, friends in two."""
    return bool((camps[one] == camps[other]) != (weight > 0))


def _frustration(edges: Edges, camps: Camps) -> float:
    return float(sum(abs(weight) for one, other, weight in edges if _is_off(camps, one, other, weight)))


def _members(named: Sequence[str], edges: Edges, camps: Camps) -> pd.DataFrame:
    before = _frustration(edges, camps)
    rows = []
    for at, party in enumerate(named):
        turned = camps.copy()
        turned[at] = 1 - turned[at]
        own = [weight for one, other, weight in edges if at in (one, other)]
        rows.append(
            {
                "party": party,
                "camp": int(camps[at]) + 1,
                "margin": _frustration(edges, turned) - before,
                "friends": sum(weight > 0 for weight in own),
                "foes": sum(weight < 0 for weight in own),
            }
        )
    table = pd.DataFrame(rows, columns=list(MEMBER_COLUMNS))
    return table.sort_values(["camp", "margin", "party"], ascending=[True, False, True], ignore_index=True)


def _solve(size: int, edges: Edges) -> Camps | None:
    """An optimal partition by integer programming; None where the time ran out before the proof.

    Variables are the camp of each state (0 or 1) and, for each relation, whether it is frustrated. For friends
    f >= x - y and f >= y - x; for foes f >= x + y - 1 and f >= 1 - x - y. Of every three states that are all related
    and out of balance one side at least is frustrated, which tightens the relaxation. The state with the most relations
    is put into the first camp, since turning the camps round changes nothing.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import lil_array

    rows = []
    for number, (one, other, weight) in enumerate(edges):
        frustrated = size + number
        if weight > 0:
            rows += [({frustrated: 1, one: -1, other: 1}, 0.0), ({frustrated: 1, one: 1, other: -1}, 0.0)]
        else:
            rows += [({frustrated: 1, one: -1, other: -1}, -1.0), ({frustrated: 1, one: 1, other: 1}, 1.0)]
    number_of = {(one, other): number for number, (one, other, _) in enumerate(edges)}
    for one, other, third in combinations(range(size), 3):
        sides = [number_of.get(pair) for pair in ((one, other), (one, third), (other, third))]
        if None not in sides and np.prod([edges[side][2] for side in sides if side is not None]) < 0:
            rows.append(({size + side: 1 for side in sides if side is not None}, 1.0))
    matrix = lil_array((len(rows), size + len(edges)))
    for at, (terms, _) in enumerate(rows):
        for column, factor in terms.items():
            matrix[at, column] = factor
    degrees = np.bincount([end for one, other, _ in edges for end in (one, other)], minlength=size)
    upper = np.ones(size + len(edges))
    upper[int(degrees.argmax())] = 0
    found = milp(
        np.concatenate([np.zeros(size), [abs(weight) for *_, weight in edges]]),
        constraints=LinearConstraint(matrix.tocsr(), lb=np.array([bound for _, bound in rows])),
        integrality=np.concatenate([np.ones(size), np.zeros(len(edges))]),
        bounds=Bounds(0, upper),
        options={"time_limit": _SECONDS},
    )
    return np.round(found.x[:size]).astype(np.int64) if found.status == 0 else None


def _search(size: int, edges: Edges, seed: int) -> Camps:
    """The best of many random starts, each improved by turning one state after another while that helps."""
    rng = np.random.default_rng(seed)
    weights = np.zeros((size, size))
    for one, other, weight in edges:
        weights[one, other] = weights[other, one] = weight
    best, least = np.zeros(size, dtype=np.int64), np.inf
    for _ in range(_STARTS if size else 0):
        signs = rng.choice([-1, 1], size)
        while True:
            gain = -signs * (weights @ signs)  # twice what turning each would take off the frustration
            at = int(gain.argmax())
            if gain[at] <= 1e-9:
                break
            signs[at] = -signs[at]
        camps = ((1 - signs) // 2).astype(np.int64)
        frustration = _frustration(edges, camps)
        if frustration < least:
            best, least = camps, frustration
    return best
