"""Addressing: which messages in a group are for the bot."""

from __future__ import annotations

from typing import Any

import pytest
from fake_bot_api import ME, Fault
from talk import GROUP, PERSON, Talk, buttons, by_the_bot

from knowledge import Context

QUESTION = "how many people were hurt?"
OTHER_BOT = {"id": 77, "is_bot": True, "first_name": "Other", "username": "other_bot"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"@whosaid_bot {QUESTION}", id="before"),
        pytest.param(f"{QUESTION} @WhoSaid_Bot", id="after, other case"),
        pytest.param(f"👨‍👩‍👧🇸🇾 @whosaid_bot {QUESTION}", id="after characters of two units"),
        pytest.param(f"\ud83d @whosaid_bot {QUESTION}", id="after half a character"),
        pytest.param(f"@someone @whosaid_bot {QUESTION}", id="after another mention"),
    ],
)
async def test_mention_in_a_group_is_answered(group: Talk, text: str) -> None:
    """A question that mentions the bot is answered as a reply, wherever the mention stands."""
    (reply,) = await group.say(text)
    assert "The Norvale Police" in reply["text"]
    assert reply["chat_id"] == GROUP["id"]
    assert reply["reply_parameters"]["allow_sending_without_reply"] is True


async def test_mention_is_no_part_of_the_question(group: Talk, asked: list[tuple[str, Context]]) -> None:
    """What is asked is the text without the bot's name."""
    await group.say("so @whosaid_bot, who @whosaid_bot2 says 🌧 it? @whosaid_bot")
    assert [text.split() for text, _ in asked] == [["so", ",", "who", "@whosaid_bot2", "says", "🌧", "it?"]]


@pytest.mark.parametrize("text", ["@whosaid_bot", " @Whosaid_Bot "])
async def test_mention_alone_is_welcomed(group: Talk, text: str) -> None:
    """Who only calls the bot is told what it is, with every way in."""
    (request,) = await group.say(text)
    (welcome,) = await group.say("/start@whosaid_bot")
    assert (request["text"], buttons(request)) == (welcome["text"], buttons(welcome))


async def test_mention_by_name_is_answered(group: Talk) -> None:
    """A person may pick the bot from the list of names; the mention then carries its id."""
    mention = {"type": "text_mention", "offset": 0, "length": 7, "user": ME}
    (reply,) = await group.send(text=f"whosaid {QUESTION}", entities=[mention])
    assert "The Norvale Police" in reply["text"]
    other = mention | {"user": PERSON}
    assert await group.send(text=f"Zebedee {QUESTION}", entities=[other]) == []


async def test_reply_to_the_bot_in_a_group_is_answered(group: Talk) -> None:
    """A reply to one of the bot's messages needs no mention."""
    (reply,) = await group.say(QUESTION, reply_to_message=by_the_bot(5, GROUP))
    assert "The Norvale Police" in reply["text"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(QUESTION, {}, id="not addressed"),
        pytest.param(f"@whosaid_bot2 {QUESTION}", {}, id="another name that begins alike"),
        pytest.param(f"mail x@whosaid_bot {QUESTION}", {}, id="an address, no mention"),
        pytest.param(QUESTION, {"reply_to_message": {**by_the_bot(5), "from": PERSON}}, id="reply to a person"),
        pytest.param("/help@other_bot", {}, id="command for another bot"),
        pytest.param("/weather", {}, id="command of another bot"),
    ],
)
async def test_group_talk_is_left_alone(group: Talk, text: str, fields: dict[str, Any]) -> None:
    """What is said in a group to others gets no answer."""
    assert await group.say(text, **fields) == []


@pytest.mark.parametrize("text", ["/help", "/help@whosaid_bot", "/HELP@WhoSaid_Bot", "/weather@whosaid_bot"])
async def test_command_in_a_group_is_answered(group: Talk, text: str) -> None:
    """A known command works with or without the bot's name; an unknown one with its name gets the help."""
    (reply,) = await group.say(text)
    assert "/sources" in reply["text"]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"from": OTHER_BOT}, id="another bot"),
        pytest.param({"from": None}, id="nobody"),
        pytest.param({"via_bot": ME}, id="what this bot offered to share"),
        pytest.param({"via_bot": OTHER_BOT}, id="what another bot offered to share"),
        pytest.param({"sender_chat": GROUP, "is_automatic_forward": True}, id="post of the linked channel"),
    ],
)
async def test_other_bots_are_ignored(group: Talk, fields: dict[str, Any]) -> None:
    """Neither a question nor a command of a bot or of nobody is answered: two bots would talk for ever."""
    given = {name: value for name, value in fields.items() if value is not None}
    for text in ("@whosaid_bot " + QUESTION, "/help@whosaid_bot"):
        message = group.message(**given)
        if fields.get("from", ME) is None:
            del message["from"]
        entity = {"type": "mention" if text[0] == "@" else "bot_command", "offset": 0}
        length = len(text.split()[0])
        assert await group.update(message=message | {"text": text, "entities": [entity | {"length": length}]}) == []


async def test_anonymous_administrator_is_answered(group: Talk) -> None:
    """Who writes as the group looks like a bot of Telegram's, and is a person."""
    (reply,) = await group.say(f"@whosaid_bot {QUESTION}", **{"from": ANONYMOUS, "sender_chat": GROUP})
    assert "The Norvale Police" in reply["text"]


async def test_answer_stays_in_its_forum_topic(group: Talk) -> None:
    """In a forum the answer goes to the topic of the question; in a plain thread no topic is named."""
    (reply,) = await group.say("/help", message_thread_id=9, is_topic_message=True)
    assert reply["message_thread_id"] == 9
    (reply,) = await group.say("/help", message_thread_id=9)
    assert "message_thread_id" not in reply.parameters


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"new_chat_members": [ME]}, id="added"),
        pytest.param({"left_chat_member": ME}, id="removed"),
        pytest.param({"pinned_message": by_the_bot(5, GROUP)}, id="its answer pinned"),
        pytest.param({"new_chat_title": "@whosaid_bot"}, id="renamed after it"),
        pytest.param({"migrate_to_chat_id": -1005}, id="moved to a supergroup"),
        pytest.param({"migrate_from_chat_id": -5}, id="moved from a group"),
        pytest.param({"group_chat_created": True}, id="created"),
        pytest.param({"video_chat_started": {}}, id="video chat"),
    ],
)
async def test_service_messages_of_a_group_are_left_alone(group: Talk, fields: dict[str, Any]) -> None:
    """What Telegram tells of a group is no question, also as a reply to the bot."""
    assert await group.send(**fields) == []
    assert await group.send(**fields, reply_to_message=by_the_bot(5, GROUP)) == []


@pytest.mark.parametrize("text", ["/help", "/start q_why", "@whosaid_bot hurt", "/questions"])
async def test_a_group_that_is_gone_is_quiet(group: Talk, caplog: pytest.LogCaptureFixture, text: str) -> None:
    """Where the bot was removed or the group is gone, nothing is sent again and nothing is an error."""
    refusals = "Bad Request: chat not found", "Bad Request: CHAT_RESTRICTED"
    for fault in (Fault(403, "Forbidden: bot was kicked"), *(Fault(400, refusal) for refusal in refusals)):
        group.api.fail("sendMessage", fault)
        assert len(await group.say(text)) == 1
    assert caplog.records == []
