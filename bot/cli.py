"""The `whosaid` command. Each subcommand imports what it needs: asking a question loads no Telegram."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from typing import IO, Annotated

import typer

from bot import curating, operating
from bot.commands import BUG, OUTSIDE_FAILED, USAGE_WRONG, Knowledge, fail, respond
from knowledge import Context

app = typer.Typer(
    help="Ask about one contested news report, and hear who says what.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
_FULL = (errno.ENOSPC, errno.EDQUOT)
webhook = typer.Typer(help="The webhook, a step of deployment.", rich_markup_mode=None)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version as installed_version  # slow to import, and seldom wanted

        typer.echo(f"whosaid {installed_version('whosaid')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    knowledge: Knowledge = None,
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True)] = False,  # noqa: ARG001
) -> None:
    """Ask about one contested news report, and hear who says what. Without a command: a conversation."""
    if context.invoked_subcommand is None:
        chat(knowledge)
    elif knowledge is not None:  # "whosaid --knowledge DIR ask"
        if context.invoked_subcommand in WITHOUT_FOLDER:
            fail(f"whosaid: --knowledge is not for {context.invoked_subcommand!r}; leave it out", USAGE_WRONG)
        context.default_map = {context.invoked_subcommand: {"knowledge": knowledge}}


def chat(knowledge: Knowledge = None) -> None:
    """Talk in the terminal; an empty line starts a new conversation, Ctrl-D ends it."""
    from bot.terminal import converse

    converse(respond(knowledge))


def ask(
    question: Annotated[str | None, typer.Argument(help="Without it: one message a line on standard input.")] = None,
    knowledge: Knowledge = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say how the answer was found.")] = False,
) -> None:
    """Answer one question, or each line of standard input; an empty line there starts a new conversation."""
    from bot.printing import as_object
    from knowledge.wording import plain

    responder = respond(knowledge)
    context, first = Context(), True
    if as_json:
        _in_utf8(sys.stdout)
    for message in [question] if question is not None else _typed():
        if question is None and not message.strip():
            context = Context()
            continue
        answer = responder.answer(message, context)
        context = answer.context
        if not (as_json or first):
            typer.echo()  # no answer holds an empty line
        first = False
        typer.echo(as_object(answer) if as_json else plain(answer))
        if explain:
            from bot.evaluation import reasons

            typer.echo("\n".join(reasons(answer)), err=True)


def _typed() -> Iterable[str]:
    """Standard input, line by line; bytes that are no UTF-8 are read as such, and end nothing."""
    _in_utf8(sys.stdin)
    return sys.stdin


def _in_utf8(stream: IO[str]) -> None:
    """Have the stream in UTF-8, whatever the locale."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")


COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("chat", chat),
    ("ask", ask),
    ("check", curating.check),
    ("eval", curating.evaluate),
    ("misses", curating.misses),
    ("new", curating.new),
    ("schema", curating.schema),
    ("telegram", operating.telegram),
    ("serve", operating.serve),
)
WEBHOOK_COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("set", operating.set_webhook),
    ("delete", operating.delete_webhook),
    ("info", operating.webhook_info),
)
WITHOUT_FOLDER = ("new", "schema", "webhook")  # commands that read no report's folder
for name, command in COMMANDS:
    app.command(name)(command)
for name, command in WEBHOOK_COMMANDS:
    webhook.command(name)(command)
app.add_typer(webhook, name="webhook")


def main() -> None:
    """Run the command. Only our own bugs end with a traceback, and then with code 70."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # not every terminal has every character of an answer
    try:
        app()
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _FULL:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python would try to write the rest, and fail again
            typer.echo(f"whosaid: the output cannot be written ({error.strerror}); make room for it", err=True)
            sys.exit(OUTSIDE_FAILED)
        import logging

        logging.getLogger("bot").critical("this is a bug of ours", exc_info=True)  # nothing private, where we log
        sys.exit(BUG)


if __name__ == "__main__":
    main()
