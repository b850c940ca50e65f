"""Files as they were when last read, so that reading them again is a no-op."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from detente.store import schema


class Outcome(StrEnum):
    """What became of an input."""

    DONE = "done"
    PART = "part"  # some records of it failed
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SeenInput:
    """An input as it was when last read.

    Attributes:
        path: absolute path.
        size: bytes.
        modified: nanoseconds since the epoch.
        digest: SHA-256 of the content, hexadecimal, where taken.
        outcome: what became of it.
        reason: why it failed, where it did.
        documents: how many documents came out of it.
    """

    path: str
    size: int
    modified: int
    digest: str | None
    outcome: Outcome
    reason: str | None = None
    documents: int = 0


def read_input(connection: sa.Connection, path: str) -> SeenInput | None:
    """What is known of the input at ``path``."""
    table = schema.inputs
    row = connection.execute(sa.select(table).where(table.c.path == path)).mappings().first()
    return SeenInput(**{**row, "outcome": Outcome(row["outcome"])}) if row else None


def write_input(connection: sa.Connection, seen: SeenInput) -> None:
    """Replace what is known of an input."""
    table = schema.inputs
    connection.execute(table.delete().where(table.c.path == seen.path))
    connection.execute(
        table.insert(),
        {
            "path": seen.path,
            "size": seen.size,
            "modified": seen.modified,
            "digest": seen.digest,
            "outcome": seen.outcome.value,
            "reason": seen.reason,
            "documents": seen.documents,
        },
    )
