"""The application as a whole: its menu and its errors."""

from __future__ import annotations

import logging

import pytest
from fake_bot_api import TOKEN
from faults import BAD_GATEWAY, FORBIDDEN, INTERNAL, RESET, TOO_LARGE, Fault, too_many
from talk import QUESTION, Talk

from bot import texts
from bot.app import build_application
from bot.settings import ConfigurationError, Settings
from knowledge import Responder


def levels(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the levels of what our own code logged."""
    return [record.levelname for record in caplog.records if record.name == "bot.app"]


async def test_building_needs_a_token_and_no_network(responder: Responder) -> None:
    """Without a good token nothing is built, and building sends nothing."""
    with pytest.raises(ConfigurationError, match="TELEGRAM_BOT_TOKEN is not set"):
        build_application(Settings(), responder)
    application = build_application(Settings(telegram_bot_token=TOKEN), responder)
    assert application.updater is None


async def test_bug_is_logged_before_the_apology(
    talk: Talk, responder: Responder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A bug is logged with its place; then the person is told, and the next question is answered."""
    with monkeypatch.context() as broken:
        broken.setattr(responder, "answer", lambda *_, **__: 1 / 0)
        talk.api.fail("sendMessage", RESET)
        requests = await talk.say(QUESTION)
        assert [request["text"] for request in requests] == [texts.SORRY]
        assert levels(caplog) == ["ERROR", "WARNING"], "the bug, then the apology that failed"
        requests = await talk.say(QUESTION)
        assert [request["text"] for request in requests] == [texts.SORRY]
    assert texts.SORRY not in str(await talk.say(QUESTION))


async def test_bug_after_a_press_is_apologised_for(
    talk: Talk, responder: Responder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug behind a button is told in the chat of the button."""
    await talk.say("/sources")
    monkeypatch.setattr(responder, "source", lambda _: 1 / 0)
    requests = await talk.press("b:police:1")
    assert requests[-1]["text"] == texts.SORRY


@pytest.mark.parametrize(
    ("fault", "level", "apologies"),
    [
        pytest.param(FORBIDDEN, "INFO", 0, id="blocked"),
        pytest.param(Fault(403, "Forbidden: bot was kicked from the supergroup chat"), "INFO", 0, id="kicked"),
        pytest.param(Fault(400, "Bad Request: chat not found"), "INFO", 0, id="chat deleted"),
        pytest.param(Fault(400, "Bad Request: not enough rights to send text messages"), "INFO", 0, id="no rights"),
        pytest.param(Fault(400, "Bad Request: TOPIC_CLOSED"), "INFO", 0, id="topic closed"),
        pytest.param(too_many(60), "ERROR", 0, id="too many"),
        pytest.param(Fault(400, "Bad Request: BUTTON_DATA_INVALID"), "ERROR", 1, id="refused"),
        pytest.param(TOO_LARGE, "ERROR", 1, id="too large"),
        pytest.param(INTERNAL, "ERROR", 1, id="internal error"),
        pytest.param(BAD_GATEWAY, "ERROR", 1, id="bad gateway"),
        pytest.param(RESET, "WARNING", 0, id="connection cut"),
    ],
)
async def test_answer_that_cannot_be_sent(
    talk: Talk, caplog: pytest.LogCaptureFixture, fault: Fault, level: str, apologies: int
) -> None:
    """Where nobody waits it is no error; an apology goes out where it has a chance and is no second answer."""
    caplog.set_level(logging.INFO)
    talk.api.fail("sendMessage", fault)
    requests = await talk.say(QUESTION)
    assert levels(caplog) == [level]
    assert [request["text"] for request in requests[1:]] == [texts.SORRY] * apologies


async def test_error_of_an_edit_is_not_hidden(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """An edit or an acknowledgement refused for a reason of our own making is an error."""
    await talk.say("/questions")
    talk.api.fail("editMessageText", Fault(400, "Bad Request: BUTTON_DATA_INVALID"))
    assert (await talk.press("t:bridge:1"))[-1]["text"] == texts.SORRY
    talk.api.fail("answerCallbackQuery", Fault(400, "Bad Request: MESSAGE_TOO_LONG"))
    assert (await talk.press("t:bridge:1"))[-1]["text"] == texts.SORRY
    assert levels(caplog) == ["ERROR", "ERROR"]
