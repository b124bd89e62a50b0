"""Answer any text from one base: the one door of this package. Decides which kind of answer it gets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.acts import DIFFER
from knowledge.answers import Answer, Candidate, Context, Explanation
from knowledge.asking import STRANGE, Asked, Understanding
from knowledge.choosing import Choice, Chooser
from knowledge.english import BACK_REFERENCES
from knowledge.following import Following
from knowledge.forwarding import ON_THAT, claims_on
from knowledge.matching import Match, Matcher, Target
from knowledge.models import Base, Claim
from knowledge.reading import wordings
from knowledge.speaking import Speakers
from knowledge.telling import Teller
from knowledge.text import PUNCTUATION

SHORTEST = 2  # letters of a question; less is never matched
ENOUGH = 40.0  # score from which on a part of a text is taken for a question of its own
NAMED = 40.0  # score from which on an entry answers a question of hardly more than an outsider's name
SURE = 60.0  # score of an entry from which on it goes before a comparison of sources
CLOSER = 1.5  # times a claim's score from which on an entry's goes before it
OUTSIDER_SPEAKS = re.compile(r"O[NV]{0,2}Y")
SHOWN = 4  # candidates an explanation names, of entries and of claims
NEW = Context()  # the context of a conversation that begins


class Responder:
    """Answers questions about one report. Fitted once; answering changes nothing."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._understanding = Understanding(base)
        self._teller = Teller(base)
        matcher = Matcher(self._target(id_, texts) for id_, texts in wordings(base).items())
        self._matcher = matcher
        self._chooser = Chooser(base, matcher, self._understanding)
        literal = {
            id_: frozenset[str]().union(*map(self._understanding.literal, texts))
            for id_, texts in wordings(base).items()
            if id_ in base.claim_by_id
        }
        self._speakers = Speakers(base, self._understanding, matcher, self._teller, literal)
        self._following = Following(base, self._speakers, self._teller, self._standalone)

    def _target(self, id_: str, texts: Iterable[str]) -> Target:
        return Target(id_, tuple(self._understanding.phrasing(text) for text in texts))

    # With a question

    def answer(self, text: str, context: Context = NEW) -> Answer:
        """The answer to any text. Pure: the same text and context give the same answer."""
        asked = self._understanding.ask(text)
        if len("".join(asked.whole)) < SHORTEST:
            return replace(self._teller.unmatched(asked.text), context=context)
        followed = self._following.answer(asked, context) if context else None
        answer = followed or self._whole_or_parts(asked, text, context)
        if answer.score < SURE and (opening := self._understanding.opening(asked.text)):
            social = self._standalone(self._understanding.ask(opening))
            answer = replace(social, question=asked.text) if social.outcome == "small_talk" else answer
        known = self._context(asked, answer, context, followed is not None)
        return replace(answer, context=known, explanation=self._explanation(asked))

    def _whole_or_parts(self, asked: Asked, text: str, context: Context) -> Answer:
        """The answer to the whole, or to its parts one after the other where it asks several things."""
        whole = self._standalone(asked)
        parts = self._understanding.parts(text)
        if asked.act == "injection":
            return whole
        if not parts and whole.outcome == "no_match" and len(asked.content - self._matcher.known) < STRANGE:
            parts = self._understanding.parts(text, PUNCTUATION)
        told: list[Answer] = []
        for part in parts:
            answer = (self._following.answer(part, context) if context else None) or self._standalone(part)
            if answer.outcome in ("answer", "not_stated") and (part.sources or answer.score >= ENOUGH):
                told.append(answer)
                context = self._context(part, answer, context, followed=False)
        if len(told) > 1:
            return self._merged(told)
        if told and (whole.outcome == "no_match" or (told[0].score > whole.score and not whole.verdict)):
            return told[0]
        return whole

    def _merged(self, told: Sequence[Answer]) -> Answer:
        """Several answers as one: all they state, and all the report does not say."""
        statements = tuple(dict.fromkeys(s for answer in told for s in answer.statements))
        return replace(
            told[0],
            outcome="answer" if statements or any(answer.shows for answer in told) else "not_stated",
            verdict=next((answer.verdict for answer in told if answer.verdict), None),
            statements=statements,
            contrast=self._teller.contrast(statements),
            instead=tuple(s for answer in told for s in answer.instead if s not in statements),
            missing=" or ".join(dict.fromkeys(answer.missing for answer in told if answer.missing)) or None,
            silent=tuple(dict.fromkeys(source for answer in told for source in answer.silent)),
            related=() if statements else told[0].related,
            shows=tuple(dict.fromkeys(fact for answer in told for fact in answer.shows)),
        )

    def _context(self, asked: Asked, answer: Answer, before: Context, followed: bool) -> Context:
        """What the next question may refer to: this answer, or what came before where this one has no subject."""
        if answer.outcome in ("no_match", "small_talk"):
            return before
        told = answer.statements or answer.instead or answer.related
        if followed and not told:
            return before
        sources = asked.sources or tuple(dict.fromkeys(s.claim.chain[-1] for s in answer.statements))
        subject = tuple(sorted((asked.content | asked.asks) - BACK_REFERENCES)) or (before.subject if followed else ())
        return Context(subject, tuple(statement.claim.id for statement in told), sources)

    def _standalone(self, asked: Asked) -> Answer:
        """The answer to a question by itself, by what kind of question it is."""
        choice = self._chooser.choose(asked)
        if asked.act == "injection" and (asked.sources or not self._harmless(choice.best)):
            return self._teller.unmatched(asked.text)
        bar = SURE if OUTSIDER_SPEAKS.search(asked.marks) else 0.0 if asked.content else NAMED
        if asked.outsiders and (choice.best is None or choice.best.score < bar):
            return self._teller.outsiders(asked.text, asked.outsiders)
        if asked.act == "basis":
            return self._speakers.basis(asked)
        if asked.act == "did_say":
            return self._doubted(self._speakers.did_say(asked), choice)
        if asked.act == "said_by":
            return self._said_by(asked, choice)
        return self._without_source(asked, choice)

    def _harmless(self, best: Match | None) -> bool:
        """Whether a question with an attempt to direct the bot surely asks for what an entry answers."""
        return best is not None and best.score >= SURE and self.base.entry_by_id[best.target.id].kind == "answer"

    def _said_by(self, asked: Asked, choice: Choice) -> Answer:
        """What the sources say; or an entry about a source itself; or a source's part in an entry that is closer."""
        said = self._speakers.said_by(asked)
        about = self._chooser.about_source(asked, choice)
        if about and about.score > said.score:
            return self._told(about, asked)
        if choice.best and len(asked.sources) == 1 and choice.best.score > max(SURE, CLOSER * said.score):
            part = self._speakers.part(asked, self.base.entry_by_id[choice.best.target.id].claims)
            if part and not {claim.id for claim in part} & {statement.claim.id for statement in said.statements}:
                return self._speakers.told(asked, part, choice.best.score)
        return said

    def _doubted(self, answer: Answer, choice: Choice) -> Answer:
        """The answer without its yes where a closer entry leaves the question open, or has it otherwise."""
        if answer.verdict != "yes" or choice.best is None or choice.best.score <= answer.score:
            return answer
        closer = self.base.entry_by_id[choice.best.target.id]
        return replace(answer, verdict=closer.verdict) if closer.kind == "not_stated" or closer.verdict else answer

    def _without_source(self, asked: Asked, choice: Choice) -> Answer:
        """The answer to a question that asks about no source: a comparison, who said it, a claim, or an entry."""
        best = choice.best
        if compared := self._compared(asked, best):
            return compared
        if asked.act == "who_said" and not asked.content:
            known = best and best.score >= SURE and self.base.entry_by_id[best.target.id].kind != "small_talk"
            return self._told(best, asked) if best and known else self._teller.unmatched(asked.text)
        if asked.act == "who_said":
            found = self._speakers.who_said(asked)
            if best is None or 1.3 * found.score >= best.score:
                return found
        if not asked.asks and not asked.outsiders:
            stated = self._speakers.stated(asked)
            if stated.score > self._chooser.bar(best):
                return stated
        return self._unmatched(asked, choice) if best is None else self._told(best, asked)

    def _compared(self, asked: Asked, best: Match | None) -> Answer | None:
        """What the sources say on a subject whose accounts are to be compared, unless an entry does that."""
        if DIFFER not in asked.whole or not asked.content:
            return None
        if best and best.score >= SURE and not asked.content.isdisjoint(best.target.vocabulary):
            return None
        compared = self._speakers.compare(asked)
        return compared if best is None or compared.outcome == "answer" else None

    def _unmatched(self, asked: Asked, choice: Choice) -> Answer:
        """No entry is close enough: what the source named says, or questions to ask instead."""
        if asked.sources:
            return self._speakers.said_by(asked)
        score = choice.ranked[0].score if choice.ranked else 0.0
        return self._teller.unmatched(asked.text, score, self._chooser.suggestions(choice))

    def _told(self, match: Match, asked: Asked) -> Answer:
        return self._teller.entry(self.base.entry_by_id[match.target.id], asked.text, match.score)

    def _explanation(self, asked: Asked) -> Explanation:
        claims = sorted(self._speakers.score(asked).scores.items(), key=lambda found: -found[1])
        entries = self._chooser.choose(asked).ranked[:SHOWN]
        return Explanation(
            f"{asked.act} ({asked.marks})",
            asked.sources,
            tuple(sorted(asked.asks)),
            tuple(sorted(asked.subject)),
            tuple(sorted(feature for feature in asked.content if feature not in self._matcher.known)),
            (
                *(Candidate(m.target.id, round(m.score, 1), self._chooser.refusal(asked, m.target)) for m in entries),
                *(Candidate(id_, round(score, 1)) for id_, score in claims[:SHOWN]),
            ),
        )

    # Without a question

    def about(self, text: str) -> Answer:
        """What the report has on a text that asks nothing; `no_match` where it has nothing close."""
        found = claims_on(text, self.base, self._understanding, self._speakers)
        answer = self._pointing(self._teller.claims(text, found, max(found.values(), default=0.0)))
        return replace(answer, lead=ON_THAT) if found else answer

    def entry(self, entry_id: str) -> Answer:
        """The answer of a curated entry. Raises `KeyError` for an unknown id."""
        entry = self.base.entry_by_id[entry_id]
        answer = self._teller.entry(entry, entry.question, 100.0)
        return replace(answer, context=self._context(self._understanding.ask(entry.question), answer, NEW, False))

    def source(self, source_id: str) -> Answer:
        """Everything the source says. Raises `KeyError` for an unknown id."""
        own = self._speakers.own((source_id,))
        return self._pointing(self._teller.source(self.base.source_by_id[source_id], own))

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
        own = [claim for claim in self._speakers.own((source.id,)) if claim.id != claim_id]
        return self._listed(f"What else is said by {source.name}", own) if own else None

    def _listed(self, question: str, claims: Iterable[Claim]) -> Answer:
        return self._pointing(self._teller.claims(question, claims, 100.0))

    def _pointing(self, answer: Answer) -> Answer:
        """The answer with a context: what it told is what the next question may refer to."""
        sources = tuple(dict.fromkeys(s.claim.chain[-1] for s in answer.statements))
        return replace(answer, context=Context((), tuple(s.claim.id for s in answer.statements), sources))

    def disagreements(self) -> Answer:
        """Every statement that another one disagrees with."""
        return self._pointing(self._teller.disagreements())

    def timeline(self) -> Answer:
        """The statements whose order the report gives, in that order."""
        return self._pointing(self._teller.timeline())

    def welcome(self) -> Answer:
        """What to say to someone who has not asked anything yet: the base's first small talk."""
        greeting = next((entry for entry in self.base.entries if entry.kind == "small_talk"), None)
        return self.entry(greeting.id) if greeting else self._teller.unmatched("")
