"""The way from a span of the article to the words of its parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from detente.ledgers.clauses import words_of
from detente.ledgers.sentences import ReadSentence
from detente.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = frozenset("ADP DET PART AUX SCONJ CCONJ".split())  # words that a phrase doesn't end with
_BEFORE = frozenset("det poss amod compound nummod neg predet quantmod nmod".split())  # what stands before its noun


def tokens_at(sentence: ReadSentence, span: Span) -> list[Token]:
    """The words of the parse that stand at a span of the article; a placeholder stands at all of what it hides."""
    blind, doc = sentence.parsed.sentence, sentence.parsed.doc

    def origin(token: Token) -> Span:
        return blind.original(Span(token.idx, token.idx + len(token)))

    first = bisect_right(doc, span.start, key=lambda token: origin(token).end)
    return list(takewhile(lambda token: origin(token).start < span.end, doc[first:]))


def head_at(sentence: ReadSentence, span: Span) -> Token | None:
    """The word at a span on which its others hang; None where the parse has none of them."""
    return head_of(tokens_at(sentence, span))


def head_of(tokens: Sequence[Token]) -> Token | None:
    """The first of some words that hangs on none of the others."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i == token.i or token.head.i not in inside), None)


def phrase_at(sentence: ReadSentence, span: Span) -> list[Token]:
    """The words at a span, made a whole phrase: with its nouns' modifiers, and no preposition at either end."""
    tokens = tokens_at(sentence, span)
    if not tokens:
        return []
    doc, first, last = sentence.parsed.doc, tokens[0].i, tokens[-1].i
    if _leaves_open(doc[last]):
        last = max(last, doc[last].right_edge.i, doc[last].head.i if doc[last].dep_ in _BEFORE else last)
    while last > first and (doc[last].is_punct or _leaves_open(doc[last])):
        last -= 1
    while first < last and (doc[first].is_punct or doc[first].pos_ in ("ADP", "CCONJ")):
        first += 1
    for token in doc[first : last + 1]:
        before = [child.left_edge.i for child in token.lefts if child.dep_ in _BEFORE]
        first = min([first, *before])
    return list(doc[first : last + 1])


def _leaves_open(token: Token) -> bool:
    """Whether a phrase doesn't end with a word: "the killing of", "its exclusive", "the harvest that"."""
    return token.pos_ in _OPENING or token.dep_ in _BEFORE or token.tag_ in ("WDT", "WP") or token.lower_ == "because"


def phrase_words(sentence: ReadSentence, phrase: Sequence[Token]) -> str:
    """The words of a phrase as they stand in the article; empty where it has none."""
    return words_of(sentence, phrase).strip(" ,;:") if phrase else ""
