"""Web pages saved as HTML."""

from __future__ import annotations

import codecs
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.errors import EmptyInput
from detente.reading.article import Draft
from detente.reading.decoding import decode
from detente.reading.furniture import is_section
from detente.reading.options import ReadOptions
from detente.reading.outlets import name_outlet, outlet_of_url, split_title_outlet
from detente.reading.plain_text import read_bytes

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,30})""")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLOCK = re.compile(
    r"p|div|li|h[1-6]|blockquote|tr|section|article|header|footer|pre|d[dt]|figure|figcaption|[uo]l|table"
    r"|main|aside|br"
)
_SILENT = re.compile(r"script|style|noscript|template|svg|iframe|form|button|select|option|nav|head|title")
# What a page may call legacy Chinese and Korean, and the superset that it most often means.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
}
_WIDER |= {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}


def read_page_drafts(path: Path, options: ReadOptions) -> Iterator[Draft]:
    """Read an HTML file: one article, with the title, authors, outlet and date its metadata give.

    Raises:
        UnreadableInput: binary data, or no encoding fits.
        EmptyInput: there is no article on the page.
    """
    yield draft_page(decode_page(read_bytes(path, options), str(path)), str(path))


def decode_page(data: bytes, source: str) -> str:
    """Decode a page by the charset it declares, where that fits; else as plain text.

    Raises:
        UnreadableInput: binary data, or no encoding fits.
    """
    declared = _XML_CHARSET.match(data) or _CHARSET.search(data, 0, 8192)
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode(_WIDER.get(name, name))
        except (LookupError, UnicodeDecodeError):
            pass  # the page declares what it isn't; its bytes tell
    return decode(data, source)


def draft_page(page: str, source: str) -> Draft:
    """Find the article on a page.

    Args:
        page: HTML.
        source: the page's file.

    Returns:
        A draft with the article's text, its metadata, and captions of its figures apart.

    Raises:
        EmptyInput: there is no article on the page.
        UnreadableInput: it can't be parsed as HTML.

    Source:
        Extraction by trafilatura (Barbaresi 2021).
    """
    import trafilatura
    from lxml import etree, html

    try:
        tree = html.fromstring(_XML_DECLARATION.sub("", page))
    except (etree.ParserError, ValueError) as error:
        raise EmptyInput(source, "no HTML content in it") from error
    captions = _take_figures(tree)
    page_title = " ".join((tree.findtext(".//title") or "").split())
    named = split_title_outlet(page_title)[1]
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        favor_recall=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    meta: Any = found
    site = _text_of(meta, "sitename")
    text = (meta.text or "") if meta is not None else ""
    if not text.strip():
        text = block_text(page)
    if not text.strip():
        raise EmptyInput(source, "no article text on the page")
    return Draft(
        source,
        text,
        title=_text_of(meta, "title"),
        authors=tuple(part.strip() for part in (_text_of(meta, "author") or "").split(";") if part.strip()),
        outlet=outlet_of_url(_text_of(meta, "url"))
        or name_outlet(site or "")
        or named
        or site
        or _tail_of_title(page_title, _text_of(meta, "title")),
        published=_iso_date(_text_of(meta, "date")),
        url=_text_of(meta, "url"),
        captions=captions,
    )


def _tail_of_title(page_title: str, headline: str | None) -> str | None:
    """What a page's title has after the headline and a mark, "Cod talks resume | Northern Gazette": the site."""
    if not headline or not page_title.startswith(headline):
        return None
    tail = re.fullmatch(r"\s*[|｜–—·•:»-]\s*(?P<site>[^|｜–—·•»]{2,60})", page_title[len(headline) :])
    return tail["site"].strip() if tail and not is_section(tail["site"]) else None


def _text_of(meta: Any, name: str) -> str | None:
    value = getattr(meta, name, None)
    return str(value).strip() or None if value else None


def _iso_date(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _take_figures(tree: Any) -> tuple[str, ...]:
    """Take the figures off a page, and give their captions."""
    captions: list[str] = []
    for caption in [*tree.iter("figcaption")]:
        words = " ".join(caption.text_content().split())
        if words and words not in captions:
            captions.append(words)
        parent = caption.getparent()
        if parent is not None:
            caption.drop_tree()
    return tuple(captions)


def block_text(fragment: str) -> str:
    """Give the text of HTML, a line for each block element.

    Args:
        fragment: a page, or a piece of one such as a feed holds.

    Returns:
        Plain text; empty when there is none.
    """
    from lxml import etree, html

    try:
        tree = html.fromstring(f"<div>{_XML_DECLARATION.sub('', fragment)}</div>")
    except (etree.ParserError, ValueError):
        return ""
    pieces: list[str] = []
    _walk(tree, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\x1e"))
    return "\n\n".join(line for line in lines if line)


def _walk(root: Any, pieces: list[str]) -> None:
    """Gather text in order, block ends as record separators; without recursion, for pages nest deep."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else None
        if leaving:
            pieces.append("\x1e" if tag and _BLOCK.fullmatch(tag) else "")
            if element is not root:
                pieces.append(element.tail or "")
            continue
        if tag is None or _SILENT.fullmatch(tag):
            pieces.append(element.tail or "" if element is not root else "")
            continue
        pieces.append("\x1e" if _BLOCK.fullmatch(tag) else "")
        pieces.append(element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def is_markup(text: str) -> bool:
    """Whether text holds HTML tags, as the bodies of feeds do."""
    return (
        re.search(r"</?(?:p|div|br|a|span|strong|em|b|i|ul|li|h\d|figure|img)\b[^>]*>", text, re.IGNORECASE) is not None
    )
