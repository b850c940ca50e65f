"""A user's own CSV file of events."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from detente.exchange.codes import cameo_code, plover_code
from detente.exchange.mapping import Mapping
from detente.exchange.parties import party_of_name
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
    parse_count,
    parse_day,
    parse_number,
)
from detente.knowledge.states import states
from detente.store import ImportedCode, ImportedEvent


def read_csv(lines: Iterator[Line], mapping: Mapping) -> Iterator[Item]:
    """Events of a CSV file with a header, by a mapping of its columns."""
    reader = csv.reader((text + "\n" for _, text in lines), delimiter=mapping.delimiter, strict=True)
    header = [name.strip() for name in next(reader, [])]
    missing = [column for column in mapping.columns() if column not in header]
    if missing:
        yield BadLine(1, f"the file has no column {', '.join(missing)}; it has {', '.join(header)}")
        return
    repeats = Repeats()
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield BadLine(reader.line_num, f"is no CSV: {error}")
            continue
        if row is None:
            return
        if not any(row):
            continue
        if len(row) != len(header):
            yield BadLine(reader.line_num, f"{len(row)} columns, not {len(header)}")
            continue
        try:
            yield _event(reader.line_num, dict(zip(header, row, strict=True)), mapping, repeats)
        except BadValueError as error:
            yield BadLine(reader.line_num, str(error))


def _event(number: int, cells: dict[str, str], mapping: Mapping, repeats: Repeats) -> Item:
    day = _day(cells[mapping.date], mapping.date_format)
    code = _code(cells, mapping)
    ident = cells[mapping.id].strip() if mapping.id else None
    if mapping.id and not ident:
        raise BadValueError(f"the cell {mapping.id} is empty")
    key = ident or repeats.key("\x1f".join(cells.values()))
    names = cells[mapping.source].strip(), cells[mapping.target].strip()
    if not all(names):
        return LeftOut(number, NO_ACTOR)
    parties = [name if name in states() else party_of_name(name, day) for name in names]
    source, target = parties
    if source is None or target is None:
        return LeftOut(number, UNKNOWN_PARTY, names[0] if source is None else names[1])
    if source == target:
        return LeftOut(number, WITHIN)
    return ImportedEvent(
        key, source, target, day, code, number, names[0], names[1],
        reports=parse_count(cells[mapping.reports]) if mapping.reports else 1,
        original=ident,
        url=(cells[mapping.url].strip() or None) if mapping.url else None,
    )  # fmt: skip


def _code(cells: dict[str, str], mapping: Mapping) -> ImportedCode:
    score = parse_number(cells[mapping.score]) if mapping.score else None
    if mapping.cameo:
        found = cameo_code(cells[mapping.cameo].strip())
    elif mapping.root:
        said = cells[mapping.root].strip()
        root, _, mode = mapping.values.get(said, said).partition(" ")
        found = plover_code(root, (cells[mapping.mode].strip() if mapping.mode else "") or mode)
    else:
        if score is None:
            raise BadValueError(f"the cell {mapping.score} is empty")
        found = ImportedCode(None)
    return found if score is None else replace(found, score=score)


def _day(text: str, form: str | None) -> dt.date:
    if form is None:
        return parse_day(text)
    try:
        return dt.datetime.strptime(text.strip(), form).date()
    except ValueError:
        raise BadValueError(f"{text!r} is no date of the form {form}") from None
