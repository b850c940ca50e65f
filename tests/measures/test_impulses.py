"""Responses of vector autoregressions: by hand, against statsmodels, by law, and recovered from simulated data."""

import numpy as np
import pytest
from statsmodels.tsa.api import VAR

from detente.measures import impulses
from detente.measures.impulses import Model

HAND = Model(  # y1 keeps half of itself; y2 takes up a fifth of y1 and keeps a quarter
    intercept=np.array([1.0, 2.0]),
    coefs=np.array([[[0.5, 0.0], [0.2, 0.25]]]),
    sigma=np.array([[4.0, 2.0], [2.0, 5.0]]),
)
TRUE = np.array([[[0.4, 0.2], [-0.3, 0.3]], [[0.1, 0.0], [0.2, -0.1]]])


def simulate(coefs, periods, seed=0, sigma=None, intercept=0.0):
    lags, number = coefs.shape[:2]
    rng = np.random.default_rng(seed)
    errors = rng.multivariate_normal(np.zeros(number), np.eye(number) if sigma is None else sigma, periods + 100)
    values = np.zeros((periods + 100, number))
    for at in range(lags, len(values)):
        values[at] = intercept + sum(coefs[lag] @ values[at - 1 - lag] for lag in range(lags)) + errors[at]
    return values[100:]


def test_moving_averages_by_hand():
    spread = impulses.spread(HAND, 2)
    assert spread[0].tolist() == [[1, 0], [0, 1]]
    assert spread[1].tolist() == [[0.5, 0], [0.2, 0.25]]
    np.testing.assert_allclose(spread[2], [[0.25, 0], [0.2 * 0.5 + 0.25 * 0.2, 0.0625]])


def test_orthogonal_responses_by_hand():
    """The Cholesky factor of [[4, 2], [2, 5]] is [[2, 0], [1, 2]]."""
    found = impulses.orthogonal(HAND, 1)
    np.testing.assert_allclose(found[0], [[2, 0], [1, 2]])
    np.testing.assert_allclose(found[1], [[1, 0], [0.2 * 2 + 0.25 * 1, 0.5]])


def test_generalised_responses_by_hand():
    """A standard deviation of y1 is 2, and y2 moves with it by 2 / 2; one of y2 moves y1 by 2 / sqrt(5)."""
    found = impulses.generalised(HAND, 1)
    np.testing.assert_allclose(found[0], [[2, 2 / np.sqrt(5)], [1, np.sqrt(5)]])
    np.testing.assert_allclose(found[1][:, 0], [1, 0.2 * 2 + 0.25 * 1])


def test_a_move_alone_and_shares_by_hand():
    np.testing.assert_allclose(impulses.alone(HAND, 2, 0, 10), [[10, 0], [5, 2], [2.5, 1.5]])
    np.testing.assert_allclose(impulses.shares(impulses.orthogonal(HAND, 0))[0], [[1, 0], [1 / 5, 4 / 5]])


def test_forecast_and_root_by_hand():
    np.testing.assert_allclose(impulses.forecast(HAND, np.array([[2.0, 4.0]]), 2), [[2, 3.4], [2, 3.25]])
    assert impulses.largest_root(HAND) == pytest.approx(0.5)
    assert impulses.largest_root(Model(np.zeros(1), np.array([[[0.5]], [[0.5]]]), np.eye(1))) == pytest.approx(1)


@pytest.mark.parametrize("lags", [1, 2, 3])
def test_statsmodels_agrees(lags):
    values = simulate(TRUE, 120, seed=lags, intercept=0.5)
    model, residuals = impulses.fit(values, lags)
    reference = VAR(values).fit(lags, trend="c")
    np.testing.assert_allclose(model.coefs, reference.coefs, atol=1e-8)
    np.testing.assert_allclose(model.intercept, reference.intercept, atol=1e-8)
    np.testing.assert_allclose(model.sigma, reference.sigma_u, atol=1e-8)
    np.testing.assert_allclose(residuals, reference.resid, atol=1e-8)
    np.testing.assert_allclose(impulses.spread(model, 6), reference.irf(6).irfs, atol=1e-8)
    np.testing.assert_allclose(impulses.orthogonal(model, 6), reference.irf(6).orth_irfs, atol=1e-8)
    shares = np.swapaxes(impulses.shares(impulses.orthogonal(model, 5)), 0, 1)
    np.testing.assert_allclose(shares, reference.fevd(6).decomp, atol=1e-8)
    np.testing.assert_allclose(impulses.forecast(model, values, 5), reference.forecast(values[-lags:], 5), atol=1e-8)
    assert impulses.largest_root(model) == pytest.approx(1 / np.abs(reference.roots).min())


def test_known_coefficients_are_recovered():
    sigma = np.array([[2.0, 0.6], [0.6, 1.0]])
    model, _ = impulses.fit(simulate(TRUE, 6000, seed=8, sigma=sigma), 2)
    np.testing.assert_allclose(model.coefs, TRUE, atol=0.06)
    np.testing.assert_allclose(model.sigma, sigma, atol=0.1)


def test_intervals_hold_the_true_response_about_as_often_as_they_say():
    truth = impulses.spread(Model(np.zeros(2), TRUE[:1], np.eye(2)), 1)[1, 1, 0]
    hits = 0
    for seed in range(100):
        drawn = impulses.resample(simulate(TRUE[:1], 100, seed=seed), 1, 100, seed)
        low, high = np.quantile(impulses.spread(drawn, 1)[:, 1, 1, 0], (0.025, 0.975))
        hits += low <= truth <= high
    assert hits >= 88


def test_draws_are_each_fitted_alone():
    values = np.stack([simulate(TRUE, 60, seed=seed) for seed in range(3)])
    together, _ = impulses.fit(values, 2)
    for at in range(3):
        np.testing.assert_allclose(together.coefs[at], impulses.fit(values[at], 2)[0].coefs, atol=1e-9)
    responses = impulses.generalised(together, 4)
    alone = impulses.generalised(Model(together.intercept[1], together.coefs[1], together.sigma[1]), 4)
    np.testing.assert_allclose(responses[1], alone)


def test_order_is_of_no_account_to_generalised_responses_and_of_some_to_orthogonal_ones():
    values = simulate(TRUE, 200, seed=5, sigma=np.array([[1.0, 0.7], [0.7, 1.0]]))
    one, other = (impulses.fit(each, 2)[0] for each in (values, values[:, ::-1]))
    swapped = impulses.generalised(other, 5)[:, ::-1, ::-1]
    np.testing.assert_allclose(impulses.generalised(one, 5), swapped, atol=1e-9)
    np.testing.assert_allclose(impulses.alone(one, 5, 0, 3), impulses.alone(other, 5, 1, 3)[:, ::-1], atol=1e-9)
    assert np.abs(impulses.orthogonal(one, 5) - impulses.orthogonal(other, 5)[:, ::-1, ::-1]).max() > 0.1
    first = impulses.generalised(one, 5)[:, :, 0]
    np.testing.assert_allclose(first, impulses.orthogonal(one, 5)[:, :, 0], atol=1e-9)


def test_shares_add_up():
    shares = impulses.shares(impulses.orthogonal(impulses.fit(simulate(TRUE, 80), 2)[0], 7))
    np.testing.assert_allclose(shares.sum(axis=-1), 1)
    assert (shares >= 0).all()


def test_a_seed_gives_the_same_draws():
    values = simulate(TRUE, 60)
    one, again, other = (impulses.resample(values, 1, 20, seed).coefs for seed in (1, 1, 2))
    assert (one == again).all()
    assert (one != other).any()
