"""Answer any text from one base: the one door of this package. Takes a text apart, and keeps what it was about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from knowledge.answers import Answer, Context, Explanation
from knowledge.asked import Asked
from knowledge.asking import Understanding
from knowledge.choosing import SURE, WORD_FOR_WORD
from knowledge.claims import Claims
from knowledge.deciding import Deciding
from knowledge.english import ABUSE, AUXILIARIES, BACK_REFERENCES, PERSONS
from knowledge.following import Following
from knowledge.forwarding import ON_THAT, claims_on
from knowledge.marking import DIFFER
from knowledge.matching import Matcher, Target
from knowledge.models import Base, Claim
from knowledge.parting import STRANGE
from knowledge.recalling import Recalling, pointing
from knowledge.rereading import ENOUGH, Rereading
from knowledge.speaking import Speakers
from knowledge.telling import Teller
from knowledge.text import PUNCTUATION

SHORTEST = 2  # letters of a question; less is never matched
_STATES = re.compile("[^WHKQV][^WHKQ]*")  # "two homes were destroyed", before "did the locals say that"
_ADDED = re.compile(r" , (?:where|which|who|whom|whose) ")  # "…, who were captured"
_TAKEN_BACK = re.compile(",[^SY]*N[.]?Y")  # "…? no, they do not say that"
_ELLIPTIC = re.compile(  # "how many belonged to", "what did they do with them"
    rf"^how many (\w+ed|{'|'.join(AUXILIARIES)})\b|\b(?:to|with) (?:it|them|those)[ ,.?]*$"
)
_SUM = re.compile(r"\d\s*[+*=^]\s*\d")  # "what's 2 + 2"
_LED = re.compile(r"(?:and |but |so )?(?:after|once|when) ")  # "once it had sunk, what did the crew do"
_EARLIER = {"before", "earlier", "previous", "last"}
NEW = Context()  # the context of a conversation that begins


class Responder:
    """Answers questions about one report. Fitted once; answering changes nothing."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._understanding = Understanding(base)
        self._teller = Teller(base)
        matcher = Matcher(self._target(id_, texts) for id_, texts in base.wordings().items())
        self._matcher = matcher
        talk, rest = (self._vocabulary(matcher, base, small) for small in (True, False))
        self._chatter = talk - rest
        self._claims = Claims(base, self._understanding, matcher)
        speakers = Speakers(base, self._claims, self._teller)
        self._deciding = Deciding(base, self._understanding, matcher, self._claims, speakers, self._teller)
        self._recalling = Recalling(base, self._understanding, self._claims, self._chatter)
        self._rereading = Rereading(self._understanding, matcher, self._deciding, self._chatter)
        self._following = Following(base, self._claims, speakers, self._teller, self._deciding)

    def _target(self, id_: str, texts: Iterable[str]) -> Target:
        stated = id_ in self.base.claim_by_id
        return Target(id_, tuple(self._understanding.phrasing(text, stated=stated) for text in texts))

    @staticmethod
    def _vocabulary(matcher: Matcher, base: Base, small_talk: bool) -> frozenset[str]:
        """What small talk speaks of, or all else."""
        small = {entry.id for entry in base.entries if entry.kind == "small_talk"}
        return frozenset[str]().union(*(t.vocabulary for t in matcher.targets if (t.id in small) == small_talk))

    # With a question

    def answer(self, text: str, context: Context = NEW) -> Answer:
        """The answer to any text. Pure: the same text and context give the same answer."""
        asked = self._understanding.ask(text)
        sums = _SUM.search(text) or (len(asked.numbers) > 1 and not any(map(str.isalpha, text)))  # "2 / 2 - 5"
        if sums or len("".join(asked.whole)) < SHORTEST:
            return replace(self._teller.unmatched(asked.text), context=context, explain=partial(self._explain, asked))
        followed = self._following.answer(asked, context) if context else None
        answer = self._recalling.bound(asked, followed or self._whole_or_parts(asked, text, context), context)
        answer = self._recalling.settled(asked, answer, context)
        if answer.score < SURE and (opening := self._understanding.opening(asked.text)):
            social = self._deciding.standalone(self._understanding.ask(opening))
            answer = replace(social, question=asked.text) if social.outcome == "small_talk" else answer
        known = self._recalling.context(asked, answer, context, followed is not None)
        found = answer.explain if answer.explain is not Explanation else partial(self._explain, asked)
        return replace(answer, context=known, explain=found)

    def _explain(self, asked: Asked) -> Explanation:
        """How the question is understood by itself, where what was told before answers it."""
        return self._deciding.standalone(asked).explanation

    def _whole_or_parts(self, asked: Asked, text: str, context: Context) -> Answer:
        """The answer to the whole, or to its parts one after the other where it asks several things."""
        whole = self._deciding.standalone(asked)
        parts = self._understanding.parts(text)
        if asked.act == "injection" or asked.theirs or (asked.sources and asked.ordinal is not None):
            return whole
        if not parts and whole.outcome == "no_match" and len(asked.content - self._matcher.known) < STRANGE:
            parts = self._understanding.parts(text, PUNCTUATION)
        remarked = DIFFER in asked.whole and not any(DIFFER in part.whole for part in parts)  # "…? it says both"
        if whole.entry and (remarked or (DIFFER in asked.whole and not any(map(_asks_apart, parts)))):
            return whole  # "one man or several? the accounts differ"
        told = [] if any(self._bare(part, asked) for part in parts) else self._each(parts, context)
        stated = parts and parts[-1].act == "did_say" and not parts[-1].content and _STATES.fullmatch(parts[0].marks)
        lost = whole.verdict and (stated or not any(answer.verdict for answer in told))  # "nobody died, does he say so"
        if len(told) > 1:
            return whole if lost else self._granting_all(asked, parts, self._merged(told))
        apart = not any(self._points(part, asked) for part in parts)
        asks = told and parts[-1].act == "did_say" and parts[-1].marks[0] == "V" and parts[-1].content
        surer = asks and told[0].score > whole.score
        found = whole.entry and whole.outcome == "answer" and whole.score >= WORD_FOR_WORD
        settled = found or (whole.verdict and not surer)  # "the west hides it. does Reuters say anyone died"
        closer = told and (told[0].score > whole.score or told[0].verdict) and not settled and apart
        if told and ((whole.outcome == "no_match" and (apart or parts[0].content)) or closer):
            return self._granting_all(asked, parts, told[0])
        return self._rereading.better(asked, text, whole)

    def _granting_all(self, asked: Asked, parts: Sequence[Asked], answer: Answer) -> Answer:
        """The answer to a part; no yes where something else is stated beside it: "…; and he died, right?"."""
        asks = any(part.marks[0] == "V" for part in parts)
        beyond = self._claims.unspoken(asked.concepts, [statement.claim for statement in answer.told])
        stated = (beyond and not asks) or _ADDED.search(" ".join(asked.words)) or _TAKEN_BACK.search(asked.marks)
        return replace(answer, verdict=None) if answer.verdict == "yes" and stated else answer

    def _each(self, parts: Iterable[Asked], context: Context) -> list[Answer]:
        """The answers to the parts that are understood; what follows one that is not leans on nothing before it."""
        told: list[Answer] = []
        for part in parts:
            answer = (self._following.answer(part, context) if context else None) or self._deciding.standalone(part)
            if answer.outcome in ("answer", "not_stated") and (part.sources or answer.score >= ENOUGH):
                told.append(answer)
                context = self._recalling.context(part, answer, context, followed=False)
            elif not told:
                context = NEW
        return told

    def _points(self, part: Asked, whole: Asked) -> bool:
        """Whether a part points at what the rest names: "al-britani, what does he run", "of the five, how many"."""
        words, beyond = frozenset(part.words), whole.content - part.content
        earlier = _EARLIER & {*whole.words} - words
        if whole.years - part.years or (earlier and words & {"it", "that", "then"}):  # "in 2019, who died"
            return True
        if whole.outsiders and not part.outsiders:
            return not words.isdisjoint(BACK_REFERENCES)
        if not part.content:
            return bool(whole.content and words & BACK_REFERENCES)
        theirs = words & {"they", "their"} and not whole.sources
        person = words & PERSONS or theirs or (words & ABUSE and words & BACK_REFERENCES)
        named = person and self._claims.names_among(beyond)
        leans = _ELLIPTIC.search(" ".join(part.words)) or _LED.match(" ".join(whole.words))
        return bool(named or (beyond and leans))

    def _bare(self, part: Asked, whole: Asked) -> bool:
        """Whether a part names nothing, and the rest of the text what nobody knows: "the derby, what time today"."""
        strange = whole.content - part.content - self._matcher.known
        return not (part.concepts or part.sources) and len(strange) >= STRANGE

    def _merged(self, told: Sequence[Answer]) -> Answer:
        """Several answers as one: all they state, and all the report does not say."""
        statements = tuple(dict.fromkeys(s for answer in told for s in answer.statements))
        judged = {s for answer in told if answer.verdict for s in answer.told}
        verdicts = {answer.verdict for answer in told if answer.silent or not judged.issuperset(answer.told)}
        verdicts |= {answer.verdict for answer in told if answer.verdict}
        verdict, unsaid = next(iter(verdicts), None), any(answer.missing for answer in told)
        return replace(
            told[0],
            outcome="answer" if statements or any(answer.shows for answer in told) else "not_stated",
            verdict=verdict if len(verdicts) == 1 and not (verdict == "yes" and unsaid) else None,
            lead=told[0].lead if statements == told[0].statements else None,
            statements=statements,
            contrast=self._teller.contrast(statements),
            instead=tuple(s for answer in told for s in answer.instead if s not in statements),
            missing=" or ".join(dict.fromkeys(answer.missing for answer in told if answer.missing)) or None,
            silent=tuple(dict.fromkeys(source for answer in told for source in answer.silent)),
            related=() if statements else told[0].related,
            shows=tuple(dict.fromkeys(fact for answer in told for fact in answer.shows)),
        )

    # Without a question

    def about(self, text: str) -> Answer:
        """What the report has on a text that asks nothing; `no_match` where it has nothing close."""
        found = claims_on(text, self._understanding, self._claims)
        answer = pointing(self._teller.claims(text, found, max(found.values(), default=0.0)))
        return replace(answer, lead=ON_THAT) if found else answer

    def entry(self, entry_id: str) -> Answer:
        """The answer of a curated entry. Raises `KeyError` for an unknown id."""
        entry = self.base.entry_by_id[entry_id]
        answer = self._teller.entry(entry, entry.question, 100.0)
        asked = self._understanding.ask(entry.question)
        return replace(answer, context=self._recalling.context(asked, answer, NEW, followed=False))

    def source(self, source_id: str) -> Answer:
        """Everything the source says. Raises `KeyError` for an unknown id."""
        own = self._claims.own((source_id,))
        return pointing(self._teller.source(self.base.source_by_id[source_id], own))

    def claim(self, claim_id: str) -> Answer:
        """One statement, and what disagrees with it. Raises `KeyError` for an unknown id."""
        claim = self.base.claim_by_id[claim_id]
        return self._listed(f"Who says that {claim.text}", (claim,))

    def others(self, claim_id: str) -> Answer | None:
        """What other sources say on the subjects of a claim; None if nothing. `KeyError` for an unknown id."""
        claim = self.base.claim_by_id[claim_id]
        others = [c for c in self.base.claims if c.chain != claim.chain and not set(c.about).isdisjoint(claim.about)]
        return self._listed("Who else speaks of this", others) if others else None

    def more(self, claim_id: str) -> Answer | None:
        """What else the outermost source of a claim says; None if nothing. `KeyError` for an unknown id."""
        source = self.base.source_by_id[self.base.claim_by_id[claim_id].chain[0]]
        own = [claim for claim in self._claims.own((source.id,)) if claim.id != claim_id]
        return self._listed(f"What else is said by {source.name}", own) if own else None

    def _listed(self, question: str, claims: Iterable[Claim]) -> Answer:
        return pointing(self._teller.claims(question, claims, 100.0))

    def disagreements(self) -> Answer:
        """Every statement that another one disagrees with."""
        return pointing(self._teller.disagreements())

    def timeline(self) -> Answer:
        """The statements whose order the report gives, in that order."""
        return pointing(self._teller.timeline())

    def welcome(self) -> Answer:
        """What to say to someone who has not asked anything yet: the base's first small talk, or what can be asked."""
        greeting = next((entry for entry in self.base.entries if entry.kind == "small_talk"), None)
        return self.entry(greeting.id) if greeting else self._teller.greeting()


def _asks_apart(part: Asked) -> bool:
    """Whether a part of a text on how accounts differ asks something else, or about a subject of its own."""
    return bool(part.concepts) if DIFFER in part.whole else part.marks[0] in "WHKQV"
