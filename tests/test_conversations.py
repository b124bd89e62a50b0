"""Conversations: which context a message belongs to, and what is forgotten."""

from __future__ import annotations

import pytest

from bot.conversations import Conversations, written
from bot.state import CHAT, Memory
from knowledge import Context

RAIN, WIND, NEW = Context(subject=("rain",)), Context(("wind",), ("a", "b"), ("mayor",)), Context()


async def test_last_answer_of_the_chat_counts() -> None:
    """A message continues its own chat's last answer, and no other chat's."""
    conversations = Conversations(Memory())
    await conversations.remember(1, [10], RAIN)
    await conversations.remember(1, [11], WIND)
    assert await conversations.recall(1) == WIND
    assert await conversations.recall(2) == NEW


async def test_a_context_comes_back_whole() -> None:
    """What was denied, and what was asked as yes or no, is not forgotten."""
    asked = Context(("rain",), ("a",), ("mayor",), ("a",), denied=True, whether=True)
    conversations = Conversations(Memory())
    await conversations.remember(1, [10], asked)
    assert await conversations.recall(1) == asked


async def test_reply_takes_the_context_of_that_answer() -> None:
    """A reply continues the answer it replies to, whichever of its messages that is."""
    conversations = Conversations(Memory())
    await conversations.remember(1, [10, 11], RAIN)
    await conversations.remember(1, [12], WIND)
    assert await conversations.recall(1, replied_to=11) == RAIN


async def test_reply_to_an_unknown_answer_starts_anew() -> None:
    """A reply to an answer no longer known is not taken for one to the chat's last."""
    conversations = Conversations(Memory())
    await conversations.remember(1, [11], WIND)
    assert await conversations.recall(1, replied_to=10) == NEW


@pytest.mark.parametrize("kept", ["{", "[]", '{"subject": 1}', '{"mood": ["x"]}', "null", '"x"'])
async def test_context_of_another_version_starts_anew(kept: str) -> None:
    """What cannot be read, since another version of the bot wrote it, is no context."""
    memory = Memory()
    await memory.put(CHAT, "1", kept)
    assert await Conversations(memory).recall(1) == NEW


def test_equal_contexts_are_kept_once() -> None:
    """Many people ask the same, and it takes room once."""
    one, other = (written(Context(claims=("rain", "wind"))) for _ in range(2))
    assert one is other
