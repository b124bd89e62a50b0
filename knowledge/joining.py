"""Questions joined with what the conversation is about: the entries that answer them."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.answers import Answer
from knowledge.asked import Asked
from knowledge.choosing import ANSWER_AT
from knowledge.deciding import Deciding
from knowledge.english import BACK_REFERENCES
from knowledge.models import Base

WITHIN = 25.0  # score from which on an entry answers a question that points at what was told
HALF = 0.5  # share of the score of one that holds what the report does not say at which one that answers goes before


class Joining:
    """Answers a question by what it has in common with the last subject, or with what was told."""

    def __init__(self, base: Base, deciding: Deciding) -> None:
        self._entries = base.entry_by_id
        self._deciding = deciding

    def joined(self, asked: Asked, subject: Asked) -> Answer:
        """The answer to the question with what the conversation is about; by an entry that speaks of all it asks."""
        answer, content = self._deciding.standalone(subject), asked.content - BACK_REFERENCES
        if answer.entry is None or subject.act != "fact":
            return answer
        close = (match for match in self._deciding.chooser.choose(subject).passing if match.score >= ANSWER_AT)
        fitting = next((match for match in close if content <= match.target.vocabulary), None)
        return self._deciding.told(fitting, asked) if fitting and fitting.target.id != answer.entry else answer

    def within(self, asked: Asked, subject: Asked, claims: Iterable[str]) -> Answer | None:
        """The answer of the closest entry that holds one of these claims and speaks of all that is asked.

        `subject` is the question with what the conversation is about.
        """
        held, content = frozenset(claims), asked.content - BACK_REFERENCES
        alone = self._deciding.chooser.choose(asked).passing if content else ()
        fitting = [
            match
            for match in (*alone, *self._deciding.chooser.choose(subject).passing)
            if match.score >= (WITHIN if content else 0.0)
            and not held.isdisjoint(self._entries[match.target.id].claims)
            and content <= match.target.vocabulary
        ]
        stated = [
            match
            for match in fitting
            if self._entries[match.target.id].kind != "not_stated" and match.score >= HALF * fitting[0].score
        ]
        return self._deciding.told((stated or fitting)[0], asked) if fitting else None
