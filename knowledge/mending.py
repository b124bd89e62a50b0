"""What stands in for the faulty parts of a file, so that all the rest can be checked too. Tells no problem."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from knowledge.models import Record
from knowledge.problems import Place

_GONE = object()
_LEFT_OUT = "left-out"
_STAND_INS: dict[str, object] = {
    "about": [_LEFT_OUT],
    "chain": [_LEFT_OUT],
    "claims": [],
    "paragraph": 1,
    "paragraphs": 1000,  # the most there can be: no claim stands after the last
    "sources": [],
    "subjects": [],
    "url": f"https://{_LEFT_OUT}",
}  # for what has to be there and is no text


def stand_ins(model: type[Record]) -> dict[str, object]:
    """What a file of this kind holds as long as it cannot be read."""
    return {field: _stand_in(field, {}) for field, about in model.model_fields.items() if about.is_required()}


def mended(data: dict[str, Any], faults: Iterable[Any]) -> dict[str, Any]:
    """The data without what pydantic finds faulty in it, and with stand-ins for what is missing.

    A record without an id, by which problems find it, goes as a whole. One that only contradicts itself stays.
    """
    kinds: dict[Place, str] = {}
    for fault in faults:
        whole = _whole(fault["loc"])
        kinds[whole] = fault["type"] if whole == fault["loc"] else "without an id"
    for place in sorted(kinds, key=len, reverse=True):  # a record after its fields
        *way, last = place
        holder: Any = data
        for step in way:
            holder = _GONE if holder is _GONE else holder[step]
        if holder is _GONE:
            continue  # a part of itself, by an alias of YAML's
        if kinds[place] == "missing":
            holder[last] = _stand_in(str(last), holder)
        elif kinds[place] != "value_error" or len(place) != 2:
            holder[last] = _GONE
    return dict(_remaining(data))


def _whole(place: Place) -> Place:
    """The place, or that of the record where it is its id; outsiders have a name only."""
    named = place[2:] == ("id",) or (place[0], *place[2:]) == ("outsiders", "name")
    return place[:2] if named else place


def _stand_in(field: str, record: dict[str, Any]) -> object:
    text = f"{_LEFT_OUT} {record['id']}" if "id" in record else _LEFT_OUT  # a name or word that no other record has
    return [text] if field == "words" else _STAND_INS.get(field, text)


def _remaining(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _remaining(item) for key, item in value.items() if item is not _GONE}
    if isinstance(value, list):
        return [_remaining(item) for item in value if item is not _GONE]
    return value
