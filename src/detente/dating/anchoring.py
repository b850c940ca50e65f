"""The resolution stage: what an expression says, the publication date and the discourse to a date.

A name without its year is the nearest to the running date of the discourse where there is one, else the last
before publication; the next after it where the words look forward. Nothing here makes a date finer than its
words: a month stays a month.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import assert_never

from detente.dating.forms import (
    Base,
    CalendarUnit,
    Form,
    Length,
    RawExpression,
    Shift,
    Stretch,
    Turn,
    Unit,
    Unresolvable,
    Weekday,
    YearOf,
)
from detente.dating.periods import (
    DAY,
    Period,
    add_months,
    day_of,
    decade_of,
    gap_between,
    half_of,
    month_of,
    quarter_of,
    season_of,
    week_of,
    weekend_of,
    year_of,
)
from detente.records import Precision, When, WhenFrom

NOWHERE = When(reason="no date named before")

_NO_PUBLICATION = "no publication date"
_NO_DISCOURSE = "no date to count from"
_NO_YEAR = "no year"
# A page may carry the date of the day before the events it reports (time zones, evening editions).
_LATE = dt.timedelta(days=3)
_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120}
_FINE = (Precision.DAY, Precision.RANGE)
_YEARS_TO_TRY = 6


class _Unknown(Exception):  # noqa: N818
    """No date, with the reason; never leaves this module."""


def anchor(expression: RawExpression, published: dt.date | None, running: When = NOWHERE) -> When:
    """Resolve an expression to a date.

    Args:
        expression: as ``find_expressions`` returns it.
        published: publication date of the document.
        running: the date of the discourse that partial expressions refer to.

    Returns:
        The date, no more exact than the words; unknown, with the reason, where it can't be told.
    """
    try:
        start, end, precision = _resolve(expression.form, _Frame(published, running, expression.forward))
    except _Unknown as unknown:
        return When(expression=expression.text, reason=str(unknown))
    return When(start, end, precision, WhenFrom.EXPRESSION, expression.text)


class _Frame:
    """What an expression may count from."""

    __slots__ = ("forward", "_published", "_running")

    def __init__(self, published: dt.date | None, running: When, forward: bool) -> None:
        self._published = published
        self._running = running
        self.forward = forward

    @property
    def known(self) -> bool:
        return self._published is not None

    @property
    def published(self) -> dt.date:
        if self._published is None:
            raise _Unknown(_NO_PUBLICATION)
        return self._published

    @property
    def running(self) -> Period | None:
        when = self._running
        return Period(when.start, when.end, when.precision) if when.start and when.end else None

    @property
    def discourse(self) -> Period:
        if self.running is None:
            raise _Unknown(_NO_DISCOURSE)
        return self.running


def _resolve(form: Form, frame: _Frame) -> Period:
    match form:
        case CalendarUnit():
            return _resolve_calendar(form, frame)
        case Weekday():
            return day_of(_resolve_weekday(form, frame))
        case Stretch():
            return _resolve_stretch(form, frame)
        case Shift():
            return _resolve_shift(form, frame)
        case Length():
            raise _Unknown("a length of time")
        case Unresolvable():
            raise _Unknown(form.reason)
        case _:
            assert_never(form)


# Names of the calendar


def _resolve_calendar(form: CalendarUnit, frame: _Frame) -> Period:
    if form.unit is Unit.DAY and form.number is None:
        return _resolve_day_of_month(form, frame)
    if isinstance(form.year, int):
        return _require(_place(form, form.year), "no such day")
    if isinstance(form.year, YearOf):
        return _require(_place(form, _year_told(form.year, frame)), "no such day")
    if form.turn is not None:
        return _resolve_turn(form, frame, form.turn)
    if frame.running is not None:
        return _nearest_to_discourse(form, frame.running, frame)
    if not frame.known:
        raise _Unknown(_NO_YEAR)
    return _nearest_to_publication(form, frame)


def _place(form: CalendarUnit, year: int) -> Period | None:
    """The named unit in ``year``; None where there is no such day."""
    number = form.number or 0
    match form.unit:
        case Unit.DAY:
            try:
                return day_of(dt.date(year, number, form.day or 0))
            except ValueError:
                return None
        case Unit.MONTH:
            return month_of(year, number)
        case Unit.SEASON:
            return season_of(year, number)
        case Unit.QUARTER:
            return quarter_of(year, number)
        case Unit.HALF:
            return half_of(year, number)
        case Unit.DECADE:
            return decade_of(year)
        case _:
            return year_of(year)


def _require(period: Period | None, reason: str) -> Period:
    if period is None:
        raise _Unknown(reason)
    return period


def _year_told(told: YearOf, frame: _Frame) -> int:
    if told.base is Base.PUBLICATION:
        return frame.published.year + told.shift
    return _single_year(frame.discourse) + told.shift


def _single_year(period: Period) -> int:
    if period.start.year != period.end.year:
        raise _Unknown("the discourse spans several years")
    return period.start.year


def _resolve_turn(form: CalendarUnit, frame: _Frame, turn: Turn) -> Period:
    published = frame.published
    years = range(published.year - 2, published.year + 3)
    periods = [period for year in years if (period := _place(form, year))]
    if turn is Turn.LAST:
        return _require(max((p for p in periods if p.end < published), default=None), _NO_YEAR)
    if turn is Turn.NEXT:
        return _require(min((p for p in periods if p.start > published), default=None), _NO_YEAR)
    inside = [p for p in periods if p.start <= published <= p.end]
    return inside[0] if inside else _require(_place(form, published.year), _NO_YEAR)


def _nearest_to_publication(form: CalendarUnit, frame: _Frame) -> Period:
    published = frame.published
    years = range(published.year - _YEARS_TO_TRY, published.year + _YEARS_TO_TRY + 1)
    periods = _on_weekday(form, [period for year in years if (period := _place(form, year))])
    if frame.forward:
        return _require(min((p for p in periods if p.end >= published), default=None), _NO_YEAR)
    late = _LATE if form.unit is Unit.DAY else dt.timedelta(0)
    return _require(max((p for p in periods if p.start <= published + late), default=None), _NO_YEAR)


def _nearest_to_discourse(form: CalendarUnit, running: Period, frame: _Frame) -> Period:
    years = range(running.start.year - 1, running.end.year + 2)
    periods = [period for year in years if (period := _place(form, year))]
    periods = _on_weekday(form, periods)
    if frame.known and not frame.forward:
        periods = [p for p in periods if p.start <= frame.published + _LATE] or periods
    if frame.forward:
        periods = [p for p in periods if p.end >= running.start] or periods
    nearest = min((gap_between(p, running.start, running.end) for p in periods), default=0)
    close = [p for p in periods if gap_between(p, running.start, running.end) == nearest]
    if len(close) != 1:
        raise _Unknown(_NO_YEAR)
    return close[0]


def _on_weekday(form: CalendarUnit, periods: list[Period]) -> list[Period]:
    """Those that fall on the weekday the words add; all where none does."""
    if form.weekday is None:
        return periods
    return [p for p in periods if p.start.weekday() == form.weekday] or periods


def _resolve_day_of_month(form: CalendarUnit, frame: _Frame) -> Period:
    """ "on the 26th": of the month the discourse is in, else of the last month before publication."""
    running = frame.running
    if running is not None and running.precision not in (*_FINE, Precision.MONTH):
        running = None
    near = running.start if running else frame.published
    months = [add_months(near.year, near.month, shift) for shift in (-1, 0, 1)]
    periods = [p for y, m in months if (p := _place(replace(form, number=m), y))]
    if running is not None:
        return _require(
            min(periods, key=lambda p: gap_between(p, running.start, running.end), default=None), "no month"
        )
    if frame.forward:
        return _require(min((p for p in periods if p.end >= near), default=None), "no month")
    return _require(max((p for p in periods if p.start <= near + _LATE), default=None), "no month")


# Weekdays


def _resolve_weekday(form: Weekday, frame: _Frame) -> dt.date:
    if form.base is Base.RUNNING:
        return _weekday_after(form, frame.discourse)
    if form.week is not None:
        return week_of(frame.published).start + (7 * form.week + form.weekday) * DAY
    if not frame.known and frame.running is not None and form.turn is None:
        return _weekday_near(form.weekday, frame.running)
    published = frame.published
    since = (published.weekday() - form.weekday) % 7
    if form.turn is Turn.LAST:
        return published - (since or 7) * DAY
    if form.turn is Turn.NEXT:
        return published + (7 - since) * DAY
    if form.turn is Turn.THIS:
        return week_of(published).start + form.weekday * DAY
    return published + (-since % 7) * DAY if frame.forward else published - since * DAY


def _weekday_after(form: Weekday, running: Period) -> dt.date:
    if running.precision not in _FINE:
        raise _Unknown("no day to count from")
    if form.turn is Turn.LAST:
        return running.start - ((running.start.weekday() - form.weekday) % 7 or 7) * DAY
    ahead = (form.weekday - running.end.weekday()) % 7
    return running.end + (ahead or (7 if form.turn is Turn.NEXT else 0)) * DAY


def _weekday_near(weekday: int, running: Period) -> dt.date:
    """Without a publication date: the day of that name nearest to a day of the discourse."""
    if running.precision is not Precision.DAY:
        raise _Unknown(_NO_PUBLICATION)
    ahead = (weekday - running.start.weekday()) % 7
    return running.start + (ahead if ahead <= 3 else ahead - 7) * DAY


# Stretches


def _resolve_stretch(form: Stretch, frame: _Frame) -> Period:
    last = _resolve(form.last, frame)
    first = _resolve_first(form.first, last, frame)
    if first.start > last.start:
        raise _Unknown("it would end before it starts")
    return Period(first.start, last.end, Precision.RANGE)


def _resolve_first(form: CalendarUnit | Weekday, last: Period, frame: _Frame) -> Period:
    """The beginning takes its year and month from the end, the year before where it must."""
    if isinstance(form, Weekday):
        return day_of(last.start - ((last.start.weekday() - form.weekday) % 7 or 7) * DAY)
    if form.number is None and form.unit is Unit.DAY:
        return _require(_place(replace(form, number=last.start.month), last.start.year), "no such day")
    if isinstance(form.year, int) and form.year != last.start.year:
        return _resolve(form, frame)
    same = _place(form, last.start.year)
    if same is not None and same.start <= last.start:
        return same
    return _require(_place(form, last.start.year - 1), "no such day")


# Distances


def _resolve_shift(form: Shift, frame: _Frame) -> Period:
    base = day_of(frame.published) if form.base is Base.PUBLICATION else frame.discourse
    if form.unit is Unit.SEASON:
        return season_of(_single_year(base), form.number or 1)
    if form.count == 0 and base.precision is Precision.RANGE and form.unit is Unit.DAY:
        return base  # "that day" after "July 17-19": one of those, which one is not said
    at = _shift(form, base, form.count)
    if not form.approximate or form.count == 0:
        return at
    step = 1 if form.count > 0 else -1
    first, last = sorted((_shift(form, base, form.count - step), _shift(form, base, form.count + step)))
    return Period(first.start, last.end, Precision.RANGE)


def _shift(form: Shift, base: Period, count: int) -> Period:
    near = base.end if count > 0 else base.start
    match form.unit:
        case Unit.DAY:
            _require_fine(base, _FINE, "day")
            return day_of(near + count * DAY)
        case Unit.WEEK | Unit.WEEKEND:
            _require_fine(base, _FINE, "day")
            return _shift_week(form, near, count)
        case _:
            return _shift_months(form.unit, base, near, count)


def _shift_week(form: Shift, near: dt.date, count: int) -> Period:
    if form.unit is Unit.WEEK:
        return week_of(near + 7 * count * DAY)
    weekend = weekend_of(near)
    if count < 0 and near > weekend.end:
        count += 1
    return weekend_of(near + 7 * count * DAY)


def _shift_months(unit: Unit, base: Period, near: dt.date, count: int) -> Period:
    finer = {
        Unit.MONTH: (*_FINE, Precision.MONTH),
        Unit.QUARTER: (*_FINE, Precision.MONTH, Precision.QUARTER),
    }
    if unit in finer:
        _require_fine(base, finer[unit], unit.value)
    elif unit is Unit.YEAR and count == 0:
        return year_of(_single_year(base))
    elif unit is Unit.YEAR and base.precision is Precision.DECADE:
        raise _Unknown("no year to count from")
    if unit not in _MONTHS_IN:
        raise _Unknown(f"coarser than a decade: {unit.value}")
    months = near.year * 12 + near.month - 1 + count * _MONTHS_IN[unit]
    year, month = months // 12, months % 12 + 1
    if not dt.MINYEAR < year < dt.MAXYEAR - 10:
        raise _Unknown("out of the calendar")
    match unit:
        case Unit.MONTH:
            return month_of(year, month)
        case Unit.QUARTER:
            return quarter_of(year, (month + 2) // 3)
        case Unit.DECADE:
            return decade_of(year)
        case _:
            return year_of(year)


def _require_fine(base: Period, precisions: tuple[Precision, ...], unit: str) -> None:
    if base.precision not in precisions:
        raise _Unknown(f"no {unit} to count from")
