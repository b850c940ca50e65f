"""Events that others coded: their record, and how they go into the database."""

from __future__ import annotations

import datetime as dt
import hashlib
import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from detente.store import schema

EPOCH = dt.date(1970, 1, 1).toordinal()
_SIXTY_THREE_BITS = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class ImportedCode:
    """What an imported event is coded as.

    Attributes:
        root: PLOVER event type; None where PLOVER has none for it, as for CAMEO's public statements.
        mode: PLOVER mode, where it has one.
        cameo: CAMEO code, where the source gives one.
        contexts: PLOVER contexts, in its order.
        score: PLOVER score, or the user's own, -10 to 10; None where neither is known.
        goldstein: Goldstein score, -10 to 10; None where not known.
    """

    root: str | None
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    score: float | None = None
    goldstein: float | None = None


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """One event of somebody else's data, in one direction.

    Attributes:
        key: what tells it from the other events of its coder: the id that the coder gives, or the whole row.
        source: the party that acts: ISO 3166 alpha-3, or an organisation's acronym.
        target: the party that it acts on.
        day: the day it happened.
        code: what it is coded as.
        line: the line of its file that it stands on.
        source_name: the name that its source gives the acting side.
        target_name: the same of the other side.
        reports: how many reports stand behind it, as its source counts.
        outlets: how many outlets, likewise.
        mutual: whether both act together: the event then comes once in each direction.
        original: the id that the coder gives.
        url: address of a report.
    """

    key: str
    source: str
    target: str
    day: dt.date
    code: ImportedCode
    line: int
    source_name: str | None = None
    target_name: str | None = None
    reports: int = 1
    outlets: int = 1
    mutual: bool = False
    original: str | None = None
    url: str | None = None


class Importer:
    """Puts the events of one file into the database, batch by batch.

    Args:
        coder: who coded them: icews, gdelt, polecat, phoenix, csv.
        path: the file.
    """

    def __init__(self, coder: str, path: str) -> None:
        self._coder = coder
        self._path = path
        self._file: int | None = None
        self._codes: dict[ImportedCode, int] = {}

    def insert(self, connection: sa.Connection, events: Sequence[ImportedEvent]) -> int:
        """Insert what the database does not have yet; how many that were."""
        if not events:
            return 0
        file = self._number_file(connection)
        codes = self._number_codes(connection, {event.code for event in events})
        table = schema.imported_events
        last = connection.scalar(sa.select(sa.func.max(table.c.number))) or 0
        # In the order of the index of pairs, so that it grows in few places.
        rows = sorted((self._row(event, file, codes) for event in events), key=_PAIR_FIRST)
        _insert_new(connection, rows)
        new = sa.select(sa.func.count()).select_from(table).where(table.c.number > last)
        return connection.scalar(new) or 0

    def _row(self, event: ImportedEvent, file: int, codes: dict[ImportedCode, int]) -> tuple[Any, ...]:
        """Values in the order of ``_COLUMNS``."""
        return (
            hash_key(self._coder, event.key), event.source, event.target, event.day.toordinal() - EPOCH,
            codes[event.code], event.reports, event.outlets, int(event.mutual), file, event.line, event.original,
            event.source_name, event.target_name, event.url,
        )  # fmt: skip

    def _number_file(self, connection: sa.Connection) -> int:
        if self._file is None:
            table, values = schema.imported_files, {"coder": self._coder, "path": self._path}
            query = sa.select(table.c.number).where(table.c.coder == self._coder, table.c.path == self._path)
            self._file = connection.scalar(query) or _inserted(connection, table, values)
        return self._file

    def _number_codes(self, connection: sa.Connection, wanted: Iterable[ImportedCode]) -> dict[ImportedCode, int]:
        missing = [code for code in wanted if code not in self._codes]
        if missing and not self._codes:
            self._codes = {code: number for number, code in read_codes(connection).items()}
            missing = [code for code in missing if code not in self._codes]
        for code in missing:
            values = {**{name: getattr(code, name) for name in _CODE_FIELDS}, "contexts": list(code.contexts)}
            self._codes[code] = _inserted(connection, schema.imported_codes, values)
        return self._codes


def read_codes(connection: sa.Connection) -> dict[int, ImportedCode]:
    """All codes of imported events, by their numbers."""
    return {
        row["number"]: ImportedCode(**{name: row[name] for name in _CODE_FIELDS}, contexts=tuple(row["contexts"]))
        for row in connection.execute(sa.select(schema.imported_codes)).mappings()
    }


def read_files(connection: sa.Connection) -> dict[int, tuple[str, str]]:
    """Coder and path of all imported files, by their numbers."""
    table = schema.imported_files
    query = sa.select(table.c.number, table.c.coder, table.c.path)
    return {number: (coder, path) for number, coder, path in connection.execute(query)}


def hash_key(coder: str, key: str) -> int:
    """63 bits that tell an event from all others; the same in every run."""
    digest = hashlib.blake2b(f"{coder}\x00{key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") & _SIXTY_THREE_BITS


_COLUMNS = ("event", "source", "target", "day", "code", "reports", "outlets", "mutual", "file", "line", "original",
            "source_name", "target_name", "url")  # fmt: skip
_PAIR_FIRST = operator.itemgetter(1, 2, 4, 3)  # source, target, code, day


def _insert_new(connection: sa.Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows of ``_COLUMNS``, but for those that are there."""
    table = schema.imported_events
    if connection.dialect.name == "sqlite":
        # Past SQLAlchemy's handling of parameters, which takes as long as the insert itself.
        columns, marks = ", ".join(_COLUMNS), ", ".join("?" * len(_COLUMNS))
        sql = f"INSERT INTO {table.name} ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING"
        connection.exec_driver_sql(sql, list(rows))
        return
    insert = postgresql.insert(table).on_conflict_do_nothing()
    connection.execute(insert, [dict(zip(_COLUMNS, row, strict=True)) for row in rows])


_CODE_FIELDS = ("root", "mode", "cameo", "score", "goldstein")


def _inserted(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> int:
    key = connection.execute(table.insert().values(values)).inserted_primary_key
    return int(key[0]) if key else 0
