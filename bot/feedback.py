"""Keeps misses and votes in the background: no answer waits for the database or fails with it. Sends nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from queue import Empty, Full, Queue
from threading import Thread

from bot.logs import described
from bot.misses import DatabaseError, Kind, Miss, Store, plain
from knowledge import Answer

_WAITING = 1000  # at most so many wait to be written; beyond that they are dropped
_HOUR = 3600.0
_log = logging.getLogger(__name__)


def today() -> date:
    """The day, in UTC."""
    return datetime.now(UTC).date()


class Feedback:
    """What is written comes to the store in a thread of its own, which also deletes what is too old, each day."""

    def __init__(
        self, store: Store, keep_days: int, clock: Callable[[], date] = today, look_up_every: float = _HOUR
    ) -> None:
        self.keep_days = keep_days
        self._store = store
        self._clock = clock
        self._look_up_every = look_up_every  # seconds between two looks at the clock while nothing is to be written
        self._waiting: Queue[Miss | None] = Queue(_WAITING)
        self._purged: date | None = None
        self._complained = False
        self._thread = Thread(target=self._work, name="feedback", daemon=True)  # a hanging database ends with us

    def start(self) -> None:
        """Begin to write, and to delete what is too old; a second time changes nothing."""
        if self._thread.ident is None:
            self._thread.start()

    def stop(self, seconds: float = 5.0) -> None:
        """Write what is waiting, for at most so many seconds."""
        if not self._thread.is_alive():
            return
        try:
            self._waiting.put(None, timeout=seconds)
        except Full:
            return
        self._thread.join(seconds)

    def missed(self, question: str, answer: Answer) -> None:
        """Keep a question that was not understood, with the entry that came closest."""
        self.keep("miss", question, answer.suggestions[0].id if answer.suggestions else "", answer.score)

    def keep(self, kind: Kind, text: str = "", entry: str = "", score: float = 0.0) -> None:
        """Keep this, without waiting for it. The text is made plain; nothing of who wrote it comes here."""
        miss = Miss(kind, plain(text), entry, round(score, 1), self._clock())
        if not (miss.text or miss.entry):
            return
        try:
            self._waiting.put_nowait(miss)
        except Full:
            self._complain("too much is waiting")

    def _work(self) -> None:
        self._guarded(self._purge)
        while True:
            try:
                miss = self._waiting.get(timeout=self._look_up_every)
            except Empty:
                self._guarded(self._purge)
                continue
            if miss is None:
                break
            self._guarded(self._purge)
            self._guarded(partial(self._store.add, miss))
        self._store.close()

    def _purge(self) -> None:
        if self._purged != (day := self._clock()):
            self._store.purge(day, self.keep_days)
            self._purged = day

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except DatabaseError as error:
            self._complain(described(error))

    def _complain(self, why: str) -> None:
        """Say it once: the next thousand times would say nothing new."""
        if not self._complained:
            self._complained = True
            _log.warning("misses are not kept (%s); see that WHOSAID_DATABASE can be reached and written", why)
