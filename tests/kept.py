"""What the database of a test holds."""

from __future__ import annotations

from pathlib import Path

from bot.misses import Store
from bot.settings import Settings


def database(settings: Settings) -> str:
    """Return the path of the database."""
    assert settings.whosaid_database is not None
    return settings.whosaid_database.get_secret_value()


def content(settings: Settings) -> bytes:
    """Return every byte of the database."""
    return Path(database(settings)).read_bytes()


def names_in(folder: Path) -> list[str]:
    """Return the names of the files in a folder."""
    return [path.name for path in folder.iterdir()]


def kept_in(settings: Settings) -> list[tuple[str, str, str, float]]:
    """Return kind, text, entry and score of what the database holds."""
    store = Store(database(settings))
    kept = [(miss.kind, miss.text, miss.entry, miss.score) for miss in store.all()]
    store.close()
    return kept
