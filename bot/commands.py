"""What every command shares: how it finds its base, and how it ends."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from knowledge import SHIPPED, Base, BaseProblems, Responder, load_base
from knowledge.problems import Problem

BASE_WRONG, USAGE_WRONG, BUG, OUTSIDE_FAILED, CONFIGURATION_WRONG = 1, 2, 70, 75, 78

Knowledge = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        help="The report's folder; without it WHOSAID_KNOWLEDGE's, else the shipped report's.",
    ),
]


def fail(message: str, code: int) -> NoReturn:
    """End with a message on standard error."""
    typer.echo(message, err=True)
    raise typer.Exit(code)


def folder_of(knowledge: Path | None) -> Path:
    """The report's folder: the option's, else the setting's, else the shipped one; or an end if it is not there."""
    if knowledge is not None and not knowledge.is_dir():
        cure = "name the folder of a report, or begin one with: whosaid new"
        fail(f"whosaid: --knowledge: there is no folder {str(knowledge)!r}; {cure}", USAGE_WRONG)
    return knowledge or _folder_set() or SHIPPED


def _folder_set() -> Path | None:
    if "WHOSAID_KNOWLEDGE" not in map(str.upper, os.environ) and not Path(".env").exists():
        return None  # nothing is set: to read settings takes as long as to answer a question
    from bot.settings import ConfigurationError, load_folder

    try:
        return load_folder()
    except ConfigurationError as error:
        fail(f"whosaid: {error}", CONFIGURATION_WRONG)


def load(knowledge: Path | None) -> Base:
    """The base, or an end with every problem it has."""
    folder = folder_of(knowledge)
    try:
        return load_base(folder)
    except BaseProblems as error:
        fail_for(error.problems, folder)


def respond(knowledge: Path | None) -> Responder:
    """The responder for the base, or an end with every problem it has."""
    from bot.fitted import responder_for

    folder = folder_of(knowledge)
    try:
        return responder_for(folder)
    except BaseProblems as error:
        fail_for(error.problems, folder)


def fail_for(problems: Iterable[Problem], folder: Path) -> NoReturn:
    """End with every problem of a base, each with the path by which its file opens from here."""
    here = str(folder)  # what is wrong with the folder itself has its path already
    error = BaseProblems(p if p.file == here else replace(p, file=str(folder / p.file)) for p in problems)
    fail(f"{error}\n{len(error.problems)} problem(s) in {folder}", BASE_WRONG)
