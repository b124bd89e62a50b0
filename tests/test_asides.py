"""What leads to a question, stands beside it or says how something is said changes no answer."""

from __future__ import annotations

import pytest

from knowledge import Answer, Responder

QUESTIONS = ("how many people were killed?", "who was the target?", "did Sputnik say soldiers were injured?")
LEADS = (
    "i can't find",
    "my neighbor asks me",
    "next question:",
    "would you mind telling me",
    "once more:",
    "don't lie to me,",
    "geez",
    "for class:",
)
MANNERS = ("clearly", "ever", "ever openly", "possibly", "really")


def told(answer: Answer) -> tuple[object, ...]:
    """What a reader gets: the outcome, the verdict, and which claims."""
    return answer.outcome, answer.verdict, tuple(statement.claim.id for statement in answer.told)


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_what_leads_to_a_question_changes_nothing(shipped: Responder, lead: str, question: str) -> None:
    """The same is told, with the same verdict."""
    assert told(shipped.answer(f"{lead} {question}")) == told(shipped.answer(question))


@pytest.mark.parametrize("manner", MANNERS)
def test_how_something_is_said_changes_no_verdict(shipped: Responder, manner: str) -> None:
    """A word beside the verb of speech takes no yes away."""
    assert shipped.answer(f"did Sputnik {manner} say that soldiers were injured?").verdict == "yes"


@pytest.mark.parametrize("manner", ["nearly", "fatally", "never", "secretly"])
def test_how_something_happened_is_part_of_the_statement(shipped: Responder, manner: str) -> None:
    """A word beside any other verb is granted only if the source has it."""
    assert shipped.answer(f"did Sputnik say that soldiers were {manner} injured?").verdict != "yes"


def test_what_follows_the_verb_of_speech_is_part_of_the_statement(shipped: Responder) -> None:
    """A hedge behind the verb is granted only if the source has it."""
    assert shipped.answer("Sputnik said maybe soldiers were injured, right?").verdict != "yes"


@pytest.mark.parametrize(
    "question",
    ["what eventually happened to the two homes?", "what suddenly happened to the two homes?"],
)
def test_an_adverb_asks_for_no_thing(shipped: Responder, question: str) -> None:
    """An adverb after "what" changes nothing of what is asked."""
    assert told(shipped.answer(question)) == told(shipped.answer("what happened to the two homes?"))


def test_a_statement_before_a_question_is_no_aside(shipped: Responder) -> None:
    """Who says something before asking is heard: the statement is not left out."""
    assert shipped.answer("i say Sputnik was wrong, who says soldiers were injured?").told


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        ("how many people did the Americans kill?", "how many people were killed?"),
        ("did the US troops kill anyone in the raid?", "did they kill anyone in the raid?"),
        ("whom did the American soldiers kill?", "whom did they kill?"),
    ],
)
def test_who_is_to_have_killed_is_not_who_was_killed(shipped: Responder, asked: str, same: str) -> None:
    """A nation before the verb is not the one whose dead are asked about."""
    assert told(shipped.answer(asked)) == told(shipped.answer(same))


def test_the_dead_of_a_nation_are_its_own(shipped: Responder) -> None:
    """Who stands where the dead are named is asked about."""
    answer = shipped.answer("how many Americans did they kill?")
    assert answer.told[0].claim.id == "pentagon-no-casualties"


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("sum up the casualties for me", 4),
        ("the demolished homes in a nutshell", 5),
        ("a digest of the gunfight please", 8),
        ("all about the dead kids", 6),
    ],
)
def test_a_summary_of_one_subject_is_on_that(shipped: Responder, question: str, paragraph: int) -> None:
    """Who wants one subject summed up is told of it, and not of everything."""
    told = shipped.answer(question).told
    assert paragraph in {statement.claim.paragraph for statement in told}
    assert len(told) < 6


@pytest.mark.parametrize(
    "question",
    [
        "sum up the raid",
        "summary for my kids",
        "the article in short, please",
        "tldr, my bus is coming",
        "a three line brief for my aunt, she is deaf",
        "too tired for all that, sum it up in two lines",
    ],
)
def test_a_summary_of_all_is_on_all(shipped: Responder, question: str) -> None:
    """Who wants the text or all that happened summed up is told of everything."""
    assert shipped.answer(question).entry == "in-short"


@pytest.mark.parametrize(
    "question", ["who is lying, sputnik or kirby", "the pentagon or sputnik, whose word is the truth"]
)
def test_who_lies_is_told_of_both(shipped: Responder, question: str) -> None:
    """Who lies is not judged: both sides of a disagreement are told."""
    speakers = {source.id for statement in shipped.answer(question).told for source in statement.sources}
    assert {"sputnik", "pentagon"} <= speakers


@pytest.mark.parametrize(
    ("plain", "scoped"),
    [
        ("where did they clash?", "where did they clash in Idlib, Syria?"),
        ("what does Sputnik say about soldiers?", "what does Sputnik say about soldiers in Syria?"),
        ("did the US have losses?", "2) did the US have losses?"),
    ],
)
def test_the_place_of_it_all_and_a_list_s_number_change_nothing(shipped: Responder, plain: str, scoped: str) -> None:
    """A last "in" with where all of it happened asks for nothing more; nor does the number of a question."""
    told = [statement.claim.id for statement in shipped.answer(plain).told]
    assert told == [statement.claim.id for statement in shipped.answer(scoped).told]


@pytest.mark.parametrize(
    "accusation", ["you are paid by the pentagon. ", "you protect the americans! ", "you sound like sputnik, "]
)
def test_what_is_said_of_the_one_asked_is_an_aside(shipped: Responder, accusation: str) -> None:
    """Whom the bot is said to serve speaks in no answer."""
    question = "were the victims civilians?"
    assert told(shipped.answer(accusation + question)) == told(shipped.answer(question))


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("I won't read that wall of lies. sum it up", "in-short"),
        ("list your damn sources, all of them, if you even have any", "which-sources"),
    ],
)
def test_anger_beside_a_question_is_no_part_of_it(shipped: Responder, question: str, entry: str) -> None:
    """Not as what is to be summed up, nor instead of what is asked for."""
    assert shipped.answer(question).entry == entry


@pytest.mark.parametrize("blame", ["or are you twisting that as well?", "and you clowns still print it"])
def test_blame_after_a_statement_leaves_its_verdict(shipped: Responder, blame: str) -> None:
    """Whoever is blamed, it is asked whether the source says so."""
    assert shipped.answer(f"Sputnik says that soldiers were injured, right? {blame}").verdict == "yes"


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("who is Kirby, some guy from the telly?", "who is Kirby"),
        ("who says six children died, Fox News tv?", "who says six children died"),
        (
            "what do the militants say about the dead? i trust them more than cnn",
            "what do the militants say about the dead?",
        ),
        ("is it true that soldiers were injured, cnn has nothing", "is it true that soldiers were injured"),
        ("i do not care what Sputnik says, what does Kirby say?", "what does Kirby say?"),
        ("how did the heroic raid end?", "how did the raid end?"),
        ("who was killed, no waffle", "who was killed"),
        ("good morning from Rome", "good morning"),
        ("good evening o", "good evening"),
        ("are you a CIA robot?", "are you a robot?"),
        ("wher did htey land", "where did they land"),
        ("my English is poor, say it slowly: how many homes were demolished?", "how many homes were demolished?"),
        ("the town and the province please. I am drawing a chart of it", "the town and the province please"),
    ],
)
def test_what_stands_beside_a_question_changes_nothing(shipped: Responder, message: str, question: str) -> None:
    """A guess, a dislike, praise, a place one writes from, a slip of the finger: the same is told."""
    assert told(shipped.answer(message)) == told(shipped.answer(question))


@pytest.mark.parametrize(
    ("message", "claims"),
    [
        ("2019 operation: who carried that out?", {"baghdadi-killed-2019"}),
        ("one man or several? the accounts of the target differ", {"target-abu-obeida", "searching-for-wanted"}),
        ("how many helicopters and of which model?", {"four-helicopters"}),
        ("what does the Civil Defense say, and through which agency?", {"reuters-thirteen-killed"}),
        ("whose verdict is it that the mission failed?", {"mission-failed"}),
        ("upon whom does Reuters rely?", {"reuters-thirteen-killed"}),
        ("who links Abu Obeida to the house?", {"sheltering-with-al-britani"}),
        ("apart from the militants, does anyone call the casualties civilian?", {"thirteen-civilian-casualties"}),
    ],
)
def test_what_belongs_to_a_question_is_kept(shipped: Responder, message: str, claims: set[str]) -> None:
    """A year, a difference, a kind of what is counted, a source left out: no part is taken for all."""
    assert claims <= {statement.claim.id for statement in shipped.answer(message).told}


@pytest.mark.parametrize("tail", ["my aunt is nagging me", "the desk is pestering me and I'm on a bike"])
@pytest.mark.parametrize("question", ["Kirby's line on US casualties?", "how many people were killed?"])
def test_what_keeps_the_asker_busy_changes_nothing(shipped: Responder, tail: str, question: str) -> None:
    """The same is told, with the same verdict, whoever else is asking or waiting."""
    assert told(shipped.answer(f"{question} {tail}")) == told(shipped.answer(question))


@pytest.mark.parametrize("tail", ["my landlord is calling me", "the boat to london is leaving"])
def test_whatever_follows_who_asks_for_an_account_gets_no_verdict(shipped: Responder, tail: str) -> None:
    """What a source says on something was asked, and no yes or no."""
    answer = shipped.answer(f"Kirby's line on US casualties? {tail}")
    assert answer.verdict is None
    assert answer.told[0].claim.id == "pentagon-no-casualties"
