"""What the bot says about itself and its report. Nothing here is a statement about the event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot import screens
from knowledge import Base
from knowledge.models import Report
from knowledge.problems import Problem
from knowledge.wording import Line, Span

COMMANDS = (
    ("start", "What this bot is"),
    ("help", "How to ask"),
    ("sources", "Whom the report quotes, and what each says"),
    ("questions", "Questions by topic"),
    ("disagreements", "Where the sources disagree"),
    ("timeline", "What came when, where the report says so"),
    ("map", "Who says what, as a picture"),
    ("report", "What the report is, with its link"),
    ("about", "Which base of statements I answer from"),
    ("privacy", "What is kept about you"),
)  # in the order of Telegram's menu; each has its handler in `Handlers.all`, or a screen in screens.COMMANDS, its
# description in Arabic below, and its name in README.md
PRIVATE_ONLY = ("start", "privacy")  # left out of the menu of a group


@dataclass(frozen=True)
class Menu:
    """What Telegram shows of the bot in one language; `commands` are descriptions by name.

    `description` stands in an empty chat, at most 512 characters; `short_description` on the profile, at most 120.
    """

    description: str
    short_description: str
    commands: Mapping[str, str] = field(default_factory=dict)


MENUS = {
    "": Menu(
        "Ask what one contested news report says. "
        "Every answer names who made the statement, exactly as the report gives it.",
        "Who says what in one contested news report.",
    ),
    "ar": Menu(
        "اسأل بالإنجليزية عمّا يقوله تقرير إخباري واحد مختلف عليه. كل جواب يذكر من صاحب القول كما ورد في التقرير.",
        "من قال ماذا في تقرير إخباري واحد مختلف عليه (بالإنجليزية).",
        {
            "start": "ما هذا البوت",
            "help": "كيف تسأل",
            "sources": "من يستشهد بهم التقرير وما يقوله كل منهم",
            "questions": "أسئلة حسب الموضوع",
            "disagreements": "أين تختلف المصادر",
            "timeline": "ما الذي سبق وما الذي تلا، إن ذكره التقرير",
            "map": "من قال ماذا، في صورة",
            "report": "ما هو التقرير مع رابطه",
            "about": "من أي مجموعة أقوال أجيب",
            "privacy": "ما الذي يُحفظ عنك",
        },
    ),
}  # by language, "" where no other fits; the answers themselves are in English

SOURCES = "These sources speak in the report. Choose one to read what it says."
TOPICS = "Pick a topic to see its questions."
WHY = "Why this answer?"
NONE = "None of these"
THANKS = "Thank you, that helps. Please try other words, or look through the questions I know."
ASK_IN_PRIVATE = "Ask me in private"  # at most 64 characters
WHOLE_ANSWER = "All the report has on this"
NOT_TEXT = "I understand written questions only. Ask me who says what in the report, or send /help."
MAP = "Who says what"
NO_MAP = (
    "I cannot draw here: whoever runs me has to install it with pip install 'whosaid[map]'. "
    "/sources and /disagreements tell the same in words."
)
IN_TERMINAL = {
    "/map": "The picture is for Telegram. /sources and /disagreements tell the same in words.",
    "/privacy": "Nothing that you type here is kept or sent anywhere; this conversation is forgotten when it ends.",
}  # commands that have no more than this to say there
NOTED = "Thank you, that is noted."
STALE = "This button is out of date. Send /start."
LATE = "Sorry for the late answer: for a while I could not receive messages."
SLOWER = "Slow down, please: I answer a few questions at a time, then one every few seconds."
SORRY = "Sorry, something went wrong here and I cannot answer. Please ask again in a moment."


def no_command(typed: str) -> str:
    """That the terminal knows no such command."""
    return f"{typed.split()[0]} is no command here; /help lists them."


def no_choice(typed: str, choices: int) -> str:
    """That the number typed is none of the choices."""
    return f"There is no choice {typed}; " + (
        f"choose 1 to {choices}." if choices else "there is nothing to choose now."
    )


def said(text: str) -> tuple[Line, ...]:
    """Each paragraph of the text as a line."""
    return tuple((Span(paragraph),) for paragraph in text.split("\n\n"))


def help_on(base: Base) -> tuple[Line, ...]:
    """How to ask on Telegram."""
    return _help(
        base,
        COMMANDS,
        "Forward me what someone claims, and I tell what the report has on it. "
        "To come back to an earlier answer, reply to it. In a group, mention me or reply to me.",
    )


def help_in_terminal(base: Base) -> tuple[Line, ...]:
    """How to ask in the terminal."""
    known = {"help", *dict(screens.COMMANDS)}
    commands = [(name, description) for name, description in COMMANDS if name in known]
    return _help(base, commands, "The number before a choice takes it; an empty line starts anew; quit ends.")


def _help(base: Base, commands: Iterable[tuple[str, str]], more: str) -> tuple[Line, ...]:
    """How to ask, with questions of this base and the commands."""
    firsts = (next((e for e in topic.questions if e.kind == "answer"), None) for topic in base.topics)
    examples = [f"“{entry.question}”" for entry in firsts if entry is not None][:3]
    listed = "\n".join(f"/{name}: {description}" for name, description in commands)
    return said(
        f"Ask me in your own words about {base.report.event}. I know one news report, and I name who makes "
        f"each statement.\n\nFor example:\n{chr(10).join(examples)}\n\n{listed}\n\n"
        f"A question that follows another may be short: “and {_shortest(base)}?”. {more}"
    )


def _shortest(base: Base) -> str:
    return min((source.name for source in base.sources), key=len)


def introduction(report: Report) -> tuple[Line, ...]:
    """Which report it is, for who has just come."""
    return said(
        f"I know one news report, by {report.publisher} on {report.event}, and I name who makes each statement in it."
    )


def about(report: Report) -> tuple[Line, ...]:
    """Tell what the report is, not what it says."""
    return said(
        f"“{report.title}”\n\nPublished by {report.publisher}, {report.published}. Byline: {report.byline}. "
        f"Source given: {report.credit}. The text dates the event “{report.dated}”. It has "
        f"{report.paragraphs} paragraphs, counting the headline.\n\nI give its statements in my own words, "
        "with short quotes, and I do not know whether they are true."
    )


def version(base: Base) -> tuple[Line, ...]:
    """Tell which base answers, so that two answers can be compared."""
    return said(
        f"I am whosaid, and I answer from the base {base.report.id}, version {base.version}: {len(base.claims)} "
        f"statements by {len(base.sources)} sources, {len(base.entry_by_id)} questions. The version is a fingerprint "
        "of the files: it changes with any change in them."
    )


def reloaded(base: Base, before: Base) -> str:
    """Tell an operator which version answers now."""
    if base.version == before.version:
        return f"Nothing has changed: version {base.version} is in use."
    return f"Version {base.version} is in use instead of {before.version}. No problem found."


def not_reloaded(base: Base, problems: Iterable[Problem], found: int) -> str:
    """Tell an operator what is wrong with the files, and that the base in use stays."""
    listed = "\n".join(map(str, problems))
    return f"Version {base.version} stays in use: the files have {found} problem(s).\n\n{listed}"


def privacy(chats: int, answers: int, questions: int, keep_days: int | None) -> tuple[Line, ...]:
    """Tell what is kept about a person. `keep_days` is how long misses are kept, None where none are."""
    written = _KEPT.format(days=keep_days) if keep_days else _NOTHING_KEPT
    return said(
        f"{written}\n\n"
        "For at most a day I keep in memory what a question that follows another needs: for at most "
        f"{chats:,} chats and {answers:,} answers, the main words of the question and which statements I "
        f"gave, under the numbers of the chat and of the answer; for an hour, of at most {questions:,} questions, "
        "which messages answer them, so that you can edit a question; how often you asked lately; and the numbers "
        "of what I have answered, so that I do it once. Where several copies of me answer, they share this in one "
        "memory, under scrambled numbers. All of this is gone when I restart, the shared memory after a day.\n\n"
        "My log holds which question of mine was matched and how well, never your text, name or number.\n\n"
        "Telegram handles your messages under its own policy: https://telegram.org/privacy"
    )


_NOTHING_KEPT = (
    "I write nothing you send into a file or a database: no message, no name, no number of yours. "
    "The database for that is off."
)
_KEPT = (
    "So that I get better, I write into a database: the text of a question that I did not understand, and of one "
    "whose answer you mark with 👎, in small letters and without addresses, links, @names and long numbers; which "
    "question of mine came closest, and how close; and the day. Of 👍 I keep all of that but the text. "
    "No name, no number of yours and no chat is written down, nothing else either, and all of it is deleted after "
    "{days} days. Leave out of your questions what nobody else may read."
)
