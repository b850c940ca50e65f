"""Whether an event happened, is planned, called for, hypothetical or denied: read off what governs its trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.frames import modal_words
from detente.records import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_VERBS = ("VERB", "AUX")
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl", "csubj", "relcl"})
_PHRASES = frozenset({"dobj", "pobj", "prep", "nsubjpass", "oprd", "attr", "nsubj", "agent"})
_UNTOLD = "untold"
_BY_STRENGTH = ("negated", "hypothetical", "called_for", "planned", _UNTOLD)
# Verbs whose infinitive or participle tells what is done.
_IMPLICATIVE = frozenset(
    (
        "manage continue begin start help dare proceed come get keep finish serve go be see appear seem use "
        "lead cause force prompt persuade convince drive"
    ).split()
)
# Prepositions whose gerund is told as done: "by increasing", "after meeting", "accused of harassing".
_TOLD = frozenset("by before after since through upon following despite while without of for in".split())
_MOTION = frozenset("arrive travel fly come go head visit leave depart be".split())
_ALLEGING = frozenset(
    {"accuse", "suspect", "sanction", "blacklist", "add", "punish", "charge"}
)  # "accused of bowing": the accusation is told, not the deed
_GUESSING = frozenset({"expect", "guess", "suspect", "think", "believe", "suppose", "bet", "imagine"})
_ENDING = frozenset({"stop", "end", "halt", "suspend", "cease", "terminate"})
_AFTER = frozenset({"after", "following", "since", "despite"})
_NOBODY = frozenset({"no", "neither", "nobody", "none"})
_PRONOUNS = frozenset({"one", "nobody", "none", "neither"})
_BEING = frozenset({"be", "seem", "appear", "remain", "look"})
_PUT_OFF = frozenset({"postpone", "cancel", "scrap", "shelve", "plan", "schedule", "expect", "slate"})
_OFF = frozenset({("call", "off"), ("put", "off"), ("break", "off"), ("push", "back")})
_DUTY = frozenset("should will must can ought".split())
_ORDINALS = frozenset("first second third fourth fifth last only latest next".split())


def modality_of(trigger: Token, anchor: Token) -> Modality | None:
    """Modality of an event.

    Args:
        trigger: the word that reports it.
        anchor: the verb that carries it; the trigger itself for a verb, or for a noun that no light verb carries.

    Returns:
        The reading nearest to the trigger: a negation of its own clause outweighs what governs it. None where
        nothing is told of the event: a sentence that tells of its end or calls for it presupposes it, and one
        that names it in the infinitive or the gerund ("a platform for building ties") may mean it in general.
    """
    if trigger.dep_ == "dobj" and trigger.head.lemma_ in _ENDING:
        return None
    if _is_only_talked_of(trigger):
        return None
    readings = _own_words(anchor)
    if trigger.dep_ == "nsubj" and trigger.head.lemma_ in _BEING:
        readings += _predicate(trigger.head)
    if anchor.lemma_ == "expect" and trigger.i == anchor.i:
        readings.append("planned")
    if trigger.i != anchor.i:
        readings += _noun_words(trigger)
        if trigger.dep_ in ("nsubj", "nsubjpass"):  # "the visit was postponed", "a summit is planned"
            readings += _readings(anchor)
        if _is_called_off(anchor) or _was_to_have(anchor):
            readings.insert(0, "negated")
    if trigger.pos_ == "NOUN" and (trigger.i == anchor.i or anchor.lemma_ in _BEING):
        readings += _put_off(trigger)
    readings += _governors(anchor)
    if readings[:1] == [_UNTOLD] or (readings[:1] == ["negated"] and "called_for" in readings):
        return None
    if readings[:1] == ["planned"] and _is_guessed(anchor):
        return Modality.HYPOTHETICAL
    return Modality(readings[0]) if readings else Modality.HAPPENED


def _is_only_talked_of(noun: Token) -> bool:
    """Whether somebody speaks of an event that may come: "the ministers spoke of a visit"."""
    told_of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in ("speak", "talk")
    return told_of and any(child.lower_ in ("a", "an", "another") for child in noun.children)


def _predicate(verb: Token) -> list[str]:
    """What is said of an event's likelihood: "a second meeting is likely"."""
    return [name for child in verb.children if child.dep_ == "acomp" for name in _readings(child)]


def _is_called_off(verb: Token) -> bool:
    """Whether something was called off, put off, pushed back."""
    return any(child.dep_ == "prt" and (verb.lemma_, child.lower_) in _OFF for child in verb.children)


def _was_to_have(verb: Token) -> bool:
    """Whether a verb tells what was to have been: "was to have taken place in May"."""
    return any(
        {"to", "have"} <= {child.lower_ for child in one.children if child.dep_ == "aux"}
        and (one.head.lemma_ == "be" and one.head.tag_ == "VBD")
        for one in (verb, *verb.children)
        if one.dep_ == "xcomp"
    )


def _put_off(noun: Token) -> list[str]:
    """What a clause behind a noun of event says of it: "a visit planned for May", "a trip to Rome, since cancelled".

    The parser may hang the clause on the place; no place is cancelled.
    """
    behind = [obj for child in noun.children if child.dep_ == "prep" for obj in child.children]
    clauses = (child for word in (noun, *behind) for child in word.children if child.dep_ in ("acl", "relcl"))
    return [name for one in clauses if one.tag_ == "VBN" and one.lemma_ in _PUT_OFF for name in _readings(one)]


def _own_words(token: Token) -> list[str]:
    """What a clause's own words say: modal verbs, negations, conditionals, and the form of its verb."""
    words = modal_words()
    found: list[str] = []
    for child in token.children:
        low = child.lower_
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj", "cc") and low in words.negators):
            found.append("negated")
        elif child.dep_ in ("advmod", "aux") and any(word.lower_ == "never" for word in child.subtree):
            found.append("negated")  # "never before had they met"
        elif child.dep_ == "mark" and low in words.conditionals:
            found.append("hypothetical")
        elif child.dep_ == "aux":
            found += [_modal(name, token) for name, forms in words.modals.items() if low in forms]
        elif child.dep_ == "advmod" and low == "when" and _lies_ahead_of(token):
            found.append("planned")
    if _is_inverted(token) or _is_of_nobody(token):
        found.append("negated")
    if token.pos_ in _VERBS:
        if not found and (form := _reading_of_form(token)):
            found.append(form)
    else:
        found += _noun_words(token)
    if any(_is_condition(child) for child in token.children) and ("planned" in found or "negated" in found):
        found = ["hypothetical"]  # "if it grows, they will not": what follows from a condition
    return sorted(set(found), key=_BY_STRENGTH.index)


def _lies_ahead_of(verb: Token) -> bool:
    """Whether a present tense tells of what is to come: "what should he do when he meets her"."""
    return verb.tag_ in ("VBZ", "VBP") and any(child.lower_ in _DUTY for child in verb.head.children)


def _is_of_nobody(verb: Token) -> bool:
    """Whether a verb's subject is none, or that of the verb before it nobody: "no one calls and asks"."""
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if not own and verb.dep_ == "conj":
        own = [one for one in verb.head.children if one.dep_ in ("nsubj", "nsubjpass") and one.lower_ in _PRONOUNS]
    return any(word.lower_ in _NOBODY for one in own for word in (one, *one.children))


def _is_inverted(verb: Token) -> bool:
    """Whether "never" stands before the "had" that the parser takes for the main verb: "Never had the two met"."""
    governor = verb.head
    return (
        verb.dep_ == "ccomp"
        and verb.tag_ in ("VBN", "VBD")
        and governor.lemma_ == "have"
        and any(word.lower_ == "never" for left in governor.lefts for word in left.subtree)
    )


def _is_condition(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in clause.children
    )


def _modal(name: str, token: Token) -> str:
    """A modal's reading; "would" is a plan told in the past, but for what depends on an "if"."""
    if name != "reported":
        return name
    return "planned" if _clause_top(token).dep_ in ("ccomp", "acl", "relcl") else "hypothetical"


def _clause_top(token: Token) -> Token:
    while token.dep_ == "conj":
        token = token.head
    return token


def _reading_of_form(verb: Token) -> str | None:
    """What an infinitive or gerund says that no word governs to the contrary."""
    top = _clause_top(verb)
    head = top.head
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        if top.dep_ in ("relcl", "advcl") and any(
            child.lower_ == "for" for child in top.children if child.dep_ == "mark"
        ):
            return _reading_of_stance(head)
        if top.dep_ == "advcl":
            return None if head.lemma_ in _MOTION else "planned"  # "flew to Beijing to meet": see lies_ahead
        if top.dep_ == "xcomp":
            if head.lemma_ in ("be", "have"):
                return "planned" if head.lemma_ == "be" else "called_for"
            return None if _known(head) or head.lemma_ in _IMPLICATIVE else _UNTOLD
        if top.dep_ in ("acl", "relcl"):
            ordinal = head.lower_ in _ORDINALS or any(child.lower_ in _ORDINALS for child in head.children)
            return None if ordinal or _known(head) else _UNTOLD
        return _UNTOLD if top.dep_ in ("csubj", "ccomp", "pcomp") and not _known(head) else None
    if verb.tag_ == "VBG" and not any(child.dep_ == "aux" for child in verb.children):
        if top.dep_ in ("csubj", "nsubj") or (top.dep_ == "pcomp" and head.head.lemma_ in _ALLEGING):
            return _UNTOLD
        if top.dep_ == "pcomp" and not _is_told(head) and not _known(head.head):
            return _UNTOLD
    return None


def _reading_of_stance(head: Token) -> str:
    """What "it is time for X to ..." says of what follows: the word's own reading, else only that it may be."""
    words = (head, *(child for child in head.children if child.dep_ in ("acomp", "attr")))
    return next((reading for word in words for reading in _readings(word)), "hypothetical")


def _is_told(preposition: Token) -> bool:
    """Whether a preposition's gerund is told as done."""
    governor = preposition.head
    return (preposition.lower_ in _TOLD and governor.pos_ in _VERBS) or governor.lemma_ in ("addition", "instead")


def _known(governor: Token) -> bool:
    """Whether the tables say what a governing word does."""
    return bool(_readings(governor))


def _readings(governor: Token) -> list[str]:
    lemma, low = governor.lemma_.lower(), governor.lower_
    return [name for name, forms in modal_words().governors.items() if lemma in forms or low in forms]


def _noun_words(noun: Token) -> list[str]:
    """What stands before a noun of event: "no talks", "a planned visit"."""
    words = modal_words()
    found: list[str] = []
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in words.negators:
            found.append("negated")
        elif child.dep_ in ("amod", "compound"):
            found += _readings(child)
    return found


def _governors(token: Token) -> list[str]:
    """What the words above say of an event, nearest first."""
    found: list[str] = []
    for below, head in _above(token):
        if head.pos_ == "ADP" or (below.dep_ == "acl" and below.tag_ == "VBN"):
            continue  # "the plan unveiled by": what was done to a plan is done
        follows = below.dep_ == "advcl" and below.i > head.i  # "seeks to ..., capturing": still sought
        precedes = below.dep_ in ("ccomp", "xcomp") and below.i < head.i  # "...; he refused"
        governs = follows or (below.dep_ not in ("advcl", "nsubj", "relcl") and not precedes)
        readings = _readings(head) if governs else []
        if (
            below.dep_ == "ccomp"
            and head.lemma_ in modal_words().speech
            and _finite(below)
            and "negated" not in readings
        ):
            readings = []
        own: list[str] = []
        if (below.dep_ in _CLAUSES or head.pos_ in _VERBS) and (below.dep_ != "ccomp" or not _finite(below)):
            own = _own_words(head)
        found += _denied(readings) if readings and own[:1] == ["negated"] else [*readings, *own]
    return found


def _is_guessed(anchor: Token) -> bool:
    """Whether the author forecasts what a clause says: "I expect that they will meet", "my guess is that"."""
    clause = _clause_top(anchor)
    if clause.dep_ != "ccomp":
        return False
    subjects = [child for child in clause.head.children if child.dep_ == "nsubj"]
    if clause.head.lemma_ == "be":
        return any(one.lemma_ in _GUESSING and any(c.lower_ == "my" for c in one.children) for one in subjects)
    return clause.head.lemma_ in _GUESSING and any(one.text == "I" for one in subjects)


def _denied(readings: list[str]) -> list[str]:
    """What a governor says that is itself denied: "does not plan to" is no, "did not rule out" is maybe."""
    return ["hypothetical" if name == "negated" else "negated" for name in readings]


def _above(token: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs (word, its governor) upwards, as far as a governor's meaning reaches."""
    current = token
    while current.head.i != current.i:
        if current.dep_ == "conj":
            current = current.head
            continue
        if current.dep_ not in _CLAUSES and current.dep_ not in _PHRASES:
            return
        if current.dep_ == "relcl" or (current.dep_ == "advcl" and not _participle(current)):
            return
        if current.head.lower_ in _AFTER and current.head.pos_ in ("ADP", "SCONJ", "VERB"):
            return  # what something came after has happened, whatever governs it
        yield current, current.head
        if current.dep_ == "nsubj" and current.head.pos_ in _VERBS:
            return
        current = current.head


def _participle(clause: Token) -> bool:
    return clause.tag_ in ("VBG", "VBN") and not any(
        child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in clause.children
    )


def _finite(clause: Token) -> bool:
    return clause.tag_ in ("VBD", "VBZ", "VBP") or any(
        child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in clause.children if child.dep_ in ("aux", "auxpass")
    )


def lies_ahead(trigger: Token) -> bool:
    """Whether an event is what another leads to: behind "ahead of", "before", or "arrived for", "flew to meet"."""
    ahead = modal_words().ahead
    if trigger.head.lemma_ in _MOTION and trigger.dep_ == "advcl" and any(c.lower_ == "to" for c in trigger.children):
        return True
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "for" and trigger.head.head.lemma_ in _MOTION:
        return True
    current = trigger
    while current.dep_ in ("pobj", "prep", "pcomp", "conj", "poss"):
        current = current.head
        if current.lower_ in ahead:
            return True
        if current.pos_ in _VERBS:
            return False
    return current.lower_ in ahead
