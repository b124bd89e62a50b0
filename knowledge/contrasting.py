"""What is set against a source or a statement, or left out: "Sputnik, not Reuters", "or did they lie about it"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.english import AUXILIARIES, DOES, EPITHETS, LEAVING, PERSONS, SPEAKERS
from knowledge.judging import JUDGE
from knowledge.text import ARTICLES, PUNCTUATION
from knowledge.tokens import Token

_NEVER = re.compile("[.,]*S(N[.]?)(Y.*,)T,?$")  # "Sputnik never said …, did it"
_GUESS = re.compile(
    "((?:[^SO,]*,)?[^SO,]*(?:W|H[.]?[BR])[^SO,]*),+(?:(?=.*[OB])[SOB.,]+|V[.]S,*)$"
)  # "who …, Reuters or anybody else?", "which source …, is it Reuters?"
_GUESSED = re.compile("([.,]*[HWKQ][^,SO]*),+[.]{0,2}O[.]{0,2},*$")  # "where was it, Rome?"
_GUESSING = {"a", "else", "it", "maybe", "or", "perhaps", "the"} | SPEAKERS
_SOMEBODY = re.compile("([.,]*W[^,]*),+[.b]+,*$")  # "who is Kirby, some guy from the telly?"
_SPOKEN_OF = {"he", "i", "it", "she", "that", "they", "this", "you"}
_BLAMING = {"lie", "lied", "lies", "lying", "wrong", "kidding", "joking", "fooling", "bullshitting"}
_CONCEDING = {"although", "though"}
_FEELING = {(",", "and", "i", "am"), (",", "but", "i", "am"), (",", "and", "i", "was"), (",", "but", "i", "was")}
_FEW = 4  # tokens of a guess, the pause and the article among them
_SHORTEST = 3  # words before what may be left out at the end
_UNCARED = ("do", "not", "care")
_CONTRASTING = {",", "and", "but"}


def left_out(tokens: Sequence[Token], marks: str) -> str:
    """The marks with sources left out: "besides Reuters", "Sputnik, not Reuters"; media to write on are no speakers."""
    for clause in re.finditer("[^,]+", marks):
        words = tuple(token.words[0] for token in tokens[clause.start() : clause.start() + 4])
        left = words[:1] and words[0] in LEAVING and re.fullmatch("[.bSN]+", clause[0])  # "forget Reuters, …"
        uncared = _UNCARED in (words[:3], words[1:])  # "I do not care what Reuters says, …"
        if left or (uncared and clause.end() < len(marks)):
            rest = re.sub("[^E]", ".", clause[0][1:].replace("S", "E"))
            marks = f"{marks[: clause.start()]}e{rest}{marks[clause.end() :]}"
    marks = re.sub(r"e(\.?)[Ss]", r"e\1E", marks)
    marks = re.sub(r"^N(\.?)S(?=,.*S.?Y)", r"e\1E", marks)  # "not Reuters: what does Sputnik say"
    for found in re.finditer(r"(?<=[SE])[.,]N(\.?)[Ss]|,N(\.?)[Ss](?=[,T]*$|,Y)", marks):
        if contrasts(tokens, found.start()):
            marks = f"{marks[: found.start() + 1]}e{found[1] or found[2] or ''}E{marks[found.end() :]}"
    return marks.replace("oB", "o.")


def contrasts(tokens: Sequence[Token], place: int) -> bool:
    """Whether what begins here sets something against what stands before: ", not Reuters", "and not from the army"."""
    return tokens[place].words[0] in _CONTRASTING and tokens[place + 1].words == ("not",)


def settled(tokens: Sequence[Token], marks: str) -> Sequence[Token]:
    """The tokens of a statement by a source without what is said for and against it in vain.

    "Reuters never said so, did it?" asks whether it did, and so does "did Reuters say so, or did they lie about it".
    """
    end = next((place for place in range(1, len(tokens) - 2) if _doubts(tokens[place : place + 3])), 0)
    if end and ("S" not in marks[end:] or tokens[end + 1].words == ("am",)):
        tokens = tokens[:end]
    never = _NEVER.match(marks)
    if never and tokens[never.end(2)].words[0] in DOES:
        return [*tokens[: never.start(1)], *tokens[never.end(1) :]]
    return tokens


def undoubted(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without a last "or is my brother lying", which blames whoever told it, or "even though they deny it".

    Nor with ", unlike the locals", ", and i am angry about it" and "or my english is bad".
    """
    for place in range(_SHORTEST, len(tokens) - 1):
        words = tuple(token.words[0] for token in tokens[place : place + 4])
        plain = not any(token.means("#") for token in tokens[place:])
        conceded = plain and (words[0] in _CONCEDING or _misread(tokens[place:]))
        if conceded or words[:2] == (",", "unlike") or words in _FEELING:
            return tokens[:place]
    for place in range(1, len(tokens) - 2):
        if tokens[place].words != ("or",) or tokens[place + 1].words[0] not in AUXILIARIES:
            continue
        rest = tokens[place:]
        named = any(token.means("@") or token.means("~") for token in rest)
        if not named and any(JUDGE in token.meanings or not _BLAMING.isdisjoint(token.words) for token in rest):
            return tokens[:place]
    return tokens


def _misread(tokens: Sequence[Token]) -> bool:
    """Whether only the asker's own mistake is the other choice: "or i read wrong", "or my english is bad"."""
    rest = [token for token in tokens[1:] if not token.means("=") and token.words[0] not in PUNCTUATION]
    own = tokens[0].words == ("or",) and (not rest or rest[0].words[0] in ("i", "my"))
    return own and not any(token.means("!") == "say" or any(map(token.means, "@~^")) for token in rest)


def without_guess(tokens: Sequence[Token], marks: str) -> Sequence[Token]:
    """The tokens without guesses at who it is that is asked for: "who says so, the mayor or somebody else?"."""
    if guessed := _GUESSED.match(marks):
        return tokens[: guessed.end(1)]
    found = _GUESS.match(marks) or _SOMEBODY.match(marks)
    if not found:
        return tokens
    end = found.end(1)
    if found.re is _SOMEBODY:
        fool = tokens[end + 1 : end + 2] and tokens[end + 1].words[0] in ARTICLES and len(tokens) <= end + _FEW
        if fool and "Y" in marks[:end]:
            return tokens[:end]  # "who claims that, the neighbours?"
        return tokens[:end] if any(PERSONS.union(EPITHETS) & set(token.words) for token in tokens[end:]) else tokens
    plain = {token.words[0] for token, mark in zip(tokens[end:], marks[end:], strict=True) if mark == "."}
    return tokens[:end] if plain <= _GUESSING else tokens


def _doubts(tokens: Sequence[Token]) -> bool:
    """Whether a clause begins that doubts what was said, or blames who told it: "or did they lie", "and you lie"."""
    join, verb, who = (token.words[0] for token in tokens)
    doubts = verb in AUXILIARIES | {"am"} and who in _SPOKEN_OF
    return (join == "or" and (doubts or verb == "you")) or (join == "and" and verb == "you")
