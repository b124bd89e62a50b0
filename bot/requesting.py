"""HTTP to the Bot API with no more than it needs: a request costs half of what it does otherwise.

Knows no method of the Bot API. Proxies and certificates are httpx's matter, as is everything that is not fast here.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from typing import Any

import httpx
from telegram.request import HTTPXRequest

# httpcore tries to import it ten times a request, and an import that fails searches the whole path each time.
sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]

_address = lru_cache(64)(httpx.URL)  # there are few, and each is taken apart at length
_POOL = 1  # connections: what a pool does for one request grows with the square of how many it has


class LeanRequest(HTTPXRequest):
    """The library's requests by a lean client."""

    def _build_client(self) -> httpx.AsyncClient:
        return _Client(**self._client_kwargs)


class _Client(httpx.AsyncClient):
    def _init_transport(self, *given: Any, **named: Any) -> Any:
        limits, transport = named.pop("limits"), named.pop("transport", None)
        return transport or _Spread(limits.max_connections or _POOL, *given, **named)

    async def request(self, method: str, url: httpx.URL | str, **given: Any) -> httpx.Response:
        """Send without cookies, redirects and authentication, none of which there are."""
        files, timeout = given.pop("files", None), httpx.Timeout(given.pop("timeout"))
        if files:
            return await super().request(method, url, timeout=timeout, files=files, **given)
        # A form would hold the same texts, each of its characters looked at by itself.
        content = json.dumps(given.pop("data") or {}).encode()
        given["headers"] |= {"Content-Type": "application/json"}
        extensions = {"timeout": timeout.as_dict()}
        request = httpx.Request(method, _address(url), content=content, extensions=extensions, **given)
        response = await self._transport_for_url(request.url).handle_async_request(request)
        try:
            await response.aread()
        finally:
            await response.aclose()
        return response


class _Spread(httpx.AsyncBaseTransport):
    """Sends each request through the small pool that has the fewest at the time."""

    def __init__(self, connections: int, verify: Any = True, **given: Any) -> None:
        if verify is True:
            verify = httpx.create_ssl_context()  # one for all: it takes a while
        limits = httpx.Limits(max_connections=_POOL)
        count = -(-connections // _POOL)
        self._pools = [httpx.AsyncHTTPTransport(verify=verify, limits=limits, **given) for _ in range(count)]
        self._busy = [0] * count

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the response, its body still to be read."""
        idlest = self._busy.index(min(self._busy))
        self._busy[idlest] += 1
        try:
            return await self._pools[idlest].handle_async_request(request)
        finally:
            self._busy[idlest] -= 1

    async def aclose(self) -> None:
        """Close every connection."""
        for pool in self._pools:
            await pool.aclose()
