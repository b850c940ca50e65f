"""The ledgers as commands: their keys, their filters, and what the tables show."""

import csv
import datetime as dt
import io
import json
from dataclasses import replace

import pytest

import detente
from detente import ledgers
from detente.ledgers import contacts, occurrences
from detente.records import Document, Ledger
from detente.store import Store
from detente.store.ledger_lines import (
    CLAIM_KEYS,
    COMMITMENT_KEYS,
    CONTRADICTION_KEYS,
    DISPUTE_KEYS,
    FORMULATION_KEYS,
    METRIC_KEYS,
    SIGNAL_KEYS,
    TRACK_KEYS,
    VIEW_KEYS,
)

COMMANDS = {
    "commitments": COMMITMENT_KEYS,
    "claims": CLAIM_KEYS,
    "prescriptions": CLAIM_KEYS,
    "causes": CLAIM_KEYS,
    "disputes": DISPUTE_KEYS,
    "signals": SIGNAL_KEYS,
    "formulations": FORMULATION_KEYS,
    "metrics": METRIC_KEYS,
}


@pytest.fixture
def told(folder, build):
    """detente.db with a document of one record in each ledger."""
    with Store.open("detente.db") as store:
        store.add(build.promises(title="Promises", outlet="China Daily", authors=("Ann Lee",)))
    return folder


@pytest.fixture
def lines(detente_, told):
    """Runs a command; returns its JSON lines."""

    def invoke(*tokens):
        result = detente_(*tokens, "--format", "jsonl")
        assert result.code == 0, result.err
        return [json.loads(line) for line in result.out.splitlines()]

    return invoke


@pytest.mark.parametrize(("command", "keys"), COMMANDS.items())
def test_json_lines_have_exactly_the_keys_of_the_contract(lines, command, keys):
    rows = lines(command, "--pair", "CHN", "JPN")
    assert rows
    assert {tuple(row) for row in rows} == {keys}


def test_the_keys_that_scripts_rely_on():
    assert COMMITMENT_KEYS == (
        "id", "parties", "speaker", "what", "earliest", "latest", "status", "kept_by", "sentence", "document", "source",
    )  # fmt: skip
    assert CLAIM_KEYS == (
        "id", "kind", "speaker", "about", "stance", "text", "cause", "effect", "sign", "actor", "action", "sentence",
        "document", "source",
    )  # fmt: skip
    assert DISPUTE_KEYS == ("id", "parties", "issue", "status", "since", "sentence", "document", "source")


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_ledger_is_no_failure(detente_, record, command):
    result = detente_(command)
    assert (result.code, result.out) == (0, "")
    assert "match" in result.err
    assert json.loads(detente_(command, "--format", "json").out) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_wrongly_asked_is_said(detente_, told, command):
    unknown = detente_(command, "--pair", "CHN", "Chian")
    assert (unknown.code, "did you mean China" in unknown.err) == (2, True)
    assert detente_(command, "--since", "soon").code == 2
    assert detente_(command, "--limit", "0").code == 2


def test_a_commitment_has_its_window_its_fate_and_its_speaker(lines):
    (row,) = lines("commitments", "--on", "2024-10-01")
    assert (row["earliest"], row["latest"], row["status"], row["kept_by"]) == ("2024-11", "2024-11", "open", None)
    assert (row["speaker"], row["what"]) == ("Ann Lee", "hold a summit in November")
    assert lines("commitments", "--on", "2025-02-01")[0]["status"] == "unclear"  # nothing else is on record
    assert lines("commitments", "--on", "2024-10-01", "--status", "kept") == []
    assert len(lines("commitments", "--on", "2024-10-01", "--status", "open", "--kind", "promise")) == 1
    assert lines("commitments", "--kind", "plan") == []
    assert lines("commitments", "--since", "2025") == []


@pytest.mark.parametrize("day", ["yesterday", "2024-11"])
def test_commitments_are_judged_on_a_day(detente_, told, day):
    result = detente_("commitments", "--on", day)
    assert (result.code, "2024-07-26" in result.err) == (2, True)


def test_an_open_end_is_null(folder, detente_, build):
    import datetime as dt

    from detente.records import Precision, When, WhenFrom

    coding = build.promises()
    (one,) = coding.ledger.commitments
    soon = When(dt.date(2024, 7, 30), None, Precision.RANGE, WhenFrom.EXPRESSION, "soon")
    with Store.open("detente.db") as store:
        store.add(replace(coding, ledger=Ledger(commitments=(replace(one, window=soon),))))
    row = json.loads(detente_("commitments", "--format", "jsonl").out)
    assert (row["earliest"], row["latest"]) == ("2024-07-30", None)
    assert "from 2024-07-30" in detente_("commitments").out


def test_a_table_shows_how_a_promise_was_kept(folder, detente_, build, monkeypatch):
    from detente.ledgers import fates
    from detente.ledgers.fates import Fate, Status

    with Store.open("detente.db") as store:
        store.add(build.promises())
        store.add(build.coding())
        store.regroup()
        (meeting,) = (one for one in store.occurrences() if one.place == "Beijing")
    monkeypatch.setattr(
        fates, "find_fates", lambda rows, *_: [Fate(row.id, Status.KEPT, meeting.id, "told") for row in rows]
    )
    monkeypatch.setenv("COLUMNS", "200")
    row = json.loads(detente_("commitments", "--format", "jsonl").out)
    assert (row["status"], row["kept_by"]) == ("kept", meeting.id)
    table = " ".join(detente_("commitments").out.split())
    assert "2024-07-01: Yohei" in table
    shown = detente_("show", "CHN", "JPN").out
    assert "kept 2024-07-01: Yohei Kono met Li Qiang in Beijing. (one.txt)" in shown


def test_speakers_are_named_and_authors_where_nobody_else_speaks(lines):
    assert [row["speaker"] for row in lines("claims")] == ["Senior officials", "Ann Lee", "Japan"]
    assert [row["id"] for row in lines("claims", "--speaker", "Japan")] == ["c1", "c3"]
    assert [row["id"] for row in lines("claims", "--speaker", "officials")] == ["c1"]
    assert [row["id"] for row in lines("claims", "--outlet", "China Daily", "--kind", "assessment")] == ["c3"]


def test_an_author_who_is_not_named_is_the_author(folder, detente_, build):
    with Store.open("detente.db") as store:
        store.add(build.promises())
    rows = [json.loads(line) for line in detente_("causes", "--format", "jsonl").out.splitlines()]
    assert [row["speaker"] for row in rows] == ["author"]


@pytest.mark.parametrize(
    ("by", "names"),
    [("speaker", ["Ann Lee", "Japan", "Senior officials"]), ("outlet", ["China Daily"]), ("country", ["China"])],
)
def test_claims_are_counted_by_whoever_makes_them(lines, by, names):
    rows = lines("claims", "--by", by)
    assert [row["by"] for row in rows] == names
    assert {tuple(row) for row in rows} == {VIEW_KEYS}
    assert sum(row["claims"] for row in rows) == 3
    assert sum(row["mixed"] for row in rows) == sum(row["prescription"] for row in rows) == 1


def test_views_of_claims(lines):
    (prescription,) = lines("prescriptions", "--to", "Japan")
    assert (prescription["actor"], prescription["action"]) == ("JPN", "talk to China")
    assert lines("prescriptions", "--to", "China") == []
    (cause,) = lines("causes", "--sign", "improves")
    assert (cause["cause"], cause["effect"], cause["sign"]) == ("Trade", "draws Japan closer to China", "improves")
    assert lines("causes", "--sign", "worsens") == []


def test_a_dispute_has_the_issue_by_name(lines):
    (row,) = lines("disputes")
    assert (row["issue"], row["status"], row["since"]) == ("Senkaku/Diaoyu Islands", "raised", "2024-07-30")
    assert lines("disputes", "--status", "resolved") == lines("disputes", "--since", "2025") == []


def test_two_voices_in_one_sentence(lines):
    (row,) = lines("signals")
    assert row["positive"] == row["negative"] == "Japan again calls China a partner, but also a challenge."
    assert (row["speaker"], row["target"], row["marker"]) == ("JPN", "CHN", "but")


def test_formulations_by_words_and_status(lines):
    (row,) = lines("formulations", "--words", "Partner", "--status", "reinstated")
    assert (row["formulation"], row["gap"], row["date"]) == ("a partner", "five years", "2024-04-16")
    assert lines("formulations", "--words", "friend") == lines("formulations", "--status", "dropped") == []


def test_figures(lines):
    (row,) = lines("metrics", "--kind", "share")
    assert (row["value"], row["unit"], row["of"], row["parties"]) == (20.0, "percent", "exports", ["CHN", "JPN"])
    assert lines("metrics", "--kind", "money") == []


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("commitments", "hold a summit in November"),
        ("claims", "perhaps"),
        ("claims --by country", "China"),
        ("prescriptions", "talk to China"),
        ("causes", "improves"),
        ("disputes", "Diaoyu Islands"),
        ("signals", "challenge: “Japan again"),
        ("formulations", "reinstated (five years)"),
        ("metrics", "20%"),
    ],
)
def test_tables_show_what_a_reader_asks_for(detente_, told, monkeypatch, command, words):
    monkeypatch.setenv("COLUMNS", "220")
    result = detente_(*command.split())
    assert result.code == 0
    assert words in " ".join(result.out.split())


def test_claims_for_discourse_network_analyzer(detente_, told):
    rows = list(csv.DictReader(io.StringIO(detente_("export", "claims").out)))
    assert {"person", "organization", "concept", "agreement"} <= set(rows[0])
    assert any(row["person"] == "Ann Lee" for row in rows)


def test_a_causal_map_for_graph_programs(detente_, told):
    import networkx as nx

    result = detente_("export", "causes", "China", "Japan")
    graph = nx.parse_graphml(result.out)
    ((_, target, data),) = graph.edges(data=True)
    assert (target, data["sign"], data["sources"]) == ("CHN-JPN", "improves", 1)


def test_the_page_of_a_relation_tells_of_the_ledgers(folder, detente_, build):
    with Store.open("detente.db") as store:
        store.add(build.promises())
        store.add(build.coding())
    shown = detente_("show", "CHN", "JPN", "--on", "2024-09-01").out
    for words in (
        "Commitments: 1; 1 open",
        "2024-11  JPN, CHN: hold a summit in November",
        "Disputes: 1",
        "Senkaku/Diaoyu Islands, since 2024-07-30  “Diaoyu Islands”",
        "author: Trade → draws Japan closer to China",
        "Prescriptions: 1",
        "on CHN: “partner”, yet “challenge”",
        "“partner”, for the first time in five years",
    ):
        assert words in shown
    assert "Forecasts" not in shown


def test_expressions_are_followed_over_time(lines, detente_):
    (track,) = lines("formulations", "--track")
    assert tuple(track) == TRACK_KEYS
    (use,) = lines("formulations")
    assert (track["formulation"], track["speaker"], track["uses"]) == (use["formulation"], use["speaker"], 1)
    assert lines("formulations", "--track", "--words", "no such words") == []
    assert use["words"][:4].lower() in detente_("formulations", "--track").out.lower()


def test_claims_that_a_contact_contradicts(detente_, folder, monkeypatch):
    """A visit of May 2023, and an article of August 2024 that says there was none for five years; really grouped."""
    for real in (occurrences.block_key, occurrences.group_occurrences, contacts.find_contacts):
        monkeypatch.setattr(ledgers, real.__name__, real)
    told = [
        ("2023-05-05", "The Kenyan president visited Peru on May 3, 2023."),
        (
            "2024-08-21",
            "The Kenyan president was in Lima on August 20, the first visit of a Kenyan leader to Peru in five years.",
        ),
    ]
    with Store.open("detente.db") as store:
        for number, (day, text) in enumerate(told):
            store.add(detente.code(Document(f"d{number}", f"{number}.txt", text, published=dt.date.fromisoformat(day))))
    result = detente_("metrics", "--check", "--format", "jsonl")
    (found,) = map(json.loads, result.out.splitlines())
    assert tuple(found) == CONTRADICTION_KEYS
    assert (found["sentence"], found["contact_sentence"]) == (told[1][1], told[0][1])
    assert "May 3, 2023" in detente_("metrics", "--check").out
