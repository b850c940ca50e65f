"""Text -> sentences, as spans of the text."""

from __future__ import annotations

import re
from itertools import pairwise

from detente.reading.paragraphs import find_paragraphs
from detente.records import Span

MAX_CHARS = 2000  # beyond this a "sentence" is a table or a list without stops

# Where sentencex ends a sentence and English does not: the next piece goes on.
_OPEN_END = re.compile(
    r"(?:\b(?:[Nn]o|[Nn]os|[Vv]ol|[Aa]rt|[Ss]ec|[Pp]p|[Ff]ig|[Vv]s|[Cc]f|[Ee]d|[Vv]iz|i\.e|e\.g|approx|est"
    r"|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Cpl|Sgt|Adm|Brig|Sen|Rep|Gov|Pres|Amb|Hon|Rev|Fr|St|Mt|Ft"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?<![A-Za-z.])[A-Z])\.\s*$"
)
# Words that sentencex takes for abbreviations: a capital after their stop begins a sentence.
_WORD_END = re.compile(r"\b(?:[Mm]ay|Kan|ill|fed|me|ore|miss|etc)\.[\"”’']?\s+(?=[\"“‘(]?[A-Z])")
_CLOCK_END = re.compile(r"\b[ap]\.?m\.\s*$", re.IGNORECASE)
_CLOCK_NEXT = re.compile(
    r"(?:[A-Z]\w+(?: [A-Z]\w+)? (?:[Tt]ime|[Ss]tandard)|local|GMT|UTC|JST|KST|E[SD]?T\b|P[SD]?T\b|IST)"
)
_STATE_END = re.compile(r"\b(?:U\.S|U\.K|U\.N|E\.U|P\.R|D\.C)\.(?:-[A-Z]\w*)?\s*$")
_STARTS_SENTENCE = re.compile(
    r"[\"“‘'(\[]*(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|There|But|And|In|On|At|As|If|For"
    r"|From|By"
    r"|Its|His|Her|Their|Our|My|When|While|After|Before|Since|However|Moreover|Meanwhile|Both|Some|Many|What"
    r"|Why|How"
    r"|Not|No|So|Yet|Also|With|Under|During|Earlier|Last|Such|Now|Then|One|Most)\b"
)
_ITEM = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]")
_CLOSERS = re.compile(r"[\"”’'»)\]]+(?=\s|$)")
_LOWER = re.compile(r"[\"“‘'(\[]*[a-z]")
_ENDED = re.compile(r"[!?][\"”’']+\s*$")


def split_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Split a text into sentences.

    No sentence crosses a paragraph; a heading or a list item is one of its own. A piece longer than
    2,000 characters is cut at a semicolon, comma or space. Every character but whitespace is in
    exactly one sentence.

    Args:
        text: body of a document.
        language: ISO 639-1 code, for the abbreviations.

    Returns:
        Spans of code points in order, disjoint, none blank, without outer whitespace.

    Source:
        Boundaries by the ``sentencex`` package (Wikimedia), mended for titles, months, initials and
        clock times.
    """
    spans: list[Span] = []
    for paragraph in find_paragraphs(text):
        for start, end in _split_paragraph(paragraph.of(text), language):
            spans += _cut(text, paragraph.start + start, paragraph.start + end)
    return tuple(spans)


def _split_paragraph(paragraph: str, language: str) -> tuple[tuple[int, int], ...]:
    import sentencex

    pieces = [part for piece in sentencex.segment(language, paragraph) for part in _at_words(piece) if part]
    if "".join(pieces) != paragraph:  # the splitter dropped or changed something: keep the text whole
        return ((0, len(paragraph)),)
    ends: list[int] = []
    at = 0
    for piece in pieces:
        start, at = at, at + len(piece)
        lead = _CLOSERS.match(paragraph, start)
        if ends and lead:  # a closing quote belongs to the sentence before it
            ends[-1] = lead.end()
            if lead.end() >= at or not paragraph[lead.end() : at].strip():
                ends[-1] = at
                continue
        previous = paragraph[ends[-2] if len(ends) > 1 else 0 : ends[-1]] if ends else ""
        if ends and _goes_on(previous, paragraph[ends[-1] : at].lstrip()):
            ends[-1] = at
        else:
            ends.append(at)
    return tuple(zip([0, *ends[:-1]], ends, strict=True))


def _at_words(piece: str) -> list[str]:
    """A piece, cut after words that were taken for abbreviations."""
    cuts = [0, *(match.end() for match in _WORD_END.finditer(piece)), len(piece)]
    return [piece[start:end] for start, end in pairwise(cuts)]


def _goes_on(before: str, after: str) -> bool:
    if not before.strip() or not after:
        return not before.strip()
    if _ITEM.fullmatch(before.strip()):
        return True
    if _LOWER.match(after) and (_OPEN_END.search(before) or _STATE_END.search(before) or _ENDED.search(before)):
        return True
    if _CLOCK_END.search(before) and (_CLOCK_NEXT.match(after) or _LOWER.match(after)):
        return True
    if _OPEN_END.search(before):
        return not _STARTS_SENTENCE.match(after)
    return _STATE_END.search(before) is not None and not _STARTS_SENTENCE.match(after)


def _cut(text: str, start: int, end: int) -> list[Span]:
    """Trim a piece, and cut it where it is too long for a sentence."""
    spans: list[Span] = []
    while end - start > MAX_CHARS:
        window = text[start : start + MAX_CHARS]
        stop = max(window.rfind("; "), window.rfind(", "), window.rfind("，")) + 1
        stop = stop if stop > MAX_CHARS // 2 else window.rfind(" ") + 1
        stop = stop if stop > MAX_CHARS // 2 else MAX_CHARS
        spans += _trim(text, start, start + stop)
        start += stop
    return spans + _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> list[Span]:
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
    return [Span(start, end)] if start < end else []
