"""Prove the base against the report's own text, which is copyrighted and so not part of this project."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.models import Base
from knowledge.problems import Fault

_APOSTROPHES = str.maketrans("’‘“”", "''\"\"")


def faults_against(base: Base, article: str) -> Iterator[Fault]:
    """What the base says of the article that the article does not bear out: quotes, headline, number of paragraphs.

    A paragraph is a line that is not empty; the first is the headline. Curly quotation marks equal straight ones.
    """
    paragraphs = [line.strip().translate(_APOSTROPHES) for line in article.splitlines() if line.strip()]
    if len(paragraphs) != base.report.paragraphs:
        message = f"the article has {len(paragraphs)} paragraphs, not {base.report.paragraphs}; correct the number"
        yield Fault("report.yaml", ("paragraphs",), message)
    if paragraphs and paragraphs[0] != base.report.title.translate(_APOSTROPHES):
        yield Fault("report.yaml", ("title",), f"the article's headline is {paragraphs[0]!r}; print it as it stands")
    for claim in base.claims:
        paragraph = paragraphs[claim.paragraph - 1] if claim.paragraph <= len(paragraphs) else ""
        if claim.quote.translate(_APOSTROPHES) not in paragraph:
            message = f"the quote is not in paragraph {claim.paragraph} letter by letter; copy it from there"
            yield Fault("claims.yaml", ("claims", claim.id, "quote"), message)
