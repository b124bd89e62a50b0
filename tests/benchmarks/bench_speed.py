"""How fast and how big: every figure beside the call it is compared with, in one run.

    .venv/bin/pytest tests/benchmarks/bench_speed.py --benchmark-columns=median,rounds --benchmark-group-by=group

In each group the number in brackets is the ratio to the fastest of the group.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rapidfuzz import fuzz, process

from bot.fitted import responder_for
from knowledge import SHIPPED, Base, Responder, load_base
from knowledge.models import Entry

ENTRIES = 150
ROUNDS = 200
WHOSAID = ("-m", "bot.cli", "ask", "who says US soldiers were hurt?")
IMPORTS = ("-c", "import pydantic, rapidfuzz, yaml, typer")


@cache
def grown(phrasings: int) -> Base:
    """A base of 150 entries with this many phrasings altogether, each a shipped one with words swapped and mistyped."""
    chance = random.Random(phrasings)  # noqa: S311  # no secret
    base = load_base()
    entries = [entry for entry in base.entries if entry.kind != "small_talk"][:ENTRIES]
    topic = base.topics[0].model_copy(
        update={"questions": tuple(_varied(entry, phrasings // ENTRIES, chance) for entry in entries)}
    )
    return replace(base, topics=(topic,))


def _varied(entry: Entry, count: int, chance: random.Random) -> Entry:
    found: dict[str, None] = {}
    while len(found) < count:
        words = chance.choice(entry.phrasings).split()
        if len(words) > 1:
            place = chance.randrange(len(words) - 1)
            words[place], words[place + 1] = words[place + 1], words[place]
        place = chance.randrange(len(words))
        cut = chance.randrange(len(words[place]))
        words[place] = words[place][:cut] + chance.choice("aeinrst") + words[place][cut + 1 :]
        found[" ".join(words)] = None
    return entry.model_copy(update={"phrasings": tuple(found), "related": ()})


def questions(base: Base) -> Iterator[str]:
    """Questions without end, none twice in a row and none a phrasing of the base."""
    return cycle(f"{phrasing}, please" for entry in base.entries for phrasing in entry.phrasings[:2])


def ask(benchmark: BenchmarkFixture, base: Base, call: Callable[[str], Any]) -> None:
    """Time one call a round, each with another question."""
    asked = questions(base)
    benchmark.pedantic(call, setup=lambda: ((next(asked),), {}), rounds=ROUNDS, warmup_rounds=5)


def nearest(base: Base) -> Callable[[str], Any]:
    """The call every answer is measured against: rapidfuzz's own search over the same phrasings."""
    choices = [phrasing for entry in base.entries for phrasing in (entry.question, *entry.phrasings)]
    return lambda question: process.extractOne(question, choices, scorer=fuzz.WRatio)


SIZES = [pytest.param(0, id="shipped"), pytest.param(1_500, id="1500"), pytest.param(15_000, id="15000")]


@pytest.mark.parametrize("size", SIZES)
def test_an_answer(benchmark: BenchmarkFixture, size: int) -> None:
    """One answer, from understanding to statements."""
    benchmark.group = f"a question, base {size or 'shipped'}"
    base = grown(size) if size else load_base()
    ask(benchmark, base, Responder(base).answer)


@pytest.mark.parametrize("size", SIZES)
def test_the_search_it_is_compared_with(benchmark: BenchmarkFixture, size: int) -> None:
    """One `extractOne` with `WRatio` over the same phrasings."""
    benchmark.group = f"a question, base {size or 'shipped'}"
    base = grown(size) if size else load_base()
    ask(benchmark, base, nearest(base))


@pytest.mark.parametrize(
    "get", [responder_for, lambda folder: Responder(load_base(folder))], ids=["kept", "fitted anew"]
)
def test_loading_and_fitting(benchmark: BenchmarkFixture, get: Callable[[Path], Responder]) -> None:
    """From the files to a responder."""
    benchmark.group = "the shipped base, ready to answer"
    benchmark.pedantic(lambda: get(SHIPPED), rounds=10, warmup_rounds=1)


@pytest.mark.parametrize(
    "arguments", [pytest.param(WHOSAID, id="whosaid ask"), pytest.param(IMPORTS, id="imports alone")]
)
def test_a_whole_process(benchmark: BenchmarkFixture, arguments: tuple[str, ...], tmp_path: Path) -> None:
    """`whosaid ask`, beside Python importing the libraries it cannot do without; and its memory.

    Both have the bytecode of their modules, as pip leaves them, whatever this environment does with it.
    """
    benchmark.group = "a whole process"
    command = [sys.executable, *arguments]
    written = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env = written | {"PYTHONPYCACHEPREFIX": str(tmp_path)}
    run = partial(subprocess.run, command, check=True, capture_output=True, env=env)
    benchmark.pedantic(run, rounds=10, warmup_rounds=1)
    benchmark.extra_info["largest process so far, MB"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
