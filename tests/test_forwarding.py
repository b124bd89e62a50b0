"""Forwarded texts: the claims they come close to, sentence by sentence, and none where they speak of other things."""

from __future__ import annotations

import pytest

from knowledge import Responder
from knowledge.forwarding import ON_THAT, SENTENCES


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param("At least 13 people were killed, six of them children!", {"reuters-thirteen-killed"}, id="one"),
        pytest.param(
            "Breaking news...\n\nFour helicopters came.\nThe Pentagon: no US casualties",
            {"four-helicopters", "pentagon-no-casualties"},
            id="several lines",
        ),
        pytest.param("U.S. forces landed near Atma.", {"landing-near-atma"}, id="initials"),
        pytest.param("The target was Mr. Abu Obeida.", {"target-abu-obeida"}, id="a title"),
        pytest.param(
            "Four helicopters of the U.S. The mission failed.", {"four-helicopters", "mission-failed"}, id="both"
        ),
    ],
)
def test_a_text_is_matched_sentence_by_sentence(shipped: Responder, text: str, claims: set[str]) -> None:
    """Each sentence finds the claims close to it; who disagrees is told too, and the next question may refer back."""
    answer = shipped.about(text)
    assert {statement.claim.id for statement in answer.statements} == claims
    assert (answer.outcome, answer.lead) == ("answer", ON_THAT)
    assert set(answer.context.claims) == claims
    disagreeing = {other for statement in answer.statements for other in statement.claim.disagrees_with}
    assert bool(answer.contrast) == bool(disagreeing)


@pytest.mark.parametrize(
    "text", ["", "?!", "Who is it? And then?", "Lovely weather in Paris, we had ice cream.", "Win a phone! Click here."]
)
def test_a_text_about_other_things_is_not_matched(shipped: Responder, text: str) -> None:
    """What is not about the report gets none of its statements."""
    answer = shipped.about(text)
    assert (answer.outcome, answer.told, answer.lead) == ("no_match", (), None)


def test_only_the_first_sentences_of_a_long_text_are_read(shipped: Responder) -> None:
    """A text without end holds up nobody: what comes after its first sentences is not read."""
    sentence = "Four helicopters of the coalition came. "
    assert shipped.about("Hello there. " * (SENTENCES - 1) + sentence).outcome == "answer"
    assert shipped.about("Hello there. " * SENTENCES + sentence).outcome == "no_match"
