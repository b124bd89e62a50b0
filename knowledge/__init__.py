"""One report's base of questions and answers: loading, checking, understanding, answering. Knows no Telegram."""

from knowledge.answering import Responder
from knowledge.answers import Answer, Context
from knowledge.loading import SHIPPED, load_base
from knowledge.models import Base, Claim, Entry, Source, Statement
from knowledge.problems import BaseProblems

__all__ = [
    "SHIPPED",
    "Answer",
    "Base",
    "BaseProblems",
    "Claim",
    "Context",
    "Entry",
    "Responder",
    "Source",
    "Statement",
    "load_base",
]
