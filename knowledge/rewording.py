"""Turns of phrase in tables: how one is written, and put into plain English. Knows no English, and no base."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

Plain = str | Callable[[re.Match[str]], str]
Turn = tuple[str, str, Plain]  # a word that every instance holds, the turn, and what it is put into
_prepared = cache(re.compile)  # only turns whose word is met: most questions meet hardly any


def turns(rows: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns of a table in the order they are put: it matters where they overlap."""
    return tuple((word, turn, _put(plain)) for word, turn, plain in rows)


def _put(plain: Plain) -> Plain:
    """What a turn is put into; a template only once the turn is found, for preparing it takes as long as looking."""
    return (lambda match: match.expand(plain)) if isinstance(plain, str) and "\\" in plain else plain


def turned(text: str, table: Iterable[Turn]) -> str:
    """The words of the text, one blank between them, with each turn of the table put into plain English."""
    for word, turn, plain in table:
        if word in text:
            text = _prepared(turn).sub(plain, text)
    return text
