"""Scales: what an occurrence weighs, from conflict to cooperation."""

from __future__ import annotations

import csv
import functools
import math
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from detente.errors import KnowledgeError, MalformedInput, UnreadableInput
from detente.knowledge import plover
from detente.knowledge.goldstein import goldstein_scores

SCALES = ("plover", "goldstein", "quad")


@dataclass(frozen=True, slots=True)
class Scale:
    """What each kind of occurrence weighs.

    Attributes:
        name: as users write it; a table of their own goes by its file.
        top: the greatest weight that the scale gives, without its sign.
        table: weights by "ROOT" or "ROOT:mode"; a mode without a weight of its own has its root's.
        column: of the frame, where rows bring a weight along that goes before the table.
    """

    name: str
    top: float
    table: Mapping[str, float]
    column: str | None = None


def score(rows: pd.DataFrame, scale: Scale) -> NDArray[np.float64]:
    """The weight of each row, missing where the scale has none.

    Args:
        rows: of a tidy frame: ``root``, ``mode``, and the scale's column where it has one.
        scale: see :func:`find_scale`.
    """
    own = rows[scale.column].to_numpy(dtype=float, na_value=np.nan) if scale.column in rows else None
    if own is not None and not np.isnan(own).any():
        return own
    codes = code_of(rows)
    known = {code: weigh(code, scale) for code in codes.unique()}
    by_code = codes.map(known).to_numpy(dtype=float, na_value=np.nan)
    return by_code if own is None else np.where(np.isnan(own), by_code, own)


def weigh(code: str, scale: Scale) -> float:
    """The weight of "ROOT" or "ROOT:mode" by a scale's table, missing (nan) where it has none."""
    return scale.table.get(code, scale.table.get(code.partition(":")[0], math.nan))


def code_of(rows: pd.DataFrame) -> pd.Series[str]:
    """ "ROOT:mode", or "ROOT" where there is no mode, for each row; empty where PLOVER has no type for it."""
    roots, modes = (rows[name].astype(object).where(rows[name].notna(), "") for name in ("root", "mode"))
    return roots.where(modes == "", roots + ":" + modes)


def find_scale(name: str | os.PathLike[str]) -> Scale:
    """The scale of that name.

    Args:
        name: "plover", the scores of the PLOVER manual (-10 to 10), the frame's column ``score``; "goldstein",
            Goldstein's weights (-10 to 10) by CAMEO code, the frame's column ``goldstein``, and where an occurrence
            was coded without CAMEO those of ``knowledge/goldstein.csv``; "quad", 1 for cooperation and -1 for
            conflict, verbal or material, by quad class; or a file of one's own, see :func:`read_scale`.

    Raises:
        InputError: it is the name of no scale, and no file that is one.

    Source:
        PLOVER Coding Manual, table of scores; Goldstein (1992), "A Conflict-Cooperation Scale for WEIS Events Data",
        J. Conflict Resolution 36(2), 369-385, as the CAMEO project carried its weights over to CAMEO codes.
    """
    if name == "plover":
        return Scale("plover", 10.0, _plover_table(), "score")
    if name == "goldstein":
        return Scale("goldstein", 10.0, goldstein_scores(), "goldstein")
    if name == "quad":
        return Scale("quad", 1.0, {root.name: 1.0 if root.quad <= 2 else -1.0 for root in plover.roots().values()})
    return read_scale(name)


def read_scale(path: str | os.PathLike[str]) -> Scale:
    """Read a scale of one's own.

    Args:
        path: a CSV file, UTF-8, one line a weight: "SANCTION,-6", "CONSULT:visit,4"; its first line may be the header
            "code,score", and lines that start with # are notes. A root without a line has no weight: its
            occurrences are left out and counted.

    Raises:
        InputError: the file can't be read, or a line is no weight; it is named.
    """
    source = os.fspath(path)
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as stream:
            table = _parse_table(source, enumerate(csv.reader(stream), start=1))
    except (OSError, UnicodeDecodeError) as error:
        known = ", ".join(SCALES)
        reason = getattr(error, "strerror", None) or "is no text in UTF-8"
        raise UnreadableInput(
            source, f"{reason}; a scale is {known}, or a CSV file with lines like SANCTION,-6"
        ) from error
    top = max(map(abs, table.values()), default=0.0)
    if not top:
        raise MalformedInput(source, "no line gives a weight other than 0; write lines like SANCTION,-6")
    return Scale(source, top, table)


def _parse_table(source: str, lines: Iterable[tuple[int, list[str]]]) -> dict[str, float]:
    table: dict[str, float] = {}
    for number, cells in lines:
        stripped = [cell.strip() for cell in cells]
        if not any(stripped) or stripped[0].startswith("#") or (not table and stripped[-1].casefold() == "score"):
            continue
        where = f"{source}:{number}"
        if len(stripped) != 2:
            raise MalformedInput(where, f"{','.join(cells)!r} is not a code and a score, as in SANCTION,-6")
        code = _check_code(stripped[0], where)
        if code in table:
            raise MalformedInput(where, f"{code} has a score already")
        table[code] = _check_number(stripped[1], where)
    return table


def _check_code(text: str, where: str) -> str:
    root, _, mode = text.partition(":")
    code = root.upper() + (f":{mode}" if mode else "")
    try:
        plover.score(root.upper(), mode or None)
    except KnowledgeError as error:
        raise MalformedInput(where, str(error)) from error
    return code


def _check_number(text: str, where: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise MalformedInput(where, f"{text!r} is no number")
    return number


@functools.cache
def _plover_table() -> dict[str, float]:
    table = {root.name: root.score for root in plover.roots().values()}
    modes = {f"{root.name}:{mode}": score for root in plover.roots().values() for mode, score in root.modes.items()}
    return table | modes
