"""The way from a span of the article to the words of its parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.ledgers.sentences import ReadSentence
from detente.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def tokens_at(sentence: ReadSentence, span: Span) -> list[Token]:
    """The words of the parse that stand at a span of the article; a placeholder stands at all of what it hides."""
    original = sentence.parsed.sentence.original
    return [token for token in sentence.parsed.doc if original(Span(token.idx, token.idx + len(token))).overlaps(span)]


def head_at(sentence: ReadSentence, span: Span) -> Token | None:
    """The word at a span on which its others hang; None where the parse has none of them."""
    tokens = tokens_at(sentence, span)
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i == token.i or token.head.i not in inside), None)
