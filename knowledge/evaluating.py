"""Measure a base: labelled messages against expected answers, and the base against itself. Prints nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from knowledge.answering import Responder
from knowledge.answers import Answer, Context, Verdict
from knowledge.loading import load_file
from knowledge.models import Base, Record, Statement, Text, Topic
from knowledge.wording import plain

Grade = Literal["right", "partial", "wrong", "missed", "overanswered"]
Expected = Literal["answer", "decline", "either", "small_talk"]
GRADES: tuple[Grade, ...] = ("right", "partial", "wrong", "missed", "overanswered")
FOLDS = 10

# Where a statement stands: "4", a paragraph; "7 pentagon", what that source says in it; "4|6", one of several.
Reference = Annotated[str, Field(pattern=r"^\d+( [a-z-]+)?(\|\d+( [a-z-]+)?)*$"), BeforeValidator(str)]


def _compilable(pattern: str) -> str:
    """The pattern. Raises `ValueError` where it is none."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError) as error:
        cure = "put a backslash before a bracket or mark that stands for itself"
        raise ValueError(f"{pattern!r} is no valid pattern ({error}); {cure}") from error
    return pattern


Pattern = Annotated[str, AfterValidator(_compilable)]


class Label(Record):
    """One message and what a perfect answer to it is.

    `must`: each of these is told. `may`: these too are to the point, anything else is beside it. `text`: regular
    expressions the plain text matches, ignoring case.
    """

    ask: Text
    kind: Text
    expect: Expected = "answer"
    must: tuple[Reference, ...] = ()
    may: tuple[Reference, ...] = ()
    text: tuple[Pattern, ...] = ()
    verdict: Verdict | None = None


class Labels(Record):
    """A file of labelled messages: single ones, and conversations of several."""

    messages: tuple[Label, ...] = ()
    conversations: tuple[tuple[Label, ...], ...] = ()

    def all(self) -> Iterator[tuple[Label, ...]]:
        """Every message as a conversation, if only of one turn."""
        yield from ((label,) for label in self.messages)
        yield from self.conversations


@dataclass(frozen=True)
class Result:
    """One message asked, what came back, and how good that is. `why` is empty where it is right."""

    label: Label
    answer: Answer
    grade: Grade
    why: str = ""


def load_labels(path: Path) -> Labels:
    """Labelled messages of a YAML file. Raises `BaseProblems` with everything that is wrong with it."""
    return load_file(path, Labels)


def evaluate(responder: Responder, labels: Labels) -> Iterator[Result]:
    """Ask every message, each conversation in its own context, and grade what comes back."""
    for turns in labels.all():
        context = Context()
        for label in turns:
            answer = responder.answer(label.ask, context)
            context = answer.context
            yield Result(label, answer, *grade(label, answer))


def grade(label: Label, answer: Answer) -> tuple[Grade, str]:
    """How good the answer is, and what is wrong with it."""
    if label.expect == "small_talk":
        return ("right", "") if answer.outcome == "small_talk" else ("wrong", f"is {answer.outcome}")
    if label.expect in ("decline", "either"):
        return _grade_refusal(label, answer)
    if answer.outcome in ("not_stated", "no_match") and not answer.verdict == label.verdict == "no":
        return "missed", f"is {answer.outcome}"
    if lacking := [wanted for wanted in label.must if not any(_stands(wanted, told) for told in answer.told)]:
        return "wrong", f"lacks {', '.join(lacking)}"
    if label.verdict and answer.verdict != label.verdict:
        return "wrong", f"the verdict is {answer.verdict}, not {label.verdict}"
    said = plain(answer)
    if lacking := [pattern for pattern in label.text if not re.search(pattern, said, re.IGNORECASE)]:
        return "wrong", f"the text lacks {', '.join(lacking)}"
    beside = [told.claim.id for told in answer.told if not _allowed(label, told)]
    return ("partial", f"beside the point: {', '.join(beside)}") if beside else ("right", "")


def _grade_refusal(label: Label, answer: Answer) -> tuple[Grade, str]:
    if answer.outcome in ("not_stated", "no_match"):
        return "right", ""
    careful = all(_allowed(label, told) for told in answer.told) and answer.verdict in (None, label.verdict)
    if label.expect == "either" and careful:
        return "right", ""
    return "overanswered", f"tells {', '.join(told.claim.id for told in answer.told) or answer.outcome}"


def _allowed(label: Label, told: Statement) -> bool:
    return any(_stands(reference, told) for reference in label.must + label.may)


def _stands(reference: str, told: Statement) -> bool:
    """Whether the statement stands where the reference says."""
    places = {str(told.claim.paragraph)} | {f"{told.claim.paragraph} {source}" for source in told.claim.chain}
    return not places.isdisjoint(reference.split("|"))


def held_out_phrasings(base: Base) -> Iterator[Result]:
    """Ask every phrasing of a base that lacks it, a tenth of them at a time. Right is its own entry."""
    for fold in range(FOLDS):
        fitted = Responder(_without_phrasings(base, fold))
        for entry in base.entries:
            for phrasing in entry.phrasings[fold::FOLDS]:
                label = Label(ask=phrasing, kind=entry.id, expect="small_talk" if entry.reply else "answer")
                answer = fitted.answer(phrasing)
                own = answer.entry == entry.id or {s.claim.id for s in answer.told} == set(entry.claims) != set()
                refused: Grade = "missed" if answer.outcome == "no_match" else "wrong"
                won = answer.entry or ", ".join(s.claim.id for s in answer.told) or answer.outcome
                yield Result(label, answer, *(("right", "") if own else (refused, won)))


def held_out_entries(base: Base) -> Iterator[Result]:
    """Ask the canonical question of every not-stated entry of a base without it. Right is a refusal."""
    for fold in range(FOLDS):
        left_out = [entry for entry in list(base.entries)[fold::FOLDS] if entry.kind == "not_stated"]
        fitted = Responder(_without_entries(base, {entry.id for entry in left_out}))
        for entry in left_out:
            label = Label(ask=entry.question, kind=entry.kind, expect="decline")
            answer = fitted.answer(entry.question)
            yield Result(label, answer, *grade(label, answer))


def _without_phrasings(base: Base, fold: int) -> Base:
    def kept(topic: Topic) -> Topic:
        entries = tuple(
            entry.model_copy(update={"phrasings": tuple(p for n, p in enumerate(entry.phrasings) if n % FOLDS != fold)})
            for entry in topic.questions
        )
        return topic.model_copy(update={"questions": entries})

    return replace(base, topics=tuple(map(kept, base.topics)))


def _without_entries(base: Base, ids: set[str]) -> Base:
    topics = (
        topic.model_copy(update={"questions": tuple(entry for entry in topic.questions if entry.id not in ids)})
        for topic in base.topics
    )
    return replace(base, topics=tuple(topics))


def share_right(results: Sequence[Result]) -> float:
    """Percentage of right answers; 100 where nothing was asked."""
    return 100 * sum(result.grade == "right" for result in results) / len(results) if results else 100.0


def threshold_curve(results: Iterable[Result], limits: Iterable[int]) -> Iterator[tuple[int, float, float]]:
    """For each limit: percent of messages answered rightly at or above it, percent answered otherwise."""
    asked = list(results)
    for limit in limits:
        above = [result for result in asked if result.answer.score >= limit]
        right = sum(result.grade == "right" for result in above)
        yield limit, 100 * right / max(len(asked), 1), 100 * (len(above) - right) / max(len(asked), 1)
