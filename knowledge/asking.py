"""Understand a question: its kind, whom it asks about, and the features of its subject. Knows no answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache, partial

from knowledge.acts import Act, act_of
from knowledge.asides import Asides
from knowledge.asked import Asked
from knowledge.contrasting import contrasts, settled, undoubted, without_guess
from knowledge.doing import without_doers
from knowledge.english import FUNCTION_WORDS, NATIONALITIES, SOCIAL, TEXTS
from knowledge.features import Features
from knowledge.framing import (
    agents,
    heads,
    is_negated,
    is_topical,
    plain_words,
    pronoun_clause,
    speak_by_pronoun,
    stranger,
    weighty_words,
)
from knowledge.gathering import features_of, named_by, signed
from knowledge.judging import JUDGE
from knowledge.literals import Literals
from knowledge.models import Base
from knowledge.opposing import voiced
from knowledge.outlining import outline
from knowledge.parting import alternatives, apart, clauses, of_the_same, without_second
from knowledge.portions import ordinal, own_voice, subject_of
from knowledge.reading import Reader
from knowledge.remembering import LAST, Remembering
from knowledge.roles import Marked
from knowledge.text import ASKS, PAUSE, PUNCTUATION, STOP, clean, meant, phrases, words
from knowledge.tokens import Token
from knowledge.twisting import is_doubted, is_twisted
from knowledge.vocabulary import Phrases

# Marks whose tokens say only who speaks or how it is asked, and so are no part of the subject.
_NOT_SUBJECT: dict[Act, str] = {"fact": "T", "who_said": "WHBYPARTEe"}
_NONE: Features = frozenset()
_CONTRAST = re.compile(r"(?<=[.ST])[,.]N([.bBO]+)(?=,|T|$)")  # "13 killed, not 3", "and not from the army"
_IDLE: dict[Act, Features] = {"who_said": frozenset({"?name"})}  # "the name of the official who denied it"
_NOT_SUBJECT_OF_SOURCE = "SYPARTXUE"
_FEW = 4  # words, a pause among them, that may stand before a greeting: "selamat siang, hello"


class Understanding(Remembering):
    """Understands questions and phrasings with the words of one base."""

    def __init__(self, base: Base) -> None:
        self._reader = Reader(base)
        self._voice = next((source.id for source in base.sources if source.own_voice), "")
        self.critical = self._reader.critical | {JUDGE}
        self.included = self._reader.included
        self.varied = self._reader.varied
        self.actions = self._reader.actions
        self._doers = frozenset(f"#{concept.id}" for concept in base.concepts if concept.doers)
        harms = self.critical & self.actions
        self.harms = harms.union(concept for concept, of in self.included.items() if of & harms)
        self.strong = frozenset(map(" ".join, self._reader.strong))
        texts = (token for word in TEXTS for token in self._reader.read(word))
        self.texts = frozenset(meaning for token in texts for meaning in token.meanings)
        self._literals = Literals(self._reader)
        self._social = Phrases()
        for phrase in SOCIAL:
            self._social.add(words(phrase), phrase)
        idle = FUNCTION_WORDS | PUNCTUATION
        event = [token for token in self._reader.read(base.report.event) if token.words[0] not in idle]
        self._event = frozenset(meaning for token in event for meaning in token.meanings)
        self._asides = Asides(self.critical, self.actions, self._event)
        happening = (token.meanings[0] for token in event if token.words[0] not in NATIONALITIES)
        self.happening = next(happening, "")  # what comes first: "the American landing near Atma"

    def ask(self, text: str) -> Asked:
        """Any text, understood as one question."""
        tokens = self._asides.ahead(undoubted(self._read(meant(text))))
        asked = self._asked(text, tokens)
        if asked.act == "said_by" or "?where" in asked.asks:
            tokens = self._asides.unscoped(tokens)
            asked = self._asked(text, tokens) if len(tokens) < len(asked.marks) else asked
        if len(kept := without_guess(tokens, asked.marks)) < len(tokens):
            tokens, asked = kept, self._asked(text, kept)
        if asked.act == "did_say" and len(kept := settled(tokens, asked.marks)) < len(tokens):
            tokens, asked = kept, self._asked(text, kept)
        found = _CONTRAST.search(asked.marks) if asked.act == "did_say" else None
        if not found or not contrasts(tokens, found.start()):
            return asked
        contrasted = list(zip(tokens, asked.marks, strict=True))[found.start(1) : found.end(1)]
        rest = self._asked(text, [*tokens[: found.start()], *tokens[found.end() :]])
        return asked if rest.negated else replace(rest, unlike=features_of(contrasted, "") - FUNCTION_WORDS)

    def on_event(self, asked: Asked) -> bool:
        """Whether what is asked about is no more than what happened as a whole: "about the American landing"."""
        return self.happening in asked.content <= self._event

    @cached_property
    def _read(self) -> Callable[[str], Sequence[Token]]:
        def read(text: str) -> Sequence[Token]:
            return self._asides.summed_up(self._asides.told(voiced(self._reader.read(text), self._voice)))

        return lru_cache(maxsize=LAST)(read)

    def parts(self, text: str, ends: frozenset[str] = frozenset({STOP, ASKS})) -> tuple[Asked, ...]:
        """The questions in the text, in order, where it holds more than one sentence or asks "… and what …".

        A sentence ends at one of `ends`; sentences that ask nothing are left out. Empty where there is nothing to
        take apart.
        """
        tokens = self._read(text)
        asked = (self._asked(text, part) for part in apart(tokens, ends, strange=self._reader.strange))
        more = (part for part in asked if part.marks.strip("T,"))  # than "right?"
        kept = tuple(part for part in more if part.content - part.numbers or part.asks or part.sources)
        before = (*kept[:1], *kept)
        return tuple(map(partial(of_the_same, named=self.critical - self.actions, done=self.actions), kept, before))

    def clauses(self, text: str) -> tuple[Asked, ...]:
        """The clauses of the text that ask something, each by itself; none where that is all of it."""
        tokens = self._read(text)
        return tuple(self._asked(text, clause) for clause in clauses(tokens) if len(clause) < len(tokens))

    def _asked(self, text: str, tokens: Sequence[Token]) -> Asked:
        marks = outline(tokens)
        act = act_of(tokens, marks)
        marked: Marked = list(zip(tokens, marks, strict=True))
        negated = is_negated(tokens, marks)
        clause = pronoun_clause(marked)
        nth = ordinal(marked)
        act = "said_by" if nth is not None and act == "did_say" and marks[0] != "V" else act
        act = "said_by" if clause and act != "injection" else act
        marked = self._undoing(marked) if act == "fact" else marked
        about, beside = subject_of(act, marked, clause)
        topical = is_topical(marked)
        doubted = is_doubted(marked)
        idle, dropped = _IDLE.get(act, _NONE), _NOT_SUBJECT.get(act, _NOT_SUBJECT_OF_SOURCE)
        return Asked(
            text=clean(text),
            marks=marks,
            act=act,
            sources=named_by(marked, "S"),
            outsiders=named_by(clause or marked, "O") or (() if "S" in marks else stranger(marked)),
            own_voice=any(mark == "S" and own_voice(token) for token, mark in marked),
            excluded=named_by(marked, "E"),
            words=tuple(word for token in tokens for word in token.words),
            whole=signed(features_of(marked, "T"), negated),
            subject=signed(features_of(about, dropped), negated) - idle,
            negated=negated,
            by_pronoun=speak_by_pronoun(marked),
            theirs=bool(clause),
            topical=topical,
            twisted=is_twisted(tokens, marks) or doubted or (act == "did_say" and bool(beside)),  # "except one"
            denied=doubted or any("!deny" in token.meanings for token in tokens),
            weighty=_NONE if topical else weighty_words(marked),
            heads=frozenset(heads(marked)),
            ordinal=nth,
            beside=beside,
            alternatives=alternatives(tokens),
            agents=frozenset(agents(marked)),
            plain=frozenset(plain_words(marked)),
            unlike=_NONE,
            literal=self._literals.of(tokens, marks),
        )

    def _undoing(self, marked: Marked) -> Marked:
        return without_doers(marked, self._doers, self.harms, self.happening) if self._doers else marked

    def first_choice(self, text: str) -> Asked | None:
        """The question without what stands after its first "or"; None where nothing is joined so."""
        kept = without_second(self._read(text))
        return self._asked(text, kept) if kept else None

    def lacking(self, features: Features, vocabulary: Features) -> Features:
        """The critical ones among the features that are unspoken; of what is asked with "or" one is enough."""
        critical = features & self.critical
        return _NONE if "or" in features and critical & vocabulary else self.unspoken(critical, vocabulary)

    def unspoken(self, features: Features, vocabulary: Features) -> Features:
        """Those of the features that are not spoken of, not even by what includes them."""
        missing = features - vocabulary
        for including, included in self.included.items() if missing else ():
            if including in vocabulary:
                missing -= included
        return missing

    def opening(self, text: str) -> str:
        """The greeting or thanks a text begins with, or a short one ends with; empty if there is none, or it asks."""
        found = phrases(text)
        last = max((place for place, word in enumerate(found[:_FEW], start=1) if word == PAUSE), default=0)
        spans = [(start, self._social.at([*found], start)[0]) for start in {0, last} if start < len(found)]
        social = next((found[at : at + n] for at, n in spans if n and (not at or at + n == len(found))), ())
        tokens = self._reader.read(text) if social else ()
        marks = re.sub(r"bO[.,]*$", "", outline(tokens))  # "good morning from Rome"
        asks = ASKS in found or any(mark in "WHKQSOV" for mark in marks)
        return "" if asks else " ".join(social)

    def literal(self, text: str) -> Features:
        """What no other word stands for in a text: "13 #child", "thursday"."""
        tokens = self._reader.read(text)
        return self._literals.stated(tokens, outline(tokens))

    def phrasing(self, text: str, *, stated: bool) -> Features:
        """Features of a phrasing as they are compared, "+" for a negative; who did it only where it is `stated`."""
        tokens = self._reader.read(text)
        marked: Marked = list(zip(tokens, marks := outline(tokens), strict=True))
        return signed(features_of(marked if stated else self._undoing(marked), "T"), is_negated(tokens, marks))
