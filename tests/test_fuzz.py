"""Raw updates of all kinds through the same parse and dispatch as in life: nothing breaks, everyone is answered."""

from __future__ import annotations

import asyncio
from typing import Any

import raw_updates
from fake_bot_api import TOKEN, FakeBotApi, Parameters, Request
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram_html import plain
from test_metrics import value

from bot import texts
from bot.app import build_application
from bot.settings import Settings
from bot.work import Outcome, Work
from knowledge import Base, Responder

MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def known(api: FakeBotApi, update: Any) -> None:
    """Let the Bot API know the chats and buttons that the update is about, as Telegram does."""
    places = [each for each in update.values() if isinstance(each, dict)] if isinstance(update, dict) else []
    for place in places:
        for message in (place, place.get("message")):
            chat = message.get("chat") if isinstance(message, dict) else None
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                api.receive({"from": None, "message_id": 0} | message)
        api.queries.add(str(place.get("id")))
        api.inline_queries.add(str(place.get("id")))


async def handled(responder: Responder, updates: list[Any]) -> list[tuple[Outcome, list[Request]]]:
    """Return what became of each update, and the requests it led to."""
    found = []
    async with FakeBotApi() as api:
        chosen = Settings(telegram_bot_token=TOKEN, telegram_api_url=api.url)
        async with build_application(chosen, responder) as application:
            work = Work(application)
            for number, update in enumerate(updates, 1):
                known(api, update)
                before = len(api.requests)
                raw = update | {"update_id": number} if isinstance(update, dict) else update
                found.append((await work.handle(raw), api.requests[before:]))
        assert api.refused == []
    return found


def attributed_or_honest(request: Request, base: Base) -> bool:
    """Whether every statement in it stands with one of those who make it; without statements it is honest."""
    shown = plain(request["text"]).casefold()
    told = [claim for claim in base.claims if claim.text.casefold() in shown]
    return all(any(base.source_by_id[source].name.casefold() in shown for source in claim.chain) for claim in told)


@MANY
@given(updates=st.lists(raw_updates.private, min_size=1, max_size=6, unique_by=lambda u: u["message"]["from"]["id"]))
def test_every_private_message_is_answered(responder: Responder, base: Base, updates: list[Parameters]) -> None:
    """Whatever a person writes in private gets a reply that Telegram takes, attributed or honest, and no apology."""
    failed = value("outcomes_total", outcome="failed")
    results = asyncio.run(handled(responder, updates))
    for (outcome, requests), update in zip(results, updates, strict=True):
        assert outcome is Outcome.DONE
        replies = [request for request in requests if request.method == "sendMessage"]
        assert replies, update
        for reply in replies:
            assert reply["chat_id"] == update["message"]["chat"]["id"]
            assert reply["text"] != texts.SORRY
            assert attributed_or_honest(reply, base)
    assert value("outcomes_total", outcome="failed") == failed


@MANY
@given(queries=st.lists(raw_updates.inline, min_size=1, max_size=6, unique_by=lambda query: query["id"]))
def test_every_inline_query_is_answered(responder: Responder, queries: list[Parameters]) -> None:
    """Whatever is typed after the bot's name, and whoever types it, gets results that Telegram takes, once."""
    failed = value("outcomes_total", outcome="failed")
    results = asyncio.run(handled(responder, [{"inline_query": query} for query in queries]))
    for (outcome, requests), query in zip(results, queries, strict=True):
        assert outcome is Outcome.DONE
        assert [request.method for request in requests] == ["answerInlineQuery"], query
    assert value("outcomes_total", outcome="failed") == failed


@MANY
@given(
    updates=st.lists(st.one_of(raw_updates.any_kind, raw_updates.with_a_field_missing(), raw_updates.junk), max_size=8)
)
def test_nothing_breaks_over_any_update(responder: Responder, updates: list[Any]) -> None:
    """What is of no kind known, or lacks something, is answered or skipped; no error handler is needed."""
    failed = value("outcomes_total", outcome="failed")
    results = asyncio.run(handled(responder, updates))
    assert {outcome for outcome, _ in results} <= {Outcome.DONE, Outcome.UNPARSABLE}
    assert value("outcomes_total", outcome="failed") == failed
