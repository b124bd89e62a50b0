"""👍 and 👎 under answers, and what a press keeps. Shown only while there is a database to keep it in."""

from __future__ import annotations

import re
from typing import Any

from telegram import InlineKeyboardMarkup, MaybeInaccessibleMessage, Message, Update
from telegram.ext import CallbackContext, CallbackQueryHandler

from bot import texts
from bot.addressing import question_in
from bot.feedback import Feedback
from bot.keyboards import Keyboard, button
from bot.sending import acknowledge, edit_keyboard
from knowledge import Answer

_VOTE = re.compile(r"v:(up|down):([a-z0-9-]{0,40}):([0-9]{1,3})")  # v:<vote>:<entry>:<score>
_SIGNS = (("👍", "up"), ("👎", "down"))


def under(keyboard: Keyboard, answer: Answer, to: MaybeInaccessibleMessage) -> Keyboard:
    """The keyboard with a row to vote on this answer, if it is one to a question and not small talk."""
    if answer.outcome == "small_talk" or not (answer.entry or question_in_words(to)):
        return keyboard
    about = f"{answer.entry or ''}:{answer.score:.0f}"
    return [*keyboard, [button(sign, f"v:{vote}:{about}") for sign, vote in _SIGNS]]


class Voting:
    """Takes the votes. All it knows of an answer is in the button, and in the question that it replies to."""

    def __init__(self, feedback: Feedback) -> None:
        self._feedback = feedback

    def handler(self) -> CallbackQueryHandler[CallbackContext[Any, Any, Any, Any], None]:
        """What handles presses of these buttons; has to stand before that of the others."""
        return CallbackQueryHandler(self.press, pattern="^v:")

    async def press(self, update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Keep the vote, thank for it, and take the two buttons away."""
        query = update.callback_query
        if query is None:
            return
        pressed = _VOTE.fullmatch(query.data or "")
        if pressed is None:
            await acknowledge(query, texts.STALE)
            return
        answer = query.message if isinstance(query.message, Message) else None
        if pressed[1] == "down":
            self._feedback.keep("down", question_of(answer), pressed[2], float(pressed[3]))
        else:
            self._feedback.keep("up", "", pressed[2], float(pressed[3]))
        await acknowledge(query, texts.NOTED)
        if answer is not None and answer.reply_markup is not None:
            rows = answer.reply_markup.inline_keyboard
            others = [row for row in rows if not any(_VOTE.fullmatch(str(each.callback_data)) for each in row)]
            if len(others) < len(rows):
                await edit_keyboard(answer, InlineKeyboardMarkup(others) if others else None)


def question_of(answer: MaybeInaccessibleMessage | None) -> str:
    """The question that the answer replies to; empty where a button was answered, or the question is gone."""
    return question_in_words(answer.reply_to_message) if isinstance(answer, Message) else ""


def question_in_words(asked: MaybeInaccessibleMessage | None) -> str:
    """What a person asks in this message; empty for the bot's own, for commands, and for what others wrote."""
    if not isinstance(asked, Message) or asked.from_user is None or asked.from_user.is_bot or asked.forward_origin:
        return ""
    text = question_in(asked) or asked.text or asked.caption or ""
    return "" if text.startswith("/") else text
