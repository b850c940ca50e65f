from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.tables import read_entries, read_table


def write(folder: Path, text: str, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_know_their_line(tmp_path: Path) -> None:
    rows = list(read_table(write(tmp_path, "a,b\nx, y \n\np,\n"), ("a", "b")))
    assert [(row.line, dict(row.cells)) for row in rows] == [(2, {"a": "x", "b": "y"}), (4, {"a": "p", "b": ""})]


def test_cells_read_as_text_maybe_and_items(tmp_path: Path) -> None:
    (row,) = read_table(write(tmp_path, "a,b\nx|y,\n"), ("a", "b"))
    assert row.items("a") == ("x", "y")
    assert row.items("b") == ()
    assert row.maybe("b") is None
    with pytest.raises(KnowledgeError, match=r"table\.csv:2: b is empty"):
        row.text("b")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "table.csv:1: the columns are"),
        ("b,a\n", "table.csv:1: the columns are b,a, not a,b"),
        ("a,b\nx\n", "table.csv:2: 1 cells, not 2"),
        ("a,b\nx,y\nx,y,z\n", "table.csv:3: 3 cells, not 2"),
    ],
)
def test_a_table_of_another_form_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        list(read_table(write(tmp_path, text), ("a", "b")))
    assert str(caught.value).startswith(reason)


def test_an_empty_item_is_refused(tmp_path: Path) -> None:
    (row,) = read_table(write(tmp_path, "a\nx||y\n"), ("a",))
    with pytest.raises(KnowledgeError, match="empty item"):
        row.items("a")


@pytest.mark.parametrize("text", ["a: 1", "- [", ""])
def test_yaml_that_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(KnowledgeError, match=r"^table\.yaml"):
        read_entries(write(tmp_path, text, "table.yaml"))
