"""The table of sentences in ``expressions.txt``, read as a domain expert writes it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from detente.dating import Dated, find_dates, format_when
from detente.records import Precision, Span

TABLE = Path(__file__).with_name("expressions.txt")


class Row(NamedTuple):
    sentence: str
    published: dt.date | None
    marked: list[str]
    expected: list[str]


def read_table() -> list[Row]:
    rows, published = [], None
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("@"):
            given = line[1:].strip()
            published = None if given == "none" else dt.date.fromisoformat(given)
        elif line and not line.startswith("#"):
            marked, _, expected = line.partition(" -> ")
            sentence = re.sub(r"[\[\]]", "", marked)
            rows.append(
                Row(
                    sentence,
                    published,
                    re.findall(r"\[(.*?)\]", marked),
                    [e for e in expected.split("; ") if e],
                )
            )
    return rows


def describe(dated: Dated) -> str:
    start, end = format_when(dated.when)
    date = "" if start is None else f"{start} " if start == end else f"{start}..{end} "
    return f"{date}{dated.when.precision} {dated.role}"


ROWS = read_table()


def test_table_is_well_formed() -> None:
    assert len(ROWS) > 150
    assert all(len(row.marked) == len(row.expected) for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.sentence[:60])
def test_sentence(row: Row) -> None:
    (dates,) = find_dates(row.sentence, [Span(0, len(row.sentence))], row.published)
    found = [(dated.text, describe(dated)) for dated in dates.expressions]
    assert found == list(zip(row.marked, row.expected, strict=True))
    for dated in dates.expressions:
        assert (dated.when.precision is Precision.UNKNOWN) == (dated.when.reason is not None)
