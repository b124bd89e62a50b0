"""Real servers for tests, on loopback or a socket of their own. `.ci/run` installs them, and there they must run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
from pathlib import Path

import pytest

CADDYFILE = str(Path(__file__).parents[1] / "deploy" / "Caddyfile")


def program(name: str) -> str:
    """Return the path of the server's program. Without it the test is skipped, in CI it fails."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{name} is not installed; .ci/run has to install it")
    if found is None:
        pytest.skip(f"{name} is not installed; on Debian: apt-get install redis-server caddy")
    return found


class Server:
    """A program that serves, and can be stopped and started again. `sign` is what it says when it is ready."""

    def __init__(self, command: list[str], sign: str, **environment: str) -> None:
        self._command = command
        self._sign = sign
        self._environment = environment

    def start(self) -> None:
        """Start it; returns when it takes connections."""
        self._process = subprocess.Popen(  # noqa: S603 - the arguments are ours
            self._command, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        output = self._process.stdout
        assert output is not None
        assert any(self._sign in line for line in output), f"{self._command[0]} did not start"
        # A pipe that nobody empties stops whoever writes into it.
        self._reader = threading.Thread(target=lambda: [None for _ in output], daemon=True)
        self._reader.start()

    def freeze(self) -> None:
        """Let it take connections and answer nobody."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on, with what it was asked meanwhile first."""
        self._process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """Stop it, as an accident would."""
        self._process.kill()
        self._reader.join()
        self._process.communicate()


class RedisServer(Server):
    """A Redis of the test's own, which keeps nothing on disk."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "redis.sock"
        self.url = f"unix://{self.socket}"
        nothing_kept = ["--save", "", "--appendonly", "no", "--dir", str(folder)]
        command = [program("redis-server"), "--port", "0", "--unixsocket", str(self.socket), *nothing_kept]
        super().__init__(command, "eady to accept connections")


class Proxy(Server):
    """The proxy of deploy/, before replicas at these addresses, which tell their health on one port."""

    def __init__(self, folder: Path, port: int, replicas: list[str], status_port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/webhook"
        super().__init__(
            [program("caddy"), "run", "--config", CADDYFILE, "--adapter", "caddyfile"],
            "serving initial configuration",
            HOME=str(folder),
            WHOSAID_DOMAIN=f"http://127.0.0.1:{port}",
            WHOSAID_REPLICAS=" ".join(replicas),
            WHOSAID_STATUS_PORT=str(status_port),
            WHOSAID_PROXY_OPTIONS="auto_https off",
        )
