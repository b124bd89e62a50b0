"""State that all replicas share, in Redis or Valkey; while that is away, each goes on with its own memory."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any, TypeVar

from pydantic import SecretStr
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from bot import metrics
from bot.logs import described
from bot.outages import Outage
from bot.state import Kind, Memory, State

PAUSE = 5.0  # seconds without the server before it is tried again
TIMEOUT = 1.0  # seconds for one answer of the server, new connections included: a health check waits for it
_TAKE = """
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + ARGV[2]
if full - now > ARGV[1] * ARGV[2] then return 0 end
redis.call('SET', KEYS[1], string.format('%.6f', full), 'PX', math.ceil((full - now) * 1000))
return 1
"""  # as Memory.take, in one step, by the server's clock
_Result = TypeVar("_Result")

_log = logging.getLogger(__name__)


class Shared:
    """State in Redis. Own memory takes whatever is put, too, so that it can stand in."""

    def __init__(self, url: SecretStr, secret: SecretStr, clock: Callable[[], float] = monotonic) -> None:
        self._redis: Redis = Redis.from_url(
            url.get_secret_value(),
            decode_responses=True,
            retry=Retry(NoBackoff(), 1),  # once: a connection kept open may have been cut meanwhile
        )
        self._secret = secret.get_secret_value().encode()
        self._clock = clock
        self._own = Memory(clock)
        self._outage = Outage("reaching the shared state", _log, clock)
        self._again = 0.0  # when the server is tried again after a failure

    async def get(self, kind: Kind, key: str) -> str | None:
        """Return the value, None if there is none or it has expired."""
        return await self._asked(lambda: self._redis.get(self._name(kind, key)), lambda: self._own.get(kind, key))

    async def put(self, kind: Kind, key: str, value: str, seconds: float | None = None) -> None:
        """Keep the value from now on, in place of the one before. `seconds` in place of the kind's."""
        ms = _ms(kind.seconds if seconds is None else seconds)
        await self._own.put(kind, key, value, seconds)
        await self._asked(lambda: self._redis.set(self._name(kind, key), value, px=ms), _nothing)

    async def add(self, kind: Kind, key: str, value: str, seconds: float | None = None) -> bool:
        """Keep the value if there is none, and say whether there was none. `seconds` in place of the kind's."""
        name, ms = self._name(kind, key), _ms(kind.seconds if seconds is None else seconds)
        if not await self._own.add(kind, key, value, seconds):
            return False  # the server may have lost it meanwhile
        if await self._asked(lambda: self._redis.set(name, value, nx=True, px=ms), _yes):
            return True
        await self._own.remove(kind, key)  # another replica has it, and may give it up
        return False

    async def remove(self, kind: Kind, key: str) -> None:
        """Forget the value."""
        await self._own.remove(kind, key)
        await self._asked(lambda: self._redis.delete(self._name(kind, key)), _nothing)

    async def take(self, kind: Kind, key: str, burst: int, every: float) -> bool:
        """Take one of `burst` tokens, which come back one every so many seconds; False if none is left."""
        name = self._name(kind, key)
        taken = await self._asked(
            lambda: self._redis.eval(_TAKE, 1, name, str(burst), str(every)),
            lambda: self._own.take(kind, key, burst, every),
        )
        return bool(taken)

    async def trouble(self) -> str | None:
        """Say what is wrong, None if nothing is. Asks the server."""
        await self._asked(lambda: self._redis.ping(), _nothing)
        return "the shared state is away; own memory stands in" if self._outage.reason else None

    async def close(self) -> None:
        """Let go of all connections."""
        await self._redis.aclose()

    async def _asked(
        self, question: Callable[[], Awaitable[Any]], stand_in: Callable[[], Awaitable[_Result]]
    ) -> _Result | Any:
        """Return what the server says, or while it is away what stands in for it."""
        if self._again > self._clock():
            return await stand_in()
        try:
            async with asyncio.timeout(TIMEOUT):
                answer = await question()
        except (RedisError, OSError) as error:
            self._outage.failed(f"{described(error)}; own memory stands in")
            self._again = self._clock() + PAUSE
            metrics.SHARED_STATE.set(0)
            return await stand_in()
        self._outage.over()
        metrics.SHARED_STATE.set(1)
        return answer

    def _name(self, kind: Kind, key: str) -> str:
        """Return the key under which the server keeps it: who reads it learns no id of a person."""
        hashed = hmac.digest(self._secret, f"{kind.name}:{key}".encode(), "sha256").hex()
        return f"whosaid:{kind.name}:{hashed}"


def open_state(url: SecretStr | None, secret: SecretStr) -> State:
    """Return the state behind this address, or of this process alone where there is none."""
    return Shared(url, secret) if url is not None else Memory()


async def _nothing() -> None:
    return None


async def _yes() -> bool:
    return True


def _ms(seconds: float) -> int:
    return max(1, round(seconds * 1000))
