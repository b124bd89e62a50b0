"""What every command shares: how it finds its base, and how it ends."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from knowledge import Base, BaseProblems, Responder, load_base

BASE_WRONG, USAGE_WRONG, BUG, CONFIGURATION_WRONG = 1, 2, 70, 78

Knowledge = Annotated[
    Path,
    typer.Option(
        "--knowledge",
        envvar="WHOSAID_KNOWLEDGE",
        metavar="DIR",
        help="The report's folder.",
        show_default="shipped",
    ),
]


def fail(message: str, code: int) -> NoReturn:
    """End with a message on standard error."""
    typer.echo(message, err=True)
    raise typer.Exit(code)


def load(knowledge: Path, article: str | None = None) -> Base:
    """The base, or an end with every problem it has."""
    try:
        return load_base(knowledge, article)
    except BaseProblems as error:
        fail_for(error, knowledge)


def respond(knowledge: Path) -> Responder:
    """The responder for the base, or an end with every problem it has."""
    from bot.fitted import responder_for

    try:
        return responder_for(knowledge)
    except BaseProblems as error:
        fail_for(error, knowledge)


def fail_for(error: BaseProblems, knowledge: Path) -> NoReturn:
    """End with every problem of a base."""
    fail(f"{error}\n{len(error.problems)} problem(s) in {knowledge}", BASE_WRONG)
