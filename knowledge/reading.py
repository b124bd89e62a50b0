"""Read a question: who is asked about, what it asks for, and the words of its subject. Knows no entry's answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise, takewhile

from knowledge.courtesies import is_idle, without_hearsay
from knowledge.english import (
    AUXILIARIES,
    BEFORE_QUESTION,
    BIDDING,
    DEMONSTRATIVES,
    EPITHETS,
    FILLERS,
    FUNCTION_WORDS,
    INJECTIONS,
    INTENSIFIERS,
    KINDS_OF_BODY,
    NATIONALITIES,
    NEGATIONS,
    PERSONS,
    QUANTIFIERS,
    QUESTION_TYPES,
    QUESTION_WORDS,
    RELATIVES,
    SPEECH,
    SUBJECTS,
    TAGS,
    VERSIONS,
)
from knowledge.models import Base
from knowledge.text import ARTICLES, PUNCTUATION, bare, phrases, words
from knowledge.tokens import Token
from knowledge.turns import plainly
from knowledge.vocabulary import Phrases, Spelling, stem

TURNED = 2  # words of a name that may stand in either order: "observatory syrian"
_FIXED = FUNCTION_WORDS.union(SPEECH["!say"], SPEECH["!account"])  # "Sputnik claims American …"
_ASKING = BEFORE_QUESTION | QUESTION_WORDS - {"who", "which"}  # after these "did" is no doing
SPELLED_OUT = {"usa": "US", "uk": "UK"}  # nationalities that are no adjective


class Reader:
    """Reads any text with the words one base knows."""

    def __init__(self, base: Base) -> None:
        self._exact = Phrases()  # found as written
        self._stems = Phrases()  # found by stem
        called = {s.id: (s.name, *s.aliases, *s.speaking_aliases, *s.sides) for s in base.sources}
        self._names = {source: frozenset(chain.from_iterable(map(words, names))) for source, names in called.items()}
        self._named = frozenset[str]().union(*self._names.values())
        self._add_names(base)
        self._add_english()
        report = next((source.id for source in base.sources if source.own_voice), "")
        for own in SPEECH["!own"] if report else ():
            self._exact.add(words(own), f"~{report}")
        listed = {c.id: tuple(map(words, (*c.words, *c.strong, *c.contrary))) for c in base.concepts}
        self.strong = frozenset(tuple(map(stem, words(word))) for c in base.concepts for word in c.strong)
        for concept, group in listed.items():
            for phrase in group:
                for spelled in _spellings(phrase):
                    self._stems.add(tuple(map(_stem, spelled)), f"#{concept}")
        for word in (word for c in base.concepts for word in c.contrary):
            for spelled in _spellings(words(word)):
                self._stems.add(tuple(map(_stem, spelled)), "+")
        self.critical = frozenset(f"#{concept.id}" for concept in base.concepts if concept.critical)
        self.included = {f"#{c.id}": frozenset(f"#{id_}" for id_ in c.includes) for c in base.concepts if c.includes}
        self.actions = frozenset(f"#{concept.id}" for concept in base.concepts if concept.action)
        self.varied = frozenset(f"#{concept.id}" for concept in base.concepts if concept.varied)
        written = (words(text) for texts in base.wordings().values() for text in texts)
        self._spelling = Spelling(
            FUNCTION_WORDS.union(QUANTIFIERS, self._exact.words, *written), chain.from_iterable(chain(*listed.values()))
        )

    def _add_names(self, base: Base) -> None:
        for source in base.sources:
            speaking = {bare(words(alias)): "~" for alias in source.speaking_aliases}
            sides = (f"{side} {version}" for side in source.sides for version in VERSIONS)
            always = {bare(words(alias)): "@" for alias in (source.name, *source.aliases, *sides)}
            named = always | speaking
            turned = {n[::-1]: s for n, s in named.items() if len(n) == TURNED and _FIXED.isdisjoint(n)}
            for name, sign in (turned | named).items():
                for spelled in _spellings(name):
                    self._exact.add(spelled, sign + source.id)
        for outsider in base.outsiders:
            for alias in (outsider.name, *outsider.aliases):
                for spelled in _spellings(bare(words(alias))):
                    self._exact.add(spelled, "^" + outsider.name)

    def _add_english(self) -> None:
        named = [f"{asking} {epithet}" for epithet in EPITHETS for asking in ("which", "what")]
        marked = {"?who": named, "%": FILLERS, "$": INJECTIONS, "=": TAGS, "+": NEGATIONS}
        for kinds in (QUESTION_TYPES, SPEECH, marked):
            for meaning, written in kinds.items():
                for phrase in written:
                    self._exact.add(words(phrase), meaning)

    def read(self, text: str) -> tuple[Token, ...]:
        """The tokens of any text, without courtesies unless it has nothing else. None where it has no words."""
        found = plainly(self._spelling.words(phrases(text)))
        plain = [word for word in found if word not in INTENSIFIERS]
        tokens = self._foreign(self._tokens(plain if any(word not in PUNCTUATION for word in plain) else found))
        tokens = _untitled(without_hearsay(tokens))
        kept = tuple(token for place, token in enumerate(tokens) if not is_idle(tokens, place))
        kept = kept[1:] if len(kept) > 1 and kept[0].words[-1] in BIDDING else kept  # "state the number of dead"
        said = [token.words[0] for token in kept if token.words[0] not in PUNCTUATION]
        asks = len(said) > 1 and not QUESTION_WORDS.isdisjoint(said)  # not the "what" of "what can I ask"
        return kept if asks or any(map(self._knows, kept)) else tokens

    def _foreign(self, tokens: Iterable[Token]) -> tuple[Token, ...]:
        """The tokens; a nationality before a source's name, or a version, that is none of its own names an outsider."""
        found: list[Token] = []
        for token in tokens:
            source = token.means("@")
            nation = found[-1].words[-1] if found else ""
            account = token.means("!") == "account" and token.words != ("side",)
            own = self._names[source] if source else self._named
            if (source or account) and nation in NATIONALITIES and nation not in own:
                named = (nation, *(token.words if source else ("side",)))
                found[-1] = Token(named, ("^the " + " ".join(SPELLED_OUT.get(word, word.title()) for word in named),))
            else:
                found.append(token)
        return tuple(found)

    def strange(self, tokens: Iterable[Token]) -> int:
        """How many tokens mean nothing and have no word the base is written in."""
        return sum(token.words[0] not in self._spelling.known and token.meanings[0][0].isalnum() for token in tokens)

    def _knows(self, token: Token) -> bool:
        """Whether the base has a word of the token, or it means something."""
        named = bool(token.means("^"))  # "did Al Jazeera say so", whose first word is none of the base's
        return named or (token.words[0] in self._spelling.known and token.words[0] not in FUNCTION_WORDS)

    def _tokens(self, found: list[str]) -> Iterator[Token]:
        stems = list(map(_stem, found))
        start, after_courtesy = 0, False
        while start < len(found):
            exact, meanings = self._exact.at(found, start)
            stemmed, concepts = self._concepts_at(found, stems, start)
            length = max(exact, stemmed, 1)
            meant = (meanings if exact == length else ()) + (concepts if stemmed == length else ())
            if "=" in meant and not self._ends_clause(found, start, start + length):
                meant = tuple(meaning for meaning in meant if meaning != "=") or (stems[start],)
                length = length if meant != (stems[start],) else 1
            elif found[start] in RELATIVES and not (after_courtesy or _interrogative(found, start, start + length)):
                meant = (stems[start],)
            if length > 1 and any(meaning[0] == "~" for meaning in meant):  # "the American army" went there
                inner = (self._stems.at(stems[: start + length], place)[1] for place in range(start, start + length))
                meant += tuple(dict.fromkeys(chain.from_iterable(inner)))
            after_courtesy = meant == ("%",)
            yield Token(tuple(found[start : start + length]), meant or (stems[start],))
            start += length

    def _concepts_at(self, found: list[str], stems: list[str], start: int) -> tuple[int, tuple[str, ...]]:
        """As `Phrases.at`; no phrase where its "this" belongs to what follows: "how did this operation end"."""
        length, concepts = self._stems.at(stems, start)
        end, opens = start + length, start == 0 or found[start - 1] in _ASKING
        points = length > 1 and opens and found[start] in AUXILIARIES and found[end - 1] in DEMONSTRATIVES
        return (0, ()) if points and self._stems.at(stems[: end + 1], end)[0] else (length, concepts)

    def _ends_clause(self, found: list[str], start: int, end: int) -> bool:
        """Whether a tag such as "is that right" stands before a pause or "that", so that it asks; a courtesy apart."""
        ends = end == len(found) or found[end] in PUNCTUATION | {"that", "if", "to", "or"}
        if ends or found[end - 1] in ("that", "to", "what"):
            return True
        if start == 0 and end > 1:  # "can you confirm Reuters said …"
            return any(meaning[0] == "@" for meaning in self._exact.at(found, end + (found[end] in ARTICLES))[1])
        length, meanings = self._exact.at(found, end)
        return start > 0 and "%" in meanings and self._ends_clause(found, start, end + length)


def _spellings(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The phrase, and as it is read where "us" is written in capitals: "the US army"."""
    yield phrase
    if "us" in phrase[:-1]:
        yield tuple("usa" if word == "us" else word for word in phrase)


def _interrogative(found: list[str], start: int, end: int) -> bool:
    """Whether the "who" or "when" at `start` asks, rather than joins a clause ("the people who died")."""
    opens = start == 0 or end == len(found) or found[start - 1] in BEFORE_QUESTION or found[end] in PUNCTUATION
    return (opens and not _leads(found, start, end)) or _inverted(found, start, end)


def _leads(found: list[str], start: int, end: int) -> bool:
    """Whether "when" only leads to what is asked: "when the homes fell did anyone die"."""
    if found[start] != "when" or end == len(found) or found[end] in AUXILIARIES | PUNCTUATION | {"and"}:
        return False
    ahead = takewhile(lambda word: word not in PUNCTUATION | {"and"}, reversed(found[:start]))
    if found[end] in SUBJECTS | ARTICLES and not QUESTION_WORDS.isdisjoint(ahead):  # "what did they do when it sank"
        return True
    rest = found[end + 1 if found[end] in PERSONS | {"they", "it"} else end :]  # "when they did the landing"
    return any(
        (word in AUXILIARIES and after in SUBJECTS) or (word in {"how", "what", "who", "why"} and before != "and")
        for before, word, after in zip(rest, rest[1:], rest[2:], strict=False)
    )


def _inverted(found: list[str], start: int, end: int) -> bool:
    """Whether it asks late, after what it asks about: "the landing when was it", "the homes who has hit them"."""
    before = set(found[:start]) & (AUXILIARIES | QUESTION_WORDS)
    ends = PERSONS | PUNCTUATION | {"it", "they", "this", "that"}
    acts = not {"her", "him", "it", "them"}.isdisjoint(found[end + 2 : end + 3])
    subject = acts or found[start] in {"when", "where"} or ends.issuperset(found[end + 1 : end + 2])
    return not before and found[end] in AUXILIARIES and subject


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The stem of a word; the word itself where it, or the stem, is a function word ("offed" is not "off")."""
    return word if word in FUNCTION_WORDS or stem(word) in FUNCTION_WORDS else stem(word)


def _untitled(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without what kind of body a source is, right before its name: "the news agency Reuters"."""
    asked = {"another", "any", "other"} | QUESTION_WORDS
    titles = {
        place
        for place, (token, after) in enumerate(pairwise(tokens))
        if after.means("@") and token.words[-1] in KINDS_OF_BODY and not (place and tokens[place - 1].words[0] in asked)
    }
    return tuple(token for place, token in enumerate(tokens) if place not in titles)
