"""The level that a sentence gives a contact whose people it doesn't name: "at the level of deputy ministers"."""

from __future__ import annotations

import re

from detente.records import Level

_LEVEL_WORDS = (
    (Level.DEPUTY_MINISTER, re.compile(r"\b(?:deputy|vice|assistant)[ -](?:\w+ ){0,2}(?:minister|secretar)", re.I)),
    (Level.MINISTER, re.compile(r"\b(?:\w+ )?ministers?\b(?! of state)|ministerial|secretar(?:y|ies) of (?:state|defen[cs]e)", re.I)),
    (Level.LEADER, re.compile(r"\b(?:leaders?|presidents?|prime ministers?|heads? of (?:state|government)|premiers?)\b", re.I)),
    (Level.PARLIAMENT, re.compile(r"\b(?:lawmakers?|parliament\w*|legislators?|congress\w*|senators?)\b", re.I)),
    (Level.PARTY, re.compile(r"\b(?:ruling|opposition|communist) part(?:y|ies)\b|inter-party", re.I)),
)  # fmt: skip


def level_in(sentence: str) -> Level | None:
    """The level that the words of a sentence speak of; None where they don't."""
    return next((level for level, pattern in _LEVEL_WORDS if pattern.search(sentence)), None)
