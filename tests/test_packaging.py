"""What is shipped: the pinned lists, the wheel, the image's instructions and how it is run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
LISTS = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "requirements-build.txt": PROJECT["build-system"]["requires"],
}
FILES = ("Dockerfile", ".dockerignore", "deploy/compose.yaml", ".ci/run", "README.md", "pyproject.toml", *LISTS)
PIN = re.compile(r"([a-z0-9-]+)==(\S+)( +--hash=sha256:[0-9a-f]{64})+ *")
PIP = re.compile(r"\bpip .*install ")
TRACES = re.compile(r"pypi|pythonhosted|index-url|find-links|trusted-host|file://|/work/|/root/|/home/")


def pins(name: str) -> dict[str, str]:
    """Return the versions pinned in a list. Fails on a line that is not one version with its hashes."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if not line.strip().startswith("#")]
    found = [match for match in map(PIN.fullmatch, lines) if match]
    assert len(found) == len(lines)
    return {match[1]: match[2] for match in found}


def instructions(name: str) -> list[str]:
    """Return the arguments of every such instruction of the Dockerfile, in order."""
    return re.findall(rf"^{name} +(.+?) *$", DOCKERFILE, re.M)


@pytest.mark.parametrize(("name", "wanted"), LISTS.items(), ids=LISTS)
def test_requirements_are_pinned_by_hash(name: str, wanted: list[str]) -> None:
    """Each dependency is pinned, by hash, at a version the project allows; if not, compile the list again."""
    pinned = pins(name)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("name", FILES)
def test_no_file_names_a_registry_or_a_machine(name: str) -> None:
    """Whoever installs chooses the package index; no path of the machine it was written on is left."""
    assert TRACES.findall((ROOT / name).read_text(encoding="utf-8")) == []


def test_the_wheel_holds_the_shipped_report(tmp_path: Path) -> None:
    """The wheel, built without network, carries all data of the shipped report, the command, and no tests."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - the arguments are ours
    (path,) = tmp_path.glob("*.whl")
    with ZipFile(path) as wheel:
        names = set(wheel.namelist())
    data = {
        str(file.relative_to(ROOT)) for kind in ("yaml", "json") for file in (ROOT / "knowledge").rglob(f"*.{kind}")
    }
    metadata = f"whosaid-{PROJECT['project']['version']}.dist-info"
    assert data
    assert data | {f"{metadata}/entry_points.txt"} <= names
    assert {name.partition("/")[0] for name in names} == {"bot", "knowledge", metadata}


def test_the_build_sees_only_what_it_copies() -> None:
    """The ignore file denies everything, then allows what the Dockerfile copies, no more and no less."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    copied = {name for copy in instructions("COPY") if "--from" not in copy for name in copy.split()[:-1]}
    assert rules[0] == "*"
    assert {rule[1:] for rule in rules if rule.startswith("!")} == copied


def test_the_image_is_locked_down() -> None:
    """The image installs by hash, checks its base, and runs under an init as a user without a name."""
    installs = [command for run in instructions("RUN") for command in run.split("&&") if PIP.search(command)]
    assert [stage.split()[0] for stage in instructions("FROM")] == ["python:3.13-slim-trixie"] * 2
    assert len(installs) == 3
    assert all(re.search("--require-hashes|--no-index", command) for command in installs)
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", instructions("USER")[-1])
    assert json.loads(instructions("RUN")[-1]) == ["whosaid", "check"]
    assert json.loads(instructions("ENTRYPOINT")[-1]) == ["tini", "--", "whosaid"]
    assert json.loads(instructions("CMD")[-1]) == ["telegram"]


def test_the_health_check_loads_the_standard_library_only() -> None:
    """The image's health check runs every half minute: it imports nothing that was installed."""
    command = json.loads(instructions("HEALTHCHECK")[-1].partition("CMD ")[2])
    assert command == ["python", "-m", "bot.probing"]
    program = "import sys, bot.probing; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-S", "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - the arguments are ours
    assert {name.partition(".")[0] for name in run.stdout.split()} <= sys.stdlib_module_names | {"bot", "__main__"}
