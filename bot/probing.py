"""The container's health check: `python -m bot.probing` asks the running bot. Standard library only, to be quick.

`python -m bot.probing /metrics` prints what it tells at a path, for those who have no way in.
"""

from __future__ import annotations

import http.client
import os
import sys

PATIENCE = 5.0  # seconds for an answer


def probe(port: int) -> str | None:
    """Return why the bot behind this port is not alive, None if it is."""
    well, told = ask(port, "/healthz")
    return None if well else told[:1000]


def ask(port: int, path: str) -> tuple[bool, str]:
    """Return whether all is well by what the bot tells there, `/readyz` for instance, and what it tells."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status == http.client.OK, answer.read().decode(errors="replace")
    except (OSError, http.client.HTTPException) as error:
        return False, f"no answer on port {port}: {type(error).__name__}"
    finally:
        connection.close()


if __name__ == "__main__":
    port = int(os.environ.get("WHOSAID_STATUS_PORT") or "8081")
    if len(sys.argv) == 1:
        sys.exit(probe(port))
    well, told = ask(port, sys.argv[1])
    print(told)
    sys.exit(not well)
