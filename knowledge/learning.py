"""Learn from phrasings which features set one target apart from its neighbours. Knows no question and no answer.

Likeness takes every feature that a target has for equally telling; what is learned here is how well each tells the
targets apart: a softmax regression, fitted in a third of a second.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from knowledge.features import Features

EPOCHS = 4  # times all phrasings are gone through
STEP, FADING = 3.0, 0.4  # length of a step at first, and how much shorter the steps get with each epoch


class Learned:
    """What the features of a base speak for. One phrasing more or less hardly changes what the others teach."""

    def __init__(self, phrasings: Iterable[tuple[str, Features]]) -> None:
        """Learn from pairs of a target's id and the features of one of its phrasings."""
        known = list(phrasings)
        spread = Counter(feature for _, features in known for feature in features)
        self._idf = {feature: 1 + math.log((1 + len(known)) / (1 + n)) for feature, n in spread.items()}
        self._column = {id_: number for number, id_ in enumerate(dict.fromkeys(id_ for id_, _ in known))}
        taught = [(self._column[id_], self._unit(features)) for id_, features in known]
        taught.sort(key=_place)
        self._rows = _fit(taught, sorted(spread), len(self._column))

    def odds(self, features: Features, ids: Sequence[str]) -> list[float]:
        """How likely each target is, against the likeliest of them: 0 to 1. All 1 where no feature is known."""
        unit = self._unit(features)
        spoken = [(self._rows[feature], weight) for feature, weight in unit.items()]
        logits = [sum([row[self._column[id_]] * weight for row, weight in spoken]) for id_ in ids]
        most = max(logits, default=0.0)
        return [math.exp(logit - most) for logit in logits]

    def _unit(self, features: Features) -> dict[str, float]:
        """The known features by weight, in the order of the alphabet; their length is 1."""
        idf = {feature: self._idf[feature] for feature in sorted(features) if feature in self._idf}
        length = math.sqrt(sum(weight * weight for weight in idf.values()))
        return {feature: weight / length for feature, weight in idf.items()}


def _place(lesson: tuple[int, Mapping[str, float]]) -> int:
    """Where a lesson stands among the others: anywhere, but there whatever the others are."""
    return crc32(" ".join(lesson[1]).encode())


def _fit(
    taught: Sequence[tuple[int, Mapping[str, float]]], features: Sequence[str], count: int
) -> dict[str, array[float]]:
    """For each feature a weight for each target: stochastic gradient descent on the cross-entropy, lesson by lesson."""
    import numpy as np  # here, for whoever uses a kept base needs no numpy

    row = {feature: number for number, feature in enumerate(features)}
    lessons = [
        (column, np.array([row[f] for f in unit], dtype=np.intp), np.array(list(unit.values()), dtype=np.float32))
        for column, unit in taught
    ]
    table = np.zeros((len(features), count), dtype=np.float32)
    for epoch in range(EPOCHS):
        step = STEP / (1 + FADING * epoch)
        for column, rows, weights in lessons if epoch % 2 else reversed(lessons):
            logits = weights @ table[rows]
            slope = np.exp(logits - logits.max())
            slope /= slope.sum()
            slope[column] -= 1
            table[rows] -= np.outer(weights * step, slope)
    return {feature: array("f", line.tobytes()) for feature, line in zip(features, table, strict=True)}
