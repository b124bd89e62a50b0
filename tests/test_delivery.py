"""Delivery: what is repeated, what never is, and how long a message waits for its turn."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from fake_bot_api import FakeBotApi
from faults import BAD_GATEWAY, HANG, INTERNAL, RESET, Fault, too_many
from talk import GROUP, PERSON, QUESTION, UNPACED, Talk, question
from telegram.error import NetworkError
from telegram_html import plain
from test_metrics import value

from bot.app import build_application
from bot.delivery import Delivery, Parameters, Result
from bot.limits import STANDARD
from bot.settings import Settings
from bot.work import Outcome, Work
from knowledge import Responder

Said = Callable[..., Awaitable[float]]


@pytest.fixture
def delivery(talk: Talk) -> Delivery:
    """Return the real application's delivery."""
    limiter = talk.application.bot.rate_limiter
    assert isinstance(limiter, Delivery)
    return limiter


@pytest.mark.parametrize("told", [too_many(1), too_many()], ids=["told how long", "not told"])
async def test_too_many_requests_waits_and_repeats(talk: Talk, delivery: Delivery, told: Fault) -> None:
    """The same message goes out again, not sooner than Telegram says."""
    talk.api.fail("sendMessage", told)
    begun = asyncio.get_running_loop().time()
    first, second = await talk.say(QUESTION)
    assert asyncio.get_running_loop().time() - begun >= 0.99
    assert first == second
    assert delivery.counts == {"too many": 1}


async def test_waiting_ends_at_some_time(talk: Talk, api: FakeBotApi) -> None:
    """What Telegram makes a request wait in all is limited."""
    api.fail("sendMessage", too_many(1), too_many(20))
    assert len(await talk.say(QUESTION)) == 2


async def test_waiting_that_is_told_does_not_count_as_hanging(talk: Talk, api: FakeBotApi) -> None:
    """An update may take as much longer as Telegram makes it wait."""
    work = Work(talk.application, replace(STANDARD, cut=0.5))
    api.fail("sendMessage", too_many(1))
    assert await work.handle(question(api)) is Outcome.DONE


async def test_waiting_is_given_up_at_a_shutdown(talk: Talk, api: FakeBotApi, delivery: Delivery) -> None:
    """Who waits for Telegram at a shutdown is cancelled, so that the question is left for the next start."""
    work = Work(talk.application)
    raw = question(api)
    api.fail("sendMessage", too_many(19))
    handling = asyncio.create_task(work.handle(raw))
    await api.wait_for("sendMessage")
    delivery.hurry()
    with pytest.raises(asyncio.CancelledError):
        await handling
    assert await work.handle(raw) is Outcome.DONE


@pytest.mark.parametrize("fault", [RESET, BAD_GATEWAY, INTERNAL], ids=["reset", "502", "500"])
async def test_message_that_may_have_arrived_is_not_repeated(talk: Talk, fault: Fault) -> None:
    """After an error that leaves it open whether the answer arrived, it is not sent again."""
    talk.api.fail("sendMessage", replace(fault, arrives=True))
    requests = await talk.say(QUESTION)
    assert [QUESTION in request["text"] or "hurt" in request["text"] for request in requests].count(True) == 1


async def test_message_without_a_response_is_not_repeated(
    settings: Settings, api: FakeBotApi, responder: Responder
) -> None:
    """A message that is taken and never answered is sent once, and followed by no apology."""
    api.fail("sendMessage", replace(HANG, arrives=True))
    async with build_application(settings, responder, limits=replace(STANDARD, response=0.2)) as application:
        assert len(await Talk(application, api).say(QUESTION)) == 1


async def test_connection_that_is_refused_is_tried_until_it_works(
    talk: Talk, api: FakeBotApi, delivery: Delivery, caplog: pytest.LogCaptureFixture
) -> None:
    """Without a connection nothing can have arrived: the answer waits, however long, and is sent once."""
    work = Work(talk.application, replace(STANDARD, cut=0.2))
    raw = question(api)
    await api.stop_listening()
    handling = asyncio.create_task(work.handle(raw))
    async with asyncio.timeout(10):
        while delivery.counts["unreachable"] < 8:
            await asyncio.wait({handling}, timeout=0.05)
    assert delivery.outage.reason is not None
    assert work.oldest > 0.2, "it waits for longer than an update may take"
    assert work.overdue == 0, "and is not stuck: a restart would not help"
    await api.listen()
    assert await handling is Outcome.DONE
    assert len(api.sent()) == 1
    assert delivery.outage.reason is None
    assert caplog.text.count("reaching Telegram fails") == 1
    assert "see that the network is up, and TELEGRAM_API_URL right" in caplog.text


async def test_message_without_a_free_connection_waits_for_one(
    settings: Settings, api: FakeBotApi, responder: Responder
) -> None:
    """What found no connection cannot have arrived: it is tried until there is one, and sent once."""
    one_connection = replace(UNPACED, slots=-7)
    async with build_application(settings, responder, limits=one_connection) as application:
        limiter = application.bot.rate_limiter
        assert isinstance(limiter, Delivery)
        works, release = (Work(application), Work(application, replace(UNPACED, cut=1.5))), api.hold("sendMessage")
        handling = [asyncio.create_task(work.handle(question(api, chat))) for chat, work in enumerate(works, 1)]
        async with asyncio.timeout(10):
            while limiter.counts["unreachable"] < 2:  # a second each, which is nobody's fault
                await asyncio.wait(handling, timeout=0.05)
        release.set()
        assert await asyncio.gather(*handling) == [Outcome.DONE] * 2
    assert [request["chat_id"] for request in api.sent()] == [1, 2]


async def test_markup_telegram_cannot_read_goes_out_as_plain_text(
    talk: Talk, delivery: Delivery, caplog: pytest.LogCaptureFixture
) -> None:
    """The same words go out once more without markup, and that is counted and logged."""
    before = value("plain_retries_total")
    talk.api.fail("sendMessage", Fault(400, "Bad Request: can't parse entities: unsupported start tag"))
    first, second = await talk.say("Why did the bridge fall?")
    assert "parse_mode" not in second.parameters
    assert second["text"] == plain(first["text"])
    assert "<builders>" in second["text"]
    assert first.parameters | {"text": ""} == second.parameters | {"text": "", "parse_mode": "HTML"}
    assert delivery.counts == {"plain": 1}
    assert value("plain_retries_total") == before + 1
    assert "sendMessage: Telegram cannot read the markup" in caplog.text


async def test_plain_text_that_is_refused_too_is_an_error(talk: Talk) -> None:
    """Plain text is tried once."""
    talk.api.fail("sendMessage", *[Fault(400, "Bad Request: can't parse entities")] * 2)
    assert len(await talk.say(QUESTION)) == 3, "with markup, without, the apology"


async def test_answer_follows_a_group_that_moved(group: Talk, delivery: Delivery) -> None:
    """Where a group has become a supergroup, the answer goes there."""
    moved = GROUP | {"id": -100_777}
    group.api.receive({"message_id": 1, "chat": moved, "from": PERSON})
    group.api.fail("sendMessage", Fault(400, "Bad Request", {"migrate_to_chat_id": moved["id"]}))
    first, second = await group.say("@whosaid_bot " + QUESTION)
    assert first.parameters | {"chat_id": moved["id"]} == second.parameters
    assert delivery.counts == {"moved": 1}


@pytest.fixture
async def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """Send to a chat through a delivery with the standard limits, on a clock that each wait moves on."""
    now = 1000.0

    async def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    async def taken(*_: object, **__: object) -> Result:
        return True

    monkeypatch.setattr("bot.delivery.asyncio.sleep", sleep)
    delivery = Delivery(STANDARD, clock=lambda: now)

    async def said(chat: int, endpoint: str = "sendMessage") -> float:
        data: Parameters = {"chat_id": chat, "text": "x"}
        await delivery.process_request(taken, (), {}, endpoint, data, None)
        return now

    return said


async def test_a_chat_gets_one_message_a_second(said: Said) -> None:
    """Messages to one chat are a second apart; another chat does not wait."""
    assert [await said(chat) for chat in (1, 1, 1, 2)] == [1000, 1001, 1002, 1002]
    assert [await said(1, how) for how in ("sendPhoto", "editMessageText", "sendMessage")] == [1003, 1004, 1005]


async def test_a_group_gets_twenty_messages_a_minute(said: Said) -> None:
    """In no minute are there more than twenty."""
    moments = [await said(-1) for _ in range(60)]
    assert all(later - earlier >= 60 for earlier, later in zip(moments, moments[20:], strict=False))
    assert all(later - earlier >= 1 for earlier, later in pairwise(moments))
    assert moments[-1] - moments[0] <= 60 * 4, "and not much fewer"


async def test_waiting_for_a_turn_does_not_count_as_hanging(
    settings: Settings, api: FakeBotApi, responder: Responder
) -> None:
    """An update may take as much longer as the chat has to wait for its next message."""
    limits = replace(UNPACED, chat_interval=1, cut=0.5)
    async with build_application(settings, responder, limits=limits) as application:
        work = Work(application, limits)
        assert [await work.handle(question(api)) for _ in range(2)] == [Outcome.DONE] * 2
    assert len(api.sent()) == 2


async def test_only_messages_wait_for_their_turn(settings: Settings, responder: Responder, api: FakeBotApi) -> None:
    """With the standard limits, an acknowledgement or the menu is not held up."""
    async with build_application(settings, responder) as application:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        api.queries.update("abc")
        for query in "abc":
            await application.bot.answer_callback_query(query)
        await application.bot.get_me()
        assert loop.time() - begun < 0.9


async def test_other_errors_are_raised(talk: Talk, api: FakeBotApi) -> None:
    """What nothing can be done about reaches the caller at once."""
    api.fail("getMe", INTERNAL)
    with pytest.raises(NetworkError):
        await talk.application.bot.get_me()
    assert len(api.sent("getMe")) == 2
