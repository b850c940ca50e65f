"""From a file of somebody else's events to the record: what is new, what is left out, what is broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType

from detente.errors import MalformedInput
from detente.exchange.files import read_lines
from detente.exchange.gdelt import read_gdelt
from detente.exchange.icews import read_icews
from detente.exchange.mapping import Mapping
from detente.exchange.own_csv import read_csv
from detente.exchange.phoenix import read_phoenix
from detente.exchange.polecat import read_polecat
from detente.exchange.rows import BadLine, Item, LeftOut, Line
from detente.store import ImportedEvent, Importer, Store

Read = Callable[[Iterator[Line]], Iterator[Item]]
CODERS = MappingProxyType({"icews": read_icews, "gdelt": read_gdelt, "polecat": read_polecat, "phoenix": read_phoenix})
BATCH = 50_000
_LISTED = 20  # bad lines kept with their reasons; the rest are counted


@dataclass(slots=True)
class ImportTally:
    """What became of the lines of one file.

    Attributes:
        path: the file.
        new: events new in the record; one of several actors is several.
        known: events that were there already.
        bad: lines that break the format.
        listed: the first of them.
        left: good lines left out, by reason.
        names: names not resolved, with how many lines each left out.
    """

    path: str
    new: int = 0
    known: int = 0
    bad: int = 0
    listed: list[BadLine] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)


def import_file(
    store: Store,
    coder: str,
    path: Path,
    mapping: Mapping | None = None,
    advance: Callable[[int], None] = lambda _line: None,
) -> ImportTally:
    """Import one file. Every batch goes in whole; the same again adds what is missing, and nothing twice.

    Args:
        store: the record.
        coder: whose format it is: icews, gdelt, polecat, phoenix, csv.
        path: the file; .gz and .zip are unpacked as they are read.
        mapping: which column is what, for csv.
        advance: called with the number of the line that the import has come to.

    Raises:
        UnreadableInput: the file can't be opened or unpacked; what was read before is in.
        MalformedInput: it has no line in the format.
        StoreError: the database can't be written.
    """
    tally, importer = ImportTally(str(path)), Importer(coder, str(path))
    batch: list[ImportedEvent] = []

    def put() -> None:
        new = store.import_events(importer, batch)
        tally.new += new
        tally.known += len(batch) - new
        advance(batch[-1].line if batch else 0)
        batch.clear()

    for item in _reader(coder, mapping)(read_lines(path)):
        if isinstance(item, ImportedEvent):
            batch.append(item)
            if len(batch) >= BATCH:
                put()
        else:
            _count(tally, item)
    put()
    if tally.bad and not (tally.new or tally.known or tally.left):
        raise MalformedInput(str(path), f"no line is {coder}'s; line {tally.listed[0].line}: {tally.listed[0].reason}")
    return tally


def _reader(coder: str, mapping: Mapping | None) -> Read:
    return partial(read_csv, mapping=mapping) if mapping else CODERS[coder]


def _count(tally: ImportTally, item: BadLine | LeftOut) -> None:
    if isinstance(item, BadLine):
        tally.bad += 1
        if len(tally.listed) < _LISTED:
            tally.listed.append(item)
        return
    tally.left[item.reason] += 1
    if item.name:
        tally.names[item.name] += 1
