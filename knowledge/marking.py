"""One word or phrase of a question as a mark, by itself; the marks are explained in outlining.py."""

from __future__ import annotations

from functools import lru_cache

from knowledge.english import AUXILIARIES, CALLING, QUESTION_WORDS, SPEAKERS
from knowledge.text import PUNCTUATION
from knowledge.tokens import Token

DIFFER, SUMMARY = "!differ", "!summary"
_WORDS = (
    ({"who", "whom", "whose"}, "W"),
    (PUNCTUATION, ","),
    ({"which"}, "H"),
    ({"what", "how"}, "K"),
    (AUXILIARIES, "V"),
    ({"that"}, "t"),
    ({"report", "name", "list", "place", "label", "call", "called", "calls", "calling"}, "r"),
    (CALLING, "c"),
    ({"per"}, "A"),
    ({"by", "from", "of"}, "b"),
    ({"on", "upon", "about", "re", "regarding", "concerning", "over"}, "o"),
)
_SIGNS = (
    ("@", "S"),
    ("~", "s"),
    ("^", "O"),
    ("?who", "W"),
    ("=", "T"),
    ("?", "Q"),
    (DIFFER, "X"),
    (SUMMARY, "U"),
    ("!say", "Y"),
    ("!deny", "Y"),
    ("!source", "R"),
    ("!besides", "e"),
    ("!account", "A"),
    ("+", "N"),
)


@lru_cache(maxsize=8192)
def mark(token: Token) -> str:
    """The mark of the token, whatever stands beside it."""
    if token.means("?") == "how-many" and token.words[-1] == "of" and token.words[0] not in QUESTION_WORDS:
        return "q"
    for sign, meant in _SIGNS[:3]:
        if any(meaning.startswith(sign) for meaning in token.meanings):
            return meant
    for group, meant in _WORDS:
        if token.words[0] in group and len(token.words) == 1:
            return meant
    negated = token.means("#") and token.means("+")  # "went well" is no word of negation
    for sign, meant in _SIGNS[3:-1] if negated else _SIGNS[3:]:
        if any(meaning.startswith(sign) for meaning in token.meanings):
            return meant
    return "B" if token.words[-1] in SPEAKERS else "1" if token.words[0].isdigit() else "."
