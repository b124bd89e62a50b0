"""Updates worked through: each once, in order within a chat, others not held up by any."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from fake_bot_api import FakeBotApi, Parameters
from faults import HANG
from talk import Talk, question

from bot import texts
from bot.app import BotApplication
from bot.limits import Limits
from bot.seen import LEASE, SeenInState, Sight
from bot.state import Memory
from bot.work import Outcome, Work

SHORT = Limits(slots=4, cut=0.3)


@pytest.fixture
def application(talk: Talk) -> BotApplication:
    """Return the real application."""
    return talk.application


@pytest.fixture
async def gate(application: BotApplication, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[asyncio.Event]:
    """Keep every update in work until the gate is opened."""
    opened = asyncio.Event()
    process = application.process_update

    async def later(update: object) -> None:
        await opened.wait()
        await process(update)

    with monkeypatch.context() as patched:
        patched.setattr(type(application), "process_update", lambda _, update: later(update))
        yield opened
        opened.set()


async def test_repeated_update_is_answered_once(application: BotApplication, api: FakeBotApi) -> None:
    """An update that comes again is counted and not answered again."""
    work = Work(application)
    raw = question(api)
    assert [await work.handle(raw), await work.handle(raw)] == [Outcome.DONE, Outcome.REPEATED]
    assert len(api.sent()) == 1
    assert work.outcomes == {Outcome.DONE: 1, Outcome.REPEATED: 1}


async def test_ids_may_start_again_lower(application: BotApplication, api: FakeBotApi) -> None:
    """An id lower than the last is no repeat."""
    work = Work(application)
    for number in (900, 5, 6):
        assert await work.handle(question(api) | {"update_id": number}) is Outcome.DONE
    assert len(api.sent()) == 3


@pytest.mark.parametrize(
    "break_it",
    [
        pytest.param(lambda raw: raw | {"message": 1}, id="message is a number"),
        pytest.param(lambda raw: raw | {"message": {"text": "Zebedee"}}, id="message lacks all"),
        pytest.param(lambda raw: raw["message"].update(date=10**30) or raw, id="date beyond any year"),
        pytest.param(lambda raw: raw | {"update_id": "1"}, id="id is a text"),
        pytest.param(lambda raw: raw["message"], id="no id"),
        pytest.param(lambda raw: [raw], id="a list"),
        pytest.param(lambda _: None, id="nothing"),
    ],
)
async def test_unparsable_update_is_skipped(
    application: BotApplication,
    api: FakeBotApi,
    caplog: pytest.LogCaptureFixture,
    break_it: Callable[[Parameters], object],
) -> None:
    """What cannot be parsed is counted and logged without a word of it; the next update is answered."""
    work = Work(application)
    assert await work.handle(break_it(question(api))) is Outcome.UNPARSABLE
    assert caplog.text.count("skipped, it cannot be parsed") == 1
    assert "Zebedee" not in caplog.text
    assert await work.handle(question(api)) is Outcome.DONE
    assert len(api.sent()) == 1


async def test_update_that_hangs_is_cut(application: BotApplication, api: FakeBotApi) -> None:
    """A handler that hangs is given up, whoever waits for it is told, and others are answered meanwhile."""
    work = Work(application, SHORT)
    api.fail("sendMessage", HANG)
    hanging = asyncio.create_task(work.handle(question(api, 1)))
    await api.wait_for("sendMessage")
    assert await work.handle(question(api, 2)) is Outcome.DONE
    assert work.in_progress == 1
    assert await hanging is Outcome.CUT
    assert work.in_progress == 0
    *_, apology = api.sent()
    assert (apology["chat_id"], apology["text"]) == (1, texts.SORRY)


async def test_apology_that_hangs_too_is_given_up(
    application: BotApplication, api: FakeBotApi, caplog: pytest.LogCaptureFixture
) -> None:
    """Where not even the apology ends, the update ends all the same."""
    work = Work(application, SHORT)
    api.fail("sendMessage", HANG, HANG)
    assert await work.handle(question(api)) is Outcome.CUT
    assert "the apology took too long" in caplog.text


async def test_update_that_survives_its_cut_is_overdue(
    application: BotApplication, api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes on though it was cut can be told from what is only slow, since nothing but a restart ends it."""
    was_cut, told = asyncio.Event(), asyncio.Event()

    async def stubborn(*_: object) -> None:
        try:
            await told.wait()
        except asyncio.CancelledError:
            was_cut.set()
            await told.wait()

    work = Work(application, SHORT)
    with monkeypatch.context() as patched:
        patched.setattr(type(application), "process_update", stubborn)
        handling = asyncio.create_task(work.handle(question(api)))
        await was_cut.wait()
        assert 0 < work.overdue <= work.oldest
        told.set()
        await handling
    assert work.overdue == 0


async def test_order_is_kept_in_each_chat(application: BotApplication, api: FakeBotApi, gate: asyncio.Event) -> None:
    """A chat's questions are answered one after the other, in their order."""
    work = Work(application)
    asked = [question(api, chat) for _ in range(5) for chat in (1, 2)]
    handling = asyncio.gather(*(work.handle(raw) for raw in asked))
    gate.set()
    await handling
    for chat in (1, 2):
        replied = [request["reply_parameters"]["message_id"] for request in api.sent() if request["chat_id"] == chat]
        assert replied == [raw["message"]["message_id"] for raw in asked if raw["message"]["chat"]["id"] == chat]


async def test_no_more_in_work_than_slots(application: BotApplication, api: FakeBotApi, gate: asyncio.Event) -> None:
    """No more updates are in work than there are slots, and how long the oldest is there can be read."""
    now = 100.0
    work = Work(application, SHORT, clock=lambda: now)
    assert work.oldest == 0
    handling = asyncio.gather(*(work.handle(question(api, chat)) for chat in range(1, 11)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert work.in_progress == SHORT.slots
    now = 107.0
    assert work.oldest == 7
    gate.set()
    await handling
    assert len(api.sent()) == 10


async def test_idle_chats_leave_nothing_behind(application: BotApplication, api: FakeBotApi) -> None:
    """Nothing is kept for a chat without updates in work, neither here nor in the library."""
    work = Work(application)
    for chat in range(1, 6):
        await work.handle(question(api, chat))
    assert len(work._turns) == 0
    kept: Any = application
    assert kept._chat_ids_to_be_updated_in_persistence == kept._user_ids_to_be_updated_in_persistence == set()
    assert len(application.user_data) == len(application.chat_data) == 0


async def test_cancelled_update_is_answered_when_it_comes_again(
    application: BotApplication, api: FakeBotApi, gate: asyncio.Event
) -> None:
    """What a shutdown interrupts is no repeat the next time; meanwhile it is someone's work."""
    seen = SeenInState(Memory())
    work, raw = Work(application, seen=seen), question(api)
    handling = asyncio.create_task(work.handle(raw))
    await asyncio.sleep(0)
    assert await Work(application, seen=seen).handle(raw) is Outcome.BUSY
    handling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await handling
    gate.set()
    assert await work.handle(raw) is Outcome.DONE


async def test_update_in_work_is_held_until_it_is_done(
    application: BotApplication, api: FakeBotApi, gate: asyncio.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long an update takes, nobody else may begin on it, and once it is done nobody ever."""
    monkeypatch.setattr("bot.work.LEASE", 0.002)
    holds: asyncio.Queue[int] = asyncio.Queue()

    class Holding(SeenInState):
        async def hold(self, update: int) -> None:
            await super().hold(update)
            holds.put_nowait(update)

    seen, raw = Holding(Memory()), question(api)
    handling = asyncio.create_task(Work(application, seen=seen).handle(raw))
    assert [await holds.get() for _ in range(3)] == [raw["update_id"]] * 3
    gate.set()
    assert await handling is Outcome.DONE
    assert await seen.begin(raw["update_id"]) is Sight.DONE


async def test_holding_never_outlasts_the_work(
    application: BotApplication, api: FakeBotApi, gate: asyncio.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A last hold that is on its way does not undo that the update is done, and one that was cancelled is not held."""
    monkeypatch.setattr("bot.work.LEASE", 0)
    begun = asyncio.Event()

    class OnItsWay(SeenInState):
        async def hold(self, update: int) -> None:
            begun.set()
            try:
                await asyncio.Event().wait()
            finally:
                await super().hold(update)

    seen, raw = OnItsWay(Memory()), question(api)
    handling = asyncio.create_task(Work(application, seen=seen).handle(raw))
    await begun.wait()
    gate.set()
    await handling
    assert await seen.begin(raw["update_id"]) is Sight.DONE

    gate.clear()
    begun.clear()
    before = asyncio.all_tasks()
    handling = asyncio.create_task(Work(application, seen=seen).handle(question(api)))
    await begun.wait()
    others = asyncio.all_tasks() - before
    handling.cancel()
    _, pending = await asyncio.wait(others, timeout=5)
    assert len(others) == 2
    assert pending == set()


async def test_update_that_is_held_stays_taken() -> None:
    """Held in time, an update is nobody else's for another lease."""
    now = 0.0
    seen = SeenInState(Memory(lambda: now))
    assert await seen.begin(1) is Sight.NEW
    now = LEASE - 1
    await seen.hold(1)
    now = LEASE + 1
    assert await seen.begin(1) is Sight.IN_WORK
    now = 2 * LEASE
    assert await seen.begin(1) is Sight.NEW


async def test_update_of_who_died_is_new_again() -> None:
    """An update that was taken and never finished may be taken again after a while; a finished one not."""
    now = 0.0
    seen = SeenInState(Memory(lambda: now))
    assert [await seen.begin(1), await seen.begin(2)] == [Sight.NEW, Sight.NEW]
    await seen.finish(2)
    assert [await seen.begin(1), await seen.begin(2)] == [Sight.IN_WORK, Sight.DONE]
    now = LEASE
    assert [await seen.begin(1), await seen.begin(2)] == [Sight.NEW, Sight.DONE]
