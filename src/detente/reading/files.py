"""Paths -> files to read; a file -> documents."""

from __future__ import annotations

import glob
import logging
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from detente.errors import InputError, UnreadableInput
from detente.reading.article import Draft, finish_document
from detente.reading.options import ReadOptions
from detente.records import Document

_log = logging.getLogger(__name__)
_Reader = Callable[[Path, ReadOptions], Iterator[Draft | InputError]]

# Readers by suffix, each imported when a file first needs it: some bring heavy libraries.
_READERS = {
    ".txt": "plain_text.read_text_drafts",
    ".text": "plain_text.read_text_drafts",
    ".md": "plain_text.read_markdown_drafts",
    ".markdown": "plain_text.read_markdown_drafts",
    ".html": "web_page.read_page_drafts",
    ".htm": "web_page.read_page_drafts",
    ".xhtml": "web_page.read_page_drafts",
    ".pdf": "pdf.read_pdf_drafts",
    ".docx": "word.read_word_drafts",
    ".jsonl": "records_of_articles.read_json_drafts",
    ".ndjson": "records_of_articles.read_json_drafts",
    ".csv": "records_of_articles.read_csv_drafts",
    ".tsv": "records_of_articles.read_csv_drafts",
    ".eml": "mail.read_mail_drafts",
    ".xml": "feed.read_feed_drafts",
    ".rss": "feed.read_feed_drafts",
    ".atom": "feed.read_feed_drafts",
}
SUFFIXES = tuple(_READERS)


def read_path(path: Path, options: ReadOptions | None = None) -> Iterator[Document | InputError]:
    """Read a file into its documents; what can't be read is told, and the rest goes on.

    Args:
        path: a file, named as the user named it.
        options: what the user says about the documents.

    Yields:
        Documents in order of the file, and an InputError for each record, or for the file, that can't be
        used.
    """
    options = options or ReadOptions()
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        yield UnreadableInput(
            str(path), f"a format we don't read: {path.suffix or 'no suffix'} (known: {' '.join(SUFFIXES)})"
        )
        return
    module, _, name = reader.partition(".")
    read_drafts = cast(_Reader, getattr(import_module(f"detente.reading.{module}"), name))
    try:
        for draft in read_drafts(path, options):
            yield draft if isinstance(draft, InputError) else _finish(draft, options)
    except InputError as error:
        yield error
    except OSError as error:
        yield UnreadableInput(str(path), _explain(error))


def _finish(draft: Draft, options: ReadOptions) -> Document | InputError:
    try:
        return finish_document(draft, options)
    except InputError as error:
        return error


def _explain(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def find_sources(paths: Sequence[str], skipped: Counter[str] | None = None) -> Iterator[Path | InputError]:
    """Find the files that paths name.

    Args:
        paths: files, folders (searched whole, in order of name, without hidden files) and patterns such
            as ``news/*.txt`` or ``news/**/*.html``.
        skipped: counts, by suffix, the files of folders that are of no format we read.

    Yields:
        Files, each once however often it is named; an InputError for each path that is missing or can't
        be opened.
    """
    skipped = Counter() if skipped is None else skipped
    seen: set[str] = set()
    for given in paths:
        for found in _expand(given, skipped):
            if isinstance(found, InputError):
                yield found
            elif (key := os.path.realpath(found)) not in seen:
                seen.add(key)
                yield found
    if skipped:
        _log.info(
            "files of other formats left out: %s",
            ", ".join(f"{n} {suffix}" for suffix, n in sorted(skipped.items())),
        )


def _expand(given: str, skipped: Counter[str]) -> Iterator[Path | InputError]:
    path = Path(given)
    if not given.strip():
        yield UnreadableInput(repr(given), "an empty path")
    elif path.is_dir():
        yield from _walk(path, skipped)
    elif path.exists():
        yield path if os.access(path, os.R_OK) else UnreadableInput(given, "permission denied")
    elif glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207  (a pattern may be absolute)
        if not matches:
            yield UnreadableInput(given, "no file matches")
        for match in matches:
            yield from _expand(match, skipped)
    else:
        yield UnreadableInput(given, "no such file or folder")


def _walk(folder: Path, skipped: Counter[str]) -> Iterator[Path | InputError]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield UnreadableInput(str(folder), _explain(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link to a folder above would go round for ever
                yield from _walk(entry, skipped)
        elif entry.suffix.lower() not in _READERS:
            skipped[entry.suffix.lower() or "no suffix"] += 1
        elif not os.access(entry, os.R_OK):
            yield UnreadableInput(str(entry), "permission denied")
        else:
            yield entry
