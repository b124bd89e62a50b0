"""Write the dialogue of the README anew: what the terminal shows while the lines of `TYPED` are typed.

Run it from anywhere after a change of the answers: `.venv/bin/python scripts/dialogue.py`.
"""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from bot.terminal import Conversation, show
from knowledge import Responder, load_base

README = Path(__file__).parents[1] / "README.md"
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


def written(readme: str, told: str) -> str:
    """The README with this dialogue in the place of the one it has."""
    before, _, rest = readme.partition(BEGIN)
    return before + BEGIN + told + END + rest.partition(END)[2]


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8"), dialogue(Responder(load_base()))), encoding="utf-8")
