"""Choices as buttons under a message, and the buttons that open an address. Knows no handler and keeps no state."""

from __future__ import annotations

from typing import TypeAlias
from urllib.parse import urlencode

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.helpers import create_deep_linked_url

from bot.screens import Screen
from knowledge.models import Report

Keyboard: TypeAlias = list[list[dict[str, str]]]  # rows as the Bot API takes them: the library's objects cost much time


def button(text: str, data: str) -> dict[str, str]:
    """The button that hands this data back when it is pressed."""
    return {"text": text, "callback_data": data}


def under(screen: Screen, report: Report, username: str) -> Keyboard:
    """The buttons of a screen. `username` is the bot's, for links that lead to it."""
    rows = [[button(choice.label[:1].upper() + choice.label[1:], choice.data) for choice in row] for row in screen.rows]
    addresses = []
    if screen.linked:
        addresses.append({"text": "Read the report", "url": report.url})
    if screen.shared:
        addresses.append({"text": "Share", "url": _sharing(link(username, screen.shared), report)})
    return [*rows, addresses] if addresses else rows


def elsewhere(screen: Screen, report: Report, username: str) -> InlineKeyboardMarkup:
    """The buttons of what is shared into another chat, where the bot is no member: addresses only."""
    row = [InlineKeyboardButton("Read the report", url=report.url)]
    if screen.shared:
        row.append(InlineKeyboardButton("Ask more", url=link(username, screen.shared)))
    return InlineKeyboardMarkup([row])


def link(username: str, data: str) -> str:
    """The address that opens the bot where this data leads."""
    return create_deep_linked_url(username, data.replace(":", "_"))


def _sharing(address: str, report: Report) -> str:
    """The address where a person chooses whom to send it to."""
    return "https://t.me/share/url?" + urlencode({"url": address, "text": f"Who says what about {report.event}"})
