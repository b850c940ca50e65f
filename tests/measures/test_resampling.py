"""Bands: that they cover what they should, and cost little."""

import time

import numpy as np
import pytest
from tidy_rows import frame, row, series

from detente.measures import index
from detente.measures.resampling import percentile_bands


def test_bands_of_a_sum_are_those_of_the_compound_poisson():
    scores = np.array([4.0, -2.0, 2.5, 9.5, -6.0] * 40)
    low, high = percentile_bands(lambda w: (w * scores[:, None]).sum(axis=0)[None], np.ones(200, dtype=int), 4000, 1)
    width = 1.96 * np.sqrt((scores**2).sum())
    assert low[0] == pytest.approx(scores.sum() - width, abs=width / 10)
    assert high[0] == pytest.approx(scores.sum() + width, abs=width / 10)


def test_like_occurrences_drawn_together_are_those_drawn_one_by_one():
    apart = percentile_bands(lambda w: w.sum(axis=0)[None], np.ones(50, dtype=int), 6000, 1)
    together = percentile_bands(lambda w: w.sum(axis=0)[None], np.array([20, 30]), 6000, 2)
    assert np.abs(np.subtract(apart, together)).max() <= 2


@pytest.mark.parametrize("size", [8, 30])
def test_bands_of_a_mean_cover_it(size):
    """Of samples of a known population, nearly 95 in 100 have its mean within their bands."""
    population = np.array([4.0, -2.0, 2.5, -6.0])
    rng = np.random.default_rng(7)
    covered = 0
    for seed in range(200):
        sample = rng.choice(population, size)
        low, high = percentile_bands(
            lambda w, s=sample: ((w * s[:, None]).sum(axis=0) / np.maximum(w.sum(axis=0), 1))[None],
            np.ones(size, dtype=int), 400, seed,
        )  # fmt: skip
        covered += low[0] <= population.mean() <= high[0]
    assert covered >= (170 if size == 8 else 180)


def test_the_same_seed_gives_the_same_bands_and_another_gives_others():
    record = frame(
        *(row("2024-01-10", "CHN", code, "JPN") for code in ("AID", "SANCTION", "ACCUSE", "AGREE", "ASSAULT"))
    )
    bands = [series(index(record, "CHN", "JPN", draws=50, seed=seed), "CHN-JPN", "low") for seed in (1, 1, 2)]
    assert bands[0] == bands[1] != bands[2]


def test_one_occurrence_tells_nothing_of_the_spread_of_a_mean():
    record = frame(
        row("2024-01-10", "CHN", "AID", "JPN"),
        row("2024-02-10", "CHN", "AID", "JPN"),
        row("2024-02-11", "CHN", "SANCTION", "JPN"),
    )
    found = index(record, "CHN", "JPN", draws=200)
    assert series(found, "CHN-JPN", "low") == {"2024-01": None, "2024-02": -6}
    assert series(found, "CHN-JPN", "high") == {"2024-01": None, "2024-02": 10}
    counts = index(record, "CHN", "JPN", measure="count", draws=200)
    assert series(counts, "CHN-JPN", "low")["2024-01"] == 0


def test_bands_of_an_empty_period_of_a_level_fade_with_it():
    record = frame(*(row("2024-01-31", "CHN", "AID", "JPN") for _ in range(5)), row("2024-03-31", "CHN", "AID", "JPN"))
    found = index(record, "CHN", "JPN", measure="stock", half_life=29, draws=200)
    for column in ("stock", "low", "high"):
        values = series(found, "CHN-JPN", column)
        assert values["2024-02"] == pytest.approx(values["2024-01"] / 2)


def test_a_thousand_draws_over_a_thousand_periods_are_quick():
    rng = np.random.default_rng(0)
    periods = np.sort(rng.integers(0, 1000, 10_000))
    starts = np.flatnonzero(np.append(True, periods[1:] != periods[:-1]))
    scores = rng.choice([4.0, -2.0, 2.5, -6.0], 10_000)[:, None]
    began = time.perf_counter()
    low, _ = percentile_bands(
        lambda w: np.add.reduceat(w * scores, starts, axis=0), np.ones(10_000, dtype=int), 1000, 0
    )
    assert len(low) == len(starts)
    assert time.perf_counter() - began < 5  # half a second here; the rest is for a busy machine
