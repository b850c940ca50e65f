"""Who stands around a trigger: slots found along the dependency parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.coding.blind import SlotForm
from detente.coding.parse import Parse
from detente.knowledge.agents import agents

if TYPE_CHECKING:
    from spacy.tokens import Token

# Nouns that stand for the noun behind their "of": "a number of vessels", "members of the delegation".
_TRANSPARENT = frozenset(
    (
        "number group member pair couple dozen hundred thousand some several both most delegation team "
        "spokesman spokeswoman spokesperson official representative fleet convoy head chief all many one two "
        "three four majority series part side people capital city province territory government country "
        "leader minister"
    ).split()
)
# Those who act for a state, but not for the person behind their "of": "diplomats of both sides", "an envoy of hers".
_SERVANTS = frozenset("diplomat envoy negotiator general officer".split())
_OBJECT_CONTROL = frozenset(
    (
        "urge ask tell order force help allow encourage invite persuade press pressure push want expect "
        "require enable compel warn advise instruct permit prompt lead cause request call"
    ).split()
)
# Nouns that speak for whoever issues them: "a statement condemning".
_STATEMENTS = frozenset(
    "statement resolution declaration communique letter report editorial bill document note".split()
)
# Nouns that name somebody else than the state before them: "China's neighbours".
_OTHERS = frozenset(
    "neighbor neighbour rival ally partner critic enemy adversary opponent counterpart competitor friend foe supporter "
    "border periphery backyard influence threat rise".split()
)
_BLAME = frozenset(
    (
        "accuse blame criticise criticize condemn praise thank stop prevent suspect denounce credit sanction punish "
        "blacklist fine ban penalise penalize arrest jail detain charge add"
    ).split()
)
_WHERE_AND_WHEN = frozenset({"in", "at", "on"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_TIMES = frozenset("hour day night week fortnight month year morning evening afternoon".split())
_RELATIVES = frozenset({"who", "which", "that", "whom"})
ACTOR_PREPOSITIONS = ("of", "by", "from")


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and all that is coordinated with it, to its right."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            yield from conjuncts(child)


def direct_slots(parse: Parse, token: Token) -> list[int]:
    """Slots that a noun phrase names as its head: itself, its coordination, its apposition."""
    found: list[int] = []
    for part in conjuncts(token):
        slot = parse.slot_of(part)
        if slot is not None:
            found.append(slot)
            continue
        for child in part.children:
            if child.dep_ == "appos":
                found += direct_slots(parse, child)
            elif child.dep_ == "acl" and child.lemma_ in ("lead", "head"):  # "a delegation led by"
                for obj in preposition_objects(child, ("by",)):
                    found += direct_slots(parse, obj)
            elif child.dep_ == "prep" and child.lower_ in ("of", "for", "from") and part.lemma_.lower() in _TRANSPARENT:
                for obj in child.children:
                    if obj.dep_ == "pobj":
                        found += direct_slots(parse, obj)
        if part.lemma_.lower() in _SERVANTS:
            found += _served(parse, part)
        if not found and (part.lemma_.lower() in _TRANSPARENT or part.lemma_.lower() in agents()):
            found += modifier_slots(parse, part)
    return unique(found)


def _served(parse: Parse, servant: Token) -> list[int]:
    """The states that somebody comes from or acts for."""
    slots = unique(slot for obj in preposition_objects(servant, ("of", "from")) for slot in direct_slots(parse, obj))
    return [slot for slot in slots if parse.sentence.slots[slot].form is not SlotForm.PERSON]


def modifier_slots(parse: Parse, noun: Token) -> list[int]:
    """Slots that stand before a noun: "China's", "Japanese", "US-China"."""
    found: list[int] = []
    if noun.lemma_.lower() in _OTHERS:
        return found
    for child in noun.lefts:
        if child.dep_ in _MODIFIERS:
            found += [parse.slot_at[token.i] for token in child.subtree if token.i in parse.slot_at]
    return unique(found)


def possessor_slots(parse: Parse, noun: Token) -> list[int]:
    """Slots that own a noun: "Kishida's", "his"."""
    found: list[int] = []
    for child in noun.lefts:
        if child.dep_ == "poss":
            found += direct_slots(parse, child)
    return unique(found)


def preposition_objects(token: Token, prepositions: Iterable[str]) -> Iterator[Token]:
    """Objects of a word's prepositional phrases; "with" also in "along with", "together with"."""
    wanted = frozenset(prepositions)
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in wanted:
            yield from (obj for obj in child.children if obj.dep_ in ("pobj", "pcomp"))
        if child.dep_ == "prep":
            for inner in child.children:  # "out of", "together with"
                if inner.dep_ == "prep" and inner.lower_ in wanted:
                    yield from (obj for obj in inner.children if obj.dep_ == "pobj")
        if child.dep_ in ("advmod", "prt"):
            for inner in child.children:
                if inner.dep_ == "prep" and inner.lower_ in wanted:
                    yield from (obj for obj in inner.children if obj.dep_ == "pobj")


def times_and_places(parse: Parse, verb: Token) -> Iterator[Token]:
    """Where and when a verb's act was; the parser hangs on them what follows: "met in Rome on May 3 with Smith"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _WHERE_AND_WHEN:
            for obj in child.children:
                if obj.dep_ == "pobj" and (obj.i in parse.inside or _is_dated(parse, obj)):
                    yield obj


def _is_dated(parse: Parse, token: Token) -> bool:
    return any(date.start <= token.idx < date.end for date in parse.sentence.dates)


def deep_slots(parse: Parse, noun: Token, event_nouns: Iterable[str] = (), depth: int = 3) -> list[int]:
    """Slots that a noun phrase is about: its head's, else its modifiers', else those behind its prepositions.

    A noun of event ("attack on Israel") is entered by its actor alone, for who blames the attack doesn't
    blame Israel.
    """
    direct = direct_slots(parse, noun)
    if direct or depth == 0:
        return direct
    found: list[int] = []
    for part in conjuncts(noun):
        found += modifier_slots(parse, part)
    if found:
        return unique(found)
    inward = ACTOR_PREPOSITIONS if noun.lemma_.lower() in event_nouns else (*ACTOR_PREPOSITIONS, *_INTO)
    for part in conjuncts(noun):
        for obj in preposition_objects(part, inward):
            found += deep_slots(parse, obj, event_nouns, depth - 1)
        for child in part.children:
            if child.dep_ == "acl" and child.tag_ == "VBN":
                for obj in preposition_objects(child, ("by",)):
                    found += direct_slots(parse, obj)
    return unique(found)


_INTO = ("in", "around", "near", "with", "between", "among", "on", "to", "against", "toward", "towards", "over", "for")


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is what it acts upon."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not own_subject(verb):
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "relcl") or (verb.dep_ == "advcl" and not own_subject(verb))


def own_subject(verb: Token) -> Token | None:
    """The subject that a verb itself carries, active or passive; "himself" beside it is none.

    Of two, one that measures time is none: "a week later, on the 8th, they met".
    """
    subjects = [
        child
        for child in verb.children
        if child.dep_ in ("nsubj", "nsubjpass", "csubj") and child.lower_ not in _REFLEXIVES
    ]
    if len(subjects) > 1 and subjects[0].lemma_ in _TIMES:
        return subjects[1]
    return subjects[0] if subjects else None


def subject(verb: Token, depth: int = 6) -> Token | None:
    """The noun that a verb's surface subject is, through coordination, control and relative clauses."""
    own = own_subject(verb)
    head = verb.head
    if own is not None:
        if own.lower_ in _RELATIVES and (relative := _relative_clause(verb)) is not None:
            return relative.head
        return own
    if depth == 0 or head.i == verb.i:
        return None
    if verb.dep_ in ("relcl", "acl"):
        if verb.tag_ == "VBG" and head.lemma_.lower() in _STATEMENTS and (author := _owner(head, depth)) is not None:
            return author
        if verb.tag_ in ("VBG", "VBN", "VBD", "VBZ", "VBP"):
            return head
        return _owner(head, depth)
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        if head.lemma_ in _OBJECT_CONTROL and verb.dep_ == "xcomp" and (told := _told(head)) is not None:
            return told
        return subject(head, depth - 1)
    if verb.dep_ == "xcomp" and head.dep_ == "acomp" and head.head.pos_ in ("VERB", "AUX"):  # "is ready to help"
        return subject(head.head, depth - 1)
    if verb.dep_ in ("conj", "advcl", "dep", "prep") and head.pos_ in ("VERB", "AUX"):
        return subject(head, depth - 1)
    if verb.dep_ == "pcomp":
        governor = head.head
        if governor.lemma_ in ("addition", "instead") and governor.dep_ in ("pobj", "prep", "advmod"):
            governor = next((word for word in governor.ancestors if word.pos_ in ("VERB", "AUX")), governor)
        if governor.pos_ not in ("VERB", "AUX"):
            return None
        if governor.lemma_ in _BLAME and (told := _told(governor)) is not None:
            return told
        return subject(governor, depth - 1)
    return None


def _told(verb: Token) -> Token | None:
    """Who is told, asked or blamed to do what follows: the object, the subject in the passive, "call on X"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return child
    return next(preposition_objects(verb, ("on", "upon", "with", "for", "to")), None)


def _relative_clause(verb: Token) -> Token | None:
    while verb.dep_ == "conj":
        verb = verb.head
    return verb if verb.dep_ in ("relcl", "acl") else None


def _owner(noun: Token, depth: int) -> Token | None:
    """Whose "decision to ...": the noun's possessor, else the subject of its verb, else what it is said to be."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    governor = noun.head
    if governor.pos_ in ("VERB", "AUX") and noun.dep_ in ("dobj", "attr", "oprd"):
        return subject(governor, depth - 1)
    if governor.lemma_ == "be" and noun.dep_ == "nsubj":  # "the last to visit was X"
        return next((child for child in governor.children if child.dep_ == "attr"), None)
    return None


def objects(verb: Token) -> Iterator[Token]:
    """What a verb acts upon: its object, or its subject in the passive."""
    if is_passive(verb):
        upon = subject(verb)
        if upon is not None:
            yield upon
        return
    seen = False
    for child in verb.children:
        if child.dep_ in ("dobj", "obj", "attr", "oprd"):
            seen = True
            yield child
    if not seen:
        yield from _shared_object(verb)


def _shared_object(verb: Token) -> Iterator[Token]:
    """The object of "which A condemned": the antecedent, where the relative pronoun is the object."""
    own = own_subject(verb)
    if verb.dep_ != "relcl" or own is None or own.lower_ in _RELATIVES:
        return
    if not any(child.dep_ in ("ccomp", "xcomp") or child.lower_ in ("where", "when") for child in verb.children):
        yield verb.head


def unique(slots: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(slots))
