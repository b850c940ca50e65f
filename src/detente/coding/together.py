"""A deed done together in one place is a meeting too: who sign a treaty in Rome meet there."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.coding.blind import BlindSentence, SlotForm
from detente.coding.coder import Relation
from detente.records import ContactKind, Modality, Span

_DEEDS = ("AGREE", "SUPPORT", "COOPERATE")
# Words behind which a place is rather that of the matter: "a treaty on peace in Rome", "told him that tea from Rome".
_MATTER = re.compile(r"\b(?:on (?!\d|[A-Z]|the (?:sidelines|margins))|(?:for|about|over|against|to|that|from) )")


def with_meeting(sentence: BlindSentence, relation: Relation) -> tuple[Relation, ...]:
    """A relation, and the meeting that it tells of: people of several sides did something together in a place.

    Args:
        sentence: the blinded sentence.
        relation: any relation found in it.

    Returns:
        The relation itself, with a meeting of its actors behind it where its words imply one.
    """
    if relation.contact is not None or relation.root not in _DEEDS or relation.targets:
        return (relation,)
    if relation.modality is not Modality.HAPPENED or len(relation.sources) < 2:
        return (relation,)
    if not was_done_at(sentence, relation.trigger, relation.place):
        return (relation,)
    if any(sentence.slots[slot].form is not SlotForm.PERSON for slot in relation.sources):
        return (relation,)
    return (relation, replace(relation, root="CONSULT", mode=None, contact=ContactKind.MEETING))


def was_done_at(sentence: BlindSentence, deed: Span, place: int | None) -> bool:
    """Whether a place is plainly where a deed was done, and not where its matter lies.

    Args:
        sentence: the blinded sentence.
        deed: span of the deed's word.
        place: index of the slot that may say where; None where none does.
    """
    return place is not None and not _MATTER.search(sentence.text[deed.end : sentence.slots[place].span.start])
