"""A message that tells more than it asks gets the answer to what it asks, and never a statement out of it."""

from __future__ import annotations

import pytest

from knowledge import Answer, Responder


def told(answer: Answer) -> tuple[object, ...]:
    """What a reader gets: the outcome, and which claims."""
    return answer.outcome, tuple(statement.claim.id for statement in answer.told)


@pytest.mark.parametrize(
    ("message", "question"),
    [
        pytest.param(
            "grandpa swears monday and my sister swears saturday so which day were the soldiers hurt",
            "which day were the soldiers hurt",
            id="led to",
        ),
        pytest.param(
            "helicopters gave me nightmares as a kid and the dog is howling, how many helicopters landed",
            "how many helicopters landed",
            id="after a tale",
        ),
        pytest.param(
            "just the reuters stuff, quick, the train is leaving", "what does reuters say", id="a source, then a hurry"
        ),
        pytest.param(
            "the sputnik part only, hurry up, my tram is coming and then my phone is off",
            "the sputnik part only",
            id="a source, then a tram",
        ),
        pytest.param(
            "i really do not trust the pentagon one bit. what did sputnik say about the soldiers?",
            "what did sputnik say about the soldiers?",
            id="distrust of another",
        ),
    ],
)
def test_what_is_told_around_a_question_changes_nothing(shipped: Responder, message: str, question: str) -> None:
    """The message is answered as its question is."""
    assert told(shipped.answer(message)) == told(shipped.answer(question))


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("what did the king of norway say about it, how many people died there", id="somebody unquoted"),
        pytest.param("abu obeida got a wife and kids and a dog at home or what", id="no clause that asks"),
    ],
)
def test_what_limits_a_question_is_not_dropped(shipped: Responder, message: str) -> None:
    """A clause is not answered where the rest asks for something else, or of somebody else."""
    assert shipped.answer(message).outcome in ("not_stated", "no_match")


@pytest.mark.parametrize(
    "message",
    [
        "the whole bus says it was dinosaurs and lasers, did reuters say 13 people died, all of them from mars",
        "my barber thinks he dreamt it all, did sputnik say soldiers were injured, in a bouncy castle of cheese",
    ],
)
def test_a_part_of_a_message_gets_no_yes(shipped: Responder, message: str) -> None:
    """What stands around a part may take it back."""
    assert shipped.answer(message).verdict != "yes"


def test_a_bid_is_no_question(shipped: Responder) -> None:
    """What the asker forbids asks for nothing."""
    assert told(shipped.answer("who was the target? do not give me the usual")) == told(
        shipped.answer("who was the target?")
    )
