"""Keyboards: what a screen's choices look like as buttons."""

from __future__ import annotations

from bot import keyboards
from bot.screens import Choice, Screen
from knowledge import Base


def test_choices_are_buttons_row_by_row(base: Base) -> None:
    """Each choice is a button that begins with a capital letter; the report's link comes last."""
    screen = Screen((), ((Choice("the sources", "src"), Choice("b", "all")), (Choice("c", "rep"),)), linked=True)
    keyboard = keyboards.under(screen, base.report, "whosaid_bot")
    shown = [[(each["text"], each.get("callback_data"), each.get("url")) for each in row] for row in keyboard]
    assert shown == [
        [("The sources", "src", None), ("B", "all", None)],
        [("C", "rep", None)],
        [("Read the report", None, base.report.url)],
    ]


def test_a_screen_without_choices_has_no_keyboard(base: Base) -> None:
    """Telegram refuses a keyboard without a button."""
    assert keyboards.under(Screen(()), base.report, "whosaid_bot") == []
