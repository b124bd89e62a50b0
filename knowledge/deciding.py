"""Decide which kind of answer one question gets: what a source says, a verdict, a comparison, a claim or an entry."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from knowledge.alternatives import Alternatives
from knowledge.answers import Answer
from knowledge.asked import Asked
from knowledge.asking import Understanding
from knowledge.choosing import ITS_OWN, NAMED, NOT_STATED_LEAD, SURE, WORD_FOR_WORD, Choice, Chooser
from knowledge.citing import Citing
from knowledge.claims import Claims
from knowledge.comparing import Comparing
from knowledge.confirming import Confirming
from knowledge.english import CITING, NAMING
from knowledge.explaining import explain
from knowledge.matching import Match, Matcher
from knowledge.models import Base, Entry
from knowledge.outsiders import Outsiders
from knowledge.speaking import Speakers
from knowledge.telling import Teller

ENTRY_CLOSER = 1.5  # times a claim's score from which on an entry's goes before it
WHO_SAID = 1.3  # times its score at which who said it goes before an entry
_ONE_OF_ANOTHER = re.compile(r"S[.N]{0,2}Y[^YPAR]*S")
_REPORT_SAYS = re.compile("V[.]{1,2}Yt?[^KHWQ]*$")  # "does the report say that it was a landing"


class Deciding:
    """Answers questions that stand on their own."""

    def __init__(
        self,
        base: Base,
        understanding: Understanding,
        matcher: Matcher,
        claims: Claims,
        speakers: Speakers,
        teller: Teller,
    ) -> None:
        self._base = base
        self._matcher = matcher
        self._claims = claims
        self._speakers = speakers
        self._teller = teller
        self._comparing = Comparing(base, understanding, matcher, claims, speakers)
        self.chooser = Chooser(base, matcher, understanding)
        self._outsiders = Outsiders(base, self.chooser, claims, teller)
        self._alternatives = Alternatives(claims, speakers)
        self._confirming, self._citing = Confirming(claims, speakers, teller), Citing(claims)

    def standalone(self, asked: Asked) -> Answer:
        """The answer to a question by itself, which can tell how it was found."""
        answer = (self._small_talk(asked) if asked.of_the_bot else None) or self._by_kind(asked)
        if not answer.verdict and (own := self.chooser.another(asked, answer.entry)):
            told = own.kind == "answer" and {statement.claim.id for statement in answer.told} >= {*own.claims} != set()
            answer = answer if told else self._teller.entry(own, asked.text, ITS_OWN)
        return replace(answer, explain=partial(explain, asked, self._matcher, self.chooser, self._claims))

    def _by_kind(self, asked: Asked) -> Answer:
        """The answer to a question by itself, by what kind of question it is."""
        asked = asked.without_outsiders_beside()
        framed = asked.act == "fact" and _REPORT_SAYS.match(asked.marks) and asked.concepts - self._claims.texts
        choice = self.chooser.choose(asked.without(self._claims.texts) if framed else asked)
        harmless = choice.best and choice.best.score >= SURE and self._entry(choice.best).kind == "answer"
        if asked.act == "injection" and (asked.sources or not harmless):
            return self._teller.unmatched(asked.text)
        cites = asked.content or not CITING.isdisjoint(asked.words)
        if asked.act == "did_say" and asked.outsiders and cites and "S" in asked.marks:
            return self._confirming.did_say(asked)
        if asked.outsiders and (answer := self._outsiders.answer(asked, choice)):
            return answer
        if choice.best and self._shows(choice.best, asked):
            return self.told(choice.best, asked)
        if backed := self._comparing.backed(asked):
            return backed
        if asked.act == "basis":
            return replace(self._speakers.basis(asked), verdict=self._citing.relies(asked))
        if asked.act in ("did_say", "said_by"):
            return (self._did_say if asked.act == "did_say" else self._said_by)(asked, choice)
        answer = self._confirming.reported(asked, self._without_source(asked, choice))
        return self._alternatives.answer(asked, answer, self._by_kind)

    def _did_say(self, asked: Asked, choice: Choice) -> Answer:
        """Whether the sources say it; what each says where they are compared. No verdict on "did X mention Y"."""
        best = None if asked.yes_or_no else choice.best
        if best and best.score >= WORD_FOR_WORD and f"@{asked.sources[0]}" in best.target.vocabulary:
            return self.told(best, asked)  # "link to the militants' post?"
        if choice.best and not NAMING.isdisjoint(asked.words) and self._unnamed(asked, choice.best):
            return self.told(choice.best, asked)  # "did Reuters name the victims?"
        several = len(self._claims.parties(asked.sources)) > 1
        if several and self._comparing.compares(asked):
            return self._said_by(asked, choice)
        if compared := self._compared(asked, choice):
            return compared
        answer = self._doubted(asked, self._confirming.did_say(asked), choice)
        best = choice.best if "but" in asked.words else None  # "Kirby says …, but were there not …"
        if best and best.score > answer.score and {s.claim.id for s in answer.told} < {*self._entry(best).claims}:
            return self.told(best, asked)
        mentions = several and not asked.content and _ONE_OF_ANOTHER.search(asked.marks)
        return replace(answer, verdict=None) if mentions else answer

    def is_phrasing(self, asked: Asked) -> bool:
        """Whether the base has the question as it stands."""
        return bool(self._matcher.phrased(asked.whole))

    def repeats(self, asked: Asked) -> bool:
        """Whether it asks for no more than what was told last, once again."""
        best = self.chooser.choose(asked).best
        return bool(best and best.score >= SURE and self._entry(best).repeats)

    def _entry(self, match: Match) -> Entry:
        return self._base.entry_by_id[match.target.id]

    def _declines(self, match: Match) -> bool:
        """Whether the entry holds what the report does not say."""
        return self._entry(match).kind == "not_stated"

    def _unnamed(self, asked: Asked, best: Match) -> bool:
        """Whether the entry holds that the report does not name those whose names are asked for."""
        spoken = best.target.vocabulary
        unnamed = asked.concepts and not self._claims.names_among(asked.content)
        return bool(unnamed) and self._declines(best) and "?name" in spoken and asked.concepts <= spoken

    def _small_talk(self, asked: Asked) -> Answer | None:
        """The small talk that answers a question about the bot, whoever it is brought together with: "are you CNN"."""
        plain = asked.without(frozenset(f"^{name}" for name in asked.outsiders))
        best = self.chooser.choose(plain).best
        return self.told(best, plain) if best and self._entry(best).kind == "small_talk" else None

    def _shows(self, match: Match, asked: Asked) -> bool:
        """Whether hardly more than a source is named, and the entry on the report itself is meant: "the headline?"."""
        about = asked.sources and {f"@{source}" for source in asked.sources} <= match.target.vocabulary
        bare = not asked.content - self._claims.texts | asked.asks
        return bool(about and bare and match.score >= WORD_FOR_WORD and self._entry(match).shows)

    def _said_by(self, asked: Asked, choice: Choice) -> Answer:
        """What the sources say; or an entry about a source itself; or a source's part in an entry that is closer."""
        if compared := self._compared(asked, choice):
            return compared
        said = self._speakers.said_by(self._comparing.opposed(asked))
        about = None if self._comparing.compares(asked) else self.chooser.about_source(asked, choice)
        spoken = about and self._declines(about) and not asked.asks and self._understood(asked, said, about)
        if about and not spoken and about.score * (NOT_STATED_LEAD if self._declines(about) else 1.0) > said.score:
            return self.told(about, asked)
        if self._comparing.compares(asked) and len(asked.sources) > 1:
            return self._comparing.beside(said, asked)
        if one_of_them := self.chooser.one_of_them(asked, choice):
            return self.told(one_of_them, asked)
        told = said.outcome == "answer" and (asked.content or asked.asks)
        if told and choice.best and self._declines(choice.best) and self._leaves_open(choice.best, asked, said):
            return self.told(choice.best, asked)
        closer = choice.best and not self._declines(choice.best) and len(asked.sources) == 1
        if choice.best and closer and choice.best.score > max(SURE, ENTRY_CLOSER * said.score):
            part = self._speakers.part(asked, self._entry(choice.best).claims)
            if part and not {claim.id for claim in part} & {statement.claim.id for statement in said.statements}:
                return self._speakers.told(asked, part, choice.best.score)
        return said

    def _compared(self, asked: Asked, choice: Choice) -> Answer | None:
        """What an entry has that compares sources, or one with others."""
        entry = self._comparing.entry(asked, choice)
        return self._comparing.among(asked, choice) or (self.told(entry, asked) if entry else None)

    def _leaves_open(self, match: Match, asked: Asked, said: Answer) -> bool:
        """Whether an entry on what the report does not say is meant, rather than what the source says near it."""
        named = {f"@{source}" for source in asked.sources} | asked.content | asked.asks
        closer = match.score * NOT_STATED_LEAD > max(said.score, NAMED) and named <= match.target.vocabulary
        told = self._claims.vocabulary(statement.claim for statement in said.statements)
        answered = asked.asks and not asked.content and asked.asks <= told  # "how many did he count"
        spoken = answered or self._comparing.compares(asked) or ("K" in asked.marks and "how" not in asked.words[:2])
        closest = asked.content and match.score >= max(SURE, 2 * said.score)  # "what proof does it give"
        return bool(closer and (not spoken or closest)) or match.score >= WORD_FOR_WORD

    def _doubted(self, asked: Asked, answer: Answer, choice: Choice) -> Answer:
        """The answer without its yes where a closer entry leaves the question open; a no where it has it otherwise."""
        if choice.best is None or (asked.topical and answer.verdict == "yes"):  # "did he mention Ada"
            return answer
        far = asked.yes_or_no and not answer.verdict and choice.best.score * NOT_STATED_LEAD > max(SURE, answer.score)
        open_ = far or (asked.asks - {"?name", "?who"} and answer.verdict != "yes")
        open_ = open_ and asked.content and asked.concepts <= choice.best.target.vocabulary
        if open_ and choice.best.score >= NAMED and self._declines(choice.best):
            return replace(self.told(choice.best, asked), verdict=answer.verdict)
        otherwise = self._entry(choice.best).verdict
        if choice.best.score <= answer.score or answer.verdict == "no" or not otherwise:
            return answer
        return replace(answer, verdict=None if asked.negated or asked.twisted else otherwise)

    def _without_source(self, asked: Asked, choice: Choice) -> Answer:
        """The answer to a question that asks about no source: a comparison, who said it, a claim, or an entry."""
        best = choice.best
        if compared := self._without_source_compared(asked, choice):
            return compared
        if asked.act == "who_said" and not asked.content:
            if asked.sources or asked.denied:
                return self._speakers.said_by(asked) if asked.sources else self._speakers.denying(asked)
            sure = WORD_FOR_WORD if {"so", "that"} & {*asked.words} else SURE  # "who said that": what was told
            known = best and best.score >= sure and self._entry(best).kind != "small_talk"
            return self.told(best, asked) if best and known else self._teller.unmatched(asked.text)
        if asked.act == "who_said" and (best is None or asked.content & self._claims.vocabulary(self._claims.all)):
            found = self._speakers.who_said(asked)
            lead = WHO_SAID if asked.concepts | asked.numbers else 1.0
            reported = found.statements and best and self._declines(best) and "Yt" in asked.marks  # "who says that …"
            if best is None or lead * found.score >= best.score or reported or self._understood(asked, found, best):
                return found
        if not asked.asks and not asked.outsiders:
            stated = self._speakers.stated(asked)
            if stated.score > self.chooser.bar(best) and not (best and self._says_more(best, asked, stated)):
                return stated
        return self._unmatched(asked, choice) if best is None else self._speakers.doubted(self.told(best, asked), asked)

    def _understood(self, asked: Asked, found: Answer, best: Match) -> bool:
        """Whether statements speak of all that is asked, where the entry does not, or holds only what is not stated."""
        said = self._claims.vocabulary(statement.claim for statement in found.statements)
        told = {statement.claim.id for statement in found.statements} <= set(self._entry(best).claims)
        open_ = self._declines(best) and best.score < WORD_FOR_WORD
        less = told or open_ or not asked.content <= best.target.vocabulary
        return less and bool(found.statements) and asked.content <= said

    def _says_more(self, best: Match, asked: Asked, stated: Answer) -> bool:
        """Whether the entry that answers speaks of all that is asked to have been done, and the statements do not."""
        told = [statement.claim for statement in stated.statements]
        done = not self._claims.done_in(asked, told)
        return done and not self._declines(best) and asked.concepts <= best.target.vocabulary

    def _without_source_compared(self, asked: Asked, choice: Choice) -> Answer | None:
        """What the sources say on a subject whose accounts are to be compared, in an entry or in their claims."""
        if asked.content and (entry := self._comparing.entry(asked, choice)):
            return None if re.match("[.,]?W(?!V?Y[KH])", asked.marks) else self.told(entry, asked)
        compared = self._comparing.accounts(asked)
        return compared if compared and (choice.best is None or compared.outcome == "answer") else None

    def _unmatched(self, asked: Asked, choice: Choice) -> Answer:
        """No entry is close enough: what the source named says, or questions to ask instead."""
        own = self._claims.own(asked.sources)
        if asked.sources and asked.plain <= self._claims.vocabulary(own) and not self._claims.beyond(asked, own):
            return self._speakers.said_by(asked)
        score = next((match.score for match in choice.ranked), 0.0)
        return self._teller.unmatched(asked.text, score, self.chooser.suggestions(choice))

    def told(self, match: Match, asked: Asked) -> Answer:
        """The entry's answer; without its lead and verdict where it does not speak of all that is asked."""
        answer = self._teller.entry(self._entry(match), asked.text, match.score)
        if asked.negated and asked.marks[0] != "V":  # "it was not he, right?"
            answer = replace(answer, verdict=None)
        spoken = asked.content - self._claims.texts <= match.target.vocabulary
        return answer if spoken else replace(answer, lead=None, verdict=None)
