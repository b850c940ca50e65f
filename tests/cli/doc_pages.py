"""The fenced blocks of the pages on measures."""

import re
from pathlib import Path

PAGES = Path(__file__).parents[2] / "docs" / "measures"


def blocks(page, language=""):
    """The blocks of a page in one language, in order."""
    text = (PAGES / f"{page}.md").read_text(encoding="utf-8")
    fenced = re.findall(r"^```(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [block for name, block in fenced if name == language]


def shown_commands(page):
    """The commands that a page shows, each with what it says that they print, in order; there are some."""
    shown = [part for block in blocks(page) for part in block.split("$ detente ")[1:]]
    assert shown
    return [(command, expected) for command, _, expected in (part.partition("\n") for part in shown)]
