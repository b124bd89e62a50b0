"""Updates worked through: each once, a chat's in their order, no more than there are slots at a time.

Knows no receiver: polling and a webhook hand over raw updates, and confirm them when `handle` returns.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from enum import Enum
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import Application

from bot import metrics
from bot.deadlines import deadline
from bot.limits import STANDARD, Limits
from bot.seen import LEASE, Seen, SeenInState, Sight
from bot.state import Memory

_log = logging.getLogger(__name__)


class Outcome(Enum):
    """What became of an update. All but `BUSY` may be confirmed to Telegram."""

    DONE = "done"
    CUT = "cut"  # it took too long
    REPEATED = "repeated"
    UNPARSABLE = "unparsable"
    BUSY = "busy"  # someone else is working on it


class Work:
    """Hands updates to the application. One that hangs or cannot be parsed does not stop the others."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        limits: Limits = STANDARD,
        seen: Seen | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.outcomes: Counter[Outcome] = Counter()
        self._application = application
        self._limits = limits
        self._seen = seen if seen is not None else SeenInState(Memory())
        self._clock = clock
        self._slots = asyncio.Semaphore(limits.slots)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()  # gone with its last user
        self._started: dict[int, float] = {}
        self._deadlines: dict[int, asyncio.Timeout] = {}

    @property
    def in_progress(self) -> int:
        """How many updates are in work."""
        return len(self._started)

    @property
    def oldest(self) -> float:
        """How many seconds the update longest in work has been there; 0 without any."""
        return self._clock() - min(self._started.values()) if self._started else 0

    @property
    def overdue(self) -> float:
        """For how many seconds an update has been in work that should have been cut; 0 without any."""
        now = asyncio.get_running_loop().time()
        return max((now - (each.when() or now) for each in self._deadlines.values() if each.expired()), default=0)

    async def handle(self, raw: object, insist: bool = False) -> Outcome:
        """Work through one update as Telegram sent it. Cancelled, it leaves the update to be handed over again.

        To insist is to wait, and the rest of the chat with it, until someone who began on it is done or counts as dead.
        """
        update = self._parsed(raw)
        if update is None:
            outcome = Outcome.UNPARSABLE
        else:
            async with self._turn(update), self._slots:
                while (outcome := await self._once(update)) is Outcome.BUSY and insist:  # noqa: ASYNC110 - nobody tells
                    await asyncio.sleep(self._limits.straggler)
        if outcome is Outcome.REPEATED:
            metrics.DUPLICATES.inc()
        elif outcome is Outcome.UNPARSABLE:
            metrics.UNPARSABLE.inc()
        self.outcomes[outcome] += 1
        return outcome

    def _parsed(self, raw: object) -> Update | None:
        number = id_of(raw)
        try:
            fault = "it has no id"
            if isinstance(raw, dict) and number is not None:
                update = Update.de_json(raw, self._application.bot)
                if update.effective_message is None or update.effective_chat is not None:
                    return update
                fault = "its message has no chat"  # the library does not mind; whoever answers would
        except Exception as error:  # whatever breaks in there, it is this update's fault
            fault = type(error).__name__
        _log.error("update %s skipped, it cannot be parsed: %s", number, fault)
        return None

    @asynccontextmanager
    async def _turn(self, update: Update) -> AsyncIterator[None]:
        """Wait until no earlier update of the chat is in work."""
        place = update.effective_chat or update.effective_user
        if place is None:
            yield
            return
        turn = self._turns.setdefault(place.id, asyncio.Lock())
        async with turn:
            yield

    async def _once(self, update: Update) -> Outcome:
        number = update.update_id
        sight = await self._seen.begin(number)
        if sight is not Sight.NEW:
            return Outcome.REPEATED if sight is Sight.DONE else Outcome.BUSY
        self._started[number] = self._clock()
        holding = asyncio.create_task(self._hold(number))
        try:
            outcome = await self._within_limits(update)
            holding.cancel()
            await asyncio.wait([holding])  # or it might overwrite what follows
            await self._seen.finish(number)
        except asyncio.CancelledError:
            await self._seen.give_up(number)
            raise
        finally:
            holding.cancel()
            del self._started[number]
            self._deadlines.pop(number, None)
        return outcome

    async def _hold(self, number: int) -> None:
        """Let no other replica take the update while it is in work, however long Telegram makes it wait."""
        while True:
            await asyncio.sleep(LEASE / 2)
            await self._seen.hold(number)

    async def _within_limits(self, update: Update) -> Outcome:
        try:
            async with deadline(self._limits.cut) as self._deadlines[update.update_id]:
                await self._application.process_update(update)
        except TimeoutError as error:
            with_apology = self._application.process_error(update, error)
            try:
                async with asyncio.timeout(self._limits.cut):
                    await with_apology
            except TimeoutError:
                _log.warning("update %d: the apology took too long as well", update.update_id)
            return Outcome.CUT
        return Outcome.DONE


def id_of(raw: object) -> int | None:
    """Id of a raw update; None if it has none."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if type(number) is int else None
