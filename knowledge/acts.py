"""What kind of question it is: what a source says, who says something, whether it does, or a plain fact.

Regular expressions find the shape of its outline; outlining.py says what the marks are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from knowledge.english import COUNTING, DOES, INFORMING, NAMING, TAKING, TEXTS, TOPICAL
from knowledge.text import ARTICLES, ASKS
from knowledge.tokens import Token

Act = Literal["fact", "said_by", "did_say", "who_said", "basis", "injection"]

_RULES: tuple[tuple[Act, re.Pattern[str]], ...] = (
    ("said_by", re.compile(r"S[.V]?YW[^Y]*$")),  # the militants say who died?
    ("said_by", re.compile(r"SA[bo][WKQH]")),  # the rebels' version of who …
    ("who_said", re.compile(r"W(?!V?S)[^SOWKQ]{0,5}?Y")),  # who said …
    ("who_said", re.compile(r"^[.,]*W[^SOWKQ,]{0,9}?Y")),  # who was it that went on the air to say …
    ("who_said", re.compile(r"W[^VSO]t")),  # who assures that …
    ("who_said", re.compile(r"W[^SO]{0,2}A(?!b?[.]?S)")),  # whose account …
    ("who_said", re.compile(r"[HK][.V]{0,2}B[^SO]{0,3}Y")),  # which agency says …
    ("who_said", re.compile(r"[HK][^SOY]{0,6}Bt?.?Y")),  # what was the name of the official that denied …
    ("who_said", re.compile(r"^[.,]*B[HtW]Y(?!.*[SO])")),  # name the outlet which says …
    ("who_said", re.compile(r"B[t.]?Y[^SO]*,W[^SO]{0,3}$")),  # the person that denied it, who was it
    ("who_said", re.compile(r"^Q[.]{1,3}[tW]Y|Qb[^SO]{0,3}[tW]Y")),  # the name of the official who denied …
    ("who_said", re.compile(r"V[.]?B[^SO]{0,3}Y")),  # did anyone say …
    ("who_said", re.compile(r"([YP]b|A|b)[.]?W")),  # according to whom, from whom
    ("who_said", re.compile(r"^[.,]*WV[^SO,]*V[^SO,]*b,?$")),  # who do we have that from
    ("who_said", re.compile(r"YWo?[^SO]*$")),  # said who
    ("who_said", re.compile(r"A[.]?H[.]?B")),  # according to which agency
    ("who_said", re.compile(r"[YA][tbo][^SO]*,[.]?W[^YSO]{0,5}$|A,W[.V]{1,3}$")),  # the claim that …: who made it
    ("who_said", re.compile(r"^[^SO]*R[^SO]*$")),  # source for …
    ("who_said", re.compile(r"^[^SO]+,W[Vt]*b,*$")),  # the toll, who is that from
    ("who_said", re.compile(r"A[.]?Y[^SO]*,H,?$")),  # only one account mentions …: which?
)
_ANY = "[^KWHQ]*"  # whatever holds no question word
_YES_NO = re.compile(
    rf"^{_ANY}([VYPRT]{_ANY}S|S{_ANY}[VYPRT]|A[.]?S|^b[.]?S){_ANY}$|^{_ANY}(V.{{0,3}}S|S.{{0,3}}Y(?!K|W|,[KWHQ])).*$|S[^KWH]*T$"
)
# "they have declared what?", "sum up what Reuters says"
# "Reuters said they were looking for what near the town?"
_ASKED_WHAT = re.compile("^[^T]*(YK[,.]?$|U[^WHQT]*S[^WHKQT]*$)|^[.,]*S[.V]?Y[^,WHKQ]*K[.bo]*,*$")
# "who did the counting, Reuters?"
_WHO_COUNTED = re.compile("^[^SO]*W[^SO]*,[.]?S,?[.T]?$|^[^SO]*W[^SO]*Y[^SO]*,[.]?S([.,]{1,3}S)*[.,T]*$")
_THE_ONE = re.compile(rf"^{_ANY}(SV|VS)[.]{{0,2}}[Wt][YP]")  # "Sputnik is the one who says", "was it Sputnik who said"
# "is 'nobody died' what Sputnik says"
_WHAT_IT_SAID = re.compile(
    r"^V(?:,[^WHKQ]+,|[^WHKQ]{2,})K[.]?S[.V]{0,2}[YP],*$|^[^WHKQV][^WHKQ]*VK[.]?S[.V]{0,2}[YP],?T,*$"
)
_LISTING = {"enumerate", "give", "list", "show"}
_IS_FROM = re.compile("V[^S]*b[.]?S,*$")  # "are the six children from Reuters"
_TAKEN = re.compile("[.]?S[^SKWHQY]{1,6}b[.]?S(,T?)+")  # "Reuters got its count from the rescuers?"
_SPEECH = re.compile("[YPARTtX]")


def _asserts(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it holds a statement with a number or a negation against a source: "Reuters: 13 killed?"."""
    exact = any(token.words[0].isdigit() or mark == "N" for token, mark in zip(tokens, marks, strict=True))
    return exact and tokens[-1].words[0] == ASKS and re.fullmatch("[.]?S,[^WHKQS]+,", marks) is not None


def _takes(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it is told, or asked, that one source has something from another."""
    return _TAKEN.fullmatch(marks) is not None and any(not TAKING.isdisjoint(token.words) for token in tokens)


def act_of(tokens: Sequence[Token], marks: str) -> Act:
    """The kind of question these tokens, with these marks, ask."""
    if any(token.means("$") for token in tokens):
        return "injection"
    if "S" in marks and _asks_for_basis(tokens, marks):
        return "basis"
    if _WHO_COUNTED.search(marks):
        return "who_said"
    if _WHAT_IT_SAID.search(marks) and tokens[0].words[0] not in DOES:
        there = tokens[1].words[0] == "it" or (tokens[1].words[0] == "there" and marks[2] != "V")
        return "said_by" if there else "did_say"  # "is it known what Reuters says"
    if "S" in marks and (_ASKED_WHAT.search(marks) or _bids(tokens, marks)):
        return "said_by"
    told = _asserts(tokens, marks) or _takes(tokens, marks)
    if told or _THE_ONE.search(marks) or ("S" in marks and _YES_NO.search(marks)):
        spoken = _SPEECH.search(marks) or _IS_FROM.match(marks)  # not "is Reuters reliable"
        return "did_say" if spoken or marks[0] != "V" or tokens[0].words[0] in DOES else "fact"
    if _some_fool_says(tokens, marks) or _is_mentioned(tokens, marks):
        return "who_said"
    named: Act = "said_by" if "S" in marks else "fact"
    rules = () if _comes(tokens, marks) else _RULES
    return next((act for act, pattern in rules if pattern.search(marks)), named)


_COMING = re.compile("^[.,]*QV[.]+R,?$")  # "where did the gunmen come from"
_COME = {"come", "comes", "came", "coming"}
_TOLD = {"info", "information", "news", "data", "claim", "claims", "statement", "accusation", "allegation", "name"}


def _comes(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it asks where somebody, rather than what is told, comes from."""
    words = {word for token in tokens for word in token.words}
    somebody = (
        any(token.means("#") for token in tokens)
        and not any(map(str.isdigit, words))
        and words.isdisjoint(COUNTING | TEXTS | NAMING | _TOLD)
    )
    return somebody and _COMING.search(marks) is not None and not words.isdisjoint(_COME)


def _bids(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it bids to tell what a source says, rather than asks whether it says it."""
    return _names_a_thing(tokens, marks) or _lists(tokens, marks) or _asks_for_account(tokens, marks)


def _lists(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it bids to list what is said: "list all claims attributed to Reuters"."""
    return tokens[0].words[0] in _LISTING and tokens[-1].words[0] != ASKS and "T" not in marks


_ACCOUNT_ON = re.compile("[.]?SA(?:[ob][^SWHKQVYP,]*)?,(?=[^YPTS]+$)")


def _asks_for_account(tokens: Sequence[Token], marks: str) -> bool:
    """Whether whose account of what is asked, and then told something: "her line on the fire? my boss is here"."""
    found = _ACCOUNT_ON.match(marks)
    asked = tokens[: found.end()] if found else ()
    exact = any(token.words[0].isdigit() for token in asked) or "N" in marks[: len(asked)]
    return bool(asked) and asked[-1].words[0] == ASKS and not exact


_ITS_ACCOUNT = re.compile("([.b]+)[,]?A[.]?S,*$")


def _names_a_thing(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it is only a thing and whose account of it is asked for: "the casualties according to Reuters"."""
    found = _ITS_ACCOUNT.match(marks)
    if not found or tokens[-1].words[0] == ASKS:
        return False
    ahead = tokens[: found.end(1)]
    stated = ahead[-1].words[-1].endswith("ed") or any(token.words[0].isdigit() for token in ahead)
    return ahead[0].words[0] in ARTICLES or not stated


_SOMEONE = re.compile("[.,]*H[.b]{1,5}Y(?![.]?S)")
_NO_SPEECH = ("give", "gave", "given", "state", "mentioned", "named", "described", "quoted", "cited", "reported")


def _some_fool_says(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it asks which person of any kind says something: "which fool in a suit denied that"."""
    found = _SOMEONE.match(marks)
    return found is not None and not tokens[found.end() - 1].words[0].startswith(_NO_SPEECH)


_MENTIONED = re.compile(r"V[.b]+(?=P[.,]{0,3}$)")


def _is_mentioned(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it asks if anyone speaks of something: "are the camps mentioned"."""
    found = _MENTIONED.match(marks)
    return found is not None and tokens[found.end()].words[0] in TOPICAL


_CREDITED = re.compile(r"R[^S]*b[.]?S")  # "is the ruin attributed to the army by the locals"
_ATTRIBUTED = re.compile(r"^V[^S]*R[.b]{0,2}S,?$")  # "is the toll attributed to Reuters"
_SPOKE = re.compile("[.,]*WV?[.]?S[.Y][.b](?=,*$)")
_SOURCE_FOR = re.compile(r"[.]?SR[.bo][^S]*T[^S]*")  # "Reuters = source for the number, correct?"

# "Reuters, from which body it has it", "where has it the number from"
_FROM_WHOM = re.compile(r"S[^APOWHKQ]*b(?:W|[HK]B)|^[.,]*[bo](?:W|[HK]B)[.VA]*S|^QV?S[.VA]*b,?$|S[^YPOWHKQ]*Q,*$")
_INFORMED = re.compile(
    r"(?:[WQK]V|WV[.])ST?[.YVA](?!o|b[^,]|[.]{0,2}Y)"  # "how does Sputnik know"
    r"|W[.V]{0,2}[.Y][.b]{0,3}S"  # "who told Sputnik"
    r"|WV?[AYP]b[.]?S"  # "who is quoted by Reuters"
    r"|S[.Y]{1,2}bW"  # "Reuters got it from whom"
    r"|SV?[AY]b?W(?=,|$)"  # "Reuters quotes whom"
    r"|WSY"  # "who Sputnik cites"
)
_TELLS = {"inform", "informed", "informs", "tell", "told"}
_HAVING = INFORMING.union(
    ("base", "based", "bases", "basing", "had", "has", "receive", "received", "take", "taken", "took")
)


def _comes_from(tokens: Sequence[Token], marks: str) -> bool:
    """Whether something is said to come from a source: "which claims come from Reuters"."""
    found = re.search(r"R[.]?S", marks)
    return found is not None and any(t.words[-1] in ("from", "to", "on") for t in tokens[found.start() : found.end()])


def _asks_for_basis(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it asks whom a source relies on: "who told Sputnik", "what is Reuters' source"."""
    credited = _CREDITED.search(marks)
    if credited and tokens[credited.start()].words[0] in ("attributed", "ascribed", "credited"):
        return False
    if _ATTRIBUTED.search(marks) or _SOURCE_FOR.fullmatch(marks) or _comes_from(tokens, marks):
        return False
    if _FROM_WHOM.search(marks) and not _HAVING.isdisjoint(token.words[0] for token in tokens):
        return True
    if re.search(r"SR|R[.bBV]{0,3}S(?!Y[^,]|,.)", marks):
        return True
    spoke = _SPOKE.match(marks)
    if spoke and tokens[spoke.end() - 1].words[0] in ("to", "with"):
        return True  # "who did Reuters talk to"
    to = re.match(r"[.,]*W[.VYAQb]{1,9}(?=S)", marks)
    if to and tokens[to.end() - 1].words == ("to",) and not INFORMING.isdisjoint(t.words[0] for t in tokens):
        return True  # "who gave the number to Reuters"
    found = _INFORMED.search(marks)
    spanned = tokens[found.start() : found.end()] if found else ()
    if found and found[0][0] == "K":  # "what have the locals told"
        spanned, relying = spanned[2:], INFORMING - _TELLS
    else:
        relying = INFORMING
    return not relying.isdisjoint(word for token in spanned if not token.means("@") for word in token.words)
