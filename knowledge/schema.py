"""The files of a report's folder as JSON Schema, so that editors complete and check them. Checks nothing itself."""

from __future__ import annotations

import json
from pathlib import Path

from knowledge.evaluating import Labels
from knowledge.models import ClaimsFile, LexiconFile, OutsidersFile, Record, Report, SourcesFile, Topic

SCHEMAS = Path(__file__).parent / "schemas"  # as `whosaid schema NAME` prints them; the files name them
MODELS: dict[str, type[Record]] = {
    "report": Report,
    "sources": SourcesFile,
    "claims": ClaimsFile,
    "questions": Topic,
    "lexicon": LexiconFile,
    "outsiders": OutsidersFile,
    "evaluation": Labels,
}


def schema_of(name: str) -> dict[str, object]:
    """The JSON Schema of a kind of file. Raises `KeyError` for a name that is not in `MODELS`."""
    schema = MODELS[name].model_json_schema()
    if name == "questions":  # the file's name is the topic's id
        schema["properties"].pop("id")
        schema["required"].remove("id")
    return schema


def as_text(schema: object) -> str:
    """The schema as it is printed, and as it stands in `SCHEMAS`."""
    return json.dumps(schema, indent=2, ensure_ascii=False)
