"""Deadlines: what takes too long is cut, and waiting that is nobody's fault is added."""

from __future__ import annotations

import asyncio

import pytest

from bot.deadlines import deadline, extend_deadline


async def test_what_takes_too_long_is_cut() -> None:
    """At its end what runs inside is cut."""
    with pytest.raises(TimeoutError):
        async with deadline(0.001):
            await asyncio.Event().wait()


async def test_waiting_is_added_inside_and_nowhere_else() -> None:
    """Inside it moves the end; before and after there is nothing to move."""
    extend_deadline(5)
    async with deadline(1) as end:
        before = end.when()
        extend_deadline(5)
        assert before is not None
        assert end.when() == before + 5
    extend_deadline(5)
    assert end.when() == before + 5
