"""What no output may hold: the token, what people wrote, who they are. Every test is watched for it."""

from __future__ import annotations

import io
import logging

from fake_bot_api import ME, TOKEN, WRITTEN
from pydantic import SecretStr
from talk import PERSON

from bot import metrics
from bot.logs import PrivateFormatter

LIBRARIES = ("bot", "knowledge", "telegram", "httpx", "httpcore", "asyncio", "uvicorn", "starlette", "redis")
SHORTEST = 12  # characters of a text that is looked for; a shorter one may stand in a log by chance
OURS = metrics.exposition().decode()  # as nobody has written yet: a text that stands here is no leak (fuzzing uses it)
PERSONAL = {TOKEN.partition(":")[2], *(str(PERSON[name]) for name in ("id", "first_name", "username"))}


class Watch:
    """Within `with`, keeps the log as the bot writes it, from DEBUG on and in both of its forms."""

    def __init__(self) -> None:
        self._log = io.StringIO()

    def __enter__(self) -> Watch:
        self._handlers = [logging.StreamHandler(self._log) for _ in range(2)]
        for as_json, handler in enumerate(self._handlers):
            handler.setFormatter(PrivateFormatter(SecretStr(TOKEN), as_json=bool(as_json)))
            logging.getLogger().addHandler(handler)
        return self

    def __exit__(self, *_: object) -> None:
        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)

    def leaked(self) -> set[str]:
        """Return what stands in the log or in the metrics and must not."""
        return leaks(self._log.getvalue() + metrics.exposition().decode())


def leaks(shown: str) -> set[str]:
    """Return what stands in this output and must not."""
    written = {text for text in WRITTEN if len(text) >= SHORTEST and text not in OURS}
    private = PERSONAL | written - {f"@{ME['username']}"}
    return {text for text in private if text in shown}
