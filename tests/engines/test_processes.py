"""The processes that code: how they start, and what is loaded for them."""

import multiprocessing as mp
import os
import sys

import pytest

from detente.engines.processes import open_pool, start_server

_GIVEN = os.environ.get("OMP_NUM_THREADS", "1")  # a user's own number stands


def _threads() -> str:
    return os.environ["OMP_NUM_THREADS"]


def _has_loaded() -> bool:
    return "detente.engines.warm" in sys.modules


@pytest.mark.skipif("forkserver" not in mp.get_all_start_methods(), reason="this system has no server to fork from")
def test_a_server_started_early_is_the_one_that_workers_are_forked_from() -> None:
    from multiprocessing import forkserver

    start_server()
    server = forkserver._forkserver._forkserver_pid
    assert server is not None
    with open_pool(1) as pool:
        assert pool.submit(os.getppid).result() == server
        assert pool.submit(_has_loaded).result() is (sys.platform == "linux")


def test_a_worker_has_one_thread_unless_the_user_gives_it_more() -> None:
    with open_pool(1) as pool:
        assert pool.submit(_threads).result() == _GIVEN
