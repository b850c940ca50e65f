"""Ledgers into the record and out of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from detente.records import Actor, Evidence, Ledger, When
from detente.store import queries, rows, schema
from detente.store.filters import Filter, window_conditions
from detente.store.fulltext import sentences_matching
from detente.store.ledger_tables import (
    CLAIMS,
    COMMITMENTS,
    DISPUTES,
    FORMULATIONS,
    QUANTITIES,
    SIGNALS,
    LedgerTable,
    evidence_columns,
    evidence_of_row,
)
from detente.store.listings import document_heads, quote

R = TypeVar("R")
_EITHER = frozenset({FORMULATIONS.table.name})  # has one party a record: of a pair, either's
_OWN_DATE = frozenset({COMMITMENTS.table.name})  # the rest is dated by publication where it has no date of its own


@dataclass(frozen=True, slots=True)
class Quoted(Generic[R]):
    """A record of a ledger with its sentence, and where that stands."""

    record: R
    sentence: str
    document: str
    source: str
    published: dt.date | None
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One report of an occurrence, and when that was."""

    evidence: Evidence
    sentence: str
    source: str
    when: When


def insert_ledger(connection: sa.Connection, ledger: Ledger, numbers: Mapping[Actor, int]) -> None:
    """Insert what one new document says beyond events."""
    tables: tuple[LedgerTable[Any], ...] = (COMMITMENTS, CLAIMS, DISPUTES, QUANTITIES, FORMULATIONS, SIGNALS)
    for table in tables:
        _insert(connection, table, ledger, numbers)


def _insert(connection: sa.Connection, of: LedgerTable[R], ledger: Ledger, numbers: Mapping[Actor, int]) -> None:
    records = of.records(ledger)
    if not records:
        return
    values = []
    for position, one in enumerate(records):
        row = {"position": position, **evidence_columns(of.evidence(one)), **of.write(one)}
        if "speaker" in of.table.c:
            speaker = of.speaker(one)
            row["speaker"] = numbers[speaker] if speaker else None
        values.append(row)
    connection.execute(of.table.insert(), values)
    parties = [
        {"document": row["document"], "record": row["position"], "role": role, "position": position, "party": party}
        for row, one in zip(values, records, strict=True)
        for role, names in of.roles(one).items()
        for position, party in enumerate(names)
    ]
    if parties:
        connection.execute(of.parties.insert(), parties)


def list_quoted(connection: sa.Connection, of: LedgerTable[R], wanted: Filter) -> Iterator[Quoted[R]]:
    """A ledger's records with their sentences, by date, the undated last."""
    for batch in queries.read_rows(connection, select_ledger(of, wanted, connection.dialect.name)):
        records = _build(connection, of, batch)
        heads = document_heads(connection, {row["document"] for row in batch})
        sentences = quote(connection, [of.evidence(one) for one in records])
        for row, one, sentence in zip(batch, records, sentences, strict=True):
            head = heads[row["document"]]
            yield Quoted(
                one,
                sentence,
                row["document"],
                head["source"],
                head["published"],
                head["title"],
                head["outlet"],
                tuple(head["authors"]),
            )


def _build(connection: sa.Connection, of: LedgerTable[R], batch: Sequence[queries.Read]) -> list[R]:
    roles: defaultdict[tuple[str, int], defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    table = of.parties
    for ids in queries.in_batches(sorted({row["document"] for row in batch})):
        query = sa.select(table).where(table.c.document.in_(ids)).order_by(table.c.position)
        for link in connection.execute(query).mappings():
            roles[link["document"], link["record"]][link["role"]].append(link["party"])
    has_speaker = "speaker" in of.table.c
    speakers = queries.read_actors(
        connection, {row["speaker"] for row in batch if row["speaker"] is not None} if has_speaker else ()
    )
    return [
        of.read(
            row,
            evidence_of_row(row),
            {role: tuple(names) for role, names in roles[row["document"], row["position"]].items()},
            speakers.get(row["speaker"]) if has_speaker else None,
        )
        for row in batch
    ]


def select_ledger(of: LedgerTable[R], wanted: Filter, dialect: str) -> queries.Query:
    """Rows of a ledger that pass ``wanted``: commitments by their window, the rest by its own date or publication."""
    table, documents = of.table, schema.documents
    start, end = _dates(of)
    conditions = [
        *window_conditions(start, end, wanted),
        *_by_party(of, wanted),
        *_by_speaker(of, wanted),
    ]
    if wanted.kind:
        conditions.append(table.c.kind == str(wanted.kind))
    if wanted.document:
        conditions.append(table.c.document == wanted.document)
    if wanted.outlet:
        conditions.append(documents.c.outlet == wanted.outlet)
    if wanted.text:
        sentences = schema.sentences
        numbers = sentences_matching(wanted.text, dialect)
        spoken = sa.select(sentences.c.document, sentences.c.start).where(sentences.c.number.in_(numbers))
        conditions.append(sa.tuple_(table.c.document, table.c.sentence_start).in_(spoken))
    order = (start.desc(), end.desc()) if wanted.newest else (start, end)
    return (
        sa.select(table)
        .join(documents, documents.c.id == table.c.document)
        .where(*conditions)
        .order_by(*(one.nulls_last() for one in order), table.c.document, table.c.position)
        .limit(wanted.limit)
    )


def _dates(of: LedgerTable[R]) -> tuple[sa.ColumnElement[dt.date], sa.ColumnElement[dt.date]]:
    published = schema.documents.c.published
    if "when_start" not in of.table.c:
        return published, published
    start, end = of.table.c.when_start, of.table.c.when_end
    if of.table.name in _OWN_DATE:
        return start, end
    return sa.func.coalesce(start, published), sa.func.coalesce(end, start, published)


def _by_party(of: LedgerTable[R], wanted: Filter) -> list[sa.ColumnElement[bool]]:
    table, link = of.table, of.parties

    def names(parties: tuple[str, ...]) -> sa.ColumnElement[bool]:
        found = sa.select(link.c.document, link.c.record).where(link.c.party.in_(parties))
        return sa.tuple_(table.c.document, table.c.position).in_(found)

    if table.name in _EITHER and wanted.pair:
        return [names(wanted.pair), *([names((wanted.party,))] if wanted.party else [])]
    return [names((party,)) for party in wanted.parties]


def _by_speaker(of: LedgerTable[R], wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """Who says so: a party's people, or a name that holds the words; authors speak where nobody else does."""
    if not wanted.speaker or "speaker" not in of.table.c:
        return []
    actors, table = schema.actors, of.table
    name = sa.func.lower(sa.literal(" ").concat(actors.c.name).concat(" "))
    words = f" {wanted.speaker.lower()} "
    people = sa.select(actors.c.number).where(
        sa.or_(
            actors.c.country == wanted.speaker,
            actors.c.id == f"org:{wanted.speaker}",
            name.contains(words, autoescape=True),
        )
    )
    written = sa.func.lower(sa.cast(schema.documents.c.authors, sa.Text)).contains(
        wanted.speaker.lower(), autoescape=True
    )
    return [sa.or_(table.c.speaker.in_(people), table.c.speaker.is_(None) & written)]


def occurrence_parties(connection: sa.Connection, ids: Sequence[str]) -> dict[str, frozenset[str]]:
    """The parties of occurrences, as their reports name them."""
    link, participants = schema.occurrence_events, schema.participants
    found: defaultdict[str, set[str]] = defaultdict(set)
    for batch in queries.in_batches(ids):
        query = (
            sa.select(link.c.occurrence, participants.c.party)
            .join(participants, participants.c.event == link.c.event)
            .where(link.c.occurrence.in_(batch))
            .distinct()
        )
        for occurrence, party in connection.execute(query):
            found[occurrence].add(party)
    return {key: frozenset(parties) for key, parties in found.items()}


def first_reports(connection: sa.Connection, occurrences: Sequence[str]) -> dict[str, Report]:
    """Of each occurrence its first report."""
    link, events = schema.occurrence_events, schema.events
    found: dict[str, Report] = {}
    for batch in queries.in_batches(sorted(set(occurrences))):
        query = (
            sa.select(events, link.c.occurrence)
            .join(link, link.c.event == events.c.id)
            .where(link.c.occurrence.in_(batch), link.c.position == 0)
        )
        read = connection.execute(query).mappings().all()
        heads = document_heads(connection, {row["document"] for row in read})
        sentences = quote(connection, [evidence_of_row(row) for row in read])
        for row, sentence in zip(read, sentences, strict=True):
            head = heads[row["document"]]
            found[row["occurrence"]] = Report(evidence_of_row(row), sentence, head["source"], rows.read_when(row))
    return found


def speakers_of(ledger: Ledger) -> dict[Actor, None]:
    """All who say something in a ledger, each once."""
    told = (*(one.speaker for one in ledger.commitments), *(one.speaker for one in ledger.claims))
    return {speaker: None for speaker in told if speaker}
