"""The claims of a base as questions meet them: whose they are, how close they are, what they say. Builds no answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.asking import Asked, Features, Understanding
from knowledge.english import FUNCTION_WORDS, NATIONALITIES
from knowledge.literals import DATED, by_kind
from knowledge.matching import Matcher
from knowledge.models import Base, Claim

_PARTIAL = frozenset({"half", "few", "fewer", "dozen", "hundr"})  # "half of the dead": not all, and no number
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


class Claims:
    """All claims of one base. Fitted once; nothing here changes."""

    def __init__(self, base: Base, understanding: Understanding, matcher: Matcher) -> None:
        self.all = base.claims
        self._base = base
        self._understanding = understanding
        self._matcher = matcher
        self._targets = {target.id: target for target in matcher.targets}
        self._ids = frozenset(base.claim_by_id)
        self._literals = {claim.id: tuple(self._literals_of(claim)) for claim in base.claims}

    def _literals_of(self, claim: Claim) -> Iterator[Features]:
        """What no other word stands for in each wording of a claim; strong words only where the report has them."""
        own = self._understanding.literal(claim.text) | self._understanding.literal(claim.quote)
        beyond = self._understanding.strong - own
        yield from (self._understanding.literal(text) for text in (claim.text, claim.quote))
        yield from (self._understanding.literal(text) - beyond for text in claim.phrasings)

    # Whose they are

    def speaks(self, claim: Claim, source: str) -> bool:
        """Whether the source, or one that speaks on its behalf, stands in the claim's chain."""
        return not {source, *self._base.source_by_id[source].includes}.isdisjoint(claim.chain)

    def own(self, party: Iterable[str]) -> list[Claim]:
        """Claims in whose chain every source of the party stands."""
        return [claim for claim in self.all if all(self.speaks(claim, source) for source in party)]

    def portion(self, claims: list[Claim], asked: Asked) -> list[Claim]:
        """Those of a source's claims that are asked for, by their order or all but what is left out; all if unclear.

        What the report says itself is nobody else's.
        """
        if asked.own_voice:
            claims = [claim for claim in claims if self._base.source_by_id[claim.chain[0]].own_voice] or claims
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
        record = self._base.source_by_id[source]
        links = (link for claim in self.all for link in pairwise(claim.chain))
        whole = record.own_voice and not any(source in each.includes for each in self._base.sources)
        return whole or any(one in {source, *record.includes} and two == other for one, two in links)

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
        scores = {
            match.target.id: match.score
            for match in self._matcher.rank(features, self._ids)
            if numbers | asked.heads | (asked.agents - self._matcher.known) <= match.target.vocabulary
            and not self._understanding.lacking(features, match.target.vocabulary)
            and not self._matcher.shares_little(asked.content, asked.asks, match.target)
            and not self._matcher.passes_over(asked.plain, asked.content, match.target)
        }
        return Scored(scores, max(scores.values(), default=0.0))

    def naming(self, features: Features, asked: Asked) -> list[Claim]:
        """The closest claims with one of the features in their text, and the other concepts: the critical there too."""
        others = frozenset(feature for feature in asked.content if feature[0] == "#") - features
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

    def numbered(self) -> list[Claim]:
        """Those that hold a number."""
        return [claim for claim in self.all if any(map(str.isdigit, self.vocabulary([claim])))]

    def features(self, claim_id: str) -> Features:
        """The features of a claim's text."""
        return self._targets[claim_id].phrasings[0]

    def vocabulary(self, claims: Iterable[Claim]) -> Features:
        """Everything the claims speak of."""
        return frozenset[str]().union(*(self._targets[claim.id].vocabulary for claim in claims))

    def unspoken(self, features: Features, claims: Iterable[Claim]) -> Features:
        """Those of the features that the claims never speak of, not even by what includes them."""
        said = self.vocabulary(claims)
        included = (group for including, group in self._understanding.included.items() if including in said)
        return features - said.union(*included)

    def critical_among(self, features: Iterable[str]) -> Features:
        """Those of the features that never pass unnoticed."""
        return self._understanding.critical.intersection(features)

    def names_among(self, features: Iterable[str]) -> Features:
        """The critical ones that are nothing done: names, and kinds of people."""
        return self.critical_among(features) - self._understanding.actions

    def things_among(self, features: Iterable[str]) -> Features:
        """The concepts among the features that are nothing done: names, and kinds of people and things."""
        return frozenset(feature for feature in features if feature[0] == "#") - self._understanding.actions

    def beyond(self, asked: Asked, claims: Iterable[Claim]) -> bool:
        """Whether the question has a critical word or number that the claims never speak of."""
        return not self.critical_among(asked.subject) | asked.numbers <= self.vocabulary(claims)

    def contrary(self, claims: Sequence[Claim], asked: Asked) -> bool:
        """Whether the claims, which do not affirm it, say the contrary.

        Of a question put in the negative they have every concept, in its own word where the words vary: what is not
        larger need not be small, and who did not escape may still be hurt.
        """
        concepts = frozenset(feature for feature in asked.content if feature[0] == "#")
        return not asked.negated or (
            concepts <= self.vocabulary(claims) and frozenset(filter(_in_words, asked.literal)) <= self._exact(claims)
        )

    def denies(self, claims: Iterable[Claim], asked: Asked) -> bool:
        """Whether a claim denies in a phrasing, by a word that it only has there, what the question supposes."""
        for claim in claims:
            phrasings = self._phrasings(claim)
            granted = frozenset[str]().union(*(p for p in phrasings if "+" not in p))
            denied = (_content(p) for p in phrasings if "+" in p)
            if not asked.negated and any(words <= asked.content and not words <= granted for words in denied):
                return "+" not in self.features(claim.id)
        return False

    def counts_otherwise(self, claims: Sequence[Claim], asked: Asked) -> bool:
        """Whether the question counts something, or has a word that varies, which is not so in the claims.

        A number that counts no more than people may count any kind of them.
        """
        said = self._exact(claims)
        people = {f"{literal.split(' ')[0]} people" for literal in said}
        exact = {literal for literal in asked.literal if literal[0].isdigit() or "#" not in literal}
        return not exact <= said | people

    def counts_another(self, claims: Sequence[Claim], asked: Asked) -> bool:
        """Whether the claims count the same as the question to another number, or measure it in another unit."""
        said = self._exact(claims)
        counts = [literal for literal in asked.literal - said if literal[0].isdigit()]
        foreign = NATIONALITIES.intersection(asked.content) - self.vocabulary(self.all)
        return bool(foreign or _PARTIAL & asked.literal - said) or any(
            one.split(" ")[1:] == other.split(" ")[1:] for one in counts for other in said if other[0].isdigit()
        )

    def excludes(self, claims: Sequence[Claim], asked: Asked) -> bool:
        """Whether the claims have another place, time or unit than the question, which shuts out what it asks."""
        said = by_kind(literal for claim in claims for literal in self._literals[claim.id][0])
        return any(kind in said and values.isdisjoint(said[kind]) for kind, values in by_kind(asked.literal).items())

    def _exact(self, claims: Iterable[Claim]) -> Features:
        """What the claims say that no other word stands for."""
        return frozenset[str]().union(*map(self._literal, claims))

    def _literal(self, claim: Claim) -> Features:
        return frozenset[str]().union(*self._literals[claim.id])

    def dated(self, claims: Iterable[Claim], asked: Asked) -> list[Claim]:
        """Those of the claims that tell what was before or after something, where that is asked."""
        dated = {literal for literal in asked.literal if literal.split(" ")[0] in DATED}
        return [claim for claim in claims if dated & self._literal(claim)]

    def affirms(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim says what is asked, not the contrary.

        A claim put in the negative affirms only a question put in the negative. One put in the positive affirms a
        negative question only if it has a negative phrasing that is no more than that ("nothing this big since").
        """
        denies = "+" in self.features(claim.id)
        if denies or not asked.negated:
            return denies == asked.negated
        return any(
            "+" in phrasing
            and _content(phrasing) <= asked.content
            and frozenset(filter(_in_words, literal)) <= asked.literal
            for phrasing, literal in zip(self._phrasings(claim), self._literals[claim.id], strict=True)
        )

    def states(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim says all that is asked, and not the contrary."""
        return not asked.twisted and self.affirms(claim, asked) and self.cover(claim, asked)

    def _phrasings(self, claim: Claim) -> Sequence[Features]:
        return self._targets[claim.id].phrasings

    def cover(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim says everything in the question: a yes covers every word of it that has weight.

        What a claim says in the negative covers a negative question only, and one that is no wider: "no soldier was
        hurt" covers no "nobody was hurt".
        """
        fitting = [p for p in self._phrasings(claim) if asked.topical or ("+" in p) == asked.negated]
        said = frozenset[str]().union(*fitting)
        whole = asked.content | asked.asks | asked.weighty <= said and asked.literal <= self._literal(claim)
        no_wider = not asked.negated or any(_content(phrasing) <= asked.content for phrasing in fitting)
        return whole and no_wider and not (asked.unlike and asked.unlike <= said)


def _in_words(literal: str) -> bool:
    """Whether it is a word itself, of quantity or of a concept that varies, and no pair."""
    return "#" not in literal


def _content(phrasing: Features) -> Features:
    return frozenset(f for f in phrasing if f not in FUNCTION_WORDS and f[0] not in "?+^@!=")
