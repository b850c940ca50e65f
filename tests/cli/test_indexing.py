"""What ``index`` can be asked to measure, and what it refuses."""

import csv
import io
import json

import pyarrow.parquet as pq
import pytest

from detente.knowledge.cameo import cameo

QUADS = ["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
EVENTS = """\
Government (China)\tMake a visit\tGovernment (Japan)\t2024-08-02
Government (China)\tImpose embargo, boycott, or sanctions\tGovernment (Japan)\t2024-08-09
Government (Japan)\tCriticize or denounce\tGovernment (China)\t2024-08-20
Government (Japan)\tProvide economic aid\tGovernment (China)\t2024-10-01
"""


@pytest.fixture
def imported(record, detente_):
    """The record, with four events that others coded beside its own of July."""
    (record / "events.tsv").write_text(EVENTS, encoding="utf-8")
    result = detente_("import", "icews", "events.tsv")
    assert result.code == 0, result.err
    return record


@pytest.fixture
def rows(detente_):
    """Asks for an index; {(period, direction): row}, and what was said."""

    def ask(*options):
        result = detente_("index", "CHN", "JPN", *options, "--format", "json")
        assert result.code == 0, result.err
        return {(row.pop("period"), row.pop("direction")): row for row in json.loads(result.out)}, result.err

    return ask


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), {"mean": -1}),  # a visit 4, an embargo -6
        (("--measure", "sum"), {"sum": -2}),
        (("--measure", "net"), {"net": 0}),
        (("--measure", "net", "--scale", "plover"), {"net": pytest.approx(-2 / 10)}),
        (("--measure", "count"), {}),
        (("--scale", "quad"), dict(zip(QUADS, (1, 0, 0, 1), strict=True))),
        (("--scale", "goldstein"), {"mean": pytest.approx((1.9 + cameo()["163"].goldstein) / 2)}),
    ],
)
def test_what_is_measured(imported, rows, options, expected):
    found, _ = rows(*options)
    there = found["2024-08", "CHN>JPN"]
    assert there == {**expected, "count": 2, "reports": 2}


def test_the_bounded_score_goes_on_from_july(imported, rows):
    score = 0.25  # a meeting
    score += 0.4 * (9 - score) / 9
    score -= 0.6 * (9 + score) / 9
    assert rows("--measure", "bounded")[0]["2024-08", "CHN>JPN"] == {
        "bounded": pytest.approx(score), "grade": "discord", "count": 2, "reports": 2,
    }  # fmt: skip


def test_a_scale_of_ones_own(imported, rows):
    (imported / "own.csv").write_text("CONSULT:visit,1\nACCUSE,-3\n")
    found, said = rows("--scale", "own.csv")
    assert found["2024-08", "CHN>JPN"] == {"mean": 1, "count": 1, "reports": 1}
    assert found["2024-08", "JPN>CHN"] == {"mean": -3, "count": 1, "reports": 1}
    assert "3 without a score on the scale own.csv" in said  # the embargo, the aid, and the meeting of July


def test_a_track(imported, rows):
    found, said = rows("--track", "economic")
    assert found["2024-08", "CHN>JPN"]["mean"] == -6
    assert found["2024-10", "JPN>CHN"]["mean"] == 10
    assert "4 not on the track economic" in said  # one of them without a date


def test_a_half_life_asks_for_the_stock(imported, rows):
    found, _ = rows("--half-life", "30")
    assert found["2024-10", "JPN>CHN"]["stock"] == pytest.approx(
        2.5 * 2 ** (-122 / 30) - 2 * 2 ** (-72 / 30) + 10 * 2 ** (-30 / 30)
    )
    assert found["2024-09", "JPN>CHN"]["count"] == 0
    assert found["2024-09", "JPN>CHN"]["stock"] is not None


def test_what_an_option_leaves_open_is_said(imported, rows):
    assert "half-life of 90 days" in rows("--measure", "stock")[1]
    assert "starts from 0" in rows("--measure", "bounded")[1]
    assert "starts from" not in rows("--initial", "-3")[1]
    assert rows("--initial", "-3")[0]["2024-07", "CHN-JPN"]["grade"] == "discord"


def test_imported_events_are_told_apart(imported, rows):
    found, said = rows()
    assert "occurrences by who coded them: detente 1, icews 4; --coder takes one alone" in said
    assert min(found)[0] == "2024-07"
    found, said = rows("--coder", "icews")
    assert "icews 4" in said
    assert min(found)[0] == "2024-08"
    found, said = rows("--coder", "detente")
    assert set(found) == {("2024-07", direction) for direction in ("CHN>JPN", "JPN>CHN", "CHN-JPN")}
    assert "nothing coded by gdelt; what is on record is from detente, icews" in rows("--coder", "gdelt")[1]


def test_bands_in_every_form(detente_, imported, rows):
    found, _ = rows("--bands", "--freq", "year")
    row = found["2024", "CHN-JPN"]
    assert list(row) == ["mean", "low", "high", "count", "reports"]
    assert row["low"] < row["mean"] < row["high"]
    assert rows("--bands", "--freq", "year", "--seed", "1")[0] != found
    assert rows("--bands", "--freq", "year", "--seed", "0")[0] == found
    asked = ("index", "CHN", "JPN", "--bands", "--freq", "year")
    table = list(csv.DictReader(io.StringIO(detente_(*asked, "--format", "csv").out)))
    assert [float(line["low"]) for line in table] == pytest.approx([line["low"] for line in found.values()])
    assert detente_(*asked, "-o", "x.parquet").code == 0
    assert pq.read_table("x.parquet").schema.names == ["period", "direction", "mean", "low", "high", "count", "reports"]
    assert f"{row['mean']:+.1f} [{row['low']:+.1f}, {row['high']:+.1f}] (5)" in detente_(*asked).out


@pytest.mark.parametrize("measure", ["sum", "net", "count", "quad", "stock", "bounded"])
def test_every_measure_is_written_in_every_form(detente_, imported, rows, measure):
    options = ("--measure", measure, "--freq", "quarter")
    found, _ = rows(*options)
    assert detente_("index", "CHN", "JPN", *options, "-o", "x.parquet").code == 0
    kept = pq.read_table("x.parquet").to_pylist()
    assert [{key: line[key] for key in row} for line, row in zip(kept, found.values(), strict=True)] == list(
        found.values()
    )
    assert "2024-Q3" in detente_("index", "CHN", "JPN", *options).out


def test_quad_counts_as_a_table(detente_, imported):
    lines = detente_("index", "CHN", "JPN", "--measure", "quad", "--freq", "year").out.splitlines()
    assert lines[1].split() == ["2024", "CHN>JPN", "2", "0", "0", "1"]
    assert lines[3].split() == ["2024", "CHN-JPN", "2", "1", "1", "1"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--scale", "nope.csv"), "nope.csv: No such file or directory; a scale is plover, goldstein, quad"),
        (("--scale", "events.tsv"), "events.tsv:1:"),
        (("--half-life", "0"), "a half-life of 0 days: give a number above 0"),
        (("--half-life", "30", "--measure", "mean"), "--half-life is an option of --measure stock"),
        (("--half-life", "30", "--initial", "2"), "--initial is an option of --measure bounded"),
        (("--initial", "10"), "an initial score of 10: give one from -9 to 9"),
        (("--unit", "0"), "a unit of 0: give one above 0"),
        (("--measure", "quad", "--bands"), "counts by quad class have none"),
        (("--measure", "count", "--scale", "goldstein"), "--measure count counts, and weighs nothing"),
        (("--track", "military"), "--track"),
        (("--measure", "median"), "--measure"),
        (("--seed", "-1"), "--seed"),
        (("--measure", "quad", "--chart", "x.svg"), "--chart draws levels"),
    ],
)
def test_what_is_refused(detente_, imported, options, said):
    result = detente_("index", "CHN", "JPN", *options)
    assert result.code == 2
    assert said in result.err
    assert "Traceback" not in result.err
