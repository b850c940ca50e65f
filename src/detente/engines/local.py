"""Coding on this machine: one process, or all its cores."""

from __future__ import annotations

import functools
import logging
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from detente.coding import Coder, Coding, code_document, load_coder
from detente.engines.processes import open_pool
from detente.errors import DetenteError, InputError, UncodableInput, WorkerDied
from detente.ledgers import with_ledger
from detente.records import Document

_AHEAD = 8  # documents queued a worker: enough to keep it busy, few enough to keep memory flat
_NAMED = 3  # documents that a message names
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Failure:
    """A document on which the coder failed, with the trace, for a traceback doesn't cross processes."""

    error: UncodableInput
    trace: str


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A document that a worker has, or will have."""

    source: str
    result: Future[Coding | _Failure]


@functools.cache
def _coder(name: str) -> Coder:
    return load_coder(name)


def _code(document: Document, coder: str, ledgers: bool) -> Coding | _Failure:
    """Code one document; a coder's mistake on it must not cost the others."""
    try:
        coding = code_document(document, _coder(coder))
        return with_ledger(coding) if ledgers else coding
    except (DetenteError, ImportError):
        raise  # nothing of this document's: every other would fail alike
    except Exception as error:  # noqa: BLE001
        reason = f"the coder {coder} failed on it: {type(error).__name__}: {error}"
        return _Failure(UncodableInput(document.source, reason), traceback.format_exc())


def code_all(
    documents: Iterable[Document | InputError], coder: str = "blind.v1", workers: int = 1, ledgers: bool = True
) -> Iterator[Coding | InputError]:
    """Code documents as they come; inputs that failed pass through in their place.

    Args:
        documents: what reading yields.
        coder: a coder's registered name.
        workers: processes; 1 codes in this one.
        ledgers: whether to read what the documents say beyond events too.

    Yields:
        One Coding or InputError for each input, in order. A document on which the coder fails unexpectedly
        yields UncodableInput, and its traceback is logged at debug level.

    Raises:
        UnknownCoder: no coder is registered under that name.
        WorkerDied: a process was killed, or crashed, while it coded.
    """
    _coder(coder)
    if workers <= 1:
        for document in documents:
            yield document if isinstance(document, InputError) else _opened(_code(document, coder, ledgers))
        return
    pool = open_pool(workers)
    waiting: deque[_Waiting | InputError] = deque()
    try:
        for document in documents:
            waiting.append(
                document
                if isinstance(document, InputError)
                else _Waiting(document.source, pool.submit(_code, document, coder, ledgers))
            )
            if len(waiting) >= workers * _AHEAD:
                yield _first_done(waiting)
        while waiting:
            yield _first_done(waiting)
    except BrokenProcessPool as error:
        raise WorkerDied(_what_died(waiting)) from error
    finally:
        pool.shutdown(cancel_futures=True)  # whoever stops early doesn't wait for what is queued


def _first_done(waiting: deque[_Waiting | InputError]) -> Coding | InputError:
    """What became of the first in the queue, which leaves it once that is known."""
    first = waiting[0]
    done = first if isinstance(first, InputError) else _opened(first.result.result())
    waiting.popleft()
    return done


def _what_died(waiting: Iterable[_Waiting | InputError]) -> str:
    """The message for a dead worker: which documents it may have died of."""
    uncoded = [item.source for item in waiting if isinstance(item, _Waiting) and not _is_coded(item.result)]
    shown = ", ".join(uncoded[:_NAMED]) + (f" and {len(uncoded) - _NAMED:,} more" if len(uncoded) > _NAMED else "")
    return (
        "a worker process died, killed or out of memory; "
        f"what was coded before stands, not coded are {shown}. Try again with fewer workers"
    )


def _is_coded(result: Future[Coding | _Failure]) -> bool:
    return result.done() and not result.cancelled() and result.exception() is None


def _opened(result: Coding | _Failure) -> Coding | InputError:
    if isinstance(result, Coding):
        return result
    _log.debug("%s\n%s", result.error, result.trace)
    return result.error
