"""Doubtful names, such as "the Americans": someone who speaks in one question, someone spoken about in another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.english import ANYTHING, SPEAKING_PRONOUNS
from knowledge.reading import Token

# Where a doubtful name ("the Americans") is someone who speaks, not someone spoken about.
_SPEAKING = (
    re.compile(r"s(?=[.NV]{0,2}Y|o[.]{1,2}Y)"),
    re.compile(r"s(?=[.]?,[.]?A)"),  # "the militants: their version?"
    re.compile(r"(?<!V)(?<!V\.)s(?=A|o)|(?<=KV)s(?=A)|(?<=KV\.)s(?=A)"),
    re.compile(r"(?<=[AYPRB]b)s|(?<=[AYPRB]b\.)s|(?<=A)s|(?<=A\.)s"),
    re.compile(
        r"(?<=Yb)s|(?<=Y\.b)s|s(?=X)|(?<=S.tb)s|(?<=S.tb\.)s|(?<=R)s|(?<=R\.)s|(?<=AV)s|(?<=AV\.)s|(?<=[AY][.]b)s|(?<=[AY][.]b\.)s"
    ),  # "the militants agree", "with that of the militants"
    re.compile(
        r"s(?=,[.]?[KW]|K|[.b]{1,4}K[.]?Y|,[.]YK|,V[.]Y)|s(?=W[.]?Y)|(?<=V\.)s(?=t[.]?Y)|(?<=V\.\.)s(?=t[.]?Y)|(?<=KY)s|(?<=KY\.)s|(?<=KVY)s|(?<=KVY\.)s"
    ),
    re.compile(
        r"s(?=V[.]{0,2}[Wt]Y)|(?<=^V)s(?=[.]{0,2}WY)|(?<=^V\.)s(?=[.]{0,2}WY)|s(?=V(?:A[.]?[tY]|[.]?R))|(?<=^V)s(?=A[.]?[tY]|[.]?R)|(?<=^V\.)s(?=A[.]?[tY]|[.]?R)"
    ),  # "the militants, what …", "what wrote the militants"
    re.compile(r"(?:^|(?<=^[.]))s(?=,.*(T|V[^,]*[YA][^,]*|,[.]Y[.t]?),*$)"),  # "militants: …, true?"
    re.compile(
        r"(?<=^b)s(?=.?t)|(?<=^b\.)s(?=.?t)|(?<=[AY][^W]Vb)s|(?<=[AY]Vb)s|(?<=[.]Vb)s(?=,?T)|(?<=[.]Vb\.)s(?=,?T)"
    ),  # "from the militants that"
    re.compile(
        r"(?<=[KH][YA]V)s|(?<=[KH][YA]V\.)s|(?<=KV.Vb)s|(?<=KV.Vb\.)s|(?<=^U)s(?=,*$)|(?<=^U\.)s(?=,*$)"
    ),  # "what claims do the militants make", "the dead: the militants?"
    re.compile(r"s(?=[.,]{1,2}S)|(?<=S[.,])s|(?<=S[.,][.,])s"),  # one of several
    re.compile(r"(?<=^V)s(?=[,T]*$)|(?<=^V\.)s(?=[,T]*$)"),  # "did the militants?"
    re.compile(r"^s(?=[,T]*$)|(?<=^[.Ko])s(?=[,T]*$)|(?<=^[.Ko][.o])s(?=[,T]*$)|(?<=^Ko\.)s(?=[,T]*$)"),  # a name alone
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
    marks = re.sub(r"(?<=H)s", "B", marks)
    for pattern in _SPEAKING:
        marks = pattern.sub("S", marks)
    marks = re.sub(r"^([.]{1,3},[.]?)s(?=,*$)", r"\1S", marks)  # "the dead: the militants?"
    if any(token.words[0] in ANYTHING for token in tokens[:1]):
        marks = re.sub(r"^([.]{1,2}b[.]?)s(?=[,To]|$)", r"\1S", marks)  # "anything from the militants"
    theirs = [place for place in range(len(marks)) if tokens[place].words[0] in SPEAKING_PRONOUNS]
    if any(re.match("[.NV]{0,2}Y", marks[place + 1 :]) and "S" not in marks[:place] for place in theirs):
        marks = re.sub("^([^sS]*,)?([.]*)s(?=[^s]*,)", r"\1\2S", marks)  # "the militants in exile, what do they say"
    if re.match("[.,]*W[^SO]*Y", marks):  # "who says so, the militants?"
        marks = re.sub(r",([.]?)s(?=,*$)", r",\1S", marks)
    return marks
