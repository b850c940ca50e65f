"""Where a text names an issue of the list."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from detente.knowledge.issues import Issue, issues
from detente.records import Span

_WORD = re.compile(r"[a-zà-ž]{4,}")
_LOOSE = re.compile(r"\\.|\[[^]]*\]|\(\?[!<][^()]*\)|[^\W\d_][?*]")  # what need not stand in a match as it is written


@dataclass(frozen=True, slots=True)
class Named:
    """An issue named in a text; ``span`` is of the naming words."""

    issue: Issue
    span: Span


@functools.cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[Issue, str], ...]]:
    entries = tuple((issue, name) for issue in issues().values() for name in issue.names)
    patterns = [name.lower() for _, name in entries]
    return AhoCorasick(patterns, matchkind=MatchKind.Standard), entries


@functools.cache
def _patterns() -> tuple[AhoCorasick, tuple[tuple[Issue, re.Pattern[str]], ...]]:
    """The patterns by the words in them, one of which stands in whatever they match."""
    entries = [
        (word, issue, issue.pattern)
        for issue in issues().values()
        if issue.pattern
        for word in dict.fromkeys(_WORD.findall(_LOOSE.sub(" ", issue.pattern.pattern.lower())))
    ]
    return AhoCorasick([word for word, _, _ in entries]), tuple((issue, pattern) for _, issue, pattern in entries)


def find_issues(text: str) -> list[Named]:
    """The issues that a text names, each once, in order of the text; of names at one place the longest.

    A name stands between word boundaries, with the capitals that the list has.
    """
    found: dict[str, Named] = {}
    for named in sorted(_all(text), key=lambda one: (one.span.start, -one.span.end)):
        known = found.get(named.issue.id)
        if known is None or known.span.start == named.span.start < known.span.end < named.span.end:
            found[named.issue.id] = named
    return list(found.values())


def names_an_issue(text: str) -> bool:
    """Whether a text names any issue."""
    return bool(_all(text))


@functools.lru_cache(maxsize=256)  # the sentences of an article, asked for by cue and by issue
def _all(text: str) -> tuple[Named, ...]:
    return tuple(_listed(text)) + tuple(_patterned(text))


def _listed(text: str) -> Iterator[Named]:
    automaton, entries = _automaton()
    lower = text.lower()
    if len(lower) == len(text):  # "İ" grows when lowered, and offsets with it
        for number, start, end in automaton.find_matches_as_indexes(lower, overlapping=True):
            issue, name = entries[number]
            if _stands_alone(text, start, end) and _cased(text[start:end], name):
                yield Named(issue, Span(start, end))


def _patterned(text: str) -> Iterator[Named]:
    automaton, entries = _patterns()
    near = {number for number, _, _ in automaton.find_matches_as_indexes(text.lower(), overlapping=True)}
    for issue, pattern in dict.fromkeys(entries[number] for number in sorted(near)):
        for match in pattern.finditer(text):
            yield Named(issue, Span(*match.span()))


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()


def _cased(found: str, name: str) -> bool:
    """Whether a name is written with the capitals of the list, or larger ones: "LAC" is never "lac"."""
    return all(letter == other or other.islower() for letter, other in zip(found, name, strict=True))
