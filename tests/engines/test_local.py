"""Coding on this machine: order, failures in their place, and what one bad document costs the others."""

import hashlib
import itertools
import logging
import sys

import pytest

from detente.coding import Coding
from detente.engines.local import code_all
from detente.errors import (
    DetenteError,
    EmptyInput,
    KnowledgeError,
    MalformedInput,
    MissingExtra,
    UncodableInput,
    UnknownCoder,
    UnreadableInput,
    WorkerDied,
)
from detente.records import Document, Ledger


def document(text: str, source: str) -> Document:
    return Document(hashlib.sha256(text.encode()).hexdigest()[:16], source, text)


def article(how: str, number: int = 0) -> Document:
    return document(f"Kenya blamed Brazil {how}. It was report {number}.", f"{how.replace(' ', '-')}-{number}.txt")


def told(results: list) -> list:
    """Each result as a line: the events of a coding, or the error."""
    return [
        f"{one.document.source}: {len(one.events)}" if isinstance(one, Coding) else f"{type(one).__name__} {one.source}"
        for one in results
    ]


BAD_INPUTS = [
    UnreadableInput("gone.txt", "no such file"),
    EmptyInput("void.txt", "no text"),
    MalformedInput("list.csv#3", "no column text"),
]


@pytest.mark.usefixtures("strange_coders")
@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order_with_failed_inputs_in_their_place(workers: int) -> None:
    given = [BAD_INPUTS[0], *(article("daily", n) for n in range(20)), BAD_INPUTS[1], article("weekly"), BAD_INPUTS[2]]
    results = list(code_all(given, "plain.v1", workers))
    assert [one.document if isinstance(one, Coding) else one for one in results] == given
    assert all(len(one.events) == 1 for one in results if isinstance(one, Coding))


@pytest.mark.usefixtures("strange_coders")
def test_processes_do_not_change_the_result() -> None:
    given = [article("daily", n) for n in range(5)]
    assert list(code_all(given, "plain.v1", 2)) == list(code_all(given, "plain.v1", 1))


def test_the_lexicon_coder_says_the_same_in_a_pool() -> None:
    given = [document("Kenya condemned Brazil on Monday. Talks between them stopped.", "a.txt"), BAD_INPUTS[0]]
    alone = list(code_all(given))
    assert told(alone) == ["a.txt: 1", "UnreadableInput gone.txt"]
    assert list(code_all(given, workers=2)) == alone


@pytest.mark.parametrize("workers", [1, 2])
def test_ledgers_can_be_left_out(workers: int) -> None:
    given = [document("Kenya condemned Brazil on Monday. Kenya should apologise to Brazil.", "a.txt")]
    (whole,) = code_all(given, workers=workers)
    (bare,) = code_all(given, workers=workers, ledgers=False)
    assert isinstance(whole, Coding)
    assert isinstance(bare, Coding)
    assert whole.ledger.claims
    assert bare.ledger == Ledger()
    assert bare.events == whole.events


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_in_nothing_out(workers: int) -> None:
    assert list(code_all([], workers=workers)) == []


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("given", [[], [BAD_INPUTS[0]], [article("daily")]], ids=["none", "failed", "one"])
def test_unknown_coder_raises_whatever_there_is_to_code(given: list, workers: int) -> None:
    with pytest.raises(UnknownCoder, match=r"no coder is called 'lexikon'.*lexicon\.v1"):
        list(code_all(given, "lexikon", workers))


@pytest.mark.usefixtures("strange_coders")
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("sharply", "the coder touchy.v1 failed on it: IndexError: no such token"),
        ("oddly", "the coder touchy.v1 failed on it: OddError: one and other"),
    ],
)
def test_a_crash_on_one_document_costs_no_other(
    how: str, reason: str, workers: int, caplog: pytest.LogCaptureFixture
) -> None:
    given = [article("daily", 1), article(how), article("daily", 2)]
    with caplog.at_level(logging.DEBUG, "detente.engines"):
        first, failed, last = code_all(given, "touchy.v1", workers)
    assert told([first, last]) == ["daily-1.txt: 1", "daily-2.txt: 1"]
    assert isinstance(failed, UncodableInput)
    assert (failed.source, failed.reason) == (f"{how}-0.txt", reason)
    assert "Traceback" in caplog.text
    assert "strange_coders.py" in caplog.text
    assert {record.levelname for record in caplog.records} == {"DEBUG"}


@pytest.mark.usefixtures("strange_coders")
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(("how", "error"), [("knowingly", KnowledgeError), ("without means", MissingExtra)])
def test_what_every_document_would_meet_is_raised(how: str, error: type[DetenteError], workers: int) -> None:
    with pytest.raises(error):
        list(code_all([article("daily"), article(how)], "touchy.v1", workers))


@pytest.mark.usefixtures("strange_coders")
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_worker_is_an_error_that_names_what_is_not_coded() -> None:
    given = [article("fatally"), *(article("daily", n) for n in range(30))]
    with pytest.raises(WorkerDied, match=r"worker process died.*fatally-0\.txt"):
        list(code_all(given, "touchy.v1", 2))


@pytest.mark.usefixtures("strange_coders")
def test_reading_runs_only_a_little_ahead_of_coding() -> None:
    read = []

    def endless():
        for number in itertools.count():
            read.append(number)
            yield article("daily", number)

    results = code_all(endless(), "plain.v1", 2)
    first = next(results)
    assert isinstance(first, Coding)
    assert len(read) < 40
    results.close()


@pytest.mark.usefixtures("strange_coders")
@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_of_the_reader_goes_through(workers: int) -> None:
    def reader():
        yield article("daily")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(code_all(reader(), "plain.v1", workers))
