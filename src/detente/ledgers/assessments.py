"""What somebody thinks of a state or a relation: a stance, and whom it is toward.

A stance is told by an act that is one ("condemned the launch", "welcomed Seoul's plan"), or in other ways: a
judgement ("is a threat", "are mutually beneficial"), a view ("regards X as a rival", "views it with suspicion"), a
feeling ("is concerned about"), the way a relation goes ("ties have soured"), and what a state is said to be up to ("is
trying to contain", "sends confusing signals").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.actors import party_of
from detente.coding.arguments import (
    conjuncts,
    deep_slots,
    direct_slots,
    is_passive,
    modifier_slots,
    own_subject,
    possessor_slots,
    preposition_objects,
    subject,
)
from detente.coding.modality import modality_of
from detente.knowledge.claim_words import Scale, claim_words, stance_in
from detente.ledgers.clauses import clause_of, evidence_of, is_negated, parties_in, record_id, slots_below
from detente.ledgers.parse_spans import head_at
from detente.ledgers.sentences import ReadSentence
from detente.ledgers.voices import Voice, claim_text, claim_tokens, near_slots, speaker_named, voice_of
from detente.records import Claim, ClaimKind, Modality, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMMON = frozenset(  # words too common to look for
    "good bad strong close new stable solid low problem test trade win ally fair cold better best success "
    "opponent risk".split()
)


def _judging() -> str:
    """The words that judge, as alternatives of a pattern."""
    scales = (claim_words().nouns, claim_words().adjectives)
    found = {word for scale in scales for stance in (Stance.NEGATIVE, Stance.POSITIVE) for word in scale[stance]}
    return "|".join(sorted(map(re.escape, found - _COMMON), reverse=True))


CUES = re.compile(
    r"\b(?:critici\w+|condemn\w*|denounc\w+|deplor\w+|decr(?:y|ied)|accus\w+|blam\w+|slam\w*|complain\w*|concern\w*|"
    r"disappoint\w*|dismay\w*|outrag\w+|object\w*|welcom\w+|prais\w+|hail\w*|commend\w*|applaud\w*|appreciat\w+|"
    r"thaw\w*|rapprochement|deteriorat\w+|soured|souring|signals?|seeks? to|"
    r"(?:trying|seeking|efforts?) to|faces?|missed|"
    r"regard(?:s|ed)|perceiv\w+|portray\w*|with (?:skepticism|scepticism|suspicion)|concerned|worried|alarmed|wary|"
    r"(?:is|are|remains?|become|becoming|grown|as|an?) (?:[\w'’-]+ ){0,3}?(?:" + _judging() + r")|"
    r"(?:[Rr]elations?|[Tt]ies|[Rr]elationship) (?:\w+ ){0,5}(?:is|are|was|were|has|have|remains?))\b"
)
_COPULAS = frozenset("be remain become seem appear look stay feel prove".split())
_FEELING_PREPOSITIONS = ("about", "with", "at", "over", "by", "of", "toward", "towards")
_TRYING = frozenset("try seek attempt strive aim want".split())
_JUDGED = frozenset(
    "policy diplomacy strategy approach relation relationship tie partnership alliance cooperation "
    "dialogue move decision act action step behaviour behavior "
    "stance posture attitude conduct statement remark visit claim demand rise rhetoric signal handling "
    "response treatment diplomacy "
    "development expansion pressure influence leader leadership government administration regime side "
    "country presence activity".split()
)
_OPPOSITE = {Stance.POSITIVE: Stance.NEGATIVE, Stance.NEGATIVE: Stance.POSITIVE}
_FLAT = frozenset(
    "strong close good better bad peaceful fair sound new stable solid cold weak positive negative poor "
    "low test problem progress ally success "
    "risk ambiguous costly".split()
)  # tell a stance of a relation alone, or with more words
# adjectives that name a kind of policy before they judge it
_FORMULAIC = frozenset(
    "peaceful constructive friendly unilateral bilateral historic complex independent mixed inclusive "
    "successful better effective complicated".split()
)
_JUDGING = {"ACCUSE": Stance.NEGATIVE, "SUPPORT": Stance.POSITIVE}  # events that are judgements, where their words are
_ACTS = {
    Stance.NEGATIVE: frozenset(
        "criticise criticize condemn denounce deplore decry accuse blame slam blast rebuke castigate lambast concern "
        "disappointment dismay outrage complain object criticism condemnation displeasure lament assail deride".split()
    ),
    Stance.POSITIVE: frozenset(
        "welcome praise hail commend applaud laud salute compliment appreciate appreciation admire".split()
    ),
}
_SPARED = frozenset("spare spar".split())  # spaCy takes "spares" for a form of "spar"


@dataclass(frozen=True, slots=True)
class _Judgement:
    """A stance and its object.

    Attributes:
        trigger: the word that tells the stance.
        clause: the verb in whose voice it is told.
        about: slots of whom it is about.
        holder: the noun for who takes the stance, where the words say so; else it is the clause's speaker.
    """

    trigger: Token
    clause: Token
    stance: Stance
    about: Sequence[int]
    holder: Token | None = None


def find_assessments(sentence: ReadSentence) -> Iterator[Claim]:
    """The assessments of a sentence, in order; one a clause."""
    told: set[int] = set()
    for token in sentence.parsed.doc:
        for find in (_view, _feeling, _judgement, _movement, _conduct, _sign, _epithet):
            judgement = find(sentence, token)
            if judgement is None or judgement.clause.i in told:
                continue
            claim = _claim(sentence, judgement)
            if claim is not None:
                told.add(judgement.clause.i)
                yield claim
    yield from _acts_of_judgement(sentence, told)


def _acts_of_judgement(sentence: ReadSentence, told: Collection[int]) -> Iterator[Claim]:
    """What one party says of another where saying so is the act: "condemned the launch", "welcomed Seoul's plan"."""
    done: set[tuple[int, str]] = set()
    for event in sentence.events:
        stance = _JUDGING.get(event.root) if event.modality is Modality.HAPPENED else None
        about = tuple(dict.fromkeys(party for one in event.recipients if (party := party_of(one.actor))))
        token = head_at(sentence, event.evidence.trigger)
        if stance is None or not about or token is None or token.lemma_.lower() not in _ACTS[stance]:
            continue
        clause = clause_of(token)
        speaker = event.actors[0].actor
        if clause.i in told or (clause.i, speaker.id) in done:
            continue
        done.add((clause.i, speaker.id))
        evidence = evidence_of(sentence, token)
        yield Claim(
            id=record_id(evidence, ClaimKind.ASSESSMENT, speaker.id),
            evidence=evidence,
            kind=ClaimKind.ASSESSMENT,
            speaker=speaker,
            about=about,
            stance=stance,
            text=claim_text(sentence, claim_tokens(clause)),
        )


def _claim(sentence: ReadSentence, judgement: _Judgement) -> Claim | None:
    about = parties_in(sentence, judgement.about)
    voice = _voice(sentence, judgement)
    if not about or voice is None or not _is_told(judgement.clause):
        return None
    evidence = evidence_of(sentence, judgement.trigger)
    return Claim(
        id=record_id(evidence, ClaimKind.ASSESSMENT),
        evidence=evidence,
        kind=ClaimKind.ASSESSMENT,
        speaker=voice.speaker,
        about=about,
        stance=judgement.stance,
        text=claim_text(sentence, claim_tokens(judgement.clause, voice.frame)),
        hedge=voice.hedge,
    )


def _voice(sentence: ReadSentence, judgement: _Judgement) -> Voice | None:
    if judgement.holder is None:
        return voice_of(sentence, judgement.clause)
    speaker = speaker_named(sentence, judgement.holder)
    return Voice(speaker, None, frozenset()) if speaker is not None else None


def _is_told(verb: Token) -> bool:
    """Whether a clause tells what is so: no question, condition, purpose or wish."""
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether", "though") for child in verb.children):
        return False
    if any(child.dep_ == "aux" and child.tag_ in ("MD", "TO") for child in verb.children):
        return False
    return modality_of(verb, verb) in (Modality.HAPPENED, Modality.NEGATED, None)


def _judgement(sentence: ReadSentence, token: Token) -> _Judgement | None:
    """ "X is a threat", "their ties are mutually beneficial"."""
    copula = token.head
    while token.dep_ == "conj" and copula.dep_ == "conj":
        copula = copula.head
    if token.dep_ not in ("attr", "acomp") or copula.lemma_ not in _COPULAS:
        return None
    doer = own_subject(copula) or subject(copula)
    if doer is None or doer.dep_ == "csubj":
        return None
    about = _judged(sentence, doer)
    if not about:
        return None
    stance, word = _stance(token, relation=doer.lemma_.lower() in claim_words().relation)
    if stance is None:
        return None
    if is_negated(copula):
        stance = _OPPOSITE.get(stance, stance)
    others = [
        slot
        for obj in preposition_objects(token, ("for", "to", "toward", "towards", "with", "of"))
        for slot in direct_slots(sentence.parsed, obj)
    ]
    return _Judgement(word, copula, stance, [*about, *others])


def _stance(word: Token, relation: bool) -> tuple[Stance | None, Token]:
    """The stance of a predicate noun or adjective: its modifiers' before its own."""
    found: list[tuple[Stance, Token]] = []
    for part in conjuncts(word):
        modifiers = [one for child in part.children if child.dep_ in ("amod", "compound") for one in conjuncts(child)]
        told = [pair for one in modifiers if (pair := _of(one, claim_words().adjectives, relation)) is not None]
        scale = claim_words().nouns if part.pos_ in ("NOUN", "PROPN") else claim_words().adjectives
        own = _of(part, scale, relation)
        found += told or ([own] if own is not None else [])
    if len({stance for stance, _ in found}) > 1:
        return Stance.MIXED, found[0][1]
    return found[0] if found else (None, word)


def _of(word: Token, scale: Scale, relation: bool) -> tuple[Stance, Token] | None:
    """The stance of one word; none where it is denied, or tells a stance of relations alone and is not told of one."""
    lemma = word.lemma_.lower()
    if not relation and lemma in _FLAT:
        return None
    stance = stance_in(scale, lemma) or stance_in(scale, word.lower_)
    if stance is None or any(
        child.dep_ == "neg" or child.lower_ in ("no", "hardly", "less") for child in word.children
    ):
        return None
    return stance, word


def _judged(sentence: ReadSentence, noun: Token) -> list[int]:
    """The slots that a judgement on a noun is about: the states it names, or whose relation or conduct it is."""
    parsed = sentence.parsed
    direct = direct_slots(parsed, noun)
    if direct:
        return direct
    lemma = noun.lemma_.lower()
    if lemma not in _JUDGED and lemma not in claim_words().relation:
        return []
    own = possessor_slots(parsed, noun) or modifier_slots(parsed, noun)
    for obj in preposition_objects(noun, ("between", "of", "with", "among", "toward", "towards", "to", "by")):
        own = own + deep_slots(parsed, obj, depth=1)
    if not own and noun.lower_ in ("relations", "ties", "relationship"):
        return []
    return own


def _view(sentence: ReadSentence, token: Token) -> _Judgement | None:
    """ "X regards Y as a rival", "views it with suspicion", "called it a provocation"."""
    words = claim_words()
    if token.pos_ != "VERB" or token.lemma_.lower() not in words.viewing or is_negated(token):
        return None
    passive = is_passive(token)
    upon = (
        subject(token)
        if passive
        else next((child for child in token.children if child.dep_ in ("dobj", "nsubj") and child.i > token.i), None)
    )
    small = next(
        (
            child
            for child in token.children
            if child.dep_ == "ccomp"
            and child.i > token.i
            and not any(c.dep_ in ("mark", "aux") for c in child.children)
        ),
        None,
    )
    holder = next(preposition_objects(token, ("by",)), None) if passive else subject(token)
    stance, word = _behind(token)
    if stance is None and small is not None:  # "called it a mistake", parsed as a clause without a verb
        upon = own_subject(small) or upon
        stance, word = _stance(small, relation=True) if small.pos_ in ("NOUN", "ADJ", "PROPN") else (None, token)
    if stance is None or upon is None or holder is None:
        return None
    about = _judged(sentence, upon) or deep_slots(sentence.parsed, upon)
    if not about or set(about) & set(direct_slots(sentence.parsed, holder)):
        return None
    clause = token
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children):
        clause = next((one for one in token.ancestors if one.pos_ == "VERB"), token)
        if clause.lemma_ not in _TRYING | _SPARED | {"continue", "tend", "like"}:
            return None
    return _Judgement(word, clause, stance, about, None if holder.lower_ in ("i", "we") else holder)


def _behind(verb: Token) -> tuple[Stance | None, Token]:
    """The stance that a verb of viewing takes: behind "as", as its complement, behind "with" or "in ... light"."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.lower_ == "as" and child.dep_ in ("prep", "mark"):
            for one in child.children:
                if one.dep_ in ("pobj", "amod", "pcomp", "acomp"):
                    stance, word = _stance(one, relation=True)
                    if stance is not None:
                        return stance, word
        if child.dep_ == "oprd":
            stance, word = _stance(child, relation=True)
            if stance is not None:
                return stance, word
        if child.dep_ == "prep" and child.lower_ in ("with", "in"):
            for one in child.children:
                stance = stance_in(claim_words().manner, one.lemma_.lower()) if one.dep_ == "pobj" else None
                if one.dep_ == "pobj" and one.lemma_ in ("light", "term", "way"):
                    stance, _ = _stance(one, relation=True)
                if stance is not None:
                    return stance, one
    for one in verb.subtree:  # the parser hangs "with suspicion" on the nearest verb
        stance = stance_in(claim_words().manner, one.lemma_.lower())
        if stance is not None and one.dep_ == "pobj" and one.head.lower_ == "with" and one.i > verb.i:
            return stance, one
    return None, verb


def _feeling(sentence: ReadSentence, token: Token) -> _Judgement | None:
    """ "X is concerned about Y's plans"."""
    stance = stance_in(claim_words().feelings, token.lower_)
    if stance is None or token.pos_ not in ("ADJ", "VERB"):
        return None
    clause = token.head if token.dep_ == "acomp" else token
    holder = subject(clause)
    if holder is None or is_negated(clause) or not direct_slots(sentence.parsed, holder):
        return None
    about = [
        slot
        for obj in preposition_objects(token, _FEELING_PREPOSITIONS)
        for slot in slots_below(sentence, obj)
        if slot in near_slots(sentence, clause)
    ]
    return _Judgement(token, clause, stance, about, holder) if about else None


def _movement(sentence: ReadSentence, token: Token) -> _Judgement | None:
    """ "ties between X and Y have soured", "their relations are improving"."""
    if token.pos_ not in ("VERB", "AUX") or is_negated(token):
        return None
    doer = own_subject(token)
    if doer is None or doer.lemma_.lower() not in claim_words().relation:
        return None
    stance = stance_in(claim_words().movement, token.lemma_.lower()) or _state_of(token)
    if stance is None or doer.lemma_.lower() not in claim_words().relation:
        return None
    if doer.lemma_.lower() in (
        "tension",
        "friction",
        "rivalry",
        "competition",
        "hostility",
        "confrontation",
        "animosity",
    ):
        return None
    about = _judged(sentence, doer)
    return _Judgement(token, token, stance, about) if len(parties_in(sentence, about)) > 1 else None


def _state_of(verb: Token) -> Stance | None:
    """What a relation has come to: "are at their lowest", "entered a dangerous phase"."""
    if verb.lemma_ in ("enter", "reach", "hit"):
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        return next((stance for one in objects if (stance := _stance(one, relation=True)[0]) is not None), None)
    if verb.lemma_ in ("be", "remain", "stand"):
        low = any(
            one.lower_ in ("low", "lowest", "nadir")
            for prep in verb.children
            if prep.lower_ == "at"
            for one in prep.subtree
        )
        return Stance.NEGATIVE if low else None
    return None


def _conduct(sentence: ReadSentence, token: Token) -> _Judgement | None:
    """ "X is trying to contain Y", "X seeks to isolate Y", "X spares no effort to smear Y"."""
    stance = stance_in(claim_words().deeds, token.lemma_.lower())
    if stance is None or token.pos_ != "VERB" or is_negated(token):
        return None
    clause = token
    if token.dep_ in ("xcomp", "advcl", "acl"):
        clause = next(
            (one for one in token.ancestors if one.pos_ in ("VERB", "AUX") and one.dep_ not in ("xcomp",)), token
        )
        if clause.lemma_ not in _TRYING and clause.lemma_ not in _SPARED:
            return None
    elif token.tag_ not in ("VBZ", "VBP") and not any(
        child.dep_ == "aux" and child.lemma_ in ("be", "have") for child in token.children
    ):
        return None
    if is_passive(token):
        return None
    doer = subject(clause)
    if doer is None or not direct_slots(sentence.parsed, doer):
        return None
    upon = [slot for child in token.children if child.dep_ == "dobj" for slot in deep_slots(sentence.parsed, child)]
    if not upon:
        return None
    return _Judgement(token, clause, stance, [*direct_slots(sentence.parsed, doer), *upon])


def _epithet(sentence: ReadSentence, token: Token) -> _Judgement | None:
    """ "X's self-contradictory policy", "the thaw between X and Y"."""
    words, lemma = claim_words(), token.lemma_.lower()
    clause = next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), None)
    if token.pos_ != "NOUN" or clause is None:
        return None
    if lemma in words.relation and (stance := stance_in(words.nouns, lemma)) is not None:
        about = _judged(sentence, token)
        return _Judgement(token, clause, stance, about) if len(parties_in(sentence, about)) > 1 else None
    owners = possessor_slots(sentence.parsed, token)
    if lemma not in _JUDGED or not owners:
        return None
    for child in token.children:
        low = child.lower_
        stance = stance_in(words.adjectives, low) if child.dep_ == "amod" and low not in _FLAT else None
        if stance is not None and low not in _FORMULAIC:
            return _Judgement(child, clause, stance, owners)
    return None


def _sign(sentence: ReadSentence, token: Token) -> _Judgement | None:
    """ "X sends a confusing signal", "X faces isolation", "X has missed an opportunity"."""
    words = claim_words()
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or token.dep_ not in ("dobj", "conj"):
        return None
    verb = token.head if token.head.pos_ == "VERB" else token.head.head
    if verb.pos_ != "VERB" or is_negated(verb):
        return None
    stance = None
    if verb.lemma_ in ("send", "give", "convey") and lemma in words.sent:
        stance, _ = _stance(token, relation=True)
        if stance is None:
            inner = [one for child in token.children if child.dep_ == "amod" for one in child.subtree]
            stance = next((found for one in inner if (found := stance_in(words.adjectives, one.lower_))), None)
    elif (verb.lemma_ == "face" and lemma in words.faced) or (
        verb.lemma_ in ("miss", "squander", "waste") and lemma in words.missed
    ):
        stance = Stance.NEGATIVE
    doer = subject(verb)
    if stance is None or doer is None:
        return None
    about = _judged(sentence, doer)
    if not about and verb.dep_ == "relcl":
        about = near_slots(sentence, verb.head)
    return _Judgement(token, verb, stance, about) if about else None
