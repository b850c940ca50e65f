"""Paragraphs: one a line, or hard-wrapped lines with a blank line between."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from statistics import median

from detente.records import Span

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202c"))
_LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n\s*\n")
_LIST_ITEM = re.compile(r"\s*(?:[-*•▪◦●○■□◆·‣–—]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|#{1,6}\s)")
_END = re.compile(r"""[.!?…。！？][\W_]*$""")
_CLOSED = re.compile(r"""[.!?:;…。！？"”’)\]]\s*$""")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def normalise_characters(text: str) -> str:
    """Make line ends ``\\n``, spaces plain, and drop characters that can't be seen.

    Args:
        text: any text.

    Returns:
        The text in Unicode normal form C.
    """
    text = _LINE_END.sub("\n", unicodedata.normalize("NFC", text)).translate(_INVISIBLE)
    text = "".join(c if c >= " " or c in "\n\t" else " " for c in text) if _has_control(text) else text
    return _SPACES.sub(" ", text)


def _has_control(text: str) -> bool:
    return any(c in text for c in map(chr, (*range(9), 11, 12, *range(13, 32))))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, closing quotes and brackets aside."""
    return _END.search(line) is not None


def count_words(line: str) -> int:
    """Number of words; in Chinese, Japanese and Korean two characters count as a word."""
    cjk = len(_CJK.findall(line))
    return cjk // 2 + len(_CJK.sub(" ", line).split()) if cjk else len(line.split())


def is_prose(line: str) -> bool:
    """Whether a line reads as running text: a full sentence, or long."""
    words = count_words(line)
    return words >= 30 or (words >= 6 and ends_sentence(line))


def is_hard_wrapped(text: str) -> bool:
    """Whether line ends fall within sentences, as in e-mail and in text of a fixed width.

    Args:
        text: a text with ``\\n`` line ends.

    Returns:
        True when most lines that have another line right after them are of about one length, at most
        120 characters, and stop in mid-sentence.
    """
    inner: list[str] = []
    for block in _BLANK_LINES.split(text):
        lines = [line for line in block.split("\n") if line.strip()]
        inner += [a for a, b in pairwise(lines) if not _LIST_ITEM.match(b)]
    total = sum(map(len, text.split("\n")))
    if len(inner) < 3 or sum(map(len, inner)) < 0.5 * total or max(map(len, inner)) > 140:
        return False
    lengths = [len(line) for line in inner]
    usual = median(lengths)
    even = sum(abs(n - usual) <= 0.25 * usual for n in lengths)
    broken = sum(not _CLOSED.search(line) for line in inner)
    return 35 <= usual <= 120 and even >= 0.7 * len(inner) and broken >= 0.6 * len(inner)


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Find the paragraphs of a text.

    Args:
        text: any text.

    Returns:
        Spans without outer whitespace, in order. A line is a paragraph, unless the text is
        hard-wrapped: then a paragraph ends at a blank line or before a list item.
    """
    wrapped = is_hard_wrapped(text)
    spans: list[Span] = []
    at, joins = 0, False
    for line in text.splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        at += len(line)
        if end <= start:
            joins = False
        elif wrapped and joins and not _LIST_ITEM.match(line):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
            joins = True
    return tuple(spans)


def split_paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text, each on one line with single spaces.

    Args:
        text: any text.

    Returns:
        Paragraphs, none blank.
    """
    normal = normalise_characters(text)
    return [" ".join(span.of(normal).split()) for span in find_paragraphs(normal)]
