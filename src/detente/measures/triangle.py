"""Strategic triangles: the signs of three relations, Dittmer's types and roles, structural balance, over time."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product
from typing import Literal

import numpy as np
import pandas as pd

from detente.measures.periods import Frequency, labels
from detente.measures.resampling import Floats
from detente.measures.scales import Scale, find_scale
from detente.measures.selection import Strand, select
from detente.measures.side_draws import draw_sides
from detente.measures.tracks import AnyTrack

SIDE_COLUMNS = ("period", "side", "mean", "low", "high", "positive", "sign", "occurrences", "reports")
TYPE_COLUMNS = ("period", "type", "probability", "menage_a_trois", "romantic_triangle", "stable_marriage", "unit_veto",
                "balanced", "reason")  # fmt: skip
ROLE_COLUMNS = ("period", "party", "pivot", "wing", "partner", "outcast")
MARGIN = 0.3  # a sign or type is named where its probability is farther than this above 1/2


class TriangleType(StrEnum):
    """Dittmer's four types, by how many of the three sides are positive."""

    UNIT_VETO = "unit veto"
    STABLE_MARRIAGE = "stable marriage"
    ROMANTIC_TRIANGLE = "romantic triangle"
    MENAGE_A_TROIS = "menage a trois"


_TYPES = tuple(TriangleType)  # the n-th has n positive sides
_PATTERNS = tuple(product((False, True), repeat=3))  # which of the sides are positive
_ENDS = tuple(combinations(range(3), 2))  # the two parties of each side


@dataclass(frozen=True, slots=True)
class TriangleHistory:
    """A triangle over time.

    Attributes:
        parties: the three, as asked for.
        sides: rows by period and side: ``period``, ``side`` ("CHN-JPN"), ``mean`` score with its interval ``low`` to
            ``high`` (95 %), ``positive`` (probability that the mean is above neutral, 0 to 1), ``sign`` ("positive",
            "negative", or "undetermined" within :data:`MARGIN` of 1/2), ``occurrences``, ``reports``. All but the
            last two are missing where there are fewer occurrences than asked for.
        types: rows by period: ``period``, ``type`` (missing where a side is, or where no type has a probability by
            more than :data:`MARGIN` above 1/2), its ``probability``, the probability of each type, ``balanced``
            (probability that the product of the signs is positive), ``reason`` (why there is no type).
        roles: rows by period and party: the probability of each role.
        neutral: the score that divides positive from negative; missing (nan) where each side has its own.
        neutrals: the divide of each side.
        left: what doesn't count, by reason.
    """

    parties: tuple[str, str, str]
    sides: pd.DataFrame
    types: pd.DataFrame
    roles: pd.DataFrame
    neutral: float
    neutrals: Mapping[str, float]
    left: Mapping[str, int]


def triangle(
    frame: pd.DataFrame,
    parties: Sequence[str],
    frequency: Frequency = "year",
    *,
    scale: Scale | None = None,
    track: AnyTrack = "all",
    coders: Collection[str] = (),
    least: int = 5,
    neutral: float | Literal["pair-mean"] = 0.0,
    margin: float = MARGIN,
    draws: int = 1000,
    seed: int = 0,
) -> TriangleHistory:
    """The type of a triangle and the role of each state in it, period by period.

    A side is positive when the mean score of what happened between its two is above ``neutral``. By how many sides are
    positive the triangle is, after Dittmer, a menage a trois (3), a romantic triangle (2: the state with both is the
    pivot, the others are wings), a stable marriage (1: partners and an outcast) or a unit veto (0). It is balanced in
    the sense of Cartwright and Harary when the product of the signs is positive. Probabilities are shares of bootstrap
    draws, in which the occurrences of all sides are drawn anew together: what another record of the same kind could
    say. They are no probabilities of what governments think. A draw at neutral counts half for either sign.

    Args:
        frame: tidy occurrences.
        parties: three: ISO 3166 alpha-3, or organisations.
        frequency: length of a period.
        scale: of scores; PLOVER's if none is given.
        track: only what is on it counts.
        coders: only what one of them coded.
        least: a side needs so many occurrences in a period; below, the period has no numbers and says so.
        neutral: the score that divides positive from negative. Event data report more cooperation than conflict, so
            with 0 most relations come out positive; the mean over all pairs of the record is a stricter divide.
            "pair-mean" divides each side at its own mean over all of ``frame``: the signs then tell better or worse
            than usual between the two.
        margin: a sign is undetermined, and a type not named, unless its probability is above 1/2 by more than this.
        draws: resamples.
        seed: the same seed gives the same probabilities.

    Raises:
        ValueError: the parties are not three, or a number is out of range.

    Source:
        Dittmer (1981), "The Strategic Triangle: An Elementary Game-Theoretical Analysis", World Politics 33(4),
        485-515; the unit veto in Dittmer (1987), "The Strategic Triangle: A Critical Review", in I. J. Kim (ed.), The
        Strategic Triangle, 29-47; Cartwright & Harary (1956), "Structural Balance", Psychological Review 63, 277-293.
    """
    if len(set(parties)) != 3:
        raise ValueError(f"a triangle has three parties, not {', '.join(parties)}")
    if least < 1 or draws < 1 or not 0 <= margin < 0.5:
        raise ValueError(
            f"at least {least} occurrences, {draws} draws, a margin of {margin:g}: "
            "give 1 or more, 1 or more, and 0 to below 0.5"
        )
    pairs = list(combinations(parties, 2))
    weights = scale or find_scale("plover")
    found = [select(frame, *pair, frequency, scale=weights, track=track, coders=coders) for pair in pairs]
    strands = [one.strands[2] for one in found]
    divides = [_divide(strand, neutral) for strand in strands]
    sampled = _draw(strands, pairs, least, draws, seed)
    sides: list[dict[str, object]] = []
    types: list[dict[str, object]] = []
    roles: list[dict[str, object]] = []
    numbers = np.arange(min(sampled), max(sampled) + 1) if sampled else np.array([], dtype=np.int64)
    for period, name in zip(numbers.tolist(), labels(numbers, frequency), strict=True):
        means = sampled.get(period, [None] * 3)
        ups = [None if mean is None else _up(mean, divide) for mean, divide in zip(means, divides, strict=True)]
        sides += [_side(name, *told, period, margin) for told in zip(strands, means, ups, strict=True)]
        missing = [strand.direction for strand, mean in zip(strands, means, strict=True) if mean is None]
        if missing:
            types.append({"period": name, "reason": f"fewer than {least} occurrences on {', '.join(missing)}"})
            continue
        chances = _weigh_patterns([up for up in ups if up is not None])
        types.append({"period": name, **_types(chances, margin)})
        roles += [{"period": name, "party": party, **_roles(chances, at)} for at, party in enumerate(parties)]
    return TriangleHistory(
        parties=(parties[0], parties[1], parties[2]),
        sides=pd.DataFrame(sides, columns=list(SIDE_COLUMNS)),
        types=pd.DataFrame(types, columns=list(TYPE_COLUMNS)),
        roles=pd.DataFrame(roles, columns=list(ROLE_COLUMNS)),
        neutral=np.nan if isinstance(neutral, str) else neutral,
        neutrals={strand.direction: divide for strand, divide in zip(strands, divides, strict=True)},
        left={
            "undated": sum(one.undated for one in found),
            "dated to more than one period": sum(one.coarse for one in found),
            "without a weight on the scale": sum(one.unscored for one in found),
        },
    )


def _divide(strand: Strand, neutral: float | str) -> float:
    if isinstance(neutral, str):
        if neutral != "pair-mean":
            raise ValueError(f"no divide is called {neutral!r}; give a score, or pair-mean")
        return float(strand.score.mean()) if len(strand.score) else np.nan
    return neutral


def _draw(
    strands: Sequence[Strand], pairs: Sequence[tuple[str, str]], least: int, draws: int, seed: int
) -> dict[int, list[Floats | None]]:
    """Means of the sides in each draw, by period; the same in whichever order the parties are named."""
    order = sorted(range(3), key=lambda side: sorted(pairs[side]))
    parties = sorted({party for pair in pairs for party in pair})
    key = [int.from_bytes(party.encode()[:6], "big") for party in parties]
    drawn = draw_sides([strands[side] for side in order], least, draws, [seed, *key])
    return {period: [means[order.index(side)] for side in range(3)] for period, means in drawn}


def _up(mean: Floats, neutral: float) -> Floats:
    """1 where a draw is above neutral, 0 where it is below, 1/2 at neutral; missing where it has no mean."""
    lean = mean - neutral
    return np.where(np.isnan(lean), np.nan, (lean > 1e-9) + 0.5 * (np.abs(lean) <= 1e-9))


def _side(
    period: str, strand: Strand, draws: Floats | None, up: Floats | None, number: int, margin: float
) -> dict[str, object]:
    here = strand.period == number
    told: dict[str, object] = {
        "period": period,
        "side": strand.direction,
        "occurrences": int(here.sum()),
        "reports": int(strand.reports[here].sum()),
    }
    if draws is None or up is None:
        return told
    low, high = np.nanpercentile(draws, (2.5, 97.5))
    positive = float(np.nanmean(up))
    named = "positive" if positive > 0.5 else "negative"
    return {
        **told,
        "mean": float(strand.score[here].mean()),
        "low": float(low),
        "high": float(high),
        "positive": positive,
        "sign": named if abs(positive - 0.5) > margin else "undetermined",
    }


def _weigh_patterns(ups: Sequence[Floats]) -> list[float]:
    """The probability of each of the eight patterns of signs, over the draws in which every side has a mean."""
    together = np.array(ups)
    together = together[:, ~np.isnan(together).any(axis=0)]
    chances = []
    for pattern in _PATTERNS:
        signs = np.array(pattern)[:, None]
        chances.append(float(np.where(signs, together, 1 - together).prod(axis=0).mean()))
    return chances


def _types(chances: Sequence[float], margin: float) -> dict[str, object]:
    """Probabilities of the types from those of the patterns."""
    shares = [
        math.fsum(chance for chance, pattern in zip(chances, _PATTERNS, strict=True) if sum(pattern) == number)
        for number in range(4)
    ]
    best = int(np.argmax(shares))
    sure = shares[best] > 0.5 + margin
    return {
        "type": _TYPES[best].value if sure else None,
        "probability": shares[best] if sure else None,
        "unit_veto": shares[0],
        "stable_marriage": shares[1],
        "romantic_triangle": shares[2],
        "menage_a_trois": shares[3],
        "balanced": shares[1] + shares[3],
        "reason": None if sure else "no type is likely enough",
    }


def _roles(chances: Sequence[float], party: int) -> dict[str, float]:
    """Probabilities of a party's roles."""
    parts: dict[str, list[float]] = {role: [] for role in ("pivot", "wing", "partner", "outcast")}
    for chance, pattern in zip(chances, _PATTERNS, strict=True):
        own = sum(positive for positive, ends in zip(pattern, _ENDS, strict=True) if party in ends)
        parts[_role(own, sum(pattern))].append(chance)
    return {role: math.fsum(chances) for role, chances in parts.items()}


def _role(own: int, positive: int) -> str:
    """The role of a party with so many positive sides of its own, of so many in the triangle."""
    if positive == 2:
        return "pivot" if own == 2 else "wing"
    return "partner" if own else "outcast"
