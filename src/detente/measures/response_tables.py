"""A vector autoregression told in tables with intervals, and in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from detente.measures import impulses
from detente.measures.forecasts import pool
from detente.measures.impulses import Model
from detente.measures.periods import Frequency
from detente.measures.resampling import Floats
from detente.measures.var_checks import LEVEL

IMPULSE_COLUMNS = ("kind", "cause", "effect", "step", "response", "low", "high")
SHARE_COLUMNS = ("cause", "effect", "step", "share", "low", "high")
WHAT_IF_COLUMNS = ("cause", "effect", "step", "response", "low", "high")


@dataclass(frozen=True, slots=True)
class Telling:
    """A model, and the same model of resampled series.

    Attributes:
        names: of its variables.
        model: as fitted.
        drawn: its arrays with a leading dimension of draws.
        horizon: of responses, in periods.
        coverage: of intervals.
        cumulated: whether the model is of changes, so that responses are added up to those of levels.
    """

    names: tuple[str, ...]
    model: Model
    drawn: Model
    horizon: int
    coverage: float
    cumulated: bool


def tell_impulses(told: Telling) -> pd.DataFrame:
    """Orthogonal and generalised responses: see :class:`detente.measures.responses.Responses`."""
    parts = []
    for kind, respond in (("orthogonal", impulses.orthogonal), ("generalised", impulses.generalised)):
        found = [_add_up(respond(model, told.horizon), told) for model in (told.model, told.drawn)]
        parts.append(_tabulate(told, found, "response", 0).assign(kind=kind))
    return pd.concat(parts, ignore_index=True)[list(IMPULSE_COLUMNS)]


def tell_shares(told: Telling) -> pd.DataFrame:
    """The decomposition of the forecast error's variance."""
    steps = told.horizon - 1
    found = [impulses.shares(impulses.orthogonal(model, steps)) for model in (told.model, told.drawn)]
    return _tabulate(told, found, "share", 1)[list(SHARE_COLUMNS)]


def tell_what_if(told: Telling, variable: int, size: float) -> pd.DataFrame:
    """What a move of one variable alone carries over."""
    found = [_add_up(impulses.alone(model, told.horizon, variable, size)[..., None], told)
             for model in (told.model, told.drawn)]  # fmt: skip
    return _tabulate(told, found, "response", 0, causes=(told.names[variable],))[list(WHAT_IF_COLUMNS)]


def tell_nothing() -> pd.DataFrame:
    """The table of a what-if that was not asked for."""
    return pd.DataFrame(columns=list(WHAT_IF_COLUMNS))


def judge(*, chosen: int, root: float, white_p: float, errors: pd.DataFrame, frequency: Frequency) -> tuple[str, ...]:
    """What speaks against a model, in plain words."""
    said = []
    if chosen == 0:
        said.append("the past of these series tells nothing of what comes next: no lag is worth its parameters")
    if root >= 1:
        said.append(f"the model is not stable (largest root {root:.2f}): its responses don't die out; don't use them")
    if white_p < LEVEL:
        said.append(f"the residuals are not white (p {white_p:.3f}): something is left in them, and tests are too sure")
    steps = int(errors["step"].max())
    for effect, row in pool(errors).iterrows():
        beaten = [name for name, method in (("persistence", "persistence"), ("the mean of the periods before", "mean"))
                  if row["var"] >= row[method]]  # fmt: skip
        if beaten:
            said.append(
                f"{effect} is forecast no better than by {' and by '.join(beaten)} over 1 to {steps} {frequency}s "
                f"(RMSE {row['var']:.2f}; persistence {row['persistence']:.2f}, mean {row['mean']:.2f}): "
                "don't trust a what-if on it"
            )
    return tuple(said)


def _add_up(responses: Floats, told: Telling) -> Floats:
    """Responses of levels, where the model is of changes."""
    added: Floats = np.cumsum(responses, axis=-3) if told.cumulated else responses
    return added


def _tabulate(
    told: Telling, found: Sequence[Floats], value: str, first: int, causes: tuple[str, ...] | None = None
) -> pd.DataFrame:
    """(steps, effects, causes), and the same of draws, as a row each with an interval."""
    estimate, drawn = found
    tail = (1 - told.coverage) / 2
    low, high = np.quantile(drawn, (tail, 1 - tail), axis=0)
    columns = causes or told.names
    rows = [
        (cause, effect, step + first, *(float(part[step, row, column]) for part in (estimate, low, high)))
        for column, cause in enumerate(columns)
        for row, effect in enumerate(told.names)
        for step in range(len(estimate))
    ]
    return pd.DataFrame(rows, columns=["cause", "effect", "step", value, "low", "high"])
