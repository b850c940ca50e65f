"""Wordings that tell that a thing is at issue: it divides two sides, they quarrel about it, it is an irritant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.coding.modality import modality_of
from detente.ledgers.clauses import clause_of, is_negated
from detente.ledgers.issue_topics import is_topic
from detente.ledgers.sentences import ReadSentence
from detente.records import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

CUES = re.compile(
    r"\b(?:divid\w+|split\w*|estrang\w+|rankl\w+|fester\w*|bedevil\w*|dog(?:s|ged)|plagu\w+|irk\w*|"
    r"irritat\w+|irritants?|rile[sd]?|vex\w*|sour(?:s|ed|ing)?|poison\w*|strain\w*|overshadow\w*|"
    r"cloud(?:s|ed)|quarrel\w*|squabbl\w+|spar(?:s|red|ring)?|feud\w*|bicker\w*|haggl\w+|differ(?:s|"
    r"ed)?|disagree\w*|clash\w*|wrangl\w+|argu\w+|odds|loggerheads|grievances?|obstacles?|impediments?|"
    r"sticking|stumbling|sore|contentious|(?:bones?|sources?|points?|causes?) of|thorns?|thorny|"
    r"flashpoints?|bugbears?|headaches?|unresolved|unsettled|disputed|divisive|deadlocked|stuck|"
    r"stalled|intractable|complain\w*|object(?:s|ed|ing)?|protest\w*|bristl\w+|balk\w*|chaf\w+|"
    r"rail(?:s|ed|ing)|resent\w*|oppos\w+|fall\w*|fell|horns|swords|ways|hatchet)\b",
    re.IGNORECASE,
)
_DIVIDING = frozenset(
    "divide split estrange bedevil dog plague irk irritate rile vex sour poison strain overshadow cloud".split()
)
_RANKLING = frozenset("rankle fester".split())
_SIDES = frozenset(
    "relation tie relationship friendship capital side government country state neighbour neighbor ally partner "
    "alliance partnership pair two".split()
)
_ABOUT = ("over", "about", "on", "regarding", "concerning")
_QUARRELLING = {
    **dict.fromkeys("quarrel squabble spar feud bicker haggle differ disagree clash wrangle argue".split(), _ABOUT),
    "complain": ("about", "of"),
    "protest": ("about", "over", "at", "against"),
    "object": ("to",),
    **dict.fromkeys("bristle chafe balk".split(), ("at", "over")),
    "rail": ("at", "against"),
}
_IDIOMS = {"fall": "out", "lock": "horns", "cross": "swords", "part": "ways", "bury": "hatchet"}
_OPPOSING = frozenset("oppose resent".split())
_SORE = frozenset("irritant grievance quarrel obstacle impediment thorn flashpoint bugbear headache".split())
_OF_CONTENTION = frozenset("contention friction tension discord dispute disagreement controversy irritation".split())
_POINTS = frozenset("point bone source apple cause subject matter object area".split())
_OPEN = frozenset(
    "unresolved unsettled disputed divisive contentious deadlocked stuck stalled intractable irksome thorny".split()
)
_LINKING = frozenset("be remain become stay prove".split())
_CONTENDING = _DIVIDING | _RANKLING | _OPPOSING | _QUARRELLING.keys()
_SUBJECTS = ("nsubj", "nsubjpass")


def contested_topics(sentence: ReadSentence) -> Iterator[Token]:
    """The nouns of what a sentence says is contested."""
    for token in sentence.parsed.doc:
        for topic in _topics(token):
            verb = token if token.pos_ in ("VERB", "AUX") else token.head
            if is_topic(topic) and not _is_denied(verb) and modality_of(verb, verb) is Modality.HAPPENED:
                yield topic


def is_denied(topic: Token) -> bool:
    """Whether a sentence says that its topic is not contended about: "no longer divides them"."""
    verb = clause_of(topic)
    return verb.lemma_.lower() in _CONTENDING and _is_denied(verb)


def _is_denied(verb: Token) -> bool:
    return is_negated(verb) or any(child.lower_ == "longer" and child.n_lefts for child in verb.children)


def _topics(token: Token) -> Iterator[Token]:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if lemma in _RANKLING or (lemma in _DIVIDING and _has_sides(token)):
            yield from _of(token, _SUBJECTS)
        elif lemma in _QUARRELLING:
            yield from _behind(token, _QUARRELLING[lemma])
        elif any(child.lower_ == _IDIOMS.get(lemma) for child in token.children):
            yield from _behind(token, _ABOUT)
        elif lemma in _OPPOSING:
            yield from _of(token, ("dobj",))
        elif token.lower_ in _OPEN:
            yield from _of(token, _SUBJECTS)
    elif token.lower_ in ("odds", "loggerheads") and token.head.lower_ == "at":
        yield from _behind(token, _ABOUT)
        yield from _behind(token.head, _ABOUT)
        yield from _behind(token.head.head, _ABOUT)
    elif token.dep_ in ("attr", "acomp", "oprd") and token.head.lemma_.lower() in _LINKING and _is_sore(token):
        yield from _of(token.head, _SUBJECTS)


def _is_sore(token: Token) -> bool:
    """Whether a predicate says that its subject is at issue: "an irritant", "a bone of contention", "unresolved"."""
    lemma = token.lemma_.lower()
    if lemma in _SORE or token.lower_ in _OPEN:
        return not any(child.dep_ == "neg" or child.lower_ == "no" for child in token.children)
    if lemma in ("point", "spot", "block") and any(
        child.lower_ in ("sore", "sticking", "stumbling") for child in token.lefts
    ):
        return True
    below = (one.lemma_.lower() for child in token.children if child.lower_ in ("of", "for") for one in child.children)
    return lemma in _POINTS and not _OF_CONTENTION.isdisjoint(below)


def _has_sides(verb: Token) -> bool:
    """Whether what a verb acts on are the two sides or what is between them."""
    return any(one.lemma_.lower() in _SIDES or one.pos_ == "PROPN" for one in _of(verb, ("dobj",)))


def _of(verb: Token, relations: tuple[str, ...]) -> list[Token]:
    found = [child for child in verb.children if child.dep_ in relations]
    return found + [other for child in found for other in child.conjuncts if other.i > child.i]


def _behind(word: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """The nouns behind some prepositions of a word, with those that are listed beside them."""
    direct = [child for child in word.children if child.dep_ == "prep" and child.lower_ in prepositions]
    steps = direct + [other for child in direct for other in child.conjuncts if other.lower_ in prepositions]
    return [noun for step in steps for noun in _of(step, ("pobj",))]
