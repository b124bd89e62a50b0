"""A message not understood as a whole, read again without what stands around its question. Knows no context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asked import Asked
from knowledge.asking import Understanding
from knowledge.choosing import SURE
from knowledge.deciding import Deciding
from knowledge.english import PERSONS
from knowledge.features import Features
from knowledge.marking import SUMMARY
from knowledge.matching import Matcher

ENOUGH = 40.0  # score from which on a part of a text is taken for a question of its own
_CLEAR = 75.0  # score from which on one clause of a message is taken for all that it asks
_REFUSED = 80.0  # score from which on the report is sure not to say what a message asks
_LONG = 8  # words from which on a message may tell more than it asks


class Rereading:
    """Looks again at a message that was not understood, for what it asks beside what it tells."""

    def __init__(self, understanding: Understanding, matcher: Matcher, deciding: Deciding, chatter: Features) -> None:
        self._understanding = understanding
        self._matcher = matcher
        self._deciding = deciding
        self._chatter = chatter

    def better(self, asked: Asked, text: str, whole: Answer) -> Answer:
        """The sure answer to a part of the message, where the answer to the whole is none; else that."""
        if whole.outcome == "no_match":
            whole = self._without_chatter(asked) or whole
        if whole.verdict:
            return whole
        unsure = whole.outcome == "no_match" or (whole.outcome == "not_stated" and whole.score < _REFUSED)
        found = self._one_clause(asked, text) if unsure and len(text.split()) >= _LONG else None
        return found or (self._first_choice(text) if whole.score < ENOUGH else None) or whole

    def _without_chatter(self, asked: Asked) -> Answer | None:
        """The sure answer to what is asked beside chatter: "you stupid bot, who died", "a summary for lazy folks"."""
        unknown = asked.content - self._matcher.known if SUMMARY in asked.whole else frozenset[str]()
        idle = self._chatter.union(word for word in unknown if word.upper() not in asked.text)  # not "the IPCC report"
        plain = replace(asked, whole=asked.whole - idle, subject=asked.subject - idle)
        if idle.isdisjoint(asked.content) or not (plain.content or SUMMARY in plain.whole):
            return None
        answer = self._deciding.standalone(plain)
        return answer if answer.score >= SURE else None

    def _first_choice(self, text: str) -> Answer | None:
        """The sure answer to what stands before "or", if anything does: "did they fight or was it a picnic"."""
        asked = self._understanding.first_choice(text)
        answer = self._deciding.standalone(asked) if asked and asked.content else None
        return answer if answer and answer.outcome == "answer" and answer.score >= SURE else None

    def _one_clause(self, whole: Asked, text: str) -> Answer | None:
        """The sure answer to the clause that asks: "the wife says friday, so which day was it", or to the surest."""
        told = [(answer.score, answer) for clause in self._clauses(whole, text) if (answer := self._sure(clause))]
        answer = max(told, key=lambda pair: pair[0])[1] if told else None
        if answer and answer.verdict == "yes":
            return replace(answer, verdict=None)  # what stands around it may take it back
        return answer

    def _clauses(self, whole: Asked, text: str) -> Iterator[Asked]:
        """The clauses that name all they speak of, where the rest asks nothing else and names nobody who speaks."""
        for clause in self._understanding.clauses(text):
            leans = whole.content - clause.content and not PERSONS.isdisjoint(clause.words)
            others = {*whole.outsiders, *whole.sources} - {*clause.outsiders, *clause.sources}
            beside = others or whole.asks - clause.asks
            named = clause.content or (clause.sources and not clause.own_voice)
            if named and not (leans or beside):
                yield clause

    def _sure(self, asked: Asked) -> Answer | None:
        """The answer to a clause all of whose words are known, where it is sure, or all that its source says."""
        if asked.content - self._matcher.known:
            return None
        answer = self._deciding.standalone(asked)
        of_source = asked.act == "said_by" and asked.sources
        return answer if answer.outcome == "answer" and (of_source or answer.score >= _CLEAR) else None
