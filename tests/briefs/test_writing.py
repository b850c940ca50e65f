"""The brief as a file: every link leads somewhere, nothing is fetched, nothing is markup that was text."""

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from detente.briefs import write_brief
from detente.errors import DetenteError
from detente.store import Store

EVIL = '<script>alert("x")</script> | [a](http://evil.example) *b*'


class Page(HTMLParser):
    """Ids, links, tags and visible text of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.tags, self.text, self.fetched = [], [], set(), "", []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.add(tag)
        self.ids += [attributes["id"]] if "id" in attributes else []
        link = attributes.get("href") or attributes.get("xlink:href")
        self.links += [link] if link else []
        self.fetched += [attributes["src"]] if "src" in attributes else []

    def handle_data(self, data):
        self.text += data


def write(store, path, **window):
    write_brief(store, "CHN", "JPN", path, **window)
    return path.read_text(encoding="utf-8")


@pytest.fixture
def evil(tmp_path, coded):
    """A record whose title, outlet, source and address are an attack."""
    with Store.open(tmp_path / "evil.db") as opened:
        opened.add(coded(title=EVIL, outlet=EVIL, source=f"{EVIL}.txt", url="javascript:alert(1)"))
        opened.regroup()
        yield opened


def test_every_link_of_the_page_leads_somewhere(store, tmp_path):
    page = Page(write(store, tmp_path / "x.html"))
    assert page.links
    assert [link for link in page.links if link[0] == "#" and link[1:] not in page.ids] == []
    assert len(page.ids) == len(set(page.ids))


def test_the_page_fetches_nothing_and_runs_nothing(store, tmp_path):
    text = write(store, tmp_path / "x.html")
    page = Page(text)
    assert page.fetched == []
    assert page.tags & {"script", "link", "iframe", "object", "img"} == set()
    assert "@import" not in text
    assert "url(http" not in text
    assert {"svg", "style", "blockquote", "mark"} <= page.tags


def test_the_page_says_what_the_record_holds(store, tmp_path):
    text = " ".join(Page(write(store, tmp_path / "x.html")).text.split())
    for words in (
        "China – Japan",
        "Yohei Kono (Japan, foreign minister) and Li Qiang (China, premier) meet, in Beijing",
        "China criticised Japan & its <islands>.",
        "Reported by 1 outlet, in 1 sentence. No date: no date in the text.",
        "fake.v1",
        "sentences with fewer than two parties",
    ):
        assert words in text


def test_text_is_never_markup_on_the_page(evil, tmp_path):
    page = Page(write(evil, tmp_path / "x.html"))
    assert "script" not in page.tags
    assert EVIL in page.text
    assert not any(link.startswith("javascript") for link in page.links)


def test_text_is_never_markup_in_markdown(evil, tmp_path):
    text = write(evil, tmp_path / "x.md")
    assert "<script" not in re.sub(r"\\<", "", text)
    assert "](http://evil.example)" not in re.sub(r"\\\]", "", text)
    assert "javascript:" not in text


def test_every_link_of_the_markdown_leads_somewhere(store, tmp_path):
    text = write(store, tmp_path / "x.md")
    ids = re.findall(r'<a id="([^"]+)">', text)
    links = re.findall(r"\]\(#([^)]+)\)", text)
    assert links
    assert set(links) <= set(ids)
    assert len(ids) == len(set(ids))


def test_markdown_tables_and_quotes_stand(store, tmp_path):
    lines = write(store, tmp_path / "x.md").splitlines()
    at = lines.index("> Yohei Kono **met** Li Qiang in Beijing.")
    assert lines[at + 1] == ">"
    assert lines[at + 2].startswith("> [\\[1\\] A visit, Daily, 30 July 2024](#s-1)")
    assert "| [2024-07](#p-2) | +2.5 (1) | +2.5 (1) | +2.5 (1) |" in lines
    assert not any("{{" in line or "{%" in line for line in lines)


def test_a_window_is_named(store, tmp_path):
    text = Page(write(store, tmp_path / "x.html", since=dt.date(2024, 7, 1))).text
    assert "since 1 July 2024" in text
    assert "leaves out 1 occurrence without a date" in text


@pytest.mark.parametrize("name", ["x.pdf", "x", "x.docx"])
def test_another_ending_is_refused(store, tmp_path, name):
    with pytest.raises(DetenteError, match=r"\.html or \.md"):
        write_brief(store, "CHN", "JPN", tmp_path / name)
    assert not (tmp_path / name).exists()


def test_a_folder_that_is_not_there(store):
    with pytest.raises(DetenteError, match="can't write"):
        write_brief(store, "CHN", "JPN", Path("no/such/folder/x.html"))
