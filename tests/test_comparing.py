"""Questions that compare accounts, and those that hold several questions, about the shipped report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.answering import Responder
from knowledge.answers import Answer
from knowledge.models import Base


def claims(answer: Answer) -> set[str]:
    """Ids of everything an answer tells."""
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
        pytest.param(
            "the wounded: Sputnik vs the article", {"sputnik-soldiers-hurt", "soldiers-hurt-thursday"}, id="own voice"
        ),
        pytest.param(
            "who says what about the dead?", {"reuters-thirteen-killed", "no-leader-among-victims"}, id="who says what"
        ),
        pytest.param(
            "dead according to whom, casualties according to whom?",
            {"reuters-thirteen-killed", "thirteen-civilian-casualties"},
            id="according to whom, twice",
        ),
        pytest.param(
            "how do the militants' words sit with the claim on Abu Obeida?",
            {"target-abu-obeida", "no-leader-among-victims"},
            id="sits with",
        ),
        pytest.param(
            "compare the fighters' account to the article's of the target",
            {"target-abu-obeida", "no-leader-among-victims"},
            id="one source, set beside the report",
        ),
        pytest.param(
            "was a leader inside? it tells two different things",
            {"target-abu-obeida", "no-leader-among-victims"},
            id="tells two things",
        ),
        pytest.param("the Pentagon vs. the first two paragraphs", WOUNDED, id="vs."),
        pytest.param("does everybody agree on Atma?", {"landing-near-atma"}, id="a subject nobody compares"),
    ],
)
def test_accounts_of_a_subject_are_told_together(shipped: Responder, question: str, told: set[str]) -> None:
    """Where accounts of a subject are to be compared, those of all who speak of it are told."""
    assert told <= claims(shipped.answer(question))


def test_what_is_disputed_elsewhere_is_no_answer(shipped: Responder) -> None:
    """Whether all agree on one subject is not answered with what they dispute on another."""
    assert not WOUNDED & claims(shipped.answer("does everybody agree on Atma?"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            "when did it happen, and in how many helicopters did they come?",
            {"airdrop-thursday", "four-helicopters"},
            id="and with a preposition",
        ),
        pytest.param(
            "duration and place of the battle, by Sputnik's account",
            {"fighting-for-hours", "fighting-near-border"},
            id="two nouns",
        ),
        pytest.param("when and where did they land?", {"airdrop-thursday", "landing-near-atma"}, id="when and where"),
        pytest.param(
            "where and for how long was the battle?",
            {"fighting-for-hours", "fighting-near-border"},
            id="two question words",
        ),
        pytest.param(
            "what do Sputnik and the rescuers say about the victims and about the soldiers?",
            {"reuters-thirteen-killed", "sputnik-soldiers-hurt"},
            id="the same preposition",
        ),
        pytest.param("who fought with whom, and how long?", {"fighting-for-hours"}, id="a question word of its own"),
    ],
)
def test_every_question_in_a_message_is_answered(shipped: Responder, question: str, told: set[str]) -> None:
    """What one message asks of the same thing, or one after the other, is answered all."""
    assert told <= claims(shipped.answer(question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            "did the landing take place by the camps or by the town?",
            {"landing-near-camps", "landing-near-atma"},
            id="both are stated",
        ),
        pytest.param("did they flatten a bakery, a school or a house?", {"two-homes-demolished"}, id="one is stated"),
        pytest.param(
            "did Turkey or the coalition demolish the homes?", {"two-homes-demolished"}, id="one is an outsider"
        ),
    ],
)
def test_of_what_or_joins_all_that_is_stated_is_told(shipped: Responder, question: str, told: set[str]) -> None:
    """Of things joined by "or", what is stated of each is told, and no verdict given."""
    answer = shipped.answer(question)
    assert told <= claims(answer)
    assert answer.verdict is None


@pytest.mark.parametrize("question", ["was he captured or killed?", "did they flatten a bakery or a school?"])
def test_of_what_or_joins_nothing_else_is_told(shipped: Responder, question: str) -> None:
    """Where neither is stated, the answer is that the report does not say."""
    assert shipped.answer(question).outcome == "not_stated"


def test_a_subject_both_are_to_speak_of_is_denied_where_one_does_not(shipped: Responder) -> None:
    """That two sources speak of something gets no yes where only one of them does."""
    assert shipped.answer("do the rescuers mention women, as Al Mayadeen does?").verdict == "no"


def test_where_accounts_differ_is_no_place(shipped: Responder) -> None:
    """Asked where accounts differ, what they differ in is told, and no place."""
    told = claims(shipped.answer("two death tolls, where do they differ?"))
    assert told == {"thirteen-civilian-casualties", "reuters-thirteen-killed"}


def test_what_is_stated_goes_before_what_is_not(shipped: Responder) -> None:
    """A question that is no phrasing of the base is answered by what is stated, if that is as close."""
    assert shipped.answer("were homes destroyed").outcome == "answer"


@pytest.mark.parametrize("question", ["how many troops were wounded and how many killed?"])
def test_a_count_without_a_noun_is_of_those_counted_before(shipped: Responder, question: str) -> None:
    """The number of people killed is never told as that of the soldiers whom the first half asks about."""
    assert not claims(shipped.answer(question)) & {"reuters-thirteen-killed", "thirteen-civilian-casualties"}


def test_who_backs_a_source_is_told_of_the_others(shipped: Responder) -> None:
    """Asked who backs a source, what others say on the same is told, and no verdict; what it says where nobody does."""
    backed = shipped.answer("can any other outlet corroborate Sputnik on the wounded troops?")
    assert {"soldiers-hurt-thursday", "soldiers-hurt-in-confrontations"} <= claims(backed)
    assert "thirteen-civilian-casualties" in claims(shipped.answer("is Reuters' toll corroborated by anybody else?"))
    alone = shipped.answer("who sides with Kirby?")
    assert backed.verdict is alone.verdict is None
    assert "pentagon-no-casualties" in claims(alone)


def test_report_without_a_voice_of_its_own_can_be_asked_about(base: Base) -> None:
    """Where no source is the report itself, "does the report agree with …" is answered without one."""
    silent = tuple(source.model_copy(update={"own_voice": False}) for source in base.sources)
    answer = Responder(replace(base, sources=silent)).answer(f"does the report agree with {base.sources[1].name}?")
    assert answer.told
    assert {statement.sources[0].id for statement in answer.told} == {"police"}
