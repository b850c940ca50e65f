"""Frames laid on a parse: which trigger relates which slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding.arguments import (
    conjuncts,
    deep_slots,
    direct_slots,
    is_passive,
    modifier_slots,
    objects,
    possessor_slots,
    preposition_objects,
    subject,
    unique,
)
from detente.coding.blind import SlotForm
from detente.coding.parse import Parse
from detente.knowledge.frames import Frame, adjective_frames, noun_frames, verb_frames
from detente.knowledge.plover import quad

if TYPE_CHECKING:
    from spacy.tokens import Token

_DIRECT, _DEEP, _NOMINAL, _HALF = (
    0.9,
    0.75,
    0.7,
    0.5,
)  # confidence by how close the parties stand; ordinal, not calibrated
_MEASURES = frozenset(
    "million billion trillion dollar yen yuan euro pound won ton tonne dose package series round batch worth lot form "
    "number set range kind type amount total".split()
)
_UNDERGO = frozenset("draw face receive attract spark provoke prompt trigger elicit suffer encounter meet".split())
_JOINT = frozenset(
    [
        "joint",
        "combined",
        "bilateral",
        "trilateral",
        "multilateral",
        "quadrilateral",
        "multinational",
        "together",
        "jointly",
    ]
)
_BROUGHT = frozenset(
    [
        "during",
        "on",
        "in",
        "after",
        "following",
        "at",
        "since",
        "upon",
        "amid",
        "through",
        "with",
        "by",
        "despite",
    ]
)
_FORMS = {
    "person": {SlotForm.PERSON, SlotForm.ANAPHOR},
    "group": {SlotForm.GROUP, SlotForm.ANAPHOR},
    "name": {SlotForm.NAME},
}


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that found its parties.

    Attributes:
        anchor: the word whose place in the sentence sets modality and date: the trigger's verb.
        used: nouns that belong to the match and are no triggers of their own.
    """

    frame: Frame
    trigger: Token
    anchor: Token
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    confidence: float
    used: tuple[int, ...] = ()


def find_matches(parse: Parse) -> list[Match]:
    """All matches of a sentence: of each word the most specific one, words inside another match left out."""
    matches = [
        match for token in parse.doc if token.i not in parse.inside for match in _matches_at(parse, token)
    ]
    used = {token for match in matches for token in match.used}
    return [match for match in matches if match.trigger.i not in used or match.trigger.i in match.used]


def find_half_matches(parse: Parse, source: int | None, target: int | None) -> list[Match]:
    """Frames of which one side stands where it should; the other side is taken on trust."""
    found: list[Match] = []
    for token in parse.doc:
        if token.i in parse.inside or token.pos_ not in ("VERB", "NOUN", "AUX"):
            continue
        verbal = token.pos_ != "NOUN"
        frames = frames_of_verb(token) if verbal else noun_frames().get(token.lemma_.lower(), ())
        for frame in frames:
            held = [obj for obj in objects(token) if _object_fits(obj, frame)] if frame.object else []
            if frame.object and not held:
                continue
            if verbal:
                actors = _actors_of_verb(parse, token)
                targets = _targets_of_verb(parse, token, frame, held)[0]
            else:
                anchor, lent = _support(parse, token, frame)
                actors = [*_actors_of_noun(parse, token, frame), *lent]
                targets = _targets_of_noun(parse, token, frame, anchor)
            acts, suffers = source in actors, target in targets
            if acts or suffers:
                ends = (source if source is not None else -1, target if target is not None else -1)
                confidence = (
                    (_HALF + 0.05 * bool(frame.object)) * (1 if acts else 0.8) / (1 + 0.1 * _depth(token))
                )
                found.append(Match(frame, token, token, ends[:1], ends[1:], confidence))
    return found


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _matches_at(parse: Parse, token: Token) -> Iterator[Match]:
    if token.pos_ in ("VERB", "AUX"):
        yield from _best(match_verb(parse, token, frame) for frame in frames_of_verb(token))
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _best(
            match_noun(parse, token, frame) for frame in noun_frames().get(token.lemma_.lower(), ())
        )
    elif token.pos_ == "ADJ":
        yield from _best(
            _match_adjective(parse, token, frame) for frame in adjective_frames().get(token.lower_, ())
        )


def _best(matches: Iterator[Match | None]) -> Iterator[Match]:
    """The most specific match: with an object named, then with a preposition, then any."""
    found = [match for match in matches if match is not None]
    if found:
        yield max(
            found,
            key=lambda match: (match.frame.joint, bool(match.frame.object),
                bool(match.frame.near),
                bool(match.frame.prep),
                match.confidence,
            ),
        )


def frames_of_verb(token: Token) -> tuple[Frame, ...]:
    """Frames of a verb, those with its particle first."""
    table = verb_frames()
    lemma = token.lemma_.lower()
    found: list[Frame] = []
    for child in token.children:
        if child.dep_ in ("prt", "advmod", "prep", "acomp", "npadvmod"):
            found += table.get(f"{lemma} {child.lower_}", ())
    return (*found, *table.get(lemma, ()))


def match_verb(parse: Parse, verb: Token, frame: Frame) -> Match | None:
    """A verb's frame laid on its clause; None where a party is missing."""
    held = [obj for obj in objects(verb) if _object_fits(obj, frame)] if frame.object else []
    if frame.object and not held:
        return None
    if frame.joint and not _is_joint(verb, held):
        return None
    if (
        frame.prep
        and not any(True for _ in preposition_objects(verb, frame.prep))
        and not any(True for obj in held for _ in preposition_objects(obj, frame.prep))
    ):
        return None
    if frame.near and not _near(verb, frame.near):
        return None
    if frame.clause or frame.no_clause:
        governs = any(child.dep_ in ("xcomp", "ccomp") for child in verb.children)
        if governs is frame.no_clause:
            return None
    targets, confidence = _targets_of_verb(parse, verb, frame, held)
    sources = _actors_of_verb(parse, verb)
    if held and not sources and is_passive(verb):  # "Japan's ban on it was lifted"
        sources = unique(slot for obj in held for slot in possessor_slots(parse, obj))
    if not _quad_fits(parse, verb, frame):
        return None
    trigger = held[0] if held and frame.contact else verb
    used = tuple(part.i for obj in held for part in conjuncts(obj))
    return _joined(parse, frame, trigger, verb, sources, targets, confidence, used)


def _actors_of_verb(parse: Parse, verb: Token) -> list[int]:
    if is_passive(verb):
        return unique(slot for obj in preposition_objects(verb, ("by",)) for slot in direct_slots(parse, obj))
    actor = subject(verb)
    return direct_slots(parse, actor) if actor is not None else []


def _object_fits(obj: Token, frame: Frame) -> bool:
    return any(part.lemma_.lower() in frame.object for part in _heads(obj))


def _heads(obj: Token) -> Iterator[Token]:
    """The nouns that an object is: "$10 million in aid" and "a package of loans" are aid and loans."""
    for part in conjuncts(obj):
        yield part
        if part.like_num or part.ent_type_ == "MONEY" or part.lemma_.lower() in _MEASURES:
            yield from preposition_objects(part, ("in", "of"))
            yield from (inner for outer in preposition_objects(part, ("in", "of")) for inner in conjuncts(outer))


def _is_joint(verb: Token, held: list[Token]) -> bool:
    near = [child for obj in held for child in obj.subtree] + list(verb.children)
    return any(token.lower_ in _JOINT or token.lower_ == "with" for token in near) or _plural_subject(verb)


def _plural_subject(verb: Token) -> bool:
    actor = subject(verb)
    return actor is not None and sum(1 for _ in conjuncts(actor)) > 1


def _near(token: Token, words: frozenset[str]) -> bool:
    return any(other.lower_ in words for other in token.subtree) or any(
        child.lower_ in words for child in token.children
    )


def _targets_of_verb(parse: Parse, verb: Token, frame: Frame, held: list[Token]) -> tuple[list[int], float]:
    """The recipient from the first place that names one, with the confidence that place deserves."""
    events = noun_frames()
    for place in frame.target:
        if place == "obj":
            found = unique(slot for obj in objects(verb) for slot in direct_slots(parse, obj))
            found += [] if found or frame.persons else _datives(parse, verb)
            if _kinds_fit(parse, found, frame) and found:
                return found, _DIRECT
            if not frame.target_kinds and (not frame.contact or frame.contact == "visit"):
                found = unique(slot for obj in objects(verb) for slot in deep_slots(parse, obj, events))
                if found:
                    return found, _DEEP
        elif place == "dative":
            if found := _datives(parse, verb):
                return found, _DIRECT
        elif place == "object":
            found = unique(slot for obj in held for slot in deep_slots(parse, obj))
            if found:
                return found, _DEEP
        elif place == "complement":
            if found := _complement_targets(parse, verb):
                return found, _DEEP
        elif place == "purpose":
            if found := _purpose_targets(parse, verb):
                return found, _DEEP
        elif place == "that":
            if found := _clause_subjects(parse, verb):
                return found, _DEEP
        elif found := _behind(parse, verb, held, place.removesuffix("_to"), frame):
            return found, _DIRECT if not held else _DEEP
    return [], _DEEP


def _behind(parse: Parse, verb: Token, held: list[Token], preposition: str, frame: Frame) -> list[int]:
    for governor in (verb, *held):
        for obj in preposition_objects(governor, (preposition,)):
            found = direct_slots(parse, obj)
            if not found and not (frame.both and frame.contact):
                found = deep_slots(parse, obj, noun_frames())
            if found and _kinds_fit(parse, found, frame):
                return found
    return []


def _datives(parse: Parse, verb: Token) -> list[int]:
    return unique(
        slot for child in verb.children if child.dep_ == "dative" for slot in direct_slots(parse, child)
    )


def _kinds_fit(parse: Parse, slots: list[int], frame: Frame) -> bool:
    forms = {parse.sentence.slots[slot].form for slot in slots}
    if frame.persons and not forms & {SlotForm.PERSON, SlotForm.ANAPHOR}:
        return False
    allowed = {form for kind in frame.target_kinds for form in _FORMS[kind]}
    return not allowed or forms <= allowed


def _complements(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp"):
            yield child
        elif child.dep_ == "prep":
            yield from (inner for inner in child.children if inner.dep_ == "pcomp")


def _complement_targets(parse: Parse, verb: Token) -> list[int]:
    """The recipients of the clause that a verb governs: of its own frame, else its objects."""
    for clause in _complements(verb):
        for frame in frames_of_verb(clause):
            match = match_verb(parse, clause, frame)
            if match is not None:
                return list(match.targets or match.sources)
        found = unique(slot for obj in objects(clause) for slot in deep_slots(parse, obj, noun_frames()))
        found = found or unique(
            slot
            for obj in preposition_objects(clause, ("with", "to", "against", "from", "on"))
            for slot in direct_slots(parse, obj)
        )
        if found:
            return found
    return []


def _purpose_targets(parse: Parse, verb: Token) -> list[int]:
    """Whom an act is meant for: "in order to attract Chinese tourists"."""
    clauses = [clause for noun in (verb, *objects(verb)) for clause in noun.children if clause.dep_ in ("advcl", "acl")]
    return unique(
        slot
        for clause in clauses
        if any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)
        for obj in objects(clause)
        for slot in deep_slots(parse, obj)
    )


def _clause_subjects(parse: Parse, verb: Token) -> list[int]:
    found: list[int] = []
    for clause in _complements(verb):
        actor = subject(clause)
        if actor is not None and actor.head == clause:
            found += direct_slots(parse, actor)
    return found


def _quad_fits(parse: Parse, verb: Token, frame: Frame) -> bool:
    if not frame.only_quad and not frame.not_quad:
        return True
    quads = {quad(inner.root) for clause in _complements(verb) for inner in frames_of_verb(clause)}
    return bool(quads & frame.only_quad) if frame.only_quad else not quads & frame.not_quad


def match_noun(parse: Parse, noun: Token, frame: Frame) -> Match | None:
    """A noun's frame laid on its phrase and the verb that carries it."""
    if frame.near and not _near(noun, frame.near) and noun.lemma_.lower() not in frame.near:
        return None
    own = _actors_of_noun(parse, noun, frame)
    anchor, lent = _support(parse, noun, frame)
    targets = _targets_of_noun(parse, noun, frame, anchor) or _undergoers(parse, noun, frame)
    if frame.joint and not _is_joint(noun, [noun]) and len({*own, *lent, *targets}) < 2:
        return None
    if not own and noun.dep_ == "dobj" and noun.head.lemma_ in _UNDERGO:
        own = unique(slot for obj in preposition_objects(noun.head, ("from",)) for slot in direct_slots(parse, obj))
    if frame.both:
        sources = unique([*own, *lent])
        if frame.joint and len(unique([*sources, *targets])) < 2:
            return None
    else:
        sources = own or lent
    sources = [slot for slot in sources if slot not in targets] if not frame.both else sources
    if frame.needs_target and not targets:
        return None
    if not own and _is_known_already(noun):
        return None
    if not frame.needs_target and not frame.both and not targets:
        return None
    return _joined(parse, frame, noun, anchor, sources, targets, _NOMINAL if own else _DEEP)


def _is_known_already(noun: Token) -> bool:
    """ "during the talks": words that point back to a happening told before."""
    return noun.dep_ == "pobj" and any(
        child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those") for child in noun.children
    )


def _actors_of_noun(parse: Parse, noun: Token, frame: Frame) -> list[int]:
    found: list[int] = []
    for place in frame.actor:
        if place == "poss":
            found += possessor_slots(parse, noun)
        elif place in ("adj", "compound"):
            slots = [slot for slot in modifier_slots(parse, noun) if slot not in found]
            found += slots if frame.both or not found else []
        else:
            for obj in preposition_objects(noun, (place,)):
                found += direct_slots(parse, obj)
            for child in noun.children:
                if place == "by" and child.dep_ == "acl" and child.tag_ == "VBN":
                    found += [
                        slot
                        for obj in preposition_objects(child, ("by",))
                        for slot in direct_slots(parse, obj)
                    ]
        if found and not frame.both:
            break
    return unique(found)


def _targets_of_noun(parse: Parse, noun: Token, frame: Frame, anchor: Token) -> list[int]:
    governors = [noun] if anchor is noun or anchor.lemma_ not in frame.support else [noun, anchor]
    for place in frame.target:
        for governor in governors:
            for obj in preposition_objects(governor, (place,)):
                found = direct_slots(parse, obj)
                if not found and not frame.both:
                    found = deep_slots(parse, obj, noun_frames())
                if found:
                    return found
    return []


def _undergoers(parse: Parse, noun: Token, frame: Frame) -> list[int]:
    """Whose act "drew criticism": the recipients of a noun whose verb has its subject undergo it."""
    verb = noun.head
    if frame.both or noun.dep_ != "dobj" or verb.lemma_ not in _UNDERGO:
        return []
    undergoer = subject(verb)
    return deep_slots(parse, undergoer, noun_frames()) if undergoer is not None else []


def _support(parse: Parse, noun: Token, frame: Frame) -> tuple[Token, list[int]]:
    """The verb that carries a noun of event, and the slots that it lends it as actors."""
    top = noun
    while top.dep_ == "conj":
        top = top.head
    governor = top.head
    if top.dep_ in ("dobj", "nsubjpass", "attr") and governor.lemma_.lower() in frame.support:
        return governor, _actors_of_verb(parse, governor)
    if top.dep_ in ("dobj", "attr") and governor.dep_ == "acl" and governor.lemma_.lower() in frame.support:
        return governor, _actors_of_verb(parse, governor)
    if top.dep_ == "pobj" and governor.dep_ == "prep":
        verb = governor.head
        if verb.pos_ in ("VERB", "AUX"):
            if verb.lemma_.lower() in frame.support:
                return verb, _actors_of_verb(parse, verb)
            if frame.contact and governor.lower_ in _BROUGHT and not _actors_of_noun(parse, noun, frame):
                return verb, _actors_of_verb(parse, verb)
    if top.dep_ in ("nsubj", "nsubjpass") and governor.pos_ in ("VERB", "AUX"):
        return governor, []
    return noun, []


def _match_adjective(parse: Parse, adjective: Token, frame: Frame) -> Match | None:
    copula = adjective.head
    if adjective.dep_ not in ("acomp", "xcomp", "conj", "oprd") or copula.pos_ not in ("VERB", "AUX"):
        return None
    actor = subject(copula)
    sources = direct_slots(parse, actor) if actor is not None else []
    for place in frame.target:
        for obj in preposition_objects(adjective, (place,)):
            if targets := deep_slots(parse, obj, noun_frames()):
                return _joined(parse, frame, adjective, copula, sources, targets, _DEEP)
    return None


def _joined(
    parse: Parse,
    frame: Frame,
    trigger: Token,
    anchor: Token,
    sources: list[int],
    targets: list[int],
    confidence: float,
    used: tuple[int, ...] = (),
) -> Match | None:
    """The match as the frame wants its parties: one-sided, or both sides together."""
    targets = [slot for slot in targets if slot not in sources]
    together = frame.both is True or (frame.both == "subject" and not targets)
    if together:
        everyone = unique([*sources, *targets])
        several = len(everyone) > 1 or any(parse.sentence.slots[slot].plural for slot in everyone)
        return Match(frame, trigger, anchor, tuple(everyone), (), confidence, used) if several else None
    if not sources or not targets:
        return None
    return Match(frame, trigger, anchor, tuple(sources), tuple(targets), confidence, used)
