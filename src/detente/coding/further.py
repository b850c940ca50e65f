"""Further contacts of a match: the next partners on a list, and the visit since which nobody came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.coding.arguments import conjuncts, direct_slots, preposition_objects, unique
from detente.coding.blind import SlotForm
from detente.coding.match import Match, stands_near
from detente.coding.parse import Parse
from detente.coding.verb_clauses import actors_of_verb, targets_fit
from detente.records import ContactKind

_NONE_OR_FIRST = frozenset({"no", "not", "never", "nobody", "none", "first"})


def further_partners(parse: Parse, match: Match) -> Iterator[Match]:
    """The same contact with the next on a list: "talked with A, then with B and C", "called on A and on B".

    Behind a date, the next has a time of its own that nothing here tells.
    """
    if match.frame.both is not True or not match.frame.contact:
        return
    actors = actors_of_verb(parse, match.anchor)
    governors = {word.i: word for word in (match.anchor, match.trigger)}.values()
    phrases = [
        word for head in governors for phrase in head.children if phrase.dep_ == "prep" for word in conjuncts(phrase)
    ]
    partners = [
        (phrase, unique(slot for obj in phrase.children if obj.dep_ == "pobj" for slot in direct_slots(parse, obj)))
        for phrase in phrases
        if phrase.lower_ in match.frame.target
    ]
    first = next((phrase for phrase, slots in partners if slots and set(slots) <= set(match.sources)), None)
    if first is None or not actors:
        return
    for phrase, slots in partners:
        dated = any(first.idx < date.start < phrase.idx for date in parse.sentence.dates)
        if phrase.i > first.i and slots and not dated and targets_fit(parse, slots, match.frame):
            yield replace(match, sources=tuple(unique([*actors, *slots])))


def visits_before(parse: Parse, match: Match) -> Iterator[Match]:
    """The visit that a later one, or the lack of one, is counted from: "no premier had been there since A in May"."""
    if (
        match.frame.contact is not ContactKind.VISIT
        or not match.targets
        or not stands_near(match.anchor, _NONE_OR_FIRST)
    ):
        return
    for token in preposition_objects(match.anchor, ("since",)):
        slot = parse.slot_of(token)
        if slot is not None and parse.sentence.slots[slot].form is SlotForm.PERSON:
            yield replace(match, trigger=token, anchor=token, sources=(slot,), used=())
