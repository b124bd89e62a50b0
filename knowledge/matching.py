"""Compare a question's features with every entry and claim: weights, scores, gates. Knows no wording of answers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import truediv

from knowledge.english import FUNCTION_WORDS
from knowledge.features import Features
from knowledge.remembering import LAST, Remembering

Squares = list[tuple[str, float]]  # features and their weights squared


@dataclass(frozen=True)
class Target:
    """An entry or claim as the matcher sees it: one set of features a phrasing."""

    id: str
    phrasings: tuple[Features, ...]

    @cached_property
    def vocabulary(self) -> Features:
        """The features of all its phrasings."""
        return frozenset[str]().union(*self.phrasings)


@dataclass(frozen=True)
class Match:
    """One target's likeness to a question. `score` 0 to 100, higher is closer."""

    target: Target
    score: float


class Matcher(Remembering):
    """Ranks targets. Fitted once; `rank` changes nothing.

    The score is a cosine over features weighted by how few targets share them: of the best phrasing and of
    the target's centroid, mixed. Features nobody has count in the question's length at the highest weight, so
    words that the base cannot explain lower every score.
    """

    # Chosen on our own labelled messages (`whosaid eval`); each may be halved or doubled for about a point.
    CENTROID = 0.6  # share of the centroid in the score
    SAME = 0.998  # likeness from which on a question is a phrasing, word for word but for "the" and the like
    OTHERS = 0.2  # what then remains of the distance that its entry's other phrasings make
    CANDIDATES = 24  # targets, best centroid first, whose phrasings are compared one by one
    LIGHT = 0.15  # weight of a function word, as a share of other words' of the same rarity
    NAME = 0.3  # the same for names of sources and outsiders, which are gates and not likeness
    ASK = 0.6  # the same for types of question
    ONCE = 0.7  # the same for words of a single phrasing, which may be one writer's whim
    UNSEEN = 0.5  # the same for words nobody has
    NOTHING = 0.001  # what a feature adds to the likeness of a question at length 1 that is not worth adding
    LITTLE = 0.003  # share of a question's squared length below which a feature is not looked up phrasing by phrasing
    COMMON = 1.2  # weight below which a word is in half of all that is written and shows no likeness

    def __init__(self, targets: Iterable[Target]) -> None:
        self.targets = tuple(targets)
        self._places = {target.id: place for place, target in enumerate(self.targets)}
        spread = Counter(feature for target in self.targets for feature in target.vocabulary)
        written = Counter(feature for target in self.targets for phrasing in target.phrasings for feature in phrasing)
        count = len(self.targets)
        self._weights = {
            feature: self._light(feature) * (0.4 + math.log(count / n)) * (1.0 if written[feature] > 1 else self.ONCE)
            for feature, n in spread.items()
        }
        self.known = frozenset(self._weights)  # every feature that some target has
        self._unseen = self.UNSEEN * (0.4 + math.log(count))
        self._norms = tuple(tuple(self._norm(phrasing) for phrasing in target.phrasings) for target in self.targets)
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._asked: dict[Features, set[int]] = {}  # the targets that have a phrasing, word for word
        self._having: list[dict[str, list[int]]] = []
        for index in range(count):
            self._post(index)

    @cached_property
    def rank(self) -> Callable[..., tuple[Match, ...]]:
        """Matches, best first; see `_rank`. Remembered, for one question is ranked for several purposes."""
        return lru_cache(maxsize=LAST)(self._rank)

    @cached_property
    def _nearness(self) -> Callable[[Features], tuple[Squares, float, list[float]]]:
        return lru_cache(maxsize=LAST)(self._measure)

    def _light(self, feature: str) -> float:
        if feature.startswith(("^", "@", "=")):
            return self.NAME
        if feature.startswith("?"):
            return self.ASK
        return self.LIGHT if feature in FUNCTION_WORDS else 1.0

    def weight(self, feature: str) -> float:
        """How much a feature tells, higher for rarer; the highest for one that no target has."""
        return self._weights.get(feature) or self._light(feature) * self._unseen

    def nearest(self, features: Features, target: Target) -> Features:
        """The features of the target's phrasing that is nearest to these."""

        def likeness(phrasing: Features) -> float:
            return sum(self.weight(feature) ** 2 for feature in phrasing & features) / self._norm(phrasing)

        return max(target.phrasings, key=likeness)

    def phrased(self, features: Features) -> frozenset[str]:
        """Ids of the targets that have a phrasing of exactly these features."""
        return frozenset(self.targets[index].id for index in self._asked.get(features, ()))

    def shares_little(self, content: Features, asks: Features, target: Target) -> bool:
        """Whether the target has at most one word of a question that has two or more others, some known to nobody.

        Or fewer of its words than those that nobody knows. Numbers are words that everybody knows.
        """
        others = {feature for feature in content - target.vocabulary if not feature.isdigit()}
        unknown, shared = others - self.known, (content | asks) & target.vocabulary
        return len(unknown) > len(shared) or bool(len(others) > 1 and unknown and len(shared) < 2)

    def passes_over(self, plain: Features, content: Features, target: Target) -> bool:
        """Whether the target has hardly one word of a short question, and not the plain words that ask of it."""
        shared = (feature for feature in content & target.vocabulary if not feature.isdigit())
        named = [feature for feature in shared if self.weight(feature) >= self.COMMON]
        return not plain <= target.vocabulary and len(named) <= 1

    def _norm(self, features: Features) -> float:
        return math.sqrt(sum([self.weight(feature) ** 2 for feature in features])) or 1.0

    def _post(self, index: int) -> None:
        """Add one target: which of its phrasings have a feature, and its centroid, at length 1, to the postings."""
        having: dict[str, list[int]] = {}
        centroid: dict[str, float] = {}
        for place, (phrasing, norm) in enumerate(zip(self.targets[index].phrasings, self._norms[index], strict=True)):
            self._asked.setdefault(phrasing, set()).add(index)
            for feature in phrasing:
                having.setdefault(feature, []).append(place)
                centroid[feature] = centroid.get(feature, 0.0) + self._weights[feature] / norm
        self._having.append(having)
        length = math.sqrt(sum(value * value for value in centroid.values())) or 1.0
        for feature, value in centroid.items():
            if self._weights[feature] * value / length > self.NOTHING:
                self._postings.setdefault(feature, []).append((index, value / length))

    def _measure(self, features: Features) -> tuple[Squares, float, list[float]]:
        """The features that count with their weights squared, the length of all, and how near each centroid is.

        That nearness is times the length. A feature counts from `LITTLE` of the squared length on.
        """
        weights = {feature: self.weight(feature) for feature in features}
        length = math.sqrt(sum([value * value for value in weights.values()])) or 1.0
        centroids = [0.0] * len(self.targets)
        for feature, value in weights.items():
            for index, posted in self._postings.get(feature, ()):
                centroids[index] += value * posted
        squares = ((feature, value * value) for feature, value in weights.items())
        return [one for one in squares if one[1] > self.LITTLE * length * length], length, centroids

    def _rank(self, features: Features, among: frozenset[str] | None = None) -> tuple[Match, ...]:
        """Matches, best first: the closest of all targets, or every one of those `among` that shares a feature."""
        squares, length, centroids = self._nearness(features)
        asked = self._asked.get(features, frozenset[int]())
        if among is None:
            best = sorted(range(len(centroids)), key=centroids.__getitem__, reverse=True)[: self.CANDIDATES]
            best += sorted(asked.difference(best))
        else:
            best = sorted(self._places[id_] for id_ in among)
        matches = [self._match(i, centroids[i] / length, squares, length, own=i in asked) for i in best if centroids[i]]
        return tuple(sorted(matches, key=lambda match: -match.score))

    def _match(self, index: int, centroid: float, squares: Squares, length: float, *, own: bool) -> Match:
        norms = self._norms[index]
        shared = [0.0] * len(norms)
        having = self._having[index]
        for feature, square in squares:
            for phrasing in having.get(feature, ()):
                shared[phrasing] += square
        nearest = 1.0 if own else max(map(truediv, shared, norms)) / length
        score = (1 - self.CENTROID) * nearest + self.CENTROID * centroid
        if nearest > self.SAME:
            score = 1 - self.OTHERS * (1 - score)
        return Match(self.targets[index], 100 * score)
