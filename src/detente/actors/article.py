"""A sentence's words with the names found in them: what every pattern reads."""

from __future__ import annotations

from dataclasses import dataclass

from detente.actors.gazetteer import Core, Gazetteer, Kind
from detente.actors.tokens import Tokens, tokenize
from detente.actors.words import CALENDAR, CALENDAR_SHORT, FUNCTION, HONORIFICS, INSTITUTION
from detente.records import Document, Span


@dataclass(frozen=True, slots=True)
class Article:
    """A sentence of a document, its words, and the names found, by their first word.

    Attributes:
        document: the document.
        tokens: the words of the sentence.
        cores: the names that the gazetteer found, by first token.
        gazetteer: the names we know.
    """

    document: Document
    tokens: Tokens
    cores: dict[int, Core]
    gazetteer: Gazetteer

    def core(self, i: int, *kinds: Kind) -> Core | None:
        """The name that begins at token ``i``, if it has a reading of one of the kinds."""
        found = self.cores.get(i)
        return found if found is not None and (not kinds or found.has(*kinds)) else None

    def folded(self, i: int) -> str:
        """Token ``i`` in lower case; empty beyond the text."""
        words = self.tokens.folded
        return words[i] if 0 <= i < len(words) else ""

    def clitic(self, i: int) -> bool:
        """Whether token ``i`` is the possessive mark of the word before it."""
        word = self.folded(i)
        if word == "'s":
            return True
        return word == "'" and self.tokens.tight(i) and self.folded(i - 1).endswith(("s", "x", "z"))

    def unknown_capital(self, i: int) -> bool:
        """Whether token ``i`` is a capitalised word that no table knows and that can be part of a name."""
        if not 0 <= i < len(self.tokens) or i in self.cores:
            return False
        word = self.tokens.folded[i]
        return (
            self.tokens.capital(i)
            and self.tokens.raw[i][0].isalpha()
            and word not in FUNCTION
            and word not in CALENDAR
            and not (word in CALENDAR_SHORT and (self.folded(i + 1) == "." or self.folded(i + 1).isdigit()))
            and word not in HONORIFICS
        )

    def namelike(self, i: int) -> bool:
        """Whether token ``i`` can be part of a person's name."""
        return self.unknown_capital(i) and self.tokens.folded[i] not in INSTITUTION


def open_article(document: Document, gazetteer: Gazetteer, span: Span) -> Article:
    """Split a sentence of a document into words and find the names in it."""
    tokens = tokenize(document.text, span)
    return Article(document, tokens, {core.i: core for core in gazetteer.match(tokens)}, gazetteer)
