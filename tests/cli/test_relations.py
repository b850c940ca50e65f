"""`show`, `index` and `brief`: a relation on a page, in numbers, in a file."""

import datetime as dt
import json

import pytest

from detente.cli.relation import score_series, sparkline
from detente.cli.show import _ago
from detente.cli.tables import shorten, show_dates
from detente.records import Modality, Occurrence, Precision, When


def test_show_fits_a_relation_on_a_page(detente_, record):
    result = detente_("show", "japan", "CHN", "--on", "2024-08-01")
    assert result.code == 0
    assert result.err == ""
    for said in (
        "Japan – China  JPN CHN",
        "2 events, 1 of them without a date, 1 document, published 2024-07-30 to 2024-07-30",
        "Daily 1",
        "31 days ago  2024-07-01  meeting  Yohei Kono, Li Qiang, in Beijing",
        "Mean PLOVER score by month",
        "CHN → JPN",
        "Yohei Kono met Li Qiang in Beijing.",
        "one.txt",
    ):
        assert said in result.out
    assert len(result.out.splitlines()) < 40
    assert all(len(line) <= 100 for line in result.out.splitlines())


def test_show_counts_from_the_day_asked_for(detente_, record):
    assert "Contacts: 0" in detente_("show", "CHN", "JPN", "--on", "2024-06-01").out


def test_show_tells_plans(detente_, record):
    assert "ahead           2024-08-02  dialogue" in detente_("show", "CHN", "KOR", "--on", "2024-08-01").out
    assert "was planned     2024-08-02  dialogue" in detente_("show", "CHN", "KOR", "--on", "2024-08-03").out


def test_show_of_an_unknown_relation_names_those_there_are(detente_, record):
    result = detente_("show", "FRA", "DEU")
    assert result.code == 0
    assert "no event between FRA and DEU" in result.out
    assert "CHN JPN" in result.out


def test_index_by_direction(detente_, record):
    result = detente_("index", "CHN", "JPN", "--format", "jsonl")
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 0
    assert [row["direction"] for row in rows] == ["CHN>JPN", "JPN>CHN", "CHN-JPN"]
    assert rows[2] == {"period": "2024-07", "direction": "CHN-JPN", "mean": 2.5, "count": 1, "reports": 1}
    assert "1 without a date" in result.err
    assert "+2.5 (1)" in detente_("index", "CHN", "JPN", "--freq", "year").out


def test_index_of_nothing_is_no_failure(detente_, record):
    assert (detente_("index", "FRA", "DEU", "--format", "json").code, detente_("index", "FRA", "DEU").out) == (0, "")


@pytest.mark.parametrize(("name", "head"), [("brief.md", "#"), ("brief.html", "<!doctype html>")])
def test_brief_writes_a_file(detente_, record, name, head):
    result = detente_("brief", "CHN", "JPN", "-o", name)
    assert (result.code, result.out) == (0, ""), result.err
    written = (record / name).read_text()
    assert written.lower().startswith(head)
    for words in ("Yohei Kono", "Li Qiang in Beijing.", "over the islands."):  # the trigger between is marked
        assert words in written


@pytest.mark.parametrize(
    ("tokens", "code", "message"),
    [
        (("brief", "CHN", "JPN"), 2, "--output"),
        (("brief", "CHN", "JPN", "-o", "brief.doc"), 2, "brief.doc"),
        (("brief", "CHN", "JPN", "-o", "no/folder/brief.md"), 1, "can't write no/folder/brief.md"),
        (("brief", "FRA", "DEU", "-o", "brief.md"), 1, "CHN"),
        (("index", "CHN", "JPN", "--freq", "decade"), 2, "--freq"),
        (("index", "CHN", "CHN"), 2, "both CHN"),
        (("show", "CHN", "JPN", "--on", "2024"), 2, "is no day"),
    ],
)
def test_what_is_refused(detente_, record, tokens, code, message):
    result = detente_(*tokens)
    assert result.code == code
    assert message in result.err
    assert "Traceback" not in result.err


def occurrence(day, root="CONSULT"):
    date = dt.date.fromisoformat(day)
    return Occurrence(day, root, None, ("CHN", "JPN"), (), Modality.HAPPENED, When(date, date, Precision.DAY), None, ())


@pytest.mark.parametrize(
    ("days", "width", "expected"),
    [
        (["2024-01-05", "2024-03-05"], 12, ("month", "2024-01", "2024-03", (2.5, None, 2.5))),
        (["2024-01-05", "2024-07-05"], 4, ("quarter", "2024-Q1", "2024-Q3", (2.5, None, 2.5))),
        (["2020-01-05", "2024-07-05"], 4, ("year", "2021", "2024", (None, None, None, 2.5))),
    ],
)
def test_scores_take_the_finest_period_that_fits(days, width, expected):
    series = score_series(map(occurrence, days), ("CHN", "JPN"), width)
    assert (series.unit, series.first, series.last, series.values) == expected


def test_no_dated_occurrence_has_no_series():
    assert score_series([], ("CHN", "JPN"), 10) is None


def test_sparkline():
    assert sparkline([-10, None, 10, 99]) == "▁·██"


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, None),
        ("2024-07-01", "2024-07-01", "2024-07-01"),
        ("2024-07-17", "2024-07-19", "2024-07-17/19"),
        ("2024-06-28", "2024-07-02", "2024-06-28/07-02"),
        ("2024-06", "2024-08", "2024-06/08"),
        ("2023-12-30", "2024-01-02", "2023-12-30/2024-01-02"),
        ("2023", "2024", "2023/2024"),
    ],
)
def test_dates_write_what_both_ends_share_once(start, end, shown):
    assert show_dates(start, end) == shown


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-08-01", "today"),
        ("2024-07-31", "1 day ago"),
        ("2024-07-01", "31 days ago"),
        ("2024-02-01", "6 months ago"),
        ("2018-08-01", "6.0 years ago"),
        ("2024-08-02", "still ahead"),
    ],
)
def test_how_long_ago(day, said):
    assert _ago(dt.date.fromisoformat(day), dt.date(2024, 8, 1)) == said


def test_a_shortened_sentence_keeps_its_trigger():
    sentence = "After a long introduction that tells of other things altogether, Japan condemned China on Monday again."
    short = shorten(sentence, "condemned", 40)
    assert "condemned" in short
    assert len(short) <= 42
    assert shorten("Short.", "Short", 40) == "Short."
