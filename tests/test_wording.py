"""Answers in words: how each says who says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge import Responder
from knowledge.answers import Answer
from knowledge.wording import plain, word


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        pytest.param(
            "reuters-thirteen-killed",
            "Reuters reports, quoting the Syrian Civil Defense, that at least 13 people, six of them children, "
            "were killed in confrontations after the American landing (paragraph 6).",
            id="chain of two",
        ),
        pytest.param(
            "pentagon-no-casualties",
            "Pentagon spokesperson John Kirby says that no American casualties were reported (paragraph 7).",
            id="one source",
        ),
        pytest.param(
            "airdrop-thursday",
            "The report itself says, naming no source, that the airdrop in Idlib, northern Syria, took place "
            "on Thursday morning (paragraph 3).",
            id="own voice",
        ),
        pytest.param(
            "headline-civilian-casualties",
            "The report's headline says, naming no source, that an American airdrop in Idlib caused civilian "
            "casualties (paragraph 1).",
            id="headline",
        ),
    ],
)
def test_a_statement_begins_with_its_sources(shipped: Responder, claim: str, sentence: str) -> None:
    """A sentence names the whole chain before what it says, and where it stands after."""
    answer = Answer("", "answer", statements=(shipped.base.statement(claim),))
    assert plain(answer) == sentence


def test_the_report_itself_names_a_source_where_it_quotes_one(responder: Responder) -> None:
    """Where the report itself speaks and quotes somebody, it is not said to name no source."""
    answer = Answer("", "answer", statements=(responder.base.statement("nobody-hurt"),))
    assert plain(answer) == "The report itself says, quoting Mayor Ada Quill, that nobody was hurt (paragraph 3)."


def test_statements_of_one_chain_are_one_sentence(shipped: Responder) -> None:
    """What the same sources say is told together, with every paragraph."""
    ids = ("two-homes-demolished", "reuters-thirteen-killed", "mission-failed", "four-helicopters")
    answer = Answer("", "answer", statements=tuple(map(shipped.base.statement, ids)))
    first, second = plain(answer).split("\n")
    assert first.startswith("Al Mayadeen's correspondent reports, quoting local sources, that after the mission")
    assert first.endswith(
        ", that the mission failed, and that four helicopters of the International Coalition carried out "
        "the landing (paragraphs 4, 5)."
    )
    assert second.startswith("Reuters reports")


def test_the_parts_of_an_answer_stand_in_order(shipped: Responder) -> None:
    """Verdict and lead, statements, the other side, who is silent, what is said instead, what is missing."""
    base = shipped.base
    answer = Answer(
        "",
        "answer",
        verdict="no",
        lead="Two accounts disagree.",
        statements=(base.statement("sputnik-soldiers-hurt"),),
        contrast=(base.statement("pentagon-no-casualties"),),
        instead=(base.statement("largest-since-2019"),),
        missing="how many",
        silent=(base.source_by_id["reuters"], base.source_by_id["militants"]),
    )
    lines = plain(answer).split("\n")
    assert [line.partition(" that ")[0] for line in lines] == [
        "No, not by this report. Two accounts disagree. Others are quoted on it:",
        "Sputnik says",
        "By contrast, Pentagon spokesperson John Kirby says",
        "Reuters and militants are not quoted on",
        "Quoted instead: the Syrian Opposition Observatory says",
        "The report does not say how many.",
    ]


def test_quotes_are_the_report_s_own_words(shipped: Responder) -> None:
    """Under each statement its quote, marked as one; plain text leaves quotes out."""
    answer = shipped.answer("what does Reuters say?")
    quotes = ["".join(span.text for span in line) for line in word(answer) if all(span.quote for span in line)]
    assert quotes == ["“at least 13 people including 6 children, were killed” (paragraph 6)"]
    assert "“" not in plain(answer)


def test_sources_are_bold_and_nothing_else_is(shipped: Responder) -> None:
    """Exactly the names of sources are bold."""
    names = {source.name for source in shipped.base.sources}
    for source in shipped.base.sources:
        bold = {span.text for line in word(shipped.source(source.id)) for span in line if span.bold}
        assert bold
        assert {name[0].lower() + name[1:] for name in bold} <= {name[0].lower() + name[1:] for name in names}


def test_closest_statements_follow_a_refusal(shipped: Responder) -> None:
    """What the report does not say is followed by the closest it has, attributed."""
    lines = plain(shipped.entry("type-of-helicopters")).split("\n")
    assert lines[0] == "The report does not say what type the helicopters were."
    assert lines[1] == "The closest it has:"
    assert lines[2].startswith("Al Mayadeen's correspondent reports, quoting local sources, that four helicopters")


def test_suggestions_are_listed(shipped: Responder) -> None:
    """Questions to ask instead are listed under a refusal."""
    entry = next(shipped.base.entries)
    answer = replace(shipped.answer("qwrtzp"), suggestions=(entry,))
    assert plain(answer).split("\n")[-2:] == ["Did you mean one of these?", f"• {entry.question}"]
