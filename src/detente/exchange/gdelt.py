"""GDELT's event files, versions 1.0 and 2.0.

Source: The GDELT Project, "GDELT Event Codebook" 1.03 and 2.0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    parse_count,
    parse_day,
    parse_number,
)
from detente.knowledge.cameo_actors import party_of_code
from detente.store import ImportedEvent

# Columns have no header: 57 in 1.0 up to March 2013, 58 with the address since, 61 in 2.0, where each of three
# places has a column more behind what is read here.
WIDTHS = (57, 58, 61)
_ID, _DAY, _CODE, _GOLDSTEIN, _SOURCES, _ARTICLES = 0, 1, 26, 30, 32, 33
_ACTORS = (5, 15)  # where each actor's columns begin: code, name, country, known group


def read_gdelt(lines: Iterator[Line]) -> Iterator[Item]:
    """Events of a file of either version; only events between two countries or organisations are."""
    for number, text in lines:
        if not text:
            continue
        cells = text.split("\t")
        if len(cells) not in WIDTHS:
            if number == 1 and cells[0].strip().upper() == "GLOBALEVENTID":
                continue
            yield BadLine(number, f"{len(cells)} columns, not {', '.join(map(str, WIDTHS))}")
            continue
        try:
            yield _event(number, cells)
        except BadValueError as error:
            yield BadLine(number, str(error))


def _event(number: int, cells: list[str]) -> Item:
    ident = cells[_ID]
    if not ident.isdigit():
        if number == 1 and ident.strip().upper() == "GLOBALEVENTID":
            return LeftOut(number, "the header")
        raise BadValueError(f"the event's id {ident!r} is no number")
    day = parse_day(cells[_DAY])
    code = cameo_code(cells[_CODE], parse_number(cells[_GOLDSTEIN]))
    parties = []
    for start in _ACTORS:
        code_of_actor, name, country, group = cells[start : start + 4]
        if not code_of_actor:
            return LeftOut(number, NO_ACTOR)
        party = party_of_code(country or group)
        if party is None:
            return LeftOut(number, UNKNOWN_PARTY, f"{country or group or code_of_actor} {name}".strip())
        parties.append(party)
    if parties[0] == parties[1]:
        return LeftOut(number, WITHIN)
    return ImportedEvent(
        ident, parties[0], parties[1], day, code, number, cells[6] or None, cells[16] or None,
        reports=parse_count(cells[_ARTICLES]), outlets=parse_count(cells[_SOURCES]), original=ident,
        url=_address(cells),
    )  # fmt: skip


def _address(cells: Sequence[str]) -> str | None:
    return (cells[-1] or None) if len(cells) != WIDTHS[0] else None
