"""What is set against a source, or left out: "besides Reuters", "Sputnik, not Reuters", "and not from the army"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.english import LEAVING
from knowledge.reading import Token

_CONTRASTING = {",", "and", "but"}


def left_out(tokens: Sequence[Token], marks: str) -> str:
    """The marks with sources left out: "besides Reuters", "Sputnik, not Reuters"; media to write on are no speakers."""
    for clause in re.finditer("[^,]+", marks):
        if tokens[clause.start()].words[0] in LEAVING and re.fullmatch("[.bSN]+", clause[0]):  # "forget Reuters, …"
            rest = clause[0][1:].replace("S", "E")
            marks = f"{marks[: clause.start()]}e{rest}{marks[clause.end() :]}"
    marks = re.sub(r"e(\.?)S", r"e\1E", marks)
    for found in re.finditer(r"(?<=S)[.,]N(\.?)S|,N(\.?)S(?=[,T]*$)", marks):
        if contrasts(tokens, found.start()):
            marks = f"{marks[: found.start() + 1]}e{found[1] or found[2] or ''}E{marks[found.end() :]}"
    return marks.replace("oB", "o.")


def contrasts(tokens: Sequence[Token], place: int) -> bool:
    """Whether what begins here sets something against what stands before: ", not Reuters", "and not from the army"."""
    return tokens[place].words[0] in _CONTRASTING and tokens[place + 1].words == ("not",)
