"""A frame that found its parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding.arguments import (
    conjuncts,
    subject,
    unique,
)
from detente.coding.parse import Parse
from detente.knowledge.frames import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token


# Confidence by how close the parties stand to the trigger; an order, not a calibrated probability.
DIRECT, DEEP, NOMINAL, HALF = 0.9, 0.75, 0.7, 0.5
_JOINT = frozenset(
    "joint combined bilateral trilateral multilateral quadrilateral multinational together jointly".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that found its parties.

    Attributes:
        anchor: the word whose place in the sentence sets modality and date: the trigger's verb.
        used: nouns that belong to the match and are no triggers of their own.
    """

    frame: Frame
    trigger: Token
    anchor: Token
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    confidence: float
    used: tuple[int, ...] = ()


def joined(
    parse: Parse,
    frame: Frame,
    trigger: Token,
    anchor: Token,
    sources: list[int],
    targets: list[int],
    confidence: float,
    used: tuple[int, ...] = (),
) -> Match | None:
    """The match as the frame wants its parties: one-sided, or both sides together."""
    targets = [slot for slot in targets if slot not in sources]
    if (frame.persons or frame.target_kinds) and not targets:
        return None
    plural = any(parse.sentence.slots[slot].plural for slot in sources)
    together = frame.both is True or (frame.both == "subject" and (not targets or plural))
    if together:
        everyone = unique([*sources, *targets]) if frame.both is True else sources
        several = len(everyone) > 1 or any(parse.sentence.slots[slot].plural for slot in everyone)
        return Match(frame, trigger, anchor, tuple(everyone), (), confidence, used) if several else None
    if not sources or not (targets or frame.elliptic):
        return None
    return Match(frame, trigger, anchor, tuple(sources), tuple(targets), confidence, used)


def is_joint(verb: Token, held: list[Token]) -> bool:
    near = [child for obj in held for child in obj.subtree] + list(verb.children)
    return any(token.lower_ in _JOINT or token.lower_ == "with" for token in near) or _plural_subject(verb)


def _plural_subject(verb: Token) -> bool:
    actor = subject(verb)
    return actor is not None and sum(1 for _ in conjuncts(actor)) > 1


def stands_near(token: Token, words: frozenset[str]) -> bool:
    return any(other.lower_ in words for other in token.subtree) or any(
        child.lower_ in words for child in token.children
    )
