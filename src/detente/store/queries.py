"""Rows of the database, put together into records again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from detente.records import Actor, Contact, Event, Mention, Occurrence, Participant, Span
from detente.store import rows, schema

BATCH = 500  # ids in one IN list; keeps memory flat and stays below every dialect's limit on variables

Query = sa.Select[Any]
Read = sa.RowMapping


def in_batches(values: Iterable[Any], size: int = BATCH) -> Iterator[list[Any]]:
    """``values`` in lists of at most ``size``."""
    batch: list[Any] = []
    for value in values:
        batch.append(value)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def read_rows(connection: sa.Connection, query: Query) -> Iterator[list[Read]]:
    """The rows of ``query`` in batches, as they come off the database."""
    result = connection.execution_options(yield_per=BATCH).execute(query)
    for partition in result.mappings().partitions(BATCH):
        yield list(partition)


def read_events(connection: sa.Connection, query: Query) -> Iterator[Event]:
    """The events of a query over ``schema.events``, in its order."""
    for batch in read_rows(connection, query):
        yield from build_events(connection, batch)


def build_events(connection: sa.Connection, batch: Sequence[Read]) -> list[Event]:
    """Events of their rows, with participants and speakers."""
    participants = _read_by(connection, schema.participants, "event", [row["id"] for row in batch], "position")
    numbers = {row["speaker"] for row in batch if row["speaker"] is not None}
    numbers |= {p["actor"] for group in participants.values() for p in group}
    actors = read_actors(connection, numbers)

    def of_role(row: Read, role: str) -> list[Participant]:
        return [rows.read_participant(p, actors[p["actor"]]) for p in participants[row["id"]] if p["role"] == role]

    return [
        rows.read_event(row, of_role(row, "actor"), of_role(row, "recipient"), actors.get(row["speaker"]))
        for row in batch
    ]


def read_occurrences(connection: sa.Connection, query: Query) -> Iterator[Occurrence]:
    """The occurrences of a query over ``schema.occurrences``, in its order."""
    for batch in read_rows(connection, query):
        ids = [row["id"] for row in batch]
        events = _read_by(connection, schema.occurrence_events, "occurrence", ids, "position")
        for row in batch:
            yield rows.read_occurrence(row, [link["event"] for link in events[row["id"]]])


def read_contacts(connection: sa.Connection, query: Query) -> Iterator[Contact]:
    """The contacts of a query over ``schema.contacts``, in its order."""
    for batch in read_rows(connection, query):
        ids = [row["id"] for row in batch]
        people = _read_by(connection, schema.contact_people, "contact", ids, "position")
        parties = _read_by(connection, schema.contact_parties, "contact", ids, "position")
        for row in batch:
            yield rows.read_contact(row, people[row["id"]], [p["party"] for p in parties[row["id"]]])


def read_actors(connection: sa.Connection, numbers: Iterable[int]) -> dict[int, Actor]:
    """Actor records by their numbers."""
    table, found = schema.actors, dict[int, Actor]()
    for batch in in_batches(sorted(numbers)):
        query = sa.select(table).where(table.c.number.in_(batch))
        found.update((row["number"], rows.read_actor(row)) for row in connection.execute(query).mappings())
    return found


def read_sentences(connection: sa.Connection, document: str) -> tuple[Span, ...]:
    """The sentences of a document, in order."""
    table = schema.sentences
    query = sa.select(table.c.start, table.c.end).where(table.c.document == document).order_by(table.c.position)
    return tuple(Span(start, end) for start, end in connection.execute(query))


def read_mentions(connection: sa.Connection, document: str) -> tuple[Mention, ...]:
    """The mentions of a document, in order."""
    table, link = schema.mentions, schema.mention_actors
    links: defaultdict[int, list[int]] = defaultdict(list)
    for mention, actor in connection.execute(
        sa.select(link.c.mention, link.c.actor)
        .where(link.c.document == document)
        .order_by(link.c.mention, link.c.position)
    ):
        links[mention].append(actor)
    actors = read_actors(connection, {number for group in links.values() for number in group})
    query = sa.select(table).where(table.c.document == document).order_by(table.c.position)
    return tuple(
        rows.read_mention(row, [actors[number] for number in links[row["position"]]])
        for row in connection.execute(query).mappings()
    )


def _read_by(
    connection: sa.Connection, table: sa.Table, key: str, ids: Sequence[str], order: str
) -> defaultdict[str, list[Read]]:
    """Rows of ``table`` whose ``key`` is among ``ids``, grouped by it."""
    grouped: defaultdict[str, list[Read]] = defaultdict(list)
    for batch in in_batches(ids):
        query = sa.select(table).where(table.c[key].in_(batch)).order_by(table.c[key], table.c[order])
        for row in connection.execute(query).mappings():
            grouped[row[key]].append(row)
    return grouped
