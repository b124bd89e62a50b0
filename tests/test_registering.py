"""`whosaid webhook`: the step of deployment that tells Telegram where updates go."""

from __future__ import annotations

import pytest
from fake_bot_api import TOKEN, FakeBotApi, Fault
from faults import too_many
from processes import ended, running

from bot import texts
from bot.app import UPDATES
from bot.registering import CONNECTIONS

URL = "https://bot.example.org/webhook"
SECRETS = "the-new-secret-of-the-tests\nthe-old-secret-of-the-tests"


async def webhook(api: FakeBotApi, *arguments: str) -> tuple[int | None, str]:
    """Return the exit code and the output of `whosaid webhook` with these arguments."""
    chosen = {"TELEGRAM_API_URL": api.url, "WHOSAID_WEBHOOK_SECRET": SECRETS}
    async with running("webhook", *arguments, **chosen) as process:
        return await ended(process)


async def test_webhook_is_set_with_the_first_secret(api: FakeBotApi) -> None:
    """Telegram learns the address, the newest secret and the kinds of updates, loses none, and shows the menu."""
    assert await webhook(api, "set", URL) == (0, "Updates of @whosaid_bot go to bot.example.org from now on.\n")
    (request,) = api.sent("setWebhook")
    assert request.parameters == {
        "url": URL,
        "max_connections": CONNECTIONS,
        "allowed_updates": list(UPDATES),
        "drop_pending_updates": False,
        "secret_token": SECRETS.split()[0],
    }
    assert len(api.sent("setMyCommands")[0]["commands"]) == len(texts.COMMANDS)


async def test_webhook_is_deleted_and_nothing_dropped(api: FakeBotApi) -> None:
    """Deleting keeps what waits."""
    assert await webhook(api, "delete") == (0, "Updates of @whosaid_bot wait to be fetched by polling.\n")
    assert [request.parameters for request in api.sent("deleteWebhook")] == [{"drop_pending_updates": False}]


async def test_info_tells_where_updates_go(api: FakeBotApi) -> None:
    """Without a webhook and with one: where updates go and how many wait."""
    assert await webhook(api, "info") == (0, "No webhook is set; 0 updates wait to be fetched by polling.\n")
    api.webhook = URL
    assert await webhook(api, "info") == (0, "Updates go to bot.example.org; 0 wait.\n")


@pytest.mark.parametrize(
    "url", ["http://bot.example.org/webhook", "https://bot.example.org/", "bot.example.org/webhook", "https:///webhook"]
)
async def test_wrong_address_is_named(api: FakeBotApi, url: str) -> None:
    """An address that Telegram or the replicas cannot use is refused, before any request."""
    code, output = await webhook(api, "set", url)
    assert code == 78
    assert output == "whosaid: the webhook's address is not like https://bot.example.org/webhook; correct it\n"
    assert api.requests == []


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        pytest.param(
            Fault(400, "Bad Request: bad webhook: IP address is reserved"), 78, "ip address is reserved", id="bad"
        ),
        pytest.param(Fault(reset=True), 75, "did not do it", id="no connection"),
        pytest.param(Fault(502, body=b"<html>Bad Gateway</html>"), 75, "try again", id="away"),
        pytest.param(too_many(7), 75, "try again", id="too many"),
        pytest.param(Fault(401, "Unauthorized"), 78, "TELEGRAM_BOT_TOKEN holds a token that", id="token"),
    ],
)
async def test_refusal_is_one_line(api: FakeBotApi, fault: Fault, code: int, told: str) -> None:
    """What Telegram refuses is told in one line, without the token; the code says whether to correct or to repeat."""
    api.fail("setWebhook", fault)
    ended_with, output = await webhook(api, "set", URL)
    assert (ended_with, len(output.splitlines())) == (code, 1)
    assert told in output
    assert TOKEN not in output
