"""The docs tell of every command and key, and the README's code runs."""

import re
from pathlib import Path

import pytest

from detente.cli.app import build_app
from detente.store.ledger_lines import (
    CLAIM_KEYS,
    COMMITMENT_KEYS,
    DISPUTE_KEYS,
    FORMULATION_KEYS,
    METRIC_KEYS,
    SIGNAL_KEYS,
    VIEW_KEYS,
)
from detente.store.lines import ACTOR_KEYS, CONTACT_KEYS, DOCUMENT_KEYS, EVENT_KEYS, OCCURRENCE_KEYS

ROOT = Path(__file__).parent.parent
COMMANDS_PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## detente ([\w-]+)\n(.*?)(?=^## |\Z)", COMMANDS_PAGE, re.MULTILINE | re.DOTALL))


def test_every_command_has_its_section_and_every_section_its_command() -> None:
    commands = {name for name in build_app() if not name.startswith("-")}
    assert commands == set(SECTIONS)


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("documents", DOCUMENT_KEYS),
        ("actors", ACTOR_KEYS),
        ("events", EVENT_KEYS),
        ("occurrences", OCCURRENCE_KEYS),
        ("contacts", CONTACT_KEYS),
        ("commitments", COMMITMENT_KEYS),
        ("claims", (*CLAIM_KEYS, *VIEW_KEYS)),
        ("disputes", DISPUTE_KEYS),
        ("signals", SIGNAL_KEYS),
        ("formulations", FORMULATION_KEYS),
        ("metrics", METRIC_KEYS),
    ],
)
def test_every_key_is_documented(command: str, keys: tuple[str, ...]) -> None:
    documented = re.findall(r"`(\w+)`", SECTIONS[command])
    assert set(keys) <= set(documented)


def test_readme_code_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert "CONSULT ['Joe Biden', 'Xi Jinping'] 2023-11-15" in capsys.readouterr().out


def test_readme_names_the_commands_that_make_has() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake (\w+)", readme):
        if target not in ("alone",):
            assert f"\n{target}:" in makefile, target
