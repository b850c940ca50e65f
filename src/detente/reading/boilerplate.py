"""The foot of an article, and the furniture between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.reading.byline import split_names
from detente.reading.captions import is_caption
from detente.reading.furniture import is_button, is_notice, opens_foot
from detente.reading.outlets import find_outlet, name_outlet
from detente.reading.paragraphs import count_words, ends_sentence, is_prose

_TAIL = 0.6  # notices and bios are looked for in the last part of a page, by characters
_BIO = re.compile(
    r"[(\[*—–-]*\s*(?:about the authors?\s*[:：]?\s*)?(?:the (?:author|writer|contributor"
    r"|columnist)s?\b\s*(?:,|is|are|was|were|has|have|works?|teaches|serves?|writes?|contributed|can|[(])"
    r"|(?:this|the) (?:article|commentary|column|piece|op-ed)(?:'s author)? (?:is|was) (?:written"
    r"|contributed|authored)? ?(?:by|exclusive)"
    r"|(?:he|she|they) (?:is|are|was) (?:also )?(?:an? |the )?(?:author|co-author|editor|former|contributing"
    r"|currently|visiting|regular)\b.{0,300}(?:book|editor|fellow|columnist|contributor|twitter|@|author"
    r"|professor))",
    re.IGNORECASE,
)
_POST = (
    r"(?:(?:(?:assistant|associate|adjunct|emeritus|visiting|full|research|distinguished|honorary) "
    r")?professor|lecturer|(?:\w+ )?fellow|researcher|research (?:associate|assistant|analyst|scholar)"
    r"|scholar|columnist|correspondent|journalist|reporter|staff writer|freelance|editor|political scientist"
    r"|historian|commentator|(?:\w+ )?analyst|ph\.?d\.? (?:candidate|student)"
    r"|doctoral|postgraduate|graduate student|trainee|intern|contributor|expert (?:on|at|in|with)|deputy "
    r"editor|commentary writer|observer|writer|academic)"
)
_NAMED_BIO = re.compile(
    rf"[(\[*]*\s*(?P<name>(?:Dr\.? |Prof\.? |Professor )?[A-Z][\w'’.\-]+(?: [A-Z][\w'’.\-]*| (?:de|van|von"
    rf"|bin|al|der)){{1,4}})\s*(?:\([^)]{{1,60}}\)\s*)?"
    rf"(?:,? (?:is|was|are|works as|serves as)\s+(?:also |currently |now )?(?:an?|the)?\s?(?:[\w-]+ "
    rf"){{0,5}}{_POST}\b|, (?:[\w-]+ ){{0,4}}{_POST}\b)"
)
_VIEWS = re.compile(
    r"\b(?:views?|opinions?)\b.{0,80}\b(?:own|personal|author|reflect|represent)|exclusively for|@\w+"
    r"|contributed this|his own\b.{0,20}$|follow (?:him|her)|can be reached"
    r"|his (?:latest|most recent|new) book|her (?:latest|most recent|new) book|author of|research (?:focuses"
    r"|interests)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?P<names>.+?)(?: \||,| -| —|$)")
_BY_REPORT = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|report) by (?P<names>[^;)(]+)", re.IGNORECASE
)
_SOURCE = re.compile(r"\(?\s*(?:source|from)\s?[:：]\s*(?P<name>[^)]{2,60})\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article, and what its foot says of who wrote it for whom.

    Attributes:
        paragraphs: the text.
        captions: picture captions found between the paragraphs.
        authors: writers named by the foot ("Reporting by", a note on the author).
        outlet: the outlet that the copyright line or the note on the author names.
        dropped: furniture, for the count.
    """

    paragraphs: tuple[str, ...]
    captions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    dropped: tuple[str, ...] = ()


def strip_boilerplate(lines: Sequence[str], authors: Sequence[str] = (), title: str | None = None) -> Body:
    """Take the foot and the furniture off the lines below an article's head.

    A line goes only when it is furniture as a whole; when unsure it stays text.

    Args:
        lines: paragraphs, the head taken off.
        authors: the writers as far as known; a last paragraph that begins with a name is a note.
        title: the title as far as known.

    Returns:
        The body and what was taken off.
    """
    kept, captions, dropped, listing = _drop_furniture(lines)
    text_end = _find_foot(kept, authors)
    foot = [*kept[text_end:], *dropped]
    while text_end and not listing and _is_tail_label(kept[text_end - 1], kept[: text_end - 1]):
        text_end -= 1
        foot.append(kept[text_end])
    return Body(
        tuple(kept[:text_end]),
        tuple(captions),
        _foot_authors(foot),
        _foot_outlet(foot),
        tuple(foot),
    )


def _drop_furniture(lines: Sequence[str]) -> tuple[list[str], list[str], list[str], bool]:
    """Sort lines into text, captions and furniture; a heading of the foot takes its list of links with it."""
    total = sum(map(len, lines)) or 1
    kept: list[str] = []
    captions: list[str] = []
    dropped: list[str] = []
    before, listing = 0, False
    for number, line in enumerate(lines):
        late = before >= _TAIL * total or number >= len(lines) - 4
        before += len(line)
        listing = listing and not is_prose(line)
        if is_caption(line):
            captions.append(line)
        elif opens_foot(line) and _heads_links(lines[number + 1 :], late):
            listing = True
            dropped.append(line)
        elif listing or is_button(line) or (late and is_notice(line)) or name_outlet(line):
            dropped.append(line)
        else:
            kept.append(line)
    return kept, captions, dropped, listing


def _heads_links(after: Sequence[str], late: bool) -> bool:
    """Whether titles follow, not text: a section of the article may be headed "Discussion" too."""
    if not after:
        return True
    return not is_prose(after[0]) and (late or not any(is_prose(line) for line in after[:2]))


def _find_foot(lines: Sequence[str], authors: Sequence[str]) -> int:
    """Where the notes on the author at the end begin."""
    end = len(lines)
    for number in range(len(lines) - 1, max(len(lines) - 6, 0), -1):
        if _is_note(lines[number], authors) or (number == end - 1 and is_notice(lines[number])):
            end = number
    return end


def _is_note(line: str, authors: Sequence[str]) -> bool:
    if len(line) > 1500:
        return False
    if _BIO.match(line):
        return True
    folded = line.casefold().lstrip("(*[ ")
    signed = any(folded.startswith(author.casefold()) and len(author) > 3 for author in authors)
    named = _NAMED_BIO.match(line)
    if signed:
        return named is not None or _VIEWS.search(line) is not None or count_words(line) <= 5
    return named is not None and _VIEWS.search(line) is not None


def _is_tail_label(line: str, above: Sequence[str]) -> bool:
    """A dangling label below the last sentence ("Asia", "End"); headings have text below them."""
    return (
        bool(above)
        and count_words(line) <= 4
        and not ends_sentence(line)
        and is_prose(above[-1])
        and len(line) < 40
    )


def _foot_authors(foot: Sequence[str]) -> tuple[str, ...]:
    for line in foot:
        report = _BY_REPORT.match(line)
        if report and (names := split_names(report["names"].split(" in ")[0])):
            return names
        named = _NAMED_BIO.match(line)
        if named and (names := split_names(named["name"])):
            return names
    return ()


def _foot_outlet(foot: Sequence[str]) -> str | None:
    """The outlet that the source or copyright line names, else the one that the notes agree on."""
    for line in foot:
        source = _SOURCE.match(line)
        if source and (outlet := name_outlet(source["name"])):
            return outlet
    for line in foot:
        if (is_notice(line) or _BIO.match(line) or _VIEWS.search(line)) and (outlet := find_outlet(line)):
            return outlet
    return next(filter(None, map(name_outlet, foot)), None)
