"""What the report has on a text that asks nothing, such as a forwarded message. Reads it sentence by sentence."""

from __future__ import annotations

import re

from knowledge.asking import Understanding
from knowledge.claims import UNDERSTOOD, Claims
from knowledge.models import Claim

ON_THAT = "This is what the report has on that."
SENTENCES = 12  # that are read of one text; more would hold up everyone else
_OPENERS = "A|An|At|But|He|In|It|She|The|There|They|This|We"  # after initials a sentence begins: "the U.S. The …"
_SHORTENED = "adm|approx|capt|col|dr|gen|gov|jr|lt|maj|mr|mrs|ms|prof|rep|sen|sgt|sr|st|vs"
_WITHIN = rf"\b[A-Za-z]\.(?!\s+(?:{_OPENERS})\b)|\b(?i:{_SHORTENED})\.|\.(?=[\da-z])"  # full stops that end nothing
_SENTENCE = re.compile(rf"(?:{_WITHIN}|[^.!?…\n])+")


def claims_on(text: str, understanding: Understanding, claims: Claims) -> dict[Claim, float]:
    """Claims close to a sentence of the text, in its order, each with its score; empty where none is."""
    found: dict[Claim, float] = {}
    for sentence in _SENTENCE.findall(text)[:SENTENCES]:
        asked = understanding.ask(sentence)
        if asked.content:
            scored = claims.score(asked)
            for claim in scored.near(claims.all, UNDERSTOOD):
                found[claim] = max(found.get(claim, 0.0), scored.scores[claim.id])
    return found
