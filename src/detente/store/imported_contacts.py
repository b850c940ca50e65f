"""Imported events that tell of a contact: CAMEO 04, consult."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from detente.store import schema
from detente.store.imported import read_codes, read_files

CONSULT = ("040", "041", "042", "043", "044", "045", "046")


@dataclass(frozen=True, slots=True)
class ImportedConsultation:
    """One such event, in one direction.

    Attributes:
        id: as the tidy frame has it: "icews:123".
        coder: whose data it is.
        source: party.
        target: party.
        day: ordinal less :data:`detente.store.imported.EPOCH`.
        cameo: one of ``CONSULT``.
        place: file and line that it stands in.
        who: the two actors as the source names them; None where it doesn't.
    """

    id: str
    coder: str
    source: str
    target: str
    day: int
    cameo: str
    place: str
    who: tuple[str | None, str | None]


def read_consultations(
    connection: sa.Connection, coders: Collection[str] | None = None
) -> Iterator[ImportedConsultation]:
    """All of them, by day.

    Args:
        connection: to the record.
        coders: only of these sources; all where None.
    """
    files = {number: of for number, of in read_files(connection).items() if coders is None or of[0] in coders}
    codes = {number: code.cameo[:3] for number, code in read_codes(connection).items() if code.cameo}
    fitting = [number for number, cameo in codes.items() if cameo in CONSULT]
    if not files or not fitting:
        return
    table = schema.imported_events
    query = (
        sa.select(
            table.c.event, table.c.source, table.c.target, table.c.day, table.c.code, table.c.file, table.c.line,
            table.c.source_name, table.c.target_name,
        )
        .where(table.c.code.in_(fitting), table.c.file.in_(list(files)))
        .order_by(table.c.day, table.c.number)
    )  # fmt: skip
    for event, source, target, day, code, file, line, source_name, target_name in connection.execute(query):
        coder, path = files[file]
        yield ImportedConsultation(
            f"{coder}:{event}", coder, source, target, day, codes[code], f"{path}#{line}", (source_name, target_name)
        )
