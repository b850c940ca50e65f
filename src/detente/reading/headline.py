"""Lines of a page's head that can be its headline, and lines of place and day that can't."""

from __future__ import annotations

import re

from detente.reading.dateline import find_dateline
from detente.reading.paragraphs import count_words
from detente.reading.published import find_set_apart

_LONGEST_QUESTION = 20  # words; a longer one is text
_LONGEST_PLACE = 4  # words before a day
_STATEMENT_END = re.compile(r"[.。][\"”’')\]]*$")


def can_be_title(line: str) -> bool:
    """Whether a line can be a headline: of 2 to 35 words, no statement by its end, no text with a dateline."""
    words = count_words(line)
    if line.endswith(("?", "!")) and words > _LONGEST_QUESTION:
        return False
    if not 2 <= words <= 35 or len(line) > 250 or _STATEMENT_END.search(line):
        return _STATEMENT_END.search(line) is not None and line.endswith(("...", "U.S.", "U.K.")) and 2 <= words <= 35
    dateline = find_dateline(line)
    return dateline is None or (dateline.day is None and dateline.outlet is None and words <= 18 and ":" in line)


def is_day_line(line: str) -> bool:
    """Whether a line opens with a day set apart, "3 July 2024 - Outline", or is a place and a day alone."""
    day = find_set_apart(line)
    if day is None:
        return False
    return day.start == 0 or (not line[day.end :].strip(" .*_") and count_words(line[: day.start]) <= _LONGEST_PLACE)
