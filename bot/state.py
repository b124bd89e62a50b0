"""What replicas have to share: contexts, seen updates, limits. In memory, or in Redis with memory as its stand-in.

Knows no Telegram. Values are short texts; keys never leave this process but as keyed hashes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Protocol


@dataclass(frozen=True)
class Kind:
    """A kind of thing to keep: at most `size` of them in memory, each for `seconds` since it was put."""

    name: str
    size: int
    seconds: float


# All of it together, full, takes no more than 10 MB.
CHAT = Kind("chat", 5_000, 86_400)  # what a chat was last about
ANSWER = Kind("answer", 10_000, 86_400)  # what an answer was about, for replies to it
EDITABLE = Kind("editable", 5_000, 3_600)  # which messages answer a question that may be edited
ALBUM = Kind("album", 1_000, 600)  # an album of which something was answered; its pictures come one by one
UPDATE = Kind("update", 5_000, 86_400)  # seen; Telegram repeats an update for at most a day
LIMIT = Kind("limit", 5_000, 600)  # when a person may ask again
NOTICE = Kind("notice", 5_000, 60)  # who was told to slow down


class State(Protocol):
    """What is kept of each kind, by key."""

    async def get(self, kind: Kind, key: str) -> str | None:
        """Return the value, None if there is none or it has expired."""

    async def put(self, kind: Kind, key: str, value: str, seconds: float | None = None) -> None:
        """Keep the value from now on, in place of the one before. `seconds` in place of the kind's."""

    async def add(self, kind: Kind, key: str, value: str, seconds: float | None = None) -> bool:
        """Keep the value if there is none, and say whether there was none. `seconds` in place of the kind's."""

    async def remove(self, kind: Kind, key: str) -> None:
        """Forget the value."""

    async def take(self, kind: Kind, key: str, burst: int, every: float) -> bool:
        """Take one of `burst` tokens, which come back one every so many seconds; False if none is left."""

    async def trouble(self) -> str | None:
        """Say what is wrong, None if nothing is."""

    async def close(self) -> None:
        """Let go of all connections."""


class Memory:
    """The state of one process alone. Of each kind, what was used longest ago gives way."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._kept: dict[str, OrderedDict[str, tuple[str, float]]] = {}

    async def get(self, kind: Kind, key: str) -> str | None:
        """Return the value, None if there is none or it has expired."""
        kept = self._of(kind)
        value, expires = kept.get(key, ("", 0.0))
        if expires <= self._clock():
            kept.pop(key, None)
            return None
        kept.move_to_end(key)
        return value

    async def put(self, kind: Kind, key: str, value: str, seconds: float | None = None) -> None:
        """Keep the value from now on, in place of the one before. `seconds` in place of the kind's."""
        self._put(kind, key, value, kind.seconds if seconds is None else seconds)

    async def add(self, kind: Kind, key: str, value: str, seconds: float | None = None) -> bool:
        """Keep the value if there is none, and say whether there was none. `seconds` in place of the kind's."""
        if await self.get(kind, key) is not None:
            return False
        self._put(kind, key, value, kind.seconds if seconds is None else seconds)
        return True

    async def remove(self, kind: Kind, key: str) -> None:
        """Forget the value."""
        self._of(kind).pop(key, None)

    async def take(self, kind: Kind, key: str, burst: int, every: float) -> bool:
        """Take one of `burst` tokens, which come back one every so many seconds; False if none is left.

        What is kept is the moment at which all tokens will be back.
        """
        now = self._clock()
        full = max(float(await self.get(kind, key) or now), now) + every
        if full - now > burst * every:
            return False
        self._put(kind, key, repr(full), full - now)
        return True

    async def trouble(self) -> str | None:
        """Say what is wrong: nothing can be."""
        return None

    async def close(self) -> None:
        """Let go of all connections: there are none."""

    def _of(self, kind: Kind) -> OrderedDict[str, tuple[str, float]]:
        return self._kept.setdefault(kind.name, OrderedDict())

    def _put(self, kind: Kind, key: str, value: str, seconds: float) -> None:
        kept = self._of(kind)
        kept[key] = value, self._clock() + seconds
        kept.move_to_end(key)
        if len(kept) > kind.size:
            kept.popitem(last=False)
