"""From paths to the record: what is read, what is skipped, what failed and why."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import InputError
from detente.store import Outcome, SeenInput, Store

if TYPE_CHECKING:
    from detente.coding import Coding
    from detente.records import Document

Read = Callable[[Path], Iterable["Document | InputError"]]
Code = Callable[[Iterable["Document | InputError"]], Iterator["Coding | InputError"]]


@dataclass(slots=True)
class Tally:
    """What became of the inputs.

    Attributes:
        added: documents new in the record.
        known: documents that were there already.
        unchanged: files that were not even read again.
        failed: inputs, or records in them, that could not be used.
        left: what coding left out, by reason.
    """

    added: int = 0
    known: int = 0
    unchanged: int = 0
    sentences: int = 0
    events: int = 0
    failed: list[InputError] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _OpenFile:
    """A file whose documents are not all in the record yet."""

    stamp: SeenInput
    waiting: set[str] = field(default_factory=set)
    is_read: bool = False
    documents: int = 0
    problems: list[InputError] = field(default_factory=list)


class Intake:
    """One run of ``add``: feeds documents to the coder and puts what comes back into the record.

    A file counts as read only when all its documents are in, so that a run that was killed reads it again,
    and codes again only what is missing.
    """

    def __init__(self, store: Store, read: Read, code: Code, report: Callable[[InputError], None]) -> None:
        self.tally = Tally()
        self._store = store
        self._read = read
        self._code = code
        self._report = report
        self._file_of: dict[str, _OpenFile] = {}  # by id of a document being coded

    def run(self, paths: Iterable[Path | InputError]) -> Iterator[Coding | None]:
        """Take in all paths.

        Yields:
            Each coding that was added, and None for each file that needed no coding; for progress.
        """
        for result in self._code(self._documents(paths)):
            if isinstance(result, InputError):
                self._fail(result)
                continue
            yield self._keep(result)

    def _documents(self, paths: Iterable[Path | InputError]) -> Iterator[Document]:
        for path in paths:
            if isinstance(path, InputError):
                self._fail(path)
            else:
                yield from self._documents_of(path)

    def _documents_of(self, path: Path) -> Iterator[Document]:
        """The documents of a file that the record lacks."""
        try:
            stamp, unchanged = self._stamp(path)
        except OSError as error:
            self._fail(InputError(str(path), f"can't be read: {error.strerror or error}"))
            return
        if unchanged:
            self.tally.unchanged += 1
            self.tally.known += stamp.documents
            return
        file = _OpenFile(stamp)
        try:
            for item in self._read(path):
                if isinstance(item, InputError):
                    self._fail(item, file)
                elif self._is_known(item, file):
                    self.tally.known += 1
                else:
                    file.waiting.add(item.id)
                    self._file_of[item.id] = file
                    yield item
        except InputError as error:
            self._fail(error, file)
        file.is_read = True
        self._close(file)

    def _is_known(self, document: Document, file: _OpenFile) -> bool:
        file.documents += 1
        if document.id in self._file_of:  # its twin is being coded
            self._file_of[document.id].waiting.add(document.id)
            self._twins.setdefault(document.id, []).append(document.source)
            return True
        if not self._store.has(document.id):
            return False
        self._store.add_source(document.id, document.source)
        return True

    def _keep(self, coding: Coding) -> Coding | None:
        document = coding.document
        try:
            added = self._store.add(coding)
        except InputError as error:
            self._fail(error, self._file_of.get(document.id))
            added = False
        else:
            self._count(coding, added)
        file = self._file_of.pop(document.id, None)
        if file:
            file.waiting.discard(document.id)
            self._close(file)
        return coding if added else None
