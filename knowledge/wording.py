"""Put an answer into words: every sentence that states something names who says so. Knows no output format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.answers import Answer
from knowledge.models import Source, Statement


@dataclass(frozen=True)
class Span:
    """A run of text; `bold` marks a source's name, `quote` words of the report itself."""

    text: str
    bold: bool = False
    quote: bool = False


Line = tuple[Span, ...]  # one paragraph of the answer

FACTS = {
    "title": "Title as printed",
    "publisher": "Published by",
    "byline": "Byline",
    "credit": "Credited to (“Source:”)",
    "published": "Published",
    "dated": "Time given in the text",
    "url": "Link",
    "paragraphs": "Paragraphs, the headline included",
    "sources": "Speaking in it",
}


def word(answer: Answer) -> tuple[Line, ...]:
    """The answer as paragraphs, ready to be printed in any form."""
    return tuple(_capital(line) for line in _lines(answer) if line)


def plain(answer: Answer) -> str:
    """The answer as plain text, one paragraph a line, without the quotes."""
    lines = (line for line in word(answer) if not all(span.quote for span in line))
    return "\n".join("".join(span.text for span in line) for line in lines)


def _lines(answer: Answer) -> Iterator[Line]:
    if answer.reply:
        yield (Span(answer.reply),)
    yield from _opening(answer)
    yield from _told(answer.statements, ordered=answer.ordered)
    yield from _told(answer.contrast, "By contrast, ")
    yield from _silence(answer)
    yield from _told(answer.instead, "Quoted instead: ")
    for fact, value in answer.shows:
        yield (Span(f"{FACTS[fact]}: {value}"),)
    if answer.missing:
        yield (Span(f"The report does not say {answer.missing}."),)
    if answer.related:
        yield (Span("The closest it has:"),)
        yield from _told(answer.related)
    if answer.outcome == "no_match" and answer.suggestions:
        yield (Span("Did you mean one of these?"),)
        yield from ((Span(f"• {entry.question}"),) for entry in answer.suggestions)


def _opening(answer: Answer) -> Iterator[Line]:
    verdict = {"yes": "Yes, by this report.", "no": "No, not by this report.", None: ""}[answer.verdict]
    others = "Others are quoted on it:" if answer.verdict == "no" and answer.statements and answer.instead else ""
    if verdict or answer.lead:
        yield (Span(" ".join(filter(None, (verdict, answer.lead, others)))),)


def _silence(answer: Answer) -> Iterator[Line]:
    if answer.silent:
        names = _listed([Span(source.name, bold=True) for source in answer.silent])
        one = len(answer.silent) == 1 and answer.silent[0].verb.split()[0].endswith("s")  # "reports", not "say"
        verb = "is" if one else "are"
        yield (*names, Span(f" {verb} not quoted on that in this report."))


def _told(statements: Iterable[Statement], opening: str = "", ordered: bool = False) -> Iterator[Line]:
    """One sentence for each chain of sources, or for each statement where order matters; then the report's own words.

    A sentence names its paragraphs.
    """
    groups: dict[tuple[tuple[Source, ...], int], list[Statement]] = {}
    for number, statement in enumerate(statements):
        groups.setdefault((statement.sources, number if ordered else 0), []).append(statement)
    for (sources, _), told in groups.items():
        start = (Span(opening),) if opening else ()
        yield (*start, *attribution(sources), *_statements(told))
        yield from (_quoted(statement) for statement in told)


def _quoted(statement: Statement) -> Line:
    claim = statement.claim
    return (Span(f"“{claim.quote}” (paragraph {claim.paragraph})", quote=True),)


def attribution(sources: Sequence[Source]) -> Line:
    """Who says it, as the beginning of a sentence: "Reuters reports, quoting the Syrian Civil Defense, that "."""
    first, *quoted = sources
    spans = [Span(first.name, bold=True), Span(f" {first.verb}")]
    if first.own_voice and not quoted:
        spans.append(Span(", naming no source"))
    for source in quoted:
        spans += [Span(", quoting "), Span(source.name, bold=True)]
    return (*spans, Span(", that " if first.own_voice or quoted else " that "))


def places(statements: Iterable[Statement]) -> Iterator[Line]:
    """For each chain of sources where it speaks: "Reuters, quoting the Syrian Civil Defense: paragraph 6"."""
    by_sources: dict[tuple[Source, ...], list[Statement]] = {}
    for statement in statements:
        by_sources.setdefault(statement.sources, []).append(statement)
    for (first, *quoted), told in by_sources.items():
        spans = [Span("• "), Span(first.name, bold=True)]
        for source in quoted:
            spans += [Span(", quoting "), Span(source.name, bold=True)]
        yield (*spans, Span(f": {_paragraphs(told)}"))


def _paragraphs(told: Iterable[Statement]) -> str:
    numbers = sorted({statement.claim.paragraph for statement in told})
    return f"paragraph{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _statements(told: Sequence[Statement]) -> Line:
    *first, last = (statement.claim.text for statement in told)
    text = f"{', that '.join(first)}, and that {last}" if first else last
    return (Span(f"{text} ({_paragraphs(told)})."),)


def _listed(spans: Sequence[Span]) -> Line:
    joined: list[Span] = []
    for index, span in enumerate(spans):
        if index:
            joined.append(Span(" and " if index == len(spans) - 1 else ", "))
        joined.append(span)
    return tuple(joined)


def _capital(line: Line) -> Line:
    first = line[0]
    return (Span(first.text[:1].upper() + first.text[1:], first.bold, first.quote), *line[1:])
