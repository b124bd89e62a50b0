"""Who "he" is, and what those say who spoke before: "they", "its version", "and who does?", "about the camps?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.acts import Act
from knowledge.answers import Answer, Context
from knowledge.asked import Asked
from knowledge.claims import Claims
from knowledge.deciding import Deciding
from knowledge.english import (
    ANYTHING,
    AUXILIARIES,
    BACK_REFERENCES,
    CITING,
    GATING,
    MORE,
    NATIONALITIES,
    PERSONS,
    POSSESSIVES,
    QUESTION_WORDS,
    SPEAKERS,
    SPEAKING_PRONOUNS,
)
from knowledge.furthering import Furthering
from knowledge.leaning import ACCOUNTS, BOTH, SPOKEN, it_speaks, joined_with, unpunctuated, who_does
from knowledge.models import Base, Claim
from knowledge.speaking import Speakers

_ACCOUNT = re.compile("[.,KVT]*[.](A[.,]*|[AY]o.*|Ab.*)")  # "and their version?", "its account of the fire"
_IT_SAID = re.compile("V[.]Y.")  # "did it say that …", after "what did Reuters say"
_INDIRECT = re.compile("Y[.]?[WHKQ]")  # "did they say who was hurt", which no yes answers
_THE_OTHER = re.compile(rf"the other(?: (?:guy|man|one|{'|'.join(sorted(SPEAKERS))}))?\b")
_OPEN = re.compile("[WHKQUA]")  # "what do they say", not "so they say that …"
STANDS = 45.0  # score from which on an answer stands, whether by itself or on the last subject
AHEAD = 2  # words that may stand before the "he" of a question to which a name is the answer
TOPIC_WORDS = 7  # words of one that only names a further subject: "and about the children?"
_TOPIC = re.compile("[.KN]?o[^VYSKWHQ]*")  # "about the camps?", "nothing on casualties?"
_WHAT_WAS_TOLD = frozenset({"it", "that", "this", "him", "her", "them"})


class Voicing:
    """Answers questions in which those speak whom the conversation is about."""

    def __init__(self, base: Base, claims: Claims, speakers: Speakers, deciding: Deciding, further: Furthering) -> None:
        self._base = base
        self._claims = claims
        self._speakers = speakers
        self._standalone = deciding.standalone
        self._tell = further.tell

    def answer(self, asked: Asked, context: Context, told: list[Claim]) -> Answer | None:
        """What those named before say, or who does if they do not, or what "they" say; None where nobody speaks."""
        words = frozenset(asked.words)
        named = self.named(context)
        if named and who_does(asked):  # "and who does?", after one who does not
            others = tuple(f for f in context.subject if f[:1] != "@" and f not in GATING)
            who = replace(joined_with(others, asked), act="who_said", excluded=asked.excluded + named)
            return self._standalone(replace(who, subject=who.subject - {"?who"}))
        if other := self._other(asked, context, named):
            return self._standalone(replace(asked, act="said_by", sources=other, subject=frozenset()))
        if named and it_speaks(asked):
            return self._standalone(replace(asked, act="said_by", sources=named, subject=frozenset()))
        if words & POSSESSIVES and _ACCOUNT.fullmatch(asked.marks) and context.sources and not asked.sources:
            about = asked.subject - ACCOUNTS if {"o", "b"} & {*asked.marks} else frozenset[str]()
            return self._standalone(replace(asked, act="said_by", sources=context.sources[:1], subject=about))
        theirs = words & (SPEAKING_PRONOUNS | {"it"}) and words & CITING and len(asked.sources) == 1
        if theirs and context.sources:  # "do they quote Reuters"
            return self._standalone(replace(asked, act="did_say", sources=(context.sources[0], *asked.sources)))
        return self._by_pronoun(asked, context, told, words)

    def _by_pronoun(self, asked: Asked, context: Context, told: list[Claim], words: frozenset[str]) -> Answer | None:
        """What "they" say, who spoke last; what was told, again, where it is "that" which they say."""
        both = "Y" in asked.marks and words & BOTH and len(context.sources) > 1
        it = asked.words[:2] == ("did", "it") and bool(self.named(context)) and _IT_SAID.match(asked.marks) is not None
        spoke = asked.by_pronoun or both or it
        if not (spoke or "P" in asked.marks):
            return None
        if told and words & _WHAT_WAS_TOLD - {"it" if it else ""} and not asked.content - BACK_REFERENCES - SPOKEN:
            return self._tell(asked, told)
        if not spoke or not context.sources or asked.sources or words & MORE - {"anything"}:
            return None
        if words & {"he", "she"} and self._base.source_by_id[context.sources[0]].own_voice:  # a report is no person
            return Answer(asked.text, "not_stated", missing="whether they said anything")
        act: Act = "said_by" if asked.marks[0] != "V" and _OPEN.search(asked.marks) else "did_say"
        sources = context.sources if words & BOTH else context.sources[:1]
        if asked.asks and not asked.content:  # "did they say how many": of what it was about
            asked = joined_with(tuple(feature for feature in context.subject if feature[0] == "#"), asked)
        answer = self._standalone(replace(asked, act=act, sources=sources, subject=asked.subject - SPOKEN))
        nation = len(asked.content) == 1 and not NATIONALITIES.isdisjoint(asked.words)  # "they were American": who?
        return replace(answer, verdict=None) if nation or _INDIRECT.search(asked.marks) else answer

    def named(self, context: Context) -> tuple[str, ...]:
        """The sources asked about by name before."""
        return tuple(f[1:] for f in context.subject if f[:1] == "@" and f[1:] in self._base.source_by_id)

    def _other(self, asked: Asked, context: Context, named: tuple[str, ...]) -> tuple[str, ...]:
        """Of two who were asked about, the one who did not say it, where "the other one" is to speak; else nobody."""
        words = " ".join(asked.words)
        speaks = {"A", "Y"} & {*asked.marks} or words.startswith(("and the", "what about the"))
        of_more = asked.sources or (asked.content - BACK_REFERENCES and "B" not in asked.marks)
        if len(named) <= 1 or of_more or not speaks or not _THE_OTHER.search(words):
            return ()
        said = self._claims.known(context.said or context.claims)
        silent = tuple(source for source in named if not any(self._claims.speaks(claim, source) for claim in said))
        return silent if len(silent) == len(named) - 1 else ()

    def on_topic(self, asked: Asked, context: Context) -> Answer | None:
        """What the source asked about by name says on a further subject: "about the camps?", "and on casualties?"."""
        named = self.named(context)
        if not named or len(asked.words) > TOPIC_WORDS or not _TOPIC.fullmatch(asked.marks):
            return None
        theirs = self._speakers.said_by(replace(asked, act="said_by", sources=named))
        theirs_alone = asked.marks[0] in "oN" or asked.words[0] in ANYTHING | {"and"}
        return theirs if theirs.statements or theirs_alone else None

    def person(self, context: Context) -> tuple[str, ...]:
        """Whoever "he" is: the critical words of the last subject, or of the first claim told; else all of both."""
        if sources := self.named(context):
            return tuple(f"@{source}" for source in sources)
        said = self._claims.features(context.claims[0]) if context.claims else frozenset()
        for features in (context.subject, said):
            if named := self._claims.names_among(features):
                return tuple(named)
        return (*context.subject, *(feature for feature in said if feature[0] == "#"))

    def persons(self, context: Context) -> Iterator[tuple[str, ...]]:
        """Whom "he" may mean, likeliest first: all spoken of; unless a source was asked about, one of those told of."""
        named = self._claims.names_among(context.subject)
        more = any(feature[0] == "#" for feature in named.symmetric_difference(context.subject))
        if "?who" in context.subject and context.claims and more:  # "who hid in Ada's house", and then "he"
            yield tuple(self._claims.names_among(self._claims.features(context.claims[0])) - named)
        yield self.person(context)
        if context.claims and not self.named(context):
            told = sorted(self._claims.names_among(self._claims.features(context.claims[0])))
            yield tuple(told)
            yield from ((each,) for each in told)

    def of_them(self, asked: Asked, context: Context, words: frozenset[str]) -> Answer | None:
        """What was done by those, or to those, whom the conversation is about: "did any of them die"."""
        alone = len(unpunctuated(asked)) == 1  # "killed?"
        said = self._claims.features(context.claims[0]) if alone and context.claims else frozenset[str]()
        names = self._claims.names_among(context.subject) or self._claims.names_among(said)
        done = asked.content and self._claims.critical_among(asked.content) == asked.content
        theirs = alone or words & {"them", "they"}
        if not (names and done and theirs) or self._claims.things_among(asked.content):
            return None
        answer = self._standalone(joined_with(tuple(names), asked))
        return answer if answer.outcome in ("answer", "not_stated") and answer.score >= STANDS else None

    def done(self, asked: Asked, context: Context, words: frozenset[str]) -> Answer | None:
        """What was done to whoever was told of, where nothing but that is asked: "killed?"."""
        return self.of_them(asked, context, words) if len(unpunctuated(asked)) == 1 else None

    def names_first(self, asked: Asked) -> bool:
        """Whether somebody is named before the "he" or "his" that means them: "Kirby, what is his work"."""
        place = next(place for place, word in enumerate(asked.words) if word in PERSONS)
        opens = asked.words[0] in AUXILIARIES | QUESTION_WORDS  # "is he Kirby", "who killed him, Baghdadi"
        named = asked.sources or self._claims.names_among(asked.content)
        return bool(named and place > (AHEAD if opens else 1))
