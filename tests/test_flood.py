"""Floods: a burst is answered, then one notice, then nothing for a while; nobody else is affected."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from fake_bot_api import FakeBotApi
from faults import FORBIDDEN
from talk import GROUP, QUESTION, UNPACED, Talk, question
from test_metrics import value

from bot import texts
from bot.app import build_application
from bot.limits import STANDARD
from bot.settings import Settings
from bot.state import Memory
from bot.work import Work
from knowledge import Responder

LIMITED = replace(
    UNPACED,
    person_interval=STANDARD.person_interval,
    asked_interval=STANDARD.asked_interval,
)


@pytest.fixture
def now() -> list[float]:
    """Return the clock of the limits, to be moved."""
    return [1000.0]


@pytest.fixture
async def talk(settings: Settings, api: FakeBotApi, responder: Responder, now: list[float]) -> AsyncIterator[Talk]:
    """Open a private chat with an application that has limits."""
    state = Memory(lambda: now[0])
    async with build_application(settings, responder, state=state, limits=LIMITED) as application:
        yield Talk(application, api)


async def test_one_notice_then_silence(talk: Talk) -> None:
    """Five questions at once are answered, the sixth gets a notice, the others nothing; what is not answered counts."""
    before = value("limited_total"), value("outcomes_total", outcome="limited")
    answers = [await talk.say(QUESTION) for _ in range(9)]
    assert (value("limited_total"), value("outcomes_total", outcome="limited")) == (before[0] + 4, before[1] + 4)
    assert [len(requests) for requests in answers] == [1] * 6 + [0] * 3
    said = [request["text"] == texts.SLOWER for (request,) in answers[:6]]
    assert said == [False] * 5 + [True]


async def test_an_album_counts_once(talk: Talk) -> None:
    """However many pictures come at once, a question after them is answered; their captions count."""
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    album = [await talk.send(photo=photo, media_group_id="1") for _ in range(10)]
    assert [len(requests) for requests in album] == [1] + [0] * 9
    said = [(await talk.send(photo=photo, media_group_id="2", caption=QUESTION))[0]["text"] for _ in range(5)]
    assert [text == texts.SLOWER for text in said] == [False] * 4 + [True]


async def test_one_answer_every_three_seconds(talk: Talk, now: list[float]) -> None:
    """After the burst there is one answer each three seconds, and five again after a pause."""
    answered = []
    for _ in range(12):
        answered.append(any(request["text"] != texts.SLOWER for request in await talk.say(QUESTION)))
        now[0] += 1.5
    assert answered == [True] * 9 + [False, True, False]
    now[0] += 100
    assert [len(await talk.say(QUESTION)) for _ in range(5)] == [1] * 5


async def test_nobody_else_is_affected(talk: Talk, api: FakeBotApi) -> None:
    """While one person floods, another is answered."""
    for _ in range(8):
        await talk.say(QUESTION)
    work = Work(talk.application)
    await work.handle(question(api, 77))
    assert api.sent()[-1]["chat_id"] == 77


async def test_presses_count_and_always_end_their_spinner(talk: Talk) -> None:
    """Presses count as messages do; each is acknowledged, the first one too many with the notice."""
    await talk.say("/sources")
    presses = [await talk.press("s:police") for _ in range(7)]
    assert [[request.method for request in requests] for requests in presses[-3:]] == [["answerCallbackQuery"]] * 3
    assert [requests[0].parameters.get("text") for requests in presses[-3:]] == [texts.SLOWER, None, None]


async def test_chatter_of_a_group_does_not_count(talk: Talk, api: FakeBotApi) -> None:
    """What people say to each other, or to another bot, uses up nothing and gets no notice."""
    group = Talk(talk.application, api, GROUP)
    for text in ("hello everybody", "/help@other_bot", "/ban"):
        for _ in range(6):
            assert await group.say(text) == []
    assert len(await group.say("@whosaid_bot " + QUESTION)) == 1


@pytest.mark.parametrize("text", ["/sources", "/SOURCES@whosaid_bot", "@whosaid_bot " + QUESTION])
async def test_questions_of_a_group_count(talk: Talk, api: FakeBotApi, text: str) -> None:
    """What is for the bot counts in a group as well."""
    group = Talk(talk.application, api, GROUP)
    assert [len(await group.say(text)) for _ in range(7)] == [1] * 6 + [0]


async def test_many_people_of_one_group_are_limited_together(talk: Talk, api: FakeBotApi) -> None:
    """A group gets no more answers than Telegram lets the bot send there, whoever asks; private chats go on."""
    work = Work(talk.application)
    asked = f"@whosaid_bot {QUESTION}"
    mention = [{"type": "mention", "offset": 0, "length": 12}]
    for person in range(1, 16):
        await work.handle(question(api, person, chat=GROUP, text=asked, entities=mention))
    assert [request["text"] == texts.SLOWER for request in api.sent()] == [False] * 10 + [True]
    assert len(await talk.say(QUESTION)) == 1


async def test_notice_that_cannot_be_sent_is_no_error(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """Who blocked the bot after the flood gets nothing, and that is no error."""
    for _ in range(5):
        await talk.say(QUESTION)
    talk.api.fail("sendMessage", FORBIDDEN)
    assert len(await talk.say(QUESTION)) == 1
    assert [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []


async def test_chat_that_writes_is_a_person_too(talk: Talk, api: FakeBotApi) -> None:
    """Who writes as a channel or an anonymous administrator shares no limit with others who do."""
    group = Talk(talk.application, api, GROUP)
    for channel in (-1001, -1002):
        chat = {"id": channel, "type": "channel", "title": "x"}
        answers = [await group.say("/sources", sender_chat=chat) for _ in range(4)]
        assert texts.SLOWER not in str(answers)
        assert len(answers[-1]) == 1
