"""Choose the entry that answers a question, if any: likeness ranks, gates decide. Knows no claims of sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from knowledge.asked import NATIONS, Asked
from knowledge.asking import Understanding
from knowledge.english import STAFF
from knowledge.features import Features
from knowledge.learning import Learned
from knowledge.marking import SUMMARY
from knowledge.matching import Match, Matcher, Target
from knowledge.models import Base, Entry
from knowledge.text import words

# Scores are 0 to 100. They and all shares of them, here and in the modules that go on from here, are chosen on our own
# labelled messages (`whosaid eval`).
ANSWER_AT = 27.0  # score from which on an entry answers
SUGGEST_AT = 20.0  # score from which on it is offered
NOT_STATED_LEAD = 0.9  # share of a not-stated entry's score at which one that answers goes before it
AS_CLOSE = 0.95  # share of the best score at which an entry that has the question word for word goes first
WORD_FOR_WORD = 90.0  # score from which on a question is hardly anything but a phrasing of the base
ITS_OWN = 97.0  # score that only a phrasing asked word for word reaches
SURE = 60.0  # score from which on an entry is hardly another than the one meant
NAMED = 40.0  # score from which on an entry answers a question of hardly more than an outsider's name
ABOUT_SOURCE_AT = 60.0  # score from which on an entry about a source goes before what the source says
SUGGESTIONS = 3
MANY = 5  # outsiders an entry names from which on it is about any of them
_ONE_OF_THEM = re.compile(
    "[.,]*(?:W[.b]S|HB?[.b]?S(?!A)|H[.]bSY)"
)  # "who at Sputnik", "which officer of the police said"
_OF_A_DAY = re.compile("(?:weekday|month)=").match


@dataclass(frozen=True)
class Choice:
    """Entries by likeness, those among them that are close and pass the gates, and the one that answers."""

    ranked: tuple[Match, ...]
    passing: tuple[Match, ...]
    best: Match | None


class Chooser:
    """Chooses among the entries of one base."""

    # Chosen on our own labelled messages, like the matcher's.
    LEARNED = 0.5  # share in the score of what the phrasings have taught
    EVENLY = 0.5  # exponent of the odds: below 1, for what is learned is too sure of itself

    def __init__(self, base: Base, matcher: Matcher, understanding: Understanding) -> None:
        self._entries = base.entry_by_id
        self._claims = base.claim_by_id
        self._years = frozenset(re.findall(r"\b\d{4}\b", base.report.published))
        earlier = {subject.id for subject in base.report.subjects if subject.earlier}
        now = (claim.text for claim in base.claims if earlier.isdisjoint(claim.about))
        told = frozenset[str]().union(*map(understanding.literal, now))
        self._days = frozenset(filter(_OF_A_DAY, told))
        self._matcher = matcher
        self._understanding = understanding
        self._learned = Learned((t.id, p) for t in matcher.targets if t.id in self._entries for p in t.phrasings)

    def choose(self, asked: Asked) -> Choice:
        """The entries for a question, best first, and the one that answers it."""
        ranked = self.ranked(asked)
        close = takewhile(lambda match: match.score >= SUGGEST_AT, ranked)
        passing = tuple(match for match in close if not self.refusal(asked, match.target))
        return Choice(ranked, passing, self._best(passing, own=self._matcher.phrased(asked.whole)))

    def another(self, asked: Asked, entry_id: str | None) -> Entry | None:
        """The entry that has the text word for word, where the one that would answer has nothing like it."""
        ids = self._matcher.phrased(asked.whole) & self._entries.keys()
        if not ids or entry_id in ids:
            return None
        said = words(asked.text)
        own = (self._entries[id_] for id_ in sorted(ids))
        return next((e for e in own if any(words(text) == said for text in (e.question, *e.phrasings))), None)

    def ranked(self, asked: Asked) -> tuple[Match, ...]:
        """The entries by likeness and by what their phrasings teach, best first; the first keeps about its score."""
        alike = [match for match in self._matcher.rank(asked.whole) if match.target.id in self._entries]
        if not alike or alike[0].score >= ITS_OWN:
            return tuple(alike)
        odds = self._learned.odds(asked.whole, [match.target.id for match in alike])
        scores = [
            (1 - self.LEARNED) * match.score + self.LEARNED * alike[0].score * odd**self.EVENLY
            for match, odd in zip(alike, odds, strict=True)
        ]
        found = (Match(match.target, score) for match, score in zip(alike, scores, strict=True))
        return tuple(sorted(found, key=lambda match: -match.score))

    def _best(self, passing: Sequence[Match], own: frozenset[str]) -> Match | None:
        """The first that is close enough, or one about as close whose `own` phrasing the question is.

        What is stated goes before what is not, if about as close, unless those hold only what is not.
        """
        best = next((match for match in passing if match.score >= ANSWER_AT), None)
        best = best and next((m for m in passing if m.target.id in own and m.score >= AS_CLOSE * best.score), best)
        kinds = {self._entries[id_].kind for id_ in own & self._entries.keys()}
        if best and self._kind(best) == "not_stated" and (not own or "answer" in kinds):
            bar = max(ANSWER_AT, NOT_STATED_LEAD * best.score)
            return next((m for m in passing if self._kind(m) == "answer" and m.score >= bar), best)
        return best

    def _kind(self, match: Match) -> str:
        return self._entries[match.target.id].kind

    def bar(self, best: Match | None) -> float:
        """The score from which on claims that state what is asked go before the chosen entry."""
        if best is None:
            return ANSWER_AT
        return max(ANSWER_AT, best.score * (1.0 if self._kind(best) == "not_stated" else 1.05))

    def about_source(self, asked: Asked, choice: Choice) -> Match | None:
        """The entry about the source itself ("who is Kirby") rather than what it says, if that is asked."""
        if re.search(r"S[oY]|YS", asked.marks) or not (asked.content or asked.asks or "W" in asked.marks):
            return None
        named = {f"@{source}" for source in asked.sources} | asked.content
        fitting = (match for match in choice.passing if match.score >= ABOUT_SOURCE_AT)
        return next((match for match in fitting if named <= match.target.vocabulary), None)

    def one_of_them(self, asked: Asked, choice: Choice) -> Match | None:
        """The entry on who in particular speaks for the sources, if that is asked and the report does not say it."""
        named = {f"@{source}" for source in asked.sources} | asked.concepts
        found = next((match for match in choice.passing if named <= match.target.vocabulary), None)
        of_them = _ONE_OF_THEM.match(asked.marks) and not (STAFF | {"who"}).isdisjoint(asked.words)
        return found if found and of_them and self._kind(found) == "not_stated" else None

    def refusal(self, asked: Asked, target: Target) -> str:
        """Why the entry cannot answer this question, however alike; empty if it can."""
        if asked.asks and asked.asks.isdisjoint(target.vocabulary):
            return "does not answer " + ", ".join(sorted(asked.asks))
        beyond = asked.content - target.vocabulary
        if self._entries[target.id].kind == "small_talk":
            most = 0 if asked.marks[0] in "VHW" and "you" not in asked.words else max(1, (len(asked.content) - 1) / 2)
            more = len(beyond) > most or any(f[0] == "#" for f in beyond) or asked.outsiders
            return "is small talk, the question is more" if more else ""
        if self._matcher.shares_little(asked.content, asked.asks - {"?who"}, target):
            return "shares too little"
        stated = self._entries[target.id].kind == "answer"
        if stated and self._matcher.passes_over(asked.plain, asked.content, target):
            return "passes over " + ", ".join(sorted(asked.plain - target.vocabulary))
        if lacking := self._lacking(asked, target):
            return "never speaks of " + ", ".join(sorted(lacking))
        if asked.outsiders and asked.content and asked.content.isdisjoint(target.vocabulary):
            return "shares too little"
        if asked.outsiders and not self._speaks_of_outsiders(asked, target):
            return "never speaks of " + ", ".join(asked.outsiders)
        return ""

    def _lacking(self, asked: Asked, target: Target) -> Features:
        """What the entry would have to speak of: critical words, what or who is asked for, nations, lone numbers."""
        heads = (asked.heads | asked.agents) - self._matcher.known - target.vocabulary
        alone = asked.content == asked.numbers and SUMMARY not in asked.whole  # not "in short, 20 words"
        numbers = asked.numbers - target.vocabulary if alone else frozenset[str]()
        of_any = self._entries[target.id].kind == "not_stated" and bool(NATIONS & target.vocabulary)
        nations = frozenset[str]() if of_any else asked.nations - target.vocabulary
        dates = self._dates(asked, target) if self._entries[target.id].kind == "answer" else frozenset[str]()
        return self._understanding.lacking(asked.whole, target.vocabulary) | heads | numbers | nations | dates

    def _dates(self, asked: Asked, target: Target) -> Features:
        """The years and days asked about that neither the entry's statements have nor, days, any on this event."""
        years = asked.years - self._years - target.vocabulary
        days = frozenset(filter(_OF_A_DAY, asked.literal)) - self._days
        if not (years or days):
            return years
        told = " ".join(self._claims[claim].text for claim in self._entries[target.id].claims).casefold()
        days = frozenset() if "?when" in target.vocabulary else days
        return frozenset(date for date in years | days if date.rpartition("=")[2] not in told)

    def _speaks_of_outsiders(self, asked: Asked, target: Target) -> bool:
        """Whether the entry is about those asked about, or about outsiders of any name."""
        known = {feature for feature in target.vocabulary if feature[0] == "^" != feature}
        return len(known) >= MANY or {f"^{name}" for name in asked.outsiders} <= known

    def suggestions(self, choice: Choice) -> tuple[Entry, ...]:
        """Up to three questions to offer instead, best first."""
        close = (match for match in choice.passing or choice.ranked if match.score >= SUGGEST_AT)
        entries = (self._entries[match.target.id] for match in close)
        return tuple(entry for entry in entries if entry.kind != "small_talk")[:SUGGESTIONS]
