"""Telegram's HTML as the Bot API reads it, only stricter: what is doubtful is refused."""

from __future__ import annotations

import re
from html import unescape

_TAGS = {
    "b": r"", "strong": r"", "i": r"", "em": r"", "u": r"", "ins": r"", "s": r"", "strike": r"", "del": r"",
    "code": r"", "pre": r"", "tg-spoiler": r"", "blockquote": r"( expandable)?", "a": r' href="[^"<>]+"',
    "span": r' class="tg-spoiler"', "tg-emoji": r' emoji-id="\d+"',
}  # fmt: skip
_TOKEN = re.compile(r"<(?P<close>/?)(?P<tag>[a-z-]+)(?P<attributes>[^<>]*)>|(?P<text>[^<>]+)|(?P<stray>[<>])")
_ENTITY = re.compile(r"&(lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
MOST_ENTITIES = 100  # Telegram drops the formatting of what comes after them


class InvalidHtmlError(ValueError):
    """What Telegram refuses as "can't parse entities"."""


def plain(html: str) -> str:
    """Return the text a person sees. Raises `InvalidHtmlError` for what Telegram would not take."""
    open_tags: list[str] = []
    entities = 0
    for token in _TOKEN.finditer(html):
        if token["stray"] or "&" in _ENTITY.sub("", token["text"] or ""):
            raise InvalidHtmlError(f"unescaped character in {token[0]!r} at {token.start()}")
        if token["close"]:
            if not open_tags or open_tags.pop() != token["tag"]:
                raise InvalidHtmlError(f"unmatched end tag {token[0]!r}")
        elif token["tag"]:
            _check_start(token["tag"], token["attributes"], open_tags)
            open_tags.append(token["tag"])
            entities += 1
    if open_tags or entities > MOST_ENTITIES:
        raise InvalidHtmlError(f"{entities} tags, of which Telegram formats {MOST_ENTITIES}; open: {open_tags}")
    return unescape("".join(token["text"] or "" for token in _TOKEN.finditer(html)))


def bold(html: str) -> list[str]:
    """Return the texts in bold, in order."""
    return [unescape(text) for text in re.findall(r"<b>(.*?)</b>", html, re.DOTALL)]


def quoted(html: str) -> list[str]:
    """Return the texts of the block quotes, in order."""
    return [plain(text) for text in re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", html, re.DOTALL)]


def _check_start(tag: str, attributes: str, open_tags: list[str]) -> None:
    if tag not in _TAGS:
        raise InvalidHtmlError(f"unsupported start tag {tag!r}")
    if not re.fullmatch(_TAGS[tag], attributes):
        raise InvalidHtmlError(f"unsupported attributes {attributes!r} of {tag!r}")
    if tag == "blockquote" and "blockquote" in open_tags:
        raise InvalidHtmlError("blockquotes cannot be nested")
