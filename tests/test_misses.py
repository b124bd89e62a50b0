"""The database of misses: what is kept, what is left out of it, and when it is deleted."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.misses import Miss, Store, plain
from bot.settings import ConfigurationError

DAY = date(2030, 5, 1)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("  Who said\n THAT?? ", "who said that??", id="case and spaces"),
        pytest.param("ask @zeb_quibble or a.b@example.org who", "ask or who", id="names and addresses"),
        pytest.param("is https://example.org/x?y=1 t.me/abc www.example.org true", "is true", id="links"),
        pytest.param("call +44 (0)20 7946-0018 now, in 2022", "call now, in 2022", id="telephone"),
        pytest.param("13 were killed on 3 February 2022", "13 were killed on 3 february 2022", id="figures stay"),
        pytest.param("a\x00b\ud83d\u202e", "a b", id="no broken characters"),
        pytest.param("🤷 ?!", "", id="no word"),
        pytest.param("ß" * 500, "ss" * 250, id="at most 500 characters"),
    ],
)
def test_plain_text_is_without_what_is_personal(text: str, kept: str) -> None:
    """Small letters; addresses, links, names on Telegram and long numbers are left out."""
    assert plain(text) == kept


def test_a_row_holds_nothing_else(tmp_path: Path) -> None:
    """The table has these columns and no more: no place for a person or a chat."""
    store = Store(str(tmp_path / "misses.db"))
    miss = Miss("down", "who was it", "who", 61.5, DAY)
    store.add(miss)
    assert store.all() == (miss,)
    store.close()
    connection = sqlite3.connect(tmp_path / "misses.db")
    columns = [row[1] for row in connection.execute("pragma table_info(misses)")]
    connection.close()
    assert columns == ["id", "kind", "text", "entry", "score", "day"]


def test_what_is_older_than_the_days_kept_is_deleted(tmp_path: Path) -> None:
    """A row is kept for so many days, and not one longer; a URL says where as well as a path."""
    store = Store(f"sqlite:///{tmp_path / 'misses.db'}")
    for age in (0, 90, 91, 400):
        store.add(Miss("miss", f"{age} days old", "", 0.0, DAY - timedelta(days=age)))
    store.purge(DAY, 90)
    assert [miss.text for miss in store.all()] == ["90 days old", "0 days old"]
    store.close()


@pytest.mark.parametrize("url", ["://secret", "nonsense+x://secret@host", "postgresql+nodriver://u:secret@host/x"])
def test_url_that_leads_nowhere_is_a_wrong_setting(url: str) -> None:
    """The message names the setting and the cure, and repeats nothing of the URL."""
    with pytest.raises(ConfigurationError, match="WHOSAID_DATABASE cannot be used") as caught:
        Store(url)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("place", ["{}/nowhere/misses.db", "sqlite:///{}/nowhere/misses.db"], ids=["path", "URL"])
def test_folder_that_is_not_there_is_a_wrong_setting(tmp_path: Path, place: str) -> None:
    """A file that could never be made is told at the start, not when the first question is to be kept."""
    told = f"^WHOSAID_DATABASE: the folder '{tmp_path}/nowhere' does not exist; make it"
    with pytest.raises(ConfigurationError, match=told):
        Store(place.format(tmp_path))


def test_folder_that_may_not_be_written_is_a_wrong_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is a folder of another user's; a file that is there already is no matter of the folder's."""
    monkeypatch.setattr("os.access", lambda *_: False)  # whoever runs the tests may be root
    with pytest.raises(ConfigurationError, match=r"is not writable; make it so"):
        Store(str(tmp_path / "misses.db"))
    (tmp_path / "misses.db").touch()
    store = Store(str(tmp_path / "misses.db"))
    assert store.all() == ()
    store.close()


def test_file_that_is_no_database_is_a_wrong_setting(tmp_path: Path) -> None:
    """A file of another kind is told at the start; an empty one becomes a database, as one that is not there."""
    (tmp_path / "notes.txt").write_text("buy some bread")
    told = f"^WHOSAID_DATABASE: '{tmp_path}/notes.txt' is no file of SQLite's; name another"
    with pytest.raises(ConfigurationError, match=told):
        Store(str(tmp_path / "notes.txt"))
    (tmp_path / "empty").touch()
    for file in ("empty", "empty", "new", "new"):
        store = Store(str(tmp_path / file))
        assert store.all() == ()
        store.close()


def test_file_of_another_user_is_a_wrong_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is no bug."""

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")  # whoever runs the tests may be root, who may read all

    (tmp_path / "misses.db").touch()
    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(ConfigurationError, match=r"misses\.db' cannot be read \(Permission denied\); let the user"):
        Store(str(tmp_path / "misses.db"))


def test_file_is_for_its_user_alone(tmp_path: Path) -> None:
    """What people wrote is not for other users of the machine; who opens a file up again is not overruled."""
    for mode in (0o600, 0o640):
        store = Store(str(tmp_path / "misses.db"))
        store.add(Miss("miss", "why", "", 0.0, DAY))
        store.close()
        assert (tmp_path / "misses.db").stat().st_mode & 0o777 == mode
        (tmp_path / "misses.db").chmod(0o640)


def test_database_in_memory_needs_no_folder() -> None:
    """What SQLite keeps in no file is not looked for among the files."""
    for place in ("sqlite://", "sqlite:///:memory:"):
        store = Store(place)
        store.add(Miss("miss", "why", "", 0.0, DAY))
        assert len(store.all()) == 1
        store.close()
