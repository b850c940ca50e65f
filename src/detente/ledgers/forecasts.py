"""What somebody expects of a state or a relation: "will grow closer", "is likely to retaliate", "could lead to".

A future that binds its doer (promised, planned, announced, dated) is a commitment and no forecast.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.coding.arguments import (
    direct_slots,
    modifier_slots,
    own_subject,
    possessor_slots,
    preposition_objects,
    subject,
)
from detente.ledgers.clauses import evidence_of, is_negated, parties_in, record_id, span_of
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.voices import claim_text, claim_tokens, is_first_person, near_slots, voice_of
from detente.records import Claim, ClaimKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

CUES = re.compile(
    r"\b(?:will|would|may|might|could|won't|won’t|likely|unlikely)\b"
)  # with their case: "May" is a month
_FUTURE = frozenset("will 'll wo shall would may might could".split())
_BARE = frozenset("would may might could".split())  # also permit, wish, and tell of the past
_LIKELY = frozenset("likely unlikely bound set poised expected certain sure destined".split())
WISHING = frozenset(
    "hope want wish ask wonder ensure accept allow permit agree demand insist doubt request promise "
    "pledge vow offer decide".split()
)
_LIKING = frozenset("like love prefer rather have".split())
_MARKS = frozenset(
    "if unless whether lest so that because while although though when once until before after as since".split()
)


def find_forecasts(sentence: ReadSentence, opinion: bool = True, bound: Collection[Span] = ()) -> Iterator[Claim]:
    """The forecasts of a sentence, in order.

    Args:
        sentence: the sentence.
        opinion: whether the article argues. In one that only reports, "X will do Y" without a speaker tells of a plan.
        bound: where the triggers of commitments stand, which are no forecasts.
    """
    for token in sentence.parsed.doc:
        verb = _foretold(token)
        if verb is None or not _is_open(verb, token) or is_first_person(verb):
            continue
        if any(span_of(sentence, [one]) in bound for one in (verb, token)):
            continue
        claim = _claim(sentence, verb, token)
        if claim is not None and (opinion or claim.hedge or claim.speaker or not _is_doer(sentence, verb)):
            yield claim


def _is_doer(sentence: ReadSentence, verb: Token) -> bool:
    """Whether somebody would do what is foretold, rather than something happen."""
    doer = subject(verb)
    return doer is not None and (doer.pos_ == "PRON" or bool(direct_slots(sentence.parsed, doer)))


def _foretold(token: Token) -> Token | None:
    """The verb that a word puts ahead: that of "will", that of "is likely to"."""
    if token.dep_ == "aux" and token.tag_ == "MD" and token.lower_ in _FUTURE:
        verb = token.head
        if any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children):
            return None
        if token.lower_ in _BARE and (own := own_subject(verb)) is not None and own.i > token.i:
            return None  # "May it prosper"
        if any(child.lower_ in _LIKELY for child in verb.children if child.dep_ == "acomp") and verb.lemma_ == "be":
            return None  # "will be likely to" is read at "likely"
        return verb
    if token.lower_ in _LIKELY and token.dep_ in ("acomp", "ROOT", "ccomp", "conj", "relcl"):
        helper = token.head if token.dep_ == "acomp" else token
        if helper.tag_ not in ("VBZ", "VBP") and not any(
            child.tag_ in ("VBZ", "VBP") for child in helper.children if child.dep_ in ("aux", "auxpass")
        ):
            return None
        for act in token.children:
            if act.dep_ == "xcomp" and act.tag_ == "VB" and act.i > token.i:
                return act
    return None


def _is_open(verb: Token, cue: Token) -> bool:
    """Whether a future is told for itself: no condition, purpose, wish or aside."""
    if cue.lower_ in _BARE and any(child.lower_ in _LIKING for child in verb.children if child.dep_ == "advmod"):
        return False
    if cue.lower_ in ("would", "could") and (
        verb.lemma_ in ("like", "say", "argue", "have", "note") or is_hardly_told(verb)
    ):
        return False
    if cue.lower_ == "would" and " if " not in f" {cue.doc.text.lower()} ":
        return False
    clause = verb if cue.dep_ == "aux" else _top(cue)
    if (
        clause.dep_ == "conj"
        and own_subject(clause) is None
        and any(child.dep_ == "aux" and child.lower_ in _FUTURE for child in clause.head.children)
    ):
        return False  # goes on with the forecast before it
    while clause.dep_ == "conj" and not any(child.dep_ == "mark" for child in clause.children):
        clause = clause.head
    if any(child.dep_ == "mark" and child.lower_ in _MARKS and clause.dep_ != "ccomp" for child in clause.children):
        return False
    if any(child.dep_ == "mark" and child.lower_ in ("if", "whether") for child in clause.children):
        return False
    if clause.dep_ in ("relcl", "acl", "advcl", "csubj", "pcomp"):
        return False
    if any(
        child.lower_ in ("what", "how", "who", "why", "whatever") and child.i < clause.i for child in clause.children
    ):
        return False
    head = clause.head
    if clause.dep_ == "ccomp" and head.i != clause.i:
        if head.lemma_.lower() in WISHING or is_negated(head):
            return False
        if (
            cue.lower_ in ("would", "could", "might")
            and head.tag_ in ("VBD", "VBN")
            and head.lemma_ not in ("predict", "warn", "expect", "argue")
        ):
            return False  # what was to come then
    return True


def is_hardly_told(verb: Token) -> bool:
    """Whether a "would" or "could" only plays with a thought: "could be forgiven", "would count as"."""
    return verb.lemma_ in ("do", "forgive", "excuse", "count", "imagine", "wish", "wonder", "see")


def _top(token: Token) -> Token:
    return next((one for one in (token, *token.ancestors) if one.pos_ in ("VERB", "AUX")), token)


def _claim(sentence: ReadSentence, verb: Token, cue: Token) -> Claim | None:
    doer = subject(verb)
    if doer is None:
        return None
    about = _about(sentence, verb, doer)
    voice = voice_of(sentence, verb)
    if not about or voice is None or doer.lower_ in ("they", "we", "i", "you"):
        return None
    if voice.speaker is not None and party_of(voice.speaker) in parties_in(
        sentence, direct_slots(sentence.parsed, doer)
    ):
        return None  # what somebody says that he will do himself
    evidence = evidence_of(sentence, verb)
    clause = verb if cue.dep_ == "aux" else _top(cue)
    return Claim(
        id=record_id(evidence, ClaimKind.FORECAST),
        evidence=evidence,
        kind=ClaimKind.FORECAST,
        speaker=voice.speaker,
        about=about,
        stance=None,
        text=claim_text(sentence, claim_tokens(clause, voice.frame)),
        hedge=voice.hedge,
    )


def _about(sentence: ReadSentence, verb: Token, doer: Token) -> tuple[str, ...]:
    """Whom a forecast is about: the parties of its subject first; none where only its circumstances name one."""
    parsed = sentence.parsed
    own = direct_slots(parsed, doer)
    if not own:
        own = possessor_slots(parsed, doer)
        if not own and doer.pos_ == "NOUN":
            own = modifier_slots(parsed, doer)
        for obj in preposition_objects(doer, ("between", "of", "with", "among", "to")):
            own = own + direct_slots(parsed, obj)
    near = near_slots(sentence, verb)
    if not own:
        objects = [child for child in verb.children if child.dep_ in ("dobj", "attr", "prep", "xcomp", "ccomp")]
        own = [slot for slot in near if objects] if doer.lower_ not in ("he", "she", "they", "i", "we") else []
    conditions = [
        child for child in verb.children if child.dep_ == "advcl" and any(m.lower_ == "if" for m in child.children)
    ]
    on = [slot for clause in conditions for slot in near_slots(sentence, clause)]
    return parties_in(sentence, [*own, *near, *on]) if own else ()
