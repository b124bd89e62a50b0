"""Polling: an update is confirmed once it is done, and no trouble ends the polling but a bad token."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from fake_bot_api import ME, FakeBotApi
from faults import (
    BAD_GATEWAY,
    CONFLICT,
    FORBIDDEN,
    HANG,
    INTERNAL,
    NOT_FOUND,
    RESET,
    TOO_LARGE,
    UNAUTHORIZED,
    Fault,
    too_many,
)
from talk import UNPACED, Talk, question

from bot.app import UPDATES, build_application
from bot.limits import Limits
from bot.polling import RIVALRY, Polling, TokenRevokedError
from bot.seen import LEASE, SeenInState
from bot.settings import Settings
from bot.state import Memory
from bot.work import Outcome, Work
from knowledge import Responder

SHORT = Limits(
    slots=4,
    cut=0.5,
    drain=0.2,
    farewell=0.2,
    long_poll=1,
    straggler=0.01,
    first_pause=0.01,
    longest_pause=0.02,
    response=0.3,
)


@pytest.fixture
def work(talk: Talk) -> Work:
    """Return the work of the real application, with short limits."""
    return Work(talk.application, SHORT)


@pytest.fixture
def polling(talk: Talk, work: Work) -> Polling:
    """Return the polling of the real application, with short limits."""
    return Polling(talk.application.bot, work, UPDATES, SHORT)


@asynccontextmanager
async def running(polling: Polling) -> AsyncIterator[asyncio.Task[None]]:
    """Poll meanwhile."""
    task = asyncio.create_task(polling.run())
    yield task
    task.cancel()
    await asyncio.wait({task})


async def test_confirmed_only_after_the_answer(polling: Polling, api: FakeBotApi) -> None:
    """Nothing of a batch is confirmed while anything of it is unanswered."""
    api.fail("sendMessage", Fault(hang=True))
    updates = [question(api, chat) for chat in (1, 2, 3)]
    await api.push(*updates)
    async with running(polling):
        await api.wait_until(lambda: len(api.sent()) == 3)
        confirmed_early = list(api.confirmed)
        await api.wait_until(lambda: len(api.confirmed) == 3)
    first = updates[0]["update_id"]
    assert first not in confirmed_early
    assert api.confirmed == [update["update_id"] for update in updates]


async def test_one_that_hangs_does_not_hold_up_later_ones(polling: Polling, api: FakeBotApi) -> None:
    """While one update hangs, updates that come later are fetched and answered, at most as many as there are slots."""
    api.fail("sendMessage", HANG)
    await api.push(question(api, 1))
    async with running(polling):
        await api.wait_for("sendMessage")
        await api.push(*(question(api, chat) for chat in range(2, 10)))
        await api.wait_until(lambda: len(api.sent()) >= 4)
        assert api.confirmed == []
        await api.wait_until(lambda: len(api.confirmed) == 9)
    assert {request["chat_id"] for request in api.sent()[:4]} == {1, 2, 3, 4}
    assert {request["limit"] for request in api.sent("getUpdates")} == {SHORT.slots}


async def test_unparsable_update_is_confirmed_and_stops_nothing(polling: Polling, api: FakeBotApi) -> None:
    """An update that cannot be parsed is confirmed with the others of its batch."""
    await api.push(question(api), question(api) | {"message": {"message_id": "x"}}, question(api))
    async with running(polling):
        await api.wait_until(lambda: len(api.confirmed) == 3)
    assert len(api.sent()) == 2


async def test_out_of_order_batch(polling: Polling, api: FakeBotApi) -> None:
    """A batch in any order, with an update twice, is answered once each and confirmed."""
    one, two, three = (question(api, chat) for chat in (1, 2, 3))
    await api.push(three, one, two, one)
    async with running(polling):
        await api.wait_until(lambda: len(api.confirmed) == 4)
    assert sorted(request["chat_id"] for request in api.sent()) == [1, 2, 3]


async def test_ids_that_start_again_lower_are_not_lost(polling: Polling, api: FakeBotApi) -> None:
    """After a quiet time no offset is asked for, since an old one would confirm new updates unseen."""
    await api.push(question(api) | {"update_id": 900_000})
    async with running(polling):
        await api.wait_until(lambda: api.confirmed == [900_000])
        await api.wait_until(lambda: "offset" not in api.sent("getUpdates")[-1].parameters)
        await api.push(question(api) | {"update_id": 7})
        await api.wait_until(lambda: api.confirmed == [900_000, 7])
    assert len(api.sent()) == 2


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(UNAUTHORIZED, id="401"),
        pytest.param(FORBIDDEN, id="403"),
        pytest.param(NOT_FOUND, id="404"),
        pytest.param(CONFLICT, id="409"),
        pytest.param(TOO_LARGE, id="413"),
        pytest.param(too_many(), id="429"),
        pytest.param(INTERNAL, id="500"),
        pytest.param(BAD_GATEWAY, id="502 as HTML"),
        pytest.param(RESET, id="reset"),
        pytest.param(Fault(200, body=b"<html>Log in to this network</html>"), id="200 as HTML"),
        pytest.param(Fault(200, body=b'{"hello": "world"}'), id="200 with other JSON"),
        pytest.param(Fault(200, body=b'{"ok": true, "result": {}}'), id="200 with no list"),
        pytest.param(Fault(200, body=b'{"ok": true, "result": [{}, {"update_id": true}]}'), id="updates without ids"),
    ],
)
async def test_polling_recovers(polling: Polling, api: FakeBotApi, fault: Fault) -> None:
    """After any failure of polls, the next question is answered."""
    api.fail("getUpdates", *[fault] * 5)
    async with running(polling):
        await api.wait_for("getUpdates", 6)
        await api.push(question(api))
        await api.wait_until(lambda: api.confirmed)
    assert len(api.sent()) == 1
    assert polling.outage.reason is None
    assert (polling.obstacle() is not None) is (fault is CONFLICT)


async def test_poll_that_is_never_answered_is_given_up(polling: Polling, api: FakeBotApi) -> None:
    """A poll that hangs ends soon after it should have, and the next question is answered."""
    api.fail("getUpdates", HANG)
    async with running(polling):
        await api.wait_for("getUpdates")
        await api.push(question(api))
        await api.wait_until(lambda: api.confirmed)


async def test_poll_waits_as_long_as_it_is_told(polling: Polling, api: FakeBotApi) -> None:
    """Too many polls: the next comes no sooner than Telegram says."""
    api.fail("getUpdates", too_many(1))
    loop = asyncio.get_running_loop()
    async with running(polling):
        await api.wait_for("getUpdates")
        begun = loop.time()
        await api.wait_for("getUpdates", 2)
        assert loop.time() - begun >= 0.99


async def test_updates_that_nobody_can_confirm_are_not_fetched_without_a_pause(talk: Talk, api: FakeBotApi) -> None:
    """Updates without an id come again at once, each time: there is a pause before the next poll."""
    limits = replace(SHORT, straggler=0.2)
    api.fail("getUpdates", Fault(200, body=b'{"ok": true, "result": [{}]}'))
    loop = asyncio.get_running_loop()
    async with running(Polling(talk.application.bot, Work(talk.application), UPDATES, limits)):
        await api.wait_for("getUpdates")
        begun = loop.time()
        await api.wait_for("getUpdates", 2)
        assert loop.time() - begun >= 0.19


async def test_token_that_telegram_refuses_twice_ends_the_polling(polling: Polling, api: FakeBotApi) -> None:
    """A 401, confirmed by getMe, is the end."""
    api.fail("getUpdates", UNAUTHORIZED)
    api.fail("getMe", UNAUTHORIZED)
    async with running(polling) as task:
        with pytest.raises(TokenRevokedError):
            await task


@pytest.mark.parametrize("answer", [NOT_FOUND, INTERNAL, RESET], ids=["404", "500", "reset"])
async def test_outage_of_all_methods_is_no_bad_token(polling: Polling, api: FakeBotApi, answer: Fault) -> None:
    """Where getMe fails too, but not because of the token, polling goes on."""
    api.fail("getUpdates", NOT_FOUND, NOT_FOUND)
    api.fail("getMe", answer, answer)
    async with running(polling):
        await api.push(question(api))
        await api.wait_until(lambda: api.confirmed)


async def test_two_pollers_are_told_what_to_do(
    talk: Talk, api: FakeBotApi, settings: Settings, responder: Responder, caplog: pytest.LogCaptureFixture
) -> None:
    """Each of two programs with one token names the cure once a minute, and is not well until it has been alone."""
    now = 0.0
    async with build_application(settings, responder, limits=UNPACED) as second:
        seen = SeenInState(Memory())
        pollings = [
            Polling(each.bot, Work(each, SHORT, seen), UPDATES, SHORT, clock=lambda: now)
            for each in (talk.application, second)
        ]
        async with running(pollings[1]), running(pollings[0]):
            for answers in range(1, 6):  # polls succeed between the conflicts
                await api.push(question(api))
                await api.wait_for("sendMessage", answers)
                await api.wait_until(lambda: all(polling.obstacle() for polling in pollings))
        hint = "stop the other program that uses this token"
        assert caplog.text.count(hint) == 2
        assert all(hint in str(polling.obstacle()) for polling in pollings)
        now = RIVALRY
        async with running(pollings[0]):
            await api.push(question(api))
            await api.wait_for("sendMessage", 6)
    assert pollings[0].obstacle() is None


async def test_webhook_set_meanwhile_is_told_what_to_do(
    polling: Polling, api: FakeBotApi, caplog: pytest.LogCaptureFixture
) -> None:
    """A webhook that someone sets while this polls is named as the reason, with the cure."""
    api.fail("getUpdates", Fault(409, "Conflict: can't use getUpdates method while webhook is active"))
    async with running(polling):
        await api.wait_for("getUpdates", 2)
    assert "delete the webhook, or restart with WHOSAID_TAKE_OVER=1" in caplog.text


async def test_finishing_confirms_what_is_done_and_nothing_else(
    talk: Talk, work: Work, api: FakeBotApi, caplog: pytest.LogCaptureFixture
) -> None:
    """At the end what is answered is confirmed; what is not stays with Telegram, and is answered by the next."""
    api.fail("sendMessage", HANG)
    done, left = question(api, 1), question(api, 2)
    slow = replace(SHORT, cut=60, straggler=60)
    polling = Polling(talk.application.bot, work, UPDATES, slow)
    await api.push(left | {"update_id": 12}, done | {"update_id": 11})
    async with running(polling):
        await api.wait_for("sendMessage", 2)
    await polling.finish()
    assert api.confirmed == [11]
    assert "1 updates are left for the next start" in caplog.text
    assert work.in_progress == 0
    async with running(Polling(talk.application.bot, work, UPDATES, SHORT)):
        await api.wait_until(lambda: api.confirmed == [11, 12])
    assert [request["chat_id"] for request in api.sent()] == [2, 1, 2]


async def test_finishing_without_a_network_ends(talk: Talk, api: FakeBotApi) -> None:
    """The last confirmation is tried and not insisted on."""
    polling = Polling(talk.application.bot, Work(talk.application), UPDATES, replace(SHORT, straggler=60))
    api.fail("sendMessage", HANG)
    await api.push(question(api))
    async with running(polling):
        await api.wait_for("sendMessage")
        api.fail("getUpdates", HANG)
    await polling.finish()
    assert len(api.sent("getUpdates")) == 2
    assert api.confirmed == []


async def test_moment_of_the_last_poll_is_known(talk: Talk, api: FakeBotApi) -> None:
    """How long ago a poll succeeded can be read."""
    now = 5.0
    polling = Polling(talk.application.bot, Work(talk.application, SHORT), UPDATES, SHORT, clock=lambda: now)
    now = 9.0
    async with running(polling):
        await api.push(question(api))
        await api.wait_until(lambda: api.confirmed)
    assert polling.age() == 0.0


async def test_update_that_somebody_else_took_is_not_lost(talk: Talk, api: FakeBotApi) -> None:
    """What another process had begun on when it was killed is confirmed only after it was answered, in its order."""
    now = 0.0
    seen = SeenInState(Memory(lambda: now))
    raw, later, other = question(api, 1), question(api, 1), question(api, 2)
    await seen.begin(raw["update_id"])
    polling = Polling(talk.application.bot, Work(talk.application, SHORT, seen), UPDATES, SHORT)
    await api.push(raw, later, other)
    async with running(polling):
        await api.wait_for("getUpdates", 5)
        assert api.confirmed == []
        assert [request["chat_id"] for request in api.sent()] == [2]
        now = LEASE
        await api.wait_until(lambda: len(api.confirmed) == 3)
    replied = [request["reply_parameters"]["message_id"] for request in api.sent()[1:]]
    assert replied == [update["message"]["message_id"] for update in (raw, later)]


async def test_outcomes_are_counted(polling: Polling, work: Work, api: FakeBotApi) -> None:
    """What became of each update is counted."""
    await api.push(question(api), {"update_id": 10**9, "message": ME})
    async with running(polling):
        await api.wait_until(lambda: len(api.confirmed) == 2)
    assert work.outcomes == {Outcome.DONE: 1, Outcome.UNPARSABLE: 1}
