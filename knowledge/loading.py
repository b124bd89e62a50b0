"""Read a report's folder into a checked Base, or say everything that is wrong with it at once."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from knowledge.article import faults_against
from knowledge.checks import CHECKS, phrasings_are_no_labels
from knowledge.models import Base, Claims, Lexicon, Outsiders, Record, Report, Sources, Topic
from knowledge.problems import BaseProblems, Fault, Loader, Place, Problem, line_of

SHIPPED = Path(__file__).parent / "reports" / "idlib-airdrop"
Model = TypeVar("Model", bound=Record)


class _StrictLoader(Loader):  # type: ignore[valid-type,misc]  # chosen at run time
    """YAML that refuses a key written twice; PyYAML by itself keeps the last one silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if str(key.value) in seen:
                raise yaml.constructor.ConstructorError(
                    problem=f"key {key.value!r} stands here twice; keep one of them",
                    problem_mark=key.start_mark,
                )
            seen.add(str(key.value))
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


class _Folder:
    """A report's folder while it is read: collects problems instead of stopping at the first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.unread = False  # a file of questions could not be read at all: what refers into it is no fault
        self.dropped: set[str] = set()  # ids of records left out as faulty: referring to them is no fault
        self.faulty: set[str] = set()  # files with records left out: what their lists as a whole lack is no fault
        self.hash = hashlib.sha256()

    def report(self, file: str, place: Place, message: str) -> None:
        self.problems.append(Problem(file, line_of(self.path / file, place), message))

    def explains(self, fault: Fault) -> bool:
        """Whether a check found it only for what could not be read: a record left out, a file, one of a whole list."""
        unread = self.unread and "related" in fault.place
        return unread or fault.refers_to in self.dropped or (len(fault.place) == 1 and fault.file in self.faulty)

    def read(self, file: str, model: type[Model], **given: str) -> Model | None:
        """The file as a model, or None after reporting its problems. `given` are fields not in the file."""
        try:
            content = (self.path / file).read_bytes()
            self.hash.update(file.encode() + b"\0" + content)
            data = yaml.load(content.decode("utf-8"), Loader=_StrictLoader)  # noqa: S506  # a SafeLoader
            if not isinstance(data, dict):
                raise yaml.YAMLError("the file holds no keys; see knowledge/README.md for its form")
            for key in given.keys() & data:
                self.report(file, (key,), f"unknown field `{key}`, for which the file's name stands; remove it")
            return model.model_validate({**data, **given})
        except (OSError, UnicodeDecodeError) as error:
            self.problems.append(Problem(file, 1, f"cannot be read ({error}); put a UTF-8 file there"))
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                place, value = fault["loc"], fault["input"]
                told = _explain(fault["type"], fault["msg"], place, value)
                self.report(file, place, _MISNAMED.format(value) if given.keys() & {*place[:1]} else told)
            self.faulty.add(file)
            return self._without_faulty(model, {**data, **given}, error)
        except (yaml.YAMLError, ValueError) as error:
            line, message = _explain_yaml(error)
            self.problems.append(Problem(file, line, message))
        return None

    def _without_faulty(self, model: type[Model], data: dict[str, Any], error: ValidationError) -> Model | None:
        """The model of what is left when the faulty records are left out, so that the checks can go on."""
        faulty = {fault["loc"][:2] for fault in error.errors(include_url=False)}
        for key, records in data.items():
            if isinstance(records, list):
                dropped = [record for i, record in enumerate(records) if (key, i) in faulty]
                self.dropped.update(str(record.get("id")) for record in dropped if isinstance(record, dict))
                data[key] = [record for record in records if record not in dropped]
        try:
            return model.model_validate({key: value for key, value in data.items() if (key,) not in faulty})
        except ValidationError:
            return None


_MISNAMED = "the file's name {!r} is no id; rename the file: small letters, digits and hyphens, at most 40"
_CURES = {
    ("tuple_type", ""): "not a list; write it as [one, two], or each on a line of its own after a dash",
    ("too_short", ""): "empty; put at least one there",
    (
        "string_pattern_mismatch",
        "String should match pattern '^[a-z0-9]",
    ): "no id; use small letters, digits and hyphens",
}  # by pydantic's kind of fault and the beginning of its message


def _explain(kind: str, message: str, place: Place, value: object) -> str:
    """Pydantic's finding in the words of a curator."""
    field = ".".join(str(step) for step in place)
    if kind == "extra_forbidden":
        return f"unknown field `{place[-1]}`; remove it or correct its name"
    if kind == "missing":
        return f"`{place[-1]}` is missing; add it"
    if kind == "string_type":
        return f"`{field}` is {value!r}, not text; put it in quotes"
    if kind == "value_error":
        return message.removeprefix("Value error, ")
    if kind == "literal_error" and isinstance(value, bool):
        return f"`{field}` is {value!r}, not text, for YAML reads yes and no so; put it in quotes"
    cure = next((cure for (of, begin), cure in _CURES.items() if of == kind and message.startswith(begin)), None)
    return f"`{field}` is {value!r}: {cure or message[0].lower() + message[1:] + '; correct it'}"


_YAML_CURES = {
    "mapping values are not allowed": "a colon where none can stand; put the text that holds it in quotes, or indent "
    "the line like those beside it",
    "found character": "a tab, or a text that begins with one of @ ` %; indent with spaces, and put the text in quotes",
    "found a tab": "a tab before a field; indent with spaces",
    "did not find expected key": "a text that goes on after its last quote, or a line indented unlike those beside it; "
    "write an apostrophe within '…' twice, or indent the line alike",
}  # by the beginning of the YAML reader's message


def _explain_yaml(error: Exception) -> tuple[int, str]:
    """The line, and the YAML reader's finding in the words of a curator where it is a common one."""
    found = " ".join(str(getattr(error, "problem", None) or error).split())
    mark = getattr(error, "problem_mark", None)
    if getattr(error, "context", None) == "while scanning a quoted scalar":
        begun = error.context_mark.line + 1  # type: ignore[attr-defined]  # where there is a context, there is its mark
        return begun, f"a quote that does not end; close the quote begun at line {begun}"
    cure = next((cure for begin, cure in _YAML_CURES.items() if found.startswith(begin)), f"{found}; mend the YAML")
    return mark.line + 1 if mark else 1, cure


def load_file(path: Path, model: type[Model]) -> Model:
    """One file of a curator's as a model. Raises `BaseProblems` with everything that is wrong with it."""
    folder = _Folder(path.parent)
    found = folder.read(path.name, model)
    if found is None or folder.problems:
        raise BaseProblems(replace(problem, file=str(path)) for problem in folder.problems)
    return found


def _topics(folder: _Folder) -> Iterator[Topic]:
    files = sorted((folder.path / "questions").glob("*.yaml"))
    if not files:
        folder.problems.append(Problem("questions", 0, "no file *.yaml in it; add a file of questions"))
    for file in files:
        if topic := folder.read(f"questions/{file.name}", Topic, id=file.stem):
            yield topic
        else:
            folder.unread = True


def load_base(path: Path = SHIPPED, article: str | None = None, labels: Mapping[str, str] | None = None) -> Base:
    """The base in the folder. With `article`, the report's text, its quotes are proved too.

    With `labels`, labelled messages each with its file, none of them may stand in the base word for word.

    Raises `BaseProblems` with every problem found, not just the first.
    """
    if not path.is_dir():
        cure = "name the folder of a report, or begin one with: whosaid new"
        raise BaseProblems([Problem(str(path), 0, f"there is no such folder; {cure}")])
    folder = _Folder(path)
    report = folder.read("report.yaml", Report)
    sources = folder.read("sources.yaml", Sources)
    outsiders = folder.read("outsiders.yaml", Outsiders)
    lexicon = folder.read("lexicon.yaml", Lexicon)
    claims = folder.read("claims.yaml", Claims)
    topics = tuple(_topics(folder))
    if not (report and sources and outsiders and lexicon and claims):
        raise BaseProblems(folder.problems)
    base = Base(
        report,
        sources.sources,
        outsiders.outsiders,
        lexicon.concepts,
        claims.claims,
        topics,
        folder.hash.hexdigest()[:12],
    )
    faults = [fault for check in CHECKS for fault in check(base)]
    if article is not None:
        faults += faults_against(base, article)
    if labels:
        faults += phrasings_are_no_labels(base, labels)
    for fault in faults:
        if not folder.explains(fault):
            folder.report(fault.file, fault.place, fault.message)
    if folder.problems:
        raise BaseProblems(folder.problems)
    return base
