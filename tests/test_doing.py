"""Who is known to have done it is no part of what is asked: the shipped report."""

from __future__ import annotations

import pytest

from knowledge import Responder


@pytest.mark.parametrize(
    "question",
    [
        "How many persons did the US troopers kill in Idlib?",
        "how many were murdered by america that day",
        "how much people the coalition soldiers killed",
        "how many deaths did the American soldiers cause",
        "Did the commandos kill anybody?",
        "so american troops killed people?",
        "tell me whom the US soldiers have killed",
        "what kind of people died in the american airdrop",
        "was it the Americans who killed them",
        "is it US soldiers that killed the children",
    ],
)
def test_who_killed_is_not_who_died(shipped: Responder, question: str) -> None:
    """A question whom the soldiers killed is answered with the dead, not with their own losses."""
    answer = shipped.answer(question)
    paragraphs = {statement.claim.paragraph for statement in answer.told}
    assert answer.outcome == "answer"
    assert 6 in paragraphs
    assert 7 not in paragraphs


@pytest.mark.parametrize(
    "question",
    [
        "Did the commandos lose anybody?",
        "how many american soldiers were killed",
        "were US troopers killed by the gunmen",
        "did the Americans die",
        "dead americans?",
        "were US troops hurt that day",
        "the Americans suffered losses, right",
    ],
)
def test_who_died_is_not_who_killed(shipped: Responder, question: str) -> None:
    """A question whether soldiers died is answered with their side's losses."""
    assert 7 in {statement.claim.paragraph for statement in shipped.answer(question).told}


def test_what_is_reported_is_what_there_is(shipped: Responder) -> None:
    """A toll that "is reported" is the toll, and no question about the report itself."""
    answer = shipped.answer("what number of victims is reported")
    assert {4, 6} & {statement.claim.paragraph for statement in answer.told}


@pytest.mark.parametrize("question", ["how many American soldiers hurt", "American troops hurt in combat, quantity?"])
def test_the_hurt_are_no_doers(shipped: Responder, question: str) -> None:
    """Soldiers before "hurt", with nobody after it, are those who were hurt."""
    answer = shipped.answer(question)
    assert answer.entry == "number-of-hurt-soldiers"
