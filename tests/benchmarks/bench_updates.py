"""Answers per second from the update to the sent message, beside the library's smallest echo bot; memory.

    .venv/bin/pytest tests/benchmarks/bench_updates.py -s

Each bot runs in a process of its own against a fake Bot API. They take turns, a few dozen updates at a time, so that
whatever else the machine does meets both; and what is compared is processor time, of which a bot alone decides.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import statistics
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, thread_time

import pytest
from fake_bot_api import TOKEN, FakeBotApi, Parameters
from processes import free_port
from talk import GROUP, Talk, question

from bot.app import BotApplication
from bot.conversations import Conversations
from bot.limits import STANDARD
from bot.rates import Rate
from bot.state import LIMIT, Memory
from bot.work import Work
from knowledge import SHIPPED, Responder, load_base
from knowledge.evaluating import load_labels

ROUNDS, UPDATES = 8, 90
FLOORS = {"phrasings": 0.8, "messages": 0.5}  # of the echo bot's answers per second; the aim is 0.9 for both
SECRET = "the-secret-of-the-benchmark"
OURS = """
from dataclasses import replace
from functools import partial
from bot.limits import STANDARD
from bot.running import poll, run
from bot.serving import serve
from bot.settings import load_settings
from knowledge import Responder, load_base
run(load_settings(), Responder(load_base()), partial({receive}, limits=replace(STANDARD, slots={slots})))
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
port, secret = os.environ["WHOSAID_WEBHOOK_PORT"], os.environ["WHOSAID_WEBHOOK_SECRET"]
webhook = dict(port=int(port), url_path="webhook", webhook_url="https://bot.example.org/webhook", secret_token=secret)
application.{receive}
"""
RECEIVING = {"polling": ("poll", "run_polling()"), "webhook": ("serve", "run_webhook(**webhook)")}


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Return the shipped base's phrasings: what it is best prepared for."""
    return [phrasing for entry in load_base().entries for phrasing in entry.phrasings]


@pytest.fixture(scope="module")
def messages() -> list[str]:
    """Return what people ask, hard messages most of them: the labelled ones, no part of the base."""
    files = sorted((SHIPPED / "evaluation").glob("*.yaml"))
    return [message.ask for file in files for message in load_labels(file).messages]


@dataclass
class Running:
    """A bot in a process of its own, and what is measured of it, a round each."""

    api: FakeBotApi
    process: asyncio.subprocess.Process
    push: Callable[..., Awaitable[None]]
    seconds: list[float]
    spent: list[float]  # seconds of processor time

    async def answer(self, texts: list[str]) -> float:
        """Seconds until as many people got an answer as there are texts."""
        first = self.api.last_update_id + 1
        updates = [question(self.api, number, text=text) for number, text in enumerate(texts, first)]
        enough = self.api.last_message_id + len(texts)
        begun = perf_counter()
        await self.push(*updates)
        async with asyncio.timeout(600), self.api._changed:
            await self.api._changed.wait_for(lambda: self.api.last_message_id >= enough)
        return perf_counter() - begun

    async def measure(self, texts: list[str]) -> None:
        """Note what an answer takes."""
        before = self._processor_time()
        self.seconds.append(await self.answer(texts) / len(texts))
        self.spent.append((self._processor_time() - before) / len(texts))

    def _processor_time(self) -> float:
        """Seconds, of all threads."""
        figures = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(figure.read_text().split()[0]) for figure in figures) / 1e9


@asynccontextmanager
async def started(program: str) -> AsyncIterator[Running]:
    """Run a bot until it receives updates, and end it with the block."""
    async with FakeBotApi() as api:
        port = free_port()
        environment = {
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api.url,
            "WHOSAID_WEBHOOK_PORT": str(port),
            "WHOSAID_WEBHOOK_SECRET": SECRET,
            "PTB_TIMEDELTA": "1",
        }
        null = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", program, env=os.environ | environment, stdout=null, stderr=null
        )

        async def push(*updates: Parameters) -> None:
            await pushed(port, *updates)

        try:
            if polls := "poll" in program.splitlines()[-1]:
                await api.wait_for("getUpdates")
            else:
                await listened_on(port)
            yield Running(api, process, api.push if polls else push, [], [])
        finally:
            process.terminate()
            await process.wait()


async def listened_on(port: int) -> None:
    """Return as soon as somebody listens there."""
    async with asyncio.timeout(30):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


async def pushed(port: int, *updates: Parameters) -> None:
    """Push updates as Telegram does, by as many connections as there are slots; returns when all are confirmed."""
    waiting = iter(updates)

    async def push_some() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for update in waiting:
            body = json.dumps(update).encode()
            head = f"POST /webhook HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n"
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            assert b" 200 " in await reader.readuntil(b"\r\n\r\n")
        writer.close()

    await asyncio.gather(*(push_some() for _ in range(STANDARD.slots)))


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("mode", RECEIVING)
async def test_as_fast_as_the_echo_bot(asked: list[str], messages: list[str], mode: str, kind: str) -> None:
    """At the same number of slots, not much slower than the echo bot: by what finding the answer takes."""
    texts = cycle({"phrasings": asked[:: len(asked) // (ROUNDS * UPDATES)], "messages": messages}[kind])
    mine, other = (
        program.format(receive=receive, slots=STANDARD.slots)
        for program, receive in zip((OURS, ECHO), RECEIVING[mode], strict=True)
    )
    responder, answering = Responder(load_base()), []
    async with started(mine) as ours, started(other) as echo:
        for warm in (ours, echo):
            await warm.answer(asked[:200])
        for _ in range(ROUNDS):
            batch = list(islice(texts, UPDATES))
            await echo.measure(batch)
            await ours.measure(batch)
            begun = thread_time()
            for text in batch:
                responder.answer(text)
            answering.append((thread_time() - begun) / UPDATES)
    rest = [whole - part for whole, part in zip(ours.spent, answering, strict=True)]
    pairs = (echo.spent, ours.spent), (echo.seconds, ours.seconds), (answering, ours.spent), (echo.spent, rest)
    ratio, wall, share, shell = (
        statistics.median(one / another for one, another in zip(*pair, strict=True)) for pair in pairs
    )
    rate = 1 / statistics.median(ours.spent)
    print(f"\n{mode}, {kind}: {rate:.0f} answers a second of processor time; of the echo bot's {ratio:.2f}", end="")
    print(f", by the clock {wall:.2f}; finding the answer takes {share:.0%}, and without it {shell:.2f}")
    assert ratio >= FLOORS[kind]
    assert shell >= 1, "all but finding the answer takes longer than the whole echo bot"


@pytest.fixture
def application(talk: Talk) -> BotApplication:
    """Return the real application."""
    return talk.application


@pytest.mark.parametrize("slots", [16, 32, 64, 256])
async def test_slots(asked: list[str], slots: int) -> None:
    """How many answers a second there are with this many slots."""
    async with started(OURS.format(receive="poll", slots=slots)) as ours:
        await ours.answer(asked[:200])
        seconds = await ours.answer(asked[:1500])
    print(f"\n{slots} slots: {1500 / seconds:.0f} answers/s")


async def test_memory_does_not_grow(asked: list[str]) -> None:
    """After 20,000 updates of as many people the process is hardly bigger than after 2,000."""
    texts = cycle(asked)
    async with started(OURS.format(receive="poll", slots=STANDARD.slots)) as ours:
        await ours.answer(list(islice(texts, 2_000)))
        before = resident(ours.process.pid)
        for _ in range(9):
            await ours.answer(list(islice(texts, 2_000)))
        grown = resident(ours.process.pid) - before
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
