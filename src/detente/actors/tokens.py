"""Words of a text with their offsets, in the form that the gazetteer matches.

Every token is folded on its own, so that folding may change a token's length ("İ") and offsets still index
the text as it is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from detente.records import Span

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}(?!\w)|[^\W_]+|['’ʼ](?=[sS]\b)[sS]|[^\w\s]|_")
_APOSTROPHES = "'’ʼ‘`´"
_HYPHENS = "-‐‑–"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text.

    Attributes:
        text: the text.
        starts: code point offset of each token.
        ends: the same, exclusive.
        raw: each token as it stands.
        plain: without accents, with one kind of apostrophe and hyphen.
        folded: ``plain`` in lower case.
    """

    text: str
    starts: list[int]
    ends: list[int]
    raw: list[str]
    plain: list[str]
    folded: list[str]

    def __len__(self) -> int:
        return len(self.raw)

    def span(self, i: int, j: int) -> Span:
        """The span of tokens ``i`` to ``j``, exclusive."""
        return Span(self.starts[i], self.ends[j - 1])

    def quote(self, i: int, j: int) -> str:
        """The text of tokens ``i`` to ``j``, exclusive."""
        return self.text[self.starts[i] : self.ends[j - 1]] if j > i else ""

    def tight(self, i: int) -> bool:
        """Whether no space stands between token ``i - 1`` and token ``i``."""
        return 0 < i < len(self.raw) and self.ends[i - 1] == self.starts[i]

    def joined(self, i: int) -> bool:
        """Whether token ``i`` is a hyphen with a word hard on either side."""
        return 0 < i < len(self.raw) - 1 and self.plain[i] == "-" and self.tight(i) and self.tight(i + 1)

    def capital(self, i: int) -> bool:
        """Whether token ``i`` begins with a capital letter."""
        return self.raw[i][0].isupper()


def tokenize(text: str, span: Span | None = None) -> Tokens:
    """Split a text, or a span of it, into words and marks; the possessive "'s" is a token, "U.S." is one token."""
    starts, ends, raw = [], [], []
    matches = _TOKEN.finditer(text, span.start, span.end) if span is not None else _TOKEN.finditer(text)
    for match in matches:
        starts.append(match.start())
        ends.append(match.end())
        raw.append(match.group())
    plain = [_plain(word) for word in raw]
    return Tokens(text, starts, ends, raw, plain, [word.lower() for word in plain])


def _plain(word: str) -> str:
    if word.isascii():
        return "'" if word == "`" else word
    if word[0] in _APOSTROPHES:
        return "'" + word[1:]
    if word in _HYPHENS:
        return "-"
    decomposed = unicodedata.normalize("NFKD", word)
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return bare or word
