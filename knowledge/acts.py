"""What kind of question it is: what a source says, who says something, whether it does, or a plain fact.

The tokens become an outline of one mark each, and regular expressions find its shape:
S source · O outsider · B any speaker ("which agency") · Y speech verb · P passive speech · A account noun ·
R "source" noun · X differ · U in short · W who · H which · K what, how · Q other question word · V "did", "is" ·
T "right?" · t that · N not · b by, from, per · e besides · E source left out · o on, about · , a pause ·
. anything else
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from knowledge.english import (
    AUXILIARIES,
    CITING,
    DOES,
    DONE_TO,
    INFORMING,
    POSSESSIVES,
    QUESTION_WORDS,
    SPEAKERS,
    SPEAKING_PRONOUNS,
    TEXTS,
)
from knowledge.reading import Token
from knowledge.text import ASKS, PUNCTUATION

Act = Literal["fact", "said_by", "did_say", "who_said", "basis", "injection"]

DIFFER, SUMMARY = "!differ", "!summary"
_BE = {"is", "was", "were", "are", "be", "been", "being"}
_TELLING = {
    "told",
    "tells",
    "speak",
    "speaks",
    "spoke",
    "talk",
    "talks",
    "talked",
    "write",
    "writes",
    "wrote",
}  # about 13 people, not "about 13"
_PAST = ("ed", "en", "id", "ld", "wn", "ought")  # said, told, shown
_OWN = POSSESSIVES | {"own"}  # "the article in its own voice"
_WORDS = (
    ({"who", "whom", "whose"}, "W"),
    (PUNCTUATION, ","),
    ({"which"}, "H"),
    ({"what", "how"}, "K"),
    (AUXILIARIES, "V"),
    ({"that"}, "t"),
    ({"report", "name", "list", "place", "label", "call", "called", "calls"}, "r"),
    ({"describes", "names", "places", "puts", "uses"}, "c"),
    ({"by", "from", "per", "of"}, "b"),
    ({"on", "about", "re", "regarding", "concerning", "over"}, "o"),
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
# Where a doubtful name ("the Americans") is someone who speaks, not someone spoken about.
_SPEAKING = (
    re.compile(r"s(?=[.NV]{0,2}Y)"),
    re.compile(r"s(?=[.]?,[.]?A)"),  # "the militants: their version?"
    re.compile(r"(?<!V)(?<!V\.)s(?=A|o)|(?<=KV)s(?=A)|(?<=KV\.)s(?=A)"),
    re.compile(r"(?<=[AYPRB]b)s|(?<=[AYPRB]b\.)s|(?<=A)s|(?<=A\.)s"),
    re.compile(r"(?<=Yb)s|(?<=Y\.b)s"),
    re.compile(
        r"s(?=,[.]?[KW]|K|,[.]YK|,V[.]Y)|s(?=W[.]?Y)|(?<=V\.)s(?=t[.]?Y)|(?<=V\.\.)s(?=t[.]?Y)|(?<=KY)s|(?<=KY\.)s"
    ),  # "the militants, what …", "what wrote the militants"
    re.compile(r"^s(?=,.*(T|V[^,]*[YA][^,]*),*$)"),  # "militants: …, true?", "…, do they say so?"
    re.compile(r"s(?=[.,]{1,2}S)|(?<=S[.,])s|(?<=S[.,][.,])s"),  # one of several
    re.compile(r"(?<=^V)s(?=[,T]*$)|(?<=^V\.)s(?=[,T]*$)"),  # "did the militants?"
    re.compile(r"^s(?=[,T]*$)|(?<=^[.Ko])s(?=[,T]*$)|(?<=^[.Ko][.o])s(?=[,T]*$)|(?<=^Ko\.)s(?=[,T]*$)"),  # a name alone
)
_RULES: tuple[tuple[Act, re.Pattern[str]], ...] = (
    ("who_said", re.compile(r"W(?!V?S)[^SOWKQ]{0,5}?Y")),  # who said …
    ("who_said", re.compile(r"W[^VSO]t")),  # who assures that …
    ("who_said", re.compile(r"W[^SO]{0,2}A(?!b?[.]?S)")),  # whose account …
    ("who_said", re.compile(r"[HK][.V]{0,2}B[^SO]{0,3}Y")),  # which agency says …
    ("who_said", re.compile(r"[HK][^SOY]{0,6}Bt?.?Y")),  # what was the name of the official that denied …
    ("who_said", re.compile(r"Qb[^SO]{0,3}[tW]Y")),  # the name of the official who denied …
    ("who_said", re.compile(r"V[.]?B[^SO]{0,3}Y")),  # did anyone say …
    ("who_said", re.compile(r"([YP]b|A|b)[.]?W")),  # according to whom, from whom
    ("who_said", re.compile(r"YWo?[^SO]*$")),  # said who
    ("who_said", re.compile(r"[YA][tbo][^SO]*,[.]?W[^YSO]{0,5}$|A,W[.V]{1,3}$")),  # the claim that …: who made it
    ("who_said", re.compile(r"^[^SO]*R[^SO]*$")),  # source for …
)
_YES_NO = re.compile(
    r"^[^KWHQ]*([VYPRT][^KWHQ]*S|S[^KWHQ]*[VYPRT]|A[.]?S|^bS)[^KWHQ]*$|^[^KWHQ]*(V.{0,3}S|S.{0,3}Y(?!K)).*$|S[^KWH]*T$"
)


_ASKED_WHAT = re.compile(
    r"^[^T]*(YK[,.]?$|U[^WHQT]*S[^WHKQT]*$)"
)  # "they have declared what?", "sum up what Reuters says"
_COUNTING = re.compile(
    r"^[^SO]*W[^SO]*,[.]?S,?[.T]?$|^[^SO]*W[^SO]*Y[^SO]*,[.]?S([.,]{1,3}S)*[.,T]*$"
)  # "who did the counting, Reuters?"
_THE_ONE = re.compile(r"^[^KWHQ]*(SV|VS)[.]{0,2}[Wt][YP]")  # "Sputnik is the one who says", "was it Sputnik who said"
_SPEECH = re.compile("[YPARTtX]")


def outline(tokens: Sequence[Token]) -> str:
    """The question as one mark a token; doubtful names are "S" where something is said, "." elsewhere."""
    marks = "".join(map(_mark, tokens))
    marks = "".join(
        _passive(token) if mark == "Y" and _is_passive(tokens[max(0, place - 5) : place], tokens[place]) else mark
        for place, (token, mark) in enumerate(zip(tokens, marks, strict=True))
    )
    told = {place for place, token in enumerate(tokens, start=1) if token.words[0] in _TELLING}
    marks = "".join(
        "." if marks[place : place + 2] == "o1" and place not in told else mark for place, mark in enumerate(marks)
    )
    marks = marks.replace("1", ".")
    marks = "".join(_reporting(tokens, marks, place) for place in range(len(marks)))
    marks = _quoting(tokens, marks)
    marks = re.sub(r"(?<=[sSOB])([.NV]?)T(?=[^,])", r"\1Y", marks)  # "did the gunmen confirm that", no tag
    marks = "".join("." if _exclaims(tokens, place) else mark for place, mark in enumerate(marks))
    marks = "".join("T" if mark == "Y" and _asker_speaks(tokens[:place]) else mark for place, mark in enumerate(marks))
    marks = "".join("T" if _text_says(tokens, marks, place) else mark for place, mark in enumerate(marks))
    yes_no = marks.startswith("V") or marks.rstrip(",").endswith("T")
    marks = marks.replace("q", "T" if yes_no else "Q")  # "is the number of 13 Reuters' own"
    marks = re.sub(r"^V(?=[.]T)", "T", marks)  # "can I say that"
    marks = re.sub(r"(?<=W)c", "Y", marks).replace("c", ".")  # "who called it a failure"
    marks = re.sub(r"^(V\.?)sr", r"\1SY", marks).replace("r", ".")  # "did the army report"
    marks = "".join(_unless_of(tokens, marks, place) for place in range(len(marks)))
    marks = re.sub(r"(?<=H)s", "B", marks)  # "which sources say"
    for pattern in _SPEAKING:
        marks = pattern.sub("S", marks)
    marks = "".join(
        "T" if token.words == ("both",) and "S" in marks[place : place + 3] else marks[place]
        for place, token in enumerate(tokens)
    )
    marks = re.sub(r"e(\.?)S", r"e\1E", marks)
    marks = re.sub(r"(?<=S,)N(\.?)S", r"e\1E", marks)  # "Sputnik, not Reuters, says"
    marks = marks.replace("oB", "o.")  # "who wrote on social media"
    if re.match("[.]?S,[^S]*S", marks) and any(token.words[0] in POSSESSIVES for token in tokens[:2]):
        marks = re.sub("^[.]?S", lambda found: "T" * len(found[0]), marks)  # "in its own words, what does Reuters say"
    if any(mark == "S" and token.words[0] in _OWN for token, mark in zip(tokens, marks, strict=True)):
        marks = "".join(
            "T" if token.words[0] in TEXTS and mark == "." else mark for token, mark in zip(tokens, marks, strict=True)
        )
    marks = re.sub(r"^(V[^WHKQ]*S\.)W(?=,*$)", r"\1T", marks)  # "was it Reuters or who"
    marks = re.sub(r"O(?=S)", ".", marks)  # "Moscow's Sputnik"
    return marks.replace("s", ".")


def _quoting(tokens: Sequence[Token], marks: str) -> str:
    """The marks with "who quotes the locals" as no more than an account of the locals: its chain names who does."""
    found = re.match(r"[.,]*W[.V]{0,2}[AY](?=[.]?[Ss])", marks)
    quotes = found and tokens[found.end() - 1].words[0] in CITING
    return "U" * found.end() + marks[found.end() :].replace("s", "S", 1) if found and quotes else marks


def _reporting(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; speech for "report" after who does it: "what did they report", not "the report"."""
    if marks[place] != "r" or not place:
        return marks[place]
    theirs = tokens[place - 1].words[0] in SPEAKING_PRONOUNS
    ends = not marks[place + 1 :].strip(",")
    spoken = re.search("V[.SO]*[SO][.V]?$" if ends else "[SOW]$|[SO][.NVt]$", marks[:place])
    return "Y" if theirs or spoken else "r"


def _exclaims(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is the "what" of "what a waste of time"."""
    return tokens[place].words == ("what",) and any(
        token.words[0] in {"a", "an"} for token in tokens[place + 1 : place + 2]
    )


def _asker_speaks(before: Sequence[Token]) -> bool:
    """Whether it is the asker who would speak: "can I say that …", "is it right to say that …"."""
    words = [token.words[0] for token in before]
    if not QUESTION_WORDS.isdisjoint(words):  # "to whom should I attribute"
        return False
    return words[-1:] in (["i"], ["we"], ["me"]) or (words[-1:] == ["to"] and any(t.means("=") for t in before))


def _text_says(tokens: Sequence[Token], marks: str, place: int) -> bool:
    """Whether it is the "report says" of "the report says that Reuters reports": the report tells all there is."""
    return any(
        marks[start + 1 : start + 2] == "Y"
        and tokens[start].words[0] in TEXTS
        and re.search("[Ss][.V]{0,2}[YP]", marks[start + 2 :])
        for start in (place - 1, place)
        if start >= 0
    )


def _unless_of(tokens: Sequence[Token], marks: str, place: int) -> str:
    """The mark at the place; none for a doubtful name that only tells whose something is: "US soldiers say"."""
    of = marks[place : place + 2] == "s." and tokens[place + 1].means("#")
    return "." if of else marks[place]


def _is_passive(before: Sequence[Token], token: Token) -> bool:
    """Whether "was reported", "was the army informed" and the like; "was reporting" speaks."""
    last = [other.words[0] for other in before[-2:]]
    if last[-1:] and last[-1] in {"who", "that", "which"} and last[0] not in _BE:  # "it was the militants who stated"
        return False
    return any(other.words[0] in _BE and len(other.words) == 1 for other in before) and token.words[0].endswith(_PAST)


def _passive(token: Token) -> str:
    """The mark of speech in the passive; none where it is done to someone: "was Reuters accused"."""
    return "." if token.words[0] in DONE_TO else "P"


@lru_cache(maxsize=8192)
def _mark(token: Token) -> str:
    if token.means("?") == "how-many" and token.words[-1] == "of" and token.words[0] not in QUESTION_WORDS:
        return "q"
    for sign, mark in _SIGNS[:3]:
        if any(meaning.startswith(sign) for meaning in token.meanings):
            return mark
    for group, mark in _WORDS:
        if token.words[0] in group and len(token.words) == 1:
            return mark
    for sign, mark in _SIGNS[3:]:
        if any(meaning.startswith(sign) for meaning in token.meanings):
            return mark
    return "B" if token.words[-1] in SPEAKERS else "1" if token.words[0].isdigit() else "."


def _asserts(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it holds a statement with a number or a negation against a source: "Reuters: 13 killed?"."""
    exact = any(token.words[0].isdigit() or mark == "N" for token, mark in zip(tokens, marks, strict=True))
    return exact and tokens[-1].words[0] == ASKS and re.fullmatch("[.]?S,[^WHKQS]+,", marks) is not None


def act_of(tokens: Sequence[Token], marks: str) -> Act:
    """The kind of question these tokens, with these marks, ask."""
    if any(token.means("$") for token in tokens):
        return "injection"
    if "S" in marks and _asks_for_basis(tokens, marks):
        return "basis"
    if _COUNTING.search(marks):
        return "who_said"
    if "S" in marks and _ASKED_WHAT.search(marks):
        return "said_by"
    if _asserts(tokens, marks) or _THE_ONE.search(marks) or ("S" in marks and _YES_NO.search(marks)):
        said = _SPEECH.search(marks) or marks[0] != "V" or tokens[0].words[0] in DOES  # not "is Reuters reliable"
        return "did_say" if said else "fact"
    for act, pattern in _RULES:
        if pattern.search(marks):
            return act
    return "said_by" if "S" in marks else "fact"


_ATTRIBUTED = re.compile(r"^V[^S]*R[.b]{0,2}S,?$")  # "is the toll attributed to Reuters"


def _comes_from(tokens: Sequence[Token], marks: str) -> bool:
    """Whether something is said to come from a source: "which claims come from Reuters"."""
    found = re.search(r"R[.]?S", marks)
    return found is not None and any(t.words[-1] in ("from", "to", "on") for t in tokens[found.start() : found.end()])


def _asks_for_basis(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it asks whom a source relies on: "who told Sputnik", "what is Reuters' source"."""
    if _ATTRIBUTED.search(marks) or _comes_from(tokens, marks):
        return False
    if re.search(r"SR|R[.bBV]{0,3}S(?!Y[^,]|,.)", marks):
        return True
    found = re.search(
        r"(?:[WQK]V|WV[.])S[.YVA](?!o|b[^,]|[.]{0,2}Y)|W[.V]{0,2}[.Y][.b]{0,3}S|WV[AYP]b[.]?S|S[.Y]{1,2}bW|SV?[AY]b?W$|WSY",
        marks,
    )
    spanned = tokens[found.start() : found.end()] if found else ()
    return not INFORMING.isdisjoint(word for token in spanned if not token.means("@") for word in token.words)
