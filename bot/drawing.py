"""The table of who says what as a picture for a phone. Knows no base and no Telegram; needs the extra `map`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from io import BytesIO
from math import cos, radians, sin
from typing import TYPE_CHECKING, Any

from knowledge.charting import Cell, Chart, Row

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# All lengths are pixels of the picture.
_WIDTH, _MARGIN = 1280, 28  # wider where the columns need it
_LABELS = 395  # the column of the voices
_TITLE = 136  # title and subtitle
_ROW, _LINE = 96, 30  # a row, a line of text in it
_MARK, _LEGEND = 52, 70  # a mark, a line of the legend
_COLUMN = 60  # at least
_LETTER = 14.2  # width of a letter of a heading, roughly
_SLANT = 55  # degrees of the headings
_LONGEST = 30  # characters of a heading
_WRAPPED = 24  # characters on a line of a voice's name
_INK, _QUIET, _SHADE, _PLAIN = "#1b1b1b", "#5c5c5c", "#f1f4f6", "#2f6f73"
_SIDES = (("#c0392b", "#1f5fa8", "#8a6d00"), ("#a03a8c", "#2e7d32", "#6d4c41"))  # by dispute, then by side


def draw(table: Chart, title: str, subtitle: str) -> bytes:
    """The picture as PNG. Raises `ImportError` where the extra is not installed. Takes about a second."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    subjects = [textwrap.shorten(subject, _LONGEST, placeholder=" …") for subject in table.subjects]
    head = _TITLE + _LETTER * sin(radians(_SLANT)) * max(map(len, subjects))
    foot = head + _ROW * len(table.rows)
    samples = list(_samples(table))
    height = foot + _LEGEND * len(samples) + _MARGIN
    slanted = _LETTER * cos(radians(_SLANT)) * len(subjects[-1])  # what the last heading takes beyond its column
    width = max(_WIDTH, _LABELS + _COLUMN * len(subjects) + slanted)
    figure = Figure(figsize=(width / 100, height / 100), dpi=100, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    _write(axes, _MARGIN, 46, title, 46, weight="bold")
    _write(axes, _MARGIN, 98, subtitle, 26, color=_QUIET)
    column = (width - _LABELS - slanted) / len(subjects)
    columns = [_LABELS + column * (number + 0.5) for number in range(len(subjects))]
    for number, row in enumerate(table.rows):
        _draw_row(axes, row, columns, head + _ROW * number, shaded=number % 2 == 0)
    for x, subject in zip(columns, subjects, strict=True):
        axes.plot([x, x], [head, foot], color="#d5dade", linewidth=1, zorder=1)
        _write(axes, x, head - 24, subject, 28, rotation=_SLANT, rotation_mode="anchor")
    for number, (cell, hollow, text) in enumerate(samples):
        y = foot + _LEGEND * (number + 0.6)
        _draw_mark(axes, _MARGIN + _MARK / 2, y, cell, hollow)
        _write(axes, _MARGIN + _MARK + 24, y, text, 28)
    content = BytesIO()
    FigureCanvasAgg(figure)  # becomes the figure's canvas
    figure.savefig(content, format="png")
    return content.getvalue()


def _draw_row(axes: Axes, row: Row, columns: list[float], top: float, shaded: bool) -> None:
    middle = top + _ROW / 2
    if shaded:
        axes.axhspan(top, top + _ROW, color=_SHADE, zorder=0)
    lines = textwrap.wrap(row.name[:1].upper() + row.name[1:], _WRAPPED, max_lines=3, placeholder=" …")
    for number, line in enumerate(lines):
        _write(axes, _MARGIN, middle + (number - (len(lines) - 1) / 2) * _LINE, line, 28 if len(lines) < 3 else 26)
    for x, cell in zip(columns, row.cells, strict=True):
        if cell is not None:
            _draw_mark(axes, x, middle, cell, row.names_no_source)


def _draw_mark(axes: Axes, x: float, y: float, cell: Cell, hollow: bool) -> None:
    """A round mark, a square one where others say otherwise; hollow where no source is named."""
    color = _PLAIN
    if cell.side is not None:
        dispute, side = cell.side
        color = _SIDES[dispute % len(_SIDES)][side % len(_SIDES[0])]
    axes.plot(
        [x],
        [y],
        marker="o" if cell.side is None else "s",
        markersize=_points(_MARK),
        markeredgewidth=_points(5),
        markeredgecolor=color,
        markerfacecolor="white" if hollow else color,
        linestyle="none",
        zorder=2,
    )
    numbers = _numbers(cell.paragraphs)
    for number, line in enumerate(numbers):
        place = y + (number - (len(numbers) - 1) / 2) * 22
        size = 26 if len(line) < 3 and len(numbers) == 1 else 20
        _write(axes, x, place, line, size, weight="bold", color=color if hollow else "white", ha="center")


def _numbers(paragraphs: tuple[int, ...]) -> list[str]:
    """The paragraphs on one line or two; beyond four, the first."""
    if len(paragraphs) > 4:
        return [f"{paragraphs[0]} …"]
    one = ",".join(map(str, paragraphs))
    half = (len(paragraphs) + 1) // 2
    return [one] if len(one) < 4 else [",".join(map(str, part)) for part in (paragraphs[:half], paragraphs[half:])]


def _samples(table: Chart) -> Iterator[tuple[Cell, bool, str]]:
    """The marks of the legend, with whether they are hollow: only those that stand in the table."""
    yield Cell((4,)), False, "says something on this, in paragraph 4"
    if any(row.names_no_source for row in table.rows):
        yield Cell((2,)), True, "the report itself says it, naming no source"
    if any(cell and cell.side for row in table.rows for cell in row.cells):
        yield Cell((7,), (0, 0)), False, "square: others say otherwise; each colour is a side"


def _write(axes: Axes, x: float, y: float, text: str, size: float, **looks: Any) -> None:
    looks = {"color": _INK, "va": "center_baseline", "zorder": 3, **looks}
    axes.text(x, y, text, fontsize=_points(size), parse_math=False, **looks)  # a dollar is a dollar


def _points(pixels: float) -> float:
    return pixels * 72 / 100
