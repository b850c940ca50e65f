"""What the record holds on a relation, read once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from detente.briefs.wording import party_name
from detente.errors import DetenteError
from detente.measures.frames import deals_between
from detente.records import Contact, Occurrence
from detente.store import Filter, ListedDocument, QuotedEvent, Store

_SUGGESTED = 8


@dataclass(frozen=True, slots=True)
class Selection:
    """Records on a relation in a window.

    Attributes:
        occurrences: in which one of the pair deals with the other, by date, the undated last.
        aside: in which both take part, but don't deal with each other.
        events: reports by id.
        contacts: of the pair, by date, the undated last.
        documents: that report any of it, by id.
        cut: occurrences without a date that the window leaves out.
    """

    occurrences: tuple[Occurrence, ...]
    aside: tuple[Occurrence, ...]
    events: dict[str, QuotedEvent]
    contacts: tuple[Contact, ...]
    documents: dict[str, ListedDocument]
    cut: int


def select(store: Store, pair: tuple[str, str], since: dt.date | None, until: dt.date | None) -> Selection:
    """Read what the record holds on a pair.

    Raises:
        DetenteError: nothing; the message names the relations that there are.
    """
    wanted = Filter(pair=pair, since=since, until=until)
    found = store.occurrences(wanted)
    if not found:
        raise DetenteError(_nothing(store, pair, since, until))
    events = {row.event.id: row for row in store.quoted_events(Filter(pair=pair))}
    cited = {events[event].event.evidence.document for one in found for event in one.events if event in events}
    undated = store.occurrences(Filter(pair=pair, undated=True)) if since or until else []
    return Selection(
        occurrences=tuple(one for one in found if deals_between(one, *pair)),
        aside=tuple(one for one in found if not deals_between(one, *pair)),
        events=events,
        contacts=tuple(store.contacts(wanted)),
        documents={
            row.document.id: row for row in store.listed_documents(Filter(pair=pair)) if row.document.id in cited
        },
        cut=sum(deals_between(one, *pair) for one in undated),
    )


def reports(selection: Selection, occurrence: Occurrence) -> list[QuotedEvent]:
    """The reports of an occurrence, in the order of publication, the surest first of one day."""
    found = [selection.events[event] for event in occurrence.events if event in selection.events]
    return sorted(found, key=lambda row: (row.published or dt.date.max, -row.event.confidence, row.event.id))


def cited_documents(selection: Selection, occurrences: Iterable[Occurrence]) -> dict[str, int]:
    """How many of the occurrences each document reports, by its id."""
    counts: dict[str, int] = {}
    for one in occurrences:
        for document in {row.event.evidence.document for row in reports(selection, one)}:
            counts[document] = counts.get(document, 0) + 1
    return counts


def _nothing(store: Store, pair: tuple[str, str], since: dt.date | None, until: dt.date | None) -> str:
    names = " and ".join(map(party_name, pair))
    if (since or until) and store.count_events(Filter(pair=pair)):
        window = " ".join([f"since {since}"] * bool(since) + [f"until {until}"] * bool(until))
        return f"the record has nothing dated on {names} {window}; try a wider window, or none"
    relations = store.summary(relations=_SUGGESTED).relations
    if not relations:
        return f"the record has nothing on {names}, nor on any other relation: add articles with `detente add PATH`"
    listed = ", ".join(f"{one} {other} ({events:,} events)" for one, other, events in relations)
    return f"the record has nothing on {names}; it has most on {listed}"
