"""Take a message apart: the questions it holds, and what a question joins with "or". Knows no answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from knowledge.asked import Asked
from knowledge.english import ATTITUDES, FUNCTION_WORDS, QUESTION_WORDS, RELATIVES, SUBJECTS
from knowledge.features import Features
from knowledge.outlining import outline
from knowledge.roles import own_features
from knowledge.text import ARTICLES, ASKS, PAUSE, PUNCTUATION
from knowledge.tokens import Token

STRANGE = 2  # unknown words from which on a sentence is not taken apart
_JOINS = {"and", "but", "also", ","}
_CLAUSE = PUNCTUATION | {"and", "because", "but", "since", "so", "then", "well"}  # where a clause ends
_QUESTION = re.compile("[WHKQ]")
_SHORTEST = 2  # tokens of a clause
_ENDS = 3  # places where a clause may end that are tried
_QUESTION_WORD = frozenset("WHKQ,T")  # marks of a question word alone
AND, BOTH = "and", "both"
_SEVERAL = re.compile("[WHKQ](,[WHKQ])*,?&[.b]?[WHKQ](?=.*[^,T])")
_LISTED = re.compile("([^WHKQVSYA,]+),((?:,?[WHKQ][.b]{0,3}){2,}),*")  # "the fight: where, how long, with whom"
_PREDICATE = re.compile(r"not|be|been|over|\w+ed").fullmatch
_OF_IT = re.compile("b?[HK][.],*")  # "of what type"
_SELF = {"i", "my", "we"}
_MEANING = {"means", "meant", "implies", "proves", "shows"}
_LEADING = {"about", "at", "by", "for", "from", "in", "of", "on", "through", "to", "via", "with"}
_SUBORDINATE = {"after", "although", "because", "before", "once", "since", "though", "when", "while"}
_SPEAKER_AHEAD = re.compile(
    r"([^WHKQV]*[AbYP][^WHKQV]{0,3})?[SO][^WHKQV]*,"
)  # "according to Reuters, how many …" is one question
# "what says Reuters, how many …", "in Reuters' telling, who …", "the article in its own words, who …"
_SPEAKER_ASKED = re.compile("(?:K[.V]{0,2}(?:[.]?SY|Y[.]?S)|[.]{1,2}S[YA]|[.]T[.]S),")


def apart(
    tokens: Sequence[Token], ends: frozenset[str], strange: Callable[[Sequence[Token]], int]
) -> list[Sequence[Token]]:
    """The questions in sentences, which end at one of `ends`, and those that "and" or a comma joins to them.

    `strange` counts the words nobody knows; a sentence with many of them is left whole. Empty where there is nothing to
    take apart.
    """
    known = [(sentence, strange(sentence) < STRANGE) for sentence in sentences(tokens, ends)]
    parts = [part for sentence, taken in known for part in _split(sentence, _joins(sentence) if taken else ())]
    each = [_each(part) for part in parts]
    asking = [one for several in each for one in several if len(several) > 1 or is_question(one)]
    return asking if sum(map(len, each)) > 1 else []


def of_the_same(part: Asked, before: Asked, named: Features, done: Features) -> Asked:
    """The part, about those whom the one before named, where it counts nobody itself: "and how many killed".

    About all that the one before is about where it is a question word alone, "and how many?", or asks what kind of
    thing was counted: "how many boats, and of what make". `named` are the concepts
    of names and kinds of people, `done` those of something done.
    """
    if part.asks and not part.content and not part.sources and set(part.marks) <= _QUESTION_WORD:
        asked = before.asks | {"?"}
        return replace(part, whole=part.whole | before.whole - asked, subject=part.subject | before.subject - asked)
    if "?how-many" in before.asks and _OF_IT.fullmatch(part.marks):
        return replace(part, whole=part.whole | before.content, subject=part.subject | before.content)
    if part.asks != {"?how-many"} or not part.content or not part.content <= done or "people" in part.words:
        return part
    names = before.content & named
    return replace(part, whole=part.whole | names, subject=part.subject | names)


def sentences(tokens: Sequence[Token], ends: frozenset[str]) -> list[Sequence[Token]]:
    """The tokens up to and including each of `ends`."""
    return _split(tokens, [place + 1 for place, token in enumerate(tokens) if token.words[0] in ends])


def clauses(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The clauses that ask something: "so which day was it" in "the wife says friday so which day was it".

    Each begins with what asks, after a pause or "so", or with "which day" wherever it stands, or names a source. It
    goes on to a pause or "but" after it, or to where the asker speaks of themselves; what asks for a yes or no goes on
    to the end, for what follows limits it.
    """
    said = [token.words[0] for token in tokens]
    marks = outline(tokens)
    for start, token in enumerate(tokens):
        led = not start or said[start - 1] in PUNCTUATION
        after = led or said[start - 1] in _CLAUSE or (marks[start - 1 : start + 1] == "VV")  # "what I ask is did they"
        opens = (after and marks[start] in "WHKQV") or (len(token.words) > 1 and token.means("?"))
        ends = [end for end in range(start + _SHORTEST, len(tokens)) if said[end] in _CLAUSE or said[end] in _SELF]
        for end in (*ends[:_ENDS], len(tokens)):
            clause, of = tokens[start:end], marks[start:end]
            open_ = of[0] != "V" and ("Y" not in of or _QUESTION.search(of))
            limited = not open_ and marks[end:].strip(",T")
            if (opens or (led and "S" in of)) and not limited and is_question(clause):
                yield clause


def _joins(sentence: Sequence[Token]) -> Sequence[int]:
    """Where a further question begins in a sentence: after "and" or a comma, not within "when and where was it"."""
    marks = outline(sentence)
    several = _several(sentence, marks)
    if _LISTED.fullmatch(marks):
        return []
    return [
        place
        for place in range(1, len(sentence))
        if sentence[place - 1].words[0] in _JOINS
        and _begins(sentence[place:], marks[place:], after_pause=sentence[place - 1].words[0] == PAUSE)
        and not _of_the_speaker(marks[:place], marks[place:])
        and marks[:place].strip("T,")
        and place not in several
        and not _heads(sentence, place - 1)
    ]


def _several(tokens: Sequence[Token], marks: str) -> range:
    """Where several question words stand that ask for the same: "when, where and by whom"."""
    joined = "".join("&" if token.words == (AND,) else mark for token, mark in zip(tokens, marks, strict=True))
    found = _SEVERAL.search(joined)
    return range(*found.span()) if found else range(0)


def _each(part: Sequence[Token]) -> list[Sequence[Token]]:
    """The questions of one that asks several things of the same: "when and where", "about the dead and about …"."""
    marks = outline(part)
    if marks[0] == "V" and "S" in marks:  # "did Reuters say that …"
        return [part]
    if listed := _LISTED.fullmatch(marks):
        head, rest = part[: listed.end(1)], part[listed.start(2) : listed.end(2)]
        asked = _split(rest, [place for place, token in enumerate(rest) if token.words[0] == PAUSE])
        return [[*head, *one] for one in asked]
    if several := _several(part, marks):
        asking = [place for place in several if marks[place] in "WHKQ"]
        return [[*part[: several.start], part[place], *part[several.stop :]] for place in asking]
    for place in (place for place, token in enumerate(part[:-1]) if token.words == (AND,)):
        if _heads(part, place):
            return [[*part[:place], *part[place + 2 :]], part[place + 1 :]]
        if start := _led(part, place):
            return [part[:place], [*part[:start], *part[place + 1 :]]]
    return [part]


def _heads(tokens: Sequence[Token], place: int) -> bool:
    """Whether the "and" at the place joins what begins the question: "length and location of"."""
    ahead = {token.words[0] for token in tokens[: max(place - 1, 0)]}
    after = [word for token in tokens[place + 1 : place + 3] for word in token.words]
    return place > 0 and tokens[place].words == (AND,) and after[1:2] == ["of"] and ahead <= ARTICLES


def _led(tokens: Sequence[Token], place: int) -> int:
    """Where that begins which "and", at the place, puts beside what the same preposition leads; 0 where it does not."""
    words = [token.words[-1] for token in tokens[: place + 2]]
    if BOTH in words and words[words.index(BOTH) - 1] in _LEADING:
        return words.index(BOTH)
    same = [start for start, word in enumerate(words[:place]) if word == words[-1] in _LEADING]
    return same[-1] if same else 0


def _of_the_speaker(before: str, after: str) -> bool:
    """Whether what follows is asked of the speaker, or the thing, named ahead: "Reuters: where and how long"."""
    alone = ("S" in before or not re.search("[WHKQV]", before)) and len(after.strip(",T")) == 1
    ahead = _SPEAKER_AHEAD.match(before) and not re.search("[SYPAV]", after)
    cleft = re.match("V[.]?S,", before) and re.match("[Wt][.V]?[YP]", after)  # "was it Reuters, citing him, who said"
    about = re.fullmatch("o[^SYAPV]*,", before) and re.search("S.?Y", after)  # "on how many died, what did Reuters say"
    speaker = _SPEAKER_AHEAD.fullmatch(before) and not re.match("KV[.]?SY", after)  # "…, what does Reuters say"
    theirs = "S" in before and re.match("KV[.]A", after)  # "and Reuters, what is their version"
    asked = _SPEAKER_ASKED.fullmatch(before) and not re.search("[SOYPA]", after)
    return bool(alone or ahead or cleft or about or speaker or theirs or asked)


def _begins(tokens: Sequence[Token], marks: str, *, after_pause: bool) -> bool:
    """Whether a question begins here: "what", "did", "with how many"; not "did not land", "was abandoned"."""
    if marks[0] == "V" and tokens[0].words != ("do",) and len(tokens) > 1 and _PREDICATE(tokens[1].words[-1]):
        return marks[1] == "N" and len(tokens) > 2 and tokens[2].words[0] in SUBJECTS  # "did not they land"
    if len(tokens) > 1 and tokens[0].words == ("which",) and tokens[1].words[0] in _MEANING:  # "…, which means that"
        return False
    led = tokens[0].words[0] in _LEADING and re.match(".[WHKQ]", marks) is not None
    each = after_pause and re.match("[^,WHKQ]{1,9}AW(,|$)", marks) is not None  # "…, wanted men according to whom"
    speaks = after_pause and re.match("V[.]?S[.V]?[YX]", marks) is not None  # "…, does Reuters say the same"
    per = not after_pause and re.fullmatch("A[.]?S[,.]*", marks) is not None  # "…, and according to Reuters"
    return marks[0] in "WHKQ" or each or speaks or per or (not after_pause and (marks[0] == "V" or led))


def _split(tokens: Sequence[Token], starts: Iterable[int]) -> list[Sequence[Token]]:
    return [tokens[start:end] for start, end in pairwise([0, *starts, len(tokens)]) if start < end]


def is_question(tokens: Sequence[Token]) -> bool:
    """Whether it asks anything."""
    marks, first = outline(tokens), tokens[0].words[0] if tokens else ""
    verb = marks.lstrip(",.N")[:1] == "V" and first not in _SELF  # not "my eyes are bad"
    opens = not forbids(tokens) and (first in QUESTION_WORDS or verb or marks[:2] == "Tt")  # "is it true that"
    feels = first in _SELF and not ATTITUDES.isdisjoint(word for token in tokens[1:4] for word in token.words)
    asks = any(mark in ("WHKQ" if feels else "WHKQS") for mark in marks) or (opens and first not in _SUBORDINATE)
    return asks or (bool(tokens) and tokens[-1].words[0] == ASKS)


def forbids(tokens: Sequence[Token]) -> bool:
    """Whether it begins as what is forbidden: "do not fob me off", not "do not they tell me who"."""
    said = [token.words[0] for token in tokens[:3]]
    return said[:2] == ["do", "not"] and (SUBJECTS - ARTICLES).isdisjoint(said[2:])


def without_second(tokens: Sequence[Token]) -> Sequence[Token]:
    """What stands before an "or", and the clause on both: "was it boys" and "who sang"; empty without an "or"."""
    end = next((place for place, token in enumerate(tokens) if token.words == ("or",)), 0)
    clauses = (place for place, token in enumerate(tokens) if token.words[0] in RELATIVES)
    clause = next((place for place in clauses if place > end), len(tokens))
    return (*tokens[:end], *tokens[clause:]) if end else ()


def alternatives(tokens: Sequence[Token]) -> tuple[frozenset[str], ...]:
    """The things that "or" joins, by their features: "a hospital, a shop or a house"; empty where it joins none."""
    places = [place for place, token in enumerate(tokens) if token.words == ("or",)]
    if not places:
        return ()
    listed = tokens[: places[-1]]
    ends = [place for place, token in enumerate(listed) if token.words[0] in PUNCTUATION | {"or"}]
    left = [_nearest(part[::-1]) for part in _split(listed, ends)]
    found = (*left, _nearest(tokens[places[-1] + 1 :]))
    return tuple(dict.fromkeys(filter(None, found))) if found[-1] else ()


def _nearest(tokens: Sequence[Token]) -> frozenset[str]:
    """The features of the first words with a meaning of their own, as many as stand together."""
    plain = [own_features(token)[0] in FUNCTION_WORDS | PUNCTUATION for token in tokens]
    start = plain.index(False) if False in plain else len(tokens)
    run = takewhile(lambda pair: not pair[1], zip(tokens[start:], plain[start:], strict=True))
    return frozenset(feature for token, _ in run for feature in own_features(token))
