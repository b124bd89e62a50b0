"""Questions on an earlier event of which something was told: "who died that time?", "where was that one?"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asked import Asked
from knowledge.claims import Claims
from knowledge.english import EVENTS
from knowledge.joining import Joining
from knowledge.leaning import own_content
from knowledge.marking import DIFFER
from knowledge.models import Base, Claim
from knowledge.recalling import OF_THE_EARLIER
from knowledge.telling import Teller
from knowledge.vocabulary import stem

_EVENT = "|".join(sorted(EVENTS))
_OTHER = "(?:earlier|first|old|older|other|previous)"
_THAT_EVENT = re.compile(
    rf"\b(?:back then|at the time|that (?:{_OTHER} )?(?:one|time|{_EVENT})|the {_OTHER} (?:one|time|{_EVENT}))\b"
)  # "who died that time", "where was the other one"
_IT = re.compile(r"\b(?:it|that|then|there)\b")  # "where was that", once it is told alone


class Earlier:
    """Answers what is asked of an earlier event that the conversation is about; nothing of the one reported."""

    def __init__(self, base: Base, claims: Claims, joining: Joining, teller: Teller) -> None:
        self._subjects = frozenset(subject.id for subject in base.report.subjects if subject.earlier)
        self._told = tuple(claim for claim in base.claims if claims.are_earlier([claim.id]))
        self._claims = claims
        self._joining = joining
        self._teller = teller

    def answer(self, asked: Asked, told: list[Claim]) -> Answer | None:
        """What the report says of it, or that it does not; None where something else is asked about."""
        of_accounts = asked.sources or "Y" in asked.marks or DIFFER in asked.whole  # "who brings that one up"
        if not (told and self._told) or of_accounts or asked.outsiders:
            return None
        words = " ".join(asked.words)
        that = None if self._subjects.isdisjoint(told[0].about) else _THAT_EVENT.search(words)
        if not (that or (self._claims.are_earlier(claim.id for claim in told) and _IT.search(words))):
            return None
        pointing = map(stem, that[0].split()) if that else ()
        content = own_content(asked) - {self._claims.happening, *pointing}
        if not self._claims.unspoken(content | asked.asks - {"?who"}, self._told):
            return self._teller.claims(asked.text, self._told, 100.0)
        event = frozenset[str]().union(*(self._claims.features(claim.id) for claim in self._told))
        of_it = replace(asked, whole=content | asked.asks, subject=content | asked.asks)
        joined = replace(of_it, whole=of_it.whole | event)
        within = self._joining.within(of_it, joined, [claim.id for claim in self._told])
        if within or not that:
            return within
        return Answer(asked.text, "not_stated", missing=OF_THE_EARLIER, related=self._teller.statements(self._told))
