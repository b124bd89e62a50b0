"""The folder of another report to begin with: small, sound, and commented. Knows nothing of what it holds."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from knowledge.schema import SCHEMAS

TEMPLATE = Path(__file__).parent / "template"
_ID = "\nid: my-report "  # of the report; those of its records are indented
_MODELINE = "# yaml-language-server: $schema="


def scaffold(folder: Path) -> tuple[Path, ...]:
    """Write the files of a new report, and the schemas they name. Paths of the files, in order.

    The report's id is made of the folder's name.

    Raises `FileExistsError` where the folder is there and not empty; nothing is overwritten.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{str(folder)!r} is not empty; name a new folder")
    shutil.copytree(SCHEMAS, folder / SCHEMAS.name)
    written = []
    for file in sorted(TEMPLATE.rglob("*.yaml")):
        text = file.read_text(encoding="utf-8").replace(_ID, f"\nid: {_id(folder)} ")
        path = folder / file.relative_to(TEMPLATE)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace(f"{_MODELINE}../", _MODELINE, 1), encoding="utf-8")  # the schemas are nearer here
        written.append(path)
    return tuple(written)


def _id(folder: Path) -> str:
    """The folder's name as an id; "my-report" where it has no letter that ids are made of."""
    return "-".join(re.findall("[a-z0-9]+", folder.resolve().name.casefold()))[:40].strip("-") or "my-report"
