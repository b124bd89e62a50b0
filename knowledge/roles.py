"""Who does what to whom, who is what, whose a thing is: the literals that two or more words make together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, groupby, pairwise, takewhile

from knowledge.english import AUXILIARIES, BE, DEMONSTRATIVES, NATIONALITIES, POSSESSIVES, QUANTIFIERS
from knowledge.judging import JUDGE
from knowledge.marking import DIFFER, SUMMARY
from knowledge.reading import Reader
from knowledge.text import ARTICLES, PUNCTUATION
from knowledge.tokens import Token
from knowledge.vocabulary import stem

Marked = Sequence[tuple[Token, str]]  # tokens with their marks, see outlining.py

UNDERGOING = BE | {"been", "being", "get", "got"}  # before what is done to somebody
OBJECTS = {"anybody", "anyone", "her", "him", "me", "no", "nobody", "noone", "people", "someone", "them", "us", "you"}
_ASKERS = {"i", "we", "you"}
_ONE = {"he", "she"}
_BETWEEN = (
    UNDERGOING | AUXILIARIES | {"people", "persons", "took", "taken", "take", "taking", "found", "finding", "finds"}
)
_NATIONS = NATIONALITIES | {"us"}  # which is read as "usa" in capitals
_BEFORE = ARTICLES | QUANTIFIERS | DEMONSTRATIVES | {"for"}  # what may stand before whom it is done to
_BESIDE = {"with", "at"}  # "staying with"
_VERBAL = ("s", "ed")  # "leads", "sheltered"
_GETTING = {"got", "gotten", "get", "gets"}  # somebody, rather than hurt
FAR = 4  # words from who does it to what is done


class Roles:
    """Finds who does what in any tokens, with the concepts of one base."""

    def __init__(self, reader: Reader) -> None:
        self._names = reader.critical - reader.actions
        self._actions = reader.actions
        within = (concept for concept, of in reader.included.items() if of & reader.actions)  # "casualties"
        self.undergone = reader.actions.union(within)

    def of(self, marked: Marked) -> Iterator[str]:
        """All that is said of who does what, and who is what."""
        yield from self._acted(marked)
        yield from self._identified(marked)
        yield from self._belonging(marked)

    def attributed(self, tokens: Sequence[Token]) -> Iterator[str]:
        """What people are by the words before them: "is #elite #soldier" for "elite soldiers"; not "targeted homes"."""
        for named, run in groupby(tokens, key=lambda token: bool(token.means("#"))):
            for one, other in combinations(run, 2) if named else ():
                plain = not one.words[-1].endswith("ed") and self._actions.isdisjoint(one.meanings)
                if plain and not self._names.isdisjoint(other.meanings):
                    yield "is " + " ".join(sorted((own_features(one)[0], own_features(other)[0])))

    def _acted(self, marked: Marked) -> Iterator[str]:
        """Who is acted on, or acts on what: "#soldier #injured", "#american #casualties", "#soldier #killed it".

        A word of speech does neither: "reported injuries".
        """
        for place, (token, mark) in enumerate(marked):
            landed = mark == "." and token.means("#") and len(token.words) == 1 and token.words[0].endswith("ed")
            on = _next(marked, place)
            gets = token.words[0] in _GETTING and on is not None and not self._names.isdisjoint(on.meanings)
            if not (landed or gets) and self.undergone.isdisjoint(token.meanings):
                continue
            acts = self._acts(marked, place)
            if doer := _doer(marked, place, acts):
                yield f"{doer} {own_features(token)[0]}" + " it" * acts
            if acts and on and on.means("#") and (doer or len(token.words) > 1):  # "they wanted"
                yield f"to {own_features(token)[0]} {own_features(on)[0]}"
            if not self._actions.isdisjoint(token.meanings) and place + 1 < len(marked):
                after = marked[place + 1][0]
                if after.words[0].isdigit():
                    yield f"{own_features(token)[0]} {own_features(after)[0]}"

    @staticmethod
    def _acts(marked: Marked, place: int) -> bool:
        """Whether the action at the place is done to what follows, and not to what stands before."""
        token, before = marked[place][0], marked[place - 1][0]
        if token.words[-1] in _BESIDE or (before.words[0] in UNDERGOING and not token.words[0].endswith("ing")):
            return False
        on = _next(marked, place)
        if any(mark in "YP" and other is on for other, mark in marked[place + 1 : place + 3]):  # "casualties reported"
            return False
        return on is not None and (bool(on.means("#")) or on.words[0].isdigit() or on.words[0] in OBJECTS)

    def _identified(self, marked: Marked) -> Iterator[str]:
        """What something is said to be, in either order: "#leader is #target"; whose it is: "#home of #obeida".

        A name before a verb is what that says: "al-britani leads". Not before one of speech: "militants reported".
        """
        kept, articled = _without_articles(marked)
        told = [token.means("#") and own_features(token)[0] for token, _ in kept]
        for place, (one, (link, mark)) in enumerate(zip(told, kept[1:], strict=False)):
            links = link.words[0] in UNDERGOING and len(link.words) == 1
            run = list(takewhile(bool, told[place + 2 :])) if one and links else []
            if one in self._names and told[place + 1] and mark not in "YP" and link.words[0].endswith(_VERBAL):
                run = [told[place + 1]]
            if run and (run[0] not in self.undergone or place + 2 in articled):
                yield "is " + " ".join(sorted((one, run[-1])))
            if link.words == ("of",) and one and self._names.intersection(told[place + 2 : place + 3]):
                yield f"{one} of {told[place + 2]}"
            elif link.words == ("of",) and one and one not in self.undergone:  # "the house of the ISIS leader"
                whose = [each for each in takewhile(bool, told[place + 2 :]) if each]
                if len(whose) > 1:
                    yield f"{one} of {' '.join(whose)}"

    def _belonging(self, marked: Marked) -> Iterator[str]:
        """Whose it is: "#american #child", "#army #home", "its people"; the nation of one thing is not another's."""
        for (token, mark), (after, _) in pairwise(pair for pair in marked if pair[1] != "S"):
            nation = token.words[0] in _NATIONS and (after.means("#") or after.words[0] in OBJECTS)
            kind = mark == "." and token.means("#") and self.undergone.isdisjoint(token.meanings)
            whose = kind and not self._names.isdisjoint(after.meanings)
            if nation or whose or (token.words[0] in POSSESSIVES and after.words[0] in OBJECTS):
                yield f"{own_features(token)[0]} {own_features(after)[0]}"


def _without_articles(marked: Marked) -> tuple[list[tuple[Token, str]], set[int]]:
    """The tokens without articles, and the places of those that had one."""
    kept: list[tuple[Token, str]] = []
    articled: set[int] = set()
    for token, mark in marked:
        if token.words[0] in ARTICLES:
            articled.add(len(kept))
        else:
            kept.append((token, mark))
    return kept, articled


def _next(marked: Marked, place: int) -> Token | None:
    """What follows the token at the place, words of no weight between them; None if nothing does."""
    return next((token for token, _ in marked[place + 1 :] if token.words[0] not in _BEFORE), None)


def _doer(marked: Marked, place: int, acts: bool) -> str:
    """Who stands before the action at the place, at most a few words of no weight between them; empty if nobody."""
    undergone = False
    for token, mark in reversed(marked[max(0, place - FAR) : place]):
        word = token.words[0]
        if mark == "Y" or word in PUNCTUATION:
            return ""
        if token.means("#"):
            return own_features(token)[0]
        if word in _ASKERS or (word in _ONE and undergone) or (word == "they" and acts):
            return word
        if word not in _BETWEEN or len(token.words) > 1:
            return ""
        undergone |= word in UNDERGOING
    return ""


@lru_cache(maxsize=8192)
def own_features(token: Token) -> tuple[str, ...]:
    """What a token adds to the features where it names no source: its concepts and types, else its words."""
    own = tuple(m for m in token.meanings if m[0] not in "!~%@=$" or m in (DIFFER, SUMMARY, JUDGE))
    return own or (tuple(map(stem, token.words)) if token.means("~") else token.words)
