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
    ],
)
def test_plain_english_stays(said: str) -> None:
    """Questions for something else keep their words."""
    assert plainly(said.split()) == said.split()
