"""The labelled sentences of statements keep their format, and their marks survive the hiding of names."""

import importlib.util
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "training" / "statements"
_spec = importlib.util.spec_from_file_location("statement_sentences", FOLDER / "sentences.py")
assert _spec is not None
assert _spec.loader is not None
sentences = importlib.util.module_from_spec(_spec)
sys.modules["statement_sentences"] = sentences
_spec.loader.exec_module(sentences)


def read(folder: Path, text: str) -> list:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return sentences.read_passages(folder / "a.txt")


def test_every_file_reads_and_no_sentence_stands_twice() -> None:
    texts = [
        one.text
        for file in sentences.DATA.rglob("*.txt")
        for passage in sentences.read_passages(file)
        for one in passage
    ]
    assert len(texts) > 30_000
    long = [text for text in texts if len(text.split()) > 6]
    assert len(set(long)) == len(long)


def test_lines_of_voices_are_labelled_for_signals_alone(tmp_path: Path) -> None:
    (tmp_path / "voices").mkdir()
    read(tmp_path, ".\tRain fell. \n.\tIt stopped.\n")
    read(tmp_path / "voices", "S\tKenya {p praised Peru}, yet {n kept its ban}.\n.\tPeru praised Kenya.\n")
    ordinary, signal, none, pair = sentences.read_all(tmp_path)
    assert [one.text for one in ordinary] == ["Rain fell.", "It stopped."]
    assert all(one.known == set(sentences.KINDS) for one in ordinary)
    assert [one.kinds for one in (*signal, *none)] == [{"signal"}, set()]
    assert [(name, span.of(signal[0].text)) for name, span in signal[0].spans] == [
        ("friendly", "praised Peru"),
        ("unfriendly", "kept its ban"),
    ]
    assert [(one.text, one.known) for one in pair] == [("Rain fell. It stopped.", {"signal"})]


def test_whole_articles_can_be_read_alone(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    read(tmp_path, ".\tRain fell.\n")
    read(tmp_path / "articles", ".\tIt stopped.\n")
    assert [[one.text for one in passage] for passage in sentences.read_all(tmp_path, articles=True)] == [
        ["It stopped."]
    ]
    assert len(sentences.read_all(tmp_path)) == 2


def test_a_kind_in_doubt_is_not_asked_for(tmp_path: Path) -> None:
    ((one,),) = read(tmp_path, "A? C\tKenya will {w leave}.\n")
    assert one.kinds == {"commitment"}
    assert one.known == set(sentences.KINDS) - {"assessment"}
    assert one.is_marked


@pytest.mark.parametrize(
    ("line", "marked"),
    [(".\tRain fell.", True), ("A-\tIt was wrong.", True), ("E\tIt is weak.", False), ("D?\tThe ban stays.", False)],
)
def test_marks_are_asked_for_where_they_are_told(tmp_path: Path, line: str, marked: bool) -> None:
    ((one,),) = read(tmp_path, f"{line}\n")
    assert one.is_marked is marked


def test_passages_labels_and_marks(tmp_path: Path) -> None:
    first, second = read(
        tmp_path, "P A-\tKenya should {a leave Peru alone}.\n.\tRain fell.\n\nEw\t{c Rain} {e spoiled it}.\n"
    )
    assert [one.kinds for one in first] == [{"prescription", "assessment"}, set()]
    assert [(name, span.of(first[0].text)) for name, span in first[0].spans] == [("action", "leave Peru alone")]
    assert [(name, span.of(second[0].text)) for name, span in second[0].spans] == [
        ("cause", "Rain"),
        ("effect", "spoiled it"),
    ]


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("P Kenya should go.", "not one tab"),
        ("Q\tKenya should go.", "no such label: Q"),
        ("P P\tKenya should go.", "a label twice"),
        ("P\tKenya should {a go.", "isn't closed"),
        ("P\tKenya should {x go}.", "marks nothing"),
        ("A-\tKenya should {a go}.", "marks without their label: action"),
    ],
)
def test_what_breaks_the_format_is_named_with_its_line(tmp_path: Path, line: str, finding: str) -> None:
    with pytest.raises(ValueError, match=finding) as caught:
        read(tmp_path, f".\tRain fell.\n{line}\n")
    assert "a.txt:2" in str(caught.value)


def test_marks_move_with_the_names_that_are_hidden(tmp_path: Path) -> None:
    (passage,) = read(tmp_path, "Ei P\t{c Kenya's new law} helps, and Peru should {a thank Kenya for it}.\n")
    (blind,) = sentences.blinded(passage)
    assert "Kenya" not in blind.text
    assert [name for name, _ in blind.spans] == ["cause", "action"]
    cause, action = (span.of(blind.text) for _, span in blind.spans)
    assert cause.endswith("new law")
    assert action.startswith("thank ")
    assert action.endswith(" for it")
