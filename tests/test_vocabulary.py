"""Vocabulary: phrases and what they mean, stems, and the repair of typos."""

from __future__ import annotations

import pytest

from knowledge.vocabulary import Phrases, Spelling, is_english, stem


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    """Return the repair of typos for a few words."""
    written = ["helicopter", "soldier", "mission", "raid", "hurt", "sputnik", "landing", "the", "13th", "form"]
    return Spelling(written, ["chopper", "bandage"])


def test_longest_phrase_is_found() -> None:
    """Of the phrases that begin at a word, the longest one counts."""
    phrases = Phrases()
    phrases.add(("white",), "colour")
    phrases.add(("white", "helmets"), "source")
    assert phrases.at(["the", "white", "helmets"], 1) == (2, ("source",))
    assert phrases.at(["the", "white", "house"], 1) == (1, ("colour",))
    assert phrases.at(["the", "white"], 1) == (1, ("colour",))


@pytest.mark.parametrize("start", [pytest.param(0, id="unknown word"), pytest.param(2, id="no beginning of a phrase")])
def test_where_no_phrase_begins_nothing_is_found(start: int) -> None:
    """Neither an unknown word nor the middle of a phrase is a phrase."""
    phrases = Phrases()
    phrases.add(("white", "helmets"), "source")
    assert phrases.at(["the", "white", "helmets"], start) == (0, ())


def test_beginning_of_a_phrase_alone_is_nothing() -> None:
    """A phrase is found whole or not at all."""
    phrases = Phrases()
    phrases.add(("white", "helmets"), "source")
    assert phrases.at(["white", "smoke"], 0) == (0, ())


def test_phrase_may_mean_several_things() -> None:
    """Meanings keep the order in which they were added, each once."""
    phrases = Phrases()
    for meaning in ("account", "deny", "account"):
        phrases.add(("claim",), meaning)
    assert phrases.at(["claim"], 0) == (1, ("account", "deny"))


@pytest.mark.parametrize(
    "forms",
    [
        pytest.param(("injure", "injured", "injures", "injuring"), id="verb"),
        pytest.param(("helicopter", "helicopters"), id="noun"),
        pytest.param(("demolish", "demolished", "demolishing"), id="demolish"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    """Grammatical endings do not part words."""
    assert len({stem(form) for form in forms}) == 1


def test_different_words_have_different_stems() -> None:
    """Stemming does not join what means something else."""
    assert len({stem(word) for word in ("injured", "killed", "denied", "demolished", "landing", "soldier")}) == 6


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        pytest.param("helicoptr", "helicopter", id="letter left out"),
        pytest.param("hellicopter", "helicopter", id="letter too many"),
        pytest.param("helicoptwr", "helicopter", id="wrong letter"),
        pytest.param("helicpoter", "helicopter", id="neighbours swapped"),
        pytest.param("heilcpoter", "helicopter", id="two swaps in a long word"),
        pytest.param("hlicoptr", "helicopter", id="two edits in a long word"),
        pytest.param("jelicopter", "helicopter", id="wrong first letter of a long word"),
        pytest.param("entering", "entering", id="first letter and more"),
        pytest.param("jelicoptr", "jelicoptr", id="wrong first letter and another edit"),
        pytest.param("helikoptrr", "helicopter", id="two wrong letters"),
        pytest.param("elcoptr", "elcoptr", id="three edits"),
        pytest.param("hrut", "hurt", id="swap in a word of four"),
        pytest.param("hurrt", "hurt", id="word of five for one of four"),
        pytest.param("hrrt", "hurt", id="one edit in a word of four"),
        pytest.param("hrtt", "hrtt", id="two edits in a word of four"),
        pytest.param("nurt", "nurt", id="wrong first letter of a short word"),
        pytest.param("chopperr", "chopper", id="rare word"),
        pytest.param("choppperr", "choppperr", id="rare word costs one edit more"),
        pytest.param("hti", "hti", id="word of three"),
        pytest.param("teh", "the", id="swap in a function word of three"),
        pytest.param("13ht", "13ht", id="word with digits"),
        pytest.param("sputník", "sputník", id="letters beyond ASCII"),
        pytest.param("xylophonic", "xylophonic", id="nothing near"),
    ],
)
def test_typos_are_repaired(spelling: Spelling, typo: str, meant: str) -> None:
    """One edit up to five letters, two above, the first letter and rare words counting one more."""
    assert spelling.repaired(typo) == meant


@pytest.mark.parametrize("word", ["solder", "lending", "missing", "laid", "hunt", "shopper", "from", "handing"])
def test_real_english_word_is_no_typo(spelling: Spelling, word: str) -> None:
    """A word of the language that is near a known one stays what it is."""
    assert is_english(word)
    assert spelling.repaired(word) == word


@pytest.mark.parametrize("word", ["helicopter", "sputnik", "chopper", "bandage"])
def test_known_word_stays(spelling: Spelling, word: str) -> None:
    """A word the base has is never changed, whether rare or not."""
    assert spelling.repaired(word) == word


def test_nearest_word_wins() -> None:
    """Of two known words the nearer one is meant, and a written one before a rare one."""
    assert Spelling(["abcdefg", "abcdexy"], []).repaired("abcdefh") == "abcdefg"
    assert Spelling(["zabcdee"], ["zabcdef"]).repaired("zabcdeg") == "zabcdee"


def test_words_are_repaired_in_their_order(spelling: Spelling) -> None:
    """Each word of a text is repaired where it needs it, the others stay."""
    assert list(spelling.words(["the", "helicoptr", "was", "hrut"])) == ["the", "helicopter", "was", "hurt"]


@pytest.mark.parametrize(
    ("word", "real"),
    [
        pytest.param("soldier", True, id="word"),
        pytest.param("soldiers", True, id="plural"),
        pytest.param("harbour", True, id="British"),
        pytest.param("memorised", True, id="British ending"),
        pytest.param("soldeir", False, id="typo"),
        pytest.param("", False, id="nothing"),
        pytest.param('": 1', False, id="what the list's own form would hold"),
    ],
)
def test_english_words_are_known(word: str, real: bool) -> None:
    """The word list has real words only, whole ones."""
    assert is_english(word) is real


def test_another_language_is_not_mended() -> None:
    """A text most of whose words nobody knows is no English with slips; a few unknown words change nothing."""
    spelling = Spelling(["the", "helicopter", "was", "hurt", "precis"], [])
    foreign = ["przepis", "bigos", "jak", "babci", "poprosze"]
    assert list(spelling.words(foreign)) == foreign
    assert list(spelling.words(["the", "helicoptr", "bigos", "was", "hrut"])) == [
        "the",
        "helicopter",
        "bigos",
        "was",
        "hurt",
    ]
