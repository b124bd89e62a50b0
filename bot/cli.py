"""The `whosaid` command. Each subcommand imports what it needs: asking a question loads no Telegram."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from knowledge import SHIPPED, Base, BaseProblems, Context, Responder, load_base

if TYPE_CHECKING:
    from bot.settings import Settings

BASE_WRONG, USAGE_WRONG, BUG, CONFIGURATION_WRONG = 1, 2, 70, 78

app = typer.Typer(
    help="Ask about one contested news report, and hear who says what.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
webhook = typer.Typer(help="The webhook, a step of deployment.", rich_markup_mode=None)
app.add_typer(webhook, name="webhook")
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
TelegramKnowledge = Annotated[Path | None, typer.Option("--knowledge", metavar="DIR")]  # else as the settings say


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


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version as installed_version  # slow to import, and seldom wanted

        typer.echo(f"whosaid {installed_version('whosaid')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    knowledge: Knowledge = SHIPPED,
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True)] = False,  # noqa: ARG001
) -> None:
    """Ask about one contested news report, and hear who says what. Without a command: a conversation."""
    if context.invoked_subcommand is None:
        chat(knowledge)
    elif knowledge != SHIPPED:  # "whosaid --knowledge DIR ask"
        context.default_map = {context.invoked_subcommand: {"knowledge": knowledge}}


@app.command()
def chat(knowledge: Knowledge = SHIPPED) -> None:
    """Talk in the terminal; an empty line starts a new conversation, Ctrl-D ends it."""
    from bot.terminal import converse

    converse(respond(knowledge))


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="Without it: one message a line on standard input.")] = None,
    knowledge: Knowledge = SHIPPED,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say how the answer was found.")] = False,
) -> None:
    """Answer one question, or each line of standard input; an empty line there starts a new conversation."""
    from bot.printing import as_object
    from knowledge.wording import plain

    responder = respond(knowledge)
    context = Context()
    for message in [question] if question is not None else sys.stdin:
        if question is None and not message.strip():
            context = Context()
            continue
        answer = responder.answer(message, context)
        context = answer.context
        typer.echo(as_object(answer) if as_json else plain(answer))
        if explain:
            from bot.evaluation import reasons

            typer.echo("\n".join(reasons(answer)), err=True)


@app.command()
def check(
    knowledge: Knowledge = SHIPPED,
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


@app.command("eval")
def evaluate(
    files: Annotated[list[Path] | None, typer.Argument(exists=True, help="Labelled messages.")] = None,
    knowledge: Knowledge = SHIPPED,
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
        except ValueError as error:
            fail(str(error), USAGE_WRONG)
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


@app.command()
def new(folder: Annotated[Path, typer.Argument(metavar="DIR", file_okay=False, help="A new folder.")]) -> None:
    """Write the folder of another report to begin with: small, sound and commented."""
    from knowledge.scaffolding import scaffold

    try:
        files = scaffold(folder)
    except OSError as error:
        fail(str(error), USAGE_WRONG)
    typer.echo("\n".join(map(str, files)))
    typer.echo(f"Edit these, each says how; whosaid check --knowledge {folder} shows every mistake.")


@app.command()
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


@app.command()
def misses(
    knowledge: Knowledge = SHIPPED,
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


def _telegram(act: Callable[[Settings], str | None]) -> None:
    """Do something with Telegram; a setting that is wrong ends it with a line."""
    from bot.settings import ConfigurationError, load_settings

    try:
        settings = load_settings()
        settings.bot_token()  # before anything slow, and before any network
        if told := act(settings):
            typer.echo(told)
    except ConfigurationError as error:
        fail(f"whosaid: {error}", CONFIGURATION_WRONG)


def _ready(settings: Settings, knowledge: Path | None) -> tuple[Settings, Responder]:
    """The settings with the folder that counts, and the responder for it."""
    folder = knowledge or settings.whosaid_knowledge or SHIPPED
    return settings.model_copy(update={"whosaid_knowledge": folder}), respond(folder)


@app.command()
def telegram(knowledge: TelegramKnowledge = None) -> None:
    """Answer on Telegram by long polling, until SIGTERM."""

    def act(settings: Settings) -> None:
        from bot.running import poll, run

        run(*_ready(settings, knowledge), poll)

    _telegram(act)


@app.command()
def serve(knowledge: TelegramKnowledge = None) -> None:
    """Answer on Telegram by a webhook, until SIGTERM; any number of replicas."""

    def act(settings: Settings) -> None:
        from bot.running import run
        from bot.serving import serve

        settings.webhook_secrets()
        run(*_ready(settings, knowledge), serve)

    _telegram(act)


@webhook.command("set")
def set_webhook(url: str) -> None:
    """Have Telegram send updates to this address; deploy first, then set."""
    from bot import registering

    _telegram(lambda settings: registering.set_webhook(settings, url))


@webhook.command("delete")
def delete_webhook() -> None:
    """Have Telegram keep updates for polling again."""
    from bot import registering

    _telegram(registering.delete_webhook)


@webhook.command("info")
def webhook_info() -> None:
    """Say where updates go, how many wait, and what failed last."""
    from bot import registering

    _telegram(registering.webhook_info)


def main() -> None:
    """Run the command. Only our own bugs end with a traceback, and then with code 70."""
    try:
        app()
    except Exception:
        import traceback

        traceback.print_exc()
        sys.exit(BUG)


if __name__ == "__main__":
    main()
