"""What the bot does with each kind of update. Knows no settings and how no answer is found."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any

from telegram import MaybeInaccessibleMessage, Message, Update
from telegram.ext import (
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot import keyboards, screens, texts, voting
from bot.addressing import EDITED_BY_PERSON, FORWARDED, FROM_PERSON, answer_replied_to, is_command_for_us, question_in
from bot.browsing import Browsing
from bot.conversations import Conversations
from bot.editing import Answered, Told
from bot.feedback import Feedback
from bot.inline import Inline
from bot.keyboards import Keyboard
from bot.metrics import matching
from bot.observing import note
from bot.picture import Picture
from bot.rendering import render
from bot.screens import Screen
from bot.sending import acknowledge, edit, replace, send, send_picture
from bot.state import ANSWER, CHAT, EDITABLE
from knowledge import Answer, Context, Responder

Handler = BaseHandler[Update, CallbackContext[Any, Any, Any, Any], None]
_Callback = Callable[[Update, CallbackContext[Any, Any, Any, Any]], Coroutine[Any, Any, None]]


class Handlers:
    """The bot's behaviour; `all` lists what handles what."""

    def __init__(
        self,
        responder: Responder,
        conversations: Conversations,
        answered: Answered,
        feedback: Feedback | None = None,
    ) -> None:
        self._feedback = feedback
        self._responder = responder
        self._base = responder.base
        self._conversations = conversations
        self._answered = answered
        self._browsing = Browsing(responder)
        self._picture = Picture(responder.base)
        self._inline = Inline(responder, self._browsing)

    async def question(self, message: Message) -> None:
        """Answer a text or a caption that is for the bot; say nothing to any other."""
        question = question_in(message)
        if question is None:
            return
        before = await self._conversations.recall(message.chat.id, answer_replied_to(message))
        await self._conversations.begins(message.chat.id, message.media_group_id)  # the rest of it has no words
        shown = await self._show(message, self._answer(question, before))
        await self._answered.put(message.chat.id, message.message_id, Told(shown, before))

    async def forwarded(self, message: Message) -> None:
        """Tell what the report has on a message that someone else wrote."""
        with matching():
            answer = self._responder.about(message.text or message.caption or "")
        await self._conversations.begins(message.chat.id, message.media_group_id)
        await self._show(message, self._browsing.answered(answer))

    async def edited(self, update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Answer an edited question where its answer stands, while that is remembered."""
        message = update.edited_message
        question = question_in(message) if message is not None else None
        if message is None or question is None:
            return
        told = await self._answered.get(message.chat.id, message.message_id)
        if told is None:
            return
        screen = self._answer(question, told.before)
        shown = await replace(message, told.messages, render(screen.lines), self._keyboard(screen, message))
        await self._answered.put(message.chat.id, message.message_id, Told(shown, told.before))
        await self._remember(message, shown, screen.answer)

    def _answer(self, question: str, before: Context) -> Screen:
        if not question.strip():  # nothing but a mention
            return self._browsing.welcome()
        with matching():
            answer = self._responder.answer(question, context=before)
        if self._feedback is not None and answer.outcome == "no_match":
            self._feedback.missed(question, answer)
        return self._browsing.answered(answer)

    async def start(self, message: Message) -> None:
        """Show what a link leads to; welcome who comes without one, or with one that means nothing."""
        payload = (message.text or "").partition(" ")[2].strip()
        opened = self._browsing.linked(payload) or self._browsing.welcome
        await self._show(message, opened())

    async def help(self, message: Message) -> None:
        """Say how to ask."""
        await send(message, render(texts.help_on(self._base)))

    async def map(self, message: Message) -> None:
        """Send who says what as a picture, or say why there is none."""
        picture = await self._picture.png()
        if picture is None:
            await send(message, render(texts.said(texts.NO_MAP)))
        else:
            await send_picture(message, picture, self._picture.caption())

    async def privacy(self, message: Message) -> None:
        """Say what is kept about a person."""
        days = self._feedback.keep_days if self._feedback is not None else None
        await send(message, render(texts.privacy(CHAT.size, ANSWER.size, EDITABLE.size, days)))

    async def browse(self, data: str, message: Message) -> None:
        """Show the screen that a command stands for."""
        opened = self._browsing.find(data)
        if opened is not None:
            await self._show(message, opened())

    async def unknown_command(self, message: Message) -> None:
        """Say how to ask, if the command is for this bot."""
        if is_command_for_us(message):
            await self.help(message)

    async def not_text(self, message: Message) -> None:
        """Say, to anything without words, what the bot understands; of an album once, and not beside an answer."""
        if await self._conversations.begins(message.chat.id, message.media_group_id):
            await send(message, render(texts.said(texts.NOT_TEXT)))

    async def press(self, update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Show what the pressed button leads to; a button that no longer means anything gets a short notice."""
        query = update.callback_query
        if query is None:
            return
        opened = self._browsing.find(query.data or "")
        if opened is None or query.message is None:
            await acknowledge(query, texts.STALE)
            return
        await acknowledge(query)
        if self._feedback is not None and query.data and query.data.startswith(f"{screens.NONE}:"):
            self._feedback.keep("none", voting.question_of(query.message), query.data.partition(":")[2])
        screen = opened()
        await self._show(query.message, screen, in_place=screen.in_place)

    async def inline(self, update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Offer what fits to be shared in the chat where it is typed."""
        if update.inline_query is not None:
            await self._inline.answer(update.inline_query)

    async def _show(self, to: MaybeInaccessibleMessage, screen: Screen, in_place: bool = False) -> tuple[int, ...]:
        """Send a screen, or put it into the message it replaces, and keep what it is about. Ids of what shows it."""
        parts, keyboard = render(screen.lines), self._keyboard(screen, to)
        if in_place and keyboard and len(parts) == 1:
            shown = await edit(to, parts[0], keyboard)
        else:
            shown = await send(to, parts, keyboard)
        await self._remember(to, shown, screen.answer)
        return shown

    def _keyboard(self, screen: Screen, to: MaybeInaccessibleMessage) -> Keyboard:
        """What is under the screen; with votes where they are kept, on what stays to be read."""
        keyboard = keyboards.under(screen, self._base.report, to.get_bot().username)
        if self._feedback is None or screen.answer is None or screen.in_place:
            return keyboard
        return voting.under(keyboard, screen.answer, to)

    async def _remember(self, place: MaybeInaccessibleMessage, shown: tuple[int, ...], answer: Answer | None) -> None:
        if answer is not None:
            await self._conversations.remember(place.chat.id, shown, answer.context)
            note(answer.outcome, entry=answer.entry, score=round(answer.score))

    def all(self) -> tuple[Handler, ...]:
        """Every handler, in the order they are tried; the first that fits handles the update alone."""
        commands: tuple[tuple[str, Callable[[Message], Awaitable[None]]], ...] = (
            ("start", self.start),
            ("help", self.help),
            ("map", self.map),
            ("privacy", self.privacy),
            *((name, partial(self.browse, data)) for name, data in screens.COMMANDS),
        )
        return (
            CallbackQueryHandler(self.press),  # first: the others warn of a button whose message is gone
            InlineQueryHandler(self.inline),
            MessageHandler(FORWARDED, _on_message(self.forwarded)),
            *(CommandHandler(name, _on_message(act), FROM_PERSON) for name, act in commands),
            MessageHandler(EDITED_BY_PERSON & ~filters.COMMAND & (filters.TEXT | filters.CAPTION), self.edited),
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
