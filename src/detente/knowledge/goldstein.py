"""Goldstein's weights for what was coded in PLOVER, by the CAMEO code that stands for each of its types."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from detente.errors import KnowledgeError
from detente.knowledge import plover
from detente.knowledge.cameo import cameo
from detente.knowledge.tables import FOLDER, Row, read_table

COLUMNS = ("code", "cameo", "source")


@functools.cache
def goldstein_scores() -> Mapping[str, float]:
    """Weights, -10 to 10, by "ROOT" or "ROOT:mode".

    Raises:
        KnowledgeError: the table breaks its schema.

    Source:
        Goldstein (1992), J. Conflict Resolution 36(2), 369-385, carried over to CAMEO codes by the CAMEO project
        (``cameo.csv``); the choice of the code that stands for a type of PLOVER is ours.
    """
    return read_stand_ins(FOLDER / "goldstein.csv")


def read_stand_ins(table: Path) -> Mapping[str, float]:
    """Read weights from a file of the form of goldstein.csv.

    Raises:
        KnowledgeError: a code is not PLOVER's or stands there twice, or its CAMEO code has no weight.
    """
    found: dict[str, float] = {}
    for row in read_table(table, COLUMNS):
        code = _code(row)
        if code in found:
            row.fail(f"{code} is there twice")
        found[code] = _weight(row)
    return MappingProxyType(found)


def _code(row: Row) -> str:
    code = row.text("code")
    root, _, mode = code.partition(":")
    try:
        plover.score(root, mode or None)
    except KnowledgeError as error:
        row.fail(str(error))
    return code


def _weight(row: Row) -> float:
    entry = cameo().get(row.text("cameo"))
    if entry is None or entry.goldstein is None:
        row.fail(f"CAMEO has no weight for {row.text('cameo')!r}")
    return entry.goldstein
