"""Set accounts side by side: the entry, or the claims, that answer a question which compares sources or versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asked import Asked
from knowledge.asking import Understanding
from knowledge.choosing import SURE, Choice
from knowledge.claims import Claims
from knowledge.english import AGAINST
from knowledge.marking import DIFFER
from knowledge.matching import Match, Matcher
from knowledge.models import Base, Claim
from knowledge.speaking import Speakers

MANY = 4  # concepts of a question of which an entry that compares may pass over one
COMPARING = 30.0  # score from which on an entry that compares what is asked about tells it
_WHO_WHAT = re.compile("(W|H[.RB])V?Y[KH]|HVWY")  # "who says what", "which of them says which", "which is who saying"

_VOICES = "source|outlet|agency|media|party|side|body"
_ANYONE = (
    rf"(?:any|another|some|which|no|what)(?: other| else| of the)? (?:{_VOICES})s?|(?:any|some|no)(?:one|body)|who"
)
_BACK = r"(?:back|support|confirm|corroborat|echo|second)(?:e|s|ed|es|ing)?|agrees?|sides?"
BACKED = re.compile(
    rf"^[^,.]*?\b(?:{_ANYONE})(?: else)? (?:(?:who|that|can|to|does) )?(?:{_BACK})\b(?! that)"  # "does anyone back it"
    rf"|^[^,.]*\b(?:{_BACK}) by (?:{_ANYONE})"  # "is it confirmed by anybody else"
)


class Comparing:
    """Answers questions that compare. Every entry that does so has a word of difference in a phrasing."""

    def __init__(
        self, base: Base, understanding: Understanding, matcher: Matcher, claims: Claims, speakers: Speakers
    ) -> None:
        self._base = base
        self._matcher = matcher
        self._claims = claims
        self._speakers = speakers
        self._words = understanding.ask("compare").content

    def compares(self, asked: Asked) -> bool:
        """Whether accounts are to be compared: how they differ, or who says what on a subject."""
        sets_beside = bool(asked.sources) and "compare" in asked.words[: None if len(asked.sources) > 1 else 1]
        return DIFFER in asked.whole or sets_beside or bool(asked.content and _WHO_WHAT.search(asked.marks))

    def among(self, asked: Asked, choice: Choice) -> Answer | None:
        """What the closest entry has of the sources compared, if it has something of each."""
        if not self.compares(asked) or len(self._claims.parties(asked.sources)) < 2:
            return None
        close = (match for match in choice.passing if match.score >= COMPARING)
        parts = ((match, self._of_each(asked, match)) for match in close)
        found = next(((match, each) for match, each in parts if all(each)), None)
        if found is None:
            return None
        told = dict.fromkeys(claim for part in found[1] for claim in part)
        return self._speakers.told(asked, told, found[0].score)

    def entry(self, asked: Asked, choice: Choice) -> Match | None:
        """The closest entry that compares all that is asked about, with others where one source is named."""
        if not self.compares(asked) or len(self._claims.parties(asked.sources)) > 1:
            return None
        found = [match for match in self._entries(asked, choice) if self._with_others(asked, match)]
        wanted = (asked.concepts | asked.asks) - self._words
        whole = (match for match in found if wanted and wanted <= match.target.vocabulary)
        return next(whole, found[0] if found else None)

    def _entries(self, asked: Asked, choice: Choice) -> Iterator[Match]:
        """The entries that compare, closest first, which speak of all concepts but one of many, or surely of one."""
        concepts = asked.concepts - self._words
        for match in choice.passing:
            spoken = match.target.vocabulary
            sure = match.score >= SURE and not asked.content.isdisjoint(spoken)
            close = match.score >= COMPARING and concepts and MANY * len(concepts - spoken) <= len(concepts)
            if (sure or close) and DIFFER in spoken and self._held(match):
                yield match

    def _with_others(self, asked: Asked, match: Match) -> bool:
        """Whether the entry has something of the source named, if one is, and of others."""
        of_each = self._of_each(asked, match)
        return not of_each or (bool(of_each[0]) and len(self._held(match)) > len(of_each[0]))

    def _of_each(self, asked: Asked, match: Match) -> list[list[Claim]]:
        held = self._held(match)
        return [self._speakers.part(replace(asked, sources=(source,)), held) for source in asked.sources]

    def _held(self, match: Match) -> tuple[str, ...]:
        """The claims of an entry that answers."""
        entry = self._base.entry_by_id[match.target.id]
        return tuple(entry.claims) if entry.kind == "answer" else ()

    def accounts(self, asked: Asked) -> Answer | None:
        """What all the accounts have on a subject that is to be compared, if any is named of which one speaks."""
        if not (self.compares(asked) or ("both" in asked.words and "Y" in asked.marks)):
            return None
        spoken = self._claims.vocabulary(self._claims.all)
        unspoken = (asked.concepts - self._words) & self._matcher.known - spoken  # "does the mayor agree?"
        strange = self._claims.critical_among(asked.content) - spoken  # "who won the match"
        return self._speakers.compare(asked) if asked.content - unspoken and not strange else None

    def beside(self, said: Answer, asked: Asked) -> Answer:
        """What the sources say, and beside it what those who say nothing so close have on the same subject."""
        told = [statement.claim for statement in said.statements]
        subjects = {subject for claim in told for subject in claim.about}
        for party in self._claims.parties(asked.sources):
            own = self._claims.own(party)
            most = max((len(subjects & {*claim.about}) for claim in own), default=0)
            if most and not any(claim in own for claim in told):
                told += [claim for claim in own if len(subjects & {*claim.about}) == most]
        return self._speakers.told(asked, told, said.score) if len(told) > len(said.statements) else said

    def backed(self, asked: Asked) -> Answer | None:
        """What others than the source say on the same and as it does, where it is asked who backs it, if any do."""
        if len(self._claims.parties(asked.sources)) != 1 or not BACKED.search(" ".join(asked.words)):
            return None
        said = self._speakers.said_by(replace(asked, act="said_by", subject=asked.subject & self._matcher.known))
        own = [statement.claim for statement in said.statements]
        others = self._claims.agreeing(own)
        return self._speakers.told(asked, dict.fromkeys((*others, *own)), said.score) if others else None

    def opposed(self, asked: Asked) -> Asked:
        """The question without its subject where it sets sources against each other, on nothing they speak of."""
        against = self.compares(asked) or not (AGAINST | {"both", "compare", "or"}).isdisjoint(asked.words)
        spoken = self._claims.vocabulary(self._claims.own(asked.sources[:1]) + self._claims.own(asked.sources[1:]))
        on_nothing = asked.content - self._words <= self._matcher.known - spoken
        return replace(asked, subject=frozenset()) if len(asked.sources) > 1 and against and on_nothing else asked
