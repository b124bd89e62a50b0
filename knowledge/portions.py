"""Which part of a question is its subject, and which part of what a source says is asked for. Knows no answer.

"What is the second thing it said?" has no subject; nor has "what else does it say, besides the injuries?".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.english import OF_STATEMENTS, ORDINALS, PORTIONS
from knowledge.features import Features
from knowledge.framing import topic
from knowledge.roles import Marked, own_features
from knowledge.text import PAUSE, PUNCTUATION
from knowledge.tokens import Token

_SPEAKER = re.compile("[.,]*[WH][.Vb]{1,6}(?=Y)")
_END = (Token((PAUSE,), (PAUSE,)), PAUSE)
_SPOKEN = frozenset({"!account", "!say"})
_ENDS = "KHQVWS"  # marks at which what is left out has been named


def subject_of(act: str, marked: Marked, clause: Marked) -> tuple[Marked, Features]:
    """What the question is about, and the features of what it leaves out; `clause` asks what "they" say, if any."""
    if act == "who_said":
        return _without_speaker(marked), frozenset()
    if act not in ("said_by", "did_say"):
        return marked, frozenset()
    out = _left_out(marked)
    told = [pair for place, pair in enumerate(marked) if place not in out]
    beside = (marked[place] for place in out)
    features = frozenset(f for token, mark in beside if mark not in "eYAo" for f in own_features(token))
    if act == "did_say":
        return told, features
    about = topic(clause or told)
    numbers = {place for place in range(len(about)) if _counts_statements(about[place:])}
    kept = ((place, pair) for place, pair in enumerate(about) if place not in numbers)
    return [(t, mark) for _, (t, mark) in kept if mark in "SO" or not _of_statements(t)], features


def ordinal(marked: Marked) -> int | None:
    """Which statement in the order of the report, from 0, -1 the last; None where no one is asked for.

    "Sputnik's second claim", "the first of its two statements"; not "who fired first", "how long did it last".
    """
    if any("?how-long" in token.meanings for token, _ in marked):
        return None
    for (token, _), (after, mark) in pairwise([*marked, _END]):
        counts = (mark in "AYS," and len(after.words) == 1) or after.words[0] in PORTIONS or after.words == ("of",)
        if token.words[0] in ORDINALS and counts:
            return ORDINALS[token.words[0]]
    return None


def own_voice(token: Token) -> bool:
    """Whether the name of the report means only what it says itself: "in its own words", "without a source"."""
    return "!own" in token.meanings or not {"itself", "own"}.isdisjoint(token.words)


def _of_statements(token: Token) -> bool:
    """Whether the token is about a statement, not of its subject: "list", "paragraph", "second"."""
    return token.words[0] in OF_STATEMENTS or token.words[0] in ORDINALS


def _counts_statements(marked: Marked) -> bool:
    """Whether a number is at the beginning, of statements: "two separate claims"."""
    following = (token for token, _ in marked[1:] if not _of_statements(token))
    return marked[0][0].words[0].isdigit() and not _SPOKEN.isdisjoint(next(following, marked[0][0]).meanings)


def _without_speaker(marked: Marked) -> Marked:
    """The tokens without the words for who speaks, as far as the base has none: "which fool in a suit denied …"."""
    found = _SPEAKER.match("".join(mark for _, mark in marked))
    end = found.end() if found else 0
    return [pair for place, pair in enumerate(marked) if place >= end or pair[1] != "." or pair[0].means("#")]


def _left_out(marked: Marked) -> frozenset[int]:
    """Places of what is left out: "besides the injuries", "what else, after the injuries"."""
    words = [token.words[0] for token, _ in marked]
    found: set[int] = set()
    for place, (_, mark) in enumerate(marked):
        if mark == "e" or (words[place] == "after" and "else" in words[:place]):
            found.update(_run(marked, place))
    return frozenset(found)


def _run(marked: Marked, start: int) -> Iterator[int]:
    """Places from the word that leaves out to the end of what it names; none where it names a source."""
    run = [start]
    for place in range(start + 1, len(marked)):
        token, mark = marked[place]
        if mark == "E":
            return
        if token.words[0] in PUNCTUATION or mark in _ENDS:
            break
        run.append(place)
    yield from run
