"""Bylines: "By A. Name | Outlet | Updated: 2024-05-14 08:16"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.reading.furniture import is_section, load_furniture
from detente.reading.outlets import find_outlet, name_outlet
from detente.reading.paragraphs import is_prose
from detente.reading.published import DatePart, find_dates

_NAME_WORD = r"(?:[A-Z][\w'’\-]*\.?|[A-Z]\.(?:[A-Z]\.)*|d[aeiou]s?|v[ao]n|der|den|bin|ibn|al|el|la|le|du|y|ter|ten|zu)"
_NAME = re.compile(
    rf"(?:(?:Dr|Prof|Mr|Ms|Mrs|Sir|Amb|Ambassador|Professor)\.? )?[A-Z][\w'’.\-]*(?: "
    rf"{_NAME_WORD}){{1,4}}(?:,? (?:Jr|Sr|Ph\.?D)\.?)?"
)
_CJK_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}")
_LEAD = re.compile(
    r"(?:(?:written|story|text|words|report|reported|reporting|article|commentary|analysis|opinion|posted"
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
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\.?\b|\(?\b(?:GMT|UTC|BST|JST"
    r"|KST|HKT|SGT|IST|E[SD]?T|P[SD]?T|CE?S?T|AEST|AEDT|MSK|WIB"
    r"|Beijing Time|Moscow time|Japan|local time|SGT)\b(?:[+-]\d{1,2}(?::?\d\d)?)?\)?|\b(?:Mon|Tues?"
    r"|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sat|Sun)(?:day)?\b[,.]?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[|｜•·●]\s*|\s+[/–—-]+\s+|\s*;\s*|\s{2,}")
_AND = re.compile(r"\s*(?:,? and |,? & |、|，|,(?! (?:Jr|Sr|Ph)))\s*")
_ROLE = re.compile(
    r"\b(?:writers?|correspondents?|reporters?|editors?|columnists?|contributors?|staff|bureau|chief"
    r"|analysts?|fellows?|professor|researcher|journalist|trainee|lecturer|director"
    r"|special to|for the|freelance|guest|desk|agency|agencies|news|xinhua|kyodo|afp|reuters|associated "
    r"press|online)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(r"\b(?:staff|writers?|reporters?)\b", re.IGNORECASE)
_EDGES = " \t,.:;|/()[]-–—年月日"
_AGO = re.compile(r"(?:last )?updated .{1,20} ago", re.IGNORECASE)
_FILLER = re.compile(r"share|print|no\.? ?\d+|source|updated|published|in [A-Z][a-z]+|\W*", re.IGNORECASE)
_NAME_AND_ROLE = re.compile(rf"(?P<name>[^,]+), (?P<role>[^,]*{_ROLE.pattern}[^,]*)", re.IGNORECASE)
_PLACE_TAIL = re.compile(r"\s+(?:in|from|at|for)\s+[A-Z].*$")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of who wrote an article, for whom, and when.

    Attributes:
        authors: names as written, in capitals made plain.
        outlet: the outlet named, or none.
        day: the day named, or none.
        published: whether the day is labelled as that of publication, not of a change.
    """

    authors: tuple[str, ...] = ()
    outlet: str | None = None
    day: DatePart | None = None
    published: bool = True


def is_name(words: str) -> bool:
    """Whether words look like the name of a person: two to five, capitalised, no country or section."""
    if _CJK_NAME.fullmatch(words):
        return True
    tokens = words.split()
    return (
        _NAME.fullmatch(words) is not None
        and len(words) <= 50
        and not any(token.strip(".,").casefold() in load_furniture().not_names for token in tokens)
        and not is_section(words)
        and name_outlet(words) is None
    )


def plain_name(name: str) -> str:
    """Write a name in capitals as other names are, "ZHANG YUN" as "Zhang Yun"; leave the others."""
    words = [
        "-".join(part.capitalize() if part.isupper() and len(part) > 1 else part for part in word.split("-"))
        for word in name.split()
    ]
    return " ".join(words)


def split_names(words: str) -> tuple[str, ...]:
    """Split "A. Name, B. Name and C. Name in Tokyo" into names; empty when it holds anything else."""
    names: list[str] = []
    for part in _AND.split(_PLACE_TAIL.sub("", words.strip(" .,:"))):
        piece = _PLACE_TAIL.sub("", part.strip(" .,:()"))
        if is_name(piece) or (names and piece.isupper() and len(piece) <= 3):
            names.append(plain_name(piece))
        elif not piece or _ROLE.search(piece):
            continue
        else:
            return ()
    return tuple(dict.fromkeys(names))


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
    days = find_dates(line)
    found, matched = _Piece(), False
    for part in _SEPARATOR.split(line):
        piece = _read_piece(part, led=found.authors == ())
        if piece is None:
            return None
        matched = matched or piece.tells
        found = _join(found, piece)
    if not matched:
        return None
    day, published = _choose_day(line, days)
    return Byline(found.authors, found.outlet, day, published)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A segment of a byline; ``tells`` is false for filler such as a section's name."""

    authors: tuple[str, ...] = ()
    outlet: str | None = None
    tells: bool = False


def _read_piece(part: str, *, led: bool) -> _Piece | None:
    """One segment of a byline: its reading, an empty one for filler, none for what is no byline."""
    lead = _LEAD.match(part)
    rest, dated = _strip_dates(part[lead.end() :] if lead else part)
    if not rest:
        return _Piece(tells=dated)
    outlet = name_outlet(rest, alone=True)
    if outlet:
        return _Piece(outlet=outlet, tells=True)
    names = split_names(rest)
    if lead and names:
        return _Piece(names, find_outlet(rest), tells=True)
    if lead and _ROLE.search(rest) and len(rest.split()) <= 8:
        return _Piece((), find_outlet(rest) or name_outlet(_STAFF.sub("", rest)), tells=True)
    if dated and (names or rest.casefold() in {"by", "on", "at"}):
        return _Piece(names, tells=True)
    if all(map(is_section, rest.split(", "))) or _FILLER.fullmatch(rest):
        return _Piece(tells=dated)
    role = _NAME_AND_ROLE.fullmatch(rest)
    if role and (names := split_names(role["name"])):
        return _Piece(names, find_outlet(rest) or name_outlet(role["role"]), tells=True)
    if names and not led:
        return _Piece(names, tells=True)
    return None


def _strip_dates(part: str) -> tuple[str, bool]:
    days = find_dates(part)
    for day in reversed(days):
        part = part[: day.start] + " " + part[day.end :]
    if days or _CLOCK.fullmatch(part.strip()):
        part = _CLOCK.sub(" ", part)
        part = _AGO.sub(" ", part)
    part = part.strip(_EDGES)
    labelled = _DATE_LABEL.match(part)
    if labelled and (days or labelled.end() == len(part)):
        part = _DATE_LABEL.sub(" ", part)
    return part.strip(_EDGES), bool(days)


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


def _join(one: _Piece, other: _Piece) -> _Piece:
    return _Piece(one.authors + other.authors, one.outlet or other.outlet)
