"""Answers per second from the update to the sent message, beside the library's smallest echo bot; memory.

    .venv/bin/pytest tests/benchmarks/bench_updates.py -s

Both bots run in a process of their own against the fake Bot API, one after the other, several times in turn.
"""

from __future__ import annotations

import asyncio
import logging
import os
import statistics
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

import pytest
from fake_bot_api import TOKEN, FakeBotApi
from talk import GROUP, Talk, question

from bot.app import BotApplication
from bot.conversations import Conversations
from bot.limits import STANDARD
from bot.rates import Rate
from bot.state import LIMIT, Memory
from bot.work import Work
from knowledge import Responder, load_base

ROUNDS, UPDATES = 3, 1500
FLOOR = 0.6  # of the echo bot's answers per second; the aim is 0.9
OURS = """
from dataclasses import replace
from functools import partial
from bot.limits import STANDARD
from bot.running import poll, run
from bot.settings import load_settings
from knowledge import Responder, load_base
run(load_settings(), Responder(load_base()), partial(poll, limits=replace(STANDARD, slots={slots})))
"""
ECHO = """
import os
from telegram.ext import Application, MessageHandler, filters

async def echo(update, context):
    await update.message.reply_text(update.message.text)

builder = Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"])
builder = builder.base_url(os.environ["TELEGRAM_API_URL"] + "/bot").concurrent_updates({slots})
application = builder.build()
application.add_handler(MessageHandler(filters.TEXT, echo))
application.run_polling()
"""


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Return questions as people ask them: the shipped base's phrasings."""
    return [phrasing for entry in load_base().entries for phrasing in entry.phrasings]


@asynccontextmanager
async def started(program: str, api: FakeBotApi) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a bot until it has polled, and end it with the block."""
    environment = {
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api.url,
        "PTB_TIMEDELTA": "1",
    }
    null = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, env=os.environ | environment, stdout=null, stderr=null
    )
    try:
        await api.wait_for("getUpdates")
        yield process
    finally:
        process.terminate()
        await process.wait()


async def answered(api: FakeBotApi, texts: list[str]) -> float:
    """Seconds until as many people got an answer as there are texts."""
    first = api.last_update_id + 1
    updates = [question(api, number, text=text) for number, text in enumerate(texts, first)]
    enough = api.last_message_id + len(texts)
    begun = perf_counter()
    await api.push(*updates)
    async with asyncio.timeout(600), api._changed:
        await api._changed.wait_for(lambda: api.last_message_id >= enough)
    return perf_counter() - begun


async def seconds(program: str, texts: list[str]) -> float:
    """Seconds this bot takes for one update, after it has warmed up."""
    async with FakeBotApi() as api, started(program, api):
        await answered(api, texts[:200])
        return await answered(api, texts) / len(texts)


async def test_as_fast_as_the_echo_bot(asked: list[str]) -> None:
    """Polling, at the same number of slots, not much slower than the echo bot: by what finding the answer takes."""
    texts = list(islice(cycle(asked), UPDATES))
    ours, echo = [], []
    for _ in range(ROUNDS):
        echo.append(await seconds(ECHO.format(slots=STANDARD.slots), texts))
        ours.append(await seconds(OURS.format(slots=STANDARD.slots), texts))
    responder = Responder(load_base())
    begun = perf_counter()
    for text in texts:
        responder.answer(text)
    answer = (perf_counter() - begun) / len(texts)
    own, other = statistics.median(ours), statistics.median(echo)
    print(f"\n{1 / own:.0f} answers/s, echo bot {1 / other:.0f}/s, ratio {other / own:.2f}; answer {answer / own:.1%}")
    assert other / own >= FLOOR


@pytest.fixture
def application(talk: Talk) -> BotApplication:
    """Return the real application."""
    return talk.application


@pytest.mark.parametrize("slots", [16, 32, 64, 256])
async def test_slots(asked: list[str], slots: int) -> None:
    """How many answers a second there are with this many slots."""
    texts = list(islice(cycle(asked), UPDATES))
    print(f"\n{slots} slots: {1 / await seconds(OURS.format(slots=slots), texts):.0f} answers/s")


async def test_memory_does_not_grow(asked: list[str]) -> None:
    """After 20,000 updates of as many people the process is hardly bigger than after 2,000."""
    async with FakeBotApi() as api, started(OURS.format(slots=STANDARD.slots), api) as process:
        await answered(api, list(islice(cycle(asked), 2_000)))
        before = resident(process.pid)
        for _ in range(9):
            await answered(api, list(islice(cycle(asked), 2_000)))
        grown = resident(process.pid) - before
    print(f"\n{before:.0f} MB after 2,000 updates, {grown:+.1f} MB after 20,000")
    assert grown < 10


async def test_200_000_people(application: BotApplication, responder: Responder) -> None:
    """After updates of 200,000 people, and what is kept of an answer to each, memory has hardly grown."""
    api, work, state = FakeBotApi(), Work(application), Memory()
    rate, conversations = Rate(1, 1), Conversations(state)
    context = responder.answer("How many people were hurt?").context
    logging.disable()  # pytest keeps every line
    before = resident(os.getpid())
    for person in range(1, 200_001):
        await work.handle(question(api, person, chat=GROUP | {"id": -person}))  # not asked, hence not answered
        await asyncio.sleep(0)  # only between its steps does the loop forget deadlines that are past
        api._messages.clear()
        api._chats.clear()
        rate.take(person)
        await state.take(LIMIT, str(person), 5, 3)
        await conversations.remember(person, [person], context)
    grown = resident(os.getpid()) - before
    logging.disable(logging.NOTSET)
    print(f"\n{grown:+.1f} MB after 200,000 people")
    assert grown < 20


def resident(process: int) -> float:
    """Megabytes of memory the process holds."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
