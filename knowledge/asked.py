"""A question as it is understood: a value. Knows neither how it came about nor any answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from knowledge.acts import Act
from knowledge.english import FUNCTION_WORDS, GATING, NATIONALITIES
from knowledge.features import Features
from knowledge.vocabulary import stem

NATIONS = frozenset(map(stem, NATIONALITIES))
_DOES_SAY = re.compile("[.,]{1,4}VY[^WHKQ]*,|[^WHKQ]*,V[.]{0,2}Y[t.]?,*")  # "it does say …?", "…, does it say that"
_DATED = re.compile(r"year=|(?:after|before|since|until) \d{4}$")


@dataclass(frozen=True)
class Asked:
    """A question understood. `whole` are the features of all its words, `subject` those of what it is about."""

    text: str
    marks: str
    act: Act
    sources: tuple[str, ...]
    outsiders: tuple[str, ...]
    own_voice: bool  # it asks what the report says itself, quoting nobody
    excluded: tuple[str, ...]  # sources left out: "anyone besides Reuters"
    words: tuple[str, ...]
    whole: Features
    subject: Features
    negated: bool
    by_pronoun: bool  # it is "he", "she" or "they" who speak
    theirs: bool  # it names a source and then asks what "they" say
    topical: bool  # it asks whether they speak of something: "did it mention", "talk about", "say anything"
    twisted: bool  # something around the statement changes it: "dispute that", "never said", "deny saying"
    denied: bool  # it speaks of a denial or a lie
    weighty: Features  # function words that a confirmed statement has to have: "may", "ever"
    heads: Features  # what "what" asks for: "what colour was"
    ordinal: int | None  # which of the source's statements, in the order of the report
    beside: Features  # what is left out: "besides the injuries"
    alternatives: tuple[Features, ...]  # the things that "or" joins
    agents: Features  # who does what is asked: "did the vicar"
    plain: Features  # words of a short question that are no concept: "famous"
    unlike: Features  # what is set against the statement: "13 dead, not 3"
    literal: Features  # what no other word stands for: numbers with what they count ("13 #child"), "thursday"

    @cached_property
    def content(self) -> Features:
        """The subject without function words, question types and names of bodies."""
        return frozenset(f for f in self.subject if f not in FUNCTION_WORDS and f[0] not in "?+^@!=")

    @cached_property
    def concepts(self) -> Features:
        """Concepts of the subject."""
        return frozenset(feature for feature in self.content if feature[0] == "#")

    @cached_property
    def asks(self) -> Features:
        """Question types, by which one question about a subject differs from another."""
        return self.subject & GATING

    @cached_property
    def yes_or_no(self) -> bool:
        """Whether it begins like a question for yes or no, or has a tag, "right?": or "the report does say …?"."""
        return self.marks[0] == "V" or "T" in self.marks or _DOES_SAY.fullmatch(self.marks) is not None

    def without(self, features: Features) -> Asked:
        """The question as if it did not have these features."""
        outsiders = tuple(name for name in self.outsiders if f"^{name}" not in features)
        gone = features if outsiders else features | {"^"}
        whole, subject = self.whole - gone, self.subject - gone
        return replace(self, whole=whole, subject=subject, outsiders=outsiders, alternatives=())

    @cached_property
    def of_the_bot(self) -> bool:
        """Whether it asks what the bot is or does itself, and names an outsider: "are you from CNN"."""
        bot = self.marks[0] == "V" and self.words[1:2] == ("you",)
        return bot and bool(self.outsiders) and not self.concepts and re.search("[SYPAR]", self.marks) is None

    @cached_property
    def numbers(self) -> Features:
        """Numbers the question names."""
        return frozenset(feature for feature in self.subject if feature.isdigit())

    @cached_property
    def nations(self) -> Features:
        """Nations the question names: "any Danish dead"."""
        return self.content & NATIONS

    @cached_property
    def years(self) -> Features:
        """Years the question names: "in 2019", "since 2014"."""
        return frozenset(re.split("[ =]", each)[-1] for each in self.literal if _DATED.match(each)) & self.numbers

    @cached_property
    def counts(self) -> Features:
        """Numbers the question names, with the concepts they count."""
        things = {literal.split(" ")[1] for literal in self.literal if literal[0].isdigit()}
        return self.numbers | {thing for thing in things if thing[0] == "#"}

    def without_outsiders_beside(self) -> Asked:
        """The question without the outsiders asked about beside something else: "Russia's or the coalition's"."""
        names = frozenset(f"^{name}" for name in self.outsiders)
        others = [one for one in self.alternatives if one.isdisjoint(names)]
        more = self.content.difference(*self.alternatives)
        beside = others and len(others) < len(self.alternatives) and more and not self.sources
        return replace(self.without(names), alternatives=tuple(others)) if beside and "OY" not in self.marks else self
