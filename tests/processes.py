"""The program in processes of their own, as operators run it, each of which ends with the test."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fake_bot_api import TOKEN
from leaks import leaks

HERE = Path(__file__).parent
PROGRAM = "from bot.cli import main; main()"


@asynccontextmanager
async def running(*command: str, program: str = PROGRAM, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run this command of `whosaid` on the invented report, at DEBUG level."""
    environment = {
        "PYTHONPATH": str(HERE.parent),
        "WHOSAID_KNOWLEDGE": str(HERE / "bridge-report"),
        "WHOSAID_LOG_LEVEL": "debug",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        **settings,
    }
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, *command, env=os.environ | environment, stdout=pipe, stderr=pipe, limit=2**20
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def ended(process: asyncio.subprocess.Process) -> tuple[int | None, str]:
    """Return the exit code and all output not read before, within half a minute. Nothing leaks in it."""
    async with asyncio.timeout(30):
        output = b"".join(await process.communicate()).decode()
    assert leaks(output) == set()
    return process.returncode, output


async def said(process: asyncio.subprocess.Process, text: str) -> str:
    """Read standard error up to the line that holds this text; return what was read."""
    read = ""
    async with asyncio.timeout(30):
        while text not in read:
            line = (await process.stderr.readline()).decode() if process.stderr else ""
            assert line, f"the process ended without saying {text!r}: {read}"
            read += line
    assert leaks(read) == set()
    return read


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
