"""What a vector autoregression implies: responses to an impulse, and shares of the forecast error.

Every function takes many models at once: leading dimensions, if any, are draws.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.measures.resampling import Floats


@dataclass(frozen=True, slots=True)
class Model:
    """y(t) = intercept + coefs[0] y(t-1) + ... + u(t), with u of covariance ``sigma``.

    Attributes:
        intercept: (..., variables).
        coefs: (..., lags, variables, variables): the effect on the row's variable of the column's.
        sigma: (..., variables, variables).
    """

    intercept: Floats
    coefs: Floats
    sigma: Floats


def fit(values: Floats, lags: int) -> tuple[Model, Floats]:
    """Least squares, equation by equation.

    Args:
        values: (..., periods, variables), none missing.
        lags: 1 or more.

    Returns:
        The model, its covariance corrected for degrees of freedom, and the residuals (..., periods - lags, variables).

    Source:
        Lütkepohl (2005), New Introduction to Multiple Time Series Analysis, section 3.2.
    """
    periods, number = values.shape[-2:]
    past = [values[..., lags - lag : periods - lag, :] for lag in range(1, lags + 1)]
    regressors = np.concatenate([np.ones((*values.shape[:-2], periods - lags, 1)), *past], axis=-1)
    turned = np.swapaxes(regressors, -1, -2)
    now = values[..., lags:, :]
    beta = np.linalg.pinv(turned @ regressors, hermitian=True) @ (turned @ now)
    residuals = now - regressors @ beta
    freedom = periods - lags - regressors.shape[-1]
    sigma = np.swapaxes(residuals, -1, -2) @ residuals / freedom
    coefs = np.swapaxes(beta[..., 1:, :].reshape(*values.shape[:-2], lags, number, number), -1, -2)
    return Model(beta[..., 0, :], coefs, sigma), residuals


def spread(model: Model, horizon: int) -> Floats:
    """How a unit of error in a variable is felt in each after 0 to ``horizon`` periods: the moving averages.

    Returns:
        (..., horizon + 1, variables, variables): of the row's variable to the column's.
    """
    lags, number = model.coefs.shape[-3:-1]
    felt = [np.broadcast_to(np.eye(number), (*model.coefs.shape[:-3], number, number))]
    for step in range(1, horizon + 1):
        parts = [felt[step - lag] @ model.coefs[..., lag - 1, :, :] for lag in range(1, min(lags, step) + 1)]
        felt.append(np.sum(parts, axis=0))
    return np.stack(felt, axis=-3)


def orthogonal(model: Model, horizon: int) -> Floats:
    """Responses to an impulse of one standard deviation, by Cholesky: a variable moves those after it at once.

    Source:
        Sims (1980), "Macroeconomics and Reality", Econometrica 48(1), 1-48; Lütkepohl (2005), section 2.3.2.
    """
    found: Floats = spread(model, horizon) @ np.linalg.cholesky(model.sigma)[..., None, :, :]
    return found


def generalised(model: Model, horizon: int) -> Floats:
    """Responses to an impulse of one standard deviation, the others moving as they usually do with it.

    They don't depend on the order of the variables.

    Source:
        Pesaran & Shin (1998), "Generalized impulse response analysis in linear multivariate models", Economics
        Letters 58(1), 17-29.
    """
    deviations = np.sqrt(np.diagonal(model.sigma, axis1=-2, axis2=-1))
    found: Floats = spread(model, horizon) @ (model.sigma / deviations[..., None, :])[..., None, :, :]
    return found


def alone(model: Model, horizon: int, variable: int, size: float) -> Floats:
    """Responses to a move of one variable, no other moving in the same period: (..., horizon + 1, variables)."""
    found: Floats = spread(model, horizon)[..., variable] * size
    return found


def shares(responses: Floats) -> Floats:
    """The share of each impulse in the variance of the forecast error, for forecasts of 1 to horizon + 1 periods.

    Args:
        responses: orthogonal ones, (..., steps, variables, variables).

    Returns:
        The same shape, 0 to 1; a row adds up to 1.

    Source:
        Lütkepohl (2005), section 2.3.3.
    """
    squares = np.cumsum(responses**2, axis=-3)
    found: Floats = squares / squares.sum(axis=-1, keepdims=True)
    return found


def largest_root(model: Model) -> float:
    """The largest modulus of the companion matrix' roots: below 1, what happens dies out."""
    lags, number = model.coefs.shape[-3:-1]
    companion = np.eye(lags * number, k=-number)
    companion[:number] = np.concatenate(list(model.coefs), axis=1)
    return float(np.abs(np.linalg.eigvals(companion)).max())


def forecast(model: Model, past: Floats, steps: int) -> Floats:
    """The expected values of the next periods: (steps, variables); ``past`` has at least as many as there are lags."""
    known = list(past)
    lags = model.coefs.shape[0]
    for _ in range(steps):
        known.append(model.intercept + sum(model.coefs[lag] @ known[-1 - lag] for lag in range(lags)))
    return np.array(known[len(past) :])


def resample(values: Floats, lags: int, draws: int, seed: int) -> Model:
    """Models of as many series rebuilt from the fitted model and residuals drawn with replacement.

    Returns:
        A model whose arrays have a leading dimension of draws.

    Source:
        Runkle (1987), "Vector autoregressions and reality", J. Business & Economic Statistics 5(4), 437-442;
        Lütkepohl (2005), appendix D.3.
    """
    model, residuals = fit(values, lags)
    about = residuals - residuals.mean(axis=0)
    rng = np.random.default_rng(seed)
    errors = about[rng.integers(0, len(about), (draws, len(about)))]
    rebuilt = np.empty((draws, *values.shape))
    rebuilt[:, :lags] = values[:lags]
    for at in range(lags, len(values)):
        past = sum(rebuilt[:, at - 1 - lag] @ model.coefs[lag].T for lag in range(lags))
        rebuilt[:, at] = model.intercept + past + errors[:, at - lags]
    return fit(rebuilt, lags)[0]
