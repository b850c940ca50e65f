"""The record in numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import sqlalchemy as sa

from detente.records import Modality
from detente.store import schema
from detente.store.filters import Filter, event_conditions


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a record holds.

    Attributes:
        first: the first day that an event that happened is dated to.
        last: the last one.
        undated: events whose date is unknown.
        relations: the pairs of states with the most events, each with its number.
        left: what coding left out, by reason.
    """

    documents: int = 0
    sentences: int = 0
    events: int = 0
    occurrences: int = 0
    contacts: int = 0
    undated: int = 0
    first: dt.date | None = None
    last: dt.date | None = None
    relations: tuple[tuple[str, str, int], ...] = ()
    left: dict[str, int] = field(default_factory=dict)


def summarise(connection: sa.Connection, relations: int = 5) -> Summary:
    """Count what the record holds; name the ``relations`` pairs of states with the most events."""
    events = schema.events
    happened = events.c.modality == Modality.HAPPENED.value
    # A decade or a year is no day that anything is known to have happened on.
    exact = events.c.when_precision.in_(["day", "range", "month"])
    dates = sa.select(sa.func.min(events.c.when_start), sa.func.max(events.c.when_end)).where(happened, exact)
    first, last = connection.execute(dates).one()
    undated = sa.select(sa.func.count()).select_from(events).where(events.c.when_precision == "unknown")
    left = schema.left_out
    reasons = sa.select(left.c.reason, sa.func.sum(left.c.count)).group_by(left.c.reason).order_by(left.c.reason)
    return Summary(
        **{
            name: connection.scalar(sa.select(sa.func.count()).select_from(schema.metadata.tables[name])) or 0
            for name in ("documents", "sentences", "events", "occurrences", "contacts")
        },
        undated=connection.scalar(undated) or 0,
        first=first,
        last=last,
        relations=top_relations(connection, relations),
        left={reason: int(count) for reason, count in connection.execute(reasons)},
    )


def top_relations(connection: sa.Connection, limit: int | None = 5) -> tuple[tuple[str, str, int], ...]:
    """The pairs of states that take part in the most events together, each with the number of events."""
    participants, actors = schema.participants, schema.actors
    of_states = (
        sa.select(participants.c.event, participants.c.party)
        .join(actors, actors.c.number == participants.c.actor)
        .where(actors.c.country.is_not(None))
        .distinct()
    )
    one, other = of_states.cte("one"), of_states.cte("other")
    count = sa.func.count()
    query = (
        sa.select(one.c.party, other.c.party, count)
        .join(other, sa.and_(one.c.event == other.c.event, one.c.party < other.c.party))
        .group_by(one.c.party, other.c.party)
        .order_by(count.desc(), one.c.party, other.c.party)
        .limit(limit)
    )
    return tuple((a, b, n) for a, b, n in connection.execute(query))


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a record knows of a relation, or of whatever a filter passes.

    Attributes:
        documents: documents with an event that passes.
        outlets: their outlets with the number of documents of each, the most first.
        undated: events whose date is unknown.
        first: the first publication date.
        last: the last one.
    """

    documents: int
    events: int
    undated: int
    outlets: tuple[tuple[str, int], ...]
    first: dt.date | None
    last: dt.date | None


def cover(connection: sa.Connection, wanted: Filter) -> Coverage:
    """How well the documents cover the events that pass ``wanted``."""
    events, documents = schema.events, schema.documents
    conditions = event_conditions(wanted, connection.dialect.name)
    unknown = sa.func.sum(sa.case((events.c.when_precision == "unknown", 1), else_=0))
    of_events = sa.select(sa.func.count(), unknown).select_from(events).where(*conditions)
    number, undated = connection.execute(of_events).one()
    within = documents.c.id.in_(sa.select(events.c.document).where(*conditions))
    published = documents.c.published
    of_documents = sa.select(sa.func.count(), sa.func.min(published), sa.func.max(published)).where(within)
    count, first, last = connection.execute(of_documents).one()
    outlet, share = documents.c.outlet, sa.func.count()
    of_outlets = (
        sa.select(outlet, share).where(within, outlet.is_not(None)).group_by(outlet).order_by(share.desc(), outlet)
    )
    outlets = tuple((name, n) for name, n in connection.execute(of_outlets))
    return Coverage(count, number, int(undated or 0), outlets, first, last)
