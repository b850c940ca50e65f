"""Diplomatic distance: how long since two sides last met, at what level and where, and how often they do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from detente.measures.encounters import Encounter, days_since, find_encounters, find_gaps, middle_gap
from detente.measures.meetings import IN_PERSON, between

Level = Literal["leader", "minister", "deputy_minister", "parliament", "party", "any"]
Place = Literal["home", "in person", "any way"]
LEVELS: tuple[Level, ...] = get_args(Level)
PLACES: tuple[Place, ...] = get_args(Place)
COLUMNS = ("pair", "level", "place", "days", "days_most", "none_since", "last", "previous", "first_in", "first",
           "encounters", "in_1y", "in_3y", "in_5y", "gaps", "gap_median", "gap_longest", "longest_from",
           "longest_until", "rank_own", "rank_pairs", "pairs", "unsure", "coarse", "rests_on", "contacts")  # fmt: skip
LEAST_GAPS, LEAST_PAIRS = 3, 5
_YEARS = (1, 3, 5)


@dataclass(frozen=True, slots=True)
class Distance:
    """The distance of a pair on a day.

    Attributes:
        pair: the two parties.
        on: the day.
        rows: see :func:`distance`.
        meetings: the contacts of the pair up to the day, by date; what the rows rest on.
    """

    pair: tuple[str, str]
    on: dt.date
    rows: pd.DataFrame
    meetings: pd.DataFrame


def distance(meetings: pd.DataFrame, one: str, other: str, on: dt.date) -> Distance:
    """How long ago and how often two parties met, by level and place, up to a day.

    Everything is "on record": what no document or source tells of has not been counted. Contacts that overlap or
    follow on the next day, as a visit and the talks during it, are one encounter
    (:func:`detente.measures.encounters.find_encounters`).

    Args:
        meetings: contacts of all pairs (:func:`detente.measures.meetings.tidy_contacts`), of one coder.
        one: a party: ISO 3166 alpha-3, or an organisation.
        other: the other one.
        on: the day to measure on; what came later does not count.

    Returns:
        A row for each level (that of the visiting or first-named side; "any" holds those of no known level too) and
        each place: "home" (in person, in the country of one of the two), "in person" (there or in a third country, or
        where is not said), "any way" (calls, mediation and exercises too). Columns: ``days`` since the last encounter
        ended, at least, and ``days_most``, at most: they differ where it is dated to a month or year; ``none_since``,
        where there is none: the day of the pair's first contact of any kind, from when on the record could have told
        of one (missing where it tells nothing of the pair); ``last``, ``previous``, ``first`` encounter (ISO 8601);
        ``first_in``, days between the last and the one before ("the first in 512 days"); ``encounters``, and
        ``in_1y``, ``in_3y``, ``in_5y`` how many ended within so many years before the day; ``gaps`` between
        encounters, with ``gap_median`` and ``gap_longest`` (days) and from when until when the longest was;
        ``rank_own``, share (0 to 1) of the pair's own past gaps that are shorter than ``days``, ties by half, missing
        below 3 gaps; ``rank_pairs``, the same against the days of all other pairs on record with such a contact,
        missing below 5, and ``pairs``, how many; ``unsure``, contacts dated too coarsely to say whether they came
        before the day (left out); ``coarse``, encounters dated to a month or year, which enter gaps by their middle;
        ``rests_on``, ids of the contacts of the last encounter; ``contacts``, of all.

    Source:
        Ours. That visits between capitals measure the closeness of states: Brams (1969), "The Structure of Influence
        Relationships in the International System", in Rosenau (ed.), International Politics and Foreign Policy.
    """
    ours = between(meetings, one, other)
    known = ours[np.array([start <= on for start in ours["start"]], dtype=bool)]
    begun = min((start for start, end in zip(ours["start"], ours["end"], strict=True) if end <= on), default=None)
    latest = _latest_of_pairs(meetings, on)
    rows = []
    for level in LEVELS:
        for place in PLACES:
            those = known[_fits(known, level, place, (one, other))]
            others = [(on - last).days for pair, last in latest.get((level, place), {}).items() if pair != {one, other}]
            rows.append({"level": level, "place": place} | _measure(those, on, begun, others))
    table = pd.DataFrame([{"pair": f"{one}-{other}"} | row for row in rows], columns=list(COLUMNS))
    whole = dict.fromkeys(("days", "days_most", "first_in", "gap_longest"), "Int64")
    typed = table.astype(whole | dict.fromkeys(("gap_median", "rank_own", "rank_pairs"), "float"))
    return Distance((one, other), on, typed, known.reset_index(drop=True))


def _measure(those: pd.DataFrame, on: dt.date, begun: dt.date | None, others: list[int]) -> dict[str, Any]:
    encounters = find_encounters(those, on)
    gaps, since = find_gaps(encounters), days_since(encounters, on)
    sure = {contact for each in encounters for contact in each.contacts}
    unsure = sum(not exact and end > on for exact, end in zip(those["exact"], those["end"], strict=True))
    found: dict[str, Any] = {
        "encounters": len(encounters), "gaps": len(gaps), "gap_median": middle_gap(gaps), "pairs": len(others),
        "unsure": unsure, "coarse": sum(not each.exact for each in encounters),
        "contacts": tuple(contact for contact in those["contact"] if contact in sure),
        **{f"in_{years}y": sum(each.ended > _years_before(on, years) for each in encounters) for years in _YEARS},
    }  # fmt: skip
    if since is None:
        return found | {"none_since": begun.isoformat() if begun else None, "rests_on": ()}
    found |= {"days": since[0], "days_most": since[1], "last": _say(encounters[-1]), "first": _say(encounters[0]),
              "rests_on": encounters[-1].contacts}  # fmt: skip
    if gaps:
        longest = gaps.index(max(gaps))
        around = {"longest_from": _say(encounters[longest]), "longest_until": _say(encounters[longest + 1])}
        found |= around | {"previous": _say(encounters[-2]), "first_in": gaps[-1], "gap_longest": gaps[longest]}
    if len(gaps) >= LEAST_GAPS:
        found["rank_own"] = rank(since[0], gaps)
    if len(others) >= LEAST_PAIRS:
        found["rank_pairs"] = rank(since[0], others)
    return found


def rank(value: int, others: Collection[int]) -> float:
    """The share of other values that are smaller, of equal ones half; 0 to 1."""
    return sum((other < value) + (other == value) / 2 for other in others) / len(others)


def _fits(rows: pd.DataFrame, level: Level, place: Place, pair: tuple[str, str]) -> NDArray[np.bool_]:
    fitting = [
        level in {"any", its_level} and place in _places(kind, host, pair)
        for its_level, kind, host in zip(rows["level"], rows["kind"], rows["host"], strict=True)
    ]
    return np.array(fitting, dtype=bool)


def _places(kind: str, host: str | None, pair: Collection[str]) -> tuple[Place, ...]:
    """The sorts of place that a contact counts under."""
    if kind not in IN_PERSON:
        return ("any way",)
    return ("home", "in person", "any way") if host in pair else ("in person", "any way")


def _latest_of_pairs(meetings: pd.DataFrame, on: dt.date) -> dict[tuple[str, Place], dict[frozenset[str], dt.date]]:
    """The last day of the last contact of every pair on record, by level and place."""
    latest: dict[tuple[str, Place], dict[frozenset[str], dt.date]] = {}
    names = ("level", "kind", "host", "parties", "start", "end", "exact")
    for level, kind, host, parties, start, end, exact in zip(*(meetings[name] for name in names), strict=True):
        if start > on or (not exact and end > on):
            continue
        for pair in combinations(sorted(set(parties)), 2):
            for key in _keys(level, kind, host, pair):
                by_pair, last, both = latest.setdefault(key, {}), min(end, on), frozenset(pair)
                by_pair[both] = max(by_pair.get(both, last), last)
    return latest


def _keys(level: str, kind: str, host: str | None, pair: Collection[str]) -> Iterator[tuple[str, Place]]:
    for place in _places(kind, host, pair):
        yield "any", place
        yield level, place


def _years_before(on: dt.date, years: int) -> dt.date:
    day = min(on.day, 28) if on.month == 2 else on.day
    return on.replace(year=on.year - years, day=day)


def _say(encounter: Encounter) -> str:
    """The last day of an encounter; of a coarse one both ends."""
    if encounter.exact:
        return encounter.last.isoformat()
    return f"{encounter.first.isoformat()}/{encounter.last.isoformat()}"
