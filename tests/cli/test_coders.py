"""`classify`: marked pairs in, one code a row out, in order."""

import json
import types

import pytest

from detente.records import Modality


@pytest.fixture(autouse=True)
def coder(monkeypatch):
    """Codes every pair whose sentence says "banned"."""
    from detente import coding

    def classify(pairs):
        return [
            types.SimpleNamespace(
                sources=(pair.source,), targets=(pair.target,), root="SANCTION", mode=None,
                modality=Modality.HAPPENED, confidence=0.75,
            )
            if "banned" in str(pair.sentence)
            else None
            for pair in pairs
        ]  # fmt: skip

    monkeypatch.setattr(coding, "load_coder", lambda _name: types.SimpleNamespace(classify=classify))


def test_one_row_a_pair_in_order(detente_, folder):
    (folder / "pairs.tsv").write_text(
        "sentence\tsource\ttarget\n"
        "China banned seafood from Japan.\tChina\tJapan\n"
        "China likes Japan.\tChina\tJapan\n"
        '"China banned it," Japan said.\tChina\tJapan\n'
    )
    result = detente_("classify", "pairs.tsv")
    assert result.code == 0
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert [list(row) for row in rows] == [["root", "direction", "mode", "modality", "confidence"]] * 3
    assert [row["root"] for row in rows] == ["SANCTION", None, "SANCTION"]
    assert rows[0]["direction"] == "forward"
    assert rows[1] == {"root": None, "direction": None, "mode": None, "modality": None, "confidence": 0.0}


def test_a_file_that_breaks_the_format(detente_, folder):
    (folder / "pairs.tsv").write_text("a\tb\n1\t2\n")
    result = detente_("classify", "pairs.tsv")
    assert result.code == 1
    assert "pairs.tsv: has the columns a, b" in result.err
    assert "Traceback" not in result.err


def test_a_file_that_is_not_there(detente_):
    result = detente_("classify", "missing.tsv")
    assert (result.code, result.out) == (1, "")
    assert "missing.tsv: can't be read" in result.err


def test_gold_that_is_not_there(detente_):
    assert detente_("evaluate", "missing").code == 1


GOLD = (
    "marked_sentence\troot\n<s>China</s> banned fish from <t>Japan</t>.\t{}\n<s>China</s> likes <t>Japan</t>.\tNONE\n"
)


def test_marked_pairs_are_scored(detente_, folder):
    (folder / "gold.tsv").write_text(GOLD.format("SANCTION"))
    result = detente_("evaluate", "gold.tsv", "--format", "jsonl")
    figures = {row["what"]: row for row in map(json.loads, result.out.splitlines())}
    assert figures["roots: accuracy"]["value"] == 1.0
    assert figures["roots: accuracy"]["pairs"] == 2
    assert "2 marked pairs" in result.err


@pytest.mark.parametrize(
    ("part", "row"),
    [
        ("classes", {"root": "NONE", "precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1, "found": 1}),
        ("confusion", {"gold": "ACCUSE", "found": "SANCTION", "pairs": 1}),
        ("calibration", {"low": 0.7, "high": 0.8, "confidence": 0.75, "accuracy": 0.0, "pairs": 1}),
    ],
)
def test_the_parts_of_a_report(detente_, folder, part, row):
    (folder / "gold.tsv").write_text(GOLD.format("ACCUSE"))
    result = detente_("evaluate", "gold.tsv", "--show", part, "--format", "jsonl")
    assert row in [json.loads(line) for line in result.out.splitlines()]


def test_figures_are_kept_by_version(detente_, folder):
    (folder / "gold.tsv").write_text(GOLD.format("SANCTION"))
    for _ in range(2):
        assert detente_("evaluate", "gold.tsv", "--keep", "results.csv").code == 0
    header, *rows = (folder / "results.csv").read_text().splitlines()
    assert header.startswith("version,coder,set,pairs,what,value")
    assert len(rows) == 14
    assert all(",blind.v1,gold,2," in row for row in rows)


@pytest.mark.parametrize(
    ("text", "message"),
    [(GOLD.format("BAN"), "gold.tsv#1"), ("marked_sentence\n<s>A</s> met <t>B</t>.\n", "no column root")],
)
def test_gold_pairs_that_break_the_format(detente_, folder, text, message):
    (folder / "gold.tsv").write_text(text)
    result = detente_("evaluate", "gold.tsv")
    assert result.code == 1
    assert message in result.err


def test_parts_are_of_pairs_alone(detente_, folder):
    assert detente_("evaluate", "missing", "--show", "classes").code == 2
