"""A conversation in the terminal: the same answers, suggestions and browsing. Knows no Telegram and no network."""

from __future__ import annotations

import re
import sys

from rich.console import Console
from rich.text import Text

from bot import screens, texts
from bot.browsing import Browsing
from bot.screens import Choice, Screen
from knowledge import Context, Responder
from knowledge.wording import Line

_ENDS = ("quit", "exit", "/quit", "/exit")
LONGEST_NUMBER = 2  # digits of what may be meant as a choice; a longer number is a question
_CHOICE = re.compile(r"^#?(-?\d+)[.)]?$")  # "2)", "#2"
_COMMANDS = {f"/{name}": data for name, data in screens.COMMANDS}


class Conversation:
    """What is shown after each line typed. Remembers the last screen and what was talked about."""

    def __init__(self, responder: Responder) -> None:
        self._responder = responder
        self._browsing = Browsing(responder)
        self._screen = Screen(())
        self._context = Context()

    def next(self, typed: str) -> Screen:
        """The screen that answers what was typed: the number of a choice, a command, a question, or nothing."""
        self._screen = self._open(typed.strip())
        if self._screen.answer is not None:
            self._context = self._screen.answer.context
        return self._screen

    def _open(self, typed: str) -> Screen:
        typed = _CHOICE.sub(r"\1", typed)
        command = typed.casefold()
        if command in ("", "/start"):
            self._context = Context()
            return self._browsing.welcome()
        numbered = {str(number): choice.data for number, choice in enumerate(choices(self._screen), 1)}
        opened = self._browsing.find((numbered | _COMMANDS).get(command, ""))
        if opened is not None:
            return opened()
        if command == "/help":
            return Screen(texts.help_in_terminal(self._responder.base))
        if command in texts.IN_TERMINAL:
            return self._again(texts.IN_TERMINAL[command])
        if typed.startswith("/"):
            return self._again(texts.no_command(typed))
        if (digits := typed.removeprefix("-")).isdecimal() and len(digits) <= LONGEST_NUMBER:
            return self._again(texts.no_choice(typed, len(numbered)))
        return self._browsing.answered(self._responder.answer(typed, self._context))

    def _again(self, notice: str) -> Screen:
        """The same choices under a notice."""
        return Screen(texts.said(notice), self._screen.rows)


def converse(responder: Responder, console: Console | None = None) -> None:
    """Answer each line typed until the input ends, or until `quit`."""
    console = console or Console(highlight=False)
    console.soft_wrap = not console.is_terminal  # a screen breaks lines between words; a file has no width
    console.print(f"whosaid answers questions about {responder.base.report.event}, and always says who says so.")
    console.print("Type a question, the number of a choice, /help or quit.\n", style="dim")
    conversation = Conversation(responder)
    while True:
        try:
            typed = console.input("[bold]you[/bold] ")
            if not sys.stdin.isatty():  # a terminal shows what is typed, anything else would leave the answers alone
                console.print(typed, markup=False)
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        if typed.strip().casefold() in _ENDS:
            return
        show(console, conversation.next(typed), responder.base.report.url)


def show(console: Console, screen: Screen, link: str) -> None:
    """Print a screen and the numbers of its choices; the report's address where nothing else is told."""
    for line in screen.lines:
        console.print(_styled(line))
    if screen.linked and screen.answer is None:
        console.print(link, soft_wrap=True)  # broken, it could not be opened
    for number, choice in enumerate(choices(screen), 1):
        console.print(f"  {number:>2}  {choice.label[:1].upper()}{choice.label[1:]}", style="dim", markup=False)
    console.print()


def choices(screen: Screen) -> tuple[Choice, ...]:
    """The choices of a screen, in the order of their numbers."""
    return tuple(choice for row in screen.rows for choice in row)


def _styled(line: Line) -> Text:
    text = Text("  │ " if all(span.quote for span in line) else "")
    for span in line:
        text.append(span.text, style="bold" if span.bold else "italic" if span.quote else "")
    return text
