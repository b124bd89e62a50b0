"""Remember what was found a moment ago: one message is read, outlined and ranked for several purposes."""

from __future__ import annotations

LAST = 64  # results a function remembers; one message needs about ten


class Remembering:
    """An object some of whose functions remember their last results; they forget them where it is pickled."""

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in vars(self).items() if not hasattr(value, "cache_clear")}
