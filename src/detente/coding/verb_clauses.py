"""Frames of verbs laid on their clauses."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from detente.coding.arguments import (
    conjuncts,
    deep_slots,
    direct_slots,
    is_passive,
    objects,
    own_subject,
    possessor_slots,
    preposition_objects,
    subject,
    times_and_places,
    unique,
)
from detente.coding.blind import SlotForm
from detente.coding.parse import Parse
from detente.knowledge.frames import Frame, noun_frames, verb_frames
from detente.knowledge.plover import quad

if TYPE_CHECKING:
    from spacy.tokens import Token


from detente.coding.match import DEEP, DIRECT, HALF, Match, is_joint, joined, stands_near

_MEASURES = frozenset(
    (
        "million billion trillion dollar yen yuan euro pound won ton tonne dose package series round batch worth "
        "lot form number set range kind type amount total"
    ).split()
)
_CHANGES = frozenset("increase hike rise package measure round regime order curb restriction ban cut".split())
_AWAY = frozenset("ahead away back down forward further home off on out over through under up wrong too so".split())
_SCALES = frozenset({"thousand", "million", "billion"})
_PLACES = frozenset(
    "capital city town port island coast border region province prefecture state country base airport soil".split()
)
_FORMS = {
    "person": {SlotForm.PERSON, SlotForm.ANAPHOR},
    "group": {SlotForm.GROUP, SlotForm.ANAPHOR},
    "name": {SlotForm.NAME},
    "forum": {SlotForm.FORUM},
    "site": {SlotForm.NAME, SlotForm.PLACE},
}
_PEOPLE, _STATES = ("person",), ("name",)


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
    """A verb's frame laid on its clause; None where a condition fails or a party is missing."""
    held = [obj for obj in _measured(verb) if object_fits(obj, frame)] if frame.object else []
    if (frame.object and not held) or not _conditions_hold(verb, frame, held):
        return None
    if frame.agentless and held and is_passive(verb) and not parse.sentence.slots:
        return Match(frame, verb, verb, (), (), HALF)
    targets, confidence = targets_of_verb(parse, verb, frame, held)
    sources = _sources_of_verb(parse, verb, frame, held)
    if not kinds_fit(parse, sources, frame.source_kinds) or (frame.contact == "visit" and _are_many(parse, sources)):
        return None
    trigger = held[0] if held and frame.contact else verb
    used = tuple(part.i for obj in held for part in conjuncts(obj))
    return joined(parse, frame, trigger, verb, sources, targets, confidence, used)


def _measured(verb: Token) -> Iterator[Token]:
    """A verb's objects, and what it measures: "went the same way", "spent May 5 there", "was given an hour"."""
    yield from objects(verb)
    for child in verb.children:
        if child.dep_ == "npadvmod" or (child.dep_ == "dobj" and is_passive(verb)):
            yield child


def _conditions_hold(verb: Token, frame: Frame, held: list[Token]) -> bool:
    """Whether the clause has the words that a frame asks for besides its parties."""
    if frame.joint and not is_joint(verb, held):
        return False
    if frame.prep and not any(True for word in (verb, *held) for _ in preposition_objects(word, frame.prep)):
        return False
    if (frame.near and not stands_near(verb, frame.near)) or (frame.unless and stands_near(verb, frame.unless)):
        return False
    if frame.bare and _has_predicate(verb, frame):
        return False
    if frame.passive and (not is_passive(verb) or any(child.dep_ == "agent" for child in verb.children)):
        return False
    if frame.elliptic and any(_leads_away(child, frame) for word in (verb, *held) for child in word.children):
        return False
    if frame.root == "AGREE" and any(word.dep_ == "neg" for clause in _complements(verb) for word in clause.children):
        return False  # "vowed not to"
    governs = any(child.dep_ in ("xcomp", "ccomp") or _is_infinitive(child) for child in verb.children)
    if (frame.clause and not governs) or (frame.no_clause and governs):
        return False
    return _quad_fits(verb, frame)


def _has_predicate(verb: Token, frame: Frame) -> bool:
    """Whether a verb says more than where somebody was; what follows the place adds a time or a purpose."""
    places = [child.i for child in verb.children if child.dep_ == "prep" and child.lower_ in frame.target]
    end = next((place for place in places if place > verb.i), len(verb.doc))
    return any(child.dep_ in ("attr", "acomp", "xcomp", "ccomp", "dobj") and child.i < end for child in verb.children)


def _leads_away(word: Token, frame: Frame) -> bool:
    """Whether a word gives a verb of arrival its end or another sense: "came to power", "came under", "followed it"."""
    if word.dep_ == "prep":
        stays = word.lower_ in ("on", "in", "at", "after", "before", "during", "for")
        if word.lower_ == "with" and frame.object:
            return False
        return not stays and (
            word.lower_ != "from" or word.head.lemma_ == "come"
        )  # "arrived from Rome", but "came from"
    if word.dep_ == "advmod":
        return word.lower_ in _AWAY
    if word.dep_ == "ccomp":
        return word.i > word.head.i  # before it stands another clause: "...; in May he came"
    return word.dep_ in ("acomp", "attr", "prt") or (word.dep_ == "dobj" and not frame.object)


def _is_infinitive(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)


def _sources_of_verb(parse: Parse, verb: Token, frame: Frame, held: list[Token]) -> list[int]:
    if frame.actor_from == "object":
        sources = unique(slot for obj in objects(verb) for slot in direct_slots(parse, obj))
        return sources if kinds_fit(parse, sources, _PEOPLE) else []
    sources = actors_of_verb(parse, verb)
    if held and not sources and is_passive(verb):  # "Japan's ban on it was lifted"
        return unique(slot for obj in held for slot in possessor_slots(parse, obj))
    return sources


def _are_many(parse: Parse, slots: list[int]) -> bool:
    """Whether visitors are counted in thousands: tourists, whose travels are no contact of states."""
    heads = [parse.doc[i] for i, slot in parse.slot_at.items() if slot in slots]
    counts = [word for head in heads for child in head.children if child.dep_ == "nummod" for word in child.subtree]
    return any(word.lower_ in _SCALES or len(word.text.replace(",", "")) > 3 for word in counts if word.like_num)


def actors_of_verb(parse: Parse, verb: Token) -> list[int]:
    """Slots that act: the subject, or who stands behind "by" in the passive."""
    if is_passive(verb):
        heads = (verb, *times_and_places(parse, verb))  # "signed in Rome on May 3 by"
        return unique(
            slot for head in heads for obj in preposition_objects(head, ("by",)) for slot in direct_slots(parse, obj)
        )
    actor = subject(verb)
    return direct_slots(parse, actor) if actor is not None else []


def object_fits(obj: Token, frame: Frame) -> bool:
    return any(_names_object(part, frame) for part in _heads(obj))


def _names_object(noun: Token, frame: Frame) -> bool:
    """Whether a noun, or what stands before it ("tariff increases"), is an object that a frame asks for."""
    if noun.lemma_.lower() in frame.object:
        return True
    return noun.lemma_.lower() in _CHANGES and any(
        child.dep_ == "compound" and child.lemma_.lower() in frame.object for child in noun.children
    )


def _heads(obj: Token) -> Iterator[Token]:
    """The nouns that an object is: "$10 million in aid" and "a package of loans" are aid and loans."""
    for part in conjuncts(obj):
        yield part
        if part.like_num or part.ent_type_ == "MONEY" or part.lemma_.lower() in _MEASURES:
            yield from preposition_objects(part, ("in", "of"))
            yield from (inner for outer in preposition_objects(part, ("in", "of")) for inner in conjuncts(outer))


def targets_of_verb(parse: Parse, verb: Token, frame: Frame, held: list[Token]) -> tuple[list[int], float]:
    """The recipient from the first place that names one, with the confidence that place deserves."""
    events = noun_frames()
    for place in frame.target:
        if place == "subject":
            host = actors_of_verb(parse, verb)
            if host and kinds_fit(parse, host, _STATES):
                return host, DIRECT
        elif place == "obj":
            found = unique(slot for obj in objects(verb) for slot in direct_slots(parse, obj))
            found += [] if found or frame.persons else _datives(parse, verb)
            if found and targets_fit(parse, found, frame):
                return found, DIRECT
            if not frame.target_kinds and (not frame.contact or frame.contact == "visit"):
                found = unique(slot for obj in objects(verb) for slot in deep_slots(parse, obj, events))
                if found:
                    return found, DEEP
        elif place == "dative":
            if found := _datives(parse, verb):
                return found, DIRECT
        elif place == "poss":
            if found := unique(slot for obj in held for slot in possessor_slots(parse, obj)):
                return found, DIRECT
        elif place == "object":
            found = unique(slot for obj in held for slot in deep_slots(parse, obj))
            if frame.both:
                found = [slot for slot in found if not _is_venue(parse, slot)]
            if found and (not frame.persons or targets_fit(parse, found, frame)):
                return found, DEEP
        elif place == "complement":
            if found := _complement_targets(parse, verb):
                return found, DEEP
        elif place == "purpose":
            found = _purpose_targets(parse, verb)
            if found and targets_fit(parse, found, frame):
                return found, DEEP
        elif place == "predicate":
            if found := _predicate_subjects(parse, verb):
                return found, DIRECT
        elif place == "that":
            if found := _clause_subjects(parse, verb):
                return found, DEEP
        elif found := _behind(parse, verb, held, place.removesuffix("_to"), frame):
            return found, DIRECT if not held else DEEP
    return [], DEEP


def _is_venue(parse: Parse, slot: int) -> bool:
    """Whether a party is a city behind "in": an agreement reached in Geneva is not one with it."""
    head = next(i for i, index in parse.slot_at.items() if index == slot)
    named = parse.sentence.slots[slot]
    return (named.metonym or named.form is SlotForm.PLACE) and parse.doc[head].head.lower_ in ("in", "at")


def _behind(parse: Parse, verb: Token, held: list[Token], preposition: str, frame: Frame) -> list[int]:
    if frame.place and preposition in ("to", "in"):
        there = [parse.slot_at[word.i] for word in verb.children if word.lower_ == "there" and word.i in parse.slot_at]
        if there:
            return there
    members = [one for noun in held for one in preposition_objects(noun, ("of",))]  # "a delegation of firms to"
    strays = times_and_places(parse, verb) if preposition == "with" else ()
    for governor in (verb, *held, *members, *strays):
        for obj in preposition_objects(governor, (preposition,)):
            found = direct_slots(parse, obj)
            if not found and not (frame.both and frame.contact) and (not frame.place or _is_place(obj)):
                found = deep_slots(parse, obj, noun_frames())
            if found and targets_fit(parse, found, frame):
                return found
    return []


def _is_place(noun: Token) -> bool:
    """Whether a noun names a place by what it is: "the Lao capital"."""
    return noun.lemma_.lower() in _PLACES


def _datives(parse: Parse, verb: Token) -> list[int]:
    return unique(slot for child in verb.children if child.dep_ == "dative" for slot in direct_slots(parse, child))


def targets_fit(parse: Parse, slots: list[int], frame: Frame) -> bool:
    """Whether recipients are of the kinds that a frame asks for."""
    if frame.persons and not frame.actor_from:
        return any(parse.sentence.slots[slot].form in _FORMS["person"] for slot in slots)
    return kinds_fit(parse, slots, frame.target_kinds)


def kinds_fit(parse: Parse, slots: list[int], kinds: Collection[str]) -> bool:
    """Whether all slots are of the kinds asked for; of any, where none is asked for."""
    allowed = {form for kind in kinds for form in _FORMS[kind]}
    return not allowed or all(parse.sentence.slots[slot].form in allowed for slot in slots)


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
    governors = [verb, *objects(verb), *preposition_objects(verb, ("in",))]  # "in order to"
    clauses = [clause for word in governors for clause in word.children if clause.dep_ in ("advcl", "acl", "xcomp")]
    return unique(
        slot
        for clause in clauses
        if any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)
        for obj in objects(clause)
        for slot in deep_slots(parse, obj)
    )


def _predicate_subjects(parse: Parse, verb: Token) -> list[int]:
    """What a verb makes into something else: "made Peru his first destination"."""
    return unique(
        slot
        for clause in verb.children
        if clause.dep_ == "ccomp" and clause.pos_ == "NOUN" and (made := own_subject(clause)) is not None
        for slot in direct_slots(parse, made)
    ) or unique(slot for obj in objects(verb) for slot in direct_slots(parse, obj))


def _clause_subjects(parse: Parse, verb: Token) -> list[int]:
    """Who is to do what a verb asks for: "demanded that China withdraw", "called for the US to stop"."""
    found: list[int] = []
    for clause in (*_complements(verb), *(child for child in verb.children if child.dep_ == "advcl")):
        opened = any(
            (child.dep_ == "mark" and child.lower_ in ("that", "for")) or (child.dep_ == "aux" and child.lower_ == "to")
            for child in clause.children
        )
        actor = own_subject(clause)
        if opened and actor is not None:
            found += direct_slots(parse, actor)
    return found


def _quad_fits(verb: Token, frame: Frame) -> bool:
    if not frame.only_quad and not frame.not_quad:
        return True
    quads = {
        quad(inner.root)
        for clause in _complements(verb)
        for inner in frames_of_verb(clause)
        if not inner.object or any(object_fits(obj, inner) for obj in objects(clause))
    }
    return bool(quads & frame.only_quad) if frame.only_quad else not quads & frame.not_quad
