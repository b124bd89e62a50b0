"""Questions joined with what the conversation is about: what answers them, and whether they are meant so at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from knowledge.answers import Answer, Context
from knowledge.asked import Asked
from knowledge.choosing import ANSWER_AT, WORD_FOR_WORD
from knowledge.claims import Claims
from knowledge.deciding import Deciding
from knowledge.english import BACK_REFERENCES, GATING, MORE, POSSESSIVES
from knowledge.leaning import fragment, joined_with, names_only, own_content, points, unpunctuated
from knowledge.models import Base, Claim
from knowledge.voicing import STANDS

WITHIN = 25.0  # score from which on an entry answers a question that points at what was told
GOING_ON = 0.85  # share of the score by itself at which what goes on with "and" is asked about the last subject
FURTHER = 1.1  # times the score of a further subject by itself from which on it is asked about with the last one
DOUBTFUL = 60.0  # score below which a fragment is not taken for a question by itself
HALF = 0.5  # share of the score of one that holds what the report does not say at which one that answers goes before


class Joining:
    """Answers a question by what it has in common with the last subject, or with what was told."""

    def __init__(
        self, base: Base, claims: Claims, deciding: Deciding, tell: Callable[[Asked, Iterable[Claim]], Answer]
    ) -> None:
        self._entries = base.entry_by_id
        self._claims = claims
        self._deciding = deciding
        self._standalone = deciding.standalone
        self._tell = tell

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

    def pointed_or_joined(self, asked: Asked, context: Context, words: frozenset[str]) -> Answer | None:
        """What is asked of the last subject, if that is about as close as the question by itself."""
        joined, alone = self._closest(asked, context), self._standalone(asked)
        sure = WORD_FOR_WORD if points(asked) else DOUBTFUL
        if (alone.shows and alone.score >= sure and not fragment(asked)) or alone.outcome == "small_talk":
            return None  # "which paper published this"
        if not (asked.asks and points(asked)) and self._claims.passed_over(own_content(asked), joined):
            joined = replace(joined, outcome="no_match", score=0.0)
        closer = self._closer(asked, context, words, joined, alone)
        if points(asked) or fragment(asked) or names_only(asked) or len(unpunctuated(asked)) == 1:
            pointed = self.pointed(asked, context)
            weak = pointed is not None and pointed.score < STANDS  # then what the report does not say may be meant
            better = closer and pointed and joined.score > pointed.score and (weak or joined.outcome == "answer")
            better = better and (weak or not self._claims.beyond_told(asked, joined))  # "who lived there"
            if pointed and not better:  # what by itself is a phrasing is not refused: "with how many helicopters"
                refused = pointed.outcome == "not_stated" and asked.concepts and alone.outcome == "answer"
                return None if refused and alone.score >= WORD_FOR_WORD else pointed
        if closer:
            return joined
        if fragment(asked) and context.claims and alone.score < DOUBTFUL:  # "in which line?"
            return self._tell(asked, self._claims.known(context.claims))
        if (alone.outcome == "answer" and alone.score >= STANDS) or alone.outcome in ("not_stated", "small_talk"):
            return None
        return joined if joined.outcome == "answer" and joined.score > alone.score else None

    def _closer(self, asked: Asked, context: Context, words: frozenset[str], joined: Answer, alone: Answer) -> bool:
        """Whether the question about the last subject is understood at least about as well as by itself."""
        goes_on = asked.words[0] in POSSESSIVES | {"and", "any"} and words & (BACK_REFERENCES | {"any"})
        bar = 0.0 if points(asked) else alone.score * (GOING_ON if goes_on else FURTHER)
        new = not words & MORE or not {statement.claim.id for statement in joined.told} <= {*context.claims}
        return (
            new
            and asked.act != "who_said"
            and joined.score >= max(STANDS, bar)
            and joined.outcome in ("answer", "not_stated")
        )

    def _closest(self, asked: Asked, context: Context) -> Answer:
        """The answer to the question about the last subject, with what was asked of that or without, as is closer."""
        topic = replace(context, subject=tuple(f for f in context.subject if f not in GATING))
        names = self._claims.names_among(context.subject)
        other = replace(context, subject=tuple(f for f in context.subject if f not in names))  # "and soldiers?"
        subjects = (context, topic, other) if asked.words[0] == "and" else (context, topic)
        answers = (self.joined(asked, joined_with(each.subject, asked)) for each in subjects)
        return max(answers, key=lambda answer: answer.score)

    def pointed(self, asked: Asked, context: Context) -> Answer | None:
        """What is asked of what was told: an entry that holds it, or what was told, if that speaks of all of it."""
        if answer := self.within(asked, joined_with(context.subject, asked), context.claims):
            return answer
        told = self._claims.known(context.claims)
        if told and fragment(asked) and "B" in asked.marks:
            return self._tell(asked, told)
        beyond = self._claims.unspoken(asked.content - BACK_REFERENCES | asked.asks - {"?who"}, told)
        return self._tell(asked, told) if told and not beyond else None
