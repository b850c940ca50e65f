"""The tracks of a relation, and what puts an occurrence on each."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import yaml

from detente.errors import KnowledgeError
from detente.knowledge import plover
from detente.knowledge.tables import FOLDER

Track = Literal["diplomatic", "economic", "security", "people"]
TRACKS: tuple[Track, ...] = get_args(Track)
_PARTS = ("always", "contexts", "cameo", "otherwise")
_Table = Mapping[str, frozenset[Track]]


@dataclass(frozen=True, slots=True)
class TrackTable:
    """Tracks by what is known of an occurrence; see ``tracks.yaml`` for the order in which the parts are asked.

    Attributes:
        always: by "ROOT" or "ROOT:mode", whatever the contexts.
        contexts: by PLOVER's contexts.
        cameo: by the longest prefix of a CAMEO code.
        otherwise: by "ROOT:mode", else by "ROOT", where nothing else says it.
    """

    always: _Table
    contexts: _Table
    cameo: _Table
    otherwise: _Table


@functools.cache
def track_table() -> TrackTable:
    """The table as ``tracks.yaml`` has it.

    Raises:
        KnowledgeError: a track, code or context in it is unknown.
    """
    text = (FOLDER / "tracks.yaml").read_text(encoding="utf-8")
    raw: dict[str, dict[str, list[Any]]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if tuple(raw) != _PARTS:
        raise KnowledgeError(f"tracks.yaml: the parts are {', '.join(raw)}, not {', '.join(_PARTS)}")
    for code in (*raw["always"], *raw["otherwise"]):
        root, _, mode = code.partition(":")
        plover.score(root, mode or None)
    return TrackTable(**{part: {key: _check(key, tracks) for key, tracks in raw[part].items()} for part in _PARTS})


def tracks_of(code: str, contexts: Collection[str] = (), cameo: str | None = None) -> frozenset[Track]:
    """The tracks that an occurrence is on; may be none.

    Args:
        code: "ROOT" or "ROOT:mode" of PLOVER.
        contexts: its contexts; one that PLOVER doesn't have says nothing.
        cameo: its CAMEO code, where it was coded so.
    """
    table, root = track_table(), code.partition(":")[0]
    plain = table.always.get(code, table.always.get(root, frozenset()))
    told = plain.union(*(table.contexts.get(context, frozenset()) for context in contexts))
    if told:
        return told
    by_cameo = next((table.cameo[cut] for cut in _prefixes(cameo or "") if cut in table.cameo), None)
    return by_cameo or table.otherwise.get(code, table.otherwise.get(root, frozenset()))


def _prefixes(code: str) -> Iterable[str]:
    return (code[:length] for length in range(len(code), 1, -1))


def _check(key: str, tracks: Iterable[Any]) -> frozenset[Track]:
    found = frozenset(tracks)
    if not found or not found <= set(TRACKS):
        raise KnowledgeError(
            f"tracks.yaml: {key} is on {', '.join(map(str, tracks))}; the tracks are {', '.join(TRACKS)}"
        )
    return found
