"""How a call of the fake Bot API fails."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Fault:
    """How one call fails: an error of Telegram's, a raw body (a proxy's error page), a cut connection, silence.

    `arrives` tells whether Telegram does all the same what the call asks for.
    """

    status: int = 400
    description: str = "Bad Request"
    parameters: dict[str, Any] = field(default_factory=dict)
    body: bytes | None = None
    reset: bool = False  # the connection is cut
    hang: bool = False  # no answer, ever
    arrives: bool = False

    def payload(self) -> bytes:
        """Return the body of the response."""
        if self.body is not None:
            return self.body
        error = {"ok": False, "error_code": self.status, "description": self.description}
        return json.dumps(error | ({"parameters": self.parameters} if self.parameters else {})).encode()


UNAUTHORIZED = Fault(401, "Unauthorized")
FORBIDDEN = Fault(403, "Forbidden: bot was blocked by the user")
NOT_FOUND = Fault(404, "Not Found")
CONFLICT = Fault(409, "Conflict: terminated by other getUpdates request; make sure that only one bot is running")
TOO_LARGE = Fault(413, "Request Entity Too Large")
INTERNAL = Fault(500, "Internal Server Error")
BAD_GATEWAY = Fault(502, body=b"<html>Bad Gateway</html>")
RESET = Fault(reset=True)
HANG = Fault(hang=True)


def too_many(seconds: int | None = None) -> Fault:
    """Return Telegram's "too many requests", with the time to wait or without."""
    return Fault(429, "Too Many Requests", {} if seconds is None else {"retry_after": seconds})
