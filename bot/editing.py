"""Which messages answer which question, so that an edited question edits its answer. Knows no Telegram."""

from __future__ import annotations

import json
from dataclasses import dataclass
from sys import intern

from bot.conversations import read, written
from bot.state import EDITABLE, State
from knowledge import Context


@dataclass(frozen=True)
class Told:
    """The messages of one answer, and what the conversation was about before it."""

    messages: tuple[int, ...]
    before: Context


class Answered:
    """What answers each question of the last hour."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def put(self, chat: int, question: int, told: Told) -> None:
        """Keep what answers a question, in place of what did, for an hour from now.

        The messages are kept by how far they are from the question, for a value may hold no number of theirs.
        """
        distances = [message - question for message in told.messages]
        await self._state.put(EDITABLE, f"{chat}/{question}", intern(json.dumps([distances, written(told.before)])))

    async def get(self, chat: int, question: int) -> Told | None:
        """What answers a question; None if that is forgotten, or was never answered."""
        kept = await self._state.get(EDITABLE, f"{chat}/{question}")
        try:
            distances, before = json.loads(kept or "")
            return Told(tuple(question + int(distance) for distance in distances), read(before))
        except (ValueError, TypeError):  # nothing is kept, or another version wrote it
            return None
