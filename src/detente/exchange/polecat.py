"""POLECAT: events in PLOVER, several actors to a row.

Source: Halterman et al., POLECAT Weekly Data, Harvard Dataverse, doi:10.7910/DVN/AJGVIT.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.exchange.codes import plover_code
from detente.exchange.parties import party_of_code_or_name
from detente.exchange.rows import (
    NO_ACTOR,
    UNKNOWN_PARTY,
    WITHIN,
    BadLine,
    BadValueError,
    Item,
    LeftOut,
    Line,
    columns_of,
    parse_day,
    split_cells,
    split_off,
)
from detente.store import ImportedEvent

NEEDED = ("Event ID", "Event Date", "Event Type", "Event Mode", "Contexts", "Actor Name", "Actor Country",
          "Recipient Name", "Recipient Country")  # fmt: skip
_NONE = frozenset({"", "none", "nan", "null"})


@dataclass(frozen=True, slots=True)
class _Side:
    parties: tuple[str, ...]
    names: str | None
    unknown: str | None


def read_polecat(lines: Iterator[Line]) -> Iterator[Item]:
    """Events of a file with POLECAT's header: one for each actor and recipient of a row.

    A row without recipients is one of both sides acting together: one event in each direction, marked mutual.
    """
    first, rest = split_off(lines)
    try:
        at = columns_of(first[1], NEEDED, "POLECAT")
    except BadValueError as error:
        yield BadLine(first[0], str(error))
        return
    quoted = '"' in first[1]
    for number, text in rest:
        if not text:
            continue
        cells = split_cells(text, quoted=quoted)
        if len(cells) != len(at):
            yield BadLine(number, f"{len(cells)} columns, not {len(at)}")
            continue
        try:
            yield from _events(number, {name: cells[place].strip() for name, place in at.items()})
        except BadValueError as error:
            yield BadLine(number, str(error))


def _events(number: int, cells: dict[str, str]) -> Iterator[Item]:
    ident, day = cells["Event ID"], parse_day(cells["Event Date"])
    if not ident:
        raise BadValueError("no Event ID")
    mode = cells["Event Mode"]
    code = plover_code(
        cells["Event Type"],
        "" if mode.casefold() in _NONE else mode,
        tuple(context.lower().replace(" ", "_") for context in _items(cells["Contexts"])),
    )
    actors, recipients = _side(cells, "Actor"), _side(cells, "Recipient")
    for side in (actors, recipients):
        if side.unknown and not side.parties:
            yield LeftOut(number, UNKNOWN_PARTY, side.unknown)
            return
    mutual = not recipients.names and not recipients.parties
    pairs = [
        (source, target)
        for source in actors.parties
        for target in (actors.parties if mutual else recipients.parties)
        if source != target
    ]
    if not pairs:
        within = bool(actors.parties and (recipients.parties or (mutual and len(actors.parties) > 1)))
        yield LeftOut(number, WITHIN if within else NO_ACTOR)
    for source, target in pairs:
        yield ImportedEvent(
            ident, source, target, day, code, number, actors.names, recipients.names, mutual=mutual, original=ident
        )


def _side(cells: dict[str, str], role: str) -> _Side:
    names, countries = cells[f"{role} Name"], _items(cells[f"{role} Country"])
    found: dict[str, None] = {}
    unknown = None
    # POLECAT's column has countries only, and ours organisations too; else those stand under the names.
    for country in countries:
        party = party_of_code_or_name(country)
        if party:
            found[party] = None
        else:
            unknown = country
    for name in _items(names) if not countries else ():
        party = party_of_code_or_name(name)
        if party:
            found[party] = None
        else:
            unknown = name
    return _Side(tuple(found), None if names.casefold() in _NONE else names, unknown)


def _items(cell: str) -> list[str]:
    return [item for part in cell.split(";") if (item := part.strip()).casefold() not in _NONE]
