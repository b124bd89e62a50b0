"""Variants: what one line of a list stands for, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_folder import loaded, problems

from knowledge.variants import spelled_out

SOURCES, ALIASES = "sources.yaml", "aliases: [mayor, quill]"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("quill", ("quill",)),
        ("(her|his) house", ("her house", "his house")),
        ("(the|) mayor (quill|)", ("the mayor quill", "the mayor", "mayor quill", "mayor")),
        ("mayor's (town|) hall", ("mayor's town hall", "mayor's hall")),
    ],
)
def test_a_line_stands_for_each_choice(line: str, expected: tuple[str, ...]) -> None:
    """Every choice with every other; a choice may be nothing; what has no brackets is itself."""
    assert spelled_out([line]) == expected


def test_a_source_is_called_by_every_variant(tmp_path: Path) -> None:
    """Its aliases, as loaded, are the variants of the lines."""
    base = loaded(tmp_path, (SOURCES, ALIASES, 'aliases: ["(town|city) (mayor|chief)", quill]'))
    assert base.source_by_id["mayor"].aliases == ("town mayor", "town chief", "city mayor", "city chief", "quill")


@pytest.mark.parametrize(
    "line",
    ["(town mayor", "town) mayor", "town | mayor", "(town) mayor", "((town|city)|village) mayor", "() mayor"],
)
def test_brackets_without_a_choice_are_told_with_their_line(tmp_path: Path, line: str) -> None:
    """What a curator may have meant otherwise is never taken for a name."""
    [found] = problems(tmp_path, (SOURCES, ALIASES, f'aliases:\n      - mayor\n      - "{line}"'))
    assert found.startswith("sources.yaml:11: ")
    assert found.endswith('has brackets that give no choice; write them as in "(her|his) house"')


def test_a_line_for_too_many_is_told(tmp_path: Path) -> None:
    """A line that nobody can read through is refused."""
    line = " ".join(["(one|two|three|four|five)"] * 4)
    [found] = problems(tmp_path, (SOURCES, ALIASES, f'aliases: ["{line}"]'))
    assert found.startswith("sources.yaml:9: ")
    assert found.endswith("stands for 625 names; write it as several lines of at most 500")


def test_a_variant_that_means_another_is_told_where_its_line_stands(tmp_path: Path) -> None:
    """A check that finds a variant finds the line that stands for it."""
    of_report = (SOURCES, "own_voice: true", "own_voice: true\n    aliases: [governor]")
    of_mayor = (SOURCES, ALIASES, 'aliases:\n      - mayor\n      - "(quill|governor)"')
    [found] = problems(tmp_path, of_report, of_mayor)
    assert found.startswith("sources.yaml:12: alias 'governor' of source 'mayor' also means source 'report'")


def test_a_concept_has_every_variant_as_a_word(tmp_path: Path) -> None:
    """The lexicon is written in the same way."""
    base = loaded(tmp_path, ("lexicon.yaml", "words: [storm, gale]", 'words: [storm, "(strong|high) wind"]'))
    assert [concept.words for concept in base.concepts] == [("storm", "strong wind", "high wind")]
