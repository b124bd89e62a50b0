"""Buttons under messages, and what each sends back when pressed. Knows no handler and keeps no state."""

from __future__ import annotations

from collections.abc import Iterable

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from knowledge import Base
from knowledge.models import Entry, Report, Topic

SOURCE = "s"  # s:<source>: what this source says
QUESTION = "q"  # q:<entry>: the answer to this question
TOPICS = "all"  # the topics
TOPIC = "t"  # t:<topic>:<page>: the questions of a topic, pages from 1
PAGE = 8  # questions on a page


def sources(base: Base) -> InlineKeyboardMarkup:
    """One button a source, in the order of the base."""
    return _column((source.name, f"{SOURCE}:{source.id}") for source in base.sources)


def topics(base: Base) -> InlineKeyboardMarkup:
    """One button for each topic that has questions to browse."""
    return _column((topic.name, f"{TOPIC}:{topic.id}:1") for topic in base.topics if browsable(topic))


def topic_page(topic: Topic, page: int) -> InlineKeyboardMarkup:
    """One button for each question of the page, then those that lead to other pages and to the topics."""
    shown = browsable(topic)[(page - 1) * PAGE : page * PAGE]
    rows = [[_button(entry.question, f"{QUESTION}:{entry.id}")] for entry in shown]
    turning = [("« Back", page - 1), ("More »", page + 1)]
    turns = [_button(text, f"{TOPIC}:{topic.id}:{to}") for text, to in turning if 1 <= to <= pages(topic)]
    return InlineKeyboardMarkup([*rows, *([turns] if turns else []), [_button("All topics", TOPICS)]])


def questions(entries: Iterable[Entry]) -> InlineKeyboardMarkup | None:
    """One button a question; None without any."""
    keyboard = _column((entry.question, f"{QUESTION}:{entry.id}") for entry in entries)
    return keyboard if keyboard.inline_keyboard else None


def link(report: Report) -> InlineKeyboardMarkup:
    """Return the button that opens the report."""
    return InlineKeyboardMarkup([[InlineKeyboardButton("Read the report", url=report.url)]])


def browsable(topic: Topic) -> tuple[Entry, ...]:
    """Questions of the topic that are about the report: no small talk."""
    return tuple(entry for entry in topic.questions if entry.kind != "small_talk")


def pages(topic: Topic) -> int:
    """How many pages the topic fills; 0 if it has nothing to browse."""
    return -(-len(browsable(topic)) // PAGE)


def _column(buttons: Iterable[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[_button(text, data)] for text, data in buttons])


def _button(text: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text[:1].upper() + text[1:], callback_data=data)
