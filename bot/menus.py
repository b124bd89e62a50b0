"""The command menu and the descriptions at Telegram, for each kind of chat and language. Answers nothing."""

from __future__ import annotations

import logging

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot import texts
from bot.logs import described
from bot.texts import Menu

_log = logging.getLogger(__name__)


async def publish(bot: Bot) -> None:
    """Set what is not yet as it should be. A failure is logged; the bot answers without."""
    try:
        for language, menu in texts.MENUS.items():
            await _publish_commands(bot, BotCommandScopeAllPrivateChats(), _commands(menu), language)
            in_groups = [command for command in _commands(menu) if command.command not in texts.PRIVATE_ONLY]
            await _publish_commands(bot, BotCommandScopeAllGroupChats(), in_groups, language)
            await _publish_descriptions(bot, menu, language)
    except TelegramError as error:
        _log.warning("the command menu could not be set: %s", described(error))


async def _publish_commands(bot: Bot, scope: BotCommandScope, commands: list[BotCommand], language: str) -> None:
    if list(await bot.get_my_commands(scope, language)) != commands:
        await bot.set_my_commands(commands, scope, language)


async def _publish_descriptions(bot: Bot, menu: Menu, language: str) -> None:
    if (await bot.get_my_description(language)).description != menu.description:
        await bot.set_my_description(menu.description, language)
    if (await bot.get_my_short_description(language)).short_description != menu.short_description:
        await bot.set_my_short_description(menu.short_description, language)


def _commands(menu: Menu) -> list[BotCommand]:
    """Every command in its order; what is not translated stands in English."""
    return [BotCommand(name, menu.commands.get(name, english)) for name, english in texts.COMMANDS]
