"""The report beside a source is its own voice: "Sputnik and the article", "does the report agree with Kirby"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.english import TEXTS
from knowledge.marking import DIFFER
from knowledge.text import ARTICLES
from knowledge.tokens import Token

_BESIDE = {"and", "or", "vs", "versus", "v", "against", "with", "to", "than", "unlike"}
OPPOSING = {"but", "while", "whereas", "yet"}
# S a source, s what may be one, t a text, a an article, & a word that puts one beside the other, b one that sets it
# against the other, X a word of difference, Y one of speech
_OPPOSED = re.compile("(?<=S&a)t|(?<=S&)t|(?<=SX&a)t|(?<=SX&)t|(?<=SX)t|(?<=SXa)t|t(?=&a?S|[^StX]{0,6}X&?a?S)")
# "Kirby says …, but the article says …", in either order
_BUT = re.compile("[Ss].?Y.*ba?(t)Y|(?:^|[^b])a?(t)Y.*b.?[Ss].?Y")


def voiced(tokens: Sequence[Token], voice: str) -> Sequence[Token]:
    """The tokens with a text that is put beside a source as the source `voice`; unchanged where there is none."""
    if not voice:
        return tokens
    marks = "".join(map(_mark, tokens))
    opposed = {found.start() for found in _OPPOSED.finditer(marks)}
    if found := _BUT.search(marks):
        opposed.add(found.start(found.lastindex or 0))
    return [Token(token.words, (f"@{voice}",)) if place in opposed else token for place, token in enumerate(tokens)]


def _mark(token: Token) -> str:
    if token.means("@") or token.means("~"):
        return "S" if token.means("@") else "s"
    if DIFFER in token.meanings:
        return "X"
    if token.means("!") == "say":
        return "Y"
    words = {*token.words}
    return next(
        (mark for mark, kind in (("t", TEXTS), ("a", ARTICLES), ("&", _BESIDE), ("b", OPPOSING)) if words & kind), "."
    )
