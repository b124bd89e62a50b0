"""How an answer was found, for curators. Decides nothing."""

from __future__ import annotations

from knowledge.answers import Candidate, Explanation
from knowledge.asked import Asked
from knowledge.choosing import Chooser
from knowledge.claims import Claims
from knowledge.matching import Matcher

SHOWN = 4  # candidates an explanation names, of entries and of claims


def explain(asked: Asked, matcher: Matcher, chooser: Chooser, claims: Claims) -> Explanation:
    """What was understood, the closest entries with why they do not answer, and the closest claims."""
    scores = sorted(claims.score(asked).scores.items(), key=lambda found: -found[1])
    entries = chooser.ranked(asked)[:SHOWN]
    return Explanation(
        f"{asked.act} ({asked.marks})",
        asked.sources,
        tuple(sorted(asked.asks)),
        tuple(sorted(asked.subject)),
        tuple(sorted(feature for feature in asked.content if feature not in matcher.known)),
        (
            *(
                Candidate(match.target.id, round(match.score, 1), chooser.refusal(asked, match.target))
                for match in entries
            ),
            *(Candidate(id_, round(score, 1)) for id_, score in scores[:SHOWN]),
        ),
    )
