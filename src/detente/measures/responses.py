"""Responses: how what one state does to another is answered, between two states or among three."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from detente.measures import impulses
from detente.measures.directed_series import FLOWS, DirectedSeries, Flow, directed_series, longest_run
from detente.measures.forecasts import rolling_errors
from detente.measures.periods import Frequency, labels
from detente.measures.refusal import Refusal
from detente.measures.response_tables import Telling, judge, tell_impulses, tell_nothing, tell_shares, tell_what_if
from detente.measures.scales import Scale, find_scale
from detente.measures.tracks import AnyTrack
from detente.measures.var_checks import (
    MOST_LAGS,
    Criterion,
    check_causality,
    check_unit_roots,
    check_whiteness,
    choose_lags,
    most_lags,
    needed_periods,
)

TRIED = 4  # periods ahead that forecasts are tried over, where the horizon is no shorter
LEAST_TOLD = 0.5  # share of periods with an occurrence, below which a series is mostly silence


@dataclass(frozen=True, slots=True)
class Responses:
    """A vector autoregression of directed series, with all that is to be known before believing it.

    Attributes:
        directions: the series, in the order that orthogonal impulses take: one moves those after it at once.
        frequency: length of a period.
        measure: what the series are.
        scale: on which scale.
        first: the first period that entered.
        last: the last one.
        periods: how many entered.
        left_out: covered and uncovered periods outside the longest stretch without a gap.
        zeros: for each direction, how many periods without an occurrence entered as a sum of 0.
        reports: behind the occurrences among the parties.
        undated: occurrences without a date.
        coarse: occurrences whose date spans more than one period.
        unscored: occurrences that the scale has no weight for.
        elsewhere: occurrences that are not on the track.
        unit_roots: see :func:`detente.measures.var_checks.check_unit_roots`; of the levels.
        differenced: whether changes from period to period were modelled, because a series doesn't keep to a level.
        criterion: what chose the number of lags.
        chosen: the number it chose; 0 where the past tells nothing, and 1 is fitted all the same.
        most: lags that the length of the series allows at most, or the user does.
        lags: of the model.
        largest_root: of the model; below 1 it is stable.
        white_to: up to which lag residuals were looked at.
        white_p: of the portmanteau test; small where something is left in the residuals.
        together: correlation of the residuals of the same period, directions by directions.
        granger: see :func:`detente.measures.var_checks.check_causality`.
        impulses: ``kind`` ("orthogonal", "generalised"), ``cause``, ``effect`` (directions), ``step`` (periods after
            the impulse, from 0), ``response`` to an impulse of one standard deviation, in the scale's units, ``low``,
            ``high``.
        variance: ``cause``, ``effect``, ``step`` (periods ahead, from 1), ``share`` (0 to 1) of the orthogonal
            impulses of the cause in the effect's forecast error, ``low``, ``high``.
        errors: see :func:`detente.measures.forecasts.rolling_errors`.
        what_if: ``cause``, ``effect``, ``step``, ``response``, ``low``, ``high``: what a hypothetical move of
            ``shock`` carries over; no rows where none was asked for.
        shock: size of the hypothetical move, in the scale's units.
        verdicts: in plain words, what speaks against the numbers; empty where nothing does.
    """

    directions: tuple[str, ...]
    frequency: Frequency
    measure: Flow
    scale: str
    first: str
    last: str
    periods: int
    left_out: int
    zeros: dict[str, int]
    reports: int
    undated: int
    coarse: int
    unscored: int
    elsewhere: int
    unit_roots: pd.DataFrame
    differenced: bool
    criterion: Criterion
    chosen: int
    most: int
    lags: int
    largest_root: float
    white_to: int
    white_p: float
    together: pd.DataFrame
    granger: pd.DataFrame
    impulses: pd.DataFrame
    variance: pd.DataFrame
    errors: pd.DataFrame
    what_if: pd.DataFrame
    shock: float | None
    verdicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """How to model: see :func:`responses` for its attributes."""

    scale: str
    measure: Flow
    frequency: Frequency
    criterion: Criterion
    horizon: int
    what_if: str | None
    shock: float | None
    draws: int
    seed: int
    coverage: float


def responses(
    frame: pd.DataFrame,
    parties: Sequence[str],
    frequency: Frequency = "week",
    *,
    measure: Flow = "sum",
    scale: str | Scale | None = None,
    track: AnyTrack = "all",
    coders: Collection[str] = (),
    lags: int | None = None,
    criterion: Criterion = "bic",
    horizon: int = 8,
    what_if: str | None = None,
    shock: float | None = None,
    draws: int = 1000,
    seed: int = 0,
    coverage: float = 0.95,
) -> Responses | Refusal:
    """How what each of two or three states does to another is answered: a vector autoregression.

    Args:
        frame: tidy occurrences that touch a party: what a party does with strangers shows that the source covered a
            period in which nothing happened among the parties (:func:`detente.measures.directed_series`).
        parties: two or three; their order is that of orthogonal impulses.
        frequency: length of a period.
        measure: "sum" of weights, which is 0 in a covered period without occurrences; "mean" or "net", which are
            missing there, so that only the longest stretch without a gap enters.
        scale: see :func:`detente.measures.scales.find_scale`; for "net", "quad" where none is named.
        track: only what is on it.
        coders: only what one of them coded; all where none is named.
        lags: at most so many; else as many as the length of the series allows, up to 8.
        criterion: "aic" or "bic", which chooses among them.
        horizon: responses over so many periods.
        what_if: a direction, "CHN>JPN", that moves by hypothesis.
        shock: by how much, in the scale's units, in one period; one standard deviation of its residuals where left out.
        draws: of the bootstrap that intervals come from, at least 1.
        seed: of the bootstrap.
        coverage: of the intervals.

    Returns:
        The model, or a refusal, without any number of the model, where there are fewer periods than
        :func:`detente.measures.var_checks.needed_periods` says, where a direction has occurrences in less than half of
        them, where a series never moves or follows exactly
        from what came before, or where even its changes have a unit root. A what-if moves one direction
        and no other in the same period, because what moves both at once (a meeting counts either way) has causes
        that a hypothesis about one leaves out.

    Raises:
        ValueError: a number is out of range, or ``what_if`` is no direction among the parties.
        InputError: there is no such scale.

    Source:
        Goldstein & Freeman (1990), Three-Way Street, University of Chicago Press; Goldstein & Freeman (1991), "U.S.-
        Soviet-Chinese relations: routine, reciprocity, or rational expectations?", APSR 85(1), 17-35. Intervals:
        :func:`detente.measures.impulses.resample`, percentiles; they are somewhat narrow in short series (Kilian
        1998, Review of Economics and Statistics 80, 218-230).
    """
    _check(parties, measure, lags, horizon, draws, coverage)
    if shock is not None and what_if is None:
        raise ValueError("a shock without a direction: name what moves by what_if")
    name = scale or ("quad" if measure == "net" else "plover")
    weights = name if isinstance(name, Scale) else find_scale(name)
    series = directed_series(frame, parties, frequency, measure=measure, scale=weights, track=track, coders=coders)
    if what_if and what_if not in series.values:
        raise ValueError(f"{what_if!r} is no direction; there are {', '.join(map(str, series.values))}")
    levels = longest_run(series.values)
    if refusal := _refuse(series, levels):
        return refusal
    roots = check_unit_roots(levels)
    differenced = bool((roots["verdict"] == "unit root").any())
    values = levels.diff().iloc[1:] if differenced else levels
    if differenced and (still := _wandering(values)):
        return Refusal(f"even the changes of {', '.join(still)} have a unit root", {"periods": len(levels)})
    most = min(lags or MOST_LAGS, most_lags(len(values), values.shape[1]))
    if most < 1:
        return _too_short(len(values), values.shape[1])
    if certain := _certain(values, most):
        return Refusal(f"{', '.join(certain)} follows exactly from what came before", {"periods": len(levels)})
    way = _Way(weights.name, measure, frequency, criterion, horizon, what_if, shock, draws, seed, coverage)
    return _model(series, levels, values, roots, most, way)


def _model(
    series: DirectedSeries, levels: pd.DataFrame, values: pd.DataFrame, roots: pd.DataFrame, most: int, way: _Way
) -> Responses:
    """All that is told of a series which is long enough."""
    differenced = len(values) < len(levels)
    numbers, names = values.to_numpy(dtype=float), tuple(str(name) for name in values)
    chosen = choose_lags(numbers, most, way.criterion)
    lags = max(1, chosen)
    model, residuals = impulses.fit(numbers, lags)
    drawn = impulses.resample(numbers, lags, way.draws, way.seed)
    told = Telling(names, model, drawn, way.horizon, way.coverage, cumulated=differenced)
    tried = min(TRIED, way.horizon)
    errors = rolling_errors(levels, differenced=differenced, criterion=way.criterion, steps=tried, most=most)
    move = _hypothesise(model, names, way)
    white_to, white_p = check_whiteness(numbers, lags)
    root = impulses.largest_root(model)
    first, last = labels(levels.index.to_numpy(dtype=np.int64)[[0, -1]], way.frequency)
    silent = ~series.told.loc[levels.index]
    return Responses(
        directions=names,
        frequency=way.frequency,
        measure=way.measure,
        scale=way.scale,
        first=first,
        last=last,
        periods=len(levels),
        left_out=len(series.values) - len(levels),
        zeros={name: int(silent[name].sum()) for name in names},
        reports=series.reports,
        undated=series.undated,
        coarse=series.coarse,
        unscored=series.unscored,
        elsewhere=series.elsewhere,
        unit_roots=roots,
        differenced=differenced,
        criterion=way.criterion,
        chosen=chosen,
        most=most,
        lags=lags,
        largest_root=root,
        white_to=white_to,
        white_p=white_p,
        together=pd.DataFrame(np.corrcoef(residuals.T), index=list(names), columns=list(names)),
        granger=check_causality(numbers, names, lags),
        impulses=tell_impulses(told),
        variance=tell_shares(told),
        errors=errors,
        what_if=tell_what_if(told, *move) if move else tell_nothing(),
        shock=move[1] if move else None,
        verdicts=judge(chosen=chosen, root=root, white_p=white_p, errors=errors, frequency=way.frequency),
    )


def _hypothesise(model: impulses.Model, names: Sequence[str], way: _Way) -> tuple[int, float] | None:
    """Which direction moves by hypothesis, and by how much."""
    if way.what_if is None:
        return None
    at = names.index(way.what_if)
    usual = float(np.sqrt(model.sigma[at, at]))
    return at, usual if way.shock is None else way.shock


def _refuse(series: DirectedSeries, levels: pd.DataFrame) -> Refusal | None:
    """Why a series can't be modelled, if it can't."""
    number = series.values.shape[1]
    if len(levels) < needed_periods(number):
        return _too_short(len(levels), number)
    told = series.told.loc[levels.index].sum()
    quiet = {f"{name} in": int(count) for name, count in told.items() if count < LEAST_TOLD * len(levels)}
    if quiet:
        return Refusal(
            "too little data: a direction has occurrences in less than half of the periods",
            {"periods": len(levels), **quiet},
        )
    still = [str(name) for name in levels if levels[name].nunique() < 2]
    if still:
        return Refusal(f"{', '.join(still)} never moves", {"periods": len(levels)})
    return None


def _too_short(periods: int, number: int) -> Refusal:
    return Refusal(
        f"too little data: a model of {number} series takes {needed_periods(number)} periods in a row without a gap",
        {"periods": periods, "needed": needed_periods(number)},
    )


def _certain(values: pd.DataFrame, most: int) -> list[str]:
    """The series in which a model of that many lags leaves nothing to chance."""
    model, _ = impulses.fit(values.to_numpy(dtype=float), most)
    left = np.diagonal(model.sigma) / values.var().to_numpy()
    return [str(name) for name, share in zip(values, left, strict=True) if share < 1e-9]


def _wandering(values: pd.DataFrame) -> list[str]:
    roots = check_unit_roots(values)
    return [str(name) for name in roots.loc[roots["verdict"] == "unit root", "effect"]]


def _check(parties: Sequence[str], measure: str, lags: int | None, horizon: int, draws: int, coverage: float) -> None:
    if not 2 <= len(set(parties)) == len(parties) <= 3:
        raise ValueError(f"{', '.join(parties)}: give two or three different parties")
    if measure not in FLOWS:
        raise ValueError(f"no series is called {measure!r}; there are {', '.join(FLOWS)}")
    if (lags is not None and lags < 1) or horizon < 1 or draws < 1 or not 0 < coverage < 1:
        raise ValueError(
            f"{lags} lags, a horizon of {horizon}, {draws} draws, a coverage of {coverage:g}: "
            "give 1 or more of each, and a share between 0 and 1"
        )
