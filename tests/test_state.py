"""Shared state: the same in memory and in a real Redis; bounded, expiring, and no id of a person in its keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fake_bot_api import TOKEN, FakeBotApi
from pydantic import SecretStr
from redis import Redis
from servers import RedisServer
from talk import PERSON, PRIVATE, UNPACED, Talk
from test_metrics import value

from bot.app import build_application
from bot.settings import Settings
from bot.shared import PAUSE, Shared, open_state
from bot.state import ANSWER, CHAT, LIMIT, UPDATE, Memory, State
from knowledge import Responder

KEY = str(PRIVATE["id"])
SECRET = SecretStr(TOKEN)


class Clock:
    """Stands still until it is moved."""

    now = 1000.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Return a clock that the test moves."""
    return Clock()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    """Run a Redis."""
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
async def shared(server: RedisServer, clock: Clock) -> AsyncIterator[Shared]:
    """Return state kept in that Redis."""
    shared = Shared(SecretStr(server.url), SECRET, clock)
    yield shared
    await shared.close()


@pytest.fixture(params=["memory", "redis"])
def state(request: pytest.FixtureRequest) -> State:
    """Return either state."""
    either: State = Memory() if request.param == "memory" else request.getfixturevalue("shared")
    return either


async def test_what_is_put_is_got(state: State) -> None:
    """The last value put counts, of its own kind and key alone, until it is removed."""
    await state.put(CHAT, KEY, "rain")
    await state.put(CHAT, KEY, "wind")
    assert await state.get(CHAT, KEY) == "wind"
    assert await state.get(ANSWER, KEY) is None
    assert await state.get(CHAT, "other") is None
    await state.remove(CHAT, KEY)
    assert await state.get(CHAT, KEY) is None


async def test_only_the_first_adds(state: State) -> None:
    """Adding tells whether it was the first, and changes nothing if not; removed, there is a first again."""
    assert await state.add(UPDATE, "1", "in work")
    assert not await state.add(UPDATE, "1", "other")
    assert await state.get(UPDATE, "1") == "in work"
    await state.remove(UPDATE, "1")
    assert await state.add(UPDATE, "1", "in work")


async def test_tokens_are_taken_one_by_one(state: State) -> None:
    """The burst is granted, the next is not; another person has tokens of their own."""
    assert [await state.take(LIMIT, KEY, 5, 3) for _ in range(7)] == [True] * 5 + [False] * 2
    assert await state.take(LIMIT, "other", 5, 3)


async def test_values_expire_in_redis(shared: Shared, server: RedisServer) -> None:
    """A value lasts as long as its kind says, one that is added as long as it is told; tokens until all are back."""
    await shared.put(CHAT, KEY, "rain")
    await shared.add(UPDATE, "1", "in work", seconds=20)
    await shared.take(LIMIT, KEY, 5, 3)
    with Redis(unix_socket_path=str(server.socket), decode_responses=True) as redis:
        lives = {str(key).split(":")[1]: redis.ttl(key) for key in redis.scan_iter()}
    assert lives == {"chat": pytest.approx(86_400, abs=5), "update": pytest.approx(18, abs=2), "limit": 3}


async def test_tokens_come_back_with_time(clock: Clock) -> None:
    """Every three seconds one more, and never more than the burst."""
    memory = Memory(clock)
    assert [await memory.take(LIMIT, KEY, 5, 3) for _ in range(6)].count(True) == 5
    clock.now += 3
    assert [await memory.take(LIMIT, KEY, 5, 3) for _ in range(2)] == [True, False]
    clock.now += 1000
    assert [await memory.take(LIMIT, KEY, 5, 3) for _ in range(6)].count(True) == 5


async def test_memory_is_bounded() -> None:
    """The key used longest ago gives way; reading keeps a key alive."""
    memory, small = Memory(), replace(CHAT, size=2)
    await memory.put(small, "1", "rain")
    await memory.put(small, "2", "rain")
    await memory.get(small, "1")
    await memory.put(small, "3", "rain")
    assert [await memory.get(small, key) for key in "123"] == ["rain", None, "rain"]


async def test_expired_value_is_forgotten(clock: Clock) -> None:
    """At the end of its time a value is gone, and may be added again."""
    memory = Memory(clock)
    await memory.put(UPDATE, "1", "done")
    clock.now += UPDATE.seconds - 1
    assert await memory.get(UPDATE, "1") == "done"
    clock.now += 1
    assert await memory.add(UPDATE, "1", "in work")


async def test_replicas_share(shared: Shared, server: RedisServer) -> None:
    """What one replica keeps the other finds; what one has added the other cannot, until it is given up."""
    other = Shared(SecretStr(server.url), SECRET)
    await shared.put(CHAT, KEY, "rain")
    assert await other.get(CHAT, KEY) == "rain"
    assert await shared.add(UPDATE, "1", "in work")
    assert not await other.add(UPDATE, "1", "in work")
    await shared.remove(UPDATE, "1")
    assert await other.add(UPDATE, "1", "in work")
    taken = [await replica.take(LIMIT, KEY, 5, 3) for replica in (shared, other) * 3]
    assert taken == [True] * 5 + [False]
    await other.close()


async def test_redis_knows_no_person(
    api: FakeBotApi, settings: Settings, shared: Shared, server: RedisServer, responder: Responder
) -> None:
    """After a conversation every key in Redis is a keyed hash, every value is free of ids and names, and all expire."""
    async with build_application(settings, responder, state=shared, limits=UNPACED) as application:
        talk = Talk(application, api)
        await talk.say("How many people were hurt?")
        (followed,) = await talk.say("who said that?")
    assert "The Norvale Police" in followed["text"]
    with Redis(unix_socket_path=str(server.socket), decode_responses=True) as redis:
        keys = list(redis.scan_iter())
        values = [redis.get(key) for key in keys]
        lives = [redis.ttl(key) for key in keys]
    assert len(keys) == 5  # the chat's context, those of two answers, and which messages answer two questions
    shown = " ".join((*keys, *map(str, values)))
    for private in (KEY, str(talk.api.last_message_id), "Zebedee", str(PERSON["username"]), TOKEN.partition(":")[2]):
        assert private not in shown
    assert all(0 < life <= 86_400 for life in lives)


async def test_redis_away_and_back(
    shared: Shared, server: RedisServer, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """While the server is away own memory stands in, also for what was kept before; both turns are told once."""
    assert await shared.trouble() is None
    await shared.put(CHAT, KEY, "rain")
    server.stop()
    assert await shared.get(CHAT, KEY) == "rain"
    await shared.put(CHAT, KEY, "wind")
    assert await shared.get(CHAT, KEY) == "wind"
    assert await shared.add(UPDATE, "1", "in work")
    assert not await shared.add(UPDATE, "1", "in work")
    assert [await shared.take(LIMIT, KEY, 5, 3) for _ in range(6)] == [True] * 5 + [False]
    clock.now += PAUSE  # tried again, in vain
    assert await shared.trouble() == "the shared state is away; own memory stands in"
    assert value("shared_state") == 0
    server.start()
    assert await shared.trouble() == "the shared state is away; own memory stands in", "not tried at every turn"
    clock.now += PAUSE
    assert await shared.trouble() is None
    assert value("shared_state") == 1
    assert await shared.add(UPDATE, "2", "in work")
    assert not await shared.add(UPDATE, "1", "in work"), "done here while the server was away"
    told = [record.getMessage() for record in caplog.records if record.name == "bot.shared"]
    assert told == [
        "reaching the shared state fails: ConnectionError; own memory stands in",
        "reaching the shared state works again after 10 s and 2 failures",
    ]


async def test_redis_that_hangs(shared: Shared, server: RedisServer, clock: Clock) -> None:
    """A server that answers nobody is away soon, and what it answers late is taken for no other answer."""
    await shared.put(CHAT, KEY, "rain")
    await shared.put(CHAT, "other", "wind")
    server.freeze()
    async with asyncio.timeout(1.5):  # a health check waits for it
        assert await shared.get(CHAT, KEY) == "rain"
    assert await shared.trouble() == "the shared state is away; own memory stands in"
    server.thaw()
    clock.now += PAUSE
    assert [await shared.get(CHAT, key) for key in ("other", KEY, "none")] == ["wind", "rain", None]
    assert await shared.trouble() is None


async def test_without_an_address_memory_is_used() -> None:
    """No address means one process, which needs no server."""
    assert isinstance(open_state(None, SECRET), Memory)
