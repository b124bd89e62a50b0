"""The bot running by long polling, from its first request to its last. Knows no handlers."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

from telegram.error import InvalidToken, TelegramError

from bot.app import UPDATES, BotApplication, build_application, publish_menu
from bot.delivery import Delivery
from bot.fitted import settle
from bot.health import Health, observable
from bot.limits import STANDARD, Limits
from bot.logs import described, set_up_logging
from bot.outages import TRIED_AGAIN, Outage
from bot.polling import Polling, TokenRevokedError
from bot.seen import SeenInState
from bot.settings import ConfigurationError, Settings
from bot.shared import open_state
from bot.work import Work
from knowledge import Responder

Receive = Callable[[Settings, Responder], Coroutine[object, object, None]]
Result = TypeVar("Result")
_log = logging.getLogger(__name__)


def run(settings: Settings, responder: Responder, receive: Receive) -> None:
    """Answer what `receive` receives, `poll` for instance, until SIGTERM or SIGINT; then the process ends.

    Raises `ConfigurationError` where the token is missing, malformed or not accepted by Telegram, or where
    updates go to a webhook. While Telegram cannot be reached, this waits and tries again.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # without it the library warns at each "too many requests"
    set_up_logging(settings.bot_token(), settings.whosaid_log_level.upper())
    settle()
    with asyncio.Runner() as runner:
        runner.run(receive(settings, responder))
        # At once: once the loop is closed, the next SIGTERM kills; and to join the look-up of a name takes minutes.
        logging.shutdown()
        os._exit(0)


async def poll(settings: Settings, responder: Responder, limits: Limits = STANDARD) -> None:
    """Answer until SIGTERM or SIGINT, on the running loop; raises as `run` does."""
    told = end_of_service()
    state = open_state(settings.whosaid_redis_url, settings.bot_token())
    application = build_application(settings, responder, state=state, limits=limits)
    work = Work(application, limits, SeenInState(state))
    polling = Polling(application.bot, work, UPDATES, limits)
    health = Health(work, state, polling)

    async def receive() -> None:
        await connect(application, limits)
        await _claim_updates(application, settings, limits)
        menu = asyncio.create_task(publish_menu(application))
        health.obstacle = None
        try:
            await polling.run()
        finally:
            menu.cancel()

    _log.info("connecting to %s", settings.telegram_api_url)
    try:
        async with observable(health, settings):
            await until(told, receive())
            health.obstacle = "it is stopping"
    except (InvalidToken, TokenRevokedError):
        raise bad_token(settings) from None
    finally:
        hurry(application)
        await polling.finish()
        await close(application, limits)
        await state.close()


def end_of_service() -> asyncio.Event:
    """Return what is set by SIGTERM or SIGINT; told twice is told once."""
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    return told


async def until(told: asyncio.Event, running: Coroutine[object, object, None]) -> None:
    """Run until told to stop; raises what the running raises."""
    tasks = (asyncio.create_task(running), asyncio.create_task(told.wait()))
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    if not tasks[0].cancelled():
        await tasks[0]


async def connect(application: BotApplication, limits: Limits = STANDARD) -> None:
    """Learn from Telegram who the bot is, however long that takes. Raises `InvalidToken`."""
    await _insist(application.initialize, limits, InvalidToken)


def hurry(application: BotApplication) -> None:
    """Let no update wait any more until Telegram takes its answer."""
    if isinstance(application.bot.rate_limiter, Delivery):
        application.bot.rate_limiter.hurry()


async def close(application: BotApplication, limits: Limits = STANDARD) -> None:
    """Close the connections, whether `connect` came to its end or not."""
    with suppress(TimeoutError):
        async with asyncio.timeout(limits.farewell):
            await application.shutdown()
            await application.bot.shutdown()


async def _claim_updates(application: BotApplication, settings: Settings, limits: Limits) -> None:
    """See that updates come by polling. Raises `ConfigurationError` where they go to a webhook."""
    webhook = await _insist(application.bot.get_webhook_info, limits)
    if not webhook.url:
        return
    host = urlsplit(webhook.url).hostname
    if not settings.whosaid_take_over:
        raise ConfigurationError(
            f"Telegram sends the updates of this bot to a webhook at {host}; if that is no longer used, "
            "set WHOSAID_TAKE_OVER=1, which deletes it"
        )
    _log.warning("deleting the webhook at %s", host)
    await _insist(partial(application.bot.delete_webhook, drop_pending_updates=False), limits)


async def _insist(
    act: Callable[[], Awaitable[Result]], limits: Limits, fatal: type[TelegramError] | tuple[()] = ()
) -> Result:
    """Try until Telegram does it. Raises what is fatal."""
    outage = Outage("connecting", _log)
    pause = limits.first_pause
    while True:
        try:
            result = await act()
        except fatal:
            raise
        except TelegramError as error:
            outage.failed(f"{described(error)}{TRIED_AGAIN}")
        else:
            outage.over()
            return result
        await asyncio.sleep(pause)
        pause = min(2 * pause, limits.longest_pause)


def bad_token(settings: Settings) -> ConfigurationError:
    """Return what ends the program where Telegram does not accept the token."""
    setting = "TELEGRAM_BOT_TOKEN_FILE" if settings.telegram_bot_token_file else "TELEGRAM_BOT_TOKEN"
    return ConfigurationError(
        f"{setting} holds a token that {settings.telegram_api_url} does not accept; copy it again from "
        "@BotFather, and see that TELEGRAM_API_URL is a Bot API server"
    )
