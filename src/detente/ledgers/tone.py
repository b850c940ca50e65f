"""Whether words are friendly or unfriendly: by the words of judgement and of acts in them, and by fixed expressions."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from detente.knowledge import plover
from detente.knowledge.claim_words import claim_words
from detente.knowledge.formulations import formulations
from detente.knowledge.frames import noun_frames, verb_frames
from detente.ledgers.formulations import find_expressions
from detente.records import ContactKind, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLAIN = frozenset({"CONSULT", "REQUEST", "INVESTIGATE"})  # acts of neither kind by themselves
_CONFLICT = 3  # the first quad class of conflict


def tones(words: Iterable[Token], text: str) -> frozenset[Stance]:
    """Which of the two tones words have, ``Stance.POSITIVE`` or ``Stance.NEGATIVE``; none, one or both.

    Args:
        words: as parsed.
        text: the same words as they stand in the article, in which fixed expressions are looked for.
    """
    listed = (formulations().get(one.formulation) for one in find_expressions(text))
    of_words = (_tones().get((word.pos_, word.lemma_.lower())) for word in words)
    found = {*(one.polarity for one in listed if one), *filter(None, of_words)}
    return frozenset(found & {Stance.POSITIVE, Stance.NEGATIVE})


@functools.cache
def _tones() -> Mapping[tuple[str, str], Stance]:
    """The tone of a lemma as a part of speech, where all that is known of it agrees."""
    words = claim_words()
    known = [
        ((part, lemma), stance)
        for part, scales in (
            ("NOUN", (words.nouns, words.manner)),
            ("ADJ", (words.adjectives, words.feelings)),
            ("VERB", (words.movement, words.deeds)),
        )
        for scale in scales
        for stance, lemmas in scale.items()
        for lemma in lemmas
    ]
    known += [
        ((part, lemma), Stance.NEGATIVE if plover.quad(frame.root) >= _CONFLICT else Stance.POSITIVE)
        for part, table in (("VERB", verb_frames()), ("NOUN", noun_frames()))
        for lemma, frames in table.items()
        for frame in frames
        if frame.root not in _PLAIN
        and frame.contact is not ContactKind.EXERCISE
        and not (frame.object or frame.near or frame.clause)
    ]
    found: dict[tuple[str, str], set[Stance]] = {}
    for word, stance in known:
        found.setdefault(word, set()).add(stance)
    return {word: next(iter(stances)) for word, stances in found.items() if len(stances) == 1}
