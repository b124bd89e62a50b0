"""Messages and notices to Telegram, and the refusals that are no errors. Knows no answers."""

from __future__ import annotations

from collections.abc import Sequence

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

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send(
    to: MaybeInaccessibleMessage, parts: Sequence[str], keyboard: InlineKeyboardMarkup | None = None
) -> tuple[int, ...]:
    """Send parts of HTML, the first as a reply, the keyboard under the last. Ids of what was sent."""
    sent: list[int] = []
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


async def send_picture(to: MaybeInaccessibleMessage, png: bytes, caption: str) -> None:
    """Send a picture as a reply, its caption plain text."""
    await to.get_bot().send_photo(
        to.chat.id,
        png,
        caption=caption,
        filename="map.png",
        message_thread_id=_topic(to),
        reply_parameters=ReplyParameters(to.message_id, allow_sending_without_reply=True),
    )


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


def _topic(message: MaybeInaccessibleMessage) -> int | None:
    """Id of the forum topic; in a plain thread of replies it is another id, which Telegram refuses."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
