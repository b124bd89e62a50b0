"""Raw text to plain words: the one place where text is normalised. Knows no base."""

from __future__ import annotations

import re
import unicodedata
from operator import itemgetter

from text_to_num import alpha2digit

from knowledge.english import (
    ADDRESSEES,
    ALONE,
    AUXILIARIES,
    FLAGS,
    LEADING_REACTIONS,
    MONTHS,
    QUESTION_WORDS,
    REACTIONS,
    SHORT_FORMS,
)

LONGEST = 500  # characters of a message that are read; more is no question

_ENDINGS = (
    ("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'m", " am"), ("'d", " did"),
)  # fmt: skip
ARTICLES = {"the", "a", "an"}
_IS_AFTER = {"what", "where", "who", "how", "when", "why", "that", "there", "it", "he", "she", "here"}
_WORD = re.compile(r"\by/n\b|\bw/(?:o\b)?|[^\W_]+(?:['.][^\W_]+)*|[.,;:?!>()\"/]+|(?<!\w)-+(?!\w)")
_DATE = re.compile(
    r"\b(?P<year>\d{4})([./-])(?P<month>\d\d?)\2(?P<day>\d\d?)\b"
    r"|\b(?P<one>\d\d?)([./-])(?P<two>\d\d?)\6(?P<last>\d{4})\b"
)
_DAY = re.compile(rf"\b((?:{'|'.join(MONTHS)}) )?(\d\d?)(?:st|nd|rd|th)\b( (?:of )?(?:{'|'.join(MONTHS)})\b)?")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}([.,])\d{3}(?:\1\d{3})*(?![\d])(?![.,]\d)")
_TIMES = re.compile(r"(?<![\d.,])(\d{1,9}(?:\.\d{1,9})?) ?(k|(?:hundred|thousand|million|billion)s?)\b")
_POWERS = {"k": 1000, "hundred": 100, "thousand": 1000, "million": 1000**2, "billion": 1000**3}
_PLAIN = re.compile(r"[a-z ]+")
_STRETCHED = re.compile(r"([a-z])\1{2,}")  # "heyyyy"
_FIRST = itemgetter(1)
PAUSE, STOP, ASKS = ",", ".", "?"  # stand for punctuation among words: within a sentence, at its end
PUNCTUATION = frozenset({PAUSE, STOP, ASKS})
_UNREADABLE = "\ufffd"  # stands for bytes that are no text; no picture
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))
_POST = re.compile(r"\bpost-(?=[a-z])")  # "post-mission"
_GREETINGS = frozenset(ALONE.values())
_ADDRESSED = re.compile(rf"([ ,]+({'|'.join(ADDRESSEES)}))+$")
_REACTION = re.compile(
    rf"(?:(?:{'|'.join(LEADING_REACTIONS)})[ ,.!]+)*(?:{'|'.join(REACTIONS)})(?:[ ,.!]+(?:{'|'.join(REACTIONS)}))*"
    r"(?: (?:event|mess|news|situation|story|stuff|thing))?"
)
_DICTATED = {"comma": PAUSE, "full stop": STOP, "exclamation mark": STOP, "question mark": ASKS}  # by voice
_SPOKEN_MARK = re.compile(rf"\s(?:{'|'.join(_DICTATED)})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:\(?\d\)|q(?:uestion)? ?\d\d?\b[.:)]?)\s+", re.IGNORECASE)  # "1) who died"
_UPPER_US = re.compile(r"\b(?:U\.?S\.?(?:A\b\.?)?|u\.s\.(?:a\.)?)(?![A-Za-z])")
_TELL_US = re.compile(r"\b(TELLS?|TOLD|SHOWS?|GIVES?|LETS?|INFORMS?|REMIND|HELP) US\b")  # "us", shouted
_OPENING = "|".join(sorted(AUXILIARIES | QUESTION_WORDS))
_FLAG = re.compile(rf"(?:{'|'.join(FLAGS)})(?=\s*(?!(?:{_OPENING})\b)\w)")  # "🇫🇷 version", not "🇫🇷 who died?"


_SPELLED = {
    "zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty",
    "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million",
}  # fmt: skip


def clean(text: str) -> str:
    """The text as far as it is read: NFKC, at most 500 characters, no invisible or broken characters."""
    text = text[:LONGEST]
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = unicodedata.normalize("NFKC", text)[:LONGEST]
    kept = (" " if unicodedata.category(char) == "Cc" else char for char in text)
    return " ".join("".join(char for char in kept if unicodedata.category(char) not in _INVISIBLE).split())


_INVISIBLE = {"Cf", "Cs", "Co", "Cn"}  # zero-width and bidi marks, lone surrogates, private use, unassigned


def bare(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without its article."""
    return name[1:] if len(name) > 1 and name[0] in ARTICLES else name


def meant(text: str) -> str:
    """What a message of hardly a word means: "good morning" for "morning all", "hello" for a waving hand.

    "how awful" for "omg that is so sad", or any word of somebody who reacts.
    Emoji that have no word of their own say no more than that somebody is there. Any other text is itself.
    """
    plain = _STRETCHED.sub(_FIRST, clean(text).translate(_APOSTROPHES).casefold())
    symbols = [char for char in plain if unicodedata.category(char) == "So" and char != _UNREADABLE]
    if symbols and not any(map(str.isalnum, plain)):
        return next((ALONE[symbol] for symbol in symbols if symbol in ALONE), "haha")
    plain = "".join(char for char in plain if char not in symbols).strip(" .!,\ufe0f")
    plain = plain.rstrip("?! ") if " " in plain else plain  # "evening?" asks when it was
    if _REACTION.fullmatch(plain):
        return "how awful"
    alone = _ADDRESSED.sub("", plain)
    return ALONE.get(plain) or ALONE.get(alone) or (alone if alone in _GREETINGS else text)


def words(text: str) -> tuple[str, ...]:
    """Lower-case words and numbers of the text, contractions resolved, "six" as "6", accents removed.

    "US" in capitals is "usa", so that it differs from "us". Text in other scripts keeps its letters.
    """
    return tuple(word for word in phrases(text) if word not in PUNCTUATION)


def phrases(text: str) -> tuple[str, ...]:
    """The words of the text, with `PAUSE`, `STOP` or `ASKS` between them where it is punctuated."""
    as_it_stands = _PLAIN.fullmatch(text) and not (_STRETCHED.search(text) or _SPOKEN_MARK.search(text))
    if as_it_stands:  # most of what a base is written in
        plain = text[:LONGEST].split()
        return tuple(_digits([part for word in plain for part in SHORT_FORMS.get(word, word).split()]))
    text = _NUMBERED.sub("", clean(text.translate(_APOSTROPHES)))
    text = _SPOKEN_MARK.sub(lambda mark: _DICTATED[mark[0][1:].casefold()], text)
    text = (
        _UPPER_US.sub("usa", _TELL_US.sub(r"\1 us", text)).casefold().replace("%", " percent").replace("tl;dr", "tldr")
    )
    text = _DAY.sub(_cardinal, _DATE.sub(_written_out, text))
    text = _POST.sub("after ", text)
    text = _TIMES.sub(_multiplied, _THOUSANDS.sub(lambda number: re.sub("[.,]", "", number[0]), text))
    if not text.isascii():
        text = _FLAG.sub(lambda flag: f" {FLAGS[flag[0]]} ", text)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = _STRETCHED.sub(_FIRST, text)
    found: list[str] = []
    for word in _WORD.findall(text):
        if word[0].isalnum():
            found += _resolved(word)
        elif found:
            marks = {found.pop()} if found[-1] in PUNCTUATION else set()
            marks |= {"." if mark in "!;" else mark for mark in word}
            found.append(ASKS if ASKS in marks else STOP if STOP in marks else PAUSE)
    return tuple(_digits(found))


def _written_out(date: re.Match[str]) -> str:
    """A date in figures with its month as a word; the day comes first unless that cannot be."""
    year, month, day = date["year"] or date["last"], date["month"] or date["two"], date["day"] or date["one"]
    if int(month) > len(MONTHS):
        month, day = day, month
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}" if 0 < int(month) <= len(MONTHS) else date[0]


def _multiplied(number: re.Match[str]) -> str:
    """A number whose size is written out, in figures: "13k", "1.5 million"."""
    return str(round(float(number[1]) * _POWERS[number[2].removesuffix("s")]))


def _cardinal(day: re.Match[str]) -> str:
    """The day of a month as a plain number: "october 27th"."""
    return f"{day[1] or ''}{day[2]}{day[3] or ''}" if day[1] or day[3] else day[0]


def _resolved(word: str) -> list[str]:
    """A word without its apostrophes and full stops: "didn't" is "did not", "Reuters'" is "reuters"."""
    if word in SHORT_FORMS:
        return SHORT_FORMS[word].split()
    if "'" not in word and "." not in word:
        return [word]
    for ending, meaning in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), *meaning.split()]
    if word.endswith("'s"):
        return [word[:-2], "is"] if word[:-2] in _IS_AFTER else [word[:-2]]
    return [part for part in re.split(r"['.]", word) if part] if len(word) > 1 else [word]


def _digits(found: list[str]) -> list[str]:
    """Number words as digits; "one" stays, it is rarely a number ("one of them")."""
    if _SPELLED.isdisjoint(found):
        return found
    spelled = alpha2digit(" ".join(found), "en").split()  # which leaves a "two" that stands alone
    return ["one" if word == "1" and "one" in found else "2" if word == "two" else word for word in spelled]
