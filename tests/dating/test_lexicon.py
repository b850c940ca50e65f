"""The table of words: its tags are letters that its docstring explains and its rules can read."""

from __future__ import annotations

import re

import pytest

from detente.dating import lexicon
from detente.dating.tokens import tokenize

_EXPLAINED = set("".join(re.findall(r"``(.+?)``", lexicon.__doc__ or "")))


def test_every_tag_is_one_explained_letter() -> None:
    tags = {tag for tag, _ in (*lexicon.TAGS.values(), *lexicon.PHRASES.values())}
    assert all(len(tag) == 1 for tag in tags)
    assert tags <= _EXPLAINED


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("on July 17-19, 2024", "iMD-D,Y"),
        ("may march", "xx"),
        ("Sept. 3", "MD"),
        ("the 26th of July", "TOfM"),
        ("last year's summit", "ly'e"),
        ("2,000 troops", "x%"),
        ("COVID-19 and the G20", "c&Tc"),
        ("mid-2024 – early 2025", "E-Y~EY"),
        ("'90s, 1990s", "C,C"),
        ("26.07.2024 2.0.1", "Ix"),
        ("China Daily is daily", "ccuK"),
    ],
)
def test_words_are_tagged(text: str, tags: str) -> None:
    assert tokenize(text).tags == tags
