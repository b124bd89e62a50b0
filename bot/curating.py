"""The commands of a curator: checking, measuring, beginning and improving a report's folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands import BASE_WRONG, CONFIGURATION_WRONG, USAGE_WRONG, Knowledge, fail, load, respond
from knowledge import BaseProblems, Responder


def check(
    knowledge: Knowledge = None,
    article: Annotated[
        Path | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="The report's text: proves every quote."),
    ] = None,
) -> None:
    """Check the base: every problem with its file and line."""
    text = article.read_text(encoding="utf-8") if article else None
    base = load(knowledge, text)
    entries = list(base.entries)
    typer.echo(
        f"{base.report.id} {base.version}: {len(base.claims)} claims by {len(base.sources)} sources, "
        f"{len(entries)} questions in {sum(len(e.phrasings) + 1 for e in entries)} phrasings. No problem found."
    )


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
    except OSError as error:
        fail(str(error), USAGE_WRONG)
    typer.echo("\n".join(map(str, files)))
    typer.echo(f"Edit these, each says how; whosaid check --knowledge {folder} shows every mistake.")


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
