"""The examples of docs/measures on turning points and responses are what the commands say."""

import runpy

import pytest
from doc_pages import PAGES, blocks


@pytest.fixture
def weeks(folder, detente_, monkeypatch):
    """The record of the example."""
    monkeypatch.setenv("COLUMNS", "120")
    runpy.run_path(str(PAGES / "weeks.py"))
    assert detente_("import", "icews", "weeks.tsv").code == 0


@pytest.mark.parametrize("page", ["turning-points", "responses"])
def test_commands_give_what_the_page_shows(detente_, weeks, page):
    shown = [block for block in blocks(page, "") if "$ detente" in block]
    assert shown
    for block in shown:
        command, _, expected = block.rpartition("$ detente ")[2].partition("\n")
        result = detente_(*command.split())
        said = result.out if result.out else result.err
        assert [line.rstrip() for line in said.splitlines()] == expected.splitlines()


@pytest.mark.parametrize("page", ["turning-points", "responses"])
def test_code_runs(weeks, page, capsys):
    exec(compile(blocks(page, "python")[-1], f"{page}.md", "exec"), {})
    assert "AUS>IDN" in capsys.readouterr().out
