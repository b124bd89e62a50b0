"""Which updates were seen before, so that a repeat is not answered twice. Knows no Telegram.

The methods are asynchronous so that a store shared by several processes can stand in for this memory.
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from bot.state import UPDATE, State

LEASE = 20.0  # seconds after which who took an update, and neither finished nor held it since, counts as dead


class Sight(Enum):
    """What is known of an update."""

    NEW = "new"  # it is ours to answer
    IN_WORK = "in work"  # someone is answering it
    DONE = "done"


class Seen(Protocol):
    """Where the ids of updates are kept."""

    async def begin(self, update: int) -> Sight:
        """Take the update, if it is new. Whoever takes it calls `finish` or `give_up` later."""

    async def hold(self, update: int) -> None:
        """Keep the update as ours for another `LEASE`."""

    async def finish(self, update: int) -> None:
        """Keep the update as done."""

    async def give_up(self, update: int) -> None:
        """Forget the update: whoever gets it next answers it."""


class SeenInState:
    """Ids in state, which may be shared. By the key alone, never "no newer than the last": ids start again anywhere."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def begin(self, update: int) -> Sight:
        """Take the update, if it is new. Taken by who died since, it is new again after `LEASE`."""
        if await self._state.add(UPDATE, str(update), Sight.IN_WORK.value, LEASE):
            return Sight.NEW
        known = await self._state.get(UPDATE, str(update))
        return Sight.DONE if known == Sight.DONE.value else Sight.IN_WORK

    async def hold(self, update: int) -> None:
        """Keep the update as ours for another `LEASE`."""
        await self._state.put(UPDATE, str(update), Sight.IN_WORK.value, LEASE)

    async def finish(self, update: int) -> None:
        """Keep the update as done."""
        await self._state.put(UPDATE, str(update), Sight.DONE.value)

    async def give_up(self, update: int) -> None:
        """Forget the update."""
        await self._state.remove(UPDATE, str(update))
