"""The commands of a curator: checking, measuring, beginning and improving a report's folder."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.commands import (
    BASE_WRONG,
    CONFIGURATION_WRONG,
    USAGE_WRONG,
    Knowledge,
    fail,
    fail_for,
    folder_of,
    load,
    respond,
)
from knowledge import Base, BaseProblems, Responder, load_base
from knowledge.problems import Problem


def check(
    knowledge: Knowledge = None,
    article: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="The report's text, a paragraph a line, the headline first: proves every quote.",
        ),
    ] = None,
) -> None:
    """Check the base: every problem with its file and line."""
    base = _checked(folder_of(knowledge), _text(article) if article else None)
    entries = list(base.entries)
    typer.echo(
        f"{base.report.id} {base.version}: {len(base.claims)} claims by {len(base.sources)} sources, "
        f"{len(entries)} questions in {sum(len(e.phrasings) + 1 for e in entries)} phrasings; every quote "
        f"{'proved' if article else 'taken on trust, which --article FILE proves'}. No problem found."
    )


def _text(article: Path) -> str:
    """The report's text, or an end that says why it cannot be read."""
    try:
        return article.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        fail(f"{article} is not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8 text", USAGE_WRONG)


def _checked(folder: Path, article: str | None) -> Base:
    """The base, or an end with every problem in the folder, the files of labelled messages among them."""
    labels, problems = _labelled(folder)
    try:
        base = load_base(folder, article, labels)
    except BaseProblems as error:
        fail_for([*problems, *error.problems], folder)
    if problems:
        fail_for(problems, folder)
    return base


def _labelled(folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """Every labelled message in the folder, with its file; and every mistake in these files."""
    from knowledge.evaluating import load_labels

    labels: dict[str, str] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("evaluation/*.yaml")):
        name = f"evaluation/{file.name}"
        try:
            turns = [turn for conversation in load_labels(file).all() for turn in conversation]
            labels |= {turn.ask: name for turn in turns}
        except BaseProblems as error:
            problems += (replace(problem, file=name) for problem in error.problems)
    return labels, problems


def evaluate(
    files: Annotated[list[Path] | None, typer.Argument(exists=True, dir_okay=False, help="Labelled messages.")] = None,
    knowledge: Knowledge = None,
    fail_under: Annotated[float, typer.Option(metavar="PERCENT", help="Exit 1 below this share of right answers.")] = 0,
    show: Annotated[bool, typer.Option("--show", help="Print every answer that is not right, and why.")] = False,
) -> None:
    """Measure the base on labelled messages; without FILES against itself, parts of it held out."""
    from rich.console import Console

    from bot.evaluation import show_results
    from knowledge import evaluating

    console = Console()
    base = load(knowledge)
    if files:
        try:
            labelled = [evaluating.load_labels(file) for file in files]
        except BaseProblems as error:
            fail(str(error), BASE_WRONG)
        responder = Responder(base)
        asked = {"Labelled messages": [r for labels in labelled for r in evaluating.evaluate(responder, labels)]}
    else:
        asked = {
            "Phrasings held out": list(evaluating.held_out_phrasings(base)),
            "Not-stated entries held out": list(evaluating.held_out_entries(base)),
        }
    for title, results in asked.items():
        show_results(console, title, results, every_fault=show)
    share = min(evaluating.share_right(results) for results in asked.values())
    if share < fail_under:
        fail(f"{share:.1f} % right, under {fail_under:g} %", BASE_WRONG)


def new(folder: Annotated[Path, typer.Argument(metavar="DIR", file_okay=False, help="A new folder.")]) -> None:
    """Write the folder of another report to begin with: small, sound and commented."""
    from knowledge.scaffolding import scaffold

    try:
        files = scaffold(folder)
    except FileExistsError as error:
        fail(f"whosaid: {error}", USAGE_WRONG)
    except OSError as error:
        cure = "name a new folder where you may write"
        fail(f"whosaid: the folder {str(folder)!r} cannot be made ({error.strerror}); {cure}", USAGE_WRONG)
    typer.echo("\n".join(map(str, files)))
    command = shlex.join(("whosaid", "check", "--knowledge", str(folder)))
    typer.echo(f"Edit these, each says how; {command} shows every mistake.")


def schema(
    name: Annotated[
        str | None, typer.Argument(help="report, sources, claims, questions, ...; without it: all.")
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of file in a report's folder, for editors to complete and check it."""
    from knowledge.schema import MODELS, as_text, schema_of

    if name is None:
        typer.echo(as_text({each: schema_of(each) for each in MODELS}))
    elif name in MODELS:
        typer.echo(as_text(schema_of(name)))
    else:
        fail(f"no kind of file is called {name!r}; there are {', '.join(MODELS)}", USAGE_WRONG)


def misses(
    knowledge: Knowledge = None,
    as_phrasings: Annotated[bool, typer.Option("--export", help="Print them as phrasings, ready to paste.")] = False,
) -> None:
    """Show what was not understood or marked down: similar ones together, with the entries nearest to them."""
    from bot import reviewing
    from bot.settings import ConfigurationError, load_settings

    try:
        kept = reviewing.kept_in(load_settings().whosaid_database)
    except ConfigurationError as error:
        fail(f"whosaid: {error}", CONFIGURATION_WRONG)
    responder, groups = respond(knowledge), reviewing.grouped(kept)
    if as_phrasings:
        typer.echo(reviewing.export(responder, groups), nl=False)
    else:
        typer.echo("\n".join((*reviewing.listing(responder, groups), *reviewing.votes(kept))) or "Nothing is kept yet.")
