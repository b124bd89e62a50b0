"""What no other word stands for: numbers with what they count, relations, words of quantity.

A yes needs all of it, and who acts on what (roles.py), while the rest of a statement may be said in other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from knowledge.english import FUNCTION_WORDS, KINDS, QUANTIFIERS, RELATIONS
from knowledge.features import Features
from knowledge.kinds import DATED, MONTHS, PLURAL, POINTING, by_kind, is_year, of_kinds
from knowledge.reading import Reader
from knowledge.roles import UNDERGOING, Marked, Roles, own_features
from knowledge.text import PUNCTUATION
from knowledge.tokens import Token
from knowledge.vocabulary import stem

_SOLE = {"commands", "heads", "leads"}  # what one alone does
THE_ONLY = "the"  # before what is the only one of its kind: "the leader of"
COUNT = "#?"  # before what is counted, whatever the number
COUNTED_WITHIN = 6  # words after a number among which is what it counts

_BESIDE = {"and", "plus", "as"}  # "13 people as well as 6 children"
_SAME = {"during": "in", "inside": "in", "into": "in"}  # relations that mean no more than another
_BEFORE_NUMBERS = {"over", "under", "up", "some"}  # words of quantity only there: "over there", "near some camps"
_NOT_COUNTED = RELATIONS | {"including", "included", "with", "among", "amongst"}  # what follows is not what is counted
_THEY = {"he", "it", "she", "they"}
_PARTITIVE = POINTING | {"among", "from", "in", "of", "out"}  # between a part and the whole: "6 out of the 13"
_DYING = {"died", "die", "perished"}
_SCOPED = {"all", "each", "every", "most", "some"}  # "all the victims were"


class Literals:
    """Finds the literals of any tokens, with the concepts of one base."""

    def __init__(self, reader: Reader) -> None:
        self._roles = Roles(reader)
        self._actions = reader.actions
        self._varied = reader.varied
        self._strong = reader.strong

    def stated(self, tokens: Sequence[Token], marks: str) -> Features:
        """All literals of a statement: whose "elite soldiers" are named says that the soldiers are elite."""
        return self.of(tokens, marks).union(self._roles.attributed(tokens))

    def of(self, tokens: Sequence[Token], marks: str) -> Features:
        """All literals of the tokens, which have these marks."""
        marked = list(zip(tokens, marks, strict=True))
        plain = (
            *self._counted(marked),
            *self._roles.of(marked),
            *self._related(marked),
            *_directed(marked),
            *of_kinds(marked),
            *_only_ones(marked),
        )
        return frozenset((*plain, *self._words(marked)))

    def _words(self, marked: Marked) -> Iterator[str]:
        """Words of quantity, with what they are said of, and of varied concepts; those that say more than theirs."""
        for place, (token, mark) in enumerate(marked):
            if mark in "ST":
                continue
            stems = tuple(map(stem, token.words))
            after = marked[place + 1 :]
            exact = stems in self._strong or not self._varied.isdisjoint(token.meanings)
            if exact or (token.words[0] in QUANTIFIERS and is_quantity(token, after)):
                yield " ".join((*stems, *_scope(token, after)))
            each = place > 0 and marked[place - 1][0].words[0] in _SCOPED  # "every one of them"
            if token.words == ("one",) and after and after[0][0].words == ("of",) and not each:
                yield "one of"
            ends = not after or after[0][0].words[0] in PUNCTUATION
            if token.words == ("there",) and ends and place and marked[place - 1][0].words[0] in UNDERGOING:
                yield "there"  # "no captain was there", not "there was none"
            if token.words == ("least",) and after and after[0][0].words[0].isdigit():
                yield f"least {after[0][0].words[0]}"
            if token.words[-1] in ("among", "amongst") and any(t.words[-1].endswith("est") for t, _ in after[:2]):
                yield "one of"

    def _counted(self, marked: Marked) -> Iterator[str]:
        """Numbers with what they count: "13 #child"; "13 people" where nothing else follows, as in "13 were killed".

        That it is counted, by itself: "#? #child", in "how many children" too.

        A year, or a number before a pause or beside a month, is a date and counts nothing; "one" counts only what is
        a concept.
        """
        wholes: set[int] = set()
        for place, (token, _) in enumerate(marked):
            following = marked[place + 1 :]
            if token.means("?") == "how-many" or _is_count(marked, place):
                yield COUNT
                whole = _whole(following)
                wholes.update({place + whole} if whole else ())
                subject, predicate = _apart(following[whole:])
                counted = subject if place in wholes else predicate if whole else following
                what = self._what(counted[:COUNTED_WITHIN])
                if place and marked[place - 1][0].words[-1] in _BESIDE and not whole and _counts_before(marked, place):
                    yield f"and {what}"  # "13 people and 6 children", of whom they are not then
                yield f"{COUNT} {what}" if following else COUNT
                if token.words[0].isdigit():
                    yield f"{token.words[0]} {what}"
            the_one = place > 0 and marked[place - 1][0].words == ("the",)  # "the one who"
            single = token.words == ("one",) and not the_one
            if single and following and following[0][0].means("#") and not following[0][0].means("!"):
                yield f"1 {own_features(following[0][0])[0]}"

    def _what(self, following: Marked) -> str:
        """What is counted: the first noun among the tokens, the second after "of"; people where there is none."""
        nouns: list[str] = []
        for token, mark in following:
            stops = token.words[0] in _NOT_COUNTED or token.words[0].isdigit() or token.words[0] in PUNCTUATION
            if stops or token.means("@"):
                break
            own = own_features(token)[0]
            if mark not in "YP" and own not in FUNCTION_WORDS and own not in self._actions:
                nouns.append(own)
        parts = bool(following) and following[0][0].words == ("of",)
        return (nouns[:2][-1] if parts else nouns[0]) if nouns else "people"

    def _related(self, marked: Marked) -> Iterator[str]:
        """Words of relation with what they relate to: "after #landing", "before october".

        Not "by the militants", nor "in the dead", who are no place.
        """
        for (token, _), (after, mark) in pairwise(pair for pair in marked if pair[0].words[0] not in POINTING):
            dated = token.words[0] in DATED and mark == "." and after.words[0] not in FUNCTION_WORDS
            if token.words == ("before",) and after.words[0] in _THEY:  # "before they landed"
                yield "before they"
            among = token.words == ("in",) and not self._roles.undergone.isdisjoint(after.meanings)
            if token.words[0] in RELATIONS and mark != "S" and (after.means("#") or dated) and not among:
                yield f"{_SAME.get(token.words[0], token.words[0])} {own_features(after)[0]}"


def _counts_before(marked: Marked, place: int) -> bool:
    """Whether something is counted in the clause before: "13 people and", not "four boats landed and"."""
    clause = list(takewhile(lambda pair: pair[0].words[0] not in PUNCTUATION, reversed(marked[: place - 1])))
    return any(token.words[0].isdigit() for token, _ in clause[:COUNTED_WITHIN])


def _is_count(marked: Marked, place: int) -> bool:
    """Whether a number stands here that is no date."""
    token = marked[place][0]
    if not token.words[0].isdigit() or place + 1 == len(marked) or is_year(marked, place):
        return False
    after, mark = marked[place + 1]
    if mark == "Y" and place > 1 and marked[place - 2][0].words == ("of",):  # "which of the two reports"
        return False
    beside = {after.words[0], marked[place - 1][0].words[0] if place else ""}
    return after.words[0] not in PUNCTUATION and MONTHS.isdisjoint(beside) and not is_year(marked, place + 1)


def _whole(following: Marked) -> int:
    """Which token after a number is the one of which it is a part, from 1: "6 out of the 13"; 0 where none is."""
    between = len(list(takewhile(lambda pair: pair[0].words[0] in _PARTITIVE, following)))
    return between + 1 if between and following[between:] and following[between][0].words[0].isdigit() else 0


def _apart(marked: Marked) -> tuple[Marked, Marked]:
    """What stands before "were", and what after it; all of it twice where there is none."""
    before = list(takewhile(lambda pair: pair[0].words[0] not in UNDERGOING, marked))
    return before, marked[len(before) + 1 :] or before


def is_quantity(token: Token, after: Marked) -> bool:
    """Whether a word of quantity is one here: "over 13", not "over there"."""
    following = after[0][0].words[0] if after else ""
    counts = token.words[0] not in _BEFORE_NUMBERS or following.isdigit() or following == "of"
    return counts or next(_scope(token, after), "") != ""


def _only_ones(marked: Marked) -> Iterator[str]:
    """Concepts that are the only one of their kind: "the leader of", "leads"."""
    yield from (f"{THE_ONLY} {own_features(token)[0]}" for token, _ in marked if _SOLE.issuperset(token.words))
    for (article, _), (token, _), (of, _) in zip(marked, marked[1:], marked[2:], strict=False):
        framed = article.words == ("the",) and of.words == ("of",)
        if framed and token.means("#") and not PLURAL.search(token.words[-1]):
            yield f"{THE_ONLY} {own_features(token)[0]}"


def _directed(marked: Marked) -> Iterator[str]:
    """What something lies north of, "north of #town"; what is the largest where, "est near #town"."""
    plain = [token for token, _ in marked if token.words[0] not in POINTING]
    for token, one, other, another in zip(plain, plain[1:], plain[2:], [*plain[3:], None], strict=False):
        if (
            one.words == ("of",)
            and other.means("#")
            and {"latitude", "longitude"} & by_kind(KINDS.get(token.words[0], ())).keys()
        ):
            yield f"{token.words[0]} of {own_features(other)[0]}"
        if token.words[0].endswith("est") and other.words[0] in RELATIONS and another and another.means("#"):
            yield f"est {other.words[0]} {own_features(another)[0]}"


def _scope(token: Token, after: Marked) -> Iterator[str]:
    """Of what "all" is said where that is the subject: "all the victims were", "all died"; nothing elsewhere."""
    if token.words[0] in _SCOPED and any(other.words[0] in UNDERGOING | _DYING for other, _ in after):
        yield from [own_features(other)[0] for other, _ in after[:4] if other.means("#")][:1]
