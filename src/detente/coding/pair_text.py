"""A sentence as the learned coder reads it: the pair and all others as markers, with what kind of actor each is.

"Kenyan police fired tear gas at students in Nairobi" becomes "[S] police fired tear gas at [T] students in [O]":
names are gone, the nouns that say what kind of actor somebody is stay. Words that names of offices
contain pass as such nouns even in names of states ("korea"); the model card has what that changes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from detente.coding.blind import BlindSentence, Slot, SlotForm
from detente.knowledge.agents import agents
from detente.knowledge.offices import offices
from detente.knowledge.states import states

SOURCE, TARGET, OTHER = (
    "[unused1]",
    "[unused2]",
    "[unused3]",
)  # words of the base model's vocabulary without a meaning yet
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DROPPED = frozenset("the a an its their his her this that these those of and for in on at to by with from".split())
_BEGINNINGS = frozenset("south north east west new united states nations central white house".split())
_NEVER_KINDS = frozenset("us may will mark".split())
MOST_KINDS = 5  # words: longer descriptions add noise


@functools.cache
def _kinds() -> frozenset[str]:
    """Words that say what an actor is: nouns of agents, words of offices."""
    names = [name for agent in agents().values() for name in (agent.lemma, agent.plural or "")]
    names += [name for office in offices() for name in office.names]
    return _words(names) - _names_of_states() - _DROPPED - _NEVER_KINDS


def _names_of_states() -> frozenset[str]:
    """Names of states of one word, and the words that begin those of several."""
    names = [
        name
        for state in states().values()
        for name in (*state.names, *state.case_names, *state.adjectives, *state.nouns)
    ]
    return frozenset(name.lower() for name in names if " " not in name) | _BEGINNINGS


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in _WORD.findall(name.lower()))


def kind_words(text: str) -> str:
    """The words of a name that say what kind of actor it names: "president" of "Kenyan President William Ruto"."""
    kept = [
        word.lower()
        for word in _WORD.findall(text)
        if word.lower() not in _DROPPED and not word[0].isdigit() and (word.islower() or word.lower() in _kinds())
    ]
    return " ".join(kept[-MOST_KINDS:])


def pair_text(sentence: BlindSentence, source: int | None, target: int | None) -> str:
    """The sentence with a pair marked.

    Args:
        sentence: a blinded sentence.
        source: index of the slot that is to act; None for somebody unnamed.
        target: index of the slot that is to be acted upon; None for somebody unnamed.

    Returns:
        The text for the learned coder. Swapping names that hold no word of a kind doesn't change it.
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
