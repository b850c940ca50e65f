"""How well a vector autoregression would have forecast, beside what costs nothing."""

from __future__ import annotations

import numpy as np
import pandas as pd

from detente.measures.impulses import fit, forecast
from detente.measures.resampling import Floats
from detente.measures.var_checks import MOST_LAGS, Criterion, choose_lags, most_lags

ERROR_COLUMNS = ("effect", "step", "method", "rmse", "mae", "forecasts")
METHODS = ("var", "persistence", "mean")
_START = 10  # of the periods that needed_periods asks for, those that no forecast is tried on


def rolling_errors(
    levels: pd.DataFrame,
    *,
    differenced: bool,
    criterion: Criterion,
    steps: int,
    most: int = MOST_LAGS,
    least: int = 5,
) -> pd.DataFrame:
    """Errors of forecasts from a rolling origin: at each, the model knows only what came before.

    The first origin lies half-way, or later where the model takes more periods; lags are chosen and the model fitted
    anew at each.

    Args:
        levels: periods by directions, none missing.
        differenced: fit to differences, and add them up to forecasts of levels.
        criterion: for the number of lags.
        steps: forecast 1 to so many periods ahead.
        most: lags at most; fewer where the periods before an origin allow no more.
        least: a step of fewer forecasts than this has no row.

    Returns:
        ``effect`` (direction), ``step``, ``method`` ("var"; "persistence": as it was at the origin; "mean": of all
        periods up to the origin), ``rmse``, ``mae`` (in the units of the levels), ``forecasts`` (how many).

    Source:
        Tashman (2000), "Out-of-sample tests of forecasting accuracy", Int. J. Forecasting 16(4), 437-450.
    """
    values = levels.to_numpy(dtype=float)
    periods, number = values.shape
    first = max(periods // 2, _START + 5 * number + differenced)
    errors: dict[tuple[str, int], list[Floats]] = {}
    for origin in range(first, periods):
        past, ahead = values[:origin], values[origin : origin + steps]
        expected = {
            "var": _expect(past, len(ahead), differenced, criterion, most),
            "persistence": np.repeat(past[-1:], len(ahead), axis=0),
            "mean": np.repeat(past.mean(axis=0, keepdims=True), len(ahead), axis=0),
        }
        for method, path in expected.items():
            for step, error in enumerate(path - ahead, start=1):
                errors.setdefault((method, step), []).append(error)
    rows = [
        (str(name), step, method, float(np.sqrt((made**2).mean())), float(np.abs(made).mean()), len(made))
        for at, name in enumerate(levels)
        for step in range(1, steps + 1)
        for method in METHODS
        if len(made := np.array([error[at] for error in errors.get((method, step), [])])) >= least
    ]
    return pd.DataFrame(rows, columns=list(ERROR_COLUMNS))


def pool(errors: pd.DataFrame) -> pd.DataFrame:
    """The RMSE over all steps, each forecast counting alike: a row for each effect, a column for each method."""
    squares = errors.assign(square=errors["rmse"] ** 2 * errors["forecasts"])
    sums = squares.groupby(["effect", "method"], sort=False)[["square", "forecasts"]].sum()
    table = (sums["square"] / sums["forecasts"]).pow(0.5).unstack("method")
    return table.reindex(errors["effect"].unique())[list(METHODS)]


def _expect(past: Floats, steps: int, differenced: bool, criterion: Criterion, most: int) -> Floats:
    known = np.diff(past, axis=0) if differenced else past
    allowed = max(1, min(most, most_lags(len(known) + _START, known.shape[1])))
    lags = max(1, choose_lags(known, allowed, criterion))
    model, _ = fit(known, lags)
    path = forecast(model, known, steps)
    return past[-1] + np.cumsum(path, axis=0) if differenced else path
