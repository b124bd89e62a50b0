"""Settings: where they come from, and the one line that names each mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_bot_api import TOKEN

from bot.settings import ConfigurationError, Settings, load_folder, load_settings

SECRET = "not:a-token-but-secret"


def test_token_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The token is the variable's value, whitespace around it dropped."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", f"  {TOKEN}\n")
    assert load_settings().bot_token().get_secret_value() == TOKEN


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{TOKEN}\n".encode(), id="newline"),
        pytest.param(b"\xef\xbb\xbf" + TOKEN.encode() + b"\r\n", id="written on Windows"),
    ],
)
def test_token_comes_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes) -> None:
    """The token is the file's content, whitespace and byte order mark dropped."""
    (tmp_path / "token").write_bytes(content)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN_FILE", str(tmp_path / "token"))
    assert load_settings().bot_token().get_secret_value() == TOKEN


def test_settings_come_from_dotenv(tmp_path: Path) -> None:
    """A .env in the working directory is read, and what is not ours in it is left alone."""
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nWHOSAID_KNOWLEDGE=reports/x\nOTHER=1\n")
    settings = load_settings()
    assert settings.bot_token().get_secret_value() == TOKEN
    assert settings.whosaid_knowledge == Path("reports/x")


def test_environment_wins_over_dotenv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the environment sets is not changed by .env."""
    (tmp_path / ".env").write_text("TELEGRAM_API_URL=http://from-file:1\n")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://from-environment:1")
    assert load_settings().telegram_api_url == "http://from-environment:1"


def test_nothing_set_is_fine_without_telegram() -> None:
    """Without any setting there are defaults: the terminal needs no configuration."""
    settings = load_settings()
    assert (settings.telegram_api_url, settings.whosaid_knowledge) == ("https://api.telegram.org", None)


def test_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compose passes unset variables as empty; that is not a second token."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN_FILE", "")
    assert load_settings().bot_token().get_secret_value() == TOKEN


def test_api_url_loses_its_last_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server may be written with a slash at the end."""
    monkeypatch.setenv("TELEGRAM_API_URL", "http://bot-api:8081/")
    assert load_settings().telegram_api_url == "http://bot-api:8081"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        pytest.param({}, "TELEGRAM_BOT_TOKEN is not set; get a token from @BotFather", id="neither"),
        pytest.param(
            {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_BOT_TOKEN_FILE": "/x"},
            "are both set; unset one",
            id="both",
        ),
        pytest.param({"TELEGRAM_BOT_TOKEN": SECRET}, "TELEGRAM_BOT_TOKEN holds no bot token", id="malformed"),
        pytest.param({"TELEGRAM_BOT_TOKEN": f'"{TOKEN}"'}, "without quotes", id="quoted"),
        pytest.param({"TELEGRAM_BOT_TOKEN": f"{TOKEN} {TOKEN}"}, "holds no bot token", id="twice"),
        pytest.param({"TELEGRAM_BOT_TOKEN": " \n"}, "TELEGRAM_BOT_TOKEN holds no bot token", id="blank"),
        pytest.param(
            {"TELEGRAM_BOT_TOKEN_FILE": "/nowhere/token"},
            "_FILE: cannot read '/nowhere/token' (No such file or directory); name a readable file",
            id="no such file",
        ),
        pytest.param({"TELEGRAM_BOT_TOKEN_FILE": "/"}, "(Is a directory)", id="a folder"),
        pytest.param({"TELEGRAM_API_URL": "api.telegram.org"}, "TELEGRAM_API_URL: not the address", id="no scheme"),
        pytest.param({"TELEGRAM_API_URL": "https://u:p@host"}, "TELEGRAM_API_URL: not the address", id="password"),
    ],
)
def test_mistake_is_one_line_without_the_value(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    """Each mistake names the setting and the cure in one line, and shows no secret."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as raised:
        load_settings().bot_token()
    message = str(raised.value)
    assert expected in message
    assert "\n" not in message
    assert TOKEN not in message
    assert SECRET not in message


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", "holds no bot token", id="empty"),
        pytest.param(SECRET.encode(), "holds no bot token", id="malformed"),
        pytest.param(b"\xff\xfe\x00" + SECRET.encode(), "it is not UTF-8 text", id="binary"),
    ],
)
def test_mistake_in_the_file_names_the_file_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes, expected: str
) -> None:
    """A file without a good token is TELEGRAM_BOT_TOKEN_FILE's fault, and none of it is shown."""
    (tmp_path / "token").write_bytes(content)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN_FILE", str(tmp_path / "token"))
    with pytest.raises(ConfigurationError, match=r"^TELEGRAM_BOT_TOKEN_FILE") as raised:
        load_settings().bot_token()
    assert expected in str(raised.value)
    assert SECRET not in str(raised.value)


def test_unreadable_dotenv_is_named(tmp_path: Path) -> None:
    """A .env that is not text is a mistake in one line, not a traceback."""
    (tmp_path / ".env").write_bytes(b"TELEGRAM_BOT_TOKEN=\xff\xff")
    with pytest.raises(ConfigurationError, match=r"^\.env cannot be read"):
        load_settings()


@pytest.mark.parametrize("line", ["give me the token", "=x", "TELEGRAM BOT TOKEN=1"])
def test_line_of_dotenv_that_is_no_setting_is_named(tmp_path: Path, line: str) -> None:
    """A line that cannot be read is told with its number and the cure, and not passed over."""
    (tmp_path / ".env").write_text(f"# mine\nexport OTHER='1'\n{line}\n")
    for read in (load_settings, load_folder):
        with pytest.raises(ConfigurationError, match=r"^\.env:3: this is no setting; write NAME=value") as raised:
            read()
        assert line not in str(raised.value)


def test_dotenv_that_is_a_folder_is_named(tmp_path: Path) -> None:
    """A folder of that name holds no setting, and whoever made it meant it to."""
    (tmp_path / ".env").mkdir()
    with pytest.raises(ConfigurationError, match=r"^\.env cannot be read \(Is a directory\)"):
        load_settings()


@pytest.mark.parametrize("in_file", [True, False], ids=[".env", "environment"])
@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("WHOSAID_OPERATOR", "WHOSAID_OPERATORS"),
        ("whosaid_log_levl", "WHOSAID_LOG_LEVEL"),
        ("TELEGRAM_BOT_TOKN", "TELEGRAM_BOT_TOKEN"),
    ],
)
def test_misspelt_name_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, meant: str, in_file: bool
) -> None:
    """A name that is nearly a setting's is no other program's; its value is not shown."""
    if in_file:
        (tmp_path / ".env").write_text(f"{name}=secret\n")
    else:
        monkeypatch.setenv(name, "secret")
    with pytest.raises(ConfigurationError) as raised:
        load_settings()
    assert str(raised.value) == f"{name.upper()} is no setting; write {meant}"


@pytest.mark.parametrize("sign", [":", ":=", "", "-="])
def test_secret_written_into_the_name_is_not_shown(tmp_path: Path, sign: str) -> None:
    """Where the = is missing or misplaced, the name holds the secret, and is near to the setting's if that is short."""
    (tmp_path / ".env").write_text(f"WHOSAID_WEBHOOK_SECRET{sign}qx7\n")
    with pytest.raises(ConfigurationError) as raised:
        load_settings().webhook_secrets()
    assert "qx7" not in str(raised.value).lower()


@pytest.mark.parametrize(
    "name", ["WHOSAID_DOMAIN", "WHOSAID_REPLICAS", "WHOSAID_PORT", "WHOSAID_SERVICE_HOST", "WHOSAID_PORT_80_TCP_ADDR"]
)
def test_names_of_compose_and_kubernetes_are_left_alone(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """What begins like a setting may be set by others: by deploy/, and in a cluster for each Service."""
    monkeypatch.setenv(name, "x")
    assert load_settings() == Settings()


@pytest.mark.parametrize("level", ["INFO", " Debug "])
def test_log_level_in_capitals_is_meant_all_the_same(monkeypatch: pytest.MonkeyPatch, level: str) -> None:
    """Other programs write it so."""
    monkeypatch.setenv("WHOSAID_LOG_LEVEL", level)
    assert load_settings().whosaid_log_level == level.strip().lower()


def test_settings_do_not_show_the_token() -> None:
    """Printing the settings shows no token."""
    assert TOKEN not in repr(Settings(telegram_bot_token=TOKEN))


def test_operators_are_numbers_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Operators are listed as people write lists; none is the default."""
    assert load_settings().whosaid_operators == frozenset()
    monkeypatch.setenv("WHOSAID_OPERATORS", " 42, 1234567890123 ")
    assert load_settings().whosaid_operators == {42, 1234567890123}


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("WHOSAID_OPERATORS", "42,@secret", "WHOSAID_OPERATORS: not the numbers of people"),
        ("WHOSAID_OPERATORS", "42,", "WHOSAID_OPERATORS: not the numbers of people"),
        ("WHOSAID_KEEP_DAYS", "0", "WHOSAID_KEEP_DAYS: too small; it is at least 1"),
        ("WHOSAID_LOG_LEVEL", "secret", "WHOSAID_LOG_LEVEL: .+; write 'debug', 'info' or 'warning'$"),
        ("WHOSAID_KEEP_DAYS", "secret", "WHOSAID_KEEP_DAYS: not a whole number; write it in digits"),
    ],
)
def test_wrong_value_is_named_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    """The line names the setting and what it has to be, without its value."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=message) as caught:
        load_settings()
    assert "secret" not in str(caught.value)


def test_database_is_no_part_of_any_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """A URL may hold a password: settings do not show it."""
    monkeypatch.setenv("WHOSAID_DATABASE", "postgresql://u:hunter2@host/x")
    assert "hunter2" not in repr(load_settings())


@pytest.mark.parametrize("url", ["valkey:6379", f"http://{SECRET}@valkey", "redis://"])
def test_wrong_redis_address_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """What is no address of a Redis is refused in a line that does not show the password it may hold."""
    monkeypatch.setenv("WHOSAID_REDIS_URL", url)
    with pytest.raises(ConfigurationError, match="WHOSAID_REDIS_URL: not the address of a Redis") as raised:
        load_settings()
    assert SECRET not in str(raised.value)
