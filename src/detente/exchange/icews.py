"""ICEWS: the files of its Dataverse, and the short form that temporal knowledge graphs are made of.

Source: Boschee et al., ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.exchange.codes import cameo_code, cameo_name
from detente.exchange.parties import party_of_country, party_of_name, party_of_organisation
from detente.exchange.rows import (
    NO_ACTOR,
    UNKNOWN_PARTY,
    WITHIN,
    BadLine,
    BadValueError,
    Item,
    LeftOut,
    Line,
    Repeats,
    columns_of,
    parse_day,
    parse_number,
    split_cells,
    split_off,
)
from detente.store import ImportedEvent

COLUMNS = ("Event ID", "Event Date", "Source Name", "Source Country", "CAMEO Code", "Intensity", "Target Name",
           "Target Country")  # fmt: skip
_SHORT_COLUMNS = 4


def read_icews(lines: Iterator[Line]) -> Iterator[Item]:
    """Events of a file with ICEWS's header, or without one in four columns: source, event name, target, date."""
    first, rest = split_off(lines)
    if "Event ID" in first[1]:
        yield from _read_full(first, rest)
    else:
        yield from _read_short(first, rest)


def _read_full(header: Line, lines: Iterator[Line]) -> Iterator[Item]:
    try:
        at = columns_of(header[1], COLUMNS, "ICEWS")
    except BadValueError as error:
        yield BadLine(header[0], str(error))
        return
    quoted = '"' in header[1]
    for number, text in lines:
        if not text:
            continue
        cells = split_cells(text, quoted=quoted)
        if len(cells) != len(at):
            yield BadLine(number, f"{len(cells)} columns, not {len(at)}")
            continue
        try:
            yield _event(number, cells, at)
        except BadValueError as error:
            yield BadLine(number, str(error))


def _event(number: int, cells: list[str], at: dict[str, int]) -> Item:
    ident = cells[at["Event ID"]]
    if not ident:
        raise BadValueError("no Event ID")
    day = parse_day(cells[at["Event Date"]])
    code = cameo_code(cells[at["CAMEO Code"]], parse_number(cells[at["Intensity"]]))
    names = cells[at["Source Name"]], cells[at["Target Name"]]
    countries = cells[at["Source Country"]], cells[at["Target Country"]]
    parties = []
    for name, country in zip(names, countries, strict=True):
        # An organisation of no country has nothing there, or "International", and only its name.
        party = party_of_country(country) or party_of_organisation(name)
        if party is None:
            return _unresolved(number, country or name)
        parties.append(party)
    if parties[0] == parties[1]:
        return LeftOut(number, WITHIN)
    return ImportedEvent(ident, parties[0], parties[1], day, code, number, names[0] or None, names[1] or None,
                         original=ident)  # fmt: skip


def _read_short(first: Line, lines: Iterator[Line]) -> Iterator[Item]:
    repeats = Repeats()
    for number, text in _chained(first, lines):
        if not text:
            continue
        cells = text.split("\t")
        if len(cells) != _SHORT_COLUMNS:
            yield BadLine(number, f"{len(cells)} columns, not {_SHORT_COLUMNS} (source, event name, target, date)")
            continue
        source, name, target, date = cells
        try:
            day, code = parse_day(date), cameo_name(name.replace("_", " "))
        except BadValueError as error:
            yield BadLine(number, str(error))
            continue
        key = repeats.key(text)
        parties = party_of_name(source, day), party_of_name(target, day)
        if parties[0] is None or parties[1] is None:
            yield _unresolved(number, source if parties[0] is None else target)
        elif parties[0] == parties[1]:
            yield LeftOut(number, WITHIN)
        else:
            yield ImportedEvent(key, parties[0], parties[1], day, code, number, source, target)


def _unresolved(number: int, name: str) -> LeftOut:
    return LeftOut(number, UNKNOWN_PARTY, name) if name.strip() else LeftOut(number, NO_ACTOR)


def _chained(first: Line, rest: Iterator[Line]) -> Iterator[Line]:
    yield first
    yield from rest
