"""Frames of nouns of event laid on their phrases and the verbs that carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.arguments import (
    deep_slots,
    direct_slots,
    is_passive,
    modifier_slots,
    objects,
    own_subject,
    possessor_slots,
    preposition_objects,
    subject,
    times_and_places,
    unique,
)
from detente.coding.parse import Parse
from detente.knowledge.frames import Frame, noun_frames
from detente.records import ContactKind

if TYPE_CHECKING:
    from spacy.tokens import Token


from detente.coding.match import DEEP, NOMINAL, Match, is_joint, joined, stands_near
from detente.coding.verb_clauses import actors_of_verb, frames_of_verb, kinds_fit

_UNDERGO = frozenset("draw face receive attract spark provoke prompt trigger elicit suffer encounter meet".split())
_ROUNDS = frozenset("round series string spate raft slew set wave package".split())  # "held a round of talks"
# Verbs whose subject makes the visit that they speak of: "followed with a trip to", "was rewarded with a visit to".
_LENDING = frozenset(
    "follow reward choose pick crown cap combine squeeze fit add resume interrupt cut mark reciprocate respond".split()
)
_INVOLVING = frozenset("involve include bring feature gather see".split())
_CHANNELS = frozenset({"by", "over", "via"})
_BROUGHT = frozenset("for during on in after following at since".split())


def match_noun(parse: Parse, noun: Token, frame: Frame) -> Match | None:
    """A noun's frame laid on its phrase and the verb that carries it."""
    if frame.near and not stands_near(noun, frame.near) and noun.lemma_.lower() not in frame.near:
        return None
    if frame.contact is ContactKind.CALL and (verb := _done_by_it(noun)) is not None:
        return joined(parse, frame, noun, verb, actors_of_verb(parse, verb), _people_told(parse, verb), DEEP)
    own = actors_of_noun(parse, noun, frame)
    anchor, lent = find_support(parse, noun, frame)
    targets = targets_of_noun(parse, noun, frame, anchor) or _undergoers(parse, noun, frame)
    if frame.contact and noun.tag_ in ("NNP", "NNPS") and anchor is noun:
        return None  # the name of a forum, not a session of it
    if frame.joint and not is_joint(noun, [noun]) and len({*own, *lent, *targets}) < 2:
        return None
    if not own and noun.dep_ == "dobj" and noun.head.lemma_ in _UNDERGO:
        own = unique(slot for obj in preposition_objects(noun.head, ("from",)) for slot in direct_slots(parse, obj))
    if frame.both:
        sources = unique([*own, *lent]) or (_who_speaks(parse, noun, targets) if targets else [])
        if frame.joint and len(unique([*sources, *targets])) < 2:
            return None
    else:
        sources = own or lent
    sources = [slot for slot in sources if slot not in targets] if not frame.both else sources
    if frame.needs_target and not targets:
        return None
    if (not own and _is_known_already(noun)) or not kinds_fit(parse, sources, frame.source_kinds):
        return None
    if not frame.needs_target and not frame.both and not targets:
        return None
    return joined(parse, frame, noun, anchor, sources, targets, NOMINAL if own else DEEP)


def _done_by_it(noun: Token) -> Token | None:
    """The verb whose act goes by telephone: "urged restraint on him by telephone"; None where it is itself a call."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in _CHANNELS or verb.pos_ != "VERB":
        return None
    return verb if not any(frame.contact and not frame.placed for frame in frames_of_verb(verb)) else None


def _people_told(parse: Parse, verb: Token) -> list[int]:
    """The people whom a verb reaches: its objects, else those behind "on", "to" and "with"."""
    reached = [*objects(verb), *preposition_objects(verb, ("on", "to", "with"))]
    slots = unique(slot for noun in reached for slot in direct_slots(parse, noun))
    return [slot for slot in slots if kinds_fit(parse, [slot], ("person",))]


def _who_speaks(parse: Parse, noun: Token, others: list[int]) -> list[int]:
    """Whose "talks with" the others these are, where only those are named: the subject of the nearest clause above."""
    for verb in noun.ancestors:
        actor = subject(verb) if verb.pos_ in ("VERB", "AUX") else None
        found = [slot for slot in direct_slots(parse, actor) if slot not in others] if actor is not None else []
        if found:
            return found
    return []


def _is_known_already(noun: Token) -> bool:
    """ "during the talks": words that point back to a happening told before."""
    return noun.dep_ == "pobj" and any(
        child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those") for child in noun.children
    )


def actors_of_noun(parse: Parse, noun: Token, frame: Frame) -> list[int]:
    found: list[int] = []
    for place in frame.actor:
        if place == "poss":
            found += possessor_slots(parse, noun)
        elif place in ("adj", "compound"):
            slots = [slot for slot in modifier_slots(parse, noun) if slot not in found]
            found += slots if frame.both or not found else []
        else:
            for governor in (noun, *(times_and_places(parse, noun) if frame.contact else ())):
                for obj in preposition_objects(governor, (place,)):
                    found += direct_slots(parse, obj)
            for child in noun.children:
                if place == "by" and child.dep_ == "acl" and child.tag_ == "VBN":
                    found += [slot for obj in preposition_objects(child, ("by",)) for slot in direct_slots(parse, obj)]
        if found and not frame.both:
            break
    return unique(found)


def targets_of_noun(parse: Parse, noun: Token, frame: Frame, anchor: Token) -> list[int]:
    governors = [noun] if anchor is noun or anchor.lemma_ not in frame.support else [noun, anchor]
    strays = [stray for word in governors for stray in times_and_places(parse, word)] if frame.contact else []
    for place in frame.target:
        if place == "attr" and noun.dep_ == "nsubj" and anchor.lemma_ == "be":
            return unique(slot for one in anchor.children if one.dep_ == "attr" for slot in direct_slots(parse, one))
        for governor in (*governors, *(strays if place == "with" else ())):
            for obj in preposition_objects(governor, (place,)):
                found = direct_slots(parse, obj)
                if not kinds_fit(parse, found, frame.target_kinds):
                    found = []
                if not found and not frame.both:
                    found = deep_slots(parse, obj, noun_frames())
                if found:
                    return found
    if frame.contact and anchor is not noun and anchor.lemma_ in frame.support:  # "paid her a visit"
        return unique(
            slot for child in anchor.children if child.dep_ == "dative" for slot in direct_slots(parse, child)
        )
    return []


def _undergoers(parse: Parse, noun: Token, frame: Frame) -> list[int]:
    """Whose act "drew criticism": the recipients of a noun whose verb has its subject undergo it."""
    verb = noun.head
    if frame.both or noun.dep_ != "dobj" or verb.lemma_ not in _UNDERGO:
        return []
    undergoer = subject(verb)
    return deep_slots(parse, undergoer, noun_frames()) if undergoer is not None else []


def find_support(parse: Parse, noun: Token, frame: Frame) -> tuple[Token, list[int]]:
    """The verb that carries a noun of event, and the slots that it lends it as actors."""
    if (held := _held_in(noun, frame)) is not None:
        return held, actors_of_verb(parse, held)
    top = noun
    while top.dep_ == "conj":
        top = top.head
    if top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in _ROUNDS:
        top = top.head.head
    governor = top.head
    if top.dep_ in ("dobj", "nsubjpass", "attr") and governor.lemma_.lower() in frame.support:
        return governor, actors_of_verb(parse, governor)
    if top.dep_ in ("nsubj", "nsubjpass") and governor.pos_ in ("VERB", "AUX"):
        return governor, _involved(parse, governor) if frame.joint else []
    verb = governor
    if top.dep_ == "pobj" and governor.dep_ == "prep":
        verb = governor.head.head if governor.head.lower_ == "part" else governor.head  # "took part in"
    if verb.pos_ not in ("VERB", "AUX") or top.dep_ not in ("dobj", "pobj"):
        return noun, []
    if verb.lemma_.lower() in frame.support:
        return verb, actors_of_verb(parse, verb)
    if actors_of_noun(parse, noun, frame):
        return noun, []
    if top.dep_ == "pobj" and frame.contact and governor.lower_ in _BROUGHT:
        return verb, actors_of_verb(parse, verb)
    if frame.contact is ContactKind.VISIT and verb.lemma_ in _LENDING:
        visitor = subject(verb)
        return verb, direct_slots(parse, visitor) if visitor is not None else []
    return noun, []


def _held_in(noun: Token, frame: Frame) -> Token | None:
    """The verb of "the talks which A held with B", "the talks A had": a clause of the noun with its own subject."""
    for clause in noun.children:
        if clause.dep_ == "relcl" and clause.lemma_.lower() in frame.support and not is_passive(clause):
            own = own_subject(clause)
            if own is not None and own.lower_ not in ("which", "that", "who"):
                return clause
    return None


def _involved(parse: Parse, verb: Token) -> list[int]:
    """Who takes part: "the exercise involved American and Filipino troops"."""
    if verb.lemma_ not in _INVOLVING:
        return []
    return unique(slot for obj in objects(verb) for slot in deep_slots(parse, obj))


def match_adjective(parse: Parse, adjective: Token, frame: Frame) -> Match | None:
    copula = adjective.head
    if adjective.dep_ not in ("acomp", "xcomp", "conj", "oprd") or copula.pos_ not in ("VERB", "AUX"):
        return None
    actor = subject(copula)
    sources = direct_slots(parse, actor) if actor is not None else []
    for place in frame.target:
        for obj in preposition_objects(adjective, (place,)):
            if targets := deep_slots(parse, obj, noun_frames()):
                return joined(parse, frame, adjective, copula, sources, targets, DEEP)
    return None
