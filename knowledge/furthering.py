"""What was told, gone on from: what else its source says, who else speaks of it, who disagrees, another source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.answers import Answer, Context, Verdict
from knowledge.asked import Asked
from knowledge.claims import Claims
from knowledge.comparing import BACKED
from knowledge.english import AGREEING, COUNTING, NAMING, PERSONS, SPEAKERS
from knowledge.features import Features
from knowledge.models import Base, Claim
from knowledge.speaking import LITTLE, NOBODY_DISAGREES, Speakers
from knowledge.telling import Teller
from knowledge.text import ASKS

_BARE = re.compile("[.,]*V[.]?S[.,]*")  # "does Sputnik?", which after "what does Reuters say" asks no yes
_ASKS_WHO = re.compile("[WBH]")
_STATED = re.compile("[.]*SV?[.]{0,2}[YXR][.tA]*,?T?,*|[YX]b[.]?S,*|Y[.]?S,*")  # "and they confirmed it"

MOST = 5  # statements told of which "that" may mean one or all; of more it is unclear which
NOBODY_ELSE = "that anyone else says so"
_WHO = SPEAKERS | {"who", "others", "source", "sources"}  # then it is not the same ones


class Furthering:
    """Goes on from what was told."""

    def __init__(self, base: Base, claims: Claims, speakers: Speakers, teller: Teller) -> None:
        self._base = base
        self._claims = claims
        self._speakers = speakers
        self._teller = teller

    def tell(self, asked: Asked, claims: Iterable[Claim]) -> Answer:
        """These claims as the answer."""
        return self._teller.claims(asked.text, claims, 100.0)

    def against(self, asked: Asked, told: list[Claim], said: Sequence[str] = ()) -> Answer:
        """Who disagrees with what was told; both sides where nobody is asked for: "so they contradict?"."""
        ids = dict.fromkeys(id_ for claim in told for id_ in claim.disagrees_with)
        against = [self._base.claim_by_id[id_] for id_ in ids]
        if against and not _ASKS_WHO.search(asked.marks):
            denied = asked.act == "did_say" and asked.negated and not asked.twisted
            verdict = self._denied(asked, against, told, said) if denied and len(asked.sources) == 1 else None
            disputed = [claim for claim in told if claim.disagrees_with]
            both = (*against, *disputed) if verdict == "yes" else (*disputed, *against)
            return replace(self.tell(asked, dict.fromkeys(both)), verdict=verdict)
        if against:
            return replace(self.tell(asked, against), contrast=())
        return Answer(asked.text, "not_stated", missing=NOBODY_DISAGREES, related=self._teller.statements(told))

    def backing(self, asked: Asked, told: list[Claim]) -> Answer | None:
        """Who else says what was told, where that is asked: "who agrees with him"; None where it is not."""
        if not told or asked.sources or not BACKED.search(" ".join(asked.words)):
            return None
        if others := self._claims.agreeing(told):
            return self.tell(asked, dict.fromkeys((*others, *told)))
        return Answer(asked.text, "not_stated", missing=NOBODY_ELSE, related=self._teller.statements(told))

    def _denied(
        self, asked: Asked, against: Iterable[Claim], told: Iterable[Claim], said: Sequence[str]
    ) -> Verdict | None:
        """Whether the source asked about denies what was told; no verdict where it only says what does not fit.

        None either where its denial was told and it is not known to say what was asked: "did anybody die".
        """
        own = [claim for claim in against if any(self._claims.speaks(claim, source) for source in asked.sources)]
        if own:
            return "yes" if any(self._claims.is_negative(claim) for claim in own) else None
        denial = (claim for claim in told if self._claims.is_negative(claim) and claim.id not in said)
        return None if any(self._claims.speaks(c, source) for c in denial for source in asked.sources) else "no"

    def more(self, asked: Asked, context: Context, told: list[Claim], words: frozenset[str]) -> Answer | None:
        """What else the same source says, or who else speaks of it."""
        if "others" not in words and (asked.sources or context.sources) and _of_the_source(asked, context, words):
            return self._more_by(asked, context, told)
        kinds = self._claims.things_among(context.subject)
        if len(kinds) > 1 and "one" in words and (another := self._another(kinds)):
            return self.tell(asked, another)
        return None if asked.asks - {"?who"} else self._others(asked, told, words)

    def _another(self, kinds: Features) -> list[Claim]:
        """Statements on another one of a kind, "the other leader": they have something of it, and not all."""
        shared = {claim: kinds & self._claims.features(claim.id) for claim in self._base.claims}
        return [claim for claim, kind in shared.items() if kind and kind < kinds]

    def _more_by(self, asked: Asked, context: Context, told: list[Claim]) -> Answer:
        """What else the same source says."""
        sources = asked.sources or context.sources
        ids = {claim.id for claim in told}
        more = [claim for source in sources for claim in self._claims.own((source,)) if claim.id not in ids]
        if more:
            return self.tell(asked, dict.fromkeys(more))
        silent = tuple(self._base.source_by_id[source] for source in sources)
        names = " or ".join(source.name for source in silent)
        return Answer(asked.text, "not_stated", missing=f"that {names} said anything else")

    def _others(self, asked: Asked, told: list[Claim], words: frozenset[str]) -> Answer | None:
        """Who else speaks of the same subject; of the same person, where it is he who is asked about."""
        ids = {claim.id for claim in told}
        names = self._names(told[0]) if told and words & PERSONS else frozenset[str]()
        subjects = {subject for claim in told[:1] for subject in claim.about[:1]}
        speaking = {claim.chain for claim in told if words & _WHO}
        others = [
            claim
            for claim in self._base.claims
            if claim.id not in ids
            and claim.chain not in speaking
            and (names & self._names(claim) if names else subjects & set(claim.about))
        ]
        if "Y" in asked.marks and told and not asked.topical:  # "who else says that"
            others = [claim for claim in self._claims.agreeing(told) if claim.id not in ids]
        if others:
            return self.tell(asked, others)
        return Answer(asked.text, "not_stated", missing="that anyone else speaks of this") if told else None

    def _names(self, claim: Claim) -> Features:
        return self._claims.names_among(self._claims.features(claim.id))

    def about(self, asked: Asked, subject: Asked, told: list[Claim], context: Context) -> Answer:
        """Another source on the same subject: "and the Pentagon?"; to "did it say that?" a yes if it did.

        `subject` is the question asked of the last subject. Where that was asked as yes or no, so is "and Reuters?".
        """
        again = "same" in asked.words and not COUNTING.isdisjoint(asked.words)
        counted = again or (subject.asks == {"?how-many"} and not subject.content)
        if counted and (same := self._counted(asked, told)):
            return self.tell(asked, same)
        about = self._speakers.said_by(replace(subject, act="said_by"))
        instead = () if about.statements else self._teller.statements(self._claims.own(asked.sources))
        goes_on = context.whether and "K" not in asked.marks and (instead or about.contrast)
        named = all(feature[:1] == "@" for feature in context.subject) and _BARE.fullmatch(asked.marks)
        whether = asked.act == "did_say" or not AGREEING.isdisjoint(asked.words)  # "so Reuters agrees with them?"
        asks = whether and _asks_whether(asked) and not named
        if told and (goes_on or asks):
            answer = self._whether_said(asked, replace(about, instead=instead), told, context)
            stating = (s.claim for s in about.statements if self._claims.states(s.claim, subject))
            as_much = any(set(claim.disagrees_with).isdisjoint(context.said) for claim in stating)
            unsure = answer.verdict == "no" and as_much and NAMING.isdisjoint(asked.words)
            doubtful = asked.negated or unsure
            return replace(answer, verdict=None) if doubtful else answer  # "he never said that, right?"
        return replace(about, outcome="answer", instead=instead, related=()) if instead else about

    def _counted(self, asked: Asked, told: Iterable[Claim]) -> list[Claim]:
        """What the source counts on the same subjects, whatever the number: "does Reuters give the same figure"."""
        own = [claim for claim in self._claims.own(asked.sources) if self._claims.counts(claim)]
        subjects = {subject for claim in told for subject in claim.about}
        return [claim for claim in own if not subjects.isdisjoint(claim.about)]

    def _whether_said(self, asked: Asked, about: Answer, told: list[Claim], context: Context) -> Answer:
        """Whether the source said what was asked; if not, who did, and what the source says on it.

        A no too where it says the contrary; no verdict where what it says only came closest to what was asked.
        """
        said = context.said
        asked_of = dict.fromkeys((*told, *self._claims.known(said)))
        own = [claim for claim in asked_of if any(self._claims.speaks(claim, source) for source in asked.sources)]
        if asked.own_voice:  # "does the report itself say that"
            own = [claim for claim in own if self._claims.voiced(claim)]
        if own:
            named = context.subject or len(told) == 1  # else nothing was asked that "that" could be
            named = named and len(told) <= MOST  # nor where a whole summary was told
            granted = bool(named) and not {claim.id for claim in own}.isdisjoint(said)
            granted = granted and (len(own) == len(told) or PERSONS.isdisjoint(asked.words))  # one of several is "he"
            opposed = not {id_ for claim in own for id_ in claim.disagrees_with}.isdisjoint(said)
            verdict: Verdict | None = "yes" if granted else "no" if opposed and named else None
            return replace(about if about.statements else self.tell(asked, own), verdict=verdict)
        if about.contrast:
            return replace(about, verdict="no")
        instead = about.statements or about.instead
        if asked.own_voice:
            instead = tuple(statement for statement in instead if self._claims.voiced(statement.claim))
        same = {claim.about[0] for claim in told} & {statement.claim.about[0] for statement in about.statements}
        verdict = None if same and NAMING.isdisjoint(asked.words) else "no"  # what it says on the same may be as much
        return replace(self.tell(asked, told), verdict=verdict, instead=instead if len(instead) <= LITTLE else ())


def _asks_whether(asked: Asked) -> bool:
    """Whether it is asked as yes or no: "did they say that", "and they confirmed it?"."""
    stated = _STATED.fullmatch(asked.marks) and (asked.words[-1] == ASKS or "T" in asked.marks)
    return asked.marks.lstrip(".,").startswith("V") or bool(stated)


def _of_the_source(asked: Asked, context: Context, words: frozenset[str]) -> bool:
    """Whether it is what the same source says that more is asked of: "what else did they say", "anything else"."""
    if asked.act in ("said_by", "did_say"):
        return True
    source_alone = all(feature[:1] == "@" for feature in context.subject)
    they = words & (PERSONS | {"they", "them", "it"}) and "o" not in asked.marks
    return "B" not in asked.marks and (source_alone or bool(they))
