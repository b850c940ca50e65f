"""The index of a relation: how cooperative or conflictual what happened in each period was."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

import pandas as pd

Frequency = Literal["day", "week", "month", "quarter", "year"]
COLUMNS = ("period", "direction", "mean", "count", "reports")
_COARSER: tuple[Frequency, ...] = ("month", "quarter", "year")
_PERIODS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}


@dataclass(frozen=True, slots=True)
class Index:
    """An index with what it leaves out.

    Attributes:
        rows: see :func:`index`.
        undated: occurrences without a date.
        coarse: occurrences whose date spans more than one period.
        frequency: length of a period.
    """

    rows: pd.DataFrame
    undated: int
    coarse: int
    frequency: Frequency = "month"


def index(frame: pd.DataFrame, one: str, other: str, frequency: Frequency = "month") -> Index:
    """Mean PLOVER score and count of what happened between two parties, period by period.

    Args:
        frame: tidy occurrences (:func:`detente.measures.frames.tidy`).
        one: a party: ISO 3166 alpha-3, or an organisation.
        other: the other one.
        frequency: length of a period; weeks end on Sunday.

    Returns:
        Rows in order of period, one for each direction: ``period`` (ISO 8601: 2024-07-26, 2024-07, 2024-Q3,
        2024; a week by its first day), ``direction`` ("CHN>JPN", "JPN>CHN", and "CHN-JPN" for the relation,
        in which an occurrence counts once; one in which both act together counts in either direction),
        ``mean`` (PLOVER score, -10 to 10; missing where nothing is on record), ``count`` (occurrences),
        ``reports``. Only what happened counts, and only where its date lies within one period.

    Source:
        Scores: PLOVER Coding Manual. The mean by dyad and period follows Goldstein (1992), J. Conflict Resolution
        36(2), 369-385, who weights events so.
    """
    happened = frame[(frame["modality"] == "happened") & _between(frame, one, other)]
    dated = happened.dropna(subset=["start", "end"])
    starts = _periods(dated["start"], frequency)
    ends = _periods(dated["end"], frequency)
    within = dated.assign(period=starts)[starts == ends]
    rows = pd.concat(
        [
            _summary(within[within["source"] == one], f"{one}>{other}"),
            _summary(within[within["source"] == other], f"{other}>{one}"),
            _summary(within.drop_duplicates("occurrence"), f"{one}-{other}"),
        ]
    )
    return Index(
        rows=_filled(rows, one, other, frequency),
        undated=happened["occurrence"].nunique() - dated["occurrence"].nunique(),
        coarse=dated["occurrence"].nunique() - within["occurrence"].nunique(),
        frequency=frequency,
    )


def index_to_fit(frame: pd.DataFrame, one: str, other: str, most: int) -> Index:
    """The index by month, or by quarter or year where there would be more than so many periods.

    Args:
        frame: tidy occurrences.
        one: a party.
        other: the other one.
        most: at most this many periods; by year, there may be more.
    """
    for frequency in _COARSER:
        found = index(frame, one, other, frequency)
        if found.rows["period"].nunique() <= most:
            break
    return found


def _between(frame: pd.DataFrame, one: str, other: str) -> pd.Series[bool]:
    source, target = frame["source"], frame["target"]
    return ((source == one) & (target == other)) | ((source == other) & (target == one))


def _periods(dates: pd.Series[dt.date], frequency: Frequency) -> pd.Series[pd.Period]:
    unit = _PERIODS[frequency]  # one by one: a column of timestamps ends in 1677 where it counts nanoseconds
    return pd.Series(pd.PeriodIndex([pd.Period(day, unit) for day in dates], freq=unit), index=dates.index)


def _summary(rows: pd.DataFrame, direction: str) -> pd.DataFrame:
    by_period = rows.groupby("period").agg(
        mean=("score", "mean"), count=("occurrence", "nunique"), reports=("reports", "sum")
    )
    return by_period.assign(direction=direction).reset_index()


def _filled(rows: pd.DataFrame, one: str, other: str, frequency: Frequency) -> pd.DataFrame:
    """Every period from the first to the last, those without anything on record shown as missing."""
    directions = [f"{one}>{other}", f"{other}>{one}", f"{one}-{other}"]
    if rows.empty:
        types = {"period": str, "direction": str, "mean": float, "count": int, "reports": int}
        return pd.DataFrame({column: pd.Series(dtype=types[column]) for column in COLUMNS})
    periods = pd.period_range(rows["period"].min(), rows["period"].max(), freq=_PERIODS[frequency])
    grid = pd.MultiIndex.from_product([periods, directions], names=["period", "direction"])
    full = rows.set_index(["period", "direction"]).reindex(grid).reset_index()
    full[["count", "reports"]] = full[["count", "reports"]].fillna(0).astype(int)
    full["period"] = [label(period, frequency) for period in full["period"]]
    return full[list(COLUMNS)]


def label(period: pd.Period, frequency: Frequency) -> str:
    """A period in ISO 8601; a quarter as 2024-Q3, a week by its first day."""
    if frequency == "quarter":
        return f"{period.year}-Q{period.quarter}"
    if frequency == "week":
        return str(period.asfreq("D", how="start"))
    return str(period)
