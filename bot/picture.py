"""The map of one base, drawn once and off the event loop. Knows no Telegram."""

from __future__ import annotations

import asyncio

from bot import texts
from bot.drawing import draw
from knowledge import Base
from knowledge.charting import chart, describe

_LONGEST = 1024  # characters of a caption


class Picture:
    """Who says what in a base, as a picture. A base never changes, so it is drawn at most once."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._drawn: bytes | None = None
        self._one_at_a_time = asyncio.Lock()

    async def png(self) -> bytes | None:
        """The picture; None where the extra that draws it is not installed."""
        async with self._one_at_a_time:
            if self._drawn is None:
                try:
                    self._drawn = await asyncio.to_thread(self._draw)
                except ImportError:
                    return None
            return self._drawn

    def caption(self) -> str:
        """The picture in words, as many whole lines as a caption holds."""
        lines = [texts.MAP, *describe(chart(self._base))]
        while len("\n".join(lines)) > _LONGEST:
            lines.pop()
        return "\n".join(lines)

    def _draw(self) -> bytes:
        report = self._base.report
        return draw(chart(self._base), texts.MAP, f"{report.publisher}, {report.published}")
