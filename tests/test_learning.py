"""Learning: which target features speak for, against the likeliest."""

from __future__ import annotations

from knowledge.learning import Learned


def features(text: str) -> frozenset[str]:
    """Return the words as features."""
    return frozenset(text.split())


PHRASINGS = [
    ("killed", features("how many people were killed")),
    ("killed", features("number of people killed")),
    ("hurt", features("how many people were hurt")),
    ("hurt", features("people hurt")),
    ("when", features("when were people hurt")),
    ("when", features("when was it")),
]
TARGETS = ["killed", "hurt", "when"]


def odds(text: str) -> dict[str, float]:
    """Return each target's odds for the words."""
    return dict(zip(TARGETS, Learned(PHRASINGS).odds(features(text), TARGETS), strict=True))


def test_what_tells_targets_apart_decides() -> None:
    """One telling word outweighs several that all targets share, and the likeliest target has odds of 1."""
    for text, wanted in (
        ("how many people were killed", "killed"),
        ("people were hurt", "hurt"),
        ("when was it", "when"),
    ):
        found = odds(text)
        assert max(found, key=found.__getitem__) == wanted
        assert found[wanted] == 1.0
        assert all(0 < other < 1 for target, other in found.items() if target != wanted)


def test_words_nobody_taught_speak_for_nobody() -> None:
    """Without a word that is known all targets are as likely; with one, others change nothing."""
    assert set(odds("purple elephants").values()) == {1.0}
    assert odds("killed elephants") == odds("killed")
    assert Learned(PHRASINGS).odds(features("killed"), []) == []


def test_the_same_phrasings_teach_the_same() -> None:
    """Two fits of one base answer alike."""
    assert odds("how many people were killed") == odds("how many people were killed")
