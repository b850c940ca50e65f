"""Issues named earlier in an article that a sentence means by "the islands", "the ban", "that quarrel"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.issues import issues
from detente.ledgers.issue_topics import DISPUTES
from detente.ledgers.sentences import ReadSentence
from detente.records import DisputeReport

if TYPE_CHECKING:
    from spacy.tokens import Token

CUES = re.compile(
    r"\b(?:the|this|that|these|those) (?:\w+ )?(?:disputes?|row|quarrel|feud|spat|stand-?off|rift|wrangle|bans?|curbs?|"
    r"tariffs?|duties|embargo|islands?|islets?|shoal|reefs?|dams?|canal|pipelines?|waters|border|boundary|shrine|"
    r"buoys?|rig|base|pact|airspace|zone)\b",
    re.IGNORECASE,
)
_POINTING = frozenset("the this that these those its".split())
_LOOSE = frozenset("disputed contested same very said two three four five seven tiny uninhabited new old whole".split())
_OVER = ("over", "about", "on", "between")
_JOINTS = re.compile(r"\s(?:on|of|in|from|to|for|against|over|by|near|off|at|with|between|that|which)\s")
# Classes of things whose bare name, once an issue of the class was named, means it.
_TOO_WIDE = frozenset(
    "sea policy principle issue question problem war crisis conflict act people right history program programme strait "
    "relation trade china japan korea taiwan territory state independence product export import goods deal agreement "
    "trial law summit measure control waters water food company firm group force weapon troop soldier".split()
)


def find_references(sentence: ReadSentence, earlier: Sequence[DisputeReport]) -> Iterator[tuple[Token, DisputeReport]]:
    """The nouns of a sentence that mean an issue named before, each with the nearest report that names it.

    Args:
        sentence: any.
        earlier: reports of the sentences before, in order of the text.
    """
    for token in sentence.parsed.doc:
        if token.pos_ == "NOUN" and _is_pointing(token):
            meant = _meant(token, sentence.about, earlier)
            if meant is not None:
                yield token, meant


def _meant(token: Token, about: Collection[str], earlier: Sequence[DisputeReport]) -> DisputeReport | None:
    head = _singular(token.lower_)
    words = {_singular(child.lower_) for child in token.lefts if child.dep_ in ("compound", "amod")} - _LOOSE
    is_dispute = head.replace("-", "") in DISPUTES
    if is_dispute and token.tag_ == "NNS":
        return None
    latest = list(reversed(earlier))
    for report in sorted(latest, key=_is_of_any):
        names = _names(report)
        if is_dispute and not words and len(set(report.parties).intersection(about)) > 1:
            return report
        if ((is_dispute and words) or head in _heads(names)) and words <= _words(names):
            return report
    return None


def _is_of_any(report: DisputeReport) -> bool:
    """Whether a report is of an issue of any two states, which is meant only where no other is."""
    known = issues().get(report.issue)
    return known is not None and not known.camps


def _is_pointing(token: Token) -> bool:
    """Whether a noun points back: "the islands", "that quarrel"; not "the islands of Greece"."""
    if not any(child.lower_ in _POINTING for child in token.lefts):
        return False
    if _singular(token.lower_) in DISPUTES:
        return not any(child.lower_ in _OVER for child in token.rights)
    return not any(child.dep_ in ("prep", "appos", "relcl", "acl") for child in token.rights)


def _names(report: DisputeReport) -> tuple[str, ...]:
    known = issues().get(report.issue)
    return (report.named, *known.names) if known else (report.named,)


@cache
def _heads(names: tuple[str, ...]) -> frozenset[str]:
    """The nouns by which an issue may be meant once it was named: "island", "ban"."""
    heads = (_JOINTS.split(name)[0].split()[-1:] for name in names)
    return frozenset(_singular(word.lower()) for head in heads for word in head) - _TOO_WIDE


@cache
def _words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_singular(word.lower()) for name in names for word in name.split())


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
