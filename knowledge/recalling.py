"""What the next question may refer to: what an answer was about, what it told, and whose it was.

It finds no answer; it only holds one to the event that the question refers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.answers import Answer, Context
from knowledge.asked import Asked
from knowledge.asking import Understanding
from knowledge.claims import Claims
from knowledge.english import COUNTING, GATING
from knowledge.features import Features
from knowledge.judging import JUDGE
from knowledge.leaning import LEANING, it_speaks, unpunctuated
from knowledge.models import Base, Claim, Statement

_POINTS = re.compile(r"\b(?:it|its|that (?:one|time)|then|there|they|them)\b", re.IGNORECASE)
_THIS = re.compile(  # event, not the earlier one: "so who did they want then"
    r"\b(?:now|this|today)\b|^so\b.*\bthen\W*$", re.IGNORECASE
)
_MEANT = frozenset({"he", "her", "him", "it", "she", "them", "there", "they"})
_OPEN = re.compile("[HKQ]")  # "how many", "what does it say"
BRIEF = 5  # words of a question up to which it may lean on what was told
OF_THE_EARLIER = "that of the earlier event"


class Recalling:
    """Makes the context of an answer. `chatter` are the words of small talk alone."""

    def __init__(self, base: Base, understanding: Understanding, claims: Claims, chatter: Features) -> None:
        self._base = base
        self._understanding = understanding
        self._claims = claims
        self._chatter = chatter

    def context(self, asked: Asked, answer: Answer, before: Context, followed: bool) -> Context:
        """What the next question may refer to: this answer, or what came before where this one has no subject."""
        if answer.outcome in ("no_match", "small_talk") or JUDGE in asked.whole:
            return before
        if followed and "+" in asked.subject and answer.outcome == "not_stated":  # nobody denies it
            return before
        contrary = answer.verdict == "no" and not asked.denied and self._speak(asked.sources, answer.statements)
        told = (answer.contrast if contrary else ()) or answer.statements or answer.instead or answer.related
        if followed and not told:
            return before
        theirs = before.sources if followed and asked.by_pronoun else ()
        spoke = tuple(dict.fromkeys(s.claim.chain[-1] for s in answer.statements))
        sources = asked.sources or theirs or (() if asked.by_pronoun else spoke)  # "they" are none of those told
        subject = self._subject(asked, answer, before, followed)
        named = asked.sources or (sources if asked.act == "who_said" and len(sources) == 1 else ())
        subject |= {f"@{source}" for source in named}
        if followed and not (asked.sources or (named and told)):  # "does anybody deny it": from now on it is they
            subject |= {feature for feature in before.subject if feature[:1] == "@"}
        nobody = (contrary and not answer.contrast) or (not answer.statements and bool(answer.missing))
        ids = tuple(statement.claim.id for statement in told)
        silent = contrary or (answer.instead and not answer.statements)
        if followed and silent and not asked.content - LEANING:  # "did Kirby say so", and he did not
            ids, nobody = before.claims, before.denied
        said = self._said(asked, told, answer.contrast) if asked.content or not followed else before.said
        said = tuple(id_ for id_ in said if not self._leaning(asked, self._claims.known([id_]), before))
        return Context(tuple(sorted(subject)), ids, sources, said, nobody, answer.verdict is not None)

    def _subject(self, asked: Asked, answer: Answer, before: Context, followed: bool) -> Features:
        """What the question is about, with what the one before was about where it goes on from that."""
        subject = (asked.content | asked.asks) - LEANING - self._chatter
        if not (subject or followed or COUNTING.isdisjoint(asked.words)):  # "which number does it give", "and CNN?"
            subject = frozenset({"?how-many"})
        if (followed or subject) and all((followed and f in GATING) or f.isdigit() for f in subject):
            last = frozenset(feature for feature in before.subject if feature[0] != "@")
            subject |= last - (GATING if subject else frozenset())
        goes_on = answer.shows or (followed and (answer.statements or asked.content - LEANING))
        if answer.entry and goes_on:  # "who published it", and then "when?"
            subject |= self._understanding.ask(self._base.entry_by_id[answer.entry].question).content
        return subject

    def settled(self, asked: Asked, answer: Answer, context: Context) -> Answer:
        """The answer; no yes where "they" in what is said are others than those it is said of."""
        others = answer.verdict == "yes" and self._leaning(asked, [s.claim for s in answer.told], context)
        return replace(answer, verdict=None) if others else answer

    def _leaning(self, asked: Asked, claims: Iterable[Claim], context: Context) -> bool:
        """Whether a pronoun in a statement means what the conversation is about, and no claim speaks of all of that."""
        pronouns = sum(word in _MEANT for word in asked.words)
        numbers = {feature for feature in context.subject if feature.isdigit()}
        things = (self._claims.things_among(context.subject) | numbers) - asked.content
        leans = asked.content and pronouns > asked.by_pronoun and things
        return bool(leans) and not any(things <= self._claims.features(claim.id) for claim in claims)

    def bound(self, asked: Asked, answer: Answer, context: Context) -> Answer:
        """The answer; a refusal where it is on another event than the earlier one that "it" or "then" means.

        Where a few words may mean either, "how many children?", it says of which event it tells.
        """
        was_told = context.claims and self._claims.are_earlier(context.claims)
        earlier = any(self._claims.are_earlier([statement.claim.id]) for statement in answer.statements)
        if not was_told or earlier or _THIS.search(asked.text) or it_speaks(asked) or answer.outcome != "answer":
            return answer
        if not _POINTS.search(asked.text):
            brief = len(unpunctuated(asked)) <= BRIEF and self._claims.happening not in asked.content
            here = f"This is on {self._base.report.event}, not on the earlier event."
            lead = " ".join(filter(None, (here, answer.lead)))
            return replace(answer, lead=lead) if brief and answer.statements else answer
        if asked.sources:
            return replace(answer, verdict=None) if answer.verdict == "yes" else answer
        related = tuple(self._base.statement(id_) for id_ in context.claims)
        return Answer(asked.text, "not_stated", missing=OF_THE_EARLIER, related=related)

    def _said(self, asked: Asked, told: Sequence[Statement], contrast: Sequence[Statement]) -> tuple[str, ...]:
        """Which of the statements told, or set against them, say all that was asked; where it was open, all told."""
        opened = asked.asks - {"?who"} or _OPEN.search(asked.marks) or not asked.content
        if opened:  # "how many died": those who speak of casualties do not say so
            return tuple(statement.claim.id for statement in told if self._may_say(asked, statement.claim))
        claims = dict.fromkeys(statement.claim for statement in (*told, *contrast))
        return tuple(claim.id for claim in claims if self._claims.states(claim, asked))

    def _may_say(self, asked: Asked, claim: Claim) -> bool:
        """Whether a claim has every name and number asked about, and neither denies it nor counts it otherwise."""
        critical = self._claims.critical_among(asked.content) | asked.numbers
        otherwise = self._claims.negates(claim, asked) or self._claims.counts_another([claim], asked)
        return critical <= self._claims.vocabulary([claim]) and not otherwise

    def _speak(self, sources: Iterable[str], told: Iterable[Statement]) -> bool:
        return any(self._claims.speaks(statement.claim, source) for statement in told for source in sources)


def pointing(answer: Answer) -> Answer:
    """The answer with a context: what it told is what the next question may refer to."""
    sources = tuple(dict.fromkeys(s.claim.chain[-1] for s in answer.statements))
    ids = tuple(statement.claim.id for statement in answer.statements)
    return replace(answer, context=Context((), ids, sources, ids))
