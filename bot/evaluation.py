"""`whosaid eval` and `whosaid ask --explain` on the terminal: tables and reasons. Decides nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table

from knowledge.answers import Answer
from knowledge.evaluating import GRADES, Result, share_right, threshold_curve
from knowledge.explaining import shown

_LIMITS = range(20, 81, 10)
_PAIRS = 10  # confused pairs of entries shown


def show_results(console: Console, title: str, results: Sequence[Result], every_fault: bool) -> None:
    """A table by kind, the faults, the confused pairs of entries and the threshold curve."""
    console.print(_by_kind(title, results))
    for line in shares(results):
        console.print(line, soft_wrap=True)
    faults = [result for result in results if result.grade != "right"]
    for result in faults if every_fault else ():
        console.print(f"{result.grade}: {result.label.ask!r}: {result.why}", markup=False, soft_wrap=True)
        for line in reasons(result.answer):
            console.print(f"    {line}", style="dim", markup=False, soft_wrap=True)
    pairs = Counter((result.label.kind, result.answer.entry) for result in faults if result.answer.entry)
    for (kind, entry), count in pairs.most_common(_PAIRS):
        console.print(f"  {count} x {kind} answered by {entry}", markup=False)
    table = Table("answered from score", "right %", "not right %", title="Where a limit would cut")
    for limit, right, other in threshold_curve(results, _LIMITS):
        table.add_row(str(limit), f"{right:.1f}", f"{other:.1f}")
    console.print(table)


def _by_kind(title: str, results: Sequence[Result]) -> Table:
    table = Table("kind", "asked", *GRADES, "right %", title=title)
    kinds = Counter(result.label.kind for result in results)
    shown = list(kinds) if len(kinds) <= 20 else []  # one row an entry would be no table
    for kind in (*shown, None):
        chosen = [result for result in results if kind in (None, result.label.kind)]
        count = Counter(result.grade for result in chosen)
        row = (str(count[grade]) for grade in GRADES)
        table.add_row(kind or "all", str(len(chosen)), *row, f"{share_right(chosen):.1f}")
    return table


def shares(results: Iterable[Result]) -> Iterator[str]:
    """What becomes of the messages to be answered with yes or no, and of those that the report does not answer."""
    asked = list(results)
    given = Counter(_given(result) for result in asked if result.label.verdict)
    if given:
        count = f"{given['as expected']} get that verdict, {given['the contrary']} the contrary, {given['none']} none"
        yield f"Of {given.total()} to be answered with yes or no, {count}."
    declined = [result.grade == "overanswered" for result in asked if result.label.expect == "decline"]
    if declined:
        told, share = sum(declined), 100 * sum(declined) / len(declined)
        yield f"Of {len(declined)} that the report does not answer, {told} ({share:.1f} %) are answered all the same."


def _given(result: Result) -> str:
    """Which verdict an answer gives that has to give one."""
    if result.answer.verdict is None:
        return "none"
    return "as expected" if result.answer.verdict == result.label.verdict else "the contrary"


def reasons(answer: Answer) -> Iterable[str]:
    """How the answer was found, line by line: what was understood, and what competed."""
    why = answer.explanation
    yield f"understood as {why.act}; asks {', '.join(why.asks) or 'nothing particular'}"
    yield f"sources: {', '.join(why.sources) or 'none'}; subject: {' '.join(why.subject)}"
    if why.unexplained:
        yield f"words the base does not know: {', '.join(why.unexplained)}"
    for candidate, told in shown(answer):
        line = f"{'told' if told else '':4} {candidate.score:5.1f} {candidate.id}"
        refused = f" ({candidate.refused})" if candidate.refused else ""
        yield f"{line}{refused}, by {' '.join(candidate.nearest)}"
    yield f"outcome {answer.outcome}, entry {answer.entry or 'none'}, score {answer.score}"
