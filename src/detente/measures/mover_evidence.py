"""What stands behind the occurrences that moved a turning point."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from detente.measures.frames import OURS
from detente.store import Filter, Store

Line = Mapping[str, Any]
EVIDENCE_COLUMNS = ("occurrence", "date", "source", "target", "root", "mode", "coder", "said", "evidence")
_COARSEST = dt.timedelta(days=366)  # reports of an occurrence may be dated to its year only
_EPOCH = dt.date(1970, 1, 1).toordinal()


def find_evidence(store: Store, pair: tuple[str, str], movers: pd.DataFrame) -> pd.DataFrame:
    """Who did what in each occurrence, and where that is said.

    Args:
        store: the record that the movers are of.
        pair: the two parties.
        movers: as :func:`detente.measures.movers.find_movers` gives them.

    Returns:
        A row for each occurrence, once: ``occurrence`` (id), ``date`` (ISO 8601, the first day), ``source``, ``target``
        (names; the latter empty where both act together), ``root``, ``mode``, ``coder``, ``said`` (the sentence that
        first reports it; for an imported event the name of its code), ``evidence`` (ids of its events in the listing
        of events).
    """
    if movers.empty:
        return pd.DataFrame(columns=list(EVIDENCE_COLUMNS))
    first, last = (dt.date.fromordinal(int(day) + _EPOCH) for day in (movers["day"].min(), movers["day"].max()))
    asked = Filter(pair=pair, since=first - _COARSEST, until=last + _COARSEST)
    wanted = dict.fromkeys(movers["occurrence"])
    events = {one.id: list(one.events) for one in store.occurrences(asked) if one.id in wanted}
    occurrence_of = {event: occurrence for occurrence, its in events.items() for event in its}
    found: dict[str, tuple[Line, list[str]]] = {}
    for line in store.event_lines(asked):
        occurrence = occurrence_of.get(line["id"]) or line["id"].rpartition(":")[0]  # an import is its own occurrence
        if occurrence in wanted:
            found.setdefault(occurrence, (line, []))[1].append(line["id"])
    rows = [_row(occurrence, *found[occurrence]) for occurrence in wanted if occurrence in found]
    return pd.DataFrame(rows, columns=list(EVIDENCE_COLUMNS))


def _row(occurrence: str, line: Line, evidence: list[str]) -> tuple[Any, ...]:
    sides = [", ".join(actor["name"] for actor in line[side]) for side in ("actors", "recipients")]
    said = line["sentence"] or line["trigger"]
    coder = line["coder"] if line["sentence"] is None else OURS
    return (occurrence, line["date_start"], *sides, line["root"], line["mode"], coder, said, tuple(evidence))
