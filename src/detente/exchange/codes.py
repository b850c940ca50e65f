"""Codes of other people's data as ours, each looked up once."""

from __future__ import annotations

from functools import lru_cache

from detente.errors import KnowledgeError
from detente.exchange.rows import BadValueError
from detente.knowledge import plover
from detente.knowledge.cameo import Cameo, find_code, find_event_name
from detente.store import ImportedCode


@lru_cache(maxsize=4096)
def cameo_code(text: str, goldstein: float | None = None) -> ImportedCode:
    """What a CAMEO code stands for.

    Args:
        text: the code: "042".
        goldstein: the score that the source gives; the table's where it gives none.

    Raises:
        BadValueError: CAMEO has no such code.
    """
    found = find_code(text)
    if found is None:
        raise BadValueError(f"CAMEO has no code {text!r}")
    return _coded(found, goldstein)


@lru_cache(maxsize=4096)
def cameo_name(text: str) -> ImportedCode:
    """What the name of a CAMEO code stands for.

    Raises:
        BadValueError: CAMEO has no such name.
    """
    found = find_event_name(text)
    if found is None:
        raise BadValueError(f"CAMEO has no event called {text!r}")
    return _coded(found, None)


@lru_cache(maxsize=65536)
def plover_code(root: str, mode: str = "", contexts: tuple[str, ...] = ()) -> ImportedCode:
    """A PLOVER event type and mode as data sets write them.

    Raises:
        BadValueError: PLOVER has no such type, or the type has no such mode.
    """
    name, kind = root.strip().upper(), mode.strip().lower().replace("_", "-").replace(" ", "-") or None
    try:
        return ImportedCode(name, kind, None, contexts, plover.score(name, kind))
    except KnowledgeError as error:
        raise BadValueError(str(error)) from error


def _coded(found: Cameo, goldstein: float | None) -> ImportedCode:
    score = plover.score(found.root, found.mode) if found.root else None
    given = found.goldstein if goldstein is None else goldstein
    return ImportedCode(found.root, found.mode, found.code, (), score, given)
