"""Two replicas behind the real proxy with a real Redis, killed one after the other while questions come in."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from fake_bot_api import FakeBotApi
from leaks import leaks
from processes import free_port, running, said
from pusher import CONNECTIONS, Pusher
from servers import Proxy, RedisServer
from talk import question

SECRET = "the-secret-of-the-tests"
QUESTIONS = 3  # of each person: fewer than are limited
SOME = 60  # answers between two events


class Crowd:
    """People who ask in chats of their own, always as many at a time, until the test has seen enough."""

    def __init__(self, api: FakeBotApi, pusher: Pusher) -> None:
        self.asked: dict[int, list[int]] = {}  # chat to the ids of its messages, in order
        self.updates: dict[int, int] = {}  # id of a message to that of its update
        self._api = api
        self._pusher = pusher
        self._enough = False

    async def ask(self) -> None:
        """Ask until it is enough; returns when every question is confirmed."""
        async with asyncio.TaskGroup() as group:
            for _ in range(CONNECTIONS):
                group.create_task(self._one_after_another())

    async def _one_after_another(self) -> None:
        while not self._enough:
            chat = 1000 + len(self.asked)
            updates = [question(self._api, chat) for _ in range(QUESTIONS)]
            self.asked[chat] = [update["message"]["message_id"] for update in updates]
            self.updates |= {update["message"]["message_id"]: update["update_id"] for update in updates}
            await self._pusher.push(*updates)

    def leave(self) -> None:
        """Begin no new chat."""
        self._enough = True


class Replica:
    """One replica, which can be started again."""

    def __init__(self, api: FakeBotApi, redis: RedisServer, host: str, status_port: int) -> None:
        self.address = f"{host}:{(port := free_port())}"
        self._settings = {
            "TELEGRAM_API_URL": api.url,
            "WHOSAID_WEBHOOK_SECRET": SECRET,
            "WHOSAID_HOST": host,
            "WHOSAID_WEBHOOK_PORT": str(port),
            "WHOSAID_STATUS_PORT": str(status_port),
            "WHOSAID_REDIS_URL": redis.url,
            "WHOSAID_LOG_LEVEL": "info",
        }

    async def start(self, stack: AsyncExitStack) -> None:
        """Start it; returns when it listens."""
        self._process = await stack.enter_async_context(running("serve", **self._settings))
        await said(self._process, "listening for updates")
        self._drain = asyncio.create_task(self._process.communicate())
        stack.push_async_callback(self._gone)

    async def end(self, by: signal.Signals) -> int | None:
        """End it by this signal; return its exit code. Nothing leaked in its output."""
        self._process.send_signal(by)
        assert leaks(b"".join(await self._drain).decode()) == set()
        return self._process.returncode

    async def _gone(self) -> None:
        if self._process.returncode is None:
            self._process.kill()
        await self._drain


@pytest.fixture
def redis(tmp_path: Path) -> RedisServer:
    """Return a Redis that is not yet started."""
    return RedisServer(tmp_path)


@asynccontextmanager
async def crowded(
    api: FakeBotApi, redis: RedisServer, folder: Path
) -> AsyncIterator[tuple[Crowd, Pusher, list[Replica], AsyncExitStack]]:
    """Run a proxy, a Redis and two replicas, and have people ask until the block ends; then all is confirmed."""
    status_port = free_port()
    replicas = [Replica(api, redis, host, status_port) for host in ("127.0.0.1", "127.0.0.2")]
    proxy = Proxy(folder, free_port(), [replica.address for replica in replicas], status_port)
    async with AsyncExitStack() as stack:
        for server in (redis, proxy):
            server.start()
            stack.callback(server.stop)
        for replica in replicas:
            await replica.start(stack)
        pusher = await stack.enter_async_context(Pusher(proxy.url, SECRET))
        crowd = Crowd(api, pusher)
        asking = asyncio.create_task(crowd.ask())
        yield crowd, pusher, replicas, stack
        crowd.leave()
        async with asyncio.timeout(90):
            await asking


def answers(api: FakeBotApi) -> dict[int, list[int]]:
    """Return which messages were answered in each chat, in the order of the answers."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for request in api.sent():
        found[request["chat_id"]].append(request["reply_parameters"]["message_id"])
    return found


async def more(api: FakeBotApi) -> None:
    """Wait for some more answers."""
    await api.wait_for("sendMessage", len(api.sent()) + SOME)


async def test_replicas_are_replaced_without_a_trace(api: FakeBotApi, redis: RedisServer, tmp_path: Path) -> None:
    """Each replica is ended in turn and started again: every question is answered once, in its chat's order."""
    async with crowded(api, redis, tmp_path) as (crowd, _, replicas, stack):
        for replica in replicas:
            await more(api)
            assert await replica.end(signal.SIGTERM) == 0
            await more(api)
            await replica.start(stack)
        await more(api)
    assert answers(api) == crowd.asked


async def test_killed_replica_loses_nothing(api: FakeBotApi, redis: RedisServer, tmp_path: Path) -> None:
    """Each replica is killed in turn: every question is answered, in its chat's order, and once.

    Twice only where Telegram had taken the answer and the replica died before it knew.
    """
    doubtful: set[int] = set()
    async with crowded(api, redis, tmp_path) as (crowd, pusher, replicas, stack):
        for replica in replicas:
            await more(api)
            doubtful |= pusher.in_flight
            await replica.end(signal.SIGKILL)
            await more(api)
            await replica.start(stack)
        await more(api)
    told = answers(api)
    assert {chat: list(dict.fromkeys(messages)) for chat, messages in told.items()} == crowd.asked
    twice = {message for messages in told.values() for message, count in Counter(messages).items() if count > 1}
    assert {crowd.updates[message] for message in twice} <= doubtful


async def test_replicas_go_on_without_redis(api: FakeBotApi, redis: RedisServer, tmp_path: Path) -> None:
    """While nothing is shared every question is still answered once, in order."""
    async with crowded(api, redis, tmp_path) as (crowd, *_):
        await more(api)
        redis.stop()
        await more(api)
        redis.start()
        await more(api)
    assert answers(api) == crowd.asked
