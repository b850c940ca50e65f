"""Every listing in every form: as many rows in each, with the columns that it has."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
READ = ["northeast-review-feed.xml", "commentary-seafood-and-summits.html", "seoul-trilateral-summit.txt"]
ALWAYS = [
    "claims",
    "causes",
    "concordance talks",
    "phrases --least 2",
    *(f"triangle CHN JPN USA --least 2 --freq year --show {part}" for part in ("periods", "sides", "spells")),
    "blocs --least 1",
    "blocs --least 1 --freq year",
    "matrix --top 8",
]
LISTINGS = [
    *ALWAYS, "triangle CHN JPN USA --least 2 --freq year --show roles",
    "documents", "actors", "events", "occurrences", "contacts", "commitments", "prescriptions", "disputes",
    "signals", "formulations", "metrics", "claims --by speaker", "index CHN JPN", "index CHN JPN --scale quad",
    "thirds CHN JPN", "index CHN JPN --measure bounded --bands",
    "distance CHN JPN", "momentum CHN JPN", "turning-points CHN JPN",
    "responses CHN JPN", "tracks CHN JPN", "map JPN --chart map.svg",
]  # fmt: skip


@pytest.fixture(scope="module")
def coded(tmp_path_factory):
    """A record of a few example articles."""
    from detente.cli.running import run

    db = tmp_path_factory.mktemp("coded") / "detente.db"
    assert run(["add", *(str(ARTICLES / name) for name in READ), "--db", str(db)]) == 0
    return db


@pytest.mark.parametrize("listing", LISTINGS)
def test_every_form_has_the_rows(detente_, folder, coded, listing):
    command = [*listing.split(), "--db", coded]
    lines = detente_(*command, "--format", "jsonl")
    assert lines.code == 0, lines.err
    rows = [json.loads(line) for line in lines.out.splitlines()]
    assert rows or listing not in ALWAYS
    assert json.loads(detente_(*command, "--format", "json").out) == rows

    table = list(csv.DictReader(io.StringIO(detente_(*command, "--format", "csv").out)))
    assert len(table) == len(rows)
    assert detente_(*command, "-o", "rows.parquet").code == 0
    read = pq.read_table("rows.parquet")
    assert read.num_rows == len(rows)
    for row, cells in zip(rows, table, strict=True):
        columns = set(row) - {"sides", "roles"}  # of a triangle: tables of their own, with --show
        assert columns <= set(cells)
        assert columns <= set(read.column_names)
