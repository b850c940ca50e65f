"""The files of the learned coder: the network, its word pieces, its labels (``blind/``; see its MODEL_CARD.md)."""

from __future__ import annotations

import functools
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from detente.knowledge.model_files import folder_of, read_labels


class Labels(BaseModel):
    """What the network's outputs stand for.

    Attributes:
        roots: PLOVER event types, with "NONE" where nothing relates a pair.
        modes: "ROOT:mode", with "NONE" for none.
        longest: word pieces that it reads of a sentence.
        temperature: what its root logits are divided by, so that its probabilities are honest.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    roots: tuple[str, ...]
    directions: tuple[str, ...]
    modes: tuple[str, ...]
    modalities: tuple[str, ...]
    longest: int
    temperature: float


def model_folder() -> Path:
    """Where the files lie."""
    return folder_of("blind")


@functools.cache
def model_labels() -> Labels:
    """What the network's outputs stand for.

    Raises:
        KnowledgeError: the file is missing or breaks its schema.
    """
    return read_labels(model_folder(), Labels)
