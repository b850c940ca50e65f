"""The foot of an article, and the furniture between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.reading.author_notes import find_noted_author, is_author_note, is_editors_note
from detente.reading.byline import parse_byline
from detente.reading.captions import is_caption, is_signed
from detente.reading.furniture import is_button, is_notice, opens_foot
from detente.reading.outlets import find_outlet, name_outlet, outlet_of_url
from detente.reading.paragraphs import count_words, ends_sentence, is_prose
from detente.reading.person_names import split_names
from detente.reading.published import DatePart

_TAIL = 0.6  # notices and bios are looked for in the last part of a page, by characters
_BY_REPORT = re.compile(r"\(?(?:additional )?(?:reporting|writing|report) by (?P<names>[^;)(]+)", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*(?:$|[|·•–-]|[,.]?\s*(?:(?:19|20)\d\d\b|founded\b|est(?:ablished)?\b)|\.\s+[A-Z])")
_ADDRESS_AHEAD = re.compile(r",\s*[A-Z]")
_IMPRINT = 12  # words
_LAST = 6  # lines from the end among which bars of links and an imprint stand
_TAGS = 5  # labels in a row below a text
_BY = re.compile(r"by\s", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|updated|released)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:[\w.+-]+@)?(?:[a-z0-9-]+\.)+[a-z]{2,6}\b")
_TRUST = re.compile(r"^why you can trust ", re.IGNORECASE)
_SOURCE = re.compile(r"\(?\s*(?:source|from)\s?[:：]\s*(?P<name>[^)]{2,60})\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article, and what its foot says of who wrote it for whom.

    Attributes:
        paragraphs: the text.
        captions: picture captions found between the paragraphs.
        days: days of publication that the foot names.
        dropped: furniture, for the count.
    """

    paragraphs: tuple[str, ...]
    captions: tuple[str, ...] = ()
    days: tuple[DatePart, ...] = ()
    dropped: tuple[str, ...] = ()


def strip_boilerplate(lines: Sequence[str], authors: Sequence[str] = (), bars: frozenset[str] = frozenset()) -> Body:
    """Take the foot and the furniture off the lines below an article's head.

    A line goes only when it is furniture as a whole; when unsure it stays text.

    Args:
        lines: paragraphs, the head taken off.
        authors: the writers as far as known; a last paragraph that begins with a name is a note.
        bars: lines that are bars of links by the gaps between their words.

    Returns:
        The body and what was taken off.
    """
    last = len(lines) - _LAST
    linked = [line for line in lines[max(last, 0) :] if line in bars]
    lines = [line for number, line in enumerate(lines) if number < last or line not in bars]
    kept, captions, dropped = _drop_furniture(lines)
    dropped = [*dropped, *linked]
    text_end = _find_foot(kept, authors)
    foot = [*kept[text_end:], *dropped]
    while text_end and _is_tail_label(kept[text_end - 1], kept[: text_end - 1]):
        text_end -= 1
        foot.append(kept[text_end])
    return Body(
        tuple(kept[:text_end]),
        tuple(captions),
        tuple(day for line in foot if (day := _published_day(line))),
        tuple(foot),
    )


def _drop_furniture(lines: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Sort lines into text, captions and furniture; a heading of the foot takes its list of links with it."""
    total = sum(map(len, lines)) or 1
    kept: list[str] = []
    captions: list[str] = []
    dropped: list[str] = []
    before, listing = 0, False
    last = max((number for number, line in enumerate(lines) if is_prose(line)), default=-1)
    for number, line in enumerate(lines):
        late = before >= _TAIL * total or number >= len(lines) - 4
        before += len(line)
        listing = listing and not (is_prose(line) and (not late or any(map(is_prose, lines[number + 1 : number + 2]))))
        if is_caption(line) and not (number == last and is_signed(line)):
            captions.append(line)
        elif opens_foot(line) and _heads_links(lines[number + 1 :], late):
            listing = True
            dropped.append(line)
        elif listing or _is_furniture(line, late=late) or (number < 3 and is_editors_note(line)):
            dropped.append(line)
        else:
            kept.append(line)
    return kept, captions, dropped


def _is_furniture(line: str, *, late: bool) -> bool:
    if is_button(line) or name_outlet(line, alone=True):
        return True
    return late and (is_notice(line) or _published_day(line) is not None or bool(_signers(line)))


def _signers(line: str) -> tuple[str, ...]:
    """The names of a line such as "By Jane Doe, Oslo correspondent" below an article."""
    byline = parse_byline(line) if _BY.match(line) and len(line) <= 120 else None
    return byline.authors if byline else ()


def _published_day(line: str) -> DatePart | None:
    """The full date of a line such as "Published: July 3, 2024"."""
    byline = parse_byline(line) if _PUBLISHED.search(line) else None
    return byline.day if byline and byline.published and byline.day and byline.day.year else None


def _heads_links(after: Sequence[str], late: bool) -> bool:
    """Whether titles follow, not text: a section of the article may be headed "Discussion" too."""
    if not after:
        return True
    return not is_prose(after[0]) and (late or not any(is_prose(line) for line in after[:2]))


def _find_foot(lines: Sequence[str], authors: Sequence[str]) -> int:
    """Where the notes on the author at the end begin."""
    end = len(lines)
    for number in range(len(lines) - 1, max(len(lines) - 6, 0), -1):
        if is_author_note(lines[number], authors) or (number == end - 1 and is_notice(lines[number])):
            end = number
    return end


def _is_tail_label(line: str, above: Sequence[str]) -> bool:
    """A dangling label or tag below the last sentence ("Asia", "End"); headings have text below them."""
    short = count_words(line) <= 4 and len(line) < 40 and not ends_sentence(line)
    return short and any(is_prose(other) for other in above[-_TAGS:])


def split_imprint(paragraphs: Sequence[str], outlet: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take the lines in which a publisher names itself off the end of a text.

    Args:
        paragraphs: the text.
        outlet: the publisher's name.

    Returns:
        The text, and lines such as "Northern Gazette 2024. Terms of use." or "Northern Gazette, founded 1998."
    """
    end = len(paragraphs)
    name = re.compile(re.escape(outlet or "") + r"(?: (?-i:[A-Z])\w+){0,3}(?P<rest>.*)", re.IGNORECASE)
    while outlet and end > 1 and _is_imprint(name, paragraphs[end - 1]):
        end -= 1
    return tuple(paragraphs[:end]), tuple(paragraphs[end:])


def _is_imprint(name: re.Pattern[str], line: str) -> bool:
    match = name.fullmatch(line.lstrip("-–— "))
    if match is None or count_words(line) > _IMPRINT:
        return False
    rest = match["rest"]
    return _AFTER_NAME.match(rest) is not None or (not ends_sentence(line) and _ADDRESS_AHEAD.match(rest) is not None)


def find_writers(furniture: Sequence[str]) -> tuple[str, ...]:
    """Find the writers that a page's furniture names: "Reporting by", a note on the author."""
    for line in furniture:
        report = _BY_REPORT.match(line)
        if report and (names := split_names(report["names"])):
            return names
        if signers := _signers(line):
            return signers
        noted = find_noted_author(line)
        if noted and (names := split_names(noted)):
            return names
    return ()


def find_publisher(furniture: Sequence[str]) -> str | None:
    """Find the outlet that a page's furniture names.

    Args:
        furniture: lines taken off a page.

    Returns:
        The outlet of the source line, else of a copyright line or a note on the author, else that whose
        site the addresses are on, else one that has a line of its own; or none.
    """
    for line in furniture:
        source = _SOURCE.match(line)
        if source and (outlet := name_outlet(re.split(r"[/|(]", source["name"])[0])):
            return outlet
    for line in furniture:
        if (is_notice(line) or is_author_note(line) or "exclusively for" in line) and (outlet := find_outlet(line)):
            return outlet
    for line in furniture:
        for address in _ADDRESS.findall(line):
            if outlet := outlet_of_url(f"https://{address.rpartition('@')[2]}"):
                return outlet
    own = (name_outlet(line, alone=True) or name_outlet(_TRUST.sub("", line), alone=True) for line in furniture)
    return next(filter(None, own), None)
