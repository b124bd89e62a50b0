"""The bot behind a webhook: any number of replicas, each as good as the other. Knows no handlers."""

from __future__ import annotations

import logging
from contextlib import AsyncExitStack

from telegram.error import InvalidToken

from bot.app import build_application
from bot.health import Health, observable
from bot.limits import STANDARD, Limits
from bot.listening import listening, require_port
from bot.running import bad_token, close, connect, end_of_service, hurry, until
from bot.seen import SeenInState
from bot.settings import ConfigurationError, Settings
from bot.shared import open_state
from bot.webhook import Webhook
from bot.work import Work
from knowledge import Responder

_log = logging.getLogger(__name__)


async def serve(settings: Settings, responder: Responder, limits: Limits = STANDARD) -> None:
    """Answer what Telegram sends to the webhook, until SIGTERM or SIGINT; raises as `run` does.

    The webhook itself is neither set nor deleted: that is for whoever deploys, once for all replicas.
    """
    secrets = settings.webhook_secrets()
    host, port = settings.whosaid_host, settings.whosaid_webhook_port
    if port == settings.whosaid_status_port:
        raise ConfigurationError(f"WHOSAID_WEBHOOK_PORT and WHOSAID_STATUS_PORT are both {port}; give each its own")
    require_port(host, port, "WHOSAID_WEBHOOK_PORT")  # now, since Telegram may be away for long
    told = end_of_service()
    state = open_state(settings.whosaid_redis_url, settings.bot_token())
    application = build_application(settings, responder, state=state, limits=limits)
    work = Work(application, limits, SeenInState(state))
    health = Health(work, state)
    webhook = Webhook(work, secrets, room=2 * limits.slots)

    async with AsyncExitStack() as stack:
        stack.push_async_callback(state.close)
        stack.push_async_callback(close, application, limits)
        await stack.enter_async_context(observable(health, settings))
        try:
            await until(told, connect(application, limits))
        except InvalidToken:
            raise bad_token(settings) from None
        if told.is_set():
            return
        door = listening(webhook.app, host, port, "WHOSAID_WEBHOOK_PORT", limits.drain)
        await stack.enter_async_context(door)
        _log.info("listening for updates on port %d", port)
        health.obstacle = None
        await told.wait()
        health.obstacle = "it is stopping"
        hurry(application)
