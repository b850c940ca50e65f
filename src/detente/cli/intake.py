"""From paths to the record: what is read, what is skipped, what failed and why."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import InputError, UnreadableInput
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

    @property
    def failed_inputs(self) -> int:
        """How many inputs failed, each counted once however often it did."""
        return len({error.source for error in self.failed})


@dataclass(slots=True)
class _OpenFile:
    """A file whose documents are not all in the record yet."""

    stamp: SeenInput
    waiting: int = 0  # documents being coded
    is_read: bool = False
    documents: int = 0
    problems: list[InputError] = field(default_factory=list)


class Intake:
    """One run of ``add``: feeds documents to the coder and puts what comes back into the record.

    A file counts as read only when all its documents are in, so that the run after one that was killed reads
    it again, and codes only what is missing.
    """

    def __init__(self, store: Store, read: Read, code: Code, report: Callable[[InputError], None]) -> None:
        self.tally = Tally()
        self._store = store
        self._read = read
        self._code = code
        self._report = report
        # Who waits for a document that is being coded, by its id: the first is the file it came from,
        # the rest hold the same text.
        self._waiting: dict[str, list[tuple[_OpenFile, str]]] = {}

    def run(self, paths: Iterable[Path | InputError]) -> Iterator[Coding | InputError]:
        """Take in all paths.

        Yields:
            What coding made of each document, as it comes in.
        """
        for result in self._code(self._documents(paths)):
            if isinstance(result, InputError):
                self._fail(result)
            else:
                self._keep(result)
            yield result

    def _documents(self, paths: Iterable[Path | InputError]) -> Iterator[Document]:
        for path in paths:
            if isinstance(path, InputError):
                self._fail(path)
            else:
                yield from self._documents_of(path)

    def _documents_of(self, path: Path) -> Iterator[Document]:
        """The documents of a file that the record lacks."""
        try:
            seen, stamp = self._look_at(path)
        except OSError as error:
            self._fail(UnreadableInput(str(path), f"can't be read: {error.strerror or error}"))
            return
        if seen:
            self.tally.unchanged += 1
            self.tally.known += stamp.documents
            return
        file = _OpenFile(stamp)
        try:
            for item in self._read(path):
                if isinstance(item, InputError):
                    self._fail(item, file)
                elif self._is_new(item, file):
                    yield item
        except InputError as error:
            self._fail(error, file)
        file.is_read = True
        self._close(file)

    def _look_at(self, path: Path) -> tuple[bool, SeenInput]:
        """Whether a file is as it was when it was last read to its end, and how it is now."""
        place, status = str(path.resolve()), path.stat()
        seen = self._store.seen_input(place)
        same_size = seen is not None and seen.outcome is Outcome.DONE and seen.size == status.st_size
        if seen and same_size and seen.modified == status.st_mtime_ns:
            return True, seen
        with path.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
        stamp = SeenInput(place, status.st_size, status.st_mtime_ns, digest, Outcome.DONE)
        if seen and same_size and seen.digest == digest:  # touched, copied or checked out anew
            stamp = replace(seen, modified=status.st_mtime_ns)
            self._store.record_input(stamp)
            return True, stamp
        return False, stamp

    def _is_new(self, document: Document, file: _OpenFile) -> bool:
        """Whether a document has to be coded; else its source is added to what is known."""
        file.documents += 1
        waiting = self._waiting.get(document.id)
        if waiting is None and not self._store.has(document.id):
            self._waiting[document.id] = [(file, document.source)]
            file.waiting += 1
            return True
        self.tally.known += 1
        if waiting is None:
            self._store.add_source(document.id, document.source)
        else:
            waiting.append((file, document.source))
            file.waiting += 1
        return False

    def _keep(self, coding: Coding) -> None:
        document = coding.document
        waiting = self._waiting.pop(document.id, [])
        try:
            added = self._store.add(coding)
        except InputError as error:
            self._fail(error, *(file for file, _ in waiting))
        else:
            self._count(coding, added)
            for _, source in waiting[1:]:
                self._store.add_source(document.id, source)
        for file, _ in waiting:
            file.waiting -= 1
            self._close(file)

    def _count(self, coding: Coding, added: bool) -> None:
        if not added:  # another process was faster
            self.tally.known += 1
            return
        self.tally.added += 1
        self.tally.sentences += len(coding.sentences)
        self.tally.events += len(coding.events)
        self.tally.left.update(coding.left)

    def _fail(self, error: InputError, *files: _OpenFile) -> None:
        self.tally.failed.append(error)
        for file in files:
            file.problems.append(error)
        self._report(error)

    def _close(self, file: _OpenFile) -> None:
        """Remember a file once all that came out of it is in the record."""
        if not file.is_read or file.waiting:
            return
        outcome = Outcome.DONE
        if file.problems:
            outcome = Outcome.PART if file.documents else Outcome.FAILED
        reason = file.problems[0].reason if file.problems else None
        self._store.record_input(replace(file.stamp, outcome=outcome, reason=reason, documents=file.documents))
