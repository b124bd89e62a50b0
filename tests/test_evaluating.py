"""Labelled messages: how answers are graded, and that the shipped ones are no part of the base."""

from __future__ import annotations

import pytest

from knowledge import SHIPPED, Responder
from knowledge.evaluating import Label, Labels, evaluate, grade, load_labels, share_right, threshold_curve
from knowledge.text import words

FILES = sorted((SHIPPED / "evaluation").glob("*.yaml"))


@pytest.mark.parametrize(
    ("question", "label", "expected"),
    [
        pytest.param("what does Reuters say?", {"must": ["6"]}, "right", id="told"),
        pytest.param("what does Reuters say?", {"must": ["4|6 reuters"]}, "right", id="one of two"),
        pytest.param("what does Reuters say?", {"must": ["4"]}, "wrong", id="lacking"),
        pytest.param("what does Reuters say?", {"must": ["6"], "text": ["fourteen"]}, "wrong", id="text lacking"),
        pytest.param("were US soldiers hurt?", {"must": ["7 sputnik"]}, "partial", id="beside the point"),
        pytest.param("did Reuters say six children died?", {"must": ["6"], "verdict": "no"}, "wrong", id="verdict"),
        pytest.param("what did Russia say?", {"must": ["6"]}, "missed", id="refused"),
        pytest.param("what did Russia say?", {"expect": "decline"}, "right", id="refused rightly"),
        pytest.param("what does Reuters say?", {"expect": "decline"}, "overanswered", id="answered wrongly"),
        pytest.param("what does Reuters say?", {"expect": "either", "may": ["6"]}, "right", id="answered carefully"),
        pytest.param("what does Reuters say?", {"expect": "either"}, "overanswered", id="answered carelessly"),
        pytest.param("hello", {"expect": "small_talk"}, "right", id="greeting"),
        pytest.param("what does Reuters say?", {"expect": "small_talk"}, "wrong", id="no greeting"),
    ],
)
def test_grades(shipped: Responder, question: str, label: dict[str, object], expected: str) -> None:
    """Each way an answer can be good or bad has its grade, and all but right say why."""
    given, why = grade(Label.model_validate({"ask": question, "kind": "any", **label}), shipped.answer(question))
    assert given == expected
    assert bool(why) == (expected != "right")


def test_conversations_are_asked_in_their_own_context(shipped: Responder) -> None:
    """A turn knows the turns before it, and nothing of other conversations."""
    first = Label(ask="how many helicopters landed?", kind="fact", must=("4",), may=("11",))
    then = Label(ask="who said that?", kind="who", must=("4",), may=("11",))
    alone = Label(ask="who said that?", kind="who", expect="decline")
    results = list(evaluate(shipped, Labels(messages=(alone,), conversations=((first, then), (alone,)))))
    assert [result.grade for result in results] == ["right"] * 4
    assert share_right(results) == 100


def test_the_curve_falls(shipped: Responder) -> None:
    """The higher the limit, the less is answered, rightly or not."""
    labels = load_labels(FILES[0])
    curve = list(threshold_curve(list(evaluate(shipped, labels))[:60], range(0, 101, 20)))
    assert [row[0] for row in curve] == [0, 20, 40, 60, 80, 100]
    for column in (1, 2):
        shares = [row[column] for row in curve]
        assert shares == sorted(shares, reverse=True)


def test_no_labelled_message_is_a_phrasing(shipped: Responder) -> None:
    """What the base is measured on is not what it was made of: no message of three words or more stands in it."""
    written = {words(text) for entry in shipped.base.entries for text in (entry.question, *entry.phrasings)}
    written |= {words(text) for claim in shipped.base.claims for text in (claim.text, *claim.phrasings)}
    asked = [turn.ask for file in FILES for turns in load_labels(file).all() for turn in turns]
    assert len(asked) > 700
    assert [ask for ask in asked if len(words(ask)) > 2 and words(ask) in written] == []
