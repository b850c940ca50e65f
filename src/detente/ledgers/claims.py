"""What an article tells of assessments, forecasts, prescriptions and explanations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from detente.ledgers import assessments, enumerations, explanations, forecasts, prescriptions, stated
from detente.ledgers.sentences import ReadSentence, in_one_paragraph
from detente.ledgers.voices import is_statement
from detente.records import Claim, ClaimKind, Span

CUES = re.compile(
    "|".join(one.CUES.pattern for one in (prescriptions, forecasts, explanations, enumerations, assessments))
)
_OPINION = re.compile(
    r"\b(?:[Ii]n (?:my|our) (?:opinion|view)|I (?:think|believe|expect|would|doubt|see|find|argue)|"
    r"my (?:guess|bet|view|argument|own)|"
    r"we (?:think|believe|argue|must ask)|one must ask|views? (?:expressed )?(?:here )?(?:are|is|do not|"
    r"does not|don't)|"
    r"the author (?:is|contributed)|The author, )\b",
)
_JUDGEMENTS = (ClaimKind.ASSESSMENT, ClaimKind.FORECAST)
_DUTY = re.compile(r"\b(?:should|must|ought)\b")
_QUOTED = re.compile('["“][^"“”\n]*["”]')


def find_claims(sentences: Sequence[ReadSentence], bound: Collection[Span] = ()) -> tuple[Claim, ...]:
    """What sentences tell of assessments, forecasts, prescriptions and explanations, in order of the text.

    Args:
        sentences: of one article, in order; those without a cue are passed over.
        bound: where the triggers of its commitments stand: a future that binds its doer is no forecast.
    """
    wanted = [sentence for sentence in sentences if CUES.search(sentence.text)]
    found = [*_claims(wanted, bound), *enumerations.find_reasons(wanted)]
    told: dict[Span, set[ClaimKind]] = defaultdict(set)
    for claim in found:
        told[claim.evidence.sentence].add(claim.kind)
    for sentence in sentences:
        found += stated.find_stated(sentence, told[sentence.span])
    return tuple(sorted(_each_once(found), key=lambda claim: claim.evidence.sentence))


def _each_once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims without those that say the same of the same sentence, or judge in words of a longer judgement."""
    seen = set()
    judged = defaultdict(list)
    for claim in claims:
        judged[claim.evidence.sentence, claim.kind, claim.speaker].append(claim.text)
    for claim in claims:
        key = (claim.evidence.sentence, claim.kind, claim.text, claim.actor, claim.cause, claim.effect)
        beside = judged[claim.evidence.sentence, claim.kind, claim.speaker]
        within = claim.kind in _JUDGEMENTS and any(claim.text != text and claim.text in text for text in beside)
        if key not in seen and not within:
            seen.add(key)
            yield claim


def _claims(sentences: Sequence[ReadSentence], bound: Collection[Span]) -> Iterator[Claim]:
    opinion = bool(sentences) and _argues(sentences)
    told: tuple[str, ...] = ()  # whom the sentence before told to act
    before: ReadSentence | None = None
    for sentence in sentences:
        if before is None or not follows(before, sentence):
            told = ()
        before = sentence
        if not is_statement(sentence):
            told = prescriptions.asked_in(sentence)
            continue
        advice = _where(prescriptions.CUES, sentence, partial(prescriptions.find_prescriptions, last=told))
        told = tuple(dict.fromkeys(one.actor for one in advice if one.actor)) or told
        yield from advice
        yield from _where(assessments.CUES, sentence, assessments.find_assessments)
        for claim in (
            *_where(forecasts.CUES, sentence, partial(forecasts.find_forecasts, opinion=opinion, bound=bound)),
            *_where(explanations.CUES, sentence, explanations.find_explanations),
            *explanations.find_consequences(sentence),
        ):
            if claim.kind is ClaimKind.FORECAST and sentence.statement.is_hardly(claim.kind):
                continue
            # what reports say of one state is most often its own affair
            if opinion or len(claim.about) > 1 or _is_foreign(claim):
                yield claim


def _where(
    cues: re.Pattern[str], sentence: ReadSentence, find: Callable[[ReadSentence], Iterator[Claim]]
) -> tuple[Claim, ...]:
    """What a sentence with a cue tells."""
    return tuple(find(sentence)) if cues.search(sentence.text) else ()


def _argues(sentences: Sequence[ReadSentence]) -> bool:
    """Whether an article argues rather than reports: it prescribes in its own voice, or speaks of itself."""
    if _OPINION.search(_QUOTED.sub("", sentences[0].document.text)):
        return True
    return any(
        claim.speaker is None
        for sentence in sentences
        if _DUTY.search(sentence.text)
        for claim in prescriptions.find_prescriptions(sentence)
    )


def _is_foreign(claim: Claim) -> bool:
    """Whether a speaker speaks of a state that is not his own."""
    return claim.speaker is not None and claim.speaker.country is not None and claim.speaker.country not in claim.about


def follows(one: ReadSentence, other: ReadSentence) -> bool:
    """Whether a sentence goes straight on from another: in its paragraph, or below it as a heading or a question."""
    if one.number + 1 != other.number:
        return False
    return not is_statement(one) or in_one_paragraph(one.document, one.span, other.span)
