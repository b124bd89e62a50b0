"""The door through which Telegram hands over updates. Knows work, and nothing of what is in an update."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Sequence
from http import HTTPStatus

from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.work import Outcome, Work

PATH = "/webhook"
LARGEST = 1024 * 1024  # bytes of an update
PATIENCE = 10.0  # seconds for a body to arrive
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


class Webhook:
    """Confirms an update when it is worked through, and not before: what is not confirmed, Telegram sends again."""

    def __init__(self, work: Work, secrets: Sequence[SecretStr], room: int, patience: float = PATIENCE) -> None:
        self.app = Starlette(routes=[Route(PATH, self._receive, methods=["POST"])])
        self._work = work
        self._secrets = [secret.get_secret_value().encode() for secret in secrets]
        self._room = room
        self._patience = patience
        self._held = 0

    async def _receive(self, request: Request) -> Response:
        if not self._authentic(request):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        if self._held >= self._room:
            return _later()
        self._held += 1
        try:
            async with asyncio.timeout(self._patience):
                body = await _body(request)
            if body is None:
                return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            outcome = await self._work.handle(_parsed(body))
            return _later() if outcome is Outcome.BUSY else Response()
        except asyncio.CancelledError:  # at the end of this process: nobody has answered it
            return _later()
        except TimeoutError:  # a proxy that lost half of the request, or somebody who wants to keep us waiting
            return Response(status_code=HTTPStatus.REQUEST_TIMEOUT)
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        finally:
            self._held -= 1

    def _authentic(self, request: Request) -> bool:
        given = request.headers.get(_SECRET, "").encode("latin-1")
        return any([hmac.compare_digest(given, secret) for secret in self._secrets])  # noqa: C419 - all are compared


async def _body(request: Request) -> bytes | None:
    """Return the body; None if it is too large, and then no more of it is read than need be."""
    told = request.headers.get("Content-Length", "0")
    if not told.isdecimal() or int(told) > LARGEST:
        return None
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return bytes(body)


def _parsed(body: bytes) -> object:
    """Return what the JSON holds; None where it is none, which no update is."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _later() -> Response:
    return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": "1"})
