"""The base exchanged while the bot runs, by SIGHUP or an operator's /reload. Knows no answers."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import CallbackContext, CommandHandler, filters

from bot import texts
from bot.addressing import FROM_PERSON
from bot.fitted import responder_for, settle
from bot.rendering import render
from bot.sending import send
from knowledge import BaseProblems, Responder

_SHOWN = 20  # problems told in the chat
_log = logging.getLogger(__name__)


class Reloading:
    """Loads the folder again, and has the result installed only if nothing is wrong with it."""

    def __init__(self, folder: Path, responder: Responder, install: Callable[[Responder], None]) -> None:
        self.responder = responder  # in use now
        self._folder = folder
        self._install = install
        self._one_at_a_time = asyncio.Lock()
        self._tasks: set[asyncio.Task[str]] = set()

    def start(self) -> None:
        """Reload at each SIGHUP from now on, where there is such a signal."""
        with suppress(AttributeError, NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._reload_soon)

    def stop(self) -> None:
        """Let SIGHUP mean nothing of ours any more."""
        with suppress(AttributeError, NotImplementedError):
            asyncio.get_running_loop().remove_signal_handler(signal.SIGHUP)

    def handler(self, operators: Collection[int]) -> CommandHandler[CallbackContext[Any, Any, Any, Any], None]:
        """What handles the operators' command; for anyone else there is no such command."""
        theirs = FROM_PERSON & filters.ChatType.PRIVATE & filters.User(operators)
        return CommandHandler("reload", self._command, theirs)

    async def reload(self) -> str:
        """Put the base of the folder to use, and tell what came of it, problems with file and line."""
        async with self._one_at_a_time:
            used = self.responder.base
            try:
                responder = await asyncio.to_thread(responder_for, self._folder)
            except BaseProblems as error:
                _log.error("version %s stays in use; %d problem(s):\n%s", used.version, len(error.problems), error)
                return texts.not_reloaded(used, error.problems[:_SHOWN], len(error.problems))
            self._install(responder)
            self.responder = responder
            settle()
            _log.info("version %s is in use instead of %s", responder.base.version, used.version)
            return texts.reloaded(responder.base, used)

    def _reload_soon(self) -> None:
        task = asyncio.create_task(self.reload())
        self._tasks.add(task)  # the loop itself would not keep it
        task.add_done_callback(self._tasks.discard)

    async def _command(self, update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        if update.message is not None:
            await send(update.message, render(texts.said(await self.reload())))
