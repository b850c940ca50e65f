"""`concordance` and `phrases`, over three articles."""

import json

import pytest

ARTICLES = {
    "a.txt": ("2018-05-09", "China and Japan sought win-win cooperation in the northern harbour towns."),
    "b.txt": ("2018-10-26", "Japan and China spoke of win-win cooperation in the northern harbour towns."),
    "c.txt": ("2024-04-16", "China told Japan that win-win cooperation in the northern harbour towns was back."),
}


@pytest.fixture
def record(detente_, folder):
    for name, (day, text) in ARTICLES.items():
        (folder / name).write_text(text)
        assert detente_("add", name, "--published", day).code == 0


def rows(result):
    assert result.code == 0
    return [json.loads(line) for line in result.out.splitlines()]


def test_every_use_with_what_stands_around_it(detente_, record):
    found = rows(detente_("concordance", "win win cooperation", "--format", "jsonl"))
    assert [line["date"] for line in found] == ["2018-05-09", "2018-10-26", "2024-04-16"]
    assert found[0]["left"] == "China and Japan sought "
    assert found[0]["source"] == "a.txt"
    assert rows(detente_("concordance", "win win cooperation", "--limit", "1", "--format", "jsonl")) == found[:1]
    assert rows(detente_("concordance", "no such words", "--format", "jsonl")) == []


def test_phrases_that_recur(detente_, record):
    (found,) = rows(detente_("phrases", "--format", "jsonl"))
    assert found["words"].endswith("northern harbour towns")
    assert found["documents"] == 3
    assert rows(detente_("phrases", "--least", "4", "--format", "jsonl")) == []


def test_tables(detente_, record):
    assert "win-win cooperation" in detente_("concordance", "win-win cooperation").out
    assert "northern harbour towns" in detente_("phrases").out
