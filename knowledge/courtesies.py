"""What is no part of a question: courtesies, how something is said, who says it where that is nobody of account."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from knowledge.english import KINDS, OF_SAYING, TWISTING
from knowledge.tokens import Token

_CLAUSE = 9  # words among which somebody "who knows it all" says something


def without_hearsay(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without who says it where that is somebody of no account: "my uncle, who knows it all, says"."""
    for place, (token, after) in enumerate(pairwise(tokens)):
        if token.meanings == ("%",) and token.words[0] in {"my", "a"} and after.words == ("who",):
            clause = range(place + 2, min(place + _CLAUSE, len(tokens)))
            said = [at for at in clause if tokens[at].means("!") == "say"]
            return (*tokens[:place], *tokens[said[-1] + 1 :]) if said else tokens
    return tokens


def is_idle(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether the token is a courtesy, how something is said, or what somebody of no account says: "my uncle says"."""
    if place and " ".join((tokens[place - 1].words[-1], tokens[place].words[0])) in TWISTING:  # "was supposedly hurt"
        return False
    if tokens[place].words[0] in OF_SAYING and _speech_follows(tokens[place:]):
        return True
    if tokens[place].words == ("now",) and place and tokens[place - 1].means("#"):  # "was he killed now"
        return False
    if tokens[place].words[-1] in ("though", "although") and 0 < place < len(tokens) - 2:  # "even though they deny it"
        return False
    medium = any(value.startswith("medium") for word in tokens[place].words for value in KINDS.get(word, ()))
    if medium and place and tokens[place - 1].means("!") == "say":  # "did he say on tv"
        return False
    counts = any(token.words[0].isdigit() for token in tokens[place + 1 : place + 2])
    if counts and "bound=exact" in KINDS.get(tokens[place].words[0], ()):  # "exactly 13"
        return False
    hearsay = place and tokens[place - 1].words[0] in {"my", "a"} and tokens[place - 1].meanings == ("%",)
    return tokens[place].meanings == ("%",) or bool(hearsay and tokens[place].means("!") == "say")


def _speech_follows(tokens: Iterable[Token]) -> bool:
    """Whether speech is next, words of how it is said apart: "ever openly say"."""
    follows = next((token for token in tokens if not OF_SAYING.issuperset(token.words)), None)
    return follows is not None and follows.means("!") == "say"
