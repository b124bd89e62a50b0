"""`whosaid eval` and `whosaid ask --explain` on the terminal: tables and reasons. Decides nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from knowledge.answers import Answer
from knowledge.evaluating import GRADES, Result, share_right, threshold_curve

_LIMITS = range(20, 81, 10)
_PAIRS = 10  # confused pairs of entries shown


def show_results(console: Console, title: str, results: Sequence[Result], every_fault: bool) -> None:
    """A table by kind, the faults, the confused pairs of entries and the threshold curve."""
    console.print(_by_kind(title, results))
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


def reasons(answer: Answer) -> Iterable[str]:
    """How the answer was found, line by line: what was understood, and what competed."""
    why = answer.explanation
    yield f"understood as {why.act}; asks {', '.join(why.asks) or 'nothing particular'}"
    yield f"sources: {', '.join(why.sources) or 'none'}; subject: {' '.join(why.subject)}"
    if why.unexplained:
        yield f"words the base does not know: {', '.join(why.unexplained)}"
    for candidate in why.candidates:
        yield f"{candidate.score:5.1f} {candidate.id}" + (f" ({candidate.refused})" if candidate.refused else "")
    yield f"outcome {answer.outcome}, entry {answer.entry or 'none'}, score {answer.score}"
