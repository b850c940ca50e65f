"""All pairs of a record in one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from detente.knowledge import plover
from detente.records import Modality
from detente.store.imported import ImportedCode

COLUMNS = ("one", "other", "mean", "count", "sum", "net", "cooperation", "conflict", "reports")


def add_up(
    frame: pd.DataFrame | None, sums: Mapping[str, Sequence[Any]], codes: Mapping[int, ImportedCode]
) -> pd.DataFrame:
    """What happened between every two parties, added up.

    Args:
        frame: tidy occurrences; those that happened count, one that both act in together counts once.
        sums: events by direction and code, as :func:`detente.store.imported_queries.read_sums` gives them.
        codes: what each number of a code stands for.

    Returns:
        One row a pair: ``one``, ``other`` (in order of the alphabet), ``mean`` and ``sum`` of scores, ``count``
        of occurrences and imported events, ``cooperation`` (how many of quad class 1 and 2), ``conflict`` (3 and
        4), ``net`` ((cooperation - conflict) / (cooperation + conflict), -1 to 1; missing without either),
        ``reports``.
    """
    parts = [_of_sums(sums, codes)] if sums else []
    if frame is not None:
        parts.append(_of_frame(frame))
    keys = ["one", "other"]
    total = pd.concat(parts).groupby(keys)[["count", "sum", "cooperation", "conflict", "reports"]].sum()
    total = total.reset_index()
    weighed = total["cooperation"] + total["conflict"]
    return total.assign(
        mean=total["sum"] / total["count"],
        net=((total["cooperation"] - total["conflict"]) / weighed).where(weighed > 0),
    )[list(COLUMNS)]


def _of_sums(sums: Mapping[str, Sequence[Any]], codes: Mapping[int, ImportedCode]) -> pd.DataFrame:
    table = pd.DataFrame({name: sums[name] for name in ("code", "count", "reports")}, dtype="int64")
    score = table["code"].map({number: code.score for number, code in codes.items()}).astype(float)
    quad = table["code"].map({number: _quad(code) for number, code in codes.items()}).astype(float)
    return _sided(sums["source"], sums["target"]).assign(
        count=table["count"],
        sum=score * table["count"],
        cooperation=table["count"].where(quad.isin([1, 2]), 0),
        conflict=table["count"].where(quad.isin([3, 4]), 0),
        reports=table["reports"],
    )


def _of_frame(frame: pd.DataFrame) -> pd.DataFrame:
    counted = frame[frame["modality"] == Modality.HAPPENED.value].reset_index(drop=True)
    counted = counted[(counted["source"] < counted["target"]) | ~counted["mutual"]].reset_index(drop=True)
    sided = _sided(counted["source"], counted["target"]).assign(
        occurrence=counted["occurrence"],
        count=1,
        sum=counted["score"],
        cooperation=counted["quad"].isin([1, 2]).astype("int64"),
        conflict=counted["quad"].isin([3, 4]).astype("int64"),
        reports=counted["reports"],
    )
    return sided.drop_duplicates(["one", "other", "occurrence"]).drop(columns="occurrence")


def _sided(source: Any, target: Any) -> pd.DataFrame:
    """Each pair in order of the alphabet."""
    left, right = np.array(source, dtype=object), np.array(target, dtype=object)
    swapped = left > right if len(left) else np.array([], dtype=bool)
    return pd.DataFrame({"one": np.where(swapped, right, left), "other": np.where(swapped, left, right)}, dtype=str)


def _quad(code: ImportedCode) -> int | None:
    return plover.quad(code.root) if code.root else None
