"""Metrics: what is counted for what happens, and that no label can grow without end."""

from __future__ import annotations

from contextlib import suppress

import pytest
from fake_bot_api import TOKEN
from faults import HANG, Fault
from prometheus_client.parser import text_string_to_metric_families
from talk import QUESTION, Talk, question
from telegram.error import InvalidToken, RetryAfter

from bot import metrics
from bot.limits import Limits
from bot.work import Outcome, Work
from knowledge import Base, Responder

LABELS = {"kind", "outcome", "method", "status", "le", "report", "version"}


def value(name: str, **labels: str) -> float:
    """Return this figure as it stands; 0 before it was first counted."""
    return metrics.REGISTRY.get_sample_value(f"whosaid_{name}", labels) or 0.0


async def test_an_answer_is_counted_and_timed(talk: Talk) -> None:
    """An answered question counts as an update, an answer, a match and a request."""
    figures = (
        ("updates_total", {"kind": "message"}),
        ("outcomes_total", {"outcome": "answer"}),
        ("update_seconds_count", {"kind": "message"}),
        ("match_seconds_count", {}),
        ("api_requests_total", {"method": "sendMessage", "status": "200"}),
    )
    before = [value(name, **labels) for name, labels in figures]
    await talk.say(QUESTION)
    assert [value(name, **labels) for name, labels in figures] == [number + 1 for number in before]


@pytest.mark.parametrize(
    ("fault", "status", "outcome"),
    [
        pytest.param(Fault(403, "Forbidden: bot was blocked by the user"), "403", "unreachable", id="blocked"),
        pytest.param(Fault(400, "Bad Request: chat not found"), "400", "unreachable", id="chat deleted"),
        pytest.param(Fault(502, body=b"<html>"), "502", "failed", id="bad gateway"),
        pytest.param(Fault(reset=True), "none", "unsure", id="no answer"),
    ],
)
async def test_failed_requests_are_counted(talk: Talk, fault: Fault, status: str, outcome: str) -> None:
    """A request counts by what came back, and the update by what became of it."""
    labels = {"method": "sendMessage", "status": status}
    before = value("api_requests_total", **labels), value("outcomes_total", outcome=outcome)
    talk.api.fail("sendMessage", fault)
    await talk.say(QUESTION)
    assert value("api_requests_total", **labels) == before[0] + 1
    assert value("outcomes_total", outcome=outcome) == before[1] + 1


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        pytest.param(Fault(429, "Too Many Requests", {"retry_after": 60}), 60, id="told"),
        pytest.param(Fault(429, "Too Many Requests"), 0, id="not told"),
        pytest.param(Fault(429, body=b"<html>slow down"), 0, id="a proxy's"),
    ],
)
async def test_waits_are_summed(talk: Talk, fault: Fault, seconds: float) -> None:
    """The seconds that Telegram tells the bot to wait are added up, where it tells them."""
    before = value("retry_after_seconds_total")
    talk.api.fail("setMyDescription", fault)
    with suppress(RetryAfter):  # so long is nobody kept waiting
        await talk.application.bot.set_my_description("x")
    assert value("retry_after_seconds_total") == before + seconds


async def test_unknown_methods_share_one_label(talk: Talk) -> None:
    """An address that is no method's, a file's for instance, has no label of its own."""
    labels = {"method": "other", "status": "404"}
    before = value("api_requests_total", **labels)
    file = f"file/bot{TOKEN}/photos/file_1.jpg"
    talk.api.fail(file, Fault(404, "Not Found"))
    with pytest.raises(InvalidToken):
        await talk.application.bot.request.retrieve(f"{talk.api.url}/{file}")
    assert value("api_requests_total", **labels) == before + 1


async def test_a_bug_counts_as_failed(talk: Talk, responder: Responder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What ends in an apology is counted as failed."""
    before = value("outcomes_total", outcome="failed")
    monkeypatch.setattr(responder, "answer", lambda *_, **__: 1 / 0)
    await talk.say(QUESTION)
    assert value("outcomes_total", outcome="failed") == before + 1


async def test_an_update_that_hangs_counts_as_cut(talk: Talk) -> None:
    """What takes too long is counted as cut, whatever becomes of the apology; a repeat counts as a duplicate."""
    before = value("outcomes_total", outcome="cut"), value("duplicates_total")
    work, raw = Work(talk.application, Limits(cut=0.1)), question(talk.api)
    talk.api.fail("sendMessage", HANG)
    assert [await work.handle(raw), await work.handle(raw)] == [Outcome.CUT, Outcome.REPEATED]
    assert (value("outcomes_total", outcome="cut"), value("duplicates_total")) == (before[0] + 1, before[1] + 1)


async def test_the_base_in_use_is_told(talk: Talk, base: Base) -> None:
    """The metrics name the report answered from, and its version."""
    assert talk.application.handlers
    assert value("base_info", report=base.report.id, version=base.version) == 1


async def test_labels_are_words_of_ours(talk: Talk) -> None:
    """Whatever was asked, the labels are the known ones, each with a value that is no number of a person."""
    await talk.say(QUESTION)
    families = list(text_string_to_metric_families(metrics.exposition().decode()))
    labels = {name for family in families for sample in family.samples for name in sample.labels}
    assert {"kind", "outcome", "method", "status"} <= labels <= LABELS
