"""The features of marked tokens, as questions and phrasings are compared by them. Knows no question as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.english import TEXTS
from knowledge.features import Features
from knowledge.roles import own_features
from knowledge.tokens import Token
from knowledge.vocabulary import stem

_ASKED = re.compile("[HKQ]")
_DIFFERING = re.compile("V[^VWHKQ,]{0,6}X")  # where "do the sources disagree"


def signed(features: Features, negated: bool) -> Features:
    """The features, with "+" where they are put in the negative, and only there."""
    return features | {"+"} if negated else features - {"+"}


def named_by(marked: Iterable[tuple[Token, str]], sign: str) -> tuple[str, ...]:
    """The bodies named by the tokens with this mark, each once."""
    named = [token for token, mark in marked if mark == sign]
    names = [token.means("^") if sign == "O" else token.means("@") or token.means("~") for token in named]
    return tuple(dict.fromkeys(filter(None, names)))


def features_of(marked: Sequence[tuple[Token, str]], dropped: str) -> Features:
    """Concepts, question types, names and stems of the tokens whose mark is not dropped."""
    if all(mark in "T," for _, mark in marked):  # "no", "is that true?"
        return frozenset(word for token, mark in marked if mark == "T" for word in token.words)
    found: set[str] = set()
    marks = "".join(mark for _, mark in marked) + "."
    for place, (token, mark) in enumerate(marked, start=1):
        if mark == "T" and mark in dropped:
            found.add("=")
        frame = _is_frame(token, marks[: place - 1], mark, marks[place:])
        if mark in dropped + "," or token.means("$") or frame:
            continue
        if mark == "S":
            found.add("@" + (token.means("@") or token.means("~")))
        elif mark == "O":
            found.update(("^", "^" + token.means("^")))
        else:
            found.update(own_features(token))
    return frozenset(found)


def _is_frame(token: Token, before: str, mark: str, following: str) -> bool:
    """Whether a token only frames the question.

    "Two" statements, what does he "report", what is "reported", "where" do they disagree.
    """
    if stem(token.words[0]) in TEXTS:
        return mark == "Y" or (mark == "P" and _ASKED.search(before) is not None)
    differs = token.means("?") == "where" and _DIFFERING.match(following)
    return bool(differs) or (token.words[0].isdigit() and following[0] == "A")
