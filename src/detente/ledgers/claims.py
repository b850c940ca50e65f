"""What an article tells of assessments, forecasts, prescriptions and explanations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.ledgers.prescriptions import asked_in, find_prescriptions
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.voices import is_statement
from detente.records import Claim

CUES = re.compile(
    r"\b(?:should|must|ought|urg\w+|call(?:s|ed|ing)? (?:up)?on|time for|needs? to|ha(?:s|ve) to)\b", re.IGNORECASE
)


def find_claims(sentences: Sequence[ReadSentence]) -> tuple[Claim, ...]:
    """What sentences tell of assessments, forecasts, prescriptions and explanations, in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.
    """
    return tuple(_claims([sentence for sentence in sentences if CUES.search(sentence.text)]))


def _claims(sentences: Sequence[ReadSentence]) -> Iterator[Claim]:
    told: tuple[str, ...] = ()  # whom the sentence before told to act
    before: ReadSentence | None = None
    for sentence in sentences:
        if before is None or not follows(before, sentence):
            told = ()
        before = sentence
        if not is_statement(sentence):
            told = asked_in(sentence)
            continue
        prescriptions = tuple(find_prescriptions(sentence, told))
        told = tuple(dict.fromkeys(one.actor for one in prescriptions if one.actor)) or told
        yield from prescriptions


def follows(one: ReadSentence, other: ReadSentence) -> bool:
    """Whether a sentence goes straight on from another: in its paragraph, or below it as a heading or a question."""
    if one.number + 1 != other.number:
        return False
    return not is_statement(one) or "\n" not in one.document.text[one.span.end : other.span.start]
