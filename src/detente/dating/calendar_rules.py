"""The rules for names of the calendar: days, months, seasons, quarters, halves, years, decades."""

from __future__ import annotations

import datetime as dt
import re

from detente.dating.forms import (
    CalendarUnit,
    Form,
    Stretch,
    Unit,
    Unresolvable,
    Weekday,
    YearOf,
)
from detente.dating.rules import PART, TURNS, YEAR, Read, Rule, day, rule

_WEEKDAY = r"(?: (?P<weekday>[Ww]) ,? T? )?"
_NOT_COUNTED = r"(?!%)"  # "July 22 and 23 countries"
_ENDS = r"(?= $ | [.,uikBT>~'&dc] )"  # what may follow a bare day of the month
_ORDINAL_LEADS = frozenset("on by until till since from before after".split())
# Year-less names need a word that makes them a date: "in March", never "the March".
_LEAD = r"(?<=[ikB>&X])"
_WORDS_OF_A_WHOLE = frozenset("most rest all much part course whole remainder half".split())
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


def _read_month(read: Read) -> Form | None:
    return CalendarUnit(Unit.MONTH, read.year(), read.value("month"))


def _read_bare_month(read: Read) -> Form | None:
    tokens, before, after = read.tokens, read.before(), read.match.end()
    if tokens.tag(before) == "f" and tokens.word(before - 1) not in _WORDS_OF_A_WHOLE | {"month"}:
        return None
    # After "by", "to" and their like a month may be a person ("by May", "from June Smith").
    named = tokens.tag(after) in ("c", "x", "'") or (tokens.tag(after) == "u" and read.word("month") == "may")
    if named and tokens.word(before) not in ("in", "during", "since", "until", "throughout"):
        return None
    return CalendarUnit(Unit.MONTH, None, read.value("month"))


def _read_event_month(read: Read) -> Form | None:
    return (
        None if read.word("month") == "may" and read.tokens.tag(read.before()) == "c" else _read_month(read)
    )


def _read_turned_month(read: Read) -> Form | None:
    return CalendarUnit(Unit.MONTH, None, read.value("month"), turn=TURNS[read.value("turned")])


def _read_months(read: Read) -> Form | None:
    year = read.year()
    first_year = read.optional("year1") or year
    first = CalendarUnit(Unit.MONTH, first_year, read.value("month"))
    return Stretch(first, CalendarUnit(Unit.MONTH, year, read.value("month2")))


def _read_weekday(read: Read) -> Form | None:
    week = read.optional("week")
    if week is not None and read.word("weekunit") != "week":
        return None
    turned = read.optional("turned")
    return Weekday(read.value("weekday"), TURNS[turned] if turned is not None else None, week)


def _read_weekdays(read: Read) -> Form | None:
    return Stretch(Weekday(read.value("weekday")), Weekday(read.value("weekday2")))


def _read_season(read: Read) -> Form | None:
    return CalendarUnit(Unit.SEASON, read.year(), read.value("season"))


def _read_bare_season(read: Read) -> Form | None:
    word = read.tokens.words[read.match.start("season")]
    return CalendarUnit(Unit.SEASON, None, read.value("season")) if word.islower() else None


def _read_turned_season(read: Read) -> Form | None:
    return CalendarUnit(Unit.SEASON, None, read.value("season"), turn=TURNS[read.value("turned")])


def _read_quarter(read: Read) -> Form | None:
    unit, last = (Unit.QUARTER, 4) if read.tokens.tag(read.match.start("what")) == "q" else (Unit.HALF, 2)
    number = read.value("number")
    if number > last:
        return None
    year = read.year()
    if year is None and read.match.groupdict().get("theyear"):
        year = YearOf(0)
    return CalendarUnit(unit, year, number)


def _read_short_quarter(read: Read) -> Form | None:
    unit = Unit.QUARTER if read.word("number").startswith("q") else Unit.HALF
    if read.value("number") > (4 if unit is Unit.QUARTER else 2):
        return None
    return CalendarUnit(unit, read.year(), read.value("number"))


def _read_year(read: Read) -> Form | None:
    tokens, before, after = read.tokens, read.before(), read.match.end()
    if tokens.tag(after) == "%":
        return None
    led = tokens.tag(before) in ("i", "k", "f", ">", "B", "X", "&", "y")
    names = tokens.tag(before) in ("T", "d", "1", "'", "c", ".") or tokens.tag(after) == "c"
    fronted = before < 0 and tokens.tag(after) == ","
    return CalendarUnit(Unit.YEAR, read.value("year")) if led or names or fronted else None


def _read_year_with_part(read: Read) -> Form | None:
    return CalendarUnit(Unit.YEAR, read.value("year"))


def _read_years(read: Read) -> Form | None:
    first, last = read.value("year"), read.value("last")
    if last < 100:  # "2013-16", but "2024-07" is a month
        if last <= first % 100:
            return CalendarUnit(Unit.MONTH, first, last) if 1 <= last <= 12 else None
        last += first - first % 100
    if last <= first:
        return None
    return Stretch(CalendarUnit(Unit.YEAR, first), CalendarUnit(Unit.YEAR, last))


def _read_fiscal(read: Read) -> Form | None:
    # Fiscal years begin in different months in different states: the calendar year of the name stands.
    return CalendarUnit(Unit.YEAR, read.value("year"))


def _read_decade(read: Read) -> Form | None:
    return CalendarUnit(Unit.DECADE, read.value("decade"))


def _read_century(read: Read) -> Form | None:
    words = " ".join(read.tokens.words[read.match.start() : read.match.end()])
    return Unresolvable(f"coarser than a decade: {words}")


def _read_years_in_words(read: Read) -> Form | None:
    first = read.value("year") if read.has("year") else read.value("year2")
    last = read.value("last")
    if last <= first:
        return None
    return Stretch(CalendarUnit(Unit.YEAR, first), CalendarUnit(Unit.YEAR, last))


def _read_named_century(read: Read) -> Form | None:
    tokens, last = read.tokens, read.match.end() - 1
    number = tokens.tag(last - 1) in ("O", "o") or tokens.tag(last - 2) in ("O", "o")
    return _read_century(read) if tokens.word(last) == "century" and number else None


def _read_turn_of_the_century(read: Read) -> Form | None:
    tokens = read.tokens
    turn = "turn" in (tokens.word(read.match.start()), tokens.word(read.match.start() + 1))
    return _read_century(read) if turn and tokens.word(read.match.end() - 1) == "century" else None


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
        rf"(?P<day>[DO]) f? (?P<month>[Mm]) (?P<year1>Y)? (?: [-~>] | (?<=B..)& ) T? (?P<last>[DO]) f? (?P<month2>[Mm]) {YEAR}",
        _read_days_of_months,
    ),
    rule("bare day", rf"(?<=i)T(?P<day>O){_ENDS}", _read_bare_day),
    rule("bare days", rf"(?<=i)T(?P<day>O)[-~>&]T?(?P<last>O){_ENDS}", _read_bare_day),
    rule("month", rf"{PART}(?P<month>[Mm])(?=,?f?(?:Y|[lsn]y|T?[rt]r?y)){YEAR}", _read_month),
    rule("part of a month", rf"(?:E-?|FfT?|T?[oOln][hUV]f)T?(?P<month>M){YEAR}", _read_month),
    rule("bare month", rf"(?<=[ikBf>X])(?P<month>M)", _read_bare_month),
    rule("month of an event", r"(?<=[Td'1])(?P<month>M)(?=e)", _read_event_month),
    rule("turned month", rf"s?(?P<turned>[lsn]){PART}(?P<month>M)", _read_turned_month),
    rule(
        "months",
        rf"(?P<month>[Mm])(?P<year1>Y)?(?:-|~|>|(?<=[iB].)&|&(?=[Mm],?f?(?:Y|[lsn]y)))(?P<month2>[Mm]){YEAR}",
        _read_months,
    ),
    rule(
        "weekday",
        r"(?:[ERL]-?i?T?)? s?(?P<turned>[lsn])? (?P<weekday>W) P? (?:,?f?(?P<week>[lsn])(?P<weekunit>U))?",
        _read_weekday,
    ),
    rule("weekdays", r"(?P<weekday>W)[-~>](?P<weekday2>W)", _read_weekdays),
    rule("season", rf"{PART}(?P<season>S)(?=,?f?(?:Y|[lsn]y|T?[rt]r?y)){YEAR}", _read_season),
    rule("winter of two years", r"(?P<season>S)f?(?P<year>Y)-[DNY]", _read_season),
    rule("bare season", r"(?<=i)(?:E-?)?T?(?P<season>S)(?!f)", _read_bare_season),
    rule("turned season", rf"s?(?P<turned>[lsn]){PART}(?P<season>S)", _read_turned_season),
    rule(
        "quarter or half of a year",
        rf"T?(?P<number>[oO])(?P<what>[qh])(?=f?(?:Y|[lsn]y|T?[rt]r?y)){YEAR}",
        _read_quarter,
    ),
    rule("quarter or half of the year", r"T?(?P<number>[oO])(?P<what>[qh])(?P<theyear>fTy)", _read_quarter),
    rule("bare quarter", r"(?<=i)T(?P<number>[oO])(?P<what>q)(?!f)", _read_quarter),
    rule("Q3", rf"(?P<number>Q){YEAR}", _read_short_quarter),
    rule("year", r"(?P<year>Y)", _read_year),
    rule("part of a year", r"(?:E-?|Ff)(?P<year>Y)(?!%)", _read_year_with_part),
    rule("the year", r"T?y(?P<year>Y)", _read_year_with_part),
    rule("years", r"(?P<year>Y)(?:-(?P<last>[DNY])(?!-))", _read_years),
    rule("years in words", r"(?:(?<=B)(?P<year>Y)&|(?<=i)(?P<year2>Y)[~>])(?P<last>Y)", _read_years_in_words),
    rule("fiscal year", r"Zy?(?P<year>Y)(?:-[DNY])?", _read_fiscal),
    rule("year, fiscal", r"(?P<year>Y)Zy", _read_fiscal),
    rule("decade", rf"{PART}(?:x-)?(?P<decade>C)", _read_decade),
    rule("century", r"T?(?:E-?)?(?:O|o|x)-?U", _read_named_century),
    rule("turn of the century", r"T?xfT(?:[lsn])?U", _read_turn_of_the_century),
)
