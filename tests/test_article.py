"""Article: what the base says of the report's text is proved letter by letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_folder import ARTICLE, Change, problems

CLAIMS, REPORT = "claims.yaml", "report.yaml"


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
            ["claims.yaml:12: the quote is not in paragraph 2 letter by letter; copy it from there"],
            id="quote with another blank",
        ),
        pytest.param(
            [(CLAIMS, "quote: a calm night", "quote: A calm night")],
            ARTICLE,
            ["claims.yaml:12: the quote is not in paragraph 2 letter by letter; copy it from there"],
            id="quote with a capital",
        ),
        pytest.param(
            [(CLAIMS, "paragraph: 2", "paragraph: 3")],
            ARTICLE,
            ["claims.yaml:12: the quote is not in paragraph 3 letter by letter; copy it from there"],
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
                "claims.yaml:12: the quote is not in paragraph 3 letter by letter; copy it from there",
                "report.yaml:10: the article has 2 paragraphs, not 3; correct the number",
            ],
            id="paragraph that the article does not have",
        ),
        pytest.param(
            [],
            "",
            [
                "claims.yaml:6: the quote is not in paragraph 1 letter by letter; copy it from there",
                "claims.yaml:12: the quote is not in paragraph 2 letter by letter; copy it from there",
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
