"""Blocs: the camps that fit best the friendships and hostilities of many states, and how far they don't fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from detente.measures.partition import Camps, frustration_of, partition
from detente.measures.resampling import Floats

MEMBER_COLUMNS = ("party", "camp", "margin", "share", "friends", "foes", "network")
_EXACT = 40  # states up to which the optimum is looked for and proven
_SECONDS = 30.0  # for the proof
_AT_NEUTRAL = 1e-9  # what rounding may leave


@dataclass(frozen=True, slots=True)
class Blocs:
    """A partition of states into camps.

    Attributes:
        members: rows by party: ``party``, ``camp`` (numbered by size, the largest is 1), ``margin`` (by how much
            frustration would grow if it alone changed to the camp that suits it second best: small for those between
            the camps), ``share`` (margin as a share of the weight of its relations, 0 to 1), ``friends`` and ``foes``
            (positive and negative relations that it has), ``network`` (1, 2, ...: states that no chain of relations
            joins are in different ones, whose camps can't be told to be the same or others).
        frustration: weight of the relations that don't fit: negative within a camp, positive between camps.
        total: weight of all relations; with ``frustration`` 0 the network is balanced.
        frustrated: the pairs that don't fit.
        method: "exact" where no partition is better, "heuristic" where that wasn't proven.
        left: states without a relation that counts.
        bound: no partition has less frustration than this; 0 where it wasn't looked for.
        equals: how many partitions of this frustration the search came upon, this one included. Where there are
            others, the camps are not the only ones that fit best.
    """

    members: pd.DataFrame
    frustration: float
    total: float
    frustrated: tuple[tuple[str, str], ...]
    method: str
    left: tuple[str, ...]
    bound: float = 0.0
    equals: int = 1

    @property
    def gap(self) -> float:
        """By what share of its frustration the partition may be worse than the best, 0 to 1."""
        return (self.frustration - self.bound) / self.frustration if self.frustration else 0.0


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
        if abs(lean) > _AT_NEUTRAL:
            one, other = sorted((str(row[0]), str(row[1])))
            found[one, other] = lean if weighted else float(np.sign(lean))
    return found


def blocs(
    relations: Mapping[tuple[str, str], float],
    parties: Sequence[str] | None = None,
    seed: int = 0,
    *,
    camps: int | None = 2,
    seconds: float = _SECONDS,
) -> Blocs:
    """The camps that leave the least frustration.

    Args:
        relations: weight by pair: positive for friends, negative for foes.
        parties: the states; those in ``relations`` where none is named.
        seed: of the local search.
        camps: at most so many, 2 or more: structural balance knows two; None for as many as fit best (weak balance, in
            which three can all be foes).
        seconds: for the proof that no partition is better.

    Returns:
        The camps. To 40 states (that are joined by relations) the partition is an optimum, by integer programming, if
        the solver proves it in time; beyond, or without the proof, the best of 200 local searches, which says so and
        how far off it may be.

    Raises:
        ValueError: there are fewer than two camps, or less than no time.

    Source:
        Frustration index: Harary (1959), "On the measurement of structural balance", Behavioral Science 4, 316-323;
        two camps: Aref, Mason & Wilson (2018), "Computing the line index of balance using integer programming
        optimisation", in Optimization Problems in Graph Theory; more: Davis (1967), "Clustering and structural balance
        in graphs", Human Relations 20, 181-187. See :mod:`detente.measures.partition`.
    """
    if (camps is not None and camps < 2) or seconds < 0:
        raise ValueError(f"{camps} camps, {seconds:g} seconds: give 2 camps or more, and 0 seconds or more")
    named = sorted({party for pair in relations for party in pair})
    weights = _weights(relations, named)
    networks = _networks(weights)
    own, bound, proven = np.zeros(len(named), dtype=np.int64), 0.0, True
    equals = 1
    for number in range(int(networks.max(initial=-1)) + 1):
        inside = np.flatnonzero(networks == number)
        # a network of its own is divided on its own: frustration adds up
        time = seconds if len(inside) <= _EXACT else 0.0
        found = partition(weights[np.ix_(inside, inside)], camps, time, seed)
        own[inside] = _number(found.camps)
        bound += found.bound
        equals *= found.equals
        proven &= found.bound >= found.frustration
    return Blocs(
        members=_members(named, weights, own, networks, camps),
        frustration=frustration_of(weights, own),
        total=float(np.abs(weights).sum() / 2),
        frustrated=tuple(
            (one, other)
            for (one, other), weight in sorted(relations.items())
            if (own[named.index(one)] == own[named.index(other)]) != (weight > 0)
        ),
        method="exact" if proven else "heuristic",
        left=tuple(party for party in parties or () if party not in named),
        bound=bound,
        equals=equals,
    )


def _weights(relations: Mapping[tuple[str, str], float], named: Sequence[str]) -> Floats:
    place = {party: at for at, party in enumerate(named)}
    weights = np.zeros((len(named), len(named)))
    for (one, other), weight in relations.items():
        weights[place[one], place[other]] = weights[place[other], place[one]] = weight
    return weights


def _networks(weights: Floats) -> Camps:
    """Which states a chain of relations joins: a number for each, from 0 for the largest of such networks."""
    from scipy.sparse.csgraph import connected_components

    return _number(connected_components(weights != 0, directed=False)[1]) if len(weights) else np.zeros(0, np.int64)


def _number(groups: Camps) -> Camps:
    """Groups numbered by size, and those of one size by who comes first."""
    names, firsts, sizes = np.unique(groups, return_index=True, return_counts=True)
    ranks = np.empty(len(names), dtype=np.int64)
    ranks[np.lexsort((firsts, -sizes))] = np.arange(len(names))
    return ranks[np.searchsorted(names, groups)]


def _members(named: Sequence[str], weights: Floats, own: Camps, networks: Camps, camps: int | None) -> pd.DataFrame:
    rows = []
    for at, party in enumerate(named):
        margin = _margin(weights[at], own, networks == networks[at], at, camps)
        rows.append(
            {
                "party": party,
                "camp": int(own[at]) + 1,
                "margin": margin,
                "share": margin / float(np.abs(weights[at]).sum()),
                "friends": int((weights[at] > 0).sum()),
                "foes": int((weights[at] < 0).sum()),
                "network": int(networks[at]) + 1,
            }
        )
    table = pd.DataFrame(rows, columns=list(MEMBER_COLUMNS))
    return table.sort_values(
        ["network", "camp", "margin", "party"], ascending=[True, True, False, True], ignore_index=True
    )


def _margin(
    ties: Floats, own: Camps, joined: np.ndarray[tuple[int], np.dtype[np.bool_]], at: int, camps: int | None
) -> float:
    """What a state is tied to its camp by, less what it would be to the second best."""
    there = [int(camp) for camp in np.unique(own[joined])]
    alone = (own[joined] == own[at]).sum() == 1  # a camp of its own would be the same partition
    to = [float(ties[own == camp].sum()) for camp in there if camp != own[at]]
    if not alone and (camps is None or len(there) < camps):
        to.append(0.0)
    return float(ties[own == own[at]].sum()) - max(to)
