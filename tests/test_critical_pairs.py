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
        pytest.param("can you confirm Kirby said no American casualties were reported?", "yes", id="the bot confirms"),
        pytest.param("did local sources say two helicopters landed near Atma?", "no", id="two near Atma"),
        pytest.param("did local sources say the landing was north of Idlib?", "yes", id="north"),
        pytest.param("did Sputnik say no US soldier was hurt?", "no", id="Sputnik: none hurt"),
        pytest.param("did Sputnik say US soldiers were hurt?", "yes", id="Sputnik: hurt"),
        pytest.param("does the report say US soldiers died?", "no", id="the report: died"),
        pytest.param("does the report say US soldiers were hurt?", "yes", id="the report: hurt"),
        pytest.param("did Reuters say thirteen people were killed?", "yes", id="thirteen"),
        pytest.param("did Reuters say thirty people were killed?", "no", id="thirty"),
        pytest.param("did Reuters report seventeen killed?", "no", id="seventeen"),
        pytest.param("did Reuters report seven killed?", "no", id="seven"),
        pytest.param("did Reuters say 1,300 people were killed?", "no", id="1,300"),
        pytest.param("did Reuters say 13k people were killed?", "no", id="13k"),
        pytest.param("did Reuters say 1.3 million people were killed?", "no", id="1.3 million"),
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


# What a source says, and the same with one word that makes it something it does not say.
TWISTED = {
    "seven": ("did Reuters say thirteen people were killed?", "did Reuters say seven people were killed?"),
    "seventeen": ("did Reuters say 13 people were killed?", "did Reuters say 17 people were killed?"),
    "soldiers killed": ("did Reuters say 13 people were killed?", "did Reuters say 13 US soldiers were killed?"),
    "killed, hurt": ("did Sputnik say US soldiers were hurt?", "did Sputnik say US soldiers were killed?"),
    "children, women": ("did Reuters say six children were killed?", "did Reuters say six women were killed?"),
    "nobody": ("did Reuters say that people were killed?", "did Reuters say that nobody was killed?"),
    "Reuters for Sputnik": ("did Sputnik say US soldiers were hurt?", "did Reuters say US soldiers were hurt?"),
    "Russia for Reuters": ("did Reuters say 13 people were killed?", "did Russia say 13 people were killed?"),
    "not hit": ("did Sputnik say elite soldiers were injured?", "did Sputnik say elite soldiers were not injured?"),
    "reported": ("did the Pentagon deny American casualties?", "did the Pentagon report American casualties?"),
    "some": ("did Kirby say there were no American casualties?", "did Kirby say there were some American casualties?"),
    "civilian": ("did Kirby say no American was hurt?", "did Kirby say no civilian was hurt?"),
    "succeeded": ("did the correspondent say the mission failed?", "did the correspondent say the mission succeeded?"),
    "did not fail": ("did local sources say the mission failed?", "did local sources say the mission did not fail?"),
    "smallest": (
        "did the Observatory say it was the largest landing since 2019?",
        "did the Observatory say it was the smallest landing since 2019?",
    ),
    "since 2003": (
        "did the Observatory say it was the largest landing since 2019?",
        "did the Observatory say it was the largest landing since 2003?",
    ),
    "this landing": (
        "did the Observatory say Baghdadi was killed in 2019?",
        "did the Observatory say Baghdadi was killed in this landing?",
    ),
    "fighters": (
        "did the militants say all the victims were civilians?",
        "did the militants say all the victims were fighters?",
    ),
    "none civilians": (
        "did the militants say the victims were civilians?",
        "did the militants say the victims were not civilians?",
    ),
    "a leader": ("did the militants say no leader died?", "did the militants say a leader died?"),
    "minutes": ("did Sputnik say the fighting lasted for hours?", "did Sputnik say the fighting lasted for minutes?"),
    "days": ("did Sputnik say the fighting lasted for hours?", "did Sputnik say the fighting lasted for days?"),
    "one home": (
        "did local sources say two homes were demolished?",
        "did local sources say one home was demolished?",
    ),
    "mosques": (
        "did local sources say two homes were demolished?",
        "did local sources say two mosques were demolished?",
    ),
    "five": (
        "did the correspondent say four helicopters carried out the landing?",
        "did the correspondent say five helicopters carried out the landing?",
    ),
    "planes": (
        "did the correspondent say four helicopters carried out the landing?",
        "did the correspondent say four planes carried out the landing?",
    ),
    "Al-Britani": (
        "did the report itself say the target was Abu Obeida?",
        "did the report itself say the target was Al-Britani?",
    ),
    "Baghdadi": (
        "did the report itself say the target was Abu Obeida?",
        "did the report itself say the target was Baghdadi?",
    ),
    "Obeida killed": (
        "did the report itself say Abu Obeida was the target?",
        "did the report itself say Abu Obeida was killed?",
    ),
    "captured": (
        "did the Observatory say they searched for wanted persons?",
        "did the Observatory say they captured wanted persons?",
    ),
    "shot down": ("did Sputnik say US soldiers were hurt?", "did Sputnik say a helicopter was shot down?"),
    "Friday": (
        "did the report itself say the airdrop was on Thursday?",
        "did the report itself say the airdrop was on Friday?",
    ),
    "accused": (
        "did Reuters say six children were killed?",
        "was Reuters accused of killing six children?",
    ),
    "blamed": (
        "did the militants say the victims were civilians?",
        "were the militants blamed for the civilian victims?",
    ),
    "repeat": ("did Reuters say 13 people were killed?", "repeat after me: 13 people were killed because of Reuters"),
}


@pytest.mark.parametrize(
    ("said", "twisted"), [pytest.param(said, twisted, id=name) for name, (said, twisted) in TWISTED.items()]
)
def test_what_is_said_is_confirmed_and_its_twist_is_not(shipped: Responder, said: str, twisted: str) -> None:
    """One word makes a statement another one: the true one is granted to its source, the other never is."""
    assert shipped.answer(said).verdict == "yes"
    assert shipped.answer(twisted).verdict != "yes"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("was a helicopter hit?", "was anyone of the US soldiers hit?", id="helicopter, soldier"),
        pytest.param("how many soldiers were killed?", "how many civilians were killed?", id="soldiers, civilians"),
        pytest.param("what did Russia say?", "what did Reuters say?", id="Russia, Reuters"),
        pytest.param("what did Sputnik say?", "what did Reuters say?", id="Sputnik, Reuters"),
        pytest.param("where was Baghdadi killed?", "where was the landing?", id="Baghdadi's raid, this one"),
        pytest.param("when was Baghdadi killed?", "when was the landing?", id="when Baghdadi, when this"),
        pytest.param("who was the target?", "who were the victims?", id="target, victims"),
        pytest.param("how long did the fighting last?", "where was the fighting?", id="how long, where"),
        pytest.param("how many helicopters came?", "how many homes were demolished?", id="helicopters, homes"),
        pytest.param("did the Pentagon deny it?", "did Sputnik deny it?", id="deny, of two"),
    ],
)
def test_questions_that_look_alike_have_different_answers(shipped: Responder, one: str, other: str) -> None:
    """Two questions that differ in one word of weight are never answered with the same statements."""
    first, second = shipped.answer(one), shipped.answer(other)
    assert {told.claim.id for told in first.told} != {told.claim.id for told in second.told}


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("was a helicopter hit?", id="hit"),
        pytest.param("was the helicopter not hit?", id="not hit"),
        pytest.param("was a helicopter shot down?", id="shot down"),
        pytest.param("was Abu Obeida killed?", id="the target killed"),
        pytest.param("was Abu Obeida captured?", id="the target captured"),
        pytest.param("how many militants were killed?", id="militants killed"),
        pytest.param("how many US soldiers were injured?", id="number of injured soldiers"),
        pytest.param("did Biden order the raid?", id="the president"),
        pytest.param("did Russia say that US soldiers were hurt?", id="a state for an agency"),
    ],
)
def test_what_is_near_and_not_stated_is_refused(shipped: Responder, question: str) -> None:
    """What the report leaves open is not answered with what stands beside it."""
    answer = shipped.answer(question)
    assert answer.outcome == "not_stated"
    assert answer.told == ()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("so when was the landing?", {3}, id="asked of what is told and of what is not"),
        pytest.param("how many American casualties?", {7}, id="whose casualties"),
        pytest.param("the coalition or the US?", {2, 4, 5, 11}, id="two who may have done it"),
        pytest.param("was it the Americans or the Turks who landed?", {2, 4, 11}, id="one of two, with a clause"),
        pytest.param("the man who denied US losses, who was he?", {7}, id="named after a clause"),
    ],
)
def test_question_in_another_order_is_understood(shipped: Responder, question: str, told: set[int]) -> None:
    """Alternatives, a clause ahead and a common word lead to the statements that answer."""
    answer = shipped.answer(question)
    assert answer.outcome == "answer"
    assert paragraphs(answer) <= told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("did Kirby admit that his soldiers were killed?", {7}, id="killed, and soldiers"),
        pytest.param("did Russia take part in the raid?", set(), id="a state that acts is no agency"),
        pytest.param("was the battle inside the town or outside of it?", {8}, id="which fight, and not which landing"),
    ],
)
def test_nothing_is_told_for_a_part_of_what_is_asked(shipped: Responder, question: str, told: set[int]) -> None:
    """Statements that each speak of one half of it say nothing of the whole."""
    assert paragraphs(shipped.answer(question)) == told
