"""What is checked before a vector autoregression is believed."""

import numpy as np
import pandas as pd
import pytest
from test_impulses import TRUE, simulate

from detente.measures.var_checks import (
    check_causality,
    check_unit_roots,
    check_whiteness,
    choose_lags,
    most_lags,
    needed_periods,
)


@pytest.mark.parametrize(
    ("periods", "variables", "most"),
    [(29, 2, 0), (30, 2, 1), (39, 2, 1), (40, 2, 2), (49, 6, 0), (50, 6, 1), (999, 2, 8)],
)
def test_the_most_lags_that_a_series_allows(periods, variables, most):
    assert most_lags(periods, variables) == most
    assert most == 0 or periods >= needed_periods(variables, most)


@pytest.mark.parametrize("criterion", ["aic", "bic"])
def test_the_number_of_lags_is_recovered(criterion):
    assert choose_lags(simulate(TRUE, 1500, seed=3), 6, criterion) == 2


def test_noise_takes_no_lag():
    assert choose_lags(np.random.default_rng(1).normal(size=(300, 2)), 4, "bic") == 0


def test_roots_are_told_apart():
    rng = np.random.default_rng(2)
    steps = rng.normal(size=(300, 2))
    found = check_unit_roots(pd.DataFrame({"CHN>JPN": steps[:, 0], "JPN>CHN": np.cumsum(steps[:, 1])}))
    assert found["verdict"].tolist() == ["stationary", "unit root"]


def test_a_cause_is_told_from_an_effect():
    one_way = np.array([[[0.3, 0.0], [0.5, 0.2]]])
    found = check_causality(simulate(one_way, 300, seed=1), ["CHN>JPN", "JPN>CHN"], 1)
    assert found[["cause", "effect"]].to_numpy().tolist() == [["CHN>JPN", "JPN>CHN"], ["JPN>CHN", "CHN>JPN"]]
    assert found["p"].iloc[0] < 1e-6
    assert found["p"].iloc[1] > 0.01
    assert found["p_holm"].tolist() == pytest.approx([2 * found["p"].iloc[0], found["p"].iloc[1]])


def test_without_a_cause_tests_reject_at_their_level():
    rng = np.random.default_rng(7)
    low = [check_causality(rng.normal(size=(80, 2)), ["a", "b"], 1)["p"].le(0.05).mean() for _ in range(60)]
    assert 0.005 < np.mean(low) < 0.12


def test_what_a_model_leaves_in_its_residuals_shows():
    values = simulate(TRUE, 400, seed=4)
    assert check_whiteness(values, 2)[1] > 0.01
    longer = simulate(np.array([np.zeros((2, 2)), np.zeros((2, 2)), 0.6 * np.eye(2)]), 400)
    assert check_whiteness(longer, 1)[1] < 0.001
