"""How a question leans on the one before it: what points back in its words. Knows no answer."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from knowledge.asked import Asked
from knowledge.english import (
    AGAINST,
    BACK_REFERENCES,
    BE,
    DOES,
    GATING,
    INFORMING,
    MORE,
    ORDINALS,
    QUESTION_WORDS,
    RELATIONS,
    SPEECH,
)
from knowledge.features import Features
from knowledge.text import PUNCTUATION
from knowledge.vocabulary import stem

_NAMED = re.compile("[KHWQ][.]*,?$")
_WHEN_SAID = re.compile("[.,]*o?QV?[.]Y[.t]?,*")
_WHO_DOES = re.compile("[.,]*(W|H[B.])V[.,]*")
_SO = re.compile(
    r" (?:it|one|some|somebody|someone|there|they) (?:are|did|do|does|had|is|was|were)$|claims? them$"
    r"| (?:said|says?) (?:otherwise|yes)$"
)
_KINDS = {"brand", "kind", "model", "sort", "type"}  # "which type?" asks for one of what was told
FRAGMENT = 4  # words of a question without a verb: "through which agency?"
BOTH = frozenset({"both", "each"})
RELYING = frozenset(map(stem, INFORMING | {"based", "basis"})) | INFORMING  # "citing whom?"
SPOKEN = frozenset(map(stem, SPEECH["!say"])).union(SPEECH["!say"], BOTH)
ACCOUNTS = SPOKEN | frozenset(map(stem, SPEECH["!account"])).union(SPEECH["!account"])
LEANING = frozenset(map(stem, BACK_REFERENCES | MORE | AGAINST)) | BACK_REFERENCES | MORE | AGAINST | RELYING
PREPOSITIONS = RELATIONS | {"at", "by", "for", "on", "through", "to", "via", "with"}
POINTING = frozenset({"it", "that", "them", "there", "these", "this", "those"})
OKAY = frozenset({"ok", "okay"})
EXACTLY = frozenset({"exact", "exactly", "precise", "precisely", "specific", "specifically"})


def own_content(asked: Asked) -> Features:
    """What it asks about itself: no word that leans, nor an "ok" ahead of a question word."""
    return asked.content - LEANING - (OKAY if asked.asks else frozenset())


def unpunctuated(asked: Asked) -> list[str]:
    """Its words without punctuation."""
    return [word for word in asked.words if word not in PUNCTUATION]


def fragment(asked: Asked) -> bool:
    """Whether it is no sentence of its own: "against whom?", "through which agency?", "which kind?"."""
    words = unpunctuated(asked)
    pairs = set(pairwise(word in PREPOSITIONS or (word in QUESTION_WORDS and "?") for word in words))
    led = (True, "?") in pairs or (len(words) > 1 and words[-1] in PREPOSITIONS)
    of_a_kind = words[:1] in (["what"], ["which"]) and not _KINDS.isdisjoint(words[1:2]) and len(asked.concepts) < 2
    return len(words) <= FRAGMENT and "V" not in asked.marks and (led or of_a_kind)


def when_said(asked: Asked) -> bool:
    """Whether it only asks when something was said: "when did he say that"."""
    return asked.asks == {"?when"} and _WHEN_SAID.fullmatch(asked.marks) is not None


def who_does(asked: Asked) -> bool:
    """Whether it asks who says or does what another does not: "and who does?", "so which agency did"."""
    bare = not asked.content - BACK_REFERENCES or "B" in asked.marks
    return bare and _WHO_DOES.fullmatch(asked.marks) is not None and not DOES.isdisjoint(asked.words)


def says_otherwise(asked: Asked) -> bool:
    """Whether it asks who says so of what was denied: "who says they did", "and who claims them"."""
    return asked.act == "who_said" and not asked.negated and _SO.search(" ".join(unpunctuated(asked))) is not None


def names_only(asked: Asked) -> bool:
    """Whether it only names what it asks for: "what type?", "whose house?", "which group exactly?"."""
    words = unpunctuated(asked)
    return (
        1 < len(words) < FRAGMENT and words[0] in {"what", "which", "whose"} and _NAMED.match(asked.marks) is not None
    )


def points(asked: Asked) -> bool:
    """Whether it points at what was told: "was anybody harmed there", "any names?", not "were there any"."""
    words = unpunctuated(asked)
    pairs = set(pairwise(words))
    them = "them" in words and ("of", "them") not in pairs
    last = words[-1] in POINTING - {"them", "there"} or (words[-1] == "there" and BE.isdisjoint(words[-2:-1]))
    return last or them or words[0] == "any" or not {("that", "one"), ("this", "one")}.isdisjoint(pairs)


def it_speaks(asked: Asked) -> bool:
    """Whether it ends in "it says": "what did it report"; or asks for another thing it says: "and the second?"."""
    words = unpunctuated(asked)
    if asked.ordinal is not None and not asked.sources and asked.content <= ORDINALS.keys():
        return True
    speaker = words[-2:-1] == ["it"] or words[-3:-1] in (["that", "one"], ["this", "one"])
    return speaker and words[-1] in SPOKEN | INFORMING | {"report"}


def joined_with(subject: Collection[str], asked: Asked) -> Asked:
    """The question asked of the last subject; of who spoke last only where it asks for a person, or of no other."""
    personal = (asked.asks == {"?who"} and not fragment(asked)) or all(f[:1] == "@" for f in subject)
    last = frozenset(f for f in subject if (personal or f[:1] != "@") and not (asked.asks and f in GATING))
    return replace(
        asked,
        act="fact" if asked.act in ("fact", "who_said") else asked.act,
        whole=(asked.whole - BACK_REFERENCES) | last,
        subject=(asked.subject - BACK_REFERENCES) | last,
    )
