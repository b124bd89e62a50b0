"""Answer who said what: the claims of the sources asked about, on the subject asked about. Attribution lives here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.acts import DIFFER
from knowledge.answers import Answer, Verdict
from knowledge.asking import Asked, Features, Understanding
from knowledge.english import ANYTHING, TWISTING
from knowledge.matching import Matcher
from knowledge.models import Base, Claim, Statement
from knowledge.telling import Teller
from knowledge.text import words

CLOSE = 0.8  # share of the best claim's score from which on another claim is told beside it
UNDERSTOOD = 45.0  # score from which on anything in the base shows what the subject is
LITTLE = 5  # claims of one source that can all be told at once
NOBODY = "Nobody says that in this report; this comes closest."
OTHER_NUMBER = "The report does not give that number."
ASKED_FOR = 0.5  # the same share where the type of question decides among them
COMPARED = 35.0  # score from which on a claim is the subject of a comparison
NEAR = 25.0  # score from which on a claim is about the subject at all
_BOTH = re.compile(r"V[^YPAR]*S[^YPAR]*S[.N]?Y")  # "did Reuters and Sputnik say"


@dataclass(frozen=True)
class Scored:
    """Claims by likeness to a subject, the best score of a claim, and the best of anything in the base."""

    scores: dict[str, float]
    best: float
    any: float = 0.0

    def near(self, claims: Iterable[Claim], least: float, close: float = CLOSE) -> list[Claim]:
        """Those of the claims that score at least `least`, best first, and about as much as the best of them."""
        found = sorted((c for c in claims if self.scores.get(c.id, 0.0) >= least), key=lambda c: -self.scores[c.id])
        return [c for c in found if self.scores[c.id] >= close * self.scores[found[0].id]]


class Speakers:
    """Composes answers about sources. Every statement comes from a claim with that claim's own chain."""

    def __init__(
        self, base: Base, understanding: Understanding, matcher: Matcher, teller: Teller, literal: dict[str, Features]
    ) -> None:
        self._base = base
        self._teller = teller
        self._understanding = understanding
        self._critical = understanding.critical
        self._matcher = matcher
        self._targets = {target.id: target for target in matcher.targets}
        self._ids = frozenset(base.claim_by_id)
        self._literal = literal

    # What is there

    def speaks(self, claim: Claim, source: str) -> bool:
        """Whether the source, or one that speaks on its behalf, stands in the claim's chain."""
        return not {source, *self._base.source_by_id[source].includes}.isdisjoint(claim.chain)

    def own(self, party: Iterable[str]) -> list[Claim]:
        """Claims in whose chain every source of the party stands."""
        return [claim for claim in self._base.claims if all(self.speaks(claim, source) for source in party)]

    def parties(self, sources: Iterable[str]) -> list[tuple[str, ...]]:
        """The sources asked about; those who share a chain ("Reuters, the Civil Defense") are one party."""
        found: list[tuple[str, ...]] = []
        for source in sources:
            joined = next((party for party in found if self.own((*party, source))), None)
            if joined is None:
                found.append((source,))
            else:
                found[found.index(joined)] = (*joined, source)
        return found

    def features(self, claim_id: str) -> Features:
        """The features of a claim's text."""
        return self._targets[claim_id].phrasings[0]

    def critical_among(self, features: Iterable[str]) -> Features:
        """Those of the features that never pass unnoticed."""
        return self._critical.intersection(features)

    def score(self, asked: Asked) -> Scored:
        """Every claim's likeness to the subject: its own, or where higher that of an entry it answers."""
        ranked = self._matcher.rank(asked.subject)
        scores = {match.target.id: match.score for match in self._matcher.rank(asked.subject, self._ids)}
        if max(scores.values(), default=0.0) >= NEAR:
            return Scored(scores, max(scores.values()), ranked[0].score)
        for match in ranked:
            entry = self._base.entry_by_id.get(match.target.id)
            if entry and entry.kind == "answer":
                for place, id_ in enumerate(entry.claims[:2]):
                    scores[id_] = max(scores.get(id_, 0.0), match.score * (0.6 if place else 0.9))
        return Scored(scores, max(scores.values(), default=0.0), ranked[0].score if ranked else 0.0)

    # What is said of it

    def said_by(self, asked: Asked) -> Answer:
        """What the sources say, on the subject if one is named."""
        parties = self.parties(asked.sources)
        scored = self.score(asked)
        share = 0.35 if len(parties) == 1 else 0.2
        told = [claim for party in parties for claim in self._on_subject(asked, party, scored, share)]
        if DIFFER in asked.whole and len(parties) == 1 and not asked.content:
            told = [claim for claim in self.own(parties[0]) if claim.disagrees_with] or told
        if len(parties) > 1 and not asked.content:
            told = self._disagreeing(told) or told
        if told:
            return self._told(asked, told, scored)
        return self._silent(asked, parties, scored)

    def part(self, asked: Asked, claims: Iterable[str]) -> list[Claim]:
        """Those of the claims that the sources asked about make."""
        own = [claim for source in asked.sources for claim in self.own((source,))]
        return [self._base.claim_by_id[id_] for id_ in claims if self._base.claim_by_id[id_] in own]

    def _on_subject(self, asked: Asked, party: Sequence[str], scored: Scored, share: float) -> list[Claim]:
        """The party's claims on the subject; all of them where the question names none that is understood."""
        own = self.own(party)
        numbers = asked.numbers - self._vocabulary(own)
        if not (asked.content - numbers or asked.asks):
            return own
        near = scored.near(own, max(share * scored.best, 12.0), ASKED_FOR if asked.asks else CLOSE)
        elsewhere = asked.subject & self._critical & self._vocabulary(self._base.claims) - self._vocabulary(own)
        near = self._asked_for(asked, [] if elsewhere else near)
        understood = scored.any >= UNDERSTOOD or self._beyond(asked, own)
        return near if near or understood or asked.asks or len(own) > LITTLE else own

    def _asked_for(self, asked: Asked, claims: list[Claim]) -> list[Claim]:
        """Those of the claims that answer the type of question, if any does; else the closest."""
        fitting = [claim for claim in claims if asked.asks & self._targets[claim.id].vocabulary]
        return fitting or (claims[:1] if asked.asks else claims)

    def _beyond(self, asked: Asked, own: Iterable[Claim]) -> bool:
        """Whether the question has a critical word or number that the claims never speak of."""
        return not (asked.subject & self._critical) | asked.numbers <= self._vocabulary(own)

    def _vocabulary(self, claims: Iterable[Claim]) -> Features:
        return frozenset[str]().union(*(self._targets[claim.id].vocabulary for claim in claims))

    def _disagreeing(self, claims: Sequence[Claim]) -> list[Claim]:
        ids = {claim.id for claim in claims}
        return [claim for claim in claims if ids & set(claim.disagrees_with)]

    def did_say(self, asked: Asked) -> Answer:
        """Whether the sources say what is asked, by this report; and if not, who does and what they say."""
        parties = self.parties(asked.sources)
        if len(parties) > 1 and asked.content and _BOTH.match(asked.marks):
            each = [self.did_say(replace(asked, sources=tuple(party))).verdict for party in parties]
            verdict: Verdict | None = "no" if "no" in each else "yes" if set(each) == {"yes"} else None
            return replace(self.said_by(asked), verdict=None if "or" in asked.words else verdict)
        if len(parties) > 1 or not asked.content:
            said = self.said_by(asked)
            return replace(said, verdict="yes") if said.statements and ANYTHING & set(asked.words) else said
        own = self.own(parties[0])
        scored = self.score(asked)
        near = scored.near(self._base.claims, NEAR)
        mine = [claim for claim in near if claim in own] or [c for c in own if self._says_all(asked, [c])]
        others = [claim for claim in near if claim not in own]
        if mine and not self._beyond(asked, own):
            affirmed = mine if ANYTHING & set(asked.words) else [claim for claim in mine if self._affirms(claim, asked)]
            verdict = "yes" if affirmed else "no"
            if verdict == "yes" and not self._says_all(asked, affirmed):
                verdict = None
            return replace(self._told(asked, affirmed or mine, scored), verdict=verdict)
        if others and asked.subject & self._critical <= self._vocabulary(others):
            answer = self._told(asked, others, scored)
            return replace(answer, verdict="no", instead=self._instead(own, answer.told))
        if mine:
            return replace(self._told(asked, mine, scored), verdict="no")
        silent = self._silent(asked, parties, scored)
        return replace(silent, verdict="no", instead=self._instead(own, silent.related), related=())

    def _says_all(self, asked: Asked, affirmed: Sequence[Claim]) -> bool:
        """Whether the claims that affirm it say everything in the question: a yes covers every word of it.

        What they say in the negative covers a negative question only. Of two statements joined by "but", one of them
        denied, no one verdict is true.
        """
        phrasings = (p for claim in affirmed for p in self._targets[claim.id].phrasings)
        either = bool(ANYTHING & set(asked.words))
        said = frozenset[str]().union(*(p for p in phrasings if either or ("+" in p) == asked.negated))
        literal = frozenset[str]().union(*(self._literal[claim.id] for claim in affirmed))
        covered = asked.content | asked.asks <= said and asked.literal <= literal
        return covered and not (asked.negated and "but" in asked.words) and TWISTING.isdisjoint(words(asked.text))

    def _instead(self, own: Sequence[Claim], told: Sequence[Statement]) -> tuple[Statement, ...]:
        """What the source does say: all of it if that is little, else what is on the same subject."""
        have = {statement.claim.id for statement in told}
        subjects = {subject for statement in told for subject in statement.claim.about}
        return self._teller.statements(
            claim for claim in own if claim.id not in have and (len(own) <= LITTLE or subjects & set(claim.about))
        )

    def _affirms(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim says what is asked, not the contrary.

        A claim put in the negative affirms only a question put in the negative. One put in the positive affirms a
        negative question only if its closest phrasing is negative ("nothing this big since").
        """
        denies = "+" in self._targets[claim.id].phrasings[0]
        if denies or not asked.negated:
            return denies == asked.negated
        phrasings = self._matcher.phrasings_of(claim.id, asked.subject - {"+"})
        return "+" in max(phrasings, key=lambda found: found[1])[0]

    def who_said(self, asked: Asked) -> Answer:
        """Who makes the statement asked about."""
        scored = self.score(asked)
        others = [c for c in self._base.claims if not any(self.speaks(c, source) for source in asked.excluded)]
        near = scored.near(others, NEAR)
        said = [claim for claim in near if self._affirms(claim, asked)]
        understood = bool(near) and asked.content <= self._vocabulary(near)
        lead = NOBODY if understood and not said else None
        return replace(self._told(asked, said or near, scored), lead=lead)

    def stated(self, asked: Asked) -> Answer:
        """The claims that state, or deny, what is asked, where they speak of every critical word in it."""
        scored = self._stating(asked, asked.whole, asked.numbers)
        if scored.best or not asked.numbers:
            return self._told(asked, scored.near(self._base.claims, NEAR), scored)
        scored = self._stating(asked, asked.whole - asked.numbers, frozenset())
        numbered = [c for c in self._base.claims if any(map(str.isdigit, self._targets[c.id].vocabulary))]
        return replace(self._told(asked, scored.near(numbered, NEAR), scored), lead=OTHER_NUMBER)

    def _stating(self, asked: Asked, features: Features, numbers: Features) -> Scored:
        """Likeness of the claims that have every critical word of the question, and these numbers."""
        scores = {
            match.target.id: match.score
            for match in self._matcher.rank(features, self._ids)
            if numbers <= match.target.vocabulary
            and not self._understanding.lacking(features, match.target.vocabulary)
            and not self._matcher.shares_little(asked.content, asked.asks, match.target)
        }
        return Scored(scores, max(scores.values(), default=0.0))

    def compare(self, asked: Asked) -> Answer:
        """What the different sources say on the subject of the closest claim."""
        scored = self.score(asked)
        near = scored.near(self._base.claims, COMPARED)
        near = [c for c in near if not self._matcher.shares_little(asked.content, asked.asks, self._targets[c.id])]
        about = near[0].about[0] if near else ""
        told = [claim for claim in self._base.claims if about in claim.about[:1]]
        return self._told(asked, told, scored)

    def basis(self, asked: Asked) -> Answer:
        """Whom the source relies on: the next one in its chains, if the report names one."""
        if len(asked.sources) > 1:
            return self.said_by(asked)
        own = [claim for source in asked.sources for claim in self.own((source,)) if len(claim.chain) > 1]
        own = [claim for claim in own if claim.chain[-1] not in asked.sources]
        if own:
            scored = self.score(asked)
            return self._told(asked, (asked.content and scored.near(own, NEAR)) or own, scored)
        names = " or ".join(self._base.source_by_id[source].name for source in asked.sources)
        return Answer(asked.text, "not_stated", missing=f"whom {names} relies on")

    def told(self, asked: Asked, claims: Iterable[Claim], score: float) -> Answer:
        """An answer of these claims to the question."""
        return self._teller.claims(asked.text, claims, score)

    def _told(self, asked: Asked, claims: Iterable[Claim], scored: Scored) -> Answer:
        return self.told(asked, claims, scored.best)

    def _silent(self, asked: Asked, parties: Iterable[Sequence[str]], scored: Scored) -> Answer:
        """The sources say nothing on this; those who do are named."""
        silent = (self._base.source_by_id[source] for party in parties for source in party)
        return self._teller.silent(asked.text, silent, scored.near(self._base.claims, NEAR), scored.best)
