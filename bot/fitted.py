"""The responder for a report's folder, kept between runs: fitting takes longer than all the rest of an answer.

It is kept in the user's cache (`$XDG_CACHE_HOME/whosaid`, else `~/.cache/whosaid`) under a name made of everything
it comes from: the folder's files, our code, the libraries and Python. Where nothing can be kept, it is fitted anew.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import knowledge
from knowledge import Responder, load_base

_BROKEN = (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, KeyError, TypeError, ValueError)
_ROOT = 0  # who builds an image; what root has kept is as trustworthy as root's Python
_KEPT = 3  # folders whose responders are kept, for those who work at several in turn

_log = logging.getLogger(__name__)


def responder_for(folder: Path) -> Responder:
    """The responder for the folder, kept or fitted now. Raises `BaseProblems` with every problem of the base."""
    kept = _place(folder)
    if kept and (responder := _read(kept)):
        return responder
    responder = Responder(load_base(folder))
    if kept:
        _write(kept, responder)
    return responder


def settle() -> None:
    """Let go of the responder used before, if any; the garbage collector looks no more at the one used from now on.

    A tenth of all time would otherwise go into looking through it again and again.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _place(folder: Path) -> Path | None:
    """Where the folder's responder is kept; None where this user has no cache, or a file cannot be read."""
    try:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
        return cache / "whosaid" / f"{_fingerprint(folder)}.pickle"
    except (OSError, RuntimeError):  # RuntimeError: this user has no home
        return None


def _fingerprint(folder: Path) -> str:
    """A name for everything the responder comes from: 40 hex digits."""
    found = hashlib.sha256("\n".join((sys.version, *_libraries())).encode())
    code = Path(knowledge.__file__).parent
    for root, pattern in ((code, "*.py"), (code, "*.yaml"), (folder, "*.yaml"), (folder / "questions", "*.yaml")):
        for file in sorted(root.glob(pattern)):
            content = file.read_bytes()
            found.update(f"{file.name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()[:40]


def _libraries() -> list[str]:
    """Every library installed, with its version, by the folder that says so: importlib.metadata is slow to import."""
    return sorted({folder.name for entry in sys.path for folder in Path(entry).glob("*.dist-info")})


def _read(kept: Path) -> Responder | None:
    """The responder that is kept, if it is whole and nobody else's work: pickle does what it is told to."""
    try:
        if hasattr(os, "getuid") and kept.stat().st_uid not in (_ROOT, os.getuid()):
            return None
        with _uncollected():
            responder = pickle.loads(kept.read_bytes())  # noqa: S301  # see above
    except OSError:
        return None
    except _BROKEN as error:
        _log.info("what was kept of the base cannot be used (%s); it is fitted anew", type(error).__name__)
        return None
    return responder if isinstance(responder, Responder) else None


def _write(kept: Path, responder: Responder) -> None:
    """Keep the responder, whole or not at all, and the newest others; a cache that cannot be written is none."""
    import tempfile  # slow to import, and seldom needed: a base is fitted once

    with suppress(OSError):
        content = pickle.dumps(responder, pickle.HIGHEST_PROTOCOL)
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # What a kill leaves of it has the suffix of what is kept, so that it goes as one of the old.
        with tempfile.NamedTemporaryFile(dir=kept.parent, suffix=".pickle", delete=False) as file:
            file.write(content)
        Path(file.name).replace(kept)
        newest = sorted(kept.parent.glob("*.pickle"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
        for old in newest[_KEPT:]:
            old.unlink()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector away from what is made: it would look at a hundred thousand objects many times."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
