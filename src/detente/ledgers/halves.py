"""The halves of a sentence that sets one thing against another, and the words of contrast between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.records import Span

_TIMES = r"(?:hours?|days?|weeks?|fortnights?|month)"  # longer apart, it is a change of mind
_APART = rf"(?:(?:barely|only|just|scarcely|hardly) )?(?:\w+ ){{0,2}}{_TIMES}"
_AHEAD = re.compile(  # a phrase that is set against the clause behind it
    rf"^(?:[^,;]{{3,25}}, )?(?P<first>while|whilst|although|though|even (?:as|though)|despite|for all|"
    rf"(?:with)?in {_TIMES} of|{_APART} (?:after|before))\b[^;]{{8,}}?, "
    rf"|, (?P<having>having) [^,;]{{8,}}, "
    rf"|\b(?P<same>the same) \w+ (?:that|which|who) [^\"“”;]*[\"“][^\"“”]+[\"”] ",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"(?<!all )(?<!nothing )(?<!anything )\bbut\b(?! also)|(?:(?<=[,;:—–] )|\band )yet\b|"
    rf"\b(?:while|whilst)\b(?! \w+ing\b)|\bwhereas\b|\beven (?:as|though)\b|\balthough\b|(?<!as )(?<!even )\bthough\b|"
    rf"\b(?:in|with) the (?:same|(?:very )?next) (?:breath|sentence|speech|paragraph)\b|\bat the same time\b|"
    rf"\bon the other(?: hand)?\b|\bonly to\b|\band that\b|\b{_APART} (?:after|before)\b|"
    rf"\band (?=(?:(?:in|on|within|by) (?:[\w.]+,? ){{1,3}})?(?:his|her|its|their) (?:own )?"
    rf"(?:government|cabinet|ministers?|ministry|diplomats|spokes\w+|generals|navy|army|military|forces)\b)|"
    rf"; (?=[^;]{{0,20}}\b(?:also|{_TIMES} (?:later|earlier|ago)|on the same day|at the same time|by contrast|"
    rf"however)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(  # what sets a sentence against the one before it
    r"^(?:and )?(?P<first>however|but|yet|still|nevertheless|nonetheless|even so|by contrast|in contrast|conversely|"
    r"at the same time|on the other hand|instead)\b"
    rf"|^(?P<next>(?:{_APART}|(?:an?|one|two|three|four|five|six|ten|\d+) {_TIMES}) (?:later|earlier|before))\b"
    r"|^[^,;]{3,60}, (?P<later>however|by contrast|though|nevertheless|nonetheless|on the other hand)\b",
    re.IGNORECASE,
)
_COLON = re.compile(r"^[^:;\"“”]{15,60}: ")  # "its messages are hard to reconcile: ..."
_LEAST = 15  # characters of a half


@dataclass(frozen=True, slots=True)
class Half:
    """One half of a sentence that sets two things against each other, or a whole sentence.

    Attributes:
        span: where it stands in the blinded sentence.
        mark: the words that set it against what stands before it; None where it opens without such words.
        is_phrase: whether it is a phrase ahead of the clause that it is set against: "days after the handshake".
    """

    span: Span
    mark: str | None
    is_phrase: bool = False


def sets_against(text: str) -> bool:
    """Whether a sentence has words that may set one thing against another."""
    return any(one.search(text) for one in (_OPENING, _AHEAD, _BETWEEN))


def halves_of(text: str) -> list[Half]:
    """The halves of a sentence, in order; the whole where nothing in it is set against anything.

    Args:
        text: the sentence, blinded.
    """
    opening = _OPENING.search(text)
    ahead = _AHEAD.search(text)
    marks: list[tuple[int, str | None]] = [(0, _words(opening) if opening else None)]
    for start, mark in _cuts(text, ahead):
        if start - marks[-1][0] >= _LEAST and len(text) - start >= _LEAST:
            marks.append((start, mark))
    ends = [start for start, _ in marks[1:]] + [len(text)]
    return [
        Half(Span(start, end), mark, is_phrase=ahead is not None and end == ahead.end())
        for (start, mark), end in zip(marks, ends, strict=True)
    ]


def _cuts(text: str, ahead: re.Match[str] | None) -> Iterator[tuple[int, str | None]]:
    """Where a half begins behind another, with the words of contrast if there are any; in order."""
    start = 0
    if ahead:
        start = ahead.end()
        yield start, _words(ahead)
    elif colon := _COLON.search(text):
        start = colon.end()
        yield start, None
    for match in _BETWEEN.finditer(text, start):
        yield match.start(), match[0].lower().strip()


def _words(match: re.Match[str]) -> str:
    """The words of contrast in a match, in small letters."""
    return str(match[match.lastgroup or 0]).lower()
