"""Coding on this machine: one process, or all its cores."""

from __future__ import annotations

import functools
import multiprocessing as mp
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from detente.coding import Coder, Coding, code_document, load_coder
from detente.errors import InputError
from detente.records import Document

_AHEAD = 8  # documents queued a worker: enough to keep it busy, few enough to keep memory flat


@functools.cache
def _coder(name: str) -> Coder:
    return load_coder(name)


def _code(document: Document, coder: str) -> Coding:
    return code_document(document, _coder(coder))


def _quiet_threads() -> None:
    """One thread a worker: the cores are shared out already."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def code_all(
    documents: Iterable[Document | InputError], coder: str = "lexicon.v1", workers: int = 1
) -> Iterator[Coding | InputError]:
    """Code documents as they come; inputs that failed pass through in their place.

    Args:
        documents: what reading yields.
        coder: a coder's registered name.
        workers: processes; 1 codes in this one.

    Yields:
        One Coding or InputError for each input, in order.

    Raises:
        UnknownCoder: no coder is registered under that name.
    """
    if workers <= 1:
        for document in documents:
            yield document if isinstance(document, InputError) else _code(document, coder)
        return
    load_coder(coder)
    _quiet_threads()
    context = mp.get_context("forkserver" if "forkserver" in mp.get_all_start_methods() else "spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting: deque[Future[Coding] | InputError] = deque()
        for document in documents:
            waiting.append(
                document if isinstance(document, InputError) else pool.submit(_code, document, coder)
            )
            if len(waiting) >= workers * _AHEAD:
                yield _done(waiting.popleft())
        while waiting:
            yield _done(waiting.popleft())


def _done(item: Future[Coding] | InputError) -> Coding | InputError:
    return item if isinstance(item, InputError) else item.result()
