"""The watch: what ends the process, and that nothing else does."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bot.watching import BUG, watched

SOON = 0.005


async def test_failure_ends_the_process(caplog: pytest.LogCaptureFixture) -> None:
    """What only a restart mends is logged, and the process ends with our bug's code."""
    loop, ended = asyncio.get_running_loop(), asyncio.Queue[int]()
    with watched(
        lambda: "an update is stuck", SOON, end=lambda code: loop.call_soon_threadsafe(ended.put_nowait, code)
    ):
        assert await ended.get() == BUG
    assert "ending, to be started again: an update is stuck" in caplog.text


async def test_stuck_event_loop_ends_the_process(caplog: pytest.LogCaptureFixture) -> None:
    """An event loop that answers nobody is ended from outside it."""
    ended = threading.Event()
    with watched(lambda: None, SOON, patience=3, end=lambda _: ended.set()):
        assert ended.wait(30), "blocks the loop, as a bug would"
    assert "the event loop is stuck" in caplog.text


async def test_healthy_process_goes_on() -> None:
    """While the loop answers and nothing fails, look after look, the process goes on."""
    looks: asyncio.Queue[None] = asyncio.Queue()
    ended: list[int] = []

    def failure() -> None:
        looks.put_nowait(None)

    with watched(failure, SOON, patience=10_000, end=ended.append):
        for _ in range(5):
            await looks.get()
    assert ended == []
    assert "watch" not in {thread.name for thread in threading.enumerate()}
