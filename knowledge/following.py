"""Questions that lean on the one before: "who said that?", "and the Pentagon?", "where exactly?"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from knowledge.acts import Act
from knowledge.answers import Answer, Context
from knowledge.asking import Asked
from knowledge.choosing import WORD_FOR_WORD
from knowledge.claims import Claims
from knowledge.deciding import Deciding
from knowledge.english import AGAINST, BACK_REFERENCES, FUNCTION_WORDS, GATING, MORE, PERSONS
from knowledge.leaning import BOTH, LEANING, RELYING, SPOKEN, fragment, it_speaks, plain_words, points
from knowledge.models import Base, Claim
from knowledge.outlining import DIFFER
from knowledge.speaking import NOBODY, Speakers
from knowledge.telling import Teller

_ALL = re.compile("[.,]*K.?VS?.?SY[.,]*")  # "what does Reuters say"
LONGEST = 9  # words of a question that may lean on the one before
SURE = 45.0  # score from which on an answer needs no context
TOPIC = 6  # words of one that only names a further subject: "and about the children?"
_TOPIC = re.compile("[.K]?o[^VYSKWHQ]*")
SHORT = 2  # words of a question that leans on the one before all the same: "how many?"


class Following:
    """Answers follow-ups. `deciding` answers a question without its context."""

    def __init__(self, base: Base, claims: Claims, speakers: Speakers, teller: Teller, deciding: Deciding) -> None:
        self._base = base
        self._teller = teller
        self._claims = claims
        self._speakers = speakers
        self._deciding = deciding
        self._standalone = deciding.standalone

    def answer(self, asked: Asked, context: Context) -> Answer | None:
        """The answer in the light of the context; None where the question stands on its own."""
        if asked.outsiders or len(asked.words) > LONGEST or self._whole(asked):
            return self._outsiders(asked)
        told = [self._base.claim_by_id[id_] for id_ in context.claims if id_ in self._base.claim_by_id]
        if (context.claims and not told) or not self._base.source_by_id.keys() >= set(context.sources):
            return None  # the base it was about is no more
        context = replace(context, claims=tuple(claim.id for claim in told))
        words = frozenset(asked.words)
        if answer := self._spoken(asked, context, told, words):
            return answer
        if asked.content - LEANING:
            return self._with_content(asked, context, words)
        if (words & AGAINST and not fragment(asked)) or (told and DIFFER in asked.whole and asked.negated):
            return self._against(asked, told)
        if words & MORE:
            return self._more(asked, context, told, words)
        if asked.sources:
            about = self._about(asked, context, told)
            return None if about.silent and not about.verdict and _ALL.fullmatch(asked.marks) else about
        return self._without_content(asked, context, told, words)

    def _spoken(self, asked: Asked, context: Context, told: list[Claim], words: frozenset[str]) -> Answer | None:
        """What "they" say, who spoke last; what was told, again, where it is "that" which they say."""
        if it_speaks(asked) and (named := self._named(context)):
            return self._standalone(replace(asked, act="said_by", sources=named, subject=frozenset()))
        both = "Y" in asked.marks and words & BOTH and len(context.sources) > 1
        if not (asked.by_pronoun or both or "P" in asked.marks):
            return None
        if told and words & {"it", "that", "this"} and not asked.content - BACK_REFERENCES - SPOKEN:
            return self._tell(asked, told)
        if not (asked.by_pronoun or both) or not context.sources or asked.sources or words & MORE - {"anything"}:
            return None
        act: Act = "did_say" if asked.marks[0] == "V" else "said_by"
        sources = context.sources if words & BOTH else context.sources[:1]
        return self._standalone(replace(asked, act=act, sources=sources, subject=asked.subject - SPOKEN))

    def _whole(self, asked: Asked) -> bool:
        """Whether it is a phrasing of the base, word for word, that points at nothing: "where do sources disagree"."""
        if asked.words[:1] == ("and",) or not BACK_REFERENCES.isdisjoint(asked.words):
            return False
        alone = self._standalone(asked)
        types = all(feature in FUNCTION_WORDS or feature[0] in "?+=" for feature in asked.whole)  # "how many?"
        if types and len(plain_words(asked)) <= SHORT and alone.outcome != "small_talk":
            return False
        short = len(plain_words(asked)) == 1 or fragment(asked)
        return alone.score >= WORD_FOR_WORD and (not short or self._deciding.is_phrasing(asked))

    def _outsiders(self, asked: Asked) -> Answer | None:
        """That the report quotes no "and CNN?"; None for a question of more."""
        alone = asked.outsiders and asked.words[0] == "and" and not asked.content
        return self._teller.outsiders(asked.text, asked.outsiders) if alone else None

    def _without_content(
        self, asked: Asked, context: Context, told: list[Claim], words: frozenset[str]
    ) -> Answer | None:
        """Nothing but a question word, "who said that?" or "really?": the last subject, asked or told again."""
        if told and (asked.act in ("who_said", "basis") or asked.content & RELYING):
            alone = self._standalone(asked)
            if alone.shows and alone.score >= WORD_FOR_WORD and "B" not in asked.marks:  # "who published it"
                return None
            return replace(self._tell(asked, told), contrast=(), lead=NOBODY if context.denied else None)
        if asked.asks:
            person = self._person(context) if words & PERSONS and context.subject else context.subject
            subject = self._joined(asked, replace(context, subject=person))
            joined = self._standalone(subject)
            return self._deciding.within(asked, subject, context.claims) if joined.outcome == "no_match" else joined
        if (
            told
            and asked.whole
            and (words & BACK_REFERENCES or set(asked.marks) <= set("TVAYPob.,t") or fragment(asked))
        ):
            return self._tell(asked, told)
        return None

    def _more(self, asked: Asked, context: Context, told: list[Claim], words: frozenset[str]) -> Answer | None:
        """What else the same source says, or who else speaks of it."""
        if (
            not words & {"others"}
            and (asked.sources or context.sources)
            and (
                asked.act in ("said_by", "did_say")
                or (
                    "B" not in asked.marks
                    and (all(f[:1] == "@" for f in context.subject) or words & (PERSONS | {"they", "them", "it"}))
                )
            )
        ):
            return self._more_by(asked, context, told)
        return None if asked.asks - {"?who"} else self._others(asked, told)

    def _with_content(self, asked: Asked, context: Context, words: frozenset[str]) -> Answer | None:
        """A question with a subject of its own: joined with the last one only if it points back and fails alone."""
        if theirs := self._on_topic(asked, context):
            return theirs
        if (
            not words & BACK_REFERENCES
            and asked.words[0] != "and"
            and not fragment(asked)
            and len(plain_words(asked)) > 1
        ):
            return None
        if asked.act == "who_said" and words & MORE:  # "does anybody else speak of civilians"
            return self._standalone(replace(asked, excluded=asked.excluded + context.sources))
        if words & PERSONS and context.subject:
            joined = self._standalone(self._joined(asked, replace(context, subject=self._person(context))))
            known = joined.outcome in ("answer", "not_stated")
            pointed = None if known and joined.score >= SURE else self._pointed(asked, context)
            return pointed or (joined if known else None)
        if (points(asked) or fragment(asked) or len(plain_words(asked)) == 1) and (
            answer := self._pointed(asked, context)
        ):
            return answer
        alone = self._standalone(asked)
        if (alone.outcome == "answer" and alone.score >= SURE) or alone.outcome in ("not_stated", "small_talk"):
            return None
        joined = self._standalone(self._joined(asked, context))
        return joined if joined.outcome == "answer" and joined.score > alone.score else None

    def _named(self, context: Context) -> tuple[str, ...]:
        """The sources asked about by name before."""
        return tuple(f[1:] for f in context.subject if f[:1] == "@" and f[1:] in self._base.source_by_id)

    def _on_topic(self, asked: Asked, context: Context) -> Answer | None:
        """What the source asked about by name says on a further subject: "about the camps?", "and on casualties?"."""
        named = self._named(context)
        if not named or len(asked.words) > TOPIC or not _TOPIC.fullmatch(asked.marks):
            return None
        theirs = self._speakers.said_by(replace(asked, act="said_by", sources=named))
        return theirs if theirs.statements or asked.marks[0] == "o" else None

    def _pointed(self, asked: Asked, context: Context) -> Answer | None:
        """What is asked of what was told: an entry that holds it, or what was told, if that speaks of all of it."""
        if answer := self._deciding.within(asked, self._joined(asked, context), context.claims):
            return answer
        told = [self._base.claim_by_id[id_] for id_ in context.claims]
        if told and fragment(asked) and "B" in asked.marks:
            return self._tell(asked, told)
        speaks = asked.content - BACK_REFERENCES | asked.asks - {"?who"} <= self._claims.vocabulary(told)
        return self._tell(asked, told) if told and speaks else None

    def _person(self, context: Context) -> tuple[str, ...]:
        """Whoever "he" is: the critical words of the last subject, or of the first claim told; else all of both."""
        said = self._claims.features(context.claims[0]) if context.claims else frozenset()
        for features in (context.subject, said):
            if named := self._claims.names_among(features):
                return tuple(named)
        return (*context.subject, *(feature for feature in said if feature[0] == "#"))

    def _joined(self, asked: Asked, context: Context) -> Asked:
        subject = frozenset(f for f in context.subject if f[:1] != "@" and not (asked.asks and f in GATING))
        return replace(
            asked,
            act="fact" if asked.act in ("fact", "who_said") else asked.act,
            whole=(asked.whole - BACK_REFERENCES) | subject,
            subject=(asked.subject - BACK_REFERENCES) | subject,
        )

    def _about(self, asked: Asked, context: Context, told: list[Claim]) -> Answer:
        """Another source on the same subject: "and the Pentagon?"; to "did it say that?" a yes if it did."""
        about = self._speakers.said_by(replace(self._joined(asked, context), act="said_by"))
        instead = () if about.statements else self._teller.statements(self._claims.own(asked.sources))
        if told and asked.act == "did_say" and asked.marks.lstrip(".,").startswith("V"):
            return self._whether_said(asked, replace(about, instead=instead), told, context.said)
        return replace(about, outcome="answer", instead=instead, related=()) if instead else about

    def _whether_said(self, asked: Asked, about: Answer, told: list[Claim], said: Iterable[str]) -> Answer:
        """Whether the source said what was asked; if not, who did, and what the source says on it.

        No verdict where what it says only came closest to what was asked.
        """
        own = [claim for claim in told for source in asked.sources if self._claims.speaks(claim, source)]
        if own:
            granted = not {claim.id for claim in own}.isdisjoint(said)
            return replace(about if about.statements else self._tell(asked, own), verdict="yes" if granted else None)
        if about.contrast:
            return replace(about, verdict="no")
        return replace(self._tell(asked, told), verdict="no", instead=about.statements or about.instead)

    def _tell(self, asked: Asked, claims: Iterable[Claim]) -> Answer:
        return self._teller.claims(asked.text, claims, 100.0)

    def _against(self, asked: Asked, told: list[Claim]) -> Answer:
        """Who disagrees with what was told."""
        ids = dict.fromkeys(id_ for claim in told for id_ in claim.disagrees_with)
        against = [self._base.claim_by_id[id_] for id_ in ids]
        if against:
            return replace(self._tell(asked, against), contrast=())
        missing = "that anyone disagrees with this"
        return Answer(asked.text, "not_stated", missing=missing, related=self._teller.statements(told))

    def _more_by(self, asked: Asked, context: Context, told: list[Claim]) -> Answer:
        """What else the same source says."""
        sources = asked.sources or context.sources
        ids = {claim.id for claim in told}
        more = [claim for source in sources for claim in self._claims.own((source,)) if claim.id not in ids]
        if more:
            return self._tell(asked, dict.fromkeys(more))
        silent = tuple(self._base.source_by_id[source] for source in sources)
        names = " or ".join(source.name for source in silent)
        return Answer(asked.text, "not_stated", missing=f"that {names} said anything else")

    def _others(self, asked: Asked, told: list[Claim]) -> Answer | None:
        """Who else speaks of the same subject."""
        ids = {claim.id for claim in told}
        subjects = {subject for claim in told[:1] for subject in claim.about}
        others = [c for c in self._base.claims if c.id not in ids and subjects & set(c.about)]
        if others:
            return self._tell(asked, others)
        return Answer(asked.text, "not_stated", missing="that anyone else speaks of this") if told else None
