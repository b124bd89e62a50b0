"""Raw updates as Telegram might send them, and as it never should: for tests that try very many."""

from __future__ import annotations

import time
from copy import deepcopy
from typing import Any

from fake_bot_api import ME, Parameters
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Strategy = SearchStrategy[Any]
MESSAGES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_message",
    "edited_business_message",
    "guest_message",
)
OTHERS = (
    "inline_query",
    "chosen_inline_result",
    "shipping_query",
    "pre_checkout_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "message_reaction",
    "message_reaction_count",
    "business_connection",
    "deleted_business_messages",
    "purchased_paid_media",
    "managed_bot",
    "kind_of_next_year",
)
BIGGEST = 2**52  # of an id, says Telegram
ids = st.integers(-BIGGEST, BIGGEST).filter(bool)
numbers = st.one_of(st.integers(0, 100), st.integers(-(2**31), 2**31), st.just(2**63))
letters = st.characters(exclude_categories=())  # lone surrogates, controls and unassigned ones, too
asked = st.sampled_from(
    ("How many people were hurt?", "who said that?", "what did the mayor say", "/start", "/help@whosaid_bot x", "/")
)
texts = st.one_of(asked, st.text(letters, min_size=1), st.builds("{}{}".format, asked, st.text(letters, max_size=9)))
junk = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, st.floats(allow_nan=False, allow_infinity=False), st.text(letters)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=9), inner, max_size=3)),
    max_leaves=6,
)
file = st.just({"file_id": "a", "file_unique_id": "a"})
people = st.fixed_dictionaries(
    {"id": ids, "is_bot": st.just(False), "first_name": st.text(letters)},
    optional={"username": st.text(letters), "language_code": st.text(letters), "field_of_next_year": junk},
)
chats = st.fixed_dictionaries(
    {"id": ids, "type": st.sampled_from(("group", "supergroup", "channel", "next"))},
    optional={"title": st.text(letters), "is_forum": st.booleans(), "field_of_next_year": junk},
)
entities = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(("mention", "bot_command", "text_mention", "url", "bold", "next")),
            "offset": st.integers(-5, 40),
            "length": st.integers(-5, 40),
        },
        optional={"user": st.one_of(people, st.just(ME))},
    ),
    max_size=3,
)
contents = st.one_of(
    st.fixed_dictionaries({"text": texts}, optional={"entities": entities}),
    st.fixed_dictionaries(
        {"photo": st.just([{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}])},
        optional={"caption": texts, "caption_entities": entities, "media_group_id": st.text()},
    ),
    st.fixed_dictionaries({"document": file}, optional={"caption": texts}),
    st.fixed_dictionaries({"dice": st.just({"emoji": "🎲", "value": 1})}),
    st.fixed_dictionaries({"contact": st.just({"phone_number": "1", "first_name": "A"})}),
    st.fixed_dictionaries({"location": st.just({"latitude": 1.0, "longitude": 1.0})}),
    st.fixed_dictionaries({"content_of_next_year": junk}),
    st.just({}),
)


@st.composite
def messages(draw: st.DrawFn, private: bool) -> Parameters:
    """Draw a message of a person, in a chat of the two or in any other."""
    person = draw(people)
    chat = person | {"type": "private"} if private else draw(chats)
    chat.pop("is_bot", None)
    found: Parameters = {"message_id": draw(st.integers(1, 2**31 - 1)), "date": int(time.time()), "chat": chat}
    found |= {"from": person} | draw(contents)
    for name, values in (
        ("message_thread_id", numbers),
        ("is_topic_message", st.booleans()),
        ("reply_to_message", st.just(found | {"from": ME, "text": "an answer"})),
        ("sender_chat", chats),
        ("edit_date", st.integers(0, 2**31)),
        ("field_of_next_year", junk),
    ):
        if draw(st.integers(0, 4)) == 0:
            found[name] = draw(values)
    return found


presses = st.fixed_dictionaries(
    {"id": st.uuids().map(str), "from": people, "chat_instance": st.just("1")},
    optional={
        "data": st.one_of(st.sampled_from(("s:police", "q:why", "all", "t:bridge:1", "t:bridge:99")), st.text(letters)),
        "message": messages(private=False),
        "inline_message_id": st.text(),
    },
)
inline = st.fixed_dictionaries(
    {"id": st.uuids().map(str), "from": people, "query": st.one_of(st.just(""), texts), "offset": st.text(letters)},
    optional={"chat_type": st.sampled_from(("sender", "group", "next")), "field_of_next_year": junk},
)
private = st.fixed_dictionaries({"message": messages(private=True)})
any_kind = st.one_of(
    *(st.fixed_dictionaries({kind: messages(private=False)}) for kind in MESSAGES),
    st.fixed_dictionaries({"callback_query": presses}),
    st.fixed_dictionaries({"inline_query": inline}),
    st.dictionaries(st.sampled_from((*MESSAGES, "callback_query", *OTHERS)), junk, max_size=2),
)


@st.composite
def with_a_field_missing(draw: st.DrawFn) -> Parameters:
    """Draw an update that lacks a field, at any depth."""
    update: Parameters = deepcopy(draw(st.one_of(private, any_kind)))
    place: Any = update
    while isinstance(place, dict) and place:
        name = draw(st.sampled_from(sorted(place)))
        if not isinstance(place[name], dict) or draw(st.booleans()):
            del place[name]
            break
        place = place[name]
    return update
