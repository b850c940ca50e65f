"""What an article tells of assessments, forecasts, prescriptions and explanations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.knowledge.claim_words import claim_words
from detente.ledgers.assessments import find_assessments
from detente.ledgers.enumerations import ORDINAL, find_reasons
from detente.ledgers.explanations import find_consequences, find_explanations
from detente.ledgers.forecasts import find_forecasts
from detente.ledgers.prescriptions import asked_in, find_prescriptions
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.voices import is_statement
from detente.records import Claim, Stance


def _judging() -> str:
    """The words that judge, as alternatives of a pattern."""
    words = claim_words()
    scales = (words.nouns, words.adjectives)
    found = {word for scale in scales for stance in (Stance.NEGATIVE, Stance.POSITIVE) for word in scale[stance]}
    return "|".join(sorted(map(re.escape, found - _COMMON), reverse=True))


_COMMON = frozenset(
    "good bad strong close new stable solid low problem test trade win ally fair cold better best "
    "success opponent risk".split()
)
CUES = re.compile(
    # advice and forecasts; with their case, for "May" is a month
    r"\A(?:First|Second|Third|Fourth|Fifth|Final|Last)(?:ly)?,|\A(?:This|That|These|"
    r"Such) (?:\w+ ){0,3}(?:led|leads|means|prompted|"
    r"forced|explains)\b|\b(?:should|must|ought|urg(?:e[ds]?|ing)|call(?:s|ed) (?:up)?on|time for|"
    r"needs to|has to|do well to|"
    r"will|would|may|might|could|likely|unlikely|"
    # causes
    r"(?i:because|due to|owing to|thanks to|as a (?:result|consequence)|in response to|"
    r"in (?:the )?light of|therefore|why)|reasons?|"
    r"led to|leads to|prompt(?:s|ed)|spurred|pushe[ds] \w+ to|pressure[sd] \w+|forced \w+ to|means that|"
    r"herald(?:s|ed)|hinders?|"
    r"constrain(?:s|ed)|limits|hampers?|driven by|rooted in|stem(?:s|med) from|related to|"
    r"contribute[sd] to|allows?|enabled?|fuell?ed|"
    r"in order to|persuaded|convinced|triggered|behind|"
    r"(?:damag|strain|poison|sour|chill|hamper|hurt|undermin|erod|boost|improv|strengthen|complicat|limit|"
    r"deepen)\w* (?:[\w'’-]+ ){0,4}"
    r"(?:relations|ties|relationship|cooperation|trust|partnership|alliance)|"
    # stances
    r"thaw\w*|rapprochement|deteriorat\w+|soured|souring|signals|seeks? to|(?:trying|seeking|efforts?) to|"
    r"faces?|missed|"
    r"regard(?:s|ed)|perceiv\w+|portray\w*|with (?:skepticism|scepticism|suspicion)|concerned|worried|alarmed|wary|"
    r"(?:is|are|remains?|as|an?) (?:[\w'’-]+ ){0,3}?(?:" + _judging() + r")|"
    r"(?:[Rr]elations?|[Tt]ies|[Rr]elationship) (?:\w+ ){0,5}(?:is|are|was|were|has|have|remains?))\b"
)
_OPINION = re.compile(
    r"\b(?:[Ii]n (?:my|our) (?:opinion|view)|I (?:think|believe|expect|would|doubt|see|find|argue)|"
    r"my (?:guess|bet|view|argument|own)|"
    r"we (?:think|believe|argue|must ask)|one must ask|views? (?:expressed )?(?:here )?(?:are|is|do not|"
    r"does not|don't)|"
    r"the author (?:is|contributed)|The author, )\b",
)
_DUTY = re.compile(r"\b(?:should|must|ought)\b")
_QUOTED = re.compile('["“][^"“”\n]*["”]')


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
        yield from find_assessments(sentence)
        for claim in (*find_forecasts(sentence, opinion), *find_explanations(sentence), *find_consequences(sentence)):
            # what reports say of one state is most often its own affair
            if opinion or len(claim.about) > 1 or _is_foreign(claim):
                yield claim


def _argues(sentences: Sequence[ReadSentence]) -> bool:
    """Whether an article argues rather than reports: it prescribes in its own voice, or speaks of itself."""
    if _OPINION.search(_QUOTED.sub("", sentences[0].document.text)):
        return True
    return any(
        claim.speaker is None
        for sentence in sentences
        if _DUTY.search(sentence.text)
        for claim in find_prescriptions(sentence)
    )


def _is_foreign(claim: Claim) -> bool:
    """Whether a speaker speaks of a state that is not his own."""
    return claim.speaker is not None and claim.speaker.country is not None and claim.speaker.country not in claim.about


def follows(one: ReadSentence, other: ReadSentence) -> bool:
    """Whether a sentence goes straight on from another: in its paragraph, or below it as a heading or a question."""
    if one.number + 1 != other.number:
        return False
    return not is_statement(one) or "\n" not in one.document.text[one.span.end : other.span.start]
