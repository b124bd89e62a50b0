"""The container's health check: `python -m bot.probing` asks the running bot. Standard library only, to be quick."""

from __future__ import annotations

import http.client
import os
import sys

PATIENCE = 5.0  # seconds for an answer


def probe(port: int) -> str | None:
    """Return why the bot behind this port is not alive, None if it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        told = answer.read(1000).decode(errors="replace")
    except (OSError, http.client.HTTPException) as error:
        return f"no answer on port {port}: {type(error).__name__}"
    finally:
        connection.close()
    return None if answer.status == http.client.OK else told


if __name__ == "__main__":
    sys.exit(probe(int(os.environ.get("WHOSAID_STATUS_PORT") or "8081")))
