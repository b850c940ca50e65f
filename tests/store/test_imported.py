"""Imported events in the database: an older record gets their tables; what is there stays as it is."""

import datetime as dt

import sqlalchemy as sa
from alembic import command

from detente.store import ImportedCode, ImportedEvent, Importer, Store
from detente.store.imported import hash_key
from detente.store.imported_queries import Asked, read_columns, read_sums
from detente.store.migrating import configure

VISIT = ImportedCode("CONSULT", "visit", "042", (), 4.0, 1.9)
STATEMENT = ImportedCode(None, None, "010", (), None, 0.0)


def event(key, source="CHN", target="JPN", day="2014-11-10", code=VISIT, **fields):
    return ImportedEvent(key, source, target, dt.date.fromisoformat(day), code, 1, **fields)


def columns(store, **asked):
    with store._reading() as connection:
        return read_columns(connection, Asked(**asked))


def test_a_record_of_the_first_schema_is_brought_up_to_date(tmp_path):
    path = tmp_path / "old.db"
    Store.open(path).close()
    engine = sa.create_engine(f"sqlite:///{path}")
    config = configure()
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        assert "imported_events" not in sa.inspect(connection).get_table_names()
    engine.dispose()
    with Store.open(path) as store:
        assert store.count_imported() == {}
        assert store.import_events(Importer("icews", "a.tab"), [event("1")]) == 1


def test_the_first_to_come_stays(store):
    importer = Importer("icews", "a.tab")
    assert store.import_events(importer, [event("1"), event("1", reports=9), event("1", source="USA")]) == 2
    assert store.import_events(Importer("icews", "b.tab"), [event("1", day="2015-01-01")]) == 0
    assert store.import_events(Importer("gdelt", "c.csv"), [event("1")]) == 1  # another coder's id
    assert store.count_imported() == {"icews": 2, "gdelt": 1}
    assert columns(store, coders=["icews"], pair=("JPN", "CHN"))["reports"] == (1,)


def test_nothing_to_insert(store):
    assert store.import_events(Importer("icews", "a.tab"), []) == 0
    assert columns(store)["event"] == ()


def test_what_is_asked_for(store):
    rows = [event("1"), event("2", "JPN", "CHN", "2014-11-11"), event("3", "JPN", "USA"), event("4", code=STATEMENT)]
    store.import_events(Importer("icews", "a.tab"), rows)
    assert len(columns(store)["event"]) == 3
    assert len(columns(store, typed=False)["event"]) == 4
    assert columns(store, pair=("CHN", "JPN"))["source"] == ("CHN", "JPN")
    assert columns(store, parties=["JPN", "USA"])["target"] == ("USA",)
    assert len(columns(store, touching=["CHN"])["event"]) == 2
    assert columns(store, since=dt.date(2014, 11, 11))["source"] == ("JPN",)
    assert columns(store, coders=["gdelt"])["event"] == ()


def test_days_before_1970_are_kept(store):
    store.import_events(Importer("csv", "a.csv"), [event("1", day="1894-07-25")])
    (day,) = columns(store)["day"]
    assert dt.date(1970, 1, 1) + dt.timedelta(days=day) == dt.date(1894, 7, 25)


def test_sums_count_an_event_of_both_once(store):
    both = [event("1", mutual=True), event("1", "JPN", "CHN", mutual=True), event("2", "JPN", "CHN")]
    store.import_events(Importer("polecat", "a.txt"), both)
    with store._reading() as connection:
        sums = read_sums(connection, Asked())
    assert sorted(zip(sums["source"], sums["target"], sums["count"], strict=True)) == [
        ("CHN", "JPN", 1), ("JPN", "CHN", 1),
    ]  # fmt: skip


def test_keys_are_the_same_in_every_run():
    assert hash_key("icews", "1") == hash_key("icews", "1") != hash_key("gdelt", "1")
    assert 0 <= hash_key("icews", "20001") < 2**63
