"""Ledgers into the record and out again, and what is asked of them."""

import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
import sqlalchemy as sa
from alembic import command

from detente.errors import StoreError
from detente.ledgers.fates import Status
from detente.records import DisputeStatus, Ledger
from detente.store import Filter, Store
from detente.store.disputes import group_disputes
from detente.store.ledger_queries import select_ledger
from detente.store.ledger_tables import CLAIMS, COMMITMENTS, DISPUTES, FORMULATIONS, QUANTITIES, SIGNALS
from detente.store.migrating import configure

TABLES = (COMMITMENTS, CLAIMS, DISPUTES, QUANTITIES, FORMULATIONS, SIGNALS)
PAIR = ("CHN", "JPN")


@pytest.fixture
def told(store, build):
    """A record of one document with a record in each ledger."""
    store.add(build.promises(outlet="Daily", authors=("Ann Lee",)))
    return store


def read(store, wanted=Filter()):  # noqa: B008
    """All ledgers as they are read back."""
    return Ledger(
        **{
            name: tuple(row.record for row in rows(wanted))
            for name, rows in (
                ("commitments", store.commitments),
                ("claims", store.claims),
                ("disputes", store.dispute_reports),
                ("quantities", store.quantities),
                ("formulations", store.formulations),
                ("signals", store.signals),
            )
        }
    )


def ids(ledger):
    return [
        one.id
        for part in ("commitments", "claims", "disputes", "quantities", "formulations", "signals")
        for one in getattr(ledger, part)
    ]


EVERYTHING = ["m1", "c1", "c2", "c3", "d1", "q1", "f1", "s1"]


def test_what_goes_in_comes_out(told, build):
    assert read(told) == build.promises().ledger


def test_a_row_has_its_sentence_and_where_it_stands(told):
    (row,) = told.quantities()
    assert row.sentence == "China buys 20% of Japan's exports."
    assert (row.source, row.published, row.outlet) == ("articles/promises.txt", dt.date(2024, 7, 30), "Daily")
    assert row.authors == ("Ann Lee",)


def test_a_document_without_ledgers_has_none(store, build):
    store.add(build.coding())
    assert read(store) == Ledger()


def test_records_with_one_id_are_both_kept(store, build):
    coding = build.promises()
    twice = replace(coding.ledger, quantities=coding.ledger.quantities * 2)
    store.add(replace(coding, ledger=twice))
    assert len(list(store.quantities())) == 2


def test_a_document_that_fails_leaves_no_part_of_its_ledgers(store, build):
    coding = build.promises()
    broken = replace(coding.ledger.signals[0], marker=object())
    with pytest.raises((StoreError, sa.exc.SQLAlchemyError)):
        store.add(replace(coding, ledger=replace(coding.ledger, signals=(broken,))))
    assert read(store) == Ledger()
    assert store.add(coding)
    assert read(store) == coding.ledger


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(pair=PAIR), EVERYTHING),
        (Filter(pair=("CHN", "KOR")), []),
        (Filter(pair=("JPN", "KOR")), ["f1"]),  # a formulation has one party: of a pair, either's
        (Filter(party="CHN"), [one for one in EVERYTHING if one != "f1"]),
        (Filter(party="KOR"), []),
        (Filter(outlet="Daily"), EVERYTHING),
        (Filter(outlet="Weekly"), []),
        (Filter(document="none"), []),
        (Filter(text="exports"), ["q1"]),
        (Filter(since=dt.date(2024, 11, 15)), ["m1"]),  # a window; the rest is older
        (Filter(until=dt.date(2024, 10, 31)), EVERYTHING[1:]),
        (Filter(until=dt.date(2024, 5, 1)), ["f1"]),  # its own date, not that of publication
        (Filter(since=dt.date(2024, 7, 30), until=dt.date(2024, 7, 30)), ["c1", "c2", "c3", "d1", "q1", "s1"]),
    ],
)
def test_filters(told, wanted, found):
    assert ids(read(told, wanted)) == found


@pytest.mark.parametrize(
    ("speaker", "found"),
    [("JPN", ["c1", "c3"]), ("officials", ["c1"]), ("offi", []), ("ann lee", ["c2"]), ("CHN", []), ("%", [])],
)
def test_claims_by_speaker(told, speaker, found):
    assert [row.record.id for row in told.claims(Filter(speaker=speaker))] == found


def test_kinds_and_limits(told):
    assert [row.record.id for row in told.claims(Filter(kind="explanation"))] == ["c2"]
    assert [row.record.id for row in told.claims(Filter(limit=2))] == ["c1", "c2"]


def test_a_claim_is_of_its_speaker_s_party_too(told):
    (row,) = told.claims(Filter(pair=PAIR, kind="assessment"))
    assert row.record.about == ("CHN",)


MEETING = "Yohei Kono met Li Qiang in Beijing."


def test_a_commitment_is_kept_by_a_report_of_another_document(told, build):
    from detente.records import ContactKind, Level

    rows = list(told.commitments())
    open_, overdue = (told.fates(rows, dt.date(2024, month, 28))["m1"] for month in (10, 12))
    assert (open_.status, overdue.status) == (Status.OPEN, Status.UNCLEAR)
    doc = build.document(MEETING, "articles/met.txt", published=dt.date(2024, 11, 17))
    met = build.event(doc, 0, [build.KONO, build.LI], "met", when=build.day("2024-11-16"), contact=ContactKind.SUMMIT)
    leaders = tuple(replace(one, level=Level.LEADER) for one in met.actors)
    told.add(build.Coding(doc, build.sentences(MEETING), (), (replace(met, actors=leaders),)))
    told.regroup()
    with told._writing() as connection:  # the grouping of these tests knows no levels
        connection.execute(sa.text("UPDATE contacts SET level = 'leader'"))
    fate = told.fates(rows, dt.date(2024, 12, 28))["m1"]
    assert fate.status is Status.KEPT
    report = told.keepers([fate])[fate.kept_by]
    assert (report.sentence, report.source) == (MEETING, "articles/met.txt")
    assert report.when.start == dt.date(2024, 11, 16)
    assert told.fates(rows, dt.date(2024, 11, 10))["m1"].status is Status.OPEN  # it lies ahead of that day


def test_no_commitment_has_no_fate(store):
    assert store.fates([], dt.date(2024, 1, 1)) == {}
    assert store.keepers([]) == {}


def report(build, text, published, **fields):
    """A document with a report of the islands."""
    doc = build.document(text, f"articles/{published}.txt", published=dt.date.fromisoformat(published))
    one = build.promises().ledger.disputes[0]
    span = build.evidence(doc, 0, "islands")
    return build.Coding(
        doc,
        build.sentences(text),
        (),
        (),
        ledger=Ledger(disputes=(replace(one, id=published, evidence=span, **fields),)),
    )


def test_reports_of_one_issue_are_one_dispute_that_stands_as_last_told(store, build):
    store.add(report(build, "The islands stay quiet.", "2024-09-01", status=DisputeStatus.EASED, named="the islands"))
    store.add(report(build, "The islands are contested.", "2023-02-01", parties=("CHN", "JPN"), named="Senkaku"))
    store.add(report(build, "The islands divide all three.", "2024-01-01", parties=("CHN", "JPN", "KOR")))
    three, two = group_disputes(store.dispute_reports())
    assert (two.id, two.issue) == ("senkaku-diaoyu:CHN-JPN", "Senkaku/Diaoyu Islands")
    assert (two.status, two.since, two.named) == (DisputeStatus.EASED, dt.date(2023, 2, 1), ("Senkaku", "the islands"))
    assert two.last.sentence == "The islands stay quiet."
    assert three.parties == ("CHN", "JPN", "KOR")
    assert group_disputes([]) == []


def test_an_issue_that_no_list_knows_is_called_as_the_text_calls_it(store, build):
    store.add(report(build, "The islands of fog.", "2024-09-01", issue="text:the Fog Pipeline"))
    (dispute,) = group_disputes(store.dispute_reports())
    assert (dispute.id, dispute.issue) == ("the-fog-pipeline:CHN-JPN", "the Fog Pipeline")


def test_an_older_record_is_brought_up_to_date_with_what_is_in_it(tmp_path, build):
    path = tmp_path / "old.db"
    with Store.open(path) as store:
        store.add(build.coding())
        before = store.events()
    config = configure()
    with sa.create_engine(f"sqlite:///{path}").connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    with closing(sqlite3.connect(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert not tables & {of.table.name for of in TABLES}
    with Store.open(path, create=False) as store:
        assert store.events() == before
        assert store.add(build.promises())
        assert read(store) == build.promises().ledger


@pytest.mark.parametrize("of", TABLES, ids=lambda of: of.table.name)
def test_every_filter_compiles_for_postgresql(of):
    from sqlalchemy.dialects import postgresql

    wanted = Filter(
        pair=PAIR, party="KOR", since=dt.date(2024, 1, 1), until=dt.date(2024, 2, 1), text="fish*", document="x",
        outlet="Daily", speaker="JPN", newest=True, limit=3,
    )  # fmt: skip
    assert "LIMIT" in str(select_ledger(of, wanted, "postgresql").compile(dialect=postgresql.dialect()))
