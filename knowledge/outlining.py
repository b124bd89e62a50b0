"""A question as an outline: one mark a token, so that regular expressions find its shape.

S source · O outsider · B any speaker ("which agency") · Y speech verb · P passive speech · A account noun, "per" ·
R "source" noun · X differ · U in short · W who · H which · K what, how · Q other question word · V "did", "is" ·
T "right?" · t that · N not · b by, from, of · e besides · E source left out · o on, about · , a pause ·
. anything else. While it is made: s a doubtful name · r "report" · c "calls" · q "number of" · 1 a number
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from knowledge.contrasting import left_out
from knowledge.english import (
    AUXILIARIES,
    CITING,
    DOES,
    GIFTS,
    GRASPING,
    PERSONS,
    QUESTION_WORDS,
    SPEAKING_PRONOUNS,
    TELLING,
    TEXTS,
)
from knowledge.flanking import both, mistrusted, own_words, posted, predicated, reflexive
from knowledge.judging import JUDGE
from knowledge.marking import mark
from knowledge.names import speaking, unless_of, unsourced
from knowledge.passive import undergone
from knowledge.remembering import LAST
from knowledge.text import ARTICLES
from knowledge.tokens import Token

Step = Callable[[Sequence[Token], str], str]  # tokens and their marks, to better marks

_GIVING = {"give", "gives", "gave", "giving", "offer", "offers", "offered", "offering"}
_GIVEN_WITHIN = 4  # words after one that gives among which is what it gives
_RECITING = {"cite", "describe", "detail", "give", "quote", "recite", "share", "specify", "state", "tell"}
_OF_TEXT = re.compile("xY(?=.*[Ss][.V]{0,2}[YP])|A[.]?x(?=,?[.V]{0,2}[Ss][.NV]{0,2}Y)|xV(?=[.]?[Ss][.V]?Y)")  # x a text
_ALL = {"all", "everything", "stuff", "thing", "things"}


def outline(tokens: Sequence[Token]) -> str:
    """The question as one mark a token; doubtful names are "S" where something is said, "." elsewhere."""
    return _outline(tuple(tokens))


@lru_cache(maxsize=LAST)
def _outline(tokens: tuple[Token, ...]) -> str:
    marks = "".join(map(mark, tokens))
    for step in _STEPS:
        marks = step(tokens, marks)
    return marks


def _each(needed: str, judge: Callable[[Sequence[Token], str, int], str]) -> Step:
    """The step that judges every place by the marks as they are before it, where the mark needed is among them."""

    def step(tokens: Sequence[Token], marks: str) -> str:
        return "".join([judge(tokens, marks, place) for place in range(len(marks))]) if needed in marks else marks

    return step


def _handed(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; plain (.) where no word is given: "who gave him a roof"."""
    if tokens[place].words == ("state",) and place and tokens[place - 1].words[0] in ARTICLES:  # "a state agency"
        return "."
    following = [token.words[0] for token in tokens[place + 1 : place + 1 + _GIVEN_WITHIN]]
    articles = {"a", "an", "the"} if following[:1] and following[0] in PERSONS else {"a", "an"}
    at = next((at for at, word in enumerate(following, place + 1) if word in articles), 0)
    at = at or (place + 1 if GIFTS.intersection(following) else 0)
    handed = tokens[place].words[0] in _GIVING and at and "A" not in marks[at : at + _GIVEN_WITHIN]
    return "." if marks[place] == "Y" and handed else marks[place]


def _counting(tokens: Sequence[Token], marks: str) -> str:
    """The marks with "about" before a number as no topic, unless they speak about it."""
    told = {place for place, token in enumerate(tokens, start=1) if token.words[0] in TELLING}
    places = (place for place in range(len(marks)) if marks[place : place + 2] == "o1" and place not in told)
    for place in places:
        marks = f"{marks[:place]}.{marks[place + 1 :]}"
    return marks.replace("1", ".")


def _reporting(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; speech for "report" after who does it: "what did they report", not "the report"."""
    if marks[place] != "r" or not place:
        return marks[place]
    theirs = tokens[place - 1].words[0] in SPEAKING_PRONOUNS
    ends = not marks[place + 1 :].strip(",")
    spoken = re.search(
        "V[.SO]*[sSO][.V]?$|VB[.]?$" if ends else "[SOW]$|Bt?$|[SO][.NVt]$|S[.]?V[.]$|^[.]?VB[.]?$", marks[:place]
    )
    asked = re.search("KV[.]?s$", marks[:place]) and tokens[marks.index("V")].words[0] in DOES
    return "Y" if theirs or spoken or (asked and marks[place + 1 :][:1] != "Y") else "r"


def _quoting(tokens: Sequence[Token], marks: str) -> str:
    """The marks with "who quotes the locals" as no more than an account of the locals: its chain names who does."""
    found = re.match(r"[.,]*(?:W|[HK]B)[.V]{0,2}[AYc](?=[.]?[Ss])", marks)
    quotes = found and tokens[found.end() - 1].words[0] in CITING
    return "U" * found.end() + marks[found.end() :].replace("s", "S", 1) if found and quotes else marks


def _confirmed(tokens: Sequence[Token], marks: str) -> str:
    """The marks with "did the gunmen confirm that" as speech and no tag, "who says no" as a denial and no tag."""
    if "T" not in marks:
        return marks
    last = len(marks.rstrip(",")) - 1
    if marks[last - 1 : last + 1] == "YT" and tokens[last].words == ("no",):
        marks = f"{marks[:last]}N{marks[last + 1 :]}"
    marks = re.sub(r"^([.,]*KV\.?[sSO])T(?=,*$)", r"\1Y", marks)  # "what did they confirm"
    return re.sub(r"(?<=[sSOB])([.NV]?)T(?=[^,])", r"\1Y", marks)


def _exclaimed(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; plain (.) for the "what" of "what a waste of time"."""
    after = {token.words[0] for token in tokens[place + 1 : place + 2]}
    return "." if tokens[place].words == ("what",) and not after.isdisjoint({"a", "an"}) else marks[place]


def _asked_to_say(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; a frame where it is the asker who would speak."""
    return "T" if marks[place] == "Y" and _asker_speaks(tokens[:place]) else marks[place]


def _asker_speaks(before: Sequence[Token]) -> bool:
    """Whether it is the asker who would speak: "can I say that …", "is it right to say that …"."""
    words = [token.words[0] for token in before]
    if words[-1:] and words[-1] in AUXILIARIES | {"am"}:  # "I am writing that"
        words.pop()
    if not QUESTION_WORDS.isdisjoint(words):  # "to whom should I attribute"
        return False
    return words[-1:] in (["i"], ["we"], ["me"]) or (words[-1:] == ["to"] and any(t.means("=") for t in before))


def _text_framed(tokens: Sequence[Token], marks: str) -> str:
    """The marks with "the report says" and "according to the article" as frames of what a source says."""
    if "S" not in marks and "s" not in marks:
        return marks
    texts = "".join("x" if token.words[0] in TEXTS else mark for token, mark in zip(tokens, marks, strict=True))
    for found in _OF_TEXT.finditer(texts):
        marks = f"{marks[: found.start()]}{'T' * len(found[0])}{marks[found.end() :]}"
    return marks


def _text_told(tokens: Sequence[Token], marks: str) -> str:
    """The marks with "what does the article say about the dead", or "it say is", as a frame of what it asks."""
    found = re.match("[.,]*KV[.]?[.rA]Y[oV](?=[^,])", marks)
    text = found and not TEXTS.union(("it",)).isdisjoint(tokens[found.end() - 3].words)
    return f"{marks[: found.end() - 3]}TT{marks[found.end() - 1 :]}" if found and text else marks


def _framed(_: Sequence[Token], marks: str) -> str:
    """The marks with "is the number of 13 Reuters' own" and "can I say that" as frames, "who called it" as speech."""
    yes_no = marks.startswith("V") or marks.rstrip(",").endswith("T")
    marks = marks.replace("q", "T" if yes_no else "Q")
    marks = re.sub(r"^V(?=[.]T)", "T", marks)
    marks = re.sub(r"(?<=[WSs])(V[.]{0,2})?c", r"\1Y", marks) if "c" in marks else marks
    if "r" not in marks:
        return marks
    marks = re.sub(r"^([.,]*W)r(?=V)", r"\1A", marks)  # "whose label is"
    marks = re.sub(r"^([.,]*)s(V?)r(?=[.])", r"\1S\2Y", marks)  # "the army called it a failure"
    return re.sub(r"^(V\.?)s([.V]?)r|s(V?)r(?=t[^Y])", r"\1S\2\3Y", marks).replace("r", ".")  # "did the army report"


def _no_call(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; that of a question type, or none, for what would only be speech after a speaker."""
    return ("Q" if tokens[place].means("?") else ".") if marks[place] == "c" else marks[place]


def _all_that(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; "what" for "everything" that a source said, an account for "the minister's claims"."""
    following = marks[place + 1 :]
    if tokens[place].words[0] in _ALL and re.match(r"[t.]{0,2}(S[.]?[VY]|R[.]?S)", following):
        return "K"
    if tokens[place].words[0] in _ALL and "S" in marks[:place] and re.match("[.]Y", following):
        return "K"  # "Sputnik: everything it claims"
    if marks[place] in "YA" and tokens[place].words[0] in _RECITING and not marks[:place].strip(".,"):
        return "K"  # "give the content of what Reuters says" asks what
    if "!account" in tokens[place].meanings and following[:1] == "b" and tokens[place + 1].words == ("of",):
        return "A"  # "list the claims of the militants"
    last = marks[place] == "Y" and re.search("^[^WHKQV]*S[.]?$", marks[:place]) and not following.strip(",")
    return "A" if last and "!account" in tokens[place].meanings else marks[place]


def _judged(tokens: Sequence[Token], marks: str) -> str:
    """The marks with the one source that is to be judged as no source: it is not asked what it says."""
    judges = marks.count("S") == 1 and any(JUDGE in token.meanings for token in tokens)
    return marks.replace("S", ".") if judges else marks


def _closed(_: Sequence[Token], marks: str) -> str:
    """The marks with "was it Reuters or who" asked as yes or no, "Moscow's Sputnik" as one, no doubtful names left."""
    marks = re.sub(r"^(V[^WHKQ]*S\.)W(?=,*$)", r"\1T", marks) if "W" in marks else marks
    return re.sub(r"O(?=S)", ".", marks).replace("s", ".")


def _checked(tokens: Sequence[Token], marks: str) -> str:
    """The marks with a closing clause on the asker's own reading as a tag: "…, am I quoting them properly?".

    Or on what they said, once more: "…, is it right that they say so?".
    """
    start = marks.rstrip(",").rfind(",") + 1
    words = [token.words[0] for token in tokens[start:]]
    grasps = not GRASPING.isdisjoint(words) and not {"i", "we", "to"}.isdisjoint(words[:3])
    told = any(token.means("#") or token.means("@") or token.words[0].isdigit() for token in tokens[start:])
    asks = not QUESTION_WORDS.isdisjoint(words)
    again = re.fullmatch("Tt?[.]Y,*", marks[start:]) and not SPEAKING_PRONOUNS.isdisjoint(words)
    tag = start and (grasps or again) and not (told or asks)
    return marks[:start] + re.sub("[^,]", "T", marks[start:]) if tag else marks


# The order matters: each step builds on the marks that those before it have settled.
_STEPS: tuple[Step, ...] = (
    _each("Y", undergone),
    _each("Y", _handed),
    _counting,
    _each("r", _reporting),
    _quoting,
    _confirmed,
    _each("K", _exclaimed),
    _each("Y", _asked_to_say),
    _text_framed,
    _text_told,
    _framed,
    _each("c", _no_call),
    predicated,
    _each("S", posted),
    _each("s", posted),
    _each("s", unless_of),
    _each("s", unsourced),
    speaking,
    _each("S", mistrusted),
    _each("S", _all_that),
    _each("S", both),
    _each(".", reflexive),
    left_out,
    own_words,
    _checked,
    _judged,
    _closed,
)
