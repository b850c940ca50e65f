"""PDF files with a text layer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from detente.errors import EmptyInput, UnreadableInput
from detente.reading.article import Draft, check_size
from detente.reading.options import ReadOptions
from detente.reading.paragraphs import ends_sentence

_EDGE = 3  # lines at the top and at the foot of a page among which running heads are looked for
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|\[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|\])]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_HYPHENS = "-\u00ad\u2010\x02\ufffe\uffff"
# PDFium writes U+FFFE or U+0002 for a hyphen at a line's end, and goes on in the same line.
_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)|(?<=[\ufffe\x02])(?![\r\n])")
_KEEPS_HYPHEN = re.compile(
    r"self|non|co|anti|well|long|short|high|low|pro|so|post|pre|counter|multi|semi|vice|ex|inter|cross|mid"
    r"|much|far|then|two|three"
)
_BULLET = re.compile(r"^(?:[•▪◦●○■□◆‣]|\(?\d{1,2}[.)]\s|[-–—]\s)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page, with the height of its first character in points; 0 where unknown."""

    text: str
    height: float = 0.0


def read_pdf_drafts(path: Path, options: ReadOptions) -> Iterator[Draft]:
    """Read a PDF file: one article, its lines made paragraphs again.

    The file's own dates are those of the file, not of publication, and are left; its title and author
    are most often those of a template, and are left too.

    Raises:
        UnreadableInput: the file is damaged, cut off or protected by a password.
        EmptyInput: it has no text layer.
    """
    source = str(path)
    pages = _read_pages(source, path, options)
    lines = drop_running_heads(pages)
    if not any(line.text.strip() for line in lines):
        raise EmptyInput(source, "no text layer in the PDF: scanned pages must go through OCR first")
    yield Draft(source, "\n\n".join(rebuild_paragraphs(lines)), running=find_running_heads(pages))


def _read_pages(source: str, path: Path, options: ReadOptions) -> list[list[_Line]]:
    import pypdfium2

    pages: list[list[_Line]] = []
    size = 0
    try:
        document = pypdfium2.PdfDocument(path.read_bytes())
    except pypdfium2.PdfiumError as error:
        raise UnreadableInput(source, _explain(str(error))) from error
    try:
        for number in range(len(document)):
            lines = _read_page(document[number])
            size += sum(len(line.text) for line in lines)
            check_size(source, size, options)
            pages.append(lines)
    except pypdfium2.PdfiumError as error:
        raise UnreadableInput(source, _explain(str(error))) from error
    finally:
        document.close()
    return pages


def _explain(message: str) -> str:
    if "password" in message.lower():
        return "the PDF is protected by a password: save a copy without one"
    return "the PDF is damaged or cut off"


def _read_page(page: Any) -> list[_Line]:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        lines: list[_Line] = []
        at = 0
        for raw in _LINE_END.split(text):
            words = " ".join(raw.split())
            if words:
                first = at + len(raw) - len(raw.lstrip())
                lines.append(_Line(words, _height(textpage, first)))
            at += len(raw)
        return lines
    finally:
        textpage.close()
        page.close()


def _height(textpage: Any, index: int) -> float:
    import pypdfium2

    try:
        _, bottom, _, top = textpage.get_charbox(index, loose=True)
    except (pypdfium2.PdfiumError, IndexError, ValueError):
        return 0.0
    return round(float(top - bottom), 1)


def drop_running_heads(pages: Sequence[Sequence[_Line]]) -> list[_Line]:
    """Drop the heads and feet that pages repeat, and page numbers.

    Args:
        pages: the lines of each page.

    Returns:
        The lines of all pages, in order.
    """
    repeated = _repeated(pages)
    kept: list[_Line] = []
    for page in pages:
        for number, line in enumerate(page):
            edge = number < _EDGE or number >= len(page) - _EDGE
            running = edge and _key(line.text) in repeated
            numbered = (number in (0, len(page) - 1)) and _PAGE_NUMBER.fullmatch(line.text) is not None
            if not running and not numbered:
                kept.append(line)
    return kept


def find_running_heads(pages: Sequence[Sequence[_Line]]) -> tuple[str, ...]:
    """Find the heads and feet that pages repeat, each once, as the first page that has it writes it."""
    repeated = _repeated(pages)
    first: dict[str, str] = {}
    for page in pages:
        for line in _edges(page):
            if _key(line.text) in repeated and _PAGE_NUMBER.fullmatch(line.text) is None:
                first.setdefault(_key(line.text), line.text)
    return tuple(first.values())


def _repeated(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(line.text) for line in _edges(page)})
    need = max(2, (len(pages) + 1) // 2)
    return frozenset(key for key, times in seen.items() if times >= need)


def _edges(page: Sequence[_Line]) -> list[_Line]:
    return [*page[:_EDGE], *page[max(len(page) - _EDGE, _EDGE) :]]


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def rebuild_paragraphs(lines: Sequence[_Line]) -> list[str]:
    """Join the lines of pages to paragraphs, words cut at a line's end made whole.

    Args:
        lines: lines in reading order.

    Returns:
        Paragraphs; a heading is one of its own.
    """
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(0.85 * (len(lengths) - 1))] if lengths else 0
    heights = [line.height for line in lines if line.height]
    usual = median(heights) if heights else 0.0
    words = Counter(re.findall(r"[\w-]+", " ".join(line.text for line in lines).casefold()))
    paragraphs: list[str] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None or _starts_paragraph(before, line, width, usual):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _join(paragraphs[-1], line.text, words)
    return [paragraph.strip(_HYPHENS[1:]) for paragraph in paragraphs]


def _starts_paragraph(before: _Line, line: _Line, width: int, usual: float) -> bool:
    if _BULLET.match(line.text):
        return True
    if before.height and line.height and abs(before.height - line.height) > 0.12 * max(before.height, line.height):
        return not (before.text[-1] in _HYPHENS or (line.text[:1].islower() and not ends_sentence(before.text)))
    if usual and before.height > 1.12 * usual and line.height > 1.12 * usual:
        return False  # a title of two lines
    short = len(before.text) < 0.8 * width
    if ends_sentence(before.text):
        return short
    capital = not line.text[:1].islower()
    return short and len(before.text) < 0.6 * width and capital and before.text[-1] not in f"{_HYPHENS},;"


def _join(one: str, other: str, words: Counter[str]) -> str:
    if one[-1] not in _HYPHENS or len(one) < 2 or not one[-2].isalpha() or not other[:1].isalpha():
        return f"{one} {other}"
    left, right = re.findall(r"[\w]+$", one[:-1])[-1:] or [""], re.match(r"\w+", other)
    stem = left[0].casefold()
    tail = right[0].casefold() if right else ""
    if one[-1] == "\u00ad" or (tail and words[stem + tail]):
        return one[:-1] + other
    keep = other[:1].isupper() or _KEEPS_HYPHEN.fullmatch(stem) is not None or words[f"{stem}-{tail}"] > 0
    return f"{one[:-1]}-{other}" if keep else one[:-1] + other
