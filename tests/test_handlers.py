"""Handlers: for each thing a person can send or press, the exact request that goes out."""

from __future__ import annotations

import time
from functools import partial
from typing import Any

import pytest
from fake_bot_api import ME
from faults import Fault
from talk import PERSON, PRIVATE, QUESTION, Talk, buttons, by_the_bot
from telegram_html import bold, plain

from bot import texts
from bot.browsing import PAGE
from bot.rendering import render
from knowledge import Answer, Base, Context, Responder
from knowledge.forwarding import ON_THAT
from knowledge.wording import word

POLICE, MAYOR = "The Norvale Police", "Mayor Ada Quill"
PHOTO = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
FILE = {"file_id": "a", "file_unique_id": "a"}
STICKER = {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
VOTE = {"poll_id": "1", "option_ids": [0], "option_persistent_ids": ["a"], "user": PERSON}
CONTACT = {"phone_number": "1", "first_name": "A"}
ORIGIN = {"type": "hidden_user", "sender_user_name": "A stranger", "date": 1700000000}


async def test_question_is_answered_as_a_reply(talk: Talk) -> None:
    """The answer replies to the question, in HTML, without a link preview, with both sides in bold."""
    (request,) = await talk.say(QUESTION)
    assert request.method == "sendMessage"
    html = request.parameters.pop("text")
    assert "Why this answer?" in buttons(request)
    del request.parameters["reply_markup"]
    assert request.parameters == {
        "chat_id": PRIVATE["id"],
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_parameters": {"message_id": talk.api.last_message_id - 1, "allow_sending_without_reply": True},
    }
    assert html.startswith(f"<b>{POLICE}</b> says that two people were hurt")
    assert MAYOR in bold(html)


async def test_answer_to_a_deleted_question_is_sent_all_the_same(talk: Talk) -> None:
    """Where the question is gone, the answer stands alone."""
    message = {"message_id": 5, "date": int(time.time()), "chat": PRIVATE, "from": PERSON, "text": QUESTION}
    await talk.say("hi")  # the chat is known to the API, the message 5 is not
    (request,) = await talk.update(message=message)
    assert POLICE in request["text"]


@pytest.mark.parametrize(("minutes", "late"), [(9, False), (11, True)])
async def test_late_answer_says_so(talk: Talk, minutes: int, late: bool) -> None:
    """A question that waited for more than ten minutes gets its answer with an apology; its buttons work without."""
    (request,) = await talk.say("/sources", date=int(time.time()) - 60 * minutes)
    assert request["text"].startswith(texts.LATE) == late
    talk.api.message(talk.api.last_message_id)["date"] = 1
    assert not (await talk.press("s:police"))[-1]["text"].startswith(texts.LATE)


async def test_late_answer_that_fills_its_message_is_not_cut(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the apology no longer fits, it is a message of its own."""
    monkeypatch.setattr("bot.handlers.render", lambda _: ("x" * 4096,))
    apology, answer = await talk.say(QUESTION, date=1)
    assert (apology["text"], answer["text"]) == (texts.LATE, "x" * 4096)


async def test_refused_reply_is_sent_without_it(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """Where Telegram refuses to reply all the same, as across topics, the answer stands alone, and that is no error."""
    talk.api.fail("sendMessage", Fault(400, "Bad Request: message to be replied not found"))
    refused, request = await talk.say(QUESTION)
    assert "reply_parameters" not in request.parameters
    assert request["text"] == refused["text"]
    assert caplog.records == []


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "answerCallbackQuery"])
async def test_blocked_while_pressing_is_quiet(talk: Talk, caplog: pytest.LogCaptureFixture, method: str) -> None:
    """Who blocks the bot while it answers a button leaves no error and gets no apology."""
    await talk.say("/sources")
    talk.api.fail(method, Fault(403, "Forbidden: bot was blocked by the user"))
    requests = await talk.press("q:why" if method == "sendMessage" else "b:police:1")
    assert requests[-1].method == method
    assert caplog.records == []


async def test_names_from_the_base_are_escaped(talk: Talk) -> None:
    """A source whose name looks like a tag is shown as it is written."""
    (request,) = await talk.say("Why did the bridge fall?")
    assert bold(request["text"]) == ["Smith & Sons <builders>"]


async def test_start_welcomes_whatever_follows(talk: Talk, responder: Responder) -> None:
    """The start command welcomes and says which report this is about, also with a payload that means nothing."""
    expected = "".join(span.text for line in word(responder.welcome()) for span in line)
    for text in ("/start", "/start q_nothing", "/start@whosaid_bot"):
        (request,) = await talk.say(text)
        assert expected in plain(request["text"])
        assert "report, by The Norvale Courier on the collapse of the old bridge in Norvale" in plain(request["text"])


@pytest.mark.parametrize("text", ["/help", "/nonsense", "/who said that", "/help@other_bot", "/"])
async def test_unknown_command_gets_the_help(talk: Talk, text: str) -> None:
    """In private, help and any unknown command tell how to ask, with every command and a question."""
    message = {
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}],
    }
    (request,) = await talk.send(**message)
    assert all(f"/{name}: {description}" in request["text"] for name, description in texts.COMMANDS)
    assert "“What happened to the bridge?”" in request["text"]


async def test_every_command_of_the_menu_has_its_handler(talk: Talk) -> None:
    """What the menu offers is answered, and not with the help of an unknown command."""
    (helped,) = await talk.say("/help")
    for name, _ in texts.COMMANDS:
        (request,) = await talk.say(f"/{name}")
        assert (request.parameters.get("text") == helped["text"]) == (name == "help")


async def test_report_is_described_with_its_link(talk: Talk, base: Base) -> None:
    """The report command tells what the report is and links to it."""
    (request,) = await talk.say("/report")
    shown = plain(request["text"])
    report = base.report
    for fact in (
        report.title,
        report.publisher,
        report.byline,
        report.credit,
        report.published,
        report.dated,
    ):
        assert fact in shown
    assert buttons(request)["Read the report"] == report.url


async def test_privacy_tells_what_is_kept(talk: Talk) -> None:
    """The privacy command says what is kept, and how much of it."""
    (request,) = await talk.say("/privacy")
    assert "no message, no name, no number of yours" in request["text"]
    assert "5,000 chats and 10,000 answers, the main words of the question" in request["text"]
    assert "since it started" not in request["text"]
    assert not talk.application.chat_data
    assert not talk.application.user_data, "else /privacy has to say so"


async def test_disagreements_tell_both_sides(talk: Talk) -> None:
    """The disagreements command names both sides."""
    (request,) = await talk.say("/disagreements")
    assert {POLICE, MAYOR} <= {name[0].upper() + name[1:] for name in bold(request["text"])}


async def test_each_source_has_a_button_that_tells_what_it_says(talk: Talk) -> None:
    """The sources command offers one button a source; each sends what that source says."""
    (request,) = await talk.say("/sources")
    offered = buttons(request)
    assert list(offered) == ["The report itself", POLICE, MAYOR, "Smith & Sons <builders>"]
    menu = talk.api.message(talk.api.last_message_id)
    for label, data in offered.items():
        acknowledged, answer = await talk.press(data, message=menu)
        assert acknowledged.parameters.keys() == {"callback_query_id"}
        assert label in bold(answer["text"])
        assert answer["chat_id"] == PRIVATE["id"]


async def test_questions_are_browsed_in_place(talk: Talk) -> None:
    """Topics, pages and the way back all change the one message; each question appears once."""
    (request,) = await talk.say("/questions")
    menu = talk.api.last_message_id
    assert buttons(request) == {"The bridge": "t:bridge:1"}
    _, first = await talk.press("t:bridge:1")
    _, second = await talk.press(buttons(first)["More »"])
    _, topics = await talk.press(buttons(second)["All topics"])
    for edited in (first, second, topics):
        assert (edited.method, edited["message_id"]) == ("editMessageText", menu)
    assert first["text"] == "The bridge, page 1 of 2"
    shown = [data for page in (first, second) for data in buttons(page).values() if data.startswith("q:")]
    assert len(shown) == len(set(shown)) == PAGE + 2
    assert buttons(topics) == buttons(request)
    assert "« Back" in buttons(second)


async def test_pressed_question_is_answered_and_named(talk: Talk) -> None:
    """A button's answer begins with its question, for a press leaves no trace in the chat."""
    await talk.say("/questions")
    _, answer = await talk.press("q:how-many-hurt")
    assert plain(answer["text"]).startswith(f"You asked: {QUESTION}\n\n{POLICE} says")


async def test_no_match_offers_questions_as_buttons(
    talk: Talk, base: Base, responder: Responder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not understood comes with close questions to press, the closest first, and each is answered."""
    close = tuple(base.entry_by_id[entry] for entry in ("why", "when", "repair"))
    monkeypatch.setattr(responder, "answer", lambda text, **_: Answer(text, "no_match", suggestions=close))
    (request,) = await talk.say("brocken brigde")
    offered = buttons(request)
    assert offered.pop("Questions by topic") == "all"
    assert offered.pop(texts.NONE) == "n:why"
    assert list(offered) == [entry.question for entry in close]
    for label, data in offered.items():
        _, answer = await talk.press(data)
        assert answer["text"].startswith(f"You asked: {label}")


@pytest.mark.parametrize(
    "text",
    [
        "xyzzy plugh",
        "?",
        "a",
        " ",
        "🤷",
        "\u202e\u200b",
        "\ud83d",
        "x" * 4096,
        "\x00",
        "<b>&amp;",
        "../../etc",
    ],
    ids=["nonsense", "mark", "letter", "blank", "emoji", "invisible", "half", "long", "nul", "html", "path"],
)
async def test_any_text_gets_exactly_one_answer(talk: Talk, text: str) -> None:
    """No text is met with silence or an error."""
    (request,) = await talk.say(text)
    assert request["text"] not in ("", texts.SORRY)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"photo": PHOTO}, id="photo"),
        pytest.param({"video": {**FILE, "width": 1, "height": 1, "duration": 1}}, id="video"),
        pytest.param({"document": FILE}, id="document"),
    ],
)
async def test_caption_is_a_question(talk: Talk, fields: dict[str, Any]) -> None:
    """The caption of a picture, video or file is answered like a text."""
    (request,) = await talk.send(caption=QUESTION, **fields)
    assert request["text"].startswith(f"<b>{POLICE}</b>")


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"sticker": STICKER}, id="sticker"),
        pytest.param({"photo": PHOTO}, id="photo"),
        pytest.param({"voice": {**FILE, "duration": 1}}, id="voice"),
        pytest.param({"document": FILE}, id="document"),
        pytest.param({"location": {"latitude": 1.0, "longitude": 1.0}}, id="location"),
        pytest.param({"contact": CONTACT}, id="contact"),
        pytest.param({"dice": {"emoji": "🎲", "value": 1}}, id="dice"),
        pytest.param({"something_of_next_year": {"x": 1}}, id="kind not known yet"),
    ],
)
async def test_message_without_words_gets_one_friendly_line(talk: Talk, fields: dict[str, Any]) -> None:
    """What has no text is answered with what the bot understands."""
    (request,) = await talk.send(**fields)
    assert request["text"] == texts.NOT_TEXT


@pytest.mark.parametrize(
    ("fields", "answers"),
    [
        pytest.param([{}, {}, {}], 1, id="no words"),
        pytest.param([{"caption": QUESTION}, {}, {}], 1, id="a question under the first"),
        pytest.param([{"caption": QUESTION, "forward_origin": ORIGIN}, {"forward_origin": ORIGIN}], 1, id="forwarded"),
        pytest.param([{"caption": QUESTION}, {"caption": QUESTION}, {}], 2, id="two questions"),
    ],
)
async def test_album_is_answered_once(talk: Talk, fields: list[dict[str, Any]], answers: int) -> None:
    """The pictures of an album come one by one: what is said of all of them is said once, the next album anew."""
    for album in ("1", "2"):
        sent = [request for each in fields for request in await talk.send(photo=PHOTO, media_group_id=album, **each)]
        assert len(sent) == answers
        assert (sent[0]["text"] == texts.NOT_TEXT) == ("caption" not in fields[0])


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        pytest.param("edited_message", {"text": QUESTION, "edit_date": 1700000001}, id="edit of what nobody answered"),
        pytest.param("channel_post", {"text": QUESTION}, id="channel post"),
        pytest.param("edited_channel_post", {"text": "/help"}, id="edited channel post"),
        pytest.param("business_message", {"text": QUESTION}, id="business message"),
        pytest.param("message", {"pinned_message": by_the_bot(5)}, id="pinned"),
        pytest.param("message", {"new_chat_members": [ME]}, id="added to a group"),
        pytest.param("message", {"left_chat_member": ME}, id="removed from a group"),
        pytest.param("message", {"migrate_to_chat_id": -1}, id="migrated group"),
    ],
)
async def test_what_is_no_question_is_left_alone(talk: Talk, kind: str, fields: dict[str, Any]) -> None:
    """Edits, posts, business messages and service messages lead to nothing."""
    command = {"entities": [{"type": "bot_command", "offset": 0, "length": 5}]} if "/help" in fields.values() else {}
    assert await talk.send(kind, **fields, **command) == []


@pytest.mark.parametrize(
    "update",
    [
        pytest.param({"poll_answer": VOTE}, id="poll"),
        pytest.param({"an_update_of_next_year": {"x": 1}}, id="kind not known yet"),
    ],
)
async def test_other_updates_are_left_alone(talk: Talk, update: dict[str, Any]) -> None:
    """Updates the bot never asked for lead to nothing."""
    assert await talk.update(**update) == []


async def test_media_in_a_group_is_left_alone(group: Talk) -> None:
    """In a group nobody is told that a sticker is no question."""
    assert await group.send(sticker=STICKER, reply_to_message=by_the_bot(5, group.chat)) == []


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"text": "In Norvale two people were hurt! Bad news."}, id="text"),
        pytest.param({"caption": "In Norvale two people were hurt! Bad news.", "photo": PHOTO}, id="caption"),
    ],
)
async def test_forwarded_message_is_matched_against_the_claims(talk: Talk, fields: dict[str, Any]) -> None:
    """What someone else wrote is no question: the report's statements on it are told, both sides."""
    (request,) = await talk.send(forward_origin=ORIGIN, **fields)
    assert plain(request["text"]).startswith(f"{ON_THAT}\n\n{POLICE} says that two people were hurt")
    assert MAYOR in bold(request["text"])
    assert buttons(request)["Share"].endswith("Norvale")


async def test_forwarded_message_on_something_else_is_not_matched(talk: Talk) -> None:
    """Where the report has nothing on it, that is said, and the topics are offered; a command in it does nothing."""
    for text in ("My cat is ill today. Call me.", "/start q_why", "..."):
        command = {"type": "bot_command", "offset": 0, "length": 6}
        entities = [command] if text.startswith("/") else []
        (request,) = await talk.send(text=text, entities=entities, forward_origin=ORIGIN)
        assert "it is not about the report" in request["text"]
        assert buttons(request) == {"Questions by topic": "all"}


async def test_message_forwarded_into_a_group_is_left_alone(group: Talk) -> None:
    """In a group people forward things to each other."""
    assert await group.send(text="two people were hurt", forward_origin=ORIGIN) == []


STALE_DATA = ["s:nobody", "q:nothing", "t:nowhere:1", "t:bridge:-1", "t:bridge:x", "t:bridge:²"]
STALE_DATA += ["t:bridge", "t:small-talk:1", "", ":", "x:y", "s:police:1", "q", "all:1", "é" * 32]


@pytest.mark.parametrize("data", STALE_DATA)
async def test_stale_button_gets_a_short_notice(talk: Talk, data: str) -> None:
    """Data of another base, or made up, is acknowledged with a notice and does nothing else."""
    await talk.say("/sources")
    (request,) = await talk.press(data)
    assert (request.method, request["text"]) == ("answerCallbackQuery", texts.STALE)


async def test_button_under_no_message_gets_a_short_notice(talk: Talk) -> None:
    """A press that names no message, or a game instead of data, is acknowledged."""
    for fields in ({"message": None, "inline_message_id": "1"}, {"data": None, "game_short_name": "chess"}):
        await talk.say("/sources")
        (request,) = await talk.press(**{"data": "s:police"} | fields)
        assert request["text"] == texts.STALE


@pytest.mark.parametrize("data", ["s:police", "b:police:1", "q:why", "n:why", "w:why", "o:rust", "all", "t:bridge:1"])
async def test_button_under_an_old_message_works(talk: Talk, data: str) -> None:
    """Where Telegram no longer shows the bot its message, the button does what it says in a new one."""
    await talk.say("hi")
    gone = {"chat": PRIVATE, "message_id": 3, "date": 0}
    requests = await talk.press(data, message=gone)
    assert requests[0].method == "answerCallbackQuery"
    assert requests[-1].method == "sendMessage"
    talk.api.refused = [refusal for refusal in talk.api.refused if "message to edit not found" not in refusal]


async def test_reply_to_what_a_button_showed_is_understood(talk: Talk, asked: list[tuple[str, Context]]) -> None:
    """A reply to a page of a source continues it, be it edited in place or, where that failed, sent anew."""
    await talk.say("/sources")
    menu = talk.api.last_message_id
    await talk.press("b:police:1")
    talk.api.fail("editMessageText", Fault(400, "Bad Request: message can't be edited"))
    await talk.press("b:builders:1", message=talk.api.message(menu))
    anew = talk.api.last_message_id
    await talk.say("and then?", reply_to_message=by_the_bot(menu))
    await talk.say("and then?", reply_to_message=by_the_bot(anew))
    assert [context.claims for _, context in asked] == [("two-hurt",), ("rust",)]


async def test_button_pressed_twice_is_no_error(talk: Talk) -> None:
    """Telegram refuses an edit that changes nothing; the person sees what they asked for, and no apology."""
    await talk.say("/questions")
    await talk.press("t:bridge:1")
    requests = await talk.press("t:bridge:1")
    assert [request.method for request in requests] == ["answerCallbackQuery", "editMessageText"]
    assert talk.api.refused.pop().startswith("editMessageText: Bad Request: message is not modified")


async def test_late_press_is_still_answered(talk: Talk) -> None:
    """A press acknowledged too late, after an outage, gets its answer."""
    await talk.say("/sources")
    talk.api.fail("answerCallbackQuery", Fault(400, "Bad Request: query is too old and response timeout expired"))
    _, answer = await talk.press("s:police")
    assert POLICE in bold(answer["text"])


async def test_follow_up_continues_the_last_answer(talk: Talk, asked: list[tuple[str, Context]]) -> None:
    """A question is asked with the context of the chat's last answer, the first with none."""
    await talk.say("one")
    await talk.say("two")
    assert asked == [("one", Context()), ("two", Context(claims=("one",)))]


async def test_reply_continues_the_answer_it_replies_to(talk: Talk, asked: list[tuple[str, Context]]) -> None:
    """A reply to an answer takes that answer's context, to an unknown one none, to oneself the last."""
    await talk.say(QUESTION)
    answer = talk.api.last_message_id
    await talk.say("two")
    await talk.say("three", reply_to_message=by_the_bot(answer))
    await talk.say("four", reply_to_message=by_the_bot(1))
    await talk.say("five", reply_to_message={**by_the_bot(answer), "from": PERSON})
    contexts = [context.claims for _, context in asked]
    assert contexts == [(), (QUESTION,), (QUESTION,), (), ("four",)]


async def test_chats_do_not_share_contexts(talk: Talk, group: Talk, asked: list[tuple[str, Context]]) -> None:
    """What was asked in one chat is no context in another."""
    await talk.say("one")
    await group.say("@whosaid_bot two")
    assert [context for _, context in asked] == [Context(), Context()]


async def test_button_sets_the_context(talk: Talk, responder: Responder, asked: list[tuple[str, Context]]) -> None:
    """A question after a button continues what the button told."""
    await talk.say("/sources")
    await talk.press("q:why")
    await talk.say("and then?")
    assert asked[-1] == ("and then?", responder.entry("why").context)


async def test_long_answer_comes_in_parts(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer beyond the limit comes in order, replying once, with the buttons under its last part."""
    monkeypatch.setattr("bot.handlers.render", partial(render, limit=150))
    await talk.say("/sources")
    requests = (await talk.press("s:report"))[1:]
    assert len(requests) > 1
    assert ["reply_parameters" in request.parameters for request in requests] == [True] + [False] * (len(requests) - 1)
    assert all(bold(request["text"]) for request in requests)
