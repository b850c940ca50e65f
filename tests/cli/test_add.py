"""`detente add`: what goes in, what is skipped, what fails, and what a stop leaves behind."""

import os

import pytest

from detente.store import Outcome, Store


def totals():
    with Store.open("detente.db", create=False) as store:
        summary = store.summary()
    return summary.documents, summary.events, summary.occurrences, summary.contacts


def test_a_folder_becomes_a_record(detente_, folder, build):
    (folder / "articles").mkdir()
    (folder / "articles/a.txt").write_text(build.VISIT)
    (folder / "articles/b.txt").write_text("Nothing happened.")
    result = detente_("add", "articles")
    assert result.code == 0
    assert totals() == (2, 3, 3, 2)
    assert result.err == ""
    for said in ("2 documents added", "2024-07-01", "China – Japan", "detente show CHN JPN"):
        assert said in result.out


def test_again_is_a_no_op_that_reads_nothing(detente_, folder, build, engine, monkeypatch):
    (folder / "a.txt").write_text(build.VISIT)
    detente_("add", "a.txt")
    before = (folder / "detente.db").read_bytes()
    engine.coded.clear()

    from detente import reading

    monkeypatch.setattr(reading, "read_path", lambda *_a, **_k: pytest.fail("was read again"))
    result = detente_("add", "a.txt")
    assert (result.code, engine.coded) == (0, [])
    assert "0 documents added, 1 already there" in result.out
    assert (folder / "detente.db").read_bytes() == before


def test_a_file_that_was_only_touched_is_not_read_again(detente_, folder, engine):
    (folder / "a.txt").write_text("One.")
    detente_("add", "a.txt")
    os.utime(folder / "a.txt", (1, 1))
    detente_("add", "a.txt")
    assert engine.coded == ["a.txt"]


def test_a_file_that_has_changed_is_read_again(detente_, folder, engine):
    (folder / "a.txt").write_text("One.")
    detente_("add", "a.txt")
    (folder / "a.txt").write_text("Two.")
    detente_("add", "a.txt")
    assert engine.coded == ["a.txt", "a.txt"]
    assert totals()[0] == 2


def test_the_same_text_under_two_names_is_one_document(detente_, folder, build, engine):
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(build.VISIT)
    result = detente_("add", ".")
    assert "1 document added, 1 already there" in result.out
    with Store.open("detente.db") as store:
        (document,) = store.documents()
        assert store.sources(document.id) == ("a.txt", "b.txt")
        assert store.seen_input(str(folder / "b.txt")).outcome is Outcome.DONE
    assert len(engine.coded) == 1


def test_what_fails_is_named_and_the_rest_is_done(detente_, folder):
    (folder / "a.txt").write_text("Good.")
    (folder / "empty.txt").write_text("")
    (folder / "many.jsonl").write_text("One.\n\nBROKEN\n\nThree.")
    result = detente_("add", "a.txt", "empty.txt", "many.jsonl", "missing.txt")
    assert result.code == 3
    assert result.err.splitlines() == [
        "detente: empty.txt: the file is empty",
        "detente: many.jsonl#2: is broken",
        "detente: missing.txt: no such file or folder",
    ]
    assert "3 documents added, 3 failed" in result.out
    assert totals()[0] == 3


def test_what_failed_is_tried_and_named_again(detente_, folder):
    (folder / "many.jsonl").write_text("One.\n\nBROKEN")
    first, second = detente_("add", "many.jsonl"), detente_("add", "many.jsonl")
    assert first.code == second.code == 3
    assert first.err == second.err
    assert "0 documents added, 1 already there, 1 failed" in second.out


def test_text_that_no_database_keeps_fails_alone(detente_, folder):
    (folder / "a.txt").write_text("With\x00NUL.")
    (folder / "b.txt").write_text("Good.")
    result = detente_("add", ".")
    assert result.code == 3
    assert "a.txt: the text holds a NUL character" in result.err
    assert totals()[0] == 1


def test_an_interrupt_leaves_whole_documents_and_says_how_to_go_on(detente_, folder, build, engine):
    (folder / "a.txt").write_text(build.VISIT)
    (folder / "b.jsonl").write_text("One.\n\nTwo.\n\nStop here.\n\nFour.")
    engine.stop_at = "Stop"
    result = detente_("add", "a.txt", "b.jsonl")
    assert result.code == 130
    assert "To go on where it stopped: detente add a.txt b.jsonl" in result.err
    assert totals() == (3, 3, 3, 2)
    engine.stop_at = None
    engine.coded.clear()
    assert detente_("add", "a.txt", "b.jsonl").code == 0
    assert engine.coded == ["b.jsonl#3", "b.jsonl#4"]
    assert totals()[0] == 5


def test_a_kill_leaves_a_record_that_the_next_command_completes(detente_, folder, build, engine):
    class Killed(BaseException):
        """Nothing of ours catches it, as nothing catches SIGKILL."""

    (folder / "a.txt").write_text(build.VISIT)
    (folder / "b.txt").write_text("Stop here.")
    engine.stop_at, engine.error = "Stop", Killed
    with pytest.raises(Killed):
        detente_("add", ".")
    assert totals() == (1, 3, 0, 0)
    assert detente_("contacts", "--format", "jsonl").out.count("\n") == 1
    engine.stop_at = None
    assert detente_("add", "a.txt", "b.txt").code == 0
    assert totals() == (2, 3, 3, 2)


def test_verbose_says_what_was_left_by_reason(detente_, folder, build):
    (folder / "a.txt").write_text(build.VISIT)
    result = detente_("add", "a.txt", "-v")
    assert "3 events from 3 sentences" in result.out
    assert "3  one party" in result.out


def test_quiet_says_nothing_but_what_failed(detente_, folder):
    (folder / "a.txt").write_text("Good.")
    assert detente_("add", "a.txt", "--quiet").out == ""
    assert "missing.txt" in detente_("add", "missing.txt", "--quiet").err


def test_options_reach_the_reader(detente_, folder):
    (folder / "a.txt").write_text("Good.")
    detente_("add", "a.txt", "--published", "2024-07-26", "--outlet", "NHK World", "--db", "other.db")
    with Store.open("other.db", create=False) as store:
        (document,) = store.documents()
    assert (str(document.published), document.outlet) == ("2024-07-26", "NHK World")


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        ((), "nothing to add"),
        (("a.txt", "--published", "yesterday"), "'yesterday' is no date"),
        (("a.txt", "--published", "2024-07"), "'2024-07' is no day"),
        (("a.txt", "--workers", "0"), "give 1 or more"),
        (("a.txt", "--workers", "many"), "many"),
        (("a.txt", "--db", "a.txt"), "a.txt is not a Détente database"),
        (("a.txt", "--db", "."), "is a directory"),
    ],
)
def test_wrong_use(detente_, folder, tokens, message):
    (folder / "a.txt").write_text("Good.")
    result = detente_("add", *tokens)
    assert result.code == 2
    assert message in result.err
    assert "Traceback" not in result.err
    assert (folder / "a.txt").read_text() == "Good."
