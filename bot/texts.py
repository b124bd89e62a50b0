"""What the bot says about itself and its report. Nothing here is a statement about the event."""

from __future__ import annotations

from knowledge import Base
from knowledge.models import Report
from knowledge.wording import Line, Span

COMMANDS = (
    ("start", "What this bot is"),
    ("help", "How to ask"),
    ("sources", "Whom the report quotes, and what each says"),
    ("questions", "Questions by topic"),
    ("disagreements", "Where the sources disagree"),
    ("timeline", "What came when, where the report says so"),
    ("report", "What the report is, with its link"),
    ("privacy", "What is kept about you"),
)  # each has its handler in handlers.py; shown in Telegram's menu in this order
DESCRIPTION = (
    "Ask what one contested news report says. "
    "Every answer names who made the statement, exactly as the report gives it."
)  # shown in an empty chat, at most 512 characters
SHORT_DESCRIPTION = "Who says what in one contested news report."  # on the profile, at most 120 characters

SOURCES = "These sources speak in the report. Press one to read what it says."
TOPICS = "Pick a topic to see its questions."
WHY = "Why this answer?"
NONE = "None of these"
THANKS = "Thank you, that helps. Please try other words, or look through the questions I know."
NOT_TEXT = "I understand written questions only. Ask me who says what in the report, or send /help."
STALE = "This button is out of date. Send /start."
LATE = "Sorry for the late answer: for a while I could not receive messages."
SORRY = "Sorry, something went wrong here and I cannot answer. Please ask again in a moment."


def said(text: str) -> tuple[Line, ...]:
    """Each paragraph of the text as a line."""
    return tuple((Span(paragraph),) for paragraph in text.split("\n\n"))


def help_on(base: Base) -> tuple[Line, ...]:
    """How to ask, with questions of this base and the commands."""
    firsts = (next((e for e in topic.questions if e.kind == "answer"), None) for topic in base.topics)
    examples = [f"“{entry.question}”" for entry in firsts if entry is not None][:3]
    commands = "\n".join(f"/{name}: {description}" for name, description in COMMANDS)
    return said(
        f"Ask me in your own words about {base.report.event}. I know one news report, and I name who makes "
        f"each statement.\n\nFor example:\n{chr(10).join(examples)}\n\n{commands}\n\n"
        "A question that follows another may be short: “and Reuters?”. To come back to an earlier answer, "
        "reply to it. In a group, mention me or reply to me."
    )


def about(report: Report) -> tuple[Line, ...]:
    """Tell what the report is, not what it says."""
    return said(
        f"“{report.title}”\n\nPublished by {report.publisher}, {report.published}. Byline: {report.byline}. "
        f"Source given: {report.credit}. The text dates the event “{report.dated}”. It has "
        f"{report.paragraphs} paragraphs, counting the headline.\n\nI give its statements in my own words, "
        "with short quotes, and I do not know whether they are true."
    )


def privacy(chats: int, answers: int) -> tuple[Line, ...]:
    """Tell what is kept about a person."""
    return said(
        "I write nothing you send into a file or a database: no message, no name, no number of yours.\n\n"
        "For at most a day I keep in memory what a question that follows another needs: for at most "
        f"{chats:,} chats and {answers:,} answers, the main words of the question and which statements I "
        "gave, under the numbers of the chat and of the answer, and how often you asked lately. Where several "
        "copies of me answer, they share this in one memory, under scrambled numbers. The program also knows the "
        "numbers of the chats and people who wrote to it since it started. All of this is gone when I restart, the "
        "shared memory after a day.\n\n"
        "My log holds which question of mine was matched and how well, never your text, name or number.\n\n"
        "Telegram handles your messages under its own policy: https://telegram.org/privacy"
    )
