"""Forecasts from a rolling origin."""

import numpy as np
import pandas as pd
import pytest
from test_impulses import TRUE, simulate

from detente.measures.forecasts import ERROR_COLUMNS, METHODS, pool, rolling_errors


def errors_of(values, differenced=False, steps=2):
    table = pd.DataFrame(values, columns=["CHN>JPN", "JPN>CHN"])
    return rolling_errors(table, differenced=differenced, criterion="bic", steps=steps)


def pick(errors, method, step=1, effect="CHN>JPN", column="rmse"):
    chosen = errors[(errors["method"] == method) & (errors["step"] == step) & (errors["effect"] == effect)]
    return chosen[column].iloc[0]


def test_persistence_and_mean_by_hand():
    values = np.random.default_rng(1).normal(size=(60, 2))
    found = errors_of(values)
    origins = range(30, 60)
    apart = [values[at - 1, 0] - values[at, 0] for at in origins]
    assert pick(found, "persistence") == pytest.approx(np.sqrt(np.mean(np.square(apart))))
    assert pick(found, "persistence", column="mae") == pytest.approx(np.mean(np.abs(apart)))
    later = [values[:at, 1].mean() - values[at + 1, 1] for at in range(30, 59)]
    assert pick(found, "mean", 2, "JPN>CHN") == pytest.approx(np.sqrt(np.mean(np.square(later))))
    assert (pick(found, "mean", column="forecasts"), pick(found, "mean", 2, column="forecasts")) == (30, 29)


def test_a_model_of_what_has_a_memory_forecasts_better_than_both():
    strong = np.array([[[0.5, 0.4], [-0.4, 0.5]]])
    pooled = pool(errors_of(simulate(strong, 400, seed=2), steps=3))
    assert (pooled["var"] < pooled["persistence"]).all()
    assert (pooled["var"] < pooled["mean"]).all()


def test_noise_is_forecast_no_better_than_by_its_mean():
    pooled = pool(errors_of(np.random.default_rng(3).normal(size=(120, 2))))
    assert (pooled["var"] > pooled["mean"] * 0.99).all()
    assert (pooled["mean"] < pooled["persistence"]).all()


def test_a_walk_is_forecast_in_levels():
    walk = np.cumsum(np.random.default_rng(4).normal(size=(200, 2)), axis=0) + 50
    found = errors_of(walk, differenced=True)
    assert pick(found, "var") == pytest.approx(pick(found, "persistence"), rel=0.15)
    assert pick(found, "mean") > 2 * pick(found, "var")


def test_the_future_is_not_known():
    """What comes after an origin has no part in its forecasts."""
    values = simulate(TRUE, 60, seed=5)
    changed = values.copy()
    changed[-1] += 100
    one, other = errors_of(values, steps=1), errors_of(changed, steps=1)
    count = pick(one, "var", column="forecasts")
    squares = [pick(each, "var") ** 2 * count for each in (one, other)]
    last = errors_of(values, steps=1)
    persistence = [pick(each, "persistence") ** 2 * count for each in (one, other)]
    gap = np.sqrt(persistence[1] - persistence[0] + (values[-2, 0] - values[-1, 0]) ** 2)
    assert gap == pytest.approx(abs(values[-2, 0] - changed[-1, 0]))
    assert squares[1] - squares[0] == pytest.approx(100**2, rel=0.2)
    assert last.equals(one)


def test_too_few_forecasts_have_no_row():
    assert errors_of(np.random.default_rng(6).normal(size=(24, 2))).empty
    found = errors_of(np.random.default_rng(6).normal(size=(30, 2)))
    assert list(found.columns) == list(ERROR_COLUMNS)
    assert set(found["method"]) == set(METHODS)
