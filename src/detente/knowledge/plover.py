"""PLOVER's event types, modes, quad classes, scores and contexts.

Source: PLOVER Coding Manual (Open Event Data Alliance); the scores are its authors'. See ``plover.yaml``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from detente.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Root:
    """One PLOVER event type: its quad class (1 to 4), its score and the scores of its modes, -10 to 10."""

    name: str
    quad: int
    score: float
    modes: dict[str, float]


@functools.cache
def _table() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("plover.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return table


@functools.cache
def roots() -> dict[str, Root]:
    """All sixteen event types by name."""
    return {
        name: Root(name, row["quad"], float(row["score"]), {m: float(s) for m, s in row["modes"].items()})
        for name, row in _table()["roots"].items()
    }


def root(name: str) -> Root:
    """The event type of that name.

    Raises:
        KnowledgeError: PLOVER has no such type.
    """
    try:
        return roots()[name]
    except KeyError:
        raise KnowledgeError(f"PLOVER has no event type {name!r}; it has {', '.join(roots())}") from None


def quad(name: str) -> int:
    """Quad class of an event type: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict."""
    return root(name).quad


def quad_name(number: int) -> str:
    """Name of a quad class."""
    return str(_table()["quads"][number])


def score(name: str, mode: str | None = None) -> float:
    """Score of an event type, or of its mode where it has one, from -10 (conflict) to 10 (cooperation).

    Raises:
        KnowledgeError: PLOVER has no such type, or the type has no such mode.
    """
    event_type = root(name)
    if mode is None:
        return event_type.score
    try:
        return event_type.modes[mode]
    except KeyError:
        raise KnowledgeError(f"PLOVER's {name} has no mode {mode!r}; it has {', '.join(event_type.modes)}") from None


@functools.cache
def _context_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (context, re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b", re.IGNORECASE))
        for context, words in _table()["contexts"].items()
    )


def contexts(sentence: str) -> tuple[str, ...]:
    """The contexts that the words of a sentence speak of, in PLOVER's order; may be empty."""
    return tuple(context for context, pattern in _context_patterns() if pattern.search(sentence))
