"""Telegram's side of a webhook: one update of a chat at a time, each again and again until it is confirmed."""

from __future__ import annotations

import asyncio
from collections import Counter

import httpx
from fake_bot_api import Parameters

CONNECTIONS = 40  # Telegram's own default
PAUSE = 0.05  # seconds before an update is sent again; Telegram takes longer


class Pusher:
    """Pushes updates to one address."""

    def __init__(self, url: str, secret: str) -> None:
        self.in_flight: set[int] = set()  # ids of the updates sent and not yet confirmed or refused
        self.responses: Counter[int] = Counter()  # by status; 0 where the connection broke
        self._url = url
        self._slots = asyncio.Semaphore(CONNECTIONS)
        self._client = httpx.AsyncClient(headers={"X-Telegram-Bot-Api-Secret-Token": secret}, timeout=60)

    async def __aenter__(self) -> Pusher:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def push(self, *updates: Parameters) -> None:
        """Push the updates of one chat; returns when all are confirmed."""
        for update in updates:
            while not await self._confirmed(update):  # noqa: ASYNC110 - as Telegram does
                await asyncio.sleep(PAUSE)

    async def _confirmed(self, update: Parameters) -> bool:
        number = update["update_id"]
        async with self._slots:
            self.in_flight.add(number)
            try:
                status = (await self._client.post(self._url, json=update)).status_code
            except httpx.TransportError:
                status = 0
            self.in_flight.discard(number)
        self.responses[status] += 1
        return 200 <= status < 300
