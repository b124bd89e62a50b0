"""Whether the bot can answer, and whether a restart would help if not. Served beside the metrics.

Ready is who answers now. Alive is everyone whom a restart would not help: no outage of others makes it false.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from math import isfinite
from typing import Protocol

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import metrics
from bot.listening import listening
from bot.settings import Settings
from bot.state import State
from bot.watching import watched

FRESH = 60.0  # seconds for which a poll counts
SLOW = 30.0  # seconds after which an update takes too long
STUCK = 60.0  # seconds after its cut for which an update may go on; then it will never end


class Load(Protocol):
    """What is in work."""

    @property
    def in_progress(self) -> int:
        """How many updates."""

    @property
    def oldest(self) -> float:
        """Seconds the oldest of them has been there."""

    @property
    def overdue(self) -> float:
        """Seconds since one that is still there was cut."""


class Polls(Protocol):
    """How updates are fetched."""

    def age(self) -> float:
        """Seconds since a poll last succeeded; infinite before the first."""

    def obstacle(self) -> str | None:
        """Say who else takes updates away, None if nobody."""


class Health:
    """Answers `/healthz`, `/readyz` and `/metrics`. Behind a webhook there are no polls."""

    def __init__(self, work: Load, state: State, polls: Polls | None = None) -> None:
        self.obstacle: str | None = "it is starting"  # whoever receives updates clears it, and sets it at the end
        self.app = Starlette(
            routes=[
                Route("/healthz", self._live),
                Route("/readyz", self._ready),
                Route("/metrics", self._metrics),
            ]
        )
        self._work = work
        self._state = state
        self._polls = polls

    def failure(self) -> str | None:
        """Say what only a restart mends, None if nothing."""
        overdue = self._work.overdue  # not the oldest: while Telegram is out of reach, answers wait for it
        return f"an update was cut {overdue:.0f} s ago and is still in work" if overdue > STUCK else None

    def obstacles(self) -> list[str]:
        """Say what keeps the bot from answering."""
        rival = self._polls.obstacle() if self._polls is not None else None
        found = [each for each in (self.obstacle, rival) if each]
        age = self._polls.age() if self._polls is not None else 0.0
        if age > FRESH:
            found.append(f"no successful poll for {age:.0f} s" if isfinite(age) else "no successful poll yet")
        if self._work.oldest > SLOW:
            found.append(f"an update is in work for {self._work.oldest:.0f} s")
        return found

    async def _live(self, _: Request) -> Response:
        failure = self.failure()
        return _told({"live": failure is None, "failure": failure}, failure is None)

    async def _ready(self, _: Request) -> Response:
        obstacles, trouble = self.obstacles(), await self._state.trouble()
        told = {
            "ready": not obstacles,
            "obstacles": obstacles,
            "trouble": [trouble] if trouble else [],
            "in_progress": self._work.in_progress,
        }
        return _told(told, not obstacles)

    async def _metrics(self, _: Request) -> Response:
        metrics.IN_PROGRESS.set(self._work.in_progress)
        metrics.OLDEST.set(self._work.oldest)
        metrics.LAST_POLL.set(self._polls.age() if self._polls is not None else float("nan"))
        return Response(metrics.exposition(), media_type="text/plain; version=0.0.4")


def _told(told: dict[str, object], well: bool) -> JSONResponse:
    return JSONResponse(told, HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE)


@asynccontextmanager
async def observable(health: Health, settings: Settings) -> AsyncIterator[None]:
    """Within this, health and metrics are served where a port is set, and what cannot heal ends the process."""
    with watched(health.failure):
        if not settings.whosaid_status_port:
            yield
            return
        async with listening(health.app, settings.whosaid_host, settings.whosaid_status_port, "WHOSAID_STATUS_PORT"):
            yield
