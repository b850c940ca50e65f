"""Third countries: where two sides compete, run parallel, or act together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from detente.knowledge.states import states
from detente.knowledge.tracks import TRACKS
from detente.measures.engagements import ENGAGING, NO_TRACK, Detail, find_contests, find_deals
from detente.measures.tracks import AnyTrack

Dealing = Literal["compete", "together", "parallel", "different tracks", "one side"]
COLUMNS = ("third", "region", "track", "dealing", "why", "competes", "parallel", "acts_together", "one", "other",
           "one_count", "other_count", "together", "contested", "one_conflict", "other_conflict", "reports",
           "one_first", "one_last", "other_first", "other_last", "first_tie", "lean", "ring", "one_ids", "other_ids",
           "together_ids", "contested_ids", "conflict_ids")  # fmt: skip
DEAL_COLUMNS = ("third", "side", "track", "kind", "year", "count", "reports", "first", "last", "ids")
_LANES = (*TRACKS, NO_TRACK)
_NONE: Mapping[str, Detail] = {}


@dataclass(frozen=True, slots=True)
class Thirds:
    """What two sides do with third states.

    Attributes:
        pair: the two sides.
        rows: see :func:`thirds`.
        deals: ``third``, ``side``, ``track``, ``kind`` (:func:`detente.measures.engagements.find_deals`), ``year``,
            ``count``, ``reports``, ``first``, ``last``, ``ids`` of occurrences; a deal on two tracks is in both.
        undated: occurrences of either side without a date, left out.
    """

    pair: tuple[str, str]
    rows: pd.DataFrame
    deals: pd.DataFrame
    undated: int


def thirds(
    frame: pd.DataFrame,
    one: str,
    other: str,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    track: AnyTrack | Literal["other"] = "all",
    coders: Collection[str] = (),
    details: Mapping[str, Detail] = _NONE,
) -> Thirds:
    """Every third state that either side engages, track by track: who, how often, since when, and how it lies.

    A side *engages* a state by a visit, meeting, aid, exercise, agreement or project (material cooperation), whichever
    of the two acts. Words of support, promises and conflict engage nobody. On one track, in the window, the two sides

    - *act together* where one occurrence has both of them act with the third state, or on it;
    - *compete* where both engage it and are in conflict with each other over it (in an occurrence that takes it in, or
      on its territory), or where one engages it and the other is only in conflict with it;
    - *run parallel* where both engage it, and neither of the two holds.

    What both do in one occurrence is counted as together, and for neither side alone.

    Args:
        frame: tidy occurrences that touch either side (``record.frame(touching=...)``), from the beginning: the window
            is cut here, because who came first is told from all.
        one: a side: ISO 3166 alpha-3, or an organisation.
        other: the other one.
        since: nothing that ended before this day.
        until: nothing that started after this day.
        track: only this one; "other" for what is on none.
        coders: only what one of them coded; all where none is named.
        details: of occurrences: :meth:`detente.measures.record.Record.third_details`.

    Returns:
        Rows in order of the third state, for each track with an engagement, and "all" (which competes, runs parallel
        or acts together where a track does; "different tracks" where both engage it, but never on one): ``third``,
        ``region``, ``track``, ``dealing`` (the first that holds of compete, together, parallel, different tracks, one
        side), ``why`` it is said to compete, ``competes``, ``parallel``, ``acts_together``; ``one``, ``other`` (the
        sides), how often each engages it (``one_count``, ``other_count``), how often both at once (``together``), are
        in conflict over it (``contested``) and each with it (``one_conflict``, ``other_conflict``); ``reports`` behind
        all of these; first and last day of each side's engagements; ``first_tie``: whose first engagement on record,
        of any window, is earlier on that track (missing where only one side has any, or dates don't tell); ``lean``,
        1 where only ``one`` engages it, -1 where only ``other`` does, (a - b) / (a + b); ``ring``, places in order on
        a ring from those that lean to ``one`` to those that lean to ``other``, from 0; ids of occurrences.

    Source:
        Ours. On competing and joint engagement of third states: "third-country" or "third-market cooperation" as in the
        memoranda of China with Japan (2018) and others.
    """
    happened = frame[(frame["modality"] == "happened").to_numpy()]
    if coders:
        happened = happened[happened["coder"].isin(list(coders)).to_numpy()]
    dated = happened[(happened["start"].notna() & happened["end"].notna()).to_numpy()]
    dated = dated[dated["start"].map(lambda day: until is None or day <= until).to_numpy(dtype=bool)]
    undated = happened.loc[happened["start"].isna(), "occurrence"].nunique()
    pair = (one, other)
    everything = find_deals(dated, pair, details)
    inside = dated[dated["end"].map(lambda day: since is None or day >= since).to_numpy(dtype=bool)]
    deals = everything[everything["occurrence"].isin(set(inside["occurrence"]))]
    contests = find_contests(inside, pair, details)
    lanes = [lane for lane in _LANES if track in {"all", lane}]
    rows = []
    for third, its in deals.groupby("third", sort=True):
        ever = everything[(everything["third"] == third).to_numpy()]
        by_lane = [_row(pair, str(third), lane, its, ever, contests.get(str(third), {})) for lane in lanes]
        told = [row for row in by_lane if row is not None]
        if track == "all" and told:
            whole = _row(pair, str(third), "all", its, ever, contests.get(str(third), {}))
            rows += [_sum_up(whole, told)] if whole else []
        rows += told
    return Thirds(pair, _ringed(pd.DataFrame(rows, columns=list(COLUMNS))), _tabulate(deals, lanes), int(undated))


def _row(
    pair: tuple[str, str], third: str, lane: str, deals: pd.DataFrame, ever: pd.DataFrame, contests: Mapping[str, Any]
) -> dict[str, Any] | None:
    """One third state on one track; None where neither side engages it there."""
    on, always = _on(deals, lane), _on(ever, lane)
    engaged = on[on["kind"].isin(ENGAGING)]
    if engaged.empty:
        return None
    together = engaged[engaged["together"].to_numpy()]
    alone = [engaged[((engaged["side"] == side) & ~engaged["together"]).to_numpy()] for side in pair]
    against = [on[((on["side"] == side) & (on["kind"] == "conflict")).to_numpy()] for side in pair]
    contested = [one for one, tracks in contests.items() if lane == "all" or lane in tracks]
    counts, fights = [len(each) for each in alone], [len(each) for each in against]
    both = bool(len(together)) or min(counts) > 0
    opposed = not both and any(
        mine and not its and fight
        for mine, its, fight in ((counts[0], counts[1], fights[1]), (counts[1], counts[0], fights[0]))
    )
    why = "against each other" if both and contested else "one with it, one against it" if opposed else None
    behind = on[on["kind"].isin([*ENGAGING, "conflict"])].drop_duplicates("occurrence")
    row = {
        "third": third, "region": states()[third].region.value, "track": lane, "why": why,
        "competes": why is not None, "acts_together": len(together) > 0, "one": pair[0], "other": pair[1],
        "one_count": counts[0], "other_count": counts[1], "together": together["occurrence"].nunique(),
        "contested": len(contested), "one_conflict": fights[0], "other_conflict": fights[1],
        "reports": int(behind["reports"].sum()), "first_tie": _first_tie(always, pair),
        "lean": (counts[0] - counts[1]) / sum(counts) if sum(counts) else 0.0,
        "one_ids": tuple(alone[0]["occurrence"]), "other_ids": tuple(alone[1]["occurrence"]),
        "together_ids": tuple(dict.fromkeys(together["occurrence"])), "contested_ids": tuple(contested),
        "conflict_ids": tuple(dict.fromkeys([*against[0]["occurrence"], *against[1]["occurrence"]])),
    }  # fmt: skip
    for name, its in zip(("one", "other"), alone, strict=True):
        row |= {f"{name}_first": _day(its["start"].min()), f"{name}_last": _day(its["end"].max())} if len(its) else {}
    row["parallel"] = min(counts) > 0 and not row["competes"] and not row["acts_together"]
    return row | {"dealing": _dealing(row)}


def _sum_up(whole: dict[str, Any], lanes: Collection[dict[str, Any]]) -> dict[str, Any]:
    """The row of all tracks: it is what any of its tracks is."""
    reasons = list(dict.fromkeys(row["why"] for row in lanes if row["why"]))
    row = whole | {name: any(lane[name] for lane in lanes) for name in ("competes", "parallel", "acts_together")}
    return row | {"why": "; ".join(reasons) or None, "dealing": _dealing(row)}


def _dealing(row: Mapping[str, Any]) -> Dealing:
    if row["competes"]:
        return "compete"
    if row["acts_together"]:
        return "together"
    if row["parallel"]:
        return "parallel"
    return "different tracks" if row["one_count"] and row["other_count"] else "one side"


def _on(deals: pd.DataFrame, lane: str) -> pd.DataFrame:
    if lane == "all":
        return deals
    return deals[np.array([lane in tracks for tracks in deals["tracks"]], dtype=bool)]


def _first_tie(deals: pd.DataFrame, pair: tuple[str, str]) -> str | None:
    """The side whose first engagement was over before the other's began, by the dates known."""
    engaged = deals[deals["kind"].isin(ENGAGING)]
    firsts = []
    for side in pair:
        its = engaged[(engaged["side"] == side).to_numpy()]
        if its.empty:
            return None
        firsts.append((its["start"].min(), its["end"].min()))
    (start, end), (other_start, other_end) = firsts
    if end < other_start:
        return pair[0]
    return pair[1] if other_end < start else None


def _ringed(rows: pd.DataFrame) -> pd.DataFrame:
    """Each third state's place on the ring: from those that lean to one side to those that lean to the other."""
    whole = rows.drop_duplicates("third")  # "all" comes first, or the only track
    busy = whole["one_count"] + whole["other_count"] + whole["together"]
    order = whole.assign(busy=busy).sort_values(["lean", "busy", "third"], ascending=[False, False, True])
    place = {third: at for at, third in enumerate(order["third"])}
    return rows.assign(ring=rows["third"].map(place).astype("Int64"))


def _tabulate(deals: pd.DataFrame, lanes: Collection[str]) -> pd.DataFrame:
    by_lane = [_on(deals, lane).assign(track=lane) for lane in lanes]
    rows = pd.concat(by_lane, ignore_index=True) if by_lane else deals.assign(track="")
    rows = rows.assign(year=[day.year for day in rows["start"]])
    found = [
        (*key, len(its), int(its["reports"].sum()), _day(its["start"].min()), _day(its["end"].max()),
         tuple(its["occurrence"]))
        for key, its in rows.groupby(["third", "side", "track", "kind", "year"], sort=True)
    ]  # fmt: skip
    return pd.DataFrame(found, columns=list(DEAL_COLUMNS))


def _day(day: dt.date) -> str:
    return day.isoformat()
