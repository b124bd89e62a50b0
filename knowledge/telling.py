"""Build answers from what a base holds: entries, claims, sources. Statements keep their chains. Reads no question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.english import FOREIGN
from knowledge.models import Base, Claim, Entry, Source, Statement

NOT_UNDERSTOOD = "I did not understand that, or it is not about the report."
FEW_FOREIGN = 2  # words of another language from which on a message is in it
NO_ENGLISH = "I am sorry, I only understand English."
EXAMPLES = "what it says happened, who said what, and where its sources disagree."


class Teller:
    """Answers that need no question: what an entry, a source or a list of claims has to tell."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def statements(self, claims: Iterable[Claim]) -> tuple[Statement, ...]:
        """The claims with their sources, in the same order."""
        return tuple(self._base.statement(claim.id) for claim in claims)

    def contrast(self, told: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements that disagree with those told, without any already told.

        Where a named source disagrees, the report's own voice, which then says the same, is left out.
        """
        have = {statement.claim.id for statement in told}
        ids = dict.fromkeys(id_ for statement in told for id_ in statement.claim.disagrees_with)
        others = [self._base.statement(id_) for id_ in ids]
        named = [statement for statement in others if not statement.sources[0].own_voice]
        return tuple(statement for statement in named or others if statement.claim.id not in have)

    def claims(self, question: str, claims: Iterable[Claim], score: float) -> Answer:
        """An answer of these claims and what disagrees with them; `no_match` where there are none."""
        told = self.statements(claims)
        if not told:
            return self.unmatched(question, score)
        return Answer(question, "answer", score=round(score, 1), statements=told, contrast=self.contrast(told))

    def entry(self, entry: Entry, question: str, score: float) -> Answer:
        """The answer of a curated entry."""
        told = tuple(self._base.statement(claim) for claim in entry.claims)
        answer = Answer(
            question,
            entry.kind,
            entry=entry.id,
            score=round(score, 1),
            verdict=entry.verdict,
            lead=entry.lead,
            missing=entry.missing,
        )
        if entry.kind == "small_talk":
            return replace(answer, reply=entry.reply)
        if entry.kind == "not_stated":
            return replace(answer, related=(*told, *self.contrast(told)))
        return replace(answer, statements=told, contrast=self.contrast(told), shows=self._shows(entry))

    def _shows(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        facts = dict(self._base.report) | {"sources": ", ".join(source.name for source in self._base.sources)}
        return tuple((field, str(facts[field])) for field in entry.shows)

    def outsiders(self, question: str, names: Iterable[str], *, spoken_of: bool = False) -> Answer:
        """That the report quotes none of these; nor does it tell what they did, unless they are `spoken_of`."""
        known = {outsider.name for outsider in self._base.outsiders}
        named = (name if name in known else _as_written(name, question) for name in names)
        missing = f"what {' or '.join(named)} said"
        return Answer(question, "not_stated", missing=missing if spoken_of else f"{missing} or did")

    def unmatched(self, question: str, score: float = 0.0, offered: Sequence[Entry] = ()) -> Answer:
        """That the question was not understood or is not about the report, and what can be asked instead."""
        reply = f"{NO_ENGLISH if _is_foreign(question) else NOT_UNDERSTOOD} {self._what()}"
        return Answer(question, "no_match", score=round(score, 1), reply=reply, suggestions=tuple(offered))

    def greeting(self) -> Answer:
        """What can be asked, for a base that has no small talk to greet with."""
        return Answer("", "small_talk", reply=self._what())

    def _what(self) -> str:
        return f"I answer questions about {self._base.report.event}: {EXAMPLES}"

    def silent(self, question: str, sources: Iterable[Source], related: Iterable[Claim], score: float) -> Answer:
        """That these sources are not quoted on it; `related` is what others say on it."""
        return Answer(
            question,
            "not_stated",
            score=round(score, 1),
            silent=tuple(sources),
            related=self.statements(related),
        )

    def source(self, source: Source, claims: Iterable[Claim]) -> Answer:
        """Everything a source says, or that it is not quoted."""
        if not (told := self.statements(claims)):
            return Answer(source.name, "not_stated", silent=(source,))
        return Answer(source.name, "answer", score=100.0, statements=told)

    def disagreements(self) -> Answer:
        """Every statement that another one disagrees with, or that there is none."""
        question = "Where the accounts disagree"
        told = self.statements(claim for claim in self._base.claims if claim.disagrees_with)
        if not told:
            return Answer(question, "not_stated", score=100.0, missing="that any of its sources disagree")
        return Answer(question, "answer", score=100.0, statements=told)

    def timeline(self) -> Answer:
        """The statements whose order the report gives, in that order; else that it gives none."""
        question = "In which order it happened"
        told = tuple(self._base.statement(claim) for claim in self._base.report.timeline)
        if not told:
            return Answer(question, "not_stated", score=100.0, missing="in which order things happened")
        lead = "In the order the report gives, as far as it gives one:"
        contrast = self.contrast(told)
        return Answer(question, "answer", score=100.0, lead=lead, statements=told, ordered=True, contrast=contrast)


def _as_written(name: str, question: str) -> str:
    """The name with the capitals that the question has."""
    pattern = re.escape(name).replace("usa", "u[.]?s[.]?(?:a[.]?)?")
    found = re.search(rf"\b{pattern}(?!\w)", question, re.IGNORECASE)
    return found[0] if found else name


def _is_foreign(question: str) -> bool:
    """Whether it is in other letters than ours, or has two words of another language."""
    letters = [char for char in question if char.isalpha()]
    apart = sum(word.casefold() in FOREIGN for word in re.findall(r"\w+", question))
    return sum(not char.isascii() for char in letters) > len(letters) / 2 or apart >= FEW_FOREIGN
