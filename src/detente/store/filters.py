"""What to list: one frozen filter for every listing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa

from detente.records import Level, Modality, Precision
from detente.store import schema
from detente.store.fulltext import sentences_matching


@dataclass(frozen=True, slots=True)
class Filter:
    """Which records a query returns; a field left out filters nothing.

    Attributes:
        pair: two parties (ISO alpha-3, or an organisation's acronym) that both take part.
        party: one party that takes part.
        actor: id of an actor that takes part.
        since: nothing that ended before this day.
        until: nothing that started after this day.
        root: PLOVER event type.
        mode: PLOVER mode.
        modality: any of these.
        kind: kind of contact, commitment, claim or quantity.
        level: level of contact (contacts only).
        text: words that the sentence holds; "in quotes" a phrase, ``word*`` a prefix.
        document: id of a document.
        outlet: outlet of the document.
        speaker: who says so (claims and commitments only): a party, or words of a name.
        min_confidence: the least confidence (events only).
        undated: only records whose date is unknown.
        newest: newest first, instead of oldest first; undated records come last either way.
        limit: at most this many.
    """

    pair: tuple[str, str] | None = None
    party: str | None = None
    actor: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    root: str | None = None
    mode: str | None = None
    modality: tuple[Modality, ...] = ()
    kind: str | None = None
    level: Level | None = None
    text: str | None = None
    document: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    min_confidence: float | None = None
    undated: bool = False
    newest: bool = False
    limit: int | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """All parties that have to take part."""
        return (self.pair or ()) + ((self.party,) if self.party else ())


Conditions = list[sa.ColumnElement[bool]]


def select_events(wanted: Filter, dialect: str) -> sa.Select[tuple[object, ...]]:
    """Rows of events that pass ``wanted``, in its order."""
    conditions = event_conditions(wanted, dialect)
    return _ordered(sa.select(schema.events).where(*conditions), schema.events, wanted)


def select_occurrences(wanted: Filter, dialect: str) -> sa.Select[tuple[object, ...]]:
    """Rows of occurrences that pass ``wanted``: by a report of theirs where a field is of events."""
    table, link = schema.occurrences, schema.occurrence_events
    conditions = _shared_conditions(table, wanted)
    by_event = _by_event(wanted, dialect)
    if by_event:
        conditions.append(
            table.c.id.in_(
                sa.select(link.c.occurrence).join(schema.events, schema.events.c.id == link.c.event).where(*by_event)
            )
        )
    if wanted.root:
        conditions.append(table.c.root == wanted.root)
    if wanted.mode:
        conditions.append(table.c.mode == wanted.mode)
    return _ordered(sa.select(table).where(*conditions), table, wanted)


def select_contacts(wanted: Filter, dialect: str) -> sa.Select[tuple[object, ...]]:
    """Rows of contacts that pass ``wanted``."""
    table, link, occurrences = schema.contacts, schema.occurrence_events, schema.occurrences
    conditions = _shared_conditions(table, wanted)
    for party in wanted.parties:
        parties = schema.contact_parties
        conditions.append(table.c.id.in_(sa.select(parties.c.contact).where(parties.c.party == party)))
    if wanted.kind:
        conditions.append(table.c.kind == str(wanted.kind))
    if wanted.level:
        conditions.append(table.c.level == wanted.level.value)
    for name in ("root", "mode"):
        if value := getattr(wanted, name):
            conditions.append(table.c.occurrence.in_(sa.select(occurrences.c.id).where(occurrences.c[name] == value)))
    by_event = _by_event(wanted, dialect, with_parties=False)
    if by_event:
        conditions.append(
            table.c.occurrence.in_(
                sa.select(link.c.occurrence).join(schema.events, schema.events.c.id == link.c.event).where(*by_event)
            )
        )
    return _ordered(sa.select(table).where(*conditions), table, wanted)


def select_documents(wanted: Filter, dialect: str) -> sa.Select[tuple[object, ...]]:
    """Rows of documents: ``since`` and ``until`` are of publication, the rest of what they report."""
    table = schema.documents
    conditions: Conditions = []
    if wanted.since:
        conditions.append(table.c.published >= wanted.since)
    if wanted.until:
        conditions.append(table.c.published <= wanted.until)
    if wanted.outlet:
        conditions.append(table.c.outlet == wanted.outlet)
    if wanted.document:
        conditions.append(table.c.id == wanted.document)
    if wanted.text:
        numbers = sentences_matching(wanted.text, dialect)
        sentences = schema.sentences
        conditions.append(table.c.id.in_(sa.select(sentences.c.document).where(sentences.c.number.in_(numbers))))
    of_events = Filter(
        pair=wanted.pair, party=wanted.party, actor=wanted.actor, root=wanted.root, mode=wanted.mode,
        modality=wanted.modality,
    )  # fmt: skip
    by_event = event_conditions(of_events, dialect)
    if by_event:
        conditions.append(table.c.id.in_(sa.select(schema.events.c.document).where(*by_event)))
    order = table.c.published.desc() if wanted.newest else table.c.published
    return sa.select(table).where(*conditions).order_by(order.nulls_last(), table.c.source).limit(wanted.limit)


def event_conditions(wanted: Filter, dialect: str) -> Conditions:
    """What rows of events have to meet to pass ``wanted``."""
    events = schema.events
    conditions = _shared_conditions(events, wanted) + _by_event(wanted, dialect)
    if wanted.root:
        conditions.append(events.c.root == wanted.root)
    if wanted.mode:
        conditions.append(events.c.mode == wanted.mode)
    return conditions


def window_conditions(start: sa.ColumnElement[dt.date], end: sa.ColumnElement[dt.date], wanted: Filter) -> Conditions:
    """What dates have to meet to lie within the window of ``wanted``."""
    conditions: Conditions = []
    if wanted.since:  # a range without an end is open
        conditions.append(sa.or_(end >= wanted.since, end.is_(None) & start.is_not(None)))
    if wanted.until:
        conditions.append(sa.or_(start <= wanted.until, start.is_(None) & end.is_not(None)))
    return conditions


def _shared_conditions(table: sa.Table, wanted: Filter) -> Conditions:
    conditions = window_conditions(table.c.when_start, table.c.when_end, wanted)
    if wanted.undated:
        conditions.append(table.c.when_precision == Precision.UNKNOWN.value)
    if wanted.modality:
        conditions.append(table.c.modality.in_([m.value for m in wanted.modality]))
    return conditions


def _by_event(wanted: Filter, dialect: str, *, with_parties: bool = True) -> Conditions:
    """Conditions on a report: its parties, its actor, its document, its sentence, its confidence."""
    events, participants, sentences = schema.events, schema.participants, schema.sentences
    conditions: Conditions = []
    for party in wanted.parties if with_parties else ():
        conditions.append(events.c.id.in_(sa.select(participants.c.event).where(participants.c.party == party)))
    if wanted.actor:
        of_actor = sa.select(schema.actors.c.number).where(schema.actors.c.id == wanted.actor)
        conditions.append(events.c.id.in_(sa.select(participants.c.event).where(participants.c.actor.in_(of_actor))))
    if wanted.document:
        conditions.append(events.c.document == wanted.document)
    if wanted.outlet:
        of_outlet = sa.select(schema.documents.c.id).where(schema.documents.c.outlet == wanted.outlet)
        conditions.append(events.c.document.in_(of_outlet))
    if wanted.min_confidence is not None:
        conditions.append(events.c.confidence >= wanted.min_confidence)
    if wanted.text:
        numbers = sentences_matching(wanted.text, dialect)
        spoken = sa.select(sentences.c.document, sentences.c.start).where(sentences.c.number.in_(numbers))
        conditions.append(sa.tuple_(events.c.document, events.c.sentence_start).in_(spoken))
    return conditions


def _ordered(query: sa.Select[tuple[object, ...]], table: sa.Table, wanted: Filter) -> sa.Select[tuple[object, ...]]:
    start, end = table.c.when_start, table.c.when_end
    by_date = (start.desc(), end.desc()) if wanted.newest else (start, end)
    last = (table.c.document, table.c.position) if "document" in table.c else (table.c.id,)
    return query.order_by(*(column.nulls_last() for column in by_date), *last).limit(wanted.limit)
