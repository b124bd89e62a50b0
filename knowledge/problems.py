"""What is wrong with a base, with file and line. Knows YAML's positions, nothing of what the data means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from knowledge.variants import variants

Place = tuple[str | int, ...]  # a path into a file, list items by number or id: ("claims", "two-homes", "chain")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is ten times faster


@dataclass(frozen=True)
class Fault:
    """What a check found, before its line is looked up.

    `refers_to` is the id of another record that it is about, if any, `refers_into` the file which has to hold that one.
    """

    file: str
    place: Place
    message: str
    refers_to: str = ""
    refers_into: str = ""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file. `message` says what is wrong, then what to do. Line 0 for a folder, which has none."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


class BaseProblems(Exception):  # noqa: N818  # it is what it holds
    """The base cannot be used. `problems` holds every fault found, ordered by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def line_of(path: Path, place: Place) -> int:
    """Line, from 1, of `place` in the YAML file, or of the nearest enclosing value it has.

    Where two items of a list have the same id, the line is the last one's.
    """
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=Loader)
    for step in place:
        if isinstance(node, yaml.MappingNode):
            found = [value for key, value in node.value if key.value == str(step)]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            found = node.value[step : step + 1]
        elif isinstance(node, yaml.SequenceNode):
            found = [item for item in node.value if _names(item, step)]
        else:
            found = []
        if not found:
            break
        node = found[-1]
    return 1 if node is None else int(node.start_mark.line) + 1


def _names(item: yaml.Node, text: str | int) -> bool:
    """Whether a list item is the text itself, stands for it, or is a record with that id or name."""
    if isinstance(item, yaml.ScalarNode):
        return item.value == text or text in variants(item.value)
    if not isinstance(item, yaml.MappingNode):
        return False
    return any(key.value in ("id", "name") and value.value == text for key, value in item.value)
