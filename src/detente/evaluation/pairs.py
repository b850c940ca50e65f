"""A coder on marked pairs: agreement with gold roots, by class, with intervals, confusion and calibration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from detente.coding.classify import PairCode
from detente.coding.pair_file import PairRow, read_pair_rows
from detente.errors import EmptyInput, KnowledgeError, MalformedInput
from detente.knowledge import plover

Array = np.ndarray[Any, Any]

NONE = "NONE"
YIELD = "YIELD"  # CONCEDE and RETREAT together, as PLOVER's first manual has them
_FOLDED = ("CONCEDE", "RETREAT")
_DRAWS = 1000
_BINS = 10
_SETTLED = {"root": "roots", "quad": "quad classes", "binary": "cooperation or conflict"}


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A marked pair with the root that people gave it; ``NONE`` where nothing relates the two."""

    row: PairRow
    root: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its bootstrap interval.

    Attributes:
        value: 0 to 1, as are ``low`` and ``high``, the 2.5th and 97.5th percentile over resampled pairs.
    """

    what: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ClassScore:
    """How well one root is told from the others; all of precision, recall and F1 from 0 to 1."""

    root: str
    precision: float
    recall: float
    f1: float
    gold: int
    found: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs of like confidence: in a calibrated coder, as many are right as it is confident.

    Attributes:
        confidence: mean of the bin, 0 to 1.
        accuracy: share of the bin that is right, 0 to 1.
    """

    low: float
    high: float
    confidence: float
    accuracy: float
    pairs: int


@dataclass(frozen=True, slots=True)
class PairReport:
    """What :func:`score_pairs` finds.

    Attributes:
        figures: macro-F1 and accuracy of roots, quad classes, and cooperation against conflict; and the
            expected calibration error.
        classes: one a root that gold has.
        confusion: pairs by gold root and found root.
        calibration: bins by confidence; empty ones are left out.
    """

    pairs: int
    figures: tuple[Measured, ...]
    classes: tuple[ClassScore, ...]
    confusion: Mapping[tuple[str, str], int]
    calibration: tuple[Bin, ...]


def read_gold_pairs(file: Path) -> list[GoldPair]:
    """Marked pairs with a column ``root``.

    Args:
        file: tab-separated; the columns of ``detente classify``, and ``root``: a PLOVER event type, YIELD for
            CONCEDE and RETREAT together, NONE or nothing where nothing relates the pair.

    Raises:
        InputError: the file can't be read, lacks a column, or has a root that PLOVER has not.
    """
    rows = read_pair_rows(str(file))
    if not rows:
        raise EmptyInput(str(file), "has a header and no pairs")
    if "root" not in rows[0]:
        raise MalformedInput(str(file), "has no column root, so there is nothing to score against")
    return [GoldPair(row, _root(row["root"] or NONE, f"{file}#{number}")) for number, row in enumerate(rows, start=1)]


def _root(name: str, where: str) -> str:
    if name in (NONE, YIELD):
        return name
    try:
        return plover.root(name).name
    except KnowledgeError as error:
        raise MalformedInput(where, str(error)) from error


def score_pairs(gold: Sequence[GoldPair], codes: Sequence[PairCode], seed: int = 0) -> PairReport:
    """Score codes against gold roots.

    Args:
        gold: at least one pair.
        codes: the coder's, in the same order.
        seed: of the bootstrap.

    Returns:
        The report. Where gold has YIELD, CONCEDE and RETREAT count as it, in the second quad class. A macro-F1 is the
        mean F1 of the classes that gold has.

    Source:
        Calibration error: Naeini et al. (2015), AAAI, in ten bins of equal width.
    """
    folds = any(one.root == YIELD for one in gold)
    expected = [_folded(one.root, folds) for one in gold]
    found = [_folded(code.root or NONE, folds) for code in codes]
    draws = _draws(len(gold), seed)
    figures = [
        figure
        for level, of in (("root", str), ("quad", _quad), ("binary", _binary))
        for figure in _agreement(level, list(map(of, expected)), list(map(of, found)), draws)
    ]
    right = np.array([one == other for one, other in zip(expected, found, strict=True)])
    sure = np.array([code.root is not None for code in codes])  # "nothing" has no confidence
    confidence = np.array([code.confidence for code in codes])
    if sure.any():
        figures.append(_calibration_error(confidence[sure], right[sure], seed))
    return PairReport(
        pairs=len(gold),
        figures=tuple(figures),
        classes=tuple(_class_score(root, expected, found) for root in sorted(set(expected))),
        confusion=Counter(zip(expected, found, strict=True)),
        calibration=tuple(_bins(confidence[sure], right[sure])),
    )


def _draws(pairs: int, seed: int) -> Array:
    draws: Array = np.random.default_rng(seed).integers(pairs, size=(_DRAWS, pairs))
    return draws


def _folded(root: str, folds: bool) -> str:
    return YIELD if folds and root in _FOLDED else root


def _quad(root: str) -> str:
    if root == NONE:
        return NONE
    return "2" if root == YIELD else str(plover.quad(root))


def _binary(root: str) -> str:
    quad = _quad(root)
    return NONE if quad == NONE else ("cooperation" if quad in "12" else "conflict")


def _agreement(level: str, expected: list[str], found: list[str], draws: Array) -> list[Measured]:
    names = sorted({*expected, *found})
    gold = np.array([names.index(one) for one in expected])
    told = np.array([names.index(one) for one in found])
    f1 = [_macro_f1(gold[draw], told[draw], len(names)) for draw in draws]
    accuracy = (gold == told)[draws].mean(axis=1)
    what = _SETTLED[level]
    return [
        _measured(f"{what}: macro-F1", _macro_f1(gold, told, len(names)), f1),
        _measured(f"{what}: accuracy", float((gold == told).mean()), accuracy),
    ]


def _macro_f1(gold: Array, told: Array, classes: int) -> float:
    there = np.bincount(gold, minlength=classes)
    named = np.bincount(told, minlength=classes)
    right = np.bincount(gold[gold == told], minlength=classes)
    present = there > 0
    return float((2 * right[present] / (there + named)[present]).mean())


def _measured(what: str, value: float, draws: Sequence[float] | Array) -> Measured:
    low, high = np.percentile(draws, (2.5, 97.5))
    return Measured(what, value, float(low), float(high))


def _class_score(root: str, expected: Sequence[str], found: Sequence[str]) -> ClassScore:
    gold, told = expected.count(root), found.count(root)
    right = sum(one == other == root for one, other in zip(expected, found, strict=True))
    return ClassScore(root, right / told if told else 0.0, right / gold, 2 * right / (gold + told), gold, told)


def _bin_numbers(confidence: Array) -> Array:
    numbers: Array = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    return numbers


def _bins(confidence: Array, right: Array) -> list[Bin]:
    numbers = _bin_numbers(confidence)
    return [
        Bin(
            low=number / _BINS,
            high=(number + 1) / _BINS,
            confidence=float(confidence[numbers == number].mean()),
            accuracy=float(right[numbers == number].mean()),
            pairs=int((numbers == number).sum()),
        )
        for number in np.unique(numbers)
    ]


def _calibration_error(confidence: Array, right: Array, seed: int) -> Measured:
    """Mean distance of confidence and accuracy over the bins, weighted by their pairs."""

    def error(rows: Any) -> float:
        gaps = np.bincount(_bin_numbers(confidence[rows]), confidence[rows] - right[rows], _BINS)
        return float(np.abs(gaps).sum() / len(right))

    return _measured(
        "expected calibration error", error(slice(None)), [error(draw) for draw in _draws(len(right), seed)]
    )
