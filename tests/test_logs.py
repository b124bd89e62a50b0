"""Logs: no token in any byte, and nothing a person wrote."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import re
from collections.abc import Iterator

import httpx
import pytest
from fake_bot_api import TOKEN
from faults import Fault
from leaks import Watch
from pydantic import SecretStr
from talk import PERSON, Talk
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot import metrics
from bot.logs import PrivateFormatter, described, set_up_logging
from knowledge import Responder

HALF = TOKEN.partition(":")[2]
WRITTEN = "Zaphod's unmistakable private words"
GARBLED = f'{{"ok": true, "result": [{{"update_id": 1, "message": {{"text": "{WRITTEN}"}}}}]}}'.encode()


@pytest.fixture
def formatter() -> PrivateFormatter:
    """Return the formatter for the token of the tests."""
    return PrivateFormatter(SecretStr(TOKEN))


@pytest.fixture
def _logging_restored() -> Iterator[None]:
    """Leave the process's logging as it was."""
    root = logging.getLogger()
    kept = root.handlers[:], root.level, logging.raiseExceptions
    levels = {name: logging.getLogger(name).level for name in ("httpx", "httpcore")}
    root.handlers = []  # pytest's own are not to be closed by the set-up
    yield
    root.handlers, root.level, logging.raiseExceptions = kept
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def record(
    error: BaseException | None = None, name: str = "bot.x", text: str = "x", *args: object
) -> logging.LogRecord:
    """Return a log record, with this error as what was raised."""
    raised = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(name, logging.ERROR, __file__, 1, text, args, raised)


def caught(*errors: Exception) -> BaseException:
    """Return the last of these errors, raised from the ones before it."""
    try:
        for before, error in zip((None, *errors), errors, strict=False):
            try:
                raise error from before
            except type(error):
                if error is errors[-1]:
                    raise
    except Exception as last:
        return last
    raise AssertionError


@pytest.mark.parametrize(
    "text",
    [TOKEN, f"https://api.telegram.org/bot{TOKEN}/getMe", TOKEN.replace(":", "%3A"), "987654321:" + "x" * 35],
    ids=["bare", "in a URL", "percent-encoded", "another bot's"],
)
def test_token_is_redacted_in_messages(formatter: PrivateFormatter, text: str) -> None:
    """No token, ours or another, stands in a formatted line."""
    line = formatter.format(record(None, "bot.x", "calling %s", text))
    assert HALF not in line
    assert "x" * 35 not in line
    assert "<token>" in line


def test_token_is_redacted_in_tracebacks(formatter: PrivateFormatter) -> None:
    """A token in an exception's message is redacted, and so is a traceback formatted elsewhere before."""
    found = record(caught(BadRequest(f"no such bot {TOKEN}")))
    logging.Formatter().format(found)  # leaves its traceback in the record, as a second handler does
    text = formatter.format(found)
    assert HALF not in text
    assert "BadRequest: no such bot <token>" in text.replace("No", "no")


def test_rejected_token_is_one_line(formatter: PrivateFormatter) -> None:
    """A token refused by Telegram needs no frames of a library to be understood."""
    text = formatter.format(record(caught(InvalidToken(), InvalidToken(f"The token `{TOKEN}` was rejected."))))
    assert text.splitlines()[1:] == ["InvalidToken (InvalidToken)"]


@pytest.mark.parametrize(
    "errors",
    [
        pytest.param((KeyError(WRITTEN),), id="our bug"),
        pytest.param((ValueError(WRITTEN), NetworkError(f"Unknown error: {WRITTEN}")), id="wrapped by the library"),
        pytest.param((ValueError(WRITTEN), KeyError(WRITTEN), RuntimeError(WRITTEN)), id="chain"),
    ],
)
def test_traceback_tells_where_but_quotes_nobody(formatter: PrivateFormatter, errors: tuple[Exception, ...]) -> None:
    """A traceback names places and types; messages of exceptions may hold a person's words and go."""
    text = formatter.format(record(caught(*errors)))
    assert WRITTEN not in text
    assert "in caught" in text
    assert [line for line in text.splitlines() if re.match(r"\w+Error", line)] != []


def test_context_of_an_exception_is_told(formatter: PrivateFormatter) -> None:
    """An exception raised while another was handled shows both, the first one first."""
    try:
        try:
            raise KeyError(WRITTEN)
        except KeyError:
            raise RuntimeError(WRITTEN)  # noqa: B904 - that is the case tested
    except RuntimeError as error:
        text = formatter.format(record(error))
    assert text.index("KeyError") < text.index("RuntimeError")
    assert WRITTEN not in text


def test_libraries_log_their_template_only(formatter: PrivateFormatter) -> None:
    """Arguments of a library's record, and lines after its first, may hold whole updates and are left out."""
    line = formatter.format(record(None, "telegram.ext.Application", f"Processing update %s\nwith {WRITTEN}", WRITTEN))
    assert "Processing update %s" in line
    assert "telegram.ext.Application" in line
    assert WRITTEN not in line


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (BadRequest("Chat not found"), "BadRequest: Chat not found"),
        (KeyError(WRITTEN), "KeyError"),
        (
            caught(httpx.ConnectError("x"), NetworkError("httpx.ConnectError: x")),
            "NetworkError (ConnectError)",
        ),
    ],
    ids=["Telegram's", "ours", "with a cause"],
)
def test_error_is_described_in_a_line(error: BaseException, expected: str) -> None:
    """A description gives the type, the cause's type, and Telegram's own words only."""
    assert described(error) == expected


@pytest.mark.usefixtures("_logging_restored")
def test_log_is_readable_on_a_terminal_and_json_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a line is text; in a container it is one JSON object, whatever the message holds."""
    for terminal in (True, False):
        written = io.StringIO()
        monkeypatch.setattr(written, "isatty", lambda terminal=terminal: terminal)
        monkeypatch.setattr("sys.stderr", written)
        set_up_logging(SecretStr(TOKEN), "debug".upper())
        logging.getLogger("bot.x").debug('two\nlines and "%s"', "\ud800")
        assert written.getvalue().startswith("{") is not terminal
        if not terminal:
            line = json.loads(written.getvalue())
            assert (line["event"], line["level"], line["logger"]) == ('two\nlines and "\ud800"', "debug", "bot.x")


def test_only_known_facts_are_shown(formatter: PrivateFormatter) -> None:
    """What a line carries beside its text is shown only where it is one of the known facts."""
    found = record(None, "bot.x", "handled")
    vars(found).update(outcome="answer", person=WRITTEN)
    line = formatter.format(found)
    assert "outcome=answer" in line
    assert WRITTEN not in line


async def receive_garbled(talk: Talk) -> None:
    """Let the library fail on updates cut short, on malformed ones, and on a token that is not accepted."""
    talk.api.fail("getUpdates", Fault(200, body=f'{{"ok": true, "result": [{{"{WRITTEN}'.encode()))
    with pytest.raises(Exception, match="Invalid server response"):
        await talk.application.bot.get_updates()
    talk.api.fail("getUpdates", Fault(200, body=GARBLED))
    with pytest.raises(KeyError):
        await talk.application.bot.get_updates()
    with pytest.raises(InvalidToken):
        async with Bot(TOKEN[:-1] + "1", base_url=f"{talk.api.url}/bot"):
            pass
    talk.api.refused.clear()  # the refusal of the other bot's token


@pytest.mark.usefixtures("_logging_restored")
async def test_no_log_at_any_level_holds_token_text_or_name(
    talk: Talk, responder: Responder, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At DEBUG, with answers, faults, garbled replies and a bug: no token, no text, no name of a person."""
    set_up_logging(SecretStr(TOKEN), logging.DEBUG)
    asyncio.get_running_loop().set_debug(True)
    await talk.say(WRITTEN)
    await talk.send(caption=WRITTEN, photo=[{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}])
    await talk.say("How many people were hurt?")
    await talk.press("q:why")
    talk.api.fail("sendMessage", Fault(400, "Bad Request: chat not found"), Fault(502, body=b"<html>bad gateway"))
    await talk.say(WRITTEN)
    await receive_garbled(talk)

    def fail(*_: object, **__: object) -> None:
        raise KeyError(WRITTEN)

    monkeypatch.setattr(responder, "answer", fail)
    await talk.say(WRITTEN)
    output = "".join(capfd.readouterr())
    lines = [json.loads(line) for line in output.splitlines()]  # standard error is no terminal here
    (answered,) = [line for line in lines if line.get("entry") == "how-many-hurt"]
    assert (answered["event"], answered["kind"], answered["chat"]) == ("handled", "message", "private")
    assert (answered["update"], answered["outcome"]) == (3, "answer")
    assert answered["score"] > 0
    assert answered["ms"] > 0
    (bug,) = [line for line in lines if line["event"] == f"update {talk.api.last_update_id} failed"]
    assert bug["update"] == talk.api.last_update_id
    assert bug["exception"].endswith("KeyError")
    assert "telegram.Bot" in output, "the libraries are heard at this level, or this test proves nothing"
    for private in (HALF, WRITTEN, str(PERSON["first_name"]), str(PERSON["username"])):
        assert private not in output


def test_the_watch_over_every_test_sees_a_leak(monkeypatch: pytest.MonkeyPatch) -> None:
    """What every test is watched for would be seen: a text in a line of ours, a token in a label."""
    with monkeypatch.context() as written, Watch() as watch:
        written.setattr("leaks.WRITTEN", {"a text that somebody wrote"})
        logging.getLogger("bot.x").debug("asked: %s", "a text that somebody wrote")
        assert watch.leaked() == {"a text that somebody wrote"}
    metrics.UPDATES.labels(HALF).inc()
    assert Watch().leaked() == {HALF}
    metrics.UPDATES.remove(HALF)
