"""Take a message apart: the questions it holds, and what a question joins with "or". Knows no answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from knowledge.outlining import outline
from knowledge.reading import Token
from knowledge.text import ASKS, PAUSE

STRANGE = 2  # unknown words from which on a sentence is not taken apart
_JOINS = {"and", "but", "also", ","}
_LEADING = {"at", "by", "for", "from", "in", "on", "to", "with"}
_SPEAKER_AHEAD = re.compile(
    r"([^WHKQV]*[AbYP][^WHKQV]{0,3})?[SO][^WHKQV]*,"
)  # "according to Reuters, how many …" is one question


def apart(
    tokens: Sequence[Token], ends: frozenset[str], strange: Callable[[Sequence[Token]], int]
) -> list[Sequence[Token]]:
    """The sentences, which end at one of `ends`, and the further questions that "and" or a comma joins to them.

    `strange` counts the words nobody knows; a sentence with many of them is left whole.
    """
    return [
        part
        for sentence in sentences(tokens, ends)
        for part in _split(sentence, () if strange(sentence) >= STRANGE else _joins(sentence))
    ]


def sentences(tokens: Sequence[Token], ends: frozenset[str]) -> list[Sequence[Token]]:
    """The tokens up to and including each of `ends`."""
    return _split(tokens, [place + 1 for place, token in enumerate(tokens) if token.words[0] in ends])


def _joins(sentence: Sequence[Token]) -> Sequence[int]:
    """Where a further question begins in a sentence: after "and" or a comma."""
    marks = outline(sentence)
    return [
        place
        for place in range(1, len(sentence))
        if sentence[place - 1].words[0] in _JOINS
        and _begins(sentence[place:], marks[place:], after_pause=sentence[place - 1].words[0] == PAUSE)
        and not _SPEAKER_AHEAD.fullmatch(marks[:place])
        and marks[:place].strip("T,")
    ]


def _begins(tokens: Sequence[Token], marks: str, *, after_pause: bool) -> bool:
    """Whether a question begins here: "what", "did", "with how many"."""
    led = tokens[0].words[0] in _LEADING and re.match(".[WHKQ]", marks) is not None
    return marks[0] in "WHKQ" or (not after_pause and (marks[0] == "V" or led))


def _split(tokens: Sequence[Token], starts: Iterable[int]) -> list[Sequence[Token]]:
    return [tokens[start:end] for start, end in pairwise([0, *starts, len(tokens)]) if start < end]


def is_question(tokens: Sequence[Token]) -> bool:
    """Whether it asks anything."""
    marks = outline(tokens)
    asks = any(mark in "WHKQS" for mark in marks) or marks.lstrip(",.N")[:1] == "V"
    return asks or (bool(tokens) and tokens[-1].words[0] == ASKS)
