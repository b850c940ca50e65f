"""The labelled sentences of statements keep their format, and their marks survive the hiding of names."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parent.parent / "training" / "statements"


def load(name: str) -> ModuleType:
    """A module of training, which is no part of the package."""
    spec = importlib.util.spec_from_file_location(f"training.statements.{name}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


sentences = load("sentences")
unlabelled = load("unlabelled")


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
    ordinary, signal, none = sentences.read_all(tmp_path)
    assert [one.text for one in ordinary] == ["Rain fell.", "It stopped."]
    assert all(one.known == set(sentences.KINDS) - {"signal"} for one in ordinary)
    assert [one.kinds for one in (*signal, *none)] == [{"signal"}, set()]
    assert [(name, span.of(signal[0].text)) for name, span in signal[0].spans] == [
        ("friendly", "praised Peru"),
        ("unfriendly", "kept its ban"),
    ]


def test_each_sentence_of_a_line_of_voices_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "voices").mkdir()
    read(tmp_path / "voices", "S\tKenya {p praised Peru}. It rained. The next day Nairobi {n kept its ban}.\n")
    ((first, second, third),) = sentences.read_all(tmp_path)
    assert [one.labels for one in (first, second, third)] == [("S",), (), ("S",)]
    assert [(name, span.of(third.text)) for name, span in third.spans] == [("unfriendly", "kept its ban")]


def test_voices_of_an_article_may_be_sentences_apart(tmp_path: Path) -> None:
    told = [
        {"article": 2, "p": [1, "praised Peru"], "n": [3, "kept its ban"], "doubt": False},
        {"article": 2, "p": [1, "praised Peru"], "n": [2, "fell"], "doubt": True},
    ]
    (tmp_path / "a.signals.jsonl").write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    (first, *_), (praise, rain, ban) = read(
        tmp_path, ".\tIt stopped.\n.\tIt began.\n\n.\tKenya praised Peru.\n.\tRain fell.\nC\tNairobi kept its ban.\n"
    )
    assert [one.labels for one in (first, praise, rain, ban)] == [(), ("S",), (), ("C", "S")]
    assert [(name, span.of(ban.text)) for name, span in ban.spans] == [("unfriendly", "kept its ban")]
    assert ["signal" in one.known for one in (first, praise, rain, ban)] == [True, True, False, True]
    assert not ban.is_marked  # its promise isn't


def test_a_voice_that_does_not_stand_in_its_sentence_is_named(tmp_path: Path) -> None:
    told = {"article": 1, "p": [1, "praised Peru"], "n": [1, "kept its ban"], "doubt": False}
    (tmp_path / "a.signals.jsonl").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.signals\.jsonl:1"):
        read(tmp_path, ".\tKenya praised Peru.\n")


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
    assert one.known == set(sentences.KINDS) - {"assessment", "signal"}
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


def test_articles_without_labels_are_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# Ports\nKenya left. Peru stayed.\nRain fell.\n\n# Rain\nIt stopped.\n", "utf-8")
    articles = list(unlabelled.read_unlabelled(tmp_path))
    assert [[one.text for one in article] for article in articles] == [
        ["Kenya left.", "Peru stayed.", "Rain fell."], ["It stopped."]
    ]  # fmt: skip
    assert not any(one.known or one.labels for article in articles for one in article)


def test_there_are_articles_without_labels() -> None:
    articles = list(unlabelled.read_unlabelled())
    assert len(articles) > 400
    texts = [one.text for article in articles for one in article if len(one.text.split()) > 10]
    assert len(set(texts)) > 0.999 * len(texts)
