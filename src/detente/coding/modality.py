"""Whether an event happened, is planned, called for, hypothetical or denied: read off what governs its trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.frames import modal_words
from detente.records import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl", "conj", "csubj", "relcl"})
_RANK = {"negated": 4, "hypothetical": 3, "called_for": 2, "planned": 1}


def modality_of(trigger: Token, anchor: Token) -> Modality | None:
    """Modality of an event.

    Args:
        trigger: the word that reports it.
        anchor: the verb that carries it; the trigger itself for a verb, or for a noun that no light verb carries.

    Returns:
        The strongest reading found on the way up to the sentence's root, nearest first: a negation of the
        trigger's own clause outweighs what governs it. None where a sentence calls for an event's end: that
        it happens is then presupposed, not told.
    """
    readings = [*_own_words(anchor)]
    if trigger.i != anchor.i:
        readings += _noun_words(trigger)
    readings += _governors(trigger if trigger.pos_ in ("NOUN", "PROPN") and trigger.i == anchor.i else anchor)
    if readings[:1] == ["negated"] and "called_for" in readings:
        return None
    return Modality(readings[0]) if readings else Modality.HAPPENED


def _own_words(token: Token) -> list[str]:
    """Modal verbs, negations and conditionals of the clause itself."""
    words = modal_words()
    found: list[str] = []
    for child in token.children:
        low = child.lower_
        if child.dep_ == "neg" or (child.dep_ in ("det", "advmod", "preconj") and low in words.negators):
            found.append("negated")
        elif child.dep_ == "mark" and low in words.conditionals:
            found.append("hypothetical")
        elif child.dep_ == "aux":
            found += [name for name, forms in words.modals.items() if low in forms]
    if token.pos_ in ("NOUN", "PROPN"):
        found += _noun_words(token)
    subject = next((child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and any(
        child.lower_ in ("no", "neither") for child in (subject, *subject.children)
    ):
        found.append("negated")
    if token.dep_ == "ROOT" and not any(child.dep_ == "nsubj" for child in token.children):
        pass
    found = ["planned" if name == "reported" and _is_reported(token) else name for name in found]
    found = ["hypothetical" if name == "reported" else name for name in found]
    if "negated" not in found and _is_future_infinitive(token):
        found.append("planned")
    return sorted(set(found), key=lambda name: -_RANK[name])


def _is_reported(token: Token) -> bool:
    """ "said that they would meet": a plan, told in the past."""
    governor = token
    while governor.dep_ == "conj":
        governor = governor.head
    return governor.dep_ in ("ccomp", "acl", "relcl", "ROOT") and not any(
        child.dep_ == "advcl" and any(mark.lower_ == "if" for mark in child.children)
        for child in token.children
    )


def _is_future_infinitive(token: Token) -> bool:
    """ "is to visit", "are to meet"."""
    if token.dep_ != "xcomp" or token.head.lemma_ != "be":
        return False
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _noun_words(noun: Token) -> list[str]:
    words = modal_words()
    found: list[str] = []
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in words.negators:
            found.append("negated")
        elif child.dep_ in ("amod", "compound"):
            found += [name for name, governors in words.governors.items() if child.lower_ in governors]
    return found


def _governors(token: Token, depth: int = 8) -> list[str]:
    """What the words above say of the event, nearest first."""
    words = modal_words()
    found: list[str] = []
    current = token
    while depth and current.head.i != current.i:
        depth -= 1
        head = current.head
        if current.dep_ == "conj":
            current = head
            continue
        if head.pos_ == "ADP":  # "call for talks", "on condition of": look at what the preposition hangs on
            current = head
            continue
        if current.dep_ not in _CLAUSES and current.dep_ not in (
            "dobj",
            "pobj",
            "prep",
            "nsubjpass",
            "oprd",
            "attr",
        ):
            break
        lemma = head.lemma_.lower()
        if _governs(current, head):
            readings = [
                name for name, forms in words.governors.items() if lemma in forms or head.lower_ in forms
            ]
            if (
                current.dep_ == "ccomp"
                and lemma in words.speech
                and "negated" not in readings
                and _finite(current)
            ):
                readings = []
            found += readings
            if not readings or head.pos_ in ("VERB", "AUX"):
                found += (
                    _own_words(head)
                    if current.dep_ in _CLAUSES and current.dep_ not in ("advcl", "relcl")
                    else []
                )
        if current.dep_ in ("advcl", "relcl"):
            break
        current = head
    return found


def _governs(token: Token, head: Token) -> bool:
    """Whether the head's meaning reaches the token: not that of a verb over an adverbial clause."""
    return token.dep_ not in ("advcl", "relcl", "nsubj") and head.pos_ in ("VERB", "AUX", "NOUN", "ADJ")


def _finite(clause: Token) -> bool:
    return clause.tag_ in ("VBD", "VBZ", "VBP") or any(
        child.tag_ in ("VBD", "VBZ", "VBP", "MD")
        for child in clause.children
        if child.dep_ in ("aux", "auxpass")
    )


def lies_ahead(trigger: Token) -> bool:
    """Whether a noun of event stands behind "ahead of", "before", "prior to"."""
    words = modal_words()
    current = trigger
    for _ in range(3):
        if current.lower_ in words.ahead:
            return True
        if current.dep_ not in ("pobj", "prep", "pcomp", "conj") and current is not trigger:
            return False
        current = current.head
    return current.lower_ in words.ahead
