"""The container's health check, as it is run: a process of its own that loads next to nothing."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

from processes import free_port

from bot.health import Health
from bot.listening import listening
from bot.state import Memory

ROOT = Path(__file__).parents[1]


class Load:
    """Work that goes well or is stuck."""

    in_progress = 1
    oldest = 0.0
    overdue = 0.0


async def probed(port: int, *path: str) -> tuple[int | None, str]:
    """Return the exit code and the output of the health check, or of a look at the path."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.probing",
        *path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "WHOSAID_STATUS_PORT": str(port)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    return process.returncode, output.decode()


async def test_probe_asks_the_running_bot() -> None:
    """It succeeds where the bot is alive, fails with the reason where it is not or nobody answers."""
    port, load = free_port(), Load()
    health = Health(load, Memory())
    async with listening(health.app, "127.0.0.1", port, "WHOSAID_STATUS_PORT"):
        assert await probed(port) == (0, "")
        load.overdue = 500.0
        code, output = await probed(port)
        assert (code, "was cut 500 s ago" in output) == (1, True)
    assert await probed(port) == (1, f"no answer on port {port}: ConnectionRefusedError\n")


async def test_what_the_bot_tells_is_printed() -> None:
    """Ready or not, whoever has no way to the port reads what stands there; the exit code says which it is."""
    port = free_port()
    health = Health(Load(), Memory())
    async with listening(health.app, "127.0.0.1", port, "WHOSAID_STATUS_PORT"):
        code, output = await probed(port, "/readyz")
        assert (code, json.loads(output)["obstacles"]) == (1, ["it is starting"])
        health.obstacle = None
        code, output = await probed(port, "/readyz")
        assert (code, json.loads(output)["ready"]) == (0, True)
        code, output = await probed(port, "/metrics")
        assert (code, "whosaid_in_progress 1.0\n" in output) == (0, True)
    assert await probed(port, "/readyz") == (1, f"no answer on port {port}: ConnectionRefusedError\n")
