"""Issues that no list has: what stands behind words of dispute, "the row over the pipeline"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.coding.modality import modality_of
from detente.ledgers.clauses import clause_of, is_negated, parties_in, slots_below, span_of
from detente.ledgers.issue_topics import is_topic, phrase_of
from detente.ledgers.sentences import ReadSentence
from detente.records import Modality, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

CUES = re.compile(
    r"\b(?:disputes?|rows?|quarrels?|rifts?|feuds?|stand-?offs?|spats?|disagreements?|differences|tensions?|frictions?|"
    r"controvers(?:y|ies)|wrangl(?:e|ing)|concerns?|concerned|worr(?:y|ies|ied)|protests?|protested|objections?)"
    r"\b(?: [^\s.;]+){0,7}? (?:over|about|on|regarding|concerning|at|to)\b",
    re.IGNORECASE,
)
# Between two sides, and of one side about the other.
_BETWEEN = frozenset(
    "dispute row quarrel rift feud standoff spat disagreement difference tension friction controversy wrangle".split()
)
_ONE_SIDED = frozenset("concern worry protest objection concerned worried".split())
# What a state sends or builds, so that a concern about it is one about the state.
_SENT = frozenset(
    "missile ship vessel warship boat aircraft plane jet bomber drone submarine troop force guard".split()
)
_PREPOSITIONS = ("over", "about", "on", "regarding", "concerning", "at", "to")
_MODIFIERS = ("poss", "amod", "compound", "nmod")
_ASIDE = ("relcl", "appos", "advcl", "parataxis")
_AGENTIVE = ("of", "by", "from")


def worded_issues(sentence: ReadSentence) -> Iterator[tuple[Token, Span, tuple[str, ...]]]:
    """The issues that a sentence words itself.

    Returns:
        The word of dispute, the span of the issue in the article, and two parties or more: whose dispute it is, and
        whose the thing is that one of them is concerned about.
    """
    for token in sentence.parsed.doc:
        lemma = token.lemma_.lower().replace("-", "")
        if lemma not in _BETWEEN and lemma not in _ONE_SIDED and token.lower_ not in _ONE_SIDED:
            continue
        if modality_of(token, clause_of(token)) is not Modality.HAPPENED or is_negated(clause_of(token)):
            continue
        for topic in _topics(token):
            parties = _parties(sentence, token, topic, between=lemma in _BETWEEN)
            if len(parties) > 1:
                yield token, span_of(sentence, phrase_of(topic)), parties


def _topics(token: Token) -> Iterator[Token]:
    """The things that a word of dispute is about; "voiced concern about" may hang them on the verb."""
    hung = [child for child in token.head.children if child.i > token.i] if token.dep_ == "dobj" else []
    for child in (*token.children, *hung):
        if child.dep_ != "prep" or child.lower_ not in _PREPOSITIONS:
            continue
        if child.lower_ == "to" and token.lemma_.lower() != "objection":
            continue
        yield from (topic for topic in child.children if topic.dep_ == "pobj" and is_topic(topic))


def is_of_concern(topic: Token) -> bool:
    """Whether a topic is what somebody is concerned about, which takes two sides to be an issue."""
    return any(one.lemma_.lower() in _ONE_SIDED for one in topic.ancestors)


def _parties(sentence: ReadSentence, token: Token, topic: Token, *, between: bool) -> tuple[str, ...]:
    """Who contests.

    Of "Kenya's concern about ships that Peru sends", Kenya and Peru: who is concerned, and whose the thing is. Of "a
    row between Kenya and Peru", both. Two that are concerned about a third's doing don't contest anything with each
    other, so a one-sided word needs somebody on each side.
    """
    own = parties_in(sentence, _own(sentence, token, ("between", "among", "with", "of") if between else ("of", "by")))
    holders = (
        own if own and not between else tuple(dict.fromkeys((*own, *parties_in(sentence, _subjects(sentence, token)))))
    )
    makers = parties_in(sentence, _makers(sentence, topic)) or parties_in(sentence, _addressed(sentence, token))
    if between and len(holders) > 1:
        return holders
    others = tuple(party for party in makers if party not in holders)
    return (*holders, *others) if holders and others else ()


def _own(sentence: ReadSentence, token: Token, prepositions: tuple[str, ...]) -> list[int]:
    """Slots in the phrase of a word of dispute: "Kenya's concern", "a row between Kenya and Peru"."""
    children = [
        child
        for child in token.children
        if child.dep_ in _MODIFIERS or (child.dep_ == "prep" and child.lower_ in prepositions)
    ]
    return [slot for child in children for slot in slots_below(sentence, child)]


def _subjects(sentence: ReadSentence, token: Token) -> list[int]:
    """Slots in the subject of the clause, or of the one whose subject it shares."""
    clause = clause_of(token)
    while not (found := [one for one in clause.children if one.dep_ in ("nsubj", "nsubjpass")]):
        if clause.dep_ not in ("xcomp", "conj") or clause.head.i == clause.i:
            break
        clause = clause.head
    return [slot for subject in found for slot in slots_below(sentence, subject)]


def _makers(sentence: ReadSentence, topic: Token) -> list[int]:
    """Slots of those whose doing a topic is; where it happens is nobody's doing."""
    slot = sentence.parsed.slot_of(topic)
    found: list[int] = [slot] if slot is not None and topic.lemma_.lower() in _SENT else []
    for child in topic.children:
        if child.dep_ in _MODIFIERS or (child.dep_ == "prep" and child.lower_ in _AGENTIVE):
            found += [sentence.parsed.slot_at[one.i] for one in _near(child) if one.i in sentence.parsed.slot_at]
    return found


def _near(child: Token) -> Iterator[Token]:
    """A phrase without the clauses in it and without where it happens."""
    yield child
    for below in child.children:
        if below.dep_ not in _ASIDE and not (below.dep_ == "prep" and below.lower_ not in _AGENTIVE):
            yield from _near(below)


def _addressed(sentence: ReadSentence, token: Token) -> list[int]:
    """Slots of those to whom a protest or a concern is put: "lodged a protest with Peru"."""
    clause = clause_of(token)
    prepositions = [
        child
        for word in (clause, token)
        for child in word.children
        if child.dep_ in ("prep", "dative") and child.lower_ in ("with", "to", "against")
    ]
    return [slot for child in prepositions for slot in slots_below(sentence, child)]
