from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.other_names import COLUMNS, other_names, read_other_names


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("South China Sea", "water"),
        ("Indo-Pacific", "region"),
        ("Korean Peninsula", "region"),
        ("Paris Agreement", "treaty"),
        ("Washington Post", "medium"),
        ("Korean War", "event"),
    ],
)
def test_a_name_with_a_state_in_it_that_names_none(name: str, kind: str) -> None:
    assert other_names()[name].kind == kind


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([",water,hand"], "2: name is empty"),
        (["Red Sea,sea,hand"], "2: 'sea' is no kind of name"),
        (["Red Sea,water,hand", "Red Sea,water,hand"], "3: 'Red Sea' is there twice"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, rows: list[str], reason: str) -> None:
    path = tmp_path / "other_names.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        read_other_names(path)
    assert str(caught.value).startswith(f"other_names.csv:{reason}")
