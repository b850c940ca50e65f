"""Tracks: a relation can warm on one while it cools on another."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from detente.knowledge.tracks import TRACKS, tracks_of
from detente.measures.scales import code_of

AnyTrack = Literal["diplomatic", "economic", "security", "people", "all"]


def assign_tracks(frame: pd.DataFrame) -> pd.DataFrame:
    """The tracks that each row is on.

    What an occurrence is about says its track: first the deeds that belong to one by their nature (troops moved, an
    assault) together with PLOVER's contexts; where those say nothing, the CAMEO code; where there is none, root and
    mode.

    Args:
        frame: tidy rows; ``contexts`` (tuples) and ``cameo`` are used where the frame has them.

    Returns:
        One column of booleans for each of diplomatic, economic, security, people, on the frame's index. A row may be
        on several, or on none: material cooperation without a context may be about anything.

    Source:
        ``knowledge/tracks.yaml``, ours.
    """
    kinds = pd.DataFrame({"code": code_of(frame).to_numpy(), "contexts": _contexts(frame), "cameo": _cameo(frame)})
    numbers = kinds.groupby(["code", "contexts", "cameo"], sort=False).ngroup().to_numpy()
    _, firsts = np.unique(numbers, return_index=True)  # each kind is looked up once, however many rows it has
    looked_up = kinds.iloc[firsts].itertuples(index=False, name=None)
    found = [tracks_of(code, contexts.split("|"), cameo) for code, contexts, cameo in looked_up]
    table = np.array([[track in tracks for track in TRACKS] for tracks in found], dtype=bool).reshape(-1, len(TRACKS))
    return pd.DataFrame(table[numbers], columns=list(TRACKS), index=frame.index)


def on_track(frame: pd.DataFrame, track: AnyTrack) -> NDArray[np.bool_]:
    """Whether each row is on a track; on "all" are also those that are on none.

    Raises:
        ValueError: there is no such track.
    """
    if track == "all":
        return np.ones(len(frame), dtype=bool)
    if track not in TRACKS:
        raise ValueError(f"no track is called {track!r}; there are {', '.join(TRACKS)} and all")
    return assign_tracks(frame)[track].to_numpy()


def _contexts(frame: pd.DataFrame) -> list[str]:
    """Contexts as one text each, because texts are quicker to group by than tuples."""
    if "contexts" not in frame:
        return [""] * len(frame)
    return ["|".join(value) if isinstance(value, tuple | list | np.ndarray) else "" for value in frame["contexts"]]


def _cameo(frame: pd.DataFrame) -> list[str]:
    if "cameo" not in frame:
        return [""] * len(frame)
    return ["" if missing else str(code) for code, missing in zip(frame["cameo"], frame["cameo"].isna(), strict=True)]
