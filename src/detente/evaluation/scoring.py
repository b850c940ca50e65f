"""Coded documents against gold ones: what was found, and what of it is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from detente.actors import party_of, party_of_id
from detente.coding import Coding
from detente.dating import format_when
from detente.evaluation.gold import GoldContact, GoldDocument, GoldEvent
from detente.evaluation.ledger_scoring import score_ledgers
from detente.evaluation.matching import Score, matched, same_sentence
from detente.ledgers import find_contacts, group_occurrences
from detente.records import Contact, ContactKind, Event, Participant

_GATHERINGS = {ContactKind.MEETING, ContactKind.SUMMIT, ContactKind.DIALOGUE}


def score_documents(documents: Iterable[tuple[Coding, GoldDocument]]) -> list[Score]:
    """Score coded documents.

    An event is right in the strictest line when its sentence, its parties on each side, its root and its modality
    are gold's; the lines before ask for less. A contact is right when its kind (meeting, summit and dialogue
    are one), its parties and its dates are gold's; the lines after ask for its people and its level too.

    Args:
        documents: each document as coded, with its gold.

    Returns:
        One score a line: events, contacts, then the ledgers that some document's gold has.
    """
    pairs = list(documents)
    lines = [_events(pairs, what, same) for what, same in _EVENT_TESTS]
    lines += [_contacts(pairs, what, same) for what, same in _CONTACT_TESTS]
    return lines + score_ledgers(pairs)


EventTest = Callable[[Event, GoldEvent], bool]
ContactTest = Callable[[Contact, GoldContact], bool]


def _events(pairs: Sequence[tuple[Coding, GoldDocument]], what: str, same: EventTest) -> Score:
    right = found = there = 0
    for coding, gold in pairs:
        text = coding.document.text

        def matches(event: Event, expected: GoldEvent, text: str = text) -> bool:
            return _same_sentence(text, event, expected) and same(event, expected)

        found += len(coding.events)
        there += len(gold.events)
        right += matched(coding.events, gold.events, matches)
    return Score(what, right, found, there)


def _contacts(pairs: Sequence[tuple[Coding, GoldDocument]], what: str, same: ContactTest) -> Score:
    right = found = there = 0
    for coding, gold in pairs:
        contacts = find_contacts(group_occurrences(coding.events, {}), {event.id: event for event in coding.events})
        found += len(contacts)
        there += len(gold.contacts)
        right += matched(contacts, gold.contacts, same)
    return Score(what, right, found, there)


def _same_sentence(text: str, event: Event, gold: GoldEvent) -> bool:
    return same_sentence(event.evidence.sentence.of(text), gold.sentence)


def _sides(participants: Iterable[Participant]) -> set[str]:
    return {party for one in participants if (party := party_of(one.actor))}


def _gold_sides(event: GoldEvent) -> tuple[set[str], set[str]]:
    return tuple(  # type: ignore[return-value]
        {party for one in side if (party := one.country or party_of_id(one.id))}
        for side in (event.actors, event.recipients)
    )


def _same_parties(event: Event, gold: GoldEvent) -> bool:
    actors, recipients = _gold_sides(gold)
    return _sides((*event.actors, *event.recipients)) == actors | recipients


def _same_sides(event: Event, gold: GoldEvent) -> bool:
    return (_sides(event.actors), _sides(event.recipients)) == _gold_sides(gold)


def _same_root(event: Event, gold: GoldEvent) -> bool:
    return _same_sides(event, gold) and event.root == gold.root


def _same_modality(event: Event, gold: GoldEvent) -> bool:
    return _same_root(event, gold) and event.modality == gold.modality


def _same_date(event: Event, gold: GoldEvent) -> bool:
    return _same_modality(event, gold) and format_when(event.when) == (gold.date_start, gold.date_end)


def _kind(kind: ContactKind) -> str:
    return "gathering" if kind in _GATHERINGS else kind


def _same_contact(contact: Contact, gold: GoldContact) -> bool:
    return (
        _kind(contact.kind) == _kind(gold.kind)
        and set(contact.parties) == set(gold.parties)
        and format_when(contact.when) == (gold.start, gold.end)
        and contact.modality == gold.modality
    )


def _same_people(contact: Contact, gold: GoldContact) -> bool:
    return _same_contact(contact, gold) and {_words(one.name) for one in contact.people} == {
        _words(name) for name in gold.people
    }


def _words(name: str) -> frozenset[str]:
    """A name's words, for its order differs by country and press."""
    return frozenset(name.lower().replace("-", " ").split())


def _same_level(contact: Contact, gold: GoldContact) -> bool:
    return _same_people(contact, gold) and contact.level == gold.level


_EVENT_TESTS: tuple[tuple[str, EventTest], ...] = (
    ("events: parties", _same_parties),
    ("events: parties and direction", _same_sides),
    ("events: ... and root", _same_root),
    ("events: ... and modality", _same_modality),
    ("events: ... and date", _same_date),
)
_CONTACT_TESTS: tuple[tuple[str, ContactTest], ...] = (
    ("contacts: kind, parties and date", _same_contact),
    ("contacts: ... and people", _same_people),
    ("contacts: ... and level", _same_level),
)
