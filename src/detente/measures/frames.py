"""Occurrences as a tidy frame: what every measure takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from detente.actors import party_of_id
from detente.knowledge import plover
from detente.records import Occurrence

COLUMNS = ("occurrence", "start", "end", "precision", "modality", "source", "target", "mutual", "root", "mode", "quad",
           "score", "reports", "outlets")  # fmt: skip


def tidy(occurrences: Iterable[Occurrence]) -> pd.DataFrame:
    """One row for each occurrence and direction.

    Args:
        occurrences: of any kind and modality.

    Returns:
        Columns: ``occurrence`` (id); ``start``, ``end`` (dates, inclusive; missing when unknown); ``precision``;
        ``modality``; ``source``, ``target`` (ISO 3166 alpha-3 or organisation); ``mutual`` (whether both act
        together: such an occurrence has a row for each direction); ``root``, ``mode``, ``quad`` (1 to 4) and
        ``score`` (-10 to 10) of PLOVER; ``reports`` and ``outlets`` (how many stand behind it).
    """
    return pd.DataFrame([row for occurrence in occurrences for row in _rows(occurrence)], columns=list(COLUMNS))


def deals_between(occurrence: Occurrence, one: str, other: str) -> bool:
    """Whether one party deals with the other in an occurrence: acts on it, or together with it on nobody else."""
    return any({row["source"], row["target"]} == {one, other} for row in _rows(occurrence))


def _rows(occurrence: Occurrence) -> list[dict[str, Any]]:
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
    }
    return [
        {**shared, "source": source, "target": target}
        for source in sources
        for target in (sources if mutual else targets)
        if source != target
    ]


def _parties(actors: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(party for actor in actors if (party := party_of_id(actor))))
