"""The report beside a source is its own voice: "Sputnik and the article", "does the report agree with Kirby"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.english import TEXTS
from knowledge.marking import DIFFER
from knowledge.reading import Token
from knowledge.text import ARTICLES

_BESIDE = {"and", "or", "vs", "versus", "v", "against", "with", "to", "than", "unlike"}
# S a source, t a text, a an article, & a word that puts one beside the other, X one of difference
_OPPOSED = re.compile("(?<=S&a)t|(?<=S&)t|(?<=SX&a)t|(?<=SX&)t|(?<=SX)t|(?<=SXa)t|t(?=&a?S|[^StX]{0,6}X&?a?S)")


def voiced(tokens: Sequence[Token], voice: str) -> Sequence[Token]:
    """The tokens with a text that is put beside a source as the source `voice`; unchanged where there is none."""
    if not voice:
        return tokens
    marks = "".join(map(_mark, tokens))
    opposed = {found.start() for found in _OPPOSED.finditer(marks)}
    return [Token(token.words, (f"@{voice}",)) if place in opposed else token for place, token in enumerate(tokens)]


def _mark(token: Token) -> str:
    if token.means("@"):
        return "S"
    if DIFFER in token.meanings:
        return "X"
    words = {*token.words}
    return next((mark for mark, kind in (("t", TEXTS), ("a", ARTICLES), ("&", _BESIDE)) if words & kind), ".")
