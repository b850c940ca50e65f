"""The fenced blocks of the pages on measures."""

import re
from pathlib import Path

PAGES = Path(__file__).parents[2] / "docs" / "measures"


def blocks(page, language=""):
    """The blocks of a page in one language, in order."""
    text = (PAGES / f"{page}.md").read_text(encoding="utf-8")
    fenced = re.findall(r"^```(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [block for name, block in fenced if name == language]
