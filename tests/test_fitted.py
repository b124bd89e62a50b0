"""The responder kept between runs: used for just what it was made of, and never in the way."""

from __future__ import annotations

import logging
import os
import pickle
from pathlib import Path

import pytest
from small_folder import write

from bot import fitted
from bot.fitted import responder_for
from knowledge import BaseProblems, Responder, load_base
from knowledge.wording import plain


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the smallest valid folder, beside a cache that is empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write(tmp_path / "report")


@pytest.fixture
def fits(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Record each folder that is read to be fitted."""
    read: list[Path] = []
    monkeypatch.setattr(fitted, "load_base", lambda folder: read.append(folder) or load_base(folder))
    return read


def killed_at_once(*_: Path) -> None:
    """End as a kill does, with nothing put away."""
    raise KeyboardInterrupt


def kept(folder: Path) -> list[Path]:
    """Return what is kept beside the folder."""
    return sorted((folder.parent / "cache" / "whosaid").glob("*"))


def test_it_is_fitted_once(folder: Path, fits: list[Path]) -> None:
    """The second time the kept one answers, in the same words."""
    first, second = responder_for(folder), responder_for(folder)
    assert fits == [folder]
    for question in ("who says it was calm?", "helo", "what is the best recipe?"):
        assert plain(second.answer(question)) == plain(first.answer(question))


def test_a_changed_file_is_fitted_anew(folder: Path, fits: list[Path]) -> None:
    """After any change of the folder nothing old answers."""
    old = responder_for(folder).base.version
    file = folder / "lexicon.yaml"
    file.write_text(file.read_text() + "\n# one more line\n")
    assert responder_for(folder).base.version != old
    assert len(fits) == 2


def test_folders_used_in_turn_are_fitted_once_each(folder: Path, fits: list[Path], tmp_path: Path) -> None:
    """Three are kept, the newest; one more and the oldest of them is fitted anew."""
    folders = [folder, *(write(tmp_path / name, ("report.yaml", "id: storm", f"id: {name}")) for name in "abc")]
    for _ in range(2):
        assert [responder_for(each).base.report.id for each in folders[:3]] == ["storm", "a", "b"]
    assert fits == folders[:3]
    first = kept(folder)
    responder_for(folders[3])
    assert len(kept(folder)) == 3
    assert len(set(kept(folder)) - set(first)) == 1
    for each in (*folders[1:], folder):
        responder_for(each)
    assert fits == [*folders, folder]


def test_what_a_killed_process_left_goes_with_the_old(
    folder: Path, fits: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at the worst moment again and again, it leaves no more than is kept anyway, and nothing that answers."""
    folders = [folder, *(write(tmp_path / name, ("report.yaml", "id: storm", f"id: {name}")) for name in "abcd")]
    with monkeypatch.context() as killed:
        killed.setattr(Path, "replace", killed_at_once)
        for each in folders:
            with pytest.raises(KeyboardInterrupt):
                responder_for(each)
    assert len(kept(folder)) == 5
    assert responder_for(folder).base.report.id == "storm"
    assert len(kept(folder)) == 3
    responder_for(folder)
    assert len(fits) == 6


def test_with_another_library_it_is_fitted_anew(
    folder: Path, fits: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version of a library may read or fit otherwise, so nothing kept with the old one answers."""
    responder_for(folder)
    (folder.parent / "libraries" / "text2num-99.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(folder.parent / "libraries")
    responder_for(folder)
    assert len(fits) == 2


def test_a_wrong_folder_is_reported(folder: Path) -> None:
    """A kept responder hides no problem of the folder as it is now."""
    responder_for(folder)
    (folder / "claims.yaml").write_text("claims: []\n")
    with pytest.raises(BaseProblems):
        responder_for(folder)


@pytest.mark.parametrize(
    "content",
    [b"", b"not a pickle", pickle.dumps("something else"), b"\x80\x04\x95"],
    ids=["empty", "text", "other", "cut"],
)
def test_what_is_broken_is_fitted_anew(
    folder: Path, fits: list[Path], content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """A kept file that holds no responder is replaced."""
    caplog.set_level(logging.INFO)
    responder_for(folder)
    (file,) = kept(folder)
    file.write_bytes(content)
    assert isinstance(responder_for(folder), Responder)
    assert len(fits) == 2
    assert "not a pickle" not in caplog.text
    responder_for(folder)
    assert len(fits) == 2


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a file away")
def test_what_another_user_keeps_is_not_read(folder: Path, fits: list[Path]) -> None:
    """A file of somebody else is not trusted."""
    responder_for(folder)
    (file,) = kept(folder)
    os.chown(file, 12345, 12345)
    responder_for(folder)
    assert len(fits) == 2


def test_without_a_cache_it_works(folder: Path, fits: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written, and where there is no home, each run fits anew."""
    cache = folder.parent / "cache"
    cache.write_text("a file, not a folder")
    assert isinstance(responder_for(folder), Responder)
    monkeypatch.setenv("XDG_CACHE_HOME", "~nobody-of-this-name/cache")
    assert isinstance(responder_for(folder), Responder)
    assert len(fits) == 2
