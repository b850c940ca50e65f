"""``blind.v1``: a small transformer that reads a pair's sentence without names, and the lexicon beside it.

A marked pair is the network's alone. In whole sentences the lexicon finds the relations and names their triggers, and
the network decides their type where it is sure. That it adds no relation of its own, and from which probability it
overrules, was measured (docs/evaluation.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from detente.coding.blind import BlindSentence
from detente.coding.coder import Pair, Relation
from detente.coding.lexicon import relations
from detente.coding.network import Prediction, predict
from detente.coding.pair_text import pair_text
from detente.coding.parse import parse
from detente.records import Span

SURE = 0.97  # probability from which the network's type stands in place of a frame's


class BlindCoder:
    """Codes marked pairs by the network; whole sentences by the lexicon, whose types it overrules where it is sure."""

    name = "blind.v1"

    def code(self, sentences: Sequence[BlindSentence]) -> list[tuple[Relation, ...]]:
        """Relations of each sentence, in order of the input."""
        parses = list(parse(sentences))
        lexical = [relations(parsed) for parsed in parses]
        asked = [
            (parsed.sentence, *pair)
            for parsed, found in zip(parses, lexical, strict=True)
            for relation in found
            for pair in _pairs(relation)
        ]
        answers = iter(predict([pair_text(*one) for one in asked]))
        return [
            tuple(_decided(relation, [next(answers) for _ in _pairs(relation)]) for relation in found)
            for found in lexical
        ]

    def classify(self, pairs: Sequence[Pair]) -> list[Relation | None]:
        """What relates each marked pair; None where the network sees nothing."""
        answers = predict([pair_text(pair.sentence, pair.source, pair.target) for pair in pairs])
        return [_relation_of(pair, answer) for pair, answer in zip(pairs, answers, strict=True)]


def _pairs(relation: Relation) -> list[tuple[int, int]]:
    """The pairs of slots that a frame relates, each once; none of a contact, whose kind the frame tells better."""
    if relation.contact is not None:
        return []
    if not relation.targets:
        return list(combinations(relation.sources, 2))
    return [(one, other) for one in relation.sources for other in relation.targets if one != other]


def _decided(relation: Relation, answers: Sequence[Prediction]) -> Relation:
    """The frame's relation, with the network's type where that is sure of another."""
    best = max(answers, key=lambda answer: answer.confidence, default=None)
    if best is None or best.root in (None, relation.root) or best.confidence < SURE:
        return relation
    return replace(relation, root=best.root or relation.root, mode=best.mode)


def _relation_of(pair: Pair, answer: Prediction) -> Relation | None:
    if answer.root is None:
        return None
    ends = [end for end in (pair.source, pair.target) if end is not None]
    sources: tuple[int, ...] = tuple(ends)
    targets: tuple[int, ...] = ()
    if answer.direction != "both":
        acts, suffers = (pair.source, pair.target) if answer.direction == "forward" else (pair.target, pair.source)
        sources, targets = _known(acts), _known(suffers)
    return Relation(
        sources=sources,
        targets=targets,
        root=answer.root,
        mode=answer.mode,
        modality=answer.modality,
        trigger=Span(0, 0),
        confidence=answer.confidence,
    )


def _known(slot: int | None) -> tuple[int, ...]:
    return () if slot is None else (slot,)
