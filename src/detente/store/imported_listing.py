"""Imported events beside coded ones: as lines with the same keys, told apart by ``coder``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from detente.knowledge import plover
from detente.knowledge.cameo import cameo
from detente.knowledge.states import states
from detente.records import Modality, Precision
from detente.store import queries, schema
from detente.store.filters import Filter
from detente.store.imported import EPOCH, ImportedCode, read_codes, read_files
from detente.store.imported_queries import Asked, conditions_of
from detente.store.lines import Line


@dataclass(frozen=True, slots=True)
class ListedImport:
    """An imported event with its coder and the place where it stands."""

    event: int
    coder: str
    place: str  # file#line
    day: dt.date
    source: str
    target: str
    source_name: str | None
    target_name: str | None
    mutual: bool
    code: ImportedCode
    original: str | None
    reports: int
    outlets: int
    url: str | None


def list_imported(connection: sa.Connection, wanted: Filter) -> Iterator[ListedImport]:
    """Imported events that pass the filter, by date; an event in which both act together comes once.

    They have no sentence and no document of ours, so a filter on what those hold passes none of them.
    """
    asked = asked_of(wanted)
    if asked is None:
        return
    files = read_files(connection)
    if not files:
        return
    table, codes = schema.imported_events, read_codes(connection)
    fitting = [
        number
        for number, code in codes.items()
        if (not wanted.root or code.root == wanted.root) and (not wanted.mode or code.mode == wanted.mode)
    ]
    order = table.c.day.desc() if wanted.newest else table.c.day
    query = (
        sa.select(table)
        .where(*conditions_of(connection, asked), sa.or_(table.c.mutual == 0, table.c.source < table.c.target))
        .order_by(order, table.c.number)
        .limit(wanted.limit)
    )
    if wanted.root or wanted.mode:
        query = query.where(table.c.code.in_(fitting))
    for batch in queries.read_rows(connection, query):
        for row in batch:
            coder, path = files[row["file"]]
            yield ListedImport(
                row["event"], coder, f"{path}#{row['line']}", dt.date.fromordinal(row["day"] + EPOCH), row["source"],
                row["target"], row["source_name"], row["target_name"], bool(row["mutual"]), codes[row["code"]],
                row["original"], row["reports"], row["outlets"], row["url"],
            )  # fmt: skip


def asked_of(wanted: Filter) -> Asked | None:
    """A filter as one of imported events; None where none of them can pass it."""
    of_ours = (wanted.text, wanted.document, wanted.outlet, wanted.actor, wanted.min_confidence, wanted.kind,
               wanted.level)  # fmt: skip
    happened = not wanted.modality or Modality.HAPPENED in wanted.modality
    if any(value is not None for value in of_ours) or wanted.undated or not happened:
        return None
    touching = [wanted.party] if wanted.party else None
    return Asked(wanted.pair, None, touching, wanted.since, wanted.until, typed=False)


def imported_line(row: ListedImport) -> Line:
    """One imported event, with the keys of :data:`detente.store.lines.EVENT_KEYS`.

    What its source does not have is null: sentence, document, confidence. The trigger is the name of its CAMEO code.
    """
    day, code = row.day.isoformat(), row.code
    actors = [_participant(row.source, row.source_name)]
    recipients = [_participant(row.target, row.target_name)]
    return {
        "id": f"{row.coder}:{row.event}:{row.source}>{row.target}",
        "document": None,
        "source": row.place,
        "published": None,
        "sentence": None,
        "start": None,
        "end": None,
        "trigger": cameo()[code.cameo].name if code.cameo else None,
        "actors": [*actors, *recipients] if row.mutual else actors,
        "recipients": [] if row.mutual else recipients,
        "root": code.root,
        "mode": code.mode,
        "quad": plover.quad(code.root) if code.root else None,
        "score": code.score,
        "contexts": list(code.contexts),
        "modality": Modality.HAPPENED.value,
        "date_start": day,
        "date_end": day,
        "date_precision": Precision.DAY.value,
        "place": None,
        "speaker": None,
        "confidence": None,
        "coder": row.coder,
    }


def _participant(party: str, name: str | None) -> Line:
    state = states().get(party)
    known = state.name if state else party
    return {"id": party, "name": name or known, "country": party if state else None, "text": name}
