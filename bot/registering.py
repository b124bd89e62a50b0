"""The webhook told to Telegram: a step of deployment, never a replica's. Knows no update and no answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot import menus
from bot.app import UPDATES
from bot.logs import described, set_up_logging
from bot.running import bad_token
from bot.settings import ConfigurationError, Settings
from bot.webhook import PATH

CONNECTIONS = 64  # updates that Telegram sends at the same time, to all replicas together; at most 100


class UnreachableError(Exception):
    """Telegram was not reached, or has no time: the same may work later. The message is one line with the cure."""


def set_webhook(settings: Settings, url: str) -> str:
    """Have updates sent to this address, with the first of the secrets; return what to tell. None is lost.

    Raises `ConfigurationError` where the address or a setting is wrong, or Telegram refuses, and `UnreachableError`.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.path != PATH or parts.username:
        raise ConfigurationError(f"the webhook's address is not like https://bot.example.org{PATH}; correct it")
    secret = settings.webhook_secrets()[0].get_secret_value()

    async def act(bot: Bot) -> str:
        await bot.set_webhook(
            url,
            max_connections=CONNECTIONS,
            allowed_updates=UPDATES,
            drop_pending_updates=False,
            secret_token=secret,
        )
        await menus.publish(bot)
        return f"Updates of @{bot.username} go to {parts.hostname} from now on."

    return _asked(settings, act)


def delete_webhook(settings: Settings) -> str:
    """Have updates kept for polling again; return what to tell. None is lost."""

    async def act(bot: Bot) -> str:
        await bot.delete_webhook(drop_pending_updates=False)
        return f"Updates of @{bot.username} wait to be fetched by polling."

    return _asked(settings, act)


def webhook_info(settings: Settings) -> str:
    """Return what Telegram says about the webhook."""

    async def act(bot: Bot) -> str:
        info = await bot.get_webhook_info()
        if not info.url:
            return f"No webhook is set; {info.pending_update_count} updates wait to be fetched by polling."
        lines = [f"Updates go to {urlsplit(info.url).hostname}; {info.pending_update_count} wait."]
        if info.last_error_date:
            when = info.last_error_date.astimezone(UTC)
            lines.append(f"Last failure {when:%Y-%m-%d %H:%M:%S} UTC: {info.last_error_message}")
        return "\n".join(lines)

    return _asked(settings, act)


def _asked(settings: Settings, act: Callable[[Bot], Awaitable[str]]) -> str:
    async def ask() -> str:
        async with Bot(settings.bot_token().get_secret_value(), f"{settings.telegram_api_url}/bot") as bot:
            return await act(bot)

    set_up_logging(settings.bot_token(), "WARNING")
    try:
        return asyncio.run(ask())
    except InvalidToken:
        raise bad_token(settings) from None
    except TelegramError as error:
        told = f"{settings.telegram_api_url} did not do it ({described(error)})"
        if isinstance(error, NetworkError | RetryAfter) and not isinstance(error, BadRequest):
            raise UnreachableError(f"{told}; try again, and see that it can be reached from here") from None
        raise ConfigurationError(f"{told}; correct what it names") from None
