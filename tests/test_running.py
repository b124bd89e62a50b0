"""The program as a whole, in a process of its own: how it starts, what a signal does, what a kill loses."""

from __future__ import annotations

import asyncio
import shutil
import signal
from collections import Counter
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from fake_bot_api import TOKEN, FakeBotApi
from faults import HANG, NOT_FOUND, RESET, UNAUTHORIZED, Fault, too_many
from kept import database, kept_in
from processes import HERE, PROGRAM, ended, running
from talk import PERSON, QUESTION, question

from bot.app import UPDATES
from bot.limits import STANDARD
from bot.settings import Settings

started = partial(running, "telegram")


async def test_whole_program_answers_and_ends(api: FakeBotApi) -> None:
    """`whosaid telegram` polls, sets its menu, answers, survives an outage, and ends with 0 at SIGTERM."""
    api.fail("getMe", Fault(502, body=b"<html>Bad Gateway</html>"))
    async with started(TELEGRAM_API_URL=api.url) as process:
        await api.push(question(api))
        (answer,) = await api.wait_for("sendMessage")
        assert answer["text"].startswith("<b>The Norvale Police</b>")
        await api.wait_for("setMyCommands")
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
    assert api.confirmed == [1, 2, 3]
    for private in (TOKEN.partition(":")[2], QUESTION, PERSON["first_name"], PERSON["username"]):
        assert private not in output


async def test_whole_program_writes_what_it_keeps(api: FakeBotApi, keeping: Settings) -> None:
    """A question not understood is in the database when the program has ended, and nothing of it in the output."""
    update = question(api, text="xyzzy plugh")
    async with started(TELEGRAM_API_URL=api.url, WHOSAID_DATABASE=database(keeping)) as process:
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
    async with started(TELEGRAM_BOT_TOKEN="", TELEGRAM_BOT_TOKEN_FILE="token", TELEGRAM_API_URL=api.url) as process:
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


async def test_stuck_program_ends_itself(api: FakeBotApi) -> None:
    """A program whose event loop answers nobody ends with 70, by itself, and the question is left to the next start."""
    stuck = (
        "import functools, time, bot.health, bot.polling, bot.watching\n"
        "bot.health.watched = functools.partial(bot.watching.watched, every=0.05, patience=20)\n"
        "bot.polling.Polling._accept = lambda *_: time.sleep(60)"
    )
    async with started(program=f"{stuck}\n{PROGRAM}", TELEGRAM_API_URL=api.url) as process:
        await api.push(question(api))
        code, output = await ended(process)
    assert code == 70
    assert "ending, to be started again: the event loop is stuck for 1 s" in output
    assert api.confirmed == []


async def test_bug_that_ends_the_program_tells_nothing_of_a_person(api: FakeBotApi) -> None:
    """A bug outside of any update ends it with 70 and says where it was, without the text, name or token in it."""
    fault = "lambda *held: 1 / {}[f'{held} " + TOKEN + "']"
    program = f"import bot.polling\nbot.polling.Polling._accept = {fault}\n{PROGRAM}"
    async with started(program=program, TELEGRAM_API_URL=api.url) as process:
        await api.push(question(api))
        code, output = await ended(process)
    assert code == 70
    assert "this is a bug of ours" in output
    assert "KeyError" in output
    assert "polling.py" in output


async def test_sigkill_loses_nothing(api: FakeBotApi) -> None:
    """Killed again and again in the middle of its work, it answers every question; few are answered twice."""
    questions, kills = 150, 4
    await api.push(*(question(api, chat) for chat in range(1, questions + 1)))
    for killed in range(1, kills + 1):
        async with started(TELEGRAM_API_URL=api.url) as process:
            await api.wait_for("sendMessage", killed * questions // (kills + 1))
            process.kill()
            await ended(process)
    async with started(TELEGRAM_API_URL=api.url) as process:
        await api.wait_until(lambda: len(api.confirmed) == questions)
        process.send_signal(signal.SIGTERM)
        assert (await ended(process))[0] == 0
    answers = Counter(request["chat_id"] for request in api.sent())
    assert len(answers) == questions, "a question is lost"
    assert answers.total() - questions <= kills * STANDARD.slots
    assert max(answers.values()) <= kills + 1


async def test_sigterm_leaves_what_waits_to_the_next_start(api: FakeBotApi) -> None:
    """SIGTERM, even twice, ends it within ten seconds with 0 while Telegram makes it wait; the question is kept."""
    api.fail("sendMessage", too_many(19))
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url}
    async with started(**settings) as process:
        await api.push(question(api))
        await api.wait_for("sendMessage")
        async with asyncio.timeout(10):
            process.send_signal(signal.SIGTERM)
            process.send_signal(signal.SIGINT)
            process.send_signal(signal.SIGTERM)
            code, output = await ended(process)
    assert code == 0, output
    assert "1 updates are left for the next start" in output
    assert api.confirmed == []
    async with started(**settings):
        await api.wait_until(lambda: api.confirmed)
    assert len(api.sent()) == 2


async def test_however_often_sigterm_comes_it_ends_with_0(api: FakeBotApi) -> None:
    """Signals up to the very end of the process change nothing."""
    async with started(TELEGRAM_API_URL=api.url) as process:
        await api.wait_for("getUpdates")
        ending = asyncio.create_task(ended(process))
        while not ending.done():
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
            await asyncio.wait({ending}, timeout=0.005)
    assert ending.result()[0] == 0


async def test_sigterm_with_the_network_dead(api: FakeBotApi) -> None:
    """Started while nothing answers, it ends at SIGTERM at once."""
    api.fail("getMe", HANG)
    async with started(TELEGRAM_API_URL=api.url) as process:
        await api.wait_for("getMe")
        async with asyncio.timeout(5):
            process.send_signal(signal.SIGTERM)
            assert (await ended(process))[0] == 0


async def test_sigterm_when_the_network_has_died(api: FakeBotApi) -> None:
    """With questions in work and no answer from anywhere it ends within ten seconds, and leaves them to the next."""
    async with started(TELEGRAM_API_URL=api.url) as process:
        await api.wait_for("setMyShortDescription")
        for method in ("sendMessage", "getUpdates"):
            api.fail(method, *[HANG] * 20)
        await api.push(*(question(api, person) for person in (1, 1, 2)))
        await api.wait_for("sendMessage", 2)
        async with asyncio.timeout(10):
            process.send_signal(signal.SIGTERM)
            code, output = await ended(process)
    assert code == 0
    assert "1 updates are left for the next start" in output
    assert api.confirmed == []


async def test_sigterm_while_a_name_is_looked_up() -> None:
    """A look-up of the server's name that never ends does not hold up the end."""
    hanging = (
        "import socket, time\nsocket.getaddrinfo = lambda *_, **__: (print('looking', flush=True), time.sleep(60))"
    )
    program = f"{hanging}\n{PROGRAM}"
    async with started(program=program, TELEGRAM_API_URL="http://telegram.invalid") as process:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"looking\n"
        async with asyncio.timeout(10):
            process.send_signal(signal.SIGTERM)
            assert (await ended(process))[0] == 0


@pytest.mark.parametrize("command", ["telegram", "serve"])
async def test_sigterm_while_the_base_is_fitted(command: str) -> None:
    """Told to end before it has connected, it ends with 0 at once."""
    fitting = "import time, bot.fitted\nbot.fitted._read = lambda _: (print('fitting', flush=True), time.sleep(60))"
    secret = {"WHOSAID_WEBHOOK_SECRET": "the-secret-of-the-tests"}
    async with running(command, program=f"{fitting}\n{PROGRAM}", **secret) as process:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"fitting\n"
        async with asyncio.timeout(5):
            process.send_signal(signal.SIGTERM)
            assert (await ended(process))[0] == 0


async def test_database_that_cannot_be_made_ends_the_program(api: FakeBotApi) -> None:
    """A file in a folder that is not there ends the program with 78 before any request, since nothing would be kept."""
    async with started(TELEGRAM_API_URL=api.url, WHOSAID_DATABASE="nowhere/misses.db") as process:
        code, output = await ended(process)
    assert code == 78
    assert output.splitlines()[-1].startswith("whosaid: WHOSAID_DATABASE: the folder 'nowhere' does not exist; make it")
    assert api.requests == []


async def test_foreign_webhook_is_left_alone(api: FakeBotApi) -> None:
    """Where updates go to a webhook, the program ends with 78, names its host and nothing else of it."""
    api.webhook = "https://bots.norvale.example/secret-path"
    async with started(TELEGRAM_API_URL=api.url) as process:
        code, output = await ended(process)
    assert code == 78
    assert "a webhook at bots.norvale.example; if that is no longer used, set WHOSAID_TAKE_OVER=1" in output
    assert "secret-path" not in output
    assert not api.sent("getUpdates")
    assert not api.sent("deleteWebhook")


async def test_foreign_webhook_is_deleted_where_told_to(api: FakeBotApi) -> None:
    """Told to take over, the program deletes the webhook, keeps what waits, and answers it, through an outage too."""
    api.webhook = "https://bots.norvale.example/secret-path"
    api.fail("getWebhookInfo", RESET, NOT_FOUND)
    api.fail("deleteWebhook", UNAUTHORIZED)
    await api.push(question(api))
    async with started(TELEGRAM_API_URL=api.url, WHOSAID_TAKE_OVER="1"):
        await api.wait_until(lambda: api.confirmed)
    assert api.webhook == ""
    assert len(api.sent()) == 1


async def test_token_revoked_meanwhile_ends_the_program(api: FakeBotApi) -> None:
    """A token that is revoked while the program runs ends it with 78 and a clear last line."""
    async with started(TELEGRAM_API_URL=api.url) as process:
        await api.wait_for("getUpdates")
        api.fail("getUpdates", Fault(401, "Unauthorized"))
        api.fail("getMe", Fault(401, "Unauthorized"))
        await api.push(question(api))
        code, output = await ended(process)
    assert code == 78
    assert "TELEGRAM_BOT_TOKEN holds a token that" in output.splitlines()[-1]
    assert "Traceback" not in output
