"""Which of a source's statements are asked for: all, the second, all but one, in an invented report."""

from __future__ import annotations

import pytest

from knowledge import Responder

ALL = {"nobody-died", "no-fire", "engine-checked", "new-ship"}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        pytest.param("list everything Bluewave said", ALL, id="everything"),
        pytest.param("please list everything attributed to Bluewave", ALL, id="everything attributed"),
        pytest.param("Bluewave: full list of its assertions", ALL, id="a list"),
        pytest.param("which paragraphs quote Bluewave?", ALL, id="paragraphs"),
        pytest.param("the first thing the coast guard says", {"nine-drowned"}, id="first"),
        pytest.param("what was the second of the minister's two statements?", {"inquiry"}, id="second"),
        pytest.param("the coast guard's last claim?", {"high-waves"}, id="last"),
        pytest.param("other than the dead, what does the coast guard say?", {"high-waves"}, id="besides, before"),
        pytest.param("what does the minister say besides the bit about a fire?", {"inquiry"}, id="besides, after"),
        pytest.param("what else does the minister tell, after the fire?", {"inquiry"}, id="else, after"),
        pytest.param("leaving the dead aside, what does the coast guard say?", {"high-waves"}, id="leaving aside"),
        pytest.param("forget Bluewave. what does the minister say?", {"fire", "inquiry"}, id="forget one"),
        pytest.param(
            "what does the coast guard say about waves and the dead?", {"high-waves", "nine-drowned"}, id="both"
        ),
        pytest.param("what does the herald state, without any source, about the captain?", {"captain-dahl"}, id="own"),
        pytest.param(
            "what did the fishermen tell the reporter?", {"three-boats", "forty-saved"}, id="told, not who told them"
        ),
    ],
)
def test_the_part_asked_for(ferryman: Responder, question: str, claims: set[str]) -> None:
    """Words that only say how many statements are wanted, or which, are no subject of their own."""
    answer = ferryman.answer(question)
    assert answer.verdict is None
    assert {statement.claim.id for statement in answer.statements} == claims


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("which fool in a suit denied the deaths?", id="by any name"),
        pytest.param("who was it went on the air in London to deny the deaths?", id="from afar"),
        pytest.param("who denies it?", id="it"),
    ],
)
def test_whoever_denies(ferryman: Responder, question: str) -> None:
    """Who denies something is found, whatever the word for who speaks."""
    told = ferryman.answer(question).statements
    assert "nobody-died" in {statement.claim.id for statement in told}


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        pytest.param("what account do the locals render of the boats?", {"three-boats"}, id="an account they render"),
        pytest.param("the locals on the pier, what did they say?", {"three-boats", "forty-saved"}, id="they"),
        pytest.param("list all statements made by the locals", {"three-boats", "forty-saved"}, id="made by"),
        pytest.param("tell me who it was that maintained there was no fire", {"no-fire"}, id="who it was that"),
        pytest.param("who says there was a fire, the government?", {"fire"}, id="a guess at who"),
    ],
)
def test_who_speaks_is_found(ferryman: Responder, question: str, claims: set[str]) -> None:
    """A name that counts only where something is said does so in every shape of such a question."""
    assert {statement.claim.id for statement in ferryman.answer(question).statements} == claims


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        pytest.param("the minister makes two remarks. which is the first?", {"fire"}, id="the first, of two"),
        pytest.param("what did the minister find out?", {"fire", "inquiry"}, id="find out"),
        pytest.param("who do we have the fire story from", {"fire"}, id="from whom we have it"),
        pytest.param("Bluewave, first statement (not the one on the engine)?", {"nobody-died"}, id="not the one on"),
        pytest.param("give the full content of what the minister says", {"fire", "inquiry"}, id="a bidding verb"),
        pytest.param("the minister thinks he is clever. quote him", {"fire", "inquiry"}, id="quote him"),
    ],
)
def test_asked_in_other_ways(ferryman: Responder, question: str, claims: set[str]) -> None:
    """Bidding and pointing verbs ask what a source says."""
    told = ferryman.answer(question)
    assert (told.verdict, {statement.claim.id for statement in told.statements}) == (None, claims)


def test_the_second_after_the_first(ferryman: Responder) -> None:
    """The question for "the second" asks for the next statement of the source asked about."""
    first = ferryman.answer("the minister's first statement?")
    second = ferryman.answer("and the second?", first.context)
    assert [s.claim.id for a in (first, second) for s in a.statements] == ["fire", "inquiry"]


def test_who_counted_gave_a_number(ferryman: Responder) -> None:
    """Who counted something is told by a statement with a number."""
    told = ferryman.answer("who counted the dead?").statements
    assert {statement.claim.id for statement in told} == {"nine-drowned"}


def test_capitals_do_not_hide_a_name(ferryman: Responder) -> None:
    """What is called "us marines" is also found as "the US Marines"."""
    answers = [ferryman.answer(f"what did {name} say?") for name in ("us marines", "the US Marines")]
    assert [answer.missing for answer in answers] == ["what the navy said or did"] * 2
