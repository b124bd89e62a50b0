"""Did you mean: three questions at most, and none of them, which is thanked for and kept where misses are kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from fake_bot_api import FakeBotApi
from kept import kept_in
from talk import GROUP, PRIVATE, UNPACED, Talk, buttons

from bot import texts
from bot.app import build_application
from bot.settings import Settings
from knowledge import Answer, Responder

UNCLEAR = "brocken brigde"
OFFERED = ("why", "when", "repair")


@pytest.fixture
async def asking(
    keeping: Settings, api: FakeBotApi, responder: Responder, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Talk]:
    """Open a chat with a bot that understands nothing and keeps misses."""
    close = tuple(responder.base.entry_by_id[entry] for entry in OFFERED)
    monkeypatch.setattr(responder, "answer", lambda text, **_: Answer(text, "no_match", suggestions=close))
    async with build_application(keeping, responder, limits=UNPACED) as application:
        yield Talk(application, api)


async def kept(chat: Talk, settings: Settings) -> list[tuple[str, str, str]]:
    """Return what was kept, once all of it is written."""
    await chat.application.shutdown()
    return [row[:3] for row in kept_in(settings)]


@pytest.mark.parametrize("chat", [PRIVATE, GROUP], ids=["private", "group"])
async def test_none_of_these_is_kept_and_thanked_for(asking: Talk, keeping: Settings, chat: dict[str, Any]) -> None:
    """Up to three questions are offered; pressing "none of these" keeps the question and offers the topics instead."""
    talk = Talk(asking.application, asking.api, chat)
    (offer,) = await talk.say(f"@whosaid_bot {UNCLEAR}")
    assert list(buttons(offer).values()) == [
        *(f"q:{entry}" for entry in OFFERED),
        "n:why",
        "all",
        "v:up::0",
        "v:down::0",
    ]
    _, thanks = await talk.press("n:why")
    assert (thanks.method, thanks["text"]) == ("editMessageText", texts.THANKS)
    assert buttons(thanks) == {"Questions by topic": "all"}
    assert await kept(talk, keeping) == [("miss", UNCLEAR, "why"), ("none", UNCLEAR, "why")]


async def test_a_caption_can_be_missed_too(asking: Talk, keeping: Settings) -> None:
    """What was asked under a picture is kept as well."""
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    (offer,) = await asking.send(caption=UNCLEAR, photo=photo)
    await asking.press(buttons(offer)[texts.NONE])
    assert await kept(asking, keeping) == [("miss", UNCLEAR, "why"), ("none", UNCLEAR, "why")]


@pytest.mark.parametrize("gone", ["question", "offer"])
async def test_of_what_is_gone_the_question_is_not_kept(asking: Talk, keeping: Settings, gone: str) -> None:
    """Where the question was deleted, or the offer is too old to be shown, the entry alone is kept."""
    (offer,) = await asking.say(UNCLEAR)
    number = asking.api.last_message_id
    message = {key: value for key, value in asking.api.message(number).items() if key != "reply_to_message"}
    if gone == "offer":
        message = {"chat": PRIVATE, "message_id": number, "date": 0}
    _, thanks = await asking.press(buttons(offer)[texts.NONE], message=message)
    assert thanks["text"] == texts.THANKS
    assert await kept(asking, keeping) == [("miss", UNCLEAR, "why"), ("none", "", "why")]


async def test_a_bot_that_keeps_nothing_thanks_too(talk: Talk) -> None:
    """Without a place to keep misses the button still does what it says."""
    await talk.say("/sources")
    _, thanks = await talk.press("n:why")
    assert thanks["text"] == texts.THANKS
