"""Gold annotations of whole documents: one JSON file a document."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from detente.errors import MalformedInput, UnreadableInput
from detente.records import ClaimKind, ContactKind, DisputeStatus, FormulationStatus, Level, Modality, Sign, Stance


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldActor(_Gold):
    id: str
    country: str | None = None
    name: str
    text: str = ""


class GoldEvent(_Gold):
    """One event; keys as ``detente events`` prints them."""

    sentence: str
    actors: tuple[GoldActor, ...]
    recipients: tuple[GoldActor, ...] = ()
    root: str
    mode: str | None = None
    modality: Modality
    date_start: str | None = None
    date_end: str | None = None


class GoldContact(_Gold):
    """One contact; keys as ``detente contacts`` prints them."""

    kind: ContactKind
    level: Level
    people: tuple[str, ...] = ()
    parties: tuple[str, ...]
    host: str | None = None
    start: str | None = None
    end: str | None = None
    modality: Modality = Modality.HAPPENED


class GoldCommitment(_Gold):
    """One commitment; keys as ``detente commitments`` prints them."""

    sentence: str
    parties: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None


class GoldClaim(_Gold):
    """One claim; keys as ``detente claims`` prints them."""

    sentence: str
    kind: ClaimKind
    speaker: str | None = None  # None: the author
    about: tuple[str, ...] = ()
    stance: Stance | None = None
    sign: Sign | None = None
    actor: str | None = None


class GoldDispute(_Gold):
    """One issue that parties contest: its id in issues.csv, else its words."""

    sentence: str
    parties: tuple[str, ...]
    issue: str
    status: DisputeStatus = DisputeStatus.RAISED


class GoldSignal(_Gold):
    """One speaker with two voices; keys as ``detente signals`` prints them."""

    positive: str
    negative: str
    speaker: str
    target: str


class GoldFormulation(_Gold):
    """One use of a fixed expression; keys as ``detente formulations`` prints them."""

    sentence: str
    words: str
    speaker: str | None = None
    status: FormulationStatus = FormulationStatus.USED


class GoldMetric(_Gold):
    """One figure; keys as ``detente metrics`` prints them."""

    sentence: str
    expression: str
    kind: str
    value: float | None = None
    unit: str | None = None


class GoldDocument(_Gold):
    """All that a document reports; ``source`` is the article's path from the gold file.

    A ledger that is missing wasn't annotated, and isn't scored; one that is empty was, and nothing is there.
    """

    source: str
    events: tuple[GoldEvent, ...]
    contacts: tuple[GoldContact, ...] = ()
    commitments: tuple[GoldCommitment, ...] | None = None
    claims: tuple[GoldClaim, ...] | None = None
    disputes: tuple[GoldDispute, ...] | None = None
    signals: tuple[GoldSignal, ...] | None = None
    formulations: tuple[GoldFormulation, ...] | None = None
    metrics: tuple[GoldMetric, ...] | None = None


def read_gold(path: Path) -> list[tuple[Path, GoldDocument]]:
    """Gold documents with the articles they annotate.

    Args:
        path: a gold file, or a folder of them.

    Returns:
        Pairs of the article's path and its gold, by file name.

    Raises:
        UnreadableInput: there is no such file, or no gold in the folder, or one is no UTF-8 text.
        MalformedInput: a file breaks the format; the message says where.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files or not all(file.is_file() for file in files):
        raise UnreadableInput(str(path), "no gold files (*.json) there")
    return [_read(file) for file in files]


def _read(file: Path) -> tuple[Path, GoldDocument]:
    try:
        gold = GoldDocument.model_validate(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(str(file), f"can't be read as UTF-8 text: {error}") from error
    except json.JSONDecodeError as error:
        raise MalformedInput(str(file), f"not JSON: {error}") from error
    except ValidationError as error:
        raise MalformedInput(str(file), f"not a gold document: {error}") from error
    return (file.parent / gold.source).resolve(), gold
