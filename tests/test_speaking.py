"""Who said what: questions about sources and statements, composed from the claims of an invented report."""

from __future__ import annotations

import pytest

from knowledge import Answer, Responder
from knowledge.speaking import CLOSEST, NOBODY
from knowledge.wording import plain


def ids(statements: tuple[object, ...]) -> set[str]:
    """Ids of these statements."""
    return {statement.claim.id for statement in statements}


BLUEWAVE = {"no-fire", "new-ship", "nobody-died", "engine-checked"}  # all it says


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        pytest.param("what did the coast guard say?", {"nine-drowned", "high-waves"}, id="one quoted by another too"),
        pytest.param("what did those fake coast guard clowns say?", {"nine-drowned", "high-waves"}, id="mistrusted"),
        pytest.param("everything the coast guard lied about, list it", {"nine-drowned", "high-waves"}, id="lied about"),
        pytest.param("what did Nord say?", {"nine-drowned"}, id="one who quotes"),
        pytest.param("WHAT DOES THE NORTHERN AGENCY SAY", {"nine-drowned"}, id="by an alias, in capitals"),
        pytest.param("what did the coastgaurd say?", {"nine-drowned", "high-waves"}, id="mistyped"),
        pytest.param("what did the government say?", {"fire", "inquiry"}, id="by a name that counts when speaking"),
        pytest.param(
            "what did the herald's reporter say?", {"three-boats", "forty-saved"}, id="who speaks for another"
        ),
        pytest.param(
            "what did the herald say?",
            {"ferry-sank", "captain-dahl", "three-boats", "forty-saved"},
            id="with those who speak for it",
        ),
        pytest.param(
            "what did Bluewave say?",
            {"nobody-died", "no-fire", "engine-checked", "new-ship"},
            id="one with many claims",
        ),
        pytest.param("what did the coast guard say about the waves?", {"high-waves"}, id="on a subject"),
        pytest.param("what did the coast guard say about dead passengers?", {"nine-drowned"}, id="on another subject"),
        pytest.param("Bluewave on the fire", {"no-fire"}, id="in three words"),
        pytest.param("according to the minister, what sank the ferry?", {"fire"}, id="according to"),
        pytest.param("what is Bluewave's version of the fire?", {"no-fire"}, id="version of"),
        pytest.param("how high were the waves according to the coast guard", {"high-waves"}, id="with a type"),
        pytest.param("what did Bluewave say about the sinking?", BLUEWAVE, id="on all that happened"),
        pytest.param("what did Bluewave say in this incident?", BLUEWAVE, id="in all that happened"),
        pytest.param("Nord and the Coast Guard on the dead", {"nine-drowned"}, id="two of one chain"),
        pytest.param("what did Bluewave and the minister say about the fire?", {"fire", "no-fire"}, id="two"),
        pytest.param("Bluewave and Nord on the dead", {"nine-drowned", "nobody-died"}, id="two who disagree"),
        pytest.param("what did Bluewave and the minister say?", {"fire", "no-fire"}, id="two without a subject"),
    ],
)
def test_what_a_source_says(ferryman: Responder, question: str, claims: set[str]) -> None:
    """All that the sources say is told, or what they say on the subject; of two, where they disagree."""
    answer = ferryman.answer(question)
    assert (answer.outcome, answer.verdict) == ("answer", None)
    assert ids(answer.statements) == claims


@pytest.mark.parametrize(
    ("question", "claims", "contrast"),
    [
        pytest.param("who said that 9 passengers drowned?", {"nine-drowned"}, {"nobody-died"}, id="disputed"),
        pytest.param("who said there was no fire?", {"no-fire"}, {"fire"}, id="denial"),
        pytest.param("who reported 4 metres high waves", {"high-waves"}, set(), id="undisputed"),
        pytest.param("which source speaks of an inquiry?", {"inquiry"}, set(), id="which source"),
        pytest.param("source for the 40 rescued passengers?", {"forty-saved"}, set(), id="source for"),
        pytest.param("who told Nord that 9 passengers drowned?", {"nine-drowned"}, {"nobody-died"}, id="who told whom"),
        pytest.param("what is Nord's source?", {"nine-drowned"}, {"nobody-died"}, id="whose source"),
        pytest.param("who says the engine had been inspected?", {"engine-checked"}, set(), id="one of many"),
    ],
)
def test_who_says_it(ferryman: Responder, question: str, claims: set[str], contrast: set[str]) -> None:
    """The statement is told with those who make it, then what disagrees with it."""
    answer = ferryman.answer(question)
    assert ids(answer.statements) == claims
    assert ids(answer.contrast) == contrast


def test_source_without_a_source_is_said_to_have_none(ferryman: Responder) -> None:
    """Whom a source relies on is not stated where it quotes nobody."""
    answer = ferryman.answer("what is Bluewave's source?")
    assert plain(answer) == "The report does not say whom Bluewave Lines relies on."
    assert answer.outcome == "not_stated"


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        pytest.param("did Nord say that 9 passengers drowned?", {"nine-drowned"}, id="who quotes"),
        pytest.param("did the Coast Guard say that 9 passengers drowned?", {"nine-drowned"}, id="who is quoted"),
        pytest.param("did the herald say that 40 passengers were rescued?", {"forty-saved"}, id="who is spoken for"),
        pytest.param("the fishermen say 40 passengers were saved, right?", {"forty-saved"}, id="right?"),
        pytest.param("did Bluewave say nobody died?", {"nobody-died"}, id="denial"),
        pytest.param("did Bluewave deny that there was a fire?", {"no-fire"}, id="deny"),
        pytest.param("didn't the minister say there was a fire?", {"fire"}, id="didn't"),
        pytest.param("is it Nord that says 9 passengers drowned?", {"nine-drowned"}, id="is it"),
        pytest.param("did Nord, quoting the Coast Guard, say that 9 passengers drowned?", {"nine-drowned"}, id="chain"),
        pytest.param("Nord: 9 passengers drowned?", {"nine-drowned"}, id="colon"),
        pytest.param("it was the fishermen who said 40 passengers were saved, right?", {"forty-saved"}, id="who said"),
        pytest.param("did bluewav say the engin was inspceted in may?", {"engine-checked"}, id="mistyped"),
    ],
)
def test_yes_it_says_so(ferryman: Responder, question: str, claims: set[str]) -> None:
    """Whoever stands in the chain said it, and so did the one it speaks for."""
    answer = ferryman.answer(question)
    assert answer.verdict == "yes"
    assert ids(answer.statements) == claims
    assert plain(answer).startswith("Yes, by this report.\n")


@pytest.mark.parametrize(
    ("question", "claims", "instead"),
    [
        pytest.param(
            "did the minister say that 9 passengers drowned?", {"nine-drowned"}, {"fire", "inquiry"}, id="no relation"
        ),
        pytest.param(
            "did the minister say that 40 passengers were rescued?", {"forty-saved"}, {"fire", "inquiry"}, id="another"
        ),
        pytest.param(
            "did Nord say that the engine had been inspected?",
            {"engine-checked"},
            {"nine-drowned"},
            id="who says one thing",
        ),
        pytest.param("did the divers say that 9 passengers drowned?", {"nine-drowned"}, set(), id="who says nothing"),
    ],
)
def test_no_somebody_else_says_so(ferryman: Responder, question: str, claims: set[str], instead: set[str]) -> None:
    """In the wrong mouth it gets a no, the right mouth first, then what the one asked about does say."""
    answer = ferryman.answer(question)
    assert (answer.outcome, answer.verdict) == ("answer", "no")
    assert ids(answer.statements) == claims
    assert ids(answer.instead) == instead


@pytest.mark.parametrize(
    ("question", "own"),
    [
        pytest.param("did Bluewave say that there was a fire?", "no-fire", id="it denies it"),
        pytest.param("did Bluewave say that passengers died?", "nobody-died", id="it says nobody did"),
        pytest.param("did the minister say that there was no fire?", "fire", id="it affirms it"),
        pytest.param("did Nord deny that 9 passengers drowned?", "nine-drowned", id="it does not deny it"),
        pytest.param("did Nord say that 19 passengers drowned?", "nine-drowned", id="another number"),
        pytest.param("did the coast guard say that the waves were 40 metres high?", "high-waves", id="another measure"),
        pytest.param("did the herald say that 14 passengers were rescued?", "forty-saved", id="fourteen"),
        pytest.param("did Nord say half of the 9 passengers drowned?", "nine-drowned", id="half"),
        pytest.param("were 9 reported children drowned according to Nord?", "nine-drowned", id="reported children"),
        pytest.param("did Bluewave confirm what the minister says about a fire?", "no-fire", id="what another says"),
        pytest.param("did Nord say that 9 passengers were saved?", "nine-drowned", id="saved for drowned"),
        pytest.param("did Nord say that 9 children drowned and nobody else?", "nine-drowned", id="children alone"),
    ],
)
def test_no_it_says_the_contrary(ferryman: Responder, question: str, own: str) -> None:
    """Where the source says otherwise, the verdict is no, and its own statement is in the answer."""
    answer = ferryman.answer(question)
    assert answer.verdict == "no"
    assert own in ids((*answer.told, *answer.related))


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("did the minister say that aliens attacked?", id="nonsense"),
        pytest.param("did Nord say that the captain was drunk?", id="near the subject of another"),
        pytest.param("did the minister say that nine cows burned in Paris?", id="number and concept of others"),
    ],
)
def test_no_nobody_says_so(ferryman: Responder, question: str) -> None:
    """What nobody says is never confirmed, whatever of it the base knows."""
    assert ferryman.answer(question).verdict == "no"


def test_what_nobody_says_is_refused_with_what_the_source_does_say(ferryman: Responder) -> None:
    """The source is said to be silent on it; what it does say follows."""
    answer = ferryman.answer("did the minister say that aliens attacked?")
    assert (answer.outcome, answer.verdict, answer.statements) == ("not_stated", "no", ())
    assert [source.id for source in answer.silent] == ["minister"]
    assert ids(answer.instead) | ids(answer.related) == {"fire", "inquiry"}


@pytest.mark.parametrize(
    ("question", "silent", "related"),
    [
        pytest.param("what did the minister say about the passengers?", ["minister"], "nine-drowned", id="one"),
        pytest.param(
            "what did Nord say about the height of the waves?", ["nord"], "high-waves", id="subject of another"
        ),
        pytest.param("what did the divers say?", ["divers"], None, id="who says nothing at all"),
        pytest.param(
            "what did Nord and the minister say about the fishing boats?", ["nord", "minister"], "three-boats", id="two"
        ),
    ],
)
def test_silent_source_is_said_to_be_silent(
    ferryman: Responder, question: str, silent: list[str], related: str | None
) -> None:
    """Where the source says nothing on it, nothing of it is told; those who do speak of it are named."""
    answer = ferryman.answer(question)
    assert (answer.outcome, answer.told) == ("not_stated", ())
    assert [source.id for source in answer.silent] == silent
    assert related is None or related in ids(answer.related)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        pytest.param(
            "what did the divers say?",
            "The volunteer divers are not quoted on that in this report.",
            id="several people",
        ),
        pytest.param(
            "what did Nord and the minister say about the fishing boats?",
            "Agence Nord and Transport Minister Ines Okafor are not quoted on that in this report.",
            id="two sources",
        ),
        pytest.param(
            "what did Nord say about the fishing boats?",
            "Agence Nord is not quoted on that in this report.",
            id="one source",
        ),
    ],
)
def test_silence_is_worded_for_one_and_for_many(ferryman: Responder, question: str, sentence: str) -> None:
    """One is silent, many are."""
    assert plain(ferryman.answer(question)).splitlines()[0] == sentence


@pytest.mark.parametrize(
    ("question", "names"),
    [
        pytest.param("what did Interpol say?", "Interpol", id="one"),
        pytest.param("did the admirals say that 9 passengers drowned?", "the navy", id="did it say"),
        pytest.param("what did the navy and Interpol say?", "the navy or Interpol", id="two"),
        pytest.param("has Intrepol said anything?", "Interpol", id="mistyped"),
    ],
)
def test_outsider_is_told_to_be_none_of_the_sources(ferryman: Responder, question: str, names: str) -> None:
    """Whom the report does not quote is never answered for, and not mistaken for a source."""
    answer = ferryman.answer(question)
    assert (answer.outcome, answer.told, answer.related) == ("not_stated", (), ())
    assert plain(answer) == f"The report does not say what {names} said or did."


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("do the minister and Bluewave disagree about the fire?", id="two sources"),
        pytest.param("where do the accounts of the fire differ?", id="accounts"),
        pytest.param("is there a contradiction about the fire?", id="contradiction"),
    ],
)
def test_comparison_tells_both_sides(ferryman: Responder, question: str) -> None:
    """Asked where accounts differ on a subject, those of all sources are told."""
    assert ids(ferryman.answer(question).told) >= {"fire", "no-fire"}


def test_doubtful_name_speaks_only_when_something_is_said(ferryman: Responder) -> None:
    """In "what do the fishermen say" they are a source, in "did the fishermen drown" they are people."""
    said, happened = ferryman.answer("what do the fishermen say?"), ferryman.answer("did the fishermen drown?")
    assert ids(said.told) == {"three-boats", "forty-saved"}
    assert happened.verdict is None
    assert not ids(happened.told) & {"three-boats", "forty-saved"}


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("was the government on board?", id="on"),
        pytest.param("were the fishermen blamed for the sinking?", id="blamed"),
        pytest.param("was the government told about the sinking?", id="told"),
        pytest.param("was the minister accused of the fire?", id="accused"),
        pytest.param("was the minister informed of the inquiry?", id="informed"),
    ],
)
def test_what_is_done_to_a_source_is_not_said_by_it(ferryman: Responder, question: str) -> None:
    """Where a source is spoken of, or spoken to, nothing is confirmed in its name."""
    assert ferryman.answer(question).verdict != "yes"


def confirmed(answer: Answer) -> set[str]:
    """Everyone in whose name the answer says yes."""
    return {source for statement in answer.statements for source in statement.claim.chain if answer.verdict == "yes"}


def test_every_source_asked_about_every_claim(ferryman: Responder) -> None:
    """Exactly those who stand in a claim's chain, and those they speak for, are granted it."""
    base = ferryman.base
    for claim in base.claims:
        for source in base.sources:
            answer = ferryman.answer(f"did {source.name} say that {claim.text}?")
            speaks = not {source.id, *source.includes}.isdisjoint(claim.chain)
            assert (answer.verdict == "yes") == speaks, (source.id, claim.id)
            assert not confirmed(answer) or {source.id, *source.includes} & confirmed(answer)


def test_every_statement_turned_round_is_not_confirmed(ferryman: Responder) -> None:
    """Asked whether a source denies what it says, the answer is no for every statement that denies nothing itself."""
    for claim in ferryman.base.claims:
        if not claim.text.startswith(("no ", "there was no ")):
            name = ferryman.base.source_by_id[claim.chain[0]].name
            assert ferryman.answer(f"did {name} deny that {claim.text}?").verdict == "no", claim.id
            assert ferryman.answer(f"did {name} say it is not true that {claim.text}?").verdict == "no", claim.id


def test_every_other_number_is_not_confirmed(ferryman: Responder) -> None:
    """A statement with any of its numbers changed is denied to the source that makes it."""
    for claim in ferryman.base.claims:
        name = ferryman.base.source_by_id[claim.chain[0]].name
        for number in filter(str.isdigit, claim.text.split()):
            changed = " ".join("17" if word == number else word for word in claim.text.split())
            assert ferryman.answer(f"did {name} say that {changed}?").verdict == "no", (claim.id, number)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        pytest.param("who said 9 drowned?", None, id="people of no kind"),
        pytest.param("who said 9 passengers drowned?", None, id="as they are counted"),
        pytest.param("who said 8 drowned?", NOBODY, id="another number"),
        pytest.param("who said 9 children drowned?", NOBODY, id="another kind"),
        pytest.param("who said 9 in every boat drowned?", CLOSEST, id="a number that may count something else"),
        pytest.param("which of the two reports that 9 drowned?", None, id="two who report"),
    ],
)
def test_who_said_a_number_is_told_if_it_is_counted_so(ferryman: Responder, question: str, lead: str | None) -> None:
    """Who counts so many is told; where nobody does, that is said first."""
    answer = ferryman.answer(question)
    assert answer.lead == lead
    assert "nine-drowned" in [told.claim.id for told in answer.statements]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("The minister, whoever pays him: what does he say?", "fire", id="he"),
        pytest.param("poor old Nord, the parrot of the north. what did they report then", "nine-drowned", id="they"),
        pytest.param("I trust nobody at Bluewave. what's their version", "no-fire", id="their version"),
    ],
)
def test_they_are_the_source_named_before(ferryman: Responder, question: str, told: str) -> None:
    """What is said of a source ahead of the question is no part of what it is asked about."""
    answer = ferryman.answer(question)
    assert told in [statement.claim.id for statement in answer.statements]


def test_a_bare_name_with_a_word_nobody_knows_is_no_question_about_statements(ferryman: Responder) -> None:
    """Of "Bluewave salaries" the report says nothing; it is not taken for "Bluewave"."""
    answer = ferryman.answer("Bluewave salaries")
    assert (answer.outcome, [source.id for source in answer.silent]) == ("not_stated", ["bluewave"])


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        pytest.param("did Nord say that Interpol sank the ferry?", "no", id="a body nobody speaks of"),
        pytest.param("did Bluewave film the ferry?", None, id="what a source did is not what it says"),
        pytest.param("did Nord say 9 passengers drowned? shame!", "yes", id="a remark behind"),
        pytest.param("did Nord say 9 passengers were slaughtered?", None, id="a stronger word than the report's"),
    ],
)
def test_verdicts_keep_to_what_is_said(ferryman: Responder, question: str, verdict: str | None) -> None:
    """A verdict is about a statement in a source's mouth, by itself."""
    assert ferryman.answer(question).verdict == verdict


def test_its_own_words_are_those_of_the_source_asked_about(shipped: Responder) -> None:
    """To say "in its own words" names no source beside the one that is asked about."""
    for question in ("in its own words, what does Reuters say?", "what does Reuters say in its own words?"):
        answer = shipped.answer(question)
        assert [statement.claim.id for statement in answer.statements] == ["reuters-thirteen-killed"]


def test_whether_two_are_cited_is_no_one_verdict(ferryman: Responder) -> None:
    """Of two sources at once no one verdict is given; what they say is told."""
    answer = ferryman.answer("does the report cite Nord and Bluewave?")
    assert answer.verdict is None
    assert {"nine-drowned", "no-fire"} <= {statement.claim.id for statement in answer.told}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            "which sources mention children?", {"reuters-thirteen-killed", "thirteen-civilian-casualties"}, id="all"
        ),
        pytest.param(
            "what does the observatory syrian say of wanted people", {"searching-for-wanted"}, id="name turned"
        ),
        pytest.param("were six helicopters used?", {"four-helicopters"}, id="six of something else is no answer"),
    ],
)
def test_all_who_speak_of_it_and_of_nothing_else(shipped: Responder, question: str, told: set[str]) -> None:
    """Everyone who mentions something is named, under any order of their name, and nobody who counts other things."""
    assert {statement.claim.id for statement in shipped.answer(question).statements} == told


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("what did the coalition say?", "the coalition"),
        ("what did the US soldiers say?", "the US soldiers"),
        ("did Abu Obeida say anything?", "Abu Obeida"),
    ],
)
def test_whom_the_report_speaks_of_is_only_not_quoted(shipped: Responder, question: str, name: str) -> None:
    """What they did it does say; their name keeps its capitals."""
    assert shipped.answer(question).missing == f"what {name} said"


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("who says the soldiers killed 13 people?", True),
        ("who reports that Abu Obeida was killed?", True),
        ("who reports that 13 people were killed?", False),
    ],
)
def test_who_said_more_than_is_said_is_nobody(shipped: Responder, question: str, lead: bool) -> None:
    """Who did it, or what happened to whom, is not passed over in what comes closest."""
    found = shipped.answer(question)
    assert found.statements
    assert bool(found.lead) == lead


def test_who_does_not_speak_of_it_is_told(shipped: Responder) -> None:
    """The sources without a word on it, and not those who deny it."""
    found = shipped.answer("which sources do not mention children?")
    silent = {source.id for source in found.silent}
    assert {"sputnik", "pentagon", "observatory"} <= silent
    assert silent.isdisjoint({"reuters", "syrian-civil-defense", "correspondent", "local-sources"})


@pytest.mark.parametrize(
    "question",
    [
        "what did the BBC's correspondent report?",
        "what did AFP's reporter say?",
        "does the headline of CNN mention casualties?",
        "what did a Turkish official say about the soldiers?",
    ],
)
def test_another_s_reporter_is_not_the_report_s(shipped: Responder, question: str) -> None:
    """Whoever is called "the reporter" here says nothing for another outlet."""
    answer = shipped.answer(question)
    assert not answer.told
    assert answer.verdict is None


@pytest.mark.parametrize(
    "question",
    [
        "who said all the US soldiers were injured?",
        "who said US forces control the area?",
        "who said two homes were demolished before the mission?",
        "who said six children were injured?",
        "who says five helicopters carried out the landing?",
        "who told Al Mayadeen that six children were killed?",
        "who said soldiers were injured on Friday?",
    ],
)
def test_who_said_nearly_that_is_told_to_come_closest(shipped: Responder, question: str) -> None:
    """Nobody is named for more than they say without a word of warning."""
    answer = shipped.answer(question)
    assert answer.statements
    assert (answer.lead or "").endswith("comes closest.")


@pytest.mark.parametrize("question", ["how many dead does Al Mayadeen report?", "how many did local sources say died?"])
def test_who_counts_casualties_is_not_said_to_count_nobody(shipped: Responder, question: str) -> None:
    """Asked for the dead, those who count casualties are quoted with them; others are not."""
    answer = shipped.answer(question)
    assert "thirteen-civilian-casualties" in {statement.claim.id for statement in answer.statements}
    assert shipped.answer("how many died according to Sputnik?").outcome == "not_stated"


@pytest.mark.parametrize(
    "question",
    ["what does Abu Obeida himself say about the raid?", "did Al-Britani himself say anything on his guest?"],
)
def test_who_is_only_spoken_about_says_nothing(shipped: Responder, question: str) -> None:
    """What others say about somebody is not told as an answer to what he says."""
    answer = shipped.answer(question)
    assert answer.outcome == "not_stated"
    assert not answer.statements


def test_who_died_in_another_event_is_no_number_of_the_dead(shipped: Responder) -> None:
    """The Observatory gives none: that Baghdadi died in 2019 is not told for one."""
    answer = shipped.answer("what number of people killed does the Observatory give?")
    assert not answer.statements
    assert [source.id for source in answer.silent] == ["observatory"]


def test_what_is_joined_by_or_is_not_sought_in_another_event(shipped: Responder) -> None:
    """Whether the target died or got away: nobody says, and Baghdadi's death is beside the point."""
    answer = shipped.answer("was the isis leader killed or did he get away?")
    assert "baghdadi-killed-2019" not in {statement.claim.id for statement in answer.told}


def test_what_was_done_is_told_beside_what_is_more_alike(shipped: Responder) -> None:
    """What the helicopters looked for, though where they landed shares more words with the question."""
    answer = shipped.answer("the monitors said the choppers were seeking what near the camps of Atma?")
    assert "searching-for-wanted" in {statement.claim.id for statement in answer.statements}


def test_what_came_after_is_told_beside_what_is_more_alike(shipped: Responder) -> None:
    """Asked what was done after something, the source's statement of what came then is told too."""
    answer = shipped.answer("what do the villagers say was done after it flopped?")
    assert {"mission-failed", "two-homes-demolished"} <= ids(answer.told)


def test_who_counts_something_else_is_silent_on_a_number(shipped: Responder) -> None:
    """The Observatory counts no helicopters; others do."""
    answer = shipped.answer("how many helicopters does the Observatory mention?")
    assert not answer.statements
    assert "four-helicopters" in {statement.claim.id for statement in answer.told} | {
        statement.claim.id for statement in answer.related
    }


def test_another_year_s_dead_are_not_this_one_s(shipped: Responder) -> None:
    """Reuters' count is not told for the operation of 2019."""
    assert "reuters-thirteen-killed" not in {
        statement.claim.id for statement in shipped.answer("the 2019 operation killed 13 people").told
    }


@pytest.mark.parametrize("question", ["who contradicts the militants?", "does anyone dispute Reuters?"])
def test_nobody_opposes_who_is_not_opposed(shipped: Responder, question: str) -> None:
    """Their own statements are no contradiction of them."""
    answer = shipped.answer(question)
    assert (answer.outcome, answer.missing) == ("not_stated", "that anyone disagrees with this")


def test_who_opposes_is_told(shipped: Responder) -> None:
    """Where somebody does, both sides are told."""
    claims = {statement.claim.id for statement in shipped.answer("who contradicts Kirby?").told}
    assert {"sputnik-soldiers-hurt", "pentagon-no-casualties"} <= claims


def test_anyone_but_one_is_all_the_others(shipped: Responder) -> None:
    """Who else says so, where one is left out."""
    told = {s.claim.id for s in shipped.answer("did anybody but Sputnik say soldiers were hurt?").statements}
    assert "soldiers-hurt-thursday" in told
    assert "sputnik-soldiers-hurt" not in told
