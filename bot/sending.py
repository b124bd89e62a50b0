"""Messages and notices to Telegram, and the refusals that are no errors. Knows no answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from telegram import (
    CallbackQuery,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MaybeInaccessibleMessage,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot import texts
from bot.rendering import LIMIT

_LATE = timedelta(minutes=10)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send(
    to: MaybeInaccessibleMessage, parts: Sequence[str], keyboard: InlineKeyboardMarkup | None = None
) -> tuple[int, ...]:
    """Send parts of HTML, the first as a reply, the keyboard under the last. Ids of what was sent."""
    sent: list[int] = []
    if _is_late(to):
        together = f"{texts.LATE}\n\n{parts[0]}"
        parts = (together, *parts[1:]) if len(together) <= LIMIT else (texts.LATE, *parts)
    for number, part in enumerate(parts, 1):
        message = await to.get_bot().send_message(
            to.chat.id,
            part,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            message_thread_id=_topic(to),
            reply_parameters=ReplyParameters(to.message_id, allow_sending_without_reply=True) if number == 1 else None,
            reply_markup=keyboard if number == len(parts) else None,
        )
        sent.append(message.message_id)
    return tuple(sent)


async def edit(message: MaybeInaccessibleMessage, text: str, keyboard: InlineKeyboardMarkup) -> None:
    """Put this HTML and keyboard into a message of the bot, or send them where it can no longer be edited."""
    try:
        await message.get_bot().edit_message_text(
            text,
            message.chat.id,
            message.message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard,
        )
    except BadRequest as refusal:
        if "not modified" in refusal.message:  # the button was pressed twice: it shows what it should
            return
        if "to edit not found" not in refusal.message and "can't be edited" not in refusal.message:
            raise
        await send(message, (text,), keyboard)


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
    return not own and datetime.now(UTC) - question.date > _LATE


def _topic(message: MaybeInaccessibleMessage) -> int | None:
    """Id of the forum topic; in a plain thread of replies it is another id, which Telegram refuses."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
