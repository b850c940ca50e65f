"""``detente distance``, ``momentum`` and ``thirds``, and what their pages show."""

import csv
import datetime as dt
import io
import json
import shutil

import pyarrow.parquet as pq
import pytest
from doc_pages import PAGES, blocks, shown_commands

from detente.cli.naming import parse_pair, parse_party
from detente.errors import UnknownActor


@pytest.fixture
def neighbours(folder, detente_, monkeypatch):
    monkeypatch.setenv("COLUMNS", "140")
    shutil.copy(PAGES / "neighbours.tsv", folder)
    assert detente_("import", "icews", "neighbours.tsv").code == 0
    return folder


def rows(result, part=None):
    told = list(csv.DictReader(io.StringIO(result.out)))
    return [row for row in told if part in {None, row.get("part")}]


@pytest.mark.parametrize("page", ["distance", "momentum", "thirds"])
def test_commands_give_what_the_page_shows(detente_, neighbours, page):
    shown = shown_commands(page)
    assert len(shown) > 1
    for command, expected in shown:
        result = detente_(*command.split())
        assert result.code == 0, result.err
        if not command.startswith("import"):
            assert [line.rstrip() for line in result.out.splitlines()] == expected.splitlines(), command


@pytest.mark.parametrize("page", ["distance", "momentum", "thirds"])
def test_code_runs(neighbours, page, capsys):
    exec(compile(blocks(page, "python")[-1], f"{page}.md", "exec"), {})
    assert capsys.readouterr().out


@pytest.mark.parametrize("page", ["distance", "momentum", "thirds"])
def test_a_page_says_what_its_measure_does_not_say(page):
    assert "**It does not say**" in (PAGES / f"{page}.md").read_text(encoding="utf-8")


def test_capitals_stand_for_their_states():
    assert parse_pair("Tokyo", "beijing") == ("JPN", "CHN")
    assert parse_party("Washington") == "USA"
    with pytest.raises(UnknownActor):
        parse_party("Atlantis City")


def test_a_distance_gives_the_verdict_and_the_contacts_behind_it(detente_, neighbours):
    found = detente_("distance", "AUS", "IDN", "--against", "AUS", "NZL", "--on", "2015-06-30", "--format", "csv")
    (verdict,) = rows(found, "verdict")
    assert (verdict["verdict"], verdict["place"], verdict["against"]) == ("smaller", "home", "AUS-NZL")
    figures = {(row["pair"], row["level"], row["place"]): row for row in rows(found, "figures")}
    last = dt.date(2015, 6, 30) - dt.timedelta(days=int(figures["AUS-IDN", "any", "home"]["days"]))
    behind = [row for row in rows(found, "contact") if "any home" in row["last_of"] and row["pair"] == "AUS-IDN"]
    assert [row["date"] for row in behind] == [last.isoformat()]
    assert all(row["source"].startswith("neighbours.tsv#") for row in rows(found, "contact"))
    assert all(row["date"] <= "2015-06-30" for row in rows(found, "contact"))
    assert "CAMEO 040 to 046" in found.err


def test_coded_contacts_have_their_sentences(detente_, record):
    found = detente_("distance", "JPN", "CHN", "--on", "2024-12-31", "--format", "jsonl")
    contacts = [line for line in map(json.loads, found.out.splitlines()) if line["part"] == "contact"]
    assert contacts
    assert all(line["sentence"] and line["coder"] == "detente" for line in contacts)


def test_several_pairs_and_one_level(detente_, neighbours):
    found = detente_("distance", "AUS", "IDN", "--against", "AUS", "NZL", "AUS", "JPN", "--level", "any",
                     "--format", "csv")  # fmt: skip
    assert [row["against"] for row in rows(found, "verdict")] == ["AUS-NZL", "AUS-JPN"]
    assert {row["level"] for row in rows(found, "figures")} == {"any"}
    assert "on 2015-12-" in found.err


def test_a_pair_without_contacts_is_said_to_have_none(detente_, neighbours):
    found = detente_("distance", "AUS", "FJI")
    assert found.code == 0
    assert "no contact of AUS and FJI on record" in found.err


def test_parquet_holds_every_part(detente_, neighbours):
    for command in ("distance", "momentum", "thirds"):
        assert detente_(command, "AUS", "IDN", "-o", f"{command}.parquet").code == 0
        assert pq.read_table(f"{command}.parquet").num_rows
        empty = detente_(command, "PER", "CHL", "-o", "empty.parquet")
        assert empty.code == 0
        assert pq.read_schema("empty.parquet").equals(pq.read_schema(f"{command}.parquet"))


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        (["distance", "AUS", "Canberra"], "both AUS"),
        (["distance", "AUS", "IDN", "--on", "2015-12"], "is no day"),
        (["distance", "AUS", "IDN", "--against", "CHN"], "--against"),
        (["momentum", "AUS", "IDN", "--window", "2"], "give 8 or more"),
        (["momentum", "AUS", "IDN", "--scale", "nowhere.csv"], "nowhere.csv"),
        (["thirds", "AUS", "IDN", "--since", "2020", "--until", "2010"], "is after"),
    ],
)
def test_wrong_use(detente_, neighbours, tokens, said):
    result = detente_(*tokens)
    assert result.code == 2
    assert said in result.err


def test_momentum_ends_where_it_is_told_to(detente_, neighbours):
    found = detente_("momentum", "AUS", "IDN", "--until", "2014-10", "--format", "csv")
    assert max(row["last"] for row in rows(found)) == "2014-10"


def test_thirds_in_a_window_and_on_a_track(detente_, neighbours):
    found = rows(detente_("thirds", "AUS", "IDN", "--since", "2015", "--track", "security", "--format", "csv"))
    assert [(row["third"], row["dealing"]) for row in found] == [("PHL", "compete")]
    assert found[0]["one_ids"]
    assert found[0]["conflict_ids"]
