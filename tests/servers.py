"""Real servers for tests, on loopback or a socket of their own. `.ci/run` installs them, and there they must run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest


def program(name: str) -> str:
    """Return the path of the server's program. Without it the test is skipped, in CI it fails."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{name} is not installed; .ci/run has to install it")
    if found is None:
        pytest.skip(f"{name} is not installed; on Debian: apt-get install redis-server nginx-light")
    return found


class RedisServer:
    """A Redis of the test's own, which keeps nothing on disk. Can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self._program = program("redis-server")
        self._folder = folder
        self.socket = folder / "redis.sock"
        self.url = f"unix://{self.socket}"

    def start(self) -> None:
        """Start it; returns when it takes connections."""
        options = f"--port 0 --save '' --appendonly no --unixsocket {self.socket} --dir {self._folder}".split()
        options[options.index("''")] = ""
        self._process = subprocess.Popen(  # noqa: S603 - the arguments are ours
            [self._program, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for line in self._process.stdout or ():
            if "eady to accept connections" in line:
                return
        raise AssertionError("redis-server did not start")

    def stop(self, by: signal.Signals = signal.SIGKILL) -> None:
        """Stop it, by default as an accident would."""
        self._process.send_signal(by)
        self._process.communicate()
        self.socket.unlink(missing_ok=True)
