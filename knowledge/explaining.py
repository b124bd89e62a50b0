"""How an answer was found, for curators. Decides nothing."""

from __future__ import annotations

from knowledge.answers import Answer, Candidate, Explanation
from knowledge.asked import Asked
from knowledge.choosing import Chooser
from knowledge.claims import Claims
from knowledge.matching import Matcher

SHOWN = 4  # candidates that are shown, of entries and of claims


def explain(asked: Asked, matcher: Matcher, chooser: Chooser, claims: Claims) -> Explanation:
    """What was understood, the closest entries with why they do not answer, and every claim, the closest first."""
    targets = {target.id: target for target in matcher.targets}

    def candidate(id_: str, score: float, refused: str = "") -> Candidate:
        return Candidate(id_, round(score, 1), refused, tuple(sorted(matcher.nearest(asked.subject, targets[id_]))))

    scores = claims.score(asked).scores
    entries = [
        candidate(match.target.id, match.score, chooser.refusal(asked, match.target))
        for match in chooser.ranked(asked)[:SHOWN]
    ]
    stated = [candidate(claim.id, scores.get(claim.id, 0.0)) for claim in claims.all]
    return Explanation(
        f"{asked.act} ({asked.marks})",
        asked.sources,
        tuple(sorted(asked.asks)),
        tuple(sorted(asked.subject)),
        tuple(sorted(feature for feature in asked.content if feature not in matcher.known)),
        (*entries, *sorted(stated, key=lambda each: -each.score)),
    )


def shown(answer: Answer) -> tuple[tuple[Candidate, bool], ...]:
    """The closest entries, the closest claims, and every other claim told; each with whether it is told."""
    told = {statement.claim.id for statement in answer.told}
    candidates = answer.explanation.candidates
    first = 2 * SHOWN
    return tuple((each, each.id in told) for n, each in enumerate(candidates) if n < first or each.id in told)
