"""Requests: what goes over the wire, and that many go at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from fake_bot_api import TOKEN, FakeBotApi
from talk import PRIVATE, question
from telegram import Bot

from bot.requesting import LeanRequest

TEXT = 'a=b&c "d" \\ 100 %\n“é” 👍'


@pytest.fixture
async def bot(api: FakeBotApi) -> AsyncIterator[Bot]:
    """Return the library's bot, with requests of ours."""
    async with Bot(TOKEN, f"{api.url}/bot", request=LeanRequest(4), get_updates_request=LeanRequest(1)) as bot:
        yield bot


async def test_texts_arrive_as_they_are(bot: Bot, api: FakeBotApi) -> None:
    """Whatever characters a text holds, the Bot API reads the same, and a number beside it as a number."""
    question(api, PRIVATE["id"])
    message = await bot.send_message(PRIVATE["id"], TEXT)
    assert message.text == TEXT
    (request,) = api.sent()
    assert (request["chat_id"], request["text"]) == (PRIVATE["id"], TEXT)


async def test_as_many_requests_go_at_once_as_there_are_connections(bot: Bot, api: FakeBotApi) -> None:
    """No request waits for another while there is a connection left; one more waits, and goes too."""
    release = api.hold("getMyCommands")
    asking = [asyncio.create_task(bot.get_my_commands()) for _ in range(5)]
    await api.wait_for("getMyCommands", 4)
    assert len(api.sent("getMyCommands")) == 4
    release.set()
    await asyncio.gather(*asking)
    assert len(api.sent("getMyCommands")) == 5


async def test_connection_that_breaks_is_replaced(bot: Bot, api: FakeBotApi) -> None:
    """After the server has closed every connection the next request opens a new one."""
    await api.stop_listening()
    await api.listen()
    assert (await bot.get_me()).id == bot.id
