"""The pages on triangles, balance, blocs and the matrix show what the commands print."""

import shutil

import pytest
from doc_pages import PAGES, blocks, shown_commands


def bare(text):
    return [line.strip() for line in text.splitlines()]


@pytest.fixture
def camps(folder, detente_, monkeypatch):
    """The record of the example."""
    monkeypatch.setenv("COLUMNS", "140")
    shutil.copy(PAGES / "camps.tsv", folder)
    assert detente_("import", "icews", "camps.tsv").code == 0


@pytest.mark.parametrize("page", ["triangle", "blocs", "matrix"])
def test_commands_print_what_the_page_says(camps, detente_, page):
    shown = shown_commands(page)
    assert len(shown) > 1
    for command, expected in shown:
        result = detente_(*command.split())
        assert result.code == 0, result.err
        if not command.startswith("import"):
            assert bare(result.err + result.out) == bare(expected), command


@pytest.mark.parametrize("page", ["triangle", "balance", "blocs", "matrix"])
def test_code_runs(camps, capsys, page):
    (code,) = blocks(page, "python")
    capsys.readouterr()
    exec(compile(code, page, "exec"), {})
    printed = capsys.readouterr().out
    assert printed
    if page == "balance":
        assert bare(printed) == bare(blocks(page, "text")[0])


@pytest.mark.parametrize("page", ["triangle", "balance", "blocs", "matrix"])
def test_a_page_says_what_its_measure_does_not_say(page):
    assert "**It does not say**" in (PAGES / f"{page}.md").read_text(encoding="utf-8")
