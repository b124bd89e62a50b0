"""What three tests or more share: the base of the invented report, the fake Bot API, a chat with the bot."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

os.environ["PTB_TIMEDELTA"] = "1"  # before telegram is used: warnings are errors here, and it warns without

from fake_bot_api import TOKEN, FakeBotApi
from leaks import LIBRARIES, Watch
from small_folder import loaded
from talk import GROUP, UNPACED, Talk

from bot.app import build_application
from bot.settings import Settings
from knowledge import Answer, Base, Context, Responder, load_base

_OURS = ("TELEGRAM_", "WHOSAID_")
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")


@pytest.fixture(autouse=True)
def _clean_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No setting, .env or cache of whoever runs the tests reaches them, and no proxy stands before loopback."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in os.environ:
        if name.startswith(_OURS) or name.lower() in _PROXIES:
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _nothing_leaks(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """In every test, at DEBUG level: no token, nothing a person wrote, no name or id in the log or the metrics."""
    caplog.handler.setLevel(logging.WARNING)  # what a test sees unless it asks for more
    for name in LIBRARIES:
        caplog.set_level(logging.DEBUG, name)
    caplog.handler.setLevel(logging.WARNING)
    with Watch() as watch:
        yield
    assert watch.leaked() == set()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Fail a test after which a token stands in what it, or a process it started, has printed."""
    report = yield
    if TOKEN.partition(":")[2] in report.capstdout + report.capstderr:
        report.outcome, report.longrepr = "failed", f"{item.name}: the token was printed"
    return report


@pytest.fixture(scope="session")
def base() -> Base:
    """Return the base of the invented report."""
    return load_base(Path(__file__).parent / "bridge-report")


@pytest.fixture(scope="session")
def responder(base: Base) -> Responder:
    """Return the responder for the invented report."""
    return Responder(base)


@pytest.fixture(scope="session")
def ferry() -> Base:
    """Return the base of the second invented report, of many voices."""
    return load_base(Path(__file__).parent / "ferry-report")


@pytest.fixture(scope="session")
def ferryman(ferry: Base) -> Responder:
    """Return the responder for the second invented report."""
    return Responder(ferry)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    """Return the responder for the smallest valid folder."""
    return Responder(loaded(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="session")
def shipped() -> Responder:
    """Return the responder for the shipped report; fitting it takes long, so it is fitted once."""
    return Responder(load_base())


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    """Serve a Bot API; at the end, nothing sent may have broken Telegram's rules."""
    async with FakeBotApi() as api:
        yield api
        assert api.refused == []
        assert api.unanswered() == set()


@pytest.fixture
def settings(api: FakeBotApi) -> Settings:
    """Return settings for the fake Bot API."""
    return Settings(telegram_bot_token=TOKEN, telegram_api_url=api.url)


@pytest.fixture
def keeping(api: FakeBotApi, tmp_path: Path) -> Settings:
    """Return settings for the fake Bot API, with the database on."""
    database = tmp_path / "misses.db"
    return Settings(
        telegram_bot_token=TOKEN, telegram_api_url=api.url, whosaid_database=str(database), whosaid_keep_days=7
    )


@pytest.fixture
async def talk(settings: Settings, api: FakeBotApi, responder: Responder) -> AsyncIterator[Talk]:
    """Open a private chat with the real application."""
    async with build_application(settings, responder, limits=UNPACED) as application:
        yield Talk(application, api)


@pytest.fixture
def group(talk: Talk) -> Talk:
    """Return a group chat with the same application."""
    return Talk(talk.application, talk.api, GROUP)


@pytest.fixture
def asked(responder: Responder, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Context]]:
    """Record each question with its context, and let the context of each answer name its question."""
    questions: list[tuple[str, Context]] = []
    answer = responder.answer

    def recorded(text: str, context: Context) -> Answer:
        questions.append((text, context))
        return replace(answer(text, context), context=Context(claims=(text,)))

    monkeypatch.setattr(responder, "answer", recorded)
    return questions
