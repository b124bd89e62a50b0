"""Choices as buttons under a message, and the buttons that open an address. Knows no handler and keeps no state."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.screens import Screen
from knowledge.models import Report


def under(screen: Screen, report: Report) -> InlineKeyboardMarkup | None:
    """The buttons of a screen; None without any."""
    rows = [[_button(choice.label, choice.data) for choice in row] for row in screen.rows]
    if screen.linked:
        rows.append([InlineKeyboardButton("Read the report", url=report.url)])
    return InlineKeyboardMarkup(rows) if rows else None


def _button(text: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text[:1].upper() + text[1:], callback_data=data)
