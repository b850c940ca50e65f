"""What goes in comes out, the same."""

import datetime as dt

import pytest

from detente.errors import MalformedInput, StoreError
from detente.records import ContactKind, Modality, Precision, When, WhenFrom
from detente.store import Filter, Outcome, SeenInput, Store


def test_a_coding_comes_back_equal(store, build):
    coding = build.coding(title="A visit", authors=("A", "B"), outlet="Daily", captions=("Kono",), language="en")
    assert store.add(coding)
    key = coding.document.id
    assert store.document(key) == coding.document
    assert store.sentences(key) == coding.sentences
    assert store.mentions(key) == coding.mentions
    assert sorted(store.events(Filter(document=key)), key=lambda e: e.evidence.sentence) == list(coding.events)
    assert store.left(key) == dict(coding.left)


def test_one_actor_id_known_by_two_records_keeps_both(store, build):
    from dataclasses import replace

    learned = replace(build.JAPAN, aliases=("Nippon",))
    doc = build.document("Japan thanked China.", "b.txt")
    event = build.event(doc, 0, [learned], "thanked", [build.CHINA])
    store.add(build.coding())
    store.add(build.Coding(doc, build.sentences(doc.text), (), (event,)))
    assert store.events(Filter(document=doc.id)) == [event]
    assert [row.actor.id for row in store.listed_actors()].count("JPN") == 1


def test_the_same_document_is_added_once_and_both_its_sources_are_kept(store, build):
    assert store.add(build.coding(source="a.txt"))
    assert not store.add(build.coding(source="b.txt"))
    assert not store.add(build.coding(source="b.txt"))
    assert len(store.documents()) == 1
    assert store.sources(store.documents()[0].id) == ("a.txt", "b.txt")


def test_a_document_is_added_whole_or_not_at_all(store, build):
    from dataclasses import replace

    coding = build.coding()
    twice = replace(coding, events=(*coding.events, coding.events[0]))
    with pytest.raises(StoreError):
        store.add(twice)
    assert store.summary().documents == 0
    assert store.summary().sentences == 0
    assert store.add(coding)
    assert len(store.events()) == 3


@pytest.mark.parametrize("text", ["Japan met China.\x00", "Japan met China. \ud800"])
def test_text_that_no_database_keeps_is_refused_with_its_source(store, build, text):
    doc = build.document("x", "odd.txt")
    from dataclasses import replace

    with pytest.raises(MalformedInput, match=r"odd\.txt"):
        store.add(build.Coding(replace(doc, text=text)))


def test_another_process_reads_what_was_added(store, build, tmp_path):
    store.add(build.coding())
    with Store.open(tmp_path / "record.db", create=False) as other:
        assert other.events() == store.events()


@pytest.mark.parametrize(
    ("wanted", "triggers"),
    [
        (Filter(), ["met", "talks", "criticised"]),
        (Filter(newest=True), ["talks", "met", "criticised"]),
        (Filter(limit=1), ["met"]),
        (Filter(pair=("CHN", "JPN")), ["met", "criticised"]),
        (Filter(pair=("JPN", "CHN")), ["met", "criticised"]),
        (Filter(pair=("CHN", "KOR")), ["talks"]),
        (Filter(pair=("JPN", "KOR")), []),
        (Filter(party="KOR"), ["talks"]),
        (Filter(actor="CHN:person:li-qiang"), ["met"]),
        (Filter(root="ACCUSE"), ["criticised"]),
        (Filter(mode="disapprove"), ["criticised"]),
        (Filter(modality=(Modality.PLANNED,)), ["talks"]),
        (Filter(modality=(Modality.PLANNED, Modality.HAPPENED)), ["met", "talks", "criticised"]),
        (Filter(since=dt.date(2024, 7, 2)), ["talks"]),
        (Filter(until=dt.date(2024, 7, 1)), ["met"]),
        (Filter(since=dt.date(2024, 7, 1), until=dt.date(2024, 7, 1)), ["met"]),
        (Filter(text="islands"), ["criticised"]),
        (Filter(text="ISLAND"), ["criticised"]),
        (Filter(text='"over the islands"'), ["criticised"]),
        (Filter(text='"islands the over"'), []),
        (Filter(text="crit*"), ["criticised"]),
        (Filter(text='AND OR NOT ( " *'), []),
        (Filter(text="--"), []),
        (Filter(outlet="Daily"), ["met", "talks", "criticised"]),
        (Filter(outlet="Weekly"), []),
        (Filter(min_confidence=0.9), []),
    ],
)
def test_filters(store, build, wanted, triggers):
    store.add(build.coding(outlet="Daily"))
    assert [event.trigger for event in store.events(wanted)] == triggers


def test_an_open_range_passes_every_later_day(store, build):
    doc = build.document("Japan aided China.")
    since_2012 = When(dt.date(2012, 3, 1), None, Precision.RANGE, WhenFrom.EXPRESSION, "since March 2012")
    store.add(
        build.Coding(
            doc,
            build.sentences(doc.text),
            (),
            (build.event(doc, 0, [build.JAPAN], "aided", [build.CHINA], since_2012),),
        )
    )
    assert store.events()[0].when == since_2012
    assert len(store.events(Filter(since=dt.date(2020, 1, 1)))) == 1
    assert store.events(Filter(until=dt.date(2012, 2, 29))) == []


def test_regrouping_merges_the_reports_of_two_documents(store, build):
    store.add(build.coding(outlet="Daily"))
    assert store.needs_regrouping()
    store.regroup()
    first = store.contacts(Filter(kind=ContactKind.MEETING))
    store.add(build.coding(build.VISIT + " ", "two.txt", outlet="Weekly"))
    assert store.regroup() == 3
    assert not store.needs_regrouping()
    met = store.occurrences(Filter(pair=("CHN", "JPN"), root="CONSULT"))
    assert [(len(o.events), o.outlets) for o in met] == [(2, ("Daily", "Weekly"))]
    contacts = store.contacts(Filter(kind=ContactKind.MEETING))
    assert [c.id for c in contacts] == [c.id for c in first]
    assert len(contacts[0].evidence) == 2
    assert [p.name for p in contacts[0].people] == ["Yohei Kono", "Li Qiang"]
    assert contacts[0].parties == ("JPN", "CHN")


def test_only_the_blocks_of_new_events_are_derived_anew(store, build):
    store.add(build.coding())
    assert store.regroup() == 3
    doc = build.document("China criticised Japan again.", "two.txt")
    event = build.event(doc, 0, [build.CHINA], "criticised", [build.JAPAN], root="ACCUSE")
    store.add(build.Coding(doc, build.sentences(doc.text), (), (event,)))
    assert store.regroup() == 1
    assert store.regroup() == 0


def test_a_kill_before_regrouping_is_made_good_later(build, tmp_path):
    with Store.open(tmp_path / "a.db") as store:
        store.add(build.coding())
    with Store.open(tmp_path / "a.db") as store:
        assert store.occurrences() == []
        assert store.regroup() == 3
        assert len(store.occurrences()) == 3


def test_a_failure_while_regrouping_leaves_the_old_occurrences(store, build, monkeypatch):
    from detente import ledgers

    store.add(build.coding())
    store.regroup()
    before = store.occurrences()
    store.add(build.coding(build.VISIT + " ", "two.txt"))

    def fail(*_):
        raise KeyError("a bug")

    with monkeypatch.context() as patched:
        patched.setattr(ledgers, "find_contacts", fail)
        with pytest.raises(KeyError):
            store.regroup()
    assert store.occurrences() == before
    assert store.needs_regrouping()
    assert store.regroup() == 3


def test_regrouping_everything_takes_a_new_rule_of_blocks(store, build, monkeypatch):
    from detente import ledgers

    store.add(build.coding())
    store.regroup()
    before = store.occurrences()
    monkeypatch.setattr(ledgers, "block_key", lambda _event: "all")
    assert store.regroup(everything=True) == 1
    assert store.occurrences() == before


def test_quotes_are_the_very_sentences(store, build):
    coding = build.coding("日本語の一行。\n" + build.VISIT.replace("Beijing", "Běijīng 🏯"))
    # events point at sentence numbers, so code the document anew with spans shifted by one line
    doc = coding.document
    event = build.event(doc, 1, [build.KONO, build.LI], "met", when=build.day("2024-07-01"))
    store.add(build.Coding(doc, build.sentences(doc.text), (), (event,)))
    (row,) = store.quoted_events()
    assert row.sentence == event.evidence.sentence.of(doc.text) == "Yohei Kono met Li Qiang in Běijīng 🏯."
    assert (row.source, row.published) == (doc.source, doc.published)
    assert store.quote(event.evidence) == row.sentence


def test_quoted_contacts_name_the_first_report(store, build):
    store.add(build.coding())
    store.regroup()
    row = next(store.quoted_contacts())
    assert row.sentence == "Yohei Kono met Li Qiang in Beijing."
    assert row.source == "articles/one.txt"


def test_more_records_than_one_batch(store, build):
    text = "\n".join(f"China criticised Japan {n} times." for n in range(1201))
    doc = build.document(text)
    events = tuple(build.event(doc, n, [build.CHINA], "criticised", [build.JAPAN], root="ACCUSE") for n in range(1201))
    store.add(build.Coding(doc, build.sentences(text), (), events))
    assert tuple(store.events()) == events
    assert [q.sentence for q in store.quoted_events()] == text.split("\n")


def test_summary(store, build):
    store.add(build.coding())
    store.regroup()
    summary = store.summary()
    assert (summary.documents, summary.sentences, summary.events, summary.occurrences, summary.contacts) == (
        1,
        3,
        3,
        3,
        2,
    )
    assert (summary.first, summary.last, summary.undated) == (dt.date(2024, 7, 1), dt.date(2024, 7, 1), 1)
    assert summary.relations == (("CHN", "JPN", 2), ("CHN", "KOR", 1))
    assert summary.left == {"one party": 3}


def test_listings_count(store, build):
    store.add(build.coding(source="a.txt"))
    store.add(build.coding(source="b.txt"))
    (row,) = store.listed_documents()
    assert (row.sources, row.sentences, row.events, row.left) == (("a.txt", "b.txt"), 3, 3, {"one party": 3})
    counts = {r.actor.id: (r.mentions, r.events, r.documents) for r in store.listed_actors()}
    assert counts["CHN"] == (1, 2, 1)
    assert counts["JPN:person:kono-yohei"] == (1, 1, 1)
    assert [r.actor.id for r in store.listed_actors(Filter(party="KOR"))] == ["KOR"]


def test_an_input_is_remembered_as_it_was_last_read(store):
    assert store.seen_input("/a.txt") is None
    store.record_input(SeenInput("/a.txt", 10, 1, None, Outcome.FAILED, "empty"))
    store.record_input(SeenInput("/a.txt", 12, 2**62, "ab", Outcome.DONE, None, 1))
    assert store.seen_input("/a.txt") == SeenInput("/a.txt", 12, 2**62, "ab", Outcome.DONE, None, 1)
