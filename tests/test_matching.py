"""Matching: which target is most like a question, and what lowers that likeness."""

from __future__ import annotations

import pytest

from knowledge.matching import Matcher, Target


def features(text: str) -> frozenset[str]:
    """Return the words as features."""
    return frozenset(text.split())


def target(id_: str, *phrasings: str) -> Target:
    """Return a target with these phrasings."""
    return Target(id_, tuple(map(features, phrasings)))


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """Return a matcher of four targets."""
    return Matcher(
        [
            target("killed", "people killed", "deaths people", "people died"),
            target("hurt", "people hurt", "people wounded"),
            target("boats", "boats came", "fishing boats"),
            target("when", "?when ferry sank", "day ferry sank"),
        ]
    )


def test_own_phrasing_is_most_like_itself(matcher: Matcher) -> None:
    """Each phrasing leads to its own target, its score well up but not above 100."""
    for wanted in matcher.targets:
        for phrasing in wanted.phrasings:
            best = matcher.rank(phrasing)[0]
            assert best.target is wanted
            assert 60 < best.score <= 100


def test_ranking_is_best_first(matcher: Matcher) -> None:
    """Every target that shares something is ranked, the most alike first."""
    ranked = matcher.rank(features("people killed"))
    assert [match.target.id for match in ranked] == ["killed", "hurt"]
    assert ranked[0].score > ranked[1].score > 0


def test_rare_word_tells_more_than_a_common_one(matcher: Matcher) -> None:
    """A word that one target has weighs more than one of many, and an unknown word of content weighs too."""
    assert matcher.weight("killed") > matcher.weight("people") > 0
    assert matcher.weight("zebra") > 0


@pytest.mark.parametrize("light", [pytest.param("the", id="function word"), pytest.param("?why", id="question type")])
def test_words_of_little_weight(matcher: Matcher, light: str) -> None:
    """Function words and question types weigh less than words of content that are as rare, but something."""
    assert 0 < matcher.weight(light) < matcher.weight("zebra")


def test_unknown_words_lower_every_score(matcher: Matcher) -> None:
    """What the base cannot explain counts against all; the ranking stays."""
    known, mixed = matcher.rank(features("people killed")), matcher.rank(features("people killed zebra tickets"))
    assert [match.target.id for match in known] == [match.target.id for match in mixed]
    assert all(less.score < more.score for less, more in zip(mixed, known, strict=True))


@pytest.mark.parametrize("text", [pytest.param("", id="nothing"), pytest.param("zebra tickets", id="unknown words")])
def test_nothing_known_matches_nothing(matcher: Matcher, text: str) -> None:
    """Where no word is known there is no match, not a bad one."""
    assert list(matcher.rank(features(text))) == []


def test_target_without_words_is_never_matched() -> None:
    """An empty phrasing is like nothing."""
    matcher = Matcher([target("empty", ""), target("boats", "boats came")])
    assert [match.target.id for match in matcher.rank(features("boats"))] == ["boats"]


def test_vocabulary_joins_all_phrasings(matcher: Matcher) -> None:
    """A target's vocabulary and the matcher's known words are those of all phrasings."""
    assert matcher.targets[1].vocabulary == features("people hurt wounded")
    assert set(matcher.known) == frozenset[str]().union(*(each.vocabulary for each in matcher.targets))


@pytest.mark.parametrize(
    ("text", "asks", "little"),
    [
        pytest.param("boats zebra", "", False, id="one unknown word"),
        pytest.param("boats zebra tickets", "", True, id="two unknown words and one known"),
        pytest.param("boats fishing zebra tickets", "", False, id="two unknown words and two known"),
        pytest.param("sank zebra tickets", "?when", False, id="two unknown words, the type and one known"),
        pytest.param("boats 17 30 zebra", "", False, id="numbers are not unknown words"),
    ],
)
def test_question_of_unknown_words_shares_too_little(matcher: Matcher, text: str, asks: str, little: bool) -> None:
    """One word in common is not enough where two or more are unknown."""
    wanted = next(each for each in matcher.targets if each.id == ("when" if asks else "boats"))
    assert matcher.shares_little(features(text), features(asks), wanted) is little
