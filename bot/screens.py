"""What a person sees at once: lines, and the choices under them. Knows no Telegram, no base and no handler.

A choice carries all its state in its data, so it works at any age and after a restart.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge import Answer
from knowledge.wording import Line

TOPICS = "all"  # the topics
SOURCES = "src"  # the sources
DISAGREEMENTS = "dis"  # where the sources disagree
TIMELINE = "time"  # what happened in which order
REPORT = "rep"  # what the report is
ABOUT = "base"  # which version of the base answers
TOPIC = "t"  # t:<topic>:<page>: the questions of a topic, pages from 1
OTHERS = "o"  # o:<claim>: who else speaks of this
MORE = "m"  # m:<claim>: what else its source says
WHY_ENTRY = "w"  # w:<entry>: why this answer
WHY_CLAIM = "y"  # y:<claim>: the same where no prepared question was matched
NONE = "n"  # n:<entry>: none of the questions offered, of which this was the first
BROWSED = "b"  # b:<source>:<page>: what this source says, in place of the list of sources
SOURCE = "s"  # s:<source>: what this source says
QUESTION = "q"  # q:<entry>: the answer to this question
CLAIM = "c"  # c:<claim>: this statement, and what disagrees with it
SHARED = (QUESTION, SOURCE, CLAIM, DISAGREEMENTS, TIMELINE)  # what a link from outside may lead to
COMMANDS = (
    ("questions", TOPICS),
    ("sources", SOURCES),
    ("disagreements", DISAGREEMENTS),
    ("timeline", TIMELINE),
    ("report", REPORT),
    ("about", ABOUT),
)  # each shows its screen, on Telegram and in the terminal


@dataclass(frozen=True)
class Choice:
    """A button: its label, and the data that opens what it leads to."""

    label: str
    data: str


Rows = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True)
class Screen:
    """Lines with choices, in rows. `shared` is the data that leads here from outside, empty for none.

    `in_place` is what replaces the screen whose choice led to it. `linked` is what the report's link belongs under.
    """

    lines: tuple[Line, ...]
    rows: Rows = ()
    answer: Answer | None = None
    shared: str = ""
    in_place: bool = False
    linked: bool = False
