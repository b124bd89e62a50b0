"""What must hold in a base as a whole. One rule, one function; `CHECKS` at the end lists them, those of ids too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from knowledge.models import Base, Entry
from knowledge.problems import Fault, Place
from knowledge.references import entries_of, ids_are_unique, references_are_not_repeated, references_exist
from knowledge.text import bare, words
from knowledge.vocabulary import stem

Check = Callable[[Base], Iterator[Fault]]
_TELLING = 3  # words from which on two people hardly say the same by chance
_ACCOUNTS = re.compile(r"\b(?:two accounts|no one|one another|one (?:account|country|side|statement))\b", re.IGNORECASE)
_OPENERS = frozenset(
    ("a", "an", "the", "how", "if", "what", "when", "where", "whether", "which", "who", "whose", "why")
)


def _letters(text: str) -> str:
    """The text without case, spacing and punctuation."""
    return "".join(char for char in text.casefold() if char.isalnum())


def paragraphs_are_in_range(base: Base) -> Iterator[Fault]:
    """No claim stands in a paragraph that the report does not have."""
    for claim in base.claims:
        if claim.paragraph > base.report.paragraphs:
            message = f"paragraph {claim.paragraph} of {base.report.paragraphs}; correct the number"
            yield Fault("claims.yaml", ("claims", claim.id, "paragraph"), message)


def disagreement_is_mutual(base: Base) -> Iterator[Fault]:
    """Two claims disagree with each other or not at all, and never in the same mouth."""
    for claim in base.claims:
        place = ("claims", claim.id, "disagrees_with")
        for other in (base.claim_by_id.get(id_) for id_ in claim.disagrees_with):
            if other and claim.id not in other.disagrees_with:
                message = f"{other.id!r} does not name {claim.id!r} in return; add it there or remove it here"
                yield Fault("claims.yaml", (*place, other.id), message, refers_to=other.id)
            if other and other.chain == claim.chain:
                message = f"{other.id!r} is made by the same source; a source cannot disagree with itself here"
                yield Fault("claims.yaml", (*place, other.id), message, refers_to=other.id)


def phrasings_belong_to_one(base: Base) -> Iterator[Fault]:
    """No phrasing, nor canonical question, stands for two entries; and each has words."""
    seen: dict[str, str] = {}
    for file, entry in entries_of(base):
        for what, place, text in _asked(entry):
            key = _letters(text)
            owner = seen.setdefault(key, entry.id)
            if not key:
                message = f"{what} {text!r} has no words; remove it"
            elif owner != entry.id:
                message = f"{what} {text!r} is also claimed by {owner!r}; keep it in one of them"
            else:
                continue
            yield Fault(file, place, message)


def _asked(entry: Entry) -> Iterator[tuple[str, Place, str]]:
    """The canonical question and each phrasing: which of them it is, its place, the text."""
    place = ("questions", entry.id)
    yield "question", (*place, "question"), entry.question
    yield from (("phrasing", (*place, "phrasings", phrasing), phrasing) for phrasing in entry.phrasings)


def names_belong_to_one(base: Base) -> Iterator[Fault]:
    """No name means two sources, or a source and an outsider; and each has words to be found by."""
    owners: dict[tuple[str, ...], tuple[str, str]] = {}
    for place, owner, name in _names(base):
        file, key = place
        kind = key.removesuffix("s")
        first = owners.setdefault(bare(words(name)), (kind, owner))
        if not words(name):
            yield Fault(file, (key, owner, "aliases", name), f"name {name!r} has no words; write it out or remove it")
        elif first != (kind, owner):
            of, other = first
            message = f"alias {name!r} of {kind} {owner!r} also means {of} {other!r}; keep it in one of them"
            yield Fault(file, (key, owner, "aliases", name), message)


def _names(base: Base) -> Iterator[tuple[tuple[str, str], str, str]]:
    """Every name with its file and list, and the id or name of the one it means; full names before aliases."""
    in_sources, in_outsiders = ("sources.yaml", "sources"), ("outsiders.yaml", "outsiders")
    yield from ((in_sources, source.id, source.name) for source in base.sources)
    for source in base.sources:
        yield from ((in_sources, source.id, alias) for alias in (*source.aliases, *source.speaking_aliases))
    for outsider in base.outsiders:
        yield from ((in_outsiders, outsider.name, name) for name in (outsider.name, *outsider.aliases))


def sides_belong_to_one(base: Base) -> Iterator[Fault]:
    """No side is another source's too, nor what another is called: "the Russian version" is that of one."""
    owners = {bare(words(name)): owner for (file, _), owner, name in _names(base) if file == "sources.yaml"}
    for source in base.sources:
        for side in source.sides:
            owner = owners.setdefault(bare(words(side)), source.id)
            if owner != source.id:
                message = f"side {side!r} of source {source.id!r} also means source {owner!r}; keep it in one of them"
                yield Fault("sources.yaml", ("sources", source.id, "sides", side), message)


def report_speaks(base: Base) -> Iterator[Fault]:
    """The report states something, and one source at least is the report itself, for what it states of its own."""
    if not base.claims:
        yield Fault("claims.yaml", ("claims",), "there are no claims; add what the report states")
    if not any(source.own_voice for source in base.sources):
        message = "no source has `own_voice: true`; put it at the source that is the report itself"
        yield Fault("sources.yaml", ("sources",), message)


def concepts_do_not_overlap(base: Base) -> Iterator[Fault]:
    """No word belongs to two concepts, in whatever form; and each has letters to be found by."""
    owners: dict[tuple[str, ...], str] = {}
    for concept in base.concepts:
        lists = (("words", concept.words), ("strong", concept.strong), ("contrary", concept.contrary))
        for key, word in ((key, word) for key, listed in lists for word in listed):
            owner = owners.setdefault(tuple(map(stem, words(word))), concept.id)
            if not words(word):
                message = f"{word!r} has no words; write it out or remove it"
            elif owner != concept.id:
                message = f"{word!r} already means {owner!r}; keep it in one of them"
            else:
                continue
            yield Fault("lexicon.yaml", ("concepts", concept.id, key, word), message)


def leads_state_nothing(base: Base) -> Iterator[Fault]:
    """A lead tells how accounts relate; what they say, and who says it, comes from claims alone."""
    names = {bare(words(name)) for s in base.sources for name in (s.name, *s.aliases, *s.speaking_aliases)}
    for file, entry in entries_of(base):
        said = words(_ACCOUNTS.sub("accounts", entry.lead or ""))
        runs = {tuple(said[i : i + n]) for n in range(1, 6) for i in range(len(said))}
        if runs & names or any(word.isdigit() or word == "one" for word in said):
            message = "a lead may name no source and no number; leave statements to the claims"
            yield Fault(file, ("questions", entry.id, "lead"), message)


def questions_ask(base: Base) -> Iterator[Fault]:
    """A question stands on a button as people write questions; only small talk need not be one."""
    for file, entry in entries_of(base):
        if entry.kind != "small_talk" and not entry.question.endswith("?"):
            message = f"the question {entry.question!r} does not end with a question mark; add it"
            yield Fault(file, ("questions", entry.id, "question"), message)


def sentences_are_completed(base: Base) -> Iterator[Fault]:
    """`missing` goes on after "The report does not say", `text` after "X says that"; each has its full stop already."""
    for claim in base.claims:
        place: Place = ("claims", claim.id, "text")
        yield from _completes("claims.yaml", place, claim.text, "X says that …")
        if claim.text.casefold().startswith("that "):
            message = f'`text` begins with {claim.text[:4]!r}, which "X says that …" has already; leave it out'
            yield Fault("claims.yaml", place, message)
    for file, entry in entries_of(base):
        if entry.missing:
            place = ("questions", entry.id, "missing")
            yield from _completes(file, place, entry.missing, "The report does not say …")


def _completes(file: str, place: Place, text: str, sentence: str) -> Iterator[Fault]:
    first = text.partition(" ")[0]
    if text[-1] in ".!?,;:":
        message = f"`{place[-1]}` ends with {text[-1]!r}; leave it out, the sentence has its full stop"
        yield Fault(file, place, message)
    if first[0].isupper() and first.casefold() in _OPENERS:
        message = f'`{place[-1]}` begins with {first!r}, within "{sentence}"; write {first.casefold()!r}'
        yield Fault(file, place, message)


def phrasings_are_no_labels(base: Base, labels: Mapping[str, str]) -> Iterator[Fault]:
    """No labelled message stands in the base word for word, which would be measured on itself.

    `labels` are the messages, each with its file. One or two words are what anybody says.
    """
    by_words = {words(message): file for message, file in labels.items()}
    for file, entry in entries_of(base):
        for what, place, text in _asked(entry):
            said = words(text)
            if len(said) >= _TELLING and said in by_words:
                message = f"{what} {text!r} is a message of {by_words[said]}; remove it here, or ask another there"
                yield Fault(file, place, message)


CHECKS: tuple[Check, ...] = (
    ids_are_unique,
    references_exist,
    references_are_not_repeated,
    paragraphs_are_in_range,
    disagreement_is_mutual,
    phrasings_belong_to_one,
    names_belong_to_one,
    sides_belong_to_one,
    report_speaks,
    concepts_do_not_overlap,
    leads_state_nothing,
    questions_ask,
    sentences_are_completed,
)
