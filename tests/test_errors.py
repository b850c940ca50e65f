"""The errors: one tree, told in the docstring, and whole on the other side of a process."""

import copy
import pickle
import re

import pytest

from detente import errors
from detente.errors import (
    DetenteError,
    EmptyInput,
    InputError,
    KnowledgeError,
    MalformedInput,
    MissingExtra,
    StoreError,
    UncodableInput,
    UnknownActor,
    UnknownCoder,
    UnreadableInput,
    WorkerDied,
)

ONE_OF_EACH = [
    InputError("a.txt", "no good"),
    UnreadableInput("a.txt", "no such file"),
    EmptyInput("a.txt", "no text"),
    MalformedInput("list.csv#3", "no column text"),
    UncodableInput("a.txt", "IndexError: no token"),
    KnowledgeError("states.csv, line 3: no name"),
    UnknownActor("no state is called Ruritania"),
    UnknownCoder("no coder is called x"),
    WorkerDied("a worker died"),
    StoreError("no record there"),
    MissingExtra("PDF", "pdf"),
]


@pytest.mark.parametrize("error", ONE_OF_EACH, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("cross", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy], ids=["pickle", "copy"])
def test_errors_stay_whole(error: DetenteError, cross) -> None:  # type: ignore[no-untyped-def]
    back = cross(error)
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert vars(back) == vars(error)


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    told = set(re.findall(r"[├└]── (\w+)", errors.__doc__ or ""))
    there = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, DetenteError)}
    assert told == there - {"DetenteError"}
    assert {type(error).__name__ for error in ONE_OF_EACH} == told


def test_an_input_error_names_its_source_and_reason() -> None:
    error = MalformedInput("list.csv#3", "no column text")
    assert (error.source, error.reason, str(error)) == ("list.csv#3", "no column text", "list.csv#3: no column text")


def test_a_missing_extra_says_how_to_get_it() -> None:
    assert "pip install 'detente[pdf]'" in str(MissingExtra("PDF", "pdf"))
