"""Answer any text from one base: read it, decide what kind of question it is, compose from claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.acts import Act, act_of, outline
from knowledge.answers import Answer, Candidate, Context, Explanation, Verdict
from knowledge.english import STOP
from knowledge.matching import Features, Match, Matcher, Target, types_asked
from knowledge.models import Base, Claim, Entry, Source, Statement
from knowledge.reading import Question, Reader, Token, wordings

ANSWER_AT = 32.0
SUGGEST_AT = 25.0
CLOSE = 0.8


@dataclass(frozen=True)
class Asked:
    """A question understood: its kind, whom and what it is about."""

    question: Question
    marks: str
    act: Act
    sources: tuple[str, ...]
    outsiders: tuple[str, ...]
    subject: Features
    negated: bool

    @property
    def asks(self) -> Features:
        return types_asked(self.subject)

    @property
    def numbers(self) -> Features:
        return frozenset(feature for feature in self.subject if feature.isdigit())

    @property
    def content(self) -> Features:
        return frozenset(f for f in self.subject if f not in STOP and f[0] not in "?+^@")


def features(tokens: Sequence[Token], marks: str, act: Act) -> Features:
    """What the matcher compares: without the words that only say who speaks, where that is a slot of its own."""
    dropped = {"fact": "", "who_said": "WHBYART", "compare": "SYART"}.get(act, "SYAT")
    found: set[str] = set()
    for token, mark in zip(tokens, marks, strict=True):
        if mark in dropped:
            continue
        if mark == "O":
            found.add("^")
            continue
        meant = [m for m in token.meanings if m[0] not in "!~%^"]
        if mark != "S" and any(m[0] == "@" for m in meant):
            meant = [m for m in meant if m[0] != "@"]
        if not meant and mark != "S":
            meant = [f"{word}" for word in token.words]
        found.update(meant)
    return frozenset(found)


class Responder:
    """Answers questions about one report. Fitted once; answering changes nothing."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.reader = Reader(base)
        written = wordings(base)
        self.entries = Matcher(self._target(entry.id, written[entry.id]) for entry in base.entries)
        self.claims = Matcher(self._target(claim.id, written[claim.id]) for claim in base.claims)

    def _target(self, id_: str, texts: Iterable[str]) -> Target:
        phrasings = []
        for text in texts:
            tokens = self.reader.read(text).tokens
            phrasings.append(features(tokens, outline(tokens), "fact"))
        vocabulary = frozenset().union(*phrasings)
        return Target(id_, tuple(phrasings), vocabulary, types_asked(vocabulary))

    # --- reading

    def understand(self, text: str) -> Asked:
        question = self.reader.read(text)
        tokens = question.tokens
        marks = outline(tokens)
        act = act_of(tokens, marks)
        sources = tuple(
            dict.fromkeys(
                token.means("@") or token.means("~")
                for token, mark in zip(tokens, marks, strict=True)
                if mark == "S"
            )
        )
        outsiders = question.having("^")
        return Asked(question, marks, act, sources, outsiders, features(tokens, marks, act), self._negated(tokens, marks, act))

    def _negated(self, tokens: Sequence[Token], marks: str, act: Act) -> bool:
        count = 0
        for i, (token, mark) in enumerate(zip(tokens, marks, strict=True)):
            if "+" in token.meanings or "!deny" in token.meanings:
                if i and marks[i - 1] == "V" and i == 1:
                    continue
                count += 1
        return count % 2 == 1

    # --- answering

    def answer(self, text: str, context: Context = Context()) -> Answer:
        asked = self.understand(text)
        if not asked.question.tokens:
            return self._unmatched(asked, [])
        if asked.outsiders and asked.act != "fact":
            return self._outsider(asked)
        if asked.act in ("fact",):
            return self._fact(asked)
        return getattr(self, "_" + asked.act)(asked)

    def _explain(self, asked: Asked, matches: Sequence[Match]) -> Explanation:
        unknown = tuple(sorted(f for f in asked.content if f not in self.entries._weights))
        return Explanation(
            asked.act + " " + asked.marks, asked.sources, tuple(asked.asks), tuple(sorted(asked.subject)), unknown,
            tuple(Candidate(m.target.id, round(m.score, 1)) for m in matches[:5]),
        )

    def _gate(self, asked: Asked, target: Target) -> str:
        if asked.asks and not (asked.asks & target.asks):
            return "asks " + ",".join(asked.asks)
        lacking = (asked.subject & self.reader.critical) - target.vocabulary
        if lacking:
            return "never speaks of " + ",".join(lacking)
        if asked.outsiders and "^" not in target.vocabulary:
            return "outsider"
        return ""

    def _fact(self, asked: Asked) -> Answer:
        ranked = self.entries.rank(asked.subject)
        passing = [m for m in ranked if not self._gate(asked, m.target)]
        explanation = self._explain(asked, ranked)
        best = passing[0] if passing else None
        if asked.outsiders and (best is None or best.score < ANSWER_AT):
            return self._outsider(asked)
        if best and best.score >= ANSWER_AT:
            return self._told(self.base.entry_by_id[best.target.id], asked, best.score, explanation)
        return self._unmatched(asked, passing or ranked)

    def _told(self, entry: Entry, asked: Asked, score: float, explanation: Explanation) -> Answer:
        claims = tuple(self.base.statement(c) for c in entry.claims)
        common = Answer(
            question=asked.question.text, outcome="answer", entry=entry.id, score=round(score, 1), explanation=explanation
        )
        if entry.kind == "small_talk":
            return replace(common, outcome="small_talk", reply=entry.reply)
        if entry.kind == "not_stated":
            return replace(common, outcome="not_stated", missing=entry.missing, related=claims)
        return replace(common, lead=entry.lead, statements=claims, contrast=self._contrast(claims), shows=self._shows(entry))

    def _shows(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        found = []
        for field in entry.shows:
            if field == "sources":
                value = ", ".join(s.name for s in self.base.sources)
            else:
                value = str(getattr(self.base.report, field))
            found.append((field, value))
        return tuple(found)

    def _contrast(self, told: Sequence[Statement]) -> tuple[Statement, ...]:
        have = {s.claim.id for s in told}
        others = dict.fromkeys(o for s in told for o in s.claim.disagrees_with if o not in have)
        return tuple(self.base.statement(o) for o in others)

    def _unmatched(self, asked: Asked, matches: Sequence[Match]) -> Answer:
        entries = [self.base.entry_by_id[m.target.id] for m in matches if m.score >= SUGGEST_AT]
        return Answer(
            asked.question.text, "no_match", suggestions=tuple(e for e in entries if e.kind == "answer")[:3],
            score=round(matches[0].score, 1) if matches else 0.0, explanation=self._explain(asked, matches),
        )

    def _outsider(self, asked: Asked) -> Answer:
        return Answer(
            asked.question.text, "not_stated", missing=f"anything from or about {asked.outsiders[0]}",
            explanation=self._explain(asked, self.entries.rank(asked.subject)),
        )

    # --- sources

    def _speaks(self, claim: Claim, source: str) -> bool:
        ids = {source, *self.base.source_by_id[source].includes}
        return not ids.isdisjoint(claim.chain)

    def _subject_claims(self, asked: Asked) -> list[tuple[str, float]]:
        """Claims by how well they fit the subject: their own likeness, or that of an entry they answer."""
        scores: dict[str, float] = {}
        for m in self.claims.rank(asked.subject):
            scores[m.target.id] = m.score
        for m in self.entries.rank(asked.subject):
            entry = self.base.entry_by_id[m.target.id]
            if entry.kind != "answer" or not entry.claims:
                continue
            for place, c in enumerate(entry.claims):
                scores[c] = max(scores.get(c, 0.0), m.score * (0.9 if place == 0 else 0.8))
        return sorted(scores.items(), key=lambda kv: -kv[1])

    def _said_by(self, asked: Asked) -> Answer:
        entry = self._entry_with_source(asked)
        if entry:
            return entry
        source = asked.sources[0]
        own = [c for c in self.base.claims if self._speaks(c, source)]
        ranked = self._subject_claims(asked)
        explanation = replace(self._explain(asked, []), candidates=tuple(Candidate(c, round(s, 1)) for c, s in ranked[:5]))
        common = Answer(asked.question.text, "answer", explanation=explanation)
        if not asked.content:
            told = tuple(self.base.statement(c.id) for c in own)
            return replace(common, statements=told, contrast=self._contrast(told))
        scores = dict(ranked)
        top = ranked[0][1] if ranked else 0.0
        mine = sorted((c for c in own if scores.get(c.id, 0) > 0), key=lambda c: -scores[c.id])
        if mine and scores[mine[0].id] >= max(15.0, 0.5 * top):
            best = scores[mine[0].id]
            told = tuple(self.base.statement(c.id) for c in mine if scores[c.id] >= CLOSE * best)
            return replace(common, statements=told, contrast=self._contrast(told), score=best)
        others = tuple(self.base.statement(c) for c, s in ranked if s >= CLOSE * top and s >= ANSWER_AT)[:3]
        return replace(common, outcome="not_stated", silent=(self.base.source_by_id[source],), related=others)

    def _entry_with_source(self, asked: Asked) -> Answer | None:
        whole = features(asked.question.tokens, asked.marks, "fact")
        marks = {"@" + s for s in asked.sources}
        ranked = [m for m in self.entries.rank(whole) if marks & m.target.vocabulary]
        if ranked and ranked[0].score >= 60:
            return self._told(self.base.entry_by_id[ranked[0].target.id], asked, ranked[0].score, self._explain(asked, ranked))
        return None

    def _did_say(self, asked: Asked) -> Answer:
        source = asked.sources[0]
        ranked = self._subject_claims(asked)
        explanation = replace(self._explain(asked, []), candidates=tuple(Candidate(c, round(s, 1)) for c, s in ranked[:5]))
        common = Answer(asked.question.text, "answer", explanation=explanation)
        own = [c for c in self.base.claims if self._speaks(c, source)]
        if not asked.content:
            told = tuple(self.base.statement(c.id) for c in own)
            return replace(common, statements=told, contrast=self._contrast(told))
        scores = dict(ranked)
        top = ranked[0][1] if ranked else 0.0
        near = [c for c, s in ranked if s >= CLOSE * top and s >= 25]
        if not near:
            return replace(common, outcome="not_stated", verdict="no", silent=(self.base.source_by_id[source],),
                           related=tuple(self.base.statement(c.id) for c in own))
        mine = [c for c in near if self._speaks(self.base.claim_by_id[c], source)]
        agreeing = [c for c in mine if self._negative(c) == asked.negated and self._covers(asked, own)]
        if agreeing:
            told = tuple(self.base.statement(c) for c in agreeing)
            return replace(common, verdict="yes", statements=told, contrast=self._contrast(told), score=top)
        if mine:
            told = tuple(self.base.statement(c) for c in mine)
            return replace(common, verdict="no", statements=told, contrast=self._contrast(told), score=top)
        right = tuple(self.base.statement(c) for c in near)
        contrast = self._contrast(right)
        have = {s.claim.id for s in (*right, *contrast)}
        instead = tuple(self.base.statement(c.id) for c in own if c.id not in have)
        return replace(common, verdict="no", statements=right, contrast=contrast, instead=instead, score=top)

    def _negative(self, claim_id: str) -> bool:
        return "+" in self.claims_target(claim_id).phrasings[0]

    def claims_target(self, claim_id: str) -> Target:
        return next(t for t in self.claims.targets if t.id == claim_id)

    def _covers(self, asked: Asked, own: Sequence[Claim]) -> bool:
        vocabulary = frozenset().union(*(self.claims_target(c.id).vocabulary for c in own))
        critical = (asked.subject & self.reader.critical) | asked.numbers
        return critical <= vocabulary

    def _who_said(self, asked: Asked) -> Answer:
        ranked = self._subject_claims(asked)
        explanation = replace(self._explain(asked, []), candidates=tuple(Candidate(c, round(s, 1)) for c, s in ranked[:5]))
        common = Answer(asked.question.text, "answer", explanation=explanation)
        top = ranked[0][1] if ranked else 0.0
        if top < 30:
            return replace(common, outcome="no_match")
        told = tuple(self.base.statement(c) for c, s in ranked if s >= CLOSE * top)
        return replace(common, statements=told, contrast=self._contrast(told), score=top)

    def _basis(self, asked: Asked) -> Answer:
        own = [c for c in self.base.claims if c.chain[0] == asked.sources[0] and len(c.chain) > 1]
        common = Answer(asked.question.text, "answer", explanation=self._explain(asked, []))
        if own:
            return replace(common, statements=tuple(self.base.statement(c.id) for c in own))
        return replace(common, outcome="not_stated", missing="whom it relies on")

    def _compare(self, asked: Asked) -> Answer:
        ranked = self._subject_claims(asked)
        explanation = replace(self._explain(asked, []), candidates=tuple(Candidate(c, round(s, 1)) for c, s in ranked[:5]))
        common = Answer(asked.question.text, "answer", explanation=explanation)
        scores = dict(ranked)
        told: list[Statement] = []
        for source in asked.sources:
            own = [c for c in self.base.claims if self._speaks(c, source)]
            if asked.content:
                best = max((scores.get(c.id, 0) for c in own), default=0)
                own = [c for c in own if scores.get(c.id, 0) >= CLOSE * best]
            told += [self.base.statement(c.id) for c in own]
        return replace(common, statements=tuple(dict.fromkeys(told)))

    # --- without a question

    def entry(self, entry_id: str) -> Answer:
        """The answer of a curated entry. Raises `KeyError` for an unknown id."""
        entry = self.base.entry_by_id[entry_id]
        return self._told(entry, self.understand(entry.question), 100.0, Explanation())

    def source(self, source_id: str) -> Answer:
        """Everything the source says. Raises `KeyError` for an unknown id."""
        source = self.base.source_by_id[source_id]
        told = tuple(self.base.statement(c.id) for c in self.base.claims if self._speaks(c, source_id))
        return Answer(source.name, "answer", statements=told)

    def disagreements(self) -> Answer:
        """Every statement that another one disagrees with."""
        told = tuple(self.base.statement(c.id) for c in self.base.claims if c.disagrees_with)
        return Answer("", "answer", statements=told)

    def welcome(self) -> Answer:
        """What to say to someone who has not asked anything yet."""
        return self.answer("hello")
