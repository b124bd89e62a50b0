"""The webhook: who may hand over updates, and when each is confirmed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest
from fake_bot_api import FakeBotApi, Parameters
from pydantic import SecretStr
from talk import Talk, question
from test_metrics import value

from bot.seen import SeenInState
from bot.state import Memory
from bot.webhook import LARGEST, PATH, Webhook
from bot.work import Outcome, Work

NEW, OLD = "the-new-secret-of-the-tests", "the-old-secret-of-the-tests"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def pusher(webhook: Webhook, secret: str | None = NEW) -> httpx.AsyncClient:
    """Return a client that posts to the webhook as Telegram does."""
    headers = {} if secret is None else {HEADER: secret}
    transport = httpx.ASGITransport(app=webhook.app)
    return httpx.AsyncClient(transport=transport, base_url="http://bot", headers=headers)


@pytest.fixture
def state() -> Memory:
    """Return the state that work looks repeats up in."""
    return Memory()


@pytest.fixture
def webhook(talk: Talk, state: Memory) -> Webhook:
    """Return the webhook of the real application."""
    work = Work(talk.application, seen=SeenInState(state))
    return Webhook(work, [SecretStr(NEW), SecretStr(OLD)], room=8)


async def unread() -> AsyncIterator[bytes]:
    """Fail when the body is read."""
    raise AssertionError("the body was read")
    yield b""


class Gate:
    """Work that is done when it is told to be."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.opened = asyncio.Event()

    async def handle(self, _: object) -> Outcome:
        """Wait for the gate to open."""
        self.begun.set()
        await self.opened.wait()
        return Outcome.DONE


async def test_update_is_confirmed_when_it_is_answered(webhook: Webhook, api: FakeBotApi) -> None:
    """By the time Telegram gets its 200 the answer is sent; a repeat gets 200 and no second answer."""
    update = question(api)
    async with pusher(webhook) as telegram:
        for _ in range(2):
            response = await telegram.post(PATH, json=update)
            assert (response.status_code, response.content) == (200, b"")
            assert len(api.sent()) == 1


async def test_no_update_is_confirmed_before_its_work_is_done() -> None:
    """While work goes on there is no response, and what finds no room is told when to come again."""
    gate = Gate()
    webhook = Webhook(gate, [SecretStr(NEW)], room=1)  # type: ignore[arg-type]  # stands in for Work
    async with pusher(webhook) as telegram:
        first = asyncio.create_task(telegram.post(PATH, json={}))
        await gate.begun.wait()
        full = await telegram.post(PATH, content=unread())
        assert (full.status_code, full.headers["Retry-After"]) == (503, "1")
        assert not first.done()
        gate.opened.set()
        assert (await first).status_code == 200
        assert (await telegram.post(PATH, json={})).status_code == 200


@pytest.mark.parametrize("secret", [None, "", NEW[:-1], f"{NEW} ", OLD.upper()])
async def test_who_lacks_the_secret_is_refused_unread(
    webhook: Webhook, talk: Talk, api: FakeBotApi, secret: str | None
) -> None:
    """Without a secret that counts nothing is read and nothing is done."""
    before = len(api.requests)
    async with pusher(webhook, secret) as stranger:
        assert (await stranger.post(PATH, content=unread())).status_code == 403
        assert (await stranger.post(PATH, json=question(api))).status_code == 403
    assert len(talk.api.requests) == before


async def test_both_secrets_count_during_rotation(webhook: Webhook, api: FakeBotApi) -> None:
    """While a new secret replaces the old one, updates with either are answered."""
    for number, secret in enumerate((NEW, OLD), 1):
        async with pusher(webhook, secret) as telegram:
            assert (await telegram.post(PATH, json=question(api))).status_code == 200
        assert len(api.sent()) == number


async def test_too_large_a_body_is_refused_unread(webhook: Webhook) -> None:
    """What says that it is too large, or not how large, is not read."""
    async with pusher(webhook) as telegram:
        for length in (str(LARGEST + 1), "-1", "many"):
            response = await telegram.post(PATH, content=unread(), headers={"Content-Length": length})
            assert response.status_code == 413


async def test_body_that_grows_too_large_is_refused(webhook: Webhook) -> None:
    """What does not say its length is read up to the limit and no further."""
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 65536
            yield b" " * 65536

    async with pusher(webhook) as telegram:
        assert (await telegram.post(PATH, content=endless())).status_code == 413
    assert read <= LARGEST + 2 * 65536


async def test_body_that_never_comes_is_given_up(talk: Talk) -> None:
    """Half a request takes no room for long."""
    webhook = Webhook(Work(talk.application), [SecretStr(NEW)], room=1, patience=0.01)

    async def half() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    async with pusher(webhook) as telegram:
        assert (await telegram.post(PATH, content=half())).status_code == 408
        assert (await telegram.post(PATH, json={})).status_code == 200


async def test_largest_body_is_accepted(webhook: Webhook, api: FakeBotApi) -> None:
    """A body of just the largest size is worked through."""
    body = json.dumps(question(api)).encode().ljust(LARGEST)
    async with pusher(webhook) as telegram:
        assert (await telegram.post(PATH, content=body)).status_code == 200
    assert len(api.sent()) == 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{", id="cut"),
        pytest.param(b"\xff\xfe\xff", id="no text"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"update_id": "1"}', id="an id that is none"),
        pytest.param(b'{"update_id": 1, "message": {"text": "a text that stays unknown"}}', id="no message"),
    ],
)
async def test_what_cannot_be_parsed_is_confirmed_and_counted(webhook: Webhook, body: bytes) -> None:
    """What is Telegram's and no update would be sent again for ever: it is confirmed, and counted."""
    before = value("unparsable_total")
    async with pusher(webhook) as telegram:
        assert (await telegram.post(PATH, content=body)).status_code == 200
    assert value("unparsable_total") == before + 1


async def test_update_that_another_replica_works_on_is_not_confirmed(
    webhook: Webhook, state: Memory, api: FakeBotApi
) -> None:
    """The other may die over it: Telegram has to ask again. Once the other is done, it is confirmed."""
    update: Parameters = question(api)
    other = SeenInState(state)
    await other.begin(update["update_id"])
    async with pusher(webhook) as telegram:
        busy = await telegram.post(PATH, json=update)
        assert (busy.status_code, busy.headers["Retry-After"]) == (503, "1")
        await other.finish(update["update_id"])
        assert (await telegram.post(PATH, json=update)).status_code == 200
    assert api.sent() == []


async def test_there_is_no_other_door(webhook: Webhook) -> None:
    """Nothing but a POST to the webhook's path is understood."""
    async with pusher(webhook) as telegram:
        assert (await telegram.get(PATH)).status_code == 405
        for path in ("/", "/metrics", "/healthz", f"{PATH}/"):
            assert (await telegram.post(path, json={})).status_code in (404, 307)
