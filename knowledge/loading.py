"""Read a report's folder into a checked Base, or say everything that is wrong with it at once."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from knowledge.article import faults_against
from knowledge.checks import CHECKS, phrasings_are_no_labels
from knowledge.cures import explain, explain_yaml
from knowledge.mending import mended, stand_ins
from knowledge.models import MENDED, Base, ClaimsFile, LexiconFile, OutsidersFile, Record, Report, SourcesFile, Topic
from knowledge.problems import BaseProblems, Fault, Loader, Place, Problem, line_of

SHIPPED = Path(__file__).parent / "reports" / "idlib-airdrop"
Model = TypeVar("Model", bound=Record)
_FILES = ("report.yaml", "sources.yaml", "outsiders.yaml", "lexicon.yaml", "claims.yaml")
_EMPTY: dict[type[Record], str] = {OutsidersFile: "outsiders: []", LexiconFile: "concepts: []"}  # all these need hold
_LISTS: tuple[Place, ...] = (("sources",), ("claims",), ("subjects",))  # what others refer into
_FREE: set[str | int] = {"question", "phrasings", "related"}  # fields of which no kind of entry asks anything
_RELIED_ON = ("id", "chain", "disagrees_with")  # fields by which other records are judged
_ROUNDS = 4  # of mending a file: an item taken out, the list that is empty without it, and what stands in for that
_MISNAMED = "the file's name {!r} is no id; rename the file: small letters, digits and hyphens, at most 40"
_BEGIN = "name the folder of a report, or begin one with: whosaid new"


class _StrictLoader(Loader):  # type: ignore[valid-type,misc]  # chosen at run time
    """YAML that tells where PyYAML by itself is silent: it keeps the last of two keys, and joins lines to one text."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.found: list[tuple[int, str]] = []  # lines with what is wrong there

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if str(key.value) in seen:
                self._tell(key, f"key {key.value!r} stands here twice; keep one of them")
            seen.add(str(key.value))
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping

    def construct_scalar(self, node: yaml.ScalarNode) -> Any:
        joined = not node.style and node.end_mark.line > node.start_mark.line
        if joined and " - " in node.value:
            cure = "indent the dashes of a list alike, or put the text in quotes"
            self._tell(node, f"lines that are read as one text, with a dash in it: {node.value!r}; {cure}")
        return super().construct_scalar(node)

    def _tell(self, node: yaml.Node, message: str) -> None:
        self.found.append((node.start_mark.line + 1, message))


class _Folder:
    """A report's folder while it is read: collects problems instead of stopping at the first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.unread: set[str] = set()  # files, or the folder of questions, that could not be read whole
        self.faulty: set[str] = set()  # ids of records with faults by which others are judged
        self.told: set[tuple[str, Place]] = set()  # where faults are told, fields by their record's id
        self.hash = hashlib.sha256()

    def report(self, file: str, place: Place, message: str) -> None:
        self.problems.append(Problem(file, line_of(self.path / file, place), message))

    def explains(self, fault: Fault) -> bool:
        """Whether a check found it only for what is told already: a faulty field or record, a file not read."""
        unread = fault.refers_into in self.unread or (len(fault.place) == 1 and fault.file in self.unread)
        return unread or fault.refers_to in self.faulty or (fault.file, fault.place[:3]) in self.told

    def read(self, file: str, model: type[Model], **given: str) -> Model | None:
        """The file as a model, faulty parts left out, after reporting its problems; None where nothing is left.

        `given` are fields not in the file.
        """
        try:
            content = (self.path / file).read_bytes()
            self.hash.update(file.encode() + b"\0" + content)
            data = self._data(file, content.decode("utf-8"))
        except FileNotFoundError:
            cure = f"add it, with `{_EMPTY[model]}` in it where there are none" if model in _EMPTY else "add it"
            self.problems.append(Problem(file, 0, f"there is no such file; {cure}"))
        except (OSError, UnicodeDecodeError) as error:
            self.problems.append(Problem(file, 1, f"cannot be read ({error}); put a UTF-8 file there"))
        except (yaml.YAMLError, ValueError) as error:
            self.problems.append(Problem(file, *explain_yaml(error)))
        else:
            for key in given.keys() & data:
                self.report(file, (key,), f"unknown field `{key}`, for which the file's name stands; remove it")
            if found := self._model(file, model, {**data, **given}, given):
                return found
        self.unread.add(file.partition("/")[0])
        return None

    def _data(self, file: str, text: str) -> dict[str, Any]:
        """What the YAML holds. Raises `YAMLError` or `ValueError` where it cannot be read."""
        loader = _StrictLoader(text)
        try:
            data = loader.get_single_data()
        finally:
            loader.dispose()
        self.problems += (Problem(file, *found) for found in loader.found)
        if not isinstance(data, dict):
            raise yaml.YAMLError("the file holds no keys; see knowledge/README.md for its form")
        return data

    def _model(self, file: str, model: type[Model], data: dict[str, Any], given: Mapping[str, str]) -> Model | None:
        """The model of the data, or of what is left of it when what is faulty is told and taken out."""
        for _ in range(_ROUNDS):
            try:
                return model.model_validate(data)
            except ValidationError as error:
                found = error.errors(include_url=False)
            faults = [fault for fault in found if fault["type"] != "too_short" or not fault["input"]]  # else its items
            misnamed = [fault for fault in faults if fault["loc"][0] in given]
            for fault in misnamed:
                self.report(file, (), _MISNAMED.format(fault["input"]))
            self._tell(file, model, data, [fault for fault in faults if fault not in misnamed])
            if misnamed:
                return None
            data = mended(data, faults)
        try:
            return model.model_validate(data, context=MENDED)
        except ValidationError:
            return None

    def _tell(self, file: str, model: type[Model], data: dict[str, Any], faults: Iterable[Any]) -> None:
        """Report each of these that was not told before the data was mended, nor comes of its mending."""
        told = {place for of, place in self.told if of == file}
        fields = {place[:3] for place in told}
        for fault in faults:
            place, record = fault["loc"], _record(data, fault["loc"])
            id_ = str(record.get("id") or record.get("name"))
            by_id = (place[0], id_, *place[2:]) if record else place
            taken_out = {field[2] for field in fields if field[:2] == by_id and len(field) > 2}
            if by_id[:3] not in fields and taken_out <= _FREE:
                self.report(file, by_id if told else place, explain(model, data, fault))  # mended, it is numbered anew
            self.told |= {(file, by_id), (file, place[:1])}
            if len(place) > 2 and place[2] in _RELIED_ON:
                self.faulty.add(id_)
            if place in _LISTS:
                self.unread.add(file)


def _record(data: dict[str, Any], place: Place) -> dict[str, Any]:
    """The record of the data that the place is in; empty where it is in none."""
    record = data[str(place[0])][place[1]] if len(place) > 1 else None
    return record if isinstance(record, dict) else {}


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


def _strays(folder: Path) -> Iterator[Problem]:
    """Files that look like ones of a report and are none, so that nothing in them counts."""
    named = {*folder.glob("*.y*ml"), *folder.glob("questions/**/*.y*ml"), *folder.glob("evaluation/**/*.y*ml")}
    read = {folder / name for name in _FILES} | {*folder.glob("questions/*.yaml"), *folder.glob("evaluation/*.yaml")}
    for file in named - read:
        place = file.relative_to(folder)
        if not any(part.startswith(".") for part in place.parts):
            cure = "call it *.yaml, right in questions/ or evaluation/, or move it out of the report's folder"
            yield Problem(place.as_posix(), 0, f"no file of a report is called so, and it is not read; {cure}")


def _sound(folder: _Folder) -> Base:
    """What stands in the folder, with stand-ins for what is faulty."""

    def whole(file: str, model: type[Model]) -> Model:
        return folder.read(file, model) or model.model_validate(stand_ins(model))

    return Base(
        whole("report.yaml", Report),
        whole("sources.yaml", SourcesFile).sources,
        whole("outsiders.yaml", OutsidersFile).outsiders,
        whole("lexicon.yaml", LexiconFile).concepts,
        whole("claims.yaml", ClaimsFile).claims,
        tuple(_topics(folder)),
        folder.hash.hexdigest()[:12],
    )


def load_base(path: Path = SHIPPED, article: str | None = None, labels: Mapping[str, str] | None = None) -> Base:
    """The base in the folder. With `article`, the report's text, its quotes are proved too.

    With `labels`, labelled messages each with its file, none of them may stand in the base word for word.

    Raises `BaseProblems` with every problem found, not just the first.
    """
    if not path.is_dir():
        raise BaseProblems([Problem(str(path), 0, f"there is no such folder; {_BEGIN}")])
    if not any((path / name).exists() for name in (*_FILES, "questions")):
        raise BaseProblems([Problem(str(path), 0, f"no report's folder: there is no report.yaml in it; {_BEGIN}")])
    folder = _Folder(path)
    base = _sound(folder)
    faults = [fault for check in CHECKS for fault in check(base)]
    if article is not None:
        faults += faults_against(base, article)
    if labels:
        faults += phrasings_are_no_labels(base, labels)
    for fault in faults:
        if not folder.explains(fault):
            folder.report(fault.file, fault.place, fault.message)
    if problems := [*folder.problems, *_strays(path)]:
        raise BaseProblems(problems)
    return base
