"""The training sentences keep their schema."""

import importlib.util
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "training"
_spec = importlib.util.spec_from_file_location("training_lint", FOLDER / "lint.py")
assert _spec is not None
assert _spec.loader is not None
lint = importlib.util.module_from_spec(_spec)
sys.modules["training_lint"] = lint
_spec.loader.exec_module(lint)

LINE = (
    '{{"text": "{text}", "root": {root}, "mode": null, "direction": {direction}, '
    '"modality": "happened", "genre": "wire"}}'
)


def test_nothing_to_report() -> None:
    assert lint.lint() == []


def test_there_are_eight_thousand_sentences() -> None:
    assert sum(1 for file in (FOLDER / "data").glob("*.jsonl") for _ in lint.read_lines(file)) > 8000


@pytest.mark.parametrize(
    ("text", "root", "direction", "finding"),
    [
        ("<s>Kenya</s> aids <t>Peru</t>.", '"AID"', '"forward"', None),
        ("Kenya aids <t>Peru</t>.", '"AID"', '"forward"', None),
        ("Kenya aids Peru.", '"AID"', '"forward"', "needs one <s>"),
        ("<s>Kenya</s> aids <t>Peru.", '"AID"', '"forward"', "needs one <s>"),
        ("<s>Kenya</s> aids <t>Peru</t>.", '"HELP"', '"forward"', "no event type"),
        ("<s>Kenya</s> aids <t>Peru</t>.", '"AID"', "null", "null together"),
        ("<s>Kenya</s> aids <t>Peru</t>.", "null", '"forward"', "null together"),
    ],
)
def test_lines(tmp_path: Path, text: str, root: str, direction: str, finding: str | None) -> None:
    (tmp_path / "a.jsonl").write_text(LINE.format(text=text, root=root, direction=direction) + "\n")
    found = lint.lint(tmp_path)
    assert len(found) == (finding is not None)
    assert finding is None or finding in found[0]


def test_repeats_are_found_and_minimal_pairs_are_not(tmp_path: Path) -> None:
    one = "<s>Kenya</s> sent four tonnes of maize to <t>Peru</t> on Monday."
    rows = [(one, '"AID"'), (one.replace("four", "five"), '"AID"'), (one.replace("sent", "refused"), '"REJECT"')]
    (tmp_path / "a.jsonl").write_text(
        "".join(LINE.format(text=text, root=root, direction='"forward"') + "\n" for text, root in rows)
    )
    assert lint.lint(tmp_path) == ["a.jsonl:2: nearly the same as a.jsonl:1"]
