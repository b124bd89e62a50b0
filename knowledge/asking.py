"""Understand a question: its kind, whom it asks about, and the features of its subject. Knows no answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from knowledge.acts import DIFFER, SUMMARY, Act, act_of, outline
from knowledge.english import (
    ANYTHING,
    BACK_REFERENCES,
    FUNCTION_WORDS,
    GATING,
    HARMLESS,
    NEGATIONS,
    POSSESSIVES,
    QUANTIFIERS,
    RELATIONS,
    SOCIAL,
    SPEAKING_PRONOUNS,
    TOPICAL,
    TWISTING,
)
from knowledge.models import Base
from knowledge.reading import Reader, Token
from knowledge.text import ARTICLES, ASKS, PAUSE, PUNCTUATION, STOP, clean, phrases, words
from knowledge.vocabulary import Phrases, stem

Features = frozenset[str]
YEAR = 4  # digits
NEAR = 6  # words after a number among which is what it counts
STRANGE = 2  # unknown words from which on a sentence is not taken apart

_OPEN = {"or", "if", "am"}  # words of a tag that doubts nothing
_DOES = {"did", "do", "does", "done"}  # "that the coalition did it"

# Marks whose tokens say only who speaks or how it is asked, and so are no part of the subject.
_NOT_SUBJECT: dict[Act, str] = {"fact": "T", "who_said": "WHBYPARTEe"}
_NONE: Features = frozenset()
_IDLE: dict[Act, Features] = {"who_said": frozenset({"?name"})}  # "the name of the official who denied it"
_JOINS = {"and", "but", "also", ","}
_NOT_SUBJECT_OF_SOURCE = "SYPARTXU"
_CLAUSE = re.compile("[^,]+")
_ABOUT = re.compile(r"[YA]o([^,]+)")
_SPEAKER_AHEAD = re.compile(
    r"([^WHKQV]*[AbYP][^WHKQV]{0,3})?S[^WHKQV]*,"
)  # "according to Reuters, how many …" is one question


@dataclass(frozen=True)
class Asked:
    """A question understood. `whole` are the features of all its words, `subject` those of what it is about."""

    text: str
    marks: str
    act: Act
    sources: tuple[str, ...]
    outsiders: tuple[str, ...]
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
    literal: Features  # what no other word stands for: numbers with what they count ("13 #child"), "thursday"

    @cached_property
    def content(self) -> Features:
        """The subject without function words, question types and names of bodies."""
        return frozenset(f for f in self.subject if f not in FUNCTION_WORDS and f[0] not in "?+^@!=")

    @cached_property
    def asks(self) -> Features:
        """Question types, by which one question about a subject differs from another."""
        return self.subject & GATING

    @cached_property
    def numbers(self) -> Features:
        """Numbers the question names."""
        return frozenset(feature for feature in self.subject if feature.isdigit())


class Understanding:
    """Understands questions and phrasings with the words of one base."""

    def __init__(self, base: Base) -> None:
        self._reader = Reader(base)
        self.critical = self._reader.critical
        self.included = self._reader.included
        self.varied = self._reader.varied
        self.actions = self._reader.actions
        self._social = Phrases()
        for phrase in SOCIAL:
            self._social.add(words(phrase), phrase)

    def ask(self, text: str) -> Asked:
        """Any text, understood as one question."""
        return self._asked(text, self._reader.read(text))

    def parts(self, text: str, ends: frozenset[str] = frozenset({STOP, ASKS})) -> tuple[Asked, ...]:
        """The questions in the text, in order, where it holds more than one sentence or asks "… and what …".

        A sentence ends at one of `ends`; sentences that ask nothing are left out. Empty where there is nothing to
        take apart.
        """
        tokens = self._reader.read(text)
        sentences = _split(tokens, [place + 1 for place, token in enumerate(tokens) if token.words[0] in ends])
        parts = [part for sentence in sentences for part in _split(sentence, self._joins(sentence))]
        asked = (self._asked(text, part) for part in parts if _is_question(part))
        kept = (part for part in asked if part.content - part.numbers or part.asks or part.sources)
        return tuple(kept) if len(parts) > 1 else ()

    def _joins(self, sentence: Sequence[Token]) -> Sequence[int]:
        """Where a further question begins in a sentence: after "and" or a comma, unless many words are unknown."""
        marks = outline(sentence)
        if self._reader.strange(sentence) >= STRANGE:
            return ()
        return [
            place
            for place in range(1, len(sentence))
            if sentence[place - 1].words[0] in _JOINS
            and marks[place] in ("WHKQ" if sentence[place - 1].words[0] == PAUSE else "WHKQV")
            and not _SPEAKER_AHEAD.fullmatch(marks[:place])
        ]

    def _asked(self, text: str, tokens: Sequence[Token]) -> Asked:
        marks = outline(tokens)
        act = act_of(tokens, marks)
        marked = list(zip(tokens, marks, strict=True))
        negated = _negated(tokens, marks)
        clause = _pronoun_clause(marked)
        act = "said_by" if clause and act != "injection" else act
        about = _topic(clause or marked) if act == "said_by" else marked
        topical = _topical(marked)
        open_tags = (set(token.words) for token, mark in marked if mark == "T")  # "true or false", "am I wrong"
        doubted = bool(TWISTING & set(words(text)).difference(*(tag for tag in open_tags if tag & _OPEN)))
        return Asked(
            clean(text),
            marks,
            act,
            _once(token.means("@") or token.means("~") for token, mark in marked if mark == "S"),
            _once(token.means("^") for token, mark in marked if mark == "O"),
            _once(token.means("@") or token.means("~") for token, mark in marked if mark == "E"),
            tuple(word for token in tokens for word in token.words),
            _signed(_features(marked, "T"), negated),
            _signed(_features(about, _NOT_SUBJECT.get(act, _NOT_SUBJECT_OF_SOURCE)), negated) - _IDLE.get(act, _NONE),
            negated,
            _by_pronoun(marked),
            bool(clause),
            topical,
            _twisted(tokens, marks) or doubted,
            doubted or any("!deny" in token.meanings for token in tokens),
            _NONE if topical else _weighty(marked),
            frozenset(_heads(marked)),
            frozenset(self._literal(tokens)),
        )

    def lacking(self, features: Features, vocabulary: Features) -> Features:
        """The critical ones among the features that are not spoken of, not even by what includes them.

        Of what is asked with "or" one is enough.
        """
        critical = features & self.critical
        if "or" in features and critical & vocabulary:
            return frozenset()
        missing = critical - vocabulary
        for including, included in self.included.items() if missing else ():
            if including in vocabulary:
                missing -= included
        return missing

    def opening(self, text: str) -> str:
        """The greeting or thanks a text begins with; empty if it begins otherwise, or asks anything."""
        found = phrases(text)
        length, _ = self._social.at(list(found), 0) if found else (0, ())
        tokens = self._reader.read(text)
        asks = ASKS in found or any(mark in "WHKQSOV" for mark in outline(tokens))
        return "" if asks else " ".join(found[:length])

    def literal(self, text: str) -> Features:
        """What no other word stands for in a text: "13 #child", "thursday"."""
        return frozenset(self._literal(self._reader.read(text)))

    def _literal(self, tokens: Sequence[Token]) -> Iterator[str]:
        """Numbers with what they count, words of quantity and of varied concepts, relations, and who acts on what."""
        yield from _counted(tokens, self._reader.actions)
        yield from _related(tokens)
        for token in tokens:
            if not self._reader.varied.isdisjoint(token.meanings) or token.words[0] in QUANTIFIERS:
                yield " ".join(map(stem, token.words))
        for token, after in pairwise(tokens):
            if (token.words[0], after.words[0]) == ("one", "of"):
                yield "one of"
            done = not self._reader.actions.isdisjoint(token.meanings) and after.words[0].isdigit()
            if done or (token.means("#") and not self._reader.actions.isdisjoint(after.meanings)):
                yield f"{_own_features(token)[0]} {_own_features(after)[0]}"

    def phrasing(self, text: str) -> Features:
        """Features of a phrasing as they are compared; "+" among them if it is put in the negative."""
        tokens = self._reader.read(text)
        marks = outline(tokens)
        features = _features(list(zip(tokens, marks, strict=True)), "T")
        return _signed(features, _negated(tokens, marks))


def _counted(tokens: Sequence[Token], actions: Features) -> Iterator[str]:
    """Numbers with what they count: "13 #child"; "13 people" where nothing else follows, as in "13 were killed".

    A number of four digits or before a pause is a date and counts nothing; "one" counts only what is a concept.
    """
    for place, (token, after) in enumerate(pairwise(tokens)):
        if token.words[0].isdigit() and len(token.words[0]) < YEAR and after.words[0] not in PUNCTUATION:
            yield f"{token.words[0]} {_what(tokens[place + 1 : place + 1 + NEAR], actions)}"
        elif token.words == ("one",) and after.means("#"):
            yield f"1 {_own_features(after)[0]}"


def _what(following: Sequence[Token], actions: Features) -> str:
    """What is counted: the first noun among the tokens, the second after "of"; people where there is none."""
    nouns: list[str] = []
    for token in following:
        if token.words[0].isdigit() or token.words[0] in PUNCTUATION:
            break
        own = _own_features(token)[0]
        if own not in FUNCTION_WORDS and own not in actions:
            nouns.append(own)
    parts = following[0].words == ("of",)
    return (nouns[:2][-1] if parts else nouns[0]) if nouns else "people"


def _related(tokens: Sequence[Token]) -> Iterator[str]:
    """Words of relation with what they relate to: "after #landing"."""
    for token, after in pairwise(token for token in tokens if token.words[0] not in ARTICLES):
        if token.words[0] in RELATIONS and after.means("#"):
            yield f"{token.words[0]} {_own_features(after)[0]}"


def _heads(marked: Sequence[tuple[Token, str]]) -> Iterator[str]:
    """The noun between "what" and an auxiliary, or after "name of": "what colour were"."""
    for (_, mark), (token, after), (_, verb) in zip(marked, marked[1:], marked[2:], strict=False):
        if f"{mark}{after}{verb}" == "K.V" and token.words[0] not in FUNCTION_WORDS:
            yield _own_features(token)[0]


def _topic(marked: Sequence[tuple[Token, str]]) -> Sequence[tuple[Token, str]]:
    """What follows "about" after a word of speech, to the next pause, if that is a known subject; else all of it."""
    found = _ABOUT.search("".join(mark for _, mark in marked))
    topic = marked[found.start(1) : found.end(1)] if found else []
    return topic if any(token.means("#") for token, _ in topic) else marked


def _pronoun_clause(marked: Sequence[tuple[Token, str]]) -> Sequence[tuple[Token, str]]:
    """The clause that asks what "they" say, after one that names a source: "the Observatory, whoever pays it, what …".

    Empty where there is none.
    """
    marks = "".join(mark for _, mark in marked)
    for clause in _CLAUSE.finditer(marks):
        part = marked[clause.start() : clause.end()]
        if "S" in marks[: clause.start()] and marks[clause.start()] != "V" and "S" not in clause[0] and _theirs(part):
            return part
    return ()


def _by_pronoun(marked: Sequence[tuple[Token, str]]) -> bool:
    """Whether "they", "he" or "she" speak."""
    return any(mark == "Y" and token.words[0] in SPEAKING_PRONOUNS for (token, _), (_, mark) in pairwise(marked))


def _theirs(marked: Sequence[tuple[Token, str]]) -> bool:
    """Whether "they" speak, or it is about "their" account."""
    return _by_pronoun(marked) or any(
        token.words[0] in POSSESSIVES and re.match("[.]?[AY]", "".join(mark for _, mark in marked[place + 1 :]))
        for place, (token, _) in enumerate(marked)
    )


def _topical(marked: Sequence[tuple[Token, str]]) -> bool:
    """Whether it names only a subject of speech: "mention", "comment on", "talk about", "say anything"."""
    about = re.search("[YA]o", "".join(mark for _, mark in marked)) is not None
    return about or any(token.words[0] in ANYTHING | TOPICAL for token, _ in marked)


def _twisted(tokens: Sequence[Token], marks: str) -> bool:
    """Whether what stands around the statement changes it: a dispute, a denial of speech, more speech than speakers."""
    speech = marks.count("Y") > max(1, marks.count("S"))
    words = frozenset(token.words[0] for token in tokens)
    if any("+" in token.meanings for token in tokens) and words & (QUANTIFIERS | {"but"}):  # "not all", "none but"
        return True
    done = any(one.words[0] in _DOES and other.words[0] in BACK_REFERENCES for one, other in pairwise(tokens[1:]))
    return (
        speech or done or "X" in marks or bool(re.search(r"N\.?Y", marks)) or any(token.means("^") for token in tokens)
    )


def _weighty(marked: Sequence[tuple[Token, str]]) -> Features:
    words = (word for token, mark in marked if mark not in "SYTAR" and not token.means("#") for word in token.words)
    return frozenset(word for word in words if word in FUNCTION_WORDS - HARMLESS - NEGATIONS - RELATIONS)


def _signed(features: Features, negated: bool) -> Features:
    return features | {"+"} if negated else features - {"+"}


def _split(tokens: Sequence[Token], starts: Iterable[int]) -> list[Sequence[Token]]:
    return [tokens[start:end] for start, end in pairwise([0, *starts, len(tokens)]) if start < end]


def _is_question(tokens: Sequence[Token]) -> bool:
    marks = outline(tokens)
    asks = any(mark in "WHKQS" for mark in marks) or marks.lstrip(",.N")[:1] == "V"
    return asks or (bool(tokens) and tokens[-1].words[0] == ASKS)


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def _features(marked: Sequence[tuple[Token, str]], dropped: str) -> Features:
    """Concepts, question types, names and stems of the tokens whose mark is not dropped."""
    if all(mark in "T," for _, mark in marked):  # "no", "is that true?"
        return frozenset(word for token, mark in marked if mark == "T" for word in token.words)
    found: set[str] = set()
    following = ("".join(mark for _, mark in marked) + ".")[1:]
    for (token, mark), after in zip(marked, following, strict=True):
        if mark == "T" and mark in dropped:
            found.add("=")
        if mark in dropped + "," or (token.words[0].isdigit() and after in "AR"):  # "two statements"
            continue
        if mark == "S":
            found.add("@" + (token.means("@") or token.means("~")))
        elif mark == "O":
            found.update(("^", "^" + token.means("^")))
        else:
            found.update(_own_features(token))
    return frozenset(found)


@lru_cache(maxsize=8192)
def _own_features(token: Token) -> tuple[str, ...]:
    """What a token adds to the features where it names no source: its concepts and types, else its words."""
    own = tuple(m for m in token.meanings if m[0] not in "!~%@=$" or m in (DIFFER, SUMMARY))
    return own if own or token.means("$") else token.words


def _negated(tokens: Sequence[Token], marks: str) -> bool:
    """Whether it is put in the negative: an odd number of negations, that of "did … not say" not counted."""
    negations = sum(
        ("+" in token.meanings and marks[place] != "T") or "!deny" in token.meanings
        for place, token in enumerate(tokens)
        if not (place == 1 and marks[0] == "V" and token.words == ("not",))  # "isn't it the Observatory that …"
        and not (marks[0] == "V" and "Y" not in marks[:place] and "Y" in marks[place + 1 :])
    )
    return negations % 2 == 1
