"""The base exchanged while the bot runs: only for a sound one, only by whom it is allowed."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from fake_bot_api import TOKEN, FakeBotApi
from talk import GROUP, PERSON, UNPACED, Talk, buttons

from bot.app import build_application
from bot.reloading import Reloading
from bot.settings import Settings
from knowledge import Responder

QUESTION = "How many people were hurt?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the invented report, to be changed."""
    return Path(shutil.copytree(Path(__file__).parent / "bridge-report", tmp_path / "report"))


def change(folder: Path, old: str, new: str) -> None:
    """Change the claims."""
    file = folder / "claims.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
async def operator(api: FakeBotApi, responder: Responder, folder: Path) -> AsyncIterator[Talk]:
    """Open a chat of the operator with the bot."""
    settings = Settings(
        telegram_bot_token=TOKEN,
        telegram_api_url=api.url,
        whosaid_knowledge=folder,
        whosaid_operators=frozenset({PERSON["id"]}),
    )
    async with build_application(settings, responder, limits=UNPACED) as application:
        yield Talk(application, api)


async def test_operator_reloads_the_base(operator: Talk, responder: Responder, folder: Path) -> None:
    """After /reload the changed base answers, and /about shows its version."""
    before = responder.base.version
    (about,) = await operator.say("/about")
    assert f"version {before}:" in about["text"]
    change(folder, "text: two people were hurt", "text: two passers-by were hurt")
    (told,) = await operator.say("/reload")
    (about,) = await operator.say("/about")
    after = about["text"].partition("version ")[2][:12]
    assert after != before
    assert told["text"] == f"Version {after} is in use instead of {before}. No problem found."
    (answer,) = await operator.say(QUESTION)
    assert "two passers-by were hurt" in answer["text"]


async def test_unchanged_base_says_so(operator: Talk, responder: Responder) -> None:
    """Where nothing has changed, nothing is claimed."""
    (told,) = await operator.say("/reload")
    assert told["text"] == f"Nothing has changed: version {responder.base.version} is in use."


async def test_faulty_base_is_not_put_to_use(
    operator: Talk, responder: Responder, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Each problem is told with file and line, in the chat and in the log; the old base answers on."""
    change(folder, "chain: [police]", "chain: [nobody]")
    change(folder, "paragraph: 4", "paragraph: 40")
    (told,) = await operator.say("/reload")
    assert told["text"] == (
        f"Version {responder.base.version} stays in use: the files have 2 problem(s).\n\n"
        "claims.yaml:10: unknown source 'nobody'; correct it or add that source\n"
        "claims.yaml:27: paragraph 40 of 6; correct the number"
    )
    assert "claims.yaml:27: paragraph 40 of 6" in caplog.text
    (answer,) = await operator.say(QUESTION)
    assert "two people were hurt" in answer["text"]
    change(folder, "chain: [nobody]", "chain: [police]")
    change(folder, "paragraph: 40", "paragraph: 5")
    (told,) = await operator.say("/reload")
    assert told["text"].endswith("No problem found.")


async def test_many_problems_are_told_in_part(operator: Talk, folder: Path) -> None:
    """The chat shows the first problems, and how many there are; the log has all."""
    subjects = ", ".join(f"nothing-{number}" for number in range(30))
    change(folder, "about: [collapse]\n    phrasings: [the bridge collapsed", f"about: [{subjects}]\n    phrasings: [x")
    (told,) = await operator.say("/reload")
    assert "the files have 30 problem(s)" in told["text"]
    assert told["text"].count("unknown subject") == 20


async def test_buttons_of_before_work_after(operator: Talk, folder: Path) -> None:
    """A button keeps its meaning across versions."""
    (menu,) = await operator.say("/sources")
    change(folder, "text: two people were hurt", "text: two passers-by were hurt")
    shown = operator.api.message(operator.api.last_message_id)
    await operator.say("/reload")
    _, answer = await operator.press(list(buttons(menu).values())[1], message=shown)
    assert "two passers-by were hurt" in answer["text"]


async def test_nobody_else_may_reload(operator: Talk, folder: Path) -> None:
    """For anyone else, and in groups, the command does not exist; the base stays as it is."""
    change(folder, "text: two people were hurt", "text: two passers-by were hurt")
    (helped,) = await operator.say("/help")
    (told,) = await operator.say("/reload", **{"from": PERSON | {"id": 43}})
    assert told["text"] == helped["text"]
    assert await Talk(operator.application, operator.api, GROUP).say("/reload") == []
    (answer,) = await operator.say(QUESTION)
    assert "two people were hurt" in answer["text"]


async def test_without_operators_there_is_no_such_command(talk: Talk) -> None:
    """By default nobody may reload."""
    (helped,) = await talk.say("/help")
    (told,) = await talk.say("/reload")
    assert told["text"] == helped["text"]


async def test_hangup_reloads(responder: Responder, folder: Path) -> None:
    """SIGHUP loads the folder again and installs what is sound; after `stop` it is nothing of ours."""
    change(folder, "text: two people were hurt", "text: two passers-by were hurt")
    installed: asyncio.Queue[Responder] = asyncio.Queue()
    reloading = Reloading(folder, responder, installed.put_nowait)
    reloading.start()
    os.kill(os.getpid(), signal.SIGHUP)
    async with asyncio.timeout(30):
        fresh = await installed.get()
    reloading.stop()
    assert "two passers-by" in fresh.base.claim_by_id["two-hurt"].text
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_DFL


async def test_what_was_used_before_is_let_go(responder: Responder, folder: Path) -> None:
    """A bot that is reloaded for months does not keep every responder it ever had."""
    reloading = Reloading(folder, responder, lambda _: None)
    held = []
    for _ in range(4):  # fitted, then read from where it is kept
        await reloading.reload()
        gc.collect()
        held.append(gc.get_freeze_count() + len(gc.get_objects()))
    assert held[3] - held[2] < held[2] // 100
