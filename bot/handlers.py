"""What the bot does with each kind of update. Knows no settings and how no answer is found."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from telegram import MaybeInaccessibleMessage, Message, Update
from telegram.ext import (
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot import keyboards, texts, voting
from bot.addressing import FROM_PERSON, answer_replied_to, is_command_for_us, question_in
from bot.conversations import ANSWERS, CHATS, Conversations
from bot.feedback import Feedback
from bot.picture import Picture
from bot.rendering import render
from bot.sending import acknowledge, edit, send, send_picture
from knowledge import Answer, Responder
from knowledge.models import Topic
from knowledge.wording import Line, Span, word

Handler = BaseHandler[Update, CallbackContext[Any, Any, Any, Any], None]
_Callback = Callable[[Update, CallbackContext[Any, Any, Any, Any]], Coroutine[Any, Any, None]]
_Press = Callable[[MaybeInaccessibleMessage], Awaitable[None]]

_log = logging.getLogger(__name__)


class Handlers:
    """The bot's behaviour; `all` lists what handles what."""

    def __init__(self, responder: Responder, conversations: Conversations, feedback: Feedback | None = None) -> None:
        self._feedback = feedback
        self._responder = responder
        self._base = responder.base
        self._conversations = conversations
        self._picture = Picture(self._base)
        self._topics = {topic.id: topic for topic in self._base.topics}
        self._sources = {source.id for source in self._base.sources}

    async def question(self, message: Message) -> None:
        """Answer a text or a caption that is for the bot; say nothing to any other."""
        question = question_in(message)
        if question is None:
            return
        context = await self._conversations.recall(message.chat.id, answer_replied_to(message))
        answer = self._responder.answer(question, context=context)
        await self._tell(message, answer)
        if self._feedback is not None and answer.outcome == "no_match":
            self._feedback.missed(question, answer)

    async def start(self, message: Message) -> None:
        """Welcome, whatever follows the command."""
        await self._tell(message, self._responder.welcome())

    async def help(self, message: Message) -> None:
        """Say how to ask."""
        await send(message, render(texts.help_on(self._base)))

    async def sources(self, message: Message) -> None:
        """Offer the sources as buttons."""
        await send(message, render(texts.said(texts.SOURCES)), keyboards.sources(self._base))

    async def questions(self, message: Message) -> None:
        """Offer the topics as buttons."""
        await send(message, render(texts.said(texts.TOPICS)), keyboards.topics(self._base))

    async def disagreements(self, message: Message) -> None:
        """Tell where the sources disagree, both sides."""
        await self._tell(message, self._responder.disagreements())

    async def map(self, message: Message) -> None:
        """Send who says what as a picture, or say why there is none."""
        picture = await self._picture.png()
        if picture is None:
            await send(message, render(texts.said(texts.NO_MAP)))
        else:
            await send_picture(message, picture, self._picture.caption())

    async def report(self, message: Message) -> None:
        """Say what the report is, with its link."""
        await send(message, render(texts.about(self._base.report)), keyboards.link(self._base.report))

    async def about(self, message: Message) -> None:
        """Say which version of the base answers."""
        await send(message, render(texts.version(self._base)))

    async def privacy(self, message: Message) -> None:
        """Say what is kept about a person."""
        await send(message, render(texts.privacy(CHATS, ANSWERS, self._feedback.keep_days if self._feedback else None)))

    async def unknown_command(self, message: Message) -> None:
        """Say how to ask, if the command is for this bot."""
        if is_command_for_us(message):
            await self.help(message)

    async def not_text(self, message: Message) -> None:
        """Say, to anything without words, what the bot understands."""
        await send(message, render(texts.said(texts.NOT_TEXT)))

    async def press(self, update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Do what the pressed button says; a button that no longer means anything gets a short notice."""
        query = update.callback_query
        if query is None:
            return
        act = self._meaning(query.data or "")
        if act is None or query.message is None:
            await acknowledge(query, texts.STALE)
            return
        await acknowledge(query)
        await act(query.message)

    def _meaning(self, data: str) -> _Press | None:
        """Return what a button with this data does; None for data of another base or of none."""
        match data.split(":"):
            case [keyboards.SOURCE, source] if source in self._sources:
                return partial(self._press_source, source)
            case [keyboards.QUESTION, entry] if entry in self._base.entry_by_id:
                return partial(self._press_question, entry)
            case [keyboards.TOPICS]:
                return self._press_topics
            case [keyboards.TOPIC, topic, page] if topic in self._topics and page.isdecimal():
                if 1 <= int(page) <= keyboards.pages(self._topics[topic]):
                    return partial(self._press_topic, self._topics[topic], int(page))
        return None

    async def _press_source(self, source: str, place: MaybeInaccessibleMessage) -> None:
        await self._tell(place, self._responder.source(source))

    async def _press_question(self, entry: str, place: MaybeInaccessibleMessage) -> None:
        asked = f"You asked: {self._base.entry_by_id[entry].question}"  # a pressed button leaves no trace
        await self._tell(place, self._responder.entry(entry), before=((Span(asked),),))

    async def _press_topics(self, place: MaybeInaccessibleMessage) -> None:
        await edit(place, render(texts.said(texts.TOPICS))[0], keyboards.topics(self._base))

    async def _press_topic(self, topic: Topic, page: int, place: MaybeInaccessibleMessage) -> None:
        heading = f"{topic.name}, page {page} of {keyboards.pages(topic)}"
        await edit(place, render(texts.said(heading))[0], keyboards.topic_page(topic, page))

    async def _tell(self, to: MaybeInaccessibleMessage, answer: Answer, before: tuple[Line, ...] = ()) -> None:
        """Send an answer and keep what it is about."""
        keyboard = keyboards.questions(answer.suggestions)
        if self._feedback is not None:
            keyboard = voting.under(keyboard, answer)
        sent = await send(to, render(before + word(answer)), keyboard)
        await self._conversations.remember(to.chat.id, sent, answer.context)
        _log.info("answered: outcome=%s entry=%s score=%.0f", answer.outcome, answer.entry, answer.score)

    def all(self) -> tuple[Handler, ...]:
        """Every handler, in the order they are tried; the first that fits handles the update alone."""
        commands = (
            ("start", self.start),
            ("help", self.help),
            ("sources", self.sources),
            ("questions", self.questions),
            ("disagreements", self.disagreements),
            ("map", self.map),
            ("report", self.report),
            ("about", self.about),
            ("privacy", self.privacy),
        )
        return (
            CallbackQueryHandler(self.press),  # first: the others warn of a button whose message is gone
            *(CommandHandler(name, _on_message(act), FROM_PERSON) for name, act in commands),
            MessageHandler(FROM_PERSON & filters.COMMAND, _on_message(self.unknown_command)),
            MessageHandler(FROM_PERSON & (filters.TEXT | filters.CAPTION), _on_message(self.question)),
            MessageHandler(
                FROM_PERSON & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL, _on_message(self.not_text)
            ),
        )


def _on_message(act: Callable[[Message], Awaitable[None]]) -> _Callback:
    """Turn what is done with a message into what the library calls with an update."""

    async def callback(update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        if update.message is not None:
            await act(update.message)

    return callback
