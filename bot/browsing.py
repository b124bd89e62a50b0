"""Screen for screen through one base: topics, questions, sources, statements. Knows no Telegram."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from bot import screens, texts
from bot.follow_ups import TOPICS, FollowUps, asking
from bot.screens import Choice, Rows, Screen
from knowledge import Answer, Entry, Responder
from knowledge.models import Topic
from knowledge.wording import Line, word

PAGE = 8  # questions on a page
STATEMENTS = 4  # statements of a source on a page: few enough for one message
_WAYS_IN: Rows = (
    (*TOPICS, Choice("The sources", screens.SOURCES)),
    (Choice("Where they disagree", screens.DISAGREEMENTS), Choice("What came when", screens.TIMELINE)),
)
_ALL_SOURCES = (Choice("All sources", screens.SOURCES),)
Item = TypeVar("Item")


class Browsing:
    """Every screen of one base. Opening one changes nothing."""

    def __init__(self, responder: Responder) -> None:
        self._responder = responder
        self._base = base = responder.base
        self._follow_ups = FollowUps(responder)
        self._topics = {topic.id: topic for topic in base.topics if browsable(topic)}
        self._by_source = {responder.source(source.id).statements: source.id for source in reversed(base.sources)}
        self._fixed: dict[str, Callable[[], Screen]] = {
            screens.TOPICS: self._all_topics,
            screens.SOURCES: self._all_sources,
            screens.DISAGREEMENTS: lambda: _listed(responder.disagreements(), _WAYS_IN, screens.DISAGREEMENTS),
            screens.TIMELINE: lambda: _listed(responder.timeline(), _WAYS_IN, screens.TIMELINE),
            screens.REPORT: lambda: Screen(texts.about(base.report), _WAYS_IN, linked=True),
            screens.ABOUT: lambda: Screen(texts.version(base), _WAYS_IN),
        }
        self._of_one: dict[str, tuple[Container[str], Callable[[str], Screen]]] = {
            screens.SOURCE: (base.source_by_id, self._all_of_source),
            screens.QUESTION: (base.entry_by_id, self._question),
            screens.CLAIM: (base.claim_by_id, self._claim),
            screens.OTHERS: (base.claim_by_id, lambda claim: self._around(responder.others(claim), claim)),
            screens.MORE: (base.claim_by_id, lambda claim: self._around(responder.more(claim), claim)),
            screens.NONE: (base.entry_by_id, lambda _: Screen(texts.said(texts.THANKS), (TOPICS,), in_place=True)),
            screens.WHY_ENTRY: (base.entry_by_id, self._follow_ups.why_entry),
            screens.WHY_CLAIM: (base.claim_by_id, self._follow_ups.why_claim),
        }
        self._paged: dict[str, tuple[Container[str], Callable[[str, int], Screen]]] = {
            screens.TOPIC: (self._topics, self._topic),
            screens.BROWSED: (base.source_by_id, self._source),
        }

    def find(self, data: str) -> Callable[[], Screen] | None:
        """What opens the screen a choice leads to; None for data of another base or of none."""
        match data.split(":"):
            case [code] if code in self._fixed:
                return self._fixed[code]
            case [code, id_] if code in self._of_one:
                known, screen = self._of_one[code]
                return partial(screen, id_) if id_ in known else None
            case [code, id_, page] if code in self._paged and page.isdecimal():
                known, paged = self._paged[code]
                return partial(paged, id_, int(page)) if id_ in known else None
        return None

    def linked(self, payload: str) -> Callable[[], Screen] | None:
        """What opens the screen that a link from outside leads to; None for one that means nothing."""
        data = payload.replace("_", ":", 1)
        return self.find(data) if data.partition(":")[0] in screens.SHARED else None

    def welcome(self) -> Screen:
        """What greets a newcomer and says which report this is about, with every way in."""
        about = (Choice("About the report", screens.REPORT),)
        lines = word(self._responder.welcome()) + texts.introduction(self._base.report)
        return Screen(lines, (*_WAYS_IN, about))

    def answered(self, answer: Answer, before: tuple[Line, ...] = (), matched: bool = True) -> Screen:
        """An answer, and under it what follows from it; also why, where a question was matched."""
        about_report = answer.outcome in ("answer", "not_stated")
        shared = self._shared(answer) if about_report else ""
        rows = self._follow_ups.rows(answer, matched)
        return Screen(before + word(answer), rows, answer, shared, linked=about_report)

    def _all_topics(self) -> Screen:
        rows = tuple((Choice(topic.name, f"{screens.TOPIC}:{topic.id}:1"),) for topic in self._topics.values())
        return Screen(texts.said(texts.TOPICS), rows, in_place=True)

    def _topic(self, id_: str, page: int) -> Screen:
        """One page of the questions of a topic."""
        topic = self._topics[id_]
        pages = _cut(browsable(topic), PAGE)
        page = _within(page, pages)
        rows = (
            *(asking(entry.question, entry.id) for entry in pages[page - 1]),
            *_turns(screens.TOPIC, id_, page, len(pages)),
        )
        heading = f"{topic.name}, page {page} of {len(pages)}"
        return Screen(texts.said(heading), (*rows, (Choice("All topics", screens.TOPICS),)), in_place=True)

    def _question(self, entry: str) -> Screen:
        asked = f"You asked: {self._base.entry_by_id[entry].question}"  # a pressed button leaves no trace
        return self.answered(self._responder.entry(entry), texts.said(asked))

    def _around(self, answer: Answer | None, claim: str) -> Screen:
        """What was found around a claim; after a change of the base there may be nothing but the claim itself."""
        if answer is None:
            return self._claim(claim)
        return self.answered(answer, texts.said(f"{answer.question}:"), matched=False)

    def _claim(self, claim: str) -> Screen:
        return self.answered(self._responder.claim(claim), matched=False)

    def _all_sources(self) -> Screen:
        sources = self._base.sources
        rows = tuple((Choice(source.name, f"{screens.BROWSED}:{source.id}:1"),) for source in sources)
        return Screen(texts.said(texts.SOURCES), rows, in_place=True)

    def _source(self, id_: str, page: int) -> Screen:
        """One page of what a source says."""
        answer = self._responder.source(id_)
        pages = _cut(answer.statements, STATEMENTS) or [()]
        page = _within(page, pages)
        shown = self._with_other_side(replace(answer, statements=pages[page - 1]))
        name = self._base.source_by_id[id_].name
        heading = f"{name[:1].upper()}{name[1:]}, page {page} of {len(pages)}"
        rows = (*_turns(screens.BROWSED, id_, page, len(pages)), _ALL_SOURCES)
        lines = texts.said(heading) + word(shown)
        return Screen(lines, rows, answer, f"{screens.SOURCE}:{id_}", in_place=True, linked=True)

    def _all_of_source(self, id_: str) -> Screen:
        answer = self._with_other_side(self._responder.source(id_))
        return _listed(answer, (_ALL_SOURCES, TOPICS), f"{screens.SOURCE}:{id_}")

    def _with_other_side(self, answer: Answer) -> Answer:
        """What a source says, with those who say otherwise."""
        others = (self._responder.claim(told.claim.id).contrast for told in answer.statements)
        return replace(answer, contrast=tuple(dict.fromkeys(other for each in others for other in each)))

    def _shared(self, answer: Answer) -> str:
        """The data that leads to this answer: its question, else the source that says it all, else a statement."""
        if answer.entry:
            return f"{screens.QUESTION}:{answer.entry}"
        if len(answer.statements) > 1 and answer.statements in self._by_source:
            return f"{screens.SOURCE}:{self._by_source[answer.statements]}"
        return next((f"{screens.CLAIM}:{told.claim.id}" for told in answer.told + answer.related), "")


def browsable(topic: Topic) -> tuple[Entry, ...]:
    """Questions of the topic that are about the report: no small talk."""
    return tuple(entry for entry in topic.questions if entry.kind != "small_talk")


def _listed(answer: Answer, rows: Rows, shared: str) -> Screen:
    """An answer to no question, with ways on that lean on none of its statements and lead elsewhere."""
    elsewhere = tuple(tuple(choice for choice in row if choice.data != shared) for row in rows)
    return Screen(word(answer), elsewhere, answer, shared, linked=True)


def _cut(items: Sequence[Item], size: int) -> list[tuple[Item, ...]]:
    return [tuple(items[start : start + size]) for start in range(0, len(items), size)]


def _within(page: int, pages: Sequence[object]) -> int:
    """The page, or the nearest there is: an old button may be of a base with more."""
    return min(max(page, 1), len(pages))


def _turns(code: str, id_: str, page: int, pages: int) -> Rows:
    """The row that leads to the pages before and after, if there are any."""
    turning = (("« Back", page - 1), ("More »", page + 1))
    turns = tuple(Choice(label, f"{code}:{id_}:{to}") for label, to in turning if 1 <= to <= pages)
    return (turns,) if turns else ()
