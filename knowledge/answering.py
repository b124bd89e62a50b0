"""Answer any text from one base: the one door of this package. Decides which kind of answer it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.answers import Answer, Candidate, Context, Explanation
from knowledge.english import FUNCTION_WORDS
from knowledge.acts import DIFFER
from knowledge.asking import Asked, Understanding
from knowledge.following import BACK, Following
from knowledge.matching import Match, Matcher, Target
from knowledge.models import Base, Entry
from knowledge.reading import wordings
from knowledge.speaking import Speakers

ANSWER_AT = 27.0
SUGGEST_AT = 20.0
SUGGESTIONS = 3
NOT_STATED_LEAD = 0.82


class Responder:
    """Answers questions about one report. Fitted once; answering changes nothing."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._understanding = Understanding(base)
        written = wordings(base)
        self._matcher = Matcher(self._target(id_, texts) for id_, texts in written.items())
        self._gap_words = self._only_in_gaps()
        self._speakers = Speakers(base, self._understanding.critical | self._gap_words, self._matcher)
        self._following = Following(base, self._speakers, self._standalone)

    def _target(self, id_: str, texts: Iterable[str]) -> Target:
        return Target(id_, tuple(self._understanding.phrasing(text) for text in texts))

    def _only_in_gaps(self) -> frozenset[str]:
        """Words that mark what the report does not say: at home in a not-stated entry, in no other kind."""
        stated: set[str] = set()
        gaps: set[str] = set()
        for target in self._matcher.targets:
            entry = self.base.entry_by_id.get(target.id)
            if entry and entry.kind == "not_stated":
                uses = Counter(f for phrasing in target.phrasings for f in phrasing)
                gaps.update(f for f, n in uses.items() if n >= 2)
            else:
                stated |= target.vocabulary
        return frozenset(f for f in gaps - stated if f not in FUNCTION_WORDS and f[0] not in "?+^@")

    def answer(self, text: str, context: Context = Context()) -> Answer:
        """The answer to any text. Pure: the same text and context give the same answer."""
        asked = self._understanding.ask(text)
        if len("".join(asked.whole)) < 2:
            return Answer(asked.text, "no_match")
        entries = [m for m in self._matcher.rank(asked.whole) if m.target.id in self.base.entry_by_id]
        followed = self._following.answer(asked, context) if context else None
        answer = followed or self._whole_or_parts(asked, text, context)
        known = self._context(asked, answer, context, followed is not None)
        return replace(answer, context=known, explanation=self._explanation(asked, entries))

    def _whole_or_parts(self, asked: Asked, text: str, context: Context) -> Answer:
        """The answer to the whole, or to its parts one after the other where it asks several things."""
        whole = self._standalone(asked)
        parts = self._understanding.parts(text)
        told: list[Answer] = []
        for part in parts:
            answer = (self._following.answer(part, context) if context else None) or self._standalone(part)
            if answer.outcome in ("answer", "not_stated"):
                told.append(answer)
                context = self._context(part, answer, context, False)
        if len(told) > 1:
            return self._merged(told)
        if told and (whole.outcome == "no_match" or told[0].score > whole.score):
            return told[0]
        return whole

    def _merged(self, told: Sequence[Answer]) -> Answer:
        """Several answers as one: all they state, and all the report does not say."""
        statements = tuple(dict.fromkeys(s for answer in told for s in answer.statements))
        have = {*statements}
        instead = tuple(s for answer in told for s in answer.instead if s not in have)
        missing = " or ".join(dict.fromkeys(answer.missing for answer in told if answer.missing)) or None
        return replace(
            told[0],
            outcome="answer" if statements else "not_stated",
            verdict=next((answer.verdict for answer in told if answer.verdict), None),
            statements=statements,
            contrast=self._speakers.contrast(statements),
            instead=instead,
            missing=missing,
            silent=tuple(dict.fromkeys(s for answer in told for s in answer.silent)),
            related=() if statements else told[0].related,
            shows=tuple(dict.fromkeys(fact for answer in told for fact in answer.shows)),
        )

    def _standalone(self, asked: Asked, entries=None) -> Answer:
        if entries is None:
            entries = [m for m in self._matcher.rank(asked.whole) if m.target.id in self.base.entry_by_id]
        return self._by_act(asked, entries)

    def _context(self, asked: Asked, answer: Answer, before: Context, followed: bool) -> Context:
        """What the next question may refer to: this answer, or what came before where this one has no subject."""
        if answer.outcome in ("no_match", "small_talk"):
            return before
        told = answer.statements or answer.instead or answer.related
        sources = asked.sources or tuple(dict.fromkeys(s.claim.chain[-1] for s in answer.statements))
        subject = tuple(sorted((asked.content | asked.asks) - BACK)) or (before.subject if followed else ())
        return Context(subject, tuple(statement.claim.id for statement in told), sources)

    def _by_act(self, asked: Asked, entries: Sequence[Match]) -> Answer:
        passing = [match for match in entries if not self._refusal(asked, match.target)]
        best = self._best(passing)
        if asked.outsiders and (best is None or not asked.content):
            return self._outsiders(asked)
        if asked.act == "injection":
            return self._unmatched(asked, ())
        if asked.act == "basis":
            return self._speakers.basis(asked)
        if DIFFER in asked.whole and asked.content and not asked.sources and (best is None or best.score < 60):
            return self._speakers.compare(asked)
        if asked.act == "who_said":
            found = self._speakers.who_said(asked)
            if best is None or 1.2 * found.score >= best.score:
                return found
        if asked.act == "did_say":
            return self._speakers.did_say(asked)
        if asked.act == "said_by":
            said = self._speakers.said_by(asked)
            about = next((match for match in passing if self._is_about_source(asked, match)), None)
            return self._told(about, asked) if about and about.score > said.score else said
        if not asked.asks and not asked.outsiders:
            stated = self._speakers.stated(asked)
            if stated.score > max(self._bar(best), ANSWER_AT):
                return stated
        if best is None:
            return self._unmatched(asked, passing or entries)
        return self._told(best, asked)

    def _best(self, passing: Sequence[Match]) -> Match | None:
        """The entry to answer with, if any is close enough. What is stated goes before what is not, if about as close."""
        best = next((m for m in passing if m.score >= ANSWER_AT), None)
        if best and self.base.entry_by_id[best.target.id].kind == "not_stated":
            stated = (m for m in passing if self.base.entry_by_id[m.target.id].kind == "answer")
            return next((m for m in stated if m.score >= max(ANSWER_AT, NOT_STATED_LEAD * best.score)), best)
        return best

    def _bar(self, best: Match | None) -> float:
        if best is None:
            return 0.0
        gap = self.base.entry_by_id[best.target.id].kind == "not_stated"
        return best.score * (NOT_STATED_LEAD if gap else 1.05)

    def _is_about_source(self, asked: Asked, match: Match) -> bool:
        """Whether the entry is about the source itself ("who is Kirby"), rather than what it says."""
        if re.search(r"K[^KWHQ]{0,3}SY", asked.marks) or not (asked.content or "W" in asked.marks):
            return False
        return match.score >= 60 and {f"@{source}" for source in asked.sources} <= match.target.vocabulary

    def _refusal(self, asked: Asked, target: Target) -> str:
        """Why the entry cannot answer this question, however alike; empty if it can."""
        if asked.asks and asked.asks.isdisjoint(target.vocabulary):
            return "does not answer " + ", ".join(sorted(asked.asks))
        entry = self.base.entry_by_id.get(target.id)
        beyond = asked.content - target.vocabulary
        if entry and entry.kind == "small_talk" and (len(beyond) > 2 or any(f[0] == "#" for f in beyond)):
            return "is small talk, the question is more"
        if self._matcher.shares_little(asked.content, asked.asks - {"?who"}, target):
            return "shares too little"
        if lacking := (asked.whole & (self._understanding.critical | self._gap_words)) - target.vocabulary:
            return "never speaks of " + ", ".join(sorted(lacking))
        if asked.outsiders and "^" not in target.vocabulary:
            return "never speaks of " + ", ".join(asked.outsiders)
        return ""

    def _explanation(self, asked: Asked, entries: Sequence[Match]) -> Explanation:
        known = self._matcher.known
        return Explanation(
            asked.act + " " + asked.marks,
            asked.sources,
            tuple(sorted(asked.asks)),
            tuple(sorted(asked.subject)),
            tuple(sorted(f for f in asked.content if f not in known)),
            tuple(
                Candidate(m.target.id, round(m.score, 1), self._refusal(asked, m.target)) for m in entries[:5]
            ) + tuple(Candidate(c, round(s, 1)) for c, s in sorted(self._speakers.score(asked).scores.items(), key=lambda x: -x[1])[:4]),
        )

    def _told(self, match: Match, asked: Asked) -> Answer:
        return replace(self.entry(match.target.id), question=asked.text, score=round(match.score, 1))

    def entry(self, entry_id: str) -> Answer:
        """The answer of a curated entry. Raises `KeyError` for an unknown id."""
        entry = self.base.entry_by_id[entry_id]
        told = tuple(self.base.statement(claim) for claim in entry.claims)
        if entry.kind == "small_talk":
            return Answer(entry.question, "small_talk", entry=entry.id, score=100.0, reply=entry.reply)
        if entry.kind == "not_stated":
            return Answer(
                entry.question, "not_stated", entry=entry.id, score=100.0, missing=entry.missing, related=told
            )
        return Answer(
            entry.question,
            "answer",
            entry=entry.id,
            score=100.0,
            lead=entry.lead,
            missing=entry.missing,
            statements=told,
            contrast=self._speakers.contrast(told),
            shows=self._shows(entry),
        )

    def _shows(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        facts = dict(self.base.report) | {"sources": ", ".join(source.name for source in self.base.sources)}
        return tuple((field, str(facts[field])) for field in entry.shows)

    def _unmatched(self, asked: Asked, matches: Sequence[Match]) -> Answer:
        close = (self.base.entry_by_id[match.target.id] for match in matches if match.score >= SUGGEST_AT)
        offered = tuple(entry for entry in close if entry.kind != "small_talk")[:SUGGESTIONS]
        score = round(matches[0].score, 1) if matches else 0.0
        return Answer(asked.text, "no_match", score=score, suggestions=offered)

    def _outsiders(self, asked: Asked) -> Answer:
        names = " or ".join(asked.outsiders)
        return Answer(asked.text, "not_stated", missing=f"what {names} said or did")

    def source(self, source_id: str) -> Answer:
        """Everything the source says. Raises `KeyError` for an unknown id."""
        source = self.base.source_by_id[source_id]
        told = tuple(self.base.statement(claim.id) for claim in self._speakers.own((source_id,)))
        return Answer(source.name, "answer", statements=told)

    def disagreements(self) -> Answer:
        """Every statement that another one disagrees with."""
        told = tuple(self.base.statement(claim.id) for claim in self.base.claims if claim.disagrees_with)
        return Answer("Where the accounts disagree", "answer", statements=told)

    def welcome(self) -> Answer:
        """What to say to someone who has not asked anything yet."""
        return next(self.entry(entry.id) for entry in self.base.entries if entry.kind == "small_talk")
