"""Whether a vector autoregression may be fitted, with how many lags, and what it leaves in its residuals."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from itertools import permutations
from typing import Any, Literal

import numpy as np
import pandas as pd

from detente.measures.resampling import Floats

Criterion = Literal["aic", "bic"]
ROOT_COLUMNS = ("effect", "adf", "adf_p", "kpss", "kpss_p", "verdict")
GRANGER_COLUMNS = ("cause", "effect", "f", "p", "p_holm")
LEVEL = 0.05
MOST_LAGS = 8


def needed_periods(variables: int, lags: int = 1) -> int:
    """How many periods a VAR takes: 20, and 5 more for each lagged value in an equation.

    Ours, in the spirit of the usual "so many observations a parameter"; half of the 20 are there for forecasts to be
    tried on.
    """
    return 20 + 5 * variables * lags


def most_lags(periods: int, variables: int) -> int:
    """The most lags that :func:`needed_periods` allows, at most 8."""
    return min(MOST_LAGS, (periods - needed_periods(variables, 0)) // (5 * variables))


def choose_lags(values: Floats, most: int, criterion: Criterion) -> int:
    """The number of lags, 0 to ``most``, of the least AIC or BIC on the same periods.

    Source:
        Lütkepohl (2005), section 4.3; ``statsmodels.tsa.api.VAR.select_order``.
    """
    from statsmodels.tsa.api import VAR

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # the logarithm of a determinant that vanishes
        orders = VAR(values).select_order(maxlags=most).selected_orders
    return int(orders[criterion])


def check_unit_roots(values: pd.DataFrame) -> pd.DataFrame:
    """Whether each series keeps to a level: the ADF and the KPSS test, whose null hypotheses are opposite.

    Returns:
        ``effect`` (direction), ``adf``, ``adf_p`` (null: a unit root), ``kpss``, ``kpss_p`` (null: none; the table
        it is read from ends at 0.01 and 0.1), ``verdict``: "stationary" and "unit root" where both say so at 5%,
        "unclear" where they don't agree.

    Source:
        Dickey & Fuller (1979), JASA 74, 427-431; Kwiatkowski, Phillips, Schmidt & Shin (1992), J. Econometrics 54,
        159-178; as in statsmodels, with a constant, lags by BIC and by Hobijn et al. (1998).
    """
    from statsmodels.tools.sm_exceptions import InterpolationWarning
    from statsmodels.tsa.stattools import adfuller, kpss

    rows = []
    for name in values:
        series = values[name].to_numpy(dtype=float)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", InterpolationWarning)
            adf, adf_p = adfuller(series, regression="c", autolag="BIC", result_object=False)[:2]
            statistic, kpss_p = kpss(series, regression="c", nlags="auto", result_object=False)[:2]
        verdicts = {(True, True): "stationary", (False, False): "unit root"}
        verdict = verdicts.get((bool(adf_p < LEVEL), bool(kpss_p >= LEVEL)), "unclear")
        rows.append((str(name), float(adf), float(adf_p), float(statistic), float(kpss_p), verdict))
    return pd.DataFrame(rows, columns=list(ROOT_COLUMNS))


def check_causality(values: Floats, names: Sequence[str], lags: int) -> pd.DataFrame:
    """Whether the past of each series tells of the next one more than that one's own past: Granger's test.

    Returns:
        ``cause``, ``effect``, ``f`` (of the Wald test that all lags of the cause are 0), ``p``, ``p_holm`` (corrected
        for as many tests as there are rows).

    Source:
        Granger (1969), Econometrica 37(3), 424-438; Lütkepohl (2005), section 3.6.1; Holm (1979), Scandinavian J.
        Statistics 6(2), 65-70.
    """
    from statsmodels.stats.multitest import multipletests

    fitted = _fit(values, lags)
    rows = []
    for cause, effect in permutations(range(len(names)), 2):
        test = fitted.test_causality(effect, [cause], kind="f")
        rows.append((names[cause], names[effect], float(test.test_statistic), float(test.pvalue)))
    table = pd.DataFrame(rows, columns=list(GRANGER_COLUMNS[:-1]))
    return table.assign(p_holm=multipletests(table["p"], method="holm")[1])


def check_whiteness(values: Floats, lags: int) -> tuple[int, float]:
    """Up to which lag residuals were looked at, and the p of the portmanteau test that nothing is left in them.

    Source:
        Adjusted portmanteau test: Lütkepohl (2005), section 4.4.3.
    """
    reach = max(lags + 2, min(10, len(values) // 4))
    test = _fit(values, lags).test_whiteness(nlags=reach, adjusted=True)
    return reach, float(test.pvalue)


def _fit(values: Floats, lags: int) -> Any:
    from statsmodels.tsa.api import VAR

    return VAR(np.asarray(values)).fit(lags, trend="c")
