"""What a yes or a no needs: a claim that says all that is asked, or one that has it otherwise. Builds no answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.answers import Verdict
from knowledge.asked import Asked
from knowledge.claims import Claims
from knowledge.english import (
    BE,
    CITING,
    COUNTING,
    FUNCTION_WORDS,
    NAMING,
    NATIONALITIES,
    REFLEXIVES,
    WITNESSING,
    WORDING,
)
from knowledge.models import Claim
from knowledge.text import ASKS, PUNCTUATION

_CITES_SOMEBODY = re.compile(r"S[.VN]?[YA][.]{1,4},?$|^V[.]{1,5}[YAP]b[.]?S,?$")  # "does Reuters quote the victims"
_SOMEBODY_TELLS = re.compile(r"^V?[.]{1,6}Y[.]?S")  # "did the victims tell Reuters"
_BEING = BE | {"a", "an"}  # before what somebody is: "he was an American"
_ENDS = PUNCTUATION | FUNCTION_WORDS  # after it


class Granting:
    """What the claims of one base grant and shut out."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims

    def grants(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim says all that is asked; that it counts or names somebody only where it does.

        None says that its source cites the victims, or was told by them, or by whoever else is no source here.
        """
        counts = COUNTING.isdisjoint(asked.words) or self._claims.counts(claim)
        names = NAMING.isdisjoint(asked.words) or "?name" in self._claims.vocabulary([claim])
        cites = _CITES_SOMEBODY.search(asked.marks) and not (CITING.isdisjoint(asked.words) or asked.numbers)
        told = cites or _SOMEBODY_TELLS.search(asked.marks)
        excluded = any(self._claims.speaks(claim, source) for source in asked.excluded)  # "…, not the rescuers?"
        fits = counts and names and not (told or excluded) and self._of_their_nation(claim, asked)
        return fits and self._claims.cover(claim, asked)

    def _of_their_nation(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim says of people of a nation all that is asked of them: "the dead were Americans".

        Not that they died, where it speaks of an American landing.
        """
        nations = self._claims.concepts_of(_nationals(asked.words)) & asked.concepts
        rest = asked.concepts - nations - self._claims.texts
        return {f"{nation} {one}" for nation in nations for one in rest} <= self._claims.literal(claim)

    def includes(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim speaks of all that is asked by words that include it: of casualties, asked of the dead.

        Nobody can tell then whether it says so: neither yes nor no.
        """
        missing = asked.concepts - self._claims.vocabulary([claim])
        words = {literal for literal in asked.literal if missing.isdisjoint(literal.split(" "))}
        plain = not (asked.outsiders or asked.negated or asked.twisted) and self._claims.affirms(claim, asked)
        rest = asked.content - missing <= self._claims.vocabulary([claim]) and words <= self._claims.counted([claim])
        return bool(missing) and plain and rest and self._claims.includes(claim, missing)

    def otherwise(self, claims: Sequence[Claim], asked: Asked) -> bool:
        """Whether the claims have it in another place or time, or deny it, or lack the word asked for: "call it"."""
        own = frozenset[str]().union(*map(self._claims.literal, claims))
        named = not WORDING.isdisjoint(asked.words) and "or" not in asked.words
        called = named and asked.literal & self._claims.strong - own
        denied = not asked.twisted and self._claims.denies(claims, asked)
        return bool(called or denied) or self._claims.excludes(claims, asked)

    def speaks_of(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim is on the topic asked about; one that denies something, in its own words."""
        said = self._claims.features(claim.id)
        return asked.topical and not asked.negated and ("+" not in said or asked.content <= said)

    def shut_out(self, told: Sequence[Claim], asked: Asked) -> bool:
        """Whether the statements count it otherwise, or one denies it and none says so."""
        negated = any(self._claims.negates(claim, asked) for claim in told)
        said = negated and any(self._claims.puts_otherwise(claim, asked) for claim in told)
        return self._claims.counts_another(told, asked) or self._claims.denies(told, asked) or (negated and not said)


def _nationals(words: Sequence[str]) -> list[str]:
    """The nations of people named by nothing else: "Americans", "he was an American", not "an American landing"."""
    around = zip(("", *words), words, (*words[1:], ASKS), strict=False)
    named = ((one, word, then) for one, word, then in around if word.removesuffix("s") in NATIONALITIES)
    return [word.removesuffix("s") for one, word, then in named if word[-1] == "s" or (one in _BEING and then in _ENDS)]


def by_themselves(asked: Asked, granted: Iterable[Claim]) -> Verdict | None:
    """Yes, but for "Reuters itself": who quotes another says nothing itself, and nobody is said to have seen it."""
    framed = "ST" in asked.marks and not REFLEXIVES.isdisjoint(asked.words)
    if not framed and REFLEXIVES.isdisjoint(asked.whole):  # as in "the report itself", which is a name
        return "yes"
    quoting = all(len(claim.chain) > 1 for claim in granted)
    if WITNESSING.isdisjoint(asked.words):
        return None if quoting or "Y" not in asked.marks else "yes"
    return "no" if quoting else None
