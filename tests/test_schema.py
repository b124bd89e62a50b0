"""The JSON Schema of the files: what is shipped is what is printed, and it accepts and refuses as the loader does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from bot.cli import app
from knowledge.problems import Loader
from knowledge.scaffolding import TEMPLATE
from knowledge.schema import MODELS, SCHEMAS, as_text, schema_of

KNOWLEDGE = SCHEMAS.parent
FILES = sorted([*(KNOWLEDGE / "reports").rglob("*.yaml"), *TEMPLATE.rglob("*.yaml")])


def faults(name: str, text: str) -> list[str]:
    """Return what an editor would underline."""
    data = yaml.load(text, Loader=Loader)  # noqa: S506  # a SafeLoader
    return [error.message for error in Draft202012Validator(schema_of(name)).iter_errors(data)]


@pytest.mark.parametrize("name", MODELS)
def test_schema_on_disk_is_what_the_command_prints(name: str) -> None:
    """If not: whosaid schema NAME > knowledge/schemas/NAME.json."""
    result = CliRunner().invoke(app, ["schema", name])
    assert result.exit_code == 0
    assert (SCHEMAS / f"{name}.json").read_text(encoding="utf-8") == result.stdout


def test_without_a_name_every_schema_is_printed() -> None:
    """All schemas come as one JSON object, by name."""
    assert CliRunner().invoke(app, ["schema"]).stdout == as_text({name: schema_of(name) for name in MODELS}) + "\n"


def test_unknown_name_is_wrong_usage() -> None:
    """The message names the kinds there are."""
    result = CliRunner().invoke(app, ["schema", "claim"])
    assert result.exit_code == 2
    assert "there are report, sources, claims" in result.stderr


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(KNOWLEDGE)))
def test_every_shipped_file_names_its_schema_and_fits_it(file: Path) -> None:
    """The first line leads editors to the right schema, and they find nothing to complain of."""
    text = file.read_text(encoding="utf-8")
    line = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert line is not None
    schema = (file.parent / line[1]).resolve()
    assert schema == SCHEMAS / f"{file.parent.name if file.parent.name in MODELS else file.stem}.json"
    assert faults(schema.stem, text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("claims", "claims: [{id: a, chain: [], paragraph: 1, text: b, quote: c, about: [d]}]", id="chain"),
        pytest.param("questions", "topic: A\nquestions: [{id: a, question: b, clams: [c]}]", id="unknown field"),
        pytest.param("questions", "topic: A\nquestions: [{id: A B, question: b}]", id="id"),
        pytest.param("evaluation", "messages: [{ask: a, kind: b, must: [Reuters]}]", id="reference"),
        pytest.param("lexicon", "concepts: [{id: a, words: []}]", id="no words"),
        pytest.param("report", "id: a", id="missing fields"),
    ],
)
def test_mistakes_are_underlined(name: str, text: str) -> None:
    """What the loader refuses in a single record, an editor shows while it is typed."""
    assert faults(name, text) != []
