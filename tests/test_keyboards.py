"""Keyboards: what fits on a button, and how many stand on a page."""

from __future__ import annotations

from dataclasses import replace

from bot import keyboards
from knowledge import Base, load_base


def test_every_id_of_the_shipped_base_fits_on_a_button() -> None:
    """No id of the shipped base is too long for callback data."""
    assert keyboards.check_callback_data(load_base()) == []


def test_id_too_long_for_a_button_is_a_problem(base: Base) -> None:
    """An id beyond 64 bytes with its prefix is named, be it a source's, an entry's or a topic's."""
    long = "x" * 63
    topic = base.topics[0]
    entry = topic.questions[0].model_copy(update={"id": long})
    source = base.sources[0].model_copy(update={"id": long})
    topic = topic.model_copy(update={"id": long, "questions": (entry, *topic.questions[1:])})
    problems = keyboards.check_callback_data(replace(base, sources=(source,), topics=(topic,)))
    assert [problem.partition(":")[0] for problem in problems] == ["'s", "'q", "'t"]
    assert problems[0].endswith("a button carries at most 64 bytes, this is 65; shorten the id")


def test_small_talk_is_not_browsed(base: Base) -> None:
    """A topic of nothing but small talk is not offered."""
    labels = [button.text for row in keyboards.topics(base).inline_keyboard for button in row]
    assert labels == ["The bridge"]


def test_page_turns_lead_only_to_pages_there_are(base: Base) -> None:
    """The first page leads on, the last one back, and both to the topics."""
    pages = [keyboards.topic_page(base.topics[0], page).inline_keyboard for page in (1, 2)]
    assert [len(page) for page in pages] == [keyboards.PAGE + 2, 2 + 2]
    assert [[button.callback_data for row in page[-2:] for button in row] for page in pages] == [
        ["t:bridge:2", "all"],
        ["t:bridge:1", "all"],
    ]


def test_no_question_is_no_keyboard() -> None:
    """An answer without suggestions has no buttons."""
    assert keyboards.questions(()) is None
