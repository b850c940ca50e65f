"""What somebody says that something comes of: cause, effect, and what the cause does to the relation.

The ways of the language from effect to cause ("because", "due to", "is driven by") and from cause to effect
("prompted", "led to", "limits", "means that").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from detente.coding.arguments import direct_slots, own_subject, preposition_objects, subject
from detente.coding.modality import modality_of
from detente.knowledge.claim_words import claim_words, stance_in
from detente.ledgers.clause_parts import SUBJECTS
from detente.ledgers.clauses import evidence_of, is_negated, parties_in, record_id, span_of
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.voices import claim_text, claim_tokens, voice_of
from detente.records import Claim, ClaimKind, Modality, Sign, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_THEREFORE = re.compile(rf"(?:And |So )?(?:{'|'.join(claim_words().therefore)})\b,?\s*", re.IGNORECASE)
CUES = re.compile(
    r"\b(?:(?i:because|since|due to|owing to|thanks to|as a (?:result|consequence)|in response to|in (?:the )?light of|"
    r"in view of|"
    r"therefore|for this reason|(?:that|this) is why)|"
    r"reasons?|led to|leads to|prompt(?:s|ed)|spurred|pushe[ds]|pushes|brought|"
    r"pressure[sd] \w+|forced \w+ to|means that|"
    r"herald(?:s|ed)|hinders?|constrain(?:s|ed)|limits|hampers?|driven by|rooted in|stem(?:s|med) from|related to|"
    r"contribute[sd] to|allows?|enabled?|fuell?ed|in order to|persuaded|convinced|triggered|"
    r"(?:damag|strain|poison|sour|chill|hamper|hurt|undermin|erod|boost|improv|strengthen|complicat|limit|deepen)\w* "
    r"(?:[\w'’-]+ ){0,4}(?:relations|ties|relationship|cooperation|trust|partnership|alliance))\b|"
    r"\A(?:This|That) (?:\w+ ){0,2}(?:led|leads|means|prompted|forced|explains)\b"
)
_MODALS = frozenset("will would may might could can should must shall".split())
_LINKED = re.compile(r"^(?:However|Moreover|Still|But|And|So|Yet|Then|Thus|Indeed|Besides|In addition|For example),? ")
_GOING_ON = frozenset("continue begin start help serve threaten tend come".split())
_NEARER = frozenset("closer together apart".split())
_MOVING = frozenset("push bring draw pull drive".split())
_LEADING = {
    "lead": ("to",),
    "result": ("in",),
    "contribute": ("to",),
    "give": ("to",),
    "pave": ("for",),
    "bring": (),
}
_NEEDS_CLAUSE = frozenset(
    "push pressure force compel drive prompt spur lead persuade convince encourage induce oblige "
    "motivate require".split()
)
_VAGUE = frozenset(
    "action activity approach change circumstance development event fact factor issue measure move one process reason "
    "situation step thing trend way".split()
)
_DANGLING = frozenset("with of in on by for to from at and or".split())
_LONG = 260


@dataclass(frozen=True, slots=True)
class Link:
    """A cause and its effect in a sentence.

    Attributes:
        trigger: the word that links them.
        clause: the verb in whose voice the link is told.
        cause, effect: their words.
        sign: what the linking word alone says.
    """

    trigger: Token
    clause: Token
    cause: tuple[Token, ...]
    effect: tuple[Token, ...]
    sign: Sign | None = None


def find_explanations(sentence: ReadSentence) -> Iterator[Claim]:
    """The explanations of a sentence, in order; one a linking word."""
    for token in sentence.parsed.doc:
        for link in (
            _because(token),
            _by_preposition(token),
            _forward(sentence, token),
            _backward(token),
            _purpose(token),
            _reason(token),
        ):
            claim = explain(sentence, link) if link is not None else None
            if claim is not None:
                yield claim


def find_consequences(sentence: ReadSentence) -> Iterator[Claim]:
    """The explanation of a sentence that draws a consequence of the one before: "Therefore, ...", "This led to ..."."""
    linked = _THEREFORE.match(sentence.text)
    if linked is None and not sentence.text.startswith(("This ", "That ")):
        return
    before = words_before(sentence)
    if before is None or not 4 <= len(before) <= _LONG or before.endswith("?"):
        return
    root = next((token for token in sentence.parsed.doc if token.dep_ == "ROOT"), None)
    if root is None or not _is_told(root):
        return
    if linked is not None:
        start = _after(sentence, linked.end())
        kept = [one for one in claim_tokens(root) if one.i >= start]
        if kept:
            yield from _consequence(sentence, root, before, kept)
        return
    doer, lemma, effects = own_subject(root), root.lemma_.lower(), claim_words().effects
    if doer is not None and doer.i == 0 and lemma in effects and not is_negated(root):
        words = _effect_of(root, lemma)
        if words:
            yield from _consequence(sentence, root, before, list(words), effects.sign_of(lemma))


def words_before(sentence: ReadSentence) -> str | None:
    """The sentence that stands before one in its paragraph; None where it is the first."""
    text = sentence.document.text
    start = text.rfind("\n", 0, sentence.span.start) + 1
    before = " ".join(text[start : sentence.span.start].split())
    last = re.split(r"(?<=[.!?][\"”’)])\s+(?=[A-Z“\"])|(?<=[a-z0-9)][.!?])\s+(?=[A-Z“\"])", before)
    return _LINKED.sub("", last[-1]).rstrip(". ") or None


def _after(sentence: ReadSentence, offset: int) -> int:
    """The first word of a sentence behind a place in its text."""
    start = sentence.span.start + offset
    doc = sentence.parsed.doc
    return next((one.i for one in doc if span_of(sentence, [one]).start >= start), len(doc))


def _consequence(
    sentence: ReadSentence, verb: Token, cause: str, words: list[Token], sign: Sign | None = None
) -> Iterator[Claim]:
    voice = voice_of(sentence, verb)
    about = _about(sentence, (), words)
    effect = claim_text(sentence, words)
    if voice is None or not about or not 4 <= len(effect) <= _LONG:
        return
    evidence = evidence_of(sentence, verb)
    yield Claim(
        id=record_id(evidence, ClaimKind.EXPLANATION, "before"),
        evidence=evidence,
        kind=ClaimKind.EXPLANATION,
        speaker=voice.speaker,
        about=about,
        stance=None,
        text=effect,
        hedge=voice.hedge,
        cause=cause,
        effect=effect,
        sign=sign_of(words, sign),
    )


def explain(sentence: ReadSentence, link: Link) -> Claim | None:
    """The claim a link makes; None where its effect has no party, its cause only points, or its voice is unknown."""
    voice = voice_of(sentence, link.clause)
    if voice is None:
        return None
    cause = [one for one in link.cause if one.i not in voice.frame]
    effect = [one for one in link.effect if one.i not in voice.frame]
    if not cause or not effect or only_points(cause):
        return None
    about = _about(sentence, cause, effect)
    if not about and not sentence.statement.is_hardly("explanation"):
        about = sentence.about
    if not about:
        return None
    evidence = evidence_of(sentence, link.trigger)
    words = claim_text(sentence, cause), claim_text(sentence, effect)
    if any(not 4 <= len(one) <= _LONG or one.rpartition(" ")[2] in _DANGLING for one in words):
        return None
    return Claim(
        id=record_id(evidence, ClaimKind.EXPLANATION),
        evidence=evidence,
        kind=ClaimKind.EXPLANATION,
        speaker=voice.speaker,
        about=about,
        stance=None,
        text=claim_text(sentence, claim_tokens(link.clause, voice.frame)),
        hedge=voice.hedge,
        cause=words[0],
        effect=words[1],
        sign=sign_of(effect, link.sign),
    )


def only_points(cause: Sequence[Token]) -> bool:
    """Whether a cause is no more than "this" or "these events": what happened stands in another sentence."""
    said = [one for one in cause if not one.is_punct]
    if not said or said[0].lower_ not in ("this", "that", "these", "those", "it"):
        return False
    return len(said) == 1 or (len(said) == 2 and said[1].lemma_.lower() in _VAGUE)


def sign_of(effect: Sequence[Token], verb: Sign | None = None) -> Sign | None:
    """What an effect is for a relation: by its own words of movement, with what the linking verb does to it.

    "limits tension" improves, "limits cooperation" constrains, "helps to improve" improves.

    Returns:
        None where neither verb nor words tell.
    """
    good, bad, related = False, False, False
    for token in effect:
        related = related or token.lemma_.lower() in claim_words().relation
        lemma = token.lemma_.lower()
        stance = stance_in(claim_words().movement, lemma)
        if token.lower_ in _NEARER:
            stance = Stance.NEGATIVE if token.lower_ == "apart" else Stance.POSITIVE
        if stance is None and token.pos_ == "NOUN":
            stance = stance_in(claim_words().nouns, lemma)
            eased = any(one.i < token.i and one.lemma_.lower() in _EASING for one in effect)
            if stance is Stance.NEGATIVE and eased:
                stance = Stance.POSITIVE  # "ended a deterioration"
        if lemma in _EASING and any(child.lemma_ in _TROUBLES for child in token.subtree):
            stance = Stance.POSITIVE
        elif lemma in _TROUBLES and not _is_eased(token):
            stance = Stance.NEGATIVE
        negated = is_negated(token) or (token.dep_ in SUBJECTS and is_negated(token.head))  # "progress has not halted"
        if stance is not None and not negated:
            good, bad = good or stance is Stance.POSITIVE, bad or stance is Stance.NEGATIVE
    if verb is Sign.IMPROVES and not related:
        verb = None  # what a cause allows or helps need not be good for a relation
    return combined_sign(good, bad, verb)


def combined_sign(good: bool, bad: bool, verb: Sign | None = None) -> Sign | None:
    """The sign of an effect that tells of good or bad, under a verb with a sign of its own."""
    if verb is Sign.CONSTRAINS:
        return Sign.IMPROVES if bad and not good else Sign.CONSTRAINS
    if verb is Sign.WORSENS:
        return Sign.WORSENS
    if good == bad:
        return None if bad else verb
    return Sign.IMPROVES if good else Sign.WORSENS


_TROUBLES = frozenset(
    "tension friction conflict hostility confrontation escalation war suspicion distrust mistrust "
    "resentment nationalism "
    "sanction retaliation".split()
)
_EASING = frozenset("ease reduce lower defuse mitigate avoid prevent stop end cut lift calm".split())


def _is_eased(trouble: Token) -> bool:
    return any(one.lemma_.lower() in _EASING for one in trouble.ancestors)


def _because(token: Token) -> Link | None:
    """ "... because ...", ", since ...": the clause and the one above it."""
    if token.dep_ != "mark" or not (token.lower_ == "because" or _is_since(token)):
        return None
    cause, effect = token.head, token.head.head
    if cause.dep_ == "conj" and _has_because(effect):
        effect = effect.head
    elif cause.dep_ != "advcl":
        return None
    if effect.pos_ not in ("VERB", "AUX") or not _is_told(effect):
        return None
    below = {one.i for child in effect.children if _has_because(child) for one in child.subtree}
    alone = {one.i for child in cause.children if child.dep_ == "conj" and _has_because(child) for one in child.subtree}
    if token.i and token.nbor(-1).lower_ == "not":
        return None
    return Link(
        token,
        effect,
        tuple(one for one in claim_tokens(cause) if one.i != token.i and one.i not in alone),
        tuple(one for one in claim_tokens(effect) if one.i not in below),
    )


def _is_since(token: Token) -> bool:
    """Whether "since" gives a reason: behind a comma, of what is so now and was not only then."""
    if token.lower_ != "since" or not token.i or token.nbor(-1).text != ",":
        return False
    return token.head.tag_ in ("VBZ", "VBP") or any(child.tag_ in ("VBZ", "VBP", "MD") for child in token.head.children)


def _has_because(clause: Token) -> bool:
    marks = (child for child in clause.children if child.dep_ == "mark")
    return any(mark.lower_ == "because" or _is_since(mark) for mark in marks)


def _by_preposition(token: Token) -> Link | None:
    """ "... due to ...", "as a result of", "for economic reasons"."""
    noun = _cause_noun(token)
    if noun is None:
        return None
    top = _highest(token, noun)
    verb = next((one for one in top.ancestors if one.pos_ in ("VERB", "AUX")), None)
    if verb is None or not _is_told(verb):
        return None
    below = {one.i for child in verb.children if _has_because(child) for one in child.subtree}
    below |= {one.i for one in top.subtree}
    if any(child.dep_ == "relcl" and child.doc[child.left_edge.i].tag_[0] != "W" for child in noun.children):
        return None  # "because of the virus they met on screens": the parser takes the clause for the noun's
    head = top.head if top.head.pos_ in ("VERB", "AUX") else verb
    effect = tuple(one for one in claim_tokens(head) if one.i not in below)
    return Link(token, head, tuple(noun.subtree), effect)


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The prepositions of several words, by their first."""
    table: dict[str, list[list[str]]] = {}
    for phrase in claim_words().because:
        first, *others = phrase.split()
        if others:
            table.setdefault(first, []).append([first, *others])
    return table


def _cause_noun(token: Token) -> Token | None:
    """The noun for a cause behind a preposition of cause, at the preposition's first word."""
    doc, low = token.doc, token.lower_
    if low == "for" and token.dep_ == "prep":
        noun = next((one for one in token.children if one.dep_ == "pobj"), None)
        if noun is not None and noun.lemma_ in ("reason", "motive") and noun.tag_ == "NNS":
            return noun if any(one.dep_ in ("amod", "compound", "poss") for one in noun.children) else None
        return None
    for words in _phrases().get(low, ()):
        if [one.lower_ for one in doc[token.i : token.i + len(words)]] != words:
            continue
        last = doc[token.i + len(words) - 1]
        if words[0] == "due" and token.head.lemma_ == "be" and any(one.tag_ == "VB" for one in last.subtree):
            return None
        nouns = (one for word in doc[token.i : last.i + 1] for one in word.children if one.dep_ in ("pobj", "pcomp"))
        noun = next((one for one in nouns if one.i > last.i), None)
        if noun is not None:
            return noun
    return None


def _highest(token: Token, noun: Token) -> Token:
    """The top of a preposition of several words."""
    top = token
    for one in noun.ancestors:
        if one.pos_ in ("VERB", "AUX") or one.i < token.i:
            break
        top = one if noun.i in {below.i for below in one.subtree} else top
    return top


def _forward(sentence: ReadSentence, token: Token) -> Link | None:
    """ "X prompted Y to", "X led to Y", "X limits Y", "X means that Y"."""
    effects = claim_words().effects
    lemma = token.lemma_.lower()
    if token.dep_ == "relcl" and token.pos_ == "NOUN" and own_subject(token) is not None:
        lemma = lemma.removesuffix("s")  # "which pressures X to", taken for a noun
    elif token.pos_ != "VERB":
        return None
    if lemma not in effects or is_negated(token):
        return None
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children) or token.dep_ == "acl":
        return None
    clause = token
    if token.dep_ == "xcomp":
        clause = token.head  # "continues to hamper"
        if clause.lemma_ not in _GOING_ON or not _is_told(clause) or is_negated(clause):
            return None
    elif not _is_told(token) or (
        token.tag_ in ("VBG", "VBN", "VB") and not any(child.dep_ == "aux" for child in token.children)
    ):
        return None
    doer = subject(token)
    if doer is not None and doer.lower_ in ("it", "they") and token.dep_ == "advcl":
        doer = own_subject(token.head)  # "these steps please X, as they allow it to"
    if doer is None:
        return None
    cause = () if direct_slots(sentence.parsed, doer) else _cause_of(token, doer)
    effect = _effect_of(token, lemma)
    if not cause or not effect:
        return None
    return Link(token, clause, cause, effect, effects.sign_of(lemma))


def _cause_of(verb: Token, doer: Token) -> tuple[Token, ...]:
    """A subject's words; of "which" those of the clause or noun that it takes up; nothing where an actor acts."""
    if doer.pos_ == "PRON" or doer.lower_ in ("which", "that", "this", "it"):
        return ()
    own = own_subject(verb)
    left = {one.i for one in verb.subtree} if verb.dep_ in ("relcl", "acl") and own is not None else set()
    return tuple(one for one in doer.subtree if one.i not in left)


def _effect_of(verb: Token, lemma: str) -> tuple[Token, ...]:
    """What a verb of effect leads to: its object and what that is to do, what stands behind its preposition."""
    taken: list[Token] = []
    clause = False
    for child in verb.children:
        if child.i < verb.i:
            continue
        asked = child.dep_ == "advcl" and child.tag_ == "VB" and lemma in _NEEDS_CLAUSE and bool(taken)
        if child.dep_ in ("ccomp", "xcomp") or asked:
            clause = True
            taken += child.subtree
        elif (child.dep_ == "dobj" and lemma not in ("give", "pave")) or (
            child.dep_ in ("prep", "prt", "dative")
            and (child.lower_ in _LEADING.get(lemma, ()) or (taken and child.lower_ in ("to", "into", "from")))
        ):
            taken += child.subtree
        elif lemma in ("give", "pave") and child.dep_ == "dobj" and child.lemma_ in ("rise", "way"):
            taken += [one for part in preposition_objects(child, ("to", "for")) for one in part.subtree]
    if lemma in _MOVING and not clause:
        near = [one for child in verb.subtree if child.lower_ in _NEARER and child.i > verb.i for one in child.subtree]
        taken += [one for one in near if one not in taken]
        clause = bool(near)
        if not near and lemma in ("draw", "pull"):
            return ()
    if lemma in _NEEDS_CLAUSE and not clause and lemma not in ("lead", "prompt", "spur", "drive"):
        return ()
    if (
        lemma in ("lead", "drive")
        and not clause
        and not any(one.lower_ == "to" and one.head.i == verb.i for one in taken)
    ):
        return ()
    if lemma in ("mean", "result", "contribute", "pave") and not taken:
        return ()
    if taken and taken[0].lower_ in ("to", "in", "for") and taken[0].dep_ == "prep":
        taken = taken[1:]
    return tuple(taken)


def _backward(token: Token) -> Link | None:
    """ "X stems from Y", "X is driven by Y", "X is primarily related to Y"."""
    origins, low = claim_words().origins, token.lower_
    prepositions = next((origins[one] for one in (token.lemma_.lower(), low[:-1], low[:-2]) if one in origins), None)
    if prepositions is None or token.pos_ not in ("VERB", "ADJ"):
        return None
    noun = next(preposition_objects(token, prepositions), None)
    clause = token.head if token.dep_ == "acomp" else token
    if noun is None or not _is_told(clause) or is_negated(clause):
        return None
    if token.dep_ == "acl" and token.tag_ == "VBN" and token.nbor(-1).text == ",":
        return _aside(token, noun)
    passive = any(child.dep_ == "auxpass" for child in token.children) or token.dep_ == "acomp"
    if token.tag_ == "VBN" and not passive:
        return None
    doer = own_subject(clause)
    if doer is None or noun is None or doer.pos_ == "PRON" or noun.pos_ == "PRON":
        return None
    return Link(token, clause, tuple(noun.subtree), tuple(doer.subtree))


def _aside(participle: Token, noun: Token) -> Link | None:
    """ "X, driven by Y, did Z": Y made X do Z."""
    verb = participle.head.head
    if participle.head.dep_ != "nsubj" or verb.pos_ not in ("VERB", "AUX") or not _is_told(verb):
        return None
    below = {one.i for one in participle.subtree}
    return Link(
        participle,
        verb,
        tuple(noun.subtree),
        tuple(one for one in claim_tokens(verb) if one.i > participle.i and one.i not in below),
    )


def _purpose(token: Token) -> Link | None:
    """ "... in order to ...": the aim is what the act comes of."""
    if token.lower_ != "order" or token.head.lower_ != "in":
        return None
    aim = next((child for child in token.children if child.dep_ in ("acl", "advcl") and child.tag_ == "VB"), None)
    verb = token.head.head
    if aim is None or verb.pos_ not in ("VERB", "AUX") or not _is_told(verb):
        return None
    below = {one.i for one in token.head.subtree}
    return Link(token, verb, tuple(aim.subtree), tuple(one for one in claim_tokens(verb) if one.i not in below))


def _reason(token: Token) -> Link | None:
    """ "The reason for X is Y", "Y is the main reason why X"."""
    if token.lemma_.lower() not in claim_words().reasons or token.pos_ != "NOUN":
        return None
    copula = token.head
    if copula.lemma_ != "be" or not _is_told(copula) or is_negated(copula):
        return None
    effect = [one for part in preposition_objects(token, ("for", "of", "behind", "in")) for one in part.subtree]
    effect = effect or [
        one for child in token.children if child.dep_ == "relcl" for one in child.subtree if one.lower_ != "why"
    ]
    if token.dep_ == "nsubj":
        cause = [one for child in copula.children if child.dep_ in ("attr", "ccomp") for one in child.subtree]
    elif token.dep_ == "attr":
        doer = own_subject(copula)
        cause = list(doer.subtree) if doer is not None and doer.pos_ != "PRON" else []
    else:
        return None
    return Link(token, copula, tuple(cause), tuple(effect)) if cause and effect else None


def _is_told(verb: Token) -> bool:
    """Whether a clause tells what is or was so, not what may come or ought to be."""
    if any(child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.children):
        return False
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether", "to") for child in verb.children):
        return False
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return False
    return modality_of(verb, verb) in (Modality.HAPPENED, Modality.NEGATED, None)


def _about(sentence: ReadSentence, cause: Sequence[Token], effect: Sequence[Token]) -> tuple[str, ...]:
    """Whom an explanation is about: the parties of its effect; with those of its cause where the effect has but one."""
    at = sentence.parsed.slot_at
    effects = parties_in(sentence, [at[one.i] for one in effect if one.i in at])
    if len(effects) > 1:
        return effects
    causes = parties_in(sentence, [at[one.i] for one in cause if one.i in at])
    return tuple(dict.fromkeys((*effects, *causes))) if effects or len(causes) > 1 else ()
