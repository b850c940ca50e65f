"""Names of the calendar to dates: the year, and the month of a day, that their words leave out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from detente.dating.forms import Base, CalendarUnit, Turn, Unit, Weekday, YearOf
from detente.dating.frame import FINE, NO_PUBLICATION, NO_YEAR, Frame, Unknown, require, single_year
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
    year_of,
)
from detente.records import Precision

# A page may carry the date of the day before the events it reports (time zones, evening editions).
_LATE = dt.timedelta(days=3)
# A month that goes on from the date before it comes within this time.
_NEXT = 180  # days
# February 29 comes back within eight years.
_YEARS_TO_TRY = 8


def resolve_calendar(form: CalendarUnit, frame: Frame) -> Period:
    if form.unit is Unit.DAY and form.number is None:
        return _resolve_day_of_month(form, frame)
    if isinstance(form.year, int):
        return require(place(form, form.year), "no such day")
    if isinstance(form.year, YearOf):
        return require(place(form, _year_told(form.year, frame)), "no such day")
    if form.turn is not None:
        return _resolve_turn(form, frame, form.turn)
    if frame.running is not None:
        return _nearest_to_discourse(form, frame.running, frame)
    if not frame.known:
        raise Unknown(NO_YEAR)
    return _nearest_to_publication(form, frame)


def _year_told(told: YearOf, frame: Frame) -> int:
    if told.base is Base.PUBLICATION:
        return frame.published.year + told.shift
    return single_year(frame.discourse) + told.shift


def _resolve_turn(form: CalendarUnit, frame: Frame, turn: Turn) -> Period:
    published = frame.published
    years = range(published.year - 2, published.year + 3)
    periods = [period for year in years if (period := place(form, year))]
    if turn is Turn.LAST:
        return require(max((p for p in periods if p.end < published), default=None), NO_YEAR)
    if turn is Turn.NEXT:
        return require(min((p for p in periods if p.start > published), default=None), NO_YEAR)
    inside = [p for p in periods if p.start <= published <= p.end]
    return inside[0] if inside else require(place(form, published.year), NO_YEAR)


def _nearest_to_publication(form: CalendarUnit, frame: Frame) -> Period:
    published = frame.published
    years = range(published.year - _YEARS_TO_TRY, published.year + _YEARS_TO_TRY + 1)
    periods = _on_weekday(form, [period for year in years if (period := place(form, year))])
    if frame.forward:
        return require(min((p for p in periods if p.end >= published), default=None), NO_YEAR)
    late = _LATE if form.unit is Unit.DAY else dt.timedelta(0)
    return require(max((p for p in periods if p.start <= published + late), default=None), NO_YEAR)


def _nearest_to_discourse(form: CalendarUnit, running: Period, frame: Frame) -> Period:
    years = range(running.start.year - 1, running.end.year + 2)
    periods = [period for year in years if (period := place(form, year))]
    periods = _on_weekday(form, periods)
    if frame.known and not frame.forward:
        periods = [p for p in periods if p.start <= frame.published + _LATE] or periods
    if frame.forward:
        periods = [p for p in periods if p.end >= running.start] or periods
    if frame.known and form.unit is not Unit.DAY and not frame.forward:
        # months go on in time; one that would lead back is told from publication, as the last one
        ahead = [p for p in periods if p.end >= running.start]
        if not ahead or gap_between(ahead[0], running.start, running.end) > _NEXT:
            return _nearest_to_publication(form, frame)
        periods = ahead
    nearest = min((gap_between(p, running.start, running.end) for p in periods), default=0)
    close = [p for p in periods if gap_between(p, running.start, running.end) == nearest]
    if len(close) != 1:
        raise Unknown(NO_YEAR)
    return close[0]


def _on_weekday(form: CalendarUnit, periods: list[Period]) -> list[Period]:
    """Those that fall on the weekday the words add; all where none does."""
    if form.weekday is None:
        return periods
    return [p for p in periods if p.start.weekday() == form.weekday] or periods


def _resolve_day_of_month(form: CalendarUnit, frame: Frame) -> Period:
    """Resolve "on the 26th": of the month the discourse is in, else of the last month before publication."""
    running = frame.running
    if running is not None and running.precision not in (*FINE, Precision.MONTH):
        running = None
    near = running.start if running else frame.published
    months = [add_months(near.year, near.month, shift) for shift in (-1, 0, 1)]
    periods = [p for y, m in months if (p := place(replace(form, number=m), y))]
    if running is not None:
        return require(min(periods, key=lambda p: gap_between(p, running.start, running.end), default=None), "no month")
    if frame.forward:
        return require(min((p for p in periods if p.end >= near), default=None), "no month")
    return require(max((p for p in periods if p.start <= near + _LATE), default=None), "no month")


def place(form: CalendarUnit, year: int) -> Period | None:
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


def resolve_weekday(form: Weekday, frame: Frame) -> dt.date:
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
    if running.precision not in FINE:
        raise Unknown("no day to count from")
    if form.turn is Turn.LAST:
        return running.start - ((running.start.weekday() - form.weekday) % 7 or 7) * DAY
    ahead = (form.weekday - running.end.weekday()) % 7
    return running.end + (ahead or (7 if form.turn is Turn.NEXT else 0)) * DAY


def _weekday_near(weekday: int, running: Period) -> dt.date:
    """Without a publication date: the day of that name nearest to a day of the discourse."""
    if running.precision is not Precision.DAY:
        raise Unknown(NO_PUBLICATION)
    ahead = (weekday - running.start.weekday()) % 7
    return running.start + (ahead if ahead <= 3 else ahead - 7) * DAY
