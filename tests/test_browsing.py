"""Browsing: pages, ways back, and data that fits on any button."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from bot.browsing import PAGE, STATEMENTS, Browsing
from bot.screens import Screen
from knowledge import Base, Responder
from knowledge.models import Subject


@pytest.fixture
def browsing(responder: Responder) -> Browsing:
    """Return the screens of the invented report."""
    return Browsing(responder)


def opened(browsing: Browsing, choice: str) -> Screen:
    """Return the screen that the data of a choice leads to."""
    found = browsing.find(choice)
    assert found is not None, choice
    return found()


def data(screen: Screen) -> list[str]:
    """Return the data of the screen's choices."""
    return [choice.data for row in screen.rows for choice in row]


def shown(screen: Screen) -> str:
    """Return the screen's text."""
    return "\n".join("".join(span.text for span in line) for line in screen.lines)


def long_ids(base: Base) -> Base:
    """Return the base with the longest ids there may be, and thousands of questions and statements."""
    longest = "x" * 40
    questions = base.topics[0].questions * 100
    entries = tuple(entry.model_copy(update={"id": f"{longest[:-4]}{n:04}"}) for n, entry in enumerate(questions))
    source = base.sources[0].model_copy(update={"id": longest})
    claims = tuple(
        base.claims[0].model_copy(update={"id": f"{longest[:-4]}{n:04}", "chain": (longest,), "disagrees_with": ()})
        for n in range(1000)
    )
    told = tuple(entry.model_copy(update={"claims": (claims[0].id,), "related": ()}) for entry in entries)
    topic = base.topics[0].model_copy(update={"id": longest, "questions": told})
    return replace(base, sources=(source,), claims=claims, topics=(topic,))


def test_the_longest_ids_fit_on_every_button(base: Base) -> None:
    """Callback data of the longest ids a base may have stays within Telegram's 64 bytes, on any page."""
    browsing = Browsing(Responder(long_ids(base)))
    ahead, met = ["all", "src"], {"all", "src"}
    while ahead:
        found = set(data(opened(browsing, ahead.pop()))) - met
        met |= found
        ahead += [each for each in found if each[:2] in ("t:", "b:")]
    assert {each.partition(":")[0] for each in met} >= {"t", "b", "q"}
    assert f"b:{'x' * 40}:250" in met
    assert max(len(each.encode()) for each in met) <= 64


def test_an_id_beyond_the_longest_is_refused() -> None:
    """No base can have an id that would not fit: loading refuses it."""
    with pytest.raises(ValidationError, match="at most 40 characters"):
        Subject(id="x" * 41, name="too long")


def test_small_talk_is_not_browsed(browsing: Browsing) -> None:
    """A topic of nothing but small talk is not offered, and has no page."""
    assert data(opened(browsing, "all")) == ["t:bridge:1"]
    assert browsing.find("t:small-talk:1") is None


def test_page_turns_lead_only_to_pages_there_are(browsing: Browsing) -> None:
    """The first page leads on, the last one back, and both to the topics."""
    pages = [data(opened(browsing, f"t:bridge:{page}")) for page in (1, 2)]
    assert [len(page) for page in pages] == [PAGE + 2, 2 + 2]
    assert [page[-2:] for page in pages] == [["t:bridge:2", "all"], ["t:bridge:1", "all"]]


@pytest.mark.parametrize(("page", "shows"), [("0", 1), ("1", 1), ("3", 2), ("99999", 2)])
def test_a_page_there_is_not_is_the_nearest(browsing: Browsing, page: str, shows: int) -> None:
    """An old button may lead to a page of a longer base: it shows the last one."""
    assert shown(opened(browsing, f"t:bridge:{page}")) == f"The bridge, page {shows} of 2"


def test_what_a_source_says_is_paged(shipped: Responder) -> None:
    """The pages of a source hold each of its statements once, with the way back; each page says which it is."""
    browsing, said = Browsing(shipped), shipped.source("correspondent").statements
    first, second = opened(browsing, "b:correspondent:1"), opened(browsing, "b:correspondent:2")
    assert data(first) == ["b:correspondent:2", "src"]
    assert data(second) == ["b:correspondent:1", "src"]
    assert shown(first).startswith("Al Mayadeen's correspondent, page 1 of 2\n")
    for number, statement in enumerate(said):
        holds = [statement.claim.text in shown(page) for page in (first, second)]
        assert holds == [number < STATEMENTS, number >= STATEMENTS]


@pytest.mark.parametrize("place", ["b:police:1", "s:police"])
def test_what_a_source_says_comes_with_who_says_otherwise(browsing: Browsing, place: str) -> None:
    """The disagreeing side stands beside what a source says, in the same message."""
    told = shown(opened(browsing, place))
    assert "The Norvale Police says that two people were hurt" in told
    assert "By contrast, the report itself says, quoting Mayor Ada Quill, that nobody was hurt" in told


@pytest.mark.parametrize("place", ["dis", "time"])
def test_no_choice_leads_back_to_where_it_stands(browsing: Browsing, place: str) -> None:
    """A list offers the other ways on, and not itself."""
    assert set(data(opened(browsing, place))) == {"all", "src", "dis", "time"} - {place}


def test_a_silent_source_is_said_to_be_silent(base: Base) -> None:
    """A source without statements has a page that says so."""
    claims = tuple(c.model_copy(update={"disagrees_with": ()}) for c in base.claims if "mayor" not in c.chain)
    browsing = Browsing(Responder(replace(base, claims=claims)))
    assert "Mayor Ada Quill is not quoted on that in this report." in shown(opened(browsing, "b:mayor:1"))
    assert "The report does not say that any of its sources disagree." in shown(opened(browsing, "dis"))


def test_without_an_order_the_timeline_says_so(browsing: Browsing) -> None:
    """A report that gives no order has no timeline, and that is said."""
    assert shown(opened(browsing, "time")) == "The report does not say in which order things happened."


def test_the_timeline_keeps_the_order_and_names_each_source(base: Base) -> None:
    """Each statement of the timeline stands in its place with its own source, also where one speaks twice."""
    order = ("bridge-fell", "rust", "two-hurt", "bridge-fell")
    report = base.report.model_copy(update={"timeline": order[:3] + order[:1]})
    told = shown(opened(Browsing(Responder(replace(base, report=report))), "time"))
    starts = ["The report itself says", "Smith & Sons <builders> says", "The Norvale Police says"]
    starts += ["The report itself says", "By contrast, the report itself says, quoting Mayor Ada"]
    places = [told.find(f"\n{start}") for start in starts[:3]]
    assert places == sorted(places)
    assert -1 not in places
    assert told.count("The report itself says, naming no source, that the old bridge fell") == 2
    assert starts[-1] in told
