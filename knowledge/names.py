"""Doubtful names, such as "the Americans": someone who speaks in one question, someone spoken about in another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.english import ANYTHING, SPEAKING_PRONOUNS
from knowledge.text import ARTICLES
from knowledge.tokens import Token

_TELLING = {"tell", "tells", "told", "inform", "informs", "informed"}


def _behind(*outlines: str) -> str:
    """The pattern of a doubtful name behind one of the outlines, or one plain word further on."""
    return "(?:" + "|".join(rf"(?<={outline})|(?<={outline}\.)" for outline in outlines) + ")s"


# Where a doubtful name ("the Americans") is someone who speaks, not someone spoken about.
_SPEAKING = (
    re.compile("s(?=[.NV]{0,2}Y|o[.]{1,2}Y)"),
    re.compile("s(?=[.]?,[.]?A|A[.]?S)"),  # "the militants: their version?", "did the militants quote Reuters"
    re.compile(rf"(?<!V)(?<!V\.)s(?=A|o)|{_behind('KV')}(?=A)"),
    re.compile(_behind("[AYPRB]b", "A")),
    # "the militants agree", "with that of the militants"
    re.compile(f"s(?=X)|{_behind('S.tb', 'R', 'AV', '[AY][.]b', '[WB]X')}"),
    # "the militants, what …", "what wrote the militants"
    re.compile(
        f"s(?=,[.]?[KW]|K|[.b]{{1,4}}K[.]?Y|,[.]YK|,V[.]Y|W[.]?Y)|{_behind('V[.]')}(?=t[.]?Y)|{_behind('KY', 'KVY')}"
    ),
    re.compile(f"s(?=V(?:[.]{{0,2}}[Wt]Y|A[.]?[tY]|[.]?R))|{_behind('^V')}(?=[.]{{0,2}}WY|A[.]?[tY]|[.]?R)"),
    re.compile("(?:^|(?<=^[.]))s(?=,.*(T|V[^,]*[YA][^,]*|,[.]Y[.t]?),*$)"),  # "militants: …, true?"
    # "from the militants that"
    re.compile(f"{_behind('^b')}(?=.?t)|(?<=[AY][^W]Vb)s|(?<=[AY]Vb)s|{_behind('[.]Vb')}(?=,?T)"),
    re.compile(
        f"{_behind('[KH][YA]V', 'KV.Vb')}|{_behind('^U')}(?=,*$)"
    ),  # "what claims do the militants make", "the dead: the militants?"
    re.compile("s(?=[.,]{1,2}S)|(?<=S[.,])s|(?<=S[.,][.,])s"),  # one of several
    re.compile(f"{_behind('^V')}(?=[,T]*$)"),  # "did the militants?"
    re.compile("(?:^|(?<=^[.Ko])|(?<=^[.Ko][.o])|(?<=^Ko[.]))s(?=[,T]*$)"),  # a name alone
)


def unless_of(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; none for a doubtful name that tells whose something is, or is one of two who do it.

    "US soldiers say", "the coalition or the US?".
    """
    of = marks[place : place + 2] == "s." and tokens[place + 1].means("#")
    beside = {word for token in tokens[max(place - 2, 0) : place + 2] for word in token.words}
    one = marks[place] == "s" and "or" in beside and not re.search("[SYAR]", marks)
    to = tokens[place].words == ("us",) and marks[place - 1 : place + 1] == "Ys"  # "tell us"
    return "." if of or one or to else marks[place]


def unsourced(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; the report itself speaks in "without a source" where a topic is named."""
    unsourced = marks[place] == "s" and "!own" in tokens[place].meanings
    alone = "o" in marks and "S" not in marks and marks.count("s") == 1
    return ("S" if alone else ".") if unsourced else marks[place]


def speaking(tokens: Sequence[Token], marks: str) -> str:
    """The marks with those doubtful names as sources that speak, and "which sources" as any."""
    if "s" not in marks:
        return marks
    marks = re.sub(r"(?<=H)s", "B", marks)
    for pattern in _SPEAKING:
        marks = pattern.sub("S", marks)
    marks = re.sub(r"^([.]{1,3},[.]?)s(?=,*$)", r"\1S", marks)  # "the dead: the militants?"
    if any(token.words[0] in ANYTHING for token in tokens[:1]):
        marks = re.sub(r"^([.]{1,2}b[.]?)s(?=[,To]|$)", r"\1S", marks)  # "anything from the militants"
    for place in (place for place, mark in enumerate(marks) if mark == "s"):
        told = [token for token in tokens[max(place - 2, 0) : place] if token.words[0] not in ARTICLES][-1:]
        tells = told and len(told[0].words) == 1 and told[0].words[0] in _TELLING  # not "told that"
        if tells and "S" in marks[:place]:  # "did Reuters tell the militants that"
            marks = f"{marks[:place]}S{marks[place + 1 :]}"
    theirs = [place for place in range(len(marks)) if tokens[place].words[0] in SPEAKING_PRONOUNS]
    if any(re.match("[.NV]{0,2}Y", marks[place + 1 :]) and "S" not in marks[:place] for place in theirs):
        marks = re.sub("^([^sS]*,)?([.]*)s(?=[^s]*,)", r"\1\2S", marks)  # "the militants in exile, what do they say"
    if re.match("[.,]*W[^SO]*Y", marks):  # "who says so, the militants?"
        marks = re.sub(r",([.]?)s(?=,*$)", r",\1S", marks)
    return marks
