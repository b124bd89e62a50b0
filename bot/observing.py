"""What became of each update: one line in the log and the metrics, without a word or number of a person.

Knows no handler; the application processes each update within `observed`, and handlers add to it with `note`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter
from typing import Any

from structlog.contextvars import bound_contextvars
from telegram import Update

from bot import metrics

_log = logging.getLogger(__name__)
_facts: ContextVar[dict[str, Any] | None] = ContextVar("facts", default=None)


@contextmanager
def observed(update: Update) -> Iterator[None]:
    """Log and count the update when this ends; every line logged within names its id, kind and type of chat."""
    facts: dict[str, Any] = {"outcome": "done"}
    kind, chat = kind_of(update), update.effective_chat
    before, begun = _facts.set(facts), perf_counter()
    try:
        with bound_contextvars(update=update.update_id, kind=kind, chat=chat.type if chat else None):
            try:
                yield
            except BaseException:
                facts["outcome"] = "cut"
                raise
            finally:
                seconds = perf_counter() - begun
                _log.info("handled", extra=facts | {"ms": round(1000 * seconds, 1)})
    finally:
        _facts.reset(before)
        metrics.UPDATES.labels(kind).inc()
        metrics.OUTCOMES.labels(facts["outcome"]).inc()
        metrics.UPDATE_SECONDS.labels(kind).observe(seconds)


def note(outcome: str, **facts: str | float | None) -> None:
    """Say what became of the update at hand, its matched `entry` and `score`. The last one to say so counts."""
    known = _facts.get()
    if known is not None:
        known.update(facts, outcome=outcome)


def kind_of(update: Update) -> str:
    """Return which kind of update this is, in Telegram's word."""
    kinds = (kind for kind in Update.ALL_TYPES if getattr(update, kind, None) is not None)
    return next(kinds, "unknown")
