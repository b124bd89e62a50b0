"""A newcomer presses every button there is to reach: no dead end, no error, no statement without its source."""

from __future__ import annotations

import re

import pytest
from fake_bot_api import FakeBotApi, Request
from kept import kept_in
from talk import UNPACED, Talk, buttons
from telegram_html import plain

from bot import texts
from bot.app import build_application
from bot.settings import Settings
from knowledge import Base, Responder

LINK = re.compile(r"https://t\.me/share/url\?url=https%3A%2F%2Ft\.me%2Fwhosaid_bot%3Fstart%3D([A-Za-z0-9_-]{1,64})&.+")


def statements_without_source(base: Base, html: str) -> list[str]:
    """Return the ids of the claims told or quoted before all of their sources are named, paragraph by paragraph."""
    found = []
    for paragraph in html.split("\n\n"):
        text = plain(paragraph).casefold()
        for claim in base.claims:
            places = (text.find(words.casefold()) for words in (claim.text, f"“{claim.quote}” (p"))
            names = [base.source_by_id[source].name.casefold() for source in claim.chain]
            if not all(name in text[:place] for place in places if place >= 0 for name in names):
                found.append(claim.id)
    return found


def test_the_judge_finds_a_statement_without_its_source(base: Base) -> None:
    """A statement or quote is found out that stands alone, before its source, or after one of its two sources only."""
    assert statements_without_source(base, "“two persons hurt &amp; treated” (paragraph 2)") == ["two-hurt"]
    assert statements_without_source(base, "Two people were hurt.") == ["two-hurt"]
    assert statements_without_source(base, "Two people were hurt, <b>the Norvale Police</b> says.") == ["two-hurt"]
    assert statements_without_source(base, "<b>Mayor Ada Quill</b> says that nobody was hurt.") == ["nobody-hurt"]
    assert statements_without_source(base, "<b>The Norvale Police</b>\n\ntwo people were hurt") == ["two-hurt"]
    assert statements_without_source(base, "<b>The Norvale Police</b> says that two people were hurt.") == []


async def walk(talk: Talk, base: Base) -> set[str]:
    """Press each button that can be reached from the start, each once; return the data of all of them."""
    pressed: set[str] = set()
    requests = await talk.say("/start")
    welcome = requests[0]["text"]
    ahead = await shown_by(base, requests)
    while ahead:
        data = ahead.pop()
        if data in pressed:
            continue
        pressed.add(data)
        if data.startswith("/start"):
            requests = await talk.say(data)
            assert requests[0]["text"] != welcome
        else:
            acknowledged, *requests = await talk.press(data)
        if data.startswith("v:"):  # a vote is thanked for, and the answer stays
            assert acknowledged["text"] == texts.NOTED
        else:
            ahead += await shown_by(base, requests)
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
    assert base.report.url in found or not any("(paragraph" in request["text"] for request in requests)
    links = {LINK.fullmatch(data) for data in found}
    return [data for data in found if not data.startswith("https:")] + [f"/start {link[1]}" for link in links if link]


@pytest.mark.parametrize("report", ["responder", "ferryman", "shipped"])
async def test_a_newcomer_never_reads_a_statement_without_its_source(
    settings: Settings,
    api: FakeBotApi,
    report: str,
    request: pytest.FixtureRequest,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """From /start every question, source and topic can be reached; whatever is pressed leads on."""
    responder: Responder = request.getfixturevalue(report)
    base = responder.base
    async with build_application(settings, responder, limits=UNPACED) as application:
        pressed = await walk(Talk(application, api), base)
    assert pressed >= {f"q:{entry.id}" for entry in base.entries if entry.kind != "small_talk"}
    assert pressed >= {f"b:{source.id}:1" for source in base.sources}
    assert pressed >= {f"/start q_{entry.id}" for entry in base.entries if entry.kind != "small_talk"}
    assert {"all", "src", "dis", "time", "rep"} <= pressed
    assert [record for record in caplog.records if record.levelname != "INFO" and record.name.startswith("bot")] == []


async def test_votes_are_no_dead_end(keeping: Settings, api: FakeBotApi, responder: Responder) -> None:
    """With the database on, the walk leads as far, and every vote on the way is taken."""
    async with build_application(keeping, responder, limits=UNPACED) as application:
        pressed = await walk(Talk(application, api), responder.base)
    votes = [data for data in pressed if data.startswith("v:")]
    assert {f"v:down:{entry.id}:100" for entry in responder.base.entries if entry.kind != "small_talk"} <= set(votes)
    assert len(kept_in(keeping)) == len(votes)
