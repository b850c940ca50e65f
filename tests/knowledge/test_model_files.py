"""Labels that are missing or broken are named with their file."""

from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.model_files import read_labels
from detente.knowledge.statement_model import StatementLabels


def test_labels_are_read(tmp_path: Path) -> None:
    (tmp_path / "labels.json").write_text('{"temperatures": {"dispute": 0.9}}')
    assert read_labels(tmp_path, StatementLabels).temperatures == {"dispute": 0.9}


@pytest.mark.parametrize("content", [None, "{", '{"temperatures": "hot"}'])
def test_what_is_wrong_is_named(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "labels.json").write_text(content)
    with pytest.raises(KnowledgeError, match=r"labels\.json"):
        read_labels(tmp_path, StatementLabels)
