"""Rates: a burst, then one at a time, and no memory without bound."""

from __future__ import annotations

from bot.rates import Rate


def test_burst_then_one_each_interval() -> None:
    """The burst goes at once; then turns come one each interval, counted from those before."""
    rate = Rate(3, 10, clock=lambda: 100)
    assert [rate.take(1) for _ in range(5)] == [0, 0, 0, 10, 20]
    assert rate.wait(1) == 30
    assert rate.wait(2) == 0


def test_time_gives_turns_back() -> None:
    """After an interval there is one turn, after a long time the whole burst and no more."""
    now = 0.0
    rate = Rate(2, 10, clock=lambda: now)
    assert [rate.take(1) for _ in range(2)] == [0, 0]
    now = 10
    assert [rate.take(1) for _ in range(2)] == [0, 10]
    now = 1000
    assert [rate.take(1) for _ in range(3)] == [0, 0, 10]


def test_no_interval_is_no_limit() -> None:
    """An interval of 0 lets everything through."""
    rate = Rate(1, 0, clock=lambda: 5)
    assert [rate.take(1) for _ in range(3)] == [0, 0, 0]


def test_keys_are_bounded() -> None:
    """The key used longest ago is forgotten."""
    rate = Rate(1, 10, clock=lambda: 0, size=2)
    for key in (1, 2, 1, 3):
        rate.take(key)
    assert len(rate) == 2
    assert [rate.wait(key) > 0 for key in (1, 2, 3)] == [True, False, True]
