"""Distances to dates: "two months ago", "last week", "the next day"."""

from __future__ import annotations

import datetime as dt

from detente.dating.forms import Base, Shift, Unit
from detente.dating.frame import FINE, FIRST_YEAR, LAST_YEAR, OUT_OF_CALENDAR, Frame, Unknown, single_year
from detente.dating.periods import (
    DAY,
    Period,
    day_of,
    decade_of,
    month_of,
    quarter_of,
    season_of,
    week_of,
    weekend_of,
    year_of,
)
from detente.records import Precision

# From there on, weeks counted from a month still tell a month.
_WEEKS_IN_A_MONTH = 4
_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120}


def resolve_shift(form: Shift, frame: Frame) -> Period:
    base = day_of(frame.published) if form.base is Base.PUBLICATION else frame.discourse
    if form.unit is Unit.SEASON:
        return season_of(single_year(base), form.number or 1)
    if form.count == 0 and base.precision is Precision.RANGE and form.unit is Unit.DAY:
        return base  # "that day" after "July 17-19": one of those, which one is not said
    if form.count == 0 and base.precision is Precision.MONTH and form.unit in (Unit.DAY, Unit.WEEK):
        return base  # "that same week" after "in July": a part of it
    if form.unit is Unit.WEEK and base.precision is Precision.MONTH and abs(form.count) >= _WEEKS_IN_A_MONTH:
        middle = base.start + 14 * DAY + 7 * form.count * DAY
        return month_of(middle.year, middle.month)
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
            _require_fine(base, FINE, "day")
            return day_of(near + count * DAY)
        case Unit.WEEK | Unit.WEEKEND:
            _require_fine(base, FINE, "day")
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
        Unit.MONTH: (*FINE, Precision.MONTH),
        Unit.QUARTER: (*FINE, Precision.MONTH, Precision.QUARTER),
    }
    if unit in finer:
        _require_fine(base, finer[unit], unit.value)
    elif unit is Unit.YEAR and count == 0:
        return year_of(single_year(base))
    elif unit is Unit.YEAR and base.precision is Precision.DECADE:
        raise Unknown("no year to count from")
    if unit not in _MONTHS_IN:
        raise Unknown(f"coarser than a decade: {unit.value}")
    months = near.year * 12 + near.month - 1 + count * _MONTHS_IN[unit]
    year, month = months // 12, months % 12 + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unknown(OUT_OF_CALENDAR)
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
        raise Unknown(f"no {unit} to count from")
