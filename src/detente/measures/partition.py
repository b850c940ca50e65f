"""The partition of a signed network into camps that leaves the least frustration: searched for, and proven.

The frustration of a partition is the weight of the relations that don't fit it: foes in one camp, friends in two. It is
the weight of all friendships less the sum of all signed weights within camps, which is what the search works on.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.measures.resampling import Floats

Camps = NDArray[np.int64]
_STARTS = 200
_FEW = 8  # camps at the start of a search; it makes more where that helps
_ROUNDING = 1e-6
_AT_ONCE = 2_000  # cuts added to a relaxation in a round
_REST = 1.0  # a cut of a solution in whole numbers that is broken is so by one


@dataclass(frozen=True, slots=True)
class Partition:
    """Camps, and how good they are.

    Attributes:
        camps: of each state, from 0.
        frustration: weight that doesn't fit.
        bound: no partition has less; equal to ``frustration`` where that is proven to be the least.
        equals: how many partitions with this frustration the search came upon, this one included; there may be more.
    """

    camps: Camps
    frustration: float
    bound: float
    equals: int = 1


def partition(weights: Floats, camps: int | None, seconds: float, seed: int = 0) -> Partition:
    """Divide states into at most so many camps.

    Args:
        weights: signed, symmetric, 0 where two states have no relation that counts.
        camps: at most so many, 2 or more; None for as many as fit best.
        seconds: for the proof; 0 for the search alone.
        seed: of the search.

    Returns:
        The best partition found. Its bound is 0 where no proof was asked for.
    """
    size = len(weights)
    most = size if camps is None else min(camps, size)
    best = search(weights, max(most, 1), seed)
    found, equals = best[0], len(best)
    least = frustration_of(weights, found)
    if not seconds or least <= _ROUNDING:
        return Partition(found, least, least if least <= _ROUNDING else 0.0, equals)
    step = _step(weights)
    gap = max(0.999 * step - _ROUNDING, 0.0)  # a better one would be better by a step
    solve = _solve_two if camps == 2 else _solve_many
    better, bound = solve(weights, most, seconds, least, gap)
    if better is not None and frustration_of(weights, better) < least - _ROUNDING:
        found, least, equals = better, frustration_of(weights, better), 1
    # Frustration moves in steps: above a bound that is less than one below it, there is no room for a better one.
    proven = least - bound < max(step - _ROUNDING, _ROUNDING * (1 + least))
    return Partition(found, least, least if proven else max(0.0, bound), equals)


def frustration_of(weights: Floats, camps: Camps) -> float:
    """Weight of the relations that don't fit."""
    together = camps[:, None] == camps
    off = np.where(together, np.maximum(-weights, 0), np.maximum(weights, 0))
    return float(off.sum() / 2)


def search(weights: Floats, camps: int, seed: int) -> list[Camps]:
    """The best of many local searches, half of them from random starts, half from the best camps shaken.

    Each moves the state that gains the most to the camp where it gains it, until none gains.

    Returns:
        All different partitions that none is better than, in the order found; at least one.
    """
    rng = np.random.default_rng(seed)
    size = len(weights)
    best, most = [np.zeros(size, dtype=np.int64)], float(weights.sum() / 2)
    for start in range(_STARTS if camps > 1 else 0):
        afresh = rng.integers(0, rng.integers(2, min(camps, _FEW) + 1), size)
        shaken = np.where(rng.random(size) < 0.2, afresh, best[-1])
        found, within = _climb(weights, afresh if start % 2 == 0 else shaken, camps)
        if within > most + _ROUNDING:
            best, most = [], within
        if within >= most - _ROUNDING and not any(_are_same(found, other) for other in best):
            best.append(found)
    return best


def _are_same(one: Camps, other: Camps) -> bool:
    """Whether two partitions are one, however their camps are numbered."""
    both = len(set(zip(one.tolist(), other.tolist(), strict=True)))
    return both == len(set(one.tolist())) == len(set(other.tolist()))


def _climb(weights: Floats, start: Camps, camps: int) -> tuple[Camps, float]:
    """A partition that no single move betters, and the signed weight within its camps."""
    at, own = np.arange(len(weights)), start.copy()
    ties = weights @ np.eye(camps)[own]  # of each state to each camp
    while True:
        gain = ties - ties[at, own][:, None]
        state, camp = np.unravel_index(int(gain.argmax()), gain.shape)
        if gain[state, camp] <= _ROUNDING:
            return own, float(ties[at, own].sum() / 2)
        ties[:, own[state]] -= weights[:, state]
        ties[:, camp] += weights[:, state]
        own[state] = camp


def _step(weights: Floats) -> float:
    """What frustration is a multiple of: the least weight, where all others are multiples of it; else 0."""
    sizes = np.abs(weights[weights != 0])
    if not len(sizes):
        return 0.0
    parts = sizes / sizes.min()
    return float(sizes.min()) if np.allclose(parts, np.round(parts), atol=1e-9) else 0.0


def _solve_two(weights: Floats, _most: int, seconds: float, near: float, gap: float) -> tuple[Camps | None, float]:
    """Two camps by integer programming; ``near`` is a frustration that can be had, ``gap`` how far off will do.

    Variables are the camp of each state (0 or 1) and, for each relation, whether it is frustrated. For friends
    f >= x - y and f >= y - x; for foes f >= x + y - 1 and f >= 1 - x - y. Of every three states that are all related
    and out of balance one side at least is frustrated, which tightens the relaxation. The state with the most relations
    is put into the first camp, since turning the camps round changes nothing.

    Source:
        Aref, Mason & Wilson (2018): the model, its cuts and the state that is fixed.
    """
    size = len(weights)
    one, other = np.nonzero(np.triu(weights))
    signs = np.sign(weights[one, other])
    ties = size + np.arange(len(one))
    where, ones, foes = np.stack([ties, one, other], axis=1), np.ones(len(one)), (signs < 0).astype(float)
    rows = [
        (where, np.stack([ones, -ones, signs], axis=1), -foes),
        (where, np.stack([ones, ones, -signs], axis=1), foes),
    ]
    number = np.full((size, size), -1)
    number[one, other] = ties
    triples = np.array(list(combinations(range(size), 3)), dtype=np.int64).reshape(-1, 3)
    sides = np.stack([number[triples[:, a], triples[:, b]] for a, b in ((0, 1), (0, 2), (1, 2))], axis=1)
    sides = sides[(sides >= 0).all(axis=1)]
    sides = sides[signs[sides - size].prod(axis=1) < 0]
    rows.append((sides, np.ones(sides.shape), np.ones(len(sides))))
    upper = np.ones(size + len(one))
    upper[int((weights != 0).sum(axis=0).argmax())] = 0
    cost = np.concatenate([np.zeros(size), np.abs(weights[one, other])])
    whole = np.concatenate([np.ones(size), np.zeros(len(one))])
    options = {"time_limit": seconds, "mip_rel_gap": max(1e-9, gap / near)}
    found, least = _minimise(cost, _Rows(rows), upper, whole, options)
    return (None if found is None else np.round(found[:size]).astype(np.int64)), least


def _solve_many(weights: Floats, most: int, seconds: float, near: float, gap: float) -> tuple[Camps | None, float]:
    """Any number of camps by integer programming.

    Variables are whether each two states are apart (0 or 1), which has to be transitive: a is apart from b only if a
    third state is apart from a or from b. Of these conditions only those are put in that a solution breaks. Where the
    camps are limited, a state counts as the first of its camp unless an earlier one is with it, and there are at most
    so many first ones.

    Source:
        Grötschel & Wakabayashi (1989), "A cutting plane algorithm for a clustering problem", Mathematical Programming
        45, 59-96; Davis (1967), "Clustering and structural balance in graphs", Human Relations 20, 181-187.
    """
    size, ends = len(weights), time.monotonic() + seconds
    one, other = np.triu_indices(size, 1)
    number = np.zeros((size, size), dtype=np.int64)
    number[one, other] = number[other, one] = np.arange(len(one))
    triples = np.array(list(combinations(range(size), 3)), dtype=np.int64).reshape(-1, 3)
    sides = np.stack([number[triples[:, a], triples[:, b]] for a, b in ((0, 1), (0, 2), (1, 2))], axis=1)
    cuts = np.concatenate([sides[:, [0, 1, 2]], sides[:, [1, 0, 2]], sides[:, [2, 0, 1]]])
    used = np.zeros(len(cuts), dtype=bool)
    firsts = _limit_camps(number, most) if most < size else []
    cost = np.concatenate([weights[one, other], np.zeros(size if firsts else 0)])
    constant = -float(np.minimum(weights[one, other], 0).sum())
    # The gap is a share of what is minimised, which is frustration less a constant.
    options = {"mip_rel_gap": max(1e-9, gap / max(abs(near - constant), gap, _ROUNDING))}
    whole, least, found = False, 0.0, None
    while (left := ends - time.monotonic()) > 0:
        kept = cuts[used]
        rows = [(kept, np.tile([-1.0, 1.0, 1.0], (len(kept), 1)), np.zeros(len(kept))), *firsts]
        settings = {**(options if whole else {}), "time_limit": left}
        found, bound = _minimise(cost, _Rows(rows), np.ones(len(cost)), np.full(len(cost), float(whole)), settings)
        least = max(least, bound + constant)
        if found is None:
            return None, least
        broken = found[cuts[:, 0]] - found[cuts[:, 1]] - found[cuts[:, 2]]
        broken[used] = 0
        worst = np.argsort(-broken, kind="stable")[:_AT_ONCE]
        worst = worst[broken[worst] > (_REST / 2 if whole else _ROUNDING)]
        if not len(worst):
            if whole:
                return _camps_of(found, number), least
            whole = True
        used[worst] = True
    return None, least


Block = tuple[NDArray[np.int64], Floats, Floats]  # columns and factors of each row, and what it is at least


def _limit_camps(number: NDArray[np.int64], most: int) -> list[Block]:
    """That there are at most so many states with no earlier one beside them."""
    size, pairs = len(number), len(number) * (len(number) - 1) // 2
    blocks: list[Block] = []
    for state in range(size):
        before = number[state, :state]
        columns = np.concatenate([[pairs + state], before])[None, :]
        factors = np.concatenate([[1.0], np.full(state, -1.0)])[None, :]
        blocks.append((columns, factors, np.array([1.0 - state])))
    blocks.append((pairs + np.arange(size)[None, :], np.full((1, size), -1.0), np.array([-float(most)])))
    return blocks


def _camps_of(apart: Floats, number: NDArray[np.int64]) -> Camps:
    """Camps from who is apart from whom: each state's is named for the first that it is with."""
    together = apart[number] < 0.5
    np.fill_diagonal(together, val=True)
    return np.unique(together.argmax(axis=1), return_inverse=True)[1].astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Rows:
    blocks: list[Block]

    def as_constraint(self, columns: int) -> Any:
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array, vstack

        parts = []
        for where, factors, _ in self.blocks:
            at = np.repeat(np.arange(len(where)), where.shape[1])
            parts.append(csr_array((factors.ravel(), (at, where.ravel())), shape=(len(where), columns)))
        return LinearConstraint(vstack(parts, format="csr"), lb=np.concatenate([low for *_, low in self.blocks]))


def _minimise(
    cost: Floats, rows: _Rows, upper: Floats, whole: Floats, options: dict[str, float]
) -> tuple[Floats | None, float]:
    """A solution, if there is one in time, and the least that any has."""
    from scipy.optimize import Bounds, milp

    constraints = rows.as_constraint(len(cost))
    found = milp(cost, constraints=constraints if constraints.A.shape[0] else (), integrality=whole,
                 bounds=Bounds(0, upper), options=options)  # fmt: skip
    bound = found.mip_dual_bound if whole.any() else found.fun
    nothing = -float(np.abs(cost).sum())
    return found.x, nothing if bound is None or found.status not in {0, 1} else float(bound)
