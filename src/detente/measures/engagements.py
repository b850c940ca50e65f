"""What two sides do with third states: each deal by its kind, its side and its track."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from detente.knowledge.states import states
from detente.knowledge.tracks import TRACKS
from detente.measures.tracks import assign_tracks

ENGAGING = ("visit", "meeting", "aid", "exercise", "agreement", "project")
NO_TRACK = "other"
COLUMNS = ("occurrence", "third", "side", "kind", "tracks", "start", "end", "reports", "together")
_OF_ROOT = {"AID": "aid", "COOPERATE": "project", "SUPPORT": "support", "AGREE": "promise", "CONCEDE": "promise",
            "RETREAT": "retreat"}  # fmt: skip
_OF_CAMEO = {"057": "agreement", "062": "exercise"}


@dataclass(frozen=True, slots=True)
class Detail:
    """What the tidy frame doesn't tell of an occurrence.

    Attributes:
        exercise: whether it is an exercise or patrol held together.
        signed: whether it is the signing or ratifying of an agreement.
        country: where it happened (ISO 3166 alpha-3), where that is known.
    """

    exercise: bool = False
    signed: bool = False
    country: str | None = None


def find_deals(frame: pd.DataFrame, pair: tuple[str, str], details: Mapping[str, Detail]) -> pd.DataFrame:
    """Every deal of either side with a third state, once for each side that has it.

    Args:
        frame: tidy occurrences that happened and have a date.
        pair: the two sides.
        details: of occurrences, by id, where there are any.

    Returns:
        ``occurrence``; ``third`` (ISO 3166 alpha-3; organisations are no states); ``side`` (party); ``kind``: those of
        ``ENGAGING``, or "support" (in words), "promise", "retreat", "conflict" (verbal or material), which engage
        nobody; ``tracks`` (tuple; ``NO_TRACK`` where it is on none); ``start``, ``end``; ``reports``; ``together``:
        whether both sides do this with, or to, the third state in one occurrence. A deal in which both sides are on the
        receiving end is one of each side; imported "A visits B" and "B hosts A" of one day are one visit.
    """
    rows = frame.assign(tracks=_tracks(frame))
    joint = _joint(rows, pair)
    found: dict[tuple[str, str, str], tuple[Any, ...]] = {}
    names = ("occurrence", "source", "target", "root", "mode", "quad", "cameo", "contexts", "tracks", "start", "end",
             "reports")  # fmt: skip
    for occurrence, source, target, root, mode, quad, cameo, contexts, tracks, start, end, reports in zip(
        *(rows[name] for name in names), strict=True
    ):
        side, third = (source, target) if source in pair else (target, source)
        if side not in pair or third in pair or third not in states():
            continue
        kind = kind_of(root, mode, quad, cameo, contexts, details.get(occurrence, Detail()))
        together = kind in ENGAGING and (occurrence, third) in joint
        visited = kind == "visit" and isinstance(cameo, str)  # "A visits B" and "B hosts A" of one day are one
        key = (str(start) if visited else occurrence, side, third)
        found.setdefault(key, (occurrence, third, side, kind, tracks, start, end, reports, together))
    return pd.DataFrame(list(found.values()), columns=list(COLUMNS)).astype({"together": bool, "reports": int})


def find_contests(
    frame: pd.DataFrame, pair: tuple[str, str], details: Mapping[str, Detail]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Where the two sides are in conflict with each other over a third state.

    That is, what is conflictual between them and takes in a third state in the same occurrence (as a target beside the
    other side, or as a partner in it), or happens on its territory.

    Args:
        frame: as for :func:`find_deals`.
        pair: the two sides.
        details: of occurrences, by id.

    Returns:
        By third state: the tracks of each such occurrence, by id.
    """
    conflicts = frame[(frame["quad"] >= 3).to_numpy(dtype=bool, na_value=False)]
    rows = conflicts.assign(tracks=_tracks(conflicts))
    between = rows[rows["source"].isin(pair) & rows["target"].isin(pair)]
    among = rows[rows["occurrence"].isin(set(between["occurrence"]))]
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for occurrence, source, target, tracks in zip(
        among["occurrence"], among["source"], among["target"], among["tracks"], strict=True
    ):
        where = details.get(occurrence, Detail()).country
        for third in {source, target, where} - {*pair, None}:
            if third in states():
                found.setdefault(third, {})[occurrence] = tracks
    return found


def kind_of(
    root: str, mode: str | None, quad: float, cameo: str | None, contexts: Collection[str], detail: Detail
) -> str:
    """What sort of deal an occurrence is: see :func:`find_deals`."""
    if quad >= 3:
        return "conflict"
    if root == "CONSULT":
        return "visit" if mode == "visit" or (isinstance(cameo, str) and cameo[:3] in {"042", "043"}) else "meeting"
    if detail.exercise:
        return "exercise"
    if detail.signed:
        return "agreement"
    by_code = _OF_CAMEO.get(cameo[:3]) if isinstance(cameo, str) else None
    return by_code or _OF_ROOT.get(root, "support")


def _joint(rows: pd.DataFrame, pair: tuple[str, str]) -> set[tuple[str, str]]:
    """Occurrences, with the third state, in which both sides act with it or on it."""
    one, other = (
        set(zip(rows.loc[mine, "occurrence"], rows.loc[mine, "target"], strict=True))
        for mine in ((rows["source"] == side).to_numpy(dtype=bool) for side in pair)
    )
    return one & other


def _tracks(frame: pd.DataFrame) -> pd.Series[Any]:
    table = assign_tracks(frame)
    found = [
        tuple(track for track, on in zip(TRACKS, row, strict=True) if on) or (NO_TRACK,)
        for row in table[list(TRACKS)].itertuples(index=False, name=None)
    ]
    return pd.Series(found, index=frame.index, dtype=object)
