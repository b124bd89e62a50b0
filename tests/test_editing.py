"""Edited questions: the answer changes where it stands, for an hour."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from fake_bot_api import ME, FakeBotApi, Fault, Request
from talk import PERSON, UNPACED, Talk, buttons, entities
from telegram_html import bold, plain

from bot.app import build_application
from bot.editing import Answered
from bot.rendering import render
from bot.settings import Settings
from bot.state import EDITABLE, Memory
from knowledge import Responder

QUESTION, OTHER = "How many people were hurt?", "Why did the bridge fall?"


async def edit(talk: Talk, number: int, text: str, **fields: Any) -> list[Request]:
    """Edit the person's message with this number."""
    asked = {"date": 1700000000, "edit_date": 1700000009, "chat": talk.chat, "from": PERSON, "text": text}
    return await talk.update(edited_message={"message_id": number, "entities": entities(text), **asked, **fields})


async def asked(talk: Talk, text: str = QUESTION) -> tuple[int, list[int]]:
    """Ask, and return the number of the question and those of the answer's messages."""
    await talk.say(text)
    sent = talk.api.last_message_id
    question = max(n for n in range(1000, sent) if n > 1000 and talk.api.message(n)["from"] == PERSON)
    return question, list(range(question + 1, sent + 1))


async def test_an_edited_question_edits_its_answer(talk: Talk) -> None:
    """The new answer stands where the old one did, with its own buttons."""
    question, (answer,) = await asked(talk)
    (request,) = await edit(talk, question, OTHER)
    assert (request.method, request["message_id"]) == ("editMessageText", answer)
    assert "Smith &amp; Sons" in request["text"]
    assert buttons(request)["Why this answer?"] == "w:why"
    (again,) = await edit(talk, question, QUESTION)
    assert "two people were hurt" in again["text"]


async def test_an_edited_caption_edits_its_answer(talk: Talk) -> None:
    """What stands under a picture is a question when it is edited too."""
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    await talk.send(caption=QUESTION, photo=photo)
    number = talk.api.last_message_id - 1
    message = {"message_id": number, "date": 1, "edit_date": 2, "chat": talk.chat, "from": PERSON}
    (request,) = await talk.update(edited_message={**message, "caption": OTHER, "photo": photo})
    assert request.method == "editMessageText"


async def test_an_edit_that_changes_no_answer_is_no_error(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """Telegram refuses an edit that changes nothing, and nothing is reported."""
    question, _ = await asked(talk)
    assert len(await edit(talk, question, "how many people were hurt")) == 1
    assert talk.api.refused.pop().startswith("editMessageText: Bad Request: message is not modified")
    assert caplog.records == []


async def test_a_longer_and_a_shorter_answer_take_more_and_fewer_messages(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the new answer has more is sent, and what is left over is deleted; the buttons stand under the last."""
    monkeypatch.setattr("bot.handlers.render", partial(render, limit=200))
    question, answers = await asked(talk, OTHER)
    assert len(answers) == 1
    requests = await edit(talk, question, QUESTION)
    assert [request.method for request in requests] == ["editMessageText", "sendMessage"]
    assert [bool(buttons(request)) for request in requests] == [False, True]
    second = talk.api.last_message_id
    requests = await edit(talk, question, OTHER)
    assert [request.method for request in requests] == ["editMessageText", "deleteMessage"]
    assert (requests[0]["message_id"], requests[1]["message_id"]) == (answers[0], second)
    await edit(talk, question, QUESTION)
    talk.api.fail("deleteMessage", Fault(400, "Bad Request: message to delete not found"))
    assert [request.method for request in await edit(talk, question, OTHER)] == ["editMessageText", "deleteMessage"]


@pytest.mark.parametrize("reason", ["message to edit not found", "message can't be edited"])
async def test_an_answer_that_is_gone_is_sent_anew(talk: Talk, reason: str) -> None:
    """Where the answer was deleted, the edited question gets a new one, which the next edit changes."""
    question, _ = await asked(talk)
    talk.api.fail("editMessageText", Fault(400, f"Bad Request: {reason}"))
    _, sent = await edit(talk, question, OTHER)
    assert (sent.method, sent["reply_parameters"]["message_id"]) == ("sendMessage", question)
    answer = talk.api.last_message_id
    (request,) = await edit(talk, question, QUESTION)
    assert (request.method, request["message_id"]) == ("editMessageText", answer)


async def test_an_edit_asks_in_the_context_of_its_question(talk: Talk) -> None:
    """An edited follow-up follows what came before it, not its own first answer."""
    await talk.say(QUESTION)
    question, _ = await asked(talk, OTHER)
    (request,) = await edit(talk, question, "who said that?")
    assert "The Norvale Police" in bold(request["text"])
    assert "<builders>" not in plain(request["text"])


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("/help", {}, id="command"),
        pytest.param(OTHER, {"from": ME}, id="of a bot"),
        pytest.param(OTHER, {"message_id": 7}, id="never answered"),
    ],
)
async def test_other_edits_are_left_alone(talk: Talk, text: str, fields: dict[str, Any]) -> None:
    """An edit that is no question, or of something not answered, leads to nothing."""
    question, _ = await asked(talk)
    assert await edit(talk, question, text, **fields) == []


async def test_in_a_group_an_edit_has_to_stay_for_the_bot(group: Talk) -> None:
    """Who takes the mention out of a question no longer asks the bot; who keeps it does."""
    question, (answer,) = await asked(group, f"@whosaid_bot {QUESTION}")
    assert await edit(group, question, OTHER) == []
    (request,) = await edit(group, question, f"@whosaid_bot {OTHER}")
    assert (request.method, request["message_id"]) == ("editMessageText", answer)


async def test_after_an_hour_an_edit_is_left_alone(settings: Settings, api: FakeBotApi, responder: Responder) -> None:
    """Each answer can be changed for an hour; then the question is only the person's own."""
    now = [0.0]
    async with build_application(settings, responder, state=Memory(lambda: now[0]), limits=UNPACED) as application:
        talk = Talk(application, api)
        question, _ = await asked(talk)
        now[0] = EDITABLE.seconds - 1
        assert len(await edit(talk, question, OTHER)) == 1
        now[0] = 2 * EDITABLE.seconds
        assert await edit(talk, question, QUESTION) == []


@pytest.mark.parametrize("kept", ["", "[]", "{}", "1", "[[1]]", '[["x"], "{}"]', "[1, {}]"])
async def test_what_another_version_kept_is_forgotten(kept: str) -> None:
    """A value that cannot be read is none."""
    memory = Memory()
    await memory.put(EDITABLE, "1/2", kept)
    assert await Answered(memory).get(1, 2) is None
