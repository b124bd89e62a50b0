"""Follow-ups: questions that lean on the one before, asked of an invented report, and of the shipped one."""

from __future__ import annotations

import pytest

from knowledge import Answer, Context, Responder
from knowledge.speaking import CLOSEST
from knowledge.wording import plain


def talk(responder: Responder, *messages: str) -> Answer:
    """Say one message after the other in one conversation, and return the last answer."""
    answer = responder.answer(messages[0])
    for message in messages[1:]:
        answer = responder.answer(message, answer.context)
    return answer


def told(answer: Answer) -> list[str]:
    """Ids of the statements that answer, in their order."""
    return [statement.claim.id for statement in answer.statements]


DEAD, WAVES, CAPTAIN = "how many passengers died?", "how high were the waves?", "who was the captain?"


@pytest.mark.parametrize(
    "follow_up",
    ["who said that?", "who says so?", "says who?", "source?", "whose claim is that?", "according to whom?"],
)
@pytest.mark.parametrize(
    ("before", "claim"),
    [pytest.param(DEAD, "nine-drowned", id="disputed"), pytest.param(WAVES, "high-waves", id="undisputed")],
)
def test_who_said_that_names_those_of_the_last_answer(
    ferryman: Responder, before: str, claim: str, follow_up: str
) -> None:
    """What was told last is told again with its chain; the other side did not say that."""
    answer = talk(ferryman, before, follow_up)
    assert (told(answer), answer.contrast, answer.outcome) == ([claim], (), "answer")


@pytest.mark.parametrize(
    ("before", "follow_up", "claims", "against"),
    [
        pytest.param(DEAD, "and Bluewave?", ["nobody-died"], ["nine-drowned"], id="the other side"),
        pytest.param(DEAD, "what about Bluewave?", ["nobody-died"], ["nine-drowned"], id="what about"),
        pytest.param(DEAD, "and Nord?", ["nine-drowned"], ["nobody-died"], id="the same side"),
        pytest.param(
            "what did the minister say about the fire?", "and Bluewave?", ["no-fire"], ["fire"], id="after one"
        ),
        pytest.param(WAVES, "and the Coast Guard?", ["high-waves"], [], id="who was told already"),
        pytest.param(DEAD, "did Bluewave say that?", ["nobody-died"], ["nine-drowned"], id="did it say that"),
    ],
)
def test_another_source_is_asked_about_the_same(
    ferryman: Responder, before: str, follow_up: str, claims: list[str], against: list[str]
) -> None:
    """A source alone is a question about what it says on the last subject, and nothing else of it."""
    answer = talk(ferryman, before, follow_up)
    assert told(answer) == claims
    assert [statement.claim.id for statement in answer.contrast] == against


def test_another_source_that_is_silent_is_said_to_be(ferryman: Responder) -> None:
    """Where that source says nothing on the last subject, it is said so, and what it does say follows."""
    answer = talk(ferryman, DEAD, "and the minister?")
    assert told(answer) == []
    assert [source.id for source in answer.silent] == ["minister"]
    assert [statement.claim.id for statement in answer.instead] == ["fire", "inquiry"]
    silent, instead = plain(answer).split("\n")
    assert silent == "Transport Minister Ines Okafor is not quoted on that in this report."
    assert instead.startswith("Quoted instead: Transport Minister Ines Okafor says that a fire")
    whole = talk(ferryman, DEAD, "what does the minister say?")
    assert (told(whole), whole.silent) == (["fire", "inquiry"], ())


def test_another_source_that_says_nothing_at_all_is_no_answer(ferryman: Responder) -> None:
    """Where that source says nothing whatever, nothing is answered: the report does not say."""
    answer = talk(ferryman, DEAD, "and the divers?")
    assert answer.outcome == "not_stated"
    assert [source.id for source in answer.silent] == ["divers"]


@pytest.mark.parametrize(
    ("before", "follow_up", "claims"),
    [
        pytest.param(DEAD, "does anyone deny it?", ["nobody-died"], id="deny"),
        pytest.param(DEAD, "does anyone disagree?", ["nobody-died"], id="disagree"),
        pytest.param(DEAD, "who denies that?", ["nobody-died"], id="who denies"),
        pytest.param(DEAD, "did anybody contradict this?", ["nobody-died"], id="contradict"),
        pytest.param("who said that nobody died?", "does anyone deny it?", ["nine-drowned"], id="the denial denied"),
        pytest.param("why did the ferry sink?", "is that disputed? does anyone deny it?", ["no-fire"], id="one of two"),
    ],
)
def test_who_disagrees_is_told(ferryman: Responder, before: str, follow_up: str, claims: list[str]) -> None:
    """Those who contradict what was told last are told, and they alone."""
    answer = talk(ferryman, before, follow_up)
    assert (told(answer), answer.contrast) == (claims, ())


@pytest.mark.parametrize("follow_up", ["does anyone deny it?", "does anyone disagree?", "don't they disagree?"])
def test_undisputed_statement_stays_undisputed(ferryman: Responder, follow_up: str) -> None:
    """Where nobody contradicts what was told, the report does not say that anyone does; what was told is repeated."""
    answer = talk(ferryman, CAPTAIN, follow_up)
    assert answer.outcome == "not_stated"
    assert plain(answer).startswith("The report does not say that anyone disagrees with this.")
    assert [statement.claim.id for statement in answer.related] == ["captain-dahl"]


@pytest.mark.parametrize(
    ("messages", "claims"),
    [
        pytest.param(
            ["what did Bluewave say about a fire?", "what else did they say?"],
            {"nobody-died", "engine-checked", "new-ship"},
            id="they",
        ),
        pytest.param(["what did the minister say about a fire?", "what else did she say?"], {"inquiry"}, id="she"),
        pytest.param(["what did the minister say about a fire?", "anything else from her?"], {"inquiry"}, id="her"),
        pytest.param(
            [WAVES, "what else did the Coast Guard say?"], {"nine-drowned"}, id="named, with what it is quoted on"
        ),
        pytest.param(
            [WAVES, "what else did the herald say?"],
            {"ferry-sank", "captain-dahl", "three-boats", "forty-saved"},
            id="another one named",
        ),
        pytest.param([WAVES, "what else did they say?"], {"nine-drowned"}, id="those who spoke"),
    ],
)
def test_what_else_tells_the_rest_of_a_source(ferryman: Responder, messages: list[str], claims: set[str]) -> None:
    """Everything else of the source asked about, else of those who spoke, and nothing that was just told."""
    assert set(told(talk(ferryman, *messages))) == claims


def test_nothing_else_is_said_to_be_nothing(ferryman: Responder) -> None:
    """Where a source has said all it says, the report does not say that it said anything else."""
    answer = talk(ferryman, "what did Nord say?", "what else did they say?")
    assert answer.outcome == "not_stated"
    assert plain(answer) == "The report does not say that Agence Nord said anything else."


def test_nothing_else_does_not_end_the_conversation(ferryman: Responder) -> None:
    """After hearing that there is nothing else, "that" is still what was told before."""
    assert told(talk(ferryman, "what did Nord say?", "what else did they say?", "who said that?")) == ["nine-drowned"]


@pytest.mark.parametrize("follow_up", ["anyone else?", pytest.param("does anybody else speak of it?"), "who else?"])
def test_anyone_else_tells_the_others(ferryman: Responder, follow_up: str) -> None:
    """Others on the same subject are told, without what was told last."""
    answer = talk(ferryman, "who said that 9 passengers drowned?", follow_up)
    assert told(answer)
    assert "nine-drowned" not in told(answer)
    assert all("passengers" in statement.claim.about for statement in answer.statements)


def test_nobody_else_is_said_to_be_nobody(responder: Responder, shipped: Responder) -> None:
    """Where no other statement is on the subject, it is said that nobody else speaks of it."""
    earlier = talk(shipped, "what happened in 2019?", "anyone else?")
    assert all("earlier-operation" in statement.claim.about for statement in earlier.statements)
    answer = responder.answer("anyone else?", Context(claims=("two-hurt",)))
    assert told(answer) == ["nobody-hurt"]
    both = responder.answer("anyone else?", Context(claims=("two-hurt", "nobody-hurt")))
    assert plain(both) == "The report does not say that anyone else speaks of this."


@pytest.mark.parametrize(
    ("messages", "claims"),
    [
        pytest.param(["what happened off Gull Bay?", "when?"], ["ferry-sank"], id="when"),
        pytest.param(["when did the ferry sink?", "where exactly?"], ["ferry-sank"], id="where exactly"),
        pytest.param(["when did the ferry sink?", "and why?"], ["fire", "high-waves"], id="and why"),
        pytest.param(["did passengers die?", "how many?"], ["nine-drowned"], id="how many"),
    ],
)
def test_question_word_alone_asks_about_the_last_subject(
    ferryman: Responder, messages: list[str], claims: list[str]
) -> None:
    """A bare question word takes its subject from the question before."""
    assert told(talk(ferryman, *messages)) == claims


@pytest.mark.parametrize(
    "follow_up",
    [
        "really?",
        "are they?",
        "so they say that?",
        pytest.param("is that true?"),
        pytest.param("is it true?"),
    ],
)
def test_doubt_tells_it_again(ferryman: Responder, follow_up: str) -> None:
    """Doubting what was told repeats it, with its sources and, where it is disputed, the other side."""
    answer = talk(ferryman, "what did Nord say?", follow_up)
    assert told(answer) == ["nine-drowned"]
    assert [statement.claim.id for statement in answer.contrast] == ["nobody-died"]


@pytest.mark.parametrize(
    ("messages", "claims"),
    [
        pytest.param(["when did the ferry sink?", "and why did it sink?"], {"fire", "high-waves"}, id="it"),
        pytest.param(["what did the minister say?", "and what did she say about the fire?"], {"fire"}, id="she"),
    ],
)
def test_pronoun_stands_for_the_last_subject(ferryman: Responder, messages: list[str], claims: set[str]) -> None:
    """A question with words of its own that points back is read together with the one before."""
    assert set(told(talk(ferryman, *messages))) == claims


NEW_TOPICS = [
    DEAD,
    WAVES,
    CAPTAIN,
    "when did the ferry sink?",
    "how many fishing boats helped?",
    "what did Bluewave say about a fire?",
    "did the minister say that 9 passengers drowned?",
    "who said that there was no fire on board?",
    "what did a ticket cost?",
    "names of the dead",
    "what did Interpol say?",
    "and Interpol?",
    "hello",
    "which paper published this?",
    "how do I bake bread",
]


@pytest.mark.parametrize("question", NEW_TOPICS)
@pytest.mark.parametrize("before", [DEAD, "what did Bluewave say?", "what did a ticket cost?", "hello", "asdf qwer"])
def test_new_topic_inherits_nothing(ferryman: Responder, before: str, question: str) -> None:
    """A question that stands on its own is answered alike in any conversation."""
    alone, after = ferryman.answer(question), talk(ferryman, before, question)
    assert plain(after) == plain(alone)
    assert after.entry == alone.entry


def test_subject_of_its_own_beats_the_last_one(ferryman: Responder) -> None:
    """Where a pronoun comes with a new subject, what is told is about that subject, if anything is."""
    answer = talk(ferryman, "what did the Coast Guard say about the dead?", "did they say anything about the waves?")
    assert "high-waves" in told(answer)


@pytest.mark.parametrize("between", ["hello", "thanks", "asdf qwer", "", "🙂"])
def test_what_has_no_subject_leaves_the_conversation_where_it_was(ferryman: Responder, between: str) -> None:
    """Small talk, and what is not understood, do not make it forget what was told."""
    assert told(talk(ferryman, DEAD, between, "who said that?")) == ["nine-drowned"]


def test_each_answer_moves_the_conversation_on(ferryman: Responder) -> None:
    """What is meant by "that" is always the last answer, not the first."""
    assert told(talk(ferryman, DEAD, WAVES, CAPTAIN, "who said that?")) == ["captain-dahl"]


def test_closest_statements_can_be_asked_about(ferryman: Responder) -> None:
    """After a refusal, "that" are the closest statements it gave."""
    assert "nine-drowned" in told(talk(ferryman, "what are the names of the dead?", "who said that?"))


@pytest.mark.parametrize("question", ["who said that?", "source?", "really?", "anyone else?", "does anyone deny it?"])
def test_context_of_a_base_that_changed_tells_nothing_false(ferryman: Responder, question: str) -> None:
    """Claims that are no more are not told, and asking about them is no error."""
    gone = Context(subject=("#gone",), claims=("gone",), sources=("gone",))
    answer = ferryman.answer(question, gone)
    assert plain(answer) == plain(ferryman.answer(question))


@pytest.mark.parametrize(
    ("messages", "claims"),
    [
        pytest.param(
            ["who says US soldiers were hurt?", "and the Pentagon?"], {"pentagon-no-casualties"}, id="Pentagon"
        ),
        pytest.param(["what did Kirby say?", "does anyone deny it?"], {"sputnik-soldiers-hurt"}, id="deny"),
        pytest.param(["how many helicopters landed?", "source?"], {"four-helicopters"}, id="source"),
        pytest.param(["how many helicopters landed?", "who said that?"], {"four-helicopters"}, id="who"),
        pytest.param(
            ["what did Sputnik say about the soldiers?", "what else did they say?"],
            {"fighting-for-hours", "fighting-near-border"},
            id="what else",
        ),
        pytest.param(
            ["how many people were killed?", "any other numbers?"], {"thirteen-civilian-casualties"}, id="other numbers"
        ),
        pytest.param(["was there a landing in Idlib?", "where exactly?"], {"landing-near-atma"}, id="where exactly"),
    ],
)
def test_follow_ups_about_the_shipped_report(shipped: Responder, messages: list[str], claims: set[str]) -> None:
    """The follow-ups people use most are understood on the real report."""
    assert claims <= set(told(talk(shipped, *messages)))


def test_conversation_of_many_turns(shipped: Responder) -> None:
    """Each turn of a long conversation is answered in the light of the one before, back and forth."""
    context = Context()
    for message, expected in (
        ("who says US soldiers were hurt?", "sputnik-soldiers-hurt"),
        ("and Kirby?", "pentagon-no-casualties"),
        ("does anyone contradict him?", "sputnik-soldiers-hurt"),
        ("thank you", None),
        ("how many homes were demolished?", "two-homes-demolished"),
        ("who said that?", "two-homes-demolished"),
        ("what else did they say?", "four-helicopters"),
    ):
        answer = shipped.answer(message, context)
        assert (expected in told(answer)) if expected else (answer.outcome == "small_talk"), message
        context = answer.context


@pytest.mark.parametrize(
    ("messages", "claims"),
    [
        pytest.param(["what happened to the homes?", "was anybody harmed there?"], "casualties-in-homes", id="there"),
        pytest.param(["two houses were destroyed?", "whose soldiers did that?"], "two-homes-demolished", id="that"),
        pytest.param(["where was the fighting?", "against whom?"], "fighting-for-hours", id="against whom"),
        pytest.param(["who was the target?", "name?"], "target-abu-obeida", id="a word alone"),
        pytest.param(["what happened on october 27?", "where?"], "baghdadi-killed-2019", id="where, of another event"),
        pytest.param(["how many kids died, by the Civil Defense?", "through which agency?"], "reuters-thirteen-killed"),
        pytest.param(["when was it?", "which country?"], "airdrop-in-northern-idlib", id="on its own after all"),
        pytest.param(
            ["who knocked the two homes down?", "was anyone hurt by that?"], "casualties-in-homes", id="that did it"
        ),
        pytest.param(["where did they fight?", "how long did it last?"], "fighting-for-hours", id="it"),
        pytest.param(
            ["what was the colour of the helicopters?", "how many?"], "four-helicopters", id="after a refusal"
        ),
        pytest.param(["who says there were no American casualties?", "who is he?"], "pentagon-no-casualties", id="he"),
        pytest.param(["was Baghdadi hit in this one?", "why bring him up then?"], "baghdadi-killed-2019", id="him"),
        pytest.param(["what did the gunmen publish?", "sorry, come again?"], "all-victims-civilians", id="once more"),
        pytest.param(["what did Kirby say?", "is this contested?"], "sputnik-soldiers-hurt", id="contested"),
        pytest.param(["who is Kirby?", "and his version?"], "pentagon-no-casualties", id="his version"),
        pytest.param(["did Sputnik mention women?", "who did?"], "thirteen-civilian-casualties", id="who did"),
        pytest.param(["how many helicopters were there?", "four?", "who counted?"], "four-helicopters", id="a number"),
        pytest.param(["where did they land?", "put that shorter"], "landing-near-atma", id="shorter"),
        pytest.param(
            ["who denies that GIs were hurt?", "and his full name?"], "pentagon-no-casualties", id="full name"
        ),
        pytest.param(
            ["did the raid hit a leader?", "how do you know?"], "no-leader-among-victims", id="how do you know"
        ),
        pytest.param(["what did the Observatory say?", "their words on Baghdadi?"], "baghdadi-killed-2019", id="their"),
        pytest.param(["Reuters?", "whom did it cite?"], "reuters-thirteen-killed", id="whom it cites"),
        pytest.param(["who is Kirby?", "what is his job?"], "pentagon-no-casualties", id="his"),
    ],
)
def test_what_points_is_asked_of_what_was_told(shipped: Responder, messages: list[str], claims: str) -> None:
    """A question that points back is answered by what holds the statements told last, or by these themselves."""
    assert claims in told(talk(shipped, *messages))


@pytest.mark.parametrize(
    ("messages", "claims"),
    [
        pytest.param(["what did the Observatory say?", "about Baghdadi?"], {"baghdadi-killed-2019"}, id="about"),
        pytest.param(["what did Reuters report?", "citing whom?"], {"reuters-thirteen-killed"}, id="citing"),
        pytest.param(["Reuters?", "so what did it report"], {"reuters-thirteen-killed"}, id="it"),
        pytest.param(
            ["what did the militants say about leaders?", "where was that posted?"], {"no-leader-among-victims"}
        ),
        pytest.param(
            ["who is lying, Kirby or Sputnik?", "what do both say?"],
            {"pentagon-no-casualties", "sputnik-soldiers-hurt"},
            id="both",
        ),
        pytest.param(
            ["statement of the militants?", "does anybody else speak of civilian victims?"],
            {"headline-civilian-casualties"},
            id="anybody else",
        ),
    ],
)
def test_who_spoke_is_remembered(shipped: Responder, messages: list[str], claims: set[str]) -> None:
    """Who was asked about by name, or spoke last, is asked again."""
    assert claims <= set(told(talk(shipped, *messages)))


def test_a_source_silent_on_the_further_subject_is_said_to_be(shipped: Responder) -> None:
    """A bare "about …" after a question about a source stays with that source."""
    answer = talk(shipped, "what did the Observatory say?", "about casualties?")
    assert [source.id for source in answer.silent] == ["observatory"]


def test_nothing_is_affirmed_of_what_only_came_closest(shipped: Responder) -> None:
    """What is told where the report does not say is no statement that "did they say that" could affirm."""
    answer = talk(shipped, "is Abu Obeida dead?", "do the militants say that?")
    assert answer.verdict is None


def test_about_the_report_itself_follows_about_the_report_itself(shipped: Responder) -> None:
    """After a question about the report, "when?" and "who wrote it?" are about the report too."""
    assert talk(shipped, "who published this?", "when?").entry == "when-published"
    assert talk(shipped, "who published this?", "when?", "who wrote it?").entry == "who-wrote-it"
    assert talk(shipped, "how many helicopters?", "who published it?").entry == "which-outlet"


def test_who_said_it_and_what_the_other_says_instead(shipped: Responder) -> None:
    """Asked whether another source said what was told: no, with whose it is and what that other source does say."""
    answer = talk(shipped, "how many helicopters?", "did Reuters say that too?")
    assert (answer.verdict, told(answer)) == ("no", ["four-helicopters"])
    assert [statement.claim.id for statement in answer.instead] == ["reuters-thirteen-killed"]


@pytest.mark.parametrize(
    ("before", "verdict"),
    [
        pytest.param("were US soldiers hurt?", "yes", id="what it says"),
        pytest.param("what happened to the US soldiers?", "yes", id="an open question"),
        pytest.param("are the US soldiers terrorists?", "no", id="what nobody says"),
        pytest.param("were the elite soldiers hurt by bees?", None, id="more than anybody says"),
        pytest.param("were 7 US soldiers hurt?", None, id="a number nobody gives"),
        pytest.param("were no US soldiers hurt?", "no", id="the contrary"),
    ],
)
def test_that_is_what_was_asked_and_not_what_came_closest(shipped: Responder, before: str, verdict: str | None) -> None:
    """To "did it say that?" a source is granted what was asked before, not what it says instead."""
    answer = talk(shipped, before, "did Sputnik say that?")
    assert "sputnik-soldiers-hurt" in told(answer)
    assert answer.verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        "are the US soldiers terrorists?",
        "do you agree that the US soldiers are terrorists?",
        "are US soldiers rapists?",
    ],
)
def test_no_lead_on_what_nobody_speaks_of(shipped: Responder, question: str) -> None:
    """That accounts disagree is said of what they speak of, and not of a word that came with it."""
    assert shipped.answer(question).lead is None


@pytest.mark.parametrize(
    ("messages", "verdict"),
    [
        (["what did Kirby say?", "so he said two GIs were killed?"], "no"),
        (["what did Reuters report?", "they say six children died, right?"], "yes"),
        (["what did Reuters report?", "so they say 40 died?", "they say six children died, right?"], "yes"),
        (["what did the militants say?", "so they admit a leader was killed?"], "no"),
        (["who was sought in the landing?", "does the Observatory name him?"], "no"),
        (["was the landing aimed at Baghdadi?", "at whom then?", "does the Observatory name him?"], "no"),
    ],
)
def test_what_they_are_said_to_say_gets_a_verdict(shipped: Responder, messages: list[str], verdict: str | None) -> None:
    """A statement put into their mouth is confirmed only if they made it; one of several persons is not "him"."""
    assert talk(shipped, *messages).verdict == verdict


@pytest.mark.parametrize(
    ("before", "question", "verdict"),
    [
        ("who says US soldiers were hurt?", "does the Pentagon deny it?", "yes"),
        ("who says US soldiers were hurt?", "and Kirby denies that?", "yes"),
        ("who says US soldiers were hurt?", "does Reuters deny it?", "no"),
        ("what did Kirby say?", "does Sputnik deny it?", None),
        ("who says US soldiers were hurt?", "did Kirby never deny it?", None),
        ("who says US soldiers were hurt?", "why does Kirby deny it?", None),
    ],
)
def test_a_source_denies_what_was_told_only_in_so_many_words(
    shipped: Responder, before: str, question: str, verdict: str | None
) -> None:
    """Yes where it says that it is not so, and first; no verdict where it says what does not fit, or that is turned."""
    answer = talk(shipped, before, question)
    assert answer.verdict == verdict
    assert verdict != "yes" or told(answer)[0] == "pentagon-no-casualties"


def test_another_one_of_a_kind_is_not_the_same(shipped: Responder) -> None:
    """The other leader is none whose statements are all about the first."""
    answer = talk(shipped, "one leader in it is Abu Obeida, no? who is he", "and the other one?")
    assert "al-britani-leads-guardians" in told(answer)
    assert "target-abu-obeida" not in told(answer)


@pytest.mark.parametrize(
    ("messages", "claims"),
    [
        pytest.param(["who is al-britani?", "what group?"], {"al-britani-leads-guardians"}, id="of whom was told"),
        pytest.param(["how many people died?", "which camps?"], {"landing-near-camps"}, id="a subject of its own"),
    ],
)
def test_what_is_only_named_is_asked_of_what_was_told(
    shipped: Responder, messages: list[str], claims: set[str]
) -> None:
    """Two words without a verb lean on what was told where that speaks of them, and stand alone elsewhere."""
    assert claims <= set(told(talk(shipped, *messages)))


@pytest.mark.parametrize(
    "before", ["how many civilians died?", "who was the target?", "what did the Civil Defense report?"]
)
@pytest.mark.parametrize(
    "question",
    [
        "what statements does the Observatory make?",
        "on which date did Kirby talk?",
        "sum up the article",
        "qwrtzpl",
        "which newspaper printed that rubbish?",
    ],
)
def test_full_question_inherits_nothing(shipped: Responder, before: str, question: str) -> None:
    """A question that names its own subject is answered as if it were asked alone."""
    alone, later = shipped.answer(question), talk(shipped, before, question)
    assert (later.outcome, later.verdict, told(later)) == (alone.outcome, alone.verdict, told(alone))


@pytest.mark.parametrize(
    ("follow_up", "claims"),
    [
        pytest.param("sources?", ["nine-drowned"], id="sources"),
        pytest.param("who disagrees?", ["nobody-died"], id="who disagrees"),
        pytest.param("are you 100% sure?", ["nine-drowned"], id="sure"),
    ],
)
def test_bare_question_is_on_what_was_told(ferryman: Responder, follow_up: str, claims: list[str]) -> None:
    """A bare question for sources, doubt or disagreement is about the last answer, not about the whole report."""
    assert told(talk(ferryman, DEAD, follow_up)) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "how many children died, and according to the observatory?", {"reuters-thirteen-killed"}, id="per"
        ),
        pytest.param("how many children died, does Reuters say the same?", {"reuters-thirteen-killed"}, id="the same"),
        pytest.param("how long did the fighting last? and Reuters?", {"fighting-for-hours"}, id="last is a verb"),
    ],
)
def test_second_part_leans_on_the_first(shipped: Responder, text: str, claims: set[str]) -> None:
    """A source asked about in a second part does not take the first part's answer away."""
    assert claims <= set(told(shipped.answer(text)))


@pytest.mark.parametrize("follow_up", ["so they contradict each other?", "isn't that contested?"])
def test_both_sides_are_told_where_nobody_is_asked_for(ferryman: Responder, follow_up: str) -> None:
    """Whether it is disputed is answered with what was told and with what disagrees."""
    assert told(talk(ferryman, DEAD, follow_up)) == ["nine-drowned", "nobody-died"]


def test_a_denial_is_asked_for_by_itself_where_nothing_was_told(shipped: Responder) -> None:
    """After a refusal "who denied it" asks who denies anything."""
    answer = talk(shipped, "were US soldiers hurt?", "how many were there?", "who denied it?")
    assert told(answer) == ["pentagon-no-casualties"]


@pytest.mark.parametrize(
    ("before", "follow_up", "claims"),
    [
        pytest.param("how many helicopters were used?", "belonging to", {"four-helicopters"}, id="no end"),
        pytest.param("how many helicopters were used?", "okay and how many", {"four-helicopters"}, id="okay"),
        pytest.param("where did the helicopters land?", "more precise", {"landing-near-atma"}, id="more precise"),
    ],
)
def test_fragment_asks_of_what_was_told(shipped: Responder, before: str, follow_up: str, claims: set[str]) -> None:
    """What is no sentence, or asks for the same more exactly, is asked of the last answer."""
    assert claims <= set(told(talk(shipped, before, follow_up)))


@pytest.mark.parametrize("before", ["what did Kirby say?", "did Reuters report six dead children?", "where was it?"])
def test_when_it_was_said_is_not_when_it_happened(shipped: Responder, before: str) -> None:
    """The report dates what happened, and no statement."""
    assert talk(shipped, before, "when did they say that?").outcome == "not_stated"


@pytest.mark.parametrize(
    ("before", "question", "verdict"),
    [
        ("did Sputnik mention injured soldiers?", "and Reuters?", "no"),
        ("did Sputnik mention injured soldiers?", "and Kirby?", "no"),
        ("did Kirby say that soldiers were hurt?", "and Sputnik?", "yes"),
        ("what did Sputnik say about the soldiers?", "and Reuters?", None),
        ("did Sputnik mention injured soldiers?", "what did Reuters say?", None),
    ],
)
def test_and_the_other_is_asked_as_the_one_was(
    shipped: Responder, before: str, question: str, verdict: str | None
) -> None:
    """After a question for yes or no, "and Reuters?" is one too."""
    assert talk(shipped, before, question).verdict == verdict


def test_he_is_whoever_was_told_of(shipped: Responder) -> None:
    """Where nobody was named in the question before, the answer named him."""
    answer = talk(shipped, "who is the chief of the Guardians of Religion?", "is he dead too?")
    assert (answer.outcome, answer.entry) == ("not_stated", "fate-of-al-britani")


@pytest.mark.parametrize(
    ("messages", "verdict"),
    [
        (["how many people died?", "did Kirby say so?", "did Reuters say so?"], "yes"),
        (["how many people died?", "did Kirby say so?", "did Sputnik?", "did Reuters?"], "yes"),
        (["did Reuters confirm what Kirby said?", "did Kirby confirm what Reuters said?"], None),
        (["does Sputnik quote anybody?", "does Reuters?"], None),
        (["what did Reuters report?", "did they say they were American?"], None),
        (["what does the correspondent report?", "did he say it was American?"], None),
    ],
)
def test_what_was_asked_stays_what_is_asked(shipped: Responder, messages: list[str], verdict: str | None) -> None:
    """Whoever did not say it does not change what the next one is asked about."""
    assert talk(shipped, *messages).verdict == verdict


def test_he_is_one_of_those_told_of(shipped: Responder) -> None:
    """Where two are told of, what the report does not say of one is not answered with what it says of others."""
    answer = talk(shipped, "whose house was Abu Obeida hiding in?", "is he dead?")
    assert answer.outcome == "not_stated"


def test_nobody_denies_it_however_often_that_is_asked(shipped: Responder) -> None:
    """What nobody denies is still what "it" is, and not another statement that somebody denies."""
    messages = ["how many homes were demolished?", "does anyone deny it?", "who denies it?"]
    for asked in (messages[:2], messages):
        assert talk(shipped, *asked).missing == "that anyone disagrees with this"


@pytest.mark.parametrize(
    ("messages", "verdict"),
    [
        (["when did Baghdadi die?", "did six children die then, according to Reuters?"], None),
        (["what was the 2019 operation?", "did it fail, according to local sources?"], None),
        (
            [
                "what does Reuters say?",
                "did they say that 13 people were killed in two homes?",
                "did they say it failed?",
            ],
            "no",
        ),
        (["what does Reuters say?", "did they say that there were four helicopters?", "do they say 13 died?"], "yes"),
        (["who says soldiers were hurt?", "what about the Civil Defense?", "did Sputnik say that?"], "yes"),
        (["who says six children died?", "and the Pentagon?", "did Reuters say that?"], "yes"),
        (["who says no leader died?", "so the Pentagon doesn't say it, right?"], None),
        (["who said the mission failed?", "did they say who was in the homes?"], None),
        (["who hid in Al-Britani's house?", "was he the target?"], None),
    ],
)
def test_whose_words_and_which_event_stay_what_they_were(
    shipped: Responder, messages: list[str], verdict: str | None
) -> None:
    """They are still who spoke, that is still what was asked, and an earlier event is not this one."""
    assert talk(shipped, *messages).verdict == verdict


@pytest.mark.parametrize("follow_up", ["and who says they were?", "and who claims them?"])
def test_who_says_so_of_what_was_denied(shipped: Responder, follow_up: str) -> None:
    """After a denial those are told whom it contradicts."""
    assert "sputnik-soldiers-hurt" in told(talk(shipped, "who denies the injuries?", follow_up))


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("what happened in 2019?", "was it successful?"),
        ("tell me about the operation of 2019", "how many kids died in it?"),
        ("who killed Baghdadi?", "how many helicopters did they use?"),
    ],
)
def test_an_earlier_event_is_not_told_with_what_happened_now(shipped: Responder, before: str, question: str) -> None:
    """What the report says of this landing answers nothing about the one before."""
    answer = talk(shipped, before, question)
    assert answer.outcome == "not_stated"
    assert not told(answer)


def test_did_any_of_them_die_is_about_those_who_were_told_of(shipped: Responder) -> None:
    """The dead are others than the soldiers who were hurt."""
    answer = talk(shipped, "were US soldiers hurt?", "how many of them died?")
    assert "reuters-thirteen-killed" not in told(answer)


@pytest.mark.parametrize(
    ("before", "question", "verdict"),
    [
        ("what did Sputnik say?", "did it say that civilians died?", "no"),
        ("what did Reuters say?", "did it say that six children were killed?", "yes"),
    ],
)
def test_it_is_the_outlet_asked_about(shipped: Responder, before: str, question: str, verdict: str) -> None:
    """After what an outlet says, "did it say" is about the outlet."""
    assert talk(shipped, before, question).verdict == verdict


def test_who_says_no_where_nobody_does(shipped: Responder) -> None:
    """Those who say yes are not named for a no."""
    answer = talk(shipped, "did the mission fail?", "who says no?")
    assert answer.missing == "that anyone disagrees with this"
    assert told(talk(shipped, "who says US soldiers were hurt?", "who says no?")) == ["pentagon-no-casualties"]


@pytest.mark.parametrize(
    ("messages", "claims"),
    [
        pytest.param(
            ["what is the Civil Defense's number?", "does the correspondent give the same figure?"],
            ["thirteen-civilian-casualties"],
            id="the same figure",
        ),
        pytest.param(
            ["which outlet carried the Civil Defense's words?", "and what is the total?"],
            ["reuters-thirteen-killed"],
            id="the total",
        ),
        pytest.param(
            ["what does the Observatory say?", "and on the scale of the thing?"],
            ["largest-since-2019"],
            id="on the scale",
        ),
        pytest.param(
            ["when was Baghdadi killed?", "and who died this time?"], ["reuters-thirteen-killed"], id="this time"
        ),
        pytest.param(
            ["who sheltered Abu Obeida?", "what does that man lead?"], ["al-britani-leads-guardians"], id="that man"
        ),
    ],
)
def test_what_is_asked_on_is_told(shipped: Responder, messages: list[str], claims: list[str]) -> None:
    """A total, a figure, a scale, this time and that man are looked for where the conversation has them."""
    answer = talk(shipped, *messages)
    assert set(claims) <= set(told(answer))
    assert answer.verdict is None


@pytest.mark.parametrize("claim", ["US troops unharmed", "no US soldiers were hurt"])
def test_who_says_so_is_who_says_what_was_asked(shipped: Responder, claim: str) -> None:
    """Those who say the contrary of a statement are not told as those who say it."""
    assert talk(shipped, "hello", claim, "who says so?").statements[0].claim.id == "pentagon-no-casualties"
    assert told(talk(shipped, claim, "says who")) == ["pentagon-no-casualties"]


@pytest.mark.parametrize("source", ["Reuters", "Kirby", "the Observatory", "the militants"])
def test_that_which_was_never_asked_gets_no_verdict(shipped: Responder, source: str) -> None:
    """After all that everybody says, "that" is nothing a source could be said to have said."""
    answer = talk(shipped, "Israel carried out the landing", "who says so", f"does {source} say that")
    assert answer.verdict is None


@pytest.mark.parametrize("claim", ["no homes were demolished", "the mission succeeded"])
def test_nobody_says_what_is_said_otherwise(shipped: Responder, claim: str) -> None:
    """What comes closest is told as no more than that."""
    assert talk(shipped, claim, "who says so").lead == CLOSEST


@pytest.mark.parametrize(
    "messages",
    [
        ["who is Abu Obeida?", "did Reuters say he died?"],
        ["did Sputnik say US soldiers were hurt?", "did it say they were killed?", "did Reuters?"],
        ["what did the UN say?", "did they say 13 people were killed?", "did they say children died?"],
        ["did Sputnik say armed men control the area?", "did it say they were hurt?"],
        ["did Al Mayadeen say two homes were demolished?", "did it say people died in them?", "did Reuters?"],
        ["did Reuters say 13 people were killed?", "did it say they were soldiers?", "did Al Mayadeen say they were?"],
        ["did Al Mayadeen say women were among the casualties?", "did it say they were killed?", "did Reuters?"],
        ["did Sputnik say there were armed men?", "did it say they were civilians?", "did the militants?"],
    ],
)
def test_what_is_said_of_others_is_no_yes(shipped: Responder, messages: list[str]) -> None:
    """Whom "they" are in what is said is not forgotten, nor does anybody absent speak by another's mouth."""
    assert talk(shipped, *messages).verdict != "yes"


def test_who_says_yes_is_who_does_not_say_no(shipped: Responder) -> None:
    """After who denies it, those who say so."""
    answer = talk(shipped, "were US soldiers injured?", "who says no?", "who says yes?")
    assert "sputnik-soldiers-hurt" in told(answer)
    assert "pentagon-no-casualties" not in told(answer)


@pytest.mark.parametrize(
    ("question", "denier"),
    [
        ("were Americans killed?", "pentagon-no-casualties"),
        ("were US soldiers injured?", "pentagon-no-casualties"),
        ("was a leader killed?", "no-leader-among-victims"),
        ("were the soldiers unharmed?", "sputnik-soldiers-hurt"),
    ],
)
def test_who_says_no_is_who_denies_what_was_asked(shipped: Responder, question: str, denier: str) -> None:
    """Not those who deny what was told."""
    assert denier in told(talk(shipped, question, "who says no?"))


def test_the_report_is_not_denied_what_it_says_itself(shipped: Responder) -> None:
    """After another source on the same."""
    answer = talk(shipped, "did Sputnik say soldiers were hurt?", "did the report itself say that too?")
    assert answer.verdict != "no"


def test_they_said_so_right(shipped: Responder) -> None:
    """It is asked again whether they said what was just asked."""
    answer = talk(shipped, "Sputnik mentioned injured soldiers", "they said so right?")
    assert told(answer)[0] == "sputnik-soldiers-hurt"
    assert answer.verdict != "no"


def test_who_says_as_much_in_other_words_gets_no_no(shipped: Responder) -> None:
    """Local sources speak of the coalition's helicopters and of a landing, though only the Observatory was told."""
    answer = talk(shipped, "so coalition helicopters carried out a landing?", "do local sources confirm it?")
    assert answer.verdict != "no"


@pytest.mark.parametrize("question", ["is Reuters' number another one?", "does Reuters have a different toll?"])
def test_another_s_number_is_told_without_a_verdict(shipped: Responder, question: str) -> None:
    """Whether somebody else's number is another one: what they say, not who disagrees."""
    answer = talk(shipped, "how many casualties does the correspondent report?", question)
    assert "reuters-thirteen-killed" in {statement.claim.id for statement in answer.told}
    assert answer.verdict is None


def test_he_is_who_denied_it(shipped: Responder) -> None:
    """After a question who denies it, "his" is whoever does."""
    answer = talk(shipped, "did Sputnik say soldiers were hurt?", "does anyone deny that?", "what is his name?")
    assert "pentagon-no-casualties" in told(answer)


def test_who_agrees_is_told_or_said_to_be_nobody(shipped: Responder) -> None:
    """Those who say the same on the same are named; where nobody does, that is said."""
    agreeing = talk(shipped, "who says US soldiers were hurt?", "who agrees with them?")
    assert {"sputnik-soldiers-hurt", "soldiers-hurt-thursday"} <= set(told(agreeing))
    alone = talk(shipped, "whose house was Abu Obeida in?", "who agrees with that?")
    assert (alone.outcome, alone.missing) == ("not_stated", "that anyone else says so")


@pytest.mark.parametrize(
    ("messages", "verdicts"),
    [
        pytest.param(["what about this: soldiers were killed?", "did Kirby say that?"], {None, "no"}, id="denied"),
        pytest.param(["what about this: 13 children died?", "did Reuters say that?"], {None, "no"}, id="miscounted"),
        pytest.param(["what did the Civil Defense say?", "do they quote Reuters?"], {"no"}, id="who quotes whom"),
        pytest.param(["was the landing near Atma?", "does the Observatory agree?"], {None, "yes"}, id="near the same"),
    ],
)
def test_that_is_only_what_was_told_of_it(shipped: Responder, messages: list[str], verdicts: set[str | None]) -> None:
    """What denies it, counts it otherwise or says about as much is neither a yes nor a no to "that"."""
    assert talk(shipped, *messages).verdict in verdicts


def test_who_else_says_that_names_nobody_who_denies_it(shipped: Responder) -> None:
    """Others on the same subject do not say the same."""
    answer = talk(shipped, "who said no American casualties were reported?", "who else says that?")
    assert (answer.outcome, told(answer)) == ("not_stated", [])


@pytest.mark.parametrize("body", ["the UN", "CNN", "Al Jazeera", "Trump", "the mayor", "Russia's ministry"])
@pytest.mark.parametrize("question", ["did {} say so?", "does {} agree?", "did {} say the same?", "did {} confirm it?"])
@pytest.mark.parametrize("before", ["did soldiers get hurt?", "how many died?", "who was the target?"])
def test_no_statement_answers_whether_an_outsider_made_it(
    shipped: Responder, before: str, question: str, body: str
) -> None:
    """Whoever the report does not quote did not say what was told before; nor is it told once more."""
    assert not talk(shipped, before, question.format(body)).statements


@pytest.mark.parametrize(
    "question",
    [
        "who lost his life that time?",
        "and the day of that one?",
        "which forces did the other one?",
        "what for was that one?",
    ],
)
def test_that_one_is_the_earlier_event_that_was_told_of(shipped: Responder, question: str) -> None:
    """What is asked of "that one" is told of it, or not at all: never what happened now."""
    answer = talk(shipped, "what is it compared with?", question)
    ids = [statement.claim.id for statement in (*answer.statements, *answer.related)]
    assert set(ids) <= {"baghdadi-killed-2019", "largest-since-2019"}
    assert ids


def test_who_speaks_of_that_one_is_no_question_on_the_earlier_event(shipped: Responder) -> None:
    """It asks for those who speak."""
    assert told(talk(shipped, "what is it compared with?", "who mentions that one?"))


@pytest.mark.parametrize(
    ("messages", "claims"),
    [
        (["Sputnik or Reuters, who counts children?", "what does the other one say?"], "fighting-for-hours"),
        (["is it Reuters or Sputnik with the wounded soldiers?", "and the other agency?"], "reuters-thirteen-killed"),
        (["did Reuters say that soldiers were hurt?", "which agency did, then?"], "sputnik-soldiers-hurt"),
        (["what does the Observatory say?", "its view of the size?"], "largest-since-2019"),
        (["did Sputnik speak of Baghdadi?", "what does it report?"], "fighting-for-hours"),
        (["what does the Observatory say about why they came?", "anything else from them?"], "largest-since-2019"),
    ],
)
def test_whoever_is_meant_by_the_other_or_it_is_told(shipped: Responder, messages: list[str], claims: str) -> None:
    """The other of two is the one who did not say it; "it" is the one asked about."""
    assert claims in told(talk(shipped, *messages))


@pytest.mark.parametrize(
    ("messages", "verdict"),
    [
        (["what does Sputnik say about elite soldiers?", "so the Pentagon agrees with them?"], "no"),
        (["what does Sputnik say about elite soldiers?", "and Kirby accepts that?"], "no"),
        (["how many helicopters?", "says Al Mayadeen?"], "yes"),
        (["how many helicopters?", "says Reuters?"], "no"),
    ],
)
def test_agreeing_with_what_was_told_is_saying_so(shipped: Responder, messages: list[str], verdict: str) -> None:
    """Whether somebody agrees, or accepts it, gets the verdict of "did they say so"."""
    assert talk(shipped, *messages).verdict == verdict


@pytest.mark.parametrize(
    ("messages", "entry"),
    [
        (["who was hunted?", "captured?"], "what-happened-to-the-target"),
        (["what was demolished?", "and who lived there?"], "owners-of-the-homes"),
        (["what did Kirby say?", "to what paper did he say it?"], "to-whom-statements-were-made"),
        (["what do the militants say?", "to whom did they tell that?"], "to-whom-statements-were-made"),
        (["who landed there?", "with how many helicopters?"], "how-many-helicopters"),
        (["did they hunt Baghdadi?", "so who was it?"], "who-was-the-target"),
        (["when was Baghdadi killed?", "where though?"], "where-was-baghdadi-killed"),
        (["how long did the fight last?", "against?"], "who-fought-whom"),
    ],
)
def test_a_few_words_are_asked_of_what_was_told(shipped: Responder, messages: list[str], entry: str) -> None:
    """One word of harm, a place that is pointed at, somebody who was not it: of what was told, answered or refused."""
    assert talk(shipped, *messages).entry == entry


@pytest.mark.parametrize("question", ["and Al Mayadeen?", "Al Mayadeen nko?", "and according to Al Mayadeen?"])
def test_a_source_is_asked_of_what_it_speaks_of_loosely(shipped: Responder, question: str) -> None:
    """Who speaks of casualties is told where the dead are asked about, not all that they say."""
    answer = talk(shipped, "what does Reuters say on the dead?", question)
    assert "thirteen-civilian-casualties" in told(answer)
    assert not {"four-helicopters", "soldiers-hurt-thursday"} & {*told(answer)}


def test_na_who_talk_am_asks_who_said_it(shipped: Responder) -> None:
    """West African English for "who says it"."""
    assert told(talk(shipped, "how many helicopters?", "abeg na who talk am?")) == ["four-helicopters"]


def test_nothing_on_a_subject_is_asked_of_who_spoke(shipped: Responder) -> None:
    """Whoever was asked about said nothing on it, whatever others said."""
    answer = talk(shipped, "what does the Observatory say?", "nothing on the dead?")
    assert not told(answer)


@pytest.mark.parametrize("question", ["is that his own count or somebody else's?", "and who says so, some blogger?"])
def test_whose_own_it_is_asks_who_says_it(shipped: Responder, question: str) -> None:
    """Whose figure it is, and a guess at that, ask for the chain of what was told."""
    assert told(talk(shipped, "how many helicopters?", question)) == ["four-helicopters"]


@pytest.mark.parametrize(
    ("messages", "verdict"),
    [
        (["what is the report about?", "and Sputnik confirms it?"], None),
        (["what does the report say?", "did Reuters say that?"], None),
        (["did two homes fall?", "which paragraph is that in?", "does Sputnik say so?"], None),
        (["were soldiers hurt?", "did Sputnik say that?"], "yes"),
        (["were any Americans killed?", "does the Pentagon deny it?"], None),
        (["were there no American casualties?", "does Kirby deny that?"], "no"),
        (["did at least 13 people die?", "does Reuters support that?"], "yes"),
        (["were there four helicopters?", "but the correspondent says it as well, right?"], "yes"),
    ],
)
def test_what_that_means_is_one_statement(shipped: Responder, messages: list[str], verdict: str | None) -> None:
    """Not a whole summary, of which somebody may have said a part; and a denial is of what was asked."""
    answer = talk(shipped, *messages)
    assert answer.verdict == verdict
    assert len(told(answer)) == len(set(told(answer)))


@pytest.mark.parametrize("question", ["how many children?", "were soldiers hurt?", "in Idlib?"])
def test_a_few_words_after_the_earlier_event_tell_which_is_meant(shipped: Responder, question: str) -> None:
    """They may lean on it; what is told is on the event that is reported, and says so."""
    told_of = f"This is on {shipped.base.report.event}"
    assert told_of in plain(talk(shipped, "tell me about the 2019 operation", question))
    assert told_of not in plain(shipped.answer(question))
    assert told_of not in plain(talk(shipped, "how many helicopters?", question))


@pytest.mark.parametrize(
    ("first", "then", "entry"),
    [
        pytest.param("how many helicopters were there?", "what kind?", "type-of-helicopters", id="helicopters"),
        pytest.param("how many homes?", "which kind", "what-the-homes-were-like", id="homes"),
    ],
)
def test_what_kind_asks_of_what_was_told(shipped: Responder, first: str, then: str, entry: str) -> None:
    """Two words that ask for a kind are about the last subject, not about whatever else has kinds."""
    assert talk(shipped, first, then).entry == entry


@pytest.mark.parametrize(
    "then", ["anything about civilians?", "something on the helicopters?", "nothing about Abu Obeida?"]
)
def test_anything_asks_of_the_source_before(shipped: Responder, then: str) -> None:
    """After what Sputnik says, "anything about …" is asked of Sputnik, and others are not told as if they were."""
    answer = talk(shipped, "what does Sputnik say?", then)
    assert (answer.outcome, [source.id for source in answer.silent]) == ("not_stated", ["sputnik"])


def test_what_nobody_can_make_of_him_is_declined(shipped: Responder) -> None:
    """A "him" in a request that the report has nothing to do with gets no statements on him."""
    assert talk(shipped, "why is Al-Baghdadi brought up?", "make a jingle about him").outcome == "no_match"


@pytest.mark.parametrize("then", ["of which month?", "thursday of what month"])
def test_which_month_is_not_answered_with_the_day(shipped: Responder, then: str) -> None:
    """The report has a weekday only."""
    assert talk(shipped, "when did they land?", then).entry == "exact-date-of-the-landing"
