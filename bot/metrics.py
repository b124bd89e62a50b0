"""What is counted and timed, for Prometheus. Labels are kinds and outcomes, never a number or word of a person.

Each is counted where it happens: `metrics.LIMITED` in flood.py. A new one has its row in docs/operations.md too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from time import perf_counter
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, generate_latest

from bot.requesting import LeanRequest

REGISTRY = CollectorRegistry()  # our own: the client's default one adds what Python and the process do
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 30)


def _counter(name: str, meaning: str, *labels: str) -> Counter:
    return Counter(name, meaning, labels, registry=REGISTRY)


def _gauge(name: str, meaning: str) -> Gauge:
    return Gauge(name, meaning, registry=REGISTRY)


UPDATES = _counter("whosaid_updates_total", "Updates handled, by kind.", "kind")
OUTCOMES = _counter(
    "whosaid_outcomes_total", "What became of the updates: answer, not_stated, no_match, failed, ...", "outcome"
)
UPDATE_SECONDS = Histogram(
    "whosaid_update_seconds", "Time to handle an update.", ["kind"], buckets=_SECONDS, registry=REGISTRY
)
MATCH_SECONDS = Histogram("whosaid_match_seconds", "Time to find an answer.", buckets=_SECONDS, registry=REGISTRY)
DUPLICATES = _counter("whosaid_duplicates_total", "Updates received again and not answered again.")
UNPARSABLE = _counter("whosaid_unparsable_total", "Updates that could not be read, and were skipped.")
LIMITED = _counter("whosaid_limited_total", "Messages not answered because their sender sends too many.")
PLAIN_RETRIES = _counter("whosaid_plain_retries_total", "Messages refused as HTML and sent again as plain text.")
REQUESTS = _counter(
    "whosaid_api_requests_total", "Requests to the Bot API, by method and HTTP status.", "method", "status"
)
RETRY_AFTER = _counter("whosaid_retry_after_seconds_total", "Seconds the Bot API told us to wait.")
IN_PROGRESS = _gauge("whosaid_in_progress", "Updates being worked on.")
OLDEST = _gauge("whosaid_oldest_seconds", "Age of the oldest update being worked on.")
LAST_POLL = _gauge("whosaid_last_poll_seconds", "Time since updates were last fetched; NaN behind a webhook.")
SHARED_STATE = _gauge("whosaid_shared_state", "1 while the shared state is reached, 0 while own memory stands in.")
BASE = Info("whosaid_base", "The report answered from, and its version.", registry=REGISTRY)  # whosaid_base_info


def exposition() -> bytes:
    """Return all metrics in Prometheus's text format."""
    return generate_latest(REGISTRY)


@contextmanager
def matching() -> Iterator[None]:
    """Time the search for an answer."""
    begun = perf_counter()
    yield
    MATCH_SECONDS.observe(perf_counter() - begun)


class CountedRequest(LeanRequest):
    """Counts every request to the Bot API, and the seconds it tells us to wait."""

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Send the request, and count it by its status; "none" where no answer came."""
        status = "none"
        try:
            code, payload = await super().do_request(url, *args, **kwargs)
            status = str(code)
        finally:
            REQUESTS.labels(_method(url), status).inc()
        if code == HTTPStatus.TOO_MANY_REQUESTS:
            RETRY_AFTER.inc(_wait(payload))
        return code, payload


def _method(url: str) -> str:
    """Return the Bot API method: all of its address that holds no token."""
    name = url.rpartition("/")[2]
    return name if name.isalpha() else "other"


def _wait(payload: bytes) -> float:
    """Seconds this refusal tells us to wait; 0 where it does not say, or is not the Bot API's."""
    try:
        return float(json.loads(payload)["parameters"]["retry_after"])
    except (ValueError, LookupError, TypeError):
        return 0.0
