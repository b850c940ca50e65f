"""Lines of a web page that are no part of its article: menus, buttons, notices, lists of links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from detente.reading.paragraphs import count_words, is_prose

_OPENERS = " \t•▪◦●○■□◆·*‣>»›|/-–—#[("
_CLOSERS = " \t•·*<«‹|/:-–—])"
_NEW_TAB = re.compile(r",? opens new tab\W*$")
_SEPARATOR = re.compile(r"\s*[/|>»›·•｜→→]\s*|\s+[-–—]\s+|\s{2,}|\s*[,;]\s*")
_MAX_NOTICE = 1500  # characters
_PATH = re.compile(r"\s[/>»›]\s")
_CRUMBS = re.compile(
    r"(?:you are here:?\s*)?(?:home|homepage|front page|首页|トップ|ホーム|홈)\s*[/|>»›→\-–]\s*\S",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The furniture of pages, compiled from ``furniture.yaml``."""

    languages: frozenset[str]
    words: frozenset[str]
    not_names: frozenset[str]
    houses: frozenset[str]
    line: re.Pattern[str]
    foot: re.Pattern[str]
    notice: re.Pattern[str]


@lru_cache(maxsize=1)
def load_furniture() -> Lexicon:
    """Load the lists of page furniture."""
    raw = yaml.load(
        files("detente.reading").joinpath("furniture.yaml").read_text(encoding="utf-8"),
        Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    )
    return Lexicon(
        _folded(raw["languages"]),
        _folded(raw["words"]),
        _folded(raw["not_names"]),
        _folded(raw["houses"]),
        *(re.compile("(?:" + "|".join(raw[name]) + ")", re.IGNORECASE) for name in ("line", "foot", "notice")),
    )


def _folded(words: list[object]) -> frozenset[str]:
    return frozenset(str(word).casefold() for word in words)


def _bare(line: str) -> str:
    """A line without bullets, brackets and the marks that screen readers add."""
    plain = _NEW_TAB.sub("", line) if "opens new tab" in line else line
    return plain.lstrip(_OPENERS).rstrip(_CLOSERS)


def is_button(line: str) -> bool:
    """Whether a line is a button, a share bar, an advertisement's label or a call to subscribe."""
    bare = _bare(line)
    return not bare or (len(bare) <= 300 and load_furniture().line.fullmatch(bare) is not None)


def is_section(words: str) -> bool:
    """Whether words are the name of a site's section or a language, "Opinion", "Asia-Pacific"."""
    key = _bare(words).casefold()
    return key in load_furniture().words or key in load_furniture().languages


def is_menu(line: str) -> bool:
    """Whether a line is navigation: breadcrumbs, a menu, a language switch."""
    if len(line) > 250 or is_prose(line):
        return False
    if _CRUMBS.match(line) or is_section(line):
        return True
    parts = [part for part in _SEPARATOR.split(_bare(line)) if part]
    sections = sum(map(is_section, parts))
    if len(parts) > 1 and sections > 0.6 * len(parts):
        return True
    if len(parts) > 1 and _PATH.search(line) and sections and all(len(part.split()) <= 3 for part in parts):
        return True
    return _is_language_switch(line) or _is_run_of_sections(line)


def _is_language_switch(line: str) -> bool:
    """Languages in their own names, glued together as a page's text often has them."""
    own = [name for name in load_furniture().languages if len(name) > 1 and not name.isascii()]
    return count_words(line) <= 12 and sum(name in line.casefold() for name in own) >= 2


def _is_run_of_sections(line: str) -> bool:
    """ "World Politics Opinion Business Sports": four sections or more in a row and nothing else."""
    words = line.split()
    return 4 <= len(words) <= 30 and all(word.casefold() in load_furniture().words for word in words)


def opens_foot(line: str) -> bool:
    """Whether a line heads a list of links below an article, "Most viewed", "Related stories"."""
    bare = _bare(line)
    return len(bare) <= 100 and not is_prose(line) and load_furniture().foot.fullmatch(bare) is not None


def is_notice(line: str) -> bool:
    """Whether a line is a notice of the foot: copyright, disclaimer, registration, contacts."""
    return len(line) <= _MAX_NOTICE and load_furniture().notice.fullmatch(_bare(line)) is not None
