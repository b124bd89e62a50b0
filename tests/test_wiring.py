"""No report is wired into the code: what the shipped one speaks of stands in its folder, and nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from knowledge import Base, Responder
from knowledge.problems import Loader

ROOT = Path(__file__).parents[1]
CODE = sorted([*ROOT.glob("bot/*.py"), *ROOT.glob("knowledge/*.py"), ROOT / "knowledge" / "english.yaml"])
EVERYWHERE = {  # capital letters that are no names of this report
    "american", "americans", "exclusive", "thursday", "us", "agencies", "english", "february", "october",
    "organization", "by", "of",
}  # fmt: skip
ALLOWED = {
    "loading.py": {"idlib"},  # which folder is the shipped one
    "english.yaml": {"syrian", "abu", "al"},  # one of many nationalities; particles of any Arabic name
}


def names(base: Base) -> set[str]:
    """Return the names in what the folder says of its report, in small letters: words that begin with a capital."""
    report = base.report
    texts = [report.title, report.publisher, report.byline, report.credit, report.published, report.event]
    texts += [source.name for source in base.sources] + [claim.text for claim in base.claims]
    found = {word.casefold() for text in texts for word in re.findall(r"\b[A-Z][A-Za-z]+", text)}
    return found - EVERYWHERE


def strings(file: Path) -> Iterator[str]:
    """Return what the program reads or says: the strings of a module without its docstrings, the values of a list."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".yaml":
        yield str(yaml.load(text, Loader=Loader))  # noqa: S506  # a SafeLoader
        return
    tree = ast.parse(text)
    ignored = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in ignored:
            yield node.value


def test_the_names_are_those_of_the_report(shipped: Responder) -> None:
    """What is looked for is there to be found."""
    assert {"idlib", "reuters", "pentagon", "sputnik", "kirby", "mayadeen", "obeida"} <= names(shipped.base)


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.name)
def test_no_name_of_the_shipped_report_is_in_the_code(file: Path, shipped: Responder) -> None:
    """No string of the program holds a name from the shipped report; docstrings and comments may give examples."""
    found = {word.casefold() for text in strings(file) for word in re.findall(r"[A-Za-z]+", text)}
    assert found & names(shipped.base) - ALLOWED.get(file.name, set()) == set()
