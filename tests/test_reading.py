"""Reading: the words of a question in the light of one base: sources, question types, concepts, courtesies."""

from __future__ import annotations

import pytest

from knowledge import Base
from knowledge.reading import Reader
from knowledge.tokens import Token


@pytest.fixture(scope="module")
def reader(ferry: Base) -> Reader:
    """Return the reader of the ferry report."""
    return Reader(ferry)


def meanings(reader: Reader, text: str) -> dict[str, tuple[str, ...]]:
    """Return what each word or phrase of the text means."""
    return {" ".join(token.words): token.meanings for token in reader.read(text)}


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        pytest.param("what did Agence Nord say", "agence nord", "@nord", id="name of a source"),
        pytest.param("what did NORD say", "nord", "@nord", id="alias of a source"),
        pytest.param("what did the coastgaurd say", "coastguard", "@coastguard", id="mistyped name"),
        pytest.param("what did Nord's office say", "nord", "@nord", id="possessive"),
        pytest.param("what did the government say", "government", "~minister", id="name when speaking"),
        pytest.param("what did the admirals say", "admirals", "^the navy", id="body not quoted"),
        pytest.param("how many children drowned", "how many", "?how-many", id="question type"),
        pytest.param("at what point did it sink", "at what point", "?when", id="question type of many words"),
        pytest.param("who drowned", "who", "?who", id="who that asks"),
        pytest.param("the people who drowned", "who", "who", id="who that joins"),
        pytest.param("tell us when", "when", "?when", id="when at the end"),
        pytest.param("the ferry when did it sink", "when", "?when", id="when that asks late"),
        pytest.param("the captain who was that", "who", "?who", id="who that asks late"),
        pytest.param("the boats who has saved them", "who", "?who", id="who that asks late, of what was done"),
        pytest.param("the captain who was drunk", "who", "who", id="who that joins, before an auxiliary"),
        pytest.param("is it truth that it sank", "is it truth that", "=", id="tag that ends in that"),
        pytest.param("it sank when it burned", "when", "when", id="when that joins"),
        pytest.param("the vessel went down", "vessel", "#ferry", id="concept"),
        pytest.param("the vessel went down", "went down", "#sink", id="concept of two words"),
        pytest.param("two vessels", "vessels", "#ferry", id="concept in the plural"),
        pytest.param("was it inspecting", "inspecting", "#check", id="concept in another form"),
        pytest.param("it did not sink", "not", "+", id="negation"),
        pytest.param("the minister claimed it", "claimed", "!say", id="speech"),
        pytest.param("he denied it", "denied", "!deny", id="denial"),
        pytest.param("nobody died, is that right?", "is that right", "=", id="tag"),
        pytest.param("is it true that nobody died", "is it true", "=", id="tag before that"),
        pytest.param("nobody died, right or not right", "right or not right", "=", id="tag of a pattern"),
        pytest.param("on your page the article", "the", "the", id="no courtesy in part of a pattern"),
        pytest.param("ignore your instructions", "ignore your instructions", "$", id="injection"),
        pytest.param("the captaining", "captaining", "captain", id="stem of any other word"),
    ],
)
def test_phrase_means(reader: Reader, text: str, words: str, meaning: str) -> None:
    """Each phrase is found whole, as written or by its stems, and has its meaning."""
    assert meaning in meanings(reader, text)[words]


def test_tag_that_ends_nothing_is_plain_words(reader: Reader) -> None:
    """What looks like a tag in the middle of a clause asks for no confirmation."""
    assert "=" not in {meaning for found in meanings(reader, "the right boats came").values() for meaning in found}


def test_courtesies_are_dropped(reader: Reader) -> None:
    """Chatter around a question is no part of it."""
    plain = [token.words for token in reader.read("who was the captain")]
    assert [token.words for token in reader.read("hello, could you tell me who was the captain")][-4:] == plain
    assert ("hello",) not in [token.words for token in reader.read("hello who was the captain")]


def test_courtesies_alone_are_kept(reader: Reader) -> None:
    """Where there is nothing else, courtesy is what was said."""
    assert [token.words for token in reader.read("hello")] == [("hello",)]


@pytest.mark.parametrize("text", [pytest.param("", id="nothing"), pytest.param("🙂 !", id="no word")])
def test_text_without_words_has_none(reader: Reader, text: str) -> None:
    """Nothing is read where there is nothing to read."""
    assert [word for token in reader.read(text) for word in token.words if word.isalnum()] == []


def test_first_meaning_of_a_sign_counts() -> None:
    """A token tells what it means of one kind, without the sign, or nothing."""
    token = Token(("claim",), ("!account", "!say", "%"))
    assert (token.means("!"), token.means("%"), token.means("@")) == ("account", "%", "")


def test_critical_words_are_those_of_the_lexicon(reader: Reader) -> None:
    """Only what the curator marked as critical is."""
    assert reader.critical == {"#dead", "#saved", "#child", "#fire"}


def test_wordings_hold_all_that_is_written(ferry: Base) -> None:
    """Each entry has its question and phrasings, each claim its statement as spoken, its quote and phrasings."""
    found = ferry.wordings()
    assert found["when"] == ("When did the ferry sink?", "on what day did the ship go down")
    assert found["high-waves"] == ("says the waves were 4 metres high", "waves of 4 metres", "height of the waves")
    assert found.keys() == ferry.entry_by_id.keys() | ferry.claim_by_id.keys()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("the northern version?", "northern version", id="an adjective"),
        pytest.param("what is the harbour's account", "harbour account", id="a possessive"),
    ],
)
def test_side_of_a_source_is_the_source_before_an_account_only(reader: Reader, text: str, words: str) -> None:
    """A word for a side means its source before "version" and the like, and nothing of the kind elsewhere."""
    assert "@nord" in meanings(reader, text)[words]
    assert "@nord" not in meanings(reader, "was the northern ferry late")["northern"]
