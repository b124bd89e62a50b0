"""`whosaid serve` as a whole: what it answers, what it tells of itself, how it ends."""

from __future__ import annotations

import asyncio
import json
import signal
import socket

import httpx
import pytest
from fake_bot_api import TOKEN, FakeBotApi
from faults import too_many
from processes import ended, free_port, running, said
from talk import PERSON, QUESTION, question

SECRET = "the-secret-of-the-tests"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
LISTENING = "listening for updates"


def settings(api: FakeBotApi) -> dict[str, str]:
    """Return the settings of a replica, with ports of its own."""
    return {
        "TELEGRAM_API_URL": api.url,
        "WHOSAID_WEBHOOK_SECRET": SECRET,
        "WHOSAID_WEBHOOK_PORT": str(free_port()),
        "WHOSAID_STATUS_PORT": str(free_port()),
    }


def addresses(chosen: dict[str, str]) -> tuple[str, str]:
    """Return the address of the webhook and that of the health checks."""
    ports = chosen["WHOSAID_WEBHOOK_PORT"], chosen["WHOSAID_STATUS_PORT"]
    return f"http://127.0.0.1:{ports[0]}/webhook", f"http://127.0.0.1:{ports[1]}"


async def test_replica_answers_tells_its_health_and_ends(api: FakeBotApi) -> None:
    """It answers what is pushed, is ready, counts, never touches the webhook, and ends with 0 at SIGTERM."""
    chosen = settings(api)
    webhook, status = addresses(chosen)
    async with running("serve", **chosen) as process, httpx.AsyncClient(headers=HEADERS) as client:
        output = await said(process, LISTENING)
        assert (await client.post(webhook, json=question(api))).status_code == 200
        assert [answer["text"][:25] for answer in api.sent()] == ["<b>The Norvale Police</b>"]
        ready = await client.get(f"{status}/readyz")
        assert (ready.status_code, ready.json()["obstacles"]) == (200, [])
        assert (await client.get(f"{status}/healthz")).json() == {"live": True, "failure": None}
        metrics = (await client.get(f"{status}/metrics")).text
        assert 'whosaid_outcomes_total{outcome="answer"} 1.0' in metrics
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGTERM)
        code, rest = await ended(process)
    assert code == 0, output + rest
    assert {request.method for request in api.requests} == {"getMe", "sendMessage"}
    assert all(json.loads(line)["event"] for line in (output + rest).splitlines())
    for private in (TOKEN.partition(":")[2], SECRET, QUESTION, str(PERSON["first_name"]), str(PERSON["username"])):
        assert private not in output + rest + metrics + ready.text


async def test_replica_finishes_what_it_holds(api: FakeBotApi) -> None:
    """At SIGTERM an update in work is finished and confirmed before the process ends."""
    chosen = settings(api)
    async with running("serve", **chosen) as process, httpx.AsyncClient(headers=HEADERS, timeout=30) as client:
        await said(process, LISTENING)
        release = api.hold("sendMessage")
        push = asyncio.create_task(client.post(addresses(chosen)[0], json=question(api)))
        await api.wait_for("sendMessage")
        process.send_signal(signal.SIGTERM)
        release.set()
        assert (await push).status_code == 200
        assert (await ended(process))[0] == 0


async def test_replica_hands_back_what_has_to_wait(api: FakeBotApi) -> None:
    """At SIGTERM an update that Telegram makes wait is refused, for another replica, and that is no error."""
    chosen = settings(api)
    api.fail("sendMessage", too_many(19))
    async with running("serve", **chosen) as process, httpx.AsyncClient(headers=HEADERS, timeout=30) as client:
        await said(process, LISTENING)
        push = asyncio.create_task(client.post(addresses(chosen)[0], json=question(api)))
        await api.wait_for("sendMessage")
        async with asyncio.timeout(10):
            process.send_signal(signal.SIGTERM)
            response = await push
            code, output = await ended(process)
    assert (response.status_code, response.headers["Retry-After"], code) == (503, "1", 0)
    assert "exception" not in output.lower()


async def test_polling_bot_tells_its_health_too(api: FakeBotApi) -> None:
    """By long polling the same health is told on the same port, once a poll has succeeded."""
    chosen = settings(api)
    status = addresses(chosen)[1]
    async with running("telegram", **chosen) as process, httpx.AsyncClient() as client:
        await api.push(question(api))
        await api.wait_for("sendMessage")
        ready = await client.get(f"{status}/readyz")
        assert (ready.status_code, ready.json()["obstacles"]) == (200, [])
        assert "whosaid_last_poll_seconds" in (await client.get(f"{status}/metrics")).text
        process.send_signal(signal.SIGTERM)
        assert (await ended(process))[0] == 0


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"WHOSAID_WEBHOOK_SECRET": ""}, "WHOSAID_WEBHOOK_SECRET is not set; make one", id="no secret"),
        pytest.param({"WHOSAID_WEBHOOK_SECRET": "short"}, "WHOSAID_WEBHOOK_SECRET holds no secret", id="short"),
        pytest.param({"WHOSAID_HOST": "192.0.2.1"}, "cannot listen on 192.0.2.1 port", id="foreign address"),
        pytest.param({"WHOSAID_STATUS_PORT": "70000"}, "WHOSAID_STATUS_PORT: ", id="no port"),
    ],
)
async def test_wrong_setting_ends_with_one_line(api: FakeBotApi, changed: dict[str, str], told: str) -> None:
    """A replica that cannot work as it is set ends with 78 and names the setting."""
    async with running("serve", **settings(api) | changed) as process:
        code, output = await ended(process)
    assert code == 78, output
    assert told in output.splitlines()[-1]
    assert "Traceback" not in output


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param("taken", "WHOSAID_WEBHOOK_PORT: cannot listen on 127.0.0.1 port", id="taken"),
        pytest.param("host", "cannot listen on no..where port", id="no such host"),
        pytest.param("equal", "WHOSAID_WEBHOOK_PORT and WHOSAID_STATUS_PORT are both", id="equal"),
    ],
)
async def test_wrong_port_is_told_before_telegram_is_asked(api: FakeBotApi, changed: str, told: str) -> None:
    """However long Telegram is away, a port that cannot be had ends the replica at once."""
    chosen = settings(api)
    port = chosen["WHOSAID_WEBHOOK_PORT"]
    changes = {"taken": {}, "host": {"WHOSAID_HOST": "no..where"}, "equal": {"WHOSAID_STATUS_PORT": port}}
    with socket.socket() as taken:
        if changed == "taken":
            taken.bind(("127.0.0.1", int(port)))
            taken.listen()
        async with running("serve", **chosen | changes[changed]) as process:
            code, output = await ended(process)
    assert code == 78, output
    assert told in output.splitlines()[-1]
    assert api.requests == []


async def test_refused_token_ends_the_replica(api: FakeBotApi) -> None:
    """A token that Telegram does not accept ends it with 78, and the token is not shown."""
    wrong = TOKEN[:-1] + "1"
    async with running("serve", **settings(api) | {"TELEGRAM_BOT_TOKEN": wrong}) as process:
        code, output = await ended(process)
    assert code == 78
    assert "TELEGRAM_BOT_TOKEN holds a token that" in output.splitlines()[-1]
    assert wrong not in output
    api.refused.clear()
