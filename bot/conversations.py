"""What each chat was last about, so that a follow-up is understood. Knows no Telegram."""

from __future__ import annotations

import json
from collections.abc import Iterable
from sys import intern

from bot.state import ALBUM, ANSWER, CHAT, State
from knowledge import Context


class Conversations:
    """Contexts: the last of each chat, that of each answer. Also which albums were answered."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def recall(self, chat: int, replied_to: int | None = None) -> Context:
        """Return the context a message belongs to: of the answer it replies to, else the chat's last.

        A reply to an answer no longer known starts anew: a wrong context would answer another question.
        """
        if replied_to is not None:
            return read(await self._state.get(ANSWER, f"{chat}/{replied_to}"))
        return read(await self._state.get(CHAT, str(chat)))

    async def remember(self, chat: int, messages: Iterable[int], context: Context) -> None:
        """Keep the context as the chat's last, and as that of the messages which hold the answer."""
        text = written(context)
        await self._state.put(CHAT, str(chat), text)
        for message in messages:
            await self._state.put(ANSWER, f"{chat}/{message}", text)

    async def begins(self, chat: int, album: str | None) -> bool:
        """Whether this is the first of its album to be answered; what is in no album always is."""
        return album is None or await self._state.add(ALBUM, f"{chat}/{album}", "answered")

    async def began(self, chat: int, album: str | None) -> bool:
        """Whether something of this album was answered already."""
        return album is not None and await self._state.get(ALBUM, f"{chat}/{album}") is not None


def written(context: Context) -> str:
    """Return the context as text; equal ones are one, since many people ask the same."""
    return intern(json.dumps(vars(context)))


def read(text: str | None) -> Context:
    """Return the context as it was written; a new one where there is none, or another version wrote it."""
    try:
        fields = json.loads(text or "{}")
        denied, whether = (bool(fields.pop(name, False)) for name in ("denied", "whether"))
        told = {name: tuple(map(str, values)) for name, values in fields.items()}
        return Context(**told, denied=denied, whether=whether)
    except (ValueError, TypeError, AttributeError):
        return Context()
