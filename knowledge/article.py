"""Prove the base against the report's own text, which is copyrighted and so not part of this project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from knowledge.models import Base, Claim
from knowledge.problems import Fault

_APOSTROPHES = str.maketrans("’‘“”", "''\"\"")
_LIKE = 80.0  # likeness, of 100, from which on a quote is only written otherwise


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
        quote = claim.quote.translate(_APOSTROPHES)
        standing = [number for number, text in enumerate(paragraphs, 1) if quote in text]
        if claim.paragraph in standing:
            continue
        told = f"the quote {claim.quote!r} of {claim.id!r} is not in paragraph {claim.paragraph}"
        if standing:
            where = ", ".join(map(str, standing))
            message = f"{told} but in paragraph {where}; correct the number, or copy a quote from there"
            yield Fault("claims.yaml", ("claims", claim.id, "paragraph"), message)
        else:
            message = f"{told} letter by letter; {_cure(claim, quote, paragraphs)}"
            yield Fault("claims.yaml", ("claims", claim.id, "quote"), message)


def _cure(claim: Claim, quote: str, paragraphs: Sequence[str]) -> str:
    """What to do with a quote that stands nowhere: to copy what is printed in its place, if something like it is."""
    paragraph = "".join(paragraphs[claim.paragraph - 1 : claim.paragraph])
    near = fuzz.partial_ratio_alignment(quote.casefold(), paragraph.casefold(), score_cutoff=_LIKE)
    if near is None or len(paragraph.casefold()) != len(paragraph):  # its letters are counted otherwise
        return "copy it from there"
    begin = paragraph.rfind(" ", 0, near.dest_start + 1) + 1
    end = f"{paragraph} ".find(" ", near.dest_end - 1)
    return f"there stands {paragraph[begin:end].strip('.,;: ')!r}, copy that"
