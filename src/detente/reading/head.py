"""The head of an article as pasted from a page: menu, title, standfirst, byline, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.reading.byline import Byline, parse_byline
from detente.reading.captions import is_caption
from detente.reading.furniture import is_button, is_menu
from detente.reading.headline import can_be_title, is_day_line
from detente.reading.houses import is_house, split_segments
from detente.reading.masthead import read_masthead
from detente.reading.outlets import find_outlet, name_outlet, split_title_outlet
from detente.reading.paragraphs import count_words, ends_sentence, is_prose
from detente.reading.person_names import is_name, split_names
from detente.reading.published import DatePart, find_set_apart

_REACH = 30  # lines from the top within which a head ends
_LONGEST_NOTE = 25  # words
_AHEAD = 3  # a byline so many lines below a full sentence makes that sentence a standfirst
_WORD = re.compile(r"\w+")
_WIRE_MARK = re.compile(r"^\((?:\d(?:st|nd|rd|th) )?(?:LD|LEAD|URGENT|UPDATED?|CORRECTED)\)\s*", re.IGNORECASE)
_CREDITS = re.compile(r"\(?(?:additional |with )?(?:reporting|writing|editing|compiled) by\b", re.IGNORECASE)
_PLACE_ALONE = re.compile(r"[A-Z][A-Z .,'’]+\s?[—–-]+")
_OFFICE = re.compile(
    r"(?:(?:(?:deputy|senior|chief|special|staff|guest|contributing|foreign|diplomatic|political)\s)*"
    r"(?:[\w-]+ ){0,3}(?:writer|correspondent|reporter|editor|columnist|contributor|bureau chief|bureau)"
    r"|(?:office|bureau|department) of .{3,60}|.{0,40}\b(?:university|institute)\b.{0,40})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of an article says, and where its body begins.

    Attributes:
        title: the headline, or none.
        authors: names of the writers.
        outlet: the outlet the head names.
        days: days named as dates of publication, the best first.
        body: lines of the head that are text all the same, with all lines below it.
        captions: picture captions in the head.
        dropped: furniture, for the count.
        houses: names of a publisher that we don't know, by a masthead or a line of publisher and day.
        named: names where a publisher's may stand, by a byline's author.
        noted: days set apart in other lines, of publication or not.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    days: tuple[DatePart, ...] = ()
    body: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    noted: tuple[DatePart, ...] = ()


@dataclass(slots=True)
class _Found:
    """The head as it builds up, line by line."""

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    outlet: str | None = None
    published: list[DatePart] = field(default_factory=list)
    changed: list[DatePart] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    noted: list[DatePart] = field(default_factory=list)
    houses: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)

    def take(self, byline: Byline) -> None:
        self.authors += [name for name in byline.authors if name not in self.authors]
        self.outlet = self.outlet or byline.outlet
        if byline.house:
            (self.named if byline.authors else self.houses).append(byline.house)
        if byline.day:
            (self.published if byline.published else self.changed).append(byline.day)


def read_head(lines: Sequence[str], title: str | None = None, bars: frozenset[str] = frozenset()) -> Head:
    """Read the head of an article.

    Args:
        lines: the paragraphs of a page or a text, none blank.
        title: the title where it is known; it is then looked for, not guessed.
        bars: lines that are bars of links by the gaps between their words.

    Returns:
        The head; its ``body`` begins with those lines of the head that look like text.
    """
    masthead = read_masthead(lines, bars, title)
    found = _Found(title=title, dropped=list(lines[: masthead.lines]), houses=list(masthead.names))
    found.outlet = next(filter(None, (name_outlet(line, alone=True) for line in found.dropped)), None)
    found.dropped += [line for line in lines[masthead.lines : _REACH] if line in bars]
    lines = [line for number, line in enumerate(lines[masthead.lines :]) if number >= _REACH or line not in bars]
    end = _find_head_end(lines)
    top, below = list(lines[:end]), list(lines[end:])
    rest: list[tuple[int, str]] = []
    for number, line in enumerate(top):
        if not _take_furniture(found, line):
            rest.append((number, line))
    if found.title is None:
        _take_title(found, rest, bool(below), under_masthead=masthead.lines > 0)
    marked = _first_mark(top)
    for number, _ in rest:
        _place(found, number, top, below, marked)
    body = [*found.kept, *below]
    return Head(
        found.title,
        tuple(found.authors),
        found.outlet,
        tuple(found.published + found.changed),
        tuple(body),
        tuple(found.captions),
        tuple(found.dropped),
        tuple(dict.fromkeys(found.houses)),
        tuple(dict.fromkeys(found.named)),
        tuple(found.noted),
    )


def _find_head_end(lines: Sequence[str]) -> int:
    """The line where the body begins: the first running text with no byline close below it."""
    reach = min(len(lines), _REACH)
    dated = titled = False
    for number in range(reach):
        line = lines[number]
        byline = parse_byline(line)
        furniture = byline is not None or is_caption(line) or is_button(line) or is_menu(line)
        asks = not titled and can_be_title(line)  # "Can they agree?" on top is a title, further down it is text
        titled = titled or (not furniture and can_be_title(line))
        if not furniture and not asks and is_prose(line):
            window = lines[number + 1 : min(number + 1 + _AHEAD, reach)]
            if not any(_is_mark(below, lines[:number], dated=dated) for below in window):
                return number
        dated = dated or bool(byline and byline.day)
    if reach < len(lines):
        return reach
    # Each full sentence has a byline close below it, as in a very short text: the first one begins the body.
    prose = (number for number, line in enumerate(lines) if is_prose(line) and not can_be_title(line))
    return next(prose, 1 if len(lines) > 1 else 0)


def _is_mark(line: str, above: Sequence[str], *, dated: bool) -> bool:
    if _CREDITS.match(line):
        return False
    if is_name(line) and any(line.casefold() == other.casefold() for other in above):
        return True
    byline = parse_byline(line)
    return byline is not None and (bool(byline.authors) or (byline.day is not None and not dated))


def _first_mark(top: Sequence[str]) -> int | None:
    return next((number for number, line in enumerate(top) if parse_byline(line)), None)


def _take_furniture(found: _Found, line: str) -> bool:
    """Take what a line of the head says when it is no title and no text."""
    if found.title is not None and _same(line, found.title):
        found.dropped.append(line)
        return True
    byline = parse_byline(line)
    if byline is None and is_caption(line):
        found.captions.append(line)
        return True
    outlet = name_outlet(line, alone=True)
    if outlet:
        found.outlet = found.outlet or outlet
        found.dropped.append(line)
        return True
    if byline is not None:
        found.take(byline)
    elif not is_menu(line) and not is_button(line):
        return False
    found.dropped.append(line)
    return True


def _take_title(found: _Found, rest: list[tuple[int, str]], has_body: bool, *, under_masthead: bool) -> None:
    """The first line that can be a headline; a label of a word or two yields to a longer line after it."""
    able = [(number, line) for number, line in rest if can_be_title(line)]
    able = [(number, line) for number, line in able if not is_day_line(line)] or able
    if not able or (not has_body and len(rest) < 2):
        return
    chosen = able[0]
    if len(able) > 1 and _is_masthead(chosen[1], able[1][1], found.outlet):
        found.dropped.append(chosen[1])
        rest.remove(chosen)
        chosen = able[1]
    elif rest[0] != chosen and is_prose(rest[0][1]):
        if not under_masthead or rest[0][0] != 0 or count_words(rest[0][1]) > _LONGEST_NOTE:
            return
        found.dropped.append(rest.pop(0)[1])  # a note on the pages of the site, between its masthead and the title
    rest.remove(chosen)
    found.title, outlet = split_title_outlet(_WIRE_MARK.sub("", chosen[1]))
    found.outlet = found.outlet or outlet
    for line in [line for line in rest if _same(line[1], found.title)]:
        rest.remove(line)
        found.dropped.append(line[1])


def _is_masthead(line: str, below: str, outlet: str | None) -> bool:
    """A section's label of a word or two, or the slogan of the page's own outlet, above the headline."""
    slogan = outlet is not None and find_outlet(line) == outlet and count_words(below) >= 3
    return slogan or (count_words(line) <= 2 and count_words(below) >= 5)


def _place(found: _Found, number: int, top: list[str], below: list[str], marked: int | None) -> None:
    """Decide on a line of the head that is neither furniture nor title: author, standfirst, tag, or text."""
    line = top[number]
    names = split_names(line)
    after_mark = marked is not None and number > marked
    day = find_set_apart(line) if count_words(line) <= _LONGEST_NOTE else None
    if day is not None:
        found.noted.append(day)
        found.houses += [part for part in split_segments(line) if is_house(part)]
    if names and _is_author(line, names, top, below):
        found.authors += [name for name in names if name not in found.authors]
        found.dropped.append(line)
    elif (
        repeats(line, below)
        or (day is not None and not ends_sentence(line) and (len(split_segments(line)) > 1 or is_day_line(line)))
        or _PLACE_ALONE.fullmatch(line)
        or _is_standfirst(found, line, number, marked)
        or (after_mark and _is_tags(line))
        or (_OFFICE.fullmatch(line) and (after_mark or found.authors))
    ):
        found.dropped.append(line)
    else:
        found.kept.append(line)


def _is_standfirst(found: _Found, line: str, number: int, marked: int | None) -> bool:
    """A second headline: between title and byline, and no sentence by its end."""
    between = found.title is not None and marked is not None and number < marked
    return between and not ends_sentence(line) and not line.endswith(":") and count_words(line) <= 40


def _is_author(line: str, names: tuple[str, ...], top: list[str], below: list[str]) -> bool:
    """A bare name is the author's when it stands there twice, by a date, or with an author's note below."""
    numbers = [number for number, other in enumerate(top) if other.casefold() == line.casefold()]
    if len(numbers) > 1:
        return True
    near = [top[number + step] for number in numbers for step in (-1, 1) if 0 <= number + step < len(top)]
    if any((byline := parse_byline(other)) and byline.day for other in near):
        return True
    foot = " ".join(below[-6:]).casefold()
    if any(name.casefold() in foot for name in names) or "the author" in foot or "the writer" in foot:
        return True
    # A name's words are never written small in the text; those of a heading mostly are.
    body = set(_WORD.findall(" ".join(below)))
    return bool(below) and not any(word.lower() in body for word in _WORD.findall(line) if len(word) > 1)


def _is_tags(line: str) -> bool:
    """Keywords under a byline, "China Japan": a few capitalised words with no verb between."""
    words = [word for word in re.split(r"[\s,/|]+", line) if word not in {"&", "and", "-"}]
    return (
        1 <= len(words) <= 4
        and not ends_sentence(line)
        and all(word[:1].isupper() or word[:1] == "#" for word in words)
    )


def repeats(line: str, body: Sequence[str], least: float = 0.75) -> bool:
    """Whether a standfirst says what the body says in the same words.

    Args:
        line: the line above the body.
        body: the paragraphs below.
        least: share of the line's words, by sentence, that one paragraph must hold.
    """
    words = _WORD.findall(line.casefold())
    if len(words) < 8:
        return False
    parts = [set(_WORD.findall(part.casefold())) for part in re.split(r"(?<=[.!?])\s+", line) if len(part.split()) >= 4]
    paragraphs = [set(_WORD.findall(paragraph.casefold())) for paragraph in body]
    return bool(parts) and all(
        any(len(part & paragraph) >= least * len(part) for paragraph in paragraphs) for part in parts
    )


def _same(line: str, title: str) -> bool:
    one, other = _WORD.findall(line.casefold()), _WORD.findall(title.casefold())
    if one == other:
        return True
    return len(other) >= 4 and one[: len(other)] == other and name_outlet(line[len(title) :]) is not None
