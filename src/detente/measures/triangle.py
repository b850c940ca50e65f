"""Strategic triangles: the signs of three relations, Dittmer's types and roles, structural balance, over time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from detente.measures.periods import Frequency, labels
from detente.measures.scales import Scale, find_scale
from detente.measures.selection import Strand, select
from detente.measures.tracks import AnyTrack

SIDE_COLUMNS = ("period", "side", "mean", "low", "high", "positive", "occurrences", "reports")
TYPE_COLUMNS = ("period", "type", "probability", "menage_a_trois", "romantic_triangle", "stable_marriage", "unit_veto",
                "balanced", "reason")  # fmt: skip
ROLE_COLUMNS = ("period", "party", "pivot", "wing", "partner", "outcast")
UNDETERMINED = 0.6  # a type that no more than this share of the draws has is not named


class TriangleType(StrEnum):
    """Dittmer's four types, by how many of the three sides are positive."""

    UNIT_VETO = "unit veto"
    STABLE_MARRIAGE = "stable marriage"
    ROMANTIC_TRIANGLE = "romantic triangle"
    MENAGE_A_TROIS = "menage a trois"


_TYPES = tuple(TriangleType)  # the n-th has n positive sides
_ROLES = ("pivot", "wing", "partner", "outcast")
Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class TriangleHistory:
    """A triangle over time.

    Attributes:
        parties: the three, as asked for.
        sides: rows by period and side: ``period``, ``side`` ("CHN-JPN"), ``mean`` score with its interval ``low`` to
            ``high`` (95 %), ``positive`` (probability that the mean is above neutral, 0 to 1), ``occurrences``,
            ``reports``. Mean, interval and probability are missing where there are fewer occurrences than asked for.
        types: rows by period: ``period``, ``type`` (missing where a side is, or where no type has a probability above
            :data:`UNDETERMINED`), its ``probability``, the probability of each type, ``balanced`` (probability that
            the product of the signs is positive), ``reason`` (why there is no type).
        roles: rows by period and party: the probability of each role.
        neutral: the score that divides positive from negative.
        left: what doesn't count, by reason.
    """

    parties: tuple[str, str, str]
    sides: pd.DataFrame
    types: pd.DataFrame
    roles: pd.DataFrame
    neutral: float
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
    neutral: float = 0.0,
    draws: int = 1000,
    seed: int = 0,
) -> TriangleHistory:
    """The type of a triangle and the role of each state in it, period by period.

    A side is positive when the mean score of what happened between its two is above ``neutral``. By how many sides are
    positive the triangle is, after Dittmer, a menage a trois (3), a romantic triangle (2: the state with both is the
    pivot, the others are wings), a stable marriage (1: partners and an outcast) or a unit veto (0). It is balanced in
    the sense of Cartwright and Harary when the product of the signs is positive. Probabilities are shares of bootstrap
    draws, in which the occurrences of every side are drawn anew: what another record of the same kind could say.
    They are no probabilities of what governments think.

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
        draws: resamples.
        seed: the same seed gives the same probabilities.

    Raises:
        ValueError: the parties are not three, or ``least`` or ``draws`` is below 1.

    Source:
        Dittmer (1981), "The Strategic Triangle: An Elementary Game-Theoretical Analysis", World Politics 33(4),
        485-515; Cartwright & Harary (1956), "Structural Balance", Psychological Review 63, 277-293.
    """
    if len(set(parties)) != 3:
        raise ValueError(f"a triangle has three parties, not {', '.join(parties)}")
    if least < 1 or draws < 1:
        raise ValueError(f"at least {least} occurrences, {draws} draws: give 1 or more of each")
    pairs = list(combinations(parties, 2))
    found = [
        select(frame, *pair, frequency, scale=scale or find_scale("plover"), track=track, coders=coders)
        for pair in pairs
    ]
    strands = [one.strands[2] for one in found]
    sampled = [_draw(strand, least, draws, (seed, *_key(pair))) for strand, pair in zip(strands, pairs, strict=True)]
    periods = sorted({period for strand in strands for period in strand.period.tolist()})
    sides: list[dict[str, object]] = []
    types: list[dict[str, object]] = []
    roles: list[dict[str, object]] = []
    numbers = np.arange(periods[0], periods[-1] + 1) if periods else np.array([], dtype=np.int64)
    for period, name in zip(numbers.tolist(), labels(numbers, frequency), strict=True):
        means = [draws_of.get(period) for draws_of in sampled]
        sides += [_side(name, strand, period, mean, neutral) for strand, mean in zip(strands, means, strict=True)]
        missing = [strand.direction for strand, mean in zip(strands, means, strict=True) if mean is None]
        if missing:
            types.append({"period": name, "reason": f"fewer than {least} occurrences on {', '.join(missing)}"})
            continue
        signs = np.array([mean > neutral for mean in means if mean is not None])
        types.append({"period": name, **_types(signs)})
        roles += [{"period": name, "party": party, **_roles(signs, at)} for at, party in enumerate(parties)]
    return TriangleHistory(
        parties=(parties[0], parties[1], parties[2]),
        sides=pd.DataFrame(sides, columns=list(SIDE_COLUMNS)),
        types=pd.DataFrame(types, columns=list(TYPE_COLUMNS)),
        roles=pd.DataFrame(roles, columns=list(ROLE_COLUMNS)),
        neutral=neutral,
        left={
            "undated": sum(one.undated for one in found),
            "dated to more than one period": sum(one.coarse for one in found),
            "without a weight on the scale": sum(one.unscored for one in found),
        },
    )


def _key(pair: tuple[str, str]) -> tuple[int, ...]:
    """Numbers that stand for a pair, whichever is named first: its stream of random numbers is its own."""
    return tuple(int.from_bytes(party.encode()[:6], "big") for party in sorted(pair))


def _draw(strand: Strand, least: int, draws: int, seed: Sequence[int]) -> dict[int, NDArray[np.float64]]:
    """Mean scores of a side in each draw, by period; none for a period with too few occurrences."""
    found: dict[int, NDArray[np.float64]] = {}
    for period in np.unique(strand.period).tolist():
        scores = strand.score[strand.period == period]
        if len(scores) >= least:
            rng = np.random.default_rng([*seed, period + 1_000_000])
            values, counts = np.unique(scores, return_counts=True)
            found[period] = rng.multinomial(len(scores), counts / len(scores), size=draws) @ values / len(scores)
    return found


def _side(
    period: str, strand: Strand, number: int, draws: NDArray[np.float64] | None, neutral: float
) -> dict[str, object]:
    here = strand.period == number
    told: dict[str, object] = {
        "period": period,
        "side": strand.direction,
        "occurrences": int(here.sum()),
        "reports": int(strand.reports[here].sum()),
    }
    if draws is None:
        return told
    low, high = np.percentile(draws, (2.5, 97.5))
    return {
        **told,
        "mean": float(strand.score[here].mean()),
        "low": float(low),
        "high": float(high),
        "positive": float((draws > neutral).mean()),
    }


def _types(signs: Booleans) -> dict[str, object]:
    """Probabilities of the types from the signs of the three sides (3 by draws)."""
    positive = signs.sum(axis=0)
    shares = [float((positive == number).mean()) for number in range(4)]
    best = int(np.argmax(shares))
    sure = shares[best] > UNDETERMINED
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


def _roles(signs: Booleans, party: int) -> dict[str, float]:
    """Probabilities of a party's roles; ``signs`` are of the sides 0-1, 0-2 and 1-2."""
    own = [side for side, pair in enumerate(combinations(range(3), 2)) if party in pair]
    mine, positive = signs[own].sum(axis=0), signs.sum(axis=0)
    return {
        "pivot": float(((positive == 2) & (mine == 2)).mean()),
        "wing": float(((positive == 2) & (mine == 1)).mean()),
        "partner": float(((positive == 3) | ((positive == 1) & (mine == 1))).mean()),
        "outcast": float(((positive == 0) | ((positive == 1) & (mine == 0))).mean()),
    }
