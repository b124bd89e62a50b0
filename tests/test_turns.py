"""Turns of phrase from other languages, as plain English."""

from __future__ import annotations

import pytest

from knowledge.turns import plainly


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        pytest.param("how is called the ferry", "what name is the ferry", id="passive, verb first"),
        pytest.param("how the island was called", "what name was the island", id="noun first"),
        pytest.param("how are the divers named , please", "what name are the divers , please", id="noun between"),
        pytest.param("how do you call this boat", "what name is this boat", id="active"),
        pytest.param("how calls the harbour", "what name is the harbour", id="no subject"),
        pytest.param("the men which were on board", "the men that were on board", id="which after a noun"),
        pytest.param("the storm which they saw", "the storm that they saw", id="which before a pronoun"),
        pytest.param("nobody drowned , is not ?", "nobody drowned , right ?", id="tag without a subject"),
        pytest.param("it was theirs . agree ?", "it was theirs . right ?", id="tag that asks to agree"),
        pytest.param("explain it to my 7 year old", "explain it for dummies", id="for a child of some age"),
        pytest.param("nobody drowned , truth", "nobody drowned , right", id="tag that is a noun"),
        pytest.param("children between the dead ?", "children among the dead ?", id="among"),
        pytest.param("what is it that they told", "what they told", id="cleft"),
        pytest.param("the ferry was of whom", "the ferry was whose", id="possession"),
        pytest.param("what for a boat was it", "what a boat was it", id="kind"),
        pytest.param("tell us who drowned", "tell me who drowned", id="us who are told"),
        pytest.param("what did the mayor tell us", "what did the mayor tell", id="told by somebody"),
        pytest.param("what took place at sea", "what happened at sea", id="taking place"),
        pytest.param("what came once the ferry sank", "what came after the ferry sank", id="once"),
        pytest.param("what is said about who drowned", "what is said about those who drowned", id="about who"),
        pytest.param("name the fool who says nobody drowned", "who says nobody drowned", id="name who says"),
        pytest.param("when did that dirty dog swim", "when did that dirty guy swim", id="beast"),
        pytest.param("why did they run home ?", "why did they run ?", id="homeward"),
        pytest.param("nobody drowned ? did he say so ?", "nobody drowned ? right ?", id="whether it was said"),
        pytest.param("what does that liar say", "what does he say", id="liar"),
        pytest.param("which source names him", "which source mentions him", id="names"),
        pytest.param("which outlet has that news ?", "which outlet says that ?", id="has that"),
        pytest.param("where they got this 9 from", "who says 9", id="where they got it from"),
        pytest.param("where did they get the number 9", "who says 9", id="where they got the number"),
        pytest.param("nine drowned or did he make it all up ?", "nine drowned , right ?", id="made up"),
        pytest.param("is it true , or are you just lying", "is it true , right", id="lying"),
        pytest.param("the ferry burned ? sounds so strange", "the ferry burned , right", id="sounds strange"),
        pytest.param("it burned for days and days", "it burned for days", id="said twice"),
        pytest.param("did 2 whole boats sink", "did 2 boats sink", id="whole ones"),
        pytest.param("the poor people on board", "the people on board", id="poor people"),
        pytest.param("was it late i mean when was it", "when was it", id="what is meant"),
        pytest.param("who published this , the mayor ?", "who published this", id="who published it"),
        pytest.param("what did he say , quote his exact words", "what did he say", id="exact words"),
        pytest.param("who says that brother ?", "who says that ?", id="brother"),
        pytest.param("what did they claim this time", "what did they claim", id="said this time"),
        pytest.param("who is counted among the dead", "who are among the dead", id="counted among"),
        pytest.param("what did the mayor hear about it", "what did the mayor say about it", id="hearing"),
        pytest.param("what brought the divers to sea", "why did the divers come to sea", id="bringing"),
        pytest.param("the mayor how many boats he said", "how many boats does the mayor said", id="subject ahead"),
        pytest.param("9 dead , this is said by which paper , nord ?", "who says 9 dead , nord ?", id="said by which"),
        pytest.param("where is the fire on board bit from ?", "who says fire on board ?", id="where it is from"),
        pytest.param("no way , did he say nine ?", "did he say nine ?", id="no way"),
        pytest.param("figures . what did he say", "what did he say", id="it figures"),
        pytest.param("who sank it ? have not read past the title", "who sank it ?", id="not read"),
        pytest.param("he says nine drowned . does he", "he says nine drowned , right", id="does he"),
        pytest.param("who says so or is that just the paper", "who says so ?", id="just the paper"),
        pytest.param("who sank it ? the crew or pirates ?", "who sank it ?", id="two guesses"),
        pytest.param("sum it up but without the spin", "sum it up", id="without spin"),
        pytest.param("the divers own version", "the divers version", id="their own version"),
        pytest.param("a guy at my work insists that nine people drowned", "nine people drowned", id="insisting"),
        pytest.param("what were they there for ?", "why were they there ?", id="what for"),
        pytest.param("boats how many pieces were there", "boats how many were there", id="pieces"),
        pytest.param("they made the hut flat", "they flatten the hut", id="made flat"),
        pytest.param("so who then ?", "so who did ?", id="who then"),
        pytest.param("what does this text take from nord", "what does nord say", id="taking from"),
        pytest.param("which body is behind the nord figure ?", "who does nord quote ?", id="behind a figure"),
        pytest.param("nord has 2 divers hurt ?", "nord says 2 divers hurt ?", id="having somebody hurt"),
        pytest.param("the ferry sank next to the pier", "the ferry sank near the pier", id="next to"),
        pytest.param("does the text it self say so", "does the text itself say so", id="itself"),
        pytest.param("nord against the mayor , fight", "nord against the mayor", id="cheering"),
        pytest.param("how does Nord describe where it sank", "what does Nord say about where it sank", id="describe"),
    ],
)
def test_turn_is_put_plainly(said: str, meant: str) -> None:
    """What asks for a name, and what only joins a clause, is recognised in foreign order."""
    assert plainly(said.split()) == meant.split()


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("how many boats were called", id="a number"),
        pytest.param("which outlet has that wrong", id="has that, and more"),
        pytest.param("where did they take the 9 dead", id="taken somewhere"),
        pytest.param("how it sank , and what it was called", id="another clause"),
        pytest.param("of which are they", id="which after a preposition"),
        pytest.param("which were saved", id="which at the beginning"),
        pytest.param("the version of whom", id="an account of somebody"),
        pytest.param("what for did they come", id="a reason"),
        pytest.param("between the pier and the ferry", id="two things"),
        pytest.param("the boat which island", id="which before a noun"),
        pytest.param("did it hit the home", id="a home"),
        pytest.param("about who is he talking", id="about whom"),
        pytest.param("did the mayor say so", id="asked of somebody"),
        pytest.param("did the mayor or the divers lie", id="two who may lie"),
        pytest.param("did they save her brother", id="a brother"),
        pytest.param("is it 9 and 9", id="two that are the same number"),
        pytest.param("what were they looking for", id="looking for something"),
        pytest.param("an agency insists that nine people drowned", id="a source that insists"),
        pytest.param("its own version", id="own after a possessive"),
        pytest.param("did he or did he not say nine drowned . did he say why", id="another question"),
        pytest.param("nord has said that 2 are hurt", id="having said"),
        pytest.param("who drowned this time", id="this time, not another"),
    ],
)
def test_plain_english_stays(said: str) -> None:
    """Questions for something else keep their words."""
    assert plainly(said.split()) == said.split()
