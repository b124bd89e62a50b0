"""Questions that compare accounts, and those that hold several questions, about the shipped report."""

from __future__ import annotations

import pytest

from knowledge.answering import Responder
from knowledge.answers import Answer


def claims(answer: Answer) -> set[str]:
    return {statement.claim.id for statement in answer.told}


WOUNDED = {"sputnik-soldiers-hurt", "pentagon-no-casualties"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("contrast what they say about the hurt soldiers", WOUNDED, id="contrast"),
        pytest.param("injured troops: who against whom?", WOUNDED, id="who against whom"),
        pytest.param(
            "set the militants' post against what is written about the target",
            {"target-abu-obeida", "no-leader-among-victims"},
            id="one source and the report",
        ),
        pytest.param("does everybody agree on Atma?", {"landing-near-atma"}, id="a subject nobody compares"),
    ],
)
def test_accounts_of_a_subject_are_told_together(shipped: Responder, question: str, told: set[str]) -> None:
    """Where accounts of a subject are to be compared, those of all who speak of it are told."""
    assert told <= claims(shipped.answer(question))


def test_what_is_disputed_elsewhere_is_no_answer(shipped: Responder) -> None:
    """Whether all agree on one subject is not answered with what they dispute on another."""
    assert not WOUNDED & claims(shipped.answer("does everybody agree on Atma?"))


def test_a_second_question_may_begin_with_a_preposition(shipped: Responder) -> None:
    """Both questions are answered where the second begins "and with how many"."""
    answer = shipped.answer("when did it happen, and in how many helicopters did they come?")
    assert {"airdrop-thursday", "four-helicopters"} <= claims(answer)
