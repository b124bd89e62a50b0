"""Whether one source cites, tells or relies on another, where a question supposes so."""

from __future__ import annotations

import re

from knowledge.answers import Verdict
from knowledge.asked import Asked
from knowledge.claims import Claims
from knowledge.english import CITING, INFORMING, TAKING, TEXTS

_NESTED = re.compile(r"S[.VN]?Yt?[.]?S[.VN]?Y")  # "Sputnik says that Kirby admits"
_ACCORDING = re.compile("[.,]*A[.]?S,[.]?S[.V]?Y")  # "according to the locals, the correspondent said"
_ACTIVE = re.compile("[.,]*V[.]?SN?[YA]")
_TOLD = re.compile(r"S[.VNtW]{0,2}[YPA][.]?S")  # "the locals told Reuters"
_CITES_OUTSIDER = re.compile(r"S[^SO]{0,4}O")  # "does Reuters quote CNN"
_SOURCE_OF = re.compile(r"Rb[.]?S")  # "the source of Reuters"
_ITS_SOURCE = re.compile("S(?=R)")  # "Reuters' source"
_EITHER_WAY = re.compile(r"\b(?:yes or no|true or false|right or wrong)\b")
_TAKEN = re.compile(r"S[^SKWHQ]*b[.]?S")  # "Reuters lifted it from the locals"
_ATTRIBUTING = {"attribute", "attributes", "attributed", "ascribe", "ascribes", "ascribed", "credits", "credited"}


class Citing:
    """Compares what a question supposes with the chains of the claims."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims

    def turned(self, asked: Asked) -> bool:
        """Whether two sources of one chain are asked about in the wrong order: "he says that the agency reports"."""
        citing, *cited = reversed(asked.sources) if "by" in asked.words else asked.sources
        if cited and self._is_told(asked):
            return not self._claims.cites(cited[0], citing)
        if cited and _ACCORDING.match(asked.marks):
            return not self._claims.cites(asked.sources[0], asked.sources[1])
        one_cites = _NESTED.search(asked.marks) or not CITING.isdisjoint(asked.words)
        return bool(cited and one_cites) and not self._claims.cites(citing, cited[0])

    def one_of_another(self, asked: Asked) -> bool:
        """Whether one source is to say what the other says, or to have told it, which no chain has."""
        if self._is_told(asked):
            return self.turned(asked)
        told = _TOLD.search(asked.marks) and not INFORMING.isdisjoint(asked.words)
        one, other, *_ = asked.sources
        cited = not CITING.isdisjoint(asked.words) and "by" not in asked.words
        cites = self._claims.cites(one, other) or (not cited and self._claims.cites(other, one))
        credited = not _ATTRIBUTING.isdisjoint(asked.words)
        taken = _TAKEN.search(asked.marks) and not TAKING.isdisjoint(asked.words) and "from" in asked.words
        from_nobody = taken and not self._claims.cites(one, other)
        return bool(_NESTED.search(asked.marks) or ((told or credited) and not cites) or from_nobody)

    def frames(self, asked: Asked) -> bool:
        """Whether it asks of the report as a whole what another source says in it."""
        return _NESTED.match(asked.marks.lstrip(".,VT")) is not None and self._claims.is_whole(asked.sources[0])

    def takes(self, asked: Asked) -> Verdict | None:
        """Yes where one source has what it says from the other: "Reuters got its number from …"; else None."""
        taken = _TAKEN.search(asked.marks) and not TAKING.isdisjoint(asked.words) and "from" in asked.words
        plain = len(asked.sources) == 2 and not (asked.negated or asked.twisted or asked.numbers)
        return "yes" if taken and plain and self._claims.hands_on(*asked.sources) else None

    def relies(self, asked: Asked) -> Verdict | None:
        """Whether one source is the other's, where that is asked as yes or no: "Reuters' source was X, right?".

        No verdict where a word changes what is asked: "not", "only", "false".
        """
        if len(asked.sources) != 2 or not asked.yes_or_no or asked.negated or asked.twisted or asked.weighty:
            return None
        of = _SOURCE_OF.search(asked.marks) or _ITS_SOURCE.search(asked.marks)
        second = of is not None and asked.marks[: of.end()].count("S") > 1
        citing, cited = reversed(asked.sources) if second else asked.sources
        return "yes" if self._claims.cites(citing, cited) else "no"

    def cites(self, asked: Asked) -> Verdict | None:
        """Whether one source cites the other, or the report the source; None where that is not all that is asked."""
        words = frozenset(asked.words)
        texts = not TEXTS.isdisjoint(words)
        of_outsider = len(asked.sources) == 1 and _CITES_OUTSIDER.search(asked.marks)
        if of_outsider and not CITING.isdisjoint(words) and not (asked.content or asked.negated or asked.denied):
            return "no"
        if CITING.isdisjoint(words) or len(asked.content) > texts or asked.twisted or asked.negated:
            return None
        either = {"and", "or"} & words and not _EITHER_WAY.search(" ".join(asked.words))
        if asked.asks or asked.outsiders or either:
            return None
        if len(asked.sources) == 1:
            if texts and _ACTIVE.match(asked.marks) and not words.isdisjoint({"did", "does"}):
                return "no"  # "did Reuters quote the report"
            return "yes" if texts or not words.isdisjoint(("cited", "quoted")) else None
        citing, *cited = reversed(asked.sources) if "by" in words else asked.sources
        return "yes" if [self._claims.cites(citing, other) for other in cited] == [True] else "no"

    def _is_told(self, asked: Asked) -> bool:
        """Whether one source is to have told the other something: "the locals told Reuters"."""
        words = frozenset(asked.words)
        return bool(_TOLD.search(asked.marks) and words & INFORMING) and not words & CITING
