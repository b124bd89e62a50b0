"""Did you mean: three questions at most, and none of them, which is thanked for and kept where misses are kept."""

from __future__ import annotations

from typing import Any

import pytest
from fake_bot_api import FakeBotApi
from talk import GROUP, PRIVATE, UNPACED, Talk, buttons

from bot import texts
from bot.app import build_application
from bot.settings import Settings
from knowledge import Answer, Responder

UNCLEAR = "brocken brigde"
OFFERED = ("why", "when", "repair")


@pytest.fixture
def missed() -> list[tuple[str, tuple[str, ...]]]:
    """Return what was kept: the text asked, and the questions offered."""
    return []


@pytest.fixture
async def asking(
    settings: Settings,
    api: FakeBotApi,
    responder: Responder,
    missed: list[tuple[str, tuple[str, ...]]],
    monkeypatch: pytest.MonkeyPatch,
) -> Any:
    """Open a chat with a bot that understands nothing and keeps misses."""
    close = tuple(responder.base.entry_by_id[entry] for entry in OFFERED)
    monkeypatch.setattr(responder, "answer", lambda text, **_: Answer(text, "no_match", suggestions=close))

    async def keep(text: str, answer: Answer) -> None:
        missed.append((text, tuple(entry.id for entry in answer.suggestions)))

    async with build_application(settings, responder, keep, limits=UNPACED) as application:
        yield Talk(application, api)


@pytest.mark.parametrize("chat", [PRIVATE, GROUP], ids=["private", "group"])
async def test_none_of_these_is_kept_and_thanked_for(
    asking: Talk, missed: list[tuple[str, tuple[str, ...]]], chat: dict[str, Any]
) -> None:
    """Up to three questions are offered; pressing "none of these" keeps the question and offers the topics instead."""
    talk = Talk(asking.application, asking.api, chat)
    (offer,) = await talk.say(f"@whosaid_bot {UNCLEAR}")
    assert list(buttons(offer).values()) == [*(f"q:{entry}" for entry in OFFERED), "n:why", "all"]
    _, thanks = await talk.press("n:why")
    assert (thanks.method, thanks["text"]) == ("editMessageText", texts.THANKS)
    assert buttons(thanks) == {"Questions by topic": "all"}
    assert [(text.strip(), offered) for text, offered in missed] == [(UNCLEAR, OFFERED)]


async def test_a_caption_can_be_missed_too(asking: Talk, missed: list[tuple[str, tuple[str, ...]]]) -> None:
    """What was asked under a picture is kept as well."""
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    (offer,) = await asking.send(caption=UNCLEAR, photo=photo)
    await asking.press(buttons(offer)[texts.NONE])
    assert [text for text, _ in missed] == [UNCLEAR]


@pytest.mark.parametrize("gone", ["question", "offer"])
async def test_what_is_gone_is_not_kept(asking: Talk, missed: list[tuple[str, tuple[str, ...]]], gone: str) -> None:
    """Where the question was deleted, or the offer is too old to be shown, the thanks are all there is."""
    (offer,) = await asking.say(UNCLEAR)
    number = asking.api.last_message_id
    message = {key: value for key, value in asking.api.message(number).items() if key != "reply_to_message"}
    if gone == "offer":
        message = {"chat": PRIVATE, "message_id": number, "date": 0}
    _, thanks = await asking.press(buttons(offer)[texts.NONE], message=message)
    assert thanks["text"] == texts.THANKS
    assert missed == []


async def test_a_bot_that_keeps_nothing_thanks_too(talk: Talk) -> None:
    """Without a place to keep misses the button still does what it says."""
    await talk.say("/sources")
    _, thanks = await talk.press("n:why")
    assert thanks["text"] == texts.THANKS
