"""The bot put together. Knows the settings, and nothing of what is said or how updates arrive."""

from __future__ import annotations

import logging
from typing import Any, TypeAlias

from telegram import BotCommand, Update
from telegram.error import RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder, CallbackContext

from bot import texts
from bot.conversations import Conversations
from bot.delivery import Delivery, may_have_arrived, nobody_waits
from bot.handlers import Handlers, Misses, keep_nothing
from bot.limits import STANDARD, Limits
from bot.logs import described
from bot.metrics import CountedRequest
from bot.observing import note, observed
from bot.rendering import render
from bot.sending import send
from bot.settings import Settings
from bot.state import Memory, State
from knowledge import Responder

BotApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
UPDATES = ("message", "callback_query")  # all that is asked of Telegram; the rest is nothing to us

_log = logging.getLogger(__name__)


class _Application(Application[Any, Any, Any, Any, Any, Any]):
    """The library's application; what becomes of each update is logged and counted, and no id is kept."""

    async def process_update(self, update: object) -> None:
        """Hand the update to the handlers."""
        if isinstance(update, Update):
            with observed(update):
                await super().process_update(update)

    def _mark_for_persistence_update(self, **_: object) -> None:
        """The library notes the id of every chat and person here, for ever, even where nothing is persisted."""


def build_application(
    settings: Settings,
    responder: Responder,
    misses: Misses = keep_nothing,
    state: State | None = None,
    limits: Limits = STANDARD,
) -> BotApplication:
    """Return the whole bot without an updater: whoever receives updates calls `process_update` with them.

    State is kept in memory unless it is given; whoever gives it closes it. Raises `ConfigurationError` where the
    token is missing or malformed; nothing is sent yet.
    """
    application = (
        ApplicationBuilder()
        .application_class(_Application)
        .token(settings.bot_token().get_secret_value())
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(CountedRequest(connection_pool_size=2 * limits.slots, read_timeout=limits.response))
        .get_updates_request(CountedRequest())
        .updater(None)
        .job_queue(None)
        .rate_limiter(Delivery(limits))
        .build()
    )
    application.add_handlers(Handlers(responder, Conversations(state or Memory()), misses).all())
    application.add_error_handler(on_error)
    return application


async def publish_menu(application: BotApplication) -> None:
    """Set the command menu and the descriptions. A failure is logged; the bot answers without them."""
    bot = application.bot
    _log.info("answering as @%s", bot.username)
    try:
        await bot.set_my_commands([BotCommand(name, description) for name, description in texts.COMMANDS])
        await bot.set_my_description(texts.DESCRIPTION)
        await bot.set_my_short_description(texts.SHORT_DESCRIPTION)
    except TelegramError as error:
        _log.warning("the command menu could not be set: %s", described(error))


async def on_error(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    """Log first, then apologise to whoever asked, where that can be done."""
    error = context.error
    if error is None or not isinstance(update, Update):
        return
    if nobody_waits(error):
        note("unreachable")
        _log.info("update %d cannot be answered: %s", update.update_id, described(error))
        return
    if may_have_arrived(error):  # then an apology would be a second answer
        note("unsure")
        _log.warning("update %d may not have been answered: %s", update.update_id, described(error))
        return
    note("failed")
    _log.error("update %d failed", update.update_id, exc_info=error)
    query = update.callback_query
    place = query.message if query is not None else update.message
    if place is None or isinstance(error, RetryAfter):  # one more message would be refused too
        return
    try:
        await send(place, render(texts.said(texts.SORRY)))
    except TelegramError as failure:
        _log.warning("update %d: no apology could be sent: %s", update.update_id, described(failure))
