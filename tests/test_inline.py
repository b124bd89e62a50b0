"""Inline mode: what is offered while typing in another chat, and what is sent when it is chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_bot_api import FakeBotApi, Fault, Request
from talk import UNPACED, Talk
from telegram_html import bold, plain
from test_walk import statements_without_source

from bot import texts
from bot.app import build_application
from bot.browsing import Browsing
from bot.inline import MOST, Inline
from bot.settings import Settings
from knowledge import Answer, Base, Responder


def sent(request: Request) -> list[str]:
    """Return the texts of the messages that are sent when a result is chosen."""
    return [result["input_message_content"]["message_text"] for result in request["results"]]


def titles(request: Request) -> list[str]:
    """Return the titles of the results."""
    return [result["title"] for result in request["results"]]


async def test_what_is_typed_offers_the_answer_and_its_statements(talk: Talk) -> None:
    """First comes the whole answer, then each statement under the name of who makes it, with who disagrees."""
    request = await talk.type("how many people were hurt?")
    assert titles(request) == [
        "How many people were hurt?",
        "The Norvale Police",
        "The report itself, quoting Mayor Ada Quill",
    ]
    for text in sent(request):
        assert plain(text).startswith("From the report by The Norvale Courier on the collapse of the old bridge")
        assert {"norvale police", "mayor ada quill"} <= {name.casefold().removeprefix("the ") for name in bold(text)}
    (buttons,) = request["results"][0]["reply_markup"]["inline_keyboard"]
    assert [button["url"] for button in buttons] == [
        "https://example.org/bridge",
        "https://t.me/whosaid_bot?start=q_how-many-hurt",
    ]
    assert (request["cache_time"], request["button"]["start_parameter"]) == (300, "inline")


async def test_what_became_of_it_is_noted(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """The log says which entry was matched, as for a question in a chat, and not what was typed."""
    caplog.set_level("INFO", "bot")
    await talk.type("how many people were hurt?")
    (record,) = (record for record in caplog.records if record.name == "bot.observing")
    assert (record.__dict__["outcome"], record.__dict__["entry"]) == ("answer", "how-many-hurt")


@pytest.mark.parametrize("typed", ["", "  "])
async def test_nothing_typed_offers_the_most_asked(talk: Talk, base: Base, typed: str) -> None:
    """An empty query offers the questions that curators put first."""
    offered = titles(await talk.type(typed))
    assert offered == [e.question for e in base.topics[0].questions if e.kind == "answer"][:MOST]


async def test_what_is_not_understood_offers_to_ask_in_private(talk: Talk) -> None:
    """Without any result there is a button that leads to the bot."""
    request = await talk.type("xyzzy plugh")
    assert request["results"] == []
    assert request["button"]["text"] == texts.ASK_IN_PRIVATE


async def test_close_questions_are_offered(
    talk: Talk, base: Base, responder: Responder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is nearly understood offers the answers to the questions that may be meant."""
    close = tuple(base.entry_by_id[entry] for entry in ("why", "repair"))
    monkeypatch.setattr(responder, "answer", lambda text: Answer(text, "no_match", suggestions=close))
    assert titles(await talk.type("brocken")) == [entry.question for entry in close]


@pytest.mark.parametrize("typed", ["", "soldiers", "who said 13 were killed", "reuters", "what do they disagree on"])
async def test_all_that_is_offered_names_its_source(
    settings: Settings, api: FakeBotApi, shipped: Responder, typed: str
) -> None:
    """Of the shipped report at most ten results are offered, each attributed, within Telegram's limits."""
    async with build_application(settings, shipped, limits=UNPACED) as application:
        request = await Talk(application, api).type(typed)
    assert 0 < len(request["results"]) <= 10
    assert all(statements_without_source(shipped.base, text) == [] and bold(text) for text in sent(request))


def test_ids_change_with_the_base(base: Base) -> None:
    """Of another version of the base, every result has another id; of the same one, the same."""

    def ids(version: str) -> set[str]:
        responder = Responder(replace(base, version=version))
        return {result.id for result in Inline(responder, Browsing(responder)).results("hurt", "whosaid_bot")}

    assert ids("a") == ids("a") != set()
    assert ids("a").isdisjoint(ids("b"))


def test_an_answer_beyond_one_message_is_offered_in_statements_only(base: Base) -> None:
    """What one message cannot hold is not cut: its statements are offered one by one."""
    claims = tuple(claim.model_copy(update={"text": claim.text + " and" * 600}) for claim in base.claims)
    responder = Responder(replace(base, claims=claims))
    found = Inline(responder, Browsing(responder)).results("what does the norvale courier say", "whosaid_bot")
    assert [result.title for result in found] == ["The report itself"]


async def test_too_late_is_no_error(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """A query that is answered too late, after an outage, is nothing to report; another refusal is."""
    talk.api.fail("answerInlineQuery", Fault(400, "Bad Request: query is too old and response timeout expired"))
    await talk.type("hurt")
    assert caplog.records == []
    talk.api.fail("answerInlineQuery", Fault(400, "Bad Request: RESULT_ID_INVALID"))
    await talk.type("hurt")
    assert [record.levelname for record in caplog.records] == ["ERROR"]
