"""Records to rows, and rows to records: the two are each other's inverse."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import RowMapping

from detente.records import (
    Actor,
    ActorKind,
    Attendee,
    Contact,
    ContactKind,
    Document,
    Event,
    Evidence,
    Form,
    Level,
    Mention,
    Modality,
    Occurrence,
    Participant,
    Precision,
    PublishedFrom,
    Span,
    When,
    WhenFrom,
)

Row = dict[str, Any]
Read = RowMapping


def document_row(document: Document) -> Row:
    return {
        "id": document.id,
        "source": document.source,
        "text": document.text,
        "title": document.title,
        "authors": list(document.authors),
        "outlet": document.outlet,
        "published": document.published,
        "published_from": document.published_from.value,
        "language": document.language,
        "url": document.url,
        "captions": list(document.captions),
    }


def read_document(row: Read) -> Document:
    return Document(
        id=row["id"],
        source=row["source"],
        text=row["text"],
        title=row["title"],
        authors=tuple(row["authors"]),
        outlet=row["outlet"],
        published=row["published"],
        published_from=PublishedFrom(row["published_from"]),
        language=row["language"],
        url=row["url"],
        captions=tuple(row["captions"]),
    )


def actor_row(actor: Actor) -> Row:
    row: Row = {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "sector": actor.sector,
        "aliases": list(actor.aliases),
        "valid_from": actor.valid_from,
        "valid_until": actor.valid_until,
    }
    return {"fingerprint": hashlib.sha256(json.dumps(row).encode()).hexdigest()[:32], **row}


def read_actor(row: Read) -> Actor:
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        country=row["country"],
        sector=row["sector"],
        aliases=tuple(row["aliases"]),
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
    )


def mention_row(mention: Mention, document: str, position: int) -> Row:
    return {
        "document": document,
        "position": position,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "form": mention.form.value,
        "office": mention.office,
        "level": mention.level.value if mention.level else None,
        "candidates": list(mention.candidates),
        "reason": mention.reason,
    }


def read_mention(row: Read, actors: Iterable[Actor]) -> Mention:
    return Mention(
        document=row["document"],
        span=Span(row["start"], row["end"]),
        text=row["text"],
        actors=tuple(actors),
        form=Form(row["form"]),
        office=row["office"],
        level=Level(row["level"]) if row["level"] else None,
        candidates=tuple(row["candidates"]),
        reason=row["reason"],
    )


def when_columns(when: When) -> Row:
    return {
        "when_start": when.start,
        "when_end": when.end,
        "when_precision": when.precision.value,
        "when_origin": when.origin.value,
        "when_expression": when.expression,
        "when_reason": when.reason,
    }


def read_when(row: Read) -> When:
    return When(
        start=row["when_start"],
        end=row["when_end"],
        precision=Precision(row["when_precision"]),
        origin=WhenFrom(row["when_origin"]),
        expression=row["when_expression"],
        reason=row["when_reason"],
    )


def event_row(event: Event, position: int, speaker: int | None, block: str) -> Row:
    """One event's row; ``speaker`` is the number of the speaker's row in ``actors``."""
    evidence = event.evidence
    return {
        "id": event.id,
        "document": evidence.document,
        "position": position,
        "sentence_start": evidence.sentence.start,
        "sentence_end": evidence.sentence.end,
        "trigger_start": evidence.trigger.start,
        "trigger_end": evidence.trigger.end,
        "trigger": event.trigger,
        "coder": evidence.coder,
        "root": event.root,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "modality": event.modality.value,
        **when_columns(event.when),
        "place": event.place,
        "speaker": speaker,
        "confidence": event.confidence,
        "contact": event.contact.value if event.contact else None,
        "block": block,
    }


def read_event(
    row: Read, actors: Iterable[Participant], recipients: Iterable[Participant], speaker: Actor | None
) -> Event:
    return Event(
        id=row["id"],
        evidence=Evidence(
            document=row["document"],
            sentence=Span(row["sentence_start"], row["sentence_end"]),
            trigger=Span(row["trigger_start"], row["trigger_end"]),
            coder=row["coder"],
        ),
        actors=tuple(actors),
        recipients=tuple(recipients),
        root=row["root"],
        mode=row["mode"],
        contexts=tuple(row["contexts"]),
        modality=Modality(row["modality"]),
        when=read_when(row),
        place=row["place"],
        speaker=speaker,
        confidence=row["confidence"],
        contact=ContactKind(row["contact"]) if row["contact"] else None,
        trigger=row["trigger"],
    )


def participant_row(participant: Participant, event: str, role: str, position: int, actor: int, party: str) -> Row:
    """One participant's row; ``actor`` is the number of its row in ``actors``."""
    return {
        "event": event,
        "role": role,
        "position": position,
        "actor": actor,
        "text": participant.text,
        "start": participant.span.start,
        "end": participant.span.end,
        "office": participant.office,
        "level": participant.level.value if participant.level else None,
        "party": party,
    }


def read_participant(row: Read, actor: Actor) -> Participant:
    return Participant(
        actor=actor,
        text=row["text"],
        span=Span(row["start"], row["end"]),
        office=row["office"],
        level=Level(row["level"]) if row["level"] else None,
    )


def occurrence_row(occurrence: Occurrence, block: str) -> Row:
    return {
        "id": occurrence.id,
        "block": block,
        "root": occurrence.root,
        "mode": occurrence.mode,
        "actors": list(occurrence.actors),
        "recipients": list(occurrence.recipients),
        "modality": occurrence.modality.value,
        **when_columns(occurrence.when),
        "place": occurrence.place,
        "outlets": list(occurrence.outlets),
    }


def read_occurrence(row: Read, events: Iterable[str]) -> Occurrence:
    return Occurrence(
        id=row["id"],
        root=row["root"],
        mode=row["mode"],
        actors=tuple(row["actors"]),
        recipients=tuple(row["recipients"]),
        modality=Modality(row["modality"]),
        when=read_when(row),
        place=row["place"],
        events=tuple(events),
        outlets=tuple(row["outlets"]),
    )


def contact_row(contact: Contact, block: str) -> Row:
    return {
        "id": contact.id,
        "occurrence": contact.occurrence,
        "block": block,
        "kind": contact.kind.value,
        "host": contact.host,
        "place": contact.place,
        "level": contact.level.value,
        **when_columns(contact.when),
        "modality": contact.modality.value,
        "evidence": [evidence_list(evidence) for evidence in contact.evidence],
    }


def contact_people_rows(contact: Contact) -> list[Row]:
    return [
        {
            "contact": contact.id,
            "position": position,
            "id": person.id,
            "name": person.name,
            "country": person.country,
            "office": person.office,
        }
        for position, person in enumerate(contact.people)
    ]


def contact_party_rows(contact: Contact) -> list[Row]:
    return [
        {"contact": contact.id, "position": position, "party": party} for position, party in enumerate(contact.parties)
    ]


def read_contact(row: Read, people: Iterable[Read], parties: Iterable[str]) -> Contact:
    return Contact(
        id=row["id"],
        occurrence=row["occurrence"],
        kind=ContactKind(row["kind"]),
        people=tuple(Attendee(p["id"], p["name"], p["country"], p["office"]) for p in people),
        parties=tuple(parties),
        host=row["host"],
        place=row["place"],
        level=Level(row["level"]),
        when=read_when(row),
        modality=Modality(row["modality"]),
        evidence=tuple(read_evidence(values) for values in row["evidence"]),
    )


def evidence_list(evidence: Evidence) -> list[str | int]:
    sentence, trigger = evidence.sentence, evidence.trigger
    return [evidence.document, sentence.start, sentence.end, trigger.start, trigger.end, evidence.coder]


def read_evidence(values: Sequence[Any]) -> Evidence:
    document, start, end, trigger_start, trigger_end, coder = values
    return Evidence(document, Span(start, end), Span(trigger_start, trigger_end), coder)
