"""The pages on measures show what the commands print."""

import re
import shutil

import doc_pages
import pytest

PAGES = ["index", "scales", "tracks", "mixed-signals"]


@pytest.fixture
def example(folder, detente_, monkeypatch):
    monkeypatch.setenv("COLUMNS", "140")
    shutil.copy(doc_pages.PAGES / "example.tsv", folder)
    assert detente_("import", "icews", "example.tsv").code == 0
    return folder


def bare(text):
    return [line.strip() for line in text.splitlines()]


@pytest.mark.parametrize("page", ["index", "scales", "tracks"])
def test_commands_print_what_the_page_says(example, detente_, page):
    for own in doc_pages.blocks(page, "csv"):
        (example / "own.csv").write_text(own, encoding="utf-8")
    for command, expected in doc_pages.shown_commands(page):
        result = detente_(*command.split())
        assert result.code == 0, result.err
        if not command.startswith("import"):
            assert bare(result.out) == bare(expected), command


@pytest.mark.parametrize("page", ["index", "mixed-signals"])
def test_code_runs_and_prints_what_the_page_says(example, capsys, page):
    (code,) = doc_pages.blocks(page, "python")
    exec(compile(code, page, "exec"), {})
    printed = capsys.readouterr().out
    assert printed
    if page == "mixed-signals":
        assert bare(printed) == bare(doc_pages.blocks(page)[-1])


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_its_measure_does_not_say(page):
    text = (doc_pages.PAGES / f"{page}.md").read_text(encoding="utf-8")
    assert re.search(r"\*\*(It does|They do|do) not (say|add up)\*\*", text)
