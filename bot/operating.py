"""The commands of an operator: answering on Telegram, and the webhook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import CONFIGURATION_WRONG, fail, respond
from knowledge import SHIPPED, Responder

if TYPE_CHECKING:
    from bot.settings import Settings

TelegramKnowledge = Annotated[Path | None, typer.Option("--knowledge", metavar="DIR")]  # else as the settings say


def _telegram(act: Callable[[Settings], str | None]) -> None:
    """Do something with Telegram; a setting that is wrong ends it with a line."""
    from bot.settings import ConfigurationError, load_settings

    try:
        settings = load_settings()
        settings.bot_token()  # before anything slow, and before any network
        if told := act(settings):
            typer.echo(told)
    except ConfigurationError as error:
        fail(f"whosaid: {error}", CONFIGURATION_WRONG)


def _ready(settings: Settings, knowledge: Path | None) -> tuple[Settings, Responder]:
    """The settings with the folder that counts, and the responder for it."""
    folder = knowledge or settings.whosaid_knowledge or SHIPPED
    return settings.model_copy(update={"whosaid_knowledge": folder}), respond(folder)


def telegram(knowledge: TelegramKnowledge = None) -> None:
    """Answer on Telegram by long polling, until SIGTERM."""

    def act(settings: Settings) -> None:
        from bot.running import poll, run

        run(*_ready(settings, knowledge), poll)

    _telegram(act)


def serve(knowledge: TelegramKnowledge = None) -> None:
    """Answer on Telegram by a webhook, until SIGTERM; any number of replicas."""

    def act(settings: Settings) -> None:
        from bot.running import run
        from bot.serving import serve

        settings.webhook_secrets()
        run(*_ready(settings, knowledge), serve)

    _telegram(act)


def set_webhook(url: str) -> None:
    """Have Telegram send updates to this address; deploy first, then set."""
    from bot import registering

    _telegram(lambda settings: registering.set_webhook(settings, url))


def delete_webhook() -> None:
    """Have Telegram keep updates for polling again."""
    from bot import registering

    _telegram(registering.delete_webhook)


def webhook_info() -> None:
    """Say where updates go, how many wait, and what failed last."""
    from bot import registering

    _telegram(registering.webhook_info)
