"""Ids in a base: each is one record's, and what refers to a record refers to one that is there, and once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.cures import meant
from knowledge.models import Base, Entry
from knowledge.problems import Fault, Place

QUESTIONS = "questions"  # the folder of the files of entries
_FILES = {
    "source": "sources.yaml",
    "subject": "report.yaml",
    "concept": "lexicon.yaml",
    "claim": "claims.yaml",
    "entry": QUESTIONS,
}  # where a kind of record stands
_LISTS = {"source": "sources", "concept": "concepts", "claim": "claims", "entry": "questions"}  # which name each other


def entries_of(base: Base) -> Iterator[tuple[str, Entry]]:
    """Every entry with the file it stands in."""
    for topic in base.topics:
        for entry in topic.questions:
            yield f"{QUESTIONS}/{topic.id}.yaml", entry


def ids_are_unique(base: Base) -> Iterator[Fault]:
    """No two sources, claims, subjects, concepts or entries share an id."""
    lists: list[tuple[str, str, Iterable[str]]] = [
        ("report.yaml", "subjects", (subject.id for subject in base.report.subjects)),
        ("sources.yaml", "sources", (source.id for source in base.sources)),
        ("lexicon.yaml", "concepts", (concept.id for concept in base.concepts)),
        ("claims.yaml", "claims", (claim.id for claim in base.claims)),
    ]
    for file, key, ids in lists:
        seen: set[str] = set()
        for id_ in ids:
            if id_ in seen:
                yield Fault(file, (key, id_), f"id {id_!r} is already taken; choose another")
            seen.add(id_)
    taken: dict[str, str] = {}
    for file, entry in entries_of(base):
        if entry.id in taken:
            message = f"id {entry.id!r} is already taken in {taken[entry.id]}; choose another"
            yield Fault(file, ("questions", entry.id), message)
        taken.setdefault(entry.id, file)


def references_exist(base: Base) -> Iterator[Fault]:
    """Every id that something refers to is there."""
    known: dict[str, Iterable[str]] = {
        "source": base.source_by_id,
        "subject": {subject.id for subject in base.report.subjects},
        "concept": {concept.id for concept in base.concepts},
        "claim": base.claim_by_id,
        "entry": base.entry_by_id,
    }
    for file, place, kind, ids in _references(base):
        for id_ in ids:
            if id_ not in known[kind]:
                message = f"unknown {kind} {id_!r}; correct it{meant(id_, known[kind])} or add that {kind}"
                yield Fault(file, (*place, id_), message, refers_to=id_, refers_into=_FILES[kind])


def references_are_not_repeated(base: Base) -> Iterator[Fault]:
    """No list names the same id twice, nor the record it stands in: each would be told or offered once more."""
    for file, place, kind, ids in _references(base):
        for i, id_ in enumerate(ids):
            if id_ in ids[:i]:
                yield Fault(file, (*place, id_), f"{kind} {id_!r} stands here twice; keep one of them")
            elif place[:2] == (_LISTS.get(kind), id_):
                yield Fault(file, (*place, id_), f"{kind} {id_!r} names itself here; remove it")


def _references(base: Base) -> Iterator[tuple[str, Place, str, tuple[str, ...]]]:
    """Every list of ids: its file and place, of what kind they are, and the ids."""
    yield "report.yaml", ("timeline",), "claim", base.report.timeline
    for source in base.sources:
        yield "sources.yaml", ("sources", source.id, "includes"), "source", source.includes
    for concept in base.concepts:
        yield "lexicon.yaml", ("concepts", concept.id, "includes"), "concept", concept.includes
    for claim in base.claims:
        place: Place = ("claims", claim.id)
        yield "claims.yaml", (*place, "chain"), "source", claim.chain
        yield "claims.yaml", (*place, "about"), "subject", claim.about
        yield "claims.yaml", (*place, "disagrees_with"), "claim", claim.disagrees_with
    for file, entry in entries_of(base):
        yield file, ("questions", entry.id, "claims"), "claim", entry.claims
        yield file, ("questions", entry.id, "related"), "entry", entry.related
