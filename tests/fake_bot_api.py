"""A Bot API server on loopback: keeps every request, enforces Telegram's limits, fails where it is told to.

Real HTTP, so that the bot under test is the bot that runs. Updates either go out through `getUpdates`
(`push`), or the test hands them to the application itself.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from faults import CONFLICT, Fault
from telegram_html import InvalidHtmlError, plain

TOKEN = "123456789:AAF-fake_token_of_the_test_suite_00000"
ME = {"id": 123456789, "is_bot": True, "first_name": "whosaid", "username": "whosaid_bot"}
_STRINGS = {"text", "caption", "parse_mode", "callback_query_id", "inline_query_id", "url"}
_STRINGS |= {"description", "short_description", "language_code", "secret_token"}

WRITTEN: set[str] = set()  # what people wrote in any test so far: nothing may show it

Parameters = dict[str, Any]


@dataclass(frozen=True)
class Request:
    """One call of the Bot API, its parameters decoded."""

    method: str
    parameters: Parameters

    def __getitem__(self, name: str) -> Any:
        return self.parameters[name]


class RefusedError(Exception):
    """What the bot sent breaks a rule of Telegram's."""

    def __init__(self, description: str, status: int = 400) -> None:
        super().__init__(description)
        self.fault = Fault(status, description)


class OutdoneError(Exception):
    """Another poll began."""


class FakeBotApi:
    """One bot's Bot API. `async with FakeBotApi() as api:` serves it at `api.url`."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.refused: list[str] = []  # what broke Telegram's rules, unasked: a test expects none
        self.queries: set[str] = set()  # ids of the callback queries sent to the bot
        self.inline_queries: set[str] = set()  # ids of the inline queries sent to the bot
        self._messages: dict[tuple[int, int], Parameters] = {}
        self._chats: dict[int, Parameters] = {}
        self._about: defaultdict[str, dict[tuple[str, str], Any]] = defaultdict(dict)  # commands, descriptions
        self._faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self.confirmed: list[int] = []  # ids of the updates that Telegram forgot, in the order of it
        self.webhook = ""
        self._pending: list[Parameters] = []
        self._poll = 0  # the poll that began last
        self._changed = asyncio.Condition()
        self._closing = asyncio.Event()
        self._gates: dict[str, asyncio.Event] = {}
        self.last_message_id = 1000
        self.last_update_id = 0
        self._port = 0
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> FakeBotApi:
        await self.listen()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closing.set()
        await self.stop_listening()

    async def listen(self) -> None:
        """Accept connections, the second time at the same address."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"

    async def stop_listening(self) -> None:
        """Refuse connections, and close those there are."""
        self._server.close()
        for writer in self._writers:
            writer.close()
        await self._server.wait_closed()

    def sent(self, method: str = "sendMessage") -> list[Request]:
        """Return the requests of this method so far, in order."""
        return [request for request in self.requests if request.method == method]

    def fail(self, method: str, *faults: Fault) -> None:
        """Make the next calls of this method fail, one for each fault."""
        self._faults[method].extend(faults)

    def hold(self, method: str) -> asyncio.Event:
        """Answer no call of this method until the event is set."""
        return self._gates.setdefault(method, asyncio.Event())

    async def push(self, *updates: Parameters) -> None:
        """Hand these updates to whoever polls."""
        async with self._changed:
            self._pending += updates
            self._changed.notify_all()

    async def wait_until(self, holds: Callable[[], object]) -> None:
        """Return as soon as this holds; it is looked at with each request."""
        async with asyncio.timeout(30), self._changed:
            await self._changed.wait_for(holds)

    async def wait_for(self, method: str, count: int = 1) -> list[Request]:
        """Return the requests of this method as soon as there are this many."""
        await self.wait_until(lambda: len(self.sent(method)) >= count)
        return self.sent(method)

    def unanswered(self) -> set[str]:
        """Return the ids of the callback and inline queries that were not answered exactly once."""
        answered = [request["callback_query_id"] for request in self.sent("answerCallbackQuery")]
        answered += [request["inline_query_id"] for request in self.sent("answerInlineQuery")]
        return {query for query in self.queries | self.inline_queries if answered.count(query) != 1}

    def next_update_id(self) -> int:
        """Return the id of a new update."""
        self.last_update_id += 1
        return self.last_update_id

    def next_message_id(self) -> int:
        """Return the id of a new message."""
        self.last_message_id += 1
        return self.last_message_id

    def receive(self, message: Parameters) -> Parameters:
        """Keep a message and its chat, so that the bot can reply to it."""
        if message["from"] is not ME:
            WRITTEN.update(message[field] for field in ("text", "caption") if field in message)
        self._chats[message["chat"]["id"]] = message["chat"]
        self._messages[message["chat"]["id"], message["message_id"]] = message
        return message

    def message(self, message_id: int) -> Parameters:
        """Return the message as it stands in its chat now."""
        return next(message for (_, number), message in self._messages.items() if number == message_id)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = re.search(rb"(?i)content-length: *(\d+)", head)
                body = await reader.readexactly(int(length[1])) if length else b""
                path = head.split(b" ", 2)[1].decode()
                boundary = re.search(rb"(?i)content-type: *multipart/form-data; *boundary=(\S+)", head)
                parameters = _parts(body, boundary[1]) if boundary else _decoded(body)
                if not await self._respond(path, parameters, writer):
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client has closed its connection
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _respond(self, path: str, parameters: Parameters, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; whether the connection lives on."""
        token, _, method = path.removeprefix("/bot").partition("/")
        request = Request(method, parameters)
        status, payload = 200, b""
        fault = await self._note(request)
        if method in self._gates:
            await self._gates[method].wait()
        if fault is None or fault.arrives:
            try:
                payload = json.dumps({"ok": True, "result": await self._call(token, request)}).encode()
            except RefusedError as refusal:
                self.refused.append(f"{method}: {refusal}")
                fault = refusal.fault
            except OutdoneError:
                fault = CONFLICT
        if fault is not None and fault.hang:
            await self._closing.wait()
        if fault is not None and (fault.reset or fault.hang):
            writer.transport.abort()
            return False
        if fault is not None:
            status, payload = fault.status, fault.payload()
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: {len(payload)}\r\n\r\n".encode() + payload)
        await writer.drain()
        return True

    async def _note(self, request: Request) -> Fault | None:
        """Keep the request and tell those who wait for it; the fault that is due, if any."""
        async with self._changed:
            self.requests.append(request)
            self._changed.notify_all()
        faults = self._faults[request.method]
        return faults.popleft() if faults else None

    async def _call(self, token: str, request: Request) -> Any:
        if token != TOKEN:
            raise RefusedError("Unauthorized", 401)
        if request.method == "getUpdates":
            return await self._get_updates(request.parameters)
        if request.method not in _METHODS:
            raise RefusedError("Not Found: method not found", 404)
        return _METHODS[request.method](self, request.parameters)

    async def _get_updates(self, parameters: Parameters) -> list[Parameters]:
        offset = parameters.get("offset") or 0
        self._poll = poll = self._poll + 1
        async with self._changed:
            self.confirmed += [update["update_id"] for update in self._pending if update["update_id"] < offset]
            self._pending = [update for update in self._pending if update["update_id"] >= offset]
            self._changed.notify_all()
            try:
                async with asyncio.timeout(parameters.get("timeout") or 0.01):
                    await self._changed.wait_for(lambda: self._pending or self._poll != poll)
            except TimeoutError:
                return []
            if self._poll != poll:
                raise OutdoneError
            return self._pending[: parameters.get("limit", 100)]

    def _set_webhook(self, parameters: Parameters) -> bool:
        _require(parameters["url"].startswith("https://"), "bad webhook: An HTTPS URL must be provided for webhook")
        _require(re.fullmatch(r"[A-Za-z0-9_-]{1,256}", parameters["secret_token"]), "secret token is invalid")
        _require(not parameters.get("drop_pending_updates"), "people's questions would be lost")
        self.webhook = parameters["url"]
        return True

    def _get_webhook_info(self, _: Parameters) -> Parameters:
        return {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": len(self._pending)}

    def _get_me(self, _: Parameters) -> Parameters:
        return ME

    def _send_message(self, parameters: Parameters) -> Parameters:
        _require(parameters["chat_id"] in self._chats, "chat not found")
        return self._new(parameters, _shown(parameters))

    def _new(self, parameters: Parameters, content: Parameters) -> Parameters:
        """Keep and return a new message of the bot's, with the message it replies to."""
        message = {
            "message_id": self.next_message_id(),
            "date": 1700000000,
            "chat": self._chats[parameters["chat_id"]],
            "from": ME,
            **content,
        }
        reply = parameters.get("reply_parameters", {})
        replied = self._messages.get((parameters["chat_id"], reply.get("message_id")))
        if reply and replied is None and not reply.get("allow_sending_without_reply"):
            raise RefusedError("Bad Request: message to be replied not found")
        if replied is not None:  # Telegram shows one message back, not the whole thread
            message["reply_to_message"] = {key: value for key, value in replied.items() if key != "reply_to_message"}
        return self.receive(message)

    def _send_photo(self, parameters: Parameters) -> Parameters:
        _require(parameters["chat_id"] in self._chats, "chat not found")
        photo = parameters["photo"]
        _require(photo.startswith(b"\x89PNG\r\n\x1a\n") and len(photo) <= 10_000_000, "IMAGE_PROCESS_FAILED")
        width, height = (int.from_bytes(photo[at : at + 4]) for at in (16, 20))
        sound = width + height <= 10_000 and max(width, height) <= 20 * min(width, height)
        _require(sound, "PHOTO_INVALID_DIMENSIONS")
        _require(len(parameters.get("caption", "")) <= 1024, "message caption is too long")
        size = {"file_id": "p", "file_unique_id": "p", "width": width, "height": height}
        return self._new(parameters, {"photo": [size]})

    def _edit_message_text(self, parameters: Parameters) -> Parameters:
        message = self._messages.get((parameters["chat_id"], parameters["message_id"]))
        if message is None:
            raise RefusedError("Bad Request: message to edit not found")
        edited = {key: value for key, value in message.items() if key != "reply_markup"} | _shown(parameters)
        if edited == message:
            raise RefusedError("Bad Request: message is not modified: nothing in it is new")
        return self.receive(edited)

    def _edit_message_reply_markup(self, parameters: Parameters) -> Parameters:
        message = self._messages.get((parameters["chat_id"], parameters["message_id"]))
        if message is None:
            raise RefusedError("Bad Request: message to edit not found")
        rows = parameters.get("reply_markup", {}).get("inline_keyboard", [])
        _check_buttons(rows)
        edited = {name: value for name, value in message.items() if name != "reply_markup"}
        edited |= {"reply_markup": {"inline_keyboard": rows}} if rows else {}
        if edited == message:
            raise RefusedError("Bad Request: message is not modified: nothing in it is new")
        return self.receive(edited)

    def _delete_message(self, parameters: Parameters) -> bool:
        _require(
            self._messages.pop((parameters["chat_id"], parameters["message_id"]), None), "message to delete not found"
        )
        return True

    def _answer_callback_query(self, parameters: Parameters) -> bool:
        if parameters["callback_query_id"] not in self.queries:
            raise RefusedError("Bad Request: query is too old or query ID is invalid")
        _require(len(parameters.get("text", "")) <= 200, "MESSAGE_TOO_LONG")
        return True

    def _answer_inline_query(self, parameters: Parameters) -> bool:
        _require(parameters["inline_query_id"] in self.inline_queries, "query is too old or query ID is invalid")
        results = parameters["results"]
        ids = [result["id"].encode() for result in results]
        _require(len(ids) <= 50, "RESULTS_TOO_MUCH")
        _require(len(set(ids)) == len(ids), "RESULT_ID_DUPLICATE")
        _require(all(1 <= len(each) <= 64 for each in ids), "RESULT_ID_INVALID")
        for result in results:
            content = result["input_message_content"]
            _require(result["type"] == "article" and result["title"].strip(), "RESULT_TYPE_INVALID")
            _shown({**content, "text": content["message_text"], "reply_markup": result["reply_markup"]})
        button = parameters.get("button", {"text": "x", "start_parameter": "x"})
        _require(re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button["start_parameter"]), "START_PARAM_INVALID")
        return True

    def _get_my_commands(self, parameters: Parameters) -> Any:
        return self._about["commands"].get(_audience(parameters), [])

    def _get_my_description(self, parameters: Parameters) -> Parameters:
        return {"description": self._in_language("description", parameters)}

    def _get_my_short_description(self, parameters: Parameters) -> Parameters:
        return {"short_description": self._in_language("short_description", parameters)}

    def _in_language(self, kind: str, parameters: Parameters) -> str:
        """Return the text in the language asked for, else that of all languages."""
        texts = self._about[kind]
        return str(texts.get(_audience(parameters), texts.get(_audience({}), "")))

    def _set_my_commands(self, parameters: Parameters) -> bool:
        _require(len(parameters["commands"]) <= 100, "BOT_COMMANDS_TOO_MUCH")
        for command in parameters["commands"]:
            _require(re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]), "BOT_COMMAND_INVALID")
            _require(1 <= len(command["description"]) <= 256, "BOT_COMMAND_DESCRIPTION_INVALID")
        self._about["commands"][_audience(parameters)] = parameters["commands"]
        return True

    def _set_my_description(self, parameters: Parameters) -> bool:
        _require(len(parameters["description"]) <= 512, "description is too long")
        self._about["description"][_audience(parameters)] = parameters["description"]
        return True

    def _set_my_short_description(self, parameters: Parameters) -> bool:
        _require(len(parameters["short_description"]) <= 120, "short description is too long")
        self._about["short_description"][_audience(parameters)] = parameters["short_description"]
        return True

    def _delete_webhook(self, parameters: Parameters) -> bool:
        _require(not parameters.get("drop_pending_updates"), "people's questions would be lost")
        self.webhook = ""
        return True


def _audience(parameters: Parameters) -> tuple[str, str]:
    """Return the kind of chat and the language for which something is set."""
    return parameters.get("scope", {}).get("type", "default"), parameters.get("language_code", "")


def _decoded(body: bytes) -> Parameters:
    """Parameters as they were before they became a form, or an object of strings: all but strings is JSON there."""
    if body.startswith(b"{"):
        pairs = json.loads(body)
    else:
        pairs = dict(parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=bool(body)))
    return {name: value if name in _STRINGS else json.loads(value) for name, value in pairs.items()}


def _parts(body: bytes, boundary: bytes) -> Parameters:
    """Parameters of a request that carries a file; the file as bytes."""
    found: Parameters = {}
    for part in body.split(b"--" + boundary)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        name = re.search(rb'[; ]name="([^"]+)"', head)
        assert name is not None
        value = content.removesuffix(b"\r\n")
        plain_form = urlencode({name[1].decode(): value}).encode()
        found |= {name[1].decode(): value} if b"filename=" in head else _decoded(plain_form)
    return found


def _shown(parameters: Parameters) -> Parameters:
    """Return what a message shows, text and buttons. Raises `RefusedError` beyond Telegram's limits."""
    text = parameters["text"]
    if parameters.get("parse_mode") == "HTML":
        try:
            text = plain(text)
        except InvalidHtmlError as error:
            raise RefusedError(f"Bad Request: can't parse entities: {error}") from error
    _require(text.strip(), "message text is empty")
    _require(len(text) <= 4096, "message is too long")
    markup = parameters.get("reply_markup")
    if markup is None:
        return {"text": text}
    _require(markup["inline_keyboard"], "REPLY_MARKUP_INVALID")
    _check_buttons(markup["inline_keyboard"])
    return {"text": text, "reply_markup": markup}


def _check_buttons(rows: list[list[Parameters]]) -> None:
    buttons = [button for row in rows for button in row]
    _require(all(rows) and len(buttons) <= 100, "REPLY_MARKUP_INVALID")
    for button in buttons:
        _require(button["text"].strip(), "BUTTON_TEXT_INVALID")
        _require(len({"url", "callback_data"} & button.keys()) == 1, "BUTTON_TYPE_INVALID")
        _require(re.fullmatch(r"(https?|tg)://\S+", button.get("url", "https://x")), "BUTTON_URL_INVALID")
        _require(1 <= len(button.get("callback_data", "x").encode()) <= 64, "BUTTON_DATA_INVALID")


def _require(holds: object, description: str) -> None:
    if not holds:
        raise RefusedError(f"Bad Request: {description}")


_METHODS: dict[str, Callable[[FakeBotApi, Parameters], Any]] = {
    "answerCallbackQuery": FakeBotApi._answer_callback_query,
    "answerInlineQuery": FakeBotApi._answer_inline_query,
    "deleteMessage": FakeBotApi._delete_message,
    "deleteWebhook": FakeBotApi._delete_webhook,
    "editMessageReplyMarkup": FakeBotApi._edit_message_reply_markup,
    "editMessageText": FakeBotApi._edit_message_text,
    "getMe": FakeBotApi._get_me,
    "getWebhookInfo": FakeBotApi._get_webhook_info,
    "getMyCommands": FakeBotApi._get_my_commands,
    "getMyDescription": FakeBotApi._get_my_description,
    "getMyShortDescription": FakeBotApi._get_my_short_description,
    "sendMessage": FakeBotApi._send_message,
    "sendPhoto": FakeBotApi._send_photo,
    "setMyCommands": FakeBotApi._set_my_commands,
    "setMyDescription": FakeBotApi._set_my_description,
    "setWebhook": FakeBotApi._set_webhook,
    "setMyShortDescription": FakeBotApi._set_my_short_description,
}
