"""What each chat was last about, so that a follow-up is understood. Knows no Telegram.

The methods are asynchronous so that a shared store can stand in for this memory.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from knowledge import Context

Key = TypeVar("Key", bound=Hashable)
CHATS = 10_000
ANSWERS = 50_000
_NEW = Context()


class Conversations:
    """Contexts in memory: the last of each chat, that of each answer; the longest unused are forgotten."""

    def __init__(self, chats: int = CHATS, answers: int = ANSWERS) -> None:
        self._of_chat: _Recent[int] = _Recent(chats)
        self._of_answer: _Recent[tuple[int, int]] = _Recent(answers)

    async def recall(self, chat: int, replied_to: int | None = None) -> Context:
        """Return the context a message belongs to: of the answer it replies to, else the chat's last.

        A reply to an answer no longer known starts anew: a wrong context would answer another question.
        """
        if replied_to is not None:
            return self._of_answer.get((chat, replied_to))
        return self._of_chat.get(chat)

    async def remember(self, chat: int, messages: Iterable[int], context: Context) -> None:
        """Keep the context as the chat's last, and as that of the messages which hold the answer."""
        self._of_chat.put(chat, context)
        for message in messages:
            self._of_answer.put((chat, message), context)


class _Recent(Generic[Key]):
    """At most `size` contexts; the one used longest ago gives way."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._contexts: OrderedDict[Key, Context] = OrderedDict()

    def get(self, key: Key) -> Context:
        if key in self._contexts:
            self._contexts.move_to_end(key)
        return self._contexts.get(key, _NEW)

    def put(self, key: Key, context: Context) -> None:
        self._contexts[key] = context
        self._contexts.move_to_end(key)
        if len(self._contexts) > self._size:
            self._contexts.popitem(last=False)
