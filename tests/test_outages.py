"""Outages: the first moment, one line a minute, the end."""

from __future__ import annotations

import logging

import pytest

from bot.outages import Outage


def test_outage_is_told_at_its_start_each_minute_and_at_its_end(caplog: pytest.LogCaptureFixture) -> None:
    """However often something fails, there is one line at first, one a minute, and one at the end."""
    now = 0.0
    outage = Outage("polling", logging.getLogger("bot.test"), clock=lambda: now)
    outage.over()
    assert outage.reason is None
    for second in range(150):
        now = float(second)
        outage.failed("no network")
    assert outage.reason == "no network"
    now = 150.0
    outage.over()
    outage.over()
    assert [record.getMessage() for record in caplog.records] == [
        "polling fails: no network",
        "polling fails for 60 s, 61 times: no network",
        "polling fails for 120 s, 121 times: no network",
        "polling works again after 150 s and 150 failures",
    ]
    assert outage.reason is None


def test_outage_that_comes_and_goes_is_one(caplog: pytest.LogCaptureFixture) -> None:
    """What lingers is over when it did not fail for so long; till then a success between failures is none."""
    now = 0.0
    outage = Outage("polling", logging.getLogger("bot.test"), clock=lambda: now, linger=60)
    for second in range(50):
        now = float(second)
        outage.failed("somebody else polls")
        outage.over()
    assert outage.reason == "somebody else polls"
    now += 60
    outage.over()
    assert outage.reason is None
    assert len(caplog.records) == 2


def test_next_outage_is_told_anew(caplog: pytest.LogCaptureFixture) -> None:
    """An outage soon after another is told at once."""
    outage = Outage("polling", logging.getLogger("bot.test"), clock=lambda: 0)
    outage.failed("one")
    outage.over()
    outage.failed("two")
    assert [record.getMessage() for record in caplog.records][-1] == "polling fails: two"
