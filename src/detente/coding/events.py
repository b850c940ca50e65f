"""Relations between slots become events between actors."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from detente.actors import level_of, party_of, resolve_office, state_actor
from detente.coding.blind import BlindSentence
from detente.coding.coder import Relation
from detente.coding.event_dates import date_event, is_of_others
from detente.coding.levels import level_in
from detente.dating import SentenceDates
from detente.knowledge import plover
from detente.knowledge.states import states
from detente.records import (
    Actor,
    ActorKind,
    ContactKind,
    Document,
    Event,
    Evidence,
    Level,
    Modality,
    Participant,
    Span,
    When,
)

_COOPERATIVE = (1, 2)  # quad classes


_GATHERINGS = {ContactKind.MEETING, ContactKind.SUMMIT, ContactKind.DIALOGUE}


def build_events(
    document: Document,
    sentence: BlindSentence,
    relations: Sequence[Relation],
    dates: SentenceDates,
    points: Sequence[When],
    coder: str,
    left: Counter[str],
    sides: tuple[Participant, ...] = (),
    of_running: frozenset[str] | None = None,
    told: Sequence[Event] = (),
) -> list[Event]:
    """The events of one sentence.

    Args:
        document: the article.
        sentence: the blinded sentence that was coded.
        relations: what the coder found in it.
        dates: all date expressions of the sentence and its running date.
        points: the dates of ``sentence.dates``, in their order.
        coder: name and version of the coder.
        left: counts by reason, added to for each relation that becomes no event.
        sides: the two sides that the article just spoke of, for a sentence that names nobody; else empty.
        of_running: the parties of the sentence that set the running date; it dates no event without any of
            them. None where that is not known.
        told: the events told shortly before, whose visits say where a visitor went of whom that isn't told.
    """
    events: list[Event] = []
    for relation in relations:
        event = _event(document, sentence, relation, relations, dates, points, coder, sides, (*told, *events))
        if (
            isinstance(event, Event)
            and event.when.start is not None
            and relation.date is None
            and is_of_others(_parties((*event.actors, *event.recipients)), sentence, of_running)
        ):
            event = replace(event, when=When(reason="the date told before is of others"))
        if isinstance(event, str):
            left[event] += 1
        else:
            events.append(event)
    return _without_what_is_agreed(_without_vaguer_contacts(_without_repeats(events)))


def _event(
    document: Document,
    sentence: BlindSentence,
    relation: Relation,
    relations: Sequence[Relation],
    dates: SentenceDates,
    points: Sequence[When],
    coder: str,
    sides: tuple[Participant, ...],
    told: Sequence[Event],
) -> Event | str:
    """The event, or the reason why there is none."""
    when = date_event(relation, sentence, dates, points, document.published)
    day = when.start or document.published
    actors = _participants(sentence, relation.sources, when, day) if relation.sources else sides
    recipients = _participants(sentence, relation.targets, when, day)
    if relation.contact is ContactKind.VISIT and not relation.targets:
        recipients = visited_before(actors, told)
        if _others_named(sentence, relations) - _parties((*actors, *recipients)):
            return "a visit to one of several"
    if relation.contact is ContactKind.VISIT and any(one.actor.kind is ActorKind.BLOC for one in recipients):
        return "a visit to a region"
    if not actors or (relation.targets and not recipients):
        return "a party that nothing resolves"
    acting, receiving = _parties(actors), _parties(recipients)
    if len(acting) > 1 and receiving and receiving <= acting:
        if receiving != acting or plover.quad(relation.root) not in _COOPERATIVE:
            return "the same party on both sides"
        recipients = ()  # "the two leaders agreed to resume China-US talks": the same two sides
    recipients = _others(recipients, _parties(actors)) or recipients
    if not recipients:
        actors = _states_of(actors) if relation.contact is ContactKind.VISIT else _without_their_states(actors)
    reason = _refused(actors, recipients)
    if reason:
        return reason
    trigger = sentence.original(relation.trigger)
    spoken = sentence.slots[relation.speaker] if relation.speaker is not None else None
    place = sentence.slots[relation.place] if relation.place is not None else None
    if relation.contact:
        actors = _with_level(actors, recipients, sentence.span.of(document.text))
    evidence = Evidence(document.id, sentence.span, trigger, coder)
    return Event(
        id=_event_id(evidence, relation, when, actors, recipients),
        evidence=evidence,
        actors=actors,
        recipients=recipients,
        root=relation.root,
        mode=_mode(relation, actors),
        contexts=plover.contexts(sentence.span.of(document.text)),
        modality=_modality(relation, when, document),
        when=when,
        place=place.text if place else None,
        speaker=resolve_office(spoken.actors[0], when) if spoken and len(spoken.actors) == 1 else None,
        confidence=relation.confidence,
        contact=relation.contact,
        trigger=trigger.of(document.text),
    )


def last_sides(events: Sequence[Event]) -> tuple[Participant, ...]:
    """The two sides of the last event told, one participant each; empty where they are more than two."""
    if not events:
        return ()
    by_party = {party_of(one.actor): one for one in reversed((*events[-1].actors, *events[-1].recipients))}
    return tuple(reversed(by_party.values())) if len(by_party) == 2 and None not in by_party else ()


def _others_named(sentence: BlindSentence, relations: Sequence[Relation]) -> set[str]:
    """The parties that a sentence names besides those who visit and where they come from."""
    visitors = {slot for one in relations if one.contact is ContactKind.VISIT for slot in one.sources}
    others = (
        slot
        for number, slot in enumerate(sentence.slots)
        if number not in visitors and not sentence.text[: slot.span.start].endswith(" from ")
    )
    return {party for slot in others for actor in slot.actors if (party := party_of(actor)) is not None}


def visited_before(visitors: Sequence[Participant], told: Sequence[Event]) -> tuple[Participant, ...]:
    """Whom a visitor went to of whom that isn't told: the hosts of the last visit, or whoever had visited his side.

    Args:
        visitors: of one party; visitors of several have visited each other.
        told: the events told before, in order.
    """
    party = _parties(visitors)
    visit = next((event for event in reversed(told) if event.contact is ContactKind.VISIT and event.recipients), None)
    if visit is None or len(party) != 1:
        return ()
    other = visit.actors if party & _parties(visit.recipients) else visit.recipients
    return _states_of(other) if not party & _parties(other) else ()


def _participants(
    sentence: BlindSentence, slots: Iterable[int], when: When, day: dt.date | None
) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for index in slots:
        slot = sentence.slots[index]
        for actor in slot.actors:
            known = resolve_office(actor, when)
            level = _level(slot.level, known, day)
            office = None if slot.plural else slot.office
            found.setdefault(known.id, Participant(known, slot.text, slot.origin, office, level))
    return tuple(found.values())


def _level(said: Level | None, actor: Actor, day: dt.date | None) -> Level | None:
    """The level that the text gives, but for what a former holder did while in office: that of the day."""
    return (level_of(actor, day) or said) if said in (None, Level.OTHER) else said


def _others(recipients: Sequence[Participant], acting: set[str]) -> tuple[Participant, ...]:
    """Recipients of other parties than the actors': "Washington urged both governments" means none of itself."""
    return tuple(one for one in recipients if party_of(one.actor) not in acting)


def _without_their_states(actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Those who act together, less the states of people among them."""
    spoken_for = {one.actor.country for one in actors if one.actor.kind in (ActorKind.PERSON, ActorKind.OFFICE)}
    return tuple(one for one in actors if one.actor.kind is not ActorKind.STATE or one.actor.country not in spoken_for)


def _states_of(actors: Sequence[Participant]) -> tuple[Participant, ...]:
    """The states of those who will visit each other: "the two will exchange ministers' visits" names no visitor."""
    found: dict[str, Participant] = {}
    for one in actors:
        state = states().get(one.actor.country or "")
        actor = state_actor(state) if state and one.actor.kind is not ActorKind.STATE else one.actor
        found.setdefault(actor.id, replace(one, actor=actor, office=None, level=None))
    return tuple(found.values())


def _mode(relation: Relation, actors: Sequence[Participant]) -> str | None:
    if relation.root == "CONSULT" and relation.mode is None and not relation.targets and len(_parties(actors)) > 2:
        return "multilateral"
    return relation.mode


def _with_level(
    actors: tuple[Participant, ...], recipients: tuple[Participant, ...], sentence: str
) -> tuple[Participant, ...]:
    """Participants of a contact with the level that the sentence gives it, where no office of theirs does."""
    if any(one.level for one in (*actors, *recipients)):
        return actors
    return (replace(actors[0], level=level_in(sentence)), *actors[1:])


def _parties(participants: Iterable[Participant]) -> set[str]:
    return {party for one in participants if (party := party_of(one.actor)) is not None}


def _refused(actors: Sequence[Participant], recipients: Sequence[Participant]) -> str | None:
    """Why a relation is no event between two parties."""
    acting, receiving = _parties(actors), _parties(recipients)
    if not recipients:
        return None if len(acting) > 1 else "one party alone"
    if not acting or not receiving:
        return "a party of no known country"
    return "one party alone" if receiving <= acting and len(acting | receiving) == 1 else None


def _modality(relation: Relation, when: When, document: Document) -> Modality:
    """The relation's, corrected by its date: what lay ahead of a past happening has happened."""
    past = when.end is not None and document.published is not None and when.end < document.published
    future = when.start is not None and document.published is not None and when.start > document.published
    if relation.modality is Modality.HAPPENED and (future or (relation.ahead and not past)):
        return Modality.PLANNED
    return relation.modality


def _event_id(
    evidence: Evidence,
    relation: Relation,
    when: When,
    actors: Sequence[Participant],
    recipients: Sequence[Participant],
) -> str:
    parts = (
        evidence.document,
        str(evidence.trigger.start),
        relation.root,
        relation.modality,
        ",".join(one.actor.id for one in actors),
        ",".join(one.actor.id for one in recipients),
        when.start.isoformat() if when.start else "",
    )
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def _without_vaguer_contacts(events: Sequence[Event]) -> list[Event]:
    """Of two reports of one contact in a sentence, the one that names more people."""
    return [
        event
        for event in events
        if not any(
            other is not event and event.contact and _alike(event, other) and _people(event) < _people(other)
            for other in events
        )
    ]


def _alike(one: Event, other: Event) -> bool:
    return (
        (one.contact is other.contact or {one.contact, other.contact} <= _GATHERINGS)
        and one.modality is other.modality
        and _sides(one) == _sides(other)
    )


def _people(event: Event) -> set[str]:
    return {one.actor.id for one in (*event.actors, *event.recipients) if one.actor.kind is ActorKind.PERSON}


def _without_what_is_agreed(events: Sequence[Event]) -> list[Event]:
    """What an agreement is about is no event of its own, but for contacts ("agreed to meet in November")."""
    agreed = [event for event in events if event.root == "AGREE" and event.modality is Modality.HAPPENED]
    return [
        event
        for event in events
        if event.contact
        or event.modality not in (Modality.PLANNED, Modality.HYPOTHETICAL)
        or not any(_sides(event) <= _sides(other) for other in agreed)
    ]


def _sides(event: Event) -> set[str]:
    return _parties((*event.actors, *event.recipients))


def _triggers_of_several_dates(events: Sequence[Event]) -> set[Span]:
    """Triggers that tell of one thing on several dates: "met in May and in June"."""
    dates: dict[Span, set[dt.date | None]] = {}
    for event in events:
        dates.setdefault(event.evidence.trigger, set()).add(event.when.start)
    return {trigger for trigger, starts in dates.items() if len(starts) > 1}


def _without_repeats(events: Sequence[Event]) -> list[Event]:
    """One event for each thing that a sentence says: of two triggers for the same, the surer one."""
    best: dict[tuple[object, ...], Event] = {}
    often = _triggers_of_several_dates(events)
    for event in events:
        key = (
            event.contact or event.root,
            event.when.start if event.evidence.trigger in often else None,
            event.modality,
            frozenset(one.actor.id for one in event.actors),
            frozenset(one.actor.id for one in event.recipients),
        )
        if key not in best or event.confidence > best[key].confidence:
            best[key] = event
    return sorted(best.values(), key=lambda event: event.evidence.trigger)
