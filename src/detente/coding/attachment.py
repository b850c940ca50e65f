"""Which date, which place and which speaker belong to a trigger: nearest along the dependency parse."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from detente.coding.arguments import direct_slots, preposition_objects, subject
from detente.coding.blind import BlindSentence, SlotForm
from detente.coding.coder import Relation
from detente.coding.parse import Parse
from detente.knowledge.frames import modal_words
from detente.records import ContactKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = ("VERB", "AUX")
_MEASURING = ("since", "before", "until", "after")
_ENUMERATES = re.compile(r"(?: for [^,;.]{1,60})?(?:[,;] (?:and |then |and then )?| and (?:then )?)")
_AND = re.compile(r"(?:,? and|,)(?: again| then| later)?(?: on| in)? ")
_AND_IN = re.compile(r"(?:,? and|,)(?: again| then| later)? (?:in|at) ")
_OPENING = re.compile(r"(?:(?:But|And|Then),? )?(?:[Oo]n|[Ii]n|[Ee]arly in|[Ll]ate in|[Aa]t the end of) ")
_ON = re.compile(r",? (?:(?:on|in|at) )?(?:the )?(?:(?:\w+ )?(?:hours|morning|evening|night) of )?")
_CLOSE = 6  # words between a trigger and a date that plainly is its own
_SEALING = frozenset({"sign", "ink", "initial", "seal", "conclude", "unveil", "announce", "launch", "adopt"})
_DEPTH = 3  # nouns between a word and its place: "on the sidelines of the summit in"
_WHERE = ("in", "at", "to", "near", "off")


def dates_of(parse: Parse, trigger: Token, anchor: Token) -> tuple[int, ...]:
    """Indices of the date expressions that may date a trigger, the nearest along the tree first.

    An expression counts when it hangs on the trigger, its verb, or a clause above them, and no other verb
    stands between. A perfect ("and has refused") takes no date from another verb.
    """
    own = {trigger.i, anchor.i, _verb_of(anchor).i}
    perfect = is_perfect(anchor)
    found: list[tuple[int, int]] = []
    for index, span in enumerate(parse.sentence.dates):
        tokens = parse.doc.char_span(span.start, span.end, alignment_mode="expand") if span.end else None
        if tokens is None or not len(tokens):
            continue
        reached = [one for one in (_distance(trigger, tokens.root), _distance(anchor, tokens.root)) if one]
        if perfect:
            reached = [(far, top) for far, top in reached if top in own]
        if reached:
            found.append((min(reached)[0], index))
    close = _close_behind(parse, trigger)
    if close is not None and (not found or trigger.pos_ == "NOUN"):
        return (close, *(index for _, index in sorted(found) if index != close))
    if not found and _verb_of(anchor).dep_ == "ROOT" and not perfect and _opens(parse.sentence):
        return (0,)
    return tuple(index for _, index in sorted(found))


def _close_behind(parse: Parse, trigger: Token) -> int | None:
    """The date that follows a trigger within a few words and no other verb, however the parser hangs it."""
    for index, span in enumerate(parse.sentence.dates):
        between = [token for token in parse.doc[trigger.i + 1 : trigger.i + 2 + _CLOSE] if token.idx < span.start]
        if trigger.idx < span.start and len(between) <= _CLOSE:
            stops = any(
                token.pos_ in _VERBS or token.text in (";", ":") or token.lower_ in _MEASURING for token in between
            )
            return None if stops else index
    return None


def _opens(sentence: BlindSentence) -> bool:
    """Whether a date opens a sentence, and so dates what it mainly tells, whatever stands between."""
    return bool(sentence.dates) and _OPENING.fullmatch(sentence.text[: sentence.dates[0].start]) is not None


def split_by_date(sentence: BlindSentence, relation: Relation) -> tuple[Relation, ...]:
    """A relation for each party with a date of its own: "visited China in May and Japan in June".

    Returns:
        The relation itself unless every party from some one on is followed by a date before the next.
    """
    by_targets = len(relation.targets) > 1
    slots = relation.targets if by_targets else relation.sources
    near = [date for date in (relation.date, *relation.further_dates) if date is not None]
    dates = [date for date in near if sentence.dates[date].start > relation.trigger.end]
    if len(dates) < 2 or len(slots) < 2:
        return (relation,)
    starts = sorted((sentence.slots[slot].span.start, slot) for slot in slots)
    ends = [start for start, _ in starts[1:]] + [len(sentence.text)]
    own = [
        [date for date in dates if relation.trigger.end < start < sentence.dates[date].start < end]
        for (start, _), end in zip(starts, ends, strict=True)
    ]
    shared = next((index for index, found in enumerate(own) if found), 0)
    if len(own) - shared < 2 or any(len(found) != 1 for found in own[shared:]):
        return (relation,)
    if not relation.targets and not shared:  # nobody would be left to act with
        return (relation,)
    together = tuple(slot for _, slot in starts[:shared])
    apart = [
        replace(relation, targets=(*together, slot)) if by_targets else replace(relation, sources=(*together, slot))
        for _, slot in starts[shared:]
    ]
    return tuple(replace(one, date=found[0], further_dates=()) for one, found in zip(apart, own[shared:], strict=True))


def repeated(sentence: BlindSentence, relation: Relation) -> tuple[Relation, ...]:
    """A contact for each of its dates: "met twice, in Rome on 4 July and in Paris on 25 July"."""
    if relation.contact is None or relation.date is None:
        return (relation,)
    behind = sorted(
        date for date in (relation.date, *relation.further_dates) if sentence.dates[date].start > relation.trigger.end
    )
    found: list[Relation] = []
    for date, following in pairwise(behind):
        place = _joining(sentence, Span(sentence.dates[date].end, sentence.dates[following].start))
        if place is False:
            break
        found = found or [replace(relation, date=date, further_dates=())]
        found.append(
            replace(relation, date=following, further_dates=(), place=relation.place if place is None else place)
        )
    return tuple(found) or (relation,)


def _joining(sentence: BlindSentence, between: Span) -> int | Literal[False] | None:
    """The place of the second of two dates that are joined, None where it has none; False where they aren't joined."""
    inside = [number for number, slot in enumerate(sentence.slots) if between.covers(slot.span)]
    if not inside:
        return None if _AND.fullmatch(between.of(sentence.text)) else False
    slot = sentence.slots[inside[0]]
    joined = _AND_IN.fullmatch(sentence.text[between.start : slot.span.start])
    return (
        inside[0]
        if joined and len(inside) == 1 and _ON.fullmatch(sentence.text[slot.span.end : between.end])
        else False
    )


def with_gaps(sentence: BlindSentence, relation: Relation) -> tuple[Relation, ...]:
    """A visit with those that go on from it without a verb: "Lula flew to Peru on 2 May, Boric on 9 May"."""
    if relation.contact is not ContactKind.VISIT or relation.date is None or len(relation.sources) != 1:
        return (relation,)
    if any(sentence.slots[slot].form is SlotForm.PERSON for slot in relation.targets):
        return (relation,)
    found = [relation]
    cursor = sentence.dates[relation.date].end
    for number, slot in enumerate(sentence.slots):
        if slot.form is not SlotForm.PERSON or slot.span.start < cursor:
            continue
        date = next((index for index, span in enumerate(sentence.dates) if span.start > slot.span.end), None)
        if date is None or not _ENUMERATES.fullmatch(sentence.text[cursor : slot.span.start]):
            break
        if not _ON.fullmatch(sentence.text[slot.span.end : sentence.dates[date].start]):
            break
        found.append(replace(relation, sources=(number,), date=date, further_dates=()))
        cursor = sentence.dates[date].end
    return tuple(found)


def is_narrated(anchor: Token) -> bool:
    """Whether a verb stands in the simple past, the tense in which a story goes on."""
    verb = _verb_of(anchor)
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(one.lemma_ == "have" or one.tag_ in ("VBZ", "VBP") for one in helpers):
        return False
    if helpers or verb.tag_ not in ("VB", "VBG", "VBN"):
        return verb.tag_ not in ("VBZ", "VBP")
    return verb.head.i == verb.i or is_narrated(verb.head)


def is_perfect(anchor: Token) -> bool:
    """Whether a verb stands in the present perfect."""
    return any(
        child.dep_ == "aux" and child.lemma_ == "have" and child.tag_ in ("VBZ", "VBP")
        for child in _verb_of(anchor).children
    )


def _verb_of(token: Token) -> Token:
    """The verb that a word belongs to; the word itself where there is none."""
    return next((one for one in (token, *token.ancestors) if one.pos_ in _VERBS), token)


def _distance(trigger: Token, date: Token) -> tuple[int, int] | None:
    """Steps from a trigger to a date, and the word where the ways meet; None where another clause stands between."""
    above = {trigger.i: 0}
    for steps, token in enumerate(trigger.ancestors, start=1):
        above[token.i] = steps
    path: list[Token] = []
    current = date
    while current.i not in above:
        path.append(current)
        if current.head.i == current.i:
            return None
        current = current.head
    if any(_closes(token, current) for token in path[1:]):
        return None
    if current.i != trigger.i and _comes_below(trigger, current):
        return None
    return above[current.i] * 2 + len(path), current.i


def _closes(token: Token, top: Token) -> bool:
    """Whether a word between a date and a trigger starts a clause of its own, or measures from another event."""
    if token.dep_ == "prep" and token.lower_ in _MEASURING:
        return token.lower_ != "after" or token.i > top.i  # "after talks in May, they agreed": in May
    if token.pos_ not in _VERBS:
        return False
    return not (token.head.i == top.i and token.dep_ in ("acl", "relcl") and top.pos_ == "NOUN")


def _comes_below(trigger: Token, top: Token) -> bool:
    """Whether the trigger's clause hangs as a relative or quoted clause below the clause that has the date."""
    current = trigger
    while current.i != top.i:
        if current.dep_ in ("relcl", "ccomp") and current.pos_ in _VERBS and not _goes_on(current):
            return True
        current = current.head
    return False


def _goes_on(clause: Token) -> bool:
    """ "..., where he met": a relative clause that goes on with the story."""
    return clause.dep_ == "relcl" and any(child.lower_ in ("where", "when") for child in clause.children)


def place_of(parse: Parse, trigger: Token, anchor: Token) -> int | None:
    """Index of the slot that says where: "in Tokyo", "at the White House", "in Seoul, South Korea"."""
    reaches = [(governor, _DEPTH) for governor in _around(parse, trigger, anchor)]
    if anchor.lemma_ in _SEALING:  # "signed a treaty in Rome", but not "a treaty on peace in the Sahel"
        reaches += [(child, 0) for child in anchor.children if child.dep_ == "dobj"]
    for governor, depth in reaches:
        for slot in _located(parse, governor, depth):
            if parse.sentence.slots[slot].form is SlotForm.PLACE or parse.sentence.slots[slot].metonym:
                return slot
    for governor in _around(parse, trigger, anchor):
        for obj in preposition_objects(governor, ("in",)):
            for slot in direct_slots(parse, obj):
                if parse.sentence.slots[slot].form is SlotForm.NAME:
                    return slot
    return None


def _located(parse: Parse, governor: Token, depth: int) -> list[int]:
    """Slots behind a word's "in" and "at", also "on the sidelines of the summit in Lima"."""
    found: list[int] = []
    for obj in _hanging(governor, _WHERE):
        found += _place_slots(parse, obj)
    if depth:
        for obj in _hanging(governor, ("on", "during", "of", "at", "in", "for")):
            if parse.slot_of(obj) is None and obj.pos_ in ("NOUN", "PROPN"):
                found += [slot for slot in _located(parse, obj, depth - 1) if slot not in found]
    return found


def _hanging(governor: Token, prepositions: tuple[str, ...]) -> list[Token]:
    return [
        obj
        for child in governor.children
        if child.dep_ in ("prep", "dative") and child.lower_ in prepositions
        for obj in child.children
        if obj.dep_ == "pobj"
    ]


def _place_slots(parse: Parse, token: Token) -> list[int]:
    found = direct_slots(parse, token)
    return found or [slot for obj in preposition_objects(token, ("of",)) for slot in direct_slots(parse, obj)]


def _around(parse: Parse, trigger: Token, anchor: Token) -> list[Token]:
    governors = [trigger, anchor]
    governors += [child for child in trigger.children if child.dep_ in ("acl", "relcl")]  # "the summit, held in Lima"
    # "talks with X in Lima": the parser hangs the place on the person
    governors += [
        obj
        for governor in (trigger, anchor)
        for obj in (*preposition_objects(governor, ("with",)), *(c for c in governor.children if c.dep_ == "dobj"))
        if obj.i in parse.slot_at and parse.sentence.slots[parse.slot_at[obj.i]].form is SlotForm.PERSON
    ]
    if anchor.dep_ == "conj" and anchor.head.pos_ in _VERBS:
        governors.append(anchor.head)
    if anchor.head.pos_ in _VERBS and anchor.dep_ in ("dobj", "nsubj", "nsubjpass", "xcomp", "relcl"):
        governors.append(anchor.head)
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "of":  # "a session of the dialogue was held in"
        session = trigger.head.head
        governors += [session, session.head] if session.head.pos_ in _VERBS else [session]
    return list(dict.fromkeys(governors))


def speaker_of(parse: Parse, anchor: Token) -> int | None:
    """Index of the slot that says so: subject of the verb of saying above, or behind "according to"."""
    words = modal_words()
    current = anchor
    while current.head.i != current.i:
        head = current.head
        if current.dep_ in ("ccomp", "parataxis") and head.lemma_ in words.speech:
            teller = subject(head)
            if teller is not None and (slots := direct_slots(parse, teller)):
                return slots[0]
        current = head
    for child in current.children:
        if child.dep_ == "parataxis" and child.lemma_ in words.speech:
            teller = subject(child)
            if teller is not None and (slots := direct_slots(parse, teller)):
                return slots[0]
    for token in (anchor, *anchor.ancestors):
        for child in token.children:
            if child.lower_ == "according":
                for obj in preposition_objects(child, ("to",)):
                    if slots := direct_slots(parse, obj):
                        return slots[0]
    return None
