"""A former holder of an office speaks for the level that the office had on the day of the event."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.coding import code_document, load_coder
from detente.records import Document, Level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Former Japanese foreign minister Yoko Kamikawa met Wang Yi on July 26, 2024.", Level.MINISTER),
        ("Former Japanese foreign minister Yoko Kamikawa met Wang Yi on December 3, 2024.", Level.OTHER),
    ],
)
def test_former_holders(text: str, level: Level) -> None:
    document = Document("former", "former.txt", text, published=dt.date(2024, 12, 30))
    events = code_document(document, load_coder("lexicon.v1")).events
    levels = {one.level for event in events for one in event.actors if one.actor.id == "JPN:person:kamikawa-yoko"}
    assert levels == {level}
