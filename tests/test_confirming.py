"""What is told beside a verdict, and questions that are none for yes or no."""

from __future__ import annotations

import pytest

from knowledge import Responder


@pytest.mark.parametrize(
    "question", ["list all claims attributed to the Observatory", "give me the claims of the Observatory"]
)
def test_to_list_is_no_question_for_yes_or_no(shipped: Responder, question: str) -> None:
    """All it says is told, without a verdict."""
    answer = shipped.answer(question)
    assert answer.verdict is None
    assert {"landing-near-camps", "largest-since-2019"} <= {statement.claim.id for statement in answer.statements}


def test_another_number_is_denied_with_what_the_source_says(shipped: Responder) -> None:
    """Not with what another source counts to that number."""
    answer = shipped.answer("Sputnik said the fighting lasted six hours, right?")
    assert answer.verdict == "no"
    assert {statement.claim.id for statement in answer.statements} == {"fighting-for-hours"}


@pytest.mark.parametrize("number", ["14", "1,300", "2500", "2000", "13000", "13k"])
def test_number_that_nobody_gives_is_said_to_be_nobodys(shipped: Responder, number: str) -> None:
    """However large it is, and however it is written."""
    answer = shipped.answer(f"who says {number} people were killed?")
    assert (answer.lead or "").startswith("Nobody says that in this report")
    assert {statement.claim.id for statement in answer.statements} == {"reuters-thirteen-killed"}


@pytest.mark.parametrize("question", ["2019", "the 2019 operations", "what happened in 2019"])
def test_year_is_no_number_of_people(shipped: Responder, question: str) -> None:
    """What happened in the year is told, also where a noun follows it."""
    assert {statement.claim.id for statement in shipped.answer(question).told} == {"baghdadi-killed-2019"}


@pytest.mark.parametrize("question", ["and Kirby confirmed it?", "Kirby said that, right?", "does the Pentagon agree?"])
def test_whether_another_says_so_too(shipped: Responder, question: str) -> None:
    """A statement about what was told is a question, too."""
    before = shipped.answer("did Sputnik say that soldiers were injured?")
    assert shipped.answer(question, before.context).verdict == "no"


@pytest.mark.parametrize("question", ["what did Abu Obeida say?", "did Al-Britani say anything?"])
def test_who_is_only_spoken_about_says_nothing(shipped: Responder, question: str) -> None:
    """Whom the report does not quote is said not to be quoted."""
    assert shipped.answer(question).outcome == "not_stated"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("so it's Sputnik who says soldiers were injured, not Reuters?", "yes"),
        ("it was the Observatory that said 13 people died, not Reuters, right?", "no"),
        ("so it's Reuters who says 13 people died, not the Civil Defense?", None),
        ("are the six children from Reuters?", "yes"),
        ("are the six children from Sputnik?", "no"),
        ("two houses were destroyed, did the locals say that?", "yes"),
        ("two houses were destroyed, did the Russians say that?", "no"),
        ("did the locals tell the press that two houses were destroyed?", "yes"),
    ],
)
def test_who_says_it_and_who_does_not(shipped: Responder, question: str, verdict: str | None) -> None:
    """Who is set against the speaker is no part of the statement, and takes the yes away where they say it too."""
    assert shipped.answer(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("did it happen on a Saturday?", "no"),
        ("was the landing in the evening?", "no"),
        ("was it not on a Saturday?", None),
        ("did the helicopters leave on a Saturday?", None),
        ("was it a Thursday?", None),
        ("does the article say it was a Saturday?", "no"),
        ("does the article say it was a Thursday?", "yes"),
        ("the piece says seven helicopters came, right?", "no"),
        ("does the piece say six children were killed?", "yes"),
        ("the text says US soldiers were injured, correct?", "yes"),
    ],
)
def test_what_the_statements_shut_out_is_no(shipped: Responder, question: str, verdict: str | None) -> None:
    """Another place or time is a no without a source too; "the text says" also gets a yes where it affirms it."""
    assert shipped.answer(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("did Reuters and not Sputnik report dead children?", "yes"),
        ("was it Reuters and not Sputnik that reported injured soldiers?", "no"),
        ("is Reuters quoting the Civil Defense and not the ministry?", "yes"),
        ("does Kirby say soldiers were hurt but nobody died?", None),
        ("does the text attribute the six children to Sputnik?", "no"),
        ("does the text attribute the six children to Reuters?", "yes"),
        ("did the militants themselves say that no leader was killed?", "yes"),
        ("worth checking: Reuters says six children were killed", "yes"),
        ("safe to say: Reuters reported that six children were killed?", "yes"),
        ("safe to say: Reuters reported that nine children were killed?", "no"),
    ],
)
def test_what_stands_beside_a_statement(shipped: Responder, question: str, verdict: str | None) -> None:
    """What it is set against, whose text it is in, and a label before it leave the verdict as it is."""
    assert shipped.answer(question).verdict == verdict


def test_a_denial_is_told_to_who_asks_whether_it_was_admitted(shipped: Responder) -> None:
    """And not what others say of other casualties."""
    answer = shipped.answer("Kirby conceded casualties, right?")
    assert (answer.verdict, [s.claim.id for s in answer.statements]) == ("no", ["pentagon-no-casualties"])


def test_the_contrary_of_what_was_asked_is_denied(shipped: Responder) -> None:
    """To "did it say so?" whoever says the contrary gets a no."""
    before = shipped.answer("were American troops hurt?")
    assert shipped.answer("did Kirby say so?", before.context).verdict == "no"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Sputnik never said that the fighting went on for hours, did it?", "yes"),
        ("Reuters never said that nine children were killed, did they?", "no"),
        ("Sputnik never said that soldiers were injured.", None),
        ("Reuters never said that soldiers were injured, right?", None),
        ("nobody at Reuters said anything about children", None),
        ("did Reuters say six children were killed or am I dreaming?", "yes"),
        ("did Reuters say six children were killed, or did they keep it quiet?", "yes"),
        ("did Reuters or did Sputnik say six children were killed?", None),
        ("Observatory = source for the six dead children, correct?", "no"),
    ],
)
def test_doubt_around_a_statement(shipped: Responder, question: str, verdict: str | None) -> None:
    """With "did it?" it is asked whether it did; to "never" alone a yes would be as unclear as a no."""
    assert shipped.answer(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("is the claim about the target the Observatory's?", None),
        ("is the claim about the target from the Observatory?", None),
        ("is the claim about the camps from the Observatory?", "yes"),
        ("is the claim about the six children from the Observatory?", "no"),
    ],
)
def test_the_claim_on_a_subject_is_not_any_claim_on_it(shipped: Responder, question: str, verdict: str | None) -> None:
    """A source that also speaks of it is not granted the statement of another."""
    assert shipped.answer(question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        "did local sources say that the mission met its goal?",
        "does the text itself say that Al-Britani is the deputy leader of the Guardians of Religion?",
        "does the text itself say that ISIS is a criminal organisation?",
        "did local sources say that the operation worked?",
    ],
)
def test_near_what_is_said_is_no_yes(shipped: Responder, question: str) -> None:
    """The contrary, a lesser rank and another name for somebody are not what the source says."""
    assert shipped.answer(question).verdict != "yes"


@pytest.mark.parametrize(
    "question", ["is Kirby's denial in the article?", "is there a statement of Kirby's in the text?"]
)
def test_whether_it_is_in_the_text_is_not_denied(shipped: Responder, question: str) -> None:
    """What the article holds is told, without a no."""
    answer = shipped.answer(question)
    assert answer.verdict is None
    assert "pentagon-no-casualties" in {statement.claim.id for statement in answer.statements}


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Kirby didn't say that children died, correct?", None),
        ("so Reuters did not say any soldier was hurt, right?", None),
        ("the civil defense told Reuters that 13 people died, yes?", "yes"),
        ("did Reuters tell the civil defense about 13 dead?", None),
        ("did the correspondent tell local sources that helicopters landed?", None),
        ("did the Observatory call it the biggest landing?", None),
        ("did the Observatory call the raid on Baghdadi the largest?", None),
        ("did the Observatory call it the biggest landing since the one against Baghdadi?", "yes"),
        ("did the Observatory say that the helicopters landed in October 2019?", None),
        ("did Sputnik say that militants hold the area?", None),
        ("did Sputnik say that armed men control the area?", "yes"),
        ("did the armed men say that all victims were civilians?", None),
        ("did militants say on social media that all victims were civilians?", "yes"),
        ("did militants say on facebook that all victims were civilians?", None),
        ("was the landing on thursday or on friday?", None),
        ("is the 13 of Reuters the same as the 13 of the locals?", None),
        ("the west hides everything. does Reuters say that people died?", "yes"),
        ("kirby is a snake. does he say none of his soldiers was hurt?", "yes"),
        ("does Reuters say somebody was killed?", "yes"),
    ],
)
def test_what_is_said_is_neither_widened_nor_turned_round(
    shipped: Responder, question: str, verdict: str | None
) -> None:
    """Who told whom, since when it is the largest, on which platform, what was not said: a yes keeps to it."""
    answer = shipped.answer(question)
    assert answer.verdict == verdict, answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("did Sputnik itself claim that soldiers were injured?", "yes"),
        ("did Reuters itself say that 13 people were killed?", None),
        ("did Reuters count the 13 dead itself?", "no"),
        ("did the correspondent himself watch four helicopters land?", None),
    ],
)
def test_itself_is_not_by_hearsay(shipped: Responder, question: str, verdict: str | None) -> None:
    """Who quotes another has not seen it; the report does not say of anybody that they did."""
    assert shipped.answer(question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        "did Reuters call the landing American?",
        "does the headline call the airdrop American?",
        "did the Observatory say American special forces carried out an operation in Idlib?",
    ],
)
def test_what_a_source_says_in_passing_is_not_denied(shipped: Responder, question: str) -> None:
    """Whoever says it of something else, or beside something else, is not said to leave it unsaid."""
    assert shipped.answer(question).verdict != "no"


@pytest.mark.parametrize(
    "question",
    [
        "nowhere does Sputnik say that soldiers were hurt, right?",
        "nowhere does Reuters say that soldiers were hurt, right?",
        "am I wrong that Sputnik said soldiers were hurt?",
        "I doubt that Reuters said the mission failed, am I right?",
        "it isn't Sputnik that says 13 died, is it?",
        "so the claim about the homes isn't from Reuters?",
        "is it a mistake to attribute the 13 dead to Sputnik?",
        "it's not true that Kirby said soldiers were hurt, is it?",
        "neither Kirby nor Sputnik speaks of children, right?",
        "Al-Britani wasn't the target, was he?",
        "the correspondent leaves open who was hurt, right?",
    ],
)
def test_what_is_supposed_unsaid_gets_no_verdict(shipped: Responder, question: str) -> None:
    """Where it is so, a yes and a no would both be taken for their contrary."""
    assert shipped.answer(question).verdict is None


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Reuters says nothing about children, right?", "no"),
        ("Reuters says nothing about wounded soldiers, right?", None),
        ("Sputnik is silent on the length of the fighting, right?", "no"),
        ("Kirby said not a word about children, right?", None),
    ],
)
def test_only_who_speaks_of_it_is_said_not_to_be_silent(shipped: Responder, question: str, verdict: str | None) -> None:
    """A no tells that they are not silent; of those who are nothing is denied."""
    assert shipped.answer(question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        "did the report itself say the target was the leader of ISIS?",
        "did the report itself say that Obeida was in his own house?",
        "did local sources say that the mission was aborted?",
        "did the militants say that all the victims were innocent?",
        "did the report itself say that soldiers were injured before they landed?",
        "did the Observatory say the operation of 2019 was near Atma?",
    ],
)
def test_nothing_stronger_than_is_said_gets_a_yes(shipped: Responder, question: str) -> None:
    """One of several is not the only one, a failure is no stop, a civilian not yet innocent, after is not before."""
    assert shipped.answer(question).verdict != "yes"


@pytest.mark.parametrize(
    "question",
    [
        "but the article did say that some US soldiers got hurt, right?",
        "if I get it right, the article says soldiers were injured, correct?",
    ],
)
def test_what_the_report_says_itself_is_not_denied_for_another(shipped: Responder, question: str) -> None:
    """That somebody denies it does not mean that the report does not say it."""
    assert shipped.answer(question).verdict != "no"


@pytest.mark.parametrize(
    "question",
    ["does Kirby admit anything?", "did Sputnik say special forces were hurt?", "did children die on October 27?"],
)
def test_more_than_is_said_or_another_day_is_no_yes(shipped: Responder, question: str) -> None:
    """To deny is not to admit, the elite are no special forces, and another day is another event."""
    assert shipped.answer(question).verdict != "yes"


def test_who_says_all_of_it_is_told_without_who_says_part(shipped: Responder) -> None:
    """Those who say it of all are named, and not those who say it of some."""
    found = shipped.answer("who says all of the victims were civilians?")
    assert {statement.claim.id for statement in found.statements} == {"all-victims-civilians"}


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        pytest.param("did Sputnik report that the wounded soldiers were elite?", "yes", id="what they are called"),
        pytest.param("did Sputnik say that the soldiers were ordinary?", None, id="what nobody calls them"),
        pytest.param("does the report itself say the house was the target?", None, id="what was aimed at"),
        pytest.param("the Civil Defense counts six children in the dead, right?", "yes", id="in, of people"),
        pytest.param("the militants say not one leader is under the dead, true?", "yes", id="under, of people"),
        pytest.param("does Reuters give exactly 13 dead?", "no", id="exact where it is at least"),
        pytest.param("does Reuters give a minimum of 13 dead?", "yes", id="minimum where it is at least"),
        pytest.param("does the Observatory call it the largest landing of all time?", "no", id="since is not ever"),
        pytest.param("the militants said no leader died, they really wrote so", "yes", id="said twice"),
        pytest.param("did Sputnik say soldiers were hurt or is my brother lying?", "yes", id="who told it is blamed"),
        pytest.param("Sputnik is the one placing the fight near the border?", "yes", id="the one who"),
        pytest.param("did the Observatory mention Baghdadi?", "yes", id="a topic, in another landing"),
        pytest.param("so Kirby's version, that will be nice", None, id="no question"),
        pytest.param("is there any American official who is named?", None, id="any official is no source"),
        pytest.param("in Sputnik's account, who holds the area?", None, id="asks who"),
        pytest.param("Reuters: all it claims, in one go", None, id="asks for all"),
    ],
)
def test_how_else_a_statement_is_put(shipped: Responder, question: str, verdict: str | None) -> None:
    """Neither other words for the same nor what stands around it change the verdict; a bare remark gets none."""
    assert shipped.answer(question).verdict == verdict


def test_two_clauses_against_each_other_are_both_told(shipped: Responder) -> None:
    """Where one says this "but the article says" that, it gets what both say, and no verdict."""
    answer = shipped.answer("the militants say no leader died, but the article speaks of a leader as the target?")
    assert {"no-leader-among-victims", "target-abu-obeida"} <= {statement.claim.id for statement in answer.told}
    assert answer.verdict is None


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("did the Observatory say where they landed?", "landing-near-camps"),
        ("did the correspondent say where they landed?", "landing-near-atma"),
        ("did Sputnik say where the clashes were?", "fighting-near-border"),
        ("did the Observatory say why they landed?", "searching-for-wanted"),
    ],
)
def test_a_source_that_tells_where_or_why_is_said_to(shipped: Responder, question: str, claim: str) -> None:
    """An indirect question gets a yes, and what the source tells."""
    answer = shipped.answer(question)
    assert (answer.verdict, claim in {statement.claim.id for statement in answer.statements}) == ("yes", True)


def test_a_source_that_does_not_tell_where_is_not_said_to(shipped: Responder) -> None:
    """Reuters speaks of the landing, and of no place."""
    assert shipped.answer("did Reuters say where they landed?").verdict != "yes"


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("does Reuters name the victims?", "names-of-the-victims"),
        ("did the Observatory give the names of the wanted persons?", "identity-of-wanted-persons"),
        ("did the militants name Abu Obeida?", None),
    ],
)
def test_whether_a_source_names_those_whom_nobody_names(shipped: Responder, question: str, entry: str | None) -> None:
    """That the report does not name them is the answer; of whom it does name, whether that source did."""
    answer = shipped.answer(question)
    assert (answer.entry, answer.outcome) == (entry, "not_stated" if entry else "answer")


@pytest.mark.parametrize(
    "question",
    [
        "does the news agency Reuters say that at least 13 people were killed?",
        "Reuters took its count from the Civil Defense?",
        "did Al Mayadeen report that Kirby said no American casualties were reported?",
        "did Sputnik rather than Reuters say elite US soldiers were injured?",
        "my colleague at work swears the Observatory said they landed near camps. did it",
        "no way, did Reuters say six children were killed?",
        "did Sputnik say elite soldiers were hurt or did some fool make it up?",
    ],
)
def test_what_a_source_says_is_granted_whatever_stands_around_it(shipped: Responder, question: str) -> None:
    """What kind of body it is, whom it has it from, who is set against it, who else swears so, and doubt."""
    assert shipped.answer(question).verdict == "yes"


def test_what_the_report_says_is_no_question_on_the_report(shipped: Responder) -> None:
    """Not how long it is, though that shares a word more; and another source's landing is no airdrop."""
    assert shipped.answer("does the report say it was an airdrop?").verdict == "yes"
    assert shipped.answer("did Reuters say it was an airdrop?").verdict != "yes"


def test_a_question_within_a_statement_is_open(shipped: Responder) -> None:
    """What kind of people they are is asked, not whether."""
    assert shipped.answer("the correspondent says what kind of people are the victims?").verdict is None


@pytest.mark.parametrize(
    "bound",
    ["at least 10", "over 10", "more than ten", "ten or more", "no fewer than 10", "upwards of ten", "over a dozen"],
)
def test_a_lower_bound_is_not_denied(shipped: Responder, bound: str) -> None:
    """Who says at least 13 does not say otherwise."""
    assert shipped.answer(f"did Reuters say {bound} people were killed?").verdict is None
    assert shipped.answer("did Reuters say at least 14 people were killed?").verdict == "no"


def test_who_is_credited_with_something_does_not_speak(shipped: Responder) -> None:
    """The Americans are no source where the Observatory is asked about."""
    answer = shipped.answer("did the Observatory credit Americans with the death of Baghdadi?")
    assert "pentagon-no-casualties" not in {statement.claim.id for statement in answer.told}


@pytest.mark.parametrize(
    "question",
    [
        "did the correspondent say 13 civilians were killed",
        "did the correspondent say 13 people were killed",
        "did the local sources report that people were wounded in the houses",
        "did the headline say civilians died",
        "did Sputnik say the fighting was in northern Syria",
    ],
)
def test_what_a_source_says_in_a_wider_word_is_neither_granted_nor_denied(shipped: Responder, question: str) -> None:
    """Casualties may be dead or hurt; who says northwest says north, and more."""
    answer = shipped.answer(question)
    assert answer.verdict is None
    assert {statement.claim.chain[0] for statement in answer.statements} <= {"correspondent", "headline", "sputnik"}
    assert answer.statements


def test_what_includes_the_dead_is_not_the_hurt(shipped: Responder) -> None:
    """Who says injured does not say killed, whatever else their statement may be asked by."""
    assert shipped.answer("did Sputnik say US soldiers were killed").verdict == "no"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("does Reuters call it a massacre", "no"),
        ("did the militants describe the dead as innocent", "no"),
        ("did the militants call the dead civilians", "yes"),
        ("did the Observatory call it a large landing", None),
        ("does Reuters call them dead or murdered", None),
    ],
)
def test_who_calls_it_so_uses_that_word(shipped: Responder, question: str, verdict: str | None) -> None:
    """Another word for what is told is not what a source calls it."""
    assert shipped.answer(question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        "Kirby says no Americans were hurt, and the article?",
        "the correspondent says the mission failed, and the report itself?",
        "Sputnik says they fought for hours, and the report too?",
    ],
)
def test_another_who_is_asked_about_gets_no_yes_of_the_first(shipped: Responder, question: str) -> None:
    """What one source is said to say is asked of another."""
    assert shipped.answer(question).verdict is None


@pytest.mark.parametrize("number", ["13 US", "four American", "two"])
def test_so_many_of_whom_none_is_said_to_be_dead_are_denied(shipped: Responder, number: str) -> None:
    """Whoever denies that any died denies that so many did; of the hurt nobody counts any, and nobody is denied."""
    assert shipped.answer(f"does the report say {number} soldiers were killed?").verdict == "no"
    assert shipped.answer(f"does the report say {number} soldiers were hurt?").verdict is None
