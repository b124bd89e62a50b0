"""Doubtful names speak wherever somebody's statements are asked for."""

from __future__ import annotations

import pytest

from knowledge import Responder


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("what claims do the fighters make about the victims?", "militants"),
        ("what do the Russians report on the soldiers", "Sputnik"),
        ("list the claims of the locals", "local sources"),
        ("civilians - the militants?", "militants"),
        ("what do we have from the Russians", "Sputnik"),
        ("on how many died, what did the Civil Defense say", "the Syrian Civil Defense"),
    ],
)
def test_a_doubtful_name_speaks(shipped: Responder, question: str, source: str) -> None:
    """Only statements of the one named are told."""
    told = shipped.answer(question).statements
    assert told
    assert all(source in [one.name for one in statement.sources] for statement in told)


def test_us_is_nobody_who_speaks_after_a_verb(shipped: Responder) -> None:
    """What somebody tells "us" is no statement of the US."""
    told = shipped.answer("what does the correspondent tell us about casualties?").statements
    assert {statement.claim.chain[0] for statement in told} == {"correspondent"}
