"""Occurrences and contacts, derived anew where events came in.

Events fall into blocks that can't share an occurrence (``ledgers.block_key``), so a new event calls
for its own block alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import sqlalchemy as sa

from detente.records import Contact, Occurrence
from detente.store import queries, rows, schema

BATCH = 200  # blocks read at once: memory stays flat however many are dirty


def count_dirty(connection: sa.Connection) -> int:
    """How many blocks wait for their occurrences."""
    return connection.scalar(sa.select(sa.func.count()).select_from(schema.dirty_blocks)) or 0


def regroup(connection: sa.Connection) -> int:
    """Derive the occurrences and contacts of all dirty blocks, and mark them clean.

    Args:
        connection: inside a transaction.

    Returns:
        The number of blocks derived anew.
    """
    table = schema.dirty_blocks
    blocks = list(connection.scalars(sa.select(table.c.block).order_by(table.c.block)))
    for batch in queries.in_batches(blocks, BATCH):
        _forget(connection, batch)
        _derive(connection, batch)
        connection.execute(table.delete().where(table.c.block.in_(batch)))
    return len(blocks)


def rekey(connection: sa.Connection) -> None:
    """Give every event its block anew (for a new rule of blocking), and forget all that was derived."""
    from detente import ledgers

    for table in (
        schema.contact_people, schema.contact_parties, schema.contacts,
        schema.occurrence_events, schema.occurrences, schema.dirty_blocks,
    ):  # fmt: skip
        connection.execute(table.delete())
    table = schema.events
    ids = list(connection.scalars(sa.select(table.c.id).order_by(table.c.id)))
    change = table.update().where(table.c.id == sa.bindparam("event")).values(block=sa.bindparam("key"))
    for batch in queries.in_batches(ids):
        events = queries.read_events(connection, sa.select(table).where(table.c.id.in_(batch)))
        connection.execute(change, [{"event": e.id, "key": ledgers.block_key(e)} for e in events])
    connection.execute(schema.dirty_blocks.insert().from_select(["block"], sa.select(table.c.block).distinct()))


def _forget(connection: sa.Connection, blocks: Sequence[str]) -> None:
    contacts, occurrences = schema.contacts, schema.occurrences
    old_contacts = sa.select(contacts.c.id).where(contacts.c.block.in_(blocks))
    old_occurrences = sa.select(occurrences.c.id).where(occurrences.c.block.in_(blocks))
    for table in (schema.contact_people, schema.contact_parties):
        connection.execute(table.delete().where(table.c.contact.in_(old_contacts)))
    connection.execute(contacts.delete().where(contacts.c.block.in_(blocks)))
    link = schema.occurrence_events
    connection.execute(link.delete().where(link.c.occurrence.in_(old_occurrences)))
    connection.execute(occurrences.delete().where(occurrences.c.block.in_(blocks)))


def _derive(connection: sa.Connection, blocks: Sequence[str]) -> None:
    from detente import ledgers  # which needs the gazetteer: queries start without it

    table = schema.events
    query = (
        sa.select(table).where(table.c.block.in_(blocks)).order_by(table.c.block, table.c.document, table.c.position)
    )
    found = connection.execute(query).mappings().all()
    events = {event.id: event for event in queries.build_events(connection, found)}
    outlets = _outlets(connection, {event.evidence.document for event in events.values()})
    for block, members in groupby(found, key=lambda row: row["block"]):
        of_block = {row["id"]: events[row["id"]] for row in members}
        occurrences = ledgers.group_occurrences(of_block.values(), outlets)
        _insert(connection, block, occurrences, ledgers.find_contacts(occurrences, of_block))


def _outlets(connection: sa.Connection, documents: set[str]) -> dict[str, str | None]:
    table, found = schema.documents, dict[str, str | None]()
    for batch in queries.in_batches(sorted(documents)):
        query = sa.select(table.c.id, table.c.outlet).where(table.c.id.in_(batch))
        found.update((document, outlet) for document, outlet in connection.execute(query))
    return found


def _insert(
    connection: sa.Connection, block: str, occurrences: Sequence[Occurrence], contacts: Sequence[Contact]
) -> None:
    links = [
        {"occurrence": occurrence.id, "position": position, "event": event}
        for occurrence in occurrences
        for position, event in enumerate(occurrence.events)
    ]
    for table, values in (
        (schema.occurrences, [rows.occurrence_row(occurrence, block) for occurrence in occurrences]),
        (schema.occurrence_events, links),
        (schema.contacts, [rows.contact_row(contact, block) for contact in contacts]),
        (schema.contact_people, [row for contact in contacts for row in rows.contact_people_rows(contact)]),
        (schema.contact_parties, [row for contact in contacts for row in rows.contact_party_rows(contact)]),
    ):
        if values:
            connection.execute(table.insert(), values)
