"""Keyboards: what fits on a button, and how many stand on a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from bot import keyboards
from knowledge import Base
from knowledge.models import Subject


def test_the_longest_id_fits_on_every_button(base: Base) -> None:
    """Callback data of the longest id a base may have stays within Telegram's 64 bytes, on any page."""
    longest = "x" * 40
    topic = base.topics[0]
    entries = tuple(entry.model_copy(update={"id": f"{longest[:-4]}{n:04}"}) for n, entry in enumerate(topic.questions))
    topic = topic.model_copy(update={"id": longest, "questions": entries * 1000})
    source = base.sources[0].model_copy(update={"id": longest})
    changed = replace(base, sources=(source,), topics=(topic,))
    boards = (keyboards.sources(changed), keyboards.topics(changed), keyboards.topic_page(topic, 500))
    data = [str(button.callback_data) for board in boards for row in board.inline_keyboard for button in row]
    assert max(len(each.encode()) for each in data) <= 64


def test_an_id_beyond_the_longest_is_refused() -> None:
    """No base can have an id that would not fit: loading refuses it."""
    with pytest.raises(ValidationError, match="at most 40 characters"):
        Subject(id="x" * 41, name="too long")


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
