"""Who should do what toward whom, in the eyes of whoever says so.

Three ways lead to a prescription: a modal verb of duty ("should", "must"), a verb by which somebody urges others, and
a judgement that an act is called for ("it is time for X to"). A necessity that only analyses ("must win to stay in")
is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.coding.arguments import (
    direct_slots,
    is_passive,
    modifier_slots,
    own_subject,
    possessor_slots,
    preposition_objects,
    subject,
)
from detente.coding.modality import modality_of
from detente.knowledge.claim_words import claim_words
from detente.ledgers.clauses import (
    actors_in,
    evidence_of,
    is_negated,
    parties_in,
    record_id,
)
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.voices import Voice, claim_text, claim_tokens, is_first_person, near_slots, voice_of
from detente.records import Claim, ClaimKind, Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

CUES = re.compile(
    r"\b(?:should|must|ought|urg(?:e[ds]?|ing)|call(?:s|ed) (?:up)?on|time for|needs? to|ha(?:s|ve) to|do well to|"
    r"[Ii]t is (?:imperative|essential|vital|crucial|incumbent)|would be (?:wise|wiser|prudent|better))\b"
)
_STRONG = frozenset("must need have".split())  # tell of constraints as often as of duties
_DUTIES = frozenset("should ought must".split())
_ASKED = frozenset("call appeal press".split())  # with "on", "to", "for" before who is asked
_SUGGESTING = frozenset("insist demand recommend suggest propose advise urge advocate".split())
_CONTENT = frozenset("content natural surprising odd strange glad happy sorry certain clear".split())
_CONDITIONS = frozenset("if unless whether lest".split())
_ASKING = frozenset("what how who why when where".split())
_MANY = 3  # addressees that one sentence gets a row each for


@dataclass(frozen=True, slots=True)
class _Call:
    """An act that is called for.

    Attributes:
        act: its verb.
        addressee: the noun for who should do it.
        trigger: the word that calls for it.
        caller: who calls, where the trigger says so.
    """

    act: Token
    addressee: Token | None
    trigger: Token
    caller: Token | None = None


def find_prescriptions(sentence: ReadSentence, last: Sequence[str] = ()) -> Iterator[Claim]:
    """The prescriptions of a sentence, one an addressee, in order.

    Args:
        sentence: the sentence.
        last: whom the sentence before told to act: an "it" that stands for nobody else is theirs.
    """
    for token in sentence.parsed.doc:
        call = _duty(token) or _urging(token) or _judged(token)
        if call is not None and not is_first_person(call.act):
            yield from _claims(sentence, call, tuple(last))


def _duty(token: Token) -> _Call | None:
    """ "should", "must", "ought to", "needs to", "has to", "had better", "would do well to"."""
    low, verb = token.lower_, token.head
    if token.dep_ == "aux" and low in _DUTIES:
        if any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children):
            return None  # "must have been", "should have told"
        doer = subject(verb)
        if doer is not None and doer.i > token.i and own_subject(verb) is doer:
            return None  # "Should it refuse, ..."
        if verb.lemma_ == "be" and any(child.lower_ == "able" for child in verb.children):
            return None  # "should be able to": what one may expect
        if low == "must" and is_constraint(verb):
            return None
        return _Call(verb, doer, token) if _is_asserted(verb) else None
    act = next(
        (
            child
            for child in token.children
            if child.dep_ in ("xcomp", "ccomp", "advcl") and child.tag_ == "VB" and child.i > token.i
        ),
        None,
    )
    if act is None or token.pos_ not in ("VERB", "AUX"):
        return None
    doer = subject(token)
    if low == "ought" and _is_to(act):
        return _Call(act, doer, token) if _is_asserted(token) else None
    if token.lemma_ in ("need", "have") and token.tag_ in ("VBZ", "VBP") and _is_to(act):
        if is_negated(token) or is_constraint(token) or not _is_asserted(token):
            return None
        return _Call(act, doer, token)
    if token.lemma_ == "do" and _advised(token) and _is_to(act):
        return _Call(act, doer, token)  # "would do well to", "could do worse than to"
    return None


def _advised(verb: Token) -> bool:
    conditional = any(child.dep_ == "aux" and child.lower_ in ("would", "could", "'d") for child in verb.children)
    return conditional and any(child.lower_ in claim_words().wise for child in verb.children)


def _urging(token: Token) -> _Call | None:
    """ "X urged Y to", "called on Y to", "demanded that Y withdraw"."""
    lemma = token.lemma_.lower()
    if token.pos_ != "VERB" or lemma not in claim_words().urging or modality_of(token, token) is not Modality.HAPPENED:
        return None
    caller = next(preposition_objects(token, ("by",)), None) if is_passive(token) else subject(token)
    if caller is None:
        return None
    if lemma in _SUGGESTING:
        for act in token.children:
            doer = own_subject(act) if act.dep_ == "ccomp" and act.i > token.i else None
            if doer is not None and act.tag_ == "VB" and not any(child.dep_ == "aux" for child in act.children):
                return _Call(act, doer, token, caller)
    if lemma in ("insist", "demand", "suggest", "propose", "advocate"):
        return None
    told = list(preposition_objects(token, ("on", "upon", "to", "for"))) if lemma in _ASKED else []
    told += [child for child in token.children if child.dep_ in ("dobj", "nsubjpass") and lemma != "call"]
    for act in token.subtree:
        if act.tag_ == "VB" and act.dep_ in ("xcomp", "advcl", "ccomp", "acl", "relcl") and _is_to(act):
            doer = own_subject(act) or next(iter(told), None)
            if doer is not None and doer.i > token.i - (100 if is_passive(token) else 0) and act.i > token.i:
                return _Call(act, doer, token, caller)
    return None


def _judged(token: Token) -> _Call | None:
    """ "it is time for X to", "it is imperative that X", "X would be wise to"."""
    low = token.lower_
    words = claim_words()
    if (
        token.dep_ not in ("attr", "acomp")
        or token.head.lemma_ != "be"
        or (low not in words.needed and low not in words.wise)
    ):
        return None
    copula = token.head
    if is_negated(copula) or copula.tag_ == "VBD" or not _is_asserted(copula):
        return None
    acts = [
        act
        for top in (token, copula)
        for act in top.children
        if act.dep_ in ("xcomp", "advcl", "ccomp", "acl", "relcl") and act.i > token.i and act.tag_ in ("VB", "VBP")
    ]
    if low in words.wise:
        advised = any(child.dep_ == "aux" and child.lower_ in ("would", "'d") for child in copula.children)
        return _Call(acts[0], subject(copula), token) if acts and advised and _is_to(acts[0]) else None
    for act in acts:
        doer = own_subject(act)
        if doer is None and _is_to(act):
            doer = next((one for top in (token, copula) for one in preposition_objects(top, ("for",))), None)
        if doer is not None:
            return _Call(act, doer, token)
    return None


def _is_asserted(verb: Token) -> bool:
    """Whether a clause is told for itself: no condition, no question, not what something else is about."""
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    if not marks.isdisjoint(_CONDITIONS):
        return False
    if any(child.lower_ in _ASKING for child in verb.children if child.dep_ in ("dobj", "attr", "advmod", "nsubj")):
        return False
    top = verb
    while top.dep_ == "conj":
        top = top.head
    head = top.head
    if top.dep_ in ("relcl", "acl", "csubj", "pcomp"):
        return False
    if top.dep_ == "advcl":
        return False
    if top.dep_ == "ccomp" and head.i != top.i:
        if (
            any(child.dep_ in ("acomp", "attr") and child.lower_ in _CONTENT for child in head.children)
            or head.lower_ in _CONTENT
        ):
            return False
        if is_negated(head) or head.lemma_ in ("mean", "imply", "know", "wonder", "ask", "decide"):
            return False
        return not any(child.lower_ in _ASKING for child in top.children)
    return True


def is_constraint(verb: Token) -> bool:
    """Whether a "must" analyses what follows from what: "must be there in order to win", "must sign before"."""
    if verb.lemma_ == "be" and not is_passive(verb):
        return True
    for child in verb.subtree:
        if child.dep_ == "advcl" and (_is_to(child) or any(one.lower_ in ("before", "if") for one in child.children)):
            return True
        if child.lower_ == "order" and child.head.lower_ == "in":
            return True
    return False


def _is_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def asked_in(sentence: ReadSentence) -> tuple[str, ...]:
    """Whom a question asks about: "What should Kenya do?"."""
    for token in sentence.parsed.doc:
        if token.dep_ == "aux" and token.lower_ in _DUTIES and (doer := subject(token.head)) is not None:
            return _parties_of(sentence, doer)
    return ()


def _claims(sentence: ReadSentence, call: _Call, last: tuple[str, ...]) -> Iterator[Claim]:
    voice = _voice(sentence, call)
    if voice is None:
        return
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in call.act.children)
    upon = _parties_of(sentence, call.addressee)
    if not upon and call.addressee is not None and call.addressee.lower_ == "it":
        upon = last
    if voice.speaker is not None and call.caller is not None and party_of(voice.speaker) in upon and len(upon) > 1:
        return  # nobody urges himself: "the two neighbours" are others than they were taken for
    doers = upon
    agents = list(preposition_objects(call.act, ("by",))) if passive else []
    if agents:
        doers = _parties_of(sentence, agents[0]) or doers
    elif passive and call.addressee is not None and direct_slots(sentence.parsed, call.addressee):
        doers = ()
    told = parties_in(sentence, near_slots(sentence, call.act))
    if not upon and not told:
        return
    if not doers and not (passive and upon):
        return
    evidence = evidence_of(sentence, call.trigger)
    action = _action(sentence, call, voice)
    tokens = claim_tokens(
        call.act if call.caller is None and call.trigger.head.i == call.act.i else _top(call), voice.frame
    )
    for doer in doers[:_MANY] or (None,):
        toward = tuple(party for party in dict.fromkeys((*(upon if passive else ()), *doers, *told)) if party != doer)
        yield Claim(
            id=record_id(evidence, ClaimKind.PRESCRIPTION, doer or "", action),
            evidence=evidence,
            kind=ClaimKind.PRESCRIPTION,
            speaker=voice.speaker,
            about=tuple(dict.fromkeys((*filter(None, [doer]), *toward))),
            stance=None,
            text=claim_text(sentence, tokens),
            hedge=voice.hedge,
            actor=doer,
            action=action,
            toward=toward,
        )


def _top(call: _Call) -> Token:
    """The verb whose clause tells the whole call."""
    return next((one for one in (call.trigger, *call.trigger.ancestors) if one.pos_ in ("VERB", "AUX")), call.act)


def _voice(sentence: ReadSentence, call: _Call) -> Voice | None:
    if call.caller is None:
        return voice_of(sentence, call.act)
    actors = actors_in(sentence, direct_slots(sentence.parsed, call.caller))
    return Voice(actors[0], None, frozenset()) if actors else None


def _parties_of(sentence: ReadSentence, noun: Token | None) -> tuple[str, ...]:
    """The parties that a noun names, or whose conduct it is: "Japan's policy"."""
    if noun is None:
        return ()
    parsed = sentence.parsed
    slots = direct_slots(parsed, noun)
    if not slots and noun.lemma_.lower() in claim_words().conduct | claim_words().relation:
        slots = possessor_slots(parsed, noun) or modifier_slots(parsed, noun)
        for obj in preposition_objects(noun, ("of", "between")):
            slots = slots or direct_slots(parsed, obj)
    return parties_in(sentence, slots)


def _action(sentence: ReadSentence, call: _Call, voice: Voice) -> str:
    """What should be done: the act's words from its verb, or its negation, on."""
    start = call.act.i
    for child in call.act.children:
        if child.dep_ in ("neg", "auxpass") or (
            child.dep_ == "advmod"
            and child.i < call.act.i
            and call.addressee is not None
            and child.i > call.addressee.i
        ):
            start = min(start, child.i)
    left = {call.trigger.i, *(child.i for child in call.act.children if child.lower_ == "to" and child.dep_ == "aux")}
    tokens = [one for one in claim_tokens(call.act, voice.frame) if one.i >= start and one.i not in left]
    return claim_text(sentence, tokens)
