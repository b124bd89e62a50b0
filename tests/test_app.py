"""The application as a whole: its menu, its errors, and long polling in a process of its own."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from fake_bot_api import TOKEN, FakeBotApi, Fault
from kept import database, kept_in
from talk import PERSON, PRIVATE, Talk
from telegram.error import Conflict, NetworkError

from bot import texts
from bot.app import UPDATES, build_application
from bot.settings import ConfigurationError, Settings
from knowledge import Responder

HERE = Path(__file__).parent
WHOSAID = (sys.executable, "-c", "from bot.cli import main; main()", "telegram")
QUESTION = "How many people were hurt?"


@asynccontextmanager
async def started(**settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run `whosaid telegram` on the invented report, in a process of its own that ends with the test."""
    environment = {
        "PYTHONPATH": str(HERE.parent),
        "WHOSAID_KNOWLEDGE": str(HERE / "bridge-report"),
        **settings,
    }
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*WHOSAID, env=os.environ | environment, stdout=pipe, stderr=pipe)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def ended(process: asyncio.subprocess.Process) -> tuple[int | None, str]:
    """Return the exit code and all output, within half a minute."""
    async with asyncio.timeout(30):
        output = await process.communicate()
    return process.returncode, b"".join(output).decode()


def question(api: FakeBotApi, text: str = QUESTION) -> dict[str, object]:
    """Return an update with a question in a private chat."""
    message = {
        "message_id": api.next_message_id(),
        "date": 1,
        "chat": PRIVATE,
        "from": PERSON,
        "text": text,
    }
    return {"update_id": api.next_update_id(), "message": api.receive(message)}


def levels(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the levels of what our own code logged."""
    return [record.levelname for record in caplog.records if record.name == "bot.app"]


async def test_building_needs_a_token_and_no_network(responder: Responder) -> None:
    """Without a good token nothing is built, and building sends nothing."""
    with pytest.raises(ConfigurationError, match="TELEGRAM_BOT_TOKEN is not set"):
        build_application(Settings(), responder)
    application = build_application(Settings(telegram_bot_token=TOKEN), responder)
    assert application.updater is None


async def test_bug_is_logged_before_the_apology(
    talk: Talk, responder: Responder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A bug is logged with its place; then the person is told, and the next question is answered."""
    with monkeypatch.context() as broken:
        broken.setattr(responder, "answer", lambda *_, **__: 1 / 0)
        talk.api.fail("sendMessage", Fault(reset=True))
        requests = await talk.say(QUESTION)
        assert [request["text"] for request in requests] == [texts.SORRY]
        assert levels(caplog) == ["ERROR", "WARNING"], "the bug, then the apology that failed"
        requests = await talk.say(QUESTION)
        assert [request["text"] for request in requests] == [texts.SORRY]
    assert texts.SORRY not in str(await talk.say(QUESTION))


async def test_bug_after_a_press_is_apologised_for(
    talk: Talk, responder: Responder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug behind a button is told in the chat of the button."""
    await talk.say("/sources")
    monkeypatch.setattr(responder, "source", lambda _: 1 / 0)
    requests = await talk.press("b:police:1")
    assert requests[-1]["text"] == texts.SORRY


@pytest.mark.parametrize(
    ("fault", "level", "apologies"),
    [
        pytest.param(Fault(403, "Forbidden: bot was blocked by the user"), "INFO", 0, id="blocked"),
        pytest.param(Fault(403, "Forbidden: bot was kicked from the supergroup chat"), "INFO", 0, id="kicked"),
        pytest.param(Fault(400, "Bad Request: chat not found"), "INFO", 0, id="chat is gone"),
        pytest.param(Fault(400, "Bad Request: not enough rights to send text messages"), "INFO", 0, id="muted"),
        pytest.param(Fault(400, "Bad Request: TOPIC_CLOSED"), "INFO", 0, id="topic closed"),
        pytest.param(Fault(400, "Bad Request", {"migrate_to_chat_id": -7}), "INFO", 0, id="migrated"),
        pytest.param(Fault(429, "Too Many Requests", {"retry_after": 5}), "ERROR", 0, id="too many"),
        pytest.param(Fault(400, "Bad Request: can't parse entities"), "ERROR", 1, id="refused"),
        pytest.param(Fault(502, body=b"<html>Bad Gateway</html>"), "ERROR", 1, id="bad gateway"),
        pytest.param(Fault(reset=True), "ERROR", 1, id="connection cut"),
    ],
)
async def test_answer_that_cannot_be_sent(
    talk: Talk, caplog: pytest.LogCaptureFixture, fault: Fault, level: str, apologies: int
) -> None:
    """Who blocked the bot or moved is no error; where one more message has a chance, it is an apology."""
    caplog.set_level(logging.INFO)
    talk.api.fail("sendMessage", fault)
    requests = await talk.say(QUESTION)
    assert levels(caplog) == [level]
    assert [request["text"] for request in requests[1:]] == [texts.SORRY] * apologies


async def test_error_of_an_edit_is_not_hidden(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """An edit or an acknowledgement refused for a reason of our own making is an error."""
    await talk.say("/questions")
    talk.api.fail("editMessageText", Fault(400, "Bad Request: BUTTON_DATA_INVALID"))
    assert (await talk.press("t:bridge:1"))[-1]["text"] == texts.SORRY
    talk.api.fail("answerCallbackQuery", Fault(400, "Bad Request: MESSAGE_TOO_LONG"))
    assert (await talk.press("t:bridge:1"))[-1]["text"] == texts.SORRY
    assert levels(caplog) == ["ERROR", "ERROR"]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (NetworkError("Bad Gateway"), "updates could not be received: NetworkError: Bad Gateway"),
        (Conflict("terminated by other getUpdates request"), "stop the other program that uses this token"),
    ],
    ids=["network", "two pollers"],
)
async def test_failed_receiving_is_one_warning(
    talk: Talk, caplog: pytest.LogCaptureFixture, error: Exception, expected: str
) -> None:
    """Trouble while polling is a line without a traceback, and goes to nobody's chat."""
    before = len(talk.api.requests)
    await talk.application.process_error(update=None, error=error)
    assert expected in caplog.text
    assert "Traceback" not in caplog.text
    assert len(talk.api.requests) == before


async def test_whole_program_answers_and_ends(api: FakeBotApi) -> None:
    """`whosaid telegram` polls, sets its menu, answers, survives an outage, and ends with 0 at SIGTERM."""
    api.fail("getMe", Fault(502, body=b"<html>Bad Gateway</html>"))
    async with started(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url) as process:
        await api.push(question(api))
        (answer,) = await api.wait_for("sendMessage")
        assert answer["text"].startswith("<b>The Norvale Police</b>")
        assert api.sent("setMyCommands")
        assert api.sent("getUpdates")[0]["allowed_updates"] == list(UPDATES)
        api.fail("getUpdates", Fault(409, "Conflict: terminated by other getUpdates request"))
        for answers in (2, 3):  # the poll after the first of these is the one that fails, at the latest
            await api.push(question(api))
            await api.wait_for("sendMessage", answers)
        process.send_signal(signal.SIGTERM)
        code, output = await ended(process)
    assert code == 0, output
    assert f"connecting to {api.url}" in output
    assert "answering as @whosaid_bot" in output
    assert "stop the other program" in output
    for private in (TOKEN.partition(":")[2], QUESTION, PERSON["first_name"], PERSON["username"]):
        assert private not in output


async def test_whole_program_writes_what_it_keeps(api: FakeBotApi, keeping: Settings) -> None:
    """A question not understood is in the database when the program has ended, and nothing of it in the output."""
    update = question(api, "xyzzy plugh")
    async with started(
        TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url, WHOSAID_DATABASE=database(keeping)
    ) as process:
        await api.push(update)
        await api.wait_for("sendMessage")
        process.send_signal(signal.SIGTERM)
        code, output = await ended(process)
    assert code == 0
    assert kept_in(keeping) == [("miss", "xyzzy plugh", "", 0.0)]
    assert "xyzzy" not in output


async def test_whole_program_reloads_at_a_hangup(api: FakeBotApi, tmp_path: Path) -> None:
    """`whosaid telegram` loads its folder again at SIGHUP, keeps the old base over a faulty one, and answers on."""
    folder = shutil.copytree(HERE / "bridge-report", tmp_path / "report")
    sound = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "WHOSAID_KNOWLEDGE": str(folder)}
    async with started(**sound) as process:
        await api.push(question(api))
        await api.wait_for("sendMessage")
        (tmp_path / "report" / "claims.yaml").write_text("claims: [{id: alone}]")
        process.send_signal(signal.SIGHUP)
        assert process.stderr is not None
        async with asyncio.timeout(30):
            await process.stderr.readuntil(b"stays in use")
        await api.push(question(api))
        _, answer = await api.wait_for("sendMessage", 2)
        process.send_signal(signal.SIGTERM)
        code, output = await ended(process)
    assert answer["text"].startswith("<b>The Norvale Police</b>")
    assert "claims.yaml:1: `chain` is missing; add it" in output
    assert code == 0


async def test_rejected_token_ends_with_one_clear_line(api: FakeBotApi, tmp_path: Path) -> None:
    """A token Telegram does not accept ends the program with 78 and no traceback."""
    wrong = TOKEN[:-1] + "1"
    (tmp_path / "token").write_text(wrong)
    async with started(TELEGRAM_BOT_TOKEN_FILE="token", TELEGRAM_API_URL=api.url) as process:
        code, output = await ended(process)
    assert code == 78
    assert f"TELEGRAM_BOT_TOKEN_FILE holds a token that {api.url} does not accept" in output.splitlines()[-1]
    assert "Traceback" not in output
    assert 'File "' not in output
    assert wrong not in output
    assert set(api.refused) == {"getMe: Unauthorized"}
    api.refused.clear()


async def test_malformed_token_ends_before_any_network(api: FakeBotApi) -> None:
    """A malformed token ends the program with 78 and exactly one line, without a request."""
    async with started(TELEGRAM_BOT_TOKEN="12345:short", TELEGRAM_API_URL=api.url) as process:
        code, output = await ended(process)
    assert (code, output.count("\n")) == (78, 1)
    assert output.startswith("whosaid: TELEGRAM_BOT_TOKEN holds no bot token")
    assert api.requests == []
