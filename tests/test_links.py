"""Links from outside: each answer can be shared as one, and one that means nothing gets the welcome."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from fake_bot_api import Request
from talk import Talk, buttons
from telegram_html import bold, plain

from knowledge import Base


def shared(answer: Request) -> str:
    """Return what a person sends to the bot who opens the link of this answer's share button."""
    share = urlsplit(buttons(answer)["Share"])
    assert (share.netloc, share.path) == ("t.me", "/share/url")
    address = urlsplit(parse_qs(share.query)["url"][0])
    assert (address.netloc, address.path) == ("t.me", "/whosaid_bot")
    return f"/start {parse_qs(address.query)['start'][0]}"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        pytest.param("Why did the bridge fall?", "/start q_why", id="prepared question"),
        pytest.param("Who will repair the bridge?", "/start q_repair", id="not stated"),
        pytest.param("who said that nobody was hurt?", "/start c_nobody-hurt", id="a statement"),
        pytest.param("what does the norvale courier say?", "/start s_report", id="all that a source says"),
        pytest.param("/start s_police", "/start s_police", id="a source"),
        pytest.param("/disagreements", "/start dis", id="disagreements"),
        pytest.param("/timeline", "/start time", id="timeline"),
    ],
)
async def test_an_answer_is_shared_as_a_link_that_leads_to_it(talk: Talk, text: str, link: str) -> None:
    """The share button of an answer carries a link; who opens it reads the same statements."""
    (answer,) = await talk.say(text)
    assert shared(answer) == link
    (opened,) = await talk.say(link)
    assert plain(answer["text"]) in plain(opened["text"])
    assert bold(answer["text"]) == bold(opened["text"])


async def test_a_page_of_a_source_is_shared_as_the_source(talk: Talk) -> None:
    """What is shared from the list of sources is all that the source says."""
    await talk.say("/sources")
    _, page = await talk.press("b:mayor:1")
    assert shared(page) == "/start s_mayor"


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "q_nothing",
        "q_",
        "_",
        "q",
        "s_police_x",
        "all",
        "t_bridge_1",
        "b_police_1",
        "n_why",
        "q-why",
        "é",
        "q_why x",
    ],
)
async def test_a_link_that_means_nothing_gets_the_welcome(talk: Talk, base: Base, payload: str) -> None:
    """Unknown, malformed or foreign payloads are met like a newcomer."""
    (request,) = await talk.say(f"/start {payload}")
    (welcome,) = await talk.say("/start")
    assert request["text"] == welcome["text"]
    assert plain(welcome["text"]).startswith(f"{base.entry_by_id['greeting'].reply}\n\n")


async def test_nothing_is_shared_of_small_talk(talk: Talk) -> None:
    """What states nothing has no share button."""
    for text in ("hello", "xyzzy plugh", "/help", "/privacy"):
        (request,) = await talk.say(text)
        assert "Share" not in buttons(request)
