"""The lexicon coder's frames and the words of modality, read from ``lexicon/``.

Each frame says which words report an event of which type, and where its parties stand around them.
The words are ours; the categories are the PLOVER manual's.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from importlib import resources
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from detente.errors import KnowledgeError
from detente.knowledge import plover
from detente.records import ContactKind

PartyKind = Literal["person", "group", "name", "forum", "site"]


_IRREGULAR = {
    "come": "came",
    "fly in": "flew in",
    "repay": "repaid",
    "make": "made",
    "go": "went",
    "undertake": "undertook",
}


class Frame(BaseModel):
    """One line of a frame table; see the head of each table for what its keys mean."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    object: frozenset[str] = frozenset()
    support: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    prep: frozenset[str] = frozenset()
    source_kinds: frozenset[PartyKind] = frozenset()
    target_kinds: frozenset[PartyKind] = frozenset()
    only_quad: frozenset[int] = frozenset()
    not_quad: frozenset[int] = frozenset()
    both: bool | Literal["subject"] = False
    contact: ContactKind | None = None
    place: bool = False
    actor_from: Literal["object"] | None = None
    persons: bool = False
    joint: bool = False
    agentless: bool = False
    elliptic: bool = False
    bare: bool = False
    passive: bool = False
    clause: bool = False
    no_clause: bool = False
    needs_target: bool = False
    placed: bool = False

    @property
    def root(self) -> str:
        return self.code.partition(":")[0]

    @property
    def mode(self) -> str | None:
        return self.code.partition(":")[2] or None

    @model_validator(mode="after")
    def _has_a_code_of_plover(self) -> Frame:
        plover.score(self.root, self.mode)
        return self


class ModalWords(BaseModel):
    """The words that set an event's modality."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    modals: Mapping[str, frozenset[str]]
    conditionals: frozenset[str]
    governors: Mapping[str, frozenset[str]]
    negators: frozenset[str]
    speech: frozenset[str]
    ahead: frozenset[str] = Field(description="prepositions that put a noun of event in the future")


def _load(name: str) -> Any:
    text = resources.files(__package__).joinpath("lexicon", name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@functools.cache
def _frames(name: str) -> tuple[Frame, ...]:
    frames = []
    for number, row in enumerate(_load(name), start=1):
        try:
            frames.append(Frame.model_validate(row))
        except (ValidationError, KnowledgeError) as error:
            raise KnowledgeError(f"lexicon/{name}, entry {number} ({row.get('code')}): {error}") from error
    return tuple(frames)


def _by_word(frames: tuple[Frame, ...], part: str) -> dict[str, tuple[Frame, ...]]:
    table: dict[str, list[Frame]] = {}
    for frame in frames:
        for word in getattr(frame, part):
            table.setdefault(word, []).append(frame)
    return {word: tuple(rows) for word, rows in table.items()}


@functools.cache
def verb_frames() -> dict[str, tuple[Frame, ...]]:
    """Frames by verb lemma ("carry out" with its particle)."""
    return _by_word(_frames("verbs.yaml"), "verbs")


@functools.cache
def noun_frames() -> dict[str, tuple[Frame, ...]]:
    """Frames by noun lemma."""
    return _by_word(_frames("nouns.yaml"), "nouns")


@functools.cache
def agentless_words() -> re.Pattern[str]:
    """Matches the nouns of the frames that may leave their two sides unnamed."""
    nouns = {noun for frame in _frames("verbs.yaml") if frame.agentless for noun in frame.object}
    return re.compile(rf"\b(?:{'|'.join(sorted(nouns))})s?\b", re.IGNORECASE)


@functools.cache
def elliptic_words() -> re.Pattern[str]:
    """Matches the past forms of the verbs that may leave open to whom somebody went."""
    verbs = {verb for frame in _frames("verbs.yaml") if frame.elliptic for verb in frame.verbs}
    forms = {_IRREGULAR.get(verb) or f"{verb.removesuffix('e')}ed" for verb in verbs}
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))})\b")


@functools.cache
def adjective_frames() -> dict[str, tuple[Frame, ...]]:
    """Frames by adjective."""
    return _by_word(_frames("adjectives.yaml"), "adjectives")


@functools.cache
def modal_words() -> ModalWords:
    """The words of modality.

    Raises:
        KnowledgeError: the table breaks its schema.
    """
    try:
        return ModalWords.model_validate(_load("modality.yaml"))
    except ValidationError as error:
        raise KnowledgeError(f"lexicon/modality.yaml: {error}") from error
