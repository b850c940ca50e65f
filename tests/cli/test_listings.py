"""The listings: the keys that others script against, the forms, and what is refused."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from detente.store import Store

EVENTS = [
    "id",
    "document",
    "source",
    "published",
    "sentence",
    "start",
    "end",
    "trigger",
    "actors",
    "recipients",
    "root",
    "mode",
    "quad",
    "score",
    "contexts",
    "modality",
    "date_start",
    "date_end",
    "date_precision",
    "place",
    "speaker",
    "confidence",
    "coder",
]
CONTACTS = [
    "id",
    "kind",
    "level",
    "people",
    "parties",
    "host",
    "place",
    "start",
    "end",
    "precision",
    "sentence",
    "document",
    "source",
]


def lines(result):
    assert result.code == 0, result.err
    return [json.loads(line) for line in result.out.splitlines()]


def dates(event):
    return event["date_start"], event["date_end"], event["date_precision"]


def test_events_have_exactly_the_keys_of_the_contract(detente_, record, build):
    meeting, talks, accusation = lines(detente_("events", "--format", "jsonl"))
    assert list(meeting) == list(talks) == list(accusation) == EVENTS
    assert meeting["sentence"] == "Yohei Kono met Li Qiang in Beijing."
    assert build.VISIT[meeting["start"] : meeting["end"]] == meeting["sentence"]
    assert meeting["actors"] == [
        {"id": "JPN:person:kono-yohei", "name": "Yohei Kono", "country": "JPN", "text": "Yohei Kono"},
        {"id": "CHN:person:li-qiang", "name": "Li Qiang", "country": "CHN", "text": "Li Qiang"},
    ]
    assert meeting["recipients"] == []
    assert (meeting["source"], meeting["published"]) == ("articles/one.txt", "2024-07-30")
    assert dates(meeting) == (
        "2024-07-01",
        "2024-07-01",
        "day",
    )
    assert (accusation["quad"], accusation["score"], accusation["mode"]) == (3, -2.0, "disapprove")
    assert dates(accusation) == (
        None,
        None,
        "unknown",
    )
    assert accusation["speaker"] == "China"
    assert talks["modality"] == "planned"


def test_contacts_have_exactly_the_keys_of_the_contract(detente_, record):
    (meeting,) = lines(detente_("contacts", "--format", "jsonl"))
    assert list(meeting) == CONTACTS
    assert meeting | {"id": 0, "document": 0} == {
        "id": 0,
        "kind": "meeting",
        "level": "other",
        "people": ["Yohei Kono", "Li Qiang"],
        "parties": ["JPN", "CHN"],
        "host": "CHN",
        "place": "Beijing",
        "start": "2024-07-01",
        "end": "2024-07-01",
        "precision": "day",
        "sentence": "Yohei Kono met Li Qiang in Beijing.",
        "document": 0,
        "source": "articles/one.txt",
    }


@pytest.mark.parametrize(
    ("tokens", "kinds"),
    [
        ((), ["meeting"]),
        (("--modality", "planned"), ["dialogue"]),
        (("--modality", "all"), ["meeting", "dialogue"]),
        (("--kind", "visit"), []),
        (("--level", "other"), ["meeting"]),
        (("--pair", "China", "japan"), ["meeting"]),
        (("--pair", "CHN", "KOR"), []),
        (("--party", "ASEAN"), []),
        (("--since", "2024-07-01", "--until", "2024-07-01"), ["meeting"]),
        (("--since", "2024-07-02"), []),
    ],
)
def test_contacts_are_chosen(detente_, record, tokens, kinds):
    assert [row["kind"] for row in lines(detente_("contacts", "--format", "jsonl", *tokens))] == kinds


@pytest.mark.parametrize(
    ("tokens", "triggers"),
    [
        ((), ["met", "talks", "criticised"]),
        (("--pair", "CHN", "JPN"), ["met", "criticised"]),
        (("--root", "accuse"), ["criticised"]),
        (("--modality", "planned"), ["talks"]),
        (("--since", "2024-08"), ["talks"]),
        (("--until", "2024-07"), ["met"]),
        (("--text", "islands"), ["criticised"]),
        (("--newest", "--limit", "1"), ["talks"]),
    ],
)
def test_events_are_chosen(detente_, record, tokens, triggers):
    assert [row["trigger"] for row in lines(detente_("events", "--format", "jsonl", *tokens))] == triggers


def test_a_window_says_how_many_events_have_no_date(detente_, record):
    result = detente_("events", "--format", "jsonl", "--since", "2024")
    assert "1 without a date left out" in result.err


@pytest.mark.parametrize("noun", ["documents", "actors", "events", "occurrences", "contacts"])
def test_every_listing_takes_every_form(detente_, record, noun, folder):
    rows = lines(detente_(noun, "--format", "jsonl"))
    assert json.loads(detente_(noun, "--format", "json").out) == rows
    table = list(csv.DictReader(io.StringIO(detente_(noun, "--format", "csv").out)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert next(iter(table[0])) == "id"
    assert detente_(noun, "-o", "out.parquet").code == 0
    parquet = pq.read_table("out.parquet").to_pylist()
    for row in parquet:
        if "left" in row:
            row["left"] = dict(row["left"])
    assert parquet == rows
    drawn = detente_(noun)
    assert drawn.code == 0
    assert len(drawn.out.splitlines()) > len(rows)
    assert all(len(line.rstrip()) <= 100 for line in drawn.out.splitlines())


@pytest.mark.parametrize("noun", ["documents", "actors", "events", "occurrences", "contacts"])
@pytest.mark.parametrize("form", ["csv", "jsonl", "json", "parquet", "table"])
def test_nothing_found_is_no_failure(detente_, record, noun, form):
    result = detente_(noun, "--pair", "FRA", "DEU", "--format", form, "-o", "out")
    assert (result.code, result.out) == (0, "")
    if form == "json":
        assert json.loads(Path("out").read_text()) == []
    if form == "parquet":
        assert pq.read_table("out").num_rows == 0


def test_the_form_follows_the_ending_of_the_file(detente_, record, folder):
    detente_("events", "-o", "events.csv")
    detente_("events", "-o", "events.jsonl")
    assert (folder / "events.csv").read_text().startswith("id,document,source")
    assert json.loads((folder / "events.jsonl").read_text().splitlines()[0])["root"] == "CONSULT"


def test_csv_spreads_actors_over_columns(detente_, record):
    row = next(csv.DictReader(io.StringIO(detente_("export", "events").out)))
    assert row["actors"] == "JPN:person:kono-yohei; CHN:person:li-qiang"
    assert row["actors_name"] == "Yohei Kono; Li Qiang"
    assert row["actors_country"] == "JPN; CHN"


@pytest.mark.parametrize("width", ["80", "140"])
def test_tables_fit_the_width(detente_, record, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    out = detente_("events").out
    assert max(len(line) for line in out.splitlines()) <= int(width)
    for said in ("2024-07-01", "→", "Japan", "ACCUSE", "disapprove", "planned"):
        assert said in out
    assert "\x1b[" not in out


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        (("events", "--pair", "Chine", "JPN"), "did you mean China (CHN)"),
        (("events", "--pair", "Qwertyuiop", "JPN"), "no state or organisation is called 'Qwertyuiop'"),
        (("events", "--pair", "CHN", "China"), "both CHN"),
        (("events", "--pair", "CHN"), "--pair"),
        (("events", "--since", "2024-02-30"), "'2024-02-30' is no date"),
        (("events", "--since", "last year"), "is no date"),
        (("events", "--since", "2024-08", "--until", "2024-07"), "is after"),
        (("events", "--root", "HUG"), "no event type 'HUG'"),
        (("events", "--modality", "maybe"), "--modality"),
        (("events", "--limit", "0"), "give 1 or more"),
        (("events", "--format", "xml"), "--format"),
        (("events", "-o", "events.xlsx"), "--format"),
        (("events", "--db", "missing.db"), "no database at missing.db: run `detente add PATH` first"),
        (("events", "--nonsense"), "--nonsense"),
        (("eventz",), "events"),
        (("show", "CHN"), "other"),
    ],
)
def test_wrong_use_is_one_clean_line(detente_, record, tokens, message):
    result = detente_(*tokens)
    assert result.code == 2
    assert message.lower() in result.err.lower()
    assert result.out == ""
    assert "Traceback" not in result.err
    assert len(result.err.splitlines()) <= 2


def test_a_file_that_cannot_be_written_is_a_failure(detente_, record):
    for name in ("no/such/folder/x.csv", "no/such/folder/x.parquet"):
        result = detente_("events", "-o", name)
        assert result.code == 1
        assert f"can't write {name}" in result.err


def test_the_record_may_be_named_by_the_environment(detente_, record, folder, monkeypatch):
    (folder / "detente.db").rename("asia.db")
    monkeypatch.setenv("DETENTE_DB", "asia.db")
    assert len(lines(detente_("events", "--format", "jsonl"))) == 3


def test_actors_of_a_party(detente_, record):
    rows = lines(detente_("actors", "--party", "China", "--format", "jsonl"))
    assert {row["id"] for row in rows} == {"CHN", "CHN:person:li-qiang"}


def test_documents_tell_their_other_sources(detente_, record, build):
    with Store.open("detente.db") as store:
        store.add(build.coding(source="two.txt"))
    (row,) = lines(detente_("documents", "--format", "jsonl"))
    assert row["sources"] == ["articles/one.txt", "two.txt"]
    assert row["left"] == {"one party": 3}
