"""What follows an answer: the buttons under it, and what each of them tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_bot_api import Request
from talk import Talk, buttons
from telegram_html import bold, plain

from bot.browsing import Browsing
from bot.follow_ups import FollowUps
from knowledge import Answer, Base, Responder
from knowledge.wording import word

LINK = "https://example.org/bridge"


def under(answer: Request) -> dict[str, str]:
    """Return the buttons of an answer, all but the one that shares it."""
    return {label: data for label, data in buttons(answer).items() if label != "Share"}


async def pressed(talk: Talk, data: str) -> Request:
    """Return what a pressed button sends."""
    await talk.say("/help")
    _, answer = await talk.press(data)
    assert answer.method == "sendMessage"
    return answer


async def test_under_an_answer_stands_what_follows_from_it(talk: Talk) -> None:
    """Who else speaks, more from its source, related questions, why, and the report."""
    (answer,) = await talk.say("When did the bridge fall?")
    assert under(answer) == {
        "Who else speaks of this?": "o:bridge-fell",
        "More from the report itself": "m:bridge-fell",
        "Into what did the bridge fall?": "q:into-what",
        "Why this answer?": "w:when",
        "Read the report": LINK,
    }


async def test_what_is_told_already_is_not_offered(talk: Talk) -> None:
    """Where the answer already holds the other voice and all of its own, neither is offered again."""
    (answer,) = await talk.say("How many people were hurt?")
    assert list(under(answer)) == ["Why this answer?", "Read the report"]


async def test_who_else_tells_other_sources(talk: Talk) -> None:
    """Others on the same subject are told, each with its name."""
    answer = await pressed(talk, "o:bridge-fell")
    assert plain(answer["text"]).startswith("Who else speaks of this:\n\nSmith & Sons <builders> says that rust")
    assert bold(answer["text"]) == ["Smith & Sons <builders>"]


async def test_more_tells_what_else_its_source_says(talk: Talk) -> None:
    """All else in which the source speaks is told, with whom it quotes and who disagrees."""
    answer = await pressed(talk, "m:bridge-fell")
    assert plain(answer["text"]).startswith("What else is said by the report itself:\n\nThe report itself says")
    assert "Mayor Ada Quill" in bold(answer["text"])
    assert "bridge fell" not in answer["text"]


@pytest.mark.parametrize("data", ["o:two-hurt", "m:two-hurt"])
def test_where_nothing_is_left_the_statement_itself_is_told(base: Base, data: str) -> None:
    """A button of a base that has since lost the others still leads to the statement and its source."""
    claims = tuple(c.model_copy(update={"disagrees_with": ()}) for c in base.claims if c.id == "two-hurt")
    responder = Responder(replace(base, claims=claims, topics=()))
    assert (responder.others("two-hurt"), responder.more("two-hurt")) == (None, None)
    found = Browsing(responder).find(data)
    assert found is not None
    assert found().lines == word(responder.claim("two-hurt"))


async def test_why_shows_the_question_matched_and_who_speaks(talk: Talk) -> None:
    """The reason for an answer is the prepared question, and its statements by who makes them."""
    answer = await pressed(talk, "w:was-anyone-hurt")
    assert plain(answer["text"]) == (
        "I compare every question with prepared ones. Closest to this one was:\n“Was anyone hurt?”\n\n"
        "The statements in the answer, by who makes them:\n\n"
        "• the Norvale Police: paragraph 2\n\n• the report itself, quoting Mayor Ada Quill: paragraph 3"
    )
    assert buttons(answer) == {
        "Everything by the Norvale Police": "s:police",
        "Everything by the report itself": "s:report",
        "Questions by topic": "all",
        "Read the report": LINK,
    }


async def test_why_of_what_the_report_does_not_say(talk: Talk) -> None:
    """It is said that the report does not answer the question."""
    answer = await pressed(talk, "w:repair")
    assert "Who will repair the bridge?" in answer["text"]
    assert "The report does not answer it." in answer["text"]


async def test_why_of_an_answer_without_a_prepared_question(talk: Talk) -> None:
    """An answer about a source was matched to its statements; the subject is named."""
    (answer,) = await talk.say("who said that nobody was hurt?")
    assert buttons(answer)["Why this answer?"] == "y:nobody-hurt"
    reasons = await pressed(talk, "y:nobody-hurt")
    assert "No prepared question was matched, but what the report has on: The people hurt." in reasons["text"]
    assert "Mayor Ada Quill" in bold(reasons["text"])


def test_small_talk_leads_nowhere_and_what_is_not_said_to_the_topics(responder: Responder) -> None:
    """Under a greeting stands nothing; an answer without any statement still has a way on."""
    follow_ups = FollowUps(responder)
    assert follow_ups.rows(responder.answer("hello"), matched=True) == ()
    (row,) = follow_ups.rows(Answer("the army?", "not_stated", missing="what the army said"), matched=True)
    assert [choice.data for choice in row] == ["all"]
