"""Checks: for each thing that must hold in a base as a whole, the smallest folder that breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_folder import Change, problems

from knowledge.checks import CHECKS
from knowledge.loading import load_base

REPORT, SOURCES, OUTSIDERS = "report.yaml", "sources.yaml", "outsiders.yaml"
LEXICON, CLAIMS, QUESTIONS = "lexicon.yaml", "claims.yaml", "questions/storm.yaml"
MORE = "questions/more.yaml"
MORE_WHAT = "topic: More\nquestions:\n  - {id: what, question: More?, claims: [calm]}\n"
MAYOR_SAYS = "chain: [mayor]"
ROOFS_DISAGREES = (CLAIMS, "quote: roofs fly\n", "quote: roofs fly\n    disagrees_with: [calm]\n")
CALM_DISAGREES = (CLAIMS, "quote: a calm night\n", "quote: a calm night\n    disagrees_with: [roofs]\n")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            [(REPORT, "    name: Weather\n", "    name: Weather\n  - id: weather\n    name: Rain\n")],
            "report.yaml:14: id 'weather' is already taken; choose another",
            id="two subjects with one id",
        ),
        pytest.param(
            [(SOURCES, "  - id: mayor\n", "  - {id: mayor, name: Ann, verb: says}\n  - id: mayor\n")],
            "sources.yaml:7: id 'mayor' is already taken; choose another",
            id="two sources with one id",
        ),
        pytest.param(
            [(LEXICON, "words: [storm, gale]\n", "words: [storm, gale]\n  - id: storm\n    words: [wind]\n")],
            "lexicon.yaml:4: id 'storm' is already taken; choose another",
            id="two concepts with one id",
        ),
        pytest.param(
            [(CLAIMS, "id: calm", "id: roofs")],
            "claims.yaml:8: id 'roofs' is already taken; choose another",
            id="two claims with one id",
        ),
        pytest.param(
            [(QUESTIONS, "id: cost", "id: what")],
            "questions/storm.yaml:7: id 'what' is already taken in questions/storm.yaml; choose another",
            id="two entries of a file with one id",
        ),
        pytest.param(
            [(MORE, "", MORE_WHAT)],
            "questions/storm.yaml:3: id 'what' is already taken in questions/more.yaml; choose another",
            id="two entries of two files with one id",
        ),
        pytest.param(
            [(SOURCES, "aliases: [mayor, quill]\n", "aliases: [mayor, quill]\n    includes: [wife]\n")],
            "sources.yaml:10: unknown source 'wife'; correct it or add that source",
            id="included source",
        ),
        pytest.param(
            [(CLAIMS, MAYOR_SAYS, "chain: [mayor, wife]")],
            "claims.yaml:9: unknown source 'wife'; correct it or add that source",
            id="source in a chain",
        ),
        pytest.param(
            [(CLAIMS, "about: [weather]\n  - id: calm", "about: [roof]\n  - id: calm")],
            "claims.yaml:7: unknown subject 'roof'; correct it or add that subject",
            id="subject of a claim",
        ),
        pytest.param(
            [(CLAIMS, "quote: roofs fly\n", "quote: roofs fly\n    disagrees_with: [wild]\n")],
            "claims.yaml:7: unknown claim 'wild'; correct it or add that claim",
            id="claim that a claim disagrees with",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]", "claims:\n      - roofs\n      - ruins")],
            "questions/storm.yaml:8: unknown claim 'ruins'; correct it or add that claim",
            id="claim of an entry",
        ),
        pytest.param(
            [("report.yaml", "subjects:\n", "timeline: [roofs, flood]\nsubjects:\n")],
            "report.yaml:11: unknown claim 'flood'; correct it or add that claim",
            id="claim of the timeline",
        ),
        pytest.param(
            [("lexicon.yaml", "words: [storm, gale]\n", "words: [storm, gale]\n    includes: [hail]\n")],
            "lexicon.yaml:4: unknown concept 'hail'; correct it or add that concept",
            id="included concept",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    related: [cost, why]\n")],
            "questions/storm.yaml:7: unknown entry 'why'; correct it or add that entry",
            id="related entry",
        ),
        pytest.param(
            [(CLAIMS, "paragraph: 2", "paragraph: 4")],
            "claims.yaml:10: paragraph 4 of 3; correct the number",
            id="paragraph after the last",
        ),
        pytest.param(
            [CALM_DISAGREES],
            "claims.yaml:13: 'roofs' does not name 'calm' in return; add it there or remove it here",
            id="disagreement named on one side",
        ),
        pytest.param(
            [ROOFS_DISAGREES, CALM_DISAGREES, (CLAIMS, MAYOR_SAYS, "chain: [report]")],
            "claims.yaml:7: 'calm' is made by the same source; a source cannot disagree with itself here",
            id="disagreement with oneself",
        ),
        pytest.param(
            [(QUESTIONS, "    kind: not_stated\n", "    kind: not_stated\n    phrasings:\n      - WHAT was it??\n")],
            "questions/storm.yaml:11: phrasing 'WHAT was it??' is also claimed by 'what'; keep it in one of them",
            id="phrasing of two entries",
        ),
        pytest.param(
            [(QUESTIONS, "    kind: not_stated\n", "    kind: not_stated\n    phrasings: [what happened]\n")],
            "questions/storm.yaml:10: phrasing 'what happened' is also claimed by 'what'; keep it in one of them",
            id="phrasing that is another's question",
        ),
        pytest.param(
            [(QUESTIONS, "phrasings: [what was it]", "phrasings: ['?!', what was it]")],
            "questions/storm.yaml:5: phrasing '?!' has no words; remove it",
            id="phrasing without words",
        ),
        pytest.param(
            [(SOURCES, "own_voice: true\n", "own_voice: true\n    aliases: [Quill]\n")],
            "sources.yaml:10: alias 'quill' of source 'mayor' also means source 'report'; keep it in one of them",
            id="alias of two sources",
        ),
        pytest.param(
            [(SOURCES, "own_voice: true\n", "own_voice: true\n    speaking_aliases: [quill]\n")],
            "sources.yaml:10: alias 'quill' of source 'mayor' also means source 'report'; keep it in one of them",
            id="alias that means another when speaking",
        ),
        pytest.param(
            [(OUTSIDERS, "aliases: [army]", "aliases: [army, quill]")],
            "outsiders.yaml:3: alias 'quill' of outsider 'the army' also means source 'mayor'; keep it in one of them",
            id="alias of a source and an outsider",
        ),
        pytest.param(
            [(OUTSIDERS, "aliases: [army]\n", "aliases: [army]\n  - name: the police\n    aliases: [Army]\n")],
            "outsiders.yaml:5: alias 'Army' of outsider 'the police' also means outsider 'the army'; keep it in one of "
            "them",
            id="alias of two outsiders",
        ),
        pytest.param(
            [(OUTSIDERS, "  - name: the army\n", "  - name: mayor\n")],
            "outsiders.yaml:3: alias 'mayor' of outsider 'mayor' also means source 'mayor'; keep it in one of them",
            id="outsider with a source's id as its name",
        ),
        pytest.param(
            [
                (SOURCES, "own_voice: true\n", "own_voice: true\n    sides: [The West]\n"),
                (SOURCES, "aliases: [mayor, quill]\n", "aliases: [mayor, quill]\n    sides: [east, west]\n"),
            ],
            "sources.yaml:11: side 'west' of source 'mayor' also means source 'report'; keep it in one of them",
            id="side of two sources",
        ),
        pytest.param(
            [(SOURCES, "own_voice: true\n", "own_voice: true\n    sides: [mayor's]\n")],
            "sources.yaml:6: side \"mayor's\" of source 'report' also means source 'mayor'; keep it in one of them",
            id="side that is another's alias",
        ),
        pytest.param(
            [(SOURCES, "    own_voice: true\n", "")],
            "sources.yaml:2: no source has `own_voice: true`; put it at the source that is the report itself",
            id="no source is the report itself",
        ),
        pytest.param(
            [(LEXICON, "words: [storm, gale]\n", "words: [storm, gale]\n  - id: wind\n    words: [wind, Gale]\n")],
            "lexicon.yaml:5: 'Gale' already means 'storm'; keep it in one of them",
            id="word of two concepts",
        ),
        pytest.param(
            [(LEXICON, "words: [storm, gale]\n", "words: [storm, gale]\n  - id: wind\n    words: [wind, gales]\n")],
            "lexicon.yaml:5: 'gales' already means 'storm'; keep it in one of them",
            id="word of two concepts in two forms",
        ),
        pytest.param(
            [
                (
                    LEXICON,
                    "words: [storm, gale]\n",
                    "words: [storm, gale]\n  - {id: wind, words: [wind],\n  strong: [gales]}\n",
                )
            ],
            "lexicon.yaml:5: 'gales' already means 'storm'; keep it in one of them",
            id="strong word of another concept",
        ),
        pytest.param(
            [(LEXICON, "words: [storm, gale]\n", "words: [storm, gale]\n    strong:\n      - ...\n")],
            "lexicon.yaml:5: '...' has no words; write it out or remove it",
            id="strong word without letters",
        ),
        pytest.param(
            [
                (
                    LEXICON,
                    "words: [storm, gale]\n",
                    "words: [storm, gale]\n  - {id: calm, words: [calm],\n  contrary: [windy,\n  storms]}\n",
                )
            ],
            "lexicon.yaml:6: 'storms' already means 'storm'; keep it in one of them",
            id="contrary word of another concept",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    lead: Even Mayor Quill agrees.\n")],
            "questions/storm.yaml:7: a lead may name no source and no number; leave statements to the claims",
            id="lead that names a source",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    lead: Here is what QUILL's friends told.\n")],
            "questions/storm.yaml:7: a lead may name no source and no number; leave statements to the claims",
            id="lead that names a source by an alias",
        ),
        pytest.param(
            [
                (SOURCES, "aliases: [mayor, quill]\n", "aliases: [mayor]\n    speaking_aliases: [the town]\n"),
                (QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    lead: The town denies it.\n"),
            ],
            "questions/storm.yaml:7: a lead may name no source and no number; leave statements to the claims",
            id="lead that names a source as it is called when it speaks",
        ),
        pytest.param(
            [
                (SOURCES, "aliases: [mayor, quill]\n", "aliases: [mayor, the US]\n"),
                (QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    lead: What the US has is not the same.\n"),
            ],
            "questions/storm.yaml:7: a lead may name no source and no number; leave statements to the claims",
            id="lead with a name that is another word in small letters",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    lead: The accounts agree on one death.\n")],
            "questions/storm.yaml:7: a lead may name no source and no number; leave statements to the claims",
            id="lead with the number one",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    lead: There are six accounts.\n")],
            "questions/storm.yaml:7: a lead may name no source and no number; leave statements to the claims",
            id="lead with a number in words",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    lead: Two roofs are missing.\n")],
            "questions/storm.yaml:7: a lead may name no source and no number; leave statements to the claims",
            id="lead that counts what is no account",
        ),
        pytest.param(
            [(CLAIMS, MAYOR_SAYS, "chain: [major]")],
            "claims.yaml:9: unknown source 'major'; correct it (did you mean 'mayor'?) or add that source",
            id="mistyped source",
        ),
        pytest.param(
            [(QUESTIONS, "What did it cost?", "What did it cost")],
            "questions/storm.yaml:8: the question 'What did it cost' does not end with a question mark; add it",
            id="question without its mark",
        ),
        pytest.param(
            [(QUESTIONS, "What did it cost?", "What was it?")],
            "questions/storm.yaml:8: question 'What was it?' is also claimed by 'what'; keep it in one of them",
            id="question that is another's phrasing",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]", "claims: [roofs, calm,\n      roofs]")],
            "questions/storm.yaml:7: claim 'roofs' stands here twice; keep one of them",
            id="claim twice in an entry",
        ),
        pytest.param(
            [(CLAIMS, MAYOR_SAYS, "chain: [mayor, mayor]")],
            "claims.yaml:9: source 'mayor' stands here twice; keep one of them",
            id="source that quotes itself",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    related: [cost, what]\n")],
            "questions/storm.yaml:7: entry 'what' names itself here; remove it",
            id="entry related to itself",
        ),
        pytest.param(
            [(SOURCES, "aliases: [mayor, quill]\n", "aliases: [mayor, quill]\n    includes: [mayor]\n")],
            "sources.yaml:10: source 'mayor' names itself here; remove it",
            id="source that includes itself",
        ),
        pytest.param(
            [(CLAIMS, "text: it was calm", "text: it was calm.")],
            "claims.yaml:11: `text` ends with '.'; leave it out, the sentence has its full stop",
            id="statement with a full stop",
        ),
        pytest.param(
            [(CLAIMS, "text: it was calm", "text: The night was calm")],
            "claims.yaml:11: `text` begins with 'The', within \"X says that …\"; write 'the'",
            id="statement with a capital",
        ),
        pytest.param(
            [(CLAIMS, "text: it was calm", "text: That it was calm")],
            "claims.yaml:11: `text` begins with 'That', which \"X says that …\" has already; leave it out",
            id="statement with a conjunction",
        ),
        pytest.param(
            [(QUESTIONS, "missing: what it cost", "missing: what it cost.")],
            "questions/storm.yaml:10: `missing` ends with '.'; leave it out, the sentence has its full stop",
            id="missing with a full stop",
        ),
        pytest.param(
            [(QUESTIONS, "missing: what it cost", "missing: What it cost")],
            "questions/storm.yaml:10: `missing` begins with 'What', within \"The report does not say …\"; write 'what'",
            id="missing with a capital",
        ),
    ],
)
def test_fault_is_told_with_its_line(tmp_path: Path, changes: list[Change], expected: str) -> None:
    """What is broken is told where it stands, with what to do; the line is that of the value."""
    assert expected in problems(tmp_path, *changes)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        pytest.param(
            (SOURCES, "own_voice: true\n", "own_voice: true\n    aliases: [mayor quill]\n"), "mayor quill", id="name"
        ),
        pytest.param(
            (SOURCES, "own_voice: true\n", "own_voice: true\n    aliases: [the mayor]\n"), "mayor", id="article"
        ),
        pytest.param(
            (OUTSIDERS, "aliases: [army]", "aliases: [the report itself]"), "the report itself", id="outsider"
        ),
    ],
)
def test_alias_that_is_read_as_another_source_is_a_fault(tmp_path: Path, change: Change, named: str) -> None:
    """A name and its aliases are one list, and "the mayor" is read like "mayor": neither may mean two sources."""
    (problem,) = problems(tmp_path, change)
    assert problem.startswith((SOURCES, OUTSIDERS))
    assert named in problem


@pytest.mark.parametrize(
    ("change", "place"),
    [
        pytest.param((SOURCES, "aliases: [mayor, quill]", "aliases: [mayor, '!']"), "sources.yaml:9: ", id="alias"),
        pytest.param((SOURCES, "name: Mayor Quill", "name: '&'"), "sources.yaml:", id="name"),
        pytest.param((OUTSIDERS, "aliases: [army]", "aliases: [army, …]"), "outsiders.yaml:3: ", id="outsider"),
        pytest.param((LEXICON, "words: [storm, gale]", "words: [storm, '!']"), "lexicon.yaml:3: ", id="concept"),
    ],
)
def test_name_without_a_letter_is_a_fault(tmp_path: Path, change: Change, place: str) -> None:
    """A name or word of punctuation alone, which no question could hold, is told when the base is checked."""
    (problem,) = problems(tmp_path, change)
    assert problem.startswith(place)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([ROOFS_DISAGREES, CALM_DISAGREES], id="disagreement on both sides"),
        pytest.param([(CLAIMS, "paragraph: 2", "paragraph: 3")], id="last paragraph"),
        pytest.param([(CLAIMS, MAYOR_SAYS, "chain: [report, mayor]")], id="chain of two"),
        pytest.param(
            [(SOURCES, "own_voice: true\n", "own_voice: true\n    includes: [mayor]\n")],
            id="source that includes another",
        ),
        pytest.param(
            [(SOURCES, "aliases: [mayor, quill]", "aliases: [mayor, Mayor]\n    speaking_aliases: [mayor]")],
            id="alias twice for one source",
        ),
        pytest.param([(LEXICON, "words: [storm, gale]", "words: [storm, Storm]")], id="word twice in one concept"),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    lead: The accounts disagree.\n")],
            id="harmless lead",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    lead: Two accounts disagree.\n")],
            id="lead of two accounts",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    lead: One account is open, no one shares it.\n")],
            id="lead of one account",
        ),
        pytest.param(
            [(SOURCES, "aliases: [mayor, quill]\n", "aliases: [mayor, quill]\n    sides: [mayor's, the mayor]\n")],
            id="side that is an alias of its own source",
        ),
        pytest.param(
            [(QUESTIONS, "claims: [roofs]\n", "claims: [roofs]\n    related: [cost]\n")], id="related entry that exists"
        ),
        pytest.param([(QUESTIONS, "missing: what it cost", "missing: Mayor Quill's age")], id="missing with a name"),
        pytest.param([(CLAIMS, "text: it was calm", "text: Mayor Quill slept")], id="statement with a name"),
        pytest.param(
            [
                (CLAIMS, "about: [weather]\n  - id: calm", "about: [weather]\n  - id: weather"),
                (QUESTIONS, "claims: [roofs]", "claims: [roofs, weather]"),
            ],
            id="claim with its subject's id",
        ),
        pytest.param(
            [(QUESTIONS, "phrasings: [what was it]", "phrasings: [what was it, What was it?]")],
            id="phrasing twice in one entry",
        ),
        pytest.param(
            [(QUESTIONS, "", "  - {id: hello, question: Hello, kind: small_talk, reply: Hello.}\n")],
            id="small talk that asks nothing",
        ),
    ],
)
def test_what_is_allowed_is_no_fault(tmp_path: Path, changes: list[Change]) -> None:
    """A check complains of nothing that is right."""
    assert problems(tmp_path, *changes) == []


def test_sound_base_breaks_no_check() -> None:
    """No check finds a fault in the shipped base."""
    base = load_base()
    assert [fault for check in CHECKS for fault in check(base)] == []
