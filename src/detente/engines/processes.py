"""The processes that code side by side: forked from one server, which has loaded what they share."""

from __future__ import annotations

import gc
import multiprocessing as mp
import os
import signal
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.context import BaseContext

_PARENT_WATCH = 2.0  # seconds between two looks at whether the parent lives
_SELDOM = (50_000, 20, 20)  # allocations between searches for garbage: coding makes much, and few cycles


def start_server() -> None:
    """Let the server begin to load, if this system has one, while this process has other things to do."""
    if _context().get_start_method() == "forkserver":
        from multiprocessing import forkserver  # which some systems can't import

        forkserver.ensure_running()


def open_pool(workers: int) -> ProcessPoolExecutor:
    """Processes that wait for work, and end with this one."""
    return ProcessPoolExecutor(workers, mp_context=_context(), initializer=_begin_work, initargs=(os.getpid(),))


def _context() -> BaseContext:
    """How workers start: forked from a server without threads; on Linux, from one that has loaded what they share.

    Each has one thread: the cores are shared out already.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    if "forkserver" not in mp.get_all_start_methods():
        return mp.get_context("spawn")
    context = mp.get_context("forkserver")
    if sys.platform == "linux":  # elsewhere, numerical libraries may not live through a fork
        context.set_forkserver_preload(["detente.engines.warm"])
    return context


def _begin_work(parent: int) -> None:
    """Leave interrupts to the parent, and end with it: a worker whose parent was killed would wait for ever."""
    gc.set_threshold(*_SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(parent,), daemon=True).start()


def _end_with_parent(parent: int) -> None:
    """The parent by its id: a forkserver stands between, so getppid() doesn't tell."""
    while True:
        try:
            os.kill(parent, 0)
        except ProcessLookupError:
            os._exit(1)
        time.sleep(_PARENT_WATCH)
