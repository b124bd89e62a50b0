"""What comes back for a question: statements with their sources, never free text about the event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from knowledge.models import Entry, Source, Statement

Outcome = Literal["answer", "not_stated", "no_match", "small_talk"]
Verdict = Literal["yes", "no"]


@dataclass(frozen=True)
class Context:
    """What a conversation was last about; all a follow-up needs. The empty context is a new conversation.

    `subject` are the features matched, "@x" among them where source x was asked about by name; `claims` the ids of
    what was told, `sources` of those who were asked about, or who spoke. `denied`: what was asked is said by nobody,
    what was told says otherwise or came closest. `said` are those of the claims that say all that was asked, so that
    "did x say that?" is granted for them alone. `whether`: it was asked as yes or no, so that "and x?" is too.
    """

    subject: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    denied: bool = False
    whether: bool = False

    def __bool__(self) -> bool:
        return bool(self.claims or self.subject)


@dataclass(frozen=True)
class Candidate:
    """An entry or claim the question was compared with. `score` 0 to 100, higher is closer."""

    id: str
    score: float
    refused: str = ""  # why it could not answer although it scored, empty if it could
    nearest: tuple[str, ...] = ()  # the features of its phrasing that is nearest to the question


@dataclass(frozen=True)
class Explanation:
    """How the answer was found, for curators: what was understood and what competed."""

    act: str = ""
    sources: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Answer:
    """One answer.

    `statements` answer the question in this order, `ordered` ones each by itself; `contrast` disagrees with them;
    `instead` is what the source asked about does say, where it did not say what was asked. `related` is the closest
    the report has, where it does not say. `suggestions` are entries to offer, best first, at most three. `score` 0
    to 100.
    """

    question: str
    outcome: Outcome
    verdict: Verdict | None = None
    entry: str | None = None
    score: float = 0.0
    lead: str | None = None
    statements: tuple[Statement, ...] = ()
    ordered: bool = False
    contrast: tuple[Statement, ...] = ()
    instead: tuple[Statement, ...] = ()
    shows: tuple[tuple[str, str], ...] = ()  # facts about the report itself: (name of the fact, its value)
    missing: str | None = None  # completes "The report does not say …"
    silent: tuple[Source, ...] = ()  # sources asked about that are not quoted on this
    related: tuple[Statement, ...] = ()
    reply: str | None = None  # small talk, and refusals that are not about the report
    suggestions: tuple[Entry, ...] = ()
    context: Context = field(default_factory=Context)
    explain: Callable[[], Explanation] = field(default=Explanation, compare=False, repr=False)  # worked out when asked

    @property
    def explanation(self) -> Explanation:
        """How the answer was found, for curators."""
        return self.explain()

    @property
    def told(self) -> tuple[Statement, ...]:
        """All statements given as an answer, in the order they are told (not `related`)."""
        return self.statements + self.contrast + self.instead
