"""The smallest valid folder of a report, with one change at a time: the YAML stands beside what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from knowledge import Base, BaseProblems, load_base

FILES = {
    "report.yaml": """\
id: storm
title: "Storm: roofs fly"
publisher: The Courier
byline: Staff
credit: Agencies
published: 1 May 2020
dated: Friday
event: the storm
url: https://example.org/storm
paragraphs: 3
subjects:
  - id: weather
    name: Weather
""",
    "sources.yaml": """\
sources:
  - id: report
    name: the report itself
    verb: says
    own_voice: true
  - id: mayor
    name: Mayor Quill
    verb: says
    aliases: [mayor, quill]
""",
    "outsiders.yaml": """\
outsiders:
  - name: the army
    aliases: [army]
""",
    "lexicon.yaml": """\
concepts:
  - id: storm
    words: [storm, gale]
""",
    "claims.yaml": """\
claims:
  - id: roofs
    chain: [report]
    paragraph: 1
    text: roofs were blown off
    quote: roofs fly
    about: [weather]
  - id: calm
    chain: [mayor]
    paragraph: 2
    text: it was calm
    quote: a calm night
    about: [weather]
""",
    "questions/storm.yaml": """\
topic: The storm
questions:
  - id: what
    question: What happened?
    phrasings: [what was it]
    claims: [roofs]
  - id: cost
    question: What did it cost?
    kind: not_stated
    missing: what it cost
""",
}
ARTICLE = """\
Storm: roofs fly

It was, said Mayor Quill, a calm night.
More to come.
"""

Change = tuple[str, str, str]  # file, what stands there exactly once, what is to stand there; "" for the end


def write(folder: Path, *changes: Change) -> Path:
    """Write the folder with these changes, and return it."""
    files = dict(FILES)
    for file, old, new in changes:
        text = files.get(file, "")
        assert old == "" or text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        files[file] = text.replace(old, new) if old else text + new
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def loaded(folder: Path, *changes: Change) -> Base:
    """Load the folder with these changes."""
    return load_base(write(folder, *changes))


def problems(folder: Path, *changes: Change, article: str | None = None) -> list[str]:
    """Return the problems of the folder with these changes, as they are printed."""
    return problems_in(write(folder, *changes), article)


def problems_in(folder: Path, article: str | None = None) -> list[str]:
    """Return the problems of a folder as it stands."""
    try:
        load_base(folder, article)
    except BaseProblems as error:
        return [str(problem) for problem in error.problems]
    return []
