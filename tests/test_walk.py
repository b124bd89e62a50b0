"""A newcomer presses every button there is to reach: no dead end, no error, no statement without its source."""

from __future__ import annotations

import pytest
from fake_bot_api import FakeBotApi, Request
from talk import UNPACED, Talk, buttons
from telegram_html import plain

from bot import texts
from bot.app import build_application
from bot.settings import Settings
from knowledge import Base, Responder


def statements_without_source(base: Base, html: str) -> list[str]:
    """Return the ids of the claims told before all of their sources are named, paragraph by paragraph."""
    found = []
    for paragraph in html.split("\n\n"):
        text = plain(paragraph).casefold()
        for claim in base.claims:
            place = text.find(claim.text.casefold())
            names = [base.source_by_id[source].name.casefold() for source in claim.chain]
            if place >= 0 and not all(name in text[:place] for name in names):
                found.append(claim.id)
    return found


def test_the_judge_finds_a_statement_without_its_source(base: Base) -> None:
    """A statement is found out that stands alone, before its source, or after one of its two sources only."""
    assert statements_without_source(base, "Two people were hurt.") == ["two-hurt"]
    assert statements_without_source(base, "Two people were hurt, <b>the Norvale Police</b> says.") == ["two-hurt"]
    assert statements_without_source(base, "<b>Mayor Ada Quill</b> says that nobody was hurt.") == ["nobody-hurt"]
    assert statements_without_source(base, "<b>The Norvale Police</b>\n\ntwo people were hurt") == ["two-hurt"]
    assert statements_without_source(base, "<b>The Norvale Police</b> says that two people were hurt.") == []


async def walk(talk: Talk, base: Base) -> set[str]:
    """Press each button that can be reached from the start, each once; return the data of all of them."""
    pressed: set[str] = set()
    ahead = await shown_by(base, await talk.say("/start"))
    while ahead:
        data = ahead.pop()
        if data in pressed:
            continue
        pressed.add(data)
        found = await shown_by(base, (await talk.press(data))[1:])
        ahead += found
    return pressed


async def shown_by(base: Base, requests: list[Request]) -> list[str]:
    """Return the data of the buttons these requests show, after judging what they tell."""
    assert requests, "a dead end"
    for request in requests:
        assert request.method in ("sendMessage", "editMessageText")
        assert request["text"] != texts.SORRY
        assert statements_without_source(base, request["text"]) == []
    found = list(buttons(requests[-1]).values())
    assert found, f"a dead end: {requests[-1]['text']}"
    return [data for data in found if not data.startswith("https:")]


@pytest.mark.parametrize("report", ["responder", "ferryman", "shipped"])
async def test_a_newcomer_never_reads_a_statement_without_its_source(
    settings: Settings, api: FakeBotApi, report: str, request: pytest.FixtureRequest
) -> None:
    """From /start every question, source and topic can be reached; whatever is pressed leads on."""
    responder: Responder = request.getfixturevalue(report)
    base = responder.base
    async with build_application(settings, responder, limits=UNPACED) as application:
        pressed = await walk(Talk(application, api), base)
    assert pressed >= {f"q:{entry.id}" for entry in base.entries if entry.kind != "small_talk"}
    assert pressed >= {f"b:{source.id}:1" for source in base.sources}
    assert {"all", "src", "dis", "time", "rep"} <= pressed
