"""What pydantic and the YAML reader find, in the words of a curator: what is wrong, then what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from knowledge.problems import Place

_LIKE = 70.0  # likeness, of 100, from which on a word may be meant by another
_CURES = {
    ("tuple_type", ""): "not a list; write it as [one, two], or each on a line of its own after a dash",
    ("too_short", ""): "empty; put at least one there",
    ("bool_", ""): "neither true nor false; write one of them, without quotes",
    ("model_type", ""): "no record; write its fields after a dash, each on a line of its own: id: its-id",
    (
        "string_pattern_mismatch",
        "String should match pattern '^[a-z0-9]",
    ): "no id; use small letters, digits and hyphens",
    (
        "string_pattern_mismatch",
        "String should match pattern '^https",
    ): "no link; begin it with https:// and leave no blank in it",
}  # by the beginnings of pydantic's kind of fault and of its message


def meant(word: str, known: Iterable[str]) -> str:
    """Which of the known words may be meant, as a question in brackets; empty where none is like it."""
    near = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=_LIKE)
    return f" (did you mean {near[0]!r}?)" if near else ""


def explain(model: type[BaseModel], data: Any, fault: Any) -> str:
    """A finding of pydantic's on the data of a file."""
    kind, message, place, value = fault["type"], fault["msg"], fault["loc"], fault["input"]
    if kind in ("extra_forbidden", "invalid_key"):
        field = str(place[-1])
        return f"unknown field `{field}`; remove it or correct its name{meant(field, _known(model, place))}"
    if kind == "missing":
        return f"`{place[-1]}` is missing; add it"
    if kind == "value_error":
        return str(message.removeprefix("Value error, "))
    named = _named(data, place)
    if kind == "tuple_type" and value is None:
        return f"{named} nothing; write each after a dash, or `{place[-1]}: []` where there are none"
    if kind == "string_type":
        return f"{named} {value!r}, not text; put it in quotes"
    if kind == "literal_error" and isinstance(value, bool):
        return f"{named} {value!r}, not text, for YAML reads yes and no so; put it in quotes"
    cures = (cure for (of, begin), cure in _CURES.items() if kind.startswith(of) and message.startswith(begin))
    return f"{named} {value!r}: {next(cures, message[0].lower() + message[1:] + '; correct it')}"


def _named(data: Any, place: Place) -> str:
    """The field with the record that has it, and the verb: "`chain` of 'two-homes' is", "has" for one of a list."""
    field = next(step for step in reversed(place) if isinstance(step, str))
    record = data[place[0]][place[1]] if len(place) > 2 else None
    of = f" of {record['id']!r}" if isinstance(record, dict) and "id" in record and field != "id" else ""
    return f"`{field}`{of} {'has' if isinstance(place[-1], int) else 'is'}"


def _known(model: Any, place: Place) -> list[str]:
    """The fields that may stand where the place is."""
    for step in place[:-1]:
        if isinstance(step, str):
            model = model.model_fields[step].annotation
        while inner := get_args(model):  # a tuple of records, or of tuples of them
            model = inner[0]
    return [field.alias or name for name, field in model.model_fields.items()]


_UNEVEN = "a line indented unlike those beside it; indent it like them"
_YAML_CURES = {
    "mapping values are not allowed": "a colon where none can stand; put the text that holds it in quotes, or indent "
    "the line like those beside it",
    "found character": "a tab, or a text that begins with one of @ ` %; indent with spaces, and put the text in quotes",
    "found a tab": "a tab before a field; indent with spaces",
    "did not find expected key": "a text that goes on after its last quote, or a line indented unlike those beside it; "
    "write an apostrophe within '…' twice, or indent the line alike",
    "did not find expected '-' indicator": f"{_UNEVEN}, or begin it with a dash if it is one of a list",
    "could not find expected ':'": "a line that is no field and none of a list; put a colon and a blank after the "
    "field's name, or begin the line with a dash",
    "did not find expected ',' or ']'": "a list without its end; close it with ], and put a comma between its items",
    "did not find expected ',' or '}'": "a record without its end; close it with }, and put a comma between its fields",
}  # by the beginning of the YAML reader's message


def explain_yaml(error: Exception) -> tuple[int, str]:
    """The line, and the YAML reader's finding in the words of a curator where it is a common one."""
    found = " ".join(str(getattr(error, "problem", None) or error).split())
    mark = getattr(error, "problem_mark", None)
    if getattr(error, "context", None) == "while scanning a quoted scalar":
        begun = error.context_mark.line + 1  # type: ignore[attr-defined]  # where there is a context, there is its mark
        return begun, f"a quote that does not end; close the quote begun at line {begun}"
    if getattr(error, "context", None) == "while scanning a simple key":
        mark = error.context_mark  # type: ignore[attr-defined]  # the line itself, not the one after it
    cure = next((cure for begin, cure in _YAML_CURES.items() if found.startswith(begin)), f"{found}; mend the YAML")
    return mark.line + 1 if mark else 1, cure
