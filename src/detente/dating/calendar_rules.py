"""The rules for months, seasons, quarters, halves, years, decades and centuries."""

from __future__ import annotations

from detente.dating.forms import Base, CalendarUnit, Form, Stretch, Unit, Unresolvable, YearOf
from detente.dating.rules import EARLY, PART, TURNS, YEAR, Read, Rule, rule

_WORDS_OF_A_WHOLE = frozenset(["most", "rest", "all", "much", "part", "course", "whole", "remainder", "half"])
# What a number of four digits numbers, where it is no year.
_NUMBERED = frozenset(
    {
        "resolution",
        "article",
        "section",
        "paragraph",
        "no",
        "number",
        "flight",
        "line",
        "order",
        "act",
        "room",
    }
)


def _read_month(read: Read) -> Form | None:
    return CalendarUnit(Unit.MONTH, read.year(), read.value("month"))


def _read_bare_month(read: Read) -> Form | None:
    tokens, before, after = read.tokens, read.before(), read.match.end()
    if tokens.tag(before) == "f" and tokens.word(before - 1) not in _WORDS_OF_A_WHOLE | {"month", "as"}:
        return None
    # After "by", "to" and their like a month may be a person ("by May", "from June Smith").
    named = tokens.tag(after) in ("c", "x", "'") or (tokens.tag(after) == "u" and read.word("month") == "may")
    if named and tokens.word(before) not in ("in", "during", "since", "until", "throughout"):
        return None
    return CalendarUnit(Unit.MONTH, None, read.value("month"))


def _read_event_month(read: Read) -> Form | None:
    return None if read.word("month") == "may" and read.tokens.tag(read.before()) == "c" else _read_month(read)


def _read_turned_month(read: Read) -> Form | None:
    return CalendarUnit(Unit.MONTH, None, read.value("month"), turn=TURNS[read.value("turned")])


def _read_months(read: Read) -> Form | None:
    year = read.year()
    first_year = read.optional("year1") or year
    first = CalendarUnit(Unit.MONTH, first_year, read.value("month"))
    return Stretch(first, CalendarUnit(Unit.MONTH, year, read.value("month2")))


def _read_months_of_year(read: Read) -> Form | None:
    """Read "the first nine months of 2024"."""
    months, year = read.value("count"), read.year()
    if read.unit() is not Unit.MONTH or read.word("nth") != "first" or not 2 <= months <= 12:
        return None
    return Stretch(CalendarUnit(Unit.MONTH, year, 1), CalendarUnit(Unit.MONTH, year, months))


def _read_seasons(read: Read) -> Form | None:
    year = read.year()
    first = CalendarUnit(Unit.SEASON, year, read.value("season"))
    return Stretch(first, CalendarUnit(Unit.SEASON, year, read.value("season2")))


def _read_the_year(read: Read) -> Form | None:
    return CalendarUnit(Unit.YEAR)


def _read_season(read: Read) -> Form | None:
    return CalendarUnit(Unit.SEASON, read.year(), read.value("season"))


def _read_bare_season(read: Read) -> Form | None:
    word = read.tokens.words[read.match.start("season")]
    return CalendarUnit(Unit.SEASON, None, read.value("season")) if word.islower() else None


def _read_that_month(read: Read) -> Form | None:
    return CalendarUnit(Unit.MONTH, YearOf(0, Base.RUNNING), read.value("month"))


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
    if tokens.tag(after) == "%" or _is_quantity(read) or _is_numbered(read):
        return None
    led = tokens.tag(before) in ("i", "k", "f", ">", "B", "X", "&", "y", "A")
    names = tokens.tag(before) in ("T", "d", "1", "'", "c", ".") or tokens.tag(after) == "c"
    fronted = before < 0 and tokens.tag(after) in (",", "u", "x")
    return CalendarUnit(Unit.YEAR, read.value("year")) if led or names or fronted else None


def _is_numbered(read: Read) -> bool:
    """Whether it numbers something: "Resolution 1874", "No. 2012"."""
    before = read.before()
    return read.tokens.word(before - (read.tokens.word(before) == ".")) in _NUMBERED


def _is_quantity(read: Read) -> bool:
    """Whether a round number stands before a plural: "in 2000 vehicles"."""
    tokens, after = read.tokens, read.match.end()
    return read.value("year") % 100 == 0 and tokens.tag(after) == "x" and tokens.word(after).endswith("s")


def _read_whole_year(read: Read) -> Form | None:
    # Fiscal years begin in different months in different states: the calendar year of the name stands.
    return CalendarUnit(Unit.YEAR, read.value("year"))


def _read_years(read: Read) -> Form | None:
    first, last = read.value("year"), read.value("last")
    if last < 100:  # "2013-16", but "2024-07" is a month
        if last <= first % 100:
            return CalendarUnit(Unit.MONTH, first, last) if 1 <= last <= 12 else None
        last += first - first % 100
    return _stretch_of_years(first, last)


def _read_decade(read: Read) -> Form | None:
    return CalendarUnit(Unit.DECADE, read.value("decade"))


def _read_century(read: Read) -> Form | None:
    words = " ".join(read.tokens.words[read.match.start() : read.match.end()])
    return Unresolvable(f"coarser than a decade: {words}")


def _read_whole_years(read: Read) -> Form | None:
    first = read.value("year") if read.has("year") else read.value("year2")
    return _stretch_of_years(first, read.value("last"))


def _stretch_of_years(first: int, last: int) -> Form | None:
    return Stretch(CalendarUnit(Unit.YEAR, first), CalendarUnit(Unit.YEAR, last)) if first < last else None


def _read_named_century(read: Read) -> Form | None:
    tokens, last = read.tokens, read.match.end() - 1
    number = tokens.tag(last - 1) in ("O", "o") or tokens.tag(last - 2) in ("O", "o")
    return _read_century(read) if tokens.word(last) == "century" and number else None


def _read_turn_of_the_century(read: Read) -> Form | None:
    tokens = read.tokens
    turn = "turn" in (tokens.word(read.match.start()), tokens.word(read.match.start() + 1))
    return _read_century(read) if turn and tokens.word(read.match.end() - 1) == "century" else None


RULES: tuple[Rule, ...] = (
    rule("month", rf"{PART}(?P<month>[Mm])(?=,?f?(?:Y|[lsn]y|T?[rt]r?y)){YEAR}", _read_month),
    rule(
        "part of a month",
        rf"(?:{EARLY}|FfT?|T?(?:[oOln][DN]?[hUV]|xh)f)T?(?P<month>M)(?![DO]){YEAR}",
        _read_month,
    ),
    rule("bare month", r"(?<=[ikABf>X])(?P<month>M)", _read_bare_month),
    rule("month of an event", r"(?<=[Td'1x])(?P<month>M)(?=e)", _read_event_month),
    rule("turned month", rf"s?(?P<turned>[lsn]){PART}(?P<month>M)", _read_turned_month),
    rule(
        "months",
        rf"(?:{EARLY})?(?P<month>[Mm])(?P<year1>Y)?(?:-|~|>|(?<=[iB].)&|(?<=BE.)&|&(?=[Mm],?f?(?:Y|[lsn]y)))"
        rf"(?:{EARLY})?(?P<month2>[Mm])(?![DO]){YEAR}",
        _read_months,
    ),
    rule("first months", rf"T?(?P<nth>o)(?P<count>[DN])(?P<unit>V)(?=f){YEAR}", _read_months_of_year),
    rule("months listed", rf"(?<=[iB])(?P<month>M)(?:,M)+,?&(?P<month2>M){YEAR}", _read_months),
    rule("years listed", r"(?<=[iB])(?P<year>Y)(?:,Y)+,?&(?P<last>Y)", _read_whole_years),
    rule("seasons", rf"T?(?P<season>S)[&>-](?P<season2>S)(?=f?Y|,?f?[lsn]y){YEAR}", _read_seasons),
    rule("part of the year", r"(?:[ERL]i|Ff)T(?:y)", _read_the_year),
    rule("season", rf"{PART}(?P<season>S)(?=,?f?(?:Y|[lsn]y|T?[rt]r?y)){YEAR}", _read_season),
    rule("winter of two years", r"(?P<season>S)f?(?P<year>Y)-[DNY]", _read_season),
    rule("bare season", r"(?<=i)(?:E-?)?T?(?P<season>S)(?!f)", _read_bare_season),
    rule("that month", r"t(?P<month>M)(?![DO])", _read_that_month),
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
    rule("part of a year", rf"(?:{EARLY}|Ff)(?P<year>Y)(?!%)", _read_whole_year),
    rule("the year", r"T?y(?P<year>Y)", _read_whole_year),
    rule("years", r"(?P<year>Y)(?:-(?P<last>[DNY])(?!-))", _read_years),
    rule("years in words", r"(?:(?<=B)(?P<year>Y)&|(?<=i)(?P<year2>Y)[~>])(?P<last>Y)", _read_whole_years),
    rule("fiscal year", r"Zy?(?P<year>Y)(?:-[DNY])?", _read_whole_year),
    rule("year, fiscal", r"(?P<year>Y)Zy", _read_whole_year),
    rule("decade", rf"{PART}(?:x-)?(?P<decade>C)", _read_decade),
    rule("century", r"T?(?:E-?)?(?:O|o|x)-?U", _read_named_century),
    rule("turn of the century", r"T?xfT(?:[lsn])?U", _read_turn_of_the_century),
)
