"""What stands above the headline of a page: its masthead and its bars of links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.reading.byline import parse_byline
from detente.reading.captions import is_caption
from detente.reading.furniture import is_button, is_menu, is_section, load_furniture
from detente.reading.houses import find_naming, is_desk, is_house, split_segments
from detente.reading.outlets import name_outlet
from detente.reading.paragraphs import count_words, ends_sentence, is_prose
from detente.reading.person_names import is_name

_REACH = 8  # lines from the top among which a masthead stands
_FOOT = 6  # lines from the end among which a bar of links stands
_GAP = re.compile(r"\t+| {2,}|\u00a0{2,}|\s*[|｜•·]\s*")
_WIDE = re.compile(r"\t+| {2,}|\u00a0{2,}")
_PIPE = re.compile(r"\s*[|｜•·]\s*")
_LONGEST_BAR = 250  # characters
_LABEL_WORDS = 6
_SMALL = frozenset({"of", "for", "and", "the", "&", "on", "in"})
# Links that the bar of a site has, and the tags of an article don't.
_CORE = frozenset(
    "home homepage news opinion search about subscribe newsletters podcasts podcast sport sports business"
    " archive archives contact video videos world culture letters latest login register menu columns".split()
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The top of a page above its headline.

    Attributes:
        lines: how many lines from the top it takes.
        names: what it calls the page's publisher, each with a bar of links by it or found again in the page.
    """

    lines: int = 0
    names: tuple[str, ...] = ()


def find_bars(text: str) -> frozenset[str]:
    """Find the bars of links by the wide gaps or marks between their words.

    Args:
        text: the page as given, its runs of spaces kept.

    Returns:
        The bars among the first and the last lines, each with single spaces.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    foot = max(len(lines) - _FOOT, _REACH // 2)
    near = [(line, 3) for line in lines[: min(foot, _REACH)]] + [(line, 8) for line in lines[foot:]]
    return frozenset(" ".join(line.split()) for line, longest in near if _is_bar(line.strip(), longest))


def _is_bar(line: str, longest: int) -> bool:
    parts = [part for part in _GAP.split(line) if part.strip()] if len(line) <= _LONGEST_BAR else []
    if len(parts) < 2 or is_prose(line) or parse_byline(line) is not None:
        return False
    if all(map(is_name, parts)):
        return False
    if longest <= 3 and _PIPE.search(line) and len(parts) < 3:
        return all(is_section(part) or is_button(part) for part in parts)
    narrow = len(_WIDE.split(line)) < 2  # marks alone part the pieces of a headline too
    if longest <= 3 and narrow and not any(map(is_section, parts)) and any(map(_is_phrase, parts)):
        return False
    return all(len(part.split()) <= longest and not part.endswith((".", ",")) for part in parts) and not any(
        character.isdigit() for part in parts for character in part
    )


def _is_phrase(part: str) -> bool:
    return len(part.split()) > 2 or part.endswith(("?", "!"))


def read_masthead(lines: Sequence[str], bars: frozenset[str], title: str | None = None) -> Masthead:
    """Read the masthead and the bars above a headline.

    Args:
        lines: the paragraphs of a page.
        bars: bars of links found by their gaps.
        title: the headline where it is known.

    Returns:
        The masthead; no lines where there is none, or where nothing that can be a headline would be left.
    """
    top = list(lines[:_REACH])
    names: list[str] = []
    at = 0
    while at < len(top):
        line = top[at]
        if title is not None and line.casefold() == title.casefold():
            break
        if _is_navigation(line, bars):
            at += 1
        elif _is_label(line) and (found := _read_label(at, lines, bars)):
            names += found
            at += 1
        else:
            break
    if not names or (title is None and not _has_headline(lines[at : at + _REACH])):
        return Masthead()
    return Masthead(at, tuple(dict.fromkeys(names)))


def _is_navigation(line: str, bars: frozenset[str]) -> bool:
    return line in bars or is_menu(line) or (is_button(line) and not is_caption(line)) or _is_loose_run(line)


def _is_loose_run(line: str) -> bool:
    """ "World Economy Oceans Opinion Puzzles": capitalised words most of which are sections, one such as "World"."""
    words = line.split()
    known = [word for word in words if word.casefold() in load_furniture().words]
    return (
        4 <= len(words) <= 14
        and all(word[:1].isupper() for word in words)
        and len(known) >= 0.6 * len(words)
        and sum(word.casefold() in _CORE for word in known) >= 2
    )


def _is_label(line: str) -> bool:
    parts = split_segments(line)
    return (
        1 <= len(parts) <= 3
        and all(1 <= count_words(part) <= _LABEL_WORDS for part in parts)
        and not ends_sentence(line)
        and not re.search(r"[,;:?!\"“”]", line)
        and all(word[:1].isupper() or word in _SMALL for part in parts for word in part.split())
        and not is_caption(line)
    )


def _read_label(at: int, lines: Sequence[str], bars: frozenset[str]) -> list[str]:
    """The names in a label that evidence shows to be a masthead; empty when it shows nothing of the kind."""
    line = lines[at]
    parts = [part for part in split_segments(line) if not is_section(part) and not is_desk(part)] or [line]
    foot = lines[max(at + 1, len(lines) - _FOOT) :]
    again = [part for part in parts if _stands_again(part, foot)]
    if again:
        return again
    by_bar = any(_is_site_bar(lines[near], bars) for near in (at - 1, at + 1) if 0 <= near < len(lines))
    house = [part for part in parts if is_house(part)]
    if by_bar:
        return house or [part for part in parts if part.isupper() or at == 0]
    below = lines[at + 1] if at + 1 < len(lines) else ""
    dated = re.match(r"\d|[A-Z][a-z]+ \d", below) is not None
    return house if at == 0 and count_words(line) <= 4 and (dated or line.isupper() or is_section(below)) else []


def _stands_again(part: str, foot: Sequence[str]) -> bool:
    """Whether the foot of the page has the name too, in a line that is not text."""
    if name_outlet(part, alone=True):
        return False
    short = [line for line in foot if not is_prose(line) or count_words(line) <= 12]
    return len(part) > 3 and find_naming(part, short) is not None


def _is_site_bar(line: str, bars: frozenset[str]) -> bool:
    """Whether a bar is that of a site, not the tags of an article."""
    words = [word.casefold() for word in re.findall(r"\w+", line)]
    if not (line in bars or _is_loose_run(line) or (is_menu(line) and len(words) > 1)):
        return False
    return len(words) >= 4 or any(word in _CORE for word in words)


def _has_headline(lines: Sequence[str]) -> bool:
    """Whether a line that can be a headline comes before the text, a note of a sentence or two aside."""
    prose = 0
    for line in lines:
        prose += is_prose(line)
        if prose > 1:
            return False
        if 2 <= count_words(line) <= 35 and not is_prose(line) and parse_byline(line) is None and not is_menu(line):
            return True
    return False
