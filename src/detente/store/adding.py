"""One coded document into the record, in one transaction.

Actors and ledgers are imported where they are used: they load the gazetteer, which queries do without.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa

from detente.records import Actor, Event, Mention, Participant
from detente.store import ledger_queries, rows, schema

if TYPE_CHECKING:
    from detente.coding import Coding

ActorNumbers = dict[Actor, int]


def has_document(connection: sa.Connection, document_id: str) -> bool:
    """Whether a document is in the record."""
    table = schema.documents
    return connection.execute(sa.select(table.c.id).where(table.c.id == document_id)).first() is not None


def add_source(connection: sa.Connection, document_id: str, source: str) -> bool:
    """Record that a document is found at ``source`` too; False when that was known."""
    table = schema.sources
    known = sa.select(table.c.source).where(table.c.document == document_id, table.c.source == source)
    if connection.execute(known).first():
        return False
    connection.execute(table.insert(), {"document": document_id, "source": source})
    return True


def insert_coding(connection: sa.Connection, coding: Coding, numbers: ActorNumbers) -> ActorNumbers:
    """Insert all that was coded of one new document, and mark the blocks of its events dirty.

    Args:
        connection: inside a transaction.
        coding: the document with its sentences, mentions, events and ledgers.
        numbers: numbers of actor records known to be in the database.

    Returns:
        Numbers of the actor records that this document added or looked up.
    """
    document = coding.document
    connection.execute(schema.documents.insert(), rows.document_row(document))
    connection.execute(schema.sources.insert(), {"document": document.id, "source": document.source})
    found = _number_actors(connection, _actors_of(coding), numbers)
    known = numbers | found
    _insert(
        connection,
        schema.sentences,
        [
            {
                "document": document.id,
                "position": position,
                "start": span.start,
                "end": span.end,
                "text": span.of(document.text),
            }
            for position, span in enumerate(coding.sentences)
        ],
    )
    _insert_mentions(connection, document.id, coding.mentions, known)
    _insert_events(connection, coding.events, known)
    ledger_queries.insert_ledger(connection, coding.ledger, known)
    left = [{"document": document.id, "reason": reason, "count": count} for reason, count in coding.left.items()]
    _insert(connection, schema.left_out, left)
    return found


def _insert(connection: sa.Connection, table: sa.Table, values: Sequence[rows.Row]) -> None:
    if values:
        connection.execute(table.insert(), list(values))


def _actors_of(coding: Coding) -> dict[Actor, None]:
    """All actor records named, each once, in order."""
    seen: dict[Actor, None] = {}
    for mention in coding.mentions:
        seen.update(dict.fromkeys(mention.actors))
    for event in coding.events:
        seen.update(dict.fromkeys(p.actor for p in (*event.actors, *event.recipients)))
        if event.speaker:
            seen[event.speaker] = None
    seen.update(ledger_queries.speakers_of(coding.ledger))
    return seen


def _number_actors(connection: sa.Connection, wanted: Iterable[Actor], known: ActorNumbers) -> ActorNumbers:
    table = schema.actors
    new = {actor: rows.actor_row(actor) for actor in wanted if actor not in known}
    if not new:
        return {}
    fingerprints = [row["fingerprint"] for row in new.values()]
    by_fingerprint = _read_numbers(connection, fingerprints)
    missing = [row for row in new.values() if row["fingerprint"] not in by_fingerprint]
    if missing:
        _insert(connection, table, missing)
        by_fingerprint |= _read_numbers(connection, [row["fingerprint"] for row in missing])
    return {actor: by_fingerprint[row["fingerprint"]] for actor, row in new.items()}


def _read_numbers(connection: sa.Connection, fingerprints: Sequence[str]) -> dict[str, int]:
    table, found = schema.actors, dict[str, int]()
    for at in range(0, len(fingerprints), 500):
        query = sa.select(table.c.fingerprint, table.c.number).where(
            table.c.fingerprint.in_(fingerprints[at : at + 500])
        )
        found.update((fingerprint, number) for fingerprint, number in connection.execute(query))
    return found


def _insert_mentions(
    connection: sa.Connection, document: str, mentions: Sequence[Mention], numbers: ActorNumbers
) -> None:
    _insert(connection, schema.mentions, [rows.mention_row(m, document, at) for at, m in enumerate(mentions)])
    _insert(
        connection,
        schema.mention_actors,
        [
            {"document": document, "mention": at, "position": position, "actor": numbers[actor]}
            for at, mention in enumerate(mentions)
            for position, actor in enumerate(mention.actors)
        ],
    )


def _insert_events(connection: sa.Connection, events: Sequence[Event], numbers: ActorNumbers) -> None:
    from detente import ledgers

    blocks = [ledgers.block_key(event) for event in events]
    _insert(
        connection,
        schema.events,
        [
            rows.event_row(event, at, numbers[event.speaker] if event.speaker else None, block)
            for at, (event, block) in enumerate(zip(events, blocks, strict=True))
        ],
    )
    _insert(connection, schema.participants, [row for event in events for row in _participants(event, numbers)])
    mark_dirty(connection, blocks)


def _participants(event: Event, numbers: ActorNumbers) -> list[rows.Row]:
    from detente.actors import party_of

    def of_role(role: str, participants: Sequence[Participant]) -> list[rows.Row]:
        return [
            rows.participant_row(p, event.id, role, position, numbers[p.actor], party_of(p.actor) or p.actor.id)
            for position, p in enumerate(participants)
        ]

    return of_role("actor", event.actors) + of_role("recipient", event.recipients)


def mark_dirty(connection: sa.Connection, blocks: Iterable[str]) -> None:
    """Note that the occurrences of these blocks are older than their events."""
    table = schema.dirty_blocks
    wanted = sorted(set(blocks))
    known: set[str] = set()
    for at in range(0, len(wanted), 500):
        known.update(connection.scalars(sa.select(table.c.block).where(table.c.block.in_(wanted[at : at + 500]))))
    _insert(connection, table, [{"block": block} for block in wanted if block not in known])
