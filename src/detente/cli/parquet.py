"""The Parquet types of our keys, so that a file without rows has the same columns as one with a million."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

_NUMBERS = {"start", "end", "quad", "reports", "mentions", "sentences", "documents", "count", "right", "found", "gold",
            "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "step", "days",
            "days_most", "first_in", "encounters", "in_1y", "in_3y", "in_5y", "gaps", "gap_longest", "pairs",
            "unsure", "coarse", "periods", "silent", "one_count", "other_count",
            "together", "contested", "one_conflict", "other_conflict", "ring", "year",
            "camp", "friends", "foes", "network", "occurrences", "uses", "gap_days", "claims"}  # fmt: skip
_FLOATS = {"score", "confidence", "mean", "precision", "recall", "f1", "sum", "net", "stock", "bounded", "low", "high",
           "before", "before_low", "before_high", "after", "after_low", "after_high", "stands", "chance", "value", "p",
           "p_holm", "gap_median", "rank_own", "rank_pairs", "slope", "lean", "margin",
           "share", "probability", "menage_a_trois", "romantic_triangle", "stable_marriage", "unit_veto", "balanced",
           "positive", "pivot", "wing", "partner", "outcast"}  # fmt: skip
_LISTS = {"about", "contexts", "people", "parties", "sources", "authors", "aliases", "outlets", "movers", "what",
          "evidence", "last_of", "contacts", "one_ids", "other_ids", "together_ids", "contested_ids", "conflict_ids",
          "ids", "turned"}  # fmt: skip
_FLAGS = {"competes", "parallel", "acts_together"}


def schema_of(keys: Sequence[str]) -> pa.Schema:
    """The schema of records with these keys."""
    return pa.schema([(key, _type_of(key, keys)) for key in keys])


def _type_of(key: str, keys: Sequence[str]) -> pa.DataType:
    text = pa.string()
    if key in {"actors", "recipients"}:
        person = pa.struct([(part, text) for part in ("id", "name", "country", "text")])
        return pa.list_(person if "sentence" in keys else text)
    if key == "events":
        return pa.list_(text) if "reports" in keys else pa.int64()
    if key in {"start", "end"} and "precision" in keys:  # dates of a contact, cut to their precision
        return text
    if key == "precision" and "kind" in keys:  # of a contact's date
        return text
    if key in {"left", "right"} and "words" in keys:  # what stands around a word
        return text
    if "claims" in keys and key != "by":  # counts of claims, by kind and stance
        return pa.int64()
    if key == "positive" and "negative" in keys:  # the warm voice of two
        return text
    if key in _NUMBERS:
        return pa.int64()
    if key in _FLOATS:
        return pa.float64()
    if key in _LISTS:
        return pa.list_(text)
    if key in _FLAGS:
        return pa.bool_()
    return pa.map_(text, pa.int64()) if key == "left" else text
