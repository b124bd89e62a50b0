"""What stands right beside a fact of the report and is not in it, asked of the shipped report."""

from __future__ import annotations

import pytest

from knowledge import Responder


@pytest.mark.parametrize(
    ("stated", "unstated"),
    [
        pytest.param("what does Reuters say?", "which man of the Civil Defense briefed Reuters?", id="who of a source"),
        pytest.param("why did they land?", "had they come to kill him or to arrest him?", id="with which order"),
        pytest.param("what does the correspondent say?", "was the correspondent there himself?", id="who saw it"),
        pytest.param("do the accounts differ?", "who won the match of yesterday?", id="another match"),
        pytest.param("what does Sputnik say?", "what is the Sputnik reporter's name?", id="a name within a source"),
        pytest.param("how many children were killed?", "were the children boys or girls?", id="of which sex"),
        pytest.param("how many were killed?", "how did the Civil Defense count the bodies?", id="how it was counted"),
        pytest.param("how many homes were demolished?", "which of the homes was demolished first?", id="which one"),
        pytest.param("on which day was the landing?", "did they return on Sunday?", id="came again"),
        pytest.param("what did the Observatory say?", "what did the imam of the village say?", id="who speaks"),
        pytest.param("were soldiers hurt?", "in which part of the body were soldiers hurt?", id="part of the body"),
        pytest.param("were women among the victims?", "what nationality were the women?", id="nationality"),
        pytest.param("who was Abu Obeida?", "what clothes did Abu Obeida wear?", id="clothes"),
        pytest.param("did it happen near the border?", "did Greek soldiers fire near the border?", id="another nation"),
        pytest.param("how many children were killed?", "how many children does Zebulon have?", id="a stranger"),
        pytest.param("where is Atma?", "is Atma picturesque?", id="a plain word"),
        pytest.param("what does the correspondent say?", "what is the correspondent's name?", id="a source's name"),
        pytest.param("how many helicopters came?", "how many helicopters were destroyed?", id="what was lost of them"),
        pytest.param("when was the landing?", "when did the raid end?", id="its end"),
        pytest.param("who is Al-Britani?", "does Al-Britani collect stamps?", id="an unknown word"),
        pytest.param(
            "what did the militants post?", "which channel did the militants post on?", id="a source, not its words"
        ),
        pytest.param("what did Reuters say?", "how many journalists work for Reuters?", id="a source itself"),
        pytest.param(
            "did the coalition land near Atma?", "has a lawyer of the coalition spoken?", id="a yes or no on speech"
        ),
        pytest.param(
            "did Reuters give a toll?", "did Kirby tell why the mission went wrong?", id="why, in a yes or no"
        ),
        pytest.param("who demolished the homes?", "who sold the homes?", id="another deed"),
        pytest.param("who is Abu Obeida?", "who shot Abu Obeida?", id="a deed, not a person"),
        pytest.param("was it at night or by day?", "did anyone wear night goggles?", id="good night"),
        pytest.param("what did Sputnik say?", "is the Sputnik vaccine safe?", id="a source's name in another"),
        pytest.param("were soldiers hurt?", "how many soldiers died at Gettysburg?", id="another battle"),
        pytest.param("which elite forces were hurt?", "which elite keyboard is best?", id="an everyday thing"),
        pytest.param("did the mission fail?", "was the mission morally a good thing?", id="opinion"),
        pytest.param(
            "where does the toll come from?", "where did the gunmen come from?", id="where somebody comes from"
        ),
        pytest.param("how many people died?", "Imagine that eighty died. How many people died?", id="pretence"),
    ],
)
def test_gap_beside_a_fact(shipped: Responder, stated: str, unstated: str) -> None:
    """What the report states is answered, and what it leaves open right beside it is not."""
    assert shipped.answer(stated).outcome == "answer"
    assert shipped.answer(unstated).outcome in ("not_stated", "no_match")


@pytest.mark.parametrize(
    "message",
    [
        "👋🏽",
        "🙏",
        "😀😀",
        "Morning!",
        "evening all",
        "gn",
        "привет",
        "مرحبا",
        "谢谢",
        "kiitos",
        "🌞 buongiorno my friend",
    ],
)
def test_hardly_a_word_is_a_greeting_or_thanks(shipped: Responder, message: str) -> None:
    """Emoji alone and half greetings are answered as what they mean."""
    assert shipped.answer(message).outcome == "small_talk"
    assert shipped.answer(message).question == message


@pytest.mark.parametrize("question", ["what country did the victims come from?", "has anyone identified the victims?"])
def test_where_people_come_from_is_no_source(shipped: Responder, question: str) -> None:
    """What is left open is left open, though the question reads like one on who said it."""
    assert shipped.answer(question).outcome == "not_stated"
