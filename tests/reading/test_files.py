"""Paths -> files, and files of each format -> documents."""

# ruff: noqa: E501  (pages and tables read better unwrapped)

import datetime as dt
import json
import os
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from detente.errors import EmptyInput, InputError, MalformedInput, UnreadableInput
from detente.reading import ReadOptions, document_id, find_sources, read_path, split_sentences
from detente.records import Document, PublishedFrom

BODY = (
    "The fisheries ministers of Norland and Sudania met on Tuesday to discuss quotas that have strained "
    "ties.\n\n"
    "Officials said the two sides would resume working-level talks before the end of the year, with no "
    "details."
)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def documents(path: Path, options: ReadOptions | None = None) -> list[Document]:
    found = list(read_path(path, options))
    assert not [item for item in found if isinstance(item, InputError)]
    return [item for item in found if isinstance(item, Document)]


def errors(path: Path, options: ReadOptions | None = None) -> list[InputError]:
    return [item for item in read_path(path, options) if isinstance(item, InputError)]


# --- finding ---


def test_folders_are_searched_in_order_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.html",
        ".hidden.txt",
        ".git/x.txt",
        "d.xlsx",
        "e.JPG",
        "f.xlsx",
        "README",
    ):
        write(tmp_path / name, "x")
    skipped: Counter[str] = Counter()
    found = list(find_sources([str(tmp_path)], skipped))
    assert found == [tmp_path / "a.md", tmp_path / "b.txt", tmp_path / "sub/c.html"]
    assert skipped == {".xlsx": 2, ".jpg": 1, "no suffix": 1}


def test_a_file_named_twice_is_given_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "x")
    again = f"{tmp_path}/./a.txt"
    assert list(find_sources([str(path), again, str(tmp_path), f"{tmp_path}/*.txt"])) == [path]


def test_missing_paths_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "x")
    missing, good, unmatched = find_sources([f"{tmp_path}/none.txt", str(path), f"{tmp_path}/*.pdf"])
    assert isinstance(missing, InputError)
    assert missing.source == f"{tmp_path}/none.txt"
    assert "no such file" in missing.reason
    assert good == path
    assert isinstance(unmatched, InputError)
    assert "no file matches" in unmatched.reason


def test_patterns_and_names_with_brackets(tmp_path: Path) -> None:
    plain, odd = write(tmp_path / "x/a.txt", "x"), write(tmp_path / "b[1].txt", "x")
    assert list(find_sources([f"{tmp_path}/**/*.txt"])) == [odd, plain]
    assert list(find_sources([str(odd)])) == [odd]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_folder_and_file(tmp_path: Path) -> None:
    secret = write(tmp_path / "a.txt", "x")
    folder = tmp_path / "locked"
    folder.mkdir()
    secret.chmod(0)
    folder.chmod(0)
    try:
        found = list(find_sources([str(tmp_path)]))
    finally:
        folder.chmod(0o700)
    assert [isinstance(item, InputError) and "permission denied" in item.reason for item in found] == [
        True,
        True,
    ]


def test_a_link_to_the_folder_above_ends(tmp_path: Path) -> None:
    path = write(tmp_path / "sub/a.txt", "x")
    (tmp_path / "sub/loop").symlink_to(tmp_path)
    assert list(find_sources([str(tmp_path)])) == [path]


# --- text ---


def test_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "2024-07-03_cod.txt", f"Ministers meet over cod\r\n{BODY}".encode("utf-8-sig"))
    (document,) = documents(path)
    assert (document.title, document.text) == ("Ministers meet over cod", BODY)
    assert (document.published, document.published_from) == (dt.date(2024, 7, 3), PublishedFrom.FILENAME)
    assert document.language == "en"
    assert document.id == document_id(BODY)


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff\n"])
def test_empty_text(tmp_path: Path, content: str) -> None:
    (error,) = errors(write(tmp_path / "a.txt", content))
    assert isinstance(error, EmptyInput)


def test_binary_data_under_a_text_name(tmp_path: Path) -> None:
    (error,) = errors(write(tmp_path / "a.txt", b"\x89PNG\r\n" + bytes(range(256)) * 5))
    assert isinstance(error, UnreadableInput)
    assert error.reason == "binary data, not text"


def test_a_text_beyond_the_limit_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", BODY)
    (error,) = errors(path, ReadOptions(max_bytes=100))
    assert isinstance(error, MalformedInput)
    assert "split it" in error.reason


def test_the_same_text_under_two_names_is_one_document(tmp_path: Path) -> None:
    (one,) = documents(write(tmp_path / "a.txt", f"Ministers meet over cod\n{BODY}"))
    (two,) = documents(write(tmp_path / "b.txt", f"Ministers meet over cod\r\n\r\n{BODY.replace(' ', '  ')}\n"))
    assert one.id == two.id


def test_a_vanished_file_and_an_unknown_format(tmp_path: Path) -> None:
    (gone,) = errors(tmp_path / "gone.txt")
    assert "no such file" in gone.reason
    (unknown,) = errors(write(tmp_path / "a.xlsx", "x"))
    assert "a format we don't read: .xlsx" in unknown.reason


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    text = f"---\ntitle: Cod and peace\nauthor: Jane Doe\ndate: 2024-07-03\n---\n# Cod and peace\n\n![A trawler at sea today](t.png)\n\n**The** [two](http://x.org/a_(b)) sides talk.\n\n{BODY}\n\n## Stakes\n\n> Fish is life for both of us, he said."
    (document,) = documents(write(tmp_path / "a.md", text))
    assert (document.title, document.authors, document.published) == (
        "Cod and peace",
        ("Jane Doe",),
        dt.date(2024, 7, 3),
    )
    assert document.published_from is PublishedFrom.META
    assert document.captions == ("A trawler at sea today",)
    assert document.text == f"The two sides talk.\n\n{BODY}\n\nStakes\n\nFish is life for both of us, he said."


# --- records ---


def test_json_lines(tmp_path: Path) -> None:
    records = [
        json.dumps({"id": "x1", "text": BODY, "title": "Cod", "authors": ["Jane Doe"], "outlet": "SCMP", "published": "2024-07-03T10:00:00Z", "url": "https://scmp.com/x", "language": "en-GB", "more": 1}),
        "",
        json.dumps({"text": BODY + " More.", "authors": "Jane Doe; John Roe", "published": "03.07.2024"}),
    ]  # fmt: skip
    path = write(tmp_path / "a.jsonl", "\n".join(records))
    one, two = documents(path)
    assert (one.source, two.source) == (f"{path}#x1", f"{path}#3")
    assert (one.title, one.outlet, one.language) == ("Cod", "South China Morning Post", "en")
    assert one.published == two.published == dt.date(2024, 7, 3)
    assert one.published_from is PublishedFrom.META
    assert two.authors == ("Jane Doe", "John Roe")


def test_broken_json_lines_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        b"{broken",
        b"[1]",
        b'{"title": "no text"}',
        b'{"text": 5}',
        b"\xff\xfe{}",
        b"[" * 100_000,
        json.dumps({"text": BODY}).encode(),
    ]
    path = write(tmp_path / "a.jsonl", b"\n".join(lines))
    found = list(read_path(path))
    assert isinstance(found[-1], Document)
    assert [item.source for item in found if isinstance(item, MalformedInput)] == [f"{path}#{n}" for n in range(1, 7)]
    reasons = [item.reason for item in found if isinstance(item, MalformedInput)]
    assert [
        words in reason
        for words, reason in zip(
            ["not JSON", "not a JSON object", "no text", "no text", "not UTF-8", "JSON"], reasons, strict=True
        )
    ] == [True] * 6


def test_a_json_line_beyond_the_limit_is_skipped(tmp_path: Path) -> None:
    huge = json.dumps({"text": "word " * 100_000})
    path = write(tmp_path / "a.jsonl", f"{huge}\n{json.dumps({'text': BODY})}")
    error, document = read_path(path, ReadOptions(max_bytes=1000))
    assert isinstance(error, MalformedInput)
    assert error.source == f"{path}#1"
    assert isinstance(document, Document)


def test_csv(tmp_path: Path) -> None:
    long = BODY + "\n\n" + "It went on and on. " * 20_000
    rows = f'id,Text,title,published\n,"{long}",Cod,2024-07-03\nx2,"{BODY}",,\n,,none,\n\nx3,a,b,c,too,many\n'
    path = write(tmp_path / "a.csv", rows)
    one, two, three, four = read_path(path)
    assert isinstance(one, Document)
    assert (one.source, one.title, one.published) == (f"{path}#2", "Cod", dt.date(2024, 7, 3))
    assert isinstance(two, Document)
    assert two.source == f"{path}#x2"
    assert isinstance(three, MalformedInput)
    assert "no text" in three.reason
    assert isinstance(four, MalformedInput)
    assert "6 cells under 4 columns" in four.reason


def test_csv_without_text_column_or_rows(tmp_path: Path) -> None:
    (error,) = errors(write(tmp_path / "a.csv", "id,body\n1,x\n"))
    assert "no column named text" in error.reason
    for name, content in (("b.csv", ""), ("c.csv", "id,text\n"), ("d.jsonl", "\n\n")):
        (error,) = errors(write(tmp_path / name, content))
        assert isinstance(error, EmptyInput)


# --- pages, feeds, mails ---

PAGE = f"""<html><head><meta charset="{{charset}}"><title>Cod and peace - Xinhua</title>
<meta property="og:title" content="Cod and peace"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2024-07-03T10:00:00+08:00"><meta property="og:site_name" content="The Korea Herald"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Cod and peace</h1>
<figure><img src="a.jpg"><figcaption>A trawler leaves Ålesund.</figcaption></figure>
{"".join(f"<p>{p}</p>" for p in BODY.split(chr(10) * 2))}<p>A café owner in Ålesund said the talks had come too late for the town and its boats.</p></article>
<footer>Copyright 2024 The Korea Herald. All rights reserved.</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_web_page(tmp_path: Path, charset: str) -> None:
    (document,) = documents(write(tmp_path / "a.html", PAGE.format(charset=charset).encode(charset)))
    assert (document.title, document.authors, document.outlet) == (
        "Cod and peace",
        ("Jane Doe",),
        "The Korea Herald",
    )
    assert (document.published, document.published_from) == (dt.date(2024, 7, 3), PublishedFrom.META)
    assert document.captions == ("A trawler leaves Ålesund.",)
    assert document.text.startswith(BODY)
    assert "café owner in Ålesund" in document.text
    assert "Home" not in document.text
    assert "Copyright" not in document.text


@pytest.mark.parametrize("content", ["<html><body></body></html>", "   ", "<html><script>var a = 1;</script></html>"])
def test_page_without_article(tmp_path: Path, content: str) -> None:
    (error,) = errors(write(tmp_path / "a.html", content))
    assert isinstance(error, EmptyInput)


FEED = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>World - The Japan Times</title>
<item><title>Cod &amp; peace</title><guid>g1</guid><link>https://example.org/1</link><dc:creator>Jane Doe</dc:creator>
<pubDate>Wed, 03 Jul 2024 23:30:00 -0900</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{BODY.replace(chr(10) * 2, "</p><p>")}</p>]]></content:encoded></item>
<item><title>Only a title</title><link>https://example.org/2</link></item>
<item><description>{BODY}</description></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>My feed</title><entry><id>urn:1</id><title>Cod</title>
<updated>2024-07-03T01:00:00Z</updated><author><name>Jane Doe</name></author><summary>{BODY}</summary></entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    path = write(tmp_path / "a.rss", FEED)
    one, two, three = read_path(path)
    assert isinstance(one, Document)
    assert (one.source, one.title, one.authors) == (f"{path}#g1", "Cod & peace", ("Jane Doe",))
    assert (one.text, one.url, one.outlet) == (BODY, "https://example.org/1", "The Japan Times")
    assert (one.published, one.published_from) == (dt.date(2024, 7, 3), PublishedFrom.META)
    assert isinstance(two, EmptyInput)
    assert two.source == f"{path}#https://example.org/2"
    assert isinstance(three, Document)
    assert three.source == f"{path}#3"


def test_atom(tmp_path: Path) -> None:
    (document,) = documents(write(tmp_path / "a.xml", ATOM))
    assert (document.title, document.authors, document.outlet) == ("Cod", ("Jane Doe",), "My feed")
    assert document.published == dt.date(2024, 7, 3)


def test_xml_that_is_no_feed(tmp_path: Path) -> None:
    for content in ("<note><to>x</to></note>", "hello", "http://127.0.0.1:9/feed"):
        (error,) = errors(write(tmp_path / "a.xml", content))
        assert isinstance(error, MalformedInput)
    (error,) = errors(write(tmp_path / "b.rss", '<rss version="2.0"><channel><title>x</title></channel></rss>'))
    assert isinstance(error, EmptyInput)


def test_mail(tmp_path: Path) -> None:
    mail = f"From: Jane Doe <jane@koreaherald.com>\nSubject: Fwd: Cod\n =?utf-8?q?_and_=C3=85?=\nDate: Wed, 3 Jul 2024 23:30:00 -0900\nContent-Type: text/plain; charset=utf-8\n\n{BODY}\n"
    (document,) = documents(write(tmp_path / "a.eml", mail))
    assert (document.title, document.authors, document.outlet) == (
        "Cod and Å",
        ("Jane Doe",),
        "The Korea Herald",
    )
    assert (document.published, document.text) == (dt.date(2024, 7, 3), BODY)


def test_mail_of_html_alone_with_an_attachment(tmp_path: Path) -> None:
    html = "".join(f"<p>{p}</p>" for p in BODY.split("\n\n"))
    mail = (
        "From: The Diplomat <news@thediplomat.com>\nSubject: Cod\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html; charset=no-such\n\n'
        f"<html><body>{html}</body></html>\n--b\nContent-Type: application/pdf\nContent-Disposition: "
        f"attachment; filename=a.pdf\n\nxx\n--b--\n"
    )
    (document,) = documents(write(tmp_path / "a.eml", mail))
    assert (document.text, document.outlet, document.authors) == (BODY, "The Diplomat", ())


def test_mails_without_text_or_headers(tmp_path: Path) -> None:
    (error,) = errors(write(tmp_path / "a.eml", "just some words in a file\n"))
    assert isinstance(error, MalformedInput)
    (error,) = errors(write(tmp_path / "b.eml", "From: a@b.org\nSubject: x\n\n   \n"))
    assert isinstance(error, EmptyInput)


def test_word(tmp_path: Path) -> None:
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in ("Ministers meet over cod", *BODY.split("\n\n"))
    )
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {ns}><w:body>{paragraphs}</w:body></w:document>")
    (document,) = documents(path)
    assert (document.title, document.text) == ("Ministers meet over cod", BODY)
    (error,) = errors(write(tmp_path / "b.docx", "no zip"))
    assert isinstance(error, UnreadableInput)


# --- laws ---


def test_sentences_quote_the_text(tmp_path: Path) -> None:
    (document,) = documents(write(tmp_path / "a.txt", f"Ministers meet over cod\n{BODY}"))
    assert [span.of(document.text) for span in split_sentences(document.text)] == BODY.split("\n\n")


def test_importing_is_light() -> None:
    heavy = "trafilatura pypdfium2 charset_normalizer py3langid feedparser pydantic lxml spacy pandas"
    code = f"import sys, detente.reading; print([m for m in '{heavy}'.split() if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
