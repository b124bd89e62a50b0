"""What stands beside a question and changes nothing of it: the asker's own words. Knows no subject of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.english import (
    ATTITUDES,
    AUXILIARIES,
    EVENTS,
    FUNCTION_WORDS,
    KINDS,
    QUESTION_WORDS,
    RELATIONS,
    RELATIVES,
    SPEAKING_PRONOUNS,
    SPEECH,
    SUBJECTS,
    TEXTS,
    TWISTING,
)
from knowledge.marking import SUMMARY
from knowledge.outlining import outline
from knowledge.parting import forbids, is_question, sentences
from knowledge.text import ASKS, PUNCTUATION, STOP
from knowledge.tokens import Token
from knowledge.vocabulary import stem

_ASKER = frozenset({"i", "me", "my", "you", "your", "we"})
_AIMING = frozenset({"as", "for", "in", "like", "to"})  # "a summary for kids"
_SELF = frozenset({"i", "my", "we"})
_SUMMARIES = frozenset(SPEECH[SUMMARY])
_LIVING = {"have", "live", "lives", "study", "drive", "teach"}
_PRESENTING = 6  # tokens in which the asker says who they are
_SAYS = re.compile(r"[.]?S[.VN]{0,3}Y|A[.]?S")  # "Reuters says …", "according to Reuters …"
_ENDS = PUNCTUATION | {"but"}
_SCOPE = re.compile(rf"^(.+ )(?:in|during) (?:the |this |that |your )(?:{'|'.join(sorted(EVENTS))})((?: [,.?])*)$")


@dataclass(frozen=True)
class Asides:
    """Leaves asides out, with the critical concepts of one base, those of something done and of all that happened."""

    critical: frozenset[str]
    actions: frozenset[str]
    event: frozenset[str] = frozenset()

    def told(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens without what the asker tells of themselves beside a question: "i am from Vietnam, who died"."""
        tokens = self._asking(tokens)
        clauses = sentences(tokens, PUNCTUATION)
        if len(clauses) < 2:
            return tokens
        beside = [clause for clause in clauses if _presents(clause) or _bids(clause)]
        beside += [clause for clause in clauses[1:] if _waits(clause)]
        asking = [clause for clause in clauses if _asks(clause) and clause not in beside and not _accuses(clause)]
        asking = asking or clauses[:1]  # "province and town, please"
        asked = (token for clause in asking for token in clause)
        if not any(token.means("#") or token.means("@") or _asks_more(token) for token in asked):
            return tokens
        leans = any(token.words[0] in SPEAKING_PRONOUNS for clause in asking for token in clause)
        told = [c for c in clauses if c not in asking]
        idle = [c for c in told if self._of_the_asker(c, first=c is clauses[0]) or (_accuses(c) and not leans)]
        idle += beside
        idle += [c for c in told if c is not clauses[0] and (_of_others(c) or _tells_of_the_asker(c))]
        return [token for clause in clauses if clause not in idle for token in clause]

    def _asking(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens from the question on, if what leads to it has no weight: "i forgot who died", "fast: did they"."""
        opening = next((place for place in range(len(tokens)) if _opens(tokens, place)), 0)
        before = tokens[:opening]
        weighs = any(self._weighs(token) or token.means("#") or "!source" in token.meanings for token in before)
        told = any(not token.meanings[0][0].isalpha() and token.words[0] not in _ENDS for token in before)
        of_asker = not _ASKER.isdisjoint(word for token in before for word in token.words)
        weighs |= any(token.words == ("care",) for token in before)  # "I do not care what Reuters says"
        weighs |= len(before) > 1 and before[-1].words[0] in RELATIVES  # "upon whom does it rely"
        leads = of_asker or (not told and before and tokens[opening].words[0] in AUXILIARIES)
        return tokens[opening:] if leads and not weighs else tokens

    def _of_the_asker(self, clause: Sequence[Token], *, first: bool) -> bool:
        """Whether a clause begins with the asker and names nothing that a question may lean on.

        Where the asker lives or whom they have is their own, and "my kids live there" after a question.
        """
        named = any(token.means("@") or token.means("~") or token.words[0].isdigit() for token in clause)
        mine = clause[0].words == ("my",)  # "my wife does not believe it"
        lives = clause[0].words == ("i",) and not _LIVING.isdisjoint(clause[1:2] and clause[1].words)
        if (mine and not first) or (lives and not named):
            return True
        feels = any(not ATTITUDES.isdisjoint(token.words) for token in (clause if mine else clause[1:2]))
        if feels and not named and clause[0].words[0] in _SELF:
            return True
        told = {meaning for token in clause for meaning in token.meanings if meaning[0] == "#"}
        return clause[0].words[0] in _SELF and not named and told <= self.critical - self.actions

    def unscoped(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens without a last "in the attack", "during this operation" or place of the event all is about."""
        found = _SCOPE.search(" ".join(token.words[0] for token in tokens))
        if found:
            return [*tokens[: found[1].count(" ")], *tokens[len(tokens) - found[2].count(" ") :]]
        end = max((place for place, token in enumerate(tokens) if token.words == ("in",)), default=0)
        names = [token for token in tokens[end + 1 :] if token.words[0] not in PUNCTUATION]
        placed = names and all(self.event.intersection(token.meanings) for token in names)
        return tokens[:end] if end and placed else tokens

    def summed_up(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens without "a summary of" or "in a nutshell" where they name the one subject to be summed up.

        What is to be summed up is no text, and no more of what happened than all of it.
        """
        short = [place for place, token in enumerate(tokens) if _is_summary(token)]
        if len(short) != 1 or any(token.means("@") or token.means("~") for token in tokens):
            return tokens
        ends = [place + 1 for place in range(short[0]) if tokens[place].words[0] in (STOP, ASKS)]
        begin = max(ends, default=0)
        before, after = tokens[begin : short[0]], tokens[short[0] + 1 :]
        idle = FUNCTION_WORDS - _AIMING
        led = next((token for token in after if not idle.issuperset(token.words)), None)
        closes = not PUNCTUATION.issuperset(token.words[0] for token in after)
        named = [led] if led and closes else [] if closes else list(before)
        return [*tokens[:begin], *before, *after] if any(map(self._is_subject, named)) else tokens

    def _is_subject(self, token: Token) -> bool:
        concepts = {meaning for meaning in token.meanings if meaning[0] == "#"} - self.event
        return bool(concepts) and not {*token.words, *map(stem, token.words)} & (TEXTS | EVENTS)

    def ahead(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens without what has no weight before a source: "i trust nobody, but what does Reuters say".

        Before what a source says also a label: "checking a tweet: Reuters says …".
        """
        ends = [place for place, token in enumerate(tokens) if token.words[0] in _ENDS]
        for end in reversed(ends):
            aside = frozenset(word for token in tokens[:end] for word in token.words)
            told = any(self._weighs(token) for token in tokens[:end])
            opens = tokens[0].words[0] in AUXILIARIES  # "can we attribute …"
            if told or opens:
                continue
            marks = outline(tokens[end + 1 :])
            labels = end < _PRESENTING and _SAYS.match(marks) and not any(map(self._says_something, tokens[:end]))
            if labels or (not _ASKER.isdisjoint(aside) and "S" in marks):
                return tokens[end + 1 :]
        return tokens

    def _says_something(self, token: Token) -> bool:
        """Whether the token is more than a label: "checking a tweet: …" asks nothing and limits nothing."""
        told = any(meaning[0] in "#+?" or meaning == "!deny" for meaning in token.meanings)
        return told or not TWISTING.union(KINDS).isdisjoint(token.words)

    def _weighs(self, token: Token) -> bool:
        """Whether the token names a source, a number or something that never passes unnoticed."""
        named = any(meaning[0] in "@~^$" for meaning in token.meanings)
        return named or token.words[0].isdigit() or not (self.critical | self.actions).isdisjoint(token.meanings)


def _asks(clause: Sequence[Token]) -> bool:
    """Whether a clause asks something, a summary too."""
    return is_question(clause) or any(SUMMARY in token.meanings for token in clause)


def _accuses(clause: Sequence[Token]) -> bool:
    """Whether a clause says something to the one asked, and asks nothing: "you work for the army"."""
    asks = clause[-1].words[0] == ASKS or any(token.means("?") or token.means("!") for token in clause)
    return clause[0].words == ("you",) and not asks


def _bids(clause: Sequence[Token]) -> bool:
    """Whether a clause only bids something of the one asked: "do not fob me off", not "don't they tell me who"."""
    return forbids(clause) and _tells_of_the_asker(clause[2:])


def _is_summary(token: Token) -> bool:
    """Whether it is a word of summary, "summary of" among them."""
    return SUMMARY in token.meanings or " ".join(token.words).removesuffix(" of") in _SUMMARIES


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Whether a question begins here: with a question word that asks, or a verb and who it is about."""
    token, after = tokens[place], tokens[place + 1 : place + 2]
    if token.words[0] in AUXILIARIES:
        return any(one.means("@") or one.means("~") or one.words[0] in SUBJECTS - _ASKER for one in after)
    asks = token.means("?") and token.words[0] not in PUNCTUATION
    return bool(asks) or token.words[0] in QUESTION_WORDS - RELATIVES


def _tells_of_the_asker(clause: Sequence[Token]) -> bool:
    """Whether a clause that asks nothing and names nothing tells of the asker: "my boss is waiting", "HQ asks me"."""
    plain = all(token.meanings[0][0].isalpha() or token.words[0] in PUNCTUATION for token in clause)
    return plain and not {"i", "me", "my"}.isdisjoint(word for token in clause for word in token.words)


def _waits(clause: Sequence[Token]) -> bool:
    """Whether a clause tells that somebody asks or waits, or what the asker is busy with: "my boss is waiting"."""
    words = {word for token in clause for word in token.words}
    asks = clause[-1].words[0] == ASKS or not words.isdisjoint(QUESTION_WORDS) or clause[0].words[0] in AUXILIARIES
    return not asks and "is" in words and _tells_of_the_asker(clause)


def _asks_more(token: Token) -> bool:
    """Whether it asks for a summary, or when, where or how many."""
    return SUMMARY in token.meanings or token.means("?") in {"how-long", "how-many", "when", "where", "why"}


def _of_others(clause: Sequence[Token]) -> bool:
    """Whether a clause that asks nothing is only on somebody whom the report does not quote: "CNN has nothing"."""
    named = any(token.means("^") for token in clause[:2])
    return (
        named
        and clause[0].words[0] not in RELATIONS
        and not any(token.means("#") or token.means("@") or token.means("~") for token in clause)
    )


def _presents(clause: Sequence[Token]) -> bool:
    """Whether the asker says who they are: "i am a reporter"."""
    begins = [token.words[0] for token in clause[:2]]
    told = any(token.means("#") or token.means("!") for token in clause)
    return len(clause) <= _PRESENTING and not told and begins in (["i", "am"], ["i", "work"], ["we", "are"])
