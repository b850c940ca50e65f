"""Text and Markdown files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from detente.errors import EmptyInput
from detente.reading.article import Draft, check_size
from detente.reading.decoding import decode
from detente.reading.options import ReadOptions

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
_FRONT = re.compile(r"\A---\s*\n(.*?)\n(?:---|\.\.\.)\s*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"^(?:```|~~~).*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?:[^()]|\([^)]*\))*\)|<(https?://[^>]+)>")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(.+)\n(?:=+|-{3,})\s*$", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_QUOTE = re.compile(r"^\s*>+ ?", re.MULTILINE)
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$", re.MULTILINE)


def read_bytes(path: Path, options: ReadOptions) -> bytes:
    """Read a file of one document, unless it is too long to be one.

    Raises:
        MalformedInput: the file is larger than ``options.max_bytes``.
        EmptyInput: there is nothing in it.
    """
    check_size(str(path), path.stat().st_size, options)
    data = path.read_bytes()
    if not data.strip():
        raise EmptyInput(str(path), "the file is empty")
    return data


def read_text_drafts(path: Path, options: ReadOptions) -> Iterator[Draft]:
    """Read a text file: one article.

    Raises:
        UnreadableInput: binary data, or no encoding fits.
    """
    text = decode(read_bytes(path, options), str(path))
    if _PAGE.match(text):  # a page saved under a text file's name
        from detente.reading.web_page import draft_page

        yield draft_page(text, str(path))
    else:
        yield Draft(str(path), text)


def read_markdown_drafts(path: Path, options: ReadOptions) -> Iterator[Draft]:
    """Read a Markdown file: one article, its marks taken off, its front matter as metadata.

    Raises:
        UnreadableInput: binary data, or no encoding fits.
    """
    text = decode(read_bytes(path, options), str(path)).replace("\r\n", "\n")
    front = _FRONT.match(text)
    meta = _read_front_matter(front[1]) if front else {}
    body, heading, captions = strip_markdown(text[front.end() :] if front else text)
    from detente.reading.records_of_articles import parse_date, split_authors

    yield Draft(
        str(path),
        body,
        title=meta.get("title") or heading,
        authors=split_authors(meta.get("authors") or meta.get("author") or meta.get("byline")),
        outlet=meta.get("outlet") or meta.get("source"),
        published=parse_date(meta.get("published") or meta.get("date")),
        language=meta.get("language") or meta.get("lang"),
        url=meta.get("url"),
        captions=captions,
    )


def _read_front_matter(block: str) -> dict[str, str]:
    """``key: value`` lines; lists in brackets become ``;`` separated."""
    pairs = (
        line.partition(":") for line in block.splitlines() if ":" in line and not line.startswith((" ", "\t", "-"))
    )
    meta = {key.strip().lower(): value.strip().strip("\"'") for key, _, value in pairs}
    return {
        key: ";".join(part.strip(" \"'") for part in value[1:-1].split(",")) if value.startswith("[") else value
        for key, value in meta.items()
        if value
    }


def strip_markdown(text: str) -> tuple[str, str | None, tuple[str, ...]]:
    """Take the marks off a Markdown text.

    Args:
        text: Markdown.

    Returns:
        The plain text, the first heading of level one or none, and the captions of its images.
    """
    text = _UNDERLINED.sub(lambda match: f"# {match[1]}" if match[0].rstrip().endswith("=") else f"## {match[1]}", text)
    first = re.search(r"^# +(.+?)\s*#*\s*$", text, re.MULTILINE)
    captions = tuple(alt.strip() for alt in _IMAGE.findall(text) if len(alt.split()) > 2)
    text = _IMAGE.sub("", _FENCE.sub("", text))
    text = _LINK.sub(lambda match: match[1] or match[2], text)
    text = _HEADING.sub(r"\n\1\n", _QUOTE.sub("", _RULE.sub("", text)))
    text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    heading = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", first[1])) if first else None
    return text.replace("\\*", "*").replace("\\_", "_"), heading, captions
