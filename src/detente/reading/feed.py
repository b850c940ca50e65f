"""RSS and Atom feeds saved as files."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.errors import EmptyInput, InputError, MalformedInput
from detente.reading.article import Draft
from detente.reading.options import ReadOptions
from detente.reading.outlets import name_outlet, outlet_of_url
from detente.reading.plain_text import read_bytes
from detente.reading.published import find_dates, to_date
from detente.reading.web_page import block_text, is_markup

_ENTITY = re.compile(r"&(?:[a-z]+|#\d+);", re.IGNORECASE)


def read_feed_drafts(path: Path, options: ReadOptions) -> Iterator[Draft | InputError]:
    """Read a feed: each entry is an article, or what the feed gives of it.

    Yields:
        A draft for each entry; an EmptyInput for each without text.

    Raises:
        MalformedInput: the file is no feed.
        EmptyInput: the feed has no entries.
    """
    import feedparser

    # A stream, never a string: a string that looks like an address would be fetched.
    parsed: Any = feedparser.parse(io.BytesIO(read_bytes(path, options)), sanitize_html=False)
    if not parsed.entries and not parsed.get("version"):
        raise MalformedInput(str(path), "not an RSS or Atom feed")
    if not parsed.entries:
        raise EmptyInput(str(path), "the feed has no entries")
    for number, entry in enumerate(parsed.entries, start=1):
        yield _read_entry(path, number, entry, parsed.feed)


def _read_entry(path: Path, number: int, entry: Any, feed: Any) -> Draft | InputError:
    url = entry.get("link") or None
    source = f"{path}#{entry.get('id') or url or number}"
    text = _text(entry)
    if not text.strip():
        return EmptyInput(source, "the entry has no text")
    return Draft(
        source,
        text,
        title=_plain(entry.get("title")),
        authors=_authors(entry),
        outlet=_outlet(entry, feed, url),
        published=_date(entry),
        url=url,
    )


def _text(entry: Any) -> str:
    """The longest of the entry's contents and its summary, as plain text."""
    bodies = [content.get("value") or "" for content in entry.get("content") or ()]
    texts = [_to_text(body) for body in (*bodies, entry.get("summary") or "")]
    return max(texts, key=len)


def _to_text(body: str) -> str:
    return block_text(body) if is_markup(body) or _ENTITY.search(body) else body


def _plain(value: str | None) -> str | None:
    return " ".join(_to_text(value).split()) or None if value else None


def _authors(entry: Any) -> tuple[str, ...]:
    names = [author.get("name") for author in entry.get("authors") or () if author.get("name")]
    return tuple(names or ([entry["author"]] if entry.get("author") else []))


def _outlet(entry: Any, feed: Any, url: str | None) -> str | None:
    origin = (entry.get("source") or {}).get("title")
    title = _plain(origin or feed.get("title"))
    known = name_outlet(title) if title else None
    parts = re.split(r"\s+[-–—|:»]\s+", title) if title else []
    return known or outlet_of_url(url) or next(filter(None, map(name_outlet, parts)), None) or title


def _date(entry: Any) -> dt.date | None:
    """The day as written, in the feed's own time zone; else as the parser understood it, in UTC."""
    days = find_dates(entry.get("published") or entry.get("updated") or "")
    written = to_date(days[0]) if len(days) == 1 else None
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return written or (dt.date(*parsed[:3]) if parsed else None)
