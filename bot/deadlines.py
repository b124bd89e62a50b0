"""The time an update may take, and how waiting that is nobody's fault is added to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar

_current: ContextVar[asyncio.Timeout | None] = ContextVar("deadline", default=None)


@asynccontextmanager
async def deadline(seconds: float) -> AsyncIterator[asyncio.Timeout]:
    """Cut what runs inside after this time; what is yielded tells when that is. Raises `TimeoutError`."""
    async with asyncio.timeout(seconds) as timeout:
        outer = _current.set(timeout)
        try:
            yield timeout
        finally:
            _current.reset(outer)


def extend_deadline(seconds: float) -> None:
    """Give the update in work this much longer; outside of any nothing happens."""
    timeout = _current.get()
    if timeout is not None and not timeout.expired():
        timeout.reschedule((timeout.when() or 0) + seconds)
