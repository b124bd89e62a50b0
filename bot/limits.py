"""How much and how long in receiving and sending: the figures that tests shorten; others stand where they are used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Durations are seconds."""

    slots: int = 32  # updates in work at the same time, and updates fetched but not yet confirmed
    cut: float = 15  # an update that takes longer is given up; waiting that Telegram asks for is added
    drain: float = 7.5  # after SIGTERM what is in work may still end
    farewell: float = 1  # then what is done is confirmed and connections are closed; each may take this long
    long_poll: int = 20  # a poll without updates
    straggler: float = 1  # what others wait for a slow update before the next poll
    first_pause: float = 1  # after a failed poll; doubled each time
    longest_pause: float = 30
    response: float = 5  # until Telegram answers a request
    told: float = 20  # what a request waits in all where Telegram says "too many requests"
    chat_interval: float = 1  # between two messages to a chat
    group_burst: int = 5  # with the interval, no more than twenty in any minute
    group_interval: float = 4
    person_burst: int = 5  # messages and presses of a person; more get no answer
    person_interval: float = 3
    asked_burst: int = 10  # the same for all people of a group: no more than a group may be sent
    asked_interval: float = 6


STANDARD = Limits()
