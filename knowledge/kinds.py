"""Values of a kind of which one excludes the others: north and south, hours and minutes, a year. Knows no base."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.english import COUNTING, KINDS
from knowledge.roles import Marked
from knowledge.text import ARTICLES, PUNCTUATION

YEAR = 4  # digits
DATED = {"after", "before", "since", "until"}
MONTHS = frozenset(word for word, values in KINDS.items() if any(value.startswith("month=") for value in values))
PLURAL = re.compile(r"^(?:children|men|people|women)$|[^isu]s$")
POINTING = ARTICLES | {"this", "that", "these", "those"}
_DATING = DATED | MONTHS | {"back", "by", "during", "early", "from", "in", "late", "till", "year"}  # before a year
_CENTURIES = ("19", "20")  # which a number of four digits begins with where it may well be a year
_ON = {"on", "over", "via"}


def of_kinds(marked: Marked) -> Iterator[str]:
    """Values of a kind that exclude each other: "latitude=north", "year=2019"; not "since 2019".

    A span is that of a superlative, "the largest ever"; a bound that of a number, "the exact toll"; a medium what
    something is said on, "on the radio".
    """
    since = superlative = False
    counts = any(token.words[0].isdigit() or token.words[0] in COUNTING for token, _ in marked)
    for place, (token, _) in enumerate(marked):
        if is_year(marked, place) and not since:
            yield f"year={token.words[0]}"
        from_then = superlative and token.words == ("from",)
        since = token.words[0] in DATED or from_then or (since and token.words[0] in MONTHS)
        for word in token.words:
            superlative |= word.endswith("est")
            if word not in KINDS:
                continue
            said_on = not _ON.isdisjoint(word for other, _ in marked[max(place - 2, 0) : place] for word in other.words)
            fitting = {"span": superlative, "bound": counts, "medium": said_on}
            yield from (value for value in KINDS[word] if fitting.get(value.partition("=")[0], True))


def by_kind(literals: Iterable[str]) -> dict[str, set[str]]:
    """The values among the literals by their kind."""
    found: dict[str, set[str]] = {}
    for literal in literals:
        kind, is_kind, value = literal.partition("=")
        if is_kind:
            found.setdefault(kind, set()).add(value)
    return found


def is_year(marked: Marked, place: int) -> bool:
    """Whether the number here is a year: of four digits, and not "2500 people", "1300 were killed"."""
    number = marked[place][0].words[0]
    if not number.isdigit() or len(number) != YEAR:
        return False
    before = marked[place - 1][0].words[-1] if place else ""
    if place + 1 == len(marked) or before in _DATING:
        return True
    after, mark = marked[place + 1]
    if number.startswith(_CENTURIES):  # "2000 people", not "the 2019 raids", "2019 isis"
        return before in POINTING or mark != "." or not PLURAL.search(after.words[-1])
    return after.words[0] in PUNCTUATION
