"""The README against what there is: commands, options, settings, exit codes, the dialogue, the map."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path

import pytest
import typer
from prometheus_client.parser import text_string_to_metric_families

from bot import cli, commands, metrics, texts
from bot.settings import Settings
from knowledge import Responder, load_base, schema
from knowledge.wording import plain

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND_LINE = typer.main.get_group(cli.app)


def section(title: str) -> str:
    """Return the part of the README under this heading."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def rows(text: str) -> set[str]:
    """Return the first cells of the tables in the text, without their headings."""
    return {row for row in re.findall(r"^\| *([^|]+?) *\|", text, re.M) if "`" in row or row.isdecimal()}


def test_every_command_is_in_the_readme_and_the_reverse() -> None:
    """The table of commands names what `whosaid` can do, no more and no less."""
    named = {name for row in rows(section("Commands")) for name in re.findall(r"`whosaid ?(\w*)", row)}
    assert named == {"", *COMMAND_LINE.commands}


def test_every_option_is_in_the_readme_and_the_reverse() -> None:
    """The commands' options are those of the README."""
    commands = (COMMAND_LINE, *COMMAND_LINE.commands.values())
    options = {option for command in commands for parameter in command.params for option in parameter.opts}
    named = set(re.findall(r"(?<=[`\s])--[a-z-]+", section("Commands")))
    assert named == {option for option in options if option.startswith("--")} | {"--help"}


def test_the_commands_without_a_folder_are_in_the_readme() -> None:
    """Which commands take no folder of a report is said, and true."""
    (said,) = re.findall(r"is for all but (.+?)\.", section("Commands"))
    without = {
        name
        for name, command in COMMAND_LINE.commands.items()
        if not any("--knowledge" in parameter.opts for parameter in command.params)
    }
    assert set(re.findall(r"`(\w+)`", said)) == without == set(cli.WITHOUT_FOLDER)


def test_every_setting_is_in_the_readme_and_the_reverse() -> None:
    """The table of settings names what an operator can set."""
    assert rows(section("Settings")) == {f"`{name.upper()}`" for name in Settings.model_fields}


@pytest.mark.parametrize("name", schema.MODELS)
def test_every_field_is_explained_to_curators(name: str) -> None:
    """Each field of each kind of file stands in the curators' README."""
    text = (ROOT / "knowledge" / "README.md").read_text(encoding="utf-8")
    printed = json.loads(schema.as_text(schema.schema_of(name)))
    fields = {field for kind in (printed, *printed.get("$defs", {}).values()) for field in kind.get("properties", {})}
    assert {field for field in fields if not re.search(rf"`{field}`|\b{field}:", text)} == set()


def test_every_telegram_command_is_in_the_readme_and_the_reverse() -> None:
    """The commands of the bot's menu are those of the README."""
    named = set(re.findall(r"`/(\w+)`", section("Telegram"))) - {"newbot", "setinline"}  # BotFather's
    assert named == {name for name, _ in texts.COMMANDS}


def test_every_exit_code_is_in_the_readme_and_the_reverse() -> None:
    """The table of exit codes is complete."""
    codes = {0, commands.BASE_WRONG, commands.USAGE_WRONG, commands.BUG, commands.OUTSIDE_FAILED}
    codes |= {commands.CONFIGURATION_WRONG}
    assert {int(row) for row in rows(section("Commands")) if row.isdecimal()} == codes


def test_the_dialogue_is_real() -> None:
    """The answer on the first screen is the one the bot gives; if not, run scripts/dialogue.py."""
    question, *told = (line.strip("> ") for line in re.findall(r"^> .+", README, re.M))
    assert told == plain(Responder(load_base()).answer(question.strip("*"))).splitlines()


def test_the_longer_dialogue_is_real(shipped: Responder) -> None:
    """What the README shows of the terminal is what stands there; if not, run scripts/dialogue.py."""
    script = runpy.run_path(str(ROOT / "scripts" / "dialogue.py"))
    told = script["dialogue"](shipped)
    assert script["BEGIN"] + told + script["END"] in README
    assert script["written"](README, shipped) == README
    assert all(f"you {typed}\n" in told for typed in script["TYPED"])


@pytest.mark.parametrize("command", ["python3 -m venv .venv", ".venv/bin/pytest"])
def test_the_two_commands_stand_where_ci_finds_them(command: str) -> None:
    """Each begins one line of the README alone, since .ci/run takes it from there."""
    assert len(re.findall(rf"^{re.escape(command)}", README, re.M)) == 1


def test_the_map_is_the_tree() -> None:
    """Everything in the map exists, and every module of the two packages is in it."""
    named = {path for row in rows(section("Map")) for path in re.findall(r"`([^`]+)`", row)}
    modules = {str(path.relative_to(ROOT)) for path in (*ROOT.glob("bot/*.py"), *ROOT.glob("knowledge/*.py"))}
    assert {path for path in named if not (ROOT / path).exists()} == set()
    assert {module for module in modules if not module.endswith("__init__.py")} - named == set()


def test_every_promise_has_its_test() -> None:
    """Each test that the operations page names exists, and each promise names one."""
    page = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    promises = [row for row in page.partition("|---|---|\n")[2].partition("\n\n")[0].splitlines() if row]
    for promise in promises:
        named = re.findall(r"`(tests/\w+\.py)::(\w+)`", promise)
        assert named, promise
        for file, test in named:
            assert re.search(rf"^(async )?def {test}\(", (ROOT / file).read_text(encoding="utf-8"), re.M), test


def test_every_metric_is_on_the_operations_page() -> None:
    """The page names every metric that the bot has, and no other."""
    page = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    families = text_string_to_metric_families(metrics.exposition().decode())
    ours = {family.name for family in families if not family.name.endswith("_created")}
    table = re.findall(r"`(whosaid_\w+)`", page)
    assert set(re.findall(r"whosaid_\w+", page)) == set(table), "an example names a metric that there is not"
    named = {name.removesuffix("_total") for name in table}
    assert named == ours
