"""A thread that ends the process when it cannot heal, since Docker restarts what ends and nothing else."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial

BUG = 70  # the exit code
EVERY = 5.0  # seconds between two looks
PATIENCE = 12  # looks in a row at which the event loop may not answer

_log = logging.getLogger(__name__)


def _end(code: int) -> None:
    logging.shutdown()
    os._exit(code)  # the event loop is stuck: nothing gentler ends it


@contextmanager
def watched(
    failure: Callable[[], str | None],
    every: float = EVERY,
    patience: int = PATIENCE,
    end: Callable[[int], None] = _end,
) -> Iterator[None]:
    """Within this, end the process when `failure` names one, or when the running event loop is stuck."""
    over = threading.Event()
    look = partial(_look, asyncio.get_running_loop(), failure)
    thread = threading.Thread(target=_watch, args=(look, over, every, patience, end), name="watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _watch(
    look: Callable[[], Future[str | None]],
    over: threading.Event,
    every: float,
    patience: int,
    end: Callable[[int], None],
) -> None:
    silent, looked = 0, look()
    while not over.wait(every):
        silent = 0 if looked.done() else silent + 1
        reason = looked.result() if looked.done() else None
        if silent >= patience:
            reason = f"the event loop is stuck for {silent * every:.0f} s"
        if reason:
            _log.critical("ending, to be started again: %s", reason)
            end(BUG)
            return
        if looked.done():
            looked = look()


def _look(loop: asyncio.AbstractEventLoop, failure: Callable[[], str | None]) -> Future[str | None]:
    """Have the event loop look for a failure; what it finds."""
    found: Future[str | None] = Future()
    loop.call_soon_threadsafe(lambda: found.set_result(failure()))
    return found
