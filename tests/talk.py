"""A person in a chat with the real application: updates as Telegram makes them, and what they lead to."""

from __future__ import annotations

import re
import time
from typing import Any

from fake_bot_api import ME, WRITTEN, FakeBotApi, Parameters, Request
from telegram import Update

from bot.app import BotApplication
from bot.limits import Limits

PERSON = {"id": 7004200042, "is_bot": False, "first_name": "Zebedee", "username": "zeb_quibble"}
PRIVATE = {"id": 7004200042, "type": "private", "first_name": "Zebedee"}
UNPACED = Limits(
    chat_interval=0, group_interval=0, person_interval=0, asked_interval=0, first_pause=0.01
)  # a test need not wait for its turns
GROUP = {"id": -1009998887776, "type": "supergroup", "title": "Norvale news"}
QUESTION = "How many people were hurt?"
_ENTITY = re.compile(r"(?P<bot_command>(?<!\S)/\w+(@\w+)?)|(?P<mention>(?<!\S)@\w+)")


class Talk:
    """One chat. Each method hands the application one update and returns the requests this led to."""

    def __init__(self, application: BotApplication, api: FakeBotApi, chat: Parameters = PRIVATE) -> None:
        self.application = application
        self.api = api
        self.chat = chat

    async def say(self, text: str, **fields: Any) -> list[Request]:
        """Send a text message."""
        return await self.send(text=text, entities=entities(text), **fields)

    async def send(self, kind: str = "message", **fields: Any) -> list[Request]:
        """Send a message of any form, or another kind of update that is a message."""
        return await self.update(**{kind: self.message(**fields)})

    async def press(self, data: str | None, **fields: Any) -> list[Request]:
        """Press a button with this data under the last message of the chat, or as `fields` tell."""
        self.api.queries.add(query := f"q{len(self.api.queries)}")
        pressed = {"message": self.api.message(self.api.last_message_id), "data": data} | fields
        given = {name: value for name, value in pressed.items() if value is not None}
        requests = await self.update(callback_query={"id": query, "from": PERSON, "chat_instance": "1", **given})
        assert requests[0].method == "answerCallbackQuery", "the button waits"
        return requests

    async def type(self, query: str) -> Request:
        """Type after the bot's name in some other chat, and return the results offered."""
        self.api.inline_queries.add(number := f"i{len(self.api.inline_queries)}")
        (request, *_) = await self.update(inline_query={"id": number, "from": PERSON, "query": query, "offset": ""})
        return request

    async def update(self, **update: Any) -> list[Request]:
        """Hand over any update."""
        parts = [part for part in update.values() if isinstance(part, dict) and part.get("from") != ME]
        WRITTEN.update(part[name] for part in parts for name in ("text", "caption", "query") if name in part)
        before = len(self.api.requests)
        raw = {"update_id": self.api.next_update_id(), **update}
        await self.application.process_update(Update.de_json(raw, self.application.bot))
        return self.api.requests[before:]

    def message(self, **fields: Any) -> Parameters:
        """Return a new message of the person in this chat."""
        number = self.api.next_message_id()
        message = {"message_id": number, "date": int(time.time()), "chat": self.chat, "from": PERSON, **fields}
        return self.api.receive(message)


def question(api: FakeBotApi, person: int = 42, **fields: Any) -> Parameters:
    """Return an update with a question, asked just now by the person whose private chat this is."""
    message = {
        "message_id": api.next_message_id(),
        "date": int(time.time()),
        "chat": PRIVATE | {"id": person},
        "from": PERSON | {"id": person},
        "text": QUESTION,
        **fields,
    }
    return {"update_id": api.next_update_id(), "message": api.receive(message)}


def entities(text: str) -> list[Parameters]:
    """Commands and mentions in the text, counted in UTF-16 units as Telegram does."""
    return [
        {"type": found.lastgroup, "offset": _units(text[: found.start()]), "length": _units(found[0])}
        for found in _ENTITY.finditer(text)
    ]


def by_the_bot(message_id: int, chat: Parameters = PRIVATE) -> Parameters:
    """Return a message of the bot's as it stands in `reply_to_message`."""
    return {"message_id": message_id, "date": 1700000000, "chat": chat, "from": ME, "text": "an answer"}


def buttons(request: Request) -> dict[str, str]:
    """Labels of the buttons the request shows, each with its callback data or address."""
    rows = request.parameters.get("reply_markup", {"inline_keyboard": []})["inline_keyboard"]
    return {button["text"]: button.get("callback_data") or button["url"] for row in rows for button in row}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
