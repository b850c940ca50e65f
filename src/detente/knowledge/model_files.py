"""Where the files of the networks lie, and what their outputs stand for."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from detente.errors import KnowledgeError

Form = TypeVar("Form", bound=BaseModel)


def folder_of(network: str) -> Path:
    """Where the files of a network lie."""
    return Path(str(resources.files(__package__).joinpath(network)))


def read_labels(folder: Path, form: type[Form]) -> Form:
    """The file ``labels.json`` of a network.

    Raises:
        KnowledgeError: the file is missing or breaks its schema.
    """
    file = folder / "labels.json"
    try:
        return form.model_validate_json(file.read_bytes())
    except (OSError, ValidationError) as error:
        raise KnowledgeError(f"{file}: {error}") from error
