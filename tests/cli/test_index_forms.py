"""The forms of ``index``, its chart, and how ``brief`` and ``index`` fail."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

KEYS = ["period", "direction", "mean", "count", "reports"]


def test_index_has_exactly_the_keys_of_the_contract(detente_, record):
    result = detente_("index", "CHN", "JPN", "--format", "jsonl")
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert rows == [
        dict(zip(KEYS, ("2024-07", direction, 2.5, 1, 1), strict=True))
        for direction in ("CHN>JPN", "JPN>CHN", "CHN-JPN")
    ]
    assert "left out: 1 without a date, 0 dated to more than one month" in result.err


def test_index_as_a_table(detente_, record):
    lines = detente_("index", "China", "japan", "--freq", "quarter").out.splitlines()
    assert lines[0].split() == ["Period", "CHN>JPN", "JPN>CHN", "CHN-JPN"]
    assert lines[1].split() == ["2024-Q3", "+2.5", "(1)", "+2.5", "(1)", "+2.5", "(1)"]


@pytest.mark.parametrize(
    ("freq", "period"),
    [("day", "2024-07-01"), ("week", "2024-07-01"), ("month", "2024-07"), ("quarter", "2024-Q3"), ("year", "2024")],
)
def test_index_takes_every_frequency_and_form(detente_, record, freq, period):
    rows = json.loads(detente_("index", "CHN", "JPN", "--freq", freq, "--format", "json").out)
    assert {row["period"] for row in rows} == {period}
    table = list(csv.DictReader(io.StringIO(detente_("index", "CHN", "JPN", "--freq", freq, "--format", "csv").out)))
    assert [[row["period"], row["direction"]] for row in table] == [[row["period"], row["direction"]] for row in rows]
    assert detente_("index", "CHN", "JPN", "--freq", freq, "-o", "x.parquet").code == 0
    assert pq.read_table("x.parquet").to_pylist() == rows


def test_index_in_a_window_says_what_has_no_date(detente_, record):
    result = detente_("index", "CHN", "JPN", "--since", "2024", "--format", "csv")
    assert "1 without a date left out by --since and --until" in result.err


def test_nothing_on_record_is_no_failure_of_index(detente_, record):
    result = detente_("index", "FRA", "DEU", "--format", "csv")
    assert (result.code, result.out) == (0, ",".join(KEYS) + "\n")


@pytest.mark.parametrize("ending", ["png", "svg", "html", "json"])
def test_index_draws_a_chart_beside_its_result(detente_, record, ending):
    result = detente_("index", "CHN", "JPN", "--chart", f"x.{ending}", "--format", "csv")
    assert (result.code, result.out.splitlines()[0]) == (0, ",".join(KEYS))
    assert Path(f"x.{ending}").stat().st_size > 1000


@pytest.mark.parametrize(
    ("tokens", "code", "message"),
    [
        (("index", "CHN", "JPN", "--chart", "x.gif"), 2, "x.gif: a chart is written as .png, .svg, .html or .json"),
        (("index", "CHN", "JPN", "--since", "2025", "--until", "2024"), 2, "is after"),
        (("index", "CHN", "JPN", "--chart", "no/such/folder/x.svg"), 1, "can't write no/such/folder/x.svg"),
        (("brief", "CHN", "JPN", "-o", "x.pdf"), 2, "x.pdf: a brief is written as .html or .md"),
        (("brief", "Chine", "JPN", "-o", "x.md"), 2, "did you mean China"),
        (("brief", "CHN", "JPN", "-o", "x.md", "--db", "missing.db"), 2, "no database at missing.db"),
        (("brief", "FRA", "DEU", "-o", "x.md"), 1, "nothing on France and Germany; it has most on CHN JPN (2 events)"),
        (
            ("brief", "CHN", "JPN", "-o", "x.md", "--since", "2031"),
            1,
            "nothing dated on China and Japan since 2031-01-01",
        ),
    ],
)
def test_what_cannot_be_done_is_one_clean_line(detente_, record, folder, tokens, code, message):
    result = detente_(*tokens)
    assert result.code == code
    assert message in result.err
    assert "Traceback" not in result.err
    assert not (folder / "x.md").exists()
