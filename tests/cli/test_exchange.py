"""Import and export: what is said, what is written, and the exit codes."""

import csv
import json

import pytest

MAPPING = 'date = "day"\nsource = "from"\ntarget = "to"\nroot = "type"\n'
ROWS = "day,from,to,type\n2014-11-10,Japan,China,CONSULT visit\n2014-11-11,China,Japan,ACCUSE\n"


@pytest.fixture
def visits(folder):
    """visits.csv and its mapping."""
    (folder / "visits.csv").write_text(ROWS, encoding="utf-8")
    (folder / "visits.toml").write_text(
        MAPPING.replace('"type"\n', '"type"\n[values]\n"CONSULT visit" = "CONSULT visit"\n')
    )
    return folder


def test_import_says_what_it_did_and_again_is_a_no_op(detente_, visits):
    first = detente_("import", "csv", "visits.csv", "--mapping", "visits.toml")
    assert (first.code, first.err) == (0, "")
    assert "visits.csv: events between two parties: 2 new" in first.out
    again = detente_("import", "csv", "visits.csv", "--mapping", "visits.toml")
    assert "0 new, 2 known" in again.out
    assert "the record's imported events: csv 2" in again.out


def test_broken_lines_are_listed_and_the_rest_goes_in(detente_, folder):
    (folder / "short.tsv").write_text("Japan\tAccuse\tChina\t2014-01-01\nJapan\tAccuse\tChina\n", encoding="utf-8")
    done = detente_("import", "icews", "short.tsv")
    assert done.code == 3
    assert "1 new" in done.out
    assert "short.tsv:2: 3 columns, not 4" in done.err


def test_unresolved_actors_are_named_with_v(detente_, folder):
    row = "Japan\tAccuse\tArdo Nimquist\t2014-01-01\n"
    (folder / "short.tsv").write_text(row * 2, encoding="utf-8")
    done = detente_("import", "icews", "short.tsv", "-v")
    assert done.code == 0
    assert "left out: 2 an actor of no state or organisation we know" in done.out
    assert "      2  Ardo Nimquist" in done.out


@pytest.mark.parametrize(
    ("tokens", "code", "said"),
    [
        (("icews",), 2, "nothing to import"),
        (("csv", "visits.csv"), 2, "csv needs --mapping"),
        (("icews", "visits.csv", "--mapping", "visits.toml"), 2, "--mapping is for csv"),
        (("csv", "visits.csv", "--mapping", "none.toml"), 2, "none.toml"),
        (("icews", "none.tab"), 1, "No such file"),
        (("gdelt", "visits.csv"), 1, "no line is gdelt's"),
        (("cameo", "visits.csv"), 2, "cameo"),
    ],
)
def test_wrong_use_and_failure(detente_, visits, tokens, code, said):
    result = detente_("import", *tokens)
    assert result.code == code
    assert said in result.err


def test_one_missing_file_of_two_is_in_part(detente_, visits):
    assert detente_("import", "csv", "visits.csv", "none.csv", "--mapping", "visits.toml").code == 3


def test_events_list_imported_ones_beside_ours(detente_, record, visits):
    detente_("import", "csv", "visits.csv", "--mapping", "visits.toml")
    lines = [
        json.loads(line) for line in detente_("events", "--pair", "CHN", "JPN", "--format", "jsonl").out.splitlines()
    ]
    assert {line["coder"] for line in lines if line["source"].startswith("visits.csv#")} == {"csv"}
    assert len([line for line in lines if line["coder"] != "csv"]) == len(lines) - 2 > 0
    dated = [line["date_start"] for line in lines if line["date_start"]]
    assert dated == sorted(dated)
    assert "[csv]" in detente_("events", "--pair", "CHN", "JPN").out


def test_show_tells_imported_events_apart(detente_, visits):
    detente_("import", "csv", "visits.csv", "--mapping", "visits.toml")
    out = detente_("show", "CHN", "JPN", "--on", "2015-01-01").out
    assert "Imported events, by who coded them" in out
    assert "2 events, 2014-11-10 to 2014-11-11, mean PLOVER score +0.5" in " ".join(out.split())
    assert "Imported events" not in detente_("show", "FRA", "DEU").out


def test_export_events_takes_imported_ones_in_every_form(detente_, visits):
    detente_("import", "csv", "visits.csv", "--mapping", "visits.toml")
    rows = list(csv.DictReader(detente_("export", "events").out.splitlines()))
    assert [(row["actors"], row["recipients"], row["root"]) for row in rows] == [
        ("JPN", "CHN", "CONSULT"), ("CHN", "JPN", "ACCUSE"),
    ]  # fmt: skip
    assert detente_("export", "events", "-o", "events.parquet").code == 0


def test_export_polecat_goes_in_again(detente_, visits):
    detente_("import", "csv", "visits.csv", "--mapping", "visits.toml")
    assert detente_("export", "polecat", "-o", "out.tsv").code == 0
    assert "2 new" in detente_("import", "polecat", "out.tsv", "--db", "other.db").out
    assert detente_("export", "polecat", "--format", "csv").code == 2


def test_export_polecat_of_coded_events_says_what_it_leaves_out(detente_, record):
    done = detente_("export", "polecat")
    assert done.code == 0
    rows = list(csv.DictReader(done.out.splitlines(), delimiter="\t"))
    assert {row["Actor Country"] for row in rows} <= {"Japan", "China", "Japan;China", "China;Japan"}


def test_export_network(detente_, visits):
    detente_("import", "csv", "visits.csv", "--mapping", "visits.toml")
    done = detente_("export", "network", "-o", "net.graphml")
    assert (done.code, done.err) == (0, "wrote net.graphml: 2 parties, 1 relations\n")
    assert detente_("export", "network", "-o", "net.png").code == 2
    assert "0 parties" in detente_("export", "network", "-o", "net.gexf", "--party", "France", "--party", "JPN").err
