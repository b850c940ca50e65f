"""Friendly and unfriendly words."""

import pytest

from detente.coding.parse import language_model
from detente.ledgers.tone import tones
from detente.records import Stance


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("praised the partnership with its neighbour", {Stance.POSITIVE}),
        ("condemned the drills as hostile", {Stance.NEGATIVE}),
        ("spoke of win-win cooperation", {Stance.POSITIVE}),
        ("threatened its partner with sanctions", {Stance.POSITIVE, Stance.NEGATIVE}),
        ("met the delegation in the afternoon", set()),
        ("told reporters about the weather", set()),
    ],
)
def test_tones(text: str, found: set[Stance]) -> None:
    assert tones(language_model()(text), text) == found
