"""How a statement is framed in a question: what is asked of it, who is meant by "they", whether it is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from knowledge.english import (
    ABUSE,
    ACTING,
    ANYTHING,
    BE,
    CITING,
    EPITHETS,
    FUNCTION_WORDS,
    HARMLESS,
    NEGATIONS,
    POSSESSIVES,
    REFLEXIVES,
    RELATIONS,
    SPEAKING_PRONOUNS,
    TEXTS,
    TOPICAL,
    UTTERING,
)
from knowledge.features import Features
from knowledge.literals import is_quantity
from knowledge.roles import Marked, own_features
from knowledge.text import ARTICLES, PAUSE
from knowledge.tokens import Token

_PARTICLES = {("away",), ("down",), ("in",), ("off",), ("out",), ("over",), ("up",)}
NAMELESS = 2  # letters of a word that names nobody
_THEM = {"her", "him", "it", "them"}  # "quote them"
_WEIGHTY = FUNCTION_WORDS - HARMLESS - NEGATIONS - RELATIONS
_END = Token((PAUSE,), (PAUSE,))
_CLAUSE = re.compile("[^,]+")
_CHECK = re.compile("[.]Y[.t]?")
_ONE_CLAUSE = re.compile("[VK][^,XU]*,?")
_ABOUT = re.compile(r"[YA]o([^,]+)")
_STATEMENT = re.compile("t|[^,tWKHQ]*V")  # after a word of speech: "that …", "nobody was hurt"
_DROPPED = ARTICLES | (ABUSE - EPITHETS)  # "the glorious army"
_OF_SPEECH = re.compile("o(?=[.]?S)")  # "about Kirby: did he say"
_STRANGER = re.compile(r"KV([.bA]{1,6})Y|^,?V([.b]{1,6})Y(?=,*$|[.]?o|t|[.],*$)")


def heads(marked: Marked) -> Iterator[str]:
    """The noun between "what" and an auxiliary, or after "name of": "what colour were"."""
    for (_, mark), (token, after), (_, verb) in zip(marked, marked[1:], marked[2:], strict=False):
        if f"{mark}{after}{verb}" == "K.V" and _names_something(token):
            yield own_features(token)[0]


def agents(marked: Marked) -> Iterator[str]:
    """Who "did", "does" or "has": the word right after the auxiliary, an article aside."""
    plain = [token for token, _ in marked if token.words[0] not in _DROPPED]
    for verb, token in pairwise(plain):
        if verb.words[0] in ACTING and token.meanings[0][0].isalpha() and len(token.words[0]) > NAMELESS:
            yield token.meanings[0]


def plain_words(marked: Marked) -> Iterator[str]:
    """The words that are no concept, in a question of one clause with an auxiliary: "what is the town famous for".

    Elsewhere what somebody did: "who sold the boat".
    """
    plain = _ONE_CLAUSE.fullmatch("".join(mark for _, mark in marked))
    yield from _done_by_whom(marked)
    for token, mark in marked if plain and all(token.words != ("or",) for token, _ in marked) else ():
        if mark == "." and token.meanings[0][0].isalpha() and _names_something(token):
            yield token.meanings[0]


def _done_by_whom(marked: Marked) -> Iterator[str]:
    """The verb right after "who" that has an object: "who sold the boat", "who sold out Ada", not "who in the boat"."""
    plain = [pair for place, pair in enumerate(marked) if place <= 1 or pair[0].words not in _PARTICLES]
    for (asking, _), (token, mark), (after, _) in zip(plain, plain[1:], plain[2:], strict=False):
        acts = mark == "." and token.meanings[0][0].isalpha() and _names_something(token)
        if asking.words == ("who",) and acts and (after.means("#") or after.words[0] in ARTICLES):
            yield token.meanings[0]


def _names_something(token: Token) -> bool:
    """Whether the token is more than a function word or an adverb: "what eventually happened" asks for no thing."""
    adverb = token.words[0].endswith("ly") and not token.means("#")
    return not adverb and token.words[0] not in FUNCTION_WORDS


def topic(marked: Marked) -> Marked:
    """What follows "about" after a word of speech, to the next pause, if that is a known subject; else all of it."""
    found = _ABOUT.search("".join(mark for _, mark in marked))
    topic = marked[found.start(1) : found.end(1)] if found else []
    return topic if any(token.means("#") for token, _ in topic) else marked


def pronoun_clause(marked: Marked) -> Marked:
    """The clause that asks what "they" say, after one that names a source: "the Observatory, whoever pays it, what …".

    Empty where there is none.
    """
    marks = "".join(mark for _, mark in marked)
    for clause in _CLAUSE.finditer(marks):
        part = marked[clause.start() : clause.end()]
        if (
            "S" in marks[: clause.start()]
            and marks[clause.start()] != "V"
            and "S" not in clause[0]
            and _asks_theirs(part)
        ):
            return part
    return ()


def stranger(marked: Marked) -> tuple[str, ...]:
    """Who is asked about as one who speaks, where that is no source: "what did the mayor of the town say"."""
    found = _STRANGER.search("".join(mark for _, mark in marked))
    if not found or marked[found.end() - 1][0].words[0] not in UTTERING:
        return ()
    start, end = found.span(found.lastindex or 0)
    if start > 1 and marked[start - 1][0].words[0] in BE:  # "what is his stated rank"
        return ()
    tokens = [token for token, _ in marked[start:end] if token.words[0] not in REFLEXIVES]
    head = list(takewhile(lambda token: token.words != ("of",), tokens))[-1:]
    known = not head or head[0].words[-1] in FUNCTION_WORDS | TEXTS or head[0].words[0].isdigit()
    known = known or tokens[0].words == ("this",)  # "this rag" is the report
    return () if known else (" ".join(word for token in tokens for word in token.words),)


def speak_by_pronoun(marked: Marked) -> bool:
    """Whether "they", "he" or "she" speak."""
    return any(mark == "Y" and token.words[0] in SPEAKING_PRONOUNS for (token, _), (_, mark) in pairwise(marked))


def _asks_theirs(marked: Marked) -> bool:
    """Whether "they" speak, or it is about "their" account, in more than "they said that?"."""
    return _theirs(marked) and not _CHECK.fullmatch("".join(mark for _, mark in marked))


def _theirs(marked: Marked) -> bool:
    """Whether "they" speak, or it is about "their" account."""
    return speak_by_pronoun(marked) or any(
        (token.words[0] in POSSESSIVES and re.match("[.]?[AY]", "".join(mark for _, mark in marked[place + 1 :])))
        or (token.words[0] in CITING and marked[place + 1 :] and marked[place + 1][0].words[0] in _THEM)
        for place, (token, _) in enumerate(marked)
    )


def is_topical(marked: Marked) -> bool:
    """Whether it names only a subject of speech: "mention", "comment on", "talk about", "say anything"."""
    marks = "".join(mark for _, mark in marked)
    anything = any(
        token.words[0] in ANYTHING and re.search("^V[^Y]*$|[YAP].?$", marks[:place])
        for place, (token, _) in enumerate(marked)
    )
    return (
        anything
        or re.search("[YA](.?S)?o", marks) is not None
        or any(
            token.words[0] in TOPICAL and mark in "YPA" and not _STATEMENT.match(marks, place)
            for place, (token, mark) in enumerate(marked, start=1)
        )
    )


def weighty_words(marked: Marked) -> Features:
    """The function words that change a statement: "may", "ever"; all but the harmless. And names it calls somebody."""
    marks = "".join(mark for _, mark in marked)
    words = (
        word
        for place, (token, mark) in enumerate(marked)
        if mark not in "SYPTAR" and not token.means("#") and token.means("?") != "how-many"
        if not (
            _OF_SPEECH.match(marks, place)
            or (token.words == ("under",) and not is_quantity(token, marked[place + 1 :]))
        )
        for word in token.words
        if word != "ever" or marks[place + 1 : place + 2] != "Y"  # "did the militants ever say"
    )
    names = (
        word
        for place, (token, _) in enumerate(marked)
        if re.search("Y.*V[.]{0,2}$", marks[:place])  # "did it say that they are criminals"
        for word in EPITHETS.intersection(token.words)
    )
    return _WEIGHTY.intersection(words).union(names)


def is_negated(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it is put in the negative: a clause has an odd number of negations, that of "did … not say" apart."""
    odd = False
    for place, token in enumerate(tokens):
        if odd and marks[place] == ",":  # "nobody died, no child either"
            return True
        if place == 1 and marks[0] == "V" and token.words == ("not",):  # "isn't it the Observatory that …"
            continue
        if marks[0] == "V" and "Y" not in marks[:place] and re.match("[^K]*Y", marks[place + 1 :]):
            continue
        odd ^= ("+" in token.meanings and marks[place] not in "Te") or "!deny" in token.meanings
    return odd
