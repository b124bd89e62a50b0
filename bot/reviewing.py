"""Misses for the curator: similar ones together, the entries near them, phrasings to paste. Changes no file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import SecretStr
from rapidfuzz import fuzz, process, utils

from bot.misses import DatabaseError, Miss, Store
from bot.settings import ConfigurationError
from knowledge import Answer, Base, Responder

_SIMILAR = 72.0  # likeness of two texts, their words sorted, from which on they are shown as one
_NEAR = 10.0  # score from which on an entry is near
_LONGEST_PHRASING = 400
_HEADING = """\
# Paste what fits under the `phrasings` of the entry it stands under, and leave out what that entry does not answer.
# Then: whosaid check, and whosaid eval must not get worse.
"""


@dataclass
class Group:
    """Texts alike, with how often each was asked. The first text stands for all."""

    missed: Counter[str] = field(default_factory=Counter)
    marked_down: Counter[str] = field(default_factory=Counter)

    @property
    def asked(self) -> Counter[str]:
        """How often at least each text was asked: the answer to a miss can be marked down too."""
        return self.missed | self.marked_down

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts, the most asked first."""
        return tuple(text for text, _ in self.asked.most_common())


def kept_in(database: SecretStr | None) -> tuple[Miss, ...]:
    """Everything kept. Raises `ConfigurationError` where nothing is kept, or the database cannot be read."""
    if database is None:
        raise ConfigurationError("WHOSAID_DATABASE is not set, so nothing is kept; set it to the path of a file")
    place = database.get_secret_value()
    if "://" not in place and not Path(place).exists():
        raise ConfigurationError(
            "the file that WHOSAID_DATABASE names is not there; correct it, or start the bot on Telegram with it, "
            "which makes it: the terminal keeps nothing"
        )
    try:
        return Store(place).all()
    except DatabaseError as error:
        raise ConfigurationError(
            f"the database cannot be read ({type(error).__name__}); see that WHOSAID_DATABASE can be reached"
        ) from None


def grouped(misses: Sequence[Miss]) -> list[Group]:
    """Similar texts together, the most asked first."""
    missed, none, down = (Counter(miss.text for miss in misses_of(misses, kind)) for kind in ("miss", "none", "down"))
    missed |= none  # "none of these" is said of a miss that is kept already
    groups: list[Group] = []
    heads: list[str] = []
    for text, _ in (missed | down).most_common():
        near = process.extractOne(
            text, heads, scorer=fuzz.token_sort_ratio, processor=utils.default_process, score_cutoff=_SIMILAR
        )
        if near is None:
            heads.append(text)
            groups.append(Group())
        group = groups[near[2] if near else -1]
        group.missed += Counter({text: missed[text]})
        group.marked_down += Counter({text: down[text]})
    return sorted(groups, key=lambda group: -group.asked.total())


def misses_of(misses: Iterable[Miss], kind: str) -> Iterator[Miss]:
    """Those of a kind whose question is known."""
    return (miss for miss in misses if miss.kind == kind and miss.text)


def nearest(base: Base, answer: Answer) -> list[tuple[str, float]]:
    """Ids and scores of the entries near the question, best first, whether or not they could answer it."""
    near = [(found.id, found.score) for found in answer.explanation.candidates if found.score >= _NEAR]
    return [(id_, score) for id_, score in near if id_ in base.entry_by_id]


def listing(responder: Responder, groups: Sequence[Group]) -> Iterator[str]:
    """Line by line: how often, what, and which entries are near it in this base."""
    for group in groups:
        head, *others = group.texts
        answer = responder.answer(head)
        near = ", ".join(f"{id_} {score:.0f}" for id_, score in nearest(responder.base, answer)) or "none"
        yield f"{group.asked.total():4} x {head}"
        yield f"       not understood {group.missed.total()}, marked down {group.marked_down.total()}"
        if others:
            yield f"       also: {'; '.join(others)}"
        if is_answered(answer):
            yield f"       answered now by {answer.entry or 'the statements themselves'}"
        yield f"       nearest: {near}"


def votes(misses: Iterable[Miss]) -> Iterator[str]:
    """Line by line: the entries voted on, the most disliked first."""
    count: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for miss in misses:
        if miss.entry and miss.kind in ("down", "up"):
            count[miss.entry][miss.kind] += 1
    for entry, each in sorted(count.items(), key=lambda item: (-item[1]["down"], item[0])):
        yield f"{each['down']:4} 👎 {each['up']:4} 👍  {entry}"


def export(responder: Responder, groups: Iterable[Group]) -> str:
    """YAML with the texts not understood under the id of the entry nearest to each; what has none as comments."""
    under: defaultdict[str, list[str]] = defaultdict(list)
    for text in (text for group in groups for text in group.missed):
        answer = responder.answer(text)
        if not is_answered(answer) and len(text) <= _LONGEST_PHRASING:
            near = nearest(responder.base, answer)
            under[near[0][0] if near else ""].append(text)
    files = {entry.id: f"questions/{topic.id}.yaml" for topic in responder.base.topics for entry in topic.questions}
    parts = [_HEADING]
    for entry, texts in sorted(under.items()):
        lines = "".join(f"      {_item(text)}" for text in texts)
        if entry:
            parts.append(f"{entry}: # {files[entry]}: {responder.base.entry_by_id[entry].question}\n{lines}")
        else:
            parts.append("# No entry is near these:\n" + "".join(f"# {line.strip()}\n" for line in lines.splitlines()))
    return "\n".join(parts)


def is_answered(answer: Answer) -> bool:
    """Whether this base has an answer, be it that the report does not say."""
    return answer.outcome != "no_match"


def _item(text: str) -> str:
    return yaml.safe_dump([text], allow_unicode=True, width=2 * _LONGEST_PHRASING)
