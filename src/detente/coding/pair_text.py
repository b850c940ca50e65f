"""A sentence as the learned coder reads it: the pair and all others as markers, with what kind of actor each is.

"Kenyan police fired tear gas at students in Nairobi" becomes "[S] police fired tear gas at [T] students in [O]":
names are gone, the nouns that say what kind of actor somebody is stay.
"""

from __future__ import annotations

from detente.coding.blind import BlindSentence, Slot, SlotForm
from detente.coding.kind_words import kind_words

SOURCE, TARGET, OTHER = (
    "[unused1]",
    "[unused2]",
    "[unused3]",
)  # words of the base model's vocabulary without a meaning yet


def pair_text(sentence: BlindSentence, source: int | None, target: int | None) -> str:
    """The sentence with a pair marked.

    Args:
        sentence: a blinded sentence.
        source: index of the slot that is to act; None for somebody unnamed.
        target: index of the slot that is to be acted upon; None for somebody unnamed.

    Returns:
        The text for the learned coder. Swapping names of states, companies or people doesn't change it.
    """
    out: list[str] = []
    cursor = 0
    for number, slot in enumerate(sentence.slots):
        marker = SOURCE if number == source else TARGET if number == target else OTHER
        out += [sentence.text[cursor : slot.span.start], f" {marker} {_kind_of(slot)} "]
        cursor = slot.span.end
    out.append(sentence.text[cursor:])
    return " ".join("".join(out).split())


def _kind_of(slot: Slot) -> str:
    return "" if slot.form is SlotForm.PLACE else kind_words(slot.text)
