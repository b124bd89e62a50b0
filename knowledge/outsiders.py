"""Questions that name somebody, or a place, that the report does not: "what did Peru say", "was it in Rome"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asked import Asked
from knowledge.choosing import NAMED, SURE, Choice, Chooser
from knowledge.claims import Claims
from knowledge.english import TEXTS
from knowledge.features import Features
from knowledge.matching import Match
from knowledge.models import Base
from knowledge.speaking import NOBODY
from knowledge.telling import Teller

_SPEAKS = re.compile(r"O[NV]{0,2}Y|OKVY")  # "Peru said", "Peru, what did it say"
_PLACED = re.compile("[.]O")  # "near Rome"
_PLACING = frozenset({"around", "at", "in", "inside", "near"})
_WHO_IT_WAS = re.compile("T?,?V[.]O")  # "was it Peru who landed"


class Outsiders:
    """Says that the report quotes none of them; or tells what it has instead: where it was, who did it."""

    def __init__(self, base: Base, chooser: Chooser, claims: Claims, teller: Teller) -> None:
        self._entries = base.entry_by_id
        self._chooser = chooser
        self._claims = claims
        self._teller = teller

    def answer(self, asked: Asked, choice: Choice) -> Answer | None:
        """The answer to a question that names an outsider; None where `choice`, the closest entry, answers it."""
        best = choice.best
        if supposed := self._supposed(asked, best):
            return supposed
        declines = best and self._entries[best.target.id].kind == "not_stated"
        about = best and declines and (asked.content or best.score >= SURE)
        speaks = _SPEAKS.search(asked.marks) and not about
        if not (speaks or best is None or best.score < (0.0 if asked.content else NAMED)):
            return None
        spoken_of = self._claims.speak_of(asked.outsiders)
        return self._teller.outsiders(asked.text, asked.outsiders, spoken_of=spoken_of)

    def _supposed(self, asked: Asked, best: Match | None) -> Answer | None:
        """What answers the question without the outsider, unless the closest entry is surely on them."""
        if asked.sources or asked.asks or not asked.yes_or_no or not _supposes(asked):
            return None
        plain = _asked_instead(asked, self._claims.texts)
        if best and best.score >= SURE and plain.content <= best.target.vocabulary:
            return None
        found = self._chooser.choose(plain).best
        if found is None or found.score < SURE or not plain.content <= found.target.vocabulary:
            return None
        entry = self._entries[found.target.id]
        told = self._teller.entry(entry, asked.text, found.score)
        return replace(told, lead=NOBODY, verdict=None) if entry.kind == "answer" and told.statements else None


def _supposes(asked: Asked) -> bool:
    """Whether it supposes that it was there, or that it was they; not that they did or said something."""
    is_said = "Y" in asked.marks and TEXTS.isdisjoint(asked.words)  # but "does the report say it was in Rome"
    return not is_said and (_is_placed(asked) or bool(_WHO_IT_WAS.match(asked.marks) and "it" in asked.words))


def _is_placed(asked: Asked) -> bool:
    return bool(_PLACED.search(asked.marks)) and not _PLACING.isdisjoint(asked.words)


def _asked_instead(asked: Asked, texts: Features) -> Asked:
    """The question without the outsider, asking where it was, or who did it."""
    plain = asked.without(frozenset(f"^{name}" for name in asked.outsiders) | texts)
    more = frozenset({"?where"} if _is_placed(asked) else {"?who"} if plain.content else {"?who", "did"})
    return replace(plain, whole=plain.whole | more, subject=plain.subject | more, act="fact")
