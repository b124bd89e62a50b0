"""Answer who said what: the claims of the sources asked about, on the subject asked about. Gives no verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asked import Asked
from knowledge.claims import CLOSE, UNDERSTOOD, Claims, Scored
from knowledge.english import AGAINST, COUNTING
from knowledge.marking import DIFFER
from knowledge.models import Base, Claim
from knowledge.telling import Teller

LITTLE = 5  # claims of one source that can all be told at once
FEW = 6  # claims of one source that are told where it is asked what it says on all that happened
NOBODY = "Nobody says that in this report; this comes closest."
CLOSEST = "This comes closest."
NOBODY_DISAGREES = "that anyone disagrees with this"
OTHER_NUMBER = "The report does not give that number."
COUNTED = 0.6  # share of the best claim's score from which on another that counts the same is told
ASKED_FOR = 0.5  # share of the best claim's score where the type of question decides among them
SUBJECT = 35.0  # score from which on a claim is the subject of a comparison
ALONE, AMONG = (
    0.35,
    0.2,
)  # shares of the best score of anyone's claim that one source's, or one of several's, has to reach
ALL_SAID = 60.0  # score of everything a source says, where it is asked for that: sure, if no phrasing word for word
LEAST = 12.0  # score from which on a claim of the source asked about may be on the subject


_WHO_DOES_NOT = re.compile("[.,]*(?:WR?|HR|HB|B)V?N[.]?Y")  # "which sources do not mention"
_WHO_OPPOSES = re.compile("[.,]*(?:W|V?B)V?[XY][.b]?K?S")  # "who contradicts the militants"
_BARE = re.compile("[.]?S[.]?,?")  # hardly more than a name


class Speakers:
    """Composes answers about sources. Every statement comes from a claim with that claim's own chain."""

    def __init__(self, base: Base, claims: Claims, teller: Teller) -> None:
        self._base = base
        self._claims = claims
        self._teller = teller

    def said_by(self, asked: Asked) -> Answer:
        """What the sources say, on the subject if one is named."""
        parties = self._claims.parties(asked.sources)
        scored = self._claims.score(asked)
        share = ALONE if len(parties) == 1 else AMONG
        told = [claim for party in parties for claim in self._on_subject(asked, party, scored, share)]
        if _BARE.fullmatch(asked.marks) and asked.content and not scored.best:  # "Sputnik funding"
            told = []
        opposes = _WHO_OPPOSES.match(asked.marks) and not AGAINST.isdisjoint(asked.words)
        if (opposes or DIFFER in asked.whole) and len(parties) == 1 and not asked.content:
            disputed = [claim for claim in self._claims.own(parties[0]) if claim.disagrees_with]
            if not disputed and opposes:
                related = self._teller.statements(told)
                return Answer(asked.text, "not_stated", missing=NOBODY_DISAGREES, related=related)
            told = disputed or told
        if len(parties) > 1 and not asked.content:
            told = _disagreeing(told) or told
        score = scored.best if asked.content or asked.asks else ALL_SAID
        return self.told(asked, told, score) if told else self.silent(asked, parties, scored)

    def part(self, asked: Asked, claims: Iterable[str]) -> list[Claim]:
        """Those of the claims that the sources asked about make."""
        own = [claim for source in asked.sources for claim in self._claims.own((source,))]
        return [self._base.claim_by_id[id_] for id_ in claims if self._base.claim_by_id[id_] in own]

    def _on_subject(self, asked: Asked, party: Sequence[str], scored: Scored, share: float) -> list[Claim]:
        """The party's claims on the subject; all of them where the question names none that is understood.

        None where the question has a critical word that only others' claims speak of.
        """
        own = self._claims.portion(self._claims.own(party), asked)
        if (
            self._claims.on_event(asked) and "o" in asked.marks and len(own) <= FEW and not asked.asks
        ):  # "on the landing": all of it
            return own
        if not (asked.content or COUNTING.isdisjoint(asked.words)):  # "which numbers does it give"
            return [claim for claim in own if self._claims.counts(claim)]
        spoken = self._claims.vocabulary(own)
        if not (asked.content - (asked.numbers - spoken) or asked.asks - {"?who"}):
            return own
        named = "o" in asked.marks or asked.concepts
        if not named and not asked.asks and len(own) <= LITTLE and not scored.near(own):  # "told journalists"
            return own
        critical = self._claims.critical_among(asked.subject)
        elsewhere = self._claims.unspoken(critical, own) & self._claims.vocabulary(self._claims.all)
        near = scored.near(own, max(share * scored.best, LEAST), ASKED_FOR if asked.asks or asked.own_voice else CLOSE)
        whole = [claim for claim in own if asked.content <= self._claims.vocabulary([claim])]
        if near and whole and near[0] not in whole:  # likeness alone prefers the shorter statement
            near = whole
        near = self._claims.dated(own, asked) or near or scored.near(whole, LEAST)
        near = self._asked_for(asked, [] if elsewhere else near)
        if not near and "?how-many" in asked.asks:  # "how many died", of who counts casualties
            near = [c for c in own if self._claims.counts(c) and not self._claims.unspoken(critical, [c])]
        near += self._further(asked, own, near)
        near += self._claims.done(asked, own, near)
        near += self._claims.after(asked, own, near)
        near = near or ([] if elsewhere or asked.asks - {"?who"} else self._claims.including(asked, own))
        understood = scored.any >= UNDERSTOOD or self._claims.beyond(asked, own)
        loosely = self._claims.on_event(asked) or not (understood or asked.asks or len(own) > LITTLE)
        return near or (own if loosely else [])

    def _asked_for(self, asked: Asked, claims: list[Claim]) -> list[Claim]:
        """Those of the claims that answer the type of question, if any does; else the closest."""
        if "?how-many" in asked.asks:  # one on an earlier event has to count
            claims = [c for c in claims if self._claims.counts(c) or not self._claims.are_earlier([c.id])]
            counted = self._claims.things_among(asked.content) and self._claims.counting(asked)
            claims = [c for c in claims if self._claims.counts(c) or self._claims.is_negative(c)] if counted else claims
        fitting = [claim for claim in claims if asked.asks & self._claims.vocabulary([claim])]
        return fitting or (claims[: bool(asked.content)] if asked.asks else claims)

    def _further(self, asked: Asked, own: Sequence[Claim], told: Sequence[Claim]) -> list[Claim]:
        """The claims for what is asked besides what those told speak of: "the number of boats and of victims"."""
        said = self._claims.vocabulary(told)
        joined = told and "and" in asked.words
        left = [f for f in sorted(asked.content | asked.asks) if f[0] in "#?" and f not in said] if joined else []
        found = (next((c for c in own if feature in self._claims.vocabulary([c])), None) for feature in left)
        return list(dict.fromkeys(claim for claim in found if claim))

    def who_said(self, asked: Asked) -> Answer:
        """Who makes the statement asked about; who does not speak of it where that is asked."""
        scored = self._claims.score(asked)
        if _WHO_DOES_NOT.match(asked.marks) and asked.content and not asked.sources:
            return self._without_mention(asked, scored)
        counts = not COUNTING.isdisjoint(asked.words)
        among = self._claims.counting(asked) if counts else self._claims.all
        others = [c for c in among if not any(self._claims.speaks(c, source) for source in asked.excluded)]
        critical = self._claims.critical_among(asked.content)
        whole = [claim for claim in others if critical <= self._claims.vocabulary([claim])]
        near = scored.near(whole, close=COUNTED if counts else CLOSE) or scored.near(others)
        guessed = (claim for claim in others for source in asked.sources if self._claims.speaks(claim, source))
        near = list(dict.fromkeys((*near, *scored.near(guessed))))  # "who says so, the minister?"
        near = [claim for claim in near if not self._claims.puts_more([claim], asked)] or near
        if asked.topical and near:  # "which of them mention children"
            near += [c for c in others if c not in near and asked.content <= self._claims.features(c.id)]
        said = [claim for claim in near if self._claims.affirms(claim, asked)]
        understood = bool(near) and asked.content <= self._claims.vocabulary(near)
        unsaid = bool(near) and self._claims.unspoken(critical, near)  # "who reports that the target died"
        contrary = self._claims.has_otherwise(near, asked) or (understood and not said) or unsaid
        apart = self._claims.puts_more(near, asked)
        lead = NOBODY if contrary else CLOSEST if apart else None
        return replace(self.told(asked, said or near, scored.best), lead=lead if near else None)

    def doubted(self, answer: Answer, asked: Asked) -> Answer:
        """An entry's answer to "who said …", told to be only what comes closest where more is asked than it says."""
        claims = [statement.claim for statement in answer.statements]
        doubtful = asked.act == "who_said" and claims and not answer.lead and self._claims.puts_more(claims, asked)
        return replace(answer, lead=CLOSEST) if doubtful else answer

    def _without_mention(self, asked: Asked, scored: Scored) -> Answer:
        """Which named sources do not speak of it: "who does not mention children"; and what others say."""
        named = (source for source in self._base.sources if not source.own_voice)
        own = ((source, self._claims.own((source.id,))) for source in named)
        silent = [source for source, claims in own if self._claims.unspoken(asked.content, claims) == asked.content]
        return self._teller.silent(asked.text, silent, scored.near(self._claims.all), scored.best)

    def denying(self, asked: Asked) -> Answer:
        """Who denies what others say."""
        denials = (c for c in self._claims.all if c.disagrees_with and self._claims.is_negative(c))
        return self.told(asked, denials, ALL_SAID)

    def stated(self, asked: Asked) -> Answer:
        """The claims that state, or deny, what is asked, where they speak of every critical word in it."""
        scored = self._claims.stating(asked, asked.whole, asked.counts)
        if scored.best or not asked.numbers:
            return self.told(asked, scored.near(self._claims.all), scored.best)
        scored = self._claims.stating(asked, asked.whole - asked.numbers, frozenset())
        near = [c for c in scored.near(self._claims.numbered()) if not asked.years or self._claims.are_earlier([c.id])]
        return replace(self.told(asked, near, scored.best if near else 0.0), lead=OTHER_NUMBER if near else None)

    def compare(self, asked: Asked) -> Answer:
        """What the different sources say on the subject of the closest claim."""
        scored = self._claims.score(asked)
        near = self._claims.share_enough(asked, scored.near(self._claims.all, SUBJECT))
        about = near[0].about[0] if near else ""
        close = scored.near(self._claims.all, close=0.0)
        on_it = [c for c in self._claims.all if about in c.about[:1] or (about in c.about and c in close)]
        return self.told(asked, on_it, scored.best)

    def basis(self, asked: Asked) -> Answer:
        """Whom the source relies on: the next one in its chains, if the report names one."""
        if len(asked.sources) > 1:
            return self.said_by(asked)
        own = [claim for claim in self._claims.own(asked.sources) if len(claim.chain) > 1]
        own = [claim for claim in own if claim.chain[-1] not in asked.sources]
        stated = len(asked.concepts) > 1  # "who told them that children died"
        if own and stated and self._claims.unspoken(asked.content, own):
            who = self.who_said(asked.without(frozenset(f"@{source}" for source in asked.sources)))
            return replace(who, lead=who.lead or CLOSEST) if who.statements else who
        if own:
            scored = self._claims.score(asked)
            return self.told(asked, (asked.content and scored.near(own)) or own, scored.best)
        names = " or ".join(self._base.source_by_id[source].name for source in asked.sources)
        return Answer(asked.text, "not_stated", missing=f"whom {names} relies on")

    def told(self, asked: Asked, claims: Iterable[Claim], score: float) -> Answer:
        """An answer of these claims to the question."""
        return self._teller.claims(asked.text, claims, score)

    def silent(self, asked: Asked, parties: Iterable[Sequence[str]], scored: Scored) -> Answer:
        """That the sources say nothing on this; those who do are named."""
        silent = (self._base.source_by_id[source] for party in parties for source in party)
        return self._teller.silent(asked.text, silent, scored.near(self._claims.all), scored.best)


def _disagreeing(claims: Sequence[Claim]) -> list[Claim]:
    ids = {claim.id for claim in claims}
    return [claim for claim in claims if ids & set(claim.disagrees_with)]
