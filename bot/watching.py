"""A thread that ends the process when it cannot heal, since Docker restarts what ends and nothing else."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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
    loop = asyncio.get_running_loop()
    over = threading.Event()

    def watch() -> None:
        answered = threading.Event()
        found: list[str | None] = [None]
        silent = 0

        def look() -> None:
            found[0] = failure()
            answered.set()

        loop.call_soon_threadsafe(look)
        while not over.wait(every):
            silent = 0 if answered.is_set() else silent + 1
            reason = found[0] or (f"the event loop is stuck for {silent * every:.0f} s" if silent >= patience else None)
            if reason:
                _log.critical("ending, to be started again: %s", reason)
                end(BUG)
                return
            if answered.is_set():
                answered.clear()
                loop.call_soon_threadsafe(look)

    thread = threading.Thread(target=watch, name="watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
