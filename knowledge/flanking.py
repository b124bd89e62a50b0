"""Words beside a source that are no part of what it says, "both", "himself", "fake", or make it another: "any"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.english import COMPANY, MISTRUSTING, NATIONALITIES, POSSESSIVES, POSTS, REFLEXIVES, TEXTS
from knowledge.tokens import Token

_ANY = {"any", "anybody", "anyone", "some", "somebody", "someone"}
_LYING = {"lie", "lied", "lies", "lying"}
_OWN = POSSESSIVES | {"own"}  # "the article in its own voice"


def both(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; a frame for "both" before sources, or before what they do."""
    speak = marks[:place].count("S") > 1 and "Y" in marks[place : place + 3]
    ahead = speak or "S" in marks[place : place + 3]
    return "T" if ahead and tokens[place].words == ("both",) else marks[place]


def reflexive(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; a frame for "himself" right after a source."""
    return "T" if marks[:place].endswith("S") and tokens[place].words[0] in REFLEXIVES else marks[place]


def mistrusted(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; a frame for "fake" before a source asked what it says, and "actors" after it.

    What it "lied about" is what it says.
    """
    word, before, after = tokens[place].words[0], marks[:place], marks[place + 1 : place + 2]
    if marks[place] == "O" and marks[place + 1 : place + 3] == ".S" and tokens[place + 1].words[0] in COMPANY:
        return "."  # "that Kremlin rag Sputnik"
    if marks[place] not in ".At":
        return marks[place]
    doubted = word in MISTRUSTING and after in {"S", "R"} and re.search("[KHWU]", before)
    if doubted or (word in COMPANY and before.endswith("S")):
        return "T"
    return "Y" if word in _LYING and before.endswith("S") and after == "o" else marks[place]


def own_words(tokens: Sequence[Token], marks: str) -> str:
    """The marks with "in its own words" as a frame where another source is asked about, and no text beside it."""
    own = [place for place, mark in enumerate(marks) if mark == "S" and tokens[place].words[0] in _OWN]
    if own and marks.count("S") > len(own):
        framed = set(own) | {place - 1 for place in own if place and tokens[place - 1].words == ("in",)}
        return "".join("T" if place in framed else mark for place, mark in enumerate(marks))
    texts = {place for place, token in enumerate(tokens) if own and token.words[0] in TEXTS and marks[place] == "."}
    return "".join("T" if place in texts else mark for place, mark in enumerate(marks))


def posted(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; an outsider's for "CNN's reporter", "the reporter of CNN" or a "Turkish official".

    Anybody's for "any official".
    """
    if marks[place] not in "Ss" or tokens[place].words[-1] not in POSTS:
        return marks[place]
    before = tokens[max(place - 1, 0) : place]
    if before and before[0].words[0] in _ANY:
        return "B"  # "any American official"
    foreign = any(
        token.means("^") or not (NATIONALITIES.isdisjoint(token.words) or token.means("~")) for token in before
    )
    theirs = foreign or marks[place + 1 : place + 3] == "bO"
    return "O" if theirs else marks[place]


def predicated(tokens: Sequence[Token], marks: str) -> str:
    """The marks with a source plain where it is what somebody is or was, or who did it to them, and another speaks.

    "The dead were fighters, Reuters said", "they were killed by the army, he said".
    """
    for found in re.finditer("(?<=V)([.]?)[Ss](?=[.]{0,2},|$)|b([.]?)[Ss](?=[.]{0,2},)", marks):
        place = found.end() - 1
        before = tokens[: found.start()]
        named = any(token.means("#") for token in before) and not re.search("[WHKQYPA]", marks[: found.start()])
        if named and re.search("[SsY]", marks[place + 1 :]):
            marks = f"{marks[:place]}.{marks[place + 1 :]}"
    return marks
