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
    """Return the text a person sees. Raises `InvalidHtmlError` for what Telegram would not take as it is meant."""
    seen: list[str] = []
    open_tags: list[str] = []
    entities = 0
    for token in _TOKEN.finditer(html):
        if token["stray"]:
            raise InvalidHtmlError(f"unescaped {token['stray']!r} at {token.start()}")
        if token["text"]:
            if "&" in _ENTITY.sub("", token["text"]):
                raise InvalidHtmlError(f"unescaped '&' in {token['text']!r}")
            seen.append(unescape(token["text"]))
        elif token["close"]:
            if not open_tags or open_tags.pop() != token["tag"]:
                raise InvalidHtmlError(f"unmatched end tag {token[0]!r}")
        else:
            _check_start(token["tag"], token["attributes"], open_tags)
            open_tags.append(token["tag"])
            entities += 1
    if open_tags:
        raise InvalidHtmlError(f"tags left open: {open_tags}")
    if entities > MOST_ENTITIES:
        raise InvalidHtmlError(f"{entities} tags; Telegram formats {MOST_ENTITIES}")
    return "".join(seen)


def bold(html: str) -> list[str]:
    """The texts in bold, in order."""
    return [unescape(text) for text in re.findall(r"<b>(.*?)</b>", html, re.DOTALL)]


def quoted(html: str) -> list[str]:
    """The texts of the block quotes, in order."""
    return [plain(text) for text in re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", html, re.DOTALL)]


def _check_start(tag: str, attributes: str, open_tags: list[str]) -> None:
    if tag not in _TAGS:
        raise InvalidHtmlError(f"unsupported start tag {tag!r}")
    if not re.fullmatch(_TAGS[tag], attributes):
        raise InvalidHtmlError(f"unsupported attributes {attributes!r} of {tag!r}")
    if tag == "blockquote" and "blockquote" in open_tags:
        raise InvalidHtmlError("blockquotes cannot be nested")
