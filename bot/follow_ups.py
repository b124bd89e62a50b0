"""What follows an answer: who else speaks of it, more from its source, related questions, why. Knows no Telegram."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from bot import screens, texts
from bot.screens import Choice, Rows, Screen
from knowledge import Answer, Responder, Statement
from knowledge.wording import Line, Span, places

TOPICS = (Choice("Questions by topic", screens.TOPICS),)
_SPEAKERS = 4  # sources offered under a "why"


class FollowUps:
    """The choices under an answer, and the reasons for it."""

    def __init__(self, responder: Responder) -> None:
        self._responder = responder
        self._others, self._more = cache(responder.others), cache(responder.more)  # for as many claims as there are
        self._base = responder.base

    def rows(self, answer: Answer, matched: bool) -> Rows:
        """The choices under an answer, none under small talk; the last one, why, where a question was `matched`."""
        if answer.outcome == "small_talk":
            return ()
        if answer.outcome == "no_match":
            return (*_offered(answer), TOPICS)
        about = (answer.told or answer.related)[:1]
        related = self._base.entry_by_id[answer.entry].related if answer.entry else ()
        rows = (
            *(row for statement in about for row in self._around(statement, answer)),
            *(asking(self._base.entry_by_id[entry].question, entry) for entry in related),
            *(self._why(answer, about) if matched else ()),
        )
        return rows or (TOPICS,)

    def _around(self, statement: Statement, answer: Answer) -> Rows:
        """Who else speaks, and what else the source says, where that is not told already."""
        claim = statement.claim
        told = {known.claim.id for known in answer.told + answer.related}
        offered = (
            ("Who else speaks of this?", screens.OTHERS, self._others(claim.id)),
            (f"More from {statement.sources[0].name}", screens.MORE, self._more(claim.id)),
        )
        return tuple(
            (Choice(label, f"{code}:{claim.id}"),)
            for label, code, found in offered
            if found and any(new.claim.id not in told for new in found.told)
        )

    def _why(self, answer: Answer, about: Iterable[Statement]) -> Rows:
        if answer.entry:
            return ((Choice(texts.WHY, f"{screens.WHY_ENTRY}:{answer.entry}"),),)
        return tuple((Choice(texts.WHY, f"{screens.WHY_CLAIM}:{statement.claim.id}"),) for statement in about)

    def why_entry(self, entry_id: str) -> Screen:
        """Why this entry answers: the question it was matched to, and who speaks in it."""
        entry = self._base.entry_by_id[entry_id]
        answer = self._responder.entry(entry_id)
        matched = texts.said(
            f"I compare every question with prepared ones. Closest to this one was:\n“{entry.question}”"
        )
        if entry.kind == "not_stated":
            matched += texts.said("The report does not answer it.")
        return self._reasons(matched, answer.told or answer.related)

    def why_claim(self, claim_id: str) -> Screen:
        """Why this statement answers: what it is about, and who makes it."""
        answer = self._responder.claim(claim_id)
        subjects = {subject.id: subject.name for subject in self._base.report.subjects}
        about = ", ".join(subjects[subject] for subject in self._base.claim_by_id[claim_id].about)
        return self._reasons(
            texts.said(f"No prepared question was matched, but what the report has on: {about}."), answer.told
        )

    def _reasons(self, matched: tuple[Line, ...], told: tuple[Statement, ...]) -> Screen:
        spoken = ((Span("The statements in the answer, by who makes them:"),), *places(told)) if told else ()
        sources = dict.fromkeys(statement.sources[0] for statement in told)
        rows = [
            (Choice(f"Everything by {source.name}", f"{screens.SOURCE}:{source.id}"),)
            for source in list(sources)[:_SPEAKERS]
        ]
        return Screen(matched + spoken, (*rows, TOPICS), linked=True)


def _offered(answer: Answer) -> Rows:
    """The questions offered instead, and that it is none of them."""
    rows = [asking(entry.question, entry.id) for entry in answer.suggestions]
    return (*rows, *((Choice(texts.NONE, f"{screens.NONE}:{entry.id}"),) for entry in answer.suggestions[:1]))


def asking(question: str, entry: str) -> tuple[Choice]:
    """The row that asks a prepared question."""
    return (Choice(question, f"{screens.QUESTION}:{entry}"),)
