"""The commands of an operator: answering on Telegram, and the webhook."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands import CONFIGURATION_WRONG, OUTSIDE_FAILED, Knowledge, fail, folder_of, respond
from knowledge import Responder

if TYPE_CHECKING:
    from bot.settings import Settings


@contextmanager
def _ending_at_sigterm() -> Iterator[None]:
    """Within this, SIGTERM ends the process with 0 at once: until the bot sees to it itself, nothing is in work."""
    before = signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _telegram(act: Callable[[Settings], str | None], webhook: bool = False) -> None:
    """Do something with Telegram, with the webhook's secret as well; settings that are wrong end it with a line."""
    from bot.settings import ConfigurationError, load_settings

    try:
        settings = load_settings()
        # Before anything slow, and before any network:
        settings.require(settings.bot_token, *([settings.webhook_secrets] if webhook else []))
        if told := act(settings):
            typer.echo(told)
    except ConfigurationError as error:
        fail(f"whosaid: {error}", CONFIGURATION_WRONG)


def _ready(settings: Settings, knowledge: Path | None) -> tuple[Settings, Responder]:
    """The settings with the folder that counts, and the responder for it."""
    folder = folder_of(knowledge)
    return settings.model_copy(update={"whosaid_knowledge": folder}), respond(folder)


def telegram(knowledge: Knowledge = None) -> None:
    """Answer on Telegram by long polling, until SIGTERM."""

    def act(settings: Settings) -> None:
        from bot.running import poll, run

        run(*_ready(settings, knowledge), poll)

    with _ending_at_sigterm():
        _telegram(act)


def serve(knowledge: Knowledge = None) -> None:
    """Answer on Telegram by a webhook, until SIGTERM; any number of replicas."""

    def act(settings: Settings) -> None:
        from bot.running import run
        from bot.serving import serve

        run(*_ready(settings, knowledge), serve)

    with _ending_at_sigterm():
        _telegram(act, webhook=True)


def set_webhook(url: str) -> None:
    """Have Telegram send updates to this address; deploy first, then set."""
    from bot import registering

    _register(lambda settings: registering.set_webhook(settings, url), webhook=True)


def delete_webhook() -> None:
    """Have Telegram keep updates for polling again."""
    from bot import registering

    _register(registering.delete_webhook)


def webhook_info() -> None:
    """Say where updates go, how many wait, and what failed last."""
    from bot import registering

    _register(registering.webhook_info)


def _register(act: Callable[[Settings], str], webhook: bool = False) -> None:
    """Do it, or end with a line that says whether to correct something or to try again."""
    from bot.registering import UnreachableError

    try:
        _telegram(act, webhook)
    except UnreachableError as error:
        fail(f"whosaid: {error}", OUTSIDE_FAILED)
