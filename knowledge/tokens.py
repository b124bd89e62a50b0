"""One word or phrase as it is read: a value. Knows neither how it was found nor what is asked."""

from __future__ import annotations

from typing import NamedTuple


class Token(NamedTuple):
    """One word or phrase of a question and what it may mean: features."""

    words: tuple[str, ...]
    meanings: tuple[str, ...]

    def means(self, sign: str) -> str:
        """The first meaning that begins with `sign`, without it; empty if none does."""
        for meaning in self.meanings:
            if meaning[0] == sign:
                return meaning[1:] or sign
        return ""
