"""What each claim says, word for word, and so which questions it affirms. Knows no source and builds no answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.answers import Answer
from knowledge.asked import Asked
from knowledge.asking import Understanding
from knowledge.english import FUNCTION_WORDS, KINDS
from knowledge.features import Features
from knowledge.kinds import DATED, by_kind
from knowledge.literals import COUNT, THE_ONLY
from knowledge.matching import Matcher
from knowledge.models import Base, Claim

# a superlative, and that it holds only since something
_SINCE = re.compile(r"(\w+est|(?:most|least) \w+)\b.* since\b")
_SINCE_WHEN = DATED | {"from"}
_COUNTED = frozenset({"?how-many"})  # which the literals tell
_LOWER_BOUND = {"least", "more", "over"}
_OF_SOMETHING = re.compile("^[0-9.]+ (#|people$)")
_PARTIAL = frozenset({"half", "few", "fewer", "dozen", "hundr"})  # "half of the dead": not all, and no number


class Affirming:
    """The words of all claims of one base, and what a question may take from them."""

    def __init__(self, base: Base, understanding: Understanding, matcher: Matcher) -> None:
        self.all = base.claims
        self.texts = understanding.texts  # the features of "report", "article"
        self.strong = understanding.strong
        self._understanding = understanding
        self._all_targets = {target.id: target for target in matcher.targets}
        self._targets = {claim.id: self._all_targets[claim.id] for claim in base.claims}
        earlier = {subject.id for subject in base.report.subjects if subject.earlier}
        self._earlier = frozenset(claim.id for claim in base.claims if earlier.issuperset(claim.about))
        self._since = {claim.id: self._superlative(claim) for claim in base.claims}
        self._known = matcher.known
        self._literals = {claim.id: tuple(self._literals_of(claim)) for claim in base.claims}

    def _literals_of(self, claim: Claim) -> Iterator[Features]:
        """What no other word stands for in each wording of a claim; strong words only where the report has them."""
        own = self._understanding.literal(claim.text) | self._understanding.literal(claim.quote)
        beyond = self.strong - own
        beyond |= {f"year={number}" for number in self.vocabulary([claim]) if number.isdigit()} - own
        yield from (self._understanding.literal(text) for text in (claim.text, claim.quote))
        yield from (self._understanding.literal(text) - beyond for text in claim.phrasings)

    def _superlative(self, claim: Claim) -> Features:
        """What a superlative in the claim means that holds only since something: "the largest since"; else nothing."""
        found = _SINCE.search(claim.text)
        return self._understanding.phrasing(found[1], stated=True) if found else frozenset()

    def features(self, claim_id: str) -> Features:
        """The features of a claim's text."""
        return self._targets[claim_id].phrasings[0]

    def are_earlier(self, ids: Iterable[str]) -> bool:
        """Whether all these claims are on an earlier event."""
        return self._earlier.issuperset(ids)

    def vocabulary(self, claims: Iterable[Claim]) -> Features:
        """Everything the claims speak of."""
        return frozenset[str]().union(*(self._targets[claim.id].vocabulary for claim in claims))

    def passed_over(self, content: Features, answer: Answer) -> bool:
        """Whether an answer speaks of none of the concepts asked about, nor of the words that nobody knows."""
        meant = {feature for feature in content if feature[0] == "#" or feature not in self._known}
        return bool(meant) and meant.isdisjoint(self._spoken(answer))

    def beyond_told(self, asked: Asked, answer: Answer) -> bool:
        """Whether the question has a word that the answer never speaks of: numbers, places, times and units apart."""
        return not asked.content - asked.numbers <= self._spoken(answer) | self.texts | KINDS.keys()

    def _spoken(self, answer: Answer) -> Features:
        """Everything the answer speaks of, its entry among it."""
        entry = self._all_targets[answer.entry].vocabulary if answer.entry else frozenset[str]()
        return entry | self.vocabulary(statement.claim for statement in answer.told)

    def unspoken(self, features: Features, claims: Iterable[Claim]) -> Features:
        """Those of the features that the claims never speak of, not even by what includes them."""
        return self._understanding.unspoken(features, self.vocabulary(claims))

    def includes(self, claim: Claim, features: Features) -> bool:
        """Whether the text of the claim has what includes each of the features: casualties, for the killed."""
        return not self._understanding.unspoken(features, self.features(claim.id))

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
        words = frozenset(filter(_in_words, asked.literal))
        return not asked.negated or (asked.concepts <= self.vocabulary(claims) and words <= self._exact(claims))

    def denies(self, claims: Iterable[Claim], asked: Asked) -> bool:
        """Whether a claim denies in a phrasing, by a word that it only has there, what the question supposes."""
        for claim in claims:
            phrasings = self._phrasings(claim)
            granted = frozenset[str]().union(*(p for p in phrasings if "+" not in p))
            denied = (_content(p) for p in phrasings if "+" in p)
            if not asked.negated and any(words <= asked.content and not words <= granted for words in denied):
                return "+" not in self.features(claim.id)
        return False

    def speaks_of_all(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim has every word of weight in the question, if in another relation perhaps."""
        return bool(asked.content) and asked.content <= self.vocabulary([claim])

    def puts_otherwise(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim says all that is said to be so, none of it stronger, but in another relation perhaps."""
        stronger = not asked.literal.isdisjoint(self.strong - self.literal(claim))
        plain = not (asked.asks or asked.negated or stronger or self.is_negative(claim))
        return plain and self.speaks_of_all(claim, asked)

    def is_negative(self, claim: Claim) -> bool:
        """Whether the claim denies something: "no soldier was hurt"."""
        return "+" in self.features(claim.id)

    def negates(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim puts all that is asked in the negative, and the question does not."""
        return self.is_negative(claim) and not asked.negated and self.speaks_of_all(claim, asked)

    def has_otherwise(self, claims: Sequence[Claim], asked: Asked) -> bool:
        """Whether they surely have it otherwise: another number of people or of a concept, place, time or unit."""
        counts = {literal for literal in asked.literal if literal[0].isdigit() and _OF_SOMETHING.search(literal)}
        return not counts <= self.counted(claims) or self.excludes(claims, asked)

    def puts_more(self, claims: Sequence[Claim], asked: Asked) -> bool:
        """Whether the question has a literal, a concept or a plain word that the claims do not have."""
        return bool(asked.literal - self.counted(claims) or self.unspoken(asked.plain | asked.concepts, claims))

    def counted(self, claims: Iterable[Claim]) -> Features:
        """What the claims say word for word, and each of their numbers as one of people."""
        said = self._exact(claims)
        return said | {f"{literal.split(' ')[0]} people" for literal in said}

    def counts_another(self, claims: Sequence[Claim], asked: Asked) -> bool:
        """Whether the claims count the same to another number, measure it in another unit, or do not count it."""
        said = self._exact(claims)
        if _COUNTED & asked.asks and any(literal.startswith(COUNT) for literal in asked.literal - said):
            return True
        foreign = asked.nations - self.vocabulary(self.all)
        another = bool(self._counted_too(claims, asked)) and not self.entails(claims, asked)
        return bool(foreign or _PARTIAL & asked.literal - said) or another

    def _counted_too(self, claims: Sequence[Claim], asked: Asked) -> list[tuple[float, float]]:
        """The numbers asked about that the claims do not have, each with one that they have for the same thing."""
        said = self._exact(claims)
        counts = [literal.split(" ", 1) for literal in asked.literal - said if literal[0].isdigit()]
        told = [literal.split(" ", 1) for literal in said if literal[0].isdigit()]
        return [(float(one[0]), float(other[0])) for one in counts for other in told if one[1:] == other[1:]]

    def entails(self, claims: Sequence[Claim], asked: Asked) -> bool:
        """Whether the claims have more than all the lower bounds asked about: 13 people for "at least 10 people"."""
        counted = self._counted_too(claims, asked)
        return bool(counted) and not _LOWER_BOUND.isdisjoint(asked.words) and all(one <= told for one, told in counted)

    def excludes(self, claims: Sequence[Claim], asked: Asked) -> bool:
        """Whether the claims have another place, time or unit than the question, which shuts out what it asks."""
        said = by_kind(literal for claim in claims for literal in self._literals[claim.id][0])
        return any(kind in said and values.isdisjoint(said[kind]) for kind, values in by_kind(asked.literal).items())

    def _exact(self, claims: Iterable[Claim]) -> Features:
        return frozenset[str]().union(*map(self.literal, claims))

    def literal(self, claim: Claim) -> Features:
        """What the claim says that no other word stands for."""
        return frozenset[str]().union(*self._literals[claim.id])

    def counts(self, claim: Claim) -> bool:
        """Whether the claim holds a number of something, not only a date."""
        return any(literal[0].isdigit() and "#" in literal for literal in self.literal(claim))

    def affirms(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim says what is asked, not the contrary.

        A claim put in the negative affirms only a question put in the negative. One put in the positive affirms a
        negative question only if it has a negative phrasing that is no more than that ("nothing this big since").
        """
        denies = self.is_negative(claim)
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
        words = asked.content | (asked.asks - _COUNTED) | asked.weighty
        literal = self.literal(claim)
        only = {each for each in asked.literal if each.startswith(f"{THE_ONLY} ") and "one of" not in literal}
        whole = words <= said and asked.literal - only <= literal
        no_wider = not asked.negated or any(_content(phrasing) <= asked.content for phrasing in fitting)
        since = self._since[claim.id].isdisjoint(asked.content) or not _SINCE_WHEN.isdisjoint(asked.words)
        people = asked.unlike & self._understanding.critical - self._understanding.actions - said  # ", not women"
        unlike = asked.unlike and (asked.unlike <= said or people)
        return whole and since and no_wider and not unlike and self._is_meant(claim, asked)

    def _is_meant(self, claim: Claim, asked: Asked) -> bool:
        """Whether the claim is no earlier event's, or that is named; its date is not enough: "landed in 2019"."""
        named = asked.content & self.names_among(self.vocabulary([claim])) or not asked.concepts
        return asked.topical or claim.id not in self._earlier or bool(named)


def _in_words(literal: str) -> bool:
    """Whether it is a word itself, of quantity or of a concept that varies, and no pair."""
    return "#" not in literal


def _content(phrasing: Features) -> Features:
    return frozenset(f for f in phrasing if f not in FUNCTION_WORDS and f[0] not in "?+^!=")
