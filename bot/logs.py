"""Logging that holds no token and nothing a person wrote. Knows no handler and no answer."""

from __future__ import annotations

import copy
import logging
import re
import sys
import traceback
from types import TracebackType

import structlog
from pydantic import SecretStr
from structlog import contextvars, dev, processors, stdlib
from telegram.error import InvalidToken, TelegramError

FACTS = ("outcome", "entry", "score", "ms")  # what a line of ours may carry in `extra`; the rest is dropped
_ANY_TOKEN = re.compile(r"[0-9]{5,20}:[A-Za-z0-9_-]{30,80}")
_OURS = ("bot", "knowledge")
_HIDDEN = "<token>"
_Raised = tuple[type[BaseException], BaseException, TracebackType | None]  # what logging calls exc_info


def set_up_logging(token: SecretStr, level: int | str = logging.INFO) -> None:
    """Log to standard error from now on, without the token and without what people write.

    Readable on a terminal, one JSON object a line everywhere else.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(PrivateFormatter(token, as_json=not sys.stderr.isatty()))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.raiseExceptions = False  # a record that cannot be formatted would be printed with its arguments
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)  # a traceback for each error page
    for library in ("httpx", "httpcore"):
        logging.getLogger(library).setLevel(logging.WARNING)  # a line for each request, with the token in it


class PrivateFormatter(stdlib.ProcessorFormatter):
    """Formats records without secrets and without what people wrote.

    The token is taken out of the finished text, traceback included. Of a library's record only the first line
    of its template is shown: its arguments hold whole updates.
    """

    def __init__(self, token: SecretStr, as_json: bool = False) -> None:
        shown: list[structlog.typing.Processor] = [
            stdlib.ProcessorFormatter.remove_processors_meta,
            processors.ExceptionRenderer(_told),
            processors.JSONRenderer()
            if as_json
            else dev.ConsoleRenderer(colors=False, exception_formatter=dev.plain_traceback, sort_keys=False),
        ]
        known: list[structlog.typing.Processor] = [
            contextvars.merge_contextvars,
            stdlib.add_logger_name,
            stdlib.add_log_level,
            stdlib.ExtraAdder(FACTS),
            processors.TimeStamper("iso"),
        ]
        super().__init__(processors=shown, foreign_pre_chain=known)
        whole = token.get_secret_value()
        self._secrets = (
            whole,
            whole.partition(":")[2],
        )  # in a URL the colon may be "%3A"

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text that may be read by anyone."""
        record = copy.copy(record)
        record.exc_text = None  # another handler's formatter may have left its own traceback here
        if record.name.partition(".")[0] not in _OURS:
            record.msg, record.args = str(record.msg).partition("\n")[0], None
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return _ANY_TOKEN.sub(_HIDDEN, text)


def _told(exc_info: _Raised) -> str:
    """Where each exception of the chain was raised, the cause first, and what it is: see `described`."""
    chain: list[BaseException] = []
    error: BaseException | None = exc_info[1]
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if any(isinstance(error, InvalidToken) for error in chain):
        return described(chain[0])  # the operator's mistake: the frames of a library explain nothing
    return "\n".join(_located(error) for error in reversed(chain))


def _located(error: BaseException) -> str:
    return "".join(traceback.format_tb(error.__traceback__)) + described(error)


def described(error: BaseException) -> str:
    """Name the type of the error and of its cause, and give the message if Telegram itself wrote it.

    Any other message may quote what a person wrote: a `KeyError` its key, a `UnicodeEncodeError` all the
    text. python-telegram-bot puts the cause's message into its own, hence none where there is a cause.
    """
    name = type(error).__qualname__
    if error.__cause__ is not None:
        return f"{name} ({type(error.__cause__).__qualname__})"
    return f"{name}: {error}" if isinstance(error, TelegramError) else name
