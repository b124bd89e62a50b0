"""When a request goes out, and how it is repeated if Telegram did not take it. Knows no receiver and no answers.

A message is repeated only where it cannot have arrived, so that no question is answered twice.
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import timedelta
from functools import partial
from html import unescape
from typing import Any, TypeAlias

import httpx
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot import metrics
from bot.deadlines import extend_deadline
from bot.limits import STANDARD, Limits
from bot.logs import described
from bot.outages import TRIED_AGAIN, Outage
from bot.rates import Rate

Parameters: TypeAlias = dict[str, Any]
Result: TypeAlias = bool | Parameters | list[Parameters]
_Callback = Callable[..., Coroutine[Any, Any, Result]]

_PACED = ("sendMessage", "sendPhoto", "editMessageText")
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_log = logging.getLogger(__name__)


class Delivery(BaseRateLimiter[None]):
    """Stands between the bot and Telegram, for every request but polls."""

    def __init__(self, limits: Limits = STANDARD, clock: Callable[[], float] = time.monotonic) -> None:
        self.counts: Counter[str] = Counter()  # "too many", "unreachable", "plain", "moved": see where they are added
        self.outage = Outage("reaching Telegram", _log, clock)
        self._limits = limits
        self._clock = clock
        self._chats = Rate(1, limits.chat_interval, clock)
        self._groups = Rate(limits.group_burst, limits.group_interval, clock)
        self._hurried = asyncio.Event()

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Nothing is kept."""

    def hurry(self) -> None:
        """From now on, whoever would wait until Telegram takes a request is cancelled instead."""
        self._hurried.set()

    async def process_request(
        self,
        callback: _Callback,
        args: Any,  # noqa: ARG002 - they are endpoint and data
        kwargs: Parameters,
        endpoint: str,
        data: Parameters,
        rate_limit_args: None,  # noqa: ARG002
    ) -> Result:
        """Send the request; amend it once where Telegram says how."""
        insist = partial(self._insist, partial(callback, endpoint, **kwargs), endpoint)
        try:
            return await insist(data)
        except ChatMigrated as moved:  # the group got another id, and the same people wait there
            self.counts["moved"] += 1
            return await insist(data | {"chat_id": moved.new_chat_id})
        except BadRequest as refusal:
            if "can't parse entities" not in refusal.message.lower() or "text" not in data:
                raise
            self.counts["plain"] += 1
            metrics.PLAIN_RETRIES.inc()
            _log.error("%s: Telegram cannot read the markup, it goes out as plain text", endpoint)
            return await insist(_plain(data))

    async def _insist(self, send: _Callback, endpoint: str, data: Parameters) -> Result:
        """Send until Telegram takes it, refuses it, or lets us wait too long."""
        patience, attempt = self._limits.told, 0
        while True:
            await self._take_turn(endpoint, data)
            begun = self._clock()
            try:
                result = await send(data=data)
            except TelegramError as error:
                told = _told(error, attempt)
                if told is not None and told <= patience:
                    self.counts["too many"] += 1
                    patience -= told
                    pause = told
                elif isinstance(error.__cause__, _NEVER_SENT):
                    self.counts["unreachable"] += 1
                    self.outage.failed(f"{described(error)}{TRIED_AGAIN}")
                    pause = min(self._limits.first_pause * 2 ** min(attempt, 9), self._limits.longest_pause)
                else:
                    raise
                extend_deadline(self._clock() - begun)
            else:
                self.outage.over()
                return result
            attempt += 1
            await self._wait(pause)

    async def _take_turn(self, endpoint: str, data: Parameters) -> None:
        """Wait until the chat may get another message."""
        chat = data.get("chat_id")
        if endpoint not in _PACED or not isinstance(chat, int):
            return
        pause = self._chats.take(chat)
        if chat < 0:  # a group
            pause = max(pause, self._groups.take(chat))
        if pause:
            extend_deadline(pause)
            await asyncio.sleep(pause)

    async def _wait(self, seconds: float) -> None:
        extend_deadline(seconds)
        try:
            async with asyncio.timeout(seconds):
                await self._hurried.wait()
        except TimeoutError:
            return
        raise asyncio.CancelledError


def may_have_arrived(error: Exception) -> bool:
    """Whether a request went out and no response came in."""
    return isinstance(error.__cause__, httpx.HTTPError) and not isinstance(error.__cause__, _NEVER_SENT)


def seconds_told(error: RetryAfter) -> float:
    """How long Telegram wants us to wait."""
    told = error.retry_after
    return told.total_seconds() if isinstance(told, timedelta) else told


def _told(error: TelegramError, attempt: int) -> float | None:
    """How long to wait before the same request; None where the error is not about that."""
    if isinstance(error, RetryAfter):
        return seconds_told(error)
    if isinstance(error, NetworkError) and error.message.startswith("Too Many Requests"):
        return float(2**attempt)  # Telegram did not say
    return None


def _plain(data: Parameters) -> Parameters:
    """Return the message without its markup."""
    text = unescape(re.sub(r"<[^>]*>", "", data["text"]))
    return {name: value for name, value in data.items() if name != "parse_mode"} | {"text": text}
