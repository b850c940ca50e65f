"""What happened as a tidy frame: what every measure takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from detente.actors import party_of_id
from detente.knowledge import plover
from detente.records import Occurrence
from detente.store.imported import EPOCH, ImportedCode

COLUMNS = ("occurrence", "start", "end", "precision", "modality", "source", "target", "mutual", "root", "mode", "quad",
           "score", "reports", "outlets", "coder", "goldstein", "cameo", "contexts")  # fmt: skip
OURS = "detente"
_TEXTS = ("occurrence", "precision", "modality", "source", "target", "root", "mode", "coder", "cameo")


def tidy(occurrences: Iterable[Occurrence], contexts: Mapping[str, tuple[str, ...]] | None = None) -> pd.DataFrame:
    """One row for each occurrence and direction.

    Args:
        occurrences: of any kind and modality.
        contexts: PLOVER contexts of occurrences, by id; none where left out.

    Returns:
        Columns: ``occurrence`` (id); ``start``, ``end`` (dates, inclusive; missing when unknown); ``precision``;
        ``modality``; ``source``, ``target`` (ISO 3166 alpha-3 or organisation); ``mutual`` (whether both act
        together: such an occurrence has a row for each direction); ``root``, ``mode``, ``quad`` (1 to 4) and
        ``score`` (-10 to 10) of PLOVER; ``reports`` and ``outlets`` (how many stand behind it); ``coder``
        ("detente" for what we coded; else whose data it is: icews, gdelt, polecat, phoenix, csv); ``goldstein``
        (-10 to 10) and ``cameo`` (code), both missing for what we coded; ``contexts`` (tuple).
    """
    known = contexts or {}
    rows = [row for occurrence in occurrences for row in _rows(occurrence, known.get(occurrence.id, ()))]
    return _typed(pd.DataFrame(rows, columns=list(COLUMNS)))


def tidy_imported(
    columns: Mapping[str, Sequence[Any]], codes: Mapping[int, ImportedCode], coders: Mapping[int, str]
) -> pd.DataFrame:
    """Imported events as the same frame, built column by column.

    An event of a day starts and ends on that day. Where its source has no PLOVER type for it, ``root`` is missing.

    Args:
        columns: as :func:`detente.store.imported_queries.read_columns` gives them.
        codes: what each number of a code stands for.
        coders: the coder of each number of a file.

    Returns:
        The columns of :func:`tidy`.
    """
    days = _looked_up(columns["day"], lambda day: dt.date.fromordinal(day + EPOCH))
    coder = pd.Series(_looked_up(columns["file"], coders.__getitem__), dtype=str)
    frame = pd.DataFrame(
        {
            "occurrence": coder + ":" + pd.Series(columns["event"], dtype="int64").astype(str),
            "start": days,
            "end": days,
            "precision": "day",
            "modality": "happened",
            "source": columns["source"],
            "target": columns["target"],
            "mutual": np.array(columns["mutual"], dtype=bool),
            "reports": columns["reports"],
            "outlets": columns["outlets"],
            "coder": coder,
            **{name: _looked_up(columns["code"], lambda code, n=name: getattr(codes[code], n))
               for name in ("root", "mode", "score", "goldstein", "cameo", "contexts")},
            "quad": _looked_up(columns["code"], lambda code: _quad(codes[code].root)),
        }
    )  # fmt: skip
    return _typed(frame[list(COLUMNS)])


def join(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Tidy frames one below the other; empty ones lend no types."""
    told = [frame for frame in frames if not frame.empty] or list(frames[:1])
    return told[0] if len(told) == 1 else pd.concat(told, ignore_index=True)


def deals_between(occurrence: Occurrence, one: str, other: str) -> bool:
    """Whether one party deals with the other in an occurrence: acts on it, or together with it on nobody else."""
    return any({row["source"], row["target"]} == {one, other} for row in _rows(occurrence, ()))


def _rows(occurrence: Occurrence, contexts: tuple[str, ...]) -> list[dict[str, Any]]:
    sources, targets = _parties(occurrence.actors), _parties(occurrence.recipients)
    mutual = not targets
    shared = {
        "occurrence": occurrence.id,
        "start": occurrence.when.start,
        "end": occurrence.when.end,
        "precision": occurrence.when.precision.value,
        "modality": occurrence.modality.value,
        "mutual": mutual,
        "root": occurrence.root,
        "mode": occurrence.mode,
        "quad": plover.quad(occurrence.root),
        "score": plover.score(occurrence.root, occurrence.mode),
        "reports": len(occurrence.events),
        "outlets": len(occurrence.outlets),
        "coder": OURS,
        "goldstein": None,
        "cameo": None,
        "contexts": contexts,
    }
    return [
        {**shared, "source": source, "target": target}
        for source in sources
        for target in (sources if mutual else targets)
        if source != target
    ]


def _parties(actors: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(party for actor in actors if (party := party_of_id(actor))))


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """The same types however many rows there are: dates and contexts are Python's, text is text, the rest numbers."""
    numbers = {"score": float, "goldstein": float, "mutual": bool, "reports": int, "outlets": int}
    typed = frame.astype({**dict.fromkeys(_TEXTS, "str"), **numbers})
    quads = pd.to_numeric(frame["quad"])
    return typed.assign(
        quad=quads if quads.isna().any() else quads.astype(int),
        start=frame["start"].astype(object),
        end=frame["end"].astype(object),
        contexts=frame["contexts"].astype(object),
    )


def _quad(root: str | None) -> int | None:
    return plover.quad(root) if root else None


def _looked_up(numbers: Sequence[int], look_up: Any) -> np.ndarray[Any, np.dtype[np.object_]]:
    """What each number stands for, looked up once for each that occurs."""
    distinct, at = np.unique(np.array(numbers, dtype="int64"), return_inverse=True)
    values = np.empty(len(distinct), dtype=object)
    for position, number in enumerate(distinct.tolist()):
        values[position] = look_up(number)
    return values[at]
