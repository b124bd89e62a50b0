"""Labelled messages: how answers are graded, and that the shipped ones are no part of the base."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bot.evaluation import shares
from knowledge import SHIPPED, Answer, Base, BaseProblems, Responder
from knowledge.answers import Verdict
from knowledge.evaluating import (
    FOLDS,
    Grade,
    Label,
    Labels,
    Result,
    evaluate,
    grade,
    held_out_entries,
    held_out_phrasings,
    load_labels,
    share_right,
    threshold_curve,
)
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


def test_held_out_phrasings_ask_every_phrasing_once(ferry: Base) -> None:
    """Each phrasing is asked of a base that lacks it; where another entry wins, the result names it."""
    results = list(held_out_phrasings(ferry))
    assert sorted(result.label.ask for result in results) == sorted(
        p for entry in ferry.entries for p in entry.phrasings
    )
    assert all(bool(result.why) == (result.grade != "right") for result in results)
    assert {result.grade for result in results} <= {"right", "wrong", "missed"}


def test_held_out_entries_ask_what_the_report_does_not_say(ferry: Base) -> None:
    """Each not-stated question is asked of a base without its entry; a refusal is right, an answer slips through."""
    results = list(held_out_entries(ferry))
    questions = {entry.question for entry in ferry.entries if entry.kind == "not_stated"}
    assert questions
    assert {result.label.ask for result in results} == questions
    assert all((result.answer.outcome in ("not_stated", "no_match")) == (result.grade == "right") for result in results)


@pytest.mark.parametrize(
    ("question", "label", "expected", "why"),
    [
        pytest.param("why did it sink", {"must": ["5"], "may": ["6"]}, "right", "", id="everything told is allowed"),
        pytest.param("why did it sink", {"must": ["5"]}, "partial", "beside the point: high-waves", id="one too many"),
        pytest.param("why did it sink", {"must": ["1", "7"]}, "wrong", "lacks 1, 7", id="several lacking"),
        pytest.param("why did it sink", {"must": ["5 minister", "5 bluewave"], "may": ["6"]}, "right", "", id="source"),
        pytest.param("why did it sink", {"must": ["5 coastguard"]}, "wrong", "lacks 5 coastguard", id="other source"),
        pytest.param(
            "did Nord say that 9 passengers drowned?",
            {"must": ["3 nord"], "may": ["4"], "verdict": "no"},
            "wrong",
            "the verdict is yes, not no",
            id="other verdict",
        ),
        pytest.param(
            "what did Nord say?",
            {"must": ["3"], "may": ["4"], "text": ["QUOTING the coast guard", "ten"]},
            "wrong",
            "the text lacks ten",
            id="text, whatever its case",
        ),
        pytest.param("what did a ticket cost?", {"must": ["3"]}, "missed", "is not_stated", id="refused"),
        pytest.param("bread", {"must": ["3"]}, "missed", "is no_match", id="not understood"),
        pytest.param(
            "did the minister say that aliens attacked?",
            {"verdict": "no", "may": ["5", "7"]},
            "right",
            "",
            id="refusal that is the no expected",
        ),
        pytest.param("bread", {"expect": "decline"}, "right", "", id="off topic declined"),
        pytest.param("hello", {"expect": "decline"}, "overanswered", "tells small_talk", id="small talk for a refusal"),
        pytest.param(
            "who was the captain?", {"expect": "decline"}, "overanswered", "tells captain-dahl", id="told instead"
        ),
        pytest.param(
            "did Nord say that 9 passengers drowned?",
            {"expect": "either", "may": ["3", "4"], "verdict": "no"},
            "overanswered",
            "tells nine-drowned, nobody-died",
            id="wrong verdict where either would do",
        ),
        pytest.param("bread", {"expect": "small_talk"}, "wrong", "is no_match", id="not understood as small talk"),
    ],
)
def test_grade_says_why(ferryman: Responder, question: str, label: dict[str, object], expected: str, why: str) -> None:
    """What is wrong with an answer is said in words a curator can act on."""
    asked = Label.model_validate({"ask": question, "kind": "any", **label})
    assert grade(asked, ferryman.answer(question)) == (expected, why)


def test_phrasing_held_out_is_graded_by_what_comes_back(ferry: Base) -> None:
    """Right is the phrasing's own entry or its claims; wrong names the winner; missed is not understood."""
    by_phrasing = {result.label.ask: result for result in held_out_phrasings(ferry)}
    assert by_phrasing["number of people rescued"].grade == "right"
    assert by_phrasing["number of people rescued"].label.kind == "how-many-saved"
    assert by_phrasing["link to the article"].grade == "missed"  # no other phrasing has a word of it
    assert by_phrasing["link to the article"].why == "no_match"
    assert by_phrasing["name of the newspaper"].grade == "wrong"
    assert by_phrasing["name of the newspaper"].why == by_phrasing["name of the newspaper"].answer.entry
    assert by_phrasing["good evening"].label.expect == "small_talk"


def test_phrasing_in_the_base_would_be_found(ferryman: Responder) -> None:
    """What is missed when held out is found by the whole base: it was indeed held out."""
    assert ferryman.answer("link to the article").entry == "who-published"


def test_many_phrasings_are_held_out_in_folds(ferry: Base) -> None:
    """Where an entry has more phrasings than there are folds, each is still asked once."""
    many = tuple(f"what price had ticket {n}" for n in range(2 * FOLDS + 3))
    topics = tuple(
        topic.model_copy(
            update={
                "questions": tuple(
                    entry.model_copy(update={"phrasings": many if entry.id == "ticket-price" else ()})
                    for entry in topic.questions
                )
            }
        )
        for topic in ferry.topics
    )
    results = list(held_out_phrasings(replace(ferry, topics=topics)))
    assert Counter(result.label.ask for result in results) == Counter(many)
    assert share_right(results) == 100


def result(grade: Grade, score: float) -> Result:
    """Return a result of this grade and score."""
    return Result(Label(ask="any", kind="any"), Answer("any", "answer", score=score), grade)


def test_shares_count_verdicts_and_what_slips_through() -> None:
    """What became of messages that have a verdict, and of those to be declined; nothing of what has neither."""

    def asked(expected: Verdict | None, given: Verdict | None, grade: Grade = "right", decline: bool = False) -> Result:
        label = Label(ask="any", kind="any", expect="decline" if decline else "answer", verdict=expected)
        return Result(label, Answer("any", "answer", verdict=given), grade)

    told = [asked("yes", "yes"), asked("no", "no"), asked("yes", "no"), asked("no", None), asked("yes", None)]
    declined = [asked(None, None, "overanswered", decline=True), *[asked(None, None, decline=True)] * 2]
    assert list(shares([*told, *declined, asked(None, None)])) == [
        "Of 5 to be answered with yes or no, 2 get that verdict, 1 the contrary, 2 none.",
        "Of 3 that the report does not answer, 1 (33.3 %) are answered all the same.",
    ]
    assert list(shares([asked(None, "yes")])) == []


def test_share_right_is_a_percentage() -> None:
    """Only what is right counts; of nothing asked, nothing is wrong."""
    assert share_right([result("right", 1), result("partial", 1), result("wrong", 1), result("right", 1)]) == 50
    assert share_right([]) == 100


def test_curve_tells_right_and_other_shares_at_each_limit() -> None:
    """For each limit, how much of all that was asked is answered rightly and otherwise from there on."""
    results = [result("right", 80), result("right", 40), result("wrong", 60), result("missed", 0)]
    assert list(threshold_curve(results, [0, 40, 41, 61, 81])) == [
        (0, 50, 50),
        (40, 50, 25),
        (41, 25, 25),
        (61, 25, 0),
        (81, 0, 0),
    ]
    assert list(threshold_curve([], [0])) == [(0, 0, 0)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("messages: [{ask: x, kind: y, must: ['four']}]", id="reference that is no paragraph"),
        pytest.param("messages: [{ask: x, kind: y, expect: maybe}]", id="unknown expectation"),
        pytest.param("messages: [{kind: y}]", id="no message"),
        pytest.param("message: []", id="unknown key"),
        pytest.param("", id="nothing"),
    ],
)
def test_malformed_labels_are_an_error(tmp_path: Path, text: str) -> None:
    """A file of labels is checked like the rest."""
    (tmp_path / "labels.yaml").write_text(text)
    with pytest.raises(BaseProblems, match=r"labels\.yaml:1: "):
        load_labels(tmp_path / "labels.yaml")


def test_labels_are_read_in_their_order(tmp_path: Path) -> None:
    """Single messages come first, each a conversation of one turn; numbers need no quotes."""
    text = "conversations: [[{ask: b, kind: k}, {ask: c, kind: k}]]\nmessages: [{ask: a, kind: k, must: [4, 7 nord]}]"
    (tmp_path / "labels.yaml").write_text(text)
    turns = list(load_labels(tmp_path / "labels.yaml").all())
    assert [[label.ask for label in conversation] for conversation in turns] == [["a"], ["b", "c"]]
    assert turns[0][0].must == ("4", "7 nord")
