"""Text: what is left of a message when it is read, and which words it has."""

from __future__ import annotations

import pytest

from knowledge.text import LONGEST, clean, phrases, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  who \t said\n\nso? ", "who said so?", id="blanks, tabs and line ends"),
        pytest.param("who\x00said\x07so", "who said so", id="control characters part words"),
        pytest.param("so\u200bld\u200di\ufeffers", "soldiers", id="zero width"),
        pytest.param("\u202ewho\u2066 said\u2069 so\u200f", "who said so", id="directions"),
        pytest.param("who\ud83d said\udc00 so", "who said so", id="halves of characters"),
        pytest.param("who\ue000 said\U000f0000 so\ufdd0", "who said so", id="characters nobody has defined"),
        pytest.param(
            "\uff57\uff48\uff4f \ufb01red\u2460", "who fired1", id="wide letters, ligatures and circled numbers"
        ),
        pytest.param("cafe\u0301 Ünal", "café Ünal", id="accents are kept, in one form"),
        pytest.param("مرحبا \u200bبكم", "مرحبا بكم", id="other scripts are kept"),
        pytest.param("\u200b\u200e\ud800", "", id="nothing visible"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_text_is_cleaned(text: str, expected: str) -> None:
    """What cannot be seen or is broken goes; letters stay; every run of blanks is one."""
    assert clean(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 10_000, id="letters"),
        pytest.param("ж" * 10_000, id="letters beyond ASCII"),
        pytest.param("\ufdfa" * 600, id="characters that become eighteen each"),
    ],
)
def test_long_text_is_cut(text: str) -> None:
    """Only the beginning is read, also where normalisation makes it longer."""
    assert 0 < len(clean(text)) <= LONGEST
    assert clean(text)[:3] == clean(text[:10])[:3]


def test_what_stands_beyond_the_limit_is_not_read() -> None:
    """The last character that counts is the 500th."""
    assert clean("x" * 499 + "yz") == "x" * 499 + "y"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Who SAID that?!", "who said that", id="case and punctuation"),
        pytest.param("one,two;three...four(five)", "one 2 3 4 5", id="punctuation without blanks"),
        pytest.param("didn't they", "did not they", id="n't"),
        pytest.param("didn’t ain‘t won`t isn′t", "did not is not will not is not", id="curly and other apostrophes"),
        pytest.param("didn´t ain´t", "did not is not", id="accent for an apostrophe"),
        pytest.param("can't won't cannot dont", "can not will not can not do not", id="irregular n't"),
        pytest.param("they're I've we'll I'm", "they are i have we will i am", id="other contractions"),
        pytest.param("what's that? who's it? whats up", "what is that who is it what is up", id="is"),
        pytest.param("Reuters's man, Kirby's word", "reuters man kirby word", id="possessive"),
        pytest.param("the agencies' word", "the agencies word", id="possessive of many"),
        pytest.param("'quoted' “words”", "quoted words", id="quotation marks"),
        pytest.param("w/o a word, w/ him", "without a word with him", id="w/"),
        pytest.param("pls tell me wat ppl said", "please tell me what people said", id="chat spelling"),
        pytest.param("Ça va, naïve café", "ca va naive cafe", id="accents"),
        pytest.param("heyyyy sooo", "hey so", id="stretched words"),
        pytest.param("air-drop northern_Idlib", "air drop northern idlib", id="hyphens and underscores"),
        pytest.param("two homes, 2 homes", "2 homes 2 homes", id="two by itself"),
        pytest.param("thirteen 13 \uff11\uff13", "13 13 13", id="numbers in words and digits"),
        pytest.param("twenty-one, twenty one", "21 21", id="numbers of two words"),
        pytest.param("one hundred and five", "105", id="numbers of many words"),
        pytest.param("1,000 people, 1,200,300 and 13.000", "1000 people 1200300 and 13000", id="thousands parted"),
        pytest.param("13k, 1.5 million, 2 thousand", "13000 1500000 2000", id="sizes written out"),
        pytest.param(f"{'9' * 400}k", f"{'9' * 400}k", id="a number nobody counts to"),
        pytest.param("13,6 at 10:30, 3 kids", "13 6 at 10 30 3 kids", id="no thousands"),
        pytest.param("10/27/2019, 27/10/2019", "27 october 2019 27 october 2019", id="dates, the day in either place"),
        pytest.param("27/27/2019", "27 27 2019", id="no date"),
        pytest.param("one of them", "one of them", id="one is no number"),
        pytest.param("nobody, no one, none", "nobody no one none", id="none is no number"),
        pytest.param("что СКАЗАЛ", "что сказал", id="other scripts"),
        pytest.param("你好", "你好", id="scripts without case"),
        pytest.param("🇫🇷 version", "french version", id="flag"),
        pytest.param("?! ... --- 🙂", "", id="no word at all"),
    ],
)
def test_words_of_a_text(text: str, expected: str) -> None:
    """Words are lower-case, contractions resolved, numbers in digits, without punctuation or accents."""
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize("written", ["US", "U.S.", "U.S", "USA", "U.S.A.", "usa", "u.s.a"])
def test_the_country_has_one_spelling(written: str) -> None:
    """However the United States are abbreviated, it is one word."""
    assert words(f"the {written} army") == ("the", "usa", "army")


@pytest.mark.parametrize("text", ["tell us", "Tell Us", "THEY TOLD us"])
def test_us_is_a_country_in_capitals_only(text: str) -> None:
    """The pronoun is not the country."""
    assert words(text)[-1] == "us"


@pytest.mark.parametrize("word", ["USED", "USERS", "USUAL", "USS", "USAGE", "USAF", "VIRUS", "BUS"])
def test_us_is_no_part_of_a_longer_word(word: str) -> None:
    """A word in capitals that begins or ends with US is itself."""
    assert words(word) == (word.lower(),)


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        pytest.param("was it him comma or who question mark", "was it him, or who?", id="lower case"),
        pytest.param("Tell me all Full Stop Who died Question Mark", "Tell me all. Who died?", id="capitals"),
    ],
)
def test_punctuation_may_be_dictated(spoken: str, written: str) -> None:
    """Who speaks to a telephone that does not know better gets the marks as words."""
    assert phrases(spoken) == phrases(written)
