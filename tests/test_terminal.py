"""The terminal: the same answers, suggestions and browsing as on Telegram."""

from __future__ import annotations

import io
import re
from copy import copy

import pytest
from rich.console import Console
from test_walk import statements_without_source

from bot import screens, texts
from bot.browsing import Browsing
from bot.rendering import render
from bot.terminal import Conversation, choices, converse
from knowledge import Responder


class Keyboard(io.StringIO):
    """Standard input that is a terminal."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def shown(
    responder: Responder, monkeypatch: pytest.MonkeyPatch, *typed: str, source: type[io.StringIO] = io.StringIO
) -> str:
    """Return all that is printed while these lines are typed."""
    printed = io.StringIO()
    monkeypatch.setattr("sys.stdin", source("".join(f"{line}\n" for line in typed)))
    converse(responder, Console(file=printed, highlight=False))
    return printed.getvalue()


def test_what_comes_from_no_terminal_stands_before_its_answer(
    responder: Responder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A conversation from a file reads like one that was typed; a terminal itself shows what is typed."""
    piped = shown(responder, monkeypatch, "why [did] it fall?")
    assert "you why [did] it fall?\n" in piped
    assert shown(responder, monkeypatch, "why [did] it fall?", source=Keyboard) == piped.replace(
        "why [did] it fall?\n", "", 1
    )


@pytest.mark.parametrize(("command", "data"), screens.COMMANDS)
def test_commands_show_what_they_show_on_telegram(responder: Responder, command: str, data: str) -> None:
    """Each browsing command opens the screen it has on Telegram."""
    opened = Browsing(responder).find(data)
    assert opened is not None
    assert Conversation(responder).next(f" /{command.upper()} ") == opened()


@pytest.mark.parametrize("start", ["/start", " /START ", ""])
def test_start_begins_anew_however_it_is_written(responder: Responder, start: str) -> None:
    """The welcome is shown, and what was told before is referred to no more."""
    conversation = Conversation(responder)
    conversation.next("Why did the bridge fall?")
    assert conversation.next(start) == Browsing(responder).welcome()
    answer = conversation.next("who said that?").answer
    assert answer is not None
    assert answer.outcome == "no_match"


def test_numbers_choose_what_buttons_choose(responder: Responder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number takes the choice it stands before: a source, the way back, a question."""
    printed = shown(responder, monkeypatch, "/sources", "2", "1", "/questions", "1", "3")
    assert printed.count("   2  The Norvale Police") == 2, "the sources, and again by the way back"
    assert "The Norvale Police, page 1 of 1" in printed
    assert "You asked: How many people were hurt?" in printed
    assert "  │ “two persons hurt & treated” (paragraph 2)" in printed


@pytest.mark.parametrize(
    ("typed", "number"), [("99", "99"), ("99)", "99"), ("#99", "99"), ("0", "0"), ("-1", "-1"), ("-99.", "-99")]
)
def test_a_number_that_is_no_choice_is_said_to_be_none(responder: Responder, typed: str, number: str) -> None:
    """The choices stay, with what can be chosen; without any, so it is said; a larger number is a question."""
    conversation = Conversation(responder)
    assert f"There is no choice {number}; there is nothing to choose now." in str(conversation.next(typed).lines)
    offered = conversation.next("/sources")
    again = conversation.next(typed)
    assert f"There is no choice {number}; choose 1 to {len(choices(offered))}." in str(again.lines)
    assert again.rows == offered.rows
    assert conversation.next("1999").answer is not None


def test_help_names_the_commands_of_the_terminal(responder: Responder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Help tells how to ask here, with the commands there are here; any other is said to be none."""
    printed = shown(responder, monkeypatch, "/help")
    assert all(f"/{name}: " in printed for name, _ in screens.COMMANDS)
    assert "/privacy" not in printed
    assert "In a group" not in printed
    assert "/weather is no command here; /help lists them." in shown(responder, monkeypatch, "/weather today")


@pytest.mark.parametrize(("command", "told"), [("/map", "/sources and /disagreements"), ("/PRIVACY", "Nothing that")])
def test_what_is_for_telegram_alone_says_so(responder: Responder, command: str, told: str) -> None:
    """A command of Telegram's that has no screen here is no unknown one; the choices stay."""
    conversation = Conversation(responder)
    offered = conversation.next("/sources")
    again = conversation.next(command)
    assert told in str(again.lines)
    assert again.rows == offered.rows


def test_every_command_of_telegram_is_known_here(responder: Responder) -> None:
    """None of the commands in the menu is called none."""
    for command, _ in texts.COMMANDS:
        assert "is no command here" not in str(Conversation(responder).next(f"/{command}").lines)


def test_the_report_comes_with_its_address(responder: Responder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is a button on Telegram is an address here."""
    assert responder.base.report.url in shown(responder, monkeypatch, "/report")


@pytest.mark.parametrize(("screen", "whole"), [(True, False), (False, True)], ids=["screen", "file"])
def test_lines_break_between_words_on_a_screen_alone(
    responder: Responder, monkeypatch: pytest.MonkeyPatch, screen: bool, whole: bool
) -> None:
    """No word and no address is broken at the edge of a screen; what goes into a file keeps its lines."""
    url = responder.base.report.url
    printed = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO("how many people were hurt?\n/report\n"))
    converse(
        responder, Console(file=printed, highlight=False, force_terminal=screen, no_color=True, width=len(url) - 2)
    )
    told = "The Norvale Police says that two people were hurt (paragraph 2)."
    words = re.sub(r"\x1b\[[0-9;]*m", "", printed.getvalue())
    assert (f"{told}\n" in words) == whole
    assert all(f" {word} " in " ".join(words.split()) for word in told.split())
    assert f"\n{url}\n" in words


@pytest.mark.parametrize("end", ["quit", "exit", " QUIT ", "/exit"])
def test_quit_ends(responder: Responder, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    """After the word that ends, nothing is answered."""
    assert "hurt" not in shown(responder, monkeypatch, end, "how many people were hurt?")


def test_a_follow_up_follows_a_choice_and_browsing_changes_no_subject(responder: Responder) -> None:
    """What was told last is what is referred to, be it asked, chosen, or before a look at the topics."""
    conversation = Conversation(responder)
    conversation.next("Why did the bridge fall?")
    conversation.next("/questions")
    answer = conversation.next("who said that?").answer
    assert answer is not None
    assert [statement.claim.id for statement in answer.statements] == ["rust"]
    conversation.next("")
    answer = conversation.next("who said that?").answer
    assert answer is not None
    assert answer.outcome == "no_match"


@pytest.mark.parametrize("report", ["responder", "ferryman", "shipped"])
def test_a_walk_by_numbers_never_shows_a_statement_without_its_source(
    report: str, request: pytest.FixtureRequest
) -> None:
    """From the welcome every number typed leads on, and all that is told is attributed."""
    responder: Responder = request.getfixturevalue(report)
    base, begun = responder.base, Conversation(responder)
    met: set[str] = set()
    ahead = [(begun, begun.next(""))]
    while ahead:
        conversation, offered = ahead.pop()
        assert choices(offered)
        for number, choice in enumerate(choices(offered), 1):
            if choice.data not in met:
                met.add(choice.data)
                further = copy(conversation)
                screen = further.next(str(number))
                ahead.append((further, screen))
                assert statements_without_source(base, "\n\n".join(render(screen.lines))) == []
    assert met >= {f"q:{entry.id}" for entry in base.entries if entry.kind != "small_talk"}
