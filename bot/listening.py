"""An application of ours behind a port, from its first connection to its last. Knows nothing of what it serves."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.types import ASGIApp
from uvicorn import Config, Server

from bot.settings import ConfigurationError


@asynccontextmanager
async def listening(app: ASGIApp, host: str, port: int, setting: str, drain: float = 1) -> AsyncIterator[None]:
    """Serve the application; at the end take nothing new, and let requests end within `drain` seconds.

    Raises `ConfigurationError`, which names the setting, where the port cannot be had.
    """
    listener = _bound(host, port, setting)
    config = Config(
        app,
        log_config=None,  # the log is ours
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        lifespan="off",
        ws="none",
        timeout_keep_alive=75,  # longer than a proxy's: else it may send a request into a closing connection
        timeout_graceful_shutdown=max(1, round(drain)),
    )
    config.load()
    server = Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listener])  # not `serve`, which takes SIGTERM for itself
    try:
        yield
    finally:
        await server.shutdown(sockets=[listener])


def require_port(host: str, port: int, setting: str) -> None:
    """Raise `ConfigurationError`, which names the setting, where `listening` could not have the port now."""
    _bound(host, port, setting).close()


def _bound(host: str, port: int, setting: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, UnicodeError) as error:  # UnicodeError: a name that no machine can have
        reason = (error.strerror if isinstance(error, OSError) else None) or "no such address"
        raise ConfigurationError(
            f"{setting}: cannot listen on {host} port {port} ({reason}); choose a free port, "
            "and an address of this machine in WHOSAID_HOST"
        ) from None
