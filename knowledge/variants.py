"""What one line of a list stands for: "(her|his) (house|home)" are four names. Knows text only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from math import prod

MOST = 500  # variants of one line: beyond that nobody reads what they are
_CHOICE = re.compile(r"\(([^()]*)\)")


def spelled_out(lines: Iterable[str]) -> tuple[str, ...]:
    """Every variant of every line, in order; a line without brackets is its own. "(the|) mayor" may lack the word."""
    return tuple(variant for line in lines for variant in variants(line))


def variants(line: str) -> tuple[str, ...]:
    """All that the line stands for, one blank between words; the first takes the first of each choice."""
    if "(" not in line:
        return (" ".join(line.split()),)
    parts = _CHOICE.split(line)  # by turns what is fixed and what is to be chosen from
    choices = (part.split("|") if place % 2 else [part] for place, part in enumerate(parts))
    return tuple(" ".join("".join(chosen).split()) for chosen in product(*choices))


def well_formed(line: str) -> str:
    """The line. Raises `ValueError` where its brackets do not pair, hold no choice, or stand for too many."""
    choices = _CHOICE.findall(line)
    if re.search(r"[()|]", _CHOICE.sub("", line)) or any("|" not in choice for choice in choices):
        raise ValueError(f'{line!r} has brackets that give no choice; write them as in "(her|his) house"')
    if (number := prod(choice.count("|") + 1 for choice in choices)) > MOST:
        raise ValueError(f"{line!r} stands for {number} names; write it as several lines of at most {MOST}")
    return line
