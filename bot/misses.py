"""What was not answered well, in a database: plain text, matched entry, score, day. Knows no person and no chat."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from sqlalchemy import URL, Column, Date, Float, Integer, MetaData, String, Table, create_engine, delete, insert, select
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.settings import ConfigurationError
from knowledge.text import clean

Kind = Literal["miss", "none", "down", "up"]
DatabaseError = SQLAlchemyError  # what any method of `Store` may raise

_LONGEST = 500
_SQLITE = b"SQLite format 3\0"  # what a file of its begins with, unless it is empty
_TABLE = Table(
    "misses",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("kind", String(4), nullable=False),
    Column("text", String(_LONGEST), nullable=False),
    Column("entry", String(40), nullable=False),
    Column("score", Float, nullable=False),
    Column("day", Date, nullable=False, index=True),
)
_PERSONAL = re.compile(
    r"\S*@\S+"  # an address, a name on Telegram
    r"|\S+://\S+|www\.\S+|\S+\.\w{2,}/\S*"  # a link
    r"|\+?(?:\d[\s().-]*){7,}"  # a telephone, card or account number
)


@dataclass(frozen=True)
class Miss:
    """A question not understood ("miss") or meaning "none" of those offered, an answer marked down, or one marked up.

    `text` is plain, see `plain`, and empty for "up" and where a button was answered; `entry` is the one that
    answered or came closest, empty without; `score` 0 to 100.
    """

    kind: Kind
    text: str
    entry: str
    score: float
    day: date


def plain(text: str) -> str:
    """The text in small letters, without addresses, links, names on Telegram and long numbers; empty without a word."""
    kept = " ".join(_PERSONAL.sub(" ", clean(text).casefold()).split())[:_LONGEST]
    return kept if any(map(str.isalnum, kept)) else ""


class Store:
    """The table in an SQLite file, or wherever a URL of SQLAlchemy's leads. Its methods wait for the database."""

    def __init__(self, database: str) -> None:
        """Raises `ConfigurationError` for a URL or path that leads nowhere; connects only when it is first used."""
        try:
            self._engine = create_engine(database if "://" in database else f"sqlite:///{database}")
        except (ArgumentError, ImportError) as error:  # never its message: a URL may hold a password
            raise ConfigurationError(
                f"WHOSAID_DATABASE cannot be used ({type(error).__name__}); set the path of a file, or a URL "
                "like postgresql+psycopg://user@host/name whose driver is installed"
            ) from None
        self._file = _file_of(self._engine.url)
        if self._file:
            _require_file_of_sqlite(self._file)
        self._ready = False

    def add(self, miss: Miss) -> None:
        """Keep one."""
        self._prepare()
        with self._engine.begin() as connection:
            connection.execute(insert(_TABLE), asdict(miss))

    def purge(self, today: date, keep_days: int) -> None:
        """Delete what is older than so many days."""
        self._prepare()
        with self._engine.begin() as connection:
            connection.execute(delete(_TABLE).where(_TABLE.c.day < today - timedelta(days=keep_days)))

    def all(self) -> tuple[Miss, ...]:
        """Everything kept, oldest first."""
        self._prepare()
        with self._engine.begin() as connection:
            rows = connection.execute(select(_TABLE).order_by(_TABLE.c.day, _TABLE.c.id))
            return tuple(Miss(row.kind, row.text, row.entry, row.score, row.day) for row in rows)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def _prepare(self) -> None:
        if not self._ready:
            if self._file:
                with suppress(OSError):  # then SQLite says what is wrong
                    self._file.touch(0o600)  # it holds what people wrote: not for other users
            _TABLE.create(self._engine, checkfirst=True)
            self._ready = True


def _file_of(url: URL) -> Path | None:
    """The file of SQLite's that is named; None for one in memory, a URI, or another database."""
    name = url.database or ""
    own = url.get_backend_name() != "sqlite" or not name or name.startswith((":memory:", "file:"))
    return None if own else Path(name)


def _require_file_of_sqlite(file: Path) -> None:
    """Raise `ConfigurationError` where SQLite could not make or use the file."""
    if file.is_file():
        try:
            with file.open("rb") as begun:
                found = begun.read(len(_SQLITE))
        except OSError as error:
            cure = "let the user who runs this read and write it"
            raise ConfigurationError(
                f"WHOSAID_DATABASE: {str(file)!r} cannot be read ({error.strerror}); {cure}"
            ) from None
        if found not in (b"", _SQLITE):
            raise ConfigurationError(
                f"WHOSAID_DATABASE: {str(file)!r} is no file of SQLite's; name another, or a new one"
            )
    elif not file.exists():
        _require_place_for(file)


def _require_place_for(file: Path) -> None:
    folder = file.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        what = "is not writable; make it so" if folder.is_dir() else "does not exist; make it"
        raise ConfigurationError(
            f"WHOSAID_DATABASE: the folder {str(folder)!r} {what} for the user who runs the bot, or name another"
        )
