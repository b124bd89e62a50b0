"""Conversations: which context a message belongs to, and what is forgotten."""

from __future__ import annotations

from bot.conversations import Conversations
from knowledge import Context

RAIN, WIND, NEW = Context(subject="rain"), Context(subject="wind"), Context()


async def test_last_answer_of_the_chat_counts() -> None:
    """A message continues its own chat's last answer, and no other chat's."""
    conversations = Conversations()
    await conversations.remember(1, [10], RAIN)
    await conversations.remember(1, [11], WIND)
    assert await conversations.recall(1) == WIND
    assert await conversations.recall(2) == NEW


async def test_reply_takes_the_context_of_that_answer() -> None:
    """A reply continues the answer it replies to, whichever of its messages that is."""
    conversations = Conversations()
    await conversations.remember(1, [10, 11], RAIN)
    await conversations.remember(1, [12], WIND)
    assert await conversations.recall(1, replied_to=11) == RAIN


async def test_reply_to_a_forgotten_answer_starts_anew() -> None:
    """A reply to an answer no longer known is not taken for one to the chat's last."""
    conversations = Conversations(answers=1)
    await conversations.remember(1, [10], RAIN)
    await conversations.remember(1, [11], WIND)
    assert await conversations.recall(1, replied_to=10) == NEW


async def test_chat_unused_longest_is_forgotten_first() -> None:
    """Memory is bounded; asking in a chat keeps it alive."""
    conversations = Conversations(chats=2)
    await conversations.remember(1, [], RAIN)
    await conversations.remember(2, [], RAIN)
    await conversations.recall(1)
    await conversations.remember(3, [], RAIN)
    assert [await conversations.recall(chat) for chat in (1, 2, 3)] == [RAIN, NEW, RAIN]
