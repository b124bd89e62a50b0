"""👍 and 👎: where they stand, what a press keeps, and that nobody has to see them for nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from fake_bot_api import FakeBotApi, Fault
from kept import kept_in
from talk import GROUP, PRIVATE, UNPACED, Talk, buttons, by_the_bot
from telegram import Chat, InaccessibleMessage

from bot import texts, voting
from bot.app import BotApplication, build_application
from bot.settings import Settings
from knowledge import Answer, Responder

QUESTION = "How many people were hurt?"
VOTES = {"👍", "👎"}


@pytest.fixture
async def application(keeping: Settings, responder: Responder) -> AsyncIterator[BotApplication]:
    """Run the application with the database on."""
    async with build_application(keeping, responder, limits=UNPACED) as application:
        yield application


@pytest.fixture
def chat(application: BotApplication, api: FakeBotApi) -> Talk:
    """Return a private chat with it."""
    return Talk(application, api)


async def kept(chat: Talk, settings: Settings) -> list[tuple[str, str, str, float]]:
    """Return what was kept, once all of it is written."""
    await chat.application.shutdown()
    return kept_in(settings)


async def test_no_votes_without_a_database(talk: Talk) -> None:
    """While nothing is kept nobody is asked, and a button from before is out of date."""
    (request,) = await talk.say(QUESTION)
    assert not VOTES & buttons(request).keys()
    (notice,) = await talk.press("v:down:how-many-hurt:90")
    assert notice["text"] == texts.STALE


@pytest.mark.parametrize(
    ("text", "voted_on"),
    [(QUESTION, True), ("what did the mayor say", True), ("xyzzy plugh", True), ("hi", False)],
    ids=["answer", "source", "not found", "small talk"],
)
async def test_votes_stand_under_answers(chat: Talk, text: str, voted_on: bool) -> None:
    """Each answer, also "not found", can be voted on; small talk cannot."""
    (request,) = await chat.say(text)
    assert (buttons(request).keys() >= VOTES) == voted_on


async def test_down_keeps_the_question(chat: Talk, keeping: Settings) -> None:
    """👎 keeps the plain question with entry and score, thanks, and takes the votes away."""
    (answer,) = await chat.say(QUESTION)
    thanked, edited = await chat.press(buttons(answer)["👎"])
    assert (thanked.method, thanked["text"]) == ("answerCallbackQuery", texts.NOTED)
    assert edited.method == "editMessageReplyMarkup"
    assert not VOTES & buttons(edited).keys()
    assert await kept(chat, keeping) == [("down", "how many people were hurt?", "how-many-hurt", 100.0)]


async def test_up_keeps_no_text(chat: Talk, keeping: Settings) -> None:
    """👍 keeps only the entry and the score."""
    (answer,) = await chat.say(QUESTION)
    await chat.press(buttons(answer)["👍"])
    assert await kept(chat, keeping) == [("up", "", "how-many-hurt", 100.0)]


async def test_other_buttons_stay(chat: Talk, responder: Responder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A vote takes away its own row only."""
    close = (responder.base.entry_by_id["why"],)
    monkeypatch.setattr(responder, "answer", lambda text, **_: Answer(text, "no_match", suggestions=close))
    (answer,) = await chat.say("brocken brigde")
    _, edited = await chat.press(buttons(answer)["👎"])
    assert list(buttons(edited)) == [close[0].question, texts.NONE, "Questions by topic"]


async def test_in_a_group_the_mention_is_no_part_of_the_question(
    application: BotApplication, api: FakeBotApi, keeping: Settings
) -> None:
    """Of a question in a group only the question is kept."""
    group = Talk(application, api, GROUP)
    (answer,) = await group.say(f"@whosaid_bot {QUESTION}")
    await group.press(buttons(answer)["👎"])
    assert [text for _, text, *_ in await kept(group, keeping)] == ["how many people were hurt?"]


async def test_answer_to_a_button_keeps_its_entry(chat: Talk, keeping: Settings) -> None:
    """What the bot itself wrote is no question: under the answer to a button only the entry is kept."""
    await chat.say("/questions")
    _, answer = await chat.press("q:why")
    await chat.press(buttons(answer)["👎"])
    assert await kept(chat, keeping) == [("down", "", "why", 100.0)]


@pytest.mark.parametrize(
    "place",
    [
        pytest.param({"message": {"chat": PRIVATE, "message_id": 3, "date": 0}}, id="old"),
        pytest.param({"message": {**by_the_bot(4), "reply_to_message": by_the_bot(5)}}, id="question gone"),
        pytest.param({"message": None, "inline_message_id": "1"}, id="no message"),
    ],
)
async def test_vote_on_what_is_gone_keeps_the_entry(chat: Talk, keeping: Settings, place: dict[str, object]) -> None:
    """Buttons work on messages of any age; where the question is gone, the entry alone is kept."""
    await chat.say("hi")
    (thanked,) = await chat.press("v:down:why:55", **place)
    assert thanked["text"] == texts.NOTED
    assert await kept(chat, keeping) == [("down", "", "why", 55.0)]


async def test_second_press_is_no_error(chat: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """Where the buttons are gone already, Telegram's refusal is no error."""
    await chat.say(QUESTION)
    shown = chat.api.message(chat.api.last_message_id)
    await chat.press("v:up:why:55", message=shown)
    requests = await chat.press("v:up:why:55", message=shown)
    assert [request.method for request in requests] == ["answerCallbackQuery", "editMessageReplyMarkup"]
    assert chat.api.refused.pop().startswith("editMessageReplyMarkup: Bad Request: message is not modified")
    assert caplog.text == ""


async def test_refusal_of_our_own_making_is_an_error(chat: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """Any other refusal is logged."""
    await chat.say(QUESTION)
    chat.api.fail("editMessageReplyMarkup", Fault(400, "Bad Request: REPLY_MARKUP_INVALID"))
    await chat.press("v:up:why:55")
    assert "ERROR" in caplog.text


@pytest.mark.parametrize("data", ["v:up", "v:sideways:why:1", "v:up:WHY:1", "v:up:why:1:2", f"v:up:{'a' * 41}:1"])
async def test_data_of_no_vote_gets_a_short_notice(chat: Talk, keeping: Settings, data: str) -> None:
    """Data made up is acknowledged and keeps nothing."""
    await chat.say("hi")
    (notice,) = await chat.press(data)
    assert notice["text"] == texts.STALE
    assert await kept(chat, keeping) == []


def test_the_longest_id_fits_on_a_vote() -> None:
    """Callback data with the longest id stays within Telegram's 64 bytes."""
    message = InaccessibleMessage(Chat(PRIVATE["id"], "private"), 1)
    keyboard = voting.under([], Answer("?", "answer", entry="x" * 40, score=100.0), message)
    assert max(len(button["callback_data"]) for row in keyboard for button in row) <= 64
