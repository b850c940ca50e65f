"""Publication dates: the ways that bylines, datelines and file names write them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

EARLIEST = dt.date(1900, 1, 1)
_ENOUGH = 3  # so much evidence makes a year

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier januar enero janeiro gennaio января",
            "february feb février fevrier février februar febrero fevereiro febbraio февраля",
            "march mar mars märz marzo março марта",
            "april apr avril abril aprile апреля",
            "may mai mayo maio maggio мая",
            "june jun juin juni junio junho giugno июня",
            "july jul juillet juli julio julho luglio июля",
            "august aug août aout agosto августа",
            "september sept sep septembre septiembre setembro settembre сентября",
            "october oct octobre oktober octubre outubro ottobre октября",
            "november nov novembre noviembre novembro ноября",
            "december dec décembre decembre dezember diciembre dezembro dicembre декабря",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:(?P<weekday>" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\b\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# Pages glue the clock to the year: "July 3, 20246:15 PM".
_YEAR_END = r"(?:(?!\d)|(?=\d{1,2}:\d\d))"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}\s?[-/.]\s?(?P<number>\d{{1,2}})\s?[-/.]\s?(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<number>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]",
        rf"{_WEEKDAY}(?<!\w){_MONTH}\s*(?:the )?{_DAY}(?![\d:])(?:,?\s+(?:at "
        rf")?\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\.?)?(?:,?\s+{_YEAR}{_YEAR_END})?",
        rf"{_WEEKDAY}(?<![\d:]){_DAY}\s*[- ]?(?:de |of )?{_MONTH}(?:,?\s*-?(?:de )?{_YEAR}{_YEAR_END})?",
        rf"(?<![\d./-])(?P<day>\d{{1,2}})[./-](?P<number>\d{{1,2}})[./-]{_YEAR}(?!\d)",
    )
)
_BARS = "|–—-•·"
_MARK_BEFORE = re.compile(r"(?:[,;:(\[|•·–—]|\s-)$")
_MARK_AFTER = re.compile(r"[.)\]]*$|[)\]|•·–—:;]|-\s|,\s*\d")
_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_BODY_YEAR = re.compile(
    r"(?P<lead>(?:\b(?:since|by|until|till|through|before|from|after|back in|as early as"
    r"|to)\s+(?:[a-z]+\s+)?)?)"
    r"(?P<season>(?:\b(?:spring|summer|autumn|fall|winter|half|quarter|end|beginning|start|middle|early|late"
    r"|mid)\b[- ](?:of |in )?)?)"
    r"(?P<when>(?:\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2}(?:-\d{1,2})?)?,? (?:of )?)?)"
    r"(?<![\d$€£¥,.-])\b(?P<year>(?:19|20)\d\d)\b(?![\d%,]*\d|\s?(?:percent|yen|troops|people|km|miles"
    r"|target|goals?)\b)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|plans?|planned|planning|expected|scheduled|upcoming|next|due|set to|ahead of"
    r"|forthcoming|hopes?|aims?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DatePart:
    """A calendar day as a byline writes it; its year and weekday may be missing.

    Attributes:
        month: 1 to 12.
        day: 1 to 31.
        year: four digits, or none.
        weekday: 0 for Monday to 6 for Sunday, or none.
        start: where it begins in the line it was found in.
        end: where it ends there.
    """

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    start: int = 0
    end: int = 0


def find_dates(line: str) -> list[DatePart]:
    """Find the calendar days that a line names.

    Args:
        line: a byline, dateline, or any short text.

    Returns:
        Days in order of the line. ``03/07/2024`` is left out, for it is another day on either side
        of the Atlantic; ``23/07/2024`` is read.
    """
    found: list[DatePart] = []
    for form in _FORMS:
        for match in form.finditer(line):
            part = _to_part(match)
            if part and not any(part.start < other.end and other.start < part.end for other in found):
                found.append(part)
    return sorted(found, key=lambda part: part.start)


def find_set_apart(line: str) -> DatePart | None:
    """Find the day that a line of a page's head sets apart by dashes, bars, brackets or commas.

    Args:
        line: a line such as ``17 June 2024 - Outline of both accounts`` or ``Oslo, 3 July 2024``.

    Returns:
        The first full date with nothing but such marks around it, at an edge of the line or between two
        dashes or bars; none in running text.
    """
    for part in find_dates(line):
        before, after = line[: part.start].rstrip(" *_"), line[part.end :].lstrip(" *_")
        opens = not before or _MARK_BEFORE.search(before) is not None
        closes = not after or _MARK_AFTER.match(after) is not None
        edge = not before or not after.strip(".)]") or (before[-1] in _BARS and after[0] in _BARS)
        if part.year is not None and opens and closes and edge:
            return part
    return None


def _to_part(match: re.Match[str]) -> DatePart | None:
    groups = match.groupdict()
    day = int(groups["day"])
    year = int(groups["year"]) if groups.get("year") else None
    number = groups.get("number")
    month = int(number) if number else _MONTHS[groups["month"].lower()]
    if number and match["day"] == match[0][: len(match["day"])]:  # day first, or month first
        if month > 12 >= day:
            month, day = day, month
        elif month <= 12 and day <= 12 and month != day and "." not in match[0]:
            return None
    weekday = _WEEKDAYS.get((groups.get("weekday") or "").lower())
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return None
    return DatePart(month, day, year, weekday, *match.span())


def to_date(part: DatePart) -> dt.date | None:
    """Give the date of a day with a year; nothing without one."""
    if part.year is None or (part.month == 2 and part.day == 29 and part.year % 4):
        return None
    return dt.date(part.year, part.month, part.day)


def is_plausible(date: dt.date, today: dt.date | None = None) -> bool:
    """Whether something can have been published on a date: from 1900 up to tomorrow.

    Tomorrow, because an article of this day in Tokyo is of tomorrow in Honolulu.
    """
    return EARLIEST <= date <= (today or dt.date.today()) + dt.timedelta(days=1)


def find_filename_date(name: str, today: dt.date | None = None) -> dt.date | None:
    """Find a full date in a file's name.

    Args:
        name: file name such as ``2024-07-26_title.txt`` or ``20240726-title.txt``.
        today: the day beyond which no date is plausible.

    Returns:
        The date, or none when there is no plausible one, or there are two that differ.
    """
    dates: set[dt.date] = set()
    for year, _, month, day in _NAME_DATE.findall(name):
        try:
            dates.add(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    dates = {date for date in dates if is_plausible(date, today)}
    return dates.pop() if len(dates) == 1 else None


def infer_year(part: DatePart, body: str, today: dt.date | None = None) -> int | None:
    """Find the year of a day written without one, from the years that the article names.

    The latest year up to now counts when the body dates something in it close before the day
    ("in the spring of 2023" for May 12), or names it three times; a year named once, or after
    "since" or "by", is no evidence. Where the weekday stands with the day, the year must fit it. Where
    the body tells of a later month of that year as past, the day can't be in it, and no year is given.

    Args:
        part: month and day, perhaps a weekday.
        body: text of the article.
        today: the day beyond which no date is plausible.

    Returns:
        A year, or none where there is no evidence.
    """
    now = today or dt.date.today()
    strength: Counter[int] = Counter()
    later_month: set[int] = set()
    for match, year, past in _body_years(body):
        if year > now.year:
            continue
        month = _MONTHS.get(match["when"].split()[0].lower()) if match["when"].strip() else None
        strength[year] += _weigh(match, month, part.month)
        if past and month and month > part.month:
            later_month.add(year)
    latest = max(strength, default=None)
    if latest is None or strength[latest] < _ENOUGH:
        return None
    if part.weekday is not None:
        years = [y for y in (latest - 1, latest, latest + 1) if _weekday(part, y) == part.weekday]
    else:
        years = [] if latest in later_month else [latest]
    years = [y for y in years if (date := to_date(_with_year(part, y))) and is_plausible(date, now)]
    return years[0] if len(years) == 1 else None


def _weigh(match: re.Match[str], month: int | None, day_month: int) -> int:
    """How far one naming of a year shows that the article is of that year."""
    if match["lead"].strip():
        return 0
    if month is not None:
        return _ENOUGH if 0 <= day_month - month <= 6 else 1
    return _ENOUGH if match["season"].strip() else 1


def _body_years(body: str) -> Iterator[tuple[re.Match[str], int, bool]]:
    for match in _BODY_YEAR.finditer(body):
        sentence = body[max(body.rfind(". ", 0, match.start()), body.rfind("\n", 0, match.start())) + 1 : match.end()]
        yield match, int(match["year"]), _AHEAD.search(sentence) is None


def _with_year(part: DatePart, year: int) -> DatePart:
    return DatePart(part.month, part.day, year, part.weekday)


def _weekday(part: DatePart, year: int) -> int | None:
    date = to_date(_with_year(part, year))
    return date.weekday() if date else None
