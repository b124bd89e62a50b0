"""An answer as the JSON object of `whosaid ask --json`."""

from __future__ import annotations

import json

from knowledge import Answer, Statement
from knowledge.wording import plain


def as_object(answer: Answer) -> str:
    """One line of JSON: what was asked, what came out, and every statement with its sources, outermost first."""
    return json.dumps(
        {
            "question": answer.question,
            "outcome": answer.outcome,
            "verdict": answer.verdict,
            "entry": answer.entry,
            "score": answer.score,
            "claims": [_statement(statement) for statement in answer.told],
            "related": [_statement(statement) for statement in answer.related],
            "suggestions": [entry.question for entry in answer.suggestions],
            "text": plain(answer),
        },
        ensure_ascii=False,
    )


def _statement(statement: Statement) -> dict[str, object]:
    claim = statement.claim
    return {
        "id": claim.id,
        "sources": [source.name for source in statement.sources],
        "paragraph": claim.paragraph,
        "quote": claim.quote,
        "text": claim.text,
    }
