"""Records as flat rows for machines: one dictionary a record, with the keys that scripts rely on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from detente.dating.iso import format_when
from detente.knowledge import plover
from detente.records import Contact, Event, Occurrence, Participant
from detente.store.listings import ListedActor, ListedDocument, QuotedContact, QuotedEvent

Line = dict[str, Any]

EVENT_KEYS = (
    "id", "document", "source", "published", "sentence", "start", "end", "trigger", "actors", "recipients",
    "root", "mode", "quad", "score", "contexts", "modality", "date_start", "date_end", "date_precision",
    "place", "speaker", "confidence", "coder",
)  # fmt: skip
CONTACT_KEYS = (
    "id", "kind", "level", "people", "parties", "host", "place", "start", "end", "precision", "sentence",
    "document", "source",
)  # fmt: skip
OCCURRENCE_KEYS = (
    "id", "root", "mode", "quad", "score", "modality", "actors", "recipients", "date_start", "date_end",
    "date_precision", "place", "reports", "outlets", "events",
)  # fmt: skip
DOCUMENT_KEYS = (
    "id", "source", "sources", "title", "authors", "outlet", "published", "published_from", "language", "url",
    "sentences", "events", "left",
)  # fmt: skip
ACTOR_KEYS = ("id", "name", "kind", "country", "sector", "aliases", "mentions", "events", "documents")


def event_line(row: QuotedEvent) -> Line:
    """One event, with the keys of ``EVENT_KEYS``."""
    event = row.event
    start, end = format_when(event.when)
    return {
        "id": event.id,
        "document": event.evidence.document,
        "source": row.source,
        "published": _iso(row.published),
        "sentence": row.sentence,
        "start": event.evidence.sentence.start,
        "end": event.evidence.sentence.end,
        "trigger": event.trigger,
        "actors": [_participant(p) for p in event.actors],
        "recipients": [_participant(p) for p in event.recipients],
        "root": event.root,
        "mode": event.mode,
        **_weights(event),
        "contexts": list(event.contexts),
        "modality": event.modality.value,
        "date_start": start,
        "date_end": end,
        "date_precision": event.when.precision.value,
        "place": event.place,
        "speaker": event.speaker.name if event.speaker else None,
        "confidence": event.confidence,
        "coder": event.evidence.coder,
    }


def contact_line(row: QuotedContact) -> Line:
    """One contact, with the keys of ``CONTACT_KEYS``."""
    contact: Contact = row.contact
    start, end = format_when(contact.when)
    return {
        "id": contact.id,
        "kind": contact.kind.value,
        "level": contact.level.value,
        "people": [person.name for person in contact.people],
        "parties": list(contact.parties),
        "host": contact.host,
        "place": contact.place,
        "start": start,
        "end": end,
        "precision": contact.when.precision.value,
        "sentence": row.sentence,
        "document": row.document,
        "source": row.source,
    }


def occurrence_line(occurrence: Occurrence) -> Line:
    """One occurrence, with the keys of ``OCCURRENCE_KEYS``."""
    start, end = format_when(occurrence.when)
    return {
        "id": occurrence.id,
        "root": occurrence.root,
        "mode": occurrence.mode,
        **_weights(occurrence),
        "modality": occurrence.modality.value,
        "actors": list(occurrence.actors),
        "recipients": list(occurrence.recipients),
        "date_start": start,
        "date_end": end,
        "date_precision": occurrence.when.precision.value,
        "place": occurrence.place,
        "reports": len(occurrence.events),
        "outlets": list(occurrence.outlets),
        "events": list(occurrence.events),
    }


def document_line(row: ListedDocument) -> Line:
    """One document without its text, with the keys of ``DOCUMENT_KEYS``."""
    document = row.document
    return {
        "id": document.id,
        "source": document.source,
        "sources": list(row.sources),
        "title": document.title,
        "authors": list(document.authors),
        "outlet": document.outlet,
        "published": _iso(document.published),
        "published_from": document.published_from.value,
        "language": document.language,
        "url": document.url,
        "sentences": row.sentences,
        "events": row.events,
        "left": row.left,
    }


def actor_line(row: ListedActor) -> Line:
    """One actor, with the keys of ``ACTOR_KEYS``."""
    actor = row.actor
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "sector": actor.sector,
        "aliases": list(actor.aliases),
        "mentions": row.mentions,
        "events": row.events,
        "documents": row.documents,
    }


def _participant(participant: Participant) -> Line:
    actor = participant.actor
    return {"id": actor.id, "name": actor.name, "country": actor.country, "text": participant.text}


def _weights(record: Event | Occurrence) -> Line:
    return {"quad": plover.quad(record.root), "score": plover.score(record.root, record.mode)}


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
