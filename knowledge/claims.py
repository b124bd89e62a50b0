"""Find claims for a question: whose they are, how close they are. The claims are in claims.yaml; builds no answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.affirming import Affirming
from knowledge.asked import Asked
from knowledge.asking import Understanding
from knowledge.features import Features
from knowledge.kinds import DATED
from knowledge.literals import COUNT
from knowledge.matching import Matcher
from knowledge.models import Base, Claim

CLOSE = 0.8  # share of the best claim's score from which on another claim is told beside it
NEAR = 25.0  # score from which on a claim is about the subject at all
UNDERSTOOD = 45.0  # score from which on anything in the base shows what the subject is
_LED = (0.9, 0.6)  # shares of an entry's score that its first and second claim get where no claim is near by itself


@dataclass(frozen=True)
class Scored:
    """Claims by likeness to a subject, the best score of a claim, and the best of anything in the base."""

    scores: dict[str, float]
    best: float
    any: float = 0.0

    def near(self, claims: Iterable[Claim], least: float = NEAR, close: float = CLOSE) -> list[Claim]:
        """Those of the claims that score at least `least`, best first, and about as much as the best of them."""
        found = sorted((c for c in claims if self.scores.get(c.id, 0.0) >= least), key=lambda c: -self.scores[c.id])
        return [c for c in found if self.scores[c.id] >= close * self.scores[found[0].id]]


class Claims(Affirming):
    """All claims of one base. Fitted once; nothing here changes."""

    def __init__(self, base: Base, understanding: Understanding, matcher: Matcher) -> None:
        super().__init__(base, understanding, matcher)
        self._base = base
        self.happening = understanding.happening  # the feature of what the report calls the event
        self._matcher = matcher
        self._ids = frozenset(self._targets)

    # Whose they are

    def speaks(self, claim: Claim, source: str) -> bool:
        """Whether the source, or one that speaks on its behalf, stands in the claim's chain."""
        return not {source, *self._base.source_by_id[source].includes}.isdisjoint(claim.chain)

    def voiced(self, claim: Claim) -> bool:
        """Whether the report says it itself, quoting nobody."""
        return self._base.source_by_id[claim.chain[0]].own_voice

    def known(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids, in their order, that the base has."""
        return [self._base.claim_by_id[id_] for id_ in ids if id_ in self._base.claim_by_id]

    def own(self, party: Iterable[str]) -> list[Claim]:
        """Claims in whose chain every source of the party stands."""
        return [claim for claim in self.all if all(self.speaks(claim, source) for source in party)]

    def concepts_of(self, words: Iterable[str]) -> Features:
        """The concepts that any of the words belongs to."""
        found = frozenset[str]().union(*(self._understanding.phrasing(word, stated=True) for word in words))
        return frozenset(feature for feature in found if feature[0] == "#")

    def speak_of(self, names: Iterable[str]) -> bool:
        """Whether any speaks of what has one of these names: "the soldiers"."""
        named = (self._understanding.phrasing(name, stated=False) for name in names)
        return not self.things_among(frozenset[str]().union(*named)).isdisjoint(self.vocabulary(self.all))

    def portion(self, claims: list[Claim], asked: Asked) -> list[Claim]:
        """Those of a source's claims that are asked for, by their order or all but what is left out; all if unclear.

        What the report says itself is nobody else's.
        """
        if asked.own_voice:
            claims = [claim for claim in claims if self.voiced(claim)] or claims
        paragraphs = sorted({claim.paragraph for claim in claims})
        if asked.ordinal is not None and asked.ordinal < len(paragraphs):
            claims = [claim for claim in claims if claim.paragraph == paragraphs[asked.ordinal]]
        scores = {match.target.id: match.score for match in self._matcher.rank(asked.beside, self._ids)}
        least = max((CLOSE * scores.get(claim.id, 0.0) for claim in claims), default=0.0)
        return [claim for claim in claims if not least or scores.get(claim.id, 0.0) < least] or claims

    def beside(self, claims: Sequence[Claim]) -> list[Claim]:
        """What those who make the claims say on the same subjects, the claims among them."""
        chains, subjects = {c.chain for c in claims}, {subject for claim in claims for subject in claim.about}
        return [c for c in self.all if c.chain in chains and not subjects.isdisjoint(c.about)]

    def cites(self, source: str, other: str) -> bool:
        """Whether the source stands right before the other in a chain. The report as a whole cites everyone."""
        return self.is_whole(source) or self.hands_on(source, other)

    def is_whole(self, source: str) -> bool:
        """Whether the source is the report as a whole, in which everybody else is cited."""
        own_voice = self._base.source_by_id[source].own_voice
        return own_voice and not any(source in each.includes for each in self._base.sources)

    def hands_on(self, source: str, other: str) -> bool:
        """Whether the source, or one that speaks on its behalf, stands right before the other in a chain."""
        names = {source, *self._base.source_by_id[source].includes}
        links = (link for claim in self.all for link in pairwise(claim.chain))
        return any(one in names and two == other for one, two in links)

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

    def agreeing(self, claims: Sequence[Claim]) -> list[Claim]:
        """What other sources say on the same as the first of the claims, and do not contradict it."""
        return [claim for claim in self.all for one in claims[:1] if self._shares(claim, one)]

    def _shares(self, claim: Claim, one: Claim) -> bool:
        same = claim.about[0] == one.about[0] and claim.chain != one.chain
        features = self.features(one.id) & self.features(claim.id)
        return same and one.id not in claim.disagrees_with and bool(self.critical_among(features))

    # How close they are

    def score(self, asked: Asked) -> Scored:
        """Every claim's likeness to the subject: its own, or where none is near that of an entry it answers."""
        ranked = self._matcher.rank(asked.subject)
        scores = {match.target.id: match.score for match in self._matcher.rank(asked.subject, self._ids)}
        if max(scores.values(), default=0.0) >= NEAR:
            return Scored(scores, max(scores.values()), ranked[0].score)
        for match in ranked:
            entry = self._base.entry_by_id.get(match.target.id)
            if entry and entry.kind == "answer":
                for id_, share in zip(entry.claims, _LED, strict=False):
                    scores[id_] = max(scores.get(id_, 0.0), match.score * share)
        return Scored(scores, max(scores.values(), default=0.0), ranked[0].score if ranked else 0.0)

    def stating(self, asked: Asked, features: Features, numbers: Features) -> Scored:
        """Likeness to the features of the claims that have every critical word among them, and these numbers."""
        nations = asked.nations if "any" in asked.words else frozenset[str]()  # "any Danish dead"
        wanted = numbers | asked.heads | nations | (asked.agents - self._matcher.known)
        stating = frozenset(
            target.id
            for target in self._targets.values()
            if wanted <= target.vocabulary
            and not self._understanding.lacking(features, target.vocabulary)
            and not self._matcher.shares_little(asked.content, asked.asks, target)
            and not self._matcher.passes_over(asked.plain, asked.content, target)
        )
        scores = {match.target.id: match.score for match in self._matcher.rank(features, stating)}
        return Scored(scores, max(scores.values(), default=0.0))

    def naming(self, features: Features, asked: Asked) -> list[Claim]:
        """The closest claims with one of the features in their text, and the other concepts: the critical there too."""
        others = asked.concepts - features
        near = self.stating(asked, asked.whole, asked.numbers).near(self.all)
        return [claim for claim in near if self._names(claim, features) and self._is_on(claim, others)]

    def _names(self, claim: Claim, features: Features) -> bool:
        return not features.isdisjoint(self.features(claim.id))

    def _is_on(self, claim: Claim, concepts: Features) -> bool:
        """Whether the text of the claim speaks of every critical one of the concepts; of any one where none is."""
        said = self.features(claim.id)
        return (
            not self._understanding.lacking(concepts, said) if self.critical_among(concepts) else bool(concepts & said)
        )

    def including(self, asked: Asked, claims: Iterable[Claim]) -> list[Claim]:
        """Those of the claims whose text speaks of all concepts asked about, if only by what includes them."""
        said = ((claim, self._understanding.unspoken(asked.content, self.features(claim.id))) for claim in claims)
        return [claim for claim, missing in said if asked.concepts and not missing]

    def share_enough(self, asked: Asked, claims: Iterable[Claim]) -> list[Claim]:
        """Those of the claims that share more than one word with a question of strange words."""
        return [
            claim
            for claim in claims
            if not self._matcher.shares_little(asked.content, asked.asks, self._targets[claim.id])
        ]

    def on_event(self, asked: Asked) -> bool:
        """Whether what is asked about is no more than what happened as a whole."""
        return self._understanding.on_event(asked)

    # What they say

    def done(self, asked: Asked, claims: Iterable[Claim], told: Sequence[Claim]) -> list[Claim]:
        """Those of the claims that state what is asked to have been done, where none of those told does."""
        actions = asked.content & self._understanding.actions
        stated = frozenset[str]().union(*(self.features(claim.id) for claim in told))
        left = actions - stated if told else frozenset[str]()
        return [c for c in claims if c not in told and not left.isdisjoint(self.features(c.id))]

    def done_in(self, asked: Asked, told: Iterable[Claim]) -> bool:
        """Whether the texts of the claims state all that is asked to have been done."""
        stated = frozenset[str]().union(*(self.features(claim.id) for claim in told))
        return not self._understanding.unspoken(asked.content & self._understanding.actions, stated)

    def after(self, asked: Asked, claims: Iterable[Claim], told: Sequence[Claim]) -> list[Claim]:
        """Those of the claims that tell what came after what is told beside them, where that is asked."""
        asks = "after" in asked.words and "K" in asked.marks and not asked.asks
        places = {(claim.paragraph, claim.chain) for claim in told if asks}
        left = (claim for claim in claims if claim not in told and (claim.paragraph, claim.chain) in places)
        return [claim for claim in left if "after" in self.features(claim.id)]

    def numbered(self) -> list[Claim]:
        """Those that hold a number."""
        return [claim for claim in self.all if any(map(str.isdigit, self.vocabulary([claim])))]

    def counting(self, asked: Asked) -> list[Claim]:
        """Those that count what the question speaks of, or people; every one with a number where it names nothing."""
        things = self.things_among(asked.content)
        counted = frozenset(f"{COUNT} {thing}" for thing in {*things, "people"})
        return [c for c in self.numbered() if not things or not counted.isdisjoint(self.literal(c))]

    def dated(self, claims: Iterable[Claim], asked: Asked) -> list[Claim]:
        """Those of the claims that tell what was before or after something, where that is asked."""
        dated = {literal for literal in asked.literal if literal.split(" ")[0] in DATED}
        return [claim for claim in claims if dated & self.literal(claim)]
