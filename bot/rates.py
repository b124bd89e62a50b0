"""How often something may happen for each chat or person. Knows no Telegram."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

SIZE = 5_000


class Rate:
    """At most `burst` at once, then one every `interval` seconds, for each key.

    One number a key: when its burst is whole again (the generic cell rate algorithm). At most `size` keys are
    kept; the one used longest ago starts anew.
    """

    def __init__(
        self, burst: int, interval: float, clock: Callable[[], float] = time.monotonic, size: int = SIZE
    ) -> None:
        self._slack = (burst - 1) * interval
        self._interval = interval
        self._clock = clock
        self._size = size
        self._whole_at: OrderedDict[int, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._whole_at)

    def wait(self, key: int) -> float:
        """Seconds until the next turn of this key; 0 where it is now."""
        now = self._clock()
        return max(0.0, self._whole_at.get(key, now) - self._slack - now)

    def take(self, key: int) -> float:
        """Take the next turn. Seconds until it comes, in which others may be taken after it."""
        wait = self.wait(key)
        self._whole_at[key] = max(self._whole_at.get(key, 0.0), self._clock()) + self._interval
        self._whole_at.move_to_end(key)
        if len(self._whole_at) > self._size:
            self._whole_at.popitem(last=False)
        return wait
