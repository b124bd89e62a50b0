"""Who says what, as a table: a row for each voice, a column for each subject. Draws nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.models import Base, Claim, Source

Side = tuple[
    int, int
]  # number of the dispute, and side in it, from 0; of two sides of one dispute, each denies the other


@dataclass(frozen=True)
class Cell:
    """What one voice says on one subject: the paragraphs, and its side where others say otherwise."""

    paragraphs: tuple[int, ...]
    side: Side | None = None


@dataclass(frozen=True)
class Row:
    """One voice: those who make the statements, outermost first, and a cell for each subject."""

    sources: tuple[Source, ...]
    cells: tuple[Cell | None, ...]

    @property
    def names_no_source(self) -> bool:
        """Whether the report itself speaks, and nobody else."""
        return all(source.own_voice for source in self.sources)

    @property
    def name(self) -> str:
        """The voice in the middle of a sentence: the one source, or "this one, quoting that one"."""
        return ", quoting ".join(source.name for source in self.sources)


@dataclass(frozen=True)
class Chart:
    """The table: names of the subjects that are spoken of, and the rows, both in the order of the report."""

    subjects: tuple[str, ...]
    rows: tuple[Row, ...]


def chart(base: Base) -> Chart:
    """The whole base as a table."""
    sides = _sides(base)
    spoken_of = {subject for claim in base.claims for subject in claim.about}
    subjects = [subject for subject in base.report.subjects if subject.id in spoken_of]
    rows: list[Row] = []
    for chain in dict.fromkeys(claim.chain for claim in base.claims):
        said = [claim for claim in base.claims if claim.chain == chain]
        cells = (_cell(base, [claim for claim in said if each.id in claim.about], each.id, sides) for each in subjects)
        rows.append(Row(tuple(base.source_by_id[source] for source in chain), tuple(cells)))
    return Chart(tuple(subject.name for subject in subjects), tuple(rows))


def describe(table: Chart) -> tuple[str, ...]:
    """The table in words, line by line, for those who cannot see it: who disagrees on what, who names no source."""
    parts = [f"{len(table.rows)} voices on {len(table.subjects)} subjects, by paragraph."]
    for number, subject in enumerate(table.subjects):
        sides: dict[Side, list[str]] = {}
        for row in table.rows:
            if (cell := row.cells[number]) and cell.side:
                sides.setdefault(cell.side, []).append(row.name)
        for dispute in sorted({dispute for dispute, _ in sides}):
            against = " against ".join(" and ".join(sides[side]) for side in sorted(sides) if side[0] == dispute)
            parts.append(f"They disagree on “{subject}”: {against}.")
    if silent := [row.name for row in table.rows if row.names_no_source]:
        parts.append(f"Naming no source: {' and '.join(silent)}.")
    return tuple(parts)


def _cell(base: Base, claims: list[Claim], subject: str, sides: dict[str, Side]) -> Cell | None:
    if not claims:
        return None
    disputed = (sides[claim.id] for claim in claims if claim.id in sides and _is_disputed(base, claim, subject))
    return Cell(tuple(sorted({claim.paragraph for claim in claims})), next(disputed, None))


def _is_disputed(base: Base, claim: Claim, subject: str) -> bool:
    """Whether a claim that disagrees with this one speaks of the subject too, or of none that they share."""
    others = (frozenset(base.claim_by_id[other].about) for other in claim.disagrees_with)
    return any(subject in other or not other.intersection(claim.about) for other in others)


def _sides(base: Base) -> dict[str, Side]:
    """The side of each claim that another disagrees with; no two that disagree are on the same one."""
    sides: dict[str, Side] = {}
    for dispute, members in enumerate(_disputes(base)):
        for claim in members:
            taken = {sides[other] for other in claim.disagrees_with if other in sides}
            sides[claim.id] = next((dispute, n) for n in range(len(members)) if (dispute, n) not in taken)
    return sides


def _disputes(base: Base) -> Iterator[list[Claim]]:
    """The claims that disagree with each other, directly or over others; each leads to the next."""
    seen: set[str] = set()
    for claim in base.claims:
        if not claim.disagrees_with or claim.id in seen:
            continue
        members = [claim]
        seen.add(claim.id)
        for member in members:  # grows while it is walked through
            new = [other for other in member.disagrees_with if other not in seen]
            seen.update(new)
            members += (base.claim_by_id[other] for other in new)
        yield members
