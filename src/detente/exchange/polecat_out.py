"""Our events, and imported ones, as POLECAT's file has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from detente.actors import party_of_id
from detente.knowledge import plover
from detente.knowledge.states import states

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
NOT_HAPPENED = "not happened (planned, called for, hypothetical, negated)"
NO_DAY = "not dated to a day"
NO_TYPE = "without a PLOVER type"

_QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}


def write_polecat(lines: Iterable[dict[str, Any]], out: TextIO) -> Counter[str]:
    """Write events in POLECAT's columns; what we do not know stays empty.

    Args:
        lines: events, with the keys of :data:`detente.store.lines.EVENT_KEYS`.
        out: where to.

    Returns:
        What was left out, by reason: POLECAT has no events that did not happen, and each has a day.
    """
    left: Counter[str] = Counter()
    out.write("\t".join(COLUMNS) + "\n")
    for line in lines:
        reason = _unfit(line)
        if reason:
            left[reason] += 1
            continue
        row = _row(line)
        out.write("\t".join(_clean(row.get(column, "")) for column in COLUMNS) + "\n")
    return left


def _unfit(line: dict[str, Any]) -> str | None:
    if line["modality"] != "happened":
        return NOT_HAPPENED
    if line["root"] is None:
        return NO_TYPE
    day = line["date_start"]
    return None if day and len(day) == 10 and day == line["date_end"] else NO_DAY


def _row(line: dict[str, Any]) -> dict[str, str]:
    return {
        "Event ID": line["id"],
        "Event Date": line["date_start"],
        "Event Type": line["root"],
        "Event Mode": line["mode"] or "",
        "Intensity": f"{line['score']:g}",
        "Quad Code": _QUADS[plover.quad(line["root"])],
        "Contexts": ";".join(line["contexts"]),
        **_side("Actor", line["actors"]),
        **_side("Recipient", line["recipients"]),
        "Placename": line["place"] or "",
        "Source": line["source"],
        "Publication Date": line["published"] or "",
        "Version": line["coder"],
    }


def _side(role: str, actors: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Names one by one; countries, and organisations where there is no country, each once."""
    parties = dict.fromkeys(actor["country"] or party_of_id(actor["id"]) or actor["id"] for actor in actors)
    return {
        f"{role} Name": ";".join(actor["name"].replace(";", ",") for actor in actors),
        f"{role} Country": ";".join(states()[party].name if party in states() else party for party in parties),
        f"{role} Name Raw": ";".join((actor["text"] or actor["name"]).replace(";", ",") for actor in actors),
    }


def _clean(cell: str) -> str:
    return " ".join(cell.split())
