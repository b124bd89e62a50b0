"""Trouble that lasts, told at its first moment, then once a minute, then at its end."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

TRIED_AGAIN = "; it is tried again: see that the network is up, and TELEGRAM_API_URL right"  # ends a reason
_EVERY = 60  # seconds between two lines


class Outage:
    """Whether something does not work, and since when. `what` begins each line: "receiving updates".

    It is over when it works and did not fail for `linger` seconds.
    """

    def __init__(
        self, what: str, log: logging.Logger, clock: Callable[[], float] = time.monotonic, linger: float = 0
    ) -> None:
        self.reason: str | None = None  # None while all is well
        self._what = what
        self._log = log
        self._clock = clock
        self._linger = linger
        self._since = 0.0
        self._last = 0.0
        self._told = 0.0
        self._failures = 0

    def failed(self, reason: str) -> None:
        """Note a failure; the reason is logged as it is."""
        now = self._clock()
        if self.reason is None:
            self._since, self._failures = now, 0
        self._failures += 1
        self._last = now
        if self.reason is None or now - self._told >= _EVERY:
            lasting = f" for {now - self._since:.0f} s, {self._failures} times" if self.reason is not None else ""
            self._log.warning("%s fails%s: %s", self._what, lasting, reason)
            self._told = now
        self.reason = reason

    def over(self) -> None:
        """Note that it works."""
        now = self._clock()
        if self.reason is not None and now - self._last >= self._linger:
            lasted = now - self._since
            self._log.warning("%s works again after %.0f s and %d failures", self._what, lasted, self._failures)
            self.reason = None
