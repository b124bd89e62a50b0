"""Attributed answers to share from any chat, as the bot is mentioned while typing. Knows no conversation."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot import keyboards, texts
from bot.browsing import Browsing, browsable
from bot.metrics import matching
from bot.observing import note
from bot.rendering import render
from bot.screens import Screen
from knowledge import Answer, Entry, Responder
from knowledge.wording import plain

MOST = 10  # results for one query
CACHE = 300  # seconds for which Telegram may repeat a result without asking
_PREVIEW = 120  # characters of an answer in the list of results


@dataclass(frozen=True)
class Offer:
    """One result: its title in the list, the answer, and what is sent when it is chosen."""

    title: str
    answer: Answer
    screen: Screen


class Inline:
    """Results for what is typed after the bot's name. Choosing one sends it without the bot's doing."""

    def __init__(self, responder: Responder, browsing: Browsing) -> None:
        self._responder = responder
        self._base = responder.base
        self._browsing = browsing

    async def answer(self, query: InlineQuery) -> None:
        """Answer a query, and offer to ask in private. Too late is no error."""
        try:
            await query.answer(
                self.results(query.query, query.get_bot().username),
                cache_time=CACHE,
                button=InlineQueryResultsButton(texts.ASK_IN_PRIVATE, start_parameter="inline"),
            )
        except BadRequest as refusal:
            if "query is too old" not in refusal.message.lower():
                raise

    def results(self, text: str, username: str) -> list[InlineQueryResultArticle]:
        """At most ten results, the closest first; empty where nothing is understood."""
        found: dict[str, InlineQueryResultArticle] = {}
        for offer in self._offers(text):
            parts = render(offer.screen.lines)
            if len(parts) == 1 and len(found) < MOST:  # one result is one message
                result = self._result(offer, parts[0], username)
                found.setdefault(result.id, result)
        return list(found.values())

    def _offers(self, text: str) -> Iterator[Offer]:
        if not text.strip():
            yield from self._asking(self._most_asked())
            return
        with matching():
            answer = self._responder.answer(text)
        note(answer.outcome, entry=answer.entry, score=round(answer.score))
        if answer.outcome in ("answer", "not_stated"):
            entry = self._base.entry_by_id.get(answer.entry or "")
            yield self._offer(entry.question if entry else texts.WHOLE_ANSWER, answer)
        for statement in answer.told + answer.related:
            names = ", quoting ".join(source.name for source in statement.sources)
            yield self._offer(names, self._responder.claim(statement.claim.id))
        yield from self._asking(answer.suggestions)

    def _most_asked(self) -> Iterator[Entry]:
        """The first questions of each topic that statements answer: curators put first what is asked most."""
        topics = [
            [entry for entry in browsable(topic) if entry.kind == "answer" and entry.claims]
            for topic in self._base.topics
        ]
        return (entry for row in zip_longest(*topics) for entry in row if entry is not None)

    def _asking(self, entries: Iterable[Entry]) -> Iterator[Offer]:
        return (self._offer(entry.question, self._responder.entry(entry.id)) for entry in entries)

    def _offer(self, title: str, answer: Answer) -> Offer:
        """What is sent says which report it is from: in another chat nobody knows."""
        report = self._base.report
        before = texts.said(f"From the report by {report.publisher} on {report.event}:")
        return Offer(title, answer, self._browsing.answered(answer, before))

    def _result(self, offer: Offer, html: str, username: str) -> InlineQueryResultArticle:
        """A result whose id is new when the base or the text is: Telegram keeps old ones."""
        title = offer.title[:1].upper() + offer.title[1:]
        return InlineQueryResultArticle(
            hashlib.sha256(f"{self._base.version} {title} {html}".encode()).hexdigest()[:32],
            title,
            InputTextMessageContent(html, ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)),
            description=textwrap.shorten(plain(offer.answer), _PREVIEW, placeholder=" …"),
            reply_markup=keyboards.elsewhere(offer.screen, self._base.report, username),
        )
