"""What a question joins with "or", asked one by one: "by helicopter or by tank". Knows no wording of answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from knowledge.answers import Answer
from knowledge.asked import Asked
from knowledge.choosing import WORD_FOR_WORD
from knowledge.claims import Claims
from knowledge.english import AUXILIARIES, SUBJECTS
from knowledge.features import Features
from knowledge.models import Claim
from knowledge.speaking import Speakers

_CLAUSE = AUXILIARIES | SUBJECTS  # "or did they flee"


class Alternatives:
    """Answers questions that name several things of which the report may state one."""

    def __init__(self, claims: Claims, speakers: Speakers) -> None:
        self._claims = claims
        self._speakers = speakers

    def answer(self, asked: Asked, answer: Answer, ask: Callable[[Asked], Answer]) -> Answer:
        """The answer with what is stated of each thing; that alone, or what `ask` has on one, where nothing is told."""
        of_others = asked.sources or asked.outsiders or "?who" in asked.asks
        if len(asked.alternatives) <= 1 or of_others or answer.score >= WORD_FOR_WORD:
            return answer
        told = [statement.claim for statement in answer.statements]
        if not (more := self._more(asked, told)):
            return answer if told else next(self._one(asked, ask), answer)
        both = self._speakers.told(asked, dict.fromkeys((*told, *more)), answer.score)
        return replace(both, lead=answer.lead) if answer.outcome == "answer" else both

    def _more(self, asked: Asked, told: list[Claim]) -> list[Claim]:
        """For each thing that the claims told do not name, others that name it and all else asked."""
        spoken = self._named(told)
        found = [
            claim
            for one in asked.alternatives
            if one.isdisjoint(spoken)
            for claim in self._claims.naming(one, _alone(asked, one))
        ]
        return [claim for claim in found if asked.years or not self._claims.are_earlier([claim.id])]

    def _one(self, asked: Asked, ask: Callable[[Asked], Answer]) -> Iterator[Answer]:
        """What the question alone with each thing is answered with, where the statements told name that thing."""
        if asked.act != "fact" or any(one == "or" and after in _CLAUSE for one, after in pairwise(asked.words)):
            return
        for one in asked.alternatives:
            named = one <= self._claims.things_among(one)  # not the first of "was the nurse tall or old"
            found = ask(_alone(asked, one)) if named else None
            if found and found.outcome == "answer" and one <= self._named(s.claim for s in found.statements):
                yield replace(found, verdict=None, lead=None)

    def _named(self, claims: Iterable[Claim]) -> Features:
        return frozenset[str]().union(*(self._claims.features(claim.id) for claim in claims))


def _alone(asked: Asked, one: Features) -> Asked:
    """The question with this one of its alternatives."""
    return asked.without(frozenset[str]().union(*asked.alternatives) - one)
