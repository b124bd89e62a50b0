"""Questions that lean on the one before: "who said that?", "and the Pentagon?", "where exactly?"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answers import Answer, Context
from knowledge.asked import Asked
from knowledge.choosing import WORD_FOR_WORD
from knowledge.claims import Claims
from knowledge.deciding import Deciding
from knowledge.earlier import Earlier
from knowledge.english import (
    AGAINST,
    BACK_REFERENCES,
    COUNTING,
    FUNCTION_WORDS,
    MORE,
    PERSONS,
)
from knowledge.furthering import Furthering
from knowledge.joining import Joining
from knowledge.leaning import (
    EXACTLY,
    RELYING,
    fragment,
    joined_with,
    names_only,
    own_content,
    says_otherwise,
    unpunctuated,
    when_said,
    who_does,
)
from knowledge.marking import DIFFER, SUMMARY
from knowledge.models import Base, Claim
from knowledge.speaking import CLOSEST, LITTLE, NOBODY, Speakers
from knowledge.telling import Teller
from knowledge.voicing import STANDS, Voicing

_ALL = re.compile("[KU].*[YAR]|[YR].*K")  # "what does Reuters say", "all its statements"
_BARE = re.compile("[.,]*(H?[RB]Y?|V?B[YV]?X|WX)[.,]*")  # "sources?", "which outlet says so", "does anyone disagree"
_THEY_SAID = re.compile("[.,]*V?[.]Y")  # "did they say that …", however long
_OF_ANOTHER = re.compile("S.*K.*S")  # "did Reuters confirm what Sputnik said"
LONGEST_LEANING = 9  # words of a question that may lean on the one before
ABOUT_AS = 0.9  # share of the closest entry's score from which on one that holds what was told goes before it
FEW = 2  # words of a question that leans on the one before all the same: "how many?"


class Following:
    """Answers follow-ups. `deciding` answers a question without its context."""

    def __init__(self, base: Base, claims: Claims, speakers: Speakers, teller: Teller, deciding: Deciding) -> None:
        self._base = base
        self._teller = teller
        self._claims = claims
        self._deciding = deciding
        self._standalone = deciding.standalone
        self._further = Furthering(base, claims, speakers, teller)
        self._tell = self._further.tell
        self._joining = Joining(base, claims, deciding, self._tell)
        self._earlier = Earlier(base, claims, self._joining, teller)
        self._voicing = Voicing(base, claims, speakers, deciding, self._further)

    def answer(self, asked: Asked, context: Context) -> Answer | None:
        """The answer in the light of the context; None where the question stands on its own."""
        told, words = self._claims.known(context.claims), frozenset(asked.words)
        if (context.claims and not told) or not self._base.source_by_id.keys() >= set(context.sources):
            return None  # the base it was about is no more
        context = replace(context, claims=tuple(claim.id for claim in told))
        if told and self._deciding.repeats(asked):
            return self._tell(asked, told)
        if not own_content(asked) and (backed := self._further.backing(asked, told)):
            return backed
        if pointed := self._earlier.answer(asked, told) or self._voicing.done(asked, context, words):
            return pointed
        if self._apart(asked, words, told):
            return self._outsiders(asked)
        if answer := self._voicing.answer(asked, context, told):
            return answer
        if own_content(asked) and asked.marks.strip("T,"):
            return self._with_content(asked, context, words)
        return self._without_content(asked, context, told, words)

    def _apart(self, asked: Asked, words: frozenset[str], told: list[Claim]) -> bool:
        """Whether it has nothing to do with what was told: too long, a phrasing of the base, on outsiders, on when.

        Or on "this time", where what was told is earlier.
        """
        if told and {"this", "time"} <= words and self._claims.are_earlier(claim.id for claim in told):
            return True
        outsiders = asked.outsiders and not (asked.concepts and words & BACK_REFERENCES)
        beside = outsiders or when_said(asked) or SUMMARY in asked.whole
        long = len(asked.words) > LONGEST_LEANING and not (asked.by_pronoun and _THEY_SAID.match(asked.marks))
        return bool(beside) or long or self._whole(asked)

    def _whole(self, asked: Asked) -> bool:
        """Whether it is a phrasing of the base, word for word, that points at nothing: "where do sources disagree"."""
        if asked.words[:1] == ("and",) or not BACK_REFERENCES.isdisjoint(asked.words):
            return False
        if _BARE.fullmatch(asked.marks) and (asked.act == "who_said" or not AGAINST.isdisjoint(asked.words)):
            return False
        if who_does(asked):
            return False
        alone = self._standalone(asked)
        types = all(feature in FUNCTION_WORDS or feature[0] in "?+=" for feature in asked.whole)  # "how many?"
        if types and len(unpunctuated(asked)) <= FEW and alone.outcome != "small_talk":
            return False
        short = len(unpunctuated(asked)) == 1 or fragment(asked) or asked.words[0] == "any"
        return alone.score >= WORD_FOR_WORD and (not short or self._deciding.is_phrasing(asked))

    def _outsiders(self, asked: Asked) -> Answer | None:
        """That the report quotes no "and CNN?"; None for a question of more."""
        alone = asked.outsiders and asked.words[0] == "and" and not asked.content
        return self._teller.outsiders(asked.text, asked.outsiders) if alone else None

    def _without_content(
        self, asked: Asked, context: Context, told: list[Claim], words: frozenset[str]
    ) -> Answer | None:
        """Nothing but a question word, "who said that?" or "really?": the last subject, asked or told again."""
        if sided := self._sided(asked, context, told):
            return sided
        denies = asked.negated and (DIFFER in asked.whole or asked.act == "who_said")
        if context.denied and denies:  # nothing was told that anyone could deny
            return None
        of_another = set(asked.sources) - set(context.sources) and words & COUNTING  # "is Reuters' figure different"
        agreed = {"right", "wrong"} if asked.act == "did_say" else set[str]()  # "he said so, right?"
        opposes = set() if of_another else words & AGAINST - agreed
        if (opposes and not fragment(asked)) or (told and denies):
            against = self._further.against(asked, told, context.said)
            if against.outcome == "answer" or opposes or asked.marks.rstrip(",").endswith("YN"):  # "who says no"
                return against
        if words & MORE and not (words & EXACTLY or of_another):
            return self._further.more(asked, context, told, words)
        if _OF_ANOTHER.search(asked.marks):
            return None
        if asked.sources:
            about = self._further.about(asked, joined_with(context.subject, asked), told, context)
            about = replace(about, verdict=None) if of_another else about
            return None if self._whole_account(asked, words) else about
        return self._again(asked, context, told, words)

    def _sided(self, asked: Asked, context: Context, told: list[Claim]) -> Answer | None:
        """Those who say what was asked, or deny it, where that is asked in a word: "who says yes", "who says no"."""
        word = unpunctuated(asked)[-1] if asked.act == "who_said" else ""
        said = self._claims.known(context.said)
        if word == "yes" and said:
            return replace(self._tell(asked, said), contrast=())
        denying = [claim for claim in told if self._claims.is_negative(claim)]
        if word == "no" and denying and not said:  # "was he killed"
            return replace(self._tell(asked, denying), contrast=())
        return self._further.against(asked, said) if word == "no" and said else None

    def _whole_account(self, asked: Asked, words: frozenset[str]) -> bool:
        """Whether a full question asks for all that a source says: "what did Reuters report", not "and Reuters"."""
        if asked.act == "did_say" or not words.isdisjoint(BACK_REFERENCES) or asked.words[0] == "and":
            return False
        if asked.asks:  # "on what date did he speak"
            return self._standalone(asked).outcome == "not_stated"
        little = asked.act == "basis" or len(self._claims.own(asked.sources)) <= LITTLE
        return bool(little and _ALL.search(asked.marks))

    def _again(self, asked: Asked, context: Context, told: list[Claim], words: frozenset[str]) -> Answer | None:
        """What was told, once more, or asked further with a question word."""
        if told and says_otherwise(asked) and self._claims.is_negative(told[0]):  # "who says they did"
            return self._further.against(asked, told)
        if told and (asked.act in ("who_said", "basis") or asked.content & RELYING):
            alone = self._standalone(asked)
            named = "B" in asked.marks or words & (PERSONS | {"they"}) or len(unpunctuated(asked)) == 1
            if alone.shows and alone.score >= WORD_FOR_WORD and not named:  # "who published it"
                return None
            if asked.act == "who_said" and (words & BACK_REFERENCES or len(unpunctuated(asked)) <= FEW):
                told = self._claims.known(context.said) or told  # "nobody was hurt", and then "says who"
            unsaid = asked.act == "who_said" and context.subject and not context.said
            lead = NOBODY if context.denied else CLOSEST if unsaid else None
            return replace(self._tell(asked, told), contrast=(), lead=lead)
        if DIFFER in asked.whole and context.subject:  # "so the same number?"
            compared = self._standalone(joined_with(context.subject, asked))
            return compared if compared.outcome == "answer" else self._further.against(asked, told)
        if asked.asks:
            return self._asked_again(asked, context, words)
        leans = words & BACK_REFERENCES or set(asked.marks) <= set("TVAYPob.,t") or fragment(asked)
        if told and asked.whole and leans:
            return self._tell(asked, told)
        return None

    def _asked_again(self, asked: Asked, context: Context, words: frozenset[str]) -> Answer | None:
        """What is asked with nothing but a question word: of what was told if an entry about as close holds that."""
        person = self._voicing.person(context) if words & PERSONS and context.subject else context.subject
        denied = self._claims.names_among(context.subject) if context.whether and not context.said else ()
        if asked.asks == {"?who"} and denied:  # "was Ada the captain", and then "who was it"
            person = tuple(feature for feature in person if feature not in denied)
        subject = joined_with(person, asked)
        joined = self._standalone(subject)
        within = self._joining.within(asked, subject, context.claims)
        if joined.outcome == "no_match" and not within and context.denied:  # of what was told, not of what was asked
            said = self._claims.vocabulary(self._claims.known(context.claims)) | asked.asks
            joined = self._standalone(replace(subject, whole=subject.whole & said, subject=subject.subject & said))
        found = [each for each in (joined, within) if each and each.outcome == "answer"]
        if fragment(asked) and asked.asks == {"?who"} and not found:  # "to whom?"
            return self._tell(asked, self._claims.known(context.claims))
        unknown = joined.outcome == "no_match"
        fitting = [
            claim for claim in self._claims.known(context.claims) if asked.asks <= self._claims.vocabulary([claim])
        ]
        if unknown and not within and fitting:  # "and what was the total?"
            return self._tell(asked, fitting)
        return within if within and (unknown or within.score >= ABOUT_AS * joined.score) else joined

    def _with_content(self, asked: Asked, context: Context, words: frozenset[str]) -> Answer | None:
        """A question with a subject of its own: joined with the last one only if it points back and fails alone."""
        if theirs := self._voicing.on_topic(asked, context):
            return theirs
        if (
            not (words & BACK_REFERENCES or asked.words[0] in ("and", "any"))
            and not (fragment(asked) or names_only(asked))
            and len(unpunctuated(asked)) > 1
        ):
            return None
        if of_them := self._voicing.of_them(asked, context, words):
            return of_them
        if asked.act == "who_said" and words & MORE:  # "does anybody else speak of civilians"
            return self._standalone(replace(asked, excluded=asked.excluded + context.sources))
        if words & PERSONS and context.subject and not self._voicing.names_first(asked):
            asked_of = (self._standalone(joined_with(who, asked)) for who in self._voicing.persons(context))
            joined = next((each for each in asked_of if each.outcome in ("answer", "not_stated")), None)
            if joined and joined.outcome == "answer" and self._claims.passed_over(own_content(asked), joined):
                return None  # "make a rap about him"
            return joined if joined and joined.score >= STANDS else self._joining.pointed(asked, context) or joined
        return self._joining.pointed_or_joined(asked, context, words)
