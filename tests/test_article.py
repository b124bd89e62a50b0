"""Article: what the base says of the report's text is proved letter by letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_folder import ARTICLE, Change, problems

CLAIMS, REPORT = "claims.yaml", "report.yaml"
PRINTED = "there stands 'a calm night', copy that"


def told(quote: str, paragraph: int, claim: str = "calm") -> str:
    """Return how a quote that stands nowhere is told, before the cure."""
    return f"the quote {quote!r} of {claim!r} is not in paragraph {paragraph} letter by letter"


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(ARTICLE, id="as printed"),
        pytest.param(ARTICLE.replace("\n", "\n\n \n"), id="empty lines are no paragraphs"),
        pytest.param(ARTICLE.replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param(ARTICLE.replace("More", "  More").replace("fly\n", "fly \n"), id="blanks around a paragraph"),
    ],
)
def test_what_stands_in_the_article_is_no_fault(tmp_path: Path, article: str) -> None:
    """Quotes, headline and number of paragraphs that the article bears out are fine."""
    assert problems(tmp_path, article=article) == []


@pytest.mark.parametrize(
    ("changes", "article", "expected"),
    [
        pytest.param(
            [(CLAIMS, "quote: a calm night", "quote: a calm  night")],
            ARTICLE,
            [f"claims.yaml:12: {told('a calm  night', 2)}; {PRINTED}"],
            id="quote with another blank",
        ),
        pytest.param(
            [(CLAIMS, "quote: a calm night", "quote: A calm night")],
            ARTICLE,
            [f"claims.yaml:12: {told('A calm night', 2)}; {PRINTED}"],
            id="quote with a capital",
        ),
        pytest.param(
            [(CLAIMS, "quote: a calm night", "quote: said Major Quill")],
            ARTICLE,
            [f"claims.yaml:12: {told('said Major Quill', 2)}; there stands 'said Mayor Quill', copy that"],
            id="quote with a wrong letter",
        ),
        pytest.param(
            [(CLAIMS, "quote: a calm night", "quote: an awful storm")],
            ARTICLE,
            [f"claims.yaml:12: {told('an awful storm', 2)}; copy it from there"],
            id="quote of nothing that stands there",
        ),
        pytest.param(
            [(CLAIMS, "quote: a calm night", "quote: it was calm in İzmir")],
            "Storm: roofs fly\nIt was calm in izmir, not İzmir\nEnd\n",
            [f"claims.yaml:12: {told('it was calm in İzmir', 2)}; copy it from there"],
            id="letters that are two when small",
        ),
        pytest.param(
            [(CLAIMS, "paragraph: 2", "paragraph: 3")],
            ARTICLE,
            [
                "claims.yaml:10: the quote 'a calm night' of 'calm' is not in paragraph 3 but in paragraph 2; "
                "correct the number, or copy a quote from there"
            ],
            id="quote of another paragraph",
        ),
        pytest.param(
            [(REPORT, "roofs fly", "roofs fall")],
            ARTICLE,
            ["report.yaml:2: the article's headline is 'Storm: roofs fly'; print it as it stands"],
            id="headline",
        ),
        pytest.param(
            [],
            ARTICLE + "One more.\n",
            ["report.yaml:10: the article has 4 paragraphs, not 3; correct the number"],
            id="number of paragraphs",
        ),
        pytest.param(
            [(CLAIMS, "paragraph: 2", "paragraph: 3")],
            "Storm: roofs fly\na calm night\n",
            [
                "claims.yaml:10: the quote 'a calm night' of 'calm' is not in paragraph 3 but in paragraph 2; "
                "correct the number, or copy a quote from there",
                "report.yaml:10: the article has 2 paragraphs, not 3; correct the number",
            ],
            id="paragraph that the article does not have",
        ),
        pytest.param(
            [],
            "",
            [
                f"claims.yaml:6: {told('roofs fly', 1, 'roofs')}; copy it from there",
                f"claims.yaml:12: {told('a calm night', 2)}; copy it from there",
                "report.yaml:10: the article has 0 paragraphs, not 3; correct the number",
            ],
            id="empty article",
        ),
    ],
)
def test_what_the_article_does_not_bear_out_is_told(
    tmp_path: Path, changes: list[Change], article: str, expected: list[str]
) -> None:
    """Each difference is told with the line of the base where it stands, and none besides."""
    assert problems(tmp_path, *changes, article=article) == expected


def test_curly_quotation_marks_equal_straight_ones(tmp_path: Path) -> None:
    """The curator may type straight marks for curly ones, and the other way round, in quotes and in the title."""
    changes = (
        (CLAIMS, "quote: a calm night", "quote: the mayor's “calm” night"),
        (REPORT, '"Storm: roofs fly"', "Storm’s roofs fly"),
    )
    article = 'Storm\'s roofs fly\nIt was the mayor’s "calm" night.\nEnd\n'
    assert problems(tmp_path, *changes, article=article) == []
