"""Rendering: Telegram's HTML, its limit, and no part of an answer without its source."""

from __future__ import annotations

import pytest
from telegram_html import InvalidHtmlError, bold, plain, quoted

from bot.rendering import render
from knowledge import Responder, load_base
from knowledge.wording import Line, Span, word


def statement(source: str, text: str) -> Line:
    """Return a line as wording makes it: a source in bold and what it says."""
    return (Span(source, bold=True), Span(" says that "), Span(text))


def test_sources_are_bold_and_quotes_are_block_quotes() -> None:
    """Bold and block quotes come out as Telegram's tags, paragraphs apart from each other."""
    lines = (statement("Reuters", "it rained."), (Span("heavy rain", quote=True),), statement("Tass", "no."))
    assert render(lines) == (
        "<b>Reuters</b> says that it rained.\n<blockquote>heavy rain</blockquote>\n\n<b>Tass</b> says that no.",
    )


def test_quotes_of_one_statement_are_one_block() -> None:
    """Quotes that follow each other stand in one block, which has to be opened where there are more than three."""
    few, many = ([(Span(f"q{n}", quote=True),) for n in range(count)] for count in (3, 4))
    assert render((statement("A", "x."), *few, statement("B", "y."), *many)) == (
        "<b>A</b> says that x.\n<blockquote>q0\nq1\nq2</blockquote>\n\n"
        "<b>B</b> says that y.\n<blockquote expandable>q0\nq1\nq2\nq3</blockquote>",
    )


def test_no_source_loses_its_bold() -> None:
    """Telegram formats a hundred places of a message; where there are more, another message begins."""
    lines = [line for n in range(80) for line in (statement(f"S{n}", "x."), (Span("q", quote=True),))]
    parts = render(lines)
    assert len(parts) == 2
    assert [name for part in parts for name in bold(part)] == [f"S{n}" for n in range(80)]
    assert all(part.count("<b>") + part.count("<blockquote>") <= 100 for part in parts)


def test_text_is_escaped() -> None:
    """What looks like a tag or an entity is shown as it is written."""
    (html,) = render((statement("A & <b>", "1 < 2 &amp; “quoted” > 0"),))
    assert plain(html) == "A & <b> says that 1 < 2 &amp; “quoted” > 0"
    assert bold(html) == ["A & <b>"]


def test_nothing_renders_to_nothing() -> None:
    """No line, no message."""
    assert render(()) == ()


def test_what_is_too_long_goes_into_further_messages() -> None:
    """Paragraphs fill messages up to the limit; none is cut where it fits whole, and none is lost."""
    lines = [statement(f"Source {n}", "it rained. " * 3) for n in range(30)]
    parts = render(lines, limit=300)
    assert all(len(plain(part)) <= 300 for part in parts)
    assert [name for part in parts for name in bold(part)] == [f"Source {n}" for n in range(30)]
    assert len(parts) < 30


def test_quote_stays_with_its_statement() -> None:
    """A quote is not parted from the line that says whose words they are."""
    lines = []
    for n in range(20):
        lines += [statement(f"Source {n}", "it rained."), (Span(f"rain of {n}", quote=True),)]
    for part in render(lines, limit=120):
        assert [name.split()[1] for name in bold(part)] == [quote.split()[2] for quote in quoted(part)]


def test_long_statement_is_split_at_sentence_ends_and_keeps_its_source() -> None:
    """A paragraph beyond the limit continues in a message that begins with its source; no word is lost."""
    sentences = [f"Sentence {n} about <rain> & wind. " for n in range(40)]
    parts = render((statement("Reuters", "".join(sentences)),), limit=200)
    texts = [plain(part) for part in parts]
    assert all(len(text) <= 200 for text in texts)
    assert all(part.startswith("<b>Reuters") for part in parts)
    assert all(text.rstrip().endswith("wind.") for text in texts)
    whole = "".join(text.replace("Reuters (continued): ", "") for text in texts)
    assert whole == "Reuters says that " + "".join(sentences)


def test_long_quote_keeps_its_source_too() -> None:
    """A block too long for one message names its source in every part, also where that is a quote."""
    lines = (statement("Reuters", "it rained."), (Span("rain and rain again. " * 40, quote=True),))
    parts = render(lines, limit=200)
    assert len(parts) > 3
    assert all("Reuters" in bold(part)[0] for part in parts)
    assert all(len(plain(part)) <= 200 for part in parts)


def test_sentence_without_end_is_broken_between_words() -> None:
    """Where no sentence ends in time, words stay whole; a word longer than a message is cut."""
    words = " ".join(["word"] * 100)
    parts = render(((Span(words),),), limit=50)
    assert all(set(plain(part).split()) == {"word"} for part in parts)
    assert [len(plain(part)) for part in render(((Span("x" * 120),),), limit=50)] == [50, 50, 20]


def test_every_answer_of_the_shipped_base_is_valid() -> None:
    """Each entry, source and disagreement renders to valid HTML within the limit, its sources in bold."""
    responder = Responder(load_base())
    base = responder.base
    answers = [responder.entry(entry.id) for entry in base.entries]
    answers += [responder.source(source.id) for source in base.sources]
    answers += [responder.disagreements(), responder.timeline(), responder.welcome()]
    for answer in answers:
        parts = render(word(answer))
        assert parts, answer.entry
        assert all(0 < len(plain(part)) <= 4096 for part in parts)
        shown = {name.casefold() for part in parts for name in bold(part)}
        speaking = {source.name.casefold() for told in answer.told for source in told.sources}
        assert speaking <= shown, answer.entry


@pytest.mark.parametrize(
    "html",
    [
        "a < b",
        "a > b",
        "AT&T",
        "<b>open",
        "</b>",
        "<b><i>x</b></i>",
        "<h1>x</h1>",
        "<b class='x'>y</b>",
        "<blockquote><blockquote>x</blockquote></blockquote>",
        "<b>x</b>" * 101,
    ],
)
def test_the_fake_refuses_what_telegram_refuses(html: str) -> None:
    """The judge of these tests does find invalid HTML."""
    with pytest.raises(InvalidHtmlError):
        plain(html)
