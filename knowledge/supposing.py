"""Whether a yes or no is asked for on what a source says: not if one only supposes, or remarks. Knows no claim."""

from __future__ import annotations

import re
from itertools import pairwise

from knowledge.asked import Asked
from knowledge.english import DOES, QUESTION_WORDS, TAKING
from knowledge.text import ASKS

_SPOKEN = re.compile("[YPARTt]|S,|b[.]?S$")  # it is about speech, not about what a source did
# What is supposed not to be said, "Reuters never said …", "it was not Reuters": yes would be as unclear as no.
_UNSAID = re.compile("SV?N|(?<!V)N[.b]{0,2}S|[.tY]VN[.bY]{0,2}t?S")
_UNSAID_IN_WORDS = re.compile(
    r"\b(?:leaves? open|neither|nowhere|no (?:\w+ )?(?:figure|number|statement|toll)s?|nothing of the)\b"
    r"|^(?:(?:and|but|hm|ok|so|well),? )?(?:am i|i|i'm|is it|it is|it's|its)\b.{0,20}?"
    r"\b(?:a mistake|doubt|false|incorrect|mistaken|not in|not true|untrue|wrong)\b"
)
_SUPPOSED = re.compile(
    r"^(?:i|we) (?:\w+ )?(?:hope|inform|informed|tell|told|wish)\b|^(?:if only|imagine|let me|let us|let's|suppose)\b"
    r"|^[^,]*\b(?:may|might) (?:be|have)\b"
)
_TAKEN_FROM = re.compile("V[.]{2,}A[.]?S")  # "did the locals get their news from Reuters"
_POINTING = {"same", "so", "that", "this"}
_INDIRECT = re.compile("[.,]*V[.]?S[.]?YQ")
_OPEN = re.compile("^[.,]*V[.]?S[.]?Y[.]?[KWH]")
_SILENT = re.compile(r"\b(?:silent|no mention|no word|not a word|nothing (?:about|on|regarding))\b")
_APART_IN_WORDS = re.compile(r"\b(?:contrary to|rather than|unlike|whereas|while)\b")  # one source and not the other
_AND_ANOTHER = re.compile("[^V]*SY[^S]*,[.]{1,2}S,?$")  # "Reuters says 13 died, and the report itself?"
_COMPARED = {"among", "amongst", "part", "same"}


def supposes(asked: Asked) -> bool:
    """Whether nothing is asked: "I wish Kirby said …", "let me tell Reuters …", "Kirby may have said …"."""
    return bool(_SUPPOSED.search(asked.text.casefold())) and "?" not in asked.text


def remarks(asked: Asked) -> bool:
    """Whether it is a remark on a source, and names nothing that it may have said: "Reuters said enough"."""
    asks = asked.yes_or_no or asked.words[-1] == ASKS or asked.concepts or asked.numbers
    return not asks and ("," in asked.marks.strip(",") or _POINTING.isdisjoint(asked.words))


def asks_of_silence(asked: Asked) -> bool:
    """Whether it asks if a source is silent on something."""
    return _SILENT.search(asked.text.casefold()) is not None


def asks_indirectly(asked: Asked) -> bool:
    """Whether it asks if one source tells where, when or why: "did Reuters say where they landed"."""
    told = asked.concepts and asked.asks and asked.asks <= {"?when", "?where", "?why"} and not asked.negated
    return bool(told) and _INDIRECT.match(asked.marks) is not None and len(asked.sources) == 1


def leaves_open(asked: Asked) -> bool:
    """Whether it asks if somebody says who, what or whether, which is more, or less, than that they say so."""
    whether = "whether" in asked.words
    open_ = whether or _OPEN.search(asked.marks) is not None
    return open_ and "?how-many" not in asked.asks and len(asked.sources) == 1


def is_unsaid(asked: Asked) -> bool:
    """Whether it supposes that a source does not say it, or says it apart from another."""
    text = asked.text.casefold()
    apart = len(asked.sources) > 1 and (_APART_IN_WORDS.search(text) or _AND_ANOTHER.match(asked.marks))
    return bool(apart or _UNSAID.search(asked.marks) or _UNSAID_IN_WORDS.search(text))


def is_spoken(asked: Asked) -> bool:
    """Whether it asks about what is said; "are the six among the 13 of Reuters" asks what is so."""
    if _TAKEN_FROM.match(asked.marks) and not TAKING.isdisjoint(asked.words):
        return False
    said = re.search("[YPARTt]", asked.marks) or _COMPARED.isdisjoint(asked.words)
    return bool(said and _SPOKEN.search(asked.marks))


def is_open(asked: Asked) -> bool:
    """Whether it asks what or how many rather than whether: "the mayor gave how many dead"."""
    within = asked.marks.lstrip(".,")[:1] == "S" and not {"what", "which"}.isdisjoint(asked.words)
    return "?how-many" in asked.asks or asked.words[0] in QUESTION_WORDS or within


def is_emphatic(asked: Asked) -> bool:
    """Whether it asks with "does" or "did" if somebody "did" something: who did what to whom is hard to tell then."""
    done = (word in DOES and after != "not" for word, after in pairwise((*asked.words[1:], "")))
    return asked.words[0] in DOES and any(done)
