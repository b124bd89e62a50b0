"""Messages and notices to Telegram, and the refusals that are no errors. Knows no answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from html import escape
from typing import Any, TypeVar

from telegram import (
    CallbackQuery,
    InlineKeyboardMarkup,
    MaybeInaccessibleMessage,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot import texts
from bot.keyboards import Keyboard
from bot.rendering import LIMIT

_UNWELCOME = (
    "chat not found",
    "message thread not found",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "chat_restricted",
    "topic_closed",
)
_NO_PICTURES = ("rights to send photos", "chat_send_photos_forbidden")
_LATE = timedelta(minutes=10)
Result = TypeVar("Result")


def is_unwelcome(error: Exception) -> bool:
    """Whether Telegram refuses because the bot is blocked, removed or muted there, or the chat has moved or is gone."""
    if isinstance(error, BadRequest):
        return any(reason in error.message.lower() for reason in _UNWELCOME)
    return isinstance(error, Forbidden | ChatMigrated)


async def send(to: MaybeInaccessibleMessage, parts: Sequence[str], keyboard: Keyboard | None = None) -> tuple[int, ...]:
    """Send parts of HTML, the first as a reply, the keyboard under the last. Ids of what was sent."""
    sent: list[int] = []
    if _is_late(to):
        together = f"{texts.LATE}\n\n{parts[0]}"
        parts = (together, *parts[1:]) if len(together) <= LIMIT else (texts.LATE, *parts)
    for number, part in enumerate(parts, 1):
        buttons = keyboard if number == len(parts) else None
        message = partial(_send, to, part, buttons)
        sent.append(await (_as_reply(to, message) if number == 1 else message(None)))
    return tuple(sent)


async def _as_reply(
    to: MaybeInaccessibleMessage, sent: Callable[[ReplyParameters | None], Awaitable[Result]]
) -> Result:
    """Send as a reply, or without where Telegram refuses that in spite of what was allowed."""
    try:
        return await sent(ReplyParameters(to.message_id, allow_sending_without_reply=True))
    except BadRequest as refusal:
        if "replied not found" not in refusal.message:
            raise
        return await sent(None)


async def send_picture(to: MaybeInaccessibleMessage, png: bytes, caption: str) -> None:
    """Send a picture as a reply, its caption plain text; the caption alone where pictures are not allowed."""

    async def sent(reply: ReplyParameters | None) -> Message:
        return await to.get_bot().send_photo(
            to.chat.id,
            png,
            caption=caption,
            filename="map.png",
            message_thread_id=_topic(to),
            reply_parameters=reply,
        )

    try:
        await _as_reply(to, sent)
    except BadRequest as refusal:
        if not any(reason in refusal.message.lower() for reason in _NO_PICTURES):
            raise
        await send(to, (escape(caption, quote=False),))


async def _send(
    to: MaybeInaccessibleMessage, part: str, keyboard: Keyboard | None, reply: ReplyParameters | None
) -> int:
    parameters = {"message_thread_id": _topic(to), "reply_parameters": reply}
    # send_message() would parse the whole message that comes back, at a tenth of all time, and its id is all we need.
    sent = await to.get_bot()._post("sendMessage", _shown(to, part, keyboard) | parameters)
    return int(sent["message_id"])


def _shown(place: MaybeInaccessibleMessage, text: str, keyboard: Keyboard | None) -> dict[str, Any]:
    """Return what a message in this chat shows, as parameters of a request."""
    return {
        "chat_id": place.chat.id,
        "text": text,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {"inline_keyboard": keyboard} if keyboard else None,
    }


async def edit(message: MaybeInaccessibleMessage, text: str, keyboard: Keyboard) -> tuple[int, ...]:
    """Put this HTML and keyboard into a message of the bot, or send them where it can no longer be edited.

    Ids of what shows them now.
    """
    if await _edited(message, message.message_id, text, keyboard):
        return (message.message_id,)
    return await send(message, (text,), keyboard)


async def replace(
    question: MaybeInaccessibleMessage,
    sent: Sequence[int],
    parts: Sequence[str],
    keyboard: Keyboard | None = None,
) -> tuple[int, ...]:
    """Put another answer into the messages that answer a question; what is more is sent, what is left deleted.

    Where one of them can no longer be edited, the whole answer is sent anew. Ids of what holds it now.
    """
    for number, (message_id, part) in enumerate(zip(sent, parts, strict=False), 1):
        if not await _edited(question, message_id, part, keyboard if number == len(parts) else None):
            return await send(question, parts, keyboard)
    for message_id in sent[len(parts) :]:
        with suppress(BadRequest):  # it is gone already
            await question.get_bot().delete_message(question.chat.id, message_id)
    more = parts[len(sent) :]
    return (*sent[: len(parts)], *(await send(question, more, keyboard) if more else ()))


async def _edited(place: MaybeInaccessibleMessage, message_id: int, text: str, keyboard: Keyboard | None) -> bool:
    """Edit a message of the bot in this chat; False where it is gone or too old."""
    try:
        await place.get_bot()._post("editMessageText", _shown(place, text, keyboard) | {"message_id": message_id})
    except BadRequest as refusal:
        if "to edit not found" in refusal.message or "can't be edited" in refusal.message:
            return False
        if "not modified" not in refusal.message:  # else it shows what it should: a button was pressed twice
            raise
    return True


async def edit_keyboard(message: MaybeInaccessibleMessage, keyboard: InlineKeyboardMarkup | None) -> None:
    """Change the buttons under a message of the bot, or take them away, where that can still be done."""
    try:
        await message.get_bot().edit_message_reply_markup(message.chat.id, message.message_id, reply_markup=keyboard)
    except BadRequest as refusal:
        if not any(harmless in refusal.message for harmless in ("not modified", "not found", "can't be edited")):
            raise


async def acknowledge(query: CallbackQuery, notice: str | None = None) -> None:
    """Stop the pressed button's spinner, with a short notice or without. Too late is no error."""
    try:
        await query.answer(notice)
    except BadRequest as refusal:
        if "query is too old" not in refusal.message.lower():
            raise


def _is_late(question: MaybeInaccessibleMessage) -> bool:
    """Whether it has waited for long. A message of the bot's own, whose button was pressed, tells nothing."""
    if not isinstance(question, Message):
        return False
    own = question.from_user is not None and question.from_user.id == question.get_bot().id
    return not own and datetime.now(UTC) - (question.edit_date or question.date) > _LATE


def _topic(message: MaybeInaccessibleMessage) -> int | None:
    """Id of the forum topic; in a plain thread of replies it is another id, which Telegram refuses."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
