"""What is at that place, is it ours, and is its schema the present one."""

import os
import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa

from detente.errors import StoreError
from detente.store import Store, schema
from detente.store.migrating import configure, knows


def test_a_new_record_is_made_and_opened_again(tmp_path):
    Store.open(tmp_path / "new.db").close()
    Store.open(tmp_path / "new.db", create=False).close()
    Store.open(f"sqlite:///{tmp_path}/new.db", create=False).close()


def test_an_empty_file_becomes_a_record(tmp_path):
    (tmp_path / "new.db").touch()
    Store.open(tmp_path / "new.db").close()


def run_sql(path, statement):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def make_other_program(path):
    run_sql(path, "CREATE TABLE moz_places (url TEXT)")


def make_newer(path):
    Store.open(path).close()
    run_sql(path, "UPDATE alembic_version SET version_num = '9999'")


def make_damaged(path):
    Store.open(path).close()
    content = bytearray(path.read_bytes())
    content[100:4096] = os.urandom(3996)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.mkdir(), "is a directory"),
        (lambda path: path.write_text("An article about Japan and China."), "is not a Détente database"),
        (
            lambda path: path.write_bytes(b"SQLite format 3\x00 and then nonsense"),
            "is not a Détente database",
        ),
        (make_other_program, "of another program .*moz_places"),
        (make_newer, "written by a newer version .*pip install"),
        (make_damaged, "is damaged"),
    ],
)
def test_what_is_no_record_is_named_and_left_as_it_is(tmp_path, make, message):
    path = tmp_path / "x.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=message) as error:
        Store.open(path)
    assert str(path) in str(error.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.touch()])
def test_a_query_makes_no_record(tmp_path, make):
    path = tmp_path / "x.db"
    make(path)
    size = path.stat().st_size if path.exists() else None
    with pytest.raises(StoreError, match="run `detente add PATH` first"):
        Store.open(path, create=False)
    assert (path.stat().st_size if path.exists() else None) == size


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("no/such/folder/x.db", "no folder"),
        ("sqlite://", "names no file"),
        ("nosuch://host/x", "no database of that kind"),
        ("mysql://host/x", "database driver|only SQLite files and PostgreSQL"),
        ("http://[", "no database address|no database of that kind"),
    ],
)
def test_places_that_hold_no_record(where, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=message):
        Store.open(where)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "x.db"
    Store.open(path).close()
    path.chmod(0)
    with pytest.raises(StoreError, match=r"[Pp]ermission"):
        Store.open(path)


def test_a_locked_record_says_so(tmp_path, monkeypatch, build):
    from detente.store import opening

    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    with Store.open(tmp_path / "x.db") as store:
        other = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another process"):
            store.add(build.coding())
        other.close()
        assert store.add(build.coding())


def test_a_kill_while_the_record_was_made_is_made_good(tmp_path):
    path = tmp_path / "x.db"
    run_sql(path, "PRAGMA journal_mode = WAL")
    Store.open(path).close()


def test_migrations_make_the_schema_that_queries_expect(tmp_path):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    Store.open(tmp_path / "x.db").close()
    with sa.create_engine(f"sqlite:///{tmp_path}/x.db").connect() as connection:
        differences = compare_metadata(
            MigrationContext.configure(
                connection,
                opts={"include_object": lambda _o, name, *_: not str(name).startswith("sentences_fts")},
            ),
            schema.metadata,
        )
    assert differences == []
    assert ScriptDirectory.from_config(configure()).get_current_head() == schema.REVISION
    assert knows(schema.REVISION)


def test_the_schema_compiles_for_postgresql():
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateTable

    from detente.store.filters import Filter, select_contacts, select_documents, select_events

    for table in schema.metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))
    wanted = Filter(pair=("CHN", "JPN"), text="islands", since=None, limit=5)
    for select in (select_events, select_contacts, select_documents):
        assert "websearch_to_tsquery" in str(select(wanted, "postgresql").compile(dialect=postgresql.dialect()))
