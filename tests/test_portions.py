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
        pytest.param("what did the fishermen tell the reporter?", {"three-boats", "forty-saved"}, id="who told"),
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
