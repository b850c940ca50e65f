"""``blind.v1``: a small transformer that reads a pair's sentence without names, and the lexicon beside it.

A marked pair is the network's alone. In whole sentences the lexicon's relations stand, and the network adds those that
it is sure of; that it overrules none, and from which probability it adds, was measured (docs/evaluation.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from detente.actors import party_of
from detente.coding.attachment import dates_of, is_narrated, place_of, speaker_of
from detente.coding.blind import BlindSentence, SlotForm
from detente.coding.coder import Pair, Relation
from detente.coding.lexicon import relations
from detente.coding.network import Prediction, predict
from detente.coding.pair_text import pair_text
from detente.coding.parse import Parse, parse
from detente.records import Span

ALONE = 0.97  # probability from which the network makes a relation that no frame has
MOST_PAIRS = 21  # of a sentence: all pairs of seven parties


class BlindCoder:
    """Codes marked pairs by the network; whole sentences by the lexicon, and where no frame fits by the network."""

    name = "blind.v1"

    def code(self, sentences: Sequence[BlindSentence]) -> list[tuple[Relation, ...]]:
        """Relations of each sentence, in order of the input."""
        parses = list(parse(sentences))
        pairs = [list(_pairs(parsed.sentence)) for parsed in parses]
        texts = [pair_text(parsed.sentence, *pair) for parsed, some in zip(parses, pairs, strict=True) for pair in some]
        answers = iter(predict(texts))
        return [
            _combined(parsed, {pair: next(answers) for pair in some})
            for parsed, some in zip(parses, pairs, strict=True)
        ]

    def classify(self, pairs: Sequence[Pair]) -> list[Relation | None]:
        """What relates each marked pair; None where the network sees nothing."""
        answers = predict([pair_text(pair.sentence, pair.source, pair.target) for pair in pairs])
        return [_relation_of(pair, answer) for pair, answer in zip(pairs, answers, strict=True)]


def _pairs(sentence: BlindSentence) -> Iterator[tuple[int, int]]:
    """Pairs of slots of different parties; who they are decides nothing else."""
    slots = [
        (number, {party_of(actor) for actor in slot.actors})
        for number, slot in enumerate(sentence.slots)
        if slot.actors and slot.form is not SlotForm.PLACE
    ]
    distinct = [(one, other) for (one, mine), (other, theirs) in combinations(slots, 2) if not mine & theirs]
    yield from distinct[:MOST_PAIRS]


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


def _combined(parsed: Parse, answers: dict[tuple[int, int], Prediction]) -> tuple[Relation, ...]:
    """The lexicon's relations, and what the network alone is sure of."""
    lexical = relations(parsed)
    told = {frozenset(pair) for relation in lexical for pair in combinations((*relation.sources, *relation.targets), 2)}
    alone = [
        (pair, answer)
        for pair, answer in answers.items()
        if answer.root is not None and answer.confidence >= ALONE and frozenset(pair) not in told
    ]
    return (*lexical, *_grouped(parsed, alone))


def _grouped(parsed: Parse, alone: Sequence[tuple[tuple[int, int], Prediction]]) -> list[Relation]:
    """Pairs with one trigger and one code become one relation."""
    groups: defaultdict[tuple[object, ...], list[tuple[tuple[int, int], Prediction]]] = defaultdict(list)
    for pair, answer in alone:
        trigger = _trigger(parsed, pair)
        groups[trigger, answer.root, answer.modality, answer.direction == "both"].append((pair, answer))
    return [relation for group in groups.values() for relation in _joined(parsed, group)]


def _joined(parsed: Parse, group: Sequence[tuple[tuple[int, int], Prediction]]) -> Iterator[Relation]:
    first = max((answer for _, answer in group), key=lambda answer: answer.confidence)
    both = first.direction == "both"
    acting: dict[int, None] = {}
    suffering: dict[int, None] = {}
    for (one, other), answer in group:
        acts, suffers = (one, other) if answer.direction != "backward" else (other, one)
        acting[acts] = None
        (acting if both else suffering)[suffers] = None
    if set(acting) & set(suffering):
        return
    token = parsed.doc[_trigger(parsed, group[0][0])]
    dates = dates_of(parsed, token, token)
    yield Relation(
        sources=tuple(acting),
        targets=tuple(suffering),
        root=first.root or "",
        mode=first.mode,
        modality=first.modality,
        trigger=Span(token.idx, token.idx + len(token)),
        confidence=min(answer.confidence for _, answer in group),
        date=dates[0] if dates else None,
        further_dates=dates[1:],
        narrated=is_narrated(token),
        place=place_of(parsed, token, token),
        speaker=speaker_of(parsed, token),
    )


def _trigger(parsed: Parse, pair: tuple[int, int]) -> int:
    """Index of the word that joins a pair in the parse: the lowest above both, or the verb above that."""
    heads = {slot: token for token, slot in parsed.slot_at.items()}
    if pair[0] not in heads or pair[1] not in heads:
        return 0
    one, other = parsed.doc[heads[pair[0]]], parsed.doc[heads[pair[1]]]
    above = [one.i, *(token.i for token in one.ancestors)]
    joint = next((token for token in (other, *other.ancestors) if token.i in above), one)
    while joint.i in parsed.inside and joint.head.i != joint.i:
        joint = joint.head
    return int(joint.i)
