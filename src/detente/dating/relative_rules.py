"""The rules for dates told by their distance, for lengths of time, and for words that name no date."""

from __future__ import annotations

from detente.dating.forms import (
    Base,
    Form,
    Length,
    Role,
    Shift,
    Turn,
    Unit,
    Unresolvable,
    Weekday,
)
from detente.dating.lexicon import UNITS
from detente.dating.rules import Read, Rule, rule

_COUNT = r"(?:(?P<approx>X|[DN](?=>)|[DN](?=-[DN]))[>-]?)?(?P<count>[DN1j])f?"
_PLAIN_UNITS = frozenset({Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.YEAR, Unit.DECADE})
_EXACTLY = frozenset({"exactly", "just"})
_COMING = frozenset({"coming", "upcoming"})
_STRETCH_WORDS = frozenset(["over", "in", "within", "during", "for", "throughout"])


def _vague(read: Read) -> Unresolvable:
    start, end = read.match.start(), read.match.end() - 1
    return Unresolvable(f"vague: {read.tokens.text[read.tokens.starts[start] : read.tokens.ends[end]]}")


def _counted(read: Read, sign: int, base: Base) -> Form:
    tag = read.match.group("count")
    unit = read.unit()
    if tag == "j" or unit in (Unit.HOUR, Unit.CENTURY):
        return _vague(read)
    approximate = read.has("approx") and read.word("approx") not in _EXACTLY
    return Shift(unit, sign * read.value("count"), base, approximate)


def _read_day_word(read: Read) -> Form | None:
    after = read.match.end()
    # "today's meeting" is a day, "today's world" is an age.
    if read.word("word") == "today" and read.tokens.tag(after) == "'" and read.tokens.tag(after + 1) != "e":
        return None
    return Shift(Unit.DAY, read.value("word"))


def _read_part_of_day(read: Read) -> Form | None:
    return Shift(Unit.DAY, read.value("turn"))


def _read_turned_unit(read: Read) -> Form | None:
    unit, turn = read.unit(), read.value("turn")
    if unit is Unit.DAY:
        return Shift(unit, 1, Base.RUNNING) if turn == 1 else None
    return Shift(unit, turn) if unit in _PLAIN_UNITS else None


def _read_the_unit(read: Read) -> Form | None:
    """Read "earlier in the week", "the end of the month"."""
    unit = read.unit()
    return Shift(unit, 0) if unit in (Unit.WEEK, Unit.MONTH) else None


def _read_this_past_unit(read: Read) -> Form | None:
    return Shift(read.unit(), -1) if read.unit() in _PLAIN_UNITS - {Unit.DAY} else None


def _read_turned_quarter(read: Read) -> Form | None:
    return Shift(Unit.QUARTER, read.value("turn"))


def _read_the_turned_unit(read: Read) -> Form | None:
    """Tell lengths from dates: "the next day" counts from the discourse; "over the last year" is a length."""
    unit, turn = read.unit(), read.value("turn")
    if read.word("turn") in _COMING:
        return _vague(read)
    stretched = read.tokens.word(read.before()) in _STRETCH_WORDS
    if turn < 1 or (stretched and unit is not Unit.DAY):
        return Length(unit, 1)
    return Shift(unit, 1, Base.RUNNING) if unit in _PLAIN_UNITS else None


def _read_followed_unit(read: Read) -> Form | None:
    unit = read.unit()
    return Shift(unit, read.value("where"), Base.RUNNING) if unit in _PLAIN_UNITS else None


def _read_that_season(read: Read) -> Form | None:
    return Shift(Unit.SEASON, 0, Base.RUNNING, number=read.value("season"))


def _read_followed_weekday(read: Read) -> Form | None:
    turn = {1: Turn.NEXT, 0: Turn.THIS, -1: Turn.LAST}[read.value("where")]
    return Weekday(read.value("weekday"), turn, base=Base.RUNNING)


def _read_ago(read: Read) -> Form | None:
    if read.has("half"):
        return _vague(read)
    return _counted(read, -1, Base.PUBLICATION)


def _read_from_now(read: Read) -> Form | None:
    return _counted(read, 1, Base.PUBLICATION) if read.word("now") == "now" else None


def _read_vague(read: Read) -> Form | None:
    return _vague(read)


def _read_vague_later(read: Read) -> Form | None:
    # "hours later" stays within the day, or just past it: the running date goes on.
    return None if read.unit() is Unit.HOUR else _vague(read)


def _read_later(read: Read) -> Form | None:
    if read.unit() is Unit.HOUR:
        return None
    return _counted(read, read.value("sign"), Base.RUNNING)


def _read_counted_from(read: Read) -> Form | None:
    """Count "two days after" from the discourse where it ends its clause, else from an event."""
    if read.unit() is Unit.HOUR:
        return None
    if read.tokens.tag(read.match.end()) in ("", ",", "."):
        return _counted(read, read.value("sign"), Base.RUNNING)
    return _counted_from_event(read)


def _read_day_before(read: Read) -> Form | None:
    tokens, after, sign = read.tokens, read.match.end(), read.value("sign")
    unit = read.unit()
    if unit not in _PLAIN_UNITS:
        return None
    if tokens.tag(after) in ("", ",", ".") or (tokens.tag(after) == "t" and tokens.tag(after + 1) in ("", ",", ".")):
        return Shift(unit, sign, Base.RUNNING)
    return _counted_from_event(read)


def _read_day_before_day(read: Read) -> Form | None:
    return Shift(Unit.DAY, 2 * read.value("sign")) if read.unit() is Unit.DAY else None


def _read_year_before_last(read: Read) -> Form | None:
    return Shift(read.unit(), 2 * read.value("sign"))


def _counted_from_event(read: Read) -> Unresolvable:
    start, end = read.match.start(), read.match.end() - 1
    words = read.tokens.text[read.tokens.starts[start] : read.tokens.ends[end]]
    return Unresolvable(f"counted from an event: {words}")


def _read_length(read: Read) -> Form | None:
    count = read.match.group("count")
    return Length(read.unit(), None if count == "j" else read.value("count"))


def _read_counted_length(read: Read) -> Form | None:
    if read.match.group("count") == "1":
        return _read_one_length(read)
    if UNITS[read.value("unit")] is Unit.WEEKEND:
        return None
    return _read_length(read)


def _read_bare_length(read: Read) -> Form | None:
    return Length(read.unit())


def _read_one_length(read: Read) -> Form | None:
    before = read.tokens.word(read.before())
    led = before in _STRETCH_WORDS | {"than", "about", "nearly", "almost", "after"}
    return Length(read.unit(), 1) if led else None


def _read_recurring(read: Read) -> Form | None:
    return Unresolvable("recurring")


def _read_weekly(read: Read) -> Form | None:
    return Unresolvable("recurring") if read.tokens.tag(read.match.end()) not in ("x", "e", "%", "c") else None


def _read_a_year(read: Read) -> Form | None:
    before = read.tokens.word(read.before())
    rate = before in ("once", "twice", "times") or read.tokens.tag(read.before()) == "%"
    return Unresolvable("recurring") if rate else None


def _read_age(read: Read) -> Form | None:
    return Unresolvable("an age") if read.word("old") == "old" else None


def _read_aged(read: Read) -> Form | None:
    return Unresolvable("an age") if read.word("aged") == "aged" else None


RULES: tuple[Rule, ...] = (
    rule("day word", r"(?:[ERL])?(?P<word>J)P?", _read_day_word),
    rule("part of a day", r"(?:[ERL])?(?P<turn>[ls])P", _read_part_of_day),
    rule("turned unit", r"(?:[ERL]i?)?(?<!T)(?P<turn>[lsn])(?P<unit>[Uy])", _read_turned_unit),
    rule("part of the unit", r"(?:[ERL]i|Ff)T(?P<unit>U)", _read_the_unit),
    rule("part of a turned unit", r"T?Ff(?P<turn>[lsn])(?P<unit>[Uy])", _read_turned_unit),
    rule("this past unit", r"sp(?P<unit>[Uy])", _read_this_past_unit),
    rule("turned quarter", r"(?:[ERL]i?)?T?(?P<turn>[lsn])q", _read_turned_quarter),
    rule("the turned unit", r"T(?P<turn>[lnp])(?P<unit>[Uy])(?!f)", _read_the_turned_unit),
    rule("followed unit", r"[Td]?t?(?P<where>[rt])(?P<unit>[Uy])", _read_followed_unit),
    rule("that season", r"(?:t|Tr|tr)(?P<season>S)", _read_that_season),
    rule("followed weekday", r"[Tt](?P<where>r)(?P<weekday>W)P?", _read_followed_weekday),
    rule("ago", rf"(?P<half>h)?{_COUNT}(?P<unit>[UyV])g(?:J|s[Uy])?", _read_ago),
    rule("from now", rf"{_COUNT}(?P<unit>[UyV])i(?P<now>x)", _read_from_now),
    rule("a few ago", r"X?1(?P<count>j)(?P<unit>V)g", _read_vague),
    rule("vague ago", r"Vg|xxg|Xxg|xg", _read_vague),
    rule("later", rf"{_COUNT}(?P<unit>[UyV])(?P<sign>[RL])", _read_later),
    rule("a few later", r"1(?P<count>j)(?P<unit>V)[RL]", _read_vague_later),
    rule("vague later", r"(?P<unit>V)[RL]", _read_vague_later),
    rule("counted from", rf"{_COUNT}(?P<unit>[UyV])(?P<sign>k)", _read_counted_from),
    rule("the day before", r"T(?P<unit>[Uy])(?P<sign>k)", _read_day_before),
    rule("the day before yesterday", r"T(?P<unit>U)(?P<sign>k)J", _read_day_before_day),
    rule("the year before last", r"T(?P<unit>[Uy])(?P<sign>k)[ln](?![Uy])", _read_year_before_last),
    rule("vague", r"G|T?nVx?", _read_vague),
    rule("recent years", r"T?(?:H|sp)(?P<unit>V)", _read_vague),
    rule("length", rf"{_COUNT}-?(?P<unit>[UyV])", _read_counted_length, Role.DURATION),
    rule("last length", r"T?[lnps][DN1j]f?(?P<unit>V)", _read_bare_length, Role.DURATION),
    rule("past lengths", r"T?p(?P<unit>V)", _read_bare_length, Role.DURATION),
    rule("recurring", r"v(?:[DN]V|o?[UyWSM])", _read_recurring, Role.RECURRING),
    rule("recurring adverb", r"K", _read_weekly, Role.RECURRING),
    rule("a year", r"1[Uy]", _read_a_year, Role.RECURRING),
    rule("weekdays in the plural", r"z", _read_recurring, Role.RECURRING),
    rule("age", r"[DN]-?[yV]-?(?P<old>x)", _read_age, Role.AGE),
    rule("aged", r"(?P<aged>x)[DN]", _read_aged, Role.AGE),
)
