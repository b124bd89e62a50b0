"""Models: what a single record may not hold, and that a statement cannot lose those who make it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest
from pydantic import ValidationError
from small_folder import Change, loaded, problems

from knowledge import Base, Statement
from knowledge.models import QUOTE_WORDS, Report

REPORT, SOURCES, OUTSIDERS = "report.yaml", "sources.yaml", "outsiders.yaml"
LEXICON, CLAIMS, QUESTIONS = "lexicon.yaml", "claims.yaml", "questions/storm.yaml"
LONG = "x" * 401
AN_ID = "no id; use small letters, digits and hyphens"
A_WORD = "string should have at least 1 character; correct it"
AN_ITEM = "empty; put at least one there"


def entry(fields: str) -> Change:
    """Return the change that adds one entry with these fields; its id stands in line 11."""
    return (QUESTIONS, "", f"  - id: added\n    question: Added?\n{fields}")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param((REPORT, "id: storm", "id: The Storm"), f"report.yaml:1: `id` is 'The Storm': {AN_ID}", id="id"),
        pytest.param((CLAIMS, "id: calm", "id: calm-"), f"claims.yaml:8: `id` is 'calm-': {AN_ID}", id="hyphen"),
        pytest.param(
            (REPORT, "id: storm", f"id: {'x' * 41}"),
            f"report.yaml:1: `id` is '{'x' * 41}': string should have at most 40 characters; correct it",
            id="long id",
        ),
        pytest.param((REPORT, "byline: Staff", "byline: ' '"), f"report.yaml:4: `byline` is ' ': {A_WORD}", id="blank"),
        pytest.param(
            (CLAIMS, "text: it was calm", f"text: {LONG}"),
            f"claims.yaml:11: `text` of 'calm' is '{LONG}': string should have at most 400 characters; correct it",
            id="long text",
        ),
        pytest.param(
            (REPORT, "https://example.org/storm", "http://example.org/storm"),
            "report.yaml:9: `url` is 'http://example.org/storm': "
            "no link; begin it with https:// and leave no blank in it",
            id="link that is not safe",
        ),
        pytest.param(
            (REPORT, "https://example.org/storm", "https://example.org/a storm"),
            "report.yaml:9: `url` is 'https://example.org/a storm': "
            "no link; begin it with https:// and leave no blank in it",
            id="link with a blank",
        ),
        pytest.param(
            (REPORT, "paragraphs: 3", "paragraphs: 0"),
            "report.yaml:10: `paragraphs` is 0: input should be greater than or equal to 1; correct it",
            id="report without paragraphs",
        ),
        pytest.param(
            (REPORT, "paragraphs: 3", "paragraphs: 1001"),
            "report.yaml:10: `paragraphs` is 1001: input should be less than or equal to 1000; correct it",
            id="report of too many paragraphs",
        ),
        pytest.param(
            (REPORT, "paragraphs: 3", "paragraphs: '3'"),
            "report.yaml:10: `paragraphs` is '3': input should be a valid integer; correct it",
            id="number in quotes",
        ),
        pytest.param(
            (REPORT, "    name: Weather\n", ""),
            "report.yaml:12: `name` is missing; add it",
            id="subject without a name",
        ),
        pytest.param(
            (SOURCES, "own_voice: true", "own_voice: maybe"),
            "sources.yaml:5: `own_voice` of 'report' is 'maybe': "
            "neither true nor false; write one of them, without quotes",
            id="own voice",
        ),
        pytest.param(
            (SOURCES, "aliases: [mayor, quill]", "aliases: mayor, quill"),
            "sources.yaml:9: `aliases` of 'mayor' is 'mayor, quill': not a list; write it as [one, two], "
            "or each on a line of its own after a dash",
            id="aliases that are no list",
        ),
        pytest.param(
            (SOURCES, "aliases: [mayor, quill]", "aliases: [mayor, no]"),
            "sources.yaml:9: `aliases` of 'mayor' has False, not text; put it in quotes",
            id="alias that YAML takes for no",
        ),
        pytest.param(
            (SOURCES, "aliases: [mayor, quill]", "includes: [Mayor Wife]"),
            f"sources.yaml:9: `includes` of 'mayor' has 'Mayor Wife': {AN_ID}",
            id="included source that is no id",
        ),
        pytest.param(
            (OUTSIDERS, "  - name: the army\n    aliases: [army]\n", "  - aliases: [army]\n"),
            "outsiders.yaml:2: `name` is missing; add it",
            id="outsider without a name",
        ),
        pytest.param(
            (LEXICON, "words: [storm, gale]", "words: []"),
            f"lexicon.yaml:3: `words` of 'storm' is []: {AN_ITEM}",
            id="concept without words",
        ),
        pytest.param(
            (CLAIMS, "chain: [mayor]", "chain: []"),
            f"claims.yaml:9: `chain` of 'calm' is []: {AN_ITEM}",
            id="claim that nobody makes",
        ),
        pytest.param(
            (CLAIMS, "    chain: [mayor]\n", ""),
            "claims.yaml:8: `chain` is missing; add it",
            id="claim without a chain",
        ),
        pytest.param(
            (CLAIMS, "paragraph: 2", "paragraph: 0"),
            "claims.yaml:10: `paragraph` of 'calm' is 0: input should be greater than or equal to 1; correct it",
            id="paragraph before the first",
        ),
        pytest.param(
            (CLAIMS, "paragraph: 2", "paragraph: 2.0"),
            "claims.yaml:10: `paragraph` of 'calm' is 2.0: input should be a valid integer; correct it",
            id="paragraph that is no whole number",
        ),
        pytest.param(
            (CLAIMS, "about: [weather]\n  - id: calm", "about: []\n  - id: calm"),
            f"claims.yaml:7: `about` of 'roofs' is []: {AN_ITEM}",
            id="claim about nothing",
        ),
        pytest.param(
            (CLAIMS, "quote: a calm night", f"quote: {'very ' * 11}calm night"),
            "claims.yaml:12: quote has 13 words; keep at most 12, the article is copyrighted",
            id="long quote",
        ),
        pytest.param(
            (QUESTIONS, "kind: not_stated", "kind: unknown"),
            "questions/storm.yaml:9: `kind` of 'cost' is 'unknown': "
            "input should be 'answer', 'not_stated' or 'small_talk'; correct it",
            id="kind",
        ),
        pytest.param(
            (QUESTIONS, "    claims: [roofs]\n", ""),
            "questions/storm.yaml:3: an answer has no claims; list in `claims` the statements that answer it",
            id="answer without claims",
        ),
        pytest.param(
            entry("    claims: [roofs]\n    shows: [price]\n"),
            "questions/storm.yaml:14: `shows` of 'added' has 'price': "
            "input should be 'title', 'publisher', 'byline', "
            "'credit', 'published', 'dated', 'url', 'paragraphs' or 'sources'; correct it",
            id="fact the report does not have",
        ),
        pytest.param(
            entry("    claims: [roofs]\n    reply: Hello!\n"),
            "questions/storm.yaml:11: `reply` goes with kind small_talk, and only with it; this entry is answer",
            id="answer with a reply",
        ),
        pytest.param(
            entry("    kind: not_stated\n    missing: it\n    reply: Hello!\n"),
            "questions/storm.yaml:11: `reply` goes with kind small_talk, and only with it; this entry is not_stated",
            id="not stated with a reply",
        ),
        pytest.param(
            entry("    kind: small_talk\n"),
            "questions/storm.yaml:11: `reply` goes with kind small_talk, and only with it; this entry is small_talk",
            id="small talk without a reply",
        ),
        pytest.param(
            entry(f"    kind: small_talk\n    reply: {'x' * 2001}\n"),
            f"questions/storm.yaml:14: `reply` of 'added' is '{'x' * 2001}': "
            "string should have at most 2000 characters; correct it",
            id="long reply",
        ),
        pytest.param(
            (QUESTIONS, "    missing: what it cost\n", ""),
            'questions/storm.yaml:7: `missing` is missing; complete in it the sentence "The report does not say …"',
            id="not stated without what",
        ),
        *(
            pytest.param(
                entry(f"    kind: small_talk\n    reply: Hello!\n    {field}\n"),
                "questions/storm.yaml:11: small talk states nothing of the report; leave only `reply` and `phrasings`",
                id=f"small talk with {field.partition(':')[0]}",
            )
            for field in ("claims: [roofs]", "shows: [title]", "missing: it", "lead: They differ.")
        ),
        pytest.param(
            (QUESTIONS, "topic: The storm", f"topic: {'x' * 41}"),
            f"questions/storm.yaml:1: `topic` is '{'x' * 41}': string should have at most 40 characters; correct it",
            id="long topic",
        ),
        pytest.param(
            ("questions/more.yaml", "", "topic: More\nquestions: []\n"),
            f"questions/more.yaml:2: `questions` is []: {AN_ITEM}",
            id="topic without questions",
        ),
    ],
)
def test_what_one_record_breaks_alone_is_told(tmp_path: Path, change: Change, expected: str) -> None:
    """A record that cannot be right is told with its line, its value and the cure, and nothing else is."""
    assert problems(tmp_path, change) == [expected]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param((REPORT, "id: storm", f"id: {'x' * 40}"), id="id of 40 characters"),
        pytest.param((CLAIMS, "text: it was calm", f"text: {'x' * 400}"), id="text of 400 characters"),
        pytest.param((CLAIMS, "quote: a calm night", f"quote: {'calm ' * QUOTE_WORDS}"), id="quote of 12 words"),
        pytest.param((REPORT, "paragraphs: 3", "paragraphs: 1000"), id="1000 paragraphs"),
        pytest.param(entry("    shows: [title, url, sources]\n"), id="answer of facts about the report alone"),
        pytest.param(entry("    kind: not_stated\n    missing: it\n    claims: [roofs]\n"), id="closest claims"),
        pytest.param(entry(f"    kind: small_talk\n    reply: {'x' * 2000}\n"), id="reply of 2000 characters"),
    ],
)
def test_what_is_just_within_the_limits_is_fine(tmp_path: Path, change: Change) -> None:
    """The limits are where the curator's guide says."""
    assert problems(tmp_path, change) == []


def test_texts_lose_the_blanks_around_them(tmp_path: Path) -> None:
    """A blank in quotes at either end is dropped."""
    assert loaded(tmp_path, (REPORT, "byline: Staff", 'byline: " Staff "')).report.byline == "Staff"


def test_statement_is_the_claim_with_its_own_chain(base: Base) -> None:
    """The base makes a statement of a claim with the sources of its chain, outermost first."""
    statement = base.statement("nobody-hurt")
    assert statement.claim is base.claim_by_id["nobody-hurt"]
    assert [source.id for source in statement.sources] == ["report", "mayor"]


@pytest.mark.parametrize(
    "sources",
    [
        pytest.param((), id="nobody"),
        pytest.param(("police",), id="another source"),
        pytest.param(("mayor",), id="who is quoted, without who quotes"),
        pytest.param(("report",), id="who quotes, without who is quoted"),
        pytest.param(("mayor", "report"), id="the other way round"),
        pytest.param(("report", "mayor", "police"), id="one more"),
    ],
)
def test_statement_with_another_chain_cannot_be_built(base: Base, sources: tuple[str, ...]) -> None:
    """No statement can be put into another mouth, nor be said by nobody."""
    with pytest.raises(ValueError, match="claim 'nobody-hurt' is made by"):
        Statement(base.claim_by_id["nobody-hurt"], tuple(base.source_by_id[source] for source in sources))


def test_statement_cannot_change_its_sources(base: Base) -> None:
    """A statement is frozen, and a copy with other sources is refused."""
    statement = base.statement("two-hurt")
    with pytest.raises(FrozenInstanceError):
        statement.sources = ()  # type: ignore[misc]
    with pytest.raises(ValueError, match="is made by"):
        replace(statement, sources=(base.source_by_id["mayor"],))


def test_statement_of_an_unknown_claim_is_an_error(base: Base) -> None:
    """The base makes no statement of a claim it does not have."""
    with pytest.raises(KeyError, match="nothing-of-the-kind"):
        base.statement("nothing-of-the-kind")


def test_record_refuses_what_it_does_not_know() -> None:
    """A field that a model does not have is an error also where no file is read."""
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Report.model_validate({"opinion": "good"})
