"""Whether a source says something, by this report: yes, no, or its statements without a verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers import Answer, Verdict
from knowledge.asked import Asked
from knowledge.choosing import WORD_FOR_WORD
from knowledge.citing import Citing
from knowledge.claims import Claims
from knowledge.english import ADMITTING, TEXTS
from knowledge.granting import Granting, by_themselves
from knowledge.leaning import SPOKEN
from knowledge.models import Claim, Statement
from knowledge.opposing import OPPOSING
from knowledge.speaking import LITTLE, Speakers
from knowledge.supposing import (
    asks_indirectly,
    asks_of_silence,
    is_emphatic,
    is_open,
    is_spoken,
    is_unsaid,
    leaves_open,
    remarks,
    supposes,
)
from knowledge.telling import Teller

_BOTH = re.compile(r"[^YPARKWHQN]*S[^YPARKWHQN]*S[.NT,]{0,2}Y")  # "did Reuters and Sputnik say"
_WHAT_ANOTHER = re.compile(
    r"S[.VN]?[YPX]K[.]?S[.V]?[YPA]|S[.VN]?[YP][.]{0,2}SA"
)  # "did Kirby confirm what Sputnik says"
# "did Reuters say what killed them"
_DOER_ASKED = re.compile(r"\b(?:what (?:(?!happened)\w+ed|hit|hurt)|which|credits? .+ with)\b")
_CLAIM_OF = re.compile("[^S]*[YA]o[^S]*S")  # "is the claim on the target from Reuters"
_INDIRECT = re.compile("[KHWQ]")  # "does the report say which of them …"
_APART = {"and", "but", "or", "while", "whereas"}


class Confirming:
    """Answers "did X say Y". A yes is a claim of X that says all of Y; a no tells who says it, and what X says."""

    def __init__(self, claims: Claims, speakers: Speakers, teller: Teller) -> None:
        self._claims = claims
        self._speakers = speakers
        self._teller = teller
        self._citing = Citing(claims)
        self._granting = Granting(claims)

    def did_say(self, asked: Asked) -> Answer:
        """Whether the sources say what is asked; and if not, who does and what they say.

        No verdict where it is supposed that they do not say it; but a no where they are not silent on it.
        """
        if supposes(asked):
            return self._speakers.said_by(asked)
        if remarks(asked):  # "now Reuters' version, that should be good"
            return self._speakers.said_by(asked.without(asked.content))
        answer = (self._tells(asked) if asks_indirectly(asked) else None) or self._said(asked)
        if leaves_open(asked) and answer.verdict and not self._is_silent(asked, answer):
            return replace(answer, verdict=None)
        if asks_of_silence(asked):
            own = [s.claim for s in answer.told if any(self._claims.speaks(s.claim, one) for one in asked.sources)]
            subject = asked.content - {"silent"}
            speak = subject and subject <= self._claims.vocabulary(own) and len(asked.sources) == 1
            return replace(answer, verdict="no" if speak else None)
        return replace(answer, verdict=None) if answer.verdict and is_unsaid(asked) else answer

    def _is_silent(self, asked: Asked, answer: Answer) -> bool:
        """Whether a no is sure: the sources say nothing on any of the concepts asked about."""
        own = [claim for claim in self._claims.all if any(self._claims.speaks(claim, one) for one in asked.sources)]
        return answer.verdict == "no" and asked.concepts.isdisjoint(self._claims.vocabulary(own))

    def _tells(self, asked: Asked) -> Answer | None:
        """Yes, and what the source says, where that tells the place, time or reason asked for; else None."""
        own = self._claims.own(asked.sources)
        telling = [c for c in own if asked.concepts | asked.asks <= self._claims.vocabulary([c])]
        return replace(self._speakers.told(asked, telling, WORD_FOR_WORD), verdict="yes") if telling else None

    def _said(self, asked: Asked) -> Answer:
        if cites := self._citing.cites(asked):
            return replace(self._speakers.said_by(replace(asked, subject=frozenset(), marks="")), verdict=cites)
        parties = self._claims.parties(asked.sources)
        alone = len(parties) == 1 and "X" not in asked.marks
        if alone or asked.content - self._claims.texts:  # "the report says that he says", "is his denial in the report"
            asked = asked.without(self._claims.texts)
        if len(parties) == 1 and asked.content | asked.asks:
            answer = self._did_one_say(asked, parties[0])
            if answer.verdict == "no" and asked.topical and self._claims.on_event(asked):  # "comment on the landing"
                return self._speakers.said_by(asked)
            fair = is_spoken(asked) and not ((is_open(asked) and not asked.yes_or_no) or self._citing.turned(asked))
            asks_doer = _DOER_ASKED.search(" ".join(asked.words)) or is_emphatic(asked)
            doubtful = answer.verdict == "yes" and (asks_doer or self._is_rather_of_another(asked, parties[0]))
            return replace(answer, verdict=None) if doubtful or not fair else answer
        return self._several_say(asked, parties)

    def _several_say(self, asked: Asked, parties: Sequence[tuple[str, ...]]) -> Answer:
        """Whether each of them says it, or one what another says; no verdict where it sets them against each other."""
        if len(parties) > 1 and self._citing.frames(asked):  # "did Al Mayadeen say that Sputnik said so"
            return self._said(replace(asked, sources=asked.sources[1:]))
        said = self._speakers.said_by(asked)
        if verdict := self._citing.takes(asked):
            return replace(said, verdict=verdict)
        if len(parties) > 1 and not OPPOSING.isdisjoint(asked.words):  # "Kirby says …, but the article says …"
            return said
        if len(parties) > 1 and _WHAT_ANOTHER.search(asked.marks):
            return replace(said, verdict=self._agree(said.statements))
        if len(parties) > 1 and self._citing.one_of_another(asked) and _APART.isdisjoint(asked.words):
            return replace(said, verdict="no")
        if asked.content and (_BOTH.match(asked.marks) or (asked.topical and len(parties) > 1)):
            return self._all_say(said, asked, parties)
        denied = asked.negated or asked.twisted or "N" in asked.marks.removeprefix("VN")  # "neither said anything"
        denied = denied or not ADMITTING.isdisjoint(asked.words)  # "does he admit anything"
        return replace(said, verdict="yes") if said.statements and asked.topical and not denied else said

    def reported(self, asked: Asked, answer: Answer) -> Answer:
        """The answer to a question for yes or no that names no source, with a no where its statements shut it out.

        Where it asks whether the report says so, also if they count otherwise or deny it, and with a yes where all of
        it stands in the report and nobody there contradicts it. No verdict is taken away.
        """
        open_ = asked.asks or asked.negated or asked.twisted or "or" in asked.words or is_emphatic(asked)
        settled = answer.verdict or answer.outcome != "answer" or open_
        by_report = "Y" in asked.marks and not TEXTS.isdisjoint(asked.words)
        plain = asked.without(self._claims.texts | SPOKEN) if by_report else asked
        if settled or not asked.yes_or_no or self._claims.beyond_told(plain, answer):
            return answer
        told = [statement.claim for statement in answer.told]
        uncounted = plain.without(plain.numbers)  # who denies that any died denies that 13 did
        shut_out = any(self._granting.shut_out(told, each) for each in {plain, uncounted})
        if self._claims.excludes(told, asked) or (by_report and shut_out):
            return replace(answer, verdict="no")
        states = by_report and plain.content and not _INDIRECT.search(asked.marks)
        whose = (c for c in told if plain.topical or self._claims.voiced(c) or not c.disagrees_with)
        granted = states and any(self._granting.grants(claim, plain) for claim in whose)
        return replace(answer, verdict="yes") if granted else answer

    def _is_rather_of_another(self, asked: Asked, party: tuple[str, ...]) -> bool:
        """Whether "the claim on the target" that is to be the party's is most like one of another source."""
        near = self._claims.score(asked).near(self._claims.all)
        return bool(_CLAIM_OF.match(asked.marks) and near) and near[0] not in self._claims.own(party)

    def _agree(self, statements: Sequence[Statement]) -> Verdict | None:
        """No where one source is to confirm what another says and has it otherwise; a yes needs a statement."""
        against = {id_ for statement in statements for id_ in statement.claim.disagrees_with}
        return "no" if against & {statement.claim.id for statement in statements} else None

    def _all_say(self, said: Answer, asked: Asked, parties: Sequence[tuple[str, ...]]) -> Answer:
        """Yes if each says so, no if one does not; who does say so where none of them speaks of it."""
        each = [self._did_one_say(replace(asked, sources=party), party) for party in parties]
        found = {answer.verdict for answer in each}
        verdict: Verdict | None = "no" if "no" in found else "yes" if found == {"yes"} else None
        return replace(said if said.statements else each[0], verdict=None if "or" in asked.words else verdict)

    def _did_one_say(self, asked: Asked, party: tuple[str, ...]) -> Answer:
        own = self._claims.own(party)
        scored = self._claims.score(asked if asked.content else asked.without(frozenset("+")))  # "never gave a number"
        near = scored.near(self._claims.all)
        mine = [claim for claim in near if claim in own]
        mine = mine or [c for c in own if self._claims.negates(c, asked) or self._claims.puts_otherwise(c, asked)]
        counting = [c for c in self._claims.all if self._claims.counts(c)] if "?how-many" in asked.asks else near
        close = [] if asked.outsiders else scored.near(counting)  # of outsiders nobody here speaks
        things = asked.concepts
        others = [c for c in close if c not in own and not (things and things.isdisjoint(self._claims.vocabulary([c])))]
        if mine and not asked.outsiders and not self._claims.beyond(asked, own):
            return self._by_its_own(asked, mine, scored.best)
        if wider := [claim for claim in own if self._granting.includes(claim, asked)]:
            return self._speakers.told(asked, wider, scored.best)
        critical = self._claims.critical_among(asked.subject)
        verdict: Verdict | None = None if asked.twisted and asked.denied else "no"
        counted = mine and asked.numbers and not asked.outsiders and not self._claims.unspoken(critical, own)
        if counted and not any(self._claims.cover(claim, asked) for claim in others):  # only the number is another
            verdict = None if self._claims.entails(mine, asked) else verdict  # "over ten", of who says at least 13
            return replace(self._by_its_own(asked, mine, scored.best), verdict=verdict)
        whole = [claim for claim in others if not self._claims.unspoken(critical, [claim])]
        joint = self._claims.unspoken(critical, own) and critical <= self._claims.vocabulary(others)
        if others := whole or (others if joint else []):
            answer = self._speakers.told(asked, others, scored.best)
            answer = replace(answer, instead=self._instead(own, answer.told))
        elif mine:
            answer = self._speakers.told(asked, mine, scored.best)
        else:
            silent = self._speakers.silent(asked, [party], scored)
            answer = replace(silent, instead=self._instead(own, silent.related), related=())
        return replace(answer, verdict=verdict)

    def _by_its_own(self, asked: Asked, mine: list[Claim], score: float) -> Answer:
        """Yes where a claim of the source affirms every word of it, no where the source says the contrary.

        Neither where the question twists what is said.
        """
        affirmed = [c for c in mine if self._claims.affirms(c, asked) or self._granting.speaks_of(c, asked)]
        beside = self._claims.beside(affirmed)
        contrary = self._claims.counts_another(beside, asked) if affirmed else self._claims.contrary(mine, asked)
        verdict: Verdict | None = None
        granted = [claim for claim in affirmed if not asked.twisted and self._granting.grants(claim, asked)]
        if granted:
            verdict = by_themselves(asked, granted)
        elif (contrary and not asked.twisted) or (affirmed and self._granting.otherwise(beside, asked)):
            verdict = "no"
        return replace(self._speakers.told(asked, affirmed or mine, score), verdict=verdict)

    def _instead(self, own: Sequence[Claim], told: Sequence[Statement]) -> tuple[Statement, ...]:
        """What the source does say on the same subject; all it says where that is nothing, and little."""
        have = {statement.claim.id for statement in told}
        subjects = {subject for statement in told for subject in statement.claim.about}
        more = [claim for claim in own if claim.id not in have]
        same = [claim for claim in more if subjects & set(claim.about)]
        other = [statement.claim for statement in told[:1]]
        contrasted = len(more) < len(own) and not any(claim in own for claim in other)  # then it is told already
        return self._teller.statements(same or ([] if contrasted or len(own) > LITTLE else more))
