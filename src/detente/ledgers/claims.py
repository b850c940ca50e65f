"""What an article tells of assessments, forecasts, prescriptions and explanations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.ledgers.enumerations import ORDINAL, find_reasons
from detente.ledgers.explanations import find_consequences, find_explanations
from detente.ledgers.forecasts import find_forecasts
from detente.ledgers.prescriptions import asked_in, find_prescriptions
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.voices import is_statement
from detente.records import Claim

CUES = re.compile(
    r"\A(?:first|second|third|fourth|fifth|final|last)(?:ly)?,|\A(?:this|that|these|such)\b|\b(?:should|must|ought|urg\w+|call(?:s|ed|ing)? (?:up)?on|time for|needs? to|ha(?:s|ve) to|"
    r"will|would|may|might|could|likely|unlikely|bound to|set to|poised to|expected to|"
    r"because|due to|owing to|thanks to|as a (?:result|consequence)|in response to|in (?:the )?light of|reasons?|cause[ds]?|"
    r"led to|leads to|prompt\w*|spur\w*|push(?:es|ed)|pressur(?:es|ed)|forc(?:es|ed)|means that|herald\w*|hinder\w*|constrain\w*|"
    r"limit(?:s|ed)|hamper\w*|driven by|rooted in|stem\w* from|related to|contribut\w+ to|allow(?:s|ed)|enabl(?:es|ed)|fuel\w*|undermin\w+|"
    r"in order to|therefore|hence|persuaded|convinced|triggered|sparked|why|behind)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:in (?:my|our) (?:opinion|view)|I (?:think|believe|expect|would|doubt|see|find|argue)|my (?:guess|bet|view|argument|own)|"
    r"we (?:think|believe|argue|must ask)|one must ask|views? (?:expressed )?(?:here )?(?:are|is|do not|does not|don't)|"
    r"the author (?:is|contributed)|The author, )\b",
)
_DUTY = re.compile(r"\b(?:should|must|ought)\b")
_QUOTED = re.compile("[\"“][^\"“”\n]*[\"”]")


def find_claims(sentences: Sequence[ReadSentence]) -> tuple[Claim, ...]:
    """What sentences tell of assessments, forecasts, prescriptions and explanations, in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.
    """
    wanted = [sentence for sentence in sentences if CUES.search(sentence.text) or ORDINAL.match(sentence.text)]
    found = [*_claims(wanted), *find_reasons(wanted)]
    return tuple(sorted(_each_once(found), key=lambda claim: claim.evidence.sentence))


def _each_once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims without those that say the same of the same sentence."""
    seen = set()
    for claim in claims:
        key = (claim.evidence.sentence, claim.kind, claim.text, claim.actor, claim.cause, claim.effect)
        if key not in seen:
            seen.add(key)
            yield claim


def _claims(sentences: Sequence[ReadSentence]) -> Iterator[Claim]:
    opinion = bool(sentences) and _argues(sentences)
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
        yield from find_forecasts(sentence, opinion)
        yield from find_explanations(sentence)
        yield from find_consequences(sentence)


def _argues(sentences: Sequence[ReadSentence]) -> bool:
    """Whether an article argues rather than reports: it prescribes in its own voice, or speaks of itself."""
    if _OPINION.search(_QUOTED.sub("", sentences[0].document.text)):
        return True
    return any(
        claim.speaker is None for sentence in sentences if _DUTY.search(sentence.text) for claim in find_prescriptions(sentence)
    )


def follows(one: ReadSentence, other: ReadSentence) -> bool:
    """Whether a sentence goes straight on from another: in its paragraph, or below it as a heading or a question."""
    if one.number + 1 != other.number:
        return False
    return not is_statement(one) or "\n" not in one.document.text[one.span.end : other.span.start]
