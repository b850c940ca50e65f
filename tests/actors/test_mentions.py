"""Sentences and the mentions that are in them; the table is ``mentions.tsv``, one row a case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from detente.actors.mentions import Found
from detente.records import Form, Mention

TABLE = Path(__file__).with_name("mentions.tsv")


def rows() -> list[tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(text, expected.strip()) for text, expected in cells]


def shown(mention: Mention) -> str:
    ids = ", ".join(actor.id for actor in mention.actors) or "?"
    form = "" if mention.form is Form.NAME else f" [{mention.form}]"
    office = f" {{{mention.office}}}" if mention.office else ""
    return f"{mention.text} = {ids}{form}{office}"


@pytest.mark.parametrize(("text", "expected"), rows())
def test_mentions(text: str, expected: str, read: Callable[..., Found]) -> None:
    found = read(*text.split(" | "))
    assert "; ".join(shown(mention) for mention in found.mentions) == expected


def test_unresolved_mentions_say_why(read: Callable[..., Found]) -> None:
    for text, _ in rows():
        for mention in read(*text.split(" | ")).mentions:
            assert (mention.reason is None) == bool(mention.actors)
