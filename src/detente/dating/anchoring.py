"""The resolution stage: what an expression says, the publication date and the discourse to a date.

A name without its year is the nearest to the running date of the discourse where there is one, else the last
before publication; the next after it where the words look forward. Nothing here makes a date finer than its
words: a month stays a month.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import assert_never

from detente.dating.calendar_dates import place, resolve_calendar, resolve_weekday
from detente.dating.distances import resolve_shift
from detente.dating.forms import (
    CalendarUnit,
    Form,
    Length,
    RawExpression,
    Shift,
    Stretch,
    Unit,
    Unresolvable,
    Weekday,
)
from detente.dating.frame import Frame, Unknown, require
from detente.dating.periods import DAY, Period, day_of
from detente.records import Precision, When, WhenFrom

NOWHERE = When(reason="no date named before")


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
        start, end, precision = _resolve(expression.form, Frame(published, running, expression.forward))
    except Unknown as unknown:
        return When(expression=expression.text, reason=str(unknown))
    return When(start, end, precision, WhenFrom.EXPRESSION, expression.text)


def _resolve(form: Form, frame: Frame) -> Period:
    match form:
        case CalendarUnit():
            return resolve_calendar(form, frame)
        case Weekday():
            return day_of(resolve_weekday(form, frame))
        case Stretch():
            return _resolve_stretch(form, frame)
        case Shift():
            return resolve_shift(form, frame)
        case Length():
            raise Unknown("a length of time")
        case Unresolvable():
            raise Unknown(form.reason)
        case _:
            assert_never(form)


def _resolve_stretch(form: Stretch, frame: Frame) -> Period:
    if isinstance(form.last, Weekday):
        return _resolve_weekdays(form.first, form.last, frame)
    last = _resolve(form.last, frame)
    first = _resolve_first(form.first, last, frame)
    if first.start > last.start:
        raise Unknown("it would end before it starts")
    return Period(first.start, last.end, Precision.RANGE)


def _resolve_weekdays(first: CalendarUnit | Weekday, last: Weekday, frame: Frame) -> Period:
    if not isinstance(first, Weekday):
        raise Unknown("a date to a weekday")
    days = (last.weekday - first.weekday) % 7 * DAY
    if first.turn is not None or frame.forward:
        start = resolve_weekday(first, frame)
        return Period(start, start + days, Precision.RANGE)
    end = resolve_weekday(last, frame)
    return Period(end - days, end, Precision.RANGE)


def _resolve_first(form: CalendarUnit | Weekday, last: Period, frame: Frame) -> Period:
    """The beginning takes its year and month from the end, the year before where it must."""
    if isinstance(form, Weekday):
        raise Unknown("a weekday to a date")
    if form.number is None and form.unit is Unit.DAY:
        return require(place(replace(form, number=last.start.month), last.start.year), "no such day")
    if isinstance(form.year, int) and form.year != last.start.year:
        return _resolve(form, frame)
    same = place(form, last.start.year)
    if same is not None and same.start <= last.start:
        return same
    return require(place(form, last.start.year - 1), "no such day")
