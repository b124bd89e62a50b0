"""What no other word stands for: numbers with what they count, who acts on what, who is what, relations.

A yes needs all of it, while the rest of a statement may be said in other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from knowledge.english import FUNCTION_WORDS, NATIONALITIES, QUANTIFIERS, RELATIONS, UNITS
from knowledge.outlining import DIFFER, SUMMARY
from knowledge.reading import Reader, Token
from knowledge.text import ARTICLES, PUNCTUATION
from knowledge.vocabulary import stem

Features = frozenset[str]
YEAR = 4  # digits
NEAR = 6  # words after a number among which is what it counts

_BE = {"is", "was", "are", "were", "been", "being", "got", "get"}
_VERBAL = ("s", "ed")  # "leads", "sheltered"
_OBJECTS = {"anybody", "anyone", "her", "him", "me", "no", "nobody", "noone", "people", "someone", "them", "us", "you"}
_DATED = {"after", "before", "since", "until"}
_SAME = {"during": "in", "inside": "in", "into": "in"}  # relations that mean no more than another


class Literals:
    """Finds the literals of any tokens, with the concepts of one base."""

    def __init__(self, reader: Reader) -> None:
        self._names = reader.critical - reader.actions
        self._actions = reader.actions
        self._varied = reader.varied
        self._strong = reader.strong
        within = (concept for concept, of in reader.included.items() if of & reader.actions)  # "casualties"
        self._undergone = reader.actions.union(within)

    def of(self, tokens: Sequence[Token], marks: str) -> Features:
        """All literals of the tokens, which have these marks."""
        marked = list(zip(tokens, marks, strict=True))
        plain = (*self._counted(marked), *self._acted(marked), *self._identified(marked))
        return frozenset((*plain, *_related(marked), *self._words(marked), *_of_nation(tokens)))

    def _words(self, marked: Iterable[tuple[Token, str]]) -> Iterator[str]:
        """Words of quantity and of varied concepts, those that say more than their concept, and units of time."""
        for token, mark in marked:
            stems = tuple(map(stem, token.words))
            exact = stems in self._strong or not self._varied.isdisjoint(token.meanings)
            if exact or (token.words[0] in QUANTIFIERS and mark != "T"):
                yield " ".join(stems)
            yield from (f"unit {word}" for word in token.words if word in UNITS)

    def _acted(self, marked: Sequence[tuple[Token, str]]) -> Iterator[str]:
        """Who is acted on, or acts on what: "#soldier #injured", "#american #casualties", "#soldier #killed it".

        A word of speech does neither: "reported injuries".
        """
        tokens = [token for token, _ in marked]
        for place, ((token, mark), (after, _)) in enumerate(pairwise(marked)):
            if (token.words[0], after.words[0]) == ("one", "of"):
                yield "one of"
            if not self._actions.isdisjoint(token.meanings) and after.words[0].isdigit():
                yield f"{own_features(token)[0]} {own_features(after)[0]}"
            undergoes = after.words[0] in _BE and place + 2 < len(tokens)
            done = tokens[place + 2] if undergoes else after
            if mark != "Y" and token.means("#") and not self._undergone.isdisjoint(done.meanings):
                on = [t for t in tokens[place + 2 :] if t.words[0] not in ARTICLES | QUANTIFIERS][:1]
                acts = not undergoes and any(t.means("#") or t.words[0].isdigit() or t.words[0] in _OBJECTS for t in on)
                yield f"{own_features(token)[0]} {own_features(done)[0]}" + " it" * acts

    def _identified(self, marked: Sequence[tuple[Token, str]]) -> Iterator[str]:
        """What something is said to be, in either order: "#leader is #target"; whose it is: "#home of #obeida".

        A name before a verb is what that says: "al-britani leads". Not before one of speech: "militants reported".
        """
        kept = [(token, mark) for token, mark in marked if token.words[0] not in ARTICLES]
        told = [token.means("#") and own_features(token)[0] for token, _ in kept]
        for place, (one, (link, mark)) in enumerate(zip(told, kept[1:], strict=False)):
            run = list(takewhile(bool, told[place + 2 :])) if one and link.words[0] in _BE else []
            if one in self._names and told[place + 1] and mark not in "YP" and link.words[0].endswith(_VERBAL):
                run = [told[place + 1]]
            if run and run[-1] not in self._undergone:
                yield "is " + " ".join(sorted((one, run[-1])))
            if link.words == ("of",) and one and self._names.intersection(told[place + 2 : place + 3]):
                yield f"{one} of {told[place + 2]}"

    def _counted(self, marked: Sequence[tuple[Token, str]]) -> Iterator[str]:
        """Numbers with what they count: "13 #child"; "13 people" where nothing else follows, as in "13 were killed".

        A number of four digits or before a pause is a date and counts nothing; "one" counts only what is a concept.
        """
        for place, ((token, _), (after, _)) in enumerate(pairwise(marked)):
            if token.words[0].isdigit() and len(token.words[0]) < YEAR and after.words[0] not in PUNCTUATION:
                yield f"{token.words[0]} {self._what(marked[place + 1 : place + 1 + NEAR])}"
            elif token.words == ("one",) and after.means("#") and not after.means("!"):
                yield f"1 {own_features(after)[0]}"

    def _what(self, following: Sequence[tuple[Token, str]]) -> str:
        """What is counted: the first noun among the tokens, the second after "of"; people where there is none."""
        nouns: list[str] = []
        for token, mark in following:
            if token.words[0].isdigit() or token.words[0] in PUNCTUATION or token.means("@"):
                break
            own = own_features(token)[0]
            if mark not in "YP" and own not in FUNCTION_WORDS and own not in self._actions:
                nouns.append(own)
        parts = following[0][0].words == ("of",)
        return (nouns[:2][-1] if parts else nouns[0]) if nouns else "people"


def _of_nation(tokens: Sequence[Token]) -> Iterator[str]:
    """Whose a thing is by its nation: "#american #child"; the nation of one thing is not that of another."""
    for token, after in pairwise(tokens):
        if token.words[0] in NATIONALITIES and (after.means("#") or after.words[0] in _OBJECTS):
            yield f"{own_features(token)[0]} {own_features(after)[0]}"


def _related(marked: Iterable[tuple[Token, str]]) -> Iterator[str]:
    """Words of relation with what they relate to: "after #landing", "before october"; not "by the militants"."""
    for (token, _), (after, mark) in pairwise(pair for pair in marked if pair[0].words[0] not in ARTICLES):
        dated = token.words[0] in _DATED and mark == "." and after.words[0] not in FUNCTION_WORDS
        if token.words[0] in RELATIONS and mark != "S" and (after.means("#") or dated):
            yield f"{_SAME.get(token.words[0], token.words[0])} {own_features(after)[0]}"


@lru_cache(maxsize=8192)
def own_features(token: Token) -> tuple[str, ...]:
    """What a token adds to the features where it names no source: its concepts and types, else its words."""
    own = tuple(m for m in token.meanings if m[0] not in "!~%@=$" or m in (DIFFER, SUMMARY))
    return own if own or token.means("$") else token.words
