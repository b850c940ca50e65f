"""The rules for days: by number, by name, in digits, and stretches of them."""

from __future__ import annotations

import datetime as dt
import re

from detente.dating.forms import CalendarUnit, Form, Stretch, Unit, Unresolvable, Weekday
from detente.dating.rules import TURNS, YEAR, Read, Rule, day, rule

_WEEKDAY = r"(?: (?P<weekday>[Ww]) ,? T? )?"
_NOT_COUNTED = r"(?!%)"  # "July 22 and 23 countries"
_ENDS = r"(?= $ | [.,uitkBAT>~'&d] )"  # what may follow a bare day of the month
_ORDINAL_LEADS = frozenset(["on", "by", "until", "till", "since", "from", "before", "after"])
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
# What a number of four digits numbers, where it is no year.
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DIGITS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})")


def _read_digits(read: Read) -> Form | None:
    word = read.tokens.words[read.match.start()]
    if iso := _ISO.fullmatch(word):
        year, month, date = map(int, iso.groups())
        return CalendarUnit(Unit.DAY, year, month, date)
    digits = _DIGITS.fullmatch(word)
    if digits is None:
        return None
    one, two, year = int(digits[1]), int(digits[3]), int(digits[4])
    # Full stops are European: day first. Strokes and dashes may stand for either order.
    orders = {(two, one)} if digits[2] == "." else {(two, one), (one, two)}
    valid = sorted((month, date) for month, date in orders if _exists(year, month, date))
    if len(valid) == 1:
        return CalendarUnit(Unit.DAY, year, *valid[0])
    if not valid:
        return None
    readings = " or ".join(f"{year}-{month:02}-{date:02}" for month, date in valid)
    return Unresolvable(f"ambiguous: {readings}")


def _exists(year: int, month: int, date: int) -> bool:
    try:
        dt.date(year, month, date)
    except ValueError:
        return False
    return True


def _read_day(read: Read) -> Form | None:
    if not 1 <= read.value("day") <= 31:
        return None
    return day(read, "day", "month", read.year())


def _read_days(read: Read) -> Form | None:
    year = read.year()
    first, last = day(read, "day", "month", year), day(read, "last", "month", year)
    if last.day is None or first.day is None or not first.day < last.day <= 31:
        return None
    return Stretch(first, last)


def _read_days_of_months(read: Read) -> Form | None:
    year = read.year()
    first_year = read.optional("year1") or year
    return Stretch(day(read, "day", "month", first_year), day(read, "last", "month2", year))


def _read_bare_day(read: Read) -> Form | None:
    if read.tokens.word(read.before()) not in _ORDINAL_LEADS or not 1 <= read.value("day") <= 31:
        return None
    first = CalendarUnit(Unit.DAY, day=read.value("day"))
    last = read.optional("last")
    if last is None:
        return first
    return Stretch(first, CalendarUnit(Unit.DAY, day=last)) if read.value("day") < last <= 31 else None


def _read_weekday(read: Read) -> Form | None:
    week = read.optional("week")
    if week is not None and read.word("weekunit") != "week":
        return None
    turned = read.optional("turned")
    return Weekday(read.value("weekday"), TURNS[turned] if turned is not None else None, week)


def _read_weekdays(read: Read) -> Form | None:
    turned = read.optional("turned")
    turn = TURNS[turned] if turned is not None else None
    return Stretch(Weekday(read.value("weekday"), turn), Weekday(read.value("weekday2")))


def _read_weekend(read: Read) -> Form | None:
    return Stretch(Weekday(5), Weekday(6)) if read.tokens.word(read.match.end() - 1) == "weekend" else None


RULES: tuple[Rule, ...] = (
    rule("date in digits", r"I", _read_digits),
    rule("month day", rf"{_WEEKDAY} (?P<month>[Mm]) (?P<day>[DO]) {_NOT_COUNTED} {YEAR}", _read_day),
    rule("day month", rf"{_WEEKDAY} T? (?P<day>[DOo]) f? (?P<month>[Mm]) {YEAR}", _read_day),
    rule(
        "month days",
        rf"{_WEEKDAY}(?P<month>[Mm])(?P<day>[DO])[-~>](?P<last>[DO]){_NOT_COUNTED}{YEAR}",
        _read_days,
    ),
    rule(
        "month days listed",
        rf"(?P<month>[Mm]) (?P<day>[DO]) (?:,[DO])* ,? & (?P<last>[DO]) (?: {_ENDS} | (?=,?Y) ) {YEAR}",
        _read_days,
    ),
    rule("days month", rf"T?(?P<day>[DO]) [-~>&] T? (?P<last>[DO]) f? (?P<month>[Mm]) {YEAR}", _read_days),
    rule(
        "month day to month day",
        rf"(?P<month>[Mm]) (?P<day>[DO]) (?:,?(?P<year1>Y),?)? (?: [-~>] | (?<=B....)& | (?<=B..)& )"
        rf" (?P<month2>[Mm]) (?P<last>[DO]) {_NOT_COUNTED} {YEAR}",
        _read_days_of_months,
    ),
    rule(
        "day month to day month",
        rf"(?P<day>[DO]) f? (?P<month>[Mm]) (?P<year1>Y)? (?: [-~>] | (?<=B..)& )"
        rf" T? (?P<last>[DO]) f? (?P<month2>[Mm]) {YEAR}",
        _read_days_of_months,
    ),
    rule("bare day", rf"(?<=i)T(?P<day>O){_ENDS}", _read_bare_day),
    rule("bare days", rf"(?<=i)T(?P<day>O)[-~>&]T?(?P<last>O){_ENDS}", _read_bare_day),
    rule(
        "weekday",
        r"(?:[ERL]-?i?T?)? s?(?P<turned>[lsn])? (?P<weekday>W) P? (?:,?f?(?P<week>[lsn])(?P<weekunit>U))?",
        _read_weekday,
    ),
    rule("weekdays", r"(?P<turned>[lsn])?(?P<weekday>W)[-~>](?P<weekday2>W)", _read_weekdays),
    rule("weekend", r"(?<=i)TU", _read_weekend),
)
