"""Which messages are for the bot, and what they ask it. Knows no answers and sends nothing."""

from __future__ import annotations

from telegram import Bot, Message, MessageEntity
from telegram.constants import ChatType
from telegram.ext import filters

from bot.texts import COMMANDS


class _FromPerson(filters.MessageFilter):
    """Written by a person, be it as an anonymous administrator or as a channel; not by a bot, or with one's words."""

    def filter(self, message: Message) -> bool:
        """Whether a person wrote it. Who writes as a chat has a bot of Telegram's as `from_user`."""
        if message.is_automatic_forward or message.via_bot is not None:
            return False
        if message.sender_chat is not None:
            return True
        return message.from_user is not None and not message.from_user.is_bot


# Without UpdateType, edited messages and channel posts would come too.
FROM_PERSON = filters.UpdateType.MESSAGE & _FromPerson()
# What is forwarded to the bot is somebody else's statement, not a question, be it a command there or not.
FORWARDED = FROM_PERSON & filters.FORWARDED & filters.ChatType.PRIVATE & (filters.TEXT | filters.CAPTION)
EDITED_BY_PERSON = filters.UpdateType.EDITED_MESSAGE & _FromPerson()


def question_in(message: Message) -> str | None:
    """Return the text or caption without mentions of the bot. None where the bot is not asked anything.

    In private everything is a question to the bot; in a group a mention of it or a reply to it is.
    """
    text = message.text or message.caption
    if text is None:
        return None
    mentions = [
        entity for entity in message.entities or message.caption_entities if _mentions(entity, text, message.get_bot())
    ]
    if not (is_private(message) or mentions or answer_replied_to(message) is not None):
        return None
    for entity in reversed(mentions):
        text = _utf16(text, end=entity.offset) + " " + _utf16(text, start=entity.offset + entity.length)
    return text


def answer_replied_to(message: Message) -> int | None:
    """Id of the bot's own message that this one replies to."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.id != message.get_bot().id:
        return None
    return replied.message_id


def is_command_for_us(message: Message) -> bool:
    """Whether an unknown command is for this bot: any in private, in a group only with the bot's name."""
    command = (message.text or "").split(maxsplit=1)[0].casefold()
    return is_private(message) or command.endswith(f"@{message.get_bot().username}".casefold())


def is_for_bot(message: Message) -> bool:
    """Whether the bot may have an answer: to anything in private, in a group to a question or a command of its own."""
    if is_private(message) or question_in(message) is not None:
        return True
    name, _, bot = next(iter((message.text or "").split(maxsplit=1)), "").casefold().partition("@")
    ours = name in {f"/{command}" for command, _ in COMMANDS}
    return ours and bot in ("", message.get_bot().username.casefold())


def is_private(message: Message) -> bool:
    """Whether only this person and the bot are in the chat."""
    return message.chat.type == ChatType.PRIVATE


def _mentions(entity: MessageEntity, text: str, bot: Bot) -> bool:
    if entity.user is not None:  # a mention by name
        return entity.user.id == bot.id
    named = _utf16(text, entity.offset, entity.offset + entity.length)
    return entity.type == MessageEntity.MENTION and named.casefold() == f"@{bot.username}".casefold()


def _utf16(text: str, start: int = 0, end: int | None = None) -> str:
    """Slice as Telegram counts, in UTF-16 units. The library's own slicing fails on lone surrogates."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "surrogatepass")
