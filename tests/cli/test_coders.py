"""`classify`: marked pairs in, one code a row out, in order."""

import json
import types

import pytest

from detente.cli.coders import read_pairs
from detente.errors import EmptyInput, MalformedInput
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


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('sentence\tsource\ttarget\n"Ban it," A told B.\tA\tB\n', '"Ban it," A told B.'),
        ('sentence\tsource\ttarget\n"A told B to ""ban"" it."\tA\tB\n', 'A told B to "ban" it.'),
        ('sentence\tsource\ttarget\r\n"A met B."\tA\tB\r\n', "A met B."),
        ('sentence\tsource\ttarget\n"A met\nB."\tA\tB\n', "A met\nB."),
        ("\ufeffsentence\tsource\ttarget\nA met B.\tA\tB\n\n", "A met B."),
    ],
)
def test_quoting_is_read_as_it_was_written(folder, text, sentence):
    (folder / "pairs.tsv").write_text(text, newline="")
    (row,) = read_pairs("pairs.tsv")
    assert row == {"sentence": sentence, "source": "A", "target": "B"}


@pytest.mark.parametrize(
    ("text", "error"),
    [("", EmptyInput), ("a\tb\n1\t2\n", MalformedInput), ("sentence\tsource\ttarget\nA met B.\tA\n", MalformedInput)],
)
def test_a_file_that_breaks_the_format(detente_, folder, text, error):
    (folder / "pairs.tsv").write_text(text)
    with pytest.raises(error, match=r"pairs\.tsv"):
        read_pairs("pairs.tsv")
    result = detente_("classify", "pairs.tsv")
    assert result.code == 1
    assert "Traceback" not in result.err


def test_a_file_that_is_not_there(detente_):
    result = detente_("classify", "missing.tsv")
    assert (result.code, result.out) == (1, "")
    assert "missing.tsv: can't be read" in result.err


def test_gold_that_is_not_there(detente_):
    assert detente_("evaluate", "missing").code == 1
