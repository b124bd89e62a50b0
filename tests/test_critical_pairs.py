"""Pairs of questions that look alike and must not be answered alike, asked of the shipped report."""

from __future__ import annotations

import pytest

from knowledge import Answer, Responder


def paragraphs(answer: Answer) -> set[int]:
    """Where the statements told stand in the report."""
    return {statement.claim.paragraph for statement in answer.told}


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        pytest.param("did the Pentagon say its soldiers were not hit?", "yes", id="not hit"),
        pytest.param("did the Pentagon say its soldiers were hit?", "no", id="hit"),
        pytest.param("did Sputnik say no US soldier was hurt?", "no", id="Sputnik: none hurt"),
        pytest.param("did Sputnik say US soldiers were hurt?", "yes", id="Sputnik: hurt"),
        pytest.param("did Reuters say thirteen people were killed?", "yes", id="thirteen"),
        pytest.param("did Reuters say thirty people were killed?", "no", id="thirty"),
        pytest.param("did Reuters report seventeen killed?", "no", id="seventeen"),
        pytest.param("did Reuters report seven killed?", "no", id="seven"),
        pytest.param("did Reuters say six children were killed?", "yes", id="six children"),
        pytest.param("did Reuters say sixteen children were killed?", "no", id="sixteen children"),
        pytest.param("did the Pentagon deny American casualties?", "yes", id="denied"),
        pytest.param("did the Pentagon report American casualties?", "no", id="reported"),
        pytest.param("did the militants say a leader was killed?", "no", id="a leader"),
        pytest.param("did the militants say no leader was killed?", "yes", id="no leader"),
        pytest.param("did the militants say the victims were civilians?", "yes", id="civilians"),
        pytest.param("did the Observatory say it was the largest landing since 2019?", "yes", id="largest"),
        pytest.param("did Sputnik say it was the largest landing since 2019?", "no", id="largest, wrong mouth"),
        pytest.param("did Reuters say two homes were demolished?", "no", id="homes, wrong mouth"),
        pytest.param("did local sources say two homes were demolished?", "yes", id="homes"),
        pytest.param("did local sources say five homes were demolished?", "no", id="five homes"),
        pytest.param("did the Observatory say four helicopters came?", "no", id="helicopters, wrong mouth"),
        pytest.param("did Al Mayadeen's correspondent say four helicopters came?", "yes", id="helicopters"),
        pytest.param("did local sources say the mission failed?", "yes", id="failed"),
        pytest.param("did local sources say the mission succeeded?", "no", id="succeeded"),
        pytest.param("did the mission succeed according to local sources?", "no", id="succeed, turned round"),
        pytest.param("did local sources say the mission did not succeed?", "yes", id="not succeeded"),
        pytest.param("did Sputnik say the fighting went on for hours?", "yes", id="hours"),
        pytest.param("did the Pentagon say the fighting went on for hours?", "no", id="hours, wrong mouth"),
        pytest.param("did the Observatory say that Abu Obeida was the target?", "no", id="target, wrong mouth"),
    ],
)
def test_yes_or_no(shipped: Responder, question: str, verdict: str) -> None:
    """A changed number, name, victim or negation changes the verdict."""
    assert shipped.answer(question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("did Reuters say 13 children were killed?", id="13 people, not 13 children"),
        pytest.param("did Reuters say 13 people were killed by ISIS?", id="by whom"),
        pytest.param("did Reuters say exactly 13 people were killed?", id="at least, not exactly"),
        pytest.param("did Sputnik say the confrontations were in Aleppo?", id="another place"),
        pytest.param("did the Observatory say it was the second largest landing since 2019?", id="second largest"),
        pytest.param("did Al Mayadeen say 13 helicopters took part?", id="13 victims, not 13 helicopters"),
        pytest.param("is it false that Sputnik said US soldiers were injured?", id="false that"),
        pytest.param("should I trust Sputnik?", id="trust"),
        pytest.param("is the Pentagon lying?", id="lying"),
        pytest.param("is Sputnik reliable?", id="reliable"),
    ],
)
def test_no_yes_for_more_than_is_said(shipped: Responder, question: str) -> None:
    """A question that adds, twists or judges gets no yes, whatever part of it is true."""
    assert shipped.answer(question).verdict != "yes"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("what did Reuters say?", {6}, id="Reuters"),
        pytest.param("what did the Russian agency say about soldiers?", {7}, id="the Russian agency"),
        pytest.param("how many civilians were killed?", {4, 6}, id="civilians killed"),
        pytest.param("who was the target of this raid?", {9}, id="this raid"),
        pytest.param("who was killed in the raid of 2019?", {12}, id="the raid of 2019"),
        pytest.param("how many children were killed?", {6}, id="children"),
        pytest.param("how many helicopters were there?", {4}, id="helicopters"),
        pytest.param("how many homes were demolished?", {5}, id="homes"),
        pytest.param("where was Baghdadi killed?", {12}, id="where Baghdadi"),
        pytest.param("where was Abu Obeida sheltering?", {9}, id="where Abu Obeida"),
    ],
)
def test_what_is_told(shipped: Responder, question: str, told: set[int]) -> None:
    """Each of the pair is answered from its own paragraphs."""
    answer = shipped.answer(question)
    assert answer.outcome == "answer"
    assert paragraphs(answer) & told
    assert paragraphs(answer) <= told | {1, 7, 10}


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("what did Russia say?", id="Russia is not Reuters"),
        pytest.param("how many US soldiers were killed?", id="soldiers killed are not civilians killed"),
        pytest.param("what did the UN say about the children?", id="the UN"),
        pytest.param("what did SOHR report?", id="another observatory"),
        pytest.param("how many helicopters came in 2019?", id="helicopters of the other raid"),
        pytest.param("how many US soldiers were hurt?", id="number of hurt soldiers"),
        pytest.param("what is the real name of Abu Obeida?", id="real name"),
        pytest.param("did a helicopter crash?", id="crash"),
        pytest.param("how old were the children?", id="ages"),
        pytest.param("cheap helicopter tickets", id="tickets"),
    ],
)
def test_what_is_refused(shipped: Responder, question: str) -> None:
    """What the report does not say is refused, however close to something it says."""
    answer = shipped.answer(question)
    assert answer.outcome in ("not_stated", "no_match") or not {4, 5, 6} & paragraphs(answer)
