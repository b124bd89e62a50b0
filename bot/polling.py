"""Updates fetched from Telegram and confirmed once they are done. Knows no handlers.

Telegram forgets an update as soon as a later offset is asked for, hence the loop of our own: the library's moves
the offset on before anything is processed.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.delivery import seconds_told
from bot.limits import STANDARD, Limits
from bot.logs import described
from bot.outages import TRIED_AGAIN, Outage
from bot.work import Outcome, Work, id_of

RIVALRY = 60.0  # seconds since a conflict for which somebody else still polls: polls succeed between conflicts
_log = logging.getLogger(__name__)


class TokenRevokedError(Exception):
    """Telegram no longer accepts the token."""


class Polling:
    """Polls until it is told to stop."""

    def __init__(
        self,
        bot: Bot,
        work: Work,
        kinds: Sequence[str],
        limits: Limits = STANDARD,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.outage = Outage("receiving updates", _log, clock)
        self.rivalry = Outage("receiving updates alone", _log, clock, RIVALRY)
        self._last_success = -math.inf  # of a poll
        self._bot = bot
        self._work = work
        self._kinds = list(kinds)
        self._limits = limits
        self._clock = clock
        self._held: dict[int, asyncio.Task[Outcome]] = {}  # fetched and not yet confirmed, by id
        self._pause = limits.first_pause

    def age(self) -> float:
        """Seconds since a poll last succeeded; infinite before the first."""
        return self._clock() - self._last_success

    def obstacle(self) -> str | None:
        """Say who else takes updates away, None if nobody."""
        return f"updates go elsewhere: {self.rivalry.reason}" if self.rivalry.reason else None

    async def run(self) -> None:
        """Receive until cancelled. Raises `TokenRevokedError`."""
        while True:
            offset = self._offset()
            try:
                batch = await self._fetch(offset, self._limits.slots, self._limits.long_poll)
            except TelegramError as error:
                await self._recover(error)
                continue
            self._note_success(offset)
            await self._accept(batch)
            if self._unfinished():
                await asyncio.wait(self._unfinished(), timeout=self._limits.straggler)
            elif batch and self._offset() is None:
                await asyncio.sleep(self._limits.straggler)  # nothing in it can be confirmed: it will come again

    async def finish(self) -> None:
        """Let what is in work end, within the limits, and confirm what is done. The rest stays with Telegram."""
        if unfinished := self._unfinished():
            _log.info("finishing %d updates", len(unfinished))
            _, late = await asyncio.wait(unfinished, timeout=self._limits.drain)
            for task in late:
                task.cancel()
            await asyncio.wait(unfinished, timeout=self._limits.farewell)
        if left := sum(task.cancelled() for task in self._held.values()):
            _log.warning("%d updates are left for the next start", left)
        if self._offset() is not None:
            with suppress(TelegramError, TimeoutError):
                async with asyncio.timeout(self._limits.farewell):
                    await self._fetch(self._offset(), limit=1, timeout=0)

    def _offset(self) -> int | None:
        """Below it all is done. None where nothing waits to be confirmed: ids may start again anywhere."""
        waiting = [number for number, task in self._held.items() if not task.done() or task.cancelled()]
        return min(waiting) if waiting else max(self._held) + 1 if self._held else None

    def _unfinished(self) -> list[asyncio.Task[Outcome]]:
        return [task for task in self._held.values() if not task.done()]

    async def _fetch(self, offset: int | None, limit: int, timeout: int) -> list[object]:  # noqa: ASYNC109
        # get_updates() parses a batch as a whole, and one odd update would hide the others for ever.
        parameters = {"offset": offset, "limit": limit, "timeout": timeout, "allowed_updates": self._kinds}
        try:
            batch = await self._bot._post("getUpdates", parameters, read_timeout=timeout + self._limits.response)
        except (LookupError, TypeError) as error:
            raise TelegramError("the answer is JSON of another form") from error
        if not isinstance(batch, list):
            raise TelegramError("the answer holds no list of updates")
        return batch

    def _note_success(self, confirmed: int | None) -> None:
        self._last_success = self._clock()
        self._pause = self._limits.first_pause
        self.outage.over()
        self.rivalry.over()
        if confirmed is not None:
            self._held = {number: task for number, task in self._held.items() if number >= confirmed}

    async def _accept(self, batch: list[object]) -> None:
        """Start on what is not yet held."""
        for raw in batch:
            number = id_of(raw)
            if number is None:
                await self._work.handle(raw)  # which skips it
            elif number not in self._held:
                self._held[number] = asyncio.create_task(self._work.handle(raw, insist=True))

    async def _recover(self, error: TelegramError) -> None:
        """Wait before the next poll, longer each time."""
        if isinstance(error, Conflict):
            self.rivalry.failed(f"{described(error)}{_cure(error)}")
        else:
            self.outage.failed(f"{described(error)}{TRIED_AGAIN}")
        if isinstance(error, InvalidToken):
            await self._check_token()
        pause = self._pause
        if isinstance(error, RetryAfter):
            pause = max(pause, seconds_told(error))
        self._pause = min(2 * self._pause, self._limits.longest_pause)
        await asyncio.sleep(pause)

    async def _check_token(self) -> None:
        """A single 401 or 404 means nothing: what counts is whether the token is refused once more."""
        try:
            await self._bot.get_me()
        except InvalidToken as refusal:
            if "unauthorized" in refusal.message.lower():  # 404 is an outage: the token was good at the start
                raise TokenRevokedError from refusal
        except TelegramError:
            pass


def _cure(error: Conflict) -> str:
    if "webhook" in error.message:
        return "; delete the webhook, or restart with WHOSAID_TAKE_OVER=1"
    return "; stop the other program that uses this token"
