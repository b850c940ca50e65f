"""Phoenix: the real-time set of the Open Event Data Alliance, and the Cline Center's Historical Phoenix.

Source: OEDA, "Phoenix Data Set" column list; Althaus et al., Cline Center Historical Phoenix Event Data, variable list.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from detente.exchange.codes import cameo_code
from detente.exchange.rows import (
    NO_ACTOR,
    UNKNOWN_PARTY,
    WITHIN,
    BadLine,
    BadValueError,
    Item,
    LeftOut,
    Line,
    parse_day,
    parse_number,
    split_off,
)
from detente.knowledge.cameo_actors import party_of_code
from detente.store import ImportedEvent

REAL_TIME = ("EventID", "Date", "Year", "Month", "Day", "SourceActorFull", "SourceActorEntity", "SourceActorRole",
             "SourceActorAttribute", "TargetActorFull", "TargetActorEntity", "TargetActorRole", "TargetActorAttribute",
             "EventCode", "EventRootCode", "PentaClass", "GoldsteinScore", "Issues", "Lat", "Lon", "LocationName",
             "StateName", "CountryCode", "SentenceID", "URLs", "NewsSources")  # fmt: skip
# What we read, by the names of the real-time set, and what Historical Phoenix calls it.
_HISTORICAL = {
    "EventID": "eid", "Date": "story_date", "SourceActorEntity": "source_root", "TargetActorEntity": "target_root",
    "SourceActorFull": "source", "TargetActorFull": "target", "EventCode": "code", "GoldsteinScore": "goldstein",
}  # fmt: skip
_NONE = frozenset({"", "NULL", "NA", "---"})


def read_phoenix(lines: Iterator[Line]) -> Iterator[Item]:
    """Events of a real-time file (tabs, no header), or of a historical one (commas, with a header)."""
    first, rest = split_off(lines)
    header = next(csv.reader([first[1]]), [])
    if "eid" in header:
        at = {name: header.index(theirs) for name, theirs in _HISTORICAL.items() if theirs in header}
        missing = [_HISTORICAL[name] for name in _HISTORICAL if name not in at]
        if missing:
            yield BadLine(first[0], f"no header of Historical Phoenix: it lacks {', '.join(missing)}")
            return
        for number, text in rest:
            yield from _read(number, next(csv.reader([text]), []), at, len(header))
        return
    at = {name: place for place, name in enumerate(REAL_TIME)}
    yield from _read(first[0], first[1].split("\t"), at, len(REAL_TIME))
    for number, text in rest:
        yield from _read(number, text.split("\t"), at, len(REAL_TIME))


def _read(number: int, cells: list[str], at: dict[str, int], width: int) -> Iterator[Item]:
    if not any(cells):
        return
    if len(cells) != width:
        yield BadLine(number, f"{len(cells)} columns, not {width}")
        return
    try:
        yield _event(number, {name: cells[place].strip() for name, place in at.items()})
    except BadValueError as error:
        yield BadLine(number, str(error))


def _event(number: int, cells: dict[str, str]) -> Item:
    if cells["EventID"] in _NONE:
        raise BadValueError("no event id")
    day = parse_day(_iso(cells["Date"]))
    score = cells["GoldsteinScore"]
    code = cameo_code(cells["EventCode"], parse_number("" if score in _NONE else score))
    parties = []
    for side in ("Source", "Target"):
        named = cells[f"{side}ActorEntity"]
        if named in _NONE:
            return LeftOut(number, NO_ACTOR)
        party = party_of_code(named)
        if party is None:
            return LeftOut(number, UNKNOWN_PARTY, named)
        parties.append(party)
    if parties[0] == parties[1]:
        return LeftOut(number, WITHIN)
    urls = [url for url in cells.get("URLs", "").split(";") if url]
    outlets = [name for name in cells.get("NewsSources", "").split(";") if name]
    return ImportedEvent(
        cells["EventID"], parties[0], parties[1], day, code, number,
        cells["SourceActorFull"] or None, cells["TargetActorFull"] or None,
        reports=max(1, len(urls)), outlets=max(1, len(set(outlets))), original=cells["EventID"],
        url=urls[0] if urls else None,
    )  # fmt: skip


def _iso(text: str) -> str:
    """Historical Phoenix writes 7/26/2004."""
    month, _, rest = text.partition("/")
    day, _, year = rest.partition("/")
    return f"{year}-{month:0>2}-{day:0>2}" if year else text
