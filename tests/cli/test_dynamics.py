"""``turning-points`` and ``responses`` from the command line."""

import csv
import datetime as dt
import io
import json
import random

import pyarrow.parquet as pq
import pytest

WARM, COLD = "Make a visit", "Criticize or denounce"


@pytest.fixture(scope="module")
def events():
    """Two years of China and Japan by week: cold first, warm later, Japan answering the week before; in ICEWS' form."""
    chance, lines, last = random.Random(4), [], COLD
    for week in range(104):
        day = dt.date(2014, 1, 6) + dt.timedelta(weeks=week)
        now = WARM if chance.random() < (0.85 if week >= 60 else 0.15) else COLD
        answer = last if chance.random() < 0.8 else chance.choice([WARM, COLD])
        lines += [f"China\t{now}\tJapan\t{day}", f"Japan\t{answer}\tChina\t{day + dt.timedelta(days=6)}"]
        last = now
    return "\n".join(lines) + "\n"


@pytest.fixture
def imported(folder, detente_, events):
    (folder / "events.tsv").write_text(events)
    assert detente_("import", "icews", "events.tsv").code == 0
    return folder


def rows_of(result):
    assert result.code == 0, result.err
    return [json.loads(line) for line in result.out.splitlines()]


def test_turning_points_say_when_how_surely_and_what_moved_them(detente_, imported):
    rows = rows_of(detente_("turning-points", "CHN", "Japan", "--draws", "50", "--format", "jsonl"))
    first = next(row for row in rows if row["direction"] == "CHN>JPN")
    assert first["period"] == "2015-03"  # week 60 starts on 2 March 2015
    assert first["before"] < 0 < first["after"]
    assert first["stands"] > 0.5
    assert len(first["movers"]) == len(first["what"]) == len(first["evidence"]) == 5
    assert all(mover.startswith("icews:") for mover in first["movers"])
    assert "China → Japan: CONSULT visit, Make a visit [icews]" in first["what"][0]
    listed = {row["id"] for row in rows_of(detente_("events", "--pair", "CHN", "JPN", "--format", "jsonl"))}
    assert set(first["evidence"]) <= listed


def test_turning_points_as_a_table_and_in_every_form(detente_, imported):
    result = detente_("turning-points", "CHN", "JPN", "--draws", "20")
    assert "2015-03" in result.out
    assert result.out.splitlines()[0].split()[:6] == ["From", "Direction", "Before", "After", "Stands", "Chance"]
    rows = rows_of(detente_("turning-points", "CHN", "JPN", "--draws", "20", "--format", "jsonl"))
    assert detente_("turning-points", "CHN", "JPN", "--draws", "20", "-o", "x.parquet").code == 0
    assert pq.read_table("x.parquet").to_pylist() == rows
    table = list(csv.DictReader(io.StringIO(
        detente_("turning-points", "CHN", "JPN", "--draws", "20", "--format", "csv").out)))  # fmt: skip
    assert [row["period"] for row in table] == [row["period"] for row in rows]


def test_sentences_stand_behind_coded_movers(detente_, folder, build):
    from detente.store import Store

    lines = [f"China {'met' if at >= 6 else 'blamed'} Japan." for at in range(12)]
    with Store.open("detente.db") as store:
        for at, line in enumerate(lines):
            doc = build.document(f"{line} No. {at}", f"{at}.txt")
            root = "CONSULT" if at >= 6 else "ACCUSE"
            trigger = "met" if at >= 6 else "blamed"
            when = build.day(f"2024-{at + 1:02}-05")
            event = build.event(doc, 0, (build.CHINA,), trigger, (build.JAPAN,), when=when, root=root)
            store.add(build.Coding(doc, build.sentences(doc.text), (), (event,)))
        store.regroup()
    (row, _) = rows_of(detente_("turning-points", "CHN", "JPN", "--draws", "10", "--format", "jsonl"))
    assert row["period"] == "2024-07"
    assert row["what"][0] == "2024-07-05 China → Japan: CONSULT, China met Japan. No. 6"


def test_too_little_to_turn_is_said_and_is_no_failure(detente_, record):
    result = detente_("turning-points", "CHN", "JPN", "--format", "csv")
    assert (result.code, len(result.out.splitlines())) == (0, 1)
    assert "CHN>JPN: too little data: months with occurrences 1, needed 8" in result.err


def test_responses_as_one_table(detente_, imported):
    tokens = ("responses", "CHN", "JPN", "--draws", "20", "--what-if", "CHN", "JPN", "--shock", "-5")
    rows = rows_of(detente_(*tokens, "--format", "jsonl"))
    parts = {row["part"] for row in rows}
    assert parts - {"verdict"} == {"model", "unit root", "granger", "impulse", "variance", "forecast", "what-if"}
    cause = next(row for row in rows if row["part"] == "granger" and row["cause"] == "CHN>JPN")
    assert cause["p_holm"] < 0.001
    moved = next(row for row in rows if row["part"] == "what-if" and row["effect"] == "CHN>JPN" and row["step"] == 0)
    assert moved["value"] == -5
    assert detente_(*tokens, "-o", "x.parquet").code == 0
    assert pq.read_table("x.parquet").to_pylist() == rows
    table = list(csv.DictReader(io.StringIO(detente_(*tokens, "--format", "csv").out)))
    assert len(table) == len(rows)


def test_responses_on_a_screen_put_errors_and_verdict_beside_the_what_if(detente_, imported):
    out = detente_("responses", "CHN", "JPN", "--draws", "20", "--what-if", "JPN", "CHN").out
    at = [out.index(words) for words in ("(Granger)", "one standard deviation", "Error of forecasts", "Verdict: ",
                                         "What if JPN>CHN moved by +")]  # fmt: skip
    assert at == sorted(at)


@pytest.mark.parametrize("parties", [("CHN", "JPN"), ("CHN", "JPN", "KOR")])
def test_too_little_for_responses_is_said_and_gives_no_numbers(detente_, record, parties):
    result = detente_("responses", *parties)
    assert (result.code, result.out) == (0, "")
    assert "too little data" in result.err
    assert "needed" in result.err
    assert len(detente_("responses", *parties, "--format", "csv").out.splitlines()) == 1


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        (("turning-points", "CHN", "CHN"), "a relation needs two parties"),
        (("turning-points", "CHN", "JPN", "--min-size", "0"), "give 1 or more"),
        (("turning-points", "CHN", "JPN", "--seed", "-1"), "--seed -1"),
        (("turning-points", "CHN", "JPN", "--scale", "none.csv"), "none.csv"),
        (("turning-points", "CHN", "JPN", "--since", "2025", "--until", "2024"), "is after"),
        (("responses", "CHN", "JPN", "CHN"), "two or three different parties"),
        (("responses", "CHN", "JPN", "--lags", "0"), "give 1 or more"),
        (("responses", "CHN", "JPN", "--shock", "5"), "say what moves"),
        (("responses", "CHN", "JPN", "--what-if", "CHN", "KOR"), "is no direction"),
        (("responses", "CHN", "JPN", "--db", "missing.db"), "no database at missing.db"),
    ],
)
def test_wrong_use_is_one_clean_line(detente_, record, tokens, message):
    result = detente_(*tokens)
    assert result.code == 2
    assert message in result.err
    assert "Traceback" not in result.err


def test_the_library_measures_the_same(detente_, imported):
    from detente.measures import Record, Refusal

    rows = rows_of(detente_("turning-points", "CHN", "JPN", "--draws", "20", "--format", "jsonl"))
    with Record.open("detente.db") as record:
        turned = record.relation("CHN", "JPN").turning_points(draws=20)
        answered = record.relation("CHN", "JPN").responses(draws=20)
        refused = record.triangle("CHN", "JPN", "KOR").responses(draws=20)
    assert turned.rows["stands"].tolist() == [row["stands"] for row in rows]
    assert answered.directions == ("CHN>JPN", "JPN>CHN")
    assert isinstance(refused, Refusal)
