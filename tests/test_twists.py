"""No source is granted what the words around a statement make of it, and none is denied what it says in other words."""

from __future__ import annotations

import pytest

from knowledge import Responder

TWISTS = (
    "did the locals say the soldiers targeted two homes and did not demolish them",
    "US troops fought but were not injured, says Sputnik. true?",
    "the airdrop took place but did not cause casualties among civilians, says the report. right?",
    "did Sputnik say elite soldiers were injured by their own men",
    "did Reuters say that at least 13 people were killed, which included wanted men?",
    "did Sputnik say US soldiers were injured, who were then captured",
    "did the locals say two homes were demolished, where wanted men lived",
    "did the militants say all victims were civilians, whose names are known",
    "did the locals say the mission failed and was abandoned",
    "did the locals say the mission failed and will be repeated",
    "did the Observatory say the landing was repeated",
    "the correspondent used to say that four helicopters landed near Atma, right?",
    "reuters says at least 13 were killed? no, they don't say that, right?",
    "do the locals accuse the coalition of killing six children",
    "did the locals accuse the militants of demolishing two homes",
    "were 13 people apparently killed, does Reuters say",
    "did Sputnik say soldiers were hurt near the camps, where children were killed",
    "does the article say which of them is right?",
    "does the report say what happened?",
    "does the text say anything?",
    "did the Pentagon say nobody died?",
    "did Kirby say there were no deaths?",
    "did Kirby mention American casualties were reported?",
    "the Civil Defense mentioned nobody was killed, right?",
    "did Reuters mention no children died?",
    "did the locals mention the mission did not fail?",
    "did local sources say that at least two houses were flattened?",
    "did the correspondent say coalition buildings were razed?",
    "was it Reuters, citing the Civil Defense, who said the children drowned?",
    "was it Reuters, quoting the Civil Defense, who said the pilots were hurt?",
    "Reuters' source was not the Civil Defense, right?",
    "is it false that Reuters' source was the Civil Defense?",
    "is Reuters' only source the Civil Defense?",
    "is Reuters the source of the Civil Defense?",
    "Reuters never said anything, right?",
    "neither Reuters nor Sputnik said anything, right?",
    "did Reuters give a figure of 14 dead?",
    "did the militants say their leaders are safe?",
    "did the Observatory quote the coalition?",
    "did Reuters quote the victims?",
    "were the victims cited by Reuters?",
    "did soldiers tell Sputnik that they were injured?",
    "the coalition told the Observatory that its helicopters landed near the camps, right?",
    "did the militants count the dead?",
    "did the headline name the dead?",
    "did Al Mayadeen's correspondent identify the victims?",
    "did Reuters say American children were killed?",
    "did Reuters say American people were killed?",
    "did the headline quote Kirby?",
    "does Reuters blame the US?",
    "does Reuters accuse the Americans of the death of six children?",
    "does Al Mayadeen blame civilians?",
    "did Reuters lament that at least 13 people were killed?",
    "did Sputnik injure soldiers?",
    "did the Syrian Civil Defense kill children?",
    "did the militants say that no leader was there?",
    "does the article say Abu Obeida was an alleged leader of ISIS?",
    "did the Observatory say they wanted helicopters?",
    "did the Observatory say that a leader was killed?",
    "did Al Mayadeen say they got Abu Obeida?",
    "did the Observatory kill Baghdadi?",
    "did the Civil Defense say Reuters reported 13 dead?",
    "did the Syrian Civil Defense, quoting Reuters, say 13 people were killed?",
    "did Kirby say US soldiers killed no one?",
    "can you confirm Kirby said no casualties were reported?",
    "Kirby says nobody at all was hurt, right?",
    "did Kirby say Americans hurt nobody?",
    "did Reuters say six children killed people?",
    "did Reuters say 13 people were massacred?",
    "did Reuters say that six children were butchered?",
    "did Sputnik say US soldiers were crippled?",
    "did the Observatory say Baghdadi was killed before October 27, 2019?",
    "did the Observatory say Baghdadi was killed today?",
    "did Sputnik say that soldiers were injured already?",
    "according to local sources, were 13 people killed?",
    "were 13 people killed according to Al Mayadeen's correspondent?",
    "did Kirby dispute that no American casualties were reported?",
    "did Reuters question that at least 13 people were killed?",
    "did Sputnik deny saying that US soldiers were injured?",
    "did Kirby ask whether no American casualties were reported?",
    "did Reuters never say that 13 people were killed?",
    "did Reuters say that it is possible that 13 people were killed?",
    "did Reuters say 13 people might have been killed?",
    "did Reuters say 13 people will be killed?",
    "did Kirby say nobody was hurt?",
    "did Kirby say nobody was killed?",
    "did Reuters tell what killed the six children?",
    "did Sputnik explain what wounded the soldiers?",
    "did the militants say which civilians died?",
    "did Reuters say 13 people were killed again?",
    "did Reuters say six children were killed except one?",
    "did local sources say the soldiers searched two houses?",
    "did Kirby say no American casualties were reported and that a soldier died?",
    "did Kirby say there were no casualties at all?",
    "did Kirby say no American soldiers took part?",
    "did Kirby say not all American casualties were reported?",
    "did Kirby say that he does not know about American casualties?",
    "did Reuters say that the US killed 13 people?",
    "did Reuters say 13 people were killed by the Americans?",
    "did Reuters say that children killed 13 people?",
    "did Sputnik say US forces control the area?",
    "did Reuters say that 13 people were killed before the landing?",
    "did Sputnik say US soldiers were injured before the confrontations?",
    "did the militants say that no leader was among the victims because of Russia?",
    "did the militants say that all the victims were civilians, according to Biden?",
    "did local sources say two helicopters landed?",
    "did the correspondent say a pair of helicopters landed?",
    "did Reuters say dozens were killed?",
    "did Reuters say half of those killed were children?",
    "did Reuters say six toddlers were killed?",
    "did Reuters say exactly 13 people were killed?",
    "did the militants say only some of the victims were civilians?",
    "did Sputnik say that soldiers were injured and killed?",
    "did Reuters say that 13 people were killed and injured?",
    "did the Observatory say it was the largest landing ever?",
    "did the Observatory say it was one of the largest landings?",
    "did the Observatory say Al-Baghdadi was the wanted person?",
    "did the Observatory say Al-Baghdadi died in Iraq?",
    "did the correspondent say 4 helicopters landed in the town of Atma?",
    "did the Turkish Civil Defense say 13 people were killed?",
    "did local sources claim it was fake news that two homes were demolished?",
    "do you think Kirby lied?",
    "did Reuters confirm US casualties?",
    "did Reuters say about 13 people were killed?",
    "did Kirby mention that American casualties were reported?",
    "did Al Mayadeen say Al-Britani is the leader of ISIS?",
    "does Al Mayadeen say that Al-Britani leads ISIS?",
    "does Al Mayadeen say that Al-Britani took shelter in the house of Abu Obeida?",
    "did Reuters say that Americans were killed in confrontations?",
    "did the militants say that the airdrop killed all civilians?",
    "did the Observatory say that American special forces died?",
    "did the Observatory say that the camps were targeted?",
    "did local sources say that coalition soldiers were demolished?",
    "does the Civil Defense quote Reuters?",
    "can I say that Sputnik denies American injuries?",
    "the report says the Observatory reported that six children were killed, right?",
    "did local sources say the raid went well?",
    "did Sputnik say the American soldiers came home safe and sound?",
    "did local sources say both homes are still standing?",
    "did Reuters say no one was killed, not one child?",
    "did Reuters say 13% of the people died?",
    "you were wounded, according to Sputnik?",
    "does the report itself say that ISIS hid in Al-Britani's house?",
    "does the report itself say that Abu Obeida gave Al-Britani shelter?",
    "does the report itself say the house was the target?",
    "did the Observatory say that the wanted persons were looking for the coalition?",
    "did the Observatory say that wanted persons carried out a landing?",
    "did the militants say that all the civilians are victims?",
    "did the headline say that civilians caused the airdrop?",
    "did Reuters say six people, children among them, were killed?",
    "did the Civil Defense say 13 of its people died?",
    "did local sources say homes of the coalition were demolished?",
    "did Reuters say 13 people were supposedly killed?",
    "Reuters reported 13 dead, not children, right?",
    "did Sputnik say US soldiers were severely injured?",
)
SAID = (
    "were 13 people killed according to Reuters?",
    "according to the Civil Defense, were 13 people killed?",
    "did Reuters say no fewer than 13 people were killed?",
    "isn't it the Observatory that called it the largest landing since 2019?",
    "were no American casualties reported according to Kirby?",
    "did Kirby dispute American casualties?",
    "did Kirby comment on American casualties?",
    "did the militants mention civilians?",
    "did Reuters say the deaths came after the American landing?",
    "did the Observatory say there has been no bigger landing since Baghdadi's death?",
    "did the militants say that nobody but civilians was hit?",
    "does Reuters quote the Civil Defense?",
    "was the Civil Defense quoted by Reuters?",
    "is Kirby quoted in the report?",
    "does the report say that Reuters reported 13 dead?",
    "can I say that Sputnik reported armed men control the area?",
    "it was said by the militants that all victims are civilians, isn't it so?",
    "did Reuters rely on the Civil Defense?",
    "was the figure of 13 dead given by the Civil Defense?",
    "did both Reuters and the Civil Defense report 13 killed?",
    "did local sources say the operation did not go as planned?",
    "did the Observatory say Baghdadi died on the 27th of October 2019?",
    "did the Observatory say that Baghdadi was killed on 27/10/2019?",
)
GRANTED = (
    "was it the rescuers that Reuters quoted",
    "reuters says the american landing came first and then the confrontations, right?",
    "did Kirby say no US soldier was reported hurt",
    "does Sputnik say gunmen fought the US forces",
    "does Reuters say six children were among those killed and that an american landing took place",
    "sputnik wrote that they fought for hours, or have i misread that",
    "do the locals accuse the coalition of flattening two homes",
    "did the observatory say they were after wanted people, bhai",
    "the observatory said it was near the camps, where so many families live, right?",
    "Militants posted that no leader was among the victims. Am I quoting them fairly?",
    "did reuters realy say 13 people died",
    "did Reuters give a figure of 13 dead?",
    "did Sputnik report that soldiers were hurt? Do not dodge me",
    "do not waste my time, did Reuters report 13 dead?",
    "Reuters leans on the Civil Defense, right?",
    "did Sputnik say soldiers were hurt yes or no i am in a hurry",
    "yes or no, did Reuters report 13 dead",
    "Reuters says six children died, correct or my eyes are bad?",
    "did the people living there say that two homes were demolished?",
    '"Reuters: six children killed" - a fair headline?',
    "did the Observatory say the landing was the largest since 2019?",
    "the militants reported all the victims were civilians, correct?",
    "did the Observatory say that Baghdadi was killed in Idlib?",
    "is the Civil Defense the source of Reuters?",
    "the Civil Defense spoke of 13 dead at a minimum, am I reading it well?",
    "Sputnik writes that elite US soldiers got hurt, do I follow?",
    "did Reuters have the nerve to report that children died?",
    "would I be right to quote Reuters for 13 dead?",
    "the Observatory said it was over near the camps, true or false, by this text?",
    "Sputnik says armed men control that area, is it right that they say so?",
    "local sources said the mission did not go well, correct?",
    "the Civil Defense puts the dead at 13 or more, yes?",
    "Sputnik says US soldiers were injured, not killed, right?",
    "Reuters' source was the Civil Defense, wasn't it?",
    "the militants: no leader died. they said that?",
    "Reuters and local sources both give the number 13, right?",
    "did Sputnik say the US fought armed men?",
    "did Reuters say six out of the thirteen victims were children?",
    "did Reuters report six in 13 were children?",
    "did the Civil Defense provide a death toll?",
    "did Reuters say how many children perished?",
    "did the correspondent publish the number of helicopters?",
    "local sources reported houses were flattened, correct?",
    "is 'two houses were flattened' what the locals said?",
    "per the militants, no leader died, correct?",
    "according to the article, did Sputnik claim that US soldiers were hurt?",
    "are the militants behind the claim that no leader was among the victims?",
    "did the locals ever report that four helicopters took part?",
    "the Russians was the one that said soldiers were injured, right?",
    "correct me if I'm wrong but the Observatory said the helicopters looked for wanted persons",
    "is 'there were no American casualties' what Kirby said?",
    "is the claim that at least 13 people died made by Reuters?",
    "the militants reported that all victims were civilians, no?",
)
OTHERWISE = (
    "did the Observatory say it was the largest landing ever?",
    "did the Observatory say it was the smallest landing since 2019?",
    "is 'the mission failed' what the Pentagon said?",
    "are the militants behind the claim that four helicopters landed?",
    "did Reuters say six of the twelve were children?",
    "did Reuters say 13 of the 13 were children?",
    "did the militants publish a number of dead?",
    "did the headline provide any figure?",
    "does the headline quantify the civilian casualties?",
    "did Kirby publish a civilian death toll?",
    "did Reuters say how many women died?",
    "did the Civil Defense say the children suffocated?",
    "did Reuters say six people were killed?",
    "did Reuters say 13 children died?",
    "did local sources say one house was demolished?",
    "did Sputnik say the fighting was over within minutes?",
    "does Sputnik quote the Civil Defense?",
    "does Sputnik say that the Pentagon admits injuries?",
    "did Sputnik, like Reuters, say six children were killed?",
    "did Sputnik say the fighting was in the south of Syria?",
    "did the correspondent locate the landing south of Idlib?",
    "did the Observatory say Baghdadi was killed just now?",
    "did the Observatory date the death of Baghdadi to November 2019?",
    "does the report itself say that soldiers were hurt on Thursday evening?",
    "did local sources report hundreds of helicopters?",
    "did the militants say there were fighters among the victims?",
    "Sputnik's source was the Pentagon, wasn't it?",
    "did Reuters take the number from the Observatory?",
    "does Reuters cite CNN?",
    "do Reuters and Sputnik both report that children died?",
)


@pytest.mark.parametrize("question", TWISTS)
def test_a_twist_is_not_granted(shipped: Responder, question: str) -> None:
    """A word of weight that the statement lacks, or one that turns it, leaves no yes."""
    assert shipped.answer(question).verdict != "yes"


@pytest.mark.parametrize("question", SAID)
def test_what_is_said_is_not_denied(shipped: Responder, question: str) -> None:
    """Its own statement in other words may lack the verdict, but is never answered with no."""
    answer = shipped.answer(question)
    assert answer.verdict != "no"
    assert answer.told


@pytest.mark.parametrize("question", GRANTED)
def test_a_frame_around_what_is_said_takes_no_yes_away(shipped: Responder, question: str) -> None:
    """What the asker says of their own reading, and courtesies, are no part of the statement."""
    assert shipped.answer(question).verdict == "yes"


@pytest.mark.parametrize("question", OTHERWISE)
def test_another_number_unit_or_mouth_is_denied(shipped: Responder, question: str) -> None:
    """Who counts the same to another number, measures it otherwise or cites somebody else did not say so."""
    assert shipped.answer(question).verdict == "no"


@pytest.mark.parametrize(
    "question",
    [
        "so the Observatory does not say Baghdadi died in this landing, right?",
        "the Observatory never said Baghdadi was killed in this raid, correct?",
    ],
)
def test_who_rightly_says_it_was_not_said_is_not_contradicted(shipped: Responder, question: str) -> None:
    """The no of an entry is for those who suppose what it has otherwise, not for those who deny it too."""
    assert shipped.answer(question).verdict != "no"


THINGS = ("the dead according to Reuters", "the two houses, per the correspondent", "casualties according to the title")


@pytest.mark.parametrize("thing", THINGS)
def test_whose_account_of_a_thing_is_no_question_for_yes_or_no(shipped: Responder, thing: str) -> None:
    """What the source says of it is told, with no verdict."""
    answer = shipped.answer(thing)
    assert answer.verdict is None
    assert answer.statements


@pytest.mark.parametrize(
    "said",
    ["every one of the victims was a civilian", "each victim was a civilian", "everyone who died was a civilian"],
)
def test_every_one_is_all(shipped: Responder, said: str) -> None:
    """Who is said of all is said of every one."""
    assert shipped.answer(f"did the militants say {said}?").verdict == "yes"


@pytest.mark.parametrize(
    "said",
    ["every victim except one was a civilian", "some victims were civilians", "all those killed were unarmed"],
)
def test_some_and_all_but_one_are_not_all(shipped: Responder, said: str) -> None:
    """What is said of all is no yes to some of them, to all but one, or to more than was said of them."""
    assert shipped.answer(f"did the militants say {said}?").verdict != "yes"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("did the correspondent say that the dead were civilians?", id="casualties are not all dead"),
        pytest.param("did local sources say the dead included women?", id="nor the women among them"),
        pytest.param("did the headline mention the deceased?", id="nor in the headline"),
        pytest.param("did Reuters say 13 people and 6 children were killed?", id="a part is not counted twice"),
        pytest.param("did local sources say it was north of Atma?", id="north of something else"),
        pytest.param(
            "did the Observatory say it was the largest landing near Atma since Baghdadi?", id="largest where"
        ),
        pytest.param("did the militants say all the civilians died?", id="all of whom"),
        pytest.param("did the militants say on television that all victims were civilians?", id="on another medium"),
        pytest.param("did Kirby say on the radio that no American casualties were reported?", id="on any medium"),
        pytest.param("did Reuters quote the report?", id="who quotes whom"),
        pytest.param("does the Observatory quote the report?", id="who quotes whom, after an article"),
        pytest.param("did Al Mayadeen get its number from Sputnik?", id="who has a number from whom"),
        pytest.param("the militants told that gunmen were among the dead, right?", id="who is told of, not who tells"),
        pytest.param("does the report say that Al-Britani did lead ISIS?", id="who did lead what"),
        pytest.param("does the report say the soldiers did shoot at US soldiers?", id="who did shoot at whom"),
        pytest.param("did Sputnik call the US soldiers occupation forces?", id="what they are called"),
        pytest.param("is the Observatory right, nothing was bigger since 2019?", id="who is right"),
        pytest.param("did Reuters say at least 13 people were killed, soldiers included?", id="who is included"),
        pytest.param(
            "did the Observatory say the helicopters landed near camps, did not take off again?", id="a second"
        ),
        pytest.param("does the report say Abu Obeida hid in the house of the ISIS leader?", id="whose house"),
        pytest.param("does the report say that Abu Obeida leads ISIS?", id="one of several leaders"),
        pytest.param("Sputnik credits the US army with injuries?", id="who is credited with what"),
        pytest.param("did the Pentagon say that nobody was killed?", id="nobody of anybody's"),
        pytest.param("did the militants say that no civilian died?", id="no civilian"),
        pytest.param("did the locals quote Al Mayadeen?", id="who quotes whom, by a doubtful name"),
        pytest.param("did the residents cite the correspondent?", id="who cites whom, by a doubtful name"),
        pytest.param("did the correspondent tell the locals that four helicopters landed?", id="who told whom"),
        pytest.param("did the locals get their news from Al Mayadeen?", id="who has it from whom"),
        pytest.param("according to the Civil Defense, Reuters said that 13 people were killed?", id="who speaks first"),
        pytest.param("Kirby may have said something else", id="may have said"),
        pytest.param("did Sputnik say military officers were hurt?", id="officers"),
        pytest.param("did Reuters say six schoolkids were killed?", id="schoolkids"),
        pytest.param("did local sources say two villas were demolished?", id="villas"),
        pytest.param("did the Observatory say they landed near a refugee camp?", id="refugees"),
        pytest.param("did the Observatory say they came to arrest wanted persons?", id="to arrest"),
    ],
)
def test_a_detail_that_nobody_gives_is_not_granted(shipped: Responder, question: str) -> None:
    """What says more than the statement, or turns round who does what, leaves no yes."""
    assert shipped.answer(question).verdict != "yes"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("did Reuters say at least 13 people were killed, unlike the militants?", id="unlike others"),
        pytest.param("did Kirby, not the militants, say no American casualties were reported?", id="not others"),
        pytest.param("did Kirby say no American casualties were reported, and I am furious?", id="how the asker feels"),
        pytest.param("no wait, did Reuters say that six children were killed, or did I misread?", id="did I misread"),
        pytest.param("did Kirby say no casualties were reported even though they deny it?", id="even though"),
        pytest.param("quote Kirby word for word", id="no question"),
        pytest.param("is Sputnik a state agency?", id="state, the noun"),
        pytest.param("I told Reuters that 14 people were killed", id="what the asker said"),
        pytest.param("I wish Kirby had said that soldiers were hurt", id="what the asker wishes"),
        pytest.param("Reuters has said enough", id="a remark"),
    ],
)
def test_what_stands_beside_it_gets_no_denial(shipped: Responder, question: str) -> None:
    """A true statement is not denied for its tail, nor is a remark that asks nothing."""
    assert shipped.answer(question).verdict != "no"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("the dead were fighters, the militants said", id="a source as what they were"),
        pytest.param("the victims were rescuers, Reuters reported", id="another source as what they were"),
        pytest.param("13 people were killed by the Civil Defense, Reuters said", id="a source as who did it"),
        pytest.param("did Reuters say 13 people were killed although a helicopter crashed?", id="although, and more"),
        pytest.param("Reuters says 13 people were killed; a helicopter crashed, right?", id="a second statement"),
        pytest.param("did Sputnik say soldiers were injured, which means that three died?", id="which means"),
        pytest.param("did Reuters verify that 13 people were killed?", id="verified"),
        pytest.param("does the correspondent doubt that two homes were demolished?", id="doubts"),
        pytest.param("did the correspondent say what the goal was?", id="what, of another thing"),
        pytest.param("did the militants say who killed the civilians?", id="who, of another thing"),
        pytest.param("did Sputnik quote that soldiers were hurt?", id="quotes"),
        pytest.param("did Sputnik report heavy casualties among US soldiers?", id="heavy"),
        pytest.param("did the correspondent report heavy losses?", id="heavy losses"),
        pytest.param("did Reuters report a heavy toll?", id="heavy toll"),
        pytest.param("the Observatory says Baghdadi died on October 27, 2019 in Iraq, right?", id="in another country"),
        pytest.param("only the militants call them civilians, right?", id="only they"),
        pytest.param("did Reuters say the dead were Americans?", id="dead after an American landing"),
        pytest.param("did Sputnik say the armed men were Americans?", id="who fought Americans"),
        pytest.param("did the Observatory say Baghdadi was an American?", id="who died by Americans"),
        pytest.param("did Reuters say six children were killed, not women?", id="set against people"),
        pytest.param(
            "does the report say the target was Abu Obeida, and that they regret it?", id="an open second part"
        ),
        pytest.param(
            "does the report say US soldiers were injured on Thursday morning, and were buried the same day?",
            id="buried",
        ),
    ],
)
def test_what_is_added_to_a_statement_is_not_granted(shipped: Responder, question: str) -> None:
    """Who they were, a second clause, more than saying, another country or nation, a contrast: no yes."""
    assert shipped.answer(question).verdict != "yes"


@pytest.mark.parametrize(
    "question",
    [
        "did Kirby say whether Americans were hurt?",
        "did the militants say whether a leader died?",
        "did the Observatory say who carried out the landing?",
    ],
)
def test_an_indirect_question_on_what_is_said_is_not_denied(shipped: Responder, question: str) -> None:
    """Whether or who: where the source speaks of it, no is wrong."""
    assert shipped.answer(question).verdict != "no"


def test_people_of_a_nation_are_granted_what_is_said_of_them(shipped: Responder) -> None:
    """Who says US soldiers were hurt says Americans were."""
    assert shipped.answer("did Sputnik say Americans were hurt?").verdict == "yes"
    assert shipped.answer("did Kirby say no Americans were hurt?").verdict == "yes"
