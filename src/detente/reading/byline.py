"""Bylines: "By A. Name | Outlet | Updated: 2024-05-02 07:10"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.reading.dateline import find_dateline
from detente.reading.furniture import is_button, is_section
from detente.reading.houses import find_house_ahead, is_desk, is_house
from detente.reading.outlets import find_outlet, name_outlet
from detente.reading.paragraphs import is_prose
from detente.reading.person_names import ROLE, is_name, plain_name, split_names
from detente.reading.published import DatePart, find_dates

_LEAD = re.compile(
    r"(?:(?:written|story|text|words|report|reported|reporting|article|commentary|analysis|opinion|op-ed|essay|review|posted"
    r"|authored|column|an? .{1,20})\s+by|by|authors?|writers?"
    r"|reporter|staff reporter|byline|文|作者|記者|记者|기자)"
    r"\s*[:：]?\s+(?=\S)|(?:文|作者|記者|记者)[:：/]\s*",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?P<label>(?:first |originally |last )?(?:published|updated|posted|modified|revised|created|released"
    r"|publication date|release date|date"
    r"|issued|edited|time|input|upload(?:ed)?|pub(?:\.|lished)? ?(?:on|at)?"
    r"|최종수정|입력|등록|수정|발행|发布时间|更新|发布|時間"
    r"|更新日|公開日|掲載))"
    r"(?: on| at| date| time)?\s*[:：]?\s*",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?(?:,? (?-i:[A-Z][a-z]+ ){1,2}time\b)?|\b\d{1,2}\s?[ap]\.?m\.?"
    r"(?:,? (?-i:[A-Z][a-z]+ ){1,2}time)?\b|\(?\b(?:GMT|UTC|BST|JST"
    r"|KST|HKT|SGT|IST|E[SD]?T|P[SD]?T|CE?S?T|AEST|AEDT|MSK|WIB"
    r"|Beijing Time|Moscow time|Japan|local time|SGT)\b(?:[+-]\d{1,2}(?::?\d\d)?)?\)?|\b(?:Mon|Tues?"
    r"|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sat|Sun)(?:day)?\b[,.]?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[|｜•·●]\s*|\s+[/–—-]+\s+|\s*;\s*|\s{2,}")
_STAFF = re.compile(r"\b(?:staff|writers?|reporters?)\b", re.IGNORECASE)
_EDGES = " \t,.:;|/()[]-–—年月日"
_AGO = re.compile(
    r"(?:last )?updated .{1,20} ago|\b\d+ comments?\b|\bfollow @?\w+",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\[(]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[\])]?")
_LABEL_END = re.compile(r"\s(?:published|posted|updated)\s*[:：]?$", re.IGNORECASE)
_LIST = re.compile(r",? and |,? & |, ")
_LAST_WORD = re.compile(r"\s(?:on|at)$", re.IGNORECASE)
_CREW = re.compile(
    r"(?:(?P<outlet>[A-Z][\w ]{1,30}?)\s)?(?:staff )?(?:writers?|reporters?|correspondents?)\s+(?=[A-Z])"
)
_HOUSE = re.compile(r"\bfor (?P<outlet>[A-Z][\w ]+)$")
_NAME_IN_HOUSE = re.compile(r"(?P<name>[^()]{4,50}) \((?P<outlet>[^()]{2,40})\)?")
_KOREAN_REPORTER = re.compile(r"(?P<name>[\uac00-\ud7af]{2,4})\s?(?:기자|특파원|논설위원)")
_PLACE = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?")
_FILLER = re.compile(r"on|at|by|in|share|print|no\.? ?\d+|source|updated|published|in [A-Z][a-z]+|\W*", re.IGNORECASE)
_NAME_AND_ROLE = re.compile(rf"(?P<name>[^,]+), (?P<role>[^,]*{ROLE.pattern}[^,]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of who wrote an article, for whom, and when.

    Attributes:
        authors: names as written, in capitals made plain.
        outlet: the outlet named, or none.
        day: the day named, or none.
        published: whether the day is labelled as that of publication, not of a change.
        house: a name where a publisher's stands, of one that we don't know; or none.
    """

    authors: tuple[str, ...] = ()
    outlet: str | None = None
    day: DatePart | None = None
    published: bool = True
    house: str | None = None


def parse_byline(line: str) -> Byline | None:
    """Read a byline, a line of date and outlet, or the two in one.

    Args:
        line: one line of an article's head.

    Returns:
        What it says, or none when the line is no byline as a whole: a line with anything in it that is
        neither name, role, outlet, section, label nor date is left to be text.
    """
    if len(line) > 250 or (is_prose(line) and not _LEAD.match(line)):
        return None
    alone = find_dateline(f"{line} X")  # a dateline on a line of its own
    if alone and alone.day and alone.span.end == len(line) + 1:
        return Byline((), alone.outlet, alone.day, house=alone.agency)
    days = find_dates(line)
    pieces = [_read_piece(part) for part in _SEPARATOR.split(line)]
    known = [piece for piece in pieces if piece is not None]
    firm = any(piece.firm for piece in known)
    if len(known) < len(pieces) or not (firm or any(piece.outlet for piece in known)):
        return None
    if not firm and any(piece.loose for piece in known):
        return None  # "Reuters | Norland Rising" may be a title as well
    authors = tuple(dict.fromkeys(name for piece in known for name in piece.authors))
    outlet = next((piece.outlet for piece in known if piece.outlet), None)
    house = next((piece.house for piece in known if piece.house), None)
    day, published = _choose_day(line, days)
    return Byline(authors, outlet, day, published, house)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A segment of a byline.

    ``firm`` ones make a line a byline (a date, "By" with a name, a name with a role); ``loose`` ones, a bare
    name or place, are read only beside a firm one; the rest, such as a section's name, is filler.
    """

    authors: tuple[str, ...] = ()
    outlet: str | None = None
    firm: bool = False
    loose: bool = False
    house: str | None = None


def _read_piece(part: str) -> _Piece | None:
    """One segment of a byline: its reading, an empty one for filler, none for what is no byline."""
    rest, dated = _strip_dates(part)
    lead = _LEAD.match(rest + " ")
    rest = rest[lead.end() :].strip() if lead else rest
    if not rest or is_button(rest) or _FILLER.fullmatch(rest) or all(map(is_section, rest.split(", "))):
        return _Piece(firm=dated)
    outlet = name_outlet(rest, alone=True)
    if outlet:
        return _Piece(outlet=outlet, firm=dated)
    if is_desk(rest):
        return _Piece((), find_outlet(rest), firm=True, house=find_house_ahead(rest))
    return _read_led(rest) if lead else _read_bare(rest, dated=dated)


def _read_led(rest: str) -> _Piece | None:
    """What follows "By": names, or the staff of an outlet."""
    crew = _CREW.match(rest)
    names = split_names(_drop_houses(rest[crew.end() :] if crew else rest), certain=True)
    if names:
        house = _HOUSE.search(rest) or crew
        outlet = find_outlet(rest) or (name_outlet(house["outlet"] or "") if house else None)
        return _Piece(names, outlet, firm=True, house=_find_house(rest))
    if ROLE.search(rest) and len(rest.split()) <= 8:
        return _Piece((), find_outlet(rest) or name_outlet(_STAFF.sub("", rest)), firm=True)
    return None


def _read_bare(rest: str, *, dated: bool) -> _Piece | None:
    reporter = _KOREAN_REPORTER.fullmatch(rest)
    if reporter:
        return _Piece((reporter["name"],), firm=True)
    role = _NAME_AND_ROLE.fullmatch(rest)
    if role and (names := split_names(role["name"])):
        return _Piece(names, find_outlet(rest) or name_outlet(role["role"]), firm=True)
    housed = _NAME_IN_HOUSE.fullmatch(rest)
    if housed and is_name(housed["name"]) and (outlet := name_outlet(housed["outlet"])):
        return _Piece((plain_name(housed["name"]),), outlet, firm=True)
    names = split_names(_drop_houses(rest), certain=dated)
    house = _find_house(rest)
    if names or house == rest:
        return _Piece(names, firm=dated, loose=not dated, house=house)
    if _PLACE.fullmatch(rest):
        return _Piece(firm=dated and rest.isupper(), loose=True)
    return None


def _find_house(rest: str) -> str | None:
    """The one of the names in a list that looks like a publisher's name, or none."""
    return next(filter(is_house, _LIST.split(rest)), None)


def _drop_houses(rest: str) -> str:
    return ", ".join(part for part in _LIST.split(rest) if not is_house(part)) if _find_house(rest) else rest


def _strip_dates(part: str) -> tuple[str, bool]:
    part = _EMAIL.sub(" ", part)
    days = find_dates(part)
    for day in reversed(days):
        part = part[: day.start] + " " + part[day.end :]
    timeless = _AGO.sub(" ", _CLOCK.sub(" ", part)).strip(_EDGES)
    labelled = _DATE_LABEL.match(timeless)
    if days or not timeless or (labelled and labelled.end() == len(timeless)):
        part = timeless
        while days and (labelled := _DATE_LABEL.match(part)):  # "Posted on: ... Modified on: ..."
            part = part[labelled.end() :].strip(_EDGES)
        part = "" if labelled and labelled.end() == len(part) else part
        part = _LABEL_END.sub("", part)
        part = _LAST_WORD.sub("", part) if days else part
    return " ".join(part.strip(_EDGES).split()), bool(days)


def _choose_day(line: str, days: list[DatePart]) -> tuple[DatePart | None, bool]:
    """The day labelled as published, else the first; and whether it is one of publication."""
    changed: list[DatePart] = []
    for day in days:
        labels = list(_DATE_LABEL.finditer(line, 0, day.start))
        label = labels[-1]["label"].casefold() if labels else ""
        if label.startswith(("updated", "last", "modified", "revised", "edited", "수정", "최종", "更新")):
            changed.append(day)
        else:
            return day, True
    return (changed[0], False) if changed else (None, True)
