"""What stands around a statement and makes another of it: a dispute, a doubt, "only they". Knows no claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.english import BACK_REFERENCES, CITING, DOES, LOADED_SPEECH, QUANTIFIERS, TWISTING
from knowledge.literals import is_quantity
from knowledge.roles import Marked
from knowledge.text import ARTICLES
from knowledge.tokens import Token

_OPEN = {"or", "if", "am"}  # words of a tag that doubts nothing
_SUPERLATIVE = re.compile(" the most (?!of )")
_AGAIN = re.compile(r",[VT]?[.]{0,3}Y[.t]?,*$")  # "…, is it true they say that?", "…, they really said so"


def is_twisted(tokens: Sequence[Token], marks: str) -> bool:
    """Whether what stands around the statement changes it: a dispute, a denial of speech, more speech than speakers."""
    speech = _AGAIN.sub("", marks).count("Y") > max(1, marks.count("S"))
    words = frozenset(token.words[0] for token in tokens)
    if words & LOADED_SPEECH:
        return True
    negated = any("+" in token.meanings and mark != "T" for token, mark in zip(tokens, marks, strict=True))
    pairs = [(one.words[0], other.words[0]) for one, other in pairwise(tokens)]
    if any(word in CITING and after == "that" for word, after in pairs):  # "did he quote that soldiers were hurt"
        return True
    further = ("and", "that") in pairs
    marked = list(zip(tokens, marks, strict=True))
    counted = any(t.words[0] in QUANTIFIERS and is_quantity(t, marked[at:]) for at, t in enumerate(tokens, start=1))
    if not any("+" in token.meanings and not token.means("#") for token in tokens):  # "all are safe"
        counted &= not {"all", "every", "each"} & words
    if negated and (further or counted or "but" in words):  # "no one died and that …", "not all", "none but"
        return True
    if _only_they(tokens, marks):
        return True
    done = any(  # "that the coalition did it"
        one.words[0] in DOES | {"done"} and other.words[0] in BACK_REFERENCES and "Y" not in marks[place : place + 1]
        for place, (one, other) in enumerate(pairwise(tokens[1:]), start=3)
    )
    done |= any(token.words == ("did", "it") and marks[place - 1] != "," for place, token in enumerate(tokens))
    acted = "Y" not in marks and any(
        mark == "S" and after == "." and token.words[0].endswith("ed")
        for mark, after, token in zip(marks, marks[1:], tokens[1:], strict=False)
    )  # "Reuters landed near Atma"
    return (
        speech
        or acted
        or ("e" in marks and "E" not in marks)  # "all of them, except one"
        or done
        or "X" in marks
        or bool(re.search(r"N\.?Y", marks))
        or any(token.means("^") for token in tokens)
    )


def _only_they(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it is said of a source that it alone speaks: "only the militants say so"."""
    plain = [
        (token.words[0], mark) for token, mark in zip(tokens, marks, strict=True) if token.words[0] not in ARTICLES
    ]
    return any(word in {"only", "solely"} and mark == "S" for (word, _), (_, mark) in pairwise(plain))


def is_doubted(marked: Marked) -> bool:
    """Whether a word beside the statement makes another of it; "true or false" and "am I wrong" do not."""
    plain = (token.words for token, mark in marked if mark != "T" or _OPEN.isdisjoint(token.words))
    found = f" {' '.join(word for words in plain for word in words)} "
    found = _SUPERLATIVE.sub(" ", found)
    return any(f" {phrase} " in found for phrase in TWISTING)
