"""Problems: the line of any place in a file, and how problems are ordered and printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.problems import BaseProblems, Place, Problem, line_of

FILE = """\
# a remark
title: Storm
claims:
  - id: roofs
    chain: [report]
    phrasings:
      - one
      - two

  - id: calm
    chain:
      - mayor
  - id: calm
outsiders:
  - name: the army
    aliases: [army]
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        pytest.param((), 2, id="the whole file"),
        pytest.param(("title",), 2, id="field"),
        pytest.param(("title", "more"), 2, id="beyond a text"),
        pytest.param(("nothing",), 2, id="missing field"),
        pytest.param(("claims",), 4, id="list"),
        pytest.param(("claims", 1), 10, id="record by number"),
        pytest.param(("claims", 1, "chain", 0), 12, id="value in a record"),
        pytest.param(("claims", 9), 4, id="record beyond the last"),
        pytest.param(("claims", "roofs"), 4, id="record by id"),
        pytest.param(("claims", "roofs", "chain"), 5, id="field of a record"),
        pytest.param(("claims", "roofs", "quote"), 4, id="missing field of a record"),
        pytest.param(("claims", "roofs", "phrasings", "two"), 8, id="text in a list"),
        pytest.param(("claims", "roofs", "phrasings", "three"), 7, id="text not in the list"),
        pytest.param(("claims", "calm"), 13, id="the last of two with one id"),
        pytest.param(("claims", "wind"), 4, id="unknown id"),
        pytest.param(("outsiders", "the army", "aliases"), 16, id="record by name"),
    ],
)
def test_line_is_that_of_the_place_or_of_what_holds_it(tmp_path: Path, place: Place, line: int) -> None:
    """A place that is not there has the line of the nearest value around it."""
    (tmp_path / "file.yaml").write_text(FILE, encoding="utf-8")
    assert line_of(tmp_path / "file.yaml", place) == line


def test_empty_file_has_its_first_line(tmp_path: Path) -> None:
    """Where there is no value at all the line is 1."""
    (tmp_path / "file.yaml").write_text("", encoding="utf-8")
    assert line_of(tmp_path / "file.yaml", ("claims", 0)) == 1


def test_problem_prints_as_file_line_message() -> None:
    """A problem is one line that editors and terminals can jump to; a folder has no lines."""
    assert str(Problem("claims.yaml", 7, "no; yes")) == "claims.yaml:7: no; yes"
    assert str(Problem("questions", 0, "no; yes")) == "questions: no; yes"


def test_problems_are_ordered_and_each_is_told_once() -> None:
    """Problems come by file, then by line as a number, and what two checks find alike is told once."""
    first, second, third = Problem("a.yaml", 9, "x"), Problem("a.yaml", 10, "x"), Problem("b.yaml", 1, "x")
    error = BaseProblems([third, second, first, second])
    assert error.problems == (first, second, third)
    assert str(error) == "a.yaml:9: x\na.yaml:10: x\nb.yaml:1: x"
