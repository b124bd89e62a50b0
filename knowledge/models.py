"""What a base and its files hold: report, sources, claims, entries. Reads no file; knows no question, no Telegram."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, model_validator

from knowledge.variants import spelled_out, well_formed

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Words = tuple[Annotated[Text, AfterValidator(well_formed)], ...]
Variants = Annotated[Words, AfterValidator(spelled_out)]
ReportField = Literal["title", "publisher", "byline", "credit", "published", "dated", "url", "paragraphs", "sources"]
QUOTE_WORDS = 12  # the longest quote we print: the article is copyrighted
MENDED = {"mended": True}  # the context in which a record may contradict itself: that is told already


def _short(quote: str) -> str:
    """The quote. Raises `ValueError` where it is too long."""
    if (words := len(quote.split())) > QUOTE_WORDS:
        raise ValueError(f"quote has {words} words; keep at most {QUOTE_WORDS}, the article is copyrighted")
    return quote


class Record(BaseModel):
    """Anything a curator writes: nothing unknown is accepted, nothing changes after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # a kept base needs no validators


class Subject(Record):
    """Something statements of the report are about. `earlier` where it is another event, before the one reported."""

    id: Id
    name: Text
    earlier: bool = False


class Report(Record):
    """One news report: what it is, not what it says. `timeline` are claims, where the report gives their order."""

    id: Id
    title: Text
    publisher: Text
    byline: Text
    credit: Text
    published: Text
    dated: Text
    event: Text
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
    paragraphs: Annotated[int, Field(ge=1, le=1000, strict=True)]
    subjects: tuple[Subject, ...]
    timeline: tuple[Id, ...] = ()


class Source(Record):
    """Someone the report lets speak.

    `name` stands in the middle of a sentence; `verb` agrees with it. `own_voice` marks the report itself, where it
    names no source. `includes` are those who speak on its behalf; `sides` mean it only before "version" and the like.
    """

    id: Id
    name: Text
    verb: Text
    own_voice: bool = False
    aliases: Variants = ()
    speaking_aliases: Variants = ()
    sides: tuple[Text, ...] = ()
    includes: tuple[Id, ...] = ()


class Outsider(Record):
    """A body people ask about that the report does not quote."""

    name: Text
    aliases: Variants = ()


class Concept(Record):
    """Words that mean the same here. A `critical` one never passes unnoticed.

    A question with a critical concept is not answered by an entry that never speaks of it. What speaks of a concept
    speaks, loosely, of those it `includes` (casualties: the killed and the injured): enough to answer, not to confirm.
    The words of a `varied` one are of one kind and not of one meaning ("Thursday", "Friday"), and `strong` words say
    more than the others ("massacre"): both find the answer, but only a statement with the very word is confirmed.
    `contrary` words say the contrary ("success" of failure), as if put in the negative. An `action` is something done:
    who stands before it may be who does it, so only the same pair confirms it; `doers` have done what is told.
    """

    id: Id
    words: Annotated[Words, Field(min_length=1), AfterValidator(spelled_out)]
    strong: Variants = ()
    contrary: Variants = ()
    critical: bool = False
    varied: bool = False
    action: bool = False
    doers: bool = False
    includes: tuple[Id, ...] = ()


class Claim(Record):
    """One statement of the report, in our own words, with the chain of those who make it.

    `chain` is outermost first: (reuters, syrian-civil-defense) is Reuters quoting the Syrian Civil Defense.
    `text` completes the sentence "X says that …". `paragraph` counts from 1, the headline.
    """

    id: Id
    chain: Annotated[tuple[Id, ...], Field(min_length=1)]
    paragraph: Annotated[int, Field(ge=1, strict=True)]
    text: Text
    quote: Annotated[Text, AfterValidator(_short)]
    about: Annotated[tuple[Id, ...], Field(min_length=1)]
    disagrees_with: tuple[Id, ...] = ()
    phrasings: tuple[Text, ...] = ()


class Entry(Record):
    """One question people ask, in many phrasings, and what answers it.

    Kind `answer`: `claims` in the order to be told, and facts about the report to show. Kind `not_stated`: `claims`
    are the closest it has. In both `missing` completes "The report does not say …". Kind `small_talk`: `reply`.
    `verdict` no: the question supposes what the report has otherwise. `repeats`: what was told before is told again.
    """

    id: Id
    question: Text
    kind: Literal["answer", "not_stated", "small_talk"] = "answer"
    phrasings: tuple[Text, ...] = ()
    claims: tuple[Id, ...] = ()
    shows: tuple[ReportField, ...] = ()
    lead: Text | None = None
    verdict: Literal["no"] | None = None
    missing: Text | None = None
    reply: Annotated[str, StringConstraints(min_length=1, max_length=2000)] | None = None
    related: tuple[Id, ...] = ()
    repeats: bool = False

    @model_validator(mode="after")
    def _fits_its_kind(self, info: ValidationInfo) -> Entry:
        if info.context is MENDED:
            return self
        if self.kind == "answer" and not (self.claims or self.shows):
            raise ValueError("an answer has no claims; list in `claims` the statements that answer it")
        if (self.reply is not None) != (self.kind == "small_talk"):
            raise ValueError(f"`reply` goes with kind small_talk, and only with it; this entry is {self.kind}")
        if self.kind == "not_stated" and self.missing is None:
            raise ValueError('`missing` is missing; complete in it the sentence "The report does not say …"')
        if self.kind == "small_talk" and (self.claims or self.shows or self.missing or self.lead or self.verdict):
            raise ValueError("small talk states nothing of the report; leave only `reply` and `phrasings`")
        return self


class Topic(Record):
    """A file of questions: `id` is the file's name, `name` stands under `topic` in it."""

    id: Id
    name: Annotated[str, Field(alias="topic", min_length=1, max_length=40)]
    questions: Annotated[tuple[Entry, ...], Field(min_length=1)]


class SourcesFile(Record):
    """The file sources.yaml: everyone the report lets speak."""

    sources: tuple[Source, ...]


class OutsidersFile(Record):
    """The file outsiders.yaml: bodies people ask about that the report does not quote."""

    outsiders: tuple[Outsider, ...] = ()


class LexiconFile(Record):
    """The file lexicon.yaml: words that mean the same in questions about this report."""

    concepts: tuple[Concept, ...] = ()


class ClaimsFile(Record):
    """The file claims.yaml: every statement of the report."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Base:
    """One report and all we hold about it, whole and checked. Built by loading; never changes."""

    report: Report
    sources: tuple[Source, ...]
    outsiders: tuple[Outsider, ...]
    concepts: tuple[Concept, ...]
    claims: tuple[Claim, ...]
    topics: tuple[Topic, ...]
    version: str = ""  # first 12 hex digits of the SHA-256 over the files

    @property
    def entries(self) -> Iterator[Entry]:
        """Entries in the order of the files."""
        return (entry for topic in self.topics for entry in topic.questions)

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def entry_by_id(self) -> dict[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

    def wordings(self) -> dict[str, tuple[str, ...]]:
        """All that is written about each entry and claim, by id: its question, phrasings, statement, quote."""
        told = {c.id: (f"{self.source_by_id[c.chain[0]].verb} {c.text}", c.quote, *c.phrasings) for c in self.claims}
        return {entry.id: (entry.question, *entry.phrasings) for entry in self.entries} | told

    def statement(self, claim_id: str) -> Statement:
        """Return the claim with its sources. Raises `KeyError` for an id the base does not have."""
        claim = self.claim_by_id[claim_id]
        return Statement(claim, tuple(self.source_by_id[source] for source in claim.chain))


@dataclass(frozen=True)
class Statement:
    """A claim together with those who make it: the only form in which a claim can enter an answer.

    Raises `ValueError` where `sources` is not exactly the claim's chain.
    """

    claim: Claim
    sources: tuple[Source, ...]

    def __post_init__(self) -> None:
        if tuple(source.id for source in self.sources) != self.claim.chain:
            raise ValueError(f"claim {self.claim.id!r} is made by {self.claim.chain!r}, not by {self.sources!r}")
