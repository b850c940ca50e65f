"""The level that a sentence gives a contact whose people it doesn't name: "at the level of deputy ministers"."""

from __future__ import annotations

import re

from detente.records import Level

_LEVEL_WORDS = (
    (Level.DEPUTY_MINISTER, r"(?:deputy|vice|assistant)[ -](?:\w+ ){0,2}(?:minister|secretar)\w*"),
    (Level.MINISTER, r"(?<!prime )ministers?(?! of state)|ministerial|secretar(?:y|ies) of (?:state|defen[cs]e)"),
    (Level.LEADER, r"leaders?|presidents?|prime ministers?|heads? of (?:state|government)|premiers?"),
    (Level.PARLIAMENT, r"lawmakers?|parliament\w*|legislators?|congress\w*|senators?"),
    (Level.PARTY, r"(?:ruling|opposition|communist) part(?:y|ies)|inter-party"),
)
_PATTERNS = tuple((level, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for level, words in _LEVEL_WORDS)


def level_in(sentence: str) -> Level | None:
    """The level that the words of a sentence speak of; None where they don't."""
    return next((level for level, pattern in _PATTERNS if pattern.search(sentence)), None)
