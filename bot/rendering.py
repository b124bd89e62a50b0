"""Worded lines to Telegram messages: HTML, and within Telegram's limit. Knows no base and sends nothing."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from knowledge.wording import Line, Span

LIMIT = 4096  # characters of a message, its tags not counted
TAGS = 100  # of a message that Telegram formats; what comes after them stays plain
SHOWN = 3  # quotes in a block that are shown at once
_SENTENCE = re.compile(r".+?(?:[.!?…]+[\"”)]*\s+|$)", re.DOTALL)


def render(lines: Iterable[Line], limit: int = LIMIT) -> tuple[str, ...]:
    """Messages of Telegram HTML, in order. Empty without a line.

    A quote stays with the statement it belongs to. What is too long for one message is split, as plain text,
    at the ends of sentences, and continues with the name of its source.
    """
    messages: list[tuple[Line, ...]] = []
    for block in _blocks(lines, limit):
        if messages and _fits(messages[-1] + block, limit):
            messages[-1] += block
        else:
            messages.append(block)
    return tuple("".join(_html(message)) for message in messages)


def _blocks(lines: Iterable[Line], limit: int) -> Iterator[tuple[Line, ...]]:
    """Group what stays in one message: a line with its quotes, or a piece of one that is too long."""
    blocks: list[tuple[Line, ...]] = []
    for line in lines:
        if blocks and _is_quote(line):
            blocks[-1] += (line,)
        else:
            blocks.append((line,))
    for block in blocks:
        if _length(block) <= limit:
            yield block
            continue
        sources = ", ".join(span.text for line in block for span in line if span.bold)
        for number, line in enumerate(block):
            yield from ((piece,) for piece in _pieces(line, sources, limit, continued=number > 0))


def _pieces(line: Line, sources: str, limit: int, continued: bool) -> Iterator[Line]:
    """Cut a line to at most `limit` characters; all pieces but the first of a block name its sources."""
    again = (Span(f"{sources[: limit // 2]} (continued): ", bold=True, quote=_is_quote(line)),) if sources else ()
    room = limit - sum(len(span.text) for span in again)
    piece: Line = again if continued else ()
    used = 0
    for span in (short for long in line for short in _sentences(long, room)):
        if used + len(span.text) > room:
            yield piece
            piece, used = again, 0
        piece += (span,)
        used += len(span.text)
    yield piece


def _sentences(span: Span, room: int) -> Iterator[Span]:
    """Cut a span into sentences, and one longer than `room` between words."""
    for sentence in _SENTENCE.findall(span.text):
        broken = textwrap.wrap(
            sentence,
            room,
            expand_tabs=False,
            replace_whitespace=False,
            drop_whitespace=False,
            break_on_hyphens=False,
        )
        yield from (Span(text, bold=span.bold, quote=span.quote) for text in broken)


def _html(message: tuple[Line, ...]) -> Iterator[str]:
    """The lines as HTML; quotes that follow each other are one block, which opens at a touch if there are many."""
    for number, (quoted, group) in enumerate(groupby(message, _is_quote)):
        texts = ["".join(f"<b>{_safe(span)}</b>" if span.bold else _safe(span) for span in line) for line in group]
        start = "<blockquote expandable>" if len(texts) > SHOWN else "<blockquote>"
        yield ("\n" if quoted else "\n\n") if number else ""
        yield f"{start}{chr(10).join(texts)}</blockquote>" if quoted else "\n\n".join(texts)


def _fits(message: tuple[Line, ...], limit: int) -> bool:
    """Whether Telegram takes this as one message, and formats all of it."""
    tags = sum(_is_quote(line) + sum(span.bold for span in line) for line in message)
    return _length(message) <= limit and tags <= TAGS


def _length(message: tuple[Line, ...]) -> int:
    return sum(len(_gap(line)) + sum(len(span.text) for span in line) for line in message)


def _gap(line: Line) -> str:
    return "\n" if _is_quote(line) else "\n\n"


def _is_quote(line: Line) -> bool:
    return all(span.quote for span in line)


def _safe(span: Span) -> str:
    return escape(span.text, quote=False)
