"""Opening a record: what is at that place, is it ours, and is its schema the present one."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from detente.errors import StoreError
from detente.store import schema

SQLITE_MAGIC = b"SQLite format 3\x00"
BUSY_SECONDS = 30
CACHE_KIB = 65_536  # importing 600,000 events (benchmarks/imports.py) takes 13 s of processor; 17 with SQLite's 2 MiB


def connect(where: str | os.PathLike[str], *, create: bool) -> sa.Engine:
    """An engine for the record at ``where``, made or brought up to date where needed.

    Args:
        where: a path, or a database URL (``postgresql+psycopg://...``; ``sqlite:///path``).
        create: make a new record when there is none.

    Raises:
        StoreError: nothing there, or what is there is not a record that this version reads.
    """
    place = os.fspath(where)
    if place.startswith("sqlite:"):
        place = _sqlite_path(place)
    if "://" in place:
        return _connect_server(place, create=create)
    path = Path(place)
    is_new = _check_file(path, create=create)
    if is_new and not path.exists():
        _check_folder(path)
    engine = _sqlite_engine(path)
    try:
        is_new = is_new or _holds_nothing(engine, create=create)
        if not is_new:
            _check_ours(engine, place)
        _bring_up_to_date(engine, place, is_new=is_new)
    except sa.exc.DBAPIError as error:
        engine.dispose()
        raise StoreError(explain(error, place)) from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def explain(error: sa.exc.DBAPIError, place: str) -> str:
    """What a database's error means for ``place``, and what to do."""
    said = str(error.orig)
    low = said.lower()
    for sign, meaning in (
        ("not a database", "is not a Détente database; name another file with --db"),
        (
            "malformed",
            "is damaged; restore a copy, or move it away and run `detente add` on the articles again",
        ),
        ("is locked", "is in use by another process that is writing; try again when that is done"),
        ("readonly", "can't be written: no permission"),
        ("read-only", "can't be written: no permission"),
        ("unable to open", "can't be opened: no permission, or its folder can't be written"),
        ("is full", "can't be written: the disk is full; free some space and run the same command again"),
    ):
        if sign in low:
            return f"{place} {meaning}"
    return f"{place}: the database says: {said}"


def _sqlite_path(url: str) -> str:
    try:
        path = sa.engine.make_url(url).database
    except sa.exc.ArgumentError as error:
        raise StoreError(f"{url} is no database address; write a path, or sqlite:///path") from error
    if not path or path == ":memory:":
        raise StoreError(f"{url} names no file; write a path, or sqlite:///path")
    return path


def _check_file(path: Path, *, create: bool) -> bool:
    """Whether a new record is to be made at ``path``."""
    try:
        if path.is_dir():
            raise StoreError(f"{path} is a directory, not a database; name a file with --db")
        if not path.exists():
            if create:
                return True
            raise StoreError(f"no database at {path}: run `detente add PATH` first, or name one with --db")
        with path.open("rb") as file:
            head = file.read(len(SQLITE_MAGIC))
    except OSError as error:
        raise StoreError(f"{path} can't be opened: {error.strerror}") from error
    if not head:
        if create:
            return True
        raise StoreError(f"{path} is empty: run `detente add PATH` first, or name another file with --db")
    if head != SQLITE_MAGIC:
        raise StoreError(f"{path} is not a Détente database; it is left as it is. Name another file with --db")
    return False


def _check_folder(path: Path) -> None:
    folder = path.parent
    if not folder.is_dir():
        raise StoreError(f"can't make a database at {path}: there is no folder {folder}")
    if not os.access(folder, os.W_OK):
        raise StoreError(f"can't make a database at {path}: no permission to write in {folder}")


def _sqlite_engine(path: Path) -> sa.Engine:
    engine = sa.create_engine(
        sa.URL.create("sqlite+pysqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        json_serializer=_dump_json,
    )
    read_only = path.exists() and not os.access(path, os.W_OK)

    @sa.event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy's BEGIN below, not the driver's guess at one
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may cost the last documents, never half of one
        if read_only:
            connection.execute("PRAGMA query_only = ON")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _dump_json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _holds_nothing(engine: sa.Engine, *, create: bool) -> bool:
    """Whether the file is a database without a table, such as a kill while making one leaves."""
    if not create:
        return False
    with engine.connect() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0


def _check_ours(engine: sa.Engine, place: str) -> None:
    """Raise for an SQLite file of another program."""
    with engine.connect() as connection:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
        if mark == schema.APPLICATION_ID:
            return
        tables = sa.inspect(connection).get_table_names()
    owner = f"of another program (its tables: {', '.join(tables[:5])})" if tables else "without tables"
    raise StoreError(
        f"{place} is an SQLite database {owner}, not one of Détente's; it is left as it is. Name another file with --db"
    )


def _connect_server(url: str, *, create: bool) -> sa.Engine:
    """An engine for a record on a server; PostgreSQL is the one that the schema is written for."""
    try:
        parsed = sa.engine.make_url(url)
        engine = sa.create_engine(parsed, json_serializer=_dump_json)
    except sa.exc.NoSuchModuleError as error:
        raise StoreError(f"{url}: no database of that kind; use a path, or postgresql+psycopg://...") from error
    except sa.exc.ArgumentError as error:
        raise StoreError(f"{url} is no database address; use a path, or postgresql+psycopg://...") from error
    except ModuleNotFoundError as error:
        raise StoreError(f"{url} needs the database driver {error.name}: pip install {error.name}") from error
    shown = parsed.render_as_string(hide_password=True)
    if engine.dialect.name != "postgresql":
        raise StoreError(f"{shown}: only SQLite files and PostgreSQL are supported")
    try:
        with engine.connect() as connection:
            tables = set(sa.inspect(connection).get_table_names())
        is_new = not tables & {"alembic_version", "documents"}
        if is_new and not create:
            raise StoreError(f"no record in {shown}: run `detente add PATH --db URL` first")
        _bring_up_to_date(engine, shown, is_new=is_new)
    except sa.exc.DBAPIError as error:
        engine.dispose()
        raise StoreError(f"{shown}: the database says: {error.orig}") from error
    return engine


def _bring_up_to_date(engine: sa.Engine, place: str, *, is_new: bool) -> None:
    """Run the migrations that a new or an older record lacks.

    Alembic is imported only when there is something to run.
    """
    if not is_new:
        revision = _read_revision(engine)
        if revision == schema.REVISION:
            return
        from detente.store.migrating import knows

        if revision is None or not knows(revision):
            raise StoreError(
                f"{place} was written by a newer version of Détente (schema {revision}, this one reads up to "
                f"{schema.REVISION}): pip install --upgrade detente"
            )
    elif engine.dialect.name == "sqlite":
        _prepare_new_file(engine)
    from detente.store.migrating import upgrade

    upgrade(engine)


def _prepare_new_file(engine: sa.Engine) -> None:
    """Mark the file as ours; WAL lets readers read while `add` writes."""
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        if raw is None:
            raise StoreError("the database closed its connection")
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        cursor.execute("PRAGMA journal_mode = WAL")


def _read_revision(engine: sa.Engine) -> str | None:
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(revision) if revision is not None else None
