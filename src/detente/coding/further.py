"""Further contacts of a match: the next partners on a list, and the visit since which nobody came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.coding.arguments import direct_slots, preposition_objects, unique
from detente.coding.blind import SlotForm
from detente.coding.match import Match, stands_near
from detente.coding.parse import Parse
from detente.coding.verb_clauses import actors_of_verb, kinds_fit, targets_fit
from detente.records import ContactKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_NONE_OR_FIRST = frozenset({"no", "not", "never", "nobody", "none", "first"})


def further_partners(parse: Parse, match: Match) -> Iterator[Match]:
    """The same contact with the next on a list: "talked with A, then with B and C", "went to Lima and on to Quito".

    Behind a date, the next has a time of its own that nothing here tells.
    """
    together = match.frame.both is True
    if not match.frame.contact or not (together or (match.targets and match.frame.place)):
        return
    actors = actors_of_verb(parse, match.anchor) if together else list(match.sources)
    held = match.sources if together else match.targets
    listed = list(_listed(parse, match))
    first = next((phrase for phrase, slots in listed if set(slots) <= set(held)), None)
    if first is None or not actors:
        return
    for phrase, slots in listed:
        dated = any(first.idx < date.start < phrase.idx for date in parse.sentence.dates)
        if phrase.i <= first.i or dated or not targets_fit(parse, slots, match.frame):
            continue
        if together:
            yield replace(match, sources=tuple(unique([*actors, *slots])))
        elif phrase.lower_ == first.lower_ and kinds_fit(parse, slots, ("site",)):
            yield replace(match, targets=tuple(slots))


def _phrases(head: Token) -> Iterator[Token]:
    """The prepositions below a word, also those joined to one or behind it: "to A and on to B"."""
    for child in head.children:
        if child.tag_ in ("IN", "TO") and child.dep_ in ("prep", "conj"):
            yield child
            yield from _phrases(child)


def _listed(parse: Parse, match: Match) -> Iterator[tuple[Token, list[int]]]:
    """The phrases where the frame looks for its recipient, each with the slots that it names."""
    for governor in {word.i: word for word in (match.anchor, match.trigger)}.values():
        for phrase in _phrases(governor):
            objects = (child for child in phrase.children if child.dep_ == "pobj")
            slots = unique(slot for obj in objects for slot in direct_slots(parse, obj))
            if phrase.lower_ in match.frame.target and slots:
                yield phrase, slots


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
