"""Speech in the passive: "it was reported", and what is done to somebody: "was the army told"."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.english import BE, DONE_TO
from knowledge.text import PUNCTUATION
from knowledge.tokens import Token

_BE = BE | {"be", "been", "being"}
_PAST = ("ed", "en", "id", "ld", "wn", "ought")  # said, told, shown


def undergone(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; another for speech in the passive, plain (.) where it is done to someone."""
    if marks[place] != "Y" or not _is_passive(tokens[max(0, place - 5) : place], tokens[place]):
        return marks[place]
    return "." if tokens[place].words[0] in DONE_TO else "P"


def _is_passive(before: Sequence[Token], token: Token) -> bool:
    """Whether "was reported", "was the army informed" and the like; "was reporting" speaks."""
    pauses = (at for at, other in enumerate(before, start=1) if other.words[0] in PUNCTUATION)
    before = before[max(pauses, default=0) :]
    last = [other.words[0] for other in before[-3:]]
    if "what" in last:  # "is what the fighters said"
        return False
    joined = last[-1:] and last[-1] in {"who", "that", "which"}  # "it was the militants who stated"
    if joined and (_BE.isdisjoint(last[-2:-1]) or last[0] == "it"):  # "who it was that claimed"
        return False
    return any(other.words[0] in _BE and len(other.words) == 1 for other in before) and token.words[0].endswith(_PAST)
