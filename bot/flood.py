"""Who asks too much gets one notice, then silence for a while. Knows no answers."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from telegram import Message, Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, BaseHandler, CallbackContext, TypeHandler

from bot import metrics, texts
from bot.addressing import is_for_bot, is_private
from bot.conversations import Conversations
from bot.limits import Limits
from bot.observing import note
from bot.rendering import render
from bot.sending import acknowledge, send
from bot.state import LIMIT, NOTICE, State

GROUP = -1  # the library's: before all other handlers


class Flood:
    """Lets a person's messages and presses through, as many as the limits allow; in a group, all people's."""

    def __init__(self, state: State, conversations: Conversations, limits: Limits) -> None:
        self._state = state
        self._conversations = conversations
        self._limits = limits

    def handler(self) -> BaseHandler[Update, CallbackContext[Any, Any, Any, Any], None]:
        """What has to see every update before the others, in the group `GROUP`."""
        return TypeHandler(Update, self._guard)

    async def _guard(self, update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        flooded = await self._flooded(update)
        if flooded is None:
            return
        metrics.LIMITED.inc()
        note("limited")
        first = await self._state.add(NOTICE, flooded, "told")
        with suppress(TelegramError):  # who floods may as well have blocked the bot
            if update.callback_query is not None:
                await acknowledge(update.callback_query, texts.SLOWER if first else None)
            elif update.message is not None and first:
                await send(update.message, render(texts.said(texts.SLOWER)))
        raise ApplicationHandlerStop

    async def _flooded(self, update: Update) -> str | None:
        """Name the person or the group that is over its limit. What the bot would not answer does not count."""
        message = update.message or update.edited_message
        if update.callback_query is None and (message is None or not await self._is_answered(message)):
            return None
        asker = message.sender_chat if message is not None and message.sender_chat else update.effective_user
        person, limits = f"person {asker.id if asker else None}", self._limits
        if await self._is_over(person, limits.person_burst, limits.person_interval):
            return person
        if message is None or is_private(message):
            return None
        group = f"group {message.chat.id}"
        return group if await self._is_over(group, limits.asked_burst, limits.asked_interval) else None

    async def _is_answered(self, message: Message) -> bool:
        """Whether the bot may have an answer: not to what others say, nor to each picture of an album."""
        rest = message.caption is None and await self._conversations.began(message.chat.id, message.media_group_id)
        return is_for_bot(message) and not rest

    async def _is_over(self, key: str, burst: int, interval: float) -> bool:
        """Take one more; an interval of 0 is no limit."""
        return interval > 0 and not await self._state.take(LIMIT, key, burst, interval)
