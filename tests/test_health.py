"""Health: who is ready, who is alive, and what is told about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.health import FRESH, SLOW, STUCK, Health
from bot.state import Memory


@dataclass
class Load:
    """What is in work."""

    in_progress: int = 0
    oldest: float = 0.0
    overdue: float = 0.0


class Lost(Memory):
    """State that stands in for shared state which is away."""

    async def trouble(self) -> str | None:
        """Say that it is."""
        return "the shared state is away"


async def asked(health: Health, path: str) -> tuple[int, Any]:
    """Return the status and what is told."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=health.app), base_url="http://bot") as client:
        response = await client.get(path)
    return response.status_code, response.text if path == "/metrics" else response.json()


@dataclass
class Polls:
    """When a poll last succeeded, and who else polls."""

    last: float
    rival: str | None = None

    def age(self) -> float:
        """Seconds since."""
        return self.last

    def obstacle(self) -> str | None:
        """Say who."""
        return self.rival


def started(load: Load | None = None, polls: Polls | None = None) -> Health:
    """Return the health of a bot that receives updates."""
    health = Health(load or Load(), Memory(), polls)
    health.obstacle = None
    return health


async def test_a_bot_that_receives_is_ready() -> None:
    """Ready with a base, a fresh poll and nothing old in work."""
    status, told = await asked(started(Load(3, SLOW), Polls(FRESH)), "/readyz")
    assert status == 200
    assert told == {
        "ready": True,
        "obstacles": [],
        "trouble": [],
        "in_progress": 3,
    }


@pytest.mark.parametrize(
    ("load", "polls", "obstacle"),
    [
        pytest.param(Load(1, SLOW + 1), None, "an update is in work for 31 s", id="slow update"),
        pytest.param(Load(1, 86_400), None, "an update is in work for 86400 s", id="Telegram away for a day"),
        pytest.param(Load(), Polls(FRESH + 1), "no successful poll for 61 s", id="no poll"),
        pytest.param(Load(), Polls(float("inf")), "no successful poll yet", id="never polled"),
        pytest.param(Load(), Polls(1, "two poll"), "two poll", id="two pollers"),
    ],
)
async def test_who_cannot_answer_is_not_ready_but_alive(load: Load, polls: Polls | None, obstacle: str) -> None:
    """An outage of Telegram's, or a slow answer, is no reason for a restart."""
    health = started(load, polls)
    status, told = await asked(health, "/readyz")
    assert (status, told["obstacles"]) == (503, [obstacle])
    assert await asked(health, "/healthz") == (200, {"live": True, "failure": None})


async def test_who_starts_or_stops_is_not_ready() -> None:
    """Before updates can be received, and from SIGTERM on, no proxy sends any."""
    health = Health(Load(), Memory())
    assert (await asked(health, "/readyz"))[1]["obstacles"] == ["it is starting"]
    health.obstacle = "it is stopping"
    assert (await asked(health, "/readyz"))[0] == 503


async def test_who_is_stuck_is_not_alive() -> None:
    """An update that should have been cut long ago will never end: only a restart helps."""
    health = started(Load(1, 200, STUCK + 1))
    failure = "an update was cut 61 s ago and is still in work"
    assert await asked(health, "/healthz") == (503, {"live": False, "failure": failure})


async def test_lost_shared_state_is_told_and_no_obstacle() -> None:
    """With its own memory the bot goes on answering, and says so."""
    health = Health(Load(), Lost())
    health.obstacle = None
    status, told = await asked(health, "/readyz")
    assert (status, told["trouble"]) == (200, ["the shared state is away"])


async def test_metrics_tell_the_moment() -> None:
    """The metrics hold what is in work now, and the age of the last poll."""
    _, text = await asked(started(Load(3, 1.5), Polls(12)), "/metrics")
    families = {family.name: family.samples for family in text_string_to_metric_families(text)}
    assert families["whosaid_in_progress"][0].value == 3
    assert families["whosaid_oldest_seconds"][0].value == 1.5
    assert families["whosaid_last_poll_seconds"][0].value == 12
