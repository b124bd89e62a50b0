"""The table of who says what: nobody is given a statement that is not theirs, and each dispute is seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_folder import loaded

from knowledge import Base, Responder
from knowledge.charting import Cell, chart, describe


def test_every_claim_stands_in_its_row_and_columns_and_nothing_else_does(shipped: Responder) -> None:
    """The table holds, for each chain and subject, just the paragraphs of their claims."""
    base = shipped.base
    table = chart(base)
    names = {subject.name: subject.id for subject in base.report.subjects}
    found = {
        (tuple(source.id for source in row.sources), names[name], paragraph)
        for row in table.rows
        for name, cell in zip(table.subjects, row.cells, strict=True)
        for paragraph in (cell.paragraphs if cell else ())
    }
    assert found == {(claim.chain, subject, claim.paragraph) for claim in base.claims for subject in claim.about}


def test_those_who_disagree_are_on_different_sides(shipped: Responder) -> None:
    """Two voices whose claims disagree stand on two sides of one dispute, in the subject they share."""
    table = chart(shipped.base)
    column = table.subjects.index("US soldiers hurt or not")
    sides = {row.name: row.cells[column].side for row in table.rows if row.cells[column]}
    assert sides == {"the report itself": (0, 0), "Sputnik": (0, 0), "Pentagon spokesperson John Kirby": (0, 1)}
    others = [cell for row in table.rows for cell in row.cells[:column] + row.cells[column + 1 :] if cell]
    assert {cell.side for cell in others} == {None}


def test_chains_of_sources_are_voices_of_their_own(base: Base) -> None:
    """Whoever is quoted through another is not the other: the report quoting the mayor names a source."""
    table = chart(base)
    assert table.subjects == ("The collapse", "The people hurt")
    assert [(row.name, row.names_no_source, row.cells) for row in table.rows] == [
        ("the report itself", True, (Cell((1,)), None)),
        ("the Norvale Police", False, (None, Cell((2,), (0, 0)))),
        ("the report itself, quoting Mayor Ada Quill", False, (None, Cell((3,), (0, 1)))),
        ("Smith & Sons <builders>", False, (Cell((4,)), None)),
    ]


def test_three_that_all_disagree_have_three_sides(tmp_path: Path) -> None:
    """No two that disagree are ever on one side, nor is a dispute lost where they share no subject."""
    third = "\n".join(
        (
            "  - id: hail",
            "    chain: [baker]",
            "    paragraph: 3",
            "    text: it hailed",
            "    quote: hail",
            "    about: [damage]",
            "    disagrees_with: [roofs, calm]\n",
        )
    )
    base = loaded(
        tmp_path,
        ("report.yaml", "", "  - {id: damage, name: Damage}\n  - {id: unspoken, name: Unspoken}\n"),
        ("sources.yaml", "", "  - {id: baker, name: the baker, verb: says}\n"),
        ("claims.yaml", "quote: roofs fly\n", "quote: roofs fly\n    disagrees_with: [calm, hail]\n"),
        ("claims.yaml", "", f"    disagrees_with: [roofs, hail]\n{third}"),
    )  # fmt: skip
    table = chart(base)
    assert table.subjects == ("Weather", "Damage")
    assert {row.name: [cell.side for cell in row.cells if cell] for row in table.rows} == {
        "the report itself": [(0, 0)],
        "Mayor Quill": [(0, 1)],
        "the baker": [(0, 2)],
    }


@pytest.mark.parametrize("which", ["base", "ferry"])
def test_description_names_both_sides(which: str, request: pytest.FixtureRequest) -> None:
    """In words, each dispute has its subject and both sides, and the voices without a source are named."""
    expected = {
        "base": (
            "4 voices on 2 subjects, by paragraph.",
            "They disagree on “The people hurt”: "
            "the Norvale Police against the report itself, quoting Mayor Ada Quill.",
            "Naming no source: the report itself.",
        ),
        "ferry": (
            "6 voices on 4 subjects, by paragraph.",
            "They disagree on “The passengers”: Agence Nord, quoting the Coast Guard against Bluewave Lines.",
            "They disagree on “The cause”: Transport Minister Ines Okafor against Bluewave Lines.",
            "Naming no source: the report itself.",
        ),
    }
    assert describe(chart(request.getfixturevalue(which))) == expected[which]


def test_a_report_without_dispute_and_own_voice_is_described(base: Base) -> None:
    """Where nobody disagrees, and a source is named for everything, nothing else is said."""
    assert describe(chart(replace(base, claims=base.claims[3:]))) == ("1 voices on 1 subjects, by paragraph.",)
