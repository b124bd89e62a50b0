"""Menus: what Telegram shows of the bot, set only where it is not yet as it should be."""

from __future__ import annotations

import pytest
from fake_bot_api import FakeBotApi, Fault
from talk import Talk

from bot import menus, texts


def methods(api: FakeBotApi) -> list[str]:
    """Return what was set, in order."""
    return [request.method for request in api.requests if request.method.startswith("set")]


async def test_each_kind_of_chat_has_its_menu_in_each_language(talk: Talk) -> None:
    """In private every command is offered, in a group those that are of use there; in any language, all described."""
    await menus.publish(talk.application.bot)
    shown = {
        (request["scope"]["type"], request.parameters.get("language_code", "")): {
            each["command"]: each["description"] for each in request["commands"]
        }
        for request in talk.api.sent("setMyCommands")
    }
    private = dict(texts.COMMANDS)
    assert shown["all_private_chats", ""] == private
    assert list(shown["all_private_chats", ""]) == [name for name, _ in texts.COMMANDS]
    assert shown["all_group_chats", ""] == {n: text for n, text in private.items() if n not in ("start", "privacy")}
    assert shown["all_private_chats", "ar"]["sources"] == texts.MENUS["ar"].commands["sources"]
    assert shown["all_private_chats", "ar"].keys() == private.keys()
    assert len(shown) == 2 * len(texts.MENUS)


async def test_descriptions_are_set_in_each_language(talk: Talk) -> None:
    """Both descriptions are set, the long and the short one."""
    await menus.publish(talk.application.bot)
    for language, menu in texts.MENUS.items():
        for method, field in (("setMyDescription", "description"), ("setMyShortDescription", "short_description")):
            said = {r.parameters.get("language_code", ""): r[field] for r in talk.api.sent(method)}
            assert said[language] == getattr(menu, field)


async def test_what_is_as_it_should_be_is_not_set_again(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second start sets nothing, and the one after a change only what has changed."""
    await menus.publish(talk.application.bot)
    talk.api.requests.clear()
    await menus.publish(talk.application.bot)
    assert methods(talk.api) == []
    monkeypatch.setattr(texts, "COMMANDS", (*texts.COMMANDS, ("new", "Something new")))
    await menus.publish(talk.application.bot)
    assert methods(talk.api) == ["setMyCommands"] * 2 * len(texts.MENUS)


@pytest.mark.parametrize("method", ["getMyCommands", "setMyCommands", "setMyDescription"])
async def test_menu_that_cannot_be_set_stops_nothing(talk: Talk, caplog: pytest.LogCaptureFixture, method: str) -> None:
    """A failure is one warning, and questions are answered."""
    talk.api.fail(method, Fault(429, "Too Many Requests", {"retry_after": 60}))
    await menus.publish(talk.application.bot)
    assert [record.levelname for record in caplog.records if record.name == "bot.menus"] == ["WARNING"]
    assert len(await talk.say("How many people were hurt?")) == 1


def test_translations_translate_commands_there_are() -> None:
    """No menu describes a command that was renamed or removed."""
    for menu in texts.MENUS.values():
        assert menu.commands.keys() <= dict(texts.COMMANDS).keys()
