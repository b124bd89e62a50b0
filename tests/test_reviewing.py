"""Misses as the curator sees them: together with those alike, near their entries, ready to paste."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.misses import Kind, Miss, Store
from bot.reviewing import export, grouped, listing, votes
from knowledge import Responder
from knowledge.problems import Loader

HERE = Path(__file__).parent
BRIDGE = HERE / "bridge-report"
MISSED = "repair money from which bank account"


def miss(text: str, kind: Kind = "miss", entry: str = "") -> Miss:
    """Return a row as it is kept."""
    return Miss(kind, text, entry, 30.0, date(2030, 5, 1))


def run(*arguments: str, folder: Path = BRIDGE) -> Result:
    """Run `whosaid misses` on the invented report."""
    return CliRunner().invoke(app, ["misses", *arguments, "--knowledge", str(folder)])


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return the database of the setting."""
    monkeypatch.setenv("WHOSAID_DATABASE", str(tmp_path / "misses.db"))
    return Store(str(tmp_path / "misses.db"))


def test_similar_texts_are_one_group() -> None:
    """Order of words and small differences do not matter; the most asked come first."""
    texts = ["how many choppers flew", "flew how many choppers?", "how many chopper flew", "who paid", "who paid", "hm"]
    groups = grouped([*map(miss, texts), miss("who paid", "down"), miss("", "down", "why"), miss("", "up", "why")])
    assert [group.texts for group in groups] == [
        ("how many choppers flew", "flew how many choppers?", "how many chopper flew"),
        ("who paid",),
        ("hm",),
    ]
    assert (groups[1].missed.total(), groups[1].marked_down.total()) == (2, 1)


def test_a_question_is_counted_once_however_often_its_answer_is_refused(responder: Responder) -> None:
    """None of these, and 👎 under "not found", add nothing to a miss; an entry that was only offered has no vote."""
    kept = [miss(MISSED, kind, "why") for kind in ("miss", "miss", "none", "down")]
    (group,) = grouped(kept)
    assert next(listing(responder, [group])) == f"   2 x {MISSED}"
    assert grouped([miss(MISSED, "none", "why")])[0].missed == {MISSED: 1}
    assert list(votes([miss("", "none", "why")])) == []


def test_listing_tells_how_often_and_what_is_near(responder: Responder) -> None:
    """Each group comes with its counts and the nearest entries; what is answered by now says so."""
    missed, answered = "\n".join(listing(responder, grouped([miss(MISSED)]))), "how many people were hurt"
    assert missed.startswith(f"   1 x {MISSED}\n       not understood 1, marked down 0\n       nearest: repair ")
    assert "answered now" not in missed
    assert "       also: b a c" in listing(responder, grouped([miss("a b c"), miss("b a c")]))
    assert "answered now by how-many-hurt" in "\n".join(listing(responder, grouped([miss(answered, "down")])))


def test_votes_are_counted_by_entry(store: Store) -> None:
    """The command ends with the votes of each entry, the most disliked first."""
    for kind, entry in (("up", "when"), ("down", "why"), ("up", "why"), ("down", "why")):
        store.add(miss("", kind, entry))
    store.close()
    assert run().stdout.splitlines() == ["   2 👎    1 👍  why", "   0 👎    1 👍  when"]


def test_exported_phrasings_can_be_pasted(store: Store, tmp_path: Path) -> None:
    """Pasted under their entry, what was missed is answered, and the base still passes the check."""
    odd = 'ages of the injured: "kids" & all'
    for text in (MISSED, odd, MISSED, "how many people were hurt"):
        store.add(miss(text))
    store.add(miss("who was hurt really", "down", "why"))
    store.close()
    result = run("--export")
    assert result.exit_code == 0
    exported = yaml.safe_load(result.stdout)
    assert sorted(text for texts in exported.values() for text in texts) == sorted([MISSED, odd])
    folder = Path(shutil.copytree(BRIDGE, tmp_path / "report"))
    for file in (folder / "questions").glob("*.yaml"):
        questions = yaml.load(file.read_text(), Loader=Loader)  # noqa: S506  # a SafeLoader
        for entry in questions["questions"]:
            entry["phrasings"] = [*entry.get("phrasings", []), *exported.get(entry["id"], [])]
        file.write_text(yaml.safe_dump(questions))
    assert CliRunner().invoke(app, ["check", "--knowledge", str(folder)]).exit_code == 0
    assert run("--export", folder=folder).stdout.count("\n- ") == 0
    assert run(folder=folder).stdout.count("answered now by") == 3


def test_what_is_near_no_entry_is_a_comment(responder: Responder) -> None:
    """The export stays valid YAML where a text is near nothing."""
    text = export(responder, grouped([miss("xyzzy: plugh")]))
    assert yaml.safe_load(text) is None
    assert "# No entry is near these:\n# - 'xyzzy: plugh'\n" in text


def test_nothing_kept_yet(store: Store) -> None:
    """An empty database is no error."""
    store.all()
    store.close()
    assert run().stdout == "Nothing is kept yet.\n"


@pytest.mark.parametrize(
    ("database", "message"),
    [
        pytest.param("", "WHOSAID_DATABASE is not set", id="off"),
        pytest.param("/nowhere/misses.db", "the file that WHOSAID_DATABASE names is not there", id="missing"),
        pytest.param("sqlite:////nowhere/misses.db", "the folder '/nowhere' does not exist", id="no folder"),
        pytest.param("sqlite:////", "cannot be read (OperationalError)", id="unreadable"),
        pytest.param("x://y", "WHOSAID_DATABASE cannot be used", id="no database"),
    ],
)
def test_wrong_setting_ends_with_78(monkeypatch: pytest.MonkeyPatch, database: str, message: str) -> None:
    """A database that is off or cannot be reached is a matter of the settings."""
    monkeypatch.setenv("WHOSAID_DATABASE", database)
    result = run()
    assert result.exit_code == 78
    assert message in result.stderr
