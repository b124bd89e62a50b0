"""What the operator sets, read from the environment and from .env. Knows no Telegram and no base."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from dotenv.parser import Binding, parse_stream
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_TOKEN = re.compile(r"[0-9]{5,20}:[A-Za-z0-9_-]{30,80}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_REDIS = re.compile(r"(rediss?|unix)://[^\s]+")
_URL = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?")
_NEAR = 0.8  # likeness from which on a name is a misspelt one
Read = TypeVar("Read", bound=BaseSettings)


class ConfigurationError(Exception):
    """A setting is wrong. The message is one line that names the setting and the cure, never a secret."""


class FolderSetting(BaseSettings):
    """The one setting that counts without Telegram too, read alone: there no other may be wrong."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",  # .env may hold other programs' settings
        frozen=True,
        hide_input_in_errors=True,  # without it a malformed token is printed
    )

    whosaid_knowledge: Path | None = None


class Settings(FolderSetting):
    """Everything an operator can set. An empty variable counts as not set."""

    telegram_bot_token: SecretStr | None = None
    telegram_bot_token_file: Path | None = None
    telegram_api_url: str = "https://api.telegram.org"
    whosaid_database: SecretStr | None = None  # a URL may hold a password
    whosaid_keep_days: Annotated[int, Field(ge=1, le=3650)] = 90
    whosaid_operators: Annotated[frozenset[int], NoDecode] = frozenset()
    whosaid_host: str = "127.0.0.1"
    whosaid_webhook_port: int = Field(default=8080, ge=1, le=65_535)
    whosaid_status_port: int = Field(default=0, ge=0, le=65_535)
    whosaid_webhook_secret: SecretStr | None = None
    whosaid_webhook_secret_file: Path | None = None
    whosaid_redis_url: SecretStr | None = None  # may hold a password
    whosaid_log_level: Literal["debug", "info", "warning"] = "info"
    whosaid_take_over: bool = False

    def require(self, *needed: Callable[[], object]) -> None:
        """Raise one `ConfigurationError` for all that is wrong with what is needed, `bot_token` for instance."""
        wrong = []
        for each in needed:
            try:
                each()
            except ConfigurationError as error:
                wrong.append(str(error))
        if wrong:
            raise ConfigurationError("; ".join(wrong))

    @field_validator("telegram_api_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        url = url.strip().rstrip("/")
        if not _URL.fullmatch(url):
            raise ValueError("not the address of a Bot API server; write it like https://api.telegram.org")
        return url

    @field_validator("whosaid_operators", mode="before")
    @classmethod
    def _are_numbers(cls, operators: object) -> object:
        if not isinstance(operators, str):
            return operators
        ids = [each.strip() for each in operators.split(",")]
        if not all(each.isdecimal() for each in ids):
            raise ValueError("not the numbers of people; write them with commas between, like 123456,234567")
        return frozenset(map(int, ids))

    @field_validator("whosaid_log_level", mode="before")
    @classmethod
    def _is_a_word(cls, level: object) -> object:
        return level.strip().casefold() if isinstance(level, str) else level

    @field_validator("whosaid_redis_url")
    @classmethod
    def _is_a_redis(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None and not _REDIS.fullmatch(url.get_secret_value()):
            raise ValueError("not the address of a Redis or Valkey server; write it like redis://valkey:6379/0")
        return url

    def bot_token(self) -> SecretStr:
        """Return the token of the bot. Raises `ConfigurationError` unless just one is set, well formed."""
        if self.telegram_bot_token and self.telegram_bot_token_file:
            raise ConfigurationError(
                "TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN_FILE are both set; unset one (.env counts too)"
            )
        if self.telegram_bot_token_file:
            setting = "TELEGRAM_BOT_TOKEN_FILE"
            return _checked(setting, _content(setting, self.telegram_bot_token_file))
        if self.telegram_bot_token:
            return _checked("TELEGRAM_BOT_TOKEN", self.telegram_bot_token.get_secret_value())
        raise ConfigurationError(
            "TELEGRAM_BOT_TOKEN is not set; get a token from @BotFather and set it, in .env if you like, "
            "or set TELEGRAM_BOT_TOKEN_FILE to a file that holds it"
        )

    def webhook_secrets(self) -> tuple[SecretStr, ...]:
        """Return the secrets Telegram may send, the one to register first; at most two, while one replaces another.

        Raises `ConfigurationError` unless they are set in one place, well formed.
        """
        setting, file = "WHOSAID_WEBHOOK_SECRET", self.whosaid_webhook_secret_file
        if self.whosaid_webhook_secret and file:
            raise ConfigurationError(f"{setting} and {setting}_FILE are both set; unset one (.env counts too)")
        if file:
            setting = f"{setting}_FILE"
        given = self.whosaid_webhook_secret
        if not file and given is None:
            raise ConfigurationError(
                f"{setting} is not set; make one with: openssl rand -hex 32, and set it, or set {setting}_FILE to a "
                "file that holds it"
            )
        secrets = (_content(setting, file) if file else given.get_secret_value() if given else "").split()
        if not 1 <= len(secrets) <= 2 or not all(map(_SECRET.fullmatch, secrets)):
            raise ConfigurationError(
                f"{setting} holds no secret of 16 to 256 letters, digits, - and _ (or two, while one replaces the "
                "other); make one with: openssl rand -hex 32"
            )
        return tuple(map(SecretStr, secrets))


def load_settings() -> Settings:
    """Return the settings of the environment and .env. Raises `ConfigurationError` if one is wrong."""
    settings = _read(Settings)
    written = {line.key for line in _dotenv() if line.key and line.value is not None}  # without =, it may be a secret
    if wrong := list(_misspelt({name for name in {*os.environ, *written} if name.isidentifier()})):
        raise ConfigurationError("; ".join(wrong))
    return settings


def load_folder() -> Path | None:
    """Return the report's folder that is set, None if none is. Raises `ConfigurationError` if it is not there."""
    folder = _read(FolderSetting).whosaid_knowledge
    if folder and not folder.is_dir():
        raise ConfigurationError(f"WHOSAID_KNOWLEDGE: there is no folder {str(folder)!r}; name the folder of a report")
    return folder


def _misspelt(names: set[str]) -> Iterator[str]:
    """Names that are nearly a setting's. Any other is left alone: Compose and Kubernetes have names of their own."""
    known = [name.upper() for name in Settings.model_fields]
    for name in sorted({name.upper() for name in names} - set(known)):
        start, _, rest = name.partition("_")
        alike = [each.removeprefix(f"{start}_") for each in known if each.startswith(f"{start}_")]
        if near := get_close_matches(rest, alike, 1, _NEAR):
            yield f"{name} is no setting; write {start}_{near[0]}"


def _dotenv() -> tuple[Binding, ...]:
    """The lines of .env, of whatever program's settings; none without it."""
    file = Path(".env")
    return tuple(parse_stream(StringIO(file.read_text(encoding="utf-8")))) if file.exists() else ()


def _read(kind: type[Read]) -> Read:
    try:
        if unreadable := next((line for line in _dotenv() if line.error), None):
            place = f".env:{unreadable.original.line}"
            raise ConfigurationError(f"{place}: this is no setting; write NAME=value, or # before a comment")
        return kind()
    except ValidationError as error:
        wrong = error.errors(include_input=False, include_url=False)
        found = [f"{str(each['loc'][0]).upper()}: {_wrong(each)}" for each in wrong]
        raise ConfigurationError("; ".join(found)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f".env cannot be read ({_reason(error)}); make it readable UTF-8") from None


_CURES = {
    "literal_error": "none of the words that it may be; write {expected}",
    "bool_parsing": "neither on nor off; write 1 or 0",
    "int_parsing": "not a whole number; write it in digits",
    "greater_than_equal": "too small; it is at least {ge}",
    "less_than_equal": "too large; it is at most {le}",
}


def _wrong(fault: ErrorDetails) -> str:
    """What is wrong with a setting, and the cure."""
    cure = _CURES.get(fault["type"])
    return cure.format(**fault.get("ctx", {})) if cure else fault["msg"].replace("Value error, ", "")


def _content(setting: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")  # Windows editors put a mark before the first character
    except (OSError, ValueError) as error:
        raise ConfigurationError(
            f"{setting}: cannot read {str(path)!r} ({_reason(error)}); name a readable file that holds the secret"
        ) from None


def _reason(error: OSError | ValueError) -> str:
    """Why a file cannot be read, without a byte of what is in it."""
    return (error.strerror if isinstance(error, OSError) else None) or "it is not UTF-8 text"


def _checked(setting: str, token: str) -> SecretStr:
    token = token.strip()
    if not _TOKEN.fullmatch(token):
        raise ConfigurationError(
            f"{setting} holds no bot token (digits, a colon, then letters and digits, without quotes); "
            "copy it whole from @BotFather"
        )
    return SecretStr(token)
