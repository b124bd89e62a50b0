"""Leave out of a question who is known to have done it: "did the soldiers kill anybody" asks who was killed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from knowledge.english import AUXILIARIES, BRINGING, HARMING
from knowledge.features import Features
from knowledge.roles import OBJECTS, UNDERGOING, Marked
from knowledge.text import ARTICLES
from knowledge.tokens import Token

_DYING = {"died", "expired", "perished"}  # which nobody does to anybody
_HAS = {"has", "have", "had"}
_DONE = ("ed", "hurt")  # "killed", "hurt"
_REACH = 4  # words before what brings harm, or before "by", among which stands what was harmed


def without_doers(marked: Marked, doers: Features, harms: Features, happening: str) -> Marked:
    """The tokens without the `doers` that do one of the `harms`, and whose what happened is: "in the american raid".

    Those to whom it is done stay.
    """
    if not any(_is_one(token, doers) for token, _ in marked) or not any(_is_one(t, harms) for t, _ in marked):
        return marked
    left_out: set[int] = set()
    for place, (token, _) in enumerate(marked):
        because = token.words == ("of",) and marked[place - 1][0].words == ("because",)
        if (because or token.words[-1] == "by") and any(
            _is_one(t, harms) for t, _ in marked[max(0, place - _REACH) : place]
        ):
            left_out.update(_run(marked, range(place + 1, len(marked)), doers))
        elif run := _run(marked, range(place - 1, -1, -1), doers):
            whom = [token for token, _ in marked[: min(run)] if token.words[0] not in ARTICLES][-1:]
            if happening in token.meanings or _does_harm(marked, place, harms, whom):
                left_out.update(run)
    return [pair for place, pair in enumerate(marked) if place not in left_out]


def _is_one(token: Token, concepts: Features) -> bool:
    return not concepts.isdisjoint(token.meanings)


def _run(marked: Marked, places: range, doers: Features) -> set[int]:
    """The places of the doers that stand together, from the first of the places on."""
    passed = doers | ARTICLES | AUXILIARIES | {"who", "that"}
    run = takewhile(lambda at: _is_one(marked[at][0], doers) or marked[at][0].words[0] in passed, places)
    return {place for place in run if _is_one(marked[place][0], doers)}


def _does_harm(marked: Marked, place: int, harms: Features, whom: Sequence[Token]) -> bool:
    """Whether the token is a verb of harm done to somebody else than who stands before it.

    "Kill", "killed people", "how many people the soldiers killed".
    """
    word, before = marked[place][0].words[-1], marked[place - 1][0].words[0]
    if word in BRINGING:  # "cause deaths"
        return any(_is_one(token, harms) for token, _ in marked)
    if before in UNDERGOING or not _is_one(marked[place][0], harms):
        return False
    after = [token for token, _ in marked[place + 1 :] if token.words[0] not in ARTICLES][:1]
    onto = any(token.means("#") or token.words[0].isdigit() or token.words[0] in OBJECTS for token in after)
    onto = onto and not any(_is_one(token, harms) for token in after)  # "suffered casualties"
    of_whom = any(token.means("#") or token.words[-1] in {*OBJECTS, "did"} - {"no"} for token in whom)
    done = word.endswith(_DONE) and word not in _DYING
    return word in HARMING or (done and (onto or of_whom or before in _HAS))
