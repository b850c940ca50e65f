"""A sentence as words with tags, and as one string of tags that the grammar matches."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.dating.lexicon import PHRASES, TAGS

_PHRASES = "|".join(sorted((re.escape(phrase) for phrase in PHRASES), key=len, reverse=True))
_WORD = re.compile(
    rf"""
      (?i:\b(?:{_PHRASES})\b)
    | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)           # 2024-07-26
    | \d{{1,2}}([-/.])\d{{1,2}}\1\d{{4}}(?!\d)            # 26.07.2024, 26/7/2024
    | [$€£¥]\s?\d[\d,.]*                                  # money
    | \d{{4}}(?:['’]?s)\b | ['’]\d0s\b                    # 1990s, '90s
    | \d{{1,3}}(?:st|nd|rd|th)\b
    | \d+(?:[.,:/]\d+)+%? | \d+% | \d+[^\W\d_]\w*         # 1.5, 2,000, 10:30, 70%, 5G
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\.
    | [QH][1-4]\b | FY(?=\s?\d)
    | (?!(?i:mid|early|late)-)[^\W\d_]+-\d+(?![\d-])\w*   # COVID-19, F-35A
    | [^\W\d_]+\d\w*                                      # G20
    | \d+
    | ['’]s\b
    | [^\W\d_]+
    | --
    | \S
    """,
    re.VERBOSE,
)
_DECADE = re.compile(r"(?:(\d{4})|['’](\d0))['’]?s")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_DATE_IN_DIGITS = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}")
_QUARTER = re.compile(r"[QH][1-4]")
_DASHES = frozenset("-–—‐‑−")
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence's words; ``tags``, ``words``, ``values``, ``starts`` and ``ends`` run in parallel."""

    text: str
    tags: str
    words: list[str]
    values: list[int]
    starts: list[int]
    ends: list[int]

    def word(self, index: int) -> str:
        """The word at ``index`` in lower case; empty outside of the sentence."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    def tag(self, index: int) -> str:
        """The tag at ``index``; empty outside of the sentence."""
        return self.tags[index] if 0 <= index < len(self.words) else ""


def tokenize(text: str) -> Tokens:
    """Split a sentence into words and tag each.

    Args:
        text: one sentence, or any text.

    Returns:
        Its words, with offsets into ``text``.
    """
    words, tags, values, starts, ends = [], [], [], [], []
    for match in _WORD.finditer(text):
        word = match[0]
        tag, value = TAGS.get(word) or _tag_other(word, text, match.start())
        words.append(word)
        tags.append(tag)
        values.append(value)
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, "".join(tags), words, values, starts, ends)


def _tag_other(word: str, text: str, start: int) -> tuple[str, int]:
    first = word[0]
    if first.isalpha():
        if " " in word or "-" in word:
            return PHRASES.get(word.lower(), ("c", 0))
        if len(word) == 2 and _QUARTER.fullmatch(word):
            return "Q", int(word[1])
        return ("c" if first.isupper() else "x"), 0
    if first.isdigit():
        return _tag_number(word)
    if word in _DASHES:
        return _tag_dash(text, start), 0
    if first in "'’":
        return ("C", _first_year(word)) if len(word) > 2 else ("'", 0) if len(word) == 2 else (".", 0)
    return ("," if word == "," else "."), 0


def _tag_number(word: str) -> tuple[str, int]:
    if word.isdecimal():
        number = int(word)
        if len(word) <= 2 and 1 <= number <= 31:
            return "D", number
        if len(word) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:
            return "Y", number
        return ("N", number) if len(word) <= 3 and word[0] != "0" else ("x", 0)
    if ordinal := _ORDINAL.fullmatch(word):
        return "O", int(ordinal[1])
    if _DECADE.fullmatch(word):
        year = _first_year(word)
        return ("C", year) if _FIRST_YEAR <= year <= _LAST_YEAR and year % 10 == 0 else ("x", 0)
    return ("I" if _DATE_IN_DIGITS.fullmatch(word) else "x"), 0


def _first_year(word: str) -> int:
    match = _DECADE.fullmatch(word)
    if match is None:
        return 0
    # "'90s" is of the last century, "'20s" of this one: nobody shortens the coming decades.
    short = int(match[2] or 0)
    return int(match[1]) if match[1] else (2000 if short <= 20 else 1900) + short


def _tag_dash(text: str, start: int) -> str:
    spaced = text[start - 1 : start].isspace() or text[start + 1 : start + 2].isspace()
    return "~" if spaced else "-"
