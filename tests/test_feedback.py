"""Keeping misses in the background: nothing waits for it, nothing fails with it, nothing stays too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from fake_bot_api import FakeBotApi
from kept import content, kept_in, names_in
from talk import PERSON, UNPACED, Talk

from bot.app import build_application
from bot.feedback import Feedback
from bot.misses import Miss, Store
from bot.settings import Settings
from knowledge import Responder

DAY = date(2030, 5, 1)
NONSENSE = "Xyzzy PLUGH? me@example.org"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty database."""
    store = Store(str(tmp_path / "misses.db"))
    yield store
    store.close()


class HangingStore(Store):
    """A database that does not answer until it is told to."""

    answers = Event()
    asked = Event()

    def purge(self, *_: object) -> None:
        """Hang."""
        self.asked.set()
        self.answers.wait(30)


async def test_question_not_understood_is_kept(keeping: Settings, api: FakeBotApi, responder: Responder) -> None:
    """A miss is kept as plain text, an answered question is not; nothing of the person is in the file."""
    async with build_application(keeping, responder, limits=UNPACED) as application:
        talk = Talk(application, api)
        for text in (NONSENSE, "How many people were hurt?", "hi", "🤷"):
            assert len(await talk.say(text)) == 1
    assert kept_in(keeping) == [("miss", "xyzzy plugh?", "", 0.0)]
    file = content(keeping)
    for private in (PERSON["first_name"], PERSON["username"], "example.org"):
        assert private.encode() not in file


async def test_nothing_is_kept_without_the_setting(talk: Talk, tmp_path: Path) -> None:
    """The database is off by default, and then no file appears."""
    await talk.say(NONSENSE)
    (privacy,) = await talk.say("/privacy")
    assert "I write nothing you send into a file or a database" in privacy["text"]
    assert names_in(tmp_path) == []


async def test_privacy_says_what_is_kept(keeping: Settings, api: FakeBotApi, responder: Responder) -> None:
    """With the database on, the privacy command names each thing kept, and for how long."""
    async with build_application(keeping, responder, limits=UNPACED) as application:
        (privacy,) = await Talk(application, api).say("/privacy")
    for part in ("the text of a question", "👎", "how close", "the day", "all of that but the text", "after 7 days"):
        assert part in privacy["text"]
    assert "I write nothing" not in privacy["text"]


def test_old_rows_are_deleted_at_the_start(store: Store) -> None:
    """What is too old when the bot starts is gone."""
    store.add(Miss("miss", "old", "", 0.0, DAY - timedelta(days=91)))
    feedback = Feedback(store, 90, lambda: DAY)
    feedback.start()
    feedback.stop()
    assert store.all() == ()


def test_old_rows_are_deleted_each_day(store: Store) -> None:
    """While nothing is asked the clock is looked at, and a new day deletes what has become too old."""
    store.add(Miss("miss", "old", "", 0.0, DAY - timedelta(days=90)))
    days = iter([DAY, DAY])
    passed = Event()

    def clock() -> date:
        if (day := next(days, None)) is None:
            passed.set()
        return day or DAY + timedelta(days=1)

    feedback = Feedback(store, 90, clock, look_up_every=0.001)
    feedback.start()
    assert passed.wait(30)
    feedback.stop()
    assert store.all() == ()


def test_broken_database_is_one_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever the database refuses is logged once, without a word of what was asked."""
    feedback = Feedback(Store(str(tmp_path / "misses.db")), 90, lambda: DAY)
    (tmp_path / "misses.db").write_bytes(b"no database" * 100)
    feedback.start()
    for number in range(3):
        feedback.keep("miss", f"secret {number}")
    feedback.stop()
    (record,) = caplog.records
    assert record.levelname == "WARNING"
    assert "see that WHOSAID_DATABASE can be reached" in record.getMessage()
    assert "secret" not in caplog.text


def test_hanging_database_holds_nobody_up(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keeping returns at once; when too much waits, the rest is dropped, and stopping gives up."""
    monkeypatch.setattr("bot.feedback._WAITING", 3)
    store = HangingStore(str(tmp_path / "misses.db"))
    feedback = Feedback(store, 90, lambda: DAY)
    feedback.start()
    assert store.asked.wait(30)
    for number in range(4):
        feedback.keep("miss", f"question {number}")
    assert "too much is waiting" in caplog.text
    feedback.stop(seconds=0.001)
    store.answers.set()
    feedback.stop()
    assert [miss.text for miss in store.all()] == ["question 0", "question 1", "question 2"]
    store.close()
