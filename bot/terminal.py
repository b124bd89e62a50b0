"""A conversation in the terminal. Knows no Telegram and no network."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from knowledge import Answer, Context, Responder
from knowledge.wording import Line, word


def converse(responder: Responder) -> None:
    """Answer each line typed until the input ends. A number chooses one of the questions just offered."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"whosaid answers questions about {responder.base.report.event}, and always says who says so.")
    console.print("Type a question; Ctrl-D ends.\n", style="dim")
    answer = Answer("", "no_match")
    while True:
        try:
            message = console.input("[bold]you[/bold] ")
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        answer = _next(responder, message, answer)
        for line in word(answer):
            console.print(_styled(line))
        console.print()


def _next(responder: Responder, message: str, last: Answer) -> Answer:
    if not message.strip():
        return responder.welcome()
    offered = {str(number): entry for number, entry in enumerate(last.suggestions, 1)}
    if entry := offered.get(message.strip()):
        return responder.entry(entry.id)
    return responder.answer(message, last.context if last.question else Context())


def _styled(line: Line) -> Text:
    text = Text("  │ " if all(span.quote for span in line) else "")
    for span in line:
        text.append(span.text, style="bold" if span.bold else "italic" if span.quote else "")
    return text
