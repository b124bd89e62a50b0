"""Write both dialogues of the README anew: the answer to its first question, and what the terminal shows.

Run it from anywhere after a change of the answers: `.venv/bin/python scripts/dialogue.py`.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from bot.terminal import Conversation, show
from knowledge import Responder, load_base
from knowledge.wording import plain

README = Path(__file__).parents[1] / "README.md"
ASKED = "who says US soldiers were hurt?"
TYPED = ("how many were killed?", "1", "/sources", "7")
BEGIN, END = "<!-- by scripts/dialogue.py -->\n```text\n", "```\n"


def dialogue(responder: Responder) -> str:
    """All that stands in the terminal at the end."""
    printed = io.StringIO()
    console = Console(file=printed, width=100, highlight=False)
    conversation = Conversation(responder)
    for typed in TYPED:
        console.print(f"you {typed}", markup=False)
        show(console, conversation.next(typed), responder.base.report.url)
    return "\n".join(line.rstrip() for line in printed.getvalue().rstrip().splitlines()) + "\n"


def opening(responder: Responder) -> str:
    """The question that the README begins with, and its answer, as a quotation."""
    answer = plain(responder.answer(ASKED)).splitlines()
    return "\n>\n".join(f"> {line}" for line in (f"**{ASKED}**", *answer)) + "\n"


def written(readme: str, responder: Responder) -> str:
    """The README with these dialogues in the place of those it has."""
    before, _, rest = readme.partition(BEGIN)
    readme = before + BEGIN + dialogue(responder) + END + rest.partition(END)[2]
    return re.sub(r"(^>.*\n)+", lambda _: opening(responder), readme, count=1, flags=re.M)


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8"), Responder(load_base())), encoding="utf-8")
