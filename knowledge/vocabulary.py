"""The words a base knows: phrases that mean one thing, stems, and the repair of typos. Knows no entry."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files

import Stemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.english import FUNCTION_WORDS
from knowledge.remembering import Remembering

_VERBAL = ("ed", "ing")  # what people put to any verb
_AMERICAN = {"is": "iz", "our": "or", "tre": "ter", "ence": "ense", "mme": "m", "oeuv": "euv", "ae": "a"}
_BRITISH = re.compile(
    r"(?<=\w{3})is(?=e[sd]?$|ing$|ation$)|our(?=s?$|ed$|ing$|able$)|tre(?=s?$)|ence$|mme(?=s?$)|oeuv|^ae"
)
_STEMMER = Stemmer.Stemmer("english", 0)


def stem(word: str) -> str:
    """The Snowball stem of a lower-case word."""
    return str(_STEMMER.stemWord(word))


class Phrases:
    """Phrases of one to several words, each with what it means; found longest first, left to right."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
        self._longest: dict[str, int] = {}  # of the phrases that begin with a word

    def add(self, phrase: tuple[str, ...], meaning: str) -> None:
        """Let the phrase mean this too. Meanings keep the order in which they were added."""
        phrases = self._by_first.setdefault(phrase[0], {})
        phrases[phrase] = tuple(dict.fromkeys((*phrases.get(phrase, ()), meaning)))
        self._longest[phrase[0]] = max(self._longest.get(phrase[0], 1), len(phrase))

    @property
    def words(self) -> frozenset[str]:
        """Every word that stands in a phrase."""
        return frozenset(word for phrases in self._by_first.values() for phrase in phrases for word in phrase)

    def at(self, found: list[str], start: int) -> tuple[int, tuple[str, ...]]:
        """Length and meanings of the longest phrase at `start`; (0, ()) where none begins there, or nothing is left."""
        phrases = self._by_first.get(found[start]) if start < len(found) else None
        if phrases:
            for length in range(min(self._longest[found[start]], len(found) - start), 0, -1):
                if meanings := phrases.get(tuple(found[start : start + length])):
                    return length, meanings
        return 0, ()


@cache
def _english() -> bytes:
    """The word list of pyspellchecker as it is stored, JSON: searching it beats holding 160,000 strings."""
    return gzip.decompress((files("spellchecker") / "resources" / "en.json.gz").read_bytes())


def is_english(word: str) -> bool:
    """Whether the lower-case word is a real English word, in American or British spelling."""
    american = _BRITISH.sub(lambda found: _AMERICAN[found[0]], word)
    return any(f'"{spelled}": '.encode() in _english() for spelled in {word, american})


UNKNOWN, MOSTLY = 4, 0.6  # unknown words, and share of all, from which on a text is taken for another language


class Spelling(Remembering):
    """Repair of mistyped words against the words a base knows: those it is written in, and `rare` ones."""

    def __init__(self, written: Iterable[str], rare: Iterable[str]) -> None:
        self._written = frozenset(written)
        self.known = self._written | frozenset(rare)
        self._stems = frozenset(map(stem, self.known))
        self._choices: tuple[str, ...] = tuple(sorted(word for word in self.known if len(word) > 3 and word.isalpha()))

    @cached_property
    def repaired(self) -> Callable[[str], str]:
        """A word, repaired; see `_repaired`. Remembered, for people write the same words."""
        return lru_cache(maxsize=8192)(self._repaired)

    def _repaired(self, word: str) -> str:
        """The known word this is a typo of, or the word itself.

        Never touched: a known word, a real English one, another form of a known one ("hurted"), one of one or two
        letters. Of three only two may have changed places, and only in a function word ("teh"). A word of four or five
        letters may be one edit away, a longer one two. A swap of neighbours is one edit; a first letter that differs
        costs one more unless it is swapped, and so does a known word that is rare.
        Of several as near: first one with the same letters in another order, then the longest, for people drop letters.
        """
        if word.endswith("s") and word[:-1] in self._written and word not in self.known:  # "kirbys" is Kirby's
            return word[:-1]
        if word in self.known or len(word) < 3 or not (word.isalpha() and word.isascii()):
            return word
        if len(word) == 3:
            swaps = (word[0] + word[2] + word[1], word[1] + word[0] + word[2])
            return next((swap for swap in swaps if swap in FUNCTION_WORDS and not is_english(word)), word)
        if word.endswith(_VERBAL) and stem(word) in self._stems:
            return word
        limit = 1 if len(word) <= 5 else 2
        near = process.extract(word, self._choices, scorer=OSA.distance, score_cutoff=limit, limit=16)
        ranked = sorted(
            (self._cost(word, choice, edits), sorted(choice) != sorted(word), -len(choice), choice)
            for choice, edits, _ in near
        )
        return ranked[0][-1] if ranked and ranked[0][0] <= limit and not is_english(word) else word

    def _cost(self, word: str, choice: str, edits: float) -> float:
        swapped = word[:2] == choice[1::-1]
        return edits + (choice[0] != word[0] and not swapped) + (choice not in self._written)

    def words(self, found: Sequence[str]) -> Sequence[str]:
        """The words, each repaired where it needs it; as they are where most of them stay unknown: not English."""
        repaired = [self.repaired(word) for word in found]
        plain = [word for word, mended in zip(found, repaired, strict=True) if word == mended]
        unknown = sum(word.isalpha() and word not in self.known for word in plain)
        return found if unknown >= UNKNOWN and unknown > MOSTLY * len(plain) else repaired
