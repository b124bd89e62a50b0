"""The folder of a new report: sound from the first moment, and nothing is overwritten."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from knowledge import Responder, load_base
from knowledge.evaluating import evaluate, load_labels
from knowledge.scaffolding import scaffold
from knowledge.schema import SCHEMAS


def test_new_folder_passes_the_check(tmp_path: Path) -> None:
    """What `new` writes is what `check` accepts."""
    folder = tmp_path / "reports" / "mine"
    result = CliRunner().invoke(app, ["new", str(folder)])
    assert result.exit_code == 0
    assert f"{folder / 'claims.yaml'}\n" in result.stdout
    assert "No problem found." in CliRunner().invoke(app, ["check", "--knowledge", str(folder)]).stdout


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("My Report 2", "my-report-2", id="blanks and capitals"),
        pytest.param("x" * 39 + "-yz", "x" * 39, id="long"),
        pytest.param("Überflutung", "berflutung", id="letter that is in no id"),
        pytest.param("报告", "my-report", id="no letter at all"),
    ],
)
def test_new_report_has_the_id_of_its_folder(tmp_path: Path, name: str, expected: str) -> None:
    """The id is made of the folder's name, and the command that is printed works when it is pasted."""
    result = CliRunner().invoke(app, ["new", str(tmp_path / name)])
    (command,) = re.findall("(?<=; whosaid ).+(?= shows every mistake)", result.stdout)
    checked = CliRunner().invoke(app, shlex.split(command))
    assert (checked.exit_code, checked.stdout.partition(" ")[0]) == (0, expected)


def test_folder_that_cannot_be_made_is_told_with_the_cure(tmp_path: Path) -> None:
    """Where nothing can be written, the message names the folder, the fault and what to do."""
    (tmp_path / "file").write_text("mine")
    folder = str(tmp_path / "file" / "mine")
    result = CliRunner().invoke(app, ["new", folder])
    told = f"whosaid: the folder {folder!r} cannot be made (Not a directory); name a new folder where you may write\n"
    assert (result.exit_code, result.stderr) == (2, told)


def test_new_folder_answers_its_own_messages(tmp_path: Path) -> None:
    """The labelled messages of the template are answered as they say."""
    scaffold(tmp_path / "mine")
    responder = Responder(load_base(tmp_path / "mine"))
    results = list(evaluate(responder, load_labels(tmp_path / "mine" / "evaluation" / "plain.yaml")))
    assert [(result.grade, result.why) for result in results] == [("right", "")] * 2


def test_files_lead_to_the_schemas_beside_them(tmp_path: Path) -> None:
    """The folder needs nothing from elsewhere: each file's first line names a schema in it."""
    for file in scaffold(tmp_path / "mine"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        schema = (file.parent / first.partition("$schema=")[2]).resolve()
        assert schema.parent == tmp_path / "mine" / SCHEMAS.name
        assert schema.is_file()


@pytest.mark.parametrize("name", [".", "file.txt"], ids=["folder in use", "no folder"])
def test_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    """A folder with something in it, or a file, is wrong usage and stays as it is."""
    (tmp_path / "file.txt").write_text("mine")
    result = CliRunner().invoke(app, ["new", str(tmp_path / name)])
    assert result.exit_code == 2
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("file.txt", "mine")]
