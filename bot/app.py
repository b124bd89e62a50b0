"""The bot put together. Knows the settings, and nothing of what is said or how updates arrive."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, TypeAlias

from telegram import Update
from telegram.error import RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder, CallbackContext

from bot import flood, menus, metrics, texts
from bot.conversations import Conversations
from bot.delivery import Delivery, may_have_arrived
from bot.editing import Answered
from bot.feedback import Feedback
from bot.flood import Flood
from bot.handlers import Handlers
from bot.limits import STANDARD, Limits
from bot.logs import described
from bot.misses import Store
from bot.observing import note, observed
from bot.reloading import Reloading
from bot.rendering import render
from bot.sending import is_unwelcome, send
from bot.settings import Settings
from bot.state import Memory, State
from bot.voting import Voting
from knowledge import SHIPPED, Responder

BotApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
)  # all that is asked of Telegram; the rest is nothing to us

_GROUP = 0  # the library's own, where all handlers are
_log = logging.getLogger(__name__)


class _Application(Application[Any, Any, Any, Any, Any, Any]):
    """The library's, with what lives as long as the bot; what becomes of each update is logged and counted."""

    def __init__(self, reloading: Reloading, feedback: Feedback | None, **given: Any) -> None:
        super().__init__(**given)
        self._reloading = reloading
        self._feedback = feedback

    async def initialize(self) -> None:
        """Connect, and begin to listen and to write."""
        await super().initialize()
        self._reloading.start()
        if self._feedback is not None:
            self._feedback.start()

    async def shutdown(self) -> None:
        """End all of it."""
        await super().shutdown()
        self._reloading.stop()
        if self._feedback is not None:
            await asyncio.to_thread(self._feedback.stop)

    async def process_update(self, update: object) -> None:
        """Hand the update to the handlers."""
        if isinstance(update, Update):
            with observed(update):
                await super().process_update(update)

    def _mark_for_persistence_update(self, **_: object) -> None:
        """The library notes the id of every chat and person here, for ever, even where nothing is persisted."""


def build_application(
    settings: Settings, responder: Responder, state: State | None = None, limits: Limits = STANDARD
) -> BotApplication:
    """Return the whole bot without an updater: whoever receives updates calls `process_update` with them.

    State is kept in memory unless it is given; whoever gives it closes it. Raises `ConfigurationError` where the
    token is missing or malformed, or the database's URL is; nothing is sent yet.
    """
    database, operators = settings.whosaid_database, settings.whosaid_operators
    feedback = Feedback(Store(database.get_secret_value()), settings.whosaid_keep_days) if database else None
    state = state or Memory()
    conversations, answered = Conversations(state), Answered(state)

    def install(responder: Responder) -> None:
        """Let this responder answer from the next update on."""
        metrics.BASE.info({"report": responder.base.report.id, "version": responder.base.version})
        application.handlers.pop(_GROUP, None)  # an update in work keeps those it has
        if feedback is not None:
            application.add_handler(Voting(feedback).handler())  # before the handler of all other buttons
        if operators:
            application.add_handler(reloading.handler(operators))  # before that of unknown commands
        application.add_handlers(Handlers(responder, conversations, answered, feedback).all())

    reloading = Reloading(settings.whosaid_knowledge or SHIPPED, responder, install)
    application = _built(settings, limits, reloading, feedback)
    install(responder)
    application.add_handler(Flood(state, conversations, limits).handler(), flood.GROUP)
    application.add_error_handler(on_error)
    return application


def _built(settings: Settings, limits: Limits, reloading: Reloading, feedback: Feedback | None) -> BotApplication:
    """Return the library's application, without a handler."""
    return (
        ApplicationBuilder()
        .application_class(_Application, {"reloading": reloading, "feedback": feedback})
        .token(settings.bot_token().get_secret_value())
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(metrics.CountedRequest(limits.slots + 8, read_timeout=limits.response))
        .get_updates_request(metrics.CountedRequest(1))
        .updater(None)
        .job_queue(None)
        .rate_limiter(Delivery(limits))
        .build()
    )


async def publish_menu(application: BotApplication) -> None:
    """Tell Telegram what the bot is and can do."""
    _log.info("answering as @%s", application.bot.username)
    await menus.publish(application.bot)


async def on_error(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    """Log first, then apologise to whoever asked, where that can be done."""
    error = context.error
    if error is None or not isinstance(update, Update):
        return
    if is_unwelcome(error):  # blocked, removed, muted or moved: nobody waits here
        note("unreachable")
        _log.info("update %d cannot be answered: %s", update.update_id, type(error).__name__)
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
