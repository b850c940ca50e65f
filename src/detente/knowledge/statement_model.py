"""The files of the network that tells what a sentence states: ONNX, and what its outputs stand for.

How it was trained and on what is in ``statements/MODEL_CARD.md`` beside it. It reads the word pieces of ``blind``.
"""

from __future__ import annotations

import functools
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from detente.knowledge.model_files import folder_of, read_labels

KINDS = ("assessment", "forecast", "prescription", "explanation", "commitment", "dispute", "signal")
STANCES = ("positive", "negative", "neutral")
SIGNS = ("improves", "worsens", "constrains")
TAGS = ("", "cause", "effect", "action", "what", "issue")
VOICES = ("", "friendly", "unfriendly")  # tags of a signal's words


class StatementLabels(BaseModel):
    """How the network's outputs are read.

    Attributes:
        temperatures: what the logit of each kind is divided by, so that its probability is honest.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    temperatures: dict[str, float]


def statement_folder() -> Path:
    """Where the files lie."""
    return folder_of("statements")


@functools.cache
def statement_labels() -> StatementLabels:
    """How the network's outputs are read.

    Raises:
        KnowledgeError: the file is missing or breaks its schema.
    """
    return read_labels(statement_folder(), StatementLabels)
