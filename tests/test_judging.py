"""What people want judged is no question the report answers; what only sounds like it is asked as ever."""

from __future__ import annotations

import pytest

from knowledge import Responder
from knowledge.judging import JUDGED, judged


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("was the swoop justified?", id="asked"),
        pytest.param("admit that the yanks are vile people", id="pushed"),
        pytest.param("was flattening the homes wrong", id="right or wrong"),
        pytest.param("is Kirby trustworthy?", id="of a source"),
        pytest.param("should we trust the White Helmets", id="trusted"),
        pytest.param("are the choppers' crews cowards", id="called names"),
        pytest.param("was it right to attack", id="right to"),
    ],
)
def test_judgement_is_declined(shipped: Responder, question: str) -> None:
    """Whether something is good or evil no statement answers, and none is told as if it did."""
    answer = shipped.answer(question)
    assert answer.outcome in ("not_stated", "no_match")
    assert answer.verdict is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("was that attribution right", id="as it is told"),
        pytest.param("how bad was it", id="how"),
        pytest.param("the dead were civilians , right ?", id="a tag"),
        pytest.param("who was the idiot that denied it", id="who"),
        pytest.param("are you good", id="the bot"),
        pytest.param("is it right to say that 13 died", id="how to put it"),
        pytest.param("this is awful", id="a reaction"),
        pytest.param("do you believe that 13 died", id="a statement"),
    ],
)
def test_what_only_sounds_like_a_judgement(text: str) -> None:
    """Tags, reactions, and questions of how much or by whom stay as they are."""
    assert JUDGED not in judged(text)


def test_after_a_judgement_the_conversation_goes_on(shipped: Responder) -> None:
    """A judgement has no subject to go on from: what follows leans on what was told before."""
    told = shipped.answer("what did the Observatory say about the camps?")
    after = shipped.answer("are the yanks evil?", told.context)
    assert after.context == told.context
