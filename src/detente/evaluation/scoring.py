"""Coded documents against gold ones: what was found, and what of it is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from detente.actors import party_of, party_of_id
from detente.coding import Coding
from detente.dating import format_when
from detente.evaluation.gold import GoldContact, GoldDocument, GoldEvent
from detente.ledgers import find_contacts, group_occurrences
from detente.records import Contact, ContactKind, Event, Participant

F = TypeVar("F")
G = TypeVar("G")
_GATHERINGS = {ContactKind.MEETING, ContactKind.SUMMIT, ContactKind.DIALOGUE}


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right, of how many found, of how many that are there.

    Attributes:
        precision: share of what was found that is right, 0 to 1; 1 where nothing was found.
        recall: share of what is there that was found, 0 to 1; 1 where nothing is there.
    """

    what: str
    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_documents(documents: Iterable[tuple[Coding, GoldDocument]]) -> list[Score]:
    """Score coded documents.

    An event is right in the strictest line when its sentence, its parties on each side, its root and its modality
    are gold's; the lines before ask for less. A contact is right when its kind (meeting, summit and dialogue
    are one), its parties and its dates are gold's; the lines after ask for its people and its level too.

    Args:
        documents: each document as coded, with its gold.

    Returns:
        One score a line, events first.
    """
    pairs = list(documents)
    lines = [_events(pairs, what, same) for what, same in _EVENT_TESTS]
    return lines + [_contacts(pairs, what, same) for what, same in _CONTACT_TESTS]


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
        right += _matched(coding.events, gold.events, matches)
    return Score(what, right, found, there)


def _contacts(pairs: Sequence[tuple[Coding, GoldDocument]], what: str, same: ContactTest) -> Score:
    right = found = there = 0
    for coding, gold in pairs:
        contacts = find_contacts(group_occurrences(coding.events, {}), {event.id: event for event in coding.events})
        found += len(contacts)
        there += len(gold.contacts)
        right += _matched(contacts, gold.contacts, same)
    return Score(what, right, found, there)


def _matched(found: Sequence[F], gold: Sequence[G], same: Callable[[F, G], bool]) -> int:
    """How many of the found have a gold record of their own."""
    open_gold = list(gold)
    right = 0
    for one in found:
        for other in open_gold:
            if same(one, other):
                open_gold.remove(other)
                right += 1
                break
    return right


def _same_sentence(text: str, event: Event, gold: GoldEvent) -> bool:
    quoted, expected = _plain(event.evidence.sentence.of(text)), _plain(gold.sentence)
    return expected in quoted or quoted in expected


def _plain(text: str) -> str:
    return " ".join(text.split())


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
