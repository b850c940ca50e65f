"""Détente: a dated, sourced record of who did what to whom between states.

import detente

for document in detente.read("articles/"):
    coding = detente.code(document)
    for event in coding.events:
        print(event.root, event.when.start, event.evidence.sentence.of(document.text))

with detente.open("detente.db") as record:
    record.add(coding)
    record.regroup()
    print(record.contacts())
    print(record.relation("CHN", "JPN").index("quarter").rows)
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.errors import DetenteError, InputError
from detente.records import Contact, Document, Event, Mention, Occurrence, When

if TYPE_CHECKING:
    from detente.coding import Coding
    from detente.measures import Record

__version__ = "0.1.0"
__all__ = [
    "Contact",
    "DetenteError",
    "Document",
    "Event",
    "InputError",
    "Mention",
    "Occurrence",
    "When",
    "code",
    "open",
    "read",
]

_log = logging.getLogger(__name__)


def read(*paths: str | os.PathLike[str]) -> Iterator[Document]:
    """Read articles.

    Args:
        paths: files, folders or globs, of the formats that ``detente add`` takes.

    Yields:
        One document an article. An input that can't be used is logged as a warning and passed over; use
        :func:`detente.reading.read_path` to have it as a value.
    """
    from detente.reading import find_sources, read_path

    for source in find_sources([os.fspath(path) for path in paths]):
        for found in [source] if isinstance(source, InputError) else read_path(source):
            if isinstance(found, InputError):
                _log.warning("%s", found)
            else:
                yield found


def code(document: Document, coder: str = "blind.v1") -> Coding:
    """Read the events off one article.

    Args:
        document: the article.
        coder: a coder's registered name.

    Returns:
        Its sentences, mentions and events, with what was left out by reason.

    Raises:
        UnknownCoder: no coder is registered under that name.
    """
    from detente.coding import code_document, load_coder
    from detente.ledgers import with_ledger

    return with_ledger(code_document(document, load_coder(coder)))


def open(where: str | os.PathLike[str] = "detente.db", create: bool = True) -> Record:  # noqa: A001
    """Open a record.

    Args:
        where: a SQLite file, or a database URL.
        create: make it when it is missing.

    Raises:
        StoreError: it can't be opened, or is no record of ours.
    """
    from detente.measures import Record

    return Record.open(where, create=create)
