"""All pairs of a record in one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from detente.knowledge import plover
from detente.knowledge.states import states
from detente.measures.periods import Frequency, day_numbers, labels, period_of
from detente.records import Modality
from detente.store.imported import ImportedCode

COLUMNS = ("one", "other", "mean", "count", "sum", "net", "cooperation", "conflict", "reports")
_SUMS = ["count", "sum", "cooperation", "conflict", "reports"]


@dataclass(frozen=True, slots=True)
class PairsByPeriod:
    """What happened between every two parties in each period.

    Attributes:
        rows: the columns of :func:`add_up`, after ``period`` (ISO 8601).
        undated: occurrences without a date.
        coarse: occurrences whose date spans more than one period.
    """

    rows: pd.DataFrame
    undated: int
    coarse: int


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
    return _total(pd.concat(parts), ["one", "other"])


def add_up_by_period(frame: pd.DataFrame, frequency: Frequency) -> PairsByPeriod:
    """What happened between every two parties, added up by period.

    Args:
        frame: tidy occurrences; those that happened count, and only where their date lies within one period.
        frequency: length of a period.
    """
    happened = frame[frame["modality"] == Modality.HAPPENED.value]
    dated = happened[(happened["start"].notna() & happened["end"].notna()).to_numpy()]
    periods = period_of(day_numbers(dated["start"]), frequency)
    within = periods == period_of(day_numbers(dated["end"]), frequency)
    sided = _of_frame(dated[within].assign(period=periods[within]))
    rows = _total(sided, ["period", "one", "other"])
    names = labels(rows["period"].to_numpy(dtype=np.int64), frequency)
    return PairsByPeriod(
        rows=rows.assign(period=np.array(names, dtype=object)),
        undated=happened["occurrence"].nunique() - dated["occurrence"].nunique(),
        coarse=dated["occurrence"].nunique() - dated.loc[within, "occurrence"].nunique(),
    )


def busiest(pairs: pd.DataFrame, most: int) -> list[str]:
    """The states that take part in the most, those with the most first; organisations are none.

    Args:
        pairs: of :func:`add_up`.
        most: at most so many.
    """
    counts = pd.concat([pairs.groupby(side)["count"].sum() for side in ("one", "other")]).groupby(level=0).sum()
    counts = counts[counts.index.isin(list(states()))]
    ranked = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    return [str(party) for party, _ in ranked[:most]]


def square(pairs: pd.DataFrame, parties: Sequence[str], measure: str = "mean") -> pd.DataFrame:
    """A table with a row and a column for each party.

    Args:
        pairs: of :func:`add_up`.
        parties: in the order of rows and columns.
        measure: a column of ``pairs``: "mean", "net", "count" ...

    Returns:
        The same on either side of the diagonal; missing where a pair has nothing on record, and on the diagonal. A
        count is 0 where there is nothing.
    """
    found = pd.DataFrame(np.nan, index=list(parties), columns=list(parties))
    if measure == "count":
        found = found.mask(~np.eye(len(parties), dtype=bool), 0.0)
    among = pairs[pairs["one"].isin(list(parties)) & pairs["other"].isin(list(parties))]
    for one, other, value in zip(among["one"], among["other"], among[measure], strict=True):
        found.loc[one, other] = found.loc[other, one] = value
    return found


def _total(parts: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    total = parts.groupby(keys)[_SUMS].sum().reset_index()
    weighed = total["cooperation"] + total["conflict"]
    more = [key for key in keys if key not in COLUMNS]
    return total.assign(
        mean=total["sum"] / total["count"],
        net=((total["cooperation"] - total["conflict"]) / weighed).where(weighed > 0),
    )[[*more, *COLUMNS]]


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
        **({"period": counted["period"]} if "period" in counted else {}),
    )
    return sided.drop_duplicates(["one", "other", "occurrence"]).drop(columns="occurrence")


def _sided(source: Any, target: Any) -> pd.DataFrame:
    """Each pair in order of the alphabet."""
    left, right = np.array(source, dtype=object), np.array(target, dtype=object)
    swapped = left > right if len(left) else np.array([], dtype=bool)
    return pd.DataFrame({"one": np.where(swapped, right, left), "other": np.where(swapped, left, right)}, dtype=str)


def _quad(code: ImportedCode) -> int | None:
    return plover.quad(code.root) if code.root else None
