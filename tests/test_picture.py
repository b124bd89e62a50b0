"""The picture of /map: sent with its words, drawn once a version, and missed by nobody who has not installed it."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from faults import Fault
from talk import Talk

from bot import drawing, texts
from bot.picture import Picture
from knowledge import Base, Responder
from knowledge.charting import Cell, Chart, Row, chart


async def test_map_is_a_picture_with_its_words(talk: Talk) -> None:
    """The picture comes as a reply, what it shows stands under it in words."""
    (request,) = await talk.say("/map")
    assert request.method == "sendPhoto"
    assert request["photo"].startswith(b"\x89PNG")
    assert request["reply_parameters"]["message_id"] == talk.api.last_message_id - 1
    assert request["caption"].startswith("Who says what\n4 voices on 2 subjects")
    assert "the Norvale Police against the report itself, quoting Mayor Ada Quill" in request["caption"]


@pytest.mark.parametrize(
    ("refusal", "method"),
    [
        pytest.param("message to be replied not found", "sendPhoto", id="no reply"),
        pytest.param("not enough rights to send photos to the chat", "sendMessage", id="no right to send pictures"),
        pytest.param("CHAT_SEND_PHOTOS_FORBIDDEN", "sendMessage", id="pictures forbidden"),
    ],
)
async def test_map_that_is_refused_is_told_all_the_same(
    group: Talk, caplog: pytest.LogCaptureFixture, refusal: str, method: str
) -> None:
    """Where Telegram refuses the reply the picture stands alone, where it refuses pictures its words do: no error."""
    group.api.fail("sendPhoto", Fault(400, f"Bad Request: {refusal}"))
    refused, told = await group.say("/map")
    assert told.method == method
    assert told.parameters.get("caption", told.parameters.get("text")) == refused["caption"]
    assert caplog.text == ""


async def test_any_other_refusal_of_the_map_is_an_error(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """What is our own fault is logged, and apologised for."""
    talk.api.fail("sendPhoto", Fault(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"))
    _, apology = await talk.say("/map")
    assert apology["text"] == texts.SORRY
    assert "ERROR" in caplog.text


async def test_map_is_drawn_once(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time the picture is there already."""
    (first,) = await talk.say("/map")
    monkeypatch.setattr("bot.picture.draw", lambda *_: 1 / 0)
    (second,) = await talk.say("/map")
    assert first["photo"] == second["photo"]


async def test_without_the_extra_the_map_says_so(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is not installed, the answer says what to install and where else to look."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    (request,) = await talk.say("/map")
    assert (request.method, request["text"]) == ("sendMessage", texts.NO_MAP.replace("<", "&lt;"))


def test_the_shipped_report_fits_a_phone(shipped: Responder) -> None:
    """The picture is 1280 pixels wide, not more than a screen and a half high, and the caption fits Telegram."""
    png = drawing.draw(chart(shipped.base), "Who says what", "a subtitle")
    width, height = (int.from_bytes(png[at : at + 4]) for at in (16, 20))
    assert width == 1280
    assert 1000 < height < 1600
    assert len(Picture(shipped.base).caption()) <= 1024


def test_many_subjects_take_a_wider_picture(base: Base) -> None:
    """However many subjects there are, no mark covers the next; Telegram takes the picture still."""
    source = Row((base.sources[0],), (Cell((1,)),) * 40)
    png = drawing.draw(Chart(("A subject",) * 40, (source,) * 12), "Who says what", "a subtitle")
    width, height = (int.from_bytes(png[at : at + 4]) for at in (16, 20))
    assert width > 40 * drawing._MARK + drawing._LABELS
    assert width + height < 10_000


def test_caption_keeps_whole_lines(base: Base) -> None:
    """A caption that would be too long loses its last lines, never half a line."""
    subjects = tuple(
        subject.model_copy(update={"name": f"{subject.name} {'x' * 380}"}) for subject in base.report.subjects
    )
    sources = tuple(source.model_copy(update={"name": f"{source.name} {'y' * 300}"}) for source in base.sources)
    long = replace(base, report=base.report.model_copy(update={"subjects": subjects}), sources=sources)
    assert Picture(long).caption() == "Who says what\n4 voices on 2 subjects, by paragraph."


def test_any_table_can_be_drawn(base: Base) -> None:
    """Odd names, dollars, many paragraphs and many sides are drawn without an error."""
    odd = base.sources[0].model_copy(update={"name": "A$B$ _^ " + "very " * 30 + "long", "own_voice": False})
    cells = (Cell((1,)), Cell((10, 11, 12), (3, 5)), Cell((1, 2, 3, 4, 5, 6)), None)
    table = Chart(("$x$", "a " * 40, "\\frac", "d"), (Row((odd, odd), cells), Row((odd,), cells)))
    calm = Chart(("a",), (Row((odd,), (Cell((1,)),)),))
    for each in (table, calm):
        assert drawing.draw(each, "$", "^").startswith(b"\x89PNG")
