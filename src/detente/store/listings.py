"""What listings show beside the records themselves: quotes, sources and counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from detente.records import Actor, Contact, Document, Event, Evidence, Span
from detente.store import queries, rows, schema
from detente.store.filters import (
    Filter,
    event_conditions,
    select_contacts,
    select_documents,
    select_events,
)


@dataclass(frozen=True, slots=True)
class QuotedEvent:
    """An event with the sentence that reports it, and where that stands."""

    event: Event
    sentence: str
    source: str
    published: dt.date | None
    title: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class QuotedContact:
    """A contact with the first sentence that reports it, and where that stands."""

    contact: Contact
    sentence: str | None
    document: str | None
    source: str | None
    published: dt.date | None


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document with all places it was found in, and how much was read out of it."""

    document: Document
    sources: tuple[str, ...]
    sentences: int
    events: int
    left: dict[str, int]


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An actor, and how often it is named and takes part."""

    actor: Actor
    mentions: int
    events: int
    documents: int


def list_events(connection: sa.Connection, wanted: Filter) -> Iterator[QuotedEvent]:
    """Events with their quotes, in the filter's order."""
    events = queries.read_events(connection, select_events(wanted, connection.dialect.name))
    for batch in queries.in_batches(events):
        heads = document_heads(connection, {event.evidence.document for event in batch})
        sentences = quote(connection, [event.evidence for event in batch])
        for event, sentence in zip(batch, sentences, strict=True):
            head = heads[event.evidence.document]
            yield QuotedEvent(event, sentence, head["source"], head["published"], head["title"], head["outlet"])


def list_contacts(connection: sa.Connection, wanted: Filter) -> Iterator[QuotedContact]:
    """Contacts with the quote of their first report, in the filter's order."""
    contacts = queries.read_contacts(connection, select_contacts(wanted, connection.dialect.name))
    for batch in queries.in_batches(contacts):
        first = [contact.evidence[0] for contact in batch if contact.evidence]
        heads = document_heads(connection, {evidence.document for evidence in first})
        sentences = iter(quote(connection, first))
        for contact in batch:
            if not contact.evidence:
                yield QuotedContact(contact, None, None, None, None)
                continue
            document = contact.evidence[0].document
            head = heads[document]
            yield QuotedContact(contact, next(sentences), document, head["source"], head["published"])


def list_documents(connection: sa.Connection, wanted: Filter) -> Iterator[ListedDocument]:
    """Documents with their counts, in the order of publication."""
    for batch in queries.read_rows(connection, select_documents(wanted, connection.dialect.name)):
        ids = [row["id"] for row in batch]
        sentences = _count_by_document(connection, schema.sentences, ids)
        events = _count_by_document(connection, schema.events, ids)
        sources = _pairs_by_document(connection, schema.sources.c.source, ids)
        left: dict[str, dict[str, int]] = {}
        table = schema.left_out
        for row in connection.execute(sa.select(table).where(table.c.document.in_(ids))).mappings():
            left.setdefault(row["document"], {})[row["reason"]] = row["count"]
        for row in batch:
            key = row["id"]
            yield ListedDocument(
                rows.read_document(row),
                tuple(sources.get(key, ())),
                sentences.get(key, 0),
                events.get(key, 0),
                left.get(key, {}),
            )


def list_actors(connection: sa.Connection, wanted: Filter) -> list[ListedActor]:
    """Actors that take part in events that pass the filter, the most active first.

    Without a filter: all actors that a document names.
    """
    actors, participants, events = schema.actors, schema.participants, schema.events
    conditions = event_conditions(wanted, connection.dialect.name)
    taking_part = (
        sa.select(
            actors.c.id,
            sa.func.min(actors.c.number),
            sa.func.count(participants.c.event.distinct()),
            sa.func.count(events.c.document.distinct()),
        )
        .join(participants, participants.c.actor == actors.c.number)
        .join(events, events.c.id == participants.c.event)
        .where(*conditions)
        .group_by(actors.c.id)
    )
    if wanted.party:  # the actors of a party, not those it deals with
        taking_part = taking_part.where(participants.c.party == wanted.party)
    found = {key: (number, count, of) for key, number, count, of in connection.execute(taking_part)}
    named = _count_mentions(connection, with_silent=not conditions, ids=set(found))
    for key, (number, _count, of) in named.items():
        found.setdefault(key, (number, 0, of))
    records = queries.read_actors(connection, [number for number, _, _ in found.values()])
    listed = [
        ListedActor(records[number], named[key][1] if key in named else 0, count, of)
        for key, (number, count, of) in found.items()
    ]
    listed.sort(key=lambda row: (-row.events, -row.mentions, row.actor.id))
    return listed[: wanted.limit]


def quote(connection: sa.Connection, evidence: Sequence[Evidence]) -> list[str]:
    """The sentences that pieces of evidence point at, in order."""
    table, found = schema.documents, dict[tuple[str, Span], str]()
    wanted: dict[str, set[Span]] = {}
    for piece in evidence:
        wanted.setdefault(piece.document, set()).add(piece.sentence)
    for batch in queries.in_batches(sorted(wanted), 50):  # few texts at once: some are books
        query = sa.select(table.c.id, table.c.text).where(table.c.id.in_(batch))
        for document, text in connection.execute(query):
            found.update(((document, span), span.of(text)) for span in wanted[document])
    return [found[piece.document, piece.sentence] for piece in evidence]


def document_heads(connection: sa.Connection, ids: set[str]) -> dict[str, sa.RowMapping]:
    """Documents without their texts, by id."""
    table, found = schema.documents, dict[str, sa.RowMapping]()
    for batch in queries.in_batches(sorted(ids)):
        columns = (table.c.id, table.c.source, table.c.published, table.c.title, table.c.outlet, table.c.authors)
        query = sa.select(*columns).where(table.c.id.in_(batch))
        found.update((row["id"], row) for row in connection.execute(query).mappings())
    return found


def _count_by_document(connection: sa.Connection, table: sa.Table, ids: list[str]) -> dict[str, int]:
    query = (
        sa.select(table.c.document, sa.func.count().label("number"))
        .where(table.c.document.in_(ids))
        .group_by(table.c.document)
    )
    return {row.document: row.number for row in connection.execute(query)}


def _pairs_by_document(connection: sa.Connection, column: sa.Column[str], ids: list[str]) -> dict[str, list[str]]:
    document = column.table.c.document
    found: dict[str, list[str]] = {}
    query = sa.select(document, column).where(document.in_(ids)).order_by(document, column)
    for key, value in connection.execute(query):
        found.setdefault(key, []).append(value)
    return found


def _count_mentions(connection: sa.Connection, *, with_silent: bool, ids: set[str]) -> dict[str, tuple[int, int, int]]:
    """By actor id: a number of its record, mentions, documents that name it."""
    actors, link = schema.actors, schema.mention_actors
    query = (
        sa.select(
            actors.c.id,
            sa.func.min(actors.c.number),
            sa.func.count(),
            sa.func.count(link.c.document.distinct()),
        )
        .join(link, link.c.actor == actors.c.number)
        .group_by(actors.c.id)
    )
    counted = {key: (number, count, of) for key, number, count, of in connection.execute(query)}
    return counted if with_silent else {key: value for key, value in counted.items() if key in ids}
